"""reference-in-future: entries that are younger than the paper."""

from __future__ import annotations

import pytest

from claimtrace.model.finding import CoverageState, Severity, Verdict
from written_papers import audit_of, findings_of

CHECK = "reference-in-future"
FRONT = "= Harbour logs and their keepers\n\nCarla Zander\n\n© 2016 Annals of Ports\n\n# Introduction\n\n"
TEXT = "The port kept no log (Holm, 2015), and the tallies were burnt (Quill, 2012).\n\n# References\n"
QUILL = "Quill, B. (2012). Tides and tallies. Port Selwyn Press."


def paper(*entries: str, front: str = FRONT) -> str:
    return front + TEXT + "\n".join((*entries, QUILL))


@pytest.mark.parametrize(
    ("entry", "severity", "verdict"),
    [
        ("Holm, A. (2019). Harbours without logs. Port Selwyn Press.", Severity.ERROR, Verdict.LIKELY),
        ("Holm, A. (2017). Harbours without logs. Port Selwyn Press.", Severity.WARNING, Verdict.POSSIBLE),
        ("Holm, A. Harbours without logs. Annals of Ports 4 (2051): 12-40.", Severity.ERROR, Verdict.LIKELY),
    ],
)
def test_a_younger_entry_is_found(entry: str, severity: Severity, verdict: Verdict) -> None:
    (finding,) = findings_of(paper(entry), CHECK)
    assert (finding.quote, finding.severity, finding.verdict) == (entry, severity, verdict)
    assert "of 2016" in finding.message


@pytest.mark.parametrize(
    "entry",
    [
        "Holm, A. (2016). Harbours without logs. Port Selwyn Press.",
        "Holm, A. (2015). Harbours in 2050. Port Selwyn Press.",
        "Holm, A. (2015). The port of 2040: A forecast. Port Selwyn Press.",
        "Holm, A. (in press). Harbours without logs. Port Selwyn Press.",
        "Holm, A. (2017, online first). Harbours without logs. Annals of Ports. Advance online publication.",
        "Holm, A. (2015). Harbours without logs. https://ports.example/2031/logs",
        "Harbour Board. Logs of the outer mole. Port Selwyn. Accessed 3 May 2018. https://ports.example/logs",
    ],
    ids=["same year", "title", "subtitle", "in press", "ahead of print", "address", "access"],
)
def test_silent(entry: str) -> None:
    assert findings_of(paper(entry), CHECK) == []


def test_it_abstains_where_many_entries_are_younger() -> None:
    entries = [f"Holm, A. ({2019 + at}). Harbours without logs, part {at}. Port Selwyn Press." for at in range(4)]
    row = next(row for row in audit_of(paper(*entries)).coverage if row.check == CHECK)
    assert row.state is CoverageState.ABSTAINED
    assert "younger than 2016" in (row.why or "")


def test_it_is_skipped_where_the_paper_has_no_year() -> None:
    row = next(
        row
        for row in audit_of(paper("Holm, A. (2051). Harbours. Port Selwyn Press.", front="")).coverage
        if row.check == CHECK
    )
    assert row.state is CoverageState.SKIPPED
