"""A page whose fonts give other letters than they show is reported and not used; a few such signs condemn no page."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn_pages import Line, Sheet, drawn, flat, poured, prose, read, set_text

from claimtrace.model.errors import UnreadablePaperError
from claimtrace.read.document import read_document

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SIGNS = str.maketrans(_LETTERS, "!#$%&'*+,-./:;<=>?@[]^_`{|")
_SHIFTED = str.maketrans(_LETTERS, _LETTERS[3:] + _LETTERS[:3])
_REASON = "the page's fonts do not tell which letters they show"


def _sheets(*texts: str) -> list[Sheet]:
    return [Sheet(set_text(text, 50, 90, 380)) for text in texts]


@pytest.mark.parametrize("table", [_SIGNS, _SHIFTED], ids=["signs", "letters"])
def test_a_page_without_words_is_reported_and_not_used(table: dict[int, int]) -> None:
    first, last = prose(20, 1), prose(20, 2)
    document = read(_sheets(first, prose(20, 3).lower().translate(table), last))
    assert [page.problem for page in document.pages] == [None, _REASON, None]
    assert flat(document) == f"{first} {last}"


@pytest.mark.parametrize(
    "odd",
    [
        prose(2, 3).lower().translate(_SIGNS),
        "— ± 0.35 (n = 12) 4.1 — — " * 14,
        ". . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . 12 " * 4,
        "Wir sahen den Hafen und die Schiffe, als der Winter kam, und niemand zählte sie. " * 4,
        "Přístav zavřel dříve než obvykle, protože vrstva ledu rostla; lodě čekaly na břehu. " * 6,
    ],
    ids=["a few signs", "figures", "dots", "German", "Czech"],
)
def test_a_page_with_other_signs_or_in_another_language_is_read(odd: str) -> None:
    document = read(_sheets(prose(20, 1), f"{odd} {prose(1, 4) if 'Wir' not in odd else ''}"))
    assert [page.problem for page in document.pages] == [None, None]


def test_a_paper_of_such_pages_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    pages = poured(prose(90, 3).lower().translate(_SIGNS), 30)
    path.write_bytes(drawn([Sheet([Line(line.text, line.x, line.base) for line in page]) for page in pages]))
    with pytest.raises(UnreadablePaperError) as refused:
        read_document(path)
    assert str(refused.value).startswith(
        f"{path}: its fonts do not tell which letters they show; run it through OCR first"
    )
