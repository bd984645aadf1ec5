"""JATS: notes, pointers, block quotations within paragraphs, floats, lists of references printed and in fields."""

from __future__ import annotations

import pytest
from drafts import FILLER, article, audit, note_places, read, texts

from claimtrace.model.dated import DateEvent, PaperDate
from claimtrace.model.document import BlockKind, SectionRole

_XREF = '<xref ref-type="bibr" rid="r{0}">{0}</xref>'
_X1, _X2, _X3 = (_XREF.format(number) for number in (1, 2, 3))


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        (f"Lamps were lit [{_X1}].", "Lamps were lit [1]."),
        (f"Lamps were lit [{_X1}–{_X3}].", "Lamps were lit [1–3]."),
        (f"Lamps were lit<sup>{_X1},{_X2}</sup> and trimmed.", "Lamps were lit¹,² and trimmed."),
        (f"Lamps were lit.<sup>{_X1}–{_X3}</sup> Boats came.", "Lamps were lit.¹⁻³ Boats came."),
        (f"Lamps were lit{_X1},{_X2} and trimmed.", "Lamps were lit¹,² and trimmed."),
        (f"Lamps were lit.{_X1}–{_X3} Boats came.", "Lamps were lit.¹–³ Boats came."),
        ('As <xref ref-type="bibr" rid="r1">Holm (2015)</xref> says, lamps burn.', "As Holm (2015) says, lamps burn."),
        ('Lamps burn (Holm, <xref ref-type="bibr" rid="r1">2015</xref>).', "Lamps burn (Holm, 2015)."),
        ("The 2<sup>nd</sup> lamp burnt 10<sup>3</sup> grams.", "The 2nd lamp burnt 10³ grams."),
        ("Traces of <sup>137</sup>Cs were found in H<sub>2</sub>O.", "Traces of ¹³⁷Cs were found in H2O."),
        (
            "A <italic>long</italic>\n   <bold>line</bold> of ar&#xAD;chives, eﬃciently.",
            "A long line of archives, efficiently.",
        ),
        ("One&#160;lamp &amp; one&#8239;boat", "One lamp & one boat"),
    ],
)
def test_words_of_a_paragraph(printed: str, read_as: str) -> None:
    assert texts(read(article(f"<p>{printed}</p>")), BlockKind.PARAGRAPH)[0] == read_as


def test_entities_of_a_document_type_are_characters() -> None:
    source = article("<p>Lamps &hellip; and boats &mdash; at <bold>M&uuml;nde</bold>.</p>")
    typed = source.replace("?>", '?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS v1.2//EN" "JATS.dtd">')
    assert "Lamps … and boats — at Münde." in texts(read(typed))


def test_what_interrupts_a_paragraph_is_set_behind_it() -> None:
    formula = (
        "<disp-formula><tex-math>\\frac{a}{b}</tex-math><mml:math xmlns:mml='m'><mml:mi>a</mml:mi></mml:math>"
        "</disp-formula>"
    )
    figure = "<fig><label>Figure 1</label><caption><title>The quay.</title><p>Seen from the mole.</p></caption></fig>"
    document = read(article(f"<p>Lamps {formula} were lit {figure} at dusk.</p>"))
    assert texts(document)[1:4] == ["Lamps were lit at dusk.", "a", "Figure 1. The quay. Seen from the mole."]


def test_a_block_quotation_parts_its_paragraph() -> None:
    quotation = "<disp-quote><p>The sea keeps no hours.</p><attrib>Quill 2012, p. 4</attrib></disp-quote>"
    document = read(article(f"<p>A pilot said: {quotation} Nobody answered him.</p>"))
    assert [(block.kind.value, document.text.at(block.span)) for block in document.blocks[1:4]] == [
        ("paragraph", "A pilot said:"),
        ("block-quotation", "The sea keeps no hours. (Quill 2012, p. 4)"),
        ("paragraph", "Nobody answered him."),
    ]


def test_notes_of_all_kinds() -> None:
    body = (
        '<p>Lamps were lit<xref ref-type="fn" rid="n1"><sup>1</sup></xref> at dusk<sup><xref ref-type="fn" '
        'rid="n2">2</xref>'
        "</sup>. Boats came in<fn><label>*</label><p>In winter none did.</p></fn> late.</p>"
    )
    back = (
        '<fn-group><title>Footnotes</title><fn id="n1"><label>1</label><p>By the keepers.</p></fn><fn id="n2"><label>2'
        '</label><p>See Holm (2015).</p><p>And others.</p></fn><fn id="x"><p>The authors own no lamps.</p></fn>'
        "</fn-group>"
    )
    document = read(article(body, back))
    assert note_places(document) == [
        ("mps were lit", "1", "By the keepers."),
        ("lit¹ at dusk", "2", "See Holm (2015). And others."),
        ("oats came in", "*", "In winter none did."),
    ]
    assert texts(document)[-2:] == ["Footnotes", "The authors own no lamps."]


