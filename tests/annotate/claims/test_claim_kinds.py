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
    ("The pier was burned down in 1998.", {"event"}, set()),
    ("In March 2014, the pier was rebuilt.", {"event"}, set()),
    ("Between 2003 and 2009 the pier was closed.", {"event"}, set()),
    ("The WannaCry attack was short and loud.", {"event"}, set()),
    ("The Budapest Convention obliges its parties.", {"event"}, set()),
    ("Russia has denied any part in it.", {"attribution"}, set()),
    ("The attack was attributed to North Korea.", {"attribution"}, set()),
    ("The fire led to a long closure of the pier.", {"causal"}, set()),
    ("As a result, the ferries ran late.", {"causal"}, set()),
    ("Many scholars argue that lamps are law.", {"prior-work"}, set()),
    ("Studies show that pilots sleep badly.", {"prior-work"}, set()),
    ("It is widely accepted that tides are law.", {"prior-work"}, set()),
    ("Ports should keep a ledger of lamps.", {"norm"}, set()),
    ("The port may close in winter.", {"norm"}, set()),
    ("This paper asks why lamps burn oil.", {"own"}, set()),
    ("We count the gulls of four piers.", {"own"}, {"number"}),
    ("Our results differ from theirs.", {"own"}, set()),
    ("The pilots say that “no tide keeps its hour for long”.", {"quotation"}, set()),
]

CERTAINTY = [
    ("The fire closed the old pier.", Certainty.STATED),
    ("The fire may have closed the old pier.", Certainty.HEDGED),
    ("The fire probably closed the old pier.", Certainty.HEDGED),
    ("It seems that the fire closed the pier.", Certainty.HEDGED),
    ("The fire allegedly closed the old pier.", Certainty.HEDGED),
    ("The evidence suggests that fire closed the pier.", Certainty.HEDGED),
    ("The fire of May 2014 closed the pier.", Certainty.STATED),
    ("In May the fire closed the pier.", Certainty.STATED),
]


@cache
def _claims() -> dict[str, Claim]:
    texts = [text for text, _, _ in KINDS] + [text for text, _ in CERTAINTY]
    paper = paper_of("# Body\n\n" + "\n\n".join(texts) + f"\n\n# References\n{LIST.strip()}")
    return {claim.text: claim for claim in paper.claims}


@pytest.mark.parametrize(("text", "kinds", "open_"), KINDS, ids=[text[:48] for text, _, _ in KINDS])
def test_kinds_of_a_claim(text: str, kinds: set[str], open_: set[str]) -> None:
    assert {str(kind) for kind in _claims()[text].kinds} - open_ == kinds


@pytest.mark.parametrize(("text", "certainty"), CERTAINTY)
def test_how_firmly_a_claim_is_put(text: str, certainty: Certainty) -> None:
    assert _claims()[text].certainty is certainty
