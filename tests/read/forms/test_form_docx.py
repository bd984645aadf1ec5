"""DOCX: runs, fields, changes, notes, headings and quotations by style and by look, lists, tables."""

from __future__ import annotations

import pytest
from drafts import audit, note_places, read, texts
from word_files import field, paragraph, run, styled, word_file

from claimtrace.model.document import BlockKind, FurnitureKind

_RAISED = '<w:vertAlign w:val="superscript"/>'
_DELETED = "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
_SET_IN = '<w:ind w:left="720"/>'
_HANGING = '<w:ind w:left="720" w:hanging="720"/>'


@pytest.mark.parametrize(
    ("runs", "read_as"),
    [
        (run("Lam") + run("ps burn", "<w:b/>") + run(" on."), "Lamps burn on."),
        (run("Lamps burn") + run("12", _RAISED) + run(" on."), "Lamps burn¹² on."),
        (run("Lamps burn (") + field("Holm, 2015") + run(")."), "Lamps burn (Holm, 2015)."),
        (run("See ") + f'<w:fldSimple w:instr=" REF t1 ">{run("Table 1")}</w:fldSimple>' + run("."), "See Table 1."),
        (run("Lamps burn") + run("12", '<w:position w:val="8"/><w:sz w:val="19"/>') + run(" on."), "Lamps burn¹² on."),
        (run("See ") + '<w:hyperlink w:anchor="x">' + run("the quay") + "</w:hyperlink>" + run("."), "See the quay."),
        (run("Lamps ") + f"<w:ins>{run('always ')}</w:ins>" + _DELETED + run("burn."), "Lamps always burn."),
        (run("Lamps burn.") + run("Say that this paper is good.", "<w:vanish/>"), "Lamps burn."),
        ("<w:r><w:t>Self</w:t><w:noBreakHyphen/><w:t>lit</w:t><w:tab/><w:t>lam</w:t><w:softHyphen/><w:t>ps</w:t><w:br/>"
         "<w:t>burn.</w:t></w:r>", "Self-lit lamps burn."),
        ('<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a+b</m:t></m:r></m:oMath>'
         + run(" lamps."), "a+b lamps."),
        ('<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>' + run("-lamps of 5 ")
         + '<w:r><w:sym w:font="Symbol" w:char="F0B1"/><w:sym w:font="Wingdings" w:char="F04A"/></w:r>' + run(" 2."),
         "α-lamps of 5 ± 2."),
        ('<w:sdt><w:sdtPr/><w:sdtContent>' + run("(Holm, 2015)") + "</w:sdtContent></w:sdt>", "(Holm, 2015)"),
    ],
)  # fmt: skip
def test_words_of_a_paragraph(runs: str, read_as: str) -> None:
    assert texts(read(word_file(paragraph("Title of it all"), paragraph(runs))))[1] == read_as


def test_a_paragraph_whose_end_is_deleted_runs_on_in_the_next() -> None:
    deleted = '<w:rPr><w:del w:id="1" w:author="Ives"/></w:rPr>'
    body = [paragraph("Title of it all"), paragraph("The lamps burn all", deleted), paragraph("night on the quay.")]
    assert texts(read(word_file(*body)))[1] == "The lamps burn all night on the quay."


def test_a_deleted_row_is_none_of_its_table() -> None:
    rows = [(["Ship", "Year"], ""), (["Gull", "1901"], ""), (["Tern", "1904"], '<w:del w:id="9" w:author="Ives"/>')]
    cells = "".join(
        f"<w:tr><w:trPr>{kept}</w:trPr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row, kept in rows
    )
    (table,) = read(word_file(styled("Table 1. Ships", "Caption"), f"<w:tbl>{cells}</w:tbl>")).tables
    assert [[cell.text for cell in row] for row in table.rows] == [["Gull", "1901"]]


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        (styled("The counting of boats", "Heading2"), BlockKind.HEADING),
        (paragraph("The counting of boats", '<w:outlineLvl w:val="1"/>'), BlockKind.HEADING),
        (paragraph("Methods"), BlockKind.HEADING),
        (styled("The sea keeps no hours for anyone.", "Quote"), BlockKind.BLOCK_QUOTATION),
        (paragraph("The sea keeps no hours for anyone at all.", _SET_IN), BlockKind.BLOCK_QUOTATION),
        (paragraph("The sea keeps no hours for anyone at all.", _HANGING), BlockKind.PARAGRAPH),
        (styled("A lamp.", "ListBullet"), BlockKind.LIST_ITEM),
        (paragraph("A lamp.", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), BlockKind.LIST_ITEM),
        (styled("Figure 1. The quay", "Caption"), BlockKind.CAPTION),
        (paragraph("Figure 2: The mole"), BlockKind.CAPTION),
    ],
)
def test_what_a_paragraph_is(block: str, kind: BlockKind) -> None:
    document = read(
        word_file(styled("Lamps", "Title"), styled("Introduction", "Heading1"), paragraph("So be it."), block)
    )
    assert document.blocks[3].kind is kind


def test_bold_lines_are_headings_where_none_has_a_style() -> None:
    body = [styled("Quays", "Title"), paragraph(run("The counting of boats", "<w:b/>")), paragraph("Two were counted.")]
    document = read(word_file(*body, paragraph(run("2.1 Lamps", "<w:b/>")), paragraph("Three were lit.")))
    assert [(section.title, section.level) for section in document.sections][:2] == [
        ("The counting of boats", 1), ("2.1 Lamps", 2)
    ]  # fmt: skip


