"""The files of an audit, in one table: what each is called, when it is written, and what makes it.

What makes a file is imported only when it is wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from claimtrace.model.errors import UnknownNameError
from claimtrace.pipeline.making import Audited, Making, report_diagrams
from claimtrace.text.nearest import nearest


@dataclass(frozen=True, slots=True)
class Output:
    """A file of an audit.

    Attributes:
        name: what it is called.
        make: gives its bytes.
        is_report: whether it is one of those that the stage ``reports`` asks for; the others are written without it.
        on_demand: whether it is written only where it is asked for by name.
        needs_pages: whether there is none for a paper in a form without pages.
    """

    name: str
    make: Callable[[Making], bytes]
    is_report: bool = False
    on_demand: bool = False
    needs_pages: bool = False


def _audit_json(making: Making) -> bytes:
    from claimtrace.report.audit_json import dumps

    return dumps(making.audit.data()).encode()


def _graph_as(form: str) -> Callable[[Making], bytes]:
    """What makes the graph in one of the formats of :mod:`claimtrace.graph.formats`."""

    def make(making: Making) -> bytes:
        from claimtrace.graph.formats import FORMATS

        return FORMATS[form].write(making.audit.graph)

    return make


def _turtle(making: Making) -> bytes:
    from claimtrace.graph.formats.rdf import as_turtle

    return as_turtle(making.triples)


def _json_ld(making: Making) -> bytes:
    from claimtrace.graph.formats.rdf import as_json_ld

    return as_json_ld(making.triples)


def _picture(name: str) -> Callable[[Making], bytes]:
    """What makes one of the pictures of :mod:`claimtrace.graph.pictures`."""

    def make(making: Making) -> bytes:
        from claimtrace.graph.pictures import draw

        return draw(making.audit.graph, name).svg().encode()

    return make


def _annotated_pdf(making: Making) -> bytes:
    from claimtrace.report.annotated_pdf import annotate

    return annotate(making.audit.pdf or b"", making.audit.paper, making.audit.open_findings)


def _markdown(making: Making) -> bytes:
    from claimtrace.report.markdown import render_markdown

    return render_markdown(making.letter).encode()


def _docx(making: Making) -> bytes:
    from claimtrace.report.docx import render_docx

    return render_docx(making.letter)


def _findings_csv(making: Making) -> bytes:
    from claimtrace.report.findings_csv import render_csv

    return render_csv(making.view).encode()


def _sarif(making: Making) -> bytes:
    from claimtrace.report.sarif import render_sarif

    return render_sarif(making.view).encode()


def _web_annotations(making: Making) -> bytes:
    from claimtrace.report.web_annotations import render_annotations

    return render_annotations(making.view).encode()


def _html(making: Making) -> bytes:
    from claimtrace.report.html import render_html

    view = replace(making.view, diagrams=report_diagrams(making.audit.graph))
    return render_html(view, making.page_pictures).encode()


OUTPUTS = (
    Output("audit.json", _audit_json),
    Output("graph.json", _graph_as("json")),
    Output("graph.graphml", _graph_as("graphml")),
    Output("graph.gexf", _graph_as("gexf")),
    Output("graph.cyjs", _graph_as("cytoscape"), on_demand=True),
    Output("graph-nodes.csv", _graph_as("nodes-csv"), on_demand=True),
    Output("graph-edges.csv", _graph_as("edges-csv"), on_demand=True),
    Output("graph.dot", _graph_as("dot"), on_demand=True),
    Output("graph.ttl", _turtle, on_demand=True),
    Output("graph.jsonld", _json_ld, on_demand=True),
    Output("map.svg", _picture("map"), on_demand=True),
    Output("timeline.svg", _picture("timeline"), on_demand=True),
    Output("dotplot.svg", _picture("dotplot"), on_demand=True),
    Output("matrix.svg", _picture("matrix"), on_demand=True),
    Output("findings.sarif", _sarif, on_demand=True),
    Output("annotations.jsonld", _web_annotations, on_demand=True),
    Output("annotated.pdf", _annotated_pdf, is_report=True, needs_pages=True),
    Output("report.md", _markdown, is_report=True),
    Output("report.docx", _docx, is_report=True),
    Output("findings.csv", _findings_csv, is_report=True),
    Output("report.html", _html, is_report=True),  # last: it waits for the pictures
)
OUTPUT_NAMES = tuple(output.name for output in OUTPUTS)


def known_outputs(names: Iterable[str]) -> tuple[str, ...]:
    """The names of files that a user gave, each once.

    Raises:
        UnknownNameError: an audit has no file of such a name; the message gives the nearest.
    """
    found = tuple(dict.fromkeys(name.strip() for name in names))
    for name in found:
        if name not in OUTPUT_NAMES:
            raise UnknownNameError(f"an audit has no file {name!r}{nearest(name, OUTPUT_NAMES)}")
    return found


def chosen_outputs(audit: Audited, only: Collection[str] = ()) -> tuple[Output, ...]:
    """The files to write of an audit: those of ``only``, or else all that its pipeline asks for."""
    has_reports = "reports" in audit.generator["settings"]["stages"]
    names = only or audit.outputs

    def is_wanted(output: Output) -> bool:
        return output.name in names if names else not output.on_demand and (has_reports or not output.is_report)

    return tuple(
        output for output in OUTPUTS if is_wanted(output) and (audit.pdf is not None or not output.needs_pages)
    )
