"""What the report lists behind the findings: claims with what they rest on, references, entities, checks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimtrace.model.citation import Citation
from claimtrace.model.claim import Certainty, Claim, ClaimKind
from claimtrace.model.entity import Entity, EntityType, RelationType
from claimtrace.model.finding import Coverage, Finding
from claimtrace.model.place import Span
from claimtrace.model.reference import Reference
from claimtrace.report.view import Index, ReportView


@dataclass(frozen=True, slots=True)
class Support:
    """A citation on which a claim rests: the entry's short name and id, or the pointer as printed."""

    name: str
    reference: str | None
    locator: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with what it rests on and the findings about it."""

    claim: Claim
    where: str
    rests_on: tuple[Support, ...]
    leans_on: tuple[Support, ...]
    own: bool
    hedged: bool
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ClaimSection:
    """The claims of one section, in reading order."""

    title: str
    where: str
    rows: tuple[ClaimRow, ...]

    @property
    def resting(self) -> int:
        """How many rest on a citation, their own or a neighbour's."""
        return sum(bool(row.rests_on or row.leans_on) for row in self.rows)

    @property
    def flagged(self) -> int:
        """How many a finding speaks of."""
        return sum(bool(row.findings) for row in self.rows)


@dataclass(frozen=True, slots=True)
class CitedAt:
    """One citation of an entry: where it stands, its claim or what stands in its place, and how sure the link is."""

    citation: Citation
    where: str
    text: str
    claim: str | None
    doubt: str


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """An entry of the list with the citations that point to it."""

    reference: Reference
    order: int
    cited_at: tuple[CitedAt, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An incident or agreement, or another entity, with what the paper says of it.

    ``pages`` are those that name it, each with the first claim on it that does.
    """

    entity: Entity
    pages: tuple[tuple[int, str | None], ...]
    attributed_to: tuple[str, ...]
    targeted: tuple[str, ...]
    responses: tuple[str, ...]
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check: what it looks for, how much it looked at, how much it found."""

    coverage: Coverage
    finds: str
    found: int


def claim_sections(view: ReportView, index: Index) -> tuple[ClaimSection, ...]:
    """All claims in reading order, by the section in which they stand."""
    sections = {section.id: section for section in view.paper.document.sections}
    groups: list[tuple[str | None, list[Claim]]] = []
    for claim in sorted(view.paper.claims, key=lambda item: item.span):
        if not groups or groups[-1][0] != claim.section:
            groups.append((claim.section, []))
        groups[-1][1].append(claim)
    found = []
    for identity, claims in groups:
        section = sections.get(identity or "")
        title = section.title if section else "Before the first heading"
        rows = tuple(_claim_row(view, index, claim) for claim in claims)
        found.append(ClaimSection(title, view.where(section.page) if section else "", rows))
    return tuple(found)


def reference_rows(view: ReportView, index: Index) -> tuple[ReferenceRow, ...]:
    """The entries by how much rests on them, else in the order of the list, each with its citations in text order."""
    rows = []
    for order, reference in enumerate(view.paper.references, start=1):
        citations = [index.citations[identity] for identity in index.citations_of.get(reference.id, ())]
        at = tuple(_cited_at(view, index, citation) for citation in sorted(citations, key=lambda item: item.span))
        rows.append(ReferenceRow(reference, order, at, tuple(index.findings_on(reference.id))))
    return tuple(sorted(rows, key=lambda row: -len(row.cited_at)))


def unlinked(view: ReportView, index: Index) -> tuple[CitedAt, ...]:
    """The citations that point to no entry, in text order."""
    without = [link.citation for link in view.paper.links if not link.reference]
    return tuple(_cited_at(view, index, index.citations[identity]) for identity in without)


def entity_rows(view: ReportView, index: Index, *kinds: EntityType) -> tuple[EntityRow, ...]:
    """The entities of some kinds; incidents and agreements by year, all others by how often they are named."""
    rows = [_entity_row(view, index, entity) for entity in view.paper.entities if entity.type in kinds]
    dated = EntityType.INCIDENT in kinds or EntityType.AGREEMENT in kinds
    if dated:
        return tuple(sorted(rows, key=lambda row: (row.entity.year or 9999, row.entity.name)))
    return tuple(sorted(rows, key=lambda row: (-len(row.entity.mentions), row.entity.name)))


def check_rows(view: ReportView) -> tuple[CheckRow, ...]:
    """All checks, in the order of the coverage."""
    names = [finding.check for finding in view.findings]
    return tuple(CheckRow(row, view.finds(row.check), names.count(row.check)) for row in view.coverage)


def _claim_row(view: ReportView, index: Index, claim: Claim) -> ClaimRow:
    return ClaimRow(
        claim=claim,
        where=view.where(view.page(claim.span.start)),
        rests_on=tuple(_support(index, identity) for identity in claim.citations),
        leans_on=tuple(_support(index, identity) for identity in claim.leans_on),
        own=ClaimKind.OWN in claim.kinds,
        hedged=claim.certainty is Certainty.HEDGED,
        findings=tuple(index.findings_on(claim.id)),
    )


def _support(index: Index, identity: str) -> Support:
    citation, link = index.citations[identity], index.links.get(identity)
    locator = citation.locator.text if citation.locator else ""
    reference = index.references.get(link.reference or "") if link else None
    if reference is None:
        return Support(citation.text, None, "")
    return Support(reference.short, reference.id, locator)


def _cited_at(view: ReportView, index: Index, citation: Citation) -> CitedAt:
    link = index.links.get(citation.id)
    claims = index.claims_with.get(citation.id, [])
    table = index.table_with.get(citation.id)
    if claims:
        text = index.claims[claims[0]].text
    elif table:
        text = " ".join(filter(None, (table.label, table.caption))) or "A table"
    else:
        text = _sentence(view, citation.anchor)
    where = view.place(citation.span.start)
    return CitedAt(citation, where, text, claims[0] if claims else None, (link.why or "") if link else "")


def _sentence(view: ReportView, span: Span) -> str:
    text = view.paper.document.text
    around = next((item.span for item in view.paper.sentences if item.span.overlaps(span)), span)
    return text.at(around)


def _entity_row(view: ReportView, index: Index, entity: Entity) -> EntityRow:
    pages: dict[int, str | None] = {}
    for mention in entity.mentions:
        page = view.page(mention.span.start)
        if page and not pages.get(page):
            pages[page] = index.claim_at(mention.span.start)
    return EntityRow(
        entity=entity,
        pages=tuple(sorted(pages.items())),
        attributed_to=_tails(view, index, entity, RelationType.ATTRIBUTED_TO),
        targeted=_tails(view, index, entity, RelationType.TARGETED),
        responses=_tails(view, index, entity, RelationType.RESPONDED_WITH),
        parties=_parties(view, index, entity),
    )


def _tails(view: ReportView, index: Index, entity: Entity, kind: RelationType) -> tuple[str, ...]:
    found: dict[str, list[str]] = {}
    for relation in view.paper.relations:
        if relation.type is kind and relation.head == entity.id:
            tail = index.entities.get(relation.tail or "")
            qualifiers = found.setdefault(tail.name if tail else relation.tail_text, [])
            qualifiers.extend([relation.qualifier] if relation.qualifier else [])
    return _with_qualifiers(found)


def _parties(view: ReportView, index: Index, entity: Entity) -> tuple[str, ...]:
    found: dict[str, list[str]] = {}
    for relation in view.paper.relations:
        if relation.type is RelationType.PARTY_TO and relation.tail == entity.id and relation.head in index.entities:
            qualifiers = found.setdefault(index.entities[relation.head].name, [])
            qualifiers.extend([relation.qualifier] if relation.qualifier else [])
    return _with_qualifiers(found)


def _with_qualifiers(found: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(
        f"{name} ({', '.join(unique)})" if (unique := _unique(words)) else name for name, words in found.items()
    )


def by_check(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Findings by the check that found them, in their order."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.check, []).append(finding)
    return groups


def _unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
