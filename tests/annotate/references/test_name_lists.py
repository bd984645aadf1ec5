"""Lists of names: one name in each form, whole lists, where a list ends."""

from __future__ import annotations

import pytest

from claimtrace.annotate.references.names import closed_list, editor_mark_at, open_list, without_editor_mark
from claimtrace.annotate.references.organisations import literal, names_body

FORMS = [
    ("Ray, A. B.", ("Ray", "A. B.")),
    ("van der Meer, J.", ("van der Meer", "J.")),
    ("Müller-Lüdenscheidt, A. v., Jr.", ("Müller-Lüdenscheidt", "A. v.")),
    ("Meer, J. van", ("Meer", "J. van")),
    ("O'Neill-Park, S.", ("O'Neill-Park", "S.")),
    ("Al-Hassan, K.", ("Al-Hassan", "K.")),
    ("Roe, K.-L.", ("Roe", "K.-L.")),
    ("Ray, E. V", ("Ray", "E. V")),
    ("Ray AB", ("Ray", "AB")),
    ("Ray GW Jr", ("Ray", "GW")),
    ("de Lima Pires T", ("de Lima Pires", "T")),
    ("Lindgren K-E", ("Lindgren", "K-E")),
    ("Ramos PdeA", ("Ramos", "PdeA")),
    ("Ray C A", ("Ray", "C A")),
    ("A. B. Ray", ("Ray", "A. B.")),
    ("M. A. C. Ray-Park", ("Ray-Park", "M. A. C.")),
    ("J. van der Meer", ("van der Meer", "J.")),
    ("Ray, Ann B.", ("Ray", "Ann B.")),
    ("Ann B. Ray", ("Ray", "Ann B.")),
    ("DUPONT Jean", ("DUPONT", "Jean")),
]


@pytest.mark.parametrize(("text", "name"), FORMS)
def test_one_name(text: str, name: tuple[str, str]) -> None:
    (author,) = closed_list(text).authors
    assert (author.family, author.given) == name


OPEN = [
    ("Ray, A., & Lee, C. On tides.", ["Ray", "Lee"], " On tides."),
    ("Ray, A. & Lee, C. New compositional design. J", ["Ray", "Lee"], " New compositional design. J"),
    ("Ray AB, Lee C, Roe DE. Tides. J Sea", ["Ray", "Lee", "Roe"], ". Tides. J Sea"),
    ("Ray AB, K L M, Lee CR. Tides", ["Ray", "K", "Lee"], ". Tides"),
    ("A. Ray, B. Lee, and C. Roe, “Tides,”", ["Ray", "Lee", "Roe"], ", “Tides,”"),
    ("A. Ray and C. Lee, J. Sea Res., 2010", ["Ray", "Lee"], ", J. Sea Res., 2010"),
    ("A. Ray, C. Lee, J. Sea Res. 4, 11", ["Ray", "Lee"], ", J. Sea Res. 4, 11"),
    ("Ray, Ann, J. Carl Lee, and Dora Roe. Tides", ["Ray", "Lee", "Roe"], ". Tides"),
    ("Ann Ray, Cold Tides, London", ["Ray"], ", Cold Tides, London"),
    ("Ray, A.; Lee, C. Tides. Sea", ["Ray", "Lee"], " Tides. Sea"),
    ("Schulze, Hans / Meier, Karl: Tides", ["Schulze", "Meier"], ": Tides"),
    ("Ray A. Salt, silt and sand. Sea", ["Ray"], " Salt, silt and sand. Sea"),
]


@pytest.mark.parametrize(("text", "families", "behind"), OPEN)
def test_open_list(text: str, families: list[str], behind: str) -> None:
    names = open_list(text)
    assert names is not None
    assert [author.name for author in names.authors] == families
    assert text[names.end :] == behind


@pytest.mark.parametrize("text", ["on tides and walls", "2010", "", "World Harbour Bank, Tides", "(Ray)"])
def test_no_list(text: str) -> None:
    assert open_list(text) is None


@pytest.mark.parametrize(
    "text", ["Ray, A., et al.", "Ray, A., and others", "Ray A, et al", "Ray, A., … Zed, G.", "Ray, A., ... & Zed, G."]
)
def test_elided(text: str) -> None:
    assert closed_list(text).elided


def test_what_is_no_name_is_kept_as_it_stands() -> None:
    names = closed_list("Ray, A., the tide group, & Lee, C.")
    assert [author.name for author in names.authors] == ["Ray", "the tide group", "Lee"]
    assert 0 < names.fit < 1


@pytest.mark.parametrize("mark", ["(Eds.)", ", eds.", "(Hrsg.)", ", editors", "(ed.)", " (éds.)"])
def test_editor_marks(mark: str) -> None:
    assert without_editor_mark(f"Ray, A.{mark}") == ("Ray, A.", True)
    assert editor_mark_at(f"Ray, A.{mark}", 7) == 7 + len(mark)


def test_no_editor_mark() -> None:
    assert without_editor_mark("Ray, A.") == ("Ray, A.", False)
    assert editor_mark_at("Ray, A. Edges", 7) == 7


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("World Harbour Organization [WHO]", ("World Harbour Organization", "WHO")),
        ("International Harbour Union (IHU)", ("International Harbour Union", "IHU")),
        ("Bank of the Sea (in part)", ("Bank of the Sea (in part)", None)),
    ],
)
def test_bodies_and_their_acronyms(name: str, expected: tuple[str, str | None]) -> None:
    author, acronym = literal(name)
    assert (author.literal, acronym) == expected


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("World Harbour Bank", True),
        ("WHO", True),
        ("Agence nationale des ports", True),
        ("The role of the harbour bank in small towns", False),
        ("Ann Ray", False),
    ],
)
def test_names_body(who: str, *, expected: bool) -> None:
    assert names_body(who) is expected
