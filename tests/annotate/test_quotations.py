"""Words that the paper quotes, in any marks; titles, terms and scare quotes are none."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrace.annotate.quotations import find_quotations
from set_documents import set_document
from written_papers import document_of

LONG = "no tide keeps its hour for long"


def _found(text: str) -> list[str]:
    return [quotation.text for quotation in find_quotations(set_document(f"# Body\n\n{text}"))]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("“", "”"),
        ('"', '"'),
        ("‘", "’"),
        ("„", "“"),
        ("«", "»"),
        ("« ", " »"),
        ("‹", "›"),
        ("'", "'"),
        ("„", "”"),
        ("‚", "‘"),
        ("»", "«"),
        ("›", "‹"),
        ("”", "”"),
        ("``", "''"),
    ],
)
def test_marks_of_any_style(before: str, after: str) -> None:
    assert [text.strip() for text in _found(f"Pilots say that {before}{LONG}{after} and go to bed.")] == [LONG]


QUOTED: list[tuple[str, list[str]]] = [
    # where the marks stand
    ("“No tide keeps its hour for long,” they say.", ["No tide keeps its hour for long,"]),
    ("They say: “No tide keeps its hour. No lamp does.” So be it.", ["No tide keeps its hour. No lamp does."]),
    ("“No tide keeps,” they say, “its hour for very long.”", ["its hour for very long."]),
    ("They say “no tide keeps its hour” and “no lamp keeps its oil”.",
     ["no tide keeps its hour", "no lamp keeps its oil"]),
    ("They say (“no tide keeps its hour”) what they think.", ["no tide keeps its hour"]),
    ("They say “no tide [of ours] keeps … its hour”.", ["no tide [of ours] keeps … its hour"]),
    ("They say »no tide keeps its hour« and »no lamp keeps its oil« there.",
     ["no tide keeps its hour", "no lamp keeps its oil"]),
    ("They say „no tide keeps its hour“ and “no lamp keeps its oil” there.",
     ["no tide keeps its hour", "no lamp keeps its oil"]),
    # nested: the outer one counts
    ("They say »we hold that ›no tide of ours keeps its hour‹ any more«.",
     ["we hold that ›no tide of ours keeps its hour‹ any more"]),
    ("They say “no ‘tide’ of ours keeps its hour”.", ["no ‘tide’ of ours keeps its hour"]),
    ("They say “we hold that ‘no tide of ours keeps its hour’ any more”.",
     ["we hold that ‘no tide of ours keeps its hour’ any more"]),
    ("They say ‘no “tide” of ours keeps its hour’ there.", ["no “tide” of ours keeps its hour"]),
    ("They say ‘no tide keeps its hour’ of a “slow” port and “no lamp keeps its oil” there.",
     ["no tide keeps its hour", "no lamp keeps its oil"]),
    ("They say « we hold that “no tide of ours keeps its hour” any more ».",
     ["we hold that “no tide of ours keeps its hour” any more"]),
    # apostrophes are no marks
    ("The pilots’ lamps and the masters’ books are the port’s own pride.", []),
    ("They say ‘no tide keeps the pilot’s own hour’ at dusk.", ["no tide keeps the pilot’s own hour"]),
    ("They say ‘no tide keeps the pilots’ own hour’ at dusk.", ["no tide keeps the pilots’ own hour"]),
    ("They say 'no tide keeps the pilot's own hour' at dusk.", ["no tide keeps the pilot's own hour"]),
    ("In the '90s the pilots' lamps were dim, and in the '80s too.", []),
    ("The pier is 12' long and 4\" wide, the mole 30' long and 9\" wide.", []),
    # terms, titles and scare quotes
    ("The so-called “slow harbour” is quick.", []),
    ("The word “harbour” and the words “slow and quiet” are old.", []),
    ("Her essay “The Slow Harbour of the Northern Coast” is old.", []),
    ("It stands in the report entitled “The tides of Port Selwyn and their keepers”.", []),
    ("The chapter “On lamps and oil in winter” is short.", []),
    ("She read “Ships, Rules and the Law of the Sea” at once.", []),
    # a mark that is never closed
    ("They say “no tide keeps its hour for long and go to bed.", []),
    ('They say "no tide keeps its hour for long and go to bed.', []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quotations"), QUOTED, ids=[text[:50] for text, _ in QUOTED])
def test_what_is_quoted(text: str, quotations: list[str]) -> None:
    assert _found(text) == quotations


def test_a_block_quotation_needs_no_marks() -> None:
    document = set_document(
        "# Body\n\nThe keeper writes in his book, which lies open on the pier:\n\n"
        "> No tide keeps its hour for long. The sea has signed no rule (Keel, 2014, p. 45).\n\n"
        "The table of tides is set off too.\n\n> High 04.10 16.32\n\n"
        "> “No lamp keeps its oil for long, and no keeper his temper.” (p. 46)"
    )
    found = [(quotation.text, quotation.set_off) for quotation in find_quotations(document)]
    assert found == [
        ("No tide keeps its hour for long. The sea has signed no rule", True),
        ("No lamp keeps its oil for long, and no keeper his temper.", True),
    ]


def test_quotations_stand_in_running_text_only() -> None:
    document = set_document(
        f"# “{LONG}”\n\nTable 1. “{LONG}”\n\n“{LONG}” | 4\n12 | 5\n\n"
        f"Source: “{LONG}”.\n\n# References\nKeel, B. (2014). “{LONG}”. Quay Press."
    )
    assert list(find_quotations(document)) == []


def test_a_quotation_over_the_end_of_a_page_is_whole() -> None:
    quoted = "the clerk who kept the ledger wrote down every ship and quarrel of the quay before the tide had turned"
    pages: set[int] = set()
    for filled in range(130, 148, 3):
        tides = "The tide came in. " * filled
        document = document_of(f"= On Tides\n\n# 1. Introduction\n\n{tides}They say that “{quoted}” at night.")
        (quotation,) = find_quotations(document)
        assert quotation.text == quoted
        pages.add(len({box.page for box in document.text.boxes(quotation.span)}))
    assert pages == {1, 2}


@given(
    st.lists(st.sampled_from(["no", "tide", "“", "”", '"', "‘", "’", "'s", "«", "»", ".", "(", ")", "\n"]), max_size=40)
)
def test_whatever_the_marks_quotations_are_sound(pieces: list[str]) -> None:
    document = set_document("# Body\n\n" + (" ".join(pieces).strip() or "Nothing."))
    spans = [quotation.span for quotation in find_quotations(document)]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    for quotation in find_quotations(document):
        assert " ".join(document.text.at(quotation.span).split()) == quotation.text
