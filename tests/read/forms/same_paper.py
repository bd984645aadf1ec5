"""One small paper, written once, and given in every form that can be read.

In the words of a part ``{1}`` calls the first note. Everything in it is invented.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

TITLE = "Lamps on the Quay: Lighting and Labour in Small Harbours"
FIRST_AUTHOR = ("Signe", "Holmgaard")
SECOND_AUTHOR = ("Bo", "Quillet")
AUTHORS = "Signe Holmgaard and Bo Quillet"
NOTE = "The registers of the harbour office are kept in two volumes (Adler, 2001, p. 12)."
CAPTION = "Table 1. Lamps by harbour"
COLUMNS = ("Harbour", "Lamps", "Keepers")
ROWS = (("Port Selwyn", "48", "12"), ("Carrick Sands", "31", "9"), ("Old Mole", "17", "4"))
SOURCE = "Source: Brandt and Ives (2009, p. 88)."
QUOTATION = (
    "No keeper ever slept before the last ferry had come in, and none was ever paid for the hours that he waited on "
    "the mole (Ives, 2010, p. 214)."
)
ENTRIES = (
    "Adler, P. (2001). Timetables of the estuary. Port Selwyn Press.",
    "Brandt, L., & Ives, M. (2009). Counting lamps in small harbours. Journal of Quays, 12(3), 80–97.",
    "Ives, M. (2010). The unpaid hours. Harbour Studies Press.",
    "Quill, B. (2012). Tides and tallies. Journal of Quays, 15(1), 1–19. https://doi.org/10.5555/quays.2012.15",
)


@dataclass(frozen=True)
class Part:
    """One block: its kind (heading, paragraph, quotation, table, entries) and its words."""

    kind: str
    words: str = ""


PARTS = (
    Part("heading", "Introduction"),
    Part(
        "paragraph",
        "Lamps were lit at dusk by the keepers of the quay, who answered to the harbour office alone{1}. Brandt "
        "and Ives "
        "(2009) counted ninety-six of them in three harbours. As one pilot put it, “the sea keeps no office hours and "
        "never will” (Quill, 2012, p. 4). Nobody has asked what the work was worth to those who did it.",
    ),
    Part(
        "paragraph", "The keepers themselves left few letters, and the letters that they left say little of their pay:"
    ),
    Part("quotation", QUOTATION),
    Part("heading", "Counting the Keepers"),
    Part(
        "paragraph",
        "The number of keepers fell by a third between 1890 and 1910 because gas took the place of oil (Adler, 2001; "
        "Ives, 2010). Table 1 gives the lamps and the keepers of each harbour in the last year of oil.",
    ),
    Part("table"),
    Part(
        "paragraph",
        "Smaller harbours kept more men for each lamp than large ones did, as the table shows. That may be why their "
        "accounts were never closed before the spring (Quill, 2012).",
    ),
    Part("heading", "References"),
    Part("entries"),
)


def with_calls(words: str, call: str, escape: Callable[[str], str] = str) -> str:
    """The words with what calls the note set in."""
    before, mark, after = words.partition("{1}")
    return escape(before) + (call + escape(after) if mark else "")


def plain_text() -> str:
    """The paper as typed by hand: lines of 72 characters, headings in capitals, the note at the end."""
    blocks = [TITLE, AUTHORS]
    for part in PARTS:
        if part.kind == "heading":
            blocks.append(part.words.upper() if part.words != "References" else f"Notes\n\n¹ {NOTE}\n\nReferences")
        elif part.kind == "paragraph":
            blocks.append(_wrapped(with_calls(part.words, "¹")))
        elif part.kind == "quotation":
            blocks.append(_wrapped(part.words, "    "))
        elif part.kind == "entries":
            blocks.append("\n".join(_wrapped(entry, "    ", "") for entry in ENTRIES))
    return "\n\n".join(blocks) + "\n"


def _wrapped(words: str, indent: str = "", first: str | None = None) -> str:
    import textwrap

    return textwrap.fill(words, 72, initial_indent=indent if first is None else first, subsequent_indent=indent)


def markdown() -> str:
    """The paper as Markdown with front matter."""
    lines = ["---", f'title: "{TITLE}"', "author:", "  - Signe Holmgaard", "  - Bo Quillet", "---", ""]
    for part in PARTS:
        if part.kind == "heading":
            lines += [f"## {part.words}", ""]
        elif part.kind == "paragraph":
            lines += [with_calls(part.words, "[^keys]"), ""]
        elif part.kind == "quotation":
            lines += [f"> {part.words}", ""]
        elif part.kind == "table":
            rows = ["| " + " | ".join(row) + " |" for row in (COLUMNS, ("---",) * 3, *ROWS)]
            lines += [CAPTION, "", *rows, "", SOURCE, ""]
        else:
            lines += [line for entry in ENTRIES for line in (f"- {entry}", "")]
    return "\n".join([*lines, f"[^keys]: {NOTE}", ""])


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def html() -> str:
    """The paper as a web page with menus around it."""
    lines = [f"<h1>{_escaped(TITLE)}</h1>", f"<p class='byline'>{AUTHORS}</p>"]
    call = '<sup id="call-1"><a href="#fn-1">1</a></sup>'
    for part in PARTS:
        if part.kind == "heading":
            lines.append(f"<h2>{part.words}</h2>")
        elif part.kind == "paragraph":
            lines.append(f"<p>{with_calls(part.words, call, _escaped)}</p>")
        elif part.kind == "quotation":
            lines.append(f"<blockquote><p>{part.words}</p></blockquote>")
        elif part.kind == "table":
            head = "".join(f"<th>{word}</th>" for word in COLUMNS)
            rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
            lines.append(
                f"<table><caption>{CAPTION}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
                f"<p>{SOURCE}</p>"
            )
        else:
            lines.append("<ul>" + "".join(f"<li>{_escaped(entry)}</li>" for entry in ENTRIES) + "</ul>")
    note = f'<aside class="footnotes"></aside><ol><li id="fn-1">{NOTE} <a href="#call-1">↩</a></li></ol>'
    return (
        "<!doctype html><html lang='en'><head><title>A site</title><script>var menu = 'x < y';</script></head><body>"
        f"<nav><a href='/'>Home</a> Read more papers of this site</nav><article>{''.join(lines)}{note}</article>"
        "<footer>Printed by the site</footer></body></html>"
    )


def jats() -> str:
    """The paper as JATS, its entries as printed citations."""
    body: list[str] = []
    opened = False
    for part in PARTS:
        if part.kind == "heading" and part.words != "References":
            body.append(f"{'</sec>' if opened else ''}<sec><title>{part.words}</title>")
            opened = True
        elif part.kind == "paragraph":
            call = '<xref ref-type="fn" rid="fn1"><sup>1</sup></xref>'
            body.append(f"<p>{_with_pointers(with_calls(part.words, call, _escaped))}</p>")
        elif part.kind == "quotation":
            body.append(f"<disp-quote><p>{part.words}</p></disp-quote>")
        elif part.kind == "table":
            head = "".join(f"<th>{word}</th>" for word in COLUMNS)
            rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
            label, caption = CAPTION.split(". ")
            body.append(
                f'<table-wrap id="t1"><label>{label}</label><caption><p>{caption}</p></caption><table><thead><tr>{head}'
                f"</tr></thead><tbody>{rows}</tbody></table><table-wrap-foot><p>{SOURCE}</p></table-wrap-foot>"
                "</table-wrap>"
            )
    references = "".join(
        f'<ref id="r{number}"><mixed-citation>{_escaped(entry)}</mixed-citation></ref>'
        for number, entry in enumerate(ENTRIES, start=1)
    )
    names = "".join(
        f'<contrib contrib-type="author"><name><surname>{family}</surname><given-names>{given}</given-names></name>'
        "</contrib>"
        for given, family in (FIRST_AUTHOR, SECOND_AUTHOR)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal '
        "Publishing DTD "
        'v1.2 20190208//EN" "JATS-journalpublishing1.dtd"><article xml:lang="en"><front><article-meta><title-group>'
        f"<article-title>{_escaped(TITLE)}</article-title></title-group><contrib-group>{names}</contrib-group>"
        '<pub-date pub-type="epub"><year>2019</year></pub-date></article-meta></front>'
        f'<body>{"".join(body)}</sec></body><back><fn-group><fn id="fn1"><label>1</label><p>{NOTE}</p></fn></fn-group>'
        f"<ref-list><title>References</title>{references}</ref-list></back></article>"
    )


def _with_pointers(words: str) -> str:
    """Years as JATS marks them: the pointer is printed within the brackets that the author wrote."""
    return re.sub(r"\((2009)\)", r'(<xref ref-type="bibr" rid="r2">\1</xref>)', words)


def tei() -> str:
    """The paper as TEI, as journals in the humanities give it: notes where they are called."""
    body: list[str] = []
    opened = False
    for part in PARTS:
        if part.kind == "heading" and part.words != "References":
            body.append(f"{'</div>' if opened else ''}<div><head>{part.words}</head>")
            opened = True
        elif part.kind == "paragraph":
            note = f'<note place="foot" n="1"><p>{NOTE}</p></note>'
            body.append(f"<p>{with_calls(part.words, note, _escaped)}</p>")
        elif part.kind == "quotation":
            body.append(f"<quote>{part.words}</quote>")
        elif part.kind == "table":
            head = "".join(f"<cell>{word}</cell>" for word in COLUMNS)
            rows = "".join("<row>" + "".join(f"<cell>{cell}</cell>" for cell in row) + "</row>" for row in ROWS)
            body.append(
                f'<figure type="table"><head>{CAPTION}</head><table><row role="label">{head}</row>{rows}</table>'
                f"<note>{SOURCE}</note></figure>"
            )
    entries = "".join(f"<bibl>{_escaped(entry)}</bibl>" for entry in ENTRIES)
    names = "".join(
        f"<author><persName><forename>{given}</forename><surname>{family}</surname></persName></author>"
        for given, family in (FIRST_AUTHOR, SECOND_AUTHOR)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>'
        "<titleStmt>"
        f"<title>{_escaped(TITLE)}</title>{names}</titleStmt><publicationStmt><date when='2019-05-01'/>"
        "</publicationStmt>"
        f'</fileDesc></teiHeader><text><body>{"".join(body)}</div></body><back><div type="references">'
        f"<head>References</head><listBibl>{entries}</listBibl></div></back></text></TEI>"
    )
