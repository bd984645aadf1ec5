"""A state is called party to an agreement that it is not party to, or no party to one that it is party to.

Finds sentences and table rows that call a state a party, a signatory or a member, or say that it is none, where the
knowledge base has it otherwise: "Russia, a party to the Budapest Convention", "India has ratified the Non-Proliferation
Treaty", "Japan is not a party to the Budapest Convention", "Germany never signed the Paris Agreement", "Norway withdrew
from the Paris Agreement", "Sweden, a founding member of NATO"; and a year of joining that is more than a year off
("Estonia joined NATO in 2009"), but not one of ratification, which a parliament may decide long before.

Silent where the knowledge base does not know how the state stands, on what should, could or will be, on observers and
states that were invited, on groups of states, and on what was so at an earlier time: a state that joined and left again
did join, and one that was no party before it joined was none.

Why: who is bound by what is a plain fact, and much is argued from it. The record with its source is given as evidence;
it may be older than the paper.
"""

from __future__ import annotations

import re
from functools import cache

from claimtrace.check.base import Bounds, Check, Example, Needs, Result, finding, sentence_at
from claimtrace.check.joined import year_joined
from claimtrace.knowledge.parties import Standing, Stands, stands
from claimtrace.knowledge.records import record_of
from claimtrace.knowledge.wordings import alternatives
from claimtrace.model.entity import Entity, Relation, RelationCertainty, RelationType
from claimtrace.model.finding import Evidence, Finding, Severity, Verdict
from claimtrace.model.graph import Questions
from claimtrace.model.place import Span
from claimtrace.text.spans import masked

_CALLED = {
    RelationType.PARTY_TO: ("a party to", "no party to"),
    RelationType.SIGNED: ("a signatory of", "no signatory of"),
    RelationType.MEMBER_OF: ("a member of", "no member of"),
    RelationType.WITHDREW: ("gone from", "never gone from"),
}
_COMPILED = 2025  # the last year that the knowledge base speaks of
_SIGNED_BY_ALL = 2000  # states that joined younger agreements early signed them; older ones many joined without
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@cache
def _words_of(kind: str) -> re.Pattern[str]:
    return re.compile(alternatives("party_words", kind))


def run(ask: Questions, bounds: Bounds) -> Result:
    """Compare what the paper says of each state's standing with the knowledge base."""
    result = Result()
    entities = {entity.id: entity for entity in ask.paper.entities}
    seen: set[tuple[str, str, int]] = set()
    for relation in ask.paper.relations:
        state, thing = entities.get(relation.head), entities.get(relation.tail or "")
        if relation.type not in _CALLED or state is None or thing is None or state.iso3166 is None:
            continue
        if relation.qualifier == "partly" or relation.certainty is RelationCertainty.ALLEGED:
            continue
        known = _standing(state.iso3166, thing)
        if known is None:
            result.abstained += 1
            continue
        result.checked += 1
        place = _place(ask, relation)
        key = (state.id, thing.id, place.start)
        if key in seen:
            continue
        if _differs(ask, relation, known, place):
            seen.add(key)
            result.findings.append(_finding(ask, relation, state, thing, known, place))
        elif year := _wrong_year(ask, relation, state, thing, known, bounds):
            seen.add(key)
            result.findings.append(_late_finding(ask, relation, state, thing, known, year))
    if result.abstained:
        result.why = f"statements on states whose standing the knowledge base does not hold: {result.abstained}"
    return result


def _standing(iso3166: str, thing: Entity) -> Stands | None:
    record = record_of(thing)
    return stands(record, iso3166) if record else None


def _place(ask: Questions, relation: Relation) -> Span:
    return relation.span if relation.table else sentence_at(ask, relation.span)


def _differs(ask: Questions, relation: Relation, known: Stands, place: Span) -> bool:
    """Whether the paper says what the knowledge base denies, of the same time."""
    cited = [citation.span for citation in ask.paper.citations if place.covers(citation.span)]
    text = " ".join(masked(ask.paper.document.text.string, place, cited).split())
    if not relation.table and _words_of("not meant").search(text):
        return False
    if relation.type is RelationType.WITHDREW:
        return _wrongly_gone(ask, relation, known, text)
    if relation.certainty is RelationCertainty.DENIED:
        return _wrongly_denied(ask, relation, known, text)
    if known.standing is Standing.PARTY:
        return known.late and bool(_words_of("founder").search(ask.paper.document.text.at(relation.span)))
    if known.standing is Standing.SIGNATORY:
        return relation.type is RelationType.PARTY_TO
    if known.standing is Standing.GONE:
        return relation.type is not RelationType.SIGNED and _is_said_of_now(ask, known.until, text)
    return known.standing is Standing.OUTSIDE


