"""Reads many sentences as one paper, so that tables of cases stay quick, and tells of each which pointers it holds."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrace.model.citation import Citation, CitationForm, Locator
from claimtrace.model.paper import Paper
from set_documents import paper_of

P, N = CitationForm.PARENTHETICAL, CitationForm.NARRATIVE
NUMERIC, NOTE, SOURCE = CitationForm.NUMERIC, CitationForm.NOTE, CitationForm.SOURCE_LINE

Row = tuple[str, CitationForm, str | None, str | None]
"""A pointer as printed, its form, its locator ("page 12-14"), the short name of the entry that it points to."""

AUTHOR_YEAR_LIST = """
Adeyemi, K. (2006). Pilots and tides. Quay Press.
Adeyemi, K. (2012). Pilots and lamps. Quay Press.
Brandt, L., Osei, K., & Vance, M. (2018). Buoys in fog. Journal of Ports, 11(1), 30–61.
García-Løve, Á. (2015). El faro lento. Quay Press.
Keel, B. (2014). Ships and rules. Quay Press.
Marlow, A. (2011). The slow harbour. Journal of Ports, 4(2), 10–29.
Ministry of Harbours. (2020). Annual count of ships. Ministry of Harbours.
O'Shea, M. (n.d.). Notes on knots. Quay Press.
Office of Port Statistics [OPS]. (2019). Harbour figures. Office of Port Statistics.
Quill, E. (in press). Ink and anchors. Quay Press.
Singh, R., & Falk, T. (2016). Two lamps. Journal of Ports, 9(3), 201–220.
Tarrow, J. (2017a). The first ferry. Journal of Ports, 10(1), 5–19.
Tarrow, J. (2017b). The last ferry. Journal of Ports, 10(4), 88–99.
van der Berg, H. (2013). Dykes. Quay Press.
World Union of Pilots. (2008). Rules of the sound. Union Press.
"""


def rows_of(sentences: Iterable[str], references: str) -> dict[str, list[Row]]:
    """The pointers of each sentence, all of them paragraphs of one paper with this reference list."""
    listed = list(sentences)
    paper = paper_of("# Body\n\n" + "\n\n".join(listed) + f"\n\n# References\n{references.strip()}")
    text = paper.document.text.string
    found: dict[str, list[Row]] = {}
    for sentence in listed:
        start = text.index(sentence)
        inside = [c for c in paper.citations if start <= c.span.start < start + len(sentence)]
        found[sentence] = [(c.text, c.form, place(c.locator), work(paper, c)) for c in inside]
    return found


def place(locator: Locator | None) -> str | None:
    """A locator as label and numbers."""
    if locator is None:
        return None
    return f"{locator.label} {locator.first}" + (f"-{locator.last}" if locator.last else "")


def work(paper: Paper, citation: Citation) -> str | None:
    """The short name of the entry that a citation points to."""
    link = next(link for link in paper.links if link.citation == citation.id)
    return next((r.short for r in paper.references if r.id == link.reference), None)
