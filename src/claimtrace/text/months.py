"""The months of the year."""

from __future__ import annotations

# In English, as alternatives of a pattern.
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
