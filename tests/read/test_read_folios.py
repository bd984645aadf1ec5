"""The labels that a PDF gives its pages are a second witness for the numbers printed on them."""

from __future__ import annotations

import pytest
from drawn_pages import Line, Sheet, drawn, poured, prose, read_bytes

_PAGES = 5
_ROMAN_FRONT = [(0, "ROMAN_LOWER", 5), (2, "ARABIC", 1)]
_JOURNAL = [(0, "ARABIC", 301)]


@pytest.mark.parametrize(
    ("printed", "labels", "folios"),
    [
        ([None] * 5, _JOURNAL, ["301", "302", "303", "304", "305"]),
        ([None] * 5, _ROMAN_FRONT, ["v", "vi", "1", "2", "3"]),
        ([None, "302", "303", "304", "305"], _JOURNAL, ["301", "302", "303", "304", "305"]),
        ([None, None, "1", "2", "3"], _ROMAN_FRONT, ["v", "vi", "1", "2", "3"]),
        ([None, "12", "13", "14", "15"], _JOURNAL, [None, "12", "13", "14", "15"]),  # the print wins
        ([None] * 5, [(0, "ARABIC", 1)], [None] * 5),  # tells nothing
        ([None] * 5, [], [None] * 5),
    ],
)
def test_a_page_is_known_by_its_print_else_by_its_label(
    printed: list[str | None], labels: list[tuple[int, str, int]], folios: list[str | None]
) -> None:
    pages = poured(prose(190, 3), 26)
    assert len(pages) == _PAGES
    sheets = [
        Sheet([*page, *([Line(folio, 238, 640, 9)] if folio else [])])
        for page, folio in zip(pages, printed, strict=True)
    ]
    document = read_bytes(drawn(sheets, labels=labels))
    assert [page.folio for page in document.pages] == folios
