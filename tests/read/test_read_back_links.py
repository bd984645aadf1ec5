"""The arrows by which the notes of printed web pages lead back to their calls are no words of theirs."""

from __future__ import annotations

import io

import pikepdf
from drawn_pages import Line, Sheet, drawn, poured, prose, read_bytes

_TEXT = prose(20, 3)
_NOTES = ("Halloran, Ports of the North, 45.", "Ibid., 47.")
_ARROW = "Þ"  # drawn in the place of an arrow, which the usual fonts lack


def _with_arrows(data: bytes) -> bytes:
    """The same PDF in a font whose Þ is an arrow that leads back."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            font.Encoding = pikepdf.Dictionary(
                Type=pikepdf.Name.Encoding,
                BaseEncoding=pikepdf.Name.WinAnsiEncoding,
                Differences=[ord(_ARROW), pikepdf.Name.uni21A9],
            )
        pdf.save(out)
    return out.getvalue()


def test_notes_are_read_without_the_arrows_behind_them() -> None:
    (text,) = poured(_TEXT)
    calls = [Line(str(at), text[at].x + text[at].width, text[at].base, 6.5, rise=3.5) for at in (1, 2)]
    arrows = (_ARROW, f" {_ARROW}")
    notes = [
        Line(f"{at}. {note}{arrow}", 50, 570 + 14 * at)
        for at, (note, arrow) in enumerate(zip(_NOTES, arrows, strict=True), start=1)
    ]
    document = read_bytes(_with_arrows(drawn([Sheet([*text, *calls, *notes])])))
    assert "↩" not in document.text.string
    assert tuple(document.text.at(note.span) for note in document.notes) == _NOTES
