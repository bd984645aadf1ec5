"""same-claim-other-source: one claim, two ends."""

from __future__ import annotations

import pytest

from written_papers import findings_of

CHECK = "same-claim-other-source"
BETWEEN = "Ropes are a matter of taste. Sails were mended on deck."
LIST = """# References
Brandt, G. (2020). Three tides. Annals of Ports, 9(3), 201-219.
Brandt, G. (2020b). Three tides. Annals of Ports, 9(3), 201-219.
Holm, A. (2015). Harbours without logs. Port Selwyn Press.
Quill, B. (2012). Tides and tallies. Port Selwyn Press."""

FOUND = {
    "few words on something with a name": (
        "Tallinn moved its registers (Holm, 2015).",
        "The registers were moved by Tallinn (Quill, 2012).",
    ),
    "a place first": (
        "The Shamoon worm wiped disks at Aramco (Holm, 2015).",
        "At Aramco the Shamoon worm wiped disks (Quill, 2012).",
    ),
    "with a clause put in": (
        "The Malmo Convention, which entered into force in 1998, bans whale oil (Holm, 2015).",
        "The Malmo Convention bans whale oil (Quill, 2012).",
    ),
    "word for word": (
        "Wet ropes double the time that crews need for mooring (Holm, 2015).",
        "Wet ropes double the time that crews need for mooring (Quill, 2012).",
    ),
    "passive": (
        "Wet ropes halve the number of barges that moor before dusk (Holm, 2015).",
        "The number of barges that moor before dusk is halved by wet ropes (Quill, 2012).",
    ),
    "another verb": (
        "Pilots spend about a third of their watch on reading tide tables (Holm, 2015).",
        "About a third of the watch goes into reading tide tables, as pilots report (Quill, 2012).",
    ),
    "a comparison turned round": (
        "Brass bells lead captains to answer more signals than iron bells do (Holm, 2015).",
        "Captains answer more signals from brass bells than from iron ones (Quill, 2012).",
    ),
    "another opening": (
        "Small harbours keep better books when the clerk is paid by the page (Holm, 2015).",
        "It was found that when the clerk is paid by the page, small harbours keep better books (Quill, 2012).",
    ),
    "one names its author": (
        "Holm (2015) found that slate roofs outlast tin roofs on the northern islands.",
        "On the northern islands, slate roofs outlast tin roofs (Quill, 2012).",
    ),
}
SILENT = {
    "who does it to whom": (
        "Denmark expelled the pilots of Selwyn (Holm, 2015).",
        "Selwyn expelled the pilots of Denmark (Quill, 2012).",
    ),
    "another place, in few words": (
        "The Shamoon worm wiped disks at Aramco (Holm, 2015).",
        "The Shamoon worm wiped disks at Rasgas (Quill, 2012).",
    ),
    "one work is shared": (
        "Wet ropes double the time that crews need for mooring (Holm, 2015).",
        "Wet ropes double the time that crews need for mooring (Holm, 2015; Quill, 2012).",
    ),
    "one work listed twice": (
        "Wet ropes double the time that crews need for mooring (Brandt, 2020).",
        "Wet ropes double the time that crews need for mooring (Brandt, 2020b).",
    ),
    "another thing": (
        "Wet ropes double the time that crews need for mooring (Holm, 2015).",
        "Wet sails double the time that crews need for mooring (Quill, 2012).",
    ),
    "the reverse": (
        "Wet ropes shorten the time that crews need for mooring barges (Holm, 2015).",
        "Wet ropes do not shorten the time that crews need for mooring barges (Quill, 2012).",
    ),
    "another figure": (
        "Wet ropes slow 20 per cent of the mooring crews at the quay (Holm, 2015).",
        "Wet ropes slow 35 per cent of the mooring crews at the quay (Quill, 2012).",
    ),
    "both say who holds it": (
        "Holm (2015) argues that slate roofs outlast tin roofs on the northern islands.",
        "Quill (2012) argues that slate roofs outlast tin roofs on the northern islands.",
    ),
    "only one cites": (
        "Wet ropes double the time that crews need for mooring (Holm, 2015).",
        "Wet ropes double the time that crews need for mooring.",
    ),
    "it": (
        "It has brass bells, slate roofs and whale oil lamps (Holm, 2015).",
        "It has brass bells, slate roofs and whale oil lamps (Quill, 2012).",
    ),
    "few words": ("Ropes wear out (Holm, 2015).", "Ropes wear out (Quill, 2012)."),
    "a quotation": (
        "The saying that “wet ropes double the time that crews need” is old (Holm, 2015).",
        "The saying that “wet ropes double the time that crews need” is old (Quill, 2012).",
    ),
}


def paper(first: str, second: str) -> str:
    return f"# Introduction\n\n{first} {BETWEEN}\n\nTolls were paid in grain. {second}\n\n{LIST}"


@pytest.mark.parametrize("case", FOUND)
def test_one_claim_with_two_ends(case: str) -> None:
    first, second = FOUND[case]
    (found,) = findings_of(paper(first, second), CHECK)
    assert found.quote == second
    assert found.evidence[0].text == first
    assert len(found.references) == 2
    assert "Quill 2012" in found.message
    assert "Holm 2015" in found.message


@pytest.mark.parametrize("case", SILENT)
def test_silent(case: str) -> None:
    assert findings_of(paper(*SILENT[case]), CHECK) == []


def test_a_longer_repeat_is_told_by_another_check() -> None:
    passage = (
        "Wet ropes double the time that crews need for mooring at the outer quay ({work}). Slate roofs outlast tin "
        "roofs on all of the northern islands and on most of the southern ones. Brass bells carry farther than iron "
        "bells in fog, and captains answer more of their signals."
    )
    text = f"# Introduction\n\n{passage}\n\n{BETWEEN}\n\n# Discussion\n\n{passage}\n\n{LIST}"
    first, second = text.replace("{work}", "Holm, 2015", 1), "Quill, 2012"
    assert findings_of(first.replace("{work}", second), CHECK) == []
