"""Findings of one cause are bound together, and stand together; what stands alone has no cause."""

from __future__ import annotations

from claimtrace.model.finding import Finding
from written_papers import audit_of

LIST = (
    "# References\nHolm, A. (2015). Harbours without logs. Annals of Ports, 4(1), 12-40.\n"
    "Quill, B. (2012). Tides and tallies. Port Selwyn Press."
)
ROPES = (
    "Ropes were bought in spring, when hemp was cheap, and sold in autumn, when each of the {count} skippers who had "
    "lost one came to the shed with his purse already open, and the clerk wrote both of the prices into one book."
)
LAMPS = (
    "Lamps burned whale oil until midnight on every quay, and the smell of it hung over the sheds of the rope makers "
    "in the morning, when the first pilots came down to the water to see whether the bar had moved in the night."
)

ENTRIES = [("Holm", 2015, "Harbours without logs"), ("Marsh", 2011, "Salt carts"), ("Quill", 2012, "Tides and tallies")]


def findings(*paragraphs: str) -> list[Finding]:
    return [f for f in audit_of("\n\n".join(paragraphs)).findings if f.check != "reference-never-cited"]


def test_pages_outside_one_work_may_come_from_its_entry() -> None:
    found = findings(
        "# Introduction\n\nPilots were paid by the tide (Holm, 2015, p. 62). Ferries ran on Sundays (Quill, 2012).",
        "Lamps burned whale oil until midnight on each of the quays (Holm, 2015, p. 77).",
        "In 2014 the Danish government closed 41 of its harbours to grain.",
        LIST,
    )
    assert [(finding.check, finding.cause) for finding in found] == [
        ("page-outside-source", "the entry Holm 2015"),
        ("page-outside-source", "the entry Holm 2015"),
        ("claim-without-citation", None),
    ]


def test_one_finding_on_an_entry_has_no_cause_to_share() -> None:
    (finding,) = findings("Pilots were paid by the tide (Holm, 2015, p. 62), or by weight (Quill, 2012).", LIST)
    assert finding.cause is None


def test_passages_that_two_sections_share_have_one_cause() -> None:
    found = findings(
        "= On Harbours\n\n# Ropes\n\n" + ROPES.format(count=14),
        "Ferries ran on Sundays (Quill, 2012), and nobody asked where they went when the chapel was full. Salt came "
        "from the marshes in flat carts that oxen drew, and their horns were painted blue for reasons that nobody "
        "would give to a stranger, nor to a clerk of the harbour who came with a paper.",
        LAMPS,
        "# Lamps\n\n" + ROPES.format(count=19),
        "The dredger was bought from a bankrupt canal and has never worked as well as was promised (Holm, 2015). "
        "Letters for the islands wait in a chest until somebody happens to sail there, in a week or in a year, "
        "and those who write them have learned to put nothing into them that cannot wait as long.",
        LAMPS,
        LIST,
    )
    assert sorted(finding.check for finding in found) == ["duplicate-differs", "passage-duplicated"]
    assert {finding.cause for finding in found} == {"the sections “Ropes” and “Lamps” share passages"}


def test_a_list_with_several_entries_twice_is_one_cause() -> None:
    entries = [f"{name}, A. ({year}). {title}. Port Selwyn Press." for name, year, title in ENTRIES]
    cited = " ".join(f"Statement {year} is plain ({name}, {year})." for name, year, _ in ENTRIES)
    found = findings(cited, "\n".join(("# References", *entries, *entries)))
    assert {(finding.check, finding.cause) for finding in found} == {
        ("reference-duplicated", "the list holds several entries twice")
    }
    assert len(found) == 3
