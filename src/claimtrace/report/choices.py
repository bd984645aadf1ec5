"""What the findings can be narrowed to: the checks, sections and references that they speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimtrace.report.cards import Card
from claimtrace.report.view import Index


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a list to choose from: what is compared, what is read, how many findings fit."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Choices:
    """One list: the attribute of a card that it is about, its name, its entries."""

    field: str
    name: str
    entries: tuple[Choice, ...]


def choices(cards: Sequence[Card], index: Index) -> tuple[Choices, ...]:
    """The lists by which findings can be chosen; one with a single entry would choose nothing and is left out."""
    sections = {card.section.id: card.section for card in cards if card.section}
    in_order = sorted(sections.values(), key=lambda section: section.span)
    shorts = {identity: reference.short for identity, reference in index.references.items()}
    checks = sorted({card.finding.check for card in cards})
    cited = (identity for card in cards for identity in dict.fromkeys(card.finding.references))
    found = (
        Choices("check", "Check", _entries({name: name for name in checks}, (card.finding.check for card in cards))),
        Choices(
            "section",
            "Section",
            _entries({s.id: s.title for s in in_order}, (card.section.id for card in cards if card.section)),
        ),
        Choices("references", "Reference", _entries(dict(sorted(shorts.items(), key=lambda item: item[1])), cited)),
    )
    return tuple(row for row in found if len(row.entries) > 1)


def _entries(labels: Mapping[str, str], values: Iterable[str]) -> tuple[Choice, ...]:
    counts = Counter(values)
    return tuple(Choice(value, label, counts[value]) for value, label in labels.items() if counts[value])
