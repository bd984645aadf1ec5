"""Makes a paper's words safe to show: what would steer the program that shows them is seen as "�" instead."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"[\t\n\x0b\x0c\r\x85\u2028\u2029 ]+")
_STEERING = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides and isolates of right-to-left text
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"  # half characters and what is no character
)


def plain(text: str) -> str:
    """The text on one line, with control and direction characters replaced by "�"."""
    return _STEERING.sub("�", _BLANKS.sub(" ", text))


def begun(text: str) -> str:
    """The text with a capital at its beginning, as the first word of a line; all else stays ("page XII")."""
    return text[:1].upper() + text[1:]


def shortened(text: str, head: int = 40, tail: int = 15) -> str:
    """A long text as its first and last words, with the number of those left out between them."""
    words = text.split()
    left_out = len(words) - head - tail
    if left_out <= tail:
        return " ".join(words)
    return f"{' '.join(words[:head])} […{left_out} words…] {' '.join(words[-tail:])}"
