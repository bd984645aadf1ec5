"""The reviewer's letter as Markdown: complete, and nothing that a paper says is read as Markdown."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt
from papers import hostile_view, make_view

from claimtrace.report.letter import letter
from claimtrace.report.markdown import escaped, render_markdown


def shown(source: str) -> str:
    """What a reader sees of inline Markdown."""
    (inline,) = [token for token in MarkdownIt("commonmark").enable("table").parse(source) if token.type == "inline"]
    assert all(child.type in ("text", "softbreak", "text_special") for child in inline.children or []), inline.children
    return "".join("\n" if child.type == "softbreak" else child.content for child in inline.children or [])


@pytest.mark.parametrize(
    "text",
    [
        "*bold* _slanted_ **x** __y__ `code` ~~gone~~",
        "[a](javascript:alert) ![b](http://x) [12] [^1] <b>html</b> <https://x.example>",
        "a & b &amp; &#60; AT&T \\ \\* $x$",
        "snake_case_name and _ alone",
        "| a | b |",
    ],
)
def test_words_are_shown_as_they_are(text: str) -> None:
    assert shown(f"x {escaped(text)}") == f"x {text}"


def test_every_finding_is_there_with_page_quote_and_evidence() -> None:
    text = " ".join(render_markdown(letter(make_view())).replace("> ", "").split())
    for finding in make_view().findings:
        assert finding.message in text
        assert finding.quote in text or finding.id == "finding-row"
    assert "Lamps burned \\| on every quay." in text
    assert "## Major points 1. **Page 1, folio 101.** Quill 2012 is older than the Harbour fire" in text
    assert "- Entry, page 2, folio 102: Quill, B. (2012)." in text


def test_it_says_what_was_not_checked() -> None:
    text = " ".join(render_markdown(letter(make_view())).split())
    assert (
        "2 checks did not run: it needs the full text of the cited works (claim-not-in-source, claim-contradicted)"
        in text
    )


def test_no_line_of_a_quote_becomes_a_list_a_heading_or_html() -> None:
    view = hostile_view()
    tokens = MarkdownIt("commonmark").enable("table").parse(render_markdown(letter(view)))
    kinds = {token.type for token in tokens}
    assert not kinds & {"html_block", "table_open", "code_block", "fence"}
    children = {child.type for token in tokens for child in token.children or []}
    assert not children & {"html_inline", "link_open", "image", "code_inline"}
    points = [n for n, token in enumerate(tokens) if token.type == "list_item_open" and token.info]
    assert [tokens[n].info for n in points] == [str(n) for n in range(1, len(view.findings) + 1)]
    assert all(tokens[n + 2].content.startswith("**Page ") for n in points)


def test_a_wrapped_line_does_not_begin_a_list() -> None:
    view = make_view()
    dashes = " ".join(["twelve letters or so"] * 4 + ["- 1. # > + ="] * 12)
    finding = view.findings[0]
    object.__setattr__(finding, "quote", dashes)
    tokens = MarkdownIt("commonmark").parse(render_markdown(letter(view)))
    quotes = [n for n, token in enumerate(tokens) if token.type == "blockquote_open"]
    assert all(tokens[n + 1].type == "paragraph_open" and tokens[n + 3].type == "paragraph_close" for n in quotes)


def test_lines_fit_a_mail() -> None:
    assert max(len(line) for line in render_markdown(letter(make_view())).splitlines()) <= 80


def test_the_same_view_gives_the_same_text() -> None:
    assert render_markdown(letter(make_view())) == render_markdown(letter(make_view()))