def test_notes_that_nobody_has_numbered_are_numbered() -> None:
    body = '<p>Lamps<xref ref-type="fn" rid="n2"/> burn<xref ref-type="fn" rid="n1"/>.</p>'
    back = '<fn-group><fn id="n1"><p>By the keepers.</p></fn><fn id="n2"><p>See Holm (2015).</p></fn></fn-group>'
    assert note_places(read(article(body, back))) == [
        ("Lamps", "1", "See Holm (2015)."),
        ("Lamps¹ burn", "2", "By the keepers."),
    ]


def test_sections_with_their_levels_labels_and_roles() -> None:
    body = (
        "<sec><label>1</label><title>Introduction</title><p>Lamps.</p></sec>"
        '<sec sec-type="methods"><label>2</label><title>How we counted</title><p>Boats.</p><sec><title>Ports</title>'
        "<p>Three.</p></sec></sec>"
    )
    abstract = "<abstract><sec><title>Background</title><p>Lamps matter.</p></sec></abstract>"
    document = read(article(body, "<ack><p>We thank the keepers.</p></ack>", abstract))
    assert [(section.title, section.level, section.role) for section in document.sections] == [
        ("Abstract", 1, SectionRole.ABSTRACT),
        ("Background", 2, SectionRole.BODY),
        ("1 Introduction", 1, SectionRole.BODY),
        ("2 How we counted", 1, SectionRole.METHOD),
        ("Ports", 2, SectionRole.METHOD),
        ("Acknowledgements", 1, SectionRole.BACK),
    ]


def test_front_matter() -> None:
    meta = (
        '<contrib-group><contrib contrib-type="author"><name><surname>Holm</surname><given-names>'
        "Signe</given-names></name>"
        '</contrib><contrib contrib-type="author"><collab>Port Selwyn Survey</collab></contrib><contrib '
        'contrib-type="editor"><name><surname>Ives</surname></name></contrib></contrib-group><pub-date '
        'pub-type="epub"><year>'
        '2016</year></pub-date><pub-date pub-type="ppub"><month>Mar</month><year>2017</year></pub-date><history>'
        '<date date-type="accepted"><day>2</day><month>1</month><year>2017</year></date></history>'
        "<kwd-group><kwd>lamps</kwd>"
        '</kwd-group><article-id pub-id-type="doi">10.5555/lamps.7</article-id>'
    )
    document = read(article("", meta=meta))
    assert [(author.family, author.given, author.literal) for author in document.authors] == [
        ("Holm", "Signe", None), (None, None, "Port Selwyn Survey")
    ]  # fmt: skip
    assert (document.title, document.doi) == ("Lamps on the Quay", "10.5555/lamps.7")
    assert document.date == PaperDate(2017, 3, event=DateEvent.PUBLISHED)
    assert "Keywords: lamps" in texts(document, BlockKind.FRONT)


def test_a_table_whose_cells_span_keeps_its_columns() -> None:
    table = (
        "<table-wrap><label>Table 2</label><caption><title>Boats by port</title></caption><table><thead><tr><th "
        "rowspan='2'>"
        "Port</th><th colspan='2'>Boats</th></tr><tr><th>1890</th><th>1910</th></tr></thead><tbody><tr><td "
        "rowspan='2'>Selwyn"
        "</td><td>4</td><td>9</td></tr><tr><td>5</td><td/></tr></tbody></table><table-wrap-foot><fn><label>a</label><p>"
        "Source: Holm (2015).</p></fn></table-wrap-foot></table-wrap>"
    )
    [found] = read(article(f"<p>See Table 2.</p>{table}")).tables
    assert (found.label, found.caption, found.columns) == ("Table 2", "Boats by port", ("Port", "Boats 1890", "1910"))
    assert [[cell.text for cell in row] for row in found.rows] == [["Selwyn", "4", "9"], ["", "5", ""]]
    assert found.source is not None


_PERSON = "<name><surname>Holm</surname><given-names>SM</given-names></name>"
_SECOND = "<name><surname>Quill</surname><given-names>Bo</given-names></name>"
_AUTHORS = f'<person-group person-group-type="author">{_PERSON}{_SECOND}</person-group>'


