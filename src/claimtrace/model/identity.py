"""Names made from content, never from a position in a list, so that they survive a second run."""

from __future__ import annotations

import hashlib


def content_id(kind: str, *parts: object) -> str:
    """A short, stable name: the kind, a hyphen and 12 hexadecimal digits of the SHA-256 of the parts."""
    joined = "\x1f".join(str(part) for part in parts)
    return f"{kind}-{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
