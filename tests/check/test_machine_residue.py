"""machine-residue: what a chat program wrote to its user, and what a paper may say of such programs."""

from __future__ import annotations

import pytest

from claimtrace.model.finding import Severity, Verdict
from written_papers import findings_of

CHECK = "machine-residue"
LIST = "# References\nQuill, B. (2012). Tides and tallies. Port Selwyn Press."
BEFORE = "Ferries ran on Sundays, when the chapel was full (Quill, 2012)."
BEHIND = "The lamps of the outer mole burned whale oil."


def found(*paragraphs: str, listed: str = LIST) -> list[str]:
    return [finding.quote for finding in findings_of("\n\n".join((*paragraphs, listed)), CHECK)]


@pytest.mark.parametrize(
    "residue",
    [
        "Certainly! Here is a revised version of the paragraph with shorter sentences.",
        "Certainly, here are some lines on the harbour:",
        "Sure! Here's your text in a plainer style.",
        "Of course! Below is the account of the ferries.",
        "Here is a polished version of your introduction.",
        "I hope this helps!",
        "Let me know if you would like me to add the wages of the pilots.",
        "Would you like me to add a table of tides?",
        "As an AI language model, I do not have access to the books of the harbour office.",
        "As a language model trained on public texts, I cannot tell who the clerk was.",
        "I’m very sorry, but I don’t have access to real-time information on the tides.",
        "I am an AI language model and have never seen the mole.",
        "As of my last knowledge update in September 2021, no newer tallies were printed.",
        "My training data only goes up to 2021.",
        "Regenerate response",
        "The mole was raised by a foot.:contentReference[oaicite:3]{index=3}",
        "The mole was raised by a foot citeturn0search2.",
        "[cite_start]The mole was raised by a foot in a single winter.",
    ],
)
def test_an_answer_to_a_user(residue: str) -> None:
    (finding,) = findings_of(f"{BEFORE} {residue} {BEHIND}\n\n{LIST}", CHECK)
    assert residue[:40] in finding.quote
    assert (finding.severity, finding.verdict) == (Severity.ERROR, Verdict.CONFIRMED)


def test_two_sentences_of_one_answer_are_one_finding() -> None:
    residue = "I hope this helps! Let me know if you would like me to add the wages of the pilots."
    assert found(f"{BEFORE} {residue}", BEHIND) == [residue]


def test_a_line_of_its_own() -> None:
    assert found(BEFORE, "Regenerate response", BEHIND) == ["Regenerate response"]


def test_an_address_with_an_addition_is_for_information() -> None:
    entry = "Quill, B. (2012). Tides and tallies. https://selwyn.example/tides?utm_source=chatgpt.com"
    (finding,) = findings_of(f"{BEFORE}\n\n# References\n{entry}", CHECK)
    assert (finding.severity, finding.verdict) == (Severity.INFO, Verdict.CONFIRMED)
    assert "utm_source=chatgpt" in finding.quote


@pytest.mark.parametrize(
    "sentence",
    [
        "One reply began “As an AI language model, I do not have access to the tide tables of the port” (Quill, 2012).",
        "The editor found the phrase ‘Regenerate response’ in nine papers on harbours.",
        "As an AI language model, ChatGPT cannot tell who the clerk was.",
        "As a language model it resembles what I had seen before on the mole.",
        "As a language model it has never seen the mole, and I doubt that it ever will.",
        "The harbour was certainly rich, and here is why.",
        "Of course, here the pilots differ from the clerks.",
        "Plants regenerate response organs within days.",
        "The clerk hoped that this helps the crews.",
        "I hope this explains why the tallies end in March.",
        "As of my visit in 2012 no lamp burned on the mole.",
        "The page is at https://selwyn.example/tides?utm_source=newsletter for all to see.",
        "Readers may let us know if they would like to see the tallies.",
        "The answer was Certainly! Here is your oil, and the lamp was lit.",
    ],
)
def test_silent(sentence: str) -> None:
    assert found(f"{BEFORE} {sentence} {BEHIND}") == []


def test_a_paper_on_such_programs_may_show_what_they_say() -> None:
    subject = " ".join(f"Group {n} asked a chatbot for tide tables, and group {n + 9} did not." for n in range(1, 7))
    (finding,) = findings_of(f"{subject}\n\n{BEFORE} I hope this helps! {BEHIND}\n\n{LIST}", CHECK)
    assert (finding.severity, finding.verdict) == (Severity.INFO, Verdict.POSSIBLE)
