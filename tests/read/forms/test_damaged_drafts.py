"""Whatever is done to a draft, the reader gives a document or one line that says what is wrong with it."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from drafts import read
from same_docx import changed, docx_file
from same_paper import html, jats, markdown, plain_text, tei

from claimtrace.model.errors import UnreadablePaperError

_FORMS: dict[str, Callable[[], str]] = {
    "jats": jats, "tei": tei, "html": html, "markdown": markdown, "text": plain_text
}  # fmt: skip
_INSIDE = ("word/document.xml", "word/styles.xml", "word/footnotes.xml", "word/numbering.xml", "[Content_Types].xml")


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes with some lost, doubled, moved, flipped, or replaced by what machines take for marks."""
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.choice((1, 5, 40, 400)))
    match chance.randrange(6):
        case 0:
            return data[:start]
        case 1:
            return data[:start] + data[end:]
        case 2:
            return data[:end] + data[start:end] * chance.choice((1, 3, 60)) + data[end:]
        case 3:
            return (
                data[:start]
                + chance.choice((b"<", b">", b"&", b"]]>", b'"', b"\x00", b"\xff", b"[^1]", b"```"))
                + data[end:]
            )
        case 4:
            return data[:start] + data[end:] + data[start:end]
        case _:
            return data[:start] + bytes([data[start] ^ 1 << chance.randrange(8)]) + data[start + 1 :]


def reads_or_refuses(data: bytes) -> None:
    try:
        document = read(data)
    except UnreadablePaperError as error:
        assert "\n" not in str(error)
        assert ";" in str(error)  # what is wrong; what to do
        return
    length = len(document.text.string)
    assert all(0 <= block.span.start < block.span.end <= length for block in document.blocks)
    assert all(note.call is None or document.text.at(note.call) for note in document.notes)
    assert all(len(row) == len(table.columns) for table in document.tables for row in table.rows)


@pytest.mark.parametrize("form", _FORMS)
def test_a_damaged_draft_is_read_or_refused(form: str) -> None:
    whole = _FORMS[form]().encode()
    for number in range(60):
        reads_or_refuses(damaged(whole, random.Random(number)))


def test_a_damaged_word_file_is_read_or_refused() -> None:
    whole = docx_file()
    for number in range(20):
        reads_or_refuses(damaged(whole, random.Random(number)))


@pytest.mark.parametrize("part", _INSIDE)
def test_a_word_file_with_a_damaged_part_is_read_or_refused(part: str) -> None:
    whole = docx_file()
    for number in range(12):
        chance = random.Random(number)

        def damage(xml: str, chance: random.Random = chance) -> str:
            return damaged(xml.encode(), chance).decode("utf-8", "replace")

        reads_or_refuses(changed(whole, {part: damage}))
