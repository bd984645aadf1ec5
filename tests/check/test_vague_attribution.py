"""vague-attribution: views and findings that are nobody's."""

from __future__ import annotations

import pytest
from paragraph_cases import found_by_case

from written_papers import findings_of

CHECK = "vague-attribution"

FOUND = {
    "many scholars": "Many scholars have argued that the outer mole was never finished.",
    "some critics": "Some critics maintain that tide tables merely move the blame to the pilots.",
    "most observers": "Most observers now accept that the lamps were lit too late.",
    "experts": "Experts agree that pilots should be paid by the hour.",
    "studies": "Studies show that wet ropes double the time of mooring.",
    "research": "Research has repeatedly demonstrated that fog slows the ferries.",
    "a body of evidence": "A growing body of evidence suggests that slate roofs outlast tin ones.",
    "the literature": "The literature suggests that small harbours keep better books.",
    "several commentators": "Several maritime commentators hold that the toll was unlawful.",
    "numerous studies": "Numerous studies have found that gulls follow the herring boats.",
    "recent research": "Recent research indicates that the quay is sinking.",
    "it has been claimed": "It has often been claimed that the crews could not read.",
    "it is widely believed": "It is widely believed that brass bells carry farther than iron ones.",
    "it is well known": "It is well known that salt eats through iron nails.",
    "there is consensus": "There is broad consensus that the breakwater was built too low.",
    "according to experts": "According to many experts, the chart of the bay is a forgery.",
    "as is commonly assumed": "The crews were, as is commonly assumed, hired by the season.",
    "behind a comma": "Although the mole is old, many engineers believe that it will hold.",
    "some argue": "Some argue that the harbour dues were never collected.",
    "others have suggested": "Others have suggested that the bell was cast abroad.",
    "conventional wisdom": "Conventional wisdom holds that no ship sails on a Friday.",
    "in the field": "Most researchers in the field agree that the log was copied later.",
    "behind a table": "Table 1 lists the lamps of the mole. Many scholars hold that whale oil was dearer.",
}
SILENT = {
    "cited": "Many scholars have argued that the mole was never finished (Holm, 2015; Quill, 2012).",
    "these": "Lamps were dear (Holm, 2015). These studies show that oil was dearer in winter.",
    "the same authors": "According to the same authors, the lamps were lit by hand.",
    "one is named at once": "Many historians dispute the date of the mole. Quill (2012) puts it a decade later.",
    "an example is cited": "Critics object to the toll. For example, the pilots refused to pay it (Quill, 2012).",
    "the next sentence cites for it": (
        "Several reports say that wet ropes slip on brass bollards. Wet ropes slip on brass in frost (Holm, 2015)."
    ),
    "the paper's own": "Our research shows that the mole was never finished.",
    "people of the story": "The officials of the port argued that the toll was lawful.",
    "the two critics": "The two critics argued about the toll for a year.",
    "people who were asked": "Pilots were interviewed in three ports. Most experts agreed that the toll was too high.",
    "a question": "Do experts agree that the mole was never finished?",
    "quoted": "A banner read “Many scholars have argued that the sea is no man’s land” in red.",
    "nobody holds it": "Research was done on the outer mole.",
    "further work": "Further research should look at the lamps.",
    "students": "Some students said that the rope was too heavy.",
    "said by somebody": "The pilot believed that the bell was cracked.",
}


@pytest.mark.parametrize("case", FOUND)
def test_a_view_that_is_nobodys(case: str) -> None:
    (found,) = found_by_case(CHECK, FOUND)[case]
    assert FOUND[case].endswith(found.quote)


@pytest.mark.parametrize("case", SILENT)
def test_silent(case: str) -> None:
    assert found_by_case(CHECK, SILENT)[case] == []


@pytest.mark.parametrize("heading", ["Abstract", "Acknowledgements"])
def test_silent_where_papers_do_not_cite(heading: str) -> None:
    text = "# Introduction\n\nThe quay is old.\n\n# {}\n\nMany scholars have argued that the mole was never finished."
    assert findings_of(text.format(heading), CHECK) == []
