"""reference-duplicated: one work that the list gives twice, and works that only look alike."""

from __future__ import annotations

import pytest

from claimtrace.model.finding import CoverageState, Verdict
from written_papers import audit_of, findings_of

CHECK = "reference-duplicated"
TEXT = "The port kept no log (Holm, 2015), and the tallies were burnt (Quill, 2012).\n\n# References\n"
HOLM = "Holm, A. (2015). Harbours without logs: A view from the mole. Annals of Ports, 4(1), 12-40."
QUILL = "Quill, B. (2012). Tides and tallies. Port Selwyn Press."


def listed(*entries: str) -> str:
    return TEXT + "\n".join((*entries, QUILL))


@pytest.mark.parametrize(
    ("again", "shared", "verdict"),
    [
        (HOLM.replace("Holm, A.", "Holm, Anna"), "volume and page", Verdict.CONFIRMED),
        (HOLM.replace("without logs", "Without Logs"), "volume and page", Verdict.CONFIRMED),
        (HOLM.replace("Annals of Ports, 4(1)", "Ann. Ports 4"), "volume and page", Verdict.CONFIRMED),
        (HOLM + " https://doi.org/10.5555/ap.2015.12", "volume and page", Verdict.CONFIRMED),
        (HOLM.replace(": A view from the mole", ""), "main title", Verdict.LIKELY),
        (HOLM.replace("(2015)", "(2016)"), "volume and page", Verdict.CONFIRMED),
        (HOLM.replace("Harbours", "Harbors"), "volume and page", Verdict.CONFIRMED),
        ("Holm, A. (2015). Harbours without logs: A view from the mole.", "author and year", Verdict.CONFIRMED),
    ],
    ids=[
        "full name",
        "capitals",
        "short journal",
        "doi added",
        "no subtitle",
        "another year",
        "spelling",
        "no journal",
    ],
)
def test_one_work_in_two_forms_is_found(again: str, shared: str, verdict: Verdict) -> None:
    (finding,) = findings_of(listed(HOLM, again), CHECK)
    assert finding.quote in (HOLM, again)
    assert shared in finding.message
    assert finding.verdict is verdict
    assert len(finding.references) == 2
    assert {finding.quote, finding.evidence[0].text} == {HOLM, again}


@pytest.mark.parametrize(
    "other",
    [
        HOLM.replace("12-40", "41-60"),
        HOLM.replace("4(1)", "4(2)"),
        HOLM.replace("Annals of Ports", "Letters on Lighthouses"),
        HOLM.replace("Holm", "Zander"),
        HOLM.replace("Holm, A.", "Holm, K."),
        HOLM.replace(": A view from the mole", ", part II").replace("12-40", "41-60"),
        "Holm, A. (2014). Harbours without logs: A view from the mole. Port Selwyn Press.",
        "Holm, A. (2015). Harbours without logs: A view from the mole [Doctoral dissertation, Port Selwyn University].",
    ],
    ids=["pages", "issue", "journal", "author", "initial", "part", "another year, a book", "the thesis"],
)
def test_works_that_a_field_tells_apart_are_two(other: str) -> None:
    assert findings_of(listed(HOLM, other), CHECK) == []


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("https://doi.org/10.5555/ap.12", "https://doi.org/10.5555/AP.12", 1),
        ("https://doi.org/10.5555/ap.12", "https://doi.org/10.5555/ap.13", 0),
        ("https://ports.example/logs", "https://www.ports.example/logs/", 1),
        ("https://ports.example/logs", "https://ports.example/lamps", 0),
    ],
    ids=["one doi", "two dois", "one address", "two addresses"],
)
def test_identifiers_bind_and_part(one: str, other: str, count: int) -> None:
    entry = "Holm, A. (2015). Harbours without logs. Port Selwyn Press."
    assert len(findings_of(listed(f"{entry} {one}", f"{entry} {other}"), CHECK)) == count


def test_three_copies_make_one_finding() -> None:
    audit = audit_of(listed(HOLM, HOLM.replace("Holm, A.", "Holm, Anna"), HOLM.replace("without", "Without")))
    (finding,) = [finding for finding in audit.findings if finding.check == CHECK]
    assert "3 times" in finding.message
    assert len(finding.references) == 3


def test_editions_are_works_of_their_own() -> None:
    entry = "Holm, A. (2015). Harbours without logs ({} ed.). Port Selwyn Press."
    assert findings_of(listed(entry.format("2nd"), entry.format("3rd")), CHECK) == []


def test_a_paper_without_a_list_is_skipped() -> None:
    row = next(
        row
        for row in audit_of("The port kept no log, and nobody asked the keepers for one in all those years.").coverage
        if row.check == CHECK
    )
    assert row.state is CoverageState.SKIPPED