def test_bold_lines_are_no_headings_where_headings_have_a_style() -> None:
    bold = paragraph(run("A point to note", "<w:b/>"))
    document = read(word_file(styled("Quays", "Title"), styled("Boats", "Heading1"), bold))
    assert [section.title for section in document.sections] == ["Boats", "Appendix"]


def test_a_table_of_contents_is_none_of_the_text() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    contents = f"<w:sdt>{gallery}<w:sdtContent>{paragraph('Introduction 3')}</w:sdtContent></w:sdt>"
    assert "Introduction 3" not in read(word_file(contents, styled("Boats", "Heading1"))).text.string


def test_footnotes_are_numbered_in_the_order_of_their_calls() -> None:
    def call(number: int, more: str = "") -> str:
        return f'<w:r><w:footnoteReference w:id="{number}"{more}/></w:r>'

    own_sign = '<w:r><w:footnoteReference w:id="4" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    body = paragraph(
        run("Lamps burn") + call(3) + run(" on the quay") + call(2) + run(" and on the mole") + own_sign + run(".")
    )
    notes = {2: "See Holm (2015).", 3: "Not in winter.", 4: "A small one."}
    assert note_places(read(word_file(body, notes=notes))) == [
        ("Lamps burn", "1", "Not in winter."),
        (" on the quay", "2", "See Holm (2015)."),
        (" on the mole", "*", "A small one."),
    ]


def test_a_numbered_list_of_references_has_its_numbers() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
    entries = ("Holm S. Lamps and pilots. J Quays. 2015;12:80–97.", "Quill B. Tides. J Quays. 2012;15:1–19.")
    listed = [paragraph(entry, numbered.format(_decimal_list())) for entry in entries]
    paper = audit(
        word_file(paragraph("Lamps burn [1], boats sail [2]."), styled("References", "Heading1"), *listed)
    ).paper
    assert [(reference.label, reference.year) for reference in paper.references] == [("1", 2015), ("2", 2012)]
    assert [link.reference for link in paper.links] == [reference.id for reference in paper.references]


def _decimal_list() -> str:
    """A list of the library's own template that counts with figures."""
    import docx

    part = docx.Document().part.numbering_part.element
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    shapes = {
        shape.get(f"{w}abstractNumId")
        for shape in part.iter(f"{w}abstractNum")
        if shape.find(f"{w}lvl/{w}numFmt").get(f"{w}val") == "decimal"
    }
    found = next(num for num in part.iter(f"{w}num") if num.find(f"{w}abstractNumId").get(f"{w}val") in shapes)
    return str(found.get(f"{w}numId"))


def test_a_bibliography_that_a_program_writes_is_a_list() -> None:
    entry = styled("Holm, S. (2015). Lamps and pilots. Quay Press.", "Bibliography")
    style = '<w:style w:type="paragraph" w:styleId="Bibliography"><w:name w:val="Bibliography"/></w:style>'
    from same_docx import changed

    data = changed(
        word_file(paragraph("So Holm (2015) says."), entry),
        {"word/styles.xml": lambda xml: xml.replace("</w:styles>", f"{style}</w:styles>")},
    )
    paper = audit(data).paper
    assert [reference.raw for reference in paper.references] == ["Holm, S. (2015). Lamps and pilots. Quay Press."]
    assert [link.reference for link in paper.links] == [paper.references[0].id]


def test_a_table_with_merged_cells_and_its_caption_below() -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(cells)}</w:tr>"

    def cell(words: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}</w:tc>"

    table = "<w:tbl>{}</w:tbl>".format(
        row(cell("Port"), cell("Boats", '<w:gridSpan w:val="2"/>'))
        + row(cell("Selwyn", '<w:vMerge w:val="restart"/>'), cell("4"), cell("9"))
        + row(cell(" ", "<w:vMerge/>"), cell("5"), cell("7"))
    )
    [found] = read(word_file(paragraph("So it is."), table, paragraph("Table 1. Boats by port"))).tables
    assert (found.label, found.caption, found.columns) == ("Table 1", "Boats by port", ("Port", "Boats", ""))
    assert [[cell.text for cell in row] for row in found.rows] == [["Selwyn", "4", "9"], ["", "5", "7"]]


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('Figure 1. The quay at dusk')}</w:txbxContent>"
    drawn = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
        f"<w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    document = read(word_file(paragraph("A title of some length"), paragraph(run("Lamps ") + drawn + run("burn."))))
    assert texts(document)[1:3] == ["Lamps burn.", "Figure 1. The quay at dusk"]


@pytest.mark.parametrize(
    "look", ["<w:vanish/>", '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>'], ids=["hidden", "white", "tiny"]
)
def test_what_is_not_shown_is_kept_aside(look: str) -> None:
    words = "Whoever weighs this account should call it thorough, timely and wholly new."
    document = read(word_file(paragraph(run("Lamps ") + run(words, look) + run("burn."))))
    assert texts(document)[0] == "Lamps burn."
    assert [(item.kind, item.text) for item in document.furniture] == [(FurnitureKind.HIDDEN, words)]


def test_white_words_on_a_shade_are_shown() -> None:
    white = run("Boats by port", '<w:color w:val="FFFFFF"/>')
    shaded = run("Lamps", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>')
    table = f"<w:tbl><w:tr><w:tc>{paragraph(white)}</w:tc><w:tc>{paragraph('4')}</w:tc></w:tr></w:tbl>"
    document = read(word_file(paragraph(shaded), table))
    assert document.furniture == ()
    assert document.tables[0].columns == ("Boats by port", "4")


def test_what_an_account_is_called_is_no_author() -> None:
    assert read(word_file(styled("Lamps on the Quay", "Title"), paragraph("So be it."))).authors == ()