def _wrong_year(
    ask: Questions, relation: Relation, state: Entity, thing: Entity, known: Stands, bounds: Bounds
) -> int | None:
    """The year in which a state is said to have joined, where the knowledge base has it as a party since another."""
    joins = relation.type in (RelationType.PARTY_TO, RelationType.MEMBER_OF) and relation.table is None
    if not joins or relation.certainty is not RelationCertainty.STATED:
        return None
    if known.standing is not Standing.PARTY or known.since is None:
        return None
    year = year_joined(ask, state, thing, sentence_at(ask, relation.span))
    return year if year and abs(year - known.since) > bounds["leeway"] else None


def _wrongly_denied(ask: Questions, relation: Relation, known: Stands, text: str) -> bool:
    if known.standing is not Standing.PARTY:
        return False
    if relation.type is RelationType.SIGNED and (known.late or (known.began or 0) < _SIGNED_BY_ALL):
        return False
    years = [*map(int, _YEAR.findall(text)), _written(ask)]
    return (relation.table is not None or bool(_words_of("now").search(text))) and min(years) > (known.since or 0)


def _wrongly_gone(ask: Questions, relation: Relation, known: Stands, text: str) -> bool:
    """Whether a state is said to have left what it is still in, or never was in, as far as the knowledge base goes."""
    if relation.certainty is not RelationCertainty.STATED or known.standing not in (Standing.PARTY, Standing.OUTSIDE):
        return False
    years = [int(year) for year in _YEAR.findall(text)] or [_written(ask)]
    return 0 < max(years) <= _COMPILED


def _written(ask: Questions) -> int:
    """The year of the paper; where it gives none, that of the youngest work that it lists."""
    return ask.paper.document.year or max((entry.year or 0 for entry in ask.paper.references), default=0)


def _is_said_of_now(ask: Questions, until: int | None, text: str) -> bool:
    """Whether a sentence speaks of its own present, and that lies behind the year in which the state left."""
    return (
        bool(_words_of("still").search(text)) and not _YEAR.search(text) and until is not None and _written(ask) > until
    )


def _finding(ask: Questions, relation: Relation, state: Entity, thing: Entity, known: Stands, place: Span) -> Finding:
    called = _CALLED[relation.type][relation.certainty is RelationCertainty.DENIED]
    if known.standing is Standing.PARTY and relation.type is not RelationType.WITHDREW and called.startswith("a "):
        called = "a founder of"
    has = f"the knowledge base has it as {_words(known)}"
    by_name = all(mention.why is None for mention in thing.mentions if place.covers(mention.span))
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.LIKELY if by_name and _is_plain(relation, known) else Verdict.POSSIBLE,
        f"{state.name} is called {called} {thing.name} here; {has}.",
        place,
        evidence=[Evidence("knowledge base", f"{thing.name}: {state.name} {_words(known)} ({known.source})")],
        claims=[claim.id for claim in ask.paper.claims if claim.span.overlaps(relation.span)],
    )


def _late_finding(
    ask: Questions, relation: Relation, state: Entity, thing: Entity, known: Stands, year: int
) -> Finding:
    return finding(
        ask,
        CHECK.name,
        CHECK.severity,
        Verdict.LIKELY if relation.type is RelationType.MEMBER_OF else Verdict.POSSIBLE,
        f"{state.name} is said to have joined {thing.name} in {year}; the knowledge base has it as {_words(known)}.",
        sentence_at(ask, relation.span),
        evidence=[Evidence("knowledge base", f"{thing.name}: {state.name} {_words(known)} ({known.source})")],
        claims=[claim.id for claim in ask.paper.claims if claim.span.overlaps(relation.span)],
    )


def _is_plain(relation: Relation, known: Stands) -> bool:
    """Whether the two cannot both be right: who left may be back, who never signed may have acceded."""
    signs_not = relation.type is RelationType.SIGNED and relation.certainty is RelationCertainty.DENIED
    return known.standing is not Standing.GONE and relation.type is not RelationType.WITHDREW and not signs_not


def _words(known: Stands) -> str:
    if known.standing is Standing.PARTY:
        return f"a party since {known.since}" if known.since else "a party"
    if known.standing is Standing.GONE:
        return f"gone since {known.until}"
    return "a signatory that has not ratified" if known.standing is Standing.SIGNATORY else "no party"


CHECK = Check(
    name="agreement-party-wrong",
    needs=(Needs.PAPER, Needs.KNOWLEDGE),
    layers=("sentences", "entities", "claims"),
    severity=Severity.WARNING,
    finds="a state is called party to an agreement that it is not party to, or the reverse",
    run=run,
    bounds={"leeway": 1},
    example=Example(
        bad="Harbours ask for logs abroad. Russia is a party to the Budapest Convention (Quill, 2022).\n\n"
        "# References\nQuill, B. (2022). Tides and tallies. Port Selwyn Press.",
        good="Harbours ask for logs abroad. Japan is a party to the Budapest Convention, and Russia is not "
        "(Quill, 2022).\n\n# References\nQuill, B. (2022). Tides and tallies. Port Selwyn Press.",
    ),
)
