"""Years that a known event cannot have are shown with the record; all other years beside it are left alone."""

from __future__ import annotations

import pytest

from claimtrace.model.finding import Finding, Verdict
from written_papers import findings_of

CHECK = "event-date-wrong"
LIST = "# References\nQuill, B. (2022). Tides and tallies. Port Selwyn Press."


def found(sentence: str) -> list[Finding]:
    return findings_of(f"The harbour office keeps the log. {sentence}\n\nFerries run (Quill, 2022).\n\n{LIST}", CHECK)


@pytest.mark.parametrize(
    "sentence",
    [
        "The port lost its cranes to NotPetya, which struck in 2019.",
        "Pilots still speak of WannaCry, the ransomware of 2015.",
        "Pilots still speak of the 2015 WannaCry attack.",
        "Pilots still speak of WannaCry (2015), and of the tide.",
        "In 2019, NotPetya struck the cranes of the port.",
        "In May 2019 NotPetya hit the cranes of the port.",
        "Stuxnet, the worm that came to light in 2016, never reached the port.",
        "The Budapest Convention, signed in 2011, says nothing of tides.",
        "The breach of the Office of Personnel Management, disclosed in 2012, is told to new pilots.",
        "The harbour suffered WannaCry in 2014.",
        "Ports were closed by attacks such as NotPetya in 2013.",
        "The Log4Shell flaw, discovered in 2019, reached the cranes.",
        "The INF Treaty was signed in 1977 by the United States and the Soviet Union.",
    ],
)
def test_a_year_outside_the_course_of_an_event(sentence: str) -> None:
    (finding,) = found(sentence)
    assert "knowledge base" in finding.message
    assert finding.quote == sentence
    assert finding.evidence[0].kind == "knowledge base"


@pytest.mark.parametrize(
    "sentence",
    [
        "The port lost its cranes to NotPetya, which struck in 2017.",
        "The port lost its cranes to NotPetya, which several governments blamed on Russia in 2018.",
        "After NotPetya the port bought new cranes in 2019.",
        "NotPetya cost the port dearly (Quill, 2022).",
        "By 2015 nobody at the port had heard of WannaCry.",
        "Pilots still speak of WannaCry, and in 2019 they drilled for it.",
        "The lessons of Stuxnet were taught at the port in 2016.",
        "In 2019, the port was insured against NotPetya.",
        "The Budapest Convention, signed in 2001, came into force in 2004.",
        "The Budapest Convention was joined by the port's home state in 2011.",
        "WannaCry came in 2017, and the great storm in 2019.",
        "The breach of the Office of Personnel Management, which began in 2013, is told to new pilots.",
        "The breach of the Office of Personnel Management, disclosed in 2015, is told to new pilots.",
        "The pilots blamed a rival port for NotPetya in 2018.",
        "NotPetya spread fast and was laid at the door of Russia in 2018.",
        "A harbour court struck down the Privacy Shield in 2020.",
        "The port relied on the Privacy Shield, struck down in 2020.",
        "The INF Treaty was breached by a pilot in 2014.",
        "The Nordic Liability Convention (1994) covers harm at sea.",
        "The Optional Protocol to the Convention against Torture (2002) allows visits to the port.",
        "The Kampala amendments to the Rome Statute (2010) hang in the port.",
        "The commentary on the UN Charter of 2012 is heavy.",
        "Ten years after the Chernobyl disaster (1996) a harbour report came out.",
        "The pilots withdrew from the INF Treaty in 2019.",
        "The study of Stuxnet in 2013 filled a shelf at the port.",
        "In 2020 the Tallinn Manual was read at the port.",
        "The Budapest Convention was ratified by Japan in 2012.",
        "The Budapest Convention entered into force for Australia in 2013.",
        "In 2003, UNCLOS entered into force for Canada.",
        "The AI Act (2021) was still a proposal when the port was built.",
        "The SOLAS Convention was adopted in 1914, after a great ship sank.",
        "The Digital Services Act took effect in February 2024.",
        "Log4Shell attacks in 2022 reached the cranes.",
        "Industroyer, made public in June 2017, had struck in December 2016.",
        "The 1918 H1N1 influenza pandemic closed the port.",
        "Russia's invasion of Ukraine in 2014 closed the port, the full-scale invasion of Ukraine in 2022 its sea.",
        "The New Atlantic Charter of 2021 hangs beside the old one.",
        "Shamoon, which struck again in 2016, is told to new pilots.",
    ],
)
def test_other_years_beside_an_event(sentence: str) -> None:
    assert found(sentence) == []


def test_a_year_next_to_the_course_is_only_possible() -> None:
    (near,) = found("Pilots still speak of WannaCry, the ransomware of 2016.")
    (far,) = found("Pilots still speak of WannaCry, the ransomware of 2012.")
    assert (near.verdict, far.verdict) == (Verdict.POSSIBLE, Verdict.LIKELY)