@pytest.mark.parametrize(
    ("citation", "printed"),
    [
        (
            f"<element-citation>{_AUTHORS}<year>2015</year><article-title>Lamps and pilots</article-title><source>"
            "Journal of "
            "Quays</source><volume>12</volume><issue>3</issue><fpage>80</fpage><lpage>97</lpage><pub-id "
            "pub-id-type='doi'>"
            "10.5555/q.12</pub-id></element-citation>",
            "Holm, S. M., & Quill, B. (2015). Lamps and pilots. Journal of Quays, 12(3), 80–97. "
            "https://doi.org/10.5555/q.12",
        ),
        (
            f"<element-citation>{_AUTHORS}<year>2015</year><source>Lamps and pilots</source><edition>2nd ed.</edition>"
            "<publisher-loc>Selwyn</publisher-loc><publisher-name>Quay Press</publisher-name></element-citation>",
            "Holm, S. M., & Quill, B. (2015). Lamps and pilots (2nd ed.). Selwyn: Quay Press.",
        ),
        (
            f"<element-citation><person-group person-group-type='author'>{_PERSON}<etal/></person-group><year>"
            "2015</year>"
            f"<chapter-title>On wicks</chapter-title><person-group person-group-type='editor'>{_SECOND}</person-group>"
            "<source>All about lamps</source><fpage>3</fpage><lpage>9</lpage><publisher-name>Quay "
            "Press</publisher-name>"
            "</element-citation>",
            "Holm, S. M., et al. (2015). On wicks. In B. Quill (Ed.), All about lamps (pp. 3–9). Quay Press.",
        ),
        (
            f"<mixed-citation>{_AUTHORS} (<year>2015</year>) <article-title>Lamps</article-title>. <source>"
            "Quays</source> "
            "<volume>12</volume>: <fpage>80</fpage>. <pub-id pub-id-type='doi'>10.5555/q.12</pub-id> <pub-id "
            "pub-id-type='pmid'>123</pub-id></mixed-citation>",
            "Holm SM, Quill Bo (2015) Lamps. Quays 12: 80. doi:10.5555/q.12",
        ),
        (
            "<citation-alternatives><element-citation><year>1</year></element-citation><mixed-citation>Holm, S. "
            "(2015). Lamps "
            "and pilots. Quay Press.</mixed-citation></citation-alternatives>",
            "Holm, S. (2015). Lamps and pilots. Quay Press.",
        ),
    ],
)  # fmt: skip
def test_an_entry_is_printed_so_that_it_can_be_read(citation: str, printed: str) -> None:
    paper = audit(article("<p>So Holm (2015) says.</p>", f"<ref-list><ref id='r1'>{citation}</ref></ref-list>")).paper
    [reference] = paper.references
    assert reference.raw == printed
    assert (reference.authors[0].family, reference.year) == ("Holm", 2015)
    assert [link.reference for link in paper.links] == [reference.id]


@pytest.mark.parametrize("label", ["<label>{}</label>", "<label>[{}]</label>", "<label>{}.</label>", ""])
def test_numeric_citations_point_to_labels_and_to_entries_without(label: str) -> None:
    entries = "".join(
        f"<ref id='r{number}'>{label.format(number)}<mixed-citation>{name}, S. (20{number}1). On {name}. Quay Press."
        "</mixed-citation></ref>"
        for number, name in enumerate(("Holm", "Quill", "Ives"), start=1)
    )
    body = f"<p>Lamps burn [{_X1}] and boats sail [{_X2},{_X3}].</p>"
    paper = audit(article(body, f"<ref-list><title>Literature</title>{entries}</ref-list>")).paper
    assert [link.reference for link in paper.links] == [reference.id for reference in paper.references]
    assert [reference.label for reference in paper.references] == ["1", "2", "3"]


def test_a_list_under_an_unusual_heading_is_a_list() -> None:
    entry = "<ref><mixed-citation>Holm, S. (2015). Lamps and pilots. Quay Press.</mixed-citation></ref>"
    paper = audit(article("", f"<ref-list><title>What we read</title>{entry}</ref-list>")).paper
    assert [reference.year for reference in paper.references] == [2015]
    assert paper.document.sections[-1].role is SectionRole.REFERENCES


def test_of_several_articles_the_first_is_read() -> None:
    one, other = article("<p>The first.</p>").partition("?>")[2], article("<p>The second.</p>").partition("?>")[2]
    document = read(f"<pmc-articleset>{one}{other}</pmc-articleset>")
    assert "The first." in document.text.string
    assert "The second." not in document.text.string
    assert FILLER in document.text.string
