"""The citation that stands for a quotation."""

from __future__ import annotations

from functools import cache

import pytest

from claimtrace.model.paper import Paper
from set_documents import paper_of

LIST = """
Adeyemi, K. (2006). Pilots and tides. Quay Press.
Keel, B. (2014). Ships and rules. Quay Press.
Marlow, A. (2011). The slow harbour. Journal of Ports, 4(2), 10–29.
"""

# a paragraph with one quotation, the citation that stands for it, how many stand beside it
CASES: list[tuple[str, str | None, int]] = [
    ("Pilots say that “no tide keeps its hour for long” (Keel, 2014, p. 3).", "(Keel, 2014, p. 3)", 0),
    ("Keel (2014) says that “no lamp keeps its oil for long” (p. 4).", "Keel (2014)", 0),
    ("As Keel (2014, p. 5) says, “no rope keeps its knot for long”.", "Keel (2014, p. 5)", 0),
    ("“No gull keeps its fish for long,” writes Keel (2014, p. 6).", "Keel (2014, p. 6)", 0),
    ("Marlow (2011) thinks that “no port keeps its trade for long” (Keel, 2014, p. 7).", "(Keel, 2014, p. 7)", 0),
    ("Keel (2014) holds that “no pier keeps its paint for long”, unlike Marlow (2011).", "Keel (2014)", 0),
    ("“No bell keeps its tone for long” (Keel, 2014; Marlow, 2011).", "Keel, 2014", 0),
    ("“No fog keeps its grip for long.” (Keel, 2014, p. 8)", "(Keel, 2014, p. 8)", 0),
    ("It is said that “no buoy keeps its light for long”.", None, 0),
    ("It is said that “no dyke keeps its height for long”. Keel (2014) doubts it.", None, 1),
    ("Keel (2014) doubts it. “No mole keeps its stones for long,” say the masons. So does Marlow (2011).", None, 2),
]
SET_OFF = """
Keel (2014) puts it in a passage that every pilot knows by heart:

> No tide keeps its hour for long, and no pilot should ask it to. The sea has never signed a rule.

Others are as plain about it, and one of them is plainer still:

> No lamp keeps its oil for long. The keeper who trusts the glass has not looked at it. (Adeyemi, 2006, p. 9)
"""


@cache
def _paper() -> Paper:
    body = "\n\n".join(words for words, _, _ in CASES)
    return paper_of(f"# Body\n\n{body}\n\n{SET_OFF.strip()}\n\n# References\n{LIST.strip()}")


def _of_paragraph(words: str) -> list[tuple[str | None, int]]:
    paper = _paper()
    start = paper.document.text.string.index(words)
    texts = {c.id: c.text for c in paper.citations}
    return [
        (texts.get(link.citation or ""), len(link.near))
        for quotation, link in zip(paper.quotations, paper.quotation_links, strict=True)
        if start <= quotation.span.start < start + len(words)
    ]


@pytest.mark.parametrize(("words", "citation", "near"), CASES, ids=[case[0][:40] for case in CASES])
def test_the_citation_of_a_quotation(words: str, citation: str | None, near: int) -> None:
    assert _of_paragraph(words) == [(citation, near)]


@pytest.mark.parametrize(
    ("words", "citation"),
    [
        ("No tide keeps its hour for long, and", "Keel (2014)"),
        ("No lamp keeps its oil for long. The", "(Adeyemi, 2006, p. 9)"),
    ],
)
def test_the_citation_of_a_block_quotation(words: str, citation: str) -> None:
    assert [found for found, _ in _of_paragraph(words)] == [citation]
    quotation = next(q for q in _paper().quotations if q.text.startswith(words))
    assert quotation.set_off
    assert "Adeyemi" not in quotation.text
