"""What each pointer is bound to: the entry, how surely, and why not more surely."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrace.link.references import link_citations
from claimtrace.model.citation import Citation, CitationForm, Link
from claimtrace.model.paper import Paper
from claimtrace.model.place import Span
from claimtrace.model.reference import Author, Reference
from set_documents import paper_of

LIST = """
Adeyemi, K. (2006). Pilots and tides. Quay Press.
Adeyemi, K. (2012). Pilots and lamps. Quay Press.
Adeyemi, T. (2012). A pilot's life. Lamp House.
Brandt, L., Osei, K., & Vance, M. (2018). Buoys in fog. Journal of Ports, 11(1), 30–61.
Featherstonhaugh, P. (2010). The long pier. Quay Press.
Keel, B. (2014). Ships and rules. Quay Press.
Marlow, A. (2011). The slow harbour. Journal of Ports, 4(2), 10–29.
Ministry of Harbours. (2020). Annual count of ships. Ministry of Harbours.
O'Shea, M. (n.d.). Notes on knots. Quay Press.
Singh, R., & Falk, T. (2016). Two lamps. Journal of Ports, 9(3), 201–220.
Singh, R., & Gorse, T. (2016). Three lamps. Journal of Ports, 9(4), 301–320.
Tarrow, J. (2017a). The first ferry. Journal of Ports, 10(1), 5–19.
Tarrow, J. (2017b). The last ferry. Journal of Ports, 10(4), 88–99.
Öztürk, Ş. (2019). Dykes and dunes. Quay Press.
"""

# pointer, entry, what differs, words of the reason
CASES: list[tuple[str, str | None, str | None, tuple[str, ...]]] = [
    # sure: no reason
    ("(Keel, 2014)", "Keel 2014", None, ()),
    ("(B. Keel, 2014)", "Keel 2014", None, ()),
    ("(KEEL, 2014)", "Keel 2014", None, ()),
    ("(Oztürk, 2019)", "Öztürk 2019", None, ()),
    ("(Brandt et al., 2018)", "Brandt et al. 2018", None, ()),
    ("(Singh & Falk, 2016)", "Singh and Falk 2016", None, ()),
    ("(Singh and Gorse, 2016)", "Singh and Gorse 2016", None, ()),
    ("(Tarrow, 2017b)", "Tarrow 2017b", None, ()),
    ("(Adeyemi, 2006)", "Adeyemi 2006", None, ()),
    ("(O'Shea, n.d.)", "O'Shea n.d.", None, ()),
    # near misses: the entry is there, but for a name or a year
    ("(Keele, 2014)", "Keel 2014", "name", ("Keele", "in the list Keel")),
    ("(Marlowe, 2011)", "Marlow 2011", "name", ("Marlowe", "in the list Marlow")),
    ("(Marlow, 2010)", "Marlow 2011", "year", ("2010", "in the list 2011")),
    ("(Marlow, 2014)", "Marlow 2011", "year", ("2014", "in the list 2011")),
    ("(Brandt et al., 2017)", "Brandt et al. 2018", "year", ("2017", "2018")),
    ("(Ministry of Harbors, 2020)", "Ministry of Harbours 2020", "name", ("Harbors", "Harbours")),
    ("(Fetherstonhaugh, 2010)", "Featherstonhaugh 2010", "name", ("Fetherstonhaugh", "Featherstonhaugh")),
    ("(Ministry of Harbours, 2019)", "Ministry of Harbours 2020", "year", ("2019", "2020")),
    ("(Singh & Fálk, 2015)", "Singh and Falk 2016", "year", ("2015", "2016")),
    ("(Singh & Falke, 2016)", "Singh and Falk 2016", None, ()),  # the first name and the year tell enough
    ("(O'Shea, 2003)", "O'Shea n.d.", "year", ("2003", "n.d.")),
    ("(Keel, n.d.)", "Keel 2014", "year", ("n.d.", "2014")),
    ("(Marlow, 2011a)", "Marlow 2011", "suffix", ("2011a", "in the list 2011")),
    # ambiguous: two entries fit
    ("(Tarrow, 2017)", "Tarrow 2017a", "ambiguous", ("2 entries fit", "Tarrow 2017a", "Tarrow 2017b")),
    ("(Adeyemi, 2012)", "Adeyemi 2012", "ambiguous", ("2 entries fit",)),
    ("(Singh et al., 2016)", "Singh and Falk 2016", "ambiguous", ("2 entries fit", "Falk", "Gorse")),
    # none
    ("(Tarrow, 2017c)", None, None, ("no entry",)),
    ("(Ostrander, 2014)", None, None, ("no entry has this author and year",)),
    ("(Ostrander & Keel, 2014)", None, None, ("no entry",)),
    ("(Office of Ropes, 2020)", None, None, ("no entry",)),
]  # fmt: skip


@cache
def _paper() -> Paper:
    sentences = "\n\n".join(f"Statement {at} is made here {pointer}." for at, (pointer, *_) in enumerate(CASES))
    return paper_of(f"# Body\n\n{sentences}\n\n# References\n{LIST.strip()}")


def _link(pointer: str) -> Link:
    citation = next(c for c in _paper().citations if c.text == pointer)
    return next(link for link in _paper().links if link.citation == citation.id)


@pytest.mark.parametrize(("pointer", "entry", "near", "reason"), CASES, ids=[case[0] for case in CASES])
def test_a_pointer_and_its_entry(pointer: str, entry: str | None, near: str | None, reason: tuple[str, ...]) -> None:
    link = _link(pointer)
    shorts = {r.id: r.short for r in _paper().references}
    assert (shorts.get(link.reference or ""), link.near) == (entry, near)
    assert all(words in (link.why or "") for words in reason)
    assert (link.why is None) == (not reason)


@pytest.mark.parametrize(("pointer", "entry"), [(case[0], case[1]) for case in CASES], ids=[case[0] for case in CASES])
def test_candidates_come_best_first_and_hold_the_entry(pointer: str, entry: str | None) -> None:
    link = _link(pointer)
    scores = [candidate.score for candidate in link.candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in (*scores, link.score))
    assert (link.reference in {c.reference for c in link.candidates}) == (entry is not None)
    assert len(link.candidates) <= 5


def test_there_is_one_link_for_each_pointer_in_order() -> None:
    assert [link.citation for link in _paper().links] == [citation.id for citation in _paper().citations]


def test_numbers_lead_to_labels() -> None:
    paper = paper_of(
        "# Body\n\nPorts grow [1], [2, 4].\n\n# References\n[1] Keel, B.: Ships. Quay Press (2014).\n"
        "[2] Marlow, A.: Harbours. Quay Press (2011).\n[3] Falk, T.: Lamps. Quay Press (2016)."
    )
    shorts = {r.id: r.short for r in paper.references}
    assert [(shorts.get(link.reference or ""), link.why) for link in paper.links] == [
        ("Keel 2014", None), ("Marlow 2011", None), (None, "no entry is numbered 4"),
    ]  # fmt: skip


def _citation(identity: str, *names: str, year: int | None = None, same_as: str | None = None) -> Citation:
    span = Span(0, 1)
    return Citation(identity, CitationForm.NOTE, identity, span, span, names, year=year, same_as=same_as)


def test_ibid_follows_what_it_repeats_even_where_that_stands_below() -> None:
    """A source line may repeat a note that is printed further down the text."""
    entry = Reference("keel", "Keel 2014", Span(0, 9), 1, (), authors=(Author("Keel", "B."),), year=2014)
    citations = [
        _citation("line", same_as="ibid"), _citation("ibid", same_as="first"), _citation("first", "Keel", year=2014),
        _citation("lost", "Ostrander", year=2003), _citation("lost too", same_as="lost"),
    ]  # fmt: skip
    links = list(link_citations(citations, [entry]))
    assert [link.citation for link in links] == [c.id for c in citations]
    assert [link.reference for link in links] == ["keel", "keel", "keel", None, None]
    assert links[-1].why == "it repeats a citation that points to no entry"


_NAMES = st.text(st.characters(codec="utf-8", categories=["Lu", "Ll", "Zs", "Pd"]), min_size=1, max_size=12)
_ENTRIES = st.builds(
    Reference, st.uuids().map(str), st.just("raw"), st.just(Span(0, 3)), st.just(1), st.just(()),
    authors=st.lists(st.builds(Author, _NAMES), max_size=3).map(tuple), year=st.none() | st.integers(1990, 2024),
    suffix=st.none() | st.sampled_from("ab"), undated=st.booleans(), title=st.none() | _NAMES,
)  # fmt: skip


@given(st.lists(_ENTRIES, max_size=6), _NAMES, st.none() | st.integers(1990, 2024), st.none() | st.sampled_from("ab"))
def test_whatever_the_list_a_link_is_sound(
    entries: list[Reference], name: str, year: int | None, suffix: str | None
) -> None:
    span = Span(0, 1)
    citation = Citation("c", CitationForm.PARENTHETICAL, "c", span, span, (name,), year=year, suffix=suffix)
    (link,) = link_citations([citation], entries)
    assert link.reference is None or link.reference in {entry.id for entry in entries}
    assert 0 <= link.score <= 1
    assert (link.near is not None) <= (link.why is not None)
    assert link.reference is not None or link.why is not None
