"""Brackets and years that point to no work."""

from __future__ import annotations

from functools import cache

import pytest
from citation_tables import AUTHOR_YEAR_LIST, Row, rows_of

NOTHING = (
    # laws, agreements, manuals, houses
    "The Budapest Convention (2001) binds its parties.",
    "The Harbour Lights Act (1998) was repealed.",
    "The Treaty of Quays (1921) is still read.",
    "The US-China Cyber Agreement (2015) was short.",
    "The Tallinn Manual (2013) is no treaty.",
    "The Directive (2016) names ten sectors.",
    "Resolution 73/27 (2018) opened the group.",
    "The Paris Call (2018) has many signatories.",
    "The Geneva Conventions (1949) apply.",
    "The Montreux Document (2008) is soft law.",
    "The regulation (EU 2016/679) protects the crew.",
    # events
    "The Suez Crisis (1956) closed the canal.",
    "The Sony Pictures hack (2014) came in winter.",
    "The WannaCry outbreak (May 2017) was brief.",
    "After the Bundestag hack (2015) little changed.",
    "The Great Fire (1666) spared the quay.",
    "The Cold War (1947–1991) is over.",
    "The first conference (London, 2011) was small.",
    "The pandemic (2020–2022) emptied the port.",
    "The Battle of Port Selwyn (1742) was lost.",
    # lives, terms of office, dates
    "The pilot John Sander (1809–1874) drew the chart.",
    "President Ravel (1995–2007) opened it.",
    "It opened in spring (April 2014).",
    "It closed late (31 December 2019).",
    "Exports fell (from 2014 to 2019).",
    "It was founded early (1904).",
    "It was mended (in 2014).",
    "It was mended again (since 2014).",
    # places, works, versions, figures
    "The delegates met twice (Geneva, 2011).",
    "They met again (Estonia, 2007).",
    "The film The Slow Boat (1999) was shot here.",
    "The tool Tidekit (version 2017) was used.",
    "Rope was sold (2014 metres of it).",
    "The toll (about 2,014 dollars) was paid.",
    "We counted gulls (n = 2014).",
    "The sample (N = 1998 ships) is large.",
    "See the table of tides (Table 2014).",
    "The text is on the site (https://quay.example/2014/05).",
    "The rule (Article 2, 1998 version) is old.",
    "Ships (see Section 2) wait.",
    "Ships (p. 45) wait.",
)


@cache
def _rows() -> dict[str, list[Row]]:
    return rows_of((*NOTHING, "Ports grow (Marlow, 2011; Keel, 2014; Tarrow, 2017a)."), AUTHOR_YEAR_LIST)


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_year_in_brackets_that_is_no_citation(sentence: str) -> None:
    assert _rows()[sentence] == []
