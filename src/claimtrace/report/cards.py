"""What the HTML report shows of each finding: its passage, pictures, evidence, and the other side of a repeat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimtrace.knowledge.advice import advice_on
from claimtrace.model.document import Section
from claimtrace.model.finding import Evidence, Finding
from claimtrace.model.place import Span
from claimtrace.report.compare import OTHER_PLACE, Piece, PieceKind, changes, compare, little_in_common
from claimtrace.report.places import Crop, Cropper
from claimtrace.report.plain import begun
from claimtrace.report.quotes import Quote, Quoter
from claimtrace.report.view import Index, PagePicture, ReportView


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of a page picture: what the picture is called, its part and its marks in points, its text."""

    href: str
    crop: Crop
    label: str
    caption: str


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of evidence."""

    kind: str
    text: str
    where: str
    href: str | None
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the passages that stand side by side.

    The others are compared with the earliest of them, and the earliest with the one least like it.
    """

    where: str
    pieces: tuple[Piece, ...]
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as the report shows it.

    ``marked`` says which words of its sides are marked: those that differ, in passages that have little in common
    those that are the same, and none in passages that do not differ. ``first`` is whether no card before it is of the
    same check. ``related`` are the other findings of its cause, each with its place.
    """

    finding: Finding
    where: str
    section: Section | None
    quote: Quote | None
    pictures: tuple[Picture, ...]
    items: tuple[Item, ...]
    sides: tuple[Side, ...]
    marked: PieceKind | None
    first: bool
    related: tuple[tuple[Finding, str], ...]
    why: str
    advice: str


class CardMaker:
    """Makes the cards of one view."""

    def __init__(self, view: ReportView, index: Index, pictures: Sequence[PagePicture]) -> None:
        """Remember what the cards are made from."""
        self._view = view
        self._index = index
        self._document = view.paper.document
        self._quoter = Quoter(view.paper)
        self._cropper = Cropper(self._document)
        self._entries = {reference.span: reference.id for reference in view.paper.references}
        self._pictures: Mapping[int, PagePicture] = {picture.number: picture for picture in pictures}

    def cards(self) -> tuple[Card, ...]:
        """One card for each finding, in the order of the findings."""
        firsts = {finding.check: finding.id for finding in reversed(self._view.findings)}
        return tuple(self._card(finding, firsts[finding.check] == finding.id) for finding in self._view.findings)

    def _card(self, finding: Finding, first: bool) -> Card:
        spans = self._repeated(finding)
        sides = self._sides(spans)
        return Card(
            finding=finding,
            where=self._view.where(finding.page),
            section=self._document.section_at(finding.span.start) if finding.span else None,
            quote=None if sides else self._quoter.quote(finding),
            pictures=() if sides else self._of_finding(finding),
            items=tuple(self._item(evidence) for evidence in finding.evidence if evidence.span not in spans),
            related=tuple(
                (other, self._view.where(other.page) or self._view.place(other.span.start if other.span else 0))
                for other in self._view.findings
                if finding.cause and other.cause == finding.cause and other.id != finding.id
            ),
            sides=sides,
            marked=self._marked(spans),
            first=first,
            why=self._view.why(finding.check),
            advice=advice_on(finding.check).advice,
        )

    def _repeated(self, finding: Finding) -> tuple[Span, ...]:
        """All places of the passage that a finding calls a repeat, in reading order."""
        duplicate = self._index.duplicates.get(finding.duplicate or "")
        if duplicate is None:
            return ()
        spans = [duplicate.first, duplicate.second]
        for evidence in finding.evidence:
            if evidence.kind == OTHER_PLACE and evidence.span and not any(evidence.span.overlaps(s) for s in spans):
                spans.append(evidence.span)
        return tuple(sorted(spans))

    def _sides(self, spans: Sequence[Span]) -> tuple[Side, ...]:
        if not spans:
            return ()
        earliest, *others = (self._document.text.at(span) for span in spans)
        compared = [compare(earliest, other) for other in others]
        most = max((own for own, _ in compared), key=lambda own: sum(p.kind is PieceKind.DIFFERENT for p in own))
        pieces = (most, *(other for _, other in compared))
        return tuple(
            Side(self._view.place(span.start), side, self._of_span(span, 2))
            for span, side in zip(spans, pieces, strict=True)
        )

    def _marked(self, spans: Sequence[Span]) -> PieceKind | None:
        earliest, *others = [self._document.text.at(span) for span in spans] or [""]
        if not any(changes(earliest, other) for other in others):
            return None
        return PieceKind.SAME if any(little_in_common(earliest, other) for other in others) else PieceKind.DIFFERENT

    def _item(self, evidence: Evidence) -> Item:
        return Item(
            kind=evidence.kind,
            text=evidence.text,
            where=self._view.where(evidence.page),
            href=f"#{self._entries[evidence.span]}" if evidence.span in self._entries else None,
            pictures=self._of_span(evidence.span, 1) if evidence.span else (),
        )

    def _of_finding(self, finding: Finding) -> tuple[Picture, ...]:
        if found := self._drawn(self._cropper.around(finding.boxes(self._document.text))):
            return found
        crop = self._cropper.upper_part(finding.page) if finding.page else None
        return self._drawn([crop] if crop else [])

    def _of_span(self, span: Span, limit: int) -> tuple[Picture, ...]:
        return self._drawn(self._cropper.crops(span, limit))

    def _drawn(self, found: Iterable[Crop]) -> tuple[Picture, ...]:
        return tuple(self._picture(crop) for crop in found if crop.page in self._pictures)

    def _picture(self, crop: Crop) -> Picture:
        where = self._view.where(crop.page)
        what = "with the passage marked" if crop.marks else "its upper part"
        caption = begun(where) + ("; the passage goes on below" if crop.cut else "")
        return Picture(f"#picture-{crop.page}", crop, f"Picture of {where}, {what}", caption)
