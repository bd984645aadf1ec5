"""cross-reference-dangling: parts of a paper that it speaks of and does not hold."""

from __future__ import annotations

import pytest

from claimtrace.model.finding import CoverageState, Severity, Verdict
from written_papers import audit_of, findings_of

CHECK = "cross-reference-dangling"
LIST = "\n\n# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press."
FILLER = "The port kept no log (Quill, 2012)."
TABLES = "Table 1. Lamps of the outer mole, by year.\n\nTable 2. Keepers of the outer mole, by year.\n\n"
FIGURE = "Figure 1. The outer mole from the sea.\n\n"
SECTIONS = (
    "# 1. Lamps\n\nThe lamps were dim.\n\n# 2. Keepers\n\nThe keepers were old.\n\n# 2.1. Pay\n\nPay was low.\n\n"
    "# 2.2. Leave\n\nThere was no leave.\n\n# 3. Tolls\n\nThe tolls were high.\n\n"
)
APPENDIX = "\n\n# Appendix A. The letters\n\nThe letters were long."


@pytest.mark.parametrize(
    ("held", "sentence", "verdict"),
    [
        (TABLES, "The tolls are given in Table 7.", Verdict.LIKELY),
        (TABLES, "See Table 3 for the tolls.", Verdict.POSSIBLE),
        (TABLES, "The tolls (Tables 1 and 9) were high.", Verdict.LIKELY),
        (FIGURE, "The two curves in Figure 6 cross.", Verdict.LIKELY),
        (FIGURE, "The curves cross (Fig. 6b).", Verdict.LIKELY),
        (SECTIONS, "Section 7 comes back to this.", Verdict.LIKELY),
        (SECTIONS, "Section 2.5 comes back to this.", Verdict.LIKELY),
        ("", "The letters are printed in Appendix F.", Verdict.POSSIBLE),
    ],
)
def test_what_is_not_there_is_found(held: str, sentence: str, verdict: Verdict) -> None:
    (finding,) = findings_of(f"{held}{FILLER} {sentence}{LIST}", CHECK)
    assert (finding.quote, finding.severity, finding.verdict) == (sentence, Severity.WARNING, verdict)


def test_an_appendix_behind_the_last_is_found() -> None:
    (finding,) = findings_of(f"{FILLER} The letters are printed in Appendix F.{LIST}{APPENDIX}", CHECK)
    assert "the only appendix found is A" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        f"{TABLES}{FILLER} The tolls are given in Table 2.",
        f"{TABLES}{FILLER} The tolls are given in Tables 1 and 2.",
        f"{TABLES}{FILLER} The tolls are given in Table 7 of that report.",
        f"{TABLES}{FILLER} The tolls are given in Quill's Table 7.",
        f"{TABLES}{FILLER} The tolls were high (Quill, 2012, Table 7).",
        f"{TABLES}{FILLER} Quill (2012, Table 7) gives the tolls.",
        f"{TABLES}{FILLER} The tolls are given in Supplementary Table 7.",
        f"{TABLES}{FILLER} The board wrote that “the tolls are given in Table 7 and nowhere else” (Quill, 2012).",
        f"{TABLES}{FILLER} The tolls are given in Table A7.",
        f"{SECTIONS}{FILLER} Section 12 of the Harbours Act forbids it.",
        f"{SECTIONS}{FILLER} Under Section 230 of the code it is free.",
        f"{SECTIONS}{FILLER} Section 2.2 comes back to this.",
        f"{FILLER} The letters are printed in Appendix F of the online supplement.",
        f"{TABLES}{FILLER} The sum follows from Equation 12.",
    ],
)
def test_silent(text: str) -> None:
    assert findings_of(text + LIST, CHECK) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"{FILLER} The two curves in Figure 2 cross.", "no figure was found by its caption"),
        (f"{TABLES.replace('Table 2', 'Table 4')}{FILLER} See Table 9.", "some tables between the first and the last"),
        (f"{TABLES}{FILLER} See Table 3 for the tolls, and Table 4 for the pay.", "run on from 2"),
        (f"{FILLER} Section 7 comes back to this.", "no section was found by its number"),
    ],
)
def test_it_abstains_where_the_target_may_have_been_missed(text: str, why: str) -> None:
    audit = audit_of(text + LIST)
    row = next(row for row in audit.coverage if row.check == CHECK)
    assert [finding for finding in audit.findings if finding.check == CHECK] == []
    assert row.abstained > 0
    assert row.state is CoverageState.ABSTAINED
    assert why in (row.why or "")


def test_two_places_with_one_number_make_one_finding() -> None:
    text = f"{TABLES}{FILLER} The tolls are given in Table 7. The pay is given in Table 7 too."
    (finding,) = findings_of(text + LIST, CHECK)
    assert len(finding.evidence) == 1
