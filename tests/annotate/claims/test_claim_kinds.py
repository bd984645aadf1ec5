"""What kind of thing a sentence asserts, and how firmly; the sentence's own years and pages, not its citations'."""

from __future__ import annotations

from functools import cache

import pytest

from claimtrace.model.claim import Certainty, Claim
from set_documents import paper_of

LIST = """
Keel, B. (2014). Ships and rules. Quay Press.
Marlow, A. (2011). The slow harbour. Journal of Ports, 4(2), 10–29.
"""

# the kinds that a sentence has; all others it must not have, but for those in the third place, which are open
KINDS: list[tuple[str, set[str], set[str]]] = [
    ("The harbour is a quiet place for gulls.", set(), set()),
    ("The harbour is a quiet place for gulls (Keel, 2014, p. 45).", set(), set()),
    ("The port handled 412 ships in a single week.", {"number"}, set()),
    ("Some 38 per cent of the pilots had no licence.", {"number"}, set()),
    ("A survey of 1,200 pilots found that most sleep badly.", {"number"}, {"prior-work"}),
    ("The toll rose from 4 million to 9 million dollars.", {"number"}, set()),
    ("The new repairs cost US$3.5 million.", {"number"}, set()),
    ("Two thirds of the ports agreed.", {"number"}, set()),
    ("The traffic doubled within a year.", {"number"}, set()),
    ("It was three times as large as before.", {"number"}, {"comparison"}),
    ("The lag grew by 4 percentage points.", {"number"}, set()),
    ("See Table 14 and the lamps in Figure 12.", set(), set()),
    ("As Section 11 says, no boat moved.", set(), set()),
    ("The port was opened by Resolution 1373.", set(), set()),
    ("The boats of the 1990s were calm.", set(), set()),
    ("The pier was burned down in 1998.", {"event"}, set()),
    ("In March 2014, the pier was rebuilt.", {"event"}, set()),
    ("Between 2003 and 2009 the pier was closed.", {"event"}, set()),
    ("The WannaCry attack was short and loud.", {"event"}, set()),
    ("The Budapest Convention obliges its parties.", {"event"}, set()),
    ("Russia has denied any part in it.", {"attribution", "deed"}, set()),
    ("The attack was attributed to North Korea.", {"attribution", "deed"}, set()),
    ("Keel (2014) argues that lamps are law.", {"attribution", "view"}, set()),
    ("According to the pilots, lamps are law.", {"attribution", "view"}, set()),
    ("The fire led to a long closure of the pier.", {"causal"}, set()),
    ("As a result, the ferries ran late.", {"causal"}, set()),
    ("Many scholars argue that lamps are law.", {"prior-work", "attribution", "view"}, set()),
    ("Studies show that pilots sleep badly.", {"prior-work"}, set()),
    ("It is widely accepted that tides are law.", {"prior-work"}, set()),
    ("Ports should keep a ledger of lamps.", {"norm"}, set()),
    ("The port may close in winter.", {"norm"}, set()),
    ("The port will close in winter.", {"norm", "prediction"}, set()),
    ("The toll is expected to rise again.", {"prediction"}, set()),
    ("Ropes rot faster in salt water than in fresh.", {"comparison"}, set()),
    ("Compared with tin, slate is dear.", {"comparison"}, set()),
    ("A mole is defined as a wall in the sea.", {"definition"}, set()),
    ("By a mole we mean a wall in the sea.", {"definition", "own"}, set()),
    ("This paper asks why lamps burn oil.", {"own", "aim"}, set()),
    ("We count the gulls of four piers.", {"own", "method"}, {"number"}),
    ("We found that gulls sleep badly.", {"own", "result"}, set()),
    ("Our results differ from theirs.", {"own", "result"}, set()),
    ("The pilots say that “no tide keeps its hour for long”.", {"quotation"}, set()),
]

# with the words that hedge it
CERTAINTY = [
    ("The fire closed the old pier.", None),
    ("The fire may have closed the old pier.", "may"),
    ("The fire probably closed the old pier.", "probably"),
    ("It seems that the fire closed the pier.", "seems"),
    ("The fire allegedly closed the old pier.", "allegedly"),
    ("The evidence suggests that fire closed the pier.", "suggests"),
    ("The fire of May 2014 closed the pier.", None),
    ("In May the fire closed the pier.", None),
]

NEGATED = [
    ("The fire did not close the outer pier.", True),
    ("No pilot was ever paid by the hour.", True),
    ("The crews couldn’t see the outer lamps.", True),
    ("Nothing is known of the outer lamps.", True),
    ("The fire closed the outer pier.", False),
    ("Another pilot noted the outer lamps.", False),
]


@cache
def _claims() -> dict[str, Claim]:
    texts = [text for text, _, _ in KINDS] + [text for text, _ in (*CERTAINTY, *NEGATED)]
    paper = paper_of("# Body\n\n" + "\n\n".join(texts) + f"\n\n# References\n{LIST.strip()}")
    return {claim.text: claim for claim in paper.claims}


@pytest.mark.parametrize(("text", "kinds", "open_"), KINDS, ids=[text[:48] for text, _, _ in KINDS])
def test_kinds_of_a_claim(text: str, kinds: set[str], open_: set[str]) -> None:
    assert {str(kind) for kind in _claims()[text].kinds} - open_ == kinds


@pytest.mark.parametrize(("text", "hedge"), CERTAINTY)
def test_how_firmly_a_claim_is_put(text: str, hedge: str | None) -> None:
    claim = _claims()[text]
    assert claim.certainty is (Certainty.HEDGED if hedge else Certainty.STATED)
    assert claim.hedge == hedge


@pytest.mark.parametrize(("text", "negated"), NEGATED)
def test_whether_a_claim_denies_something(text: str, negated: bool) -> None:
    assert _claims()[text].negated is negated


def test_the_figures_of_a_claim_stand_in_the_text_and_leave_out_those_of_citations() -> None:
    text = "The port handled over 412 ships (Keel, 2014, pp. 20–31) in 1998, two thirds of them empty."
    paper = paper_of(f"# Body\n\n{text}\n\n# References\n{LIST.strip()}")
    (claim,) = (claim for claim in paper.claims if claim.figures)
    assert [(figure.text, figure.unit) for figure in claim.figures] == [("412", ""), ("two thirds", "%")]
    assert [paper.document.text.at(figure.span) for figure in claim.figures] == ["412", "two thirds"]
