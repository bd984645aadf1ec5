"""Compares audits with gold: what is right, wrong and missed, part by part, matched by what it says."""
