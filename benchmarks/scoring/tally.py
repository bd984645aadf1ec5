"""Counts of what is right, wrong and missed, and what follows from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """What a program got right, what it gave that is not so, and what it did not give, each in words."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float | None:
        """The share of what was given that is right."""
        given = self.right + len(self.wrong)
        return self.right / given if given else None

    @property
    def recall(self) -> float | None:
        """The share of what was to be given that was given."""
        wanted = self.right + len(self.missed)
        return self.right / wanted if wanted else None

    @property
    def f(self) -> float | None:
        """The harmonic mean of precision and recall; of nothing wanted and nothing given there is none."""
        all_ = 2 * self.right + len(self.wrong) + len(self.missed)
        return 2 * self.right / all_ if all_ else None

    def add(self, other: Tally) -> None:
        """Count in what another tally holds."""
        self.right += other.right
        self.wrong.extend(other.wrong)
        self.missed.extend(other.missed)

    def judge(self, what: str, given: object, wanted: object, same: bool) -> None:
        """Count one thing of which both sides have at most one; ``None`` is nothing."""
        if given is None and wanted is None:
            return
        if same:
            self.right += 1
            return
        if given is not None:
            self.wrong.append(f"{what}: {given}")
        if wanted is not None:
            self.missed.append(f"{what}: {wanted}")


def tally_of_counts(given: Iterable[Hashable], wanted: Iterable[Hashable]) -> Tally:
    """A tally of things that are equal or not, each as often as it comes; the order is of no matter."""
    has, wants = Counter(given), Counter(wanted)
    both = has & wants
    return Tally(
        both.total(), [_words(item) for item in (has - wants).elements()], [_words(i) for i in (wants - has).elements()]
    )


def tally_of_pairs(pairs: Sequence[tuple[int, int]], given: Sequence[str], wanted: Sequence[str]) -> Tally:
    """A tally of things that were paired, by their positions on either side."""
    used, met = {g for g, _ in pairs}, {w for _, w in pairs}
    return Tally(
        len(pairs),
        [text[:70] for at, text in enumerate(given) if at not in used],
        [text[:70] for at, text in enumerate(wanted) if at not in met],
    )


def _words(item: object) -> str:
    return ", ".join(str(part) for part in item if part != "") if isinstance(item, tuple) else str(item)
