"""What the words of a heading tell of its section."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimtrace.knowledge.tables import table
from claimtrace.text.fold import fold

NUMBERING = re.compile(
    r"^(?:(?P<arabic>\d{1,2}(?:\.\d{1,2}){0,4})[.)]?|(?P<roman>[IVX]{1,5})[.)]|(?P<letter>[A-H])[.)])\s+(?=\S)"
)
_RUN_IN = re.compile(
    r"^(Abstract|ABSTRACT|Zusammenfassung|Résumé|Resumen)(?:\s*[.:—–-]+\s*(?=[\w“\"(])|\s+(?=[A-Z][a-z]*\s))"
)
_PART = (
    r"(?:chapter|part|section|essay|lecture|unit)s? (?:\d+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten)"
)
_OF_A_PART = re.compile(rf"(?P<list>[a-z ]+?) (?:for|to|of|in|on)? ?{_PART}|{_PART} (?P<named>[a-z ]+)")
_INNER_CAPITAL = re.compile(r"(?<=[a-z])[A-Z]")
_SPACED = re.compile(r"^(?:\w\s){3,}\w\W*$")


@cache
def _roles() -> dict[str, str]:
    return {_key(row["heading"]): row["role"] for row in table("section_headings")}


def _key(heading: str) -> str:
    return fold(heading) or heading.casefold()  # other alphabets fold to nothing


def clean_heading(text: str) -> str:
    """A heading without its end mark, letter-spacing undone: "A B S T R A C T:" is "ABSTRACT"."""
    heading = text.strip()
    if _SPACED.match(heading):
        heading = re.sub(r"(?<=\w)\s(?=\w)", "", heading)
    words = heading.split() if _INNER_CAPITAL.search(heading) else []
    if words and sum(bool(_INNER_CAPITAL.search(word)) for word in words) > 0.25 * len(words):
        # Some fonts map part of their small capitals to capitals: "caSe Study".
        heading = " ".join(word if word.isupper() else word[:1] + word[1:].lower() for word in words)
    return heading.rstrip(" :.—–-").strip()


@lru_cache(maxsize=2000)  # several stages ask the same of a short line
def heading_role(text: str) -> str | None:
    """The part that a section under this heading plays, ``None`` where the words are not among the known."""
    heading = clean_heading(text)
    words = _key(NUMBERING.sub("", heading))
    roles = _roles()
    if words in roles:
        return roles[words]
    if listed := _OF_A_PART.fullmatch(words):
        return roles.get(listed["list"] or listed["named"])
    first, _, rest = words.partition(" ")
    if first in ("appendix", "annex") and len(rest.split()) <= 8:
        return "appendix"
    return None


def run_in_abstract(text: str) -> str | None:
    """The heading of an abstract that begins in the same line as its text ("Abstract. This ..."), or ``None``."""
    match = _RUN_IN.match(text)
    return match.group(1).capitalize() if match else None


def numbering_depth(text: str) -> int | None:
    """How deep a numbered heading stands: "2" is 1, "2.1" is 2, "IV." is 1, "B." is 2; ``None`` without a number."""
    match = NUMBERING.match(text)
    if not match:
        return None
    if match["arabic"]:
        return match["arabic"].count(".") + 1
    return 1 if match["roman"] else 2


def title_cased(text: str) -> bool:
    """Whether nearly all longer words begin with a capital."""
    words: list[str] = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if len(word) > 3]
    if not words:
        return text[:1].isupper()
    return sum(word[0].isupper() for word in words) >= 0.8 * len(words)
