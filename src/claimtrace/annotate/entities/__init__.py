"""States, incidents, agreements and organisations that a paper speaks of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from claimtrace.annotate.entities.by_facts import told_by_facts
from claimtrace.annotate.entities.chains import Key, Named, chained
from claimtrace.annotate.entities.contexts import names_meant
from claimtrace.annotate.entities.deed_words import deed_voice
from claimtrace.annotate.entities.deeds import told_deeds
from claimtrace.annotate.entities.defined import abbreviations, later_uses
from claimtrace.annotate.entities.gazetteer import Hit, known_names
from claimtrace.annotate.entities.longer_names import whole_names
from claimtrace.annotate.entities.open_names import OpenName, open_names
from claimtrace.annotate.entities.rows import named_rows, years_of_rows
from claimtrace.annotate.entities.unnamed import unnamed_deeds
from claimtrace.annotate.entities.years import Dated, GivenYear, year_given
from claimtrace.annotate.roles.telling import named
from claimtrace.knowledge.records import ELSEWHERE, Record
from claimtrace.model.citation import Citation
from claimtrace.model.claim import Sentence
from claimtrace.model.document import BlockKind, Document
from claimtrace.model.entity import Entity, EntityType, Mention
from claimtrace.model.identity import content_id
from claimtrace.model.place import Span
from claimtrace.text.fold import fold

_SPOKEN = (
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.BLOCK_QUOTATION,
    BlockKind.HEADING,
    BlockKind.CAPTION,
    BlockKind.TABLE,
    BlockKind.NOTE,
)
_EVENTS = (EntityType.INCIDENT, EntityType.AGREEMENT)
_FEW = 3  # parties at most of an agreement that all of them sign on one day


def find_entities(
    document: Document, citations: Sequence[Citation], sentences: Sequence[Sentence]
) -> tuple[Entity, ...]:
    """The entities of a paper with their mentions, in the order of their first mention.

    Names within a citation are those of authors and are left out.
    """
    finder = _Finder(document, [citation.span for citation in citations], sentences)
    finder.add_known()
    finder.add_open()
    finder.add_abbreviations()
    finder.add_chains()
    finder.add_unnamed()
    return finder.entities()


@dataclass(slots=True)
class _Found:
    """An entity on its way: its record or its name as printed, and its mentions with the reasons for them."""

    record: Record | None
    name: str
    mentions: list[Mention] = field(default_factory=list)


class _Finder:
    """Collects mentions, name by name; what one kind of name has taken no later one takes again."""

    def __init__(self, document: Document, cited: list[Span], sentences: Sequence[Sentence]) -> None:
        self._document = document
        self._text = document.text.string
        self._blocks = [block.span for block in document.blocks_of(*_SPOKEN)]
        self._cited = cited
        self._sentences = sentences
        self._starts = [sentence.span.start for sentence in sentences]
        self._found: dict[Key, _Found] = {}
        self._taken: list[Span] = []
        self._states: list[Span] = []
        self._hits: list[Hit] = []

    def add_known(self) -> None:
        """Names that the knowledge base holds."""
        hits = whole_names(self._text, names_meant(self._text, known_names(self._text, self._blocks)))
        self._hits = [hit for hit in hits if hit.record is not None and not _overlaps(hit.span, self._cited)]
        for hit in self._hits:
            assert hit.record is not None
            if hit.record.type is EntityType.STATE:
                self._states.append(hit.span)
            self._add((hit.record.type, hit.record.name), hit.record, hit.record.name, hit.span)

    def add_open(self) -> None:
        """Names that are made like those of incidents and agreements."""
        events = self._spans(*_EVENTS)
        organizations = self._spans(EntityType.ORGANIZATION)
        rows = list(named_rows(self._document, events))
        taken = list(events)
        named = [*rows, *open_names(self._text, self._blocks, self._states)]
        incidents = [*self._incidents(), *(name for name in named if name.type is EntityType.INCIDENT)]
        told = list(told_deeds(self._text, self._sentences, self._hits, incidents))
        named = [name for name in named if not self._is_told_better(name, told)]
        told = self._known_by_facts(told, [*self._spans(EntityType.INCIDENT), *(name.span for name in named)])
        for name in (*named, *told):
            within = name not in rows and any(span.covers(name.span) for span in organizations)
            if within or _overlaps(name.span, self._cited) or _overlaps(name.span, taken):
                continue
            taken.append(name.span)
            given = name.record.name if name.record else name.name
            self._add(_key(name), name.record, given, name.span, name.year, name.why)
        self._leave_out_seats(self._spans(EntityType.AGREEMENT))

    def _known_by_facts(self, told: Sequence[OpenName], named: Sequence[Span]) -> list[OpenName]:
        """What is told without a name, with the record that its month, kind and place fit; known events beside it."""
        deeds = [deed.span for deed in told if deed.record is None]
        known = list(told_by_facts(self._text, self._sentences, self._hits, named, deeds))
        recorded = []
        for deed in told:
            fact = next((fact for fact in known if deed.record is None and fact.span.overlaps(deed.span)), None)
            recorded.append(replace(deed, record=fact.record, why=fact.why) if fact else deed)
        return [*recorded, *(fact for fact in known if not any(fact.span.overlaps(deed.span) for deed in told))]

    def _is_told_better(self, name: OpenName, told: Sequence[OpenName]) -> bool:
        """Whether a name in small letters is the beginning of a deed that tells whom it hit, as it does not itself."""
        if name.record or not name.name[0].islower() or any(name.span.covers(state) for state in self._states):
            return False
        longer = [deed.span for deed in told if deed.span.covers(name.span) and deed.span != name.span]
        return any(span.covers(state) for span in longer for state in self._states)

    def _leave_out_seats(self, agreements: Sequence[Span]) -> None:
        """A town after which an agreement is named is no state: the Kuala Lumpur Accord is not of Malaysia."""
        for hit in self._hits:
            if hit.is_seat and hit.record and any(span.covers(hit.span) for span in agreements):
                found = self._found.get((hit.record.type, hit.record.name))
                if found:
                    found.mentions[:] = [mention for mention in found.mentions if mention.span != hit.span]
        self._found = {key: found for key, found in self._found.items() if found.mentions}

    def add_abbreviations(self) -> None:
        """Short forms that the paper defines behind a name."""
        for key, found in list(self._found.items()):
            if key[0] is EntityType.STATE:
                continue
            for short in abbreviations(self._text, [mention.span for mention in found.mentions]):
                why = f"“{short.short}” is defined behind “{self._words(short.long)}”"
                for span in later_uses(self._text, short, self._blocks):
                    if not _overlaps(span, self._taken) and not _overlaps(span, self._cited):
                        self._add(key, found.record, found.name, span, why=why)

    def add_chains(self) -> None:
        """Nouns that point back to a name."""
        named = [
            Named(key, mention.span, found.name, found.record)
            for key, found in self._found.items()
            for mention in found.mentions
        ]
        for link in chained(self._text, self._sentences, named):
            found = self._found[link.key]
            found.mentions.append(Mention(self._words(link.span), link.span, None, link.why))

    def add_unnamed(self) -> None:
        """Deeds in words of no list, by the states whose part in them is told."""
        names = [
            named(found.record, mention.span, mention.text)
            for (kind, _), found in self._found.items()
            for mention in found.mentions
            if found.record and kind is not EntityType.AGREEMENT and (mention.why is None or kind is EntityType.STATE)
        ]
        names.sort(key=lambda name: (name.span.start, -name.span.end))
        told = self._spans(EntityType.INCIDENT)
        for deed in unnamed_deeds(self._text, self._sentences, names, told):
            if not _overlaps(deed.span, self._cited):
                self._add(_key(deed), None, deed.name, deed.span, why=deed.why)

    def entities(self) -> tuple[Entity, ...]:
        """What was found, with the years that stand with each mention of an event."""
        named = [m.span for (kind, _), e in self._found.items() if kind in _EVENTS for m in e.mentions if m.why is None]
        others = sorted([*named, *self._cited])
        rows = years_of_rows(self._document)
        entities = []
        for (kind, name), found in self._found.items():
            mentions = sorted(found.mentions, key=lambda mention: mention.span)
            if kind in _EVENTS:
                mentions = [self._dated(mention, kind, found.record, others, rows) for mention in mentions]
            entities.append(_entity(kind, name, found, mentions))
        return tuple(sorted(entities, key=lambda entity: entity.mentions[0].span))

    def _add(
        self, key: Key, record: Record | None, name: str, span: Span, year: int | None = None, why: str | None = None
    ) -> None:
        self._taken.append(span)
        self._found.setdefault(key, _Found(record, name)).mentions.append(Mention(self._words(span), span, year, why))

    def _dated(
        self,
        mention: Mention,
        kind: EntityType,
        record: Record | None,
        others: Sequence[Span],
        rows: dict[Span, GivenYear],
    ) -> Mention:
        if mention.year is not None:
            return mention
        given = next((given for cell, given in rows.items() if cell.covers(mention.span)), None)
        if given is None:
            few = record is None or 0 < len(record.states) <= _FEW
            told = kind is EntityType.INCIDENT and deed_voice(mention.text) is not None
            what = Dated(mention.span, self._sentence_at(mention.span), kind is EntityType.AGREEMENT, few, told)
            near = others[max(0, bisect_right(others, what.span) - 12) : bisect_right(others, what.span) + 12]
            given = year_given(self._text, what, near)
        return replace(mention, year=given.year, year_at=given.span) if given else mention

    def _sentence_at(self, span: Span) -> Span:
        """The sentence of a name; of one in a heading, a caption or a table the words just around it."""
        at = bisect_right(self._starts, span.start) - 1
        if at >= 0 and self._sentences[at].span.covers(span):
            return self._sentences[at].span
        block = next((block for block in self._blocks if block.covers(span)), span)
        start = max(block.start, self._text.rfind("\t", block.start, span.start) + 1)
        ends = [at for sign in "\t\n" if (at := self._text.find(sign, span.end, block.end)) >= 0]
        return Span(start, min(ends, default=block.end))

    def _incidents(self) -> list[OpenName]:
        """Where known incidents of cyberspace are named."""
        known = (found for (kind, _), found in self._found.items() if kind is EntityType.INCIDENT)
        return [
            OpenName(EntityType.INCIDENT, mention.span, found.name, None, found.record)
            for found in known
            if found.record and not ELSEWHERE & set(found.record.kind)
            for mention in found.mentions
        ]

    def _spans(self, *kinds: EntityType) -> list[Span]:
        return [m.span for (kind, _), found in self._found.items() if kind in kinds for m in found.mentions]

    def _words(self, span: Span) -> str:
        return " ".join(self._text[span.start : span.end].split())


def _key(name: OpenName) -> Key:
    return name.type, name.record.name if name.record else fold(name.name)


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _entity(kind: EntityType, name: str, found: _Found, mentions: Sequence[Mention]) -> Entity:
    identity, record = content_id("entity", kind, name), found.record
    if record is None:
        year = next((mention.year for mention in mentions if mention.year), None)
        return Entity(identity, kind, found.name, tuple(mentions), year)
    year = record.known if kind in _EVENTS else None
    state = record.states[0] if kind is EntityType.ORGANIZATION and len(record.states) == 1 else None
    return Entity(identity, kind, record.name, tuple(mentions), year, record.iso3166, record.name, state)
