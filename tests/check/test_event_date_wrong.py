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


RIGHT = (
    "The Budapest Convention (opened 2001, in force 2004) has a Second Protocol of 2022.",
    "The GDPR, applied from 2018, replaced a directive of 1995.",
    "The GDPR (2016/679) binds firms.",
    "Regulation (EU) 2016/679, the GDPR, binds firms.",
    "The NIS Directive was replaced in 2022 by the NIS2 Directive.",
    "The NIS Directive of 2016 had to be transposed by 2018.",
    "Stuxnet, discovered in 2010 but active since at least 2007, broke centrifuges.",
    "Stuxnet was probably begun in 2005 and deployed in 2009.",
    "Sanger (2012) told the story of Stuxnet.",
    "The WannaCry attack, which used an exploit leaked in April 2017, hit wards.",
    "In December 2017 the White House blamed WannaCry on North Korea.",
    "In the WannaCry case, charges were brought in 2018.",
    "A British report of 2018 on WannaCry counted 19,000 cancelled appointments.",
    "Following WannaCry (May 2017) and NotPetya (June 2017), insurers met in 2018.",
    "NotPetya, attributed to the GRU in 2018 and punished by EU sanctions in 2020, cost ten billion.",
    "The EU sanctioned six persons in July 2020 for NotPetya, WannaCry and Cloud Hopper.",
    "The 2020 EU sanctions over NotPetya were the first.",
    "Merck's insurance claim over NotPetya was settled in 2024.",
    "The SolarWinds campaign began in 2019, was found in December 2020 and was attributed in April 2021.",
    "The SolarWinds hack (2019-2020) reached agencies.",
    "In April 2021 the United States attributed SolarWinds to the SVR.",
    "The 2021 sanctions for SolarWinds named six firms.",
    "After the Sony hack in late 2014, sanctions followed in January 2015.",
    "The hack of Sony Pictures was charged in 2018.",
    "The OPM breach, announced in June 2015, had begun in 2013 or 2014.",
    "The 2015 breach of the Office of Personnel Management exposed millions.",
    "The Paris Agreement, adopted in 2015 and signed in 2016, entered into force the same year.",
    "The Paris Agreement was left by the United States in 2020 and rejoined in 2021.",
    "The Kyoto Protocol (1997; in force 2005) set targets for 2008 to 2012.",
    "The Kyoto Protocol, in force since 2005, expired in 2020.",
    "The 2012 Doha Amendment to the Kyoto Protocol never mattered.",
    "The NPT was extended indefinitely in 1995.",
    "The 1995 NPT review and extension conference made it permanent.",
    "North Korea left the NPT in 2003.",
    "The Outer Space Treaty of 1967 and the Moon Agreement of 1979 differ.",
    "The INF Treaty, signed in 1987, ended in 2019.",
    "The ABM Treaty of 1972 was abandoned in 2002.",
    "New START, signed in 2010, was extended in 2021 and suspended in 2023.",
    "The UN Charter, as amended in 1965, names fifteen members.",
    "UNCLOS was concluded in 1982, supplemented in 1994 and came into force that year.",
    "The 1994 implementing agreement to UNCLOS changed its Part XI.",
    "The Rome Statute of 1998 entered into force in 2002 and was amended in 2010.",
    "The Tallinn Manual (2013) was followed by the Tallinn Manual 2.0 (2017).",
    "The Geneva Conventions of 1949 and their protocols of 1977 bind most.",
    "The Chemical Weapons Convention opened in 1993 and has been in force since 1997.",
    "The attack on Estonia in 2007 led to the founding of the centre in Tallinn in 2008.",
    "The cyberattacks on Georgia in August 2008 accompanied a war.",
    "The Colonial Pipeline attack of May 2021 led to a directive in July 2021.",
    "Log4Shell was patched in December 2021 and exploited well into 2022.",
    "The Fukushima disaster of 2011 and the Chernobyl disaster of 1986 are compared.",
    "COVID-19, first seen in 2019, was declared a pandemic in 2020.",
    "The COVID-19 pandemic of 2020 closed schools.",
    "The Russian invasion of Ukraine in February 2022 followed the annexation of 2014.",
    "The Cuban Missile Crisis of October 1962 led to the hotline of 1963.",
    "The Paris Call of 2018 had more than a thousand supporters by 2021.",
    "Since the Paris Call was launched in 2018, the United States joined it in 2021.",
    "The JCPOA was agreed in 2015 and left by the United States in 2018.",
    "After the 2018 withdrawal from the JCPOA, Iran enriched uranium.",
    "Talks in 2021 and 2022 to revive the JCPOA failed.",
    "The Wassenaar Arrangement, set up in 1996, added intrusion software in 2013.",
    "The 2013 additions to the Wassenaar Arrangement were criticised.",
    "The Convention on Cybercrime turned twenty in 2021.",
    "The Mirai botnet, first seen in August 2016, struck Dyn in October 2016.",
    "Variants of Mirai were seen in 2018 and 2023.",
    "The authors of Mirai pleaded guilty in 2017.",
    "Operation Aurora, revealed in January 2010, had begun in mid-2009.",
    "The Shadow Brokers leaks of 2016 and 2017 fed WannaCry.",
    "Moonlight Maze, found in 1998, had begun in 1996.",
    "Heartbleed was introduced in 2012 and disclosed in 2014.",
    "The Equifax breach of 2017 was charged to Chinese officers in 2020.",
    "The Equifax settlement of 2019 was large.",
    "Equifax paid in 2019 for its breach of 2017.",
    "Stuxnet and attacks in 2014 made news.",
    "NotPetya inspired attacks in 2019 on ports.",
    "WannaCry preceded attacks in 2014 on wards.",
    "NotPetya-like attacks in 2019 closed ports.",
    "NotPetya style attacks of 2019 closed ports.",
    "Like NotPetya, attacks in 2019 closed ports.",
    "NotPetya, an attack that dwarfed the outbreak of 2012, closed ports.",
    "NotPetya, the costliest attack since the worm of 2008, closed ports.",
    "NotPetya, worse than the outage of 2012, closed ports.",
    "WannaCry, the first outbreak since that of 2008, shut wards.",
    "Stuxnet (see also the attack of 2015 on the grid) was first.",
    "Shamoon, unlike the wiper of 2016, spared hospitals.",
    "WannaCry exploited a leak in 2016 tools.",
    "WannaCry, a worm built on a leak of April 2016, shut wards.",
    "The NotPetya operators struck in December 2015, too.",
    "The group behind NotPetya struck in 2015.",
    "The NotPetya hackers attacked the grid in 2015 and 2016.",
    "NotPetya's authors had hit the grid in 2015.",
    "The unit that launched NotPetya attacked the grid in 2015.",
    "A flaw like Log4Shell was found in 2014.",
    "Since 2014, when the grid was hit, and until NotPetya, ports were lax.",
    "The Budapest Convention, the first treaty since the accord of 1995, binds police.",
    "The Paris Agreement, unlike the protocol of 1997, binds all.",
    "The Paris Agreement follows the Copenhagen Accord of 2009.",
    "The Paris Agreement, which replaced the protocol adopted in 1997, binds all.",
    "Under the Paris Agreement, adopted after the failure of 2009, all pledge.",
    "The Rome Statute, drafted by a committee set up in 1995, names crimes.",
    "The Rome Statute is older than the court, which opened in 2003.",
    "The GDPR, like the directive of 1995, protects data.",
    "The GDPR was drafted by people who had known the law of 1995.",
    "SolarWinds was hit by hackers who had broken into agencies in 2014.",
    "In 2014 hackers from the group that would later unleash NotPetya hit the grid.",
    "A year after the grid attack of 2015 and a year before WannaCry and NotPetya, ports were warned.",
    "By the time of NotPetya, the ministry, founded in 1991, had no plan.",
    "Had it not been for NotPetya, the law of 2014 would stand.",
    "The port learned from WannaCry what others had learned in 2012.",
    "NotPetya came two years after the blackout of 2015.",
    "NotPetya came after 2015.",
    "NotPetya hit a year before the storm of 2018.",
    "NotPetya struck the port, where cranes bought in 2003 stood idle.",
    "NotPetya struck firms in sixty countries; in 2019 insurers still argued.",
    "WannaCry, named in a report of 2019, shut wards.",
    "The ward system of 2003 fell to WannaCry.",
    "Two attacks, WannaCry and the theft of 2016, were linked.",
    "The theft of 2016 and WannaCry were linked.",
    "Between the theft of 2016 and WannaCry lay a year.",
    "Of the attacks of 2015, 2016 and 2017, NotPetya was the worst.",
)
WRONG = (
    "The Equifax breach of 2015 exposed millions.",
    "Heartbleed, disclosed in 2011, was a bug.",
    "The SolarWinds hack came to light in 2017.",
    "The Cuban Missile Crisis of October 1964 led to the hotline.",
    "The Rome Statute, adopted in 1995, names crimes.",
    "In May 2015 the WannaCry attack shut wards.",
    "2015's WannaCry shut wards.",
    "WannaCry, which in 2014 shut wards, was dear.",
    "The Paris Agreement (2011) limits warming.",
    "Operation Aurora struck Google in 2013.",
)


def test_a_paper_that_dates_some_of_its_events_wrongly() -> None:
    body = "\n\n".join(f"The harbour office keeps the log. {sentence}" for sentence in (*RIGHT, *WRONG))
    paper = f"= Ports\n\n# Introduction\n\n{body}\n\nFerries run (Quill, 2022).\n\n{LIST}"
    quotes = [finding.quote for finding in findings_of(paper, CHECK)]
    assert [sentence for sentence in RIGHT if sentence in quotes] == []
    assert [sentence for sentence in WRONG if sentence not in quotes] == []
