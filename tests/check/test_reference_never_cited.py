"""reference-never-cited: entries that nothing points to, and the many places from which one can be cited."""

from __future__ import annotations

import pytest

from claimtrace.model.finding import CoverageState, Severity, Verdict
from claimtrace.pipeline.running import audit_document
from claimtrace.pipeline.table import find_pipeline
from set_documents import set_document
from written_papers import audit_of, findings_of

CHECK = "reference-never-cited"

HOLM = "Holm, A. (2015). Harbours without logs. Annals of Ports, 4(1), 12-40."
QUILL = "Quill, B. (2012). Tides and tallies. Port Selwyn Press."
ZANDER = "Zander, C. (2009). Lamps of the outer mole. Port Selwyn Press."
TEXT = "The port kept no log (Holm, 2015), and the tallies were burnt (Quill, 2012)."


def found(text: str, *entries: str) -> list[str]:
    listed = "\n".join((HOLM, QUILL, *entries))
    return [finding.quote for finding in findings_of(f"{text}\n\n# References\n{listed}", CHECK)]


def test_an_entry_that_nothing_points_to_is_found_with_its_place() -> None:
    findings = findings_of(f"{TEXT}\n\n# References\n{HOLM}\n{QUILL}\n{ZANDER}", CHECK)
    assert [(f.quote, f.page, f.severity, f.verdict) for f in findings] == [
        (ZANDER, 1, Severity.WARNING, Verdict.CONFIRMED)
    ]
    assert len(findings[0].references) == 1


@pytest.mark.parametrize(
    "where",
    [
        "Lamps came late (Zander, 2009).",
        "Zander (2009) dates the lamps.",
        "Others agree (Holm, 2015; Quill, 2012; Zander, 2009, p. 4).",
        "• lamps came late (Zander, 2009)",
        "> The lamps came late, and nobody thanked the men who had hung them there (Zander, 2009, p. 4).",
        "Source: Zander (2009).",
        "Figure 1. The outer mole, after Zander (2009).",
        "Lamps came late (Zander, 2008).",
        "Lamps came late (Zandar, 2009).",
        "Lamps came late, as Zander's (2009) drawings show.",
    ],
)
def test_an_entry_may_be_cited_anywhere_and_even_wrongly(where: str) -> None:
    assert found(f"{TEXT}\n\n{where}", ZANDER) == []


def test_an_entry_may_be_cited_behind_the_list() -> None:
    listed = "\n".join((HOLM, QUILL, ZANDER))
    appendix = "# Appendix A\n\nThe lamps were counted by hand, as Zander (2009) had counted them before the war."
    assert findings_of(f"{TEXT}\n\n# References\n{listed}\n\n{appendix}", CHECK) == []


def test_a_body_may_be_cited_by_its_acronym() -> None:
    entry = "Harbour Statistics Office. (2019). Yearbook of moorings. Harbour Statistics Office."
    text = f"{TEXT}\n\nThe Harbour Statistics Office (HSO) counts boats. Moorings rose each year (HSO, 2019)."
    assert found(text, entry) == []


def test_a_work_that_is_listed_twice_and_cited_once_is_no_concern_of_this_check() -> None:
    assert found(TEXT, "Quill, Bea. (2012). Tides and Tallies. Port Selwyn: Port Selwyn Press.") == []


def test_an_author_whom_the_text_names_makes_it_a_possibility() -> None:
    text = f"{TEXT}\n\nZander had drawn the lamps when he was young, and drew them again when he was old."
    findings = findings_of(f"{text}\n\n# References\n{HOLM}\n{QUILL}\n{ZANDER}", CHECK)
    assert [(f.severity, f.verdict) for f in findings] == [(Severity.INFO, Verdict.POSSIBLE)]


def test_an_author_in_a_table_leaves_the_entry_aside() -> None:
    table = "Table 1. Lamps\n\nLamp | Drawn by\nOuter mole | Zander\nInner mole | Falk"
    document = set_document(f"{TEXT}\n\n{table}\n\n# References\n{HOLM}\n{QUILL}\n{ZANDER}")
    audit = audit_document(document, b"", find_pipeline("default"))
    row = next(row for row in audit.coverage if row.check == CHECK)
    assert [f for f in audit.findings if f.check == CHECK] == []
    assert (row.checked, row.abstained) == (2, 1)


def test_two_works_of_one_author_are_told_apart_by_their_year() -> None:
    assert found(TEXT, "Holm, A. (2011). Early harbours. Port Selwyn Press.") == [
        "Holm, A. (2011). Early harbours. Port Selwyn Press."
    ]


def test_it_abstains_where_most_entries_seem_uncited() -> None:
    audit = audit_of(f"The port kept no log (Holm, 2015).\n\n# References\n{HOLM}\n{QUILL}\n{ZANDER}")
    row = next(row for row in audit.coverage if row.check == CHECK)
    assert (row.state, row.checked, row.abstained) == (CoverageState.ABSTAINED, 0, 3)
    assert "1 of 3" in (row.why or "")


def test_numbered_entries_within_a_range_are_cited() -> None:
    listed = (
        "[1] A. Holm, “Harbours without logs,” Annals of Ports, vol. 4, no. 1, pp. 12-40, 2015.\n"
        "[2] B. Quill, Tides and Tallies. Port Selwyn: Port Selwyn Press, 2012.\n"
        "[3] E. Osei, “Three tides,” Annals of Ports, vol. 9, no. 3, pp. 201-219, 2020.\n"
        "[4] C. Zander, Lamps of the Outer Mole. Port Selwyn: Port Selwyn Press, 2009."
    )
    text = "The port kept no log [1]-[3], and the tallies of the outer harbour were burnt by the crews [3]."
    findings = findings_of(f"{text}\n\n# References\n{listed}", CHECK)
    assert [finding.quote.split(",")[0] for finding in findings] == ["[4] C. Zander"]
