"""Incidents and agreements that the knowledge base does not hold, told by how their names are made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from claimtrace.knowledge.months import english_months
from claimtrace.knowledge.records import Record
from claimtrace.knowledge.wordings import event_words, name_heads
from claimtrace.model.entity import EntityType
from claimtrace.model.place import Span
from claimtrace.text.letters import UPPER

_MONTHS = "|".join(english_months())
_DAYS = rf"{_MONTHS}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_CAPITAL = (  # a full stop ends no word within a name but an initial's or an abbreviation's; no date belongs to a name
    rf"(?!(?:{_DAYS})\b)(?:(?:[{UPPER}]\.)+|(?:St|Ste|Mt|Dr|Corp|Inc|Co|Ltd)\.|[{UPPER}][\w&'’-]*(?:\.[\w&'’-]+)*)"
)
_LINK = r"(?:of|on|for|and|the|to|in|against|with)"
_NAME = rf"{_CAPITAL}(?:\s+(?:{_LINK}\s+){{0,2}}{_CAPITAL}){{0,7}}"
_FORENAME = (  # what stands before "Accord"; "to the" and "and the" lead from one name to another
    rf"{_CAPITAL}(?:\s+(?:(?:of|for|on)\s+the\s+|(?:of|on|for|and|to|in|against|with)\s+)?{_CAPITAL}){{0,7}}"
)
_OPENERS = (  # they begin a sentence, not a name
    "The|This|These|That|An|A|Such|Under|In|Each|Any|Both|No|Article|Our|Its|Their|His|Her|Every|Another|After|Since|Before|By"
)
_MONTH = rf"(?:(?:{_MONTHS})\s+)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_DETERMINER = r"(?:[Tt]he|[Tt]his|[Tt]hat|[Aa]n?|[Ii]ts|[Tt]heir|\w+['’]s)"
_THE = r"(?:[Tt]he|[Tt]his|[Tt]hat|\w+['’]s)"


@dataclass(frozen=True, slots=True)
class OpenName:
    """A name of the right make: its type, place and, where it has one, its year; ``why`` it means another's name."""

    type: EntityType
    span: Span
    name: str
    year: int | None
    record: Record | None = None
    why: str | None = None


def open_names(text: str, blocks: Iterable[Span], states: Iterable[Span]) -> Iterator[OpenName]:
    """Names such as "the 2022 Viasat hack", "Operation Aurora", "the Treaty of X", "the X-Y Accord (2019)".

    Args:
        text: the paper's text.
        blocks: the stretches to look at.
        states: where states are named; "the Russian attack" is no name.
    """
    named = {(span.start, span.end) for span in states}
    for block in blocks:
        taken: list[Span] = []
        for kind, pattern in _patterns():
            for match in pattern.finditer(text, block.start, block.end):
                span = Span(*match.span("name"))
                span = Span(span.start, span.end - (match["name"][-1] == "."))
                name = " ".join(text[span.start : span.end].split())
                who = match.span("who") if match.groupdict().get("who") else None
                alone = "alone" in match.groupdict() and "." not in name
                if who in named or not (_is_name(name) or alone) or any(span.overlaps(other) for other in taken):
                    continue
                taken.append(span)
                year = match.groupdict().get("year")
                yield OpenName(kind, span, name, int(year) if year else None)


def _any(kind: str) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(name_heads(kind), key=len, reverse=True))


