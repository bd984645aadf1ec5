"""One entry and its fields, style by style; all works, people and bodies are invented."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimtrace.annotate.references.parse import Fields, parse_entry
from claimtrace.text.fold import fold

JOURNAL = {"title": "Harbour walls", "container": "J. Sea Res", "volume": "4", "first_page": "11", "last_page": "19"}
ARTICLE = {**JOURNAL, "type": "article", "year": 2010}

STYLES: list[tuple[str, dict[str, object]]] = [
    # American Psychological Association, and what pandoc makes of it
    (
        "Ray, A. B., & Lee, C. (2010). Harbour walls: Why they fall. Sea Research, 4(2), 11–19. https://doi.org/10.5555/sr.1",
        {
            "first": "Ray",
            "type": "article",
            "year": 2010,
            "title": "Harbour walls: Why they fall",
            "container": "Sea Research",
            "volume": "4",
            "issue": "2",
            "first_page": "11",
            "last_page": "19",
            "doi": "10.5555/sr.1",
        },
    ),
    (
        "Ray, A. B. (2010). Harbour walls. In C. D. Lee & E. Roe (Eds.), Tides and time (2nd ed., pp. 120–134). "
        "Sea Press.",
        {
            "first": "Ray",
            "type": "chapter",
            "title": "Harbour walls",
            "container": "Tides and time",
            "publisher": "Sea Press",
            "first_page": "120",
            "last_page": "134",
        },
    ),
    (
        "Ray, A. B. (Ed.). (2010). Handbook of tides (2nd ed., Vol. 3). Sea Press.",
        {"first": "Ray", "type": "book", "title": "Handbook of tides", "publisher": "Sea Press", "volume": "3"},
    ),
    (
        "Ray, A. (2014). Harbour walls [Doctoral dissertation, University of Port Selwyn]. Tides Archive.",
        {"first": "Ray", "type": "thesis", "title": "Harbour walls", "container": None},
    ),
    (
        "Ray, A. (2019). tidekit: Tools for tides (Version 2.1.0) [Computer software]. https://github.example/ray/tidekit",
        {"type": "software", "title": "tidekit: Tools for tides", "url": "https://github.example/ray/tidekit"},
    ),
    (
        "Ray, A. (2019). Tide tables of Port Selwyn [Data set]. Zenodo. https://doi.org/10.5281/zenodo.1",
        {"type": "dataset", "title": "Tide tables of Port Selwyn", "publisher": "Zenodo", "doi": "10.5281/zenodo.1"},
    ),
    (
        "Varga, T. (2017, May 3). Ports under siege. The Harbour Times. https://times.example/ports",
        {
            "first": "Varga",
            "type": "news",
            "year": 2017,
            "title": "Ports under siege",
            "container": "The Harbour Times",
        },
    ),
    (
        "The malicious use of tides. (2018). Future of Seas Institute.",
        {"first": None, "type": "report", "year": 2018, "title": "The malicious use of tides"},
    ),
    (
        "Foss, M. (1977/1995). Drought and profit (A. Sheran, Trans.; 2nd ed.). Vintage Books.",
        {"first": "Foss", "type": "book", "year": 1995, "title": "Drought and profit", "publisher": "Vintage Books"},
    ),
    # Chicago: author-date, notes and bibliography
    (
        "Ray, Ann B., and Carl Lee. 2010. “Harbour Walls.” Sea Research 4 (2): 11–19.",
        {
            "first": "Ray",
            "year": 2010,
            "title": "Harbour Walls",
            "container": "Sea Research",
            "volume": "4",
            "issue": "2",
        },
    ),
    (
        "Ray, Ann B. Harbour Walls: A History. London: Sea Press, 2010.",
        {"first": "Ray", "type": "book", "year": 2010, "title": "Harbour Walls: A History", "publisher": "Sea Press"},
    ),
    (
        "———. 2012. “Second Walls.” In Tides and Time, edited by Carl Lee, 33–51. Oxford: Sea Press.",
        {
            "same_authors": True,
            "type": "chapter",
            "title": "Second Walls",
            "container": "Tides and Time",
            "first_page": "33",
        },
    ),
    (
        "Ann Ray and Carl Lee, “Harbour Walls,” Sea Research 4, no. 2 (Winter 2010/11): 11–19.",
        {"first": "Ray", "year": 2010, "title": "Harbour Walls", "container": "Sea Research", "issue": "2"},
    ),
    (
        "Ann Ray, Harbour Walls Will Not Stand (London: Sea Press, 2010), 45.",
        {
            "first": "Ray",
            "type": "book",
            "title": "Harbour Walls Will Not Stand",
            "publisher": "Sea Press",
            "volume": None,
        },
    ),
    (
        "Clausen, Karl von. 1976 [1832]. On Ports. Edited and translated by M. Howe. Princeton: "
        "Princeton University Press.",
        {"first": "Clausen", "year": 1976, "title": "On Ports", "publisher": "Princeton University Press"},
    ),
    # Modern Language Association
    (
        'Ray, Ann B., et al. "Harbour Walls." Tides and Time, edited by Carl Lee, Sea Press, 2010, pp. 33-51.',
        {"first": "Ray", "elided": True, "type": "chapter", "title": "Harbour Walls", "container": "Tides and Time"},
    ),
    (
        'Ray, Ann. "Harbour Walls." Sea Research, vol. 4, no. 2, 2010, pp. 11-19.',
        {"first": "Ray", "year": 2010, "container": "Sea Research", "volume": "4", "issue": "2", "first_page": "11"},
    ),
    # Harvard in its many forms
    (
        "Ray, A.B. and Lee, C. (2010) 'Harbour walls and the sea's edge', Sea Research, 4(2), pp. 11-19.",
        {"first": "Ray", "title": "Harbour walls and the sea's edge", "container": "Sea Research", "volume": "4"},
    ),
    (
        "Ray, A.B. (2010) Harbour walls. 2nd edn. London: Sea Press. Available at: https://sea.example "
        "(Accessed: 3 May 2019).",
        {
            "type": "book",
            "year": 2010,
            "title": "Harbour walls",
            "publisher": "Sea Press",
            "url": "https://sea.example",
        },
    ),
    (
        "RAY, A. B. 2010. Harbour walls, London, Sea Press.",
        {"first": "RAY", "type": "book", "year": 2010, "title": "Harbour walls", "publisher": "Sea Press"},
    ),
    (
        "Ray, A., and Lee, C. (2010). Harbour walls. J. Sea Res. 4, 11–19. doi: 10.5555/x.1",
        {**ARTICLE, "doi": "10.5555/x.1"},
    ),
    ("Ray, A.B., Lee, C., 2010. Harbour walls. J. Sea Res. 4, 11–19.", ARTICLE),
    # numeric styles
    ("[21] A.B. Ray, C. Lee, Harbour walls, J. Sea Res. 4 (2010) 11–19.", ARTICLE),
    (
        "[3] A. B. Ray and C. Lee, “Harbour walls,” J. Sea Res., vol. 4, no. 2, pp. 11–19, Feb. 2010.",
        {**ARTICLE, "issue": "2"},
    ),
    (
        "[4] A. B. Ray, Harbour Walls, 2nd ed. New York, NY, USA: Sea Press, 2010, pp. 11–19.",
        {"type": "book", "title": "Harbour Walls", "publisher": "Sea Press", "year": 2010, "first_page": "11"},
    ),
    (
        "[5] A. B. Ray, “Harbour walls,” in Proc. 5th Int. Conf. Harbours (ICH), Rome, Italy, 2010, pp. 11–19.",
        {"type": "paper-conference", "container": "Proc. 5th Int. Conf. Harbours (ICH)", "first_page": "11"},
    ),
    (
        "[6] A. B. Ray, “Harbour walls,” Ph.D. dissertation, Dept. Eng., Univ. Selwyn, 2010.",
        {"type": "thesis", "title": "Harbour walls", "container": None, "year": 2010},
    ),
    (
        "7. Ray AB, Lee C, Roe D, et al. Harbour walls: a cohort study. J Sea Res. 2010 Sep 10;329(27):112-3. "
        "PMID: 12345678.",
        {"first": "Ray", "elided": True, "title": "Harbour walls: a cohort study", "volume": "329", "last_page": "113"},
    ),
    (
        "9. Ray AB, Lee C. Harbour walls. In: Roe D, Poe E, editors. Tides and time. London: Sea Press; 2010. "
        "p. 221-37.",
        {
            "type": "chapter",
            "container": "Tides and time",
            "publisher": "Sea Press",
            "first_page": "221",
            "last_page": "237",
        },
    ),
    (
        "10. Ray AB, Lee C: Harbour walls. J Sea Res 2010, 4(2):e1234.",
        {"issue": "2", "first_page": "e1234", "last_page": None},
    ),
    ("11. Ray, A. B. & Lee, C. Harbour walls. J. Sea Res. 4, 11–19 (2010).", ARTICLE),
    ("12. A. B. Ray and C. Lee, J. Sea Res., 2010, 4, 11–19.", {**ARTICLE, "title": None}),
    ("13. A. Ray, C. Lee, J. Sea Res. 2010, 4, 11–19.", {**ARTICLE, "title": None}),
    (
        "14. Ray, A. B.; Lee, C. Harbour walls. J. Sea Res. 2010, 4 (2), 11–19. DOI: 10.5555/a.2",
        {**ARTICLE, "issue": "2"},
    ),
    ("15. Ray, A.B.; Lee, C. Harbour walls. J. Sea Res. 2010, 4, 11–19. [CrossRef] [PubMed]", ARTICLE),
    (
        "16. Ray, A.B. Walls. In Tides and Time, 2nd ed.; Roe, D., Poe, E., Eds.; Sea Press: London, UK, 2017; "
        "Volume 3, pp. 5–9.",
        {"type": "chapter", "title": "Walls", "container": "Tides and Time", "publisher": "Sea Press", "volume": "3"},
    ),
    ("18. Ray, A.B., Lee, C.: Harbour walls. J. Sea Res. 4(2), 11–19 (2010)", {**ARTICLE, "issue": "2"}),
    (
        "19. Ray, A., Lee, C.: Walls. In: Roe, D. (ed.) Tides 2010. LNCS, vol. 1234, pp. 11–19. "
        "Springer, Heidelberg (2010)",
        {"title": "Walls", "container": "Tides 2010", "volume": "1234", "publisher": "Springer", "year": 2010},
    ),
    (
        "20. R.P. Ray, Walls of the sea by night (Sea Press, Carol Stream, 2007)",
        {"title": "Walls of the sea by night", "year": 2007},
    ),
    ("Ray AB, Lee C. 2010 Harbour walls. J. Sea Res. 4, 11–19. (doi:10.5555/y.3)", {**ARTICLE, "doi": "10.5555/y.3"}),
    ("Ray AB, Lee C (2010) Harbour walls. PLoS ONE 4(2): e1234.", {"container": "PLoS ONE", "first_page": "e1234"}),
    ("(4) Ray A and Lee C. Harbour walls. J. Sea Res. (2010) 4: 11-19.", ARTICLE),
    ("Ray, A., Lee, C., & Roe, D. 2010, ApJ, 712, L26", {"title": None, "container": "ApJ", "first_page": "L26"}),
    # law, treaties, documents
    (
        "UN General Assembly, Report of the Group of Experts on Tides, UN Doc. A/70/174 (22 July 2015).",
        {
            "first": "UN General Assembly",
            "type": "report",
            "year": 2015,
            "title": "Report of the Group of Experts on Tides",
        },
    ),
    (
        "Convention on the Law of the Sea, opened for signature 10 December 1982, 1833 UNTS 3 "
        "(entered into force 1994).",
        {"first": None, "type": "legal", "year": 1982, "title": "Convention on the Law of the Sea"},
    ),
    (
        "Selwyn v. Port Authority, 410 U.S. 113 (1973).",
        {"type": "legal", "year": 1973, "title": "Selwyn v. Port Authority"},
    ),
    (
        "Directive 2013/40/EU of the Council of 12 August 2013 on attacks on harbours [2013] OJ L218/8.",
        {
            "type": "legal",
            "year": 2013,
            "title": "Directive 2013/40/EU of the Council of 12 August 2013 on attacks on harbours",
        },
    ),
    (
        "Nicholas Tsago, ‘The Problem of Attribution’ (2012) 17(2) Journal of Port Law 229, 235.",
        {
            "first": "Tsago",
            "container": "Journal of Port Law",
            "volume": "17",
            "issue": "2",
            "first_page": "229",
            "year": 2012,
        },
    ),
    # bodies
    (
        "World Harbour Organization [WHO]. (n.d.). Fact sheet on tides. https://who.example/tides",
        {"first": "World Harbour Organization", "acronym": "WHO", "undated": True, "year": None},
    ),
    (
        "International Harbour Union (IHU). (2018). Measuring tides. IHU Publications.",
        {"first": "International Harbour Union", "acronym": "IHU", "type": "report", "title": "Measuring tides"},
    ),
    (
        "Agence nationale de la sécurité des ports (ANSP). 2021. Panorama de la menace portuaire. Paris : ANSP.",
        {"first": "Agence nationale de la sécurité des ports", "acronym": "ANSP", "year": 2021},
    ),
    # other languages
    (
        "Schulze, H., und Meier, K. (2003): Hafenmauern im Wandel. Zeitschrift für Meereskunde 12 (3), S. 45–67.",
        {
            "first": "Schulze",
            "title": "Hafenmauern im Wandel",
            "container": "Zeitschrift für Meereskunde",
            "first_page": "45",
        },
    ),
    (
        "Schulze, Hans: Hafenmauern im Wandel, in: Zeitschrift für Meereskunde, Jg. 12 (2003), H. 3, S. 45–67.",
        {"type": "article", "year": 2003, "container": "Zeitschrift für Meereskunde", "volume": "12", "issue": "3"},
    ),
    (
        "Dupont, Jean. « Les murs du port ». Revue de la mer, vol. 12, nᵒ 3, 2008, p. 45-67.",
        {
            "first": "Dupont",
            "title": "Les murs du port",
            "container": "Revue de la mer",
            "issue": "3",
            "last_page": "67",
        },
    ),
    (
        "DUPONT Jean, Les murs du port : histoire d'une ville, Paris, Éditions de la Mer, 2008, 312 p.",
        {
            "first": "DUPONT",
            "type": "book",
            "title": "Les murs du port : histoire d'une ville",
            "publisher": "Éditions de la Mer",
        },
    ),
    (
        "García Márquez, J., y López Ortiz, M. J. (2011). Los muros del puerto. Revista de Estudios del Mar, 12(3), "
        "45-67.",
        {"first": "García Márquez", "container": "Revista de Estudios del Mar", "volume": "12"},
    ),
    (
        "SILVA, J. A.; COSTA, M. Os muros do porto. Revista do Mar, v. 12, n. 3, p. 45-67, 2011.",
        {
            "first": "SILVA",
            "year": 2011,
            "container": "Revista do Mar",
            "volume": "12",
            "issue": "3",
            "first_page": "45",
        },
    ),
    # preprints, pages, what is to come
    (
        "Ray, M., Lee, S., ... & Roe, D. (2020). The use of tides. arXiv preprint arXiv:2001.01234.",
        {"first": "Ray", "elided": True, "type": "preprint", "arxiv": "2001.01234", "title": "The use of tides"},
    ),
    (
        "Adler, P., & Di Giovanni, F. (in press). Forthcoming tides. Review of Seas.",
        {"first": "Adler", "undated": True, "year": None, "container": "Review of Seas"},
    ),
    ("Ray, A. (2017b). Tides. Sea Research, 4, D36-D42.", {"suffix": "b", "first_page": "D36", "last_page": "D42"}),
    (
        "Rosen-Ames, B. (2019) What the storm cost, line by line, Ledger Room. Available at: https://room.example/cost.",
        {"type": "webpage", "title": "What the storm cost, line by line", "container": "Ledger Room"},
    ),
]


def seen(fields: Fields, name: str) -> object:
    if name == "first":
        return fields.authors[0].name if fields.authors else None
    return fields.authors_elided if name == "elided" else getattr(fields, name)


@pytest.mark.parametrize(("raw", "expected"), STYLES, ids=[raw[:60] for raw, _ in STYLES])
def test_fields(raw: str, expected: dict[str, object]) -> None:
    fields = parse_entry(raw)
    assert {name: seen(fields, name) for name in expected} == expected


def texts(fields: Fields) -> list[str]:
    """All words that the fields hold, last pages and type left out."""
    found = [fields.title, fields.container, fields.publisher, fields.volume, fields.issue, fields.first_page]
    found += [fields.doi, fields.arxiv, fields.url, fields.acronym]
    for author in fields.authors:
        found += [author.family, author.given, author.literal]
    return [text for text in found if text is not None]


def squeezed(text: str) -> str:
    return fold(text).replace(" ", "")


def in_order(small: str, large: str) -> bool:
    letters = iter(large)
    return all(letter in letters for letter in small)


SCRAPS = st.sampled_from(
    """Ray, A. B.|Lee C|and|&|et al.|(2010)|2010;4(2):11-19|“Walls”|‘Walls’|In:|in|(Eds.)|J. Sea Res.|Sea Press|London:
    |pp. 5–9|vol. 3|doi:10.1/x|https://a.b/c|[Data set]|arXiv:2001.01234|.|,|;|:|(|)|[3]|———|van der|n.d.|word|Ünïcode
    |Accessed 3 May 2010|UN Doc. A/70/1|v.|´|…|/""".replace("\n    ", "").split("|")
)


@example("In: A LONDON: , <")
@given(st.one_of(st.text(max_size=200), st.lists(SCRAPS, max_size=30).map(" ".join)))
def test_any_text_is_read_and_nothing_is_invented(raw: str) -> None:
    for text in texts(parse_entry(raw)):
        assert text.strip()
        assert in_order(squeezed(text), squeezed(raw))


NAMES = st.lists(
    st.tuples(st.sampled_from(["Ray", "van der Lee", "O’Roe", "Müller-Poe"]), st.sampled_from("ABCJ")),
    min_size=1,
    max_size=5,
)
WORDS = st.lists(st.sampled_from(["tides", "walls", "of", "the", "sea", "Harbour", "and"]), min_size=2, max_size=9)


def apa(names: list[tuple[str, str]], title: str, container: str) -> str:
    return f"{', '.join(f'{family}, {given}.' for family, given in names)} (2010). {title}. {container}, 4(2), 11–19."


def vancouver(names: list[tuple[str, str]], title: str, container: str) -> str:
    return f"{', '.join(f'{family} {given}' for family, given in names)}. {title}. {container}. 2010;4(2):11-9."


def ieee(names: list[tuple[str, str]], title: str, container: str) -> str:
    authors = ", ".join(f"{given}. {family}" for family, given in names)
    return f"[7] {authors}, “{title},” {container}, vol. 4, no. 2, pp. 11–19, 2010."


@given(NAMES, WORDS, st.sampled_from([apa, vancouver, ieee]))
def test_fields_stand_in_the_entry_as_they_are_given(
    names: list[tuple[str, str]], words: list[str], style: Callable[[list[tuple[str, str]], str, str], str]
) -> None:
    title = " ".join(words).capitalize()
    raw = style(names, title, "Journal of Sea Research")
    fields = parse_entry(raw)
    assert [author.family for author in fields.authors] == [family for family, _ in names]
    assert (fields.title, fields.container, fields.year) == (title, "Journal of Sea Research", 2010)
    assert (fields.volume, fields.issue, fields.first_page, fields.last_page) == ("4", "2", "11", "19")
    assert all(squeezed(text) in squeezed(raw) for text in texts(fields))


GARBAGE = [
    "A. ",
    "Ray, A., ",
    "Ray AB, ",
    "in X, ",
    "(",
    "“",
    "1 ",
    "12(3), ",
    "et al. ",
    "A-b ",
    "http://",
    "10.1234/",
    "Word. ",
    "; Word: ",
]


def work(text: str) -> int:
    """How many functions, Python's own included, are called to read a text."""
    calls = 0

    def count(frame: object, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        parse_entry(text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("scrap", GARBAGE)
def test_garbage_is_no_more_work_than_its_length(scrap: str) -> None:
    half, whole = ((scrap * 5000)[:length] for length in (1400, 2800))
    assert work(whole) <= 3 * work(half) + 2000


@pytest.mark.parametrize("scrap", GARBAGE)
def test_garbage_is_given_up_soon(scrap: str) -> None:
    """Regular expressions do not count their steps: their time is held against that of plain entries."""

    def least(text: str, times: int) -> float:
        spent = []
        for _ in range(3):
            start = time.process_time()
            for _ in range(times):
                parse_entry(text)
            spent.append((time.process_time() - start) / times)
        return min(spent)

    assert least((scrap * 5000)[:5000], 1) < 200 * least(STYLES[0][0], 20)


@settings(max_examples=40)
@given(st.lists(SCRAPS, min_size=300, max_size=400).map(" ".join))
def test_long_scraps_are_read(raw: str) -> None:
    assert parse_entry(raw) is not None
