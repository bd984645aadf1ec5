"""Layers over the text: sentences, references, citations, quotations, entities, claims."""
