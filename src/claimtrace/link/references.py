"""Citations linked to the entries that they point to.

Every candidate has a score, and every link that is missing or uncertain a reason. A misspelt name, another year or a
suffix too many or too few makes a near miss or an ambiguity, never a silent link.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from claimtrace.model.citation import Candidate, Citation, CitationForm, Link
from claimtrace.model.reference import Reference
from claimtrace.text.fold import fold, without_article
from claimtrace.text.names import Names, agreement, initial_beside, one_body, same_name

_SAME = 0.945  # names that differ in accents, particles or a given name only
_ALIKE = 0.45  # agreement of authors below which an entry is no candidate
_ALIKE_NAME = 0.75  # likeness below which two names are not one that was misspelt
_SAME_AUTHORS = 0.92  # agreement of authors who are all the same, "et al." for the second of two included
_SAME_YEAR = 0.76  # score of a year that is right, or printed wrong in its letter only
_SAME_TITLE = 85  # likeness, of 100, of titles that differ in spelling only
_SHOWN = 5


def link_citations(citations: Sequence[Citation], references: Sequence[Reference]) -> Iterator[Link]:
    """One link for each citation, in the same order."""
    labels = {reference.label: reference for reference in references if reference.label}
    made: dict[str, Link] = {}
    for citation in _repeated_ones_last(citations):
        if citation.same_as is not None:
            link = _repeated(citation, made, references)
        elif citation.label is not None:
            link = _labelled(citation, labels)
        elif citation.title is not None:
            link = _titled(citation, references)
        else:
            link = _named(citation, references)
        made[citation.id] = link
    yield from (made[citation.id] for citation in citations)


def _repeated_ones_last(citations: Sequence[Citation]) -> Iterator[Citation]:
    """Every citation behind the one that it repeats; a source line may repeat a note that stands below it."""
    done: set[str] = set()
    waiting = list(citations)
    while waiting:
        ready = [c for c in waiting if c.same_as is None or c.same_as in done] or waiting
        done.update(c.id for c in ready)
        yield from ready
        waiting = [c for c in waiting if c.id not in done]


def _repeated(citation: Citation, made: Mapping[str, Link], references: Sequence[Reference]) -> Link:
    first = made[citation.same_as or ""]
    if first.reference is None:
        return Link(citation.id, None, 0.0, why="it repeats a citation that points to no entry")
    candidates = (Candidate(first.reference, first.score),)
    reference = next(r for r in references if r.id == first.reference)
    if citation.names and not citation.names[0].isupper() and _first_alike(citation, reference) < _SAME:
        why = f"the name differs: {citation.names[0]}, where the work was first cited {_first(reference)}"
        return Link(citation.id, first.reference, 0.7, candidates, "name", why)
    return Link(citation.id, first.reference, first.score, candidates)


def _labelled(citation: Citation, labels: Mapping[str, Reference]) -> Link:
    reference = labels.get(citation.label or "")
    if reference is None:
        return Link(citation.id, None, 0.0, why=f"no entry is numbered {citation.label}")
    return Link(citation.id, reference.id, 1.0, (Candidate(reference.id, 1.0),))


def _titled(citation: Citation, references: Sequence[Reference]) -> Link:
    """A note names its work by author and title."""
    title = fold(citation.title or "")
    fitting = [r for r in references if fold(r.title or "") == title]
    if not fitting:
        fitting = [r for r in references if _nearly_titled(citation, title, r)]
    if not fitting:
        return Link(citation.id, None, 0.0, _weighed(citation, references)[1], why="no entry has its title")
    best = max(fitting, key=lambda r: (r.year == citation.year, _names_score(citation, r)))
    near = why = None
    if citation.names and _first_alike(citation, best) < _SAME:
        near, why = "name", f"the name differs: {citation.names[0]}, in the list {_first(best)}"
    elif citation.year and best.year and citation.year != best.year:
        near, why = "year", f"the year differs: {citation.year}, in the list {best.year}"
    score = 0.7 if near else 1.0
    return Link(citation.id, best.id, score, (Candidate(best.id, score),), near, why)


def _nearly_titled(citation: Citation, title: str, reference: Reference) -> bool:
    """Whether a title is an entry's but for its spelling or its subtitle, and the author is nearly the same too."""
    title, listed = without_article(title), without_article(fold(reference.title or ""))
    if not listed or not citation.names or _first_alike(citation, reference) < _ALIKE_NAME:
        return False
    short, long = sorted((title, listed), key=len)
    return long.startswith(f"{short} ") or fuzz.ratio(title, listed) >= _SAME_TITLE


def _named(citation: Citation, references: Sequence[Reference]) -> Link:
    """Names and year, weighed against every entry."""
    if not citation.names:
        return Link(citation.id, None, 0.0, why="it names no author")
    scored, candidates = _weighed(citation, references)
    exact = [r for _, _, r in scored if _exact(citation, r)]
    if exact:
        return _chosen(citation, exact, candidates)
    if not scored or scored[0][0] < 0.5:
        return Link(citation.id, None, 0.0, candidates, why="no entry has this author and year")
    score, _, best = scored[0]
    near, why = _difference(citation, best)
    return Link(citation.id, best.id, round(score, 3), candidates, near, why)


