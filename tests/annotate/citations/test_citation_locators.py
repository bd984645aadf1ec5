"""The place in a work that a citation names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrace.annotate.citations.locators import read_bare_locator, read_locator

LABELLED = [
    ("p. 45", "page", "45", None, "p. 45"),
    ("p.45", "page", "45", None, "p.45"),
    ("pp. 45–47", "page", "45", "47", "pp. 45–47"),
    ("pp. 145–7", "page", "145", "147", "pp. 145–7"),
    ("pp. 45 to 47", "page", "45", "47", "pp. 45 to 47"),
    ("pp. 12-14, 78", "page", "12", "14", "pp. 12-14, 78"),
    ("pp. 12 and 78", "page", "12", None, "pp. 12 and 78"),
    ("p. 45, emphasis added", "page", "45", None, "p. 45"),
    ("pages 3-4", "page", "3", "4", "pages 3-4"),
    ("at 31", "page", "31", None, "at 31"),
    ("p. xii", "page", "xii", None, "p. xii"),
    ("pp. 45ff.", "page", "45", None, "pp. 45ff."),
    ("p. e12", "page", None, None, None),  # no number as pages have them
    ("S. 45", "page", "45", None, "S. 45"),
    ("ch. 3", "chapter", "3", None, "ch. 3"),
    ("Chapter 3", "chapter", "3", None, "Chapter 3"),
    ("chap. IV", None, None, None, None),
    ("chap. iv", "chapter", "iv", None, "chap. iv"),
    ("§ 12", "section", "12", None, "§ 12"),
    ("§§ 12–14", "section", "12", "14", "§§ 12–14"),
    ("Section 2.3", "section", "2.3", None, "Section 2.3"),
    ("para. 8", "paragraph", "8", None, "para. 8"),
    ("paras 8-9", "paragraph", "8", "9", "paras 8-9"),
    ("Art. 5", "article", "5", None, "Art. 5"),
    ("article 51", "article", "51", None, "article 51"),
    ("Fig. 2", "figure", "2", None, "Fig. 2"),
    ("Table 4", "table", "4", None, "Table 4"),
    ("vol. 2", "volume", "2", None, "vol. 2"),
    ("n. 14", "note", "14", None, "n. 14"),
    ("appendix 2", "appendix", "2", None, "appendix 2"),
    ("page turner", None, None, None, None),
    ("ports 45", None, None, None, None),
    ("45", None, None, None, None),
]


@pytest.mark.parametrize(("words", "label", "first", "last", "text"), LABELLED)
def test_a_labelled_place(words: str, label: str | None, first: str | None, last: str | None, text: str | None) -> None:
    found = read_locator(words)
    if first is None:
        assert found is None
    else:
        assert found is not None
        assert (found.label, found.first, found.last, found.text) == (label, first, last, text)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [("45", "45", None), ("45-7", "45", "47"), ("45–47", "45", "47"), ("xii", "xii", None), ("45, 50", "45", None)],
)
def test_a_page_without_its_label(words: str, first: str, last: str | None) -> None:
    found = read_bare_locator(words)
    assert found is not None
    assert (found.label, found.first, found.last) == ("page", first, last)


@pytest.mark.parametrize("words", ["2014", "1998a", "ships", "12 ships"[:0], "45%", "4/5"])
def test_what_is_no_page(words: str) -> None:
    assert read_bare_locator(words) is None


@given(st.integers(1, 1500), st.integers(1, 400), st.sampled_from("-–—"))
def test_a_shortened_last_page_is_written_out(first: int, more: int, dash: str) -> None:
    last = first + more
    shared = len(str(last)) == len(str(first))
    at = next(i for i, (a, b) in enumerate(zip(str(first), str(last), strict=False)) if a != b) if shared else 0
    found = read_locator(f"pp. {first}{dash}{str(last)[at:]}")
    assert found is not None
    assert (found.first, found.last) == (str(first), str(last))
