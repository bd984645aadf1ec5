"""The weights by which the states of a telling are judged, learnt from texts marked by hand.

    python benchmarks/train_roles.py             how well texts of writers are judged by weights learnt from the others'
    python benchmarks/train_roles.py --write     learn from all of them and write knowledge/role_weights.tsv

A line of the gold is ``WRITER | TEXT => behind CODES; origin CODES; targets CODES``; "origin" are states of which the
text says only that the doers come from there. Two runs write the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scoring.marked import Item, items
from scoring.tally import Tally

from claimtrace.annotate.relations.placed import Placed
from claimtrace.annotate.relations.roles import names_of
from claimtrace.annotate.roles import decision
from claimtrace.annotate.roles.cues import Standing, gathered, standings
from claimtrace.annotate.roles.decision import Role, Shares, Weights, second_look, state_of
from claimtrace.annotate.roles.tellings import tellings

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))
GOLD = ("descriptions_open.txt", "roles_open.txt")
OUT = HERE.parent / "src" / "claimtrace" / "knowledge" / "role_weights.tsv"
HEAD = """\
# What each cue by the name of a state weighs for its being behind a deed, the origin of those who did it, or hit by it,
# against its being none of these. The second look knows what the first one made of the other states.
# Written by benchmarks/train_roles.py.
look\tcue\tbehind\torigin\thit
"""
RIDGE = 8.0
LEAST = 4  # texts in which a cue must stand
ROUNDS = 100
SMALL = 0.06  # a cue all of whose weights are smaller is left out
ROLES = ("behind", "origin", "targets")
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the gold, by whom, and which states have which part in it; a part in doubt is left open."""

    writer: str
    words: str
    roles: dict[str, frozenset[str]]
    open: frozenset[str]


@dataclass(frozen=True, slots=True)
class Case:
    """A state or body of a text: its cues, the state it stands for, its part (0 none, then as in ROLES)."""

    text: int
    telling: int
    key: str
    state: str | None
    cues: frozenset[str]
    part: int | None
    told: tuple[Standing, ...]


