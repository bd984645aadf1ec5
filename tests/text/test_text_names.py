"""Names as citations call authors by, and whether two of them are the same."""

from __future__ import annotations

import pytest

from claimtrace.text.names import PARTICLES, Names, agreement, read_names, same_name


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Halloran", Names(("Halloran",))),
        ("Halloran & Voss", Names(("Halloran", "Voss"))),
        ("Halloran and Voss", Names(("Halloran", "Voss"))),
        ("Halloran, Voss, and Imari", Names(("Halloran", "Voss", "Imari"))),
        ("Halloran, Voss & Imari", Names(("Halloran", "Voss", "Imari"))),
        ("Halloran; Voss", Names(("Halloran", "Voss"))),
        ("Halloran und Voss", Names(("Halloran", "Voss"))),
        ("Halloran et al.", Names(("Halloran",), et_al=True)),
        ("Halloran, et al", Names(("Halloran",), et_al=True)),
        ("Halloran, Voss, et al.", Names(("Halloran", "Voss"), et_al=True)),
        ("Halloran and colleagues", Names(("Halloran",), et_al=True)),
        ("Halloran and others", Names(("Halloran",), et_al=True)),
        ("Halloran et al.'s", Names(("Halloran",), et_al=True)),
        ("Halloran’s", Names(("Halloran",))),
        ("Voss’", Names(("Voss",))),
        ("van der Aa", Names(("van der Aa",))),
        ("O’Hara", Names(("O'Hara",))),
        ("García-Márquez", Names(("García-Márquez",))),
        ("J. P. Halloran", Names(("Halloran",))),
        ("J.-P. Halloran", Names(("Halloran",))),
        ("Halloran Jr.", Names(("Halloran",))),
        ("World Tide Office [WTO]", Names(("World Tide Office",), acronym="WTO")),
        ("World Tide Office (WTO)", Names(("World Tide Office",), acronym="WTO")),
        ("WTO", Names(("WTO",))),
        ("Ministry of Ports", Names(("Ministry of Ports",))),
        ("Müller", Names(("Müller",))),
    ],
)
def test_names_are_read(written: str, names: Names) -> None:
    assert read_names(written) == names


@pytest.mark.parametrize(
    "written",
    [
        "",
        "  ",
        "see above",
        "45",
        "Table 3",
        "Halloran 2019",
        "a < b",
        "as argued before",
        "Halloran et al. argue that",
    ],
)
def test_what_is_no_name_is_refused(written: str) -> None:
    assert read_names(written) is None


@pytest.mark.parametrize("particle", ["van", "von", "de", "der", "della", "di", "du", "la", "al", "ibn", "d'", "St."])
def test_particles_are_known(particle: str) -> None:
    assert PARTICLES.fullmatch(particle)


@pytest.mark.parametrize(
    ("cited", "listed"),
    [
        ("Halloran", "HALLORAN"),
        ("Muller", "Müller"),
        ("Mueller", "Mueller"),
        ("Mueller", "Müller"),
        ("Soerensen", "Sørensen"),
        ("van der Aa", "Van Der Aa"),
        ("Aa", "van der Aa"),
        ("O’Hara", "O'Hara"),
        ("Ada Halloran", "Halloran"),
        ("Garcia Marquez", "García-Márquez"),
    ],
)
def test_the_same_name_written_in_two_ways(cited: str, listed: str) -> None:
    assert same_name(cited, listed) >= 0.95


@pytest.mark.parametrize(
    ("cited", "listed"),
    [("Halloran", "Voss"), ("Li", "Lu"), ("", "Voss"), ("Kim", "Kin"), ("Imari", "Vossberg"), ("…", "Voss")],
)
def test_other_names_stay_apart(cited: str, listed: str) -> None:
    assert same_name(cited, listed) < 0.75


def test_a_misspelt_name_is_near_but_not_the_same() -> None:
    assert 0.75 < same_name("Haloran", "Halloran") < 0.95


def _agreement(cited: str, listed: list[str], elided: bool = False, acronym: str | None = None) -> float:
    names = read_names(cited)
    assert names is not None
    return agreement(names, listed, elided, acronym)


@pytest.mark.parametrize(
    ("cited", "listed"),
    [
        ("Halloran", ["Halloran"]),
        ("Halloran & Voss", ["Halloran", "Voss"]),
        ("Halloran et al.", ["Halloran", "Voss", "Imari"]),
        ("Tide and Current Office", ["Tide and Current Office"]),
        ("Law and Sea", ["Law and Sea"]),
        ("Office of Tides, Currents and Ports", ["Office of Tides, Currents, and Ports"]),
    ],
)
def test_a_citation_that_names_its_entry_as_one_should_agrees_wholly(cited: str, listed: list[str]) -> None:
    assert _agreement(cited, listed) == pytest.approx(1.0)


def test_an_acronym_stands_for_its_body() -> None:
    assert _agreement("WTO", ["World Tide Office"], acronym="WTO") == 1.0
    assert _agreement("WTO", ["World Tide Office"]) < 0.5


@pytest.mark.parametrize(
    ("better", "worse", "listed"),
    [
        ("Halloran & Voss", "Halloran", ["Halloran", "Voss"]),
        ("Halloran & Voss", "Halloran & Imari", ["Halloran", "Voss"]),
        ("Halloran", "Halloran & Voss", ["Halloran"]),
        ("Halloran", "Halloran et al.", ["Halloran"]),
        ("Halloran et al.", "Halloran", ["Halloran", "Voss", "Imari"]),
        ("Halloran", "Haloran", ["Halloran"]),
    ],
)
def test_the_better_citation_scores_higher(better: str, worse: str, listed: list[str]) -> None:
    assert _agreement(better, listed) > _agreement(worse, listed)


@pytest.mark.parametrize("cited", ["Voss", "Voss & Halloran", "Voss et al."])
def test_the_first_author_decides(cited: str) -> None:
    assert _agreement(cited, ["Halloran", "Voss"]) == 0.0


def test_an_entry_without_authors_agrees_with_nobody() -> None:
    assert _agreement("Halloran", []) == 0.0