def _weighed(
    citation: Citation, references: Sequence[Reference]
) -> tuple[list[tuple[float, int, Reference]], tuple[Candidate, ...]]:
    """The entries that may be meant by names and year, the likeliest first, and the first of them as candidates."""
    if not citation.names:
        return [], ()
    scored = sorted(
        ((score, -at, r) for at, r in enumerate(references) if (score := _score(citation, r)) >= 0.3), reverse=True
    )
    return scored, tuple(Candidate(r.id, round(score, 3)) for score, _, r in scored[:_SHOWN])


def _chosen(citation: Citation, exact: Sequence[Reference], candidates: tuple[Candidate, ...]) -> Link:
    """One of the entries that fit wholly: the one whose authors fit best; two as good are an ambiguity."""
    best = max(_names_score(citation, r) for r in exact)
    fitting = [r for r in exact if _names_score(citation, r) > best - 0.02]
    if len(fitting) > 1 and (initial := initial_beside(citation.text, citation.names[0])):
        fitting = [r for r in fitting if _given(r).startswith(initial)] or fitting
    if len(fitting) == 1:
        why = None if best >= _SAME_AUTHORS else _authors_differ(citation, fitting[0])
        return Link(citation.id, fitting[0].id, round(best, 3), candidates, why=why)
    listed = "; ".join(r.short for r in fitting[:3])
    why = f"{len(fitting)} entries fit: {listed}"
    return Link(citation.id, fitting[0].id, round(best / len(fitting), 3), candidates, "ambiguous", why)


def _score(citation: Citation, reference: Reference) -> float:
    names, year = _names_score(citation, reference), _year_score(citation, reference)
    if names < _ALIKE:
        return 0.0
    apart = names < _SAME_AUTHORS and year < _SAME_YEAR  # other authors and another year: most likely another work
    return names * year * (0.5 if apart else 1.0)


def _names_score(citation: Citation, reference: Reference) -> float:
    listed = [author.name for author in reference.authors if author.name] or [reference.title or ""]
    names = Names(citation.names, citation.et_al)
    return agreement(names, listed, reference.authors_elided, reference.acronym)


def _year_score(citation: Citation, reference: Reference) -> float:
    if citation.undated or citation.year is None:
        return 1.0 if reference.undated or reference.year is None else 0.7
    if reference.year is None:
        return 0.6
    apart = abs(citation.year - reference.year)
    if apart == 0:
        if citation.suffix and reference.suffix and citation.suffix != reference.suffix:
            return 0.45  # "2017b" is another work than the list's "2017a"
        return 1.0 if citation.suffix == reference.suffix or not citation.suffix else 0.9
    if citation.suffix:
        return 0.4  # "2023b" was given beside a "2023a": a slip in the year is unlikely
    return {1: 0.75, 2: 0.66, 3: 0.6}.get(apart, 0.52)


def _exact(citation: Citation, reference: Reference) -> bool:
    """Whether names and year fit wholly; an author's letters are matched by the list's own "a", "b"."""
    if _first_alike(citation, reference) < _SAME or _names_score(citation, reference) < 0.79:
        return False
    if _gives_no_year(citation):
        return True
    if citation.undated or citation.year is None:
        return reference.undated or reference.year is None
    if citation.year != reference.year:
        return False
    return citation.suffix is None or citation.suffix == reference.suffix


def _gives_no_year(citation: Citation) -> bool:
    """Whether a citation needs no year: it goes by page, as the MLA's style has it, or is the short form of a note."""
    forms = (CitationForm.PARENTHETICAL, CitationForm.NARRATIVE, CitationForm.NOTE)
    return citation.year is None and not citation.undated and citation.form in forms


def _first(reference: Reference) -> str:
    return next((author.name for author in reference.authors if author.name), reference.title or "")


def _given(reference: Reference) -> str:
    return next((author.given or "" for author in reference.authors if author.name), "")


def _first_alike(citation: Citation, reference: Reference) -> float:
    """How alike the first names are; a corporate author may be called by its acronym."""
    if reference.acronym and fold(citation.names[0]) == fold(reference.acronym):
        return 1.0
    whole = one_body(citation.names, _first(reference)) if len(reference.authors) <= 1 else 0.0
    return max(same_name(citation.names[0], _first(reference)), whole)


def _difference(citation: Citation, reference: Reference) -> tuple[str, str]:
    """What keeps a citation from fitting its best entry, as a key and in words."""
    if _first_alike(citation, reference) < _SAME:
        return "name", f"the name differs: {_printed(citation)}, in the list {_first(reference)}"
    if citation.year != reference.year:
        listed = reference.year or ("n.d." if reference.undated else "no year")
        return "year", f"the year differs: {citation.year or 'n.d.'}, in the list {listed}"
    if citation.suffix != reference.suffix:
        listed = f"{reference.year}{reference.suffix or ''}"
        return "suffix", f"the letter differs: {citation.year}{citation.suffix or ''}, in the list {listed}"
    return "authors", _authors_differ(citation, reference)


def _authors_differ(citation: Citation, reference: Reference) -> str:
    elided = " et al." if citation.et_al else ""
    return f"the authors differ: {_printed(citation)}{elided}, in the list {reference.short}"


def _printed(citation: Citation) -> str:
    return " and ".join(citation.names) if len(citation.names) < 3 else f"{citation.names[0]} and others"
