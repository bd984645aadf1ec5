"""doi-malformed: what is called a DOI and cannot be one."""

from __future__ import annotations

import pytest

from claimtrace.model.finding import Verdict
from written_papers import audit_of, findings_of

CHECK = "doi-malformed"
TEXT = "The port kept no log (Holm, 2015).\n\n# References\n"
HOLM = "Holm, A. (2015). Harbours without logs. Annals of Ports, 4(1), 12-40."


@pytest.mark.parametrize(
    ("printed", "fault"),
    [
        ("https://doi.org/10.5555ap.2015.12", "no slash"),
        ("https://doi.org/5555/ap.2015.12", "does not begin"),
        ("https://doi.org/1O.5555/ap.2015.12", "does not begin"),
        ("https://doi.org/10,5555/ap.2015.12", "does not begin"),
        ("https://doi.org/10.5555/", "nothing follows"),
        ("doi:10.5555ap.2015.12", "no slash"),
    ],
)
def test_a_doi_that_cannot_be_one_is_found(printed: str, fault: str) -> None:
    (finding,) = findings_of(f"{TEXT}{HOLM} {printed}", CHECK)
    assert fault in finding.message
    assert (finding.quote, finding.page, finding.verdict) == (f"{HOLM} {printed}", 1, Verdict.CONFIRMED)


@pytest.mark.parametrize(
    "printed",
    [
        "https://doi.org/10.5555/ap.2015.12",
        "https://doi.org/10.5555/AP.2015.12.",
        "doi: 10.5555/ap(2015)084[12:HWL]2.0.CO;2",
        "https://doi.org/10.5555.20/ap12",
        "https://doi.org/10/abc9f",
        "https://ports.example/10.5555ap.2015.12",
        "",
    ],
)
def test_silent(printed: str) -> None:
    assert findings_of(f"{TEXT}{HOLM} {printed}", CHECK) == []


def test_coverage_counts_the_entries_that_give_one() -> None:
    audit = audit_of(f"{TEXT}{HOLM} https://doi.org/10.5555/ap.12\nQuill, B. (2012). Tides. Port Selwyn Press.")
    row = next(row for row in audit.coverage if row.check == CHECK)
    assert row.checked == 1
