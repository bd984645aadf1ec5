"""Who is said to be behind an incident and whom it hit, told from descriptions as trackers and newspapers write them.

    python benchmarks/descriptions.py [--misses]       how well that is found in the descriptions of gold/
    python benchmarks/descriptions.py ITEMS.jsonl      what is found in others': each line {"id": ..., "text": ...}

A line of the gold is ``TEXT => behind CODES; targets CODES``; ``?`` behind a code lets it be given or not. Of a file
of others' a JSON line is printed for each item: ``states``, ``behind`` and ``targets`` as codes, ``certainty``,
``incidents``, ``agreements``, ``relations`` as ``[type, head, tail]`` and ``years``. ``--known`` counts a state, too,
to which only the knowledge base ties a group or firm that the text names.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

from scoring.tally import Tally

from claimtrace.annotate.entities.deed_words import deed_voice
from claimtrace.model.entity import Entity, EntityType, Relation, RelationType
from claimtrace.model.paper import Paper

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))
DENIES = re.compile(r"\b(?:den(?:y|ie[sd]|ying)|reject|dismiss|call|nothing to do|no (?:part|hand|role)|wav|innocence)")
ROLES = {"behind": RelationType.ATTRIBUTED_TO, "targets": RelationType.TARGETED}


def main() -> None:
    """Print a table of scores, or what is found in a file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("items", nargs="?", type=Path, help="JSON lines with an id and a text each")
    parser.add_argument("--known", action="store_true", help="count states known only from the knowledge base")
    parser.add_argument("--misses", action="store_true", help="list what is wrong or missed")
    wanted = parser.parse_args()
    if wanted.items:
        for line in wanted.items.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            told = Told(item["text"], wanted.known)
            print(json.dumps({"id": item["id"], **told.keys()}, ensure_ascii=False))
        return
    for role, tally in scores(HERE / "gold" / "descriptions_open.txt").items():
        shares = "  ".join("–" if s is None else f"{s:.3f}" for s in (tally.precision, tally.recall, tally.f))
        print(f"{role:<10} right {tally.right}  wrong {len(tally.wrong)}  missed {len(tally.missed)}   {shares}")
        if wanted.misses:
            print("\n".join([*(f"    wrong   {w}" for w in tally.wrong), *(f"    missed  {m}" for m in tally.missed)]))


class Told:
    """What a text tells that is read as a paper of its own."""

    def __init__(self, text: str, known: bool = True) -> None:
        from set_documents import paper_of

        self._paper: Paper = paper_of(f"# Body\n\n{' '.join(text.split())}")
        self._known = known
        self._entities = {entity.id: entity for entity in self._paper.entities}

    def codes(self, kind: RelationType) -> set[str]:
        """The states at the tail of relations of a kind; one that denies it itself was held responsible."""
        firm = (r for r in self._paper.relations if r.type is kind and (r.certainty != "denied" or self._denies(r)))
        return {code for r in firm if r.tail and (code := self._code(self._entities[r.tail]))}

    def keys(self) -> dict[str, Any]:
        """Everything, as lists of codes and names."""
        events = [e for e in self._paper.entities if e.type in (EntityType.INCIDENT, EntityType.AGREEMENT) and _name(e)]
        years = [(_name(e), next((m.year for m in e.mentions if m.year), None)) for e in events]
        return {
            "states": sorted({e.iso3166 for e in self._paper.entities if e.iso3166}),
            **{role: sorted(self.codes(kind)) for role, kind in ROLES.items()},
            "certainty": self._certainty(),
            "incidents": [_name(e) for e in events if e.type is EntityType.INCIDENT],
            "agreements": [_name(e) for e in events if e.type is EntityType.AGREEMENT],
            "relations": self._relations(),
            "years": [year for year in years if year[1]],
        }

    def _code(self, entity: Entity) -> str | None:
        return entity.iso3166 or (entity.state if self._known else None)

    def _denies(self, relation: Relation) -> bool:
        """Whether a state denies the deed itself, which nobody need do who was not held responsible."""
        named = [m for e in self._paper.entities if e.id == relation.tail for m in e.mentions]
        sentence = next(s.span for s in self._paper.sentences if s.span.start <= relation.span.end <= s.span.end + 1)
        first = next((m.span.end for m in named if sentence.covers(m.span)), sentence.end)
        return bool(DENIES.search(self._paper.document.text.string, first, sentence.end))

    def _certainty(self) -> str:
        """How the text puts who did it: denied where somebody denies it, alleged where somebody says it."""
        told = [r for r in self._paper.relations if r.type in (RelationType.ATTRIBUTED_TO, RelationType.VIOLATED)]
        if not told:
            return "none"
        if any(r.certainty == "denied" for r in told):
            return "denied"
        return "alleged" if any(r.certainty == "alleged" or r.by for r in told) else "stated"

    def _relations(self) -> list[tuple[str, str, str]]:
        """What is told, a state that holds another responsible accusing it; a group stands where no state is told."""
        found = {end for r in self._paper.relations for end in self._ends(r)}
        states = {tail for kind, _, tail in found if kind == "attributed-to" and len(tail) == 2}
        return sorted(end for end in found if end[0] != "attributed-to" or not states or end[2] in states)

    def _ends(self, relation: Relation) -> list[tuple[str, str, str]]:
        head, tail = self._entities[relation.head], self._entities.get(relation.tail or "")
        by = self._end(self._entities[relation.by]) if relation.by else None
        if relation.type is RelationType.RESPONDED_WITH:
            return [("responded-with", by, self._answered(relation))] if by else []
        if (relation.certainty == "denied" and not self._denies(relation)) or (
            relation.type is RelationType.TARGETED and tail and not tail.iso3166
        ):
            return []
        told = [(str(relation.type), self._end(head), self._end(tail) if tail else relation.tail_text)]
        if relation.type is RelationType.ATTRIBUTED_TO and by and tail and tail.iso3166:
            told.append(("accused", by, tail.iso3166))
        return told

    def _answered(self, relation: Relation) -> str:
        """The state that an answer names, else the one that is held responsible, else the words of the answer."""
        named = [
            e.iso3166
            for e in self._paper.entities
            if e.iso3166 and e.id != relation.by
            for m in e.mentions
            if relation.span.covers(m.span) and m.text in relation.tail_text
        ]
        return next(iter([*named, *sorted(self.codes(RelationType.ATTRIBUTED_TO))]), relation.tail_text)

    def _end(self, entity: Entity) -> str:
        return entity.iso3166 or _name(entity)


def _name(entity: Entity) -> str:
    """An entity as the text names it; an incident that is told without a name has none."""
    if entity.type is not EntityType.INCIDENT:
        return entity.mentions[0].text
    return next((m.text for m in entity.mentions if m.why is None and not deed_voice(m.text)), "")


def scores(path: Path) -> dict[str, Tally]:
    """The tallies of both roles over the gold."""
    tallies = {role: Tally() for role in ROLES}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        text, _, gold = line.partition(" => ")
        told = Told(text)
        for part in gold.split(";"):
            role, _, codes = part.strip().partition(" ")
            marks = dict(([*code.split(), ""])[:2] for code in codes.split(",") if code.strip())
            wanted = {code for code, mark in marks.items() if not mark}
            has = told.codes(ROLES[role])
            tallies[role].right += len(has & wanted)
            tallies[role].wrong.extend(f"{code} in {text}" for code in sorted(has - marks.keys()))
            tallies[role].missed.extend(f"{code} in {text}" for code in sorted(wanted - has))
    return tallies


if __name__ == "__main__":
    main()