@cache
def _patterns() -> tuple[tuple[EntityType, re.Pattern[str]], ...]:
    """What names are made like, the surest first."""
    small = rf"(?:(?:{_any('modifier')})\s+)*"
    deed = rf"{small}(?:{_any('incident')})"
    event = rf"{small}(?:{_any('incident')}|{_any('mishap')})"
    dated = rf"{small}(?:{_any('incident')}|{_any('mishap')}|{_any('dated')})"
    code = rf"(?:{_any('code')})(?!\s+(?:{_any('maker')})\b)"  # a gang is no incident
    stop = "and|or|of|in|on|the|a|an|to|for|by|was|were|is|are|has|had|that|which|when|after|report|study"
    word = rf"(?!(?:{stop})\b)[\w'’-]+"
    whom = rf"(?:the\s+|its\s+)?{_CAPITAL}(?:\s+(?:of\s+(?:the\s+)?)?{_CAPITAL}){{0,4}}"
    behind = rf"(?:\s+(?:on|of|against|at|in|into|by|near)\s+{whom})?"
    incidents = (
        # the (October) 2019 defacement of Georgian websites; the 2034 attack on the Sable Dam; the 2019 blackout
        rf"\b{_DETERMINER}\s+(?P<name>{_MONTH}{_YEAR}\s+(?:(?:{word}|of)\s+){{0,5}}?(?:{dated})\b{behind})",
        # 2031 Port Selwyn breach, without a determiner
        rf"(?P<name>\b{_YEAR}\s+(?:{_CAPITAL}\s+){{1,4}}(?:{dated})\b{behind})",
        rf"(?P<name>\bOperation\s+{_CAPITAL}(?:\s+{_CAPITAL})?)",
        # a wiper called Bitter Almond; malware, dubbed Night Heron
        rf"\b(?:{_any('bred')}|{_any('scheme')}),?\s+(?:(?:which|that|was|is|are|were|later|since|{_CAPITAL}|researchers?)\s+){{0,3}}?"
        rf"(?:{event_words('named')})(?:\s+as)?\s+[“\"‘]?(?P<name>(?P<alone>(?!(?:{_OPENERS})\b){_CAPITAL}(?:\s+{_CAPITAL})?))",
        # Sea Lantern, a spying campaign; Glass Reed, a strain of ransomware
        rf"(?P<name>\b(?P<alone>(?!(?:{_OPENERS})\b){_CAPITAL}(?:\s+{_CAPITAL})?))(?=,\s+an?\s+(?:[\w-]+\s+){{0,3}}?(?:{_any('scheme')})\b)",
        # the hack of the Kestrel tax office; the theft of grid plans from Calder Energy
        rf"\b(?:{_DETERMINER}\s+)?(?P<name>(?:\b(?:attempted|alleged|massive|large)\s+)?\b(?!campaigns?\s+of\b)(?:{deed})\s+"
        rf"(?:of|on|against|into|at)\s+(?:[a-z-]+\s+){{0,3}}?(?:(?:from|at|of)\s+)?(?P<who>{whom}))",
        rf"\b(?P<name>(?:[Bb]oarding|[Ss]inking|[Ss]eizure|[Cc]utting|[Dd]estruction|[Dd]owning|[Bb]ombing|[Cc]ollision)\s+"
        rf"(?:of|near|between)\s+(?:[a-z-]+\s+){{0,3}}?(?P<who>{whom}))",
        # a data breach in 2023
        rf"\b[Aa]n?\s+(?P<name>{small}(?:hack|breach|cyberattack|cyber-attack|intrusion|leak|outage|heist|ransomware\s+attack)"
        rf"\s+in\s+{_MONTH}{_YEAR})",
        # the Viasat hack; the Conficker worm; the Hengchun earthquake
        rf"\b{_THE}\s+(?P<name>(?P<who>{_CAPITAL}(?:\s+{_CAPITAL}){{0,3}}?)\s+(?:{event}|{code})\b{behind})",
        rf"(?P<name>\b(?!(?:{_OPENERS})\s)(?P<who>{_CAPITAL}(?:\s+{_CAPITAL}){{0,3}}?)\s+"
        rf"(?:{small}(?:hack|breach|outage|heist|{_any('mishap')}))\b)",
    )
    heads = _any("agreement")
    agreements = (
        # the Third Additional Protocol to the Helmsdale Convention
        rf"(?P<name>\b(?!(?:{_OPENERS})\s)(?:{_NAME}\s+)?(?:{_any('addition')})(?:\s+[IVX]+)?\s+to\s+(?:the\s+)?{_NAME})",
        rf"(?P<name>\b(?!(?:{_OPENERS})\s)(?:{_NAME}\s+)?(?:{heads})\s+(?:on|of|for|against|between)\s+(?:the\s+)?{_NAME})",
        rf"(?P<name>\b(?!(?:{_OPENERS})\s){_FORENAME}\s+(?:{heads})\b(?:\s+[IVX]+\b)?)",
        rf"(?P<name>\b(?:Treaty|Convention|Declaration|Charter|Protocol)\s+(?:of|on|for|against)\s+(?:the\s+)?{_NAME})",
        r"(?P<name>\b(?:UN\s+)?(?:General\s+Assembly|Assembly|Security\s+Council)\s+[Rr]esolution\s+\d+(?:/\d+)?)",
        r"(?P<name>\b[Rr]esolution\s+\d+/\d+)",
        rf"\b{_DETERMINER}\s+(?P<name>{_YEAR}\s+(?:[\w'’-]+\s+){{0,4}}?"
        r"(?:agreement|accord|pact|treaty|memorandum|protocol|convention|declaration|code\s+of\s+conduct))\b",
        r"\b(?:signed|concluded|reached|struck|negotiated)\s+an?\s+"
        r"(?P<name>(?:[\w'’-]+\s+){0,4}?(?:agreement|accord|pact|treaty|memorandum|protocol|convention))\b",
    )
    return (
        *((EntityType.AGREEMENT, _in_one_cell(pattern)) for pattern in agreements),
        *((EntityType.INCIDENT, _in_one_cell(pattern)) for pattern in incidents),
    )


def _in_one_cell(pattern: str) -> re.Pattern[str]:
    """A pattern whose blanks do not reach from one cell of a table, or one block, into the next."""
    return re.compile(pattern.replace(r"\s+", r"[^\S\t\n]+"))


def _is_name(name: str) -> bool:
    """Whether the words are a name: more than a head ("Memorandum of Understanding"), and not a line of capitals."""
    first, _, rest = name.partition(" ")
    return bool(rest) and not name.isupper() and name not in name_heads("agreement") and len(first) > 1 and not (
        first in name_heads("plain") and rest in name_heads("agreement")
    )  # fmt: skip
