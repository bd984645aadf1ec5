"""Where sentences end, and where they do not."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrace.annotate.sentences import sentence_spans, sentences
from set_documents import set_document
from written_papers import document_of

# "|" marks every end within a paragraph
CASES = [
    "The tide came in. | The tide went out.",
    "Brandt et al. (2018) count the ships. | Nobody else does.",
    "Brandt et al. count the ships. | So do others, cf. Keel (2014).",
    "The page is given (Keel, 2014, p. 45). | The next is not.",
    "The pages are given (Keel, 2014, pp. 45–47; Marlow, 2011, ch. 3). | The others are not.",
    "Keel says “no tide keeps its hour” (p. 45). | Marlow disagrees.",
    "Keel says “no tide keeps its hour.” (p. 45) | Marlow disagrees.",
    "It was quiet. (Marlow, 2011) | Then it was not.",
    "Ships are many, e.g. ferries, i.e. boats that return. | Few are large.",
    "See Fig. 2 and Eq. 3 for the tides. | Table 1 gives the rest.",
    "The U.S. Navy sailed. | It came back.",
    "It was sold to the U.S. | The buyers were glad.",
    "J. R. Keel and M. Marlow met. | They parted.",
    "Dr. Keel met Prof. Marlow. | They parted again.",
    "It cost 3.5 million. | It was worth 2.1.",
    "Knots are old (O'Shea, n.d.). | Ropes are older.",
    "The work is undated (O'Shea, n.d., p. 3). | It is read all the same.",
    "Is it law? | It may be! | Nobody knows.",
    "“It is law.” | “It is not.” | They went home.",
    "“Is it law?” asked Keel. | Nobody knew.",
    "The rule is short.¹ | The note is long.¹²",
    "The rule is short.¹ ² | The note is long.",
    "The rule is shorter.⁽¹²⁾ | The note is longer.",
    "The rule stands in Art. 5, para. 2, of the Charter. | Nobody cites it.",
    "The ship (it had three masts. Nobody counted them.) was sold. | It sank.",
    "The list has no. 4 and vol. 2 in it. | It lacks the rest.",
    "Ropes wear.[3] | They are mended. [4, 5] | Nobody is paid.",
    "The rule has two parts. | (1) Ships wait. | (2) Boats do not.",
    "Ships vs. boats is an old question. | It is still open.",
    "The firm Lamp & Co. sold oil. | It is gone.",
    "It happened at 5 p.m. on Sunday. | The bells rang.",
    "The minister … said nothing. | He left.",
    "Vessels [see Keel 2014, p. 3. and Marlow 2011] are many. | They rot.",
]


@pytest.mark.parametrize("marked", CASES)
def test_a_paragraph_is_cut_where_its_sentences_end(marked: str) -> None:
    text = marked.replace(" | ", " ")
    assert [text[span.start : span.end] for span in sentence_spans(text)] == marked.split(" | ")


@given(st.text(st.sampled_from("aB. ,;()[]“”’!?¹²p\n1-é"), max_size=80))
def test_whatever_the_text_sentences_are_in_order_and_lose_no_word(text: str) -> None:
    spans = sentence_spans(text)
    assert all(span.start < span.end for span in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    kept = "".join(text[span.start : span.end] for span in spans)
    assert "".join(kept.split()) == "".join(text.split())


def test_only_running_text_has_sentences() -> None:
    document = set_document(
        "# Body of the text. With a stop.\n\nOne is here. Two is here.\n\n- Three is here.\n\n"
        "> Four is here. Five is here.\n\nTable 1. Six is not here\n\nSeven | is not\nEight | is not\n\n"
        "Source: Nine is not here.\n\n¹Ten is not here.\n\n# References\nEleven, A. (2011). Is not here. Quay Press."
    )
    found = list(sentences(document))
    assert [document.text.at(s.span).split()[0] for s in found] == ["One", "Two", "Three", "Four", "Five"]
    assert all(document.blocks[s.block].span.covers(s.span) for s in found)


def test_a_sentence_over_the_end_of_a_page_is_one() -> None:
    whole = "The clerk who kept the ledger wrote down every ship and quarrel of the quay before the tide had turned."
    pages: set[int] = set()
    for filled in range(130, 148, 3):
        document = document_of(
            f"= On Tides\n\n# 1. Introduction\n\n{'The tide came in. ' * filled}{whole} It went out."
        )
        spans = [s.span for s in sentences(document) if "clerk" in document.text.at(s.span)]
        assert [" ".join(document.text.at(span).split()) for span in spans] == [whole]
        pages.add(len({box.page for box in document.text.boxes(spans[0])}))
    assert pages == {1, 2}
