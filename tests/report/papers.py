"""Small papers made by hand: typeset into a PDF with reportlab, and into the nouns with the places of the words."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from claimtrace.graph.build import add_findings, build_graph
from claimtrace.model.citation import Citation, CitationForm, Link, Locator
from claimtrace.model.claim import Certainty, Claim, ClaimKind, Sentence
from claimtrace.model.dated import PaperDate
from claimtrace.model.document import Block, BlockKind, Cell, Document, Line, Page, Section, SectionRole, Table
from claimtrace.model.duplicate import Duplicate, DuplicateKind
from claimtrace.model.entity import Entity, EntityType, Mention, Relation, RelationType
from claimtrace.model.finding import Coverage, CoverageState, Evidence, Finding, Severity, Verdict
from claimtrace.model.paper import CitationStyle, Paper
from claimtrace.model.place import Box, Span
from claimtrace.model.reference import Author, Reference
from claimtrace.model.text import Text, Trace
from claimtrace.pipeline.making import report_diagrams
from claimtrace.report.view import Diagrams, ReportView

WIDTH, HEIGHT = 420.0, 595.0
LEFT, TOP, LEADING, SIZE = 60.0, 80.0, 18.0, 11.0
FIRST_FOLIO = 101

PAGES = (
    (
        "Tides and Tallies of the Northern Harbours",
        "Pilots were paid by the tide (Holm, 2015, p. 39).",
        "The harbour burned in 2018 and was rebuilt (Quill, 2012).",
        "Ferries ran on Sundays, it is said (Marsh, 2001).",
    ),
    (
        "Lamps burned whale oil until midnight on every quay.",
        "Pilots were always paid by the tide (Holm, 2015, p. 39).",
        "Holm, A. (2015). Harbours without logs. Port Selwyn Press.",
        "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
    ),
)


def typeset(pages: Sequence[Sequence[str]], title: str | None = None) -> Document:
    """Pages of lines as a document: each word has its place on the page, each line its sentence and block."""
    trace, lines, blocks, at, pieces = Trace(), [], [], 0, []
    for number, page in enumerate(pages, start=1):
        for row, line in enumerate(page):
            start, x, base = at, LEFT, TOP + row * LEADING
            for word in line.split(" "):
                width = stringWidth(word, "Helvetica", SIZE)
                box = Box(number, x, base - 0.75 * SIZE, x + width, base + 0.25 * SIZE)
                if word:
                    trace.append(Span(at, at + len(word)), box)
                at += len(word) + 1
                x += width + stringWidth(" ", "Helvetica", SIZE)
            span = Span(start, start + len(line))
            lines.append(Line(span, Box(number, LEFT, base - 0.75 * SIZE, x, base + 0.25 * SIZE), SIZE, False, False))
            blocks.append(Block(BlockKind.PARAGRAPH, span, number))
            pieces.append(line)
    text = Text("\n".join(pieces), trace)
    size = tuple(Page(n, str(FIRST_FOLIO + n - 1), WIDTH, HEIGHT) for n in range(1, len(pages) + 1))
    return Document(
        "ab" * 32, "paper.pdf", title or pages[0][0], (Author("Holm", "Ada"),), PaperDate(2020), "en", text, size,
        tuple(lines), tuple(blocks), (), (), (), (),
    )  # fmt: skip


def pdf_of(pages: Sequence[Sequence[str]] = PAGES) -> bytes:
    """The same pages as a PDF."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=True)
    for page in pages:
        canvas.setFont("Helvetica", SIZE)
        for row, line in enumerate(page):
            canvas.drawString(LEFT, HEIGHT - TOP - row * LEADING, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def span_of(document: Document, words: str, occurrence: int = 0) -> Span:
    """Where some words stand in a document."""
    start = -1
    for _ in range(occurrence + 1):
        start = document.text.string.index(words, start + 1)
    return Span(start, start + len(words))


def make_paper() -> Paper:
    """A paper with two entries, four citations, a repeated sentence, an incident, an agreement and a table."""
    document = typeset(PAGES)
    lines = [line.span for line in document.lines]
    section = Section("section-1", "Introduction", 1, 1, Span(lines[1].start, lines[5].end), SectionRole.BODY)
    row = lines[4]
    table = Table(
        "table-1", "Table 1", "Lamps", (2,), ("What", "When"),
        ((Cell("Lamps burned", Span(row.start, row.start + 12)), Cell("on every quay.", Span(row.end - 14, row.end))),),
        None, None,
    )  # fmt: skip
    document = replace(document, sections=(section,), tables=(table,))
    references = (
        Reference("reference-holm", document.text.at(lines[6]), lines[6], 2, document.text.boxes(lines[6]),
                  authors=(Author("Holm"),), year=2015, doi="10.5555/holm.2015"),
        Reference("reference-quill", document.text.at(lines[7]), lines[7], 2, document.text.boxes(lines[7]),
                  authors=(Author("Quill"),), year=2012),
    )  # fmt: skip
    pointers = (("(Holm, 2015, p. 39)", 0), ("(Quill, 2012)", 0), ("(Marsh, 2001)", 0), ("(Holm, 2015, p. 39)", 1))
    spans = [span_of(document, words, occurrence) for words, occurrence in pointers]
    page = Locator("page", "39", None, "p. 39")
    citations = tuple(
        Citation(f"citation-{n}", CitationForm.PARENTHETICAL, document.text.at(span), span, span,
                 locator=page if n in (0, 3) else None)
        for n, span in enumerate(spans)
    )  # fmt: skip
    heads = ("reference-holm", "reference-quill", None, "reference-holm")
    links = tuple(
        Link(citation.id, head, 1.0 if head else 0.0, why=None if head else "no entry has this author and year")
        for citation, head in zip(citations, heads, strict=True)
    )
    claims = tuple(
        Claim(
            f"claim-{n}",
            document.text.at(lines[at]),
            lines[at],
            "section-1",
            (ClaimKind.EVENT,),
            Certainty.STATED,
            cited,
        )
        for n, (at, cited) in enumerate(
            [(1, ("citation-0",)), (2, ("citation-1",)), (3, ("citation-2",)), (4, ()), (5, ("citation-3",))]
        )
    )
    entities = (
        Entity(
            "entity-fire", EntityType.INCIDENT, "Harbour fire", (Mention("harbour burned", lines[2]),), 2018, record="x"
        ),
        Entity("entity-pact", EntityType.AGREEMENT, "Tide pact", (Mention("tide", lines[1]),), 2010),
        Entity("entity-north", EntityType.STATE, "Northland", (Mention("Northern", lines[0]),), iso3166="NN"),
    )
    relations = (
        Relation(RelationType.ATTRIBUTED_TO, "entity-fire", "entity-north", "Northland", "widely", lines[2], None),
        Relation(RelationType.PARTY_TO, "entity-north", "entity-pact", "Tide pact", None, lines[1], None),
    )
    return Paper(
        document, CitationStyle.AUTHOR_YEAR, tuple(Sentence(span, n) for n, span in enumerate(lines)),
        references, citations, links, (), (), entities, relations, claims,
        (Duplicate("duplicate-1", DuplicateKind.NEAR, 0.9, 9, lines[1], lines[5], "group-1"),),
    )  # fmt: skip


def make_findings(paper: Paper) -> tuple[Finding, ...]:
    """One finding of each severity, one without a place in the text, and one on two pages' worth of words."""
    document = paper.document
    lines = [line.span for line in document.lines]
    entry = paper.references[1]
    return (
        Finding("finding-old", "source-predates-event", Severity.ERROR, Verdict.CONFIRMED,
                "Quill 2012 is older than the Harbour fire (2018), for which it is cited.", 1, lines[2],
                document.text.at(lines[2]),
                (Evidence("knowledge base", "Harbour fire: 2018"), Evidence("entry", entry.raw, 2, entry.span)),
                ("citation-1",), ("reference-quill",), ("claim-1",)),
        Finding("finding-none", "citation-without-reference", Severity.ERROR, Verdict.CONFIRMED,
                "“Marsh, 2001” points to no entry of the reference list.", 1, span_of(document, "(Marsh, 2001)"),
                "(Marsh, 2001)", (), ("citation-2",), (), ("claim-2",)),
        Finding("finding-twice", "passage-duplicated", Severity.WARNING, Verdict.LIKELY,
                "This passage of 9 words stands on page 1 too, with few words changed.", 2, lines[5],
                document.text.at(lines[5]), (Evidence("the other place", document.text.at(lines[1]), 1, lines[1]),),
                (), (), ("claim-4",), "duplicate-1"),
        Finding("finding-row", "claim-without-citation", Severity.WARNING, Verdict.POSSIBLE,
                "This row has no source.", 2, lines[4], document.text.at(lines[4]), (), (), (), ("claim-3",)),
        Finding("finding-page", "extraction-unreliable", Severity.INFO, Verdict.CONFIRMED,
                "Page 2 was not read in full.", 2, None, ""),
    )  # fmt: skip


COVERAGE = (
    Coverage("source-predates-event", CoverageState.RUN, 4, 2, "2 claims rest on a work without a year"),
    Coverage("citation-without-reference", CoverageState.RUN, 4),
    Coverage("reference-never-cited", CoverageState.RUN, 2),
    Coverage("page-reused", CoverageState.ABSTAINED, 0, 3, "too few pages are cited"),
    Coverage("claim-not-in-source", CoverageState.SKIPPED, why="it needs the full text of the cited works"),
    Coverage("claim-contradicted", CoverageState.SKIPPED, why="it needs the full text of the cited works"),
)
EXPLANATIONS = {
    "source-predates-event": ("the work is older than the event", "A work cannot report what had not happened."),
    "reference-never-cited": ("an entry that nothing cites", ""),
}
GENERATOR = {"name": "claimtrace", "version": "9.9.9", "pipeline": "default", "settings": {}}


def make_view(paper: Paper | None = None, findings: Sequence[Finding] | None = None) -> ReportView:
    """A view of the paper, without pictures."""
    shown = paper or make_paper()
    found = make_findings(shown) if findings is None else findings
    return ReportView(shown, tuple(found), COVERAGE, EXPLANATIONS, GENERATOR, diagrams=diagrams_of(shown, found))


def diagrams_of(paper: Paper, findings: Sequence[Finding]) -> Diagrams:
    """The pictures of a paper's graph."""
    graph = build_graph(paper)
    add_findings(graph, paper, findings)
    return report_diagrams(graph)


HOSTILE = "</style><script>alert(1)</script> \"'><img src=x onerror=alert(2)> {{7*7}} a\x00b\u202egnp.exe\u202c &lt;"


def hostile_view() -> ReportView:
    """A paper that says hostile things wherever a paper may say something."""
    paper = make_paper()
    document = paper.document
    document = replace(
        document,
        title=HOSTILE,
        file=HOSTILE,
        language='en" onload="alert(3)',
        authors=(Author(HOSTILE, HOSTILE),),
        pages=tuple(replace(page, folio=HOSTILE, problem=HOSTILE) for page in document.pages),
        sections=tuple(replace(section, title=HOSTILE) for section in document.sections),
        tables=tuple(replace(table, columns=(HOSTILE, HOSTILE)) for table in document.tables),
    )
    paper = replace(
        paper,
        document=document,
        references=tuple(
            replace(r, raw=HOSTILE, authors=(Author(HOSTILE),), doi=f'10.1/"{HOSTILE}', url="javascript:alert(4)")
            for r in paper.references
        ),
        citations=tuple(replace(citation, text=HOSTILE) for citation in paper.citations),
        links=tuple(replace(link, why=HOSTILE) for link in paper.links),
        claims=tuple(replace(claim, text=HOSTILE, lean=HOSTILE) for claim in paper.claims),
        entities=tuple(replace(entity, name=HOSTILE) for entity in paper.entities),
    )
    findings = tuple(
        replace(f, message=HOSTILE, quote=HOSTILE, evidence=(Evidence(HOSTILE, HOSTILE, 1),))
        for f in make_findings(paper)
    )
    coverage = tuple(replace(row, why=HOSTILE) for row in COVERAGE)
    explanations = {row.check: (HOSTILE, HOSTILE) for row in COVERAGE}
    diagrams = diagrams_of(paper, findings)
    return ReportView(
        paper, findings, coverage, explanations, {"name": HOSTILE, "pipeline": HOSTILE}, diagrams=diagrams
    )