def main() -> None:
    """Print the figures, or write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="write the weights")
    wanted = parser.parse_args()
    texts = list(gold())
    cases = list(cases_of(texts))
    if wanted.write:
        OUT.write_text(HEAD + "".join(_rows(*learn(cases, texts))), encoding="utf-8")
        return
    everyone = {role: Tally() for role in ("behind", "targets")}
    for writer in sorted({text.writer for text in texts}):
        by_others = learn([case for case in cases if texts[case.text].writer != writer], texts)
        own = [case for case in cases if texts[case.text].writer == writer]
        tallies = judged(texts, writer, own, *by_others)
        for role, tally in tallies.items():
            print(_line(writer, role, tally))
            everyone[role].add(tally)
    for role, tally in everyone.items():
        print(_line("all", role, tally))


def gold() -> Iterator[Text]:
    """The texts of the gold."""
    lines = [line for name in GOLD for line in (HERE / "gold" / name).read_text(encoding="utf-8").splitlines()]
    for line in lines:
        if line.startswith("#"):
            continue
        writer, _, rest = line.partition(" | ") if " | " in line else ("own", "", line)
        words, _, parts = rest.rpartition(" => ")
        roles: dict[str, frozenset[str]] = dict.fromkeys(ROLES, frozenset())
        doubt: set[str] = set()
        for part in parts.split(";"):
            role, _, codes = part.strip().partition(" ")
            marks = [code.split() for code in codes.split(",") if code.strip()]
            roles[role] = frozenset(mark[0] for mark in marks if len(mark) == 1)
            doubt.update(mark[0] for mark in marks if len(mark) > 1)
        yield Text(writer, words, roles, frozenset(doubt))
    for item in items(HERE / "gold" / "entities_open.txt"):
        roles = {
            role: _ends(item, kind, False) for role, kind in (("behind", "attributed-to"), ("targets", "targeted"))
        }
        doubtful = _ends(item, "attributed-to", True) | _ends(item, "targeted", True)
        doubtful |= {end for told in item.relations if told.type == "accused" for end in (told.head, told.tail)}
        yield Text("sentences", item.text, {**roles, "origin": frozenset()}, doubtful)


def _ends(item: Item, kind: str, doubtful: bool) -> frozenset[str]:
    return frozenset(told.tail for told in item.relations if told.type == kind and told.open is doubtful)


def cases_of(texts: Sequence[Text]) -> Iterator[Case]:
    """The states and bodies of all texts that tell of a deed."""
    from set_documents import paper_of

    for number, text in enumerate(texts):
        paper = paper_of(f"# Body\n\n{text.words}")
        names = names_of(Placed(paper.entities).all)
        for at, telling in enumerate(tellings(paper.document.text.string, paper.sentences, names)):
            told = standings(paper.document.text.string, telling.sentences, telling.names)
            by_key = {standing.name.key: standing.name for standing in told}
            for key, cues in gathered(told, telling.names).items():
                name = by_key[key]
                state = state_of(name)
                part = _part(text, state, name.kind)
                if part == 0 and name.kind in ("group", "organ") and state not in by_key:
                    part = None  # what the text says of a group whose state it does not name was not marked
                yield Case(number, at, key, state, frozenset(cues), part, tuple(told))


def _part(text: Text, state: str | None, kind: str) -> int | None:
    """The part of a state; a group has that of its state but for being hit, a firm that of being hit alone.

    Whether an agency of a state that was hit was hit itself is left open.
    """
    if state is None or state in text.open:
        return None
    parts = [number for number, role in enumerate(ROLES, start=1) if state in text.roles[role]]
    part = parts[0] if parts else 0
    if kind in ("group", "organ") and part == len(ROLES):
        return 0 if kind == "group" else None
    return part if kind != "body" or part == len(ROLES) else 0


def learn(cases: Sequence[Case], texts: Sequence[Text]) -> tuple[Weights, Weights]:
    """The weights of both looks; what the second learns of the first is how that judges writers it has not seen."""
    judged_by_others: dict[int, Shares] = {}
    writers = sorted({texts[case.text].writer for case in cases})
    for writer in writers:
        seen = fitted([case for case in cases if texts[case.text].writer != writer])
        for at, case in enumerate(cases):
            if texts[case.text].writer == writer:
                judged_by_others[at] = decision.shares(seen, case.cues)
    again = _with_second_look(cases, [judged_by_others[at] for at in range(len(cases))])
    return fitted(cases), fitted(again)


def _with_second_look(cases: Sequence[Case], first: Sequence[Shares]) -> list[Case]:
    found = list(cases)
    for places in _tellings(cases):
        looked = second_look(
            {cases[at].key: first[at] for at in places}, {cases[at].key: cases[at].state for at in places}
        )
        for at in places:
            case = cases[at]
            found[at] = replace(case, cues=case.cues | looked[case.key])
    return found


def _tellings(cases: Sequence[Case]) -> Iterable[list[int]]:
    """The places of the cases of each telling."""
    groups: dict[tuple[int, int], list[int]] = {}
    for at, case in enumerate(cases):
        groups.setdefault((case.text, case.telling), []).append(at)
    return groups.values()


def fitted(cases: Sequence[Case]) -> Weights:
    """The weights of a multinomial logistic regression with a ridge, by accelerated gradient steps from zero."""
    known = [case for case in cases if case.part is not None]
    texts: dict[str, set[int]] = {}
    for case in known:
        for cue in case.cues:
            texts.setdefault(cue, set()).add(case.text)
    cues = sorted(cue for cue, where in texts.items() if len(where) >= LEAST)
    at = {cue: column for column, cue in enumerate(cues)}
    rows = [[at[cue] for cue in sorted(case.cues & at.keys())] for case in known]
    right = np.zeros((len(known), len(ROLES) + 1))
    right[np.arange(len(known)), [case.part or 0 for case in known]] = 1
    found = _descended(_Given(rows, len(cues)), right)
    found -= found[:, :1]
    kept = [column for column in range(len(cues)) if np.abs(found[column]).max() >= SMALL]
    return {
        cues[k]: (round(float(b), 2), round(float(o), 2), round(float(h), 2)) for k in kept for _, b, o, h in [found[k]]
    }


class _Given:
    """Which cues each case has: a matrix of few ones, to be multiplied from either side."""

    def __init__(self, rows: Sequence[Sequence[int]], width: int) -> None:
        self.width = width
        self._columns = np.array([column for row in rows for column in row])
        self._lengths = np.array([len(row) for row in rows])
        self._starts = np.concatenate(([0], np.cumsum(self._lengths)[:-1]))

    def times(self, weights: Array) -> Array:
        return np.asarray(np.add.reduceat(weights[self._columns], self._starts, axis=0))

    def turned_times(self, values: Array) -> Array:
        spread = np.repeat(values, self._lengths, axis=0)
        columns = range(values.shape[1])
        return np.stack([np.bincount(self._columns, spread[:, k], self.width) for k in columns], axis=1)

    def norm(self) -> float:
        """The largest singular value, by repeated multiplication."""
        one = np.ones((self.width, 1))
        for _ in range(20):
            one = self.turned_times(self.times(one / np.linalg.norm(one)))
        return float(np.linalg.norm(one)) ** 0.5


def _descended(given: _Given, right: Array) -> Array:
    step = 1 / (given.norm() ** 2 / 2 + RIDGE)
    now = ahead = np.zeros((given.width, right.shape[1]))
    speed = 1.0
    for _ in range(ROUNDS):
        sums = given.times(ahead)
        shares = np.exp(sums - sums.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        then = ahead - step * (given.turned_times(shares - right) + RIDGE * ahead)
        faster = (1 + (1 + 4 * speed * speed) ** 0.5) / 2
        ahead = then + (speed - 1) / faster * (then - now)
        now, speed = then, faster
    return now


def judged(
    texts: Sequence[Text], writer: str, cases: Sequence[Case], first: Weights, second_weights: Weights
) -> dict[str, Tally]:
    """The tallies of a writer's texts; a state of mere origin may be given as behind a deed or not."""
    shares = [decision.shares(first, case.cues) for case in cases]
    again = _with_second_look(cases, shares)
    given: dict[tuple[int, str], set[str]] = {}
    for places in _tellings(again):
        second = {again[at].key: decision.shares(second_weights, again[at].cues) for at in places}
        states = {again[at].key: again[at].state for at in places}
        for key, share in decision.levelled(second, again[places[0]].told).items():
            role, state = decision.role(share), states[key]
            if role is not None and state:
                given.setdefault((again[places[0]].text, "targets" if role is Role.HIT else "behind"), set()).add(state)
    tallies = {role: Tally() for role in ("behind", "targets")}
    for number, text in enumerate(texts):
        if text.writer != writer:
            continue
        for role, tally in tallies.items():
            has, wanted = given.get((number, role), set()) - text.open, text.roles[role]
            allowed = wanted | text.roles["origin"] if role == "behind" else wanted
            tally.right += len(has & wanted)
            tally.wrong.extend(f"{code} in {text.words}" for code in sorted(has - allowed))
            tally.missed.extend(f"{code} in {text.words}" for code in sorted(wanted - has))
    return tallies


def _line(writer: str, role: str, tally: Tally) -> str:
    return (
        f"{writer:<8} {role:<8} right {tally.right:>4}  wrong {len(tally.wrong):>4}  missed {len(tally.missed):>4}   "
        f"{tally.precision or 0:.3f}  {tally.recall or 0:.3f}"
    )


def _rows(first: Weights, second: Weights) -> Iterator[str]:
    for look, by_cue in ((1, first), (2, second)):
        for cue, given in sorted(by_cue.items()):
            yield "\t".join((str(look), cue, *(f"{weight:.2f}" for weight in given))) + "\n"


if __name__ == "__main__":
    main()
