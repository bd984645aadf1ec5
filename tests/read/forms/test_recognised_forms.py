"""A file's form is told by its content; what is no paper is refused in one line that says what to do."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from drafts import FILLER, article, page, read, tei
from same_pdf import pdf_file
from word_files import paragraph, word_file

from claimtrace.model.errors import UnreadablePaperError
from claimtrace.model.limits import Limits
from claimtrace.read.forms.recognise import Form, recognised


def _zip(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/"), content)
    return out.getvalue()


FORMS = {
    "a PDF behind a line": (b"\n" + pdf_file(), Form.PDF),
    "DOCX": (word_file(paragraph("Lamps")), Form.DOCX),
    "JATS": (article("<p>Lamps</p>"), Form.JATS),
    "JATS without a declaration": (article("<p>Lamps</p>").partition("?>")[2], Form.JATS),
    "JATS behind white space": (f" \n{article('<p>Lamps</p>')}", Form.JATS),
    "JATS with a comment and a type": (
        '<?xml version="1.0"?>\n<!-- made by hand -->\n<!DOCTYPE article [<!ENTITY x "y">]>\n'
        + article("<p>Lamps</p>").partition("?>")[2],
        Form.JATS,
    ),
    "JATS in a set of articles": (f"<pmc-articleset>{article('')[21:]}</pmc-articleset>", Form.JATS),
    "TEI": (tei("<p>Lamps</p>"), Form.TEI),
    "TEI with a prefix": ('<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0"><t:text/></t:TEI>', Form.TEI),
    "HTML": (page("<p>Lamps</p>"), Form.HTML),
    "HTML whose main part is an article": ("<article><p>Lamps</p><p>Boats</p></article>", Form.HTML),
    "XHTML": ('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', Form.HTML),
    "a piece of HTML": ("<h1>Lamps</h1>\n<p>They burn.</p>", Form.HTML),
    "Markdown": ("# Lamps\n\nThey burn.", Form.MARKDOWN),
    "Markdown with front matter": ("---\ntitle: Lamps\n---\nThey burn.", Form.MARKDOWN),
    "Markdown with notes only": ("Lamps burn[^1].\n\n[^1]: Always.", Form.MARKDOWN),
    "Markdown with pandoc's citations": ("Lamps burn [@holm2015].", Form.MARKDOWN),
    "Markdown that begins with a tag": ('<p align="center"></p>\n\n# Lamps\n\n## Boats', Form.MARKDOWN),
    "text": ("Lamps\n\nThey burn, and 3 < 4.", Form.TEXT),
    "text with a mark of bytes": (b"\xef\xbb\xbfLamps burn.", Form.TEXT),
    "text in UTF-16": ("Lamps burn.".encode("utf-16"), Form.TEXT),
    "text of Windows": ("“Lamps” burn – always.".encode("cp1252"), Form.TEXT),
}


@pytest.mark.parametrize("name", FORMS)
def test_the_form_is_told_by_the_content(name: str) -> None:
    data, form = FORMS[name]
    assert recognised(Path("paper"), data.encode() if isinstance(data, str) else data) is form


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_in_its_encoding(encoding: str) -> None:
    assert "“Lämps” burn – always." in read(f"“Lämps” burn – always.\n\n{FILLER}\n".encode(encoding)).text.string


def test_a_web_page_is_read_in_the_encoding_that_it_states() -> None:
    source = page("<p>L\xe4mps burn.</p>", '<meta charset="iso-8859-1">')
    assert "Lämps burn." in read(source.encode("iso-8859-1")).text.string


_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
_DEEP = "<sec>" * 220 + "<p>Lamps</p>" + "</sec>" * 220
_DEEP_PAGE = "<div>" * 220 + "<p>Lamps</p>" + "</div>" * 220
REFUSED = {
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is a binary file", "give a PDF"),
    "packed text": (gzip.compress(FILLER.encode() * 9), "is a binary file", "give a PDF"),
    "a ZIP of something": (_zip(**{"a.txt": FILLER}), "no DOCX", "give a PDF"),
    "an OpenDocument file": (_zip(mimetype="application/vnd.oasis.opendocument.text"), "no DOCX", "give a PDF"),
    "an old Word file": (_OLD_WORD, "old or encrypted Word file", "save it as DOCX"),
    "rich text": (b"{\\rtf1\\ansi Lamps burn.}", "Rich Text", "save it as DOCX"),
    "a PDF without its head": (pdf_file().replace(b"%PDF-", b""), "is a damaged PDF", "fetch the file again"),
    "LaTeX": ("\\documentclass{article}\n\\begin{document}Lamps\\end{document}", "LaTeX", "typeset it"),
    "other XML": ('<?xml version="1.0"?><rss><channel/></rss>', "neither JATS nor TEI (its root is rss)", "give a PDF"),
    "a DOCX cut short": (word_file(paragraph(FILLER))[:3000], "damaged or cut short", "save it again"),
    "a DOCX with a damaged part": (
        _zip(**{"[Content_Types].xml": "<Types", "word__document.xml": "<w:document>"}), "damaged DOCX", "save it again"
    ),
    "JATS cut short": (article("<p>Lamps</p>")[:-60], "no well-formed XML", "fetch or export"),
    "JATS too deep": (article(_DEEP), "nested too deeply", "export it again"),
    "a page too deep": (page(_DEEP_PAGE), "nested too deeply", "export it again"),
    "Markdown too deep": ("# Lamps\n\n" + "<div>" * 220 + FILLER, "nested too deeply", "export it again"),
    "an empty draft": (" \n\n ", "holds no text to audit (words: 0)", "check that it is the paper"),
    "a draft of few words": ("# Lamps\n\nTo be written.", "holds no text to audit (words: 4)", "check that"),
    "a page to sign in": ("<!doctype html><title>Sign in</title><form>Name</form>", "holds no text", "check that"),
    "TEI without a text": ("<TEI><teiHeader/></TEI>", "without a text", "give the XML"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_paper_is_refused_in_one_line(name: str) -> None:
    data, what, mend = REFUSED[name]
    with pytest.raises(UnreadablePaperError) as refused:
        read(data)
    said = str(refused.value)
    assert what in said
    assert mend in said
    assert "\n" not in said


def test_a_docx_that_unpacks_to_far_too_much_is_not_unpacked() -> None:
    bomb = _zip(**{"[Content_Types].xml": "<Types/>", "word__document.xml": " " * 11_000_000})
    assert len(bomb) < 20_000
    with pytest.raises(UnreadablePaperError, match=r"unpacks to more than 10 MB.*limits\.megabytes"):
        read(bomb, Limits(megabytes=1))


_DECLARED = '<?xml version="1.0"?><!DOCTYPE article [{}]>'


def _with_entities(declared: str) -> str:
    return _DECLARED.format(declared) + article("<p>Lamps &x; burn.</p>").partition("?>")[2]


def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the harbour master's key")
    external = read(_with_entities(f'<!ENTITY x SYSTEM "{secret.as_uri()}">'))
    assert "harbour master" not in external.text.string
    nested = "".join(
        f'<!ENTITY {name} "{"&" + before + ";" * 1}&{before};&{before};">' for before, name in ("ab", "bc", "cx")
    )
    assert len(read(_with_entities(f'<!ENTITY a "lamps">{nested}')).text.string) < 400
