"""True sentences on dates and parties, as scholars write them, stay without a finding; false ones do not."""

from __future__ import annotations

import pytest
from paragraph_cases import found_by_case

ENTRIES = """
Arden, P. (2025). Cables and covenants. Port Selwyn Press.
Brand, R. (2015). Keys and codes. Port Selwyn Press.
Cole, M. (2022). Drafts of law. Port Selwyn Press.
Eton, S. (1983). Tests and tides. Port Selwyn Press.
Fell, U. (2013). Herds of machines. Port Selwyn Press.
"""
TRUE = (
    "Stuxnet, which was discovered in 2010, destroyed centrifuges at Natanz (Arden, 2025).",
    "The hack of Sony Pictures in November 2014 was blamed on North Korea a month later (Arden, 2025).",
    "Conficker, a worm which infected millions of machines in 2009, was never explained (Arden, 2025).",
    "The cyberattack on Estonia in 2022 was claimed by Killnet (Arden, 2025).",
    "Heartbleed, a bug introduced in 2011, was disclosed in April 2014 (Brand, 2015).",
    "Operation Buckshot Yankee, disclosed in 2010, dealt with an infection of 2008 (Brand, 2015).",
    "The Marriott data breach, disclosed in 2018, reached back to 2014 (Arden, 2025).",
    "The West African Ebola epidemic, which began in 2013, was reported in March 2014 (Brand, 2015).",
    "The United Kingdom blamed Russia for NotPetya in 2018 (Arden, 2025).",
    "The European Union sanctioned officers for NotPetya in 2020 (Arden, 2025).",
    "Vela incident aside, no test was seen in 1979, and Castle Bravo was measured in 1954 (Brand, 2015).",
    "Machines herded by GameOver Zeus resisted every takedown (Fell, 2013).",
    "Thefts at Mt. Gox drew notice early (Fell, 2013).",
    "The Budapest Convention was opened for signature in November 2001 and entered into force in 2004 (Brand, 2015).",
    "The United States, which ratified the Budapest Convention in 2006, is a party to it (Arden, 2025).",
    "Neither Russia nor China is a party to the Budapest Convention (Arden, 2025).",
    "Brazil has been a party to the Budapest Convention since March 2023 (Arden, 2025).",
    "UNCLOS was ratified by China in 1996 (Arden, 2025).",
    "Somalia ratified the Convention on the Rights of the Child in 2015 (Arden, 2025).",
    "North Korea withdrew from the Non-Proliferation Treaty in 2003 (Arden, 2025).",
    "Canada withdrew from the Kyoto Protocol in 2012 (Arden, 2025).",
    "The General Assembly discussed the Budapest Convention in 2019 (Arden, 2025).",
    "Congress reauthorised the Foreign Intelligence Surveillance Act in 2018 (Arden, 2025).",
    "The Comprehensive Test Ban Treaty had been sought since the fifties (Eton, 1983).",
    "The UN Cybercrime Convention was debated in Vienna (Cole, 2022).",
    "Talks on the High Seas Treaty took almost two decades (Cole, 2022).",
    "The Arab Convention on Combating Information Technology Offences entered into force in 2014 (Brand, 2015).",
    "Kazakhstan and Belarus also signed the Budapest Memorandum in December 1994 (Brand, 2015).",
    "The Washington Treaty of 1922 limited the navies of five powers (Brand, 2015).",
    "The African Refugee Convention (1969) widened the definition (Brand, 2015).",
    "The Schengen Agreement, signed in 1985, took effect in March 1995 (Brand, 2015).",
    "At that time, Turkey had not yet ratified the Paris Agreement (Arden, 2025).",
    "The United Kingdom joined the European Free Trade Association in 1960 (Brand, 2015).",
    "Sudan signed the Abraham Accords in January 2021 (Arden, 2025).",
    "China signed but did not ratify the Comprehensive Nuclear-Test-Ban Treaty (Arden, 2025).",
    "Egypt, North Korea and South Sudan remain outside the Chemical Weapons Convention (Arden, 2025).",
    "Turkey left the Istanbul Convention in 2021 (Arden, 2025).",
    "Norway is a member of NATO but not of the European Union (Arden, 2025).",
    "Timor-Leste is a candidate for membership of ASEAN (Arden, 2025).",
    "Iceland and Cyprus do not take part in the Wassenaar Arrangement (Arden, 2025).",
    "Ukraine is a partner of NATO and no member (Arden, 2025).",
    "Finland joined NATO in 2023 and Sweden in 2024 (Arden, 2025).",
    "Russia was a member of the Council of Europe from 1996 to 2022 (Arden, 2025).",
    "Indonesia ratified the Treaty on the Prohibition of Nuclear Weapons in 2024 (Arden, 2025).",
)
FALSE = {
    "event-date-wrong": (
        "The world suffered WannaCry in 2014 (Arden, 2025).",
        "The Bundestag hack of 2018 was blamed on Russia (Arden, 2025).",
        "The Chernobyl disaster (1996) was grave (Arden, 2025).",
        "The Viasat hack took place in 2020 (Arden, 2025).",
        "The Montreal Protocol of 1999 saved the ozone layer (Arden, 2025).",
        "The Kigali Amendment was adopted in 2011 (Arden, 2025).",
        "Castle Bravo was detonated in 1964, Tsar Bomba (1971) after it (Arden, 2025).",
    ),
    "agreement-party-wrong": (
        "Russia is a party to the Budapest Convention (Arden, 2025).",
        "India has ratified the Non-Proliferation Treaty (Arden, 2025).",
        "The Comprehensive Nuclear-Test-Ban Treaty has been ratified by the United States (Arden, 2025).",
        "Norway is a member of the European Union (Arden, 2025).",
        "Israel is a party to the Chemical Weapons Convention (Arden, 2025).",
        "Japan is not a party to the Budapest Convention (Arden, 2025).",
    ),
    "source-predates-event": (
        "The breach of Equifax shook consumers (Brand, 2015).",
        "The Digital Services Act binds platforms (Brand, 2015).",
        "The release of ChatGPT changed the office (Brand, 2015).",
        "The Malabo Convention binds fifteen states (Fell, 2009).",
    ),
}


@pytest.mark.parametrize("check", FALSE)
def test_true_statements_stay_without_a_finding(check: str) -> None:
    found = found_by_case(check, {sentence: sentence for sentence in TRUE}, ENTRIES)
    assert {sentence: findings for sentence, findings in found.items() if findings} == {}


@pytest.mark.parametrize("check", FALSE)
def test_false_statements_are_found(check: str) -> None:
    entries = ENTRIES + "Fell, U. (2009). Nets of wire. Port Selwyn Press.\n"
    found = found_by_case(check, {sentence: sentence for sentence in FALSE[check]}, entries)
    assert [sentence for sentence, findings in found.items() if not findings] == []
