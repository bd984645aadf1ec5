"""TEI of GROBID and of journals: sections, notes where they stand and elsewhere, quotations, entries in fields."""

from __future__ import annotations

import pytest
from drafts import audit, note_places, read, tei, texts

from claimtrace.model.dated import DateEvent, PaperDate
from claimtrace.model.document import BlockKind, SectionRole


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ('Lamps burn <ref type="bibr" target="#b0">(Holm, 2015)</ref>.', "Lamps burn (Holm, 2015)."),
        ('Lamps burn<ref type="bibr" target="#b0">1</ref>,<ref type="bibr">2</ref>.', "Lamps burn¹,²."),
        ('Lamps burn<hi rend="superscript">3</hi> on.', "Lamps burn³ on."),
        ("A pilot called it <q>a long night</q>, twice.", "A pilot called it “a long night”, twice."),
        ("A pilot called it <quote>“a long night”</quote>.", "A pilot called it “a long night”."),
        ('Lamps<lb/>burn on the ar<lb break="no"/>chives.', "Lamps burn on the archives."),
        ("Lamps <choice><sic>brun</sic><corr>burn</corr></choice>.", "Lamps brun."),
    ],
)
def test_words_of_a_paragraph(printed: str, read_as: str) -> None:
    assert texts(read(tei(f"<div><p>{printed}</p></div>")), BlockKind.PARAGRAPH)[0] == read_as


def test_notes_where_they_are_called_and_elsewhere() -> None:
    body = (
        '<div><p>Lamps were lit<note place="foot" n="1"><p>By the keepers.</p></note> at dusk<ref type="foot" '
        'target="#f2">2'
        '</ref>.</p><note place="foot" n="2" xml:id="f2">See Holm (2015).</note></div>'
    )
    assert note_places(read(tei(body))) == [
        ("mps were lit", "1", "By the keepers."),
        ("lit¹ at dusk", "2", "See Holm (2015)."),
    ]


def test_sections_by_number_or_by_nesting() -> None:
    body = (
        '<div><head n="1">Introduction</head><p>Lamps.</p></div><div><head n="1.1">Ports</head><p>Three.</p></div>'
        "<div><head>Later</head><p>None.</p><div><head>Much later</head><p>None.</p></div></div>"
    )
    back = '<div type="acknowledgement"><div><head>Thanks</head><p>To all.</p></div></div>'
    found = [(section.title, section.level) for section in read(tei(body, back)).sections]
    assert found == [("1 Introduction", 1), ("1.1 Ports", 2), ("Later", 1), ("Much later", 2), ("Thanks", 1)]


def test_a_cited_block_quotation_keeps_its_source() -> None:
    body = (
        "<div><p>A pilot said:</p><cit><quote><p>The sea keeps no hours.</p></quote><bibl>Quill 2012, p. 4</bibl>"
        "</cit></div>"
    )
    assert texts(read(tei(body)), BlockKind.BLOCK_QUOTATION) == ["The sea keeps no hours. (Quill 2012, p. 4)"]


def test_front_matter() -> None:
    header = (
        "<publicationStmt><date when='2019-03-01'/></publicationStmt><sourceDesc><biblStruct><analytic>"
        "<idno type='DOI'>10.5555/lamps.7</idno><author>"
        "<persName>"
        "<forename>Signe</forename><surname>Holm</surname></persName></author></analytic></biblStruct></sourceDesc>"
    )
    source = tei("<div><p>Lamps.</p></div>", header=header).replace(
        "</teiHeader>", "<profileDesc><abstract><p>On lamps.</p></abstract></profileDesc></teiHeader>"
    )
    document = read(source)
    assert (document.title, document.date) == ("Lamps on the Quay", PaperDate(2019, 3, 1, DateEvent.PUBLISHED))
    assert document.doi == "10.5555/lamps.7"
    assert [(author.given, author.family) for author in document.authors] == [("Signe", "Holm")]
    assert (document.sections[0].title, document.sections[0].role) == ("Abstract", SectionRole.ABSTRACT)


_FIELDS = (
    "<biblStruct><analytic><title level='a' type='main'>Lamps and pilots</title><author><persName><forename "
    "type='first'>S"
    "</forename><surname>Holm</surname></persName></author></analytic><monogr><title level='j'>Journal of Quays</title>"
    "<imprint><biblScope unit='volume'>12</biblScope><biblScope unit='issue'>3</biblScope><biblScope unit='page' "
    "from='80' "
    "to='97'/><date type='published' when='2015'/></imprint></monogr><idno type='DOI'>10.5555/q.12</idno>"
    "{}</biblStruct>"
)


@pytest.mark.parametrize(
    ("entry", "printed"),
    [
        (
            _FIELDS.format(""),
            "Holm, S. (2015). Lamps and pilots. Journal of Quays, 12(3), 80–97. https://doi.org/10.5555/q.12",
        ),
        (
            _FIELDS.format("<note type='raw_reference'>Holm S. Lamps and pilots. J Quays 2015;12:80–97.</note>"),
            "Holm S. Lamps and pilots. J Quays 2015;12:80–97.",
        ),
        (
            "<bibl>Holm, S. (2015). <title>Lamps and pilots</title>. Quay Press.</bibl>",
            "Holm, S. (2015). Lamps and pilots. Quay Press.",
        ),
    ],
)
def test_entries(entry: str, printed: str) -> None:
    back = f'<div type="references"><listBibl>{entry}</listBibl></div>'
    paper = audit(tei("<div><p>Lamps burn (Holm, 2015).</p></div>", back)).paper
    [reference] = paper.references
    assert (reference.raw, reference.year, reference.authors[0].family) == (printed, 2015, "Holm")
    assert [link.reference for link in paper.links] == [reference.id]


def test_a_table_of_grobid() -> None:
    figure = (
        '<figure type="table"><head>Table 1.</head><label>1</label><figDesc>Boats by port</figDesc><table><row>'
        "<cell>Port</cell>"
        "<cell>Boats</cell></row><row><cell>Selwyn</cell><cell>4</cell></row></table></figure>"
    )
    [table] = read(tei(f"<div><p>See the table.</p>{figure}</div>")).tables
    assert (table.label, table.caption, table.columns) == ("Table 1", "Boats by port", ("Port", "Boats"))
    assert [[cell.text for cell in row] for row in table.rows] == [["Selwyn", "4"]]
