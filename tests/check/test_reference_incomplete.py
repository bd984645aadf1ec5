"""reference-incomplete: entries that lack what their work is found by."""

from __future__ import annotations

import pytest

from claimtrace.model.finding import CoverageState, Verdict
from written_papers import audit_of, findings_of

CHECK = "reference-incomplete"
TEXT = "The port kept no log (Holm, 2015), and the tallies were burnt (Quill, 2012).\n\n# References\n"
OTHERS = (
    "Quill, B. (2012). Tides and tallies. Port Selwyn Press.",
    "Sand, C. (2001). Lamps of the outer mole. Annals of Ports, 2(1), 1-20.",
    "Vik, D. (2003). Tolls of the inner mole. Annals of Ports, 4(1), 3-19.",
    "Zander, E. (2005). Chapels by the sea. Annals of Ports, 6(2), 33-41.",
)


def paper(*entries: str) -> str:
    return TEXT + "\n".join((*entries, *OTHERS))


@pytest.mark.parametrize(
    ("entry", "lacking"),
    [
        ("Holm, A. Harbours without logs. Annals of Ports, 4(1), 12-40.", "the year"),
        ("Holm, A. (2015). Annals of Ports, 4(1), 12-40.", "both its title and its journal"),
        ("Holm, A. (2015). Harbours without keepers. 4(1), 12-40.", "both its title and its journal"),
        ("Holm, A. (2015). Harbours without keepers.", "where it appeared"),
    ],
)
def test_what_is_lacking_is_named(entry: str, lacking: str) -> None:
    (finding,) = findings_of(paper(entry), CHECK)
    assert f"does not give {lacking}" in finding.message
    assert (finding.quote, finding.verdict) == (entry, Verdict.LIKELY)


@pytest.mark.parametrize(
    "entry",
    [
        "Holm, A. (2015). Harbours without keepers. Port Selwyn Press.",
        "Holm, A. (n.d.). Harbours without keepers. Port Selwyn Press.",
        "Holm, A. (forthcoming). Harbours without keepers. Annals of Ports.",
        "Holm, A. (2015). Harbours without keepers. Unpublished manuscript.",
        "Holm, A. (2015). Harbours without keepers. https://ports.example/keepers",
        "Holm, A. (2015). Harbours without keepers. https://doi.org/10.5555/keepers",
        "Harbour Board. (2015). Keepers of the outer mole.",
        "Harbours Act 2015, c. 12.",
        "Holm, A. (2015). Harbours without keepers [Doctoral dissertation, Port Selwyn University].",
    ],
)
def test_silent(entry: str) -> None:
    assert findings_of(paper(entry), CHECK) == []


def test_it_abstains_on_what_the_style_leaves_out() -> None:
    entries = [f"Holm, A. ({2001 + at}). Annals of Ports, {at}(1), 12-40." for at in range(1, 6)]
    audit = audit_of(paper(*entries))
    assert [finding for finding in audit.findings if finding.check == CHECK] == []
    row = next(row for row in audit.coverage if row.check == CHECK)
    assert (row.state, row.abstained) == (CoverageState.RUN, 5)
    assert "both its title and its journal: 5" in (row.why or "")
