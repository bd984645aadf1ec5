"""Passages that stand twice, and what only looks like it."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrace.link.duplicates import find_duplicates
from claimtrace.model.duplicate import Duplicate, DuplicateKind
from claimtrace.model.paper import Paper
from set_documents import layered, paper_of
from written_papers import document_of

FIRST = (
    "The harbour master of Port Selwyn keeps a ledger in which every ship, every cargo and every quarrel of the quay "
    "is written down before the tide has turned."
)
SECOND = (
    "Nobody reads the ledger in summer, when the ferries run late and the clerks are asleep behind the customs shed."
)
NEAR = (
    "The harbour master of Port Selwyn keeps a big ledger in which each ship, each cargo and every quarrel of the quay "
    "is noted down before the tide turns."
)
FILLER = (
    "Lamps burn whale oil on the northern pier, and the smell of it hangs over the sheds until noon.",
    "A pilot needs eleven winters to learn the bar, but the bar needs only one night to move.",
    "Ropes are sold by weight in the upper town and by length in the lower one.",
    "Gulls are counted by children, who are paid in apples for a hundred of them.",
    "The bell of the old chapel gives the hour to the boats and to nobody else.",
)


def _paper(*paragraphs: str) -> Paper:
    return paper_of("# Body\n\n" + "\n\n".join(paragraphs))


def _told(paper: Paper) -> list[tuple[DuplicateKind, str, str]]:
    text = paper.document.text
    return [(d.kind, text.at(d.first), text.at(d.second)) for d in paper.duplicates]


def test_a_sentence_that_stands_again_word_for_word() -> None:
    paper = _paper(f"{FILLER[0]} {FIRST}", FILLER[1], f"{FIRST} {FILLER[2]}")
    assert _told(paper) == [(DuplicateKind.VERBATIM, FIRST, FIRST)]
    (found,) = paper.duplicates
    assert found.similarity == 1.0
    assert found.words == len(FIRST.split())


def test_a_sentence_that_stands_again_with_a_few_words_changed() -> None:
    paper = _paper(f"{FILLER[0]} {FIRST}", FILLER[1], f"{NEAR} {FILLER[2]}")
    assert _told(paper) == [(DuplicateKind.NEAR, FIRST, NEAR)]
    assert 0.62 < paper.duplicates[0].similarity < 0.985


def test_case_accents_and_marks_do_not_part_two_passages() -> None:
    paper = _paper(FIRST, FILLER[0], FIRST.upper().replace("LEDGER", "LÉDGER").replace(",", ";"))
    assert [d.kind for d in paper.duplicates] == [DuplicateKind.VERBATIM]


@pytest.mark.parametrize("parting", [" ", "\n\n", f" {FILLER[3][:35]}. "], ids=["together", "two paragraphs", "a gap"])
def test_a_run_of_sentences_is_one_passage(parting: str) -> None:
    again = f"{FIRST}{parting}{SECOND}"
    paper = _paper(f"{FILLER[0]} {FIRST} {SECOND}", FILLER[1], f"{again} {FILLER[2]}")
    ((_, first, second),) = _told(paper)
    assert first == f"{FIRST} {SECOND}"
    assert second == again


def test_a_run_over_the_end_of_a_page_is_one_passage() -> None:
    run = f"{FIRST} {SECOND}"
    pages: set[int] = set()
    for filled in range(104, 128, 4):
        tides = "The tide came in. " * filled
        document = document_of(f"= On Ledgers\n\n# 1. Introduction\n\n{run}\n\n{tides} {run} {FILLER[1]}")
        paper = layered(document)
        assert _told(paper) == [(DuplicateKind.VERBATIM, run, run)]
        pages.add(len({box.page for box in document.text.boxes(paper.duplicates[0].second)}))
    assert pages == {1, 2}


def test_three_copies_are_told_pair_by_pair_as_one_group() -> None:
    paper = _paper(FIRST, FILLER[0], FIRST, FILLER[1], FIRST, SECOND, FILLER[2], SECOND)
    *copies, apart = paper.duplicates
    assert len({d.group for d in copies}) == 1
    assert apart.group != copies[0].group
    paper = _paper(FIRST, FILLER[0], FIRST, FILLER[1], FIRST)
    starts = sorted({d.first.start for d in paper.duplicates} | {d.second.start for d in paper.duplicates})
    assert len(starts) == 3
    pairs = {(d.first.start, d.second.start) for d in paper.duplicates}
    assert len(pairs) >= 2
    assert pairs <= set(combinations(starts, 2))


def test_a_citation_is_no_part_of_what_is_repeated() -> None:
    cited, elsewhere = (f"{FIRST[:-1]} (Marlow, {year}, p. 12)." for year in (2011, 2014))
    paper = _paper(cited, FILLER[0], elsewhere)
    ((kind, *sides),) = _told(paper)
    assert (kind, sides) == (DuplicateKind.VERBATIM, [cited, elsewhere])
    assert paper.duplicates[0].words == len(FIRST.split())


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (f"We have argued at length that {FIRST[0].lower()}{FIRST[1:]}", FIRST, "he harbour master"),
        (FIRST, f"{FIRST[:-1]}, as every pilot of the town knows from his childhood.", "The harbour master"),
    ],
    ids=["a lead-in", "an end"],
)
def test_what_only_one_place_has_at_its_ends_is_no_part_of_the_repeat(one: str, other: str, shared: str) -> None:
    ((_, *sides),) = _told(_paper(one, FILLER[0], other))
    assert all(shared in side for side in sides)
    assert not any("argued" in side or "childhood" in side for side in sides)


def test_words_that_are_quoted_in_either_place_are_nobodys_repeat() -> None:
    saying = "the sea keeps no office hours and never will, whatever the clerks may write in their books"
    again = f"It has been said that “{saying}” (Marlow, 2011, p. 4)."
    assert _told(_paper(again, FILLER[0], f"The reminder that “{saying}” (Marlow, 2011, p. 9) is apt.")) == []
    assert _told(_paper(again, FILLER[0], f"It is well known that {saying}.")) == []


def test_a_sentence_that_stands_again_with_its_quotation_is_a_repeat() -> None:
    saying = "the sea keeps no office hours and never will, whatever the clerks may write in their books"
    (one, other) = (f"{lead}, “{saying}” (Marlow, 2011, p. 4)." for lead in ("As Marlow notes", "Marlow notes"))
    ((_, *sides),) = _told(_paper(one, FILLER[0], other))
    assert sides == [one, other]


def test_repeats_that_far_more_stands_between_than_they_hold_are_not_joined() -> None:
    paper = _paper(f"{FIRST} {SECOND}", f"{FIRST} {' '.join(FILLER[1:3])} {SECOND}")
    assert [(first, second) for _, first, second in _told(paper)] == [(FIRST, FIRST), (SECOND, SECOND)]


NOT_TWICE: list[tuple[str, ...]] = [
    FILLER,
    ("The rest of this paper is built as follows.", FILLER[0], "The rest of this section is built as follows."),
    ("The results are shown in Table 2.", FILLER[0], "The results are shown in Table 3."),
    ("The Office of Port Statistics of the City of Port Selwyn counts ships.", FILLER[0],
     "Ropes are sold by the Office of Port Statistics of the City of Port Selwyn."),
    ("In 2011 the port had 40 ships.", FILLER[0], "In 2012 the port had 52 ships."),
    ("Tides are kept (Marlow, 2011, p. 12; Keel, 2014, p. 45).", FILLER[0],
     "Ropes are kept (Marlow, 2011, p. 12; Keel, 2014, p. 45)."),
]  # fmt: skip


@pytest.mark.parametrize("paragraphs", NOT_TWICE, ids=range(len(NOT_TWICE)))
def test_what_stands_only_once(paragraphs: tuple[str, ...]) -> None:
    assert _told(_paper(*paragraphs)) == []


def test_captions_tables_headings_and_entries_are_no_passages() -> None:
    caption = (
        "Table {}. Ships, cargoes and quarrels that the harbour master of Port Selwyn wrote down before the tide turned"
    )
    rows = "Port | Ships of the harbour master of Port Selwyn before the tide\nSelwyn | 40"
    entry = "Marlow, A. (201{}). The slow harbour master of Port Selwyn and the ledger of the quay. Quay Press."
    source = (
        "Source: the ledger of the harbour master of Port Selwyn, in which every ship and every cargo is written down."
    )
    paper = paper_of(
        "# The ledger of the harbour master of Port Selwyn in which every ship is written\n\n"
        + "\n\n".join(f"{FILLER[at]}\n\n{caption.format(at + 1)}\n\n{rows}\n\n{source}" for at in range(2))
        + "\n\n## The ledger of the harbour master of Port Selwyn in which every ship is written\n\n"
        + f"{FILLER[3]}\n\n# References\n{entry.format(1)}\n{entry.format(2)}"
    )
    assert paper.duplicates == ()


def _all_sound(paper: Paper, found: tuple[Duplicate, ...]) -> None:
    size = len(paper.document.text.string)
    for duplicate in found:
        assert 0 < duplicate.similarity <= 1
        assert 0 <= duplicate.first.start < duplicate.first.end <= duplicate.second.start < duplicate.second.end <= size
    assert len({d.id for d in found}) == len(found)
    assert list(found) == sorted(found, key=lambda d: (d.first, d.second))


_WORDS = ["ship", "port", "tide", "lamp", "rope", "quay", "gull", "pier", "bell", "fog", "oil", "knot", "sail"]


@settings(max_examples=25)
@given(st.lists(st.lists(st.sampled_from(_WORDS), min_size=4, max_size=30).map(" ".join), min_size=1, max_size=12))
def test_whatever_the_words_the_pairs_are_sound(sentences: list[str]) -> None:
    paper = _paper(*(f"{sentence.capitalize()}." for sentence in sentences))
    _all_sound(paper, paper.duplicates)
    assert find_duplicates(paper.document, paper.sentences, paper.citations, paper.quotations) == paper.duplicates


@settings(max_examples=20)
@given(st.integers(0, 2**32), st.integers(12, 40))
def test_a_copied_sentence_is_found_wherever_it_stands(seed: int, size: int) -> None:
    source = random.Random(seed)
    fresh = iter(f"w{source.randrange(36**6):x}q" for _ in range(4000))
    copied = f"The {' '.join(next(fresh) for _ in range(size))}."
    others = [f"A {' '.join(next(fresh) for _ in range(source.randrange(5, 30)))}." for _ in range(12)]
    places = sorted(source.sample(range(len(others) + 1), 2))
    sentences = [*others[: places[0]], copied, *others[places[0] : places[1]], copied, *others[places[1] :]]
    paper = _paper(" ".join(sentences))
    assert _told(paper) == [(DuplicateKind.VERBATIM, copied, copied)]
