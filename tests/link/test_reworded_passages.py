"""Passages that come back in other words, and passages that merely speak of the same thing."""

from __future__ import annotations

import pytest

from claimtrace.model.duplicate import DuplicateKind
from set_documents import paper_of

GULLS = (
    "The clerk counts the gulls each morning before the market opens. He writes their number on a slate, and the "
    "children who brought him the figure are paid in apples. Nobody in the town can say why the custom began, but no "
    "mayor has dared to abolish it."
)
GULLS_AGAIN = (
    "Every morning, ahead of the start of the market, gulls are tallied by the clerk. A slate holds the number, and "
    "apples reward the children for their information. How the tradition started is a mystery to the town; still, each "
    "mayor has been afraid to end it."
)
GULLS_OTHERWISE = (
    "Gulls sleep on the roof of the market, where the fishwives leave them scraps. The clerk dislikes the noise and "
    "has asked for a net. A net would cost the town forty crowns, which the council would rather spend on the pier."
)
GULLS_AND_MORE = (
    "Every morning, ahead of the start of the market, gulls are tallied by the clerk. Dredging has doubled the draught "
    "that larger colliers may have at low water. How the tradition started is a mystery to the town; still, each mayor "
    "has been afraid to end it."
)
OTHERS = (
    "Lamps burn whale oil on the northern pier, and the smell of it hangs over the sheds until noon.",
    "A pilot needs eleven winters to learn the bar, but the bar needs only one night to move.",
    "Ropes are sold by weight in the upper town and by length in the lower one.",
    "The bell of the old chapel gives the hour to the boats and to nobody else.",
    "Salt comes from the marshes in flat carts, drawn by oxen whose horns are painted blue.",
    "Widows may fish from the mole on Fridays, a right that no charter mentions.",
    "Fog closes the channel for sixty days in a common year and for ninety in a bad one.",
    "The dredger was bought second-hand from a bankrupt canal and has never worked properly.",
    "Tar is boiled behind the ropewalk, far enough from the warehouses to calm the insurers.",
    "Letters for the islands wait in a chest until somebody happens to sail that way.",
    "Quarrels about moorings are settled by drawing straws under the eyes of the constable.",
    "Foreign coins circulate freely, and the baker keeps a table of their worth beside his oven.",
)


def _rewordings(*paragraphs: str) -> list[tuple[str, str]]:
    paper = paper_of("# Body\n\n" + "\n\n".join(paragraphs))
    text = paper.document.text
    return [(text.at(d.first), text.at(d.second)) for d in paper.duplicates if d.kind is DuplicateKind.REWORDED]


def test_a_paragraph_that_comes_back_in_other_words() -> None:
    assert _rewordings(*OTHERS[:3], GULLS, *OTHERS[3:9], GULLS_AGAIN, *OTHERS[9:]) == [(GULLS, GULLS_AGAIN)]


def test_sentences_at_the_ends_that_only_one_place_has_are_left_out() -> None:
    longer = f"It was a wet year for the harbour. {GULLS} Ferries kept to their summer timetable."
    assert _rewordings(*OTHERS[:3], longer, *OTHERS[3:9], GULLS_AGAIN, *OTHERS[9:]) == [(GULLS, GULLS_AGAIN)]


@pytest.mark.parametrize(
    "paragraphs",
    [
        OTHERS,
        (*OTHERS[:3], GULLS, *OTHERS[3:9], GULLS_OTHERWISE, *OTHERS[9:]),
        (*OTHERS[:3], GULLS, *OTHERS[3:9], GULLS_AND_MORE, *OTHERS[9:]),
        (*OTHERS[:6], f"{GULLS} {GULLS_AGAIN}", *OTHERS[6:]),
        (*OTHERS[:3], f"Marlow writes: “{GULLS}” (Marlow, 2011, p. 4).", *OTHERS[3:9], GULLS_AGAIN, *OTHERS[9:]),
    ],
    ids=["unlike ones", "the same subject", "something else in the midst", "within a paragraph", "a quotation"],
)
def test_what_is_no_rewording(paragraphs: tuple[str, ...]) -> None:
    assert _rewordings(*paragraphs) == []


def test_what_comes_back_word_for_word_is_told_as_that_only() -> None:
    paper = paper_of("# Body\n\n" + "\n\n".join((*OTHERS[:3], GULLS, *OTHERS[3:9], GULLS, *OTHERS[9:])))
    assert [d.kind for d in paper.duplicates] == [DuplicateKind.VERBATIM]
