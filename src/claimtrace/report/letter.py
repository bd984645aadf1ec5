"""The findings as a reviewer's letter: points by page, questions to the author, what is in order, what is unchecked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimtrace.knowledge.advice import advice_on
from claimtrace.model.finding import Evidence, Finding, Severity, Verdict
from claimtrace.report.compare import OTHER_PLACE, changes, little_in_common
from claimtrace.report.plain import begun, plain, shortened
from claimtrace.report.quotes import Quoter
from claimtrace.report.summary import Gap, facts, gaps, sound
from claimtrace.report.view import ReportView

_MOST_CHANGES = 8
_MOST_MESSAGES = 3
_DOUBT = {
    Verdict.CONFIRMED: "",
    Verdict.LIKELY: "This is likely, but not certain.",
    Verdict.POSSIBLE: "This is a possibility only.",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """The words that a point is about, and where they stand; ``words`` is ``""`` for a page as a whole."""

    where: str
    words: str


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the letter: a finding, or several that say the same in different places or have one cause."""

    number: int
    message: str
    doubt: str
    passages: tuple[Passage, ...]
    evidence: tuple[str, ...]

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words of the passages; where these differ, each with its place."""
        words = [passage.words for passage in self.passages if passage.words]
        if len(set(words)) < 2:
            return tuple(words[:1])
        return tuple(f"{begun(passage.where)}: {passage.words}" for passage in self.passages if passage.words)

    @property
    def where(self) -> str:
        """The places, each once, as the point begins: "Page 5, folio 40; page 10, folio 45"."""
        return begun("; ".join(dict.fromkeys(passage.where for passage in self.passages)))


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask the author, and the numbers of the points from which it follows."""

    words: str
    points: tuple[int, ...]

    @property
    def behind(self) -> str:
        """The points in words: "point 3", "points 1, 4 and 6"."""
        *most, last = map(str, self.points)
        return f"points {', '.join(most)} and\u00a0{last}" if most else f"point {last}"


@dataclass(frozen=True, slots=True)
class Letter:
    """A reviewer's letter, from its heading to its last line; every string is plain text.

    Attributes:
        title: of the paper.
        about: its authors, year and file.
        opening: what was read, and what the letter is.
        major: points on errors, by page.
        minor: all other points, by page.
        questions: to the author.
        dismissed: findings that a person set aside, with the reasons.
        sound: what was looked at and is in order.
        unchecked: what was not looked at, and why.
        made_by: the program that wrote it, with its version.
        foot: by what it was drafted, and from which file.
    """

    title: str
    about: str
    opening: tuple[str, ...]
    major: tuple[Point, ...]
    minor: tuple[Point, ...]
    questions: tuple[Question, ...]
    dismissed: tuple[str, ...]
    sound: tuple[str, ...]
    unchecked: tuple[str, ...]
    made_by: str
    foot: str


def letter(view: ReportView) -> Letter:
    """The letter on a paper; it asks about what was found, and claims no more than that."""
    groups = _groups(view)
    major = [group for group in groups if group[0].severity is Severity.ERROR]
    minor = [group for group in groups if group[0].severity is not Severity.ERROR]
    quoter = Quoter(view.paper)
    points = [_point(view, quoter, group, number) for number, group in enumerate([*major, *minor], start=1)]
    document = view.paper.document
    names = ", ".join(" ".join(filter(None, (author.given, author.name))) for author in document.authors[:8])
    return Letter(
        title=plain(document.title or document.file),
        about=plain(" · ".join(filter(None, (names, str(document.year or ""), document.file)))),
        opening=_opening(view, bool(points)),
        major=tuple(points[: len(major)]),
        minor=tuple(points[len(major) :]),
        questions=_questions([*major, *minor]),
        dismissed=tuple(_set_aside(view, finding) for finding in view.dismissed),
        sound=tuple(plain(begun(row.words)) for row in sound(view)),
        unchecked=tuple(_gap(gap) for gap in gaps(view)),
        made_by=view.made_by,
        foot=f"Drafted by {view.made_by} from the file with the SHA-256 {document.id}.",
    )


def _opening(view: ReportView, found: bool) -> tuple[str, ...]:
    read = ", ".join(f"{fact.value} {fact.name}" for fact in facts(view) if fact.value != "0")
    what = (
        "Each point names a place to look at; what it means is for a person to judge, with the sources at hand."
        if found
        else "What the checks found was dismissed by a person."
        if view.dismissed
        else "The checks that ran found nothing to ask the author about."
    )
    unread = "" if view.works_read else " No cited work was read."
    return (plain(f"Read by a program: {read}.{unread}"), " ".join(filter(None, (what, view.counting))))


def _groups(view: ReportView) -> list[list[Finding]]:
    """The findings by cause, else by check and message, in the order of the pages; no page number comes last."""
    end = len(view.paper.document.pages) + 1

    def place(finding: Finding) -> tuple[int, int]:
        return finding.page or end, finding.span.start if finding.span else 0

    groups: defaultdict[tuple[str, ...], list[Finding]] = defaultdict(list)
    for finding in sorted(view.findings, key=place):
        what = (finding.cause,) if finding.cause else (finding.check, finding.message)
        groups[finding.severity, *what].append(finding)
    return list(groups.values())


def _point(view: ReportView, quoter: Quoter, findings: Sequence[Finding], number: int) -> Point:
    surest = min((finding.verdict for finding in findings), key=list(Verdict).index)
    evidence = dict.fromkeys(_evidence(view, finding, item) for finding in findings for item in finding.evidence)
    return Point(
        number=number,
        message=plain(_message(findings)),
        doubt=_DOUBT[surest],
        passages=tuple(_passage(view, quoter, finding) for finding in findings),
        evidence=tuple(evidence),
    )


def _message(findings: Sequence[Finding]) -> str:
    """What the findings of a point say; of many messages the first ones, and what they come from."""
    said = list(dict.fromkeys(finding.message for finding in findings))
    more = [f"There are {len(said) - _MOST_MESSAGES} more of the kind."] if len(said) > _MOST_MESSAGES + 1 else []
    shown = said[:_MOST_MESSAGES] if more else said
    cause = [f"All this may have one cause: {findings[0].cause}."] if len(findings) > 1 and findings[0].cause else []
    return " ".join([*shown, *more, *cause])


def _passage(view: ReportView, quoter: Quoter, finding: Finding) -> Passage:
    where = view.where(finding.page) or (view.place(finding.span.start) if finding.span else "the paper as a whole")
    quote = quoter.quote(finding)
    if quote is None:
        return Passage(plain(where), "")
    if quote.cells:
        return Passage(plain(where), plain(" | ".join(words for _, words in quote.cells)))
    return Passage(plain(where), plain(shortened(f"{quote.before}{quote.words}{quote.after}")))


def _evidence(view: ReportView, finding: Finding, evidence: Evidence) -> str:
    """A piece of evidence; of another place of a repeat only what differs there, where the rest was quoted already."""
    label = ", ".join(filter(None, (begun(evidence.kind), view.where(evidence.page))))
    if evidence.kind == OTHER_PLACE and finding.span:
        here = view.paper.document.text.at(finding.span)
        if not little_in_common(here, evidence.text):
            return plain(f"{label}: {_told(changes(here, evidence.text))}")
    return plain(f"{label}: {shortened(evidence.text)}")


def _set_aside(view: ReportView, finding: Finding) -> str:
    where = begun(view.where(finding.page)) or "The paper"
    reason = finding.decision.reason if finding.decision else ""
    return plain(f"{where}, {finding.check}: {shortened(finding.quote)} Reason: {reason}")


def _told(changed: Sequence[tuple[str, str]]) -> str:
    """What differs between two places, for a reader who has the first before them."""
    if not changed:
        return "the same words"
    shown = [_change(shortened(here, 12, 6), shortened(there, 12, 6)) for here, there in changed[:_MOST_CHANGES]]
    rest = len(changed) - len(shown)
    return "; ".join(shown) + (f"; and {rest} more" if rest else "")


def _change(here: str, there: str) -> str:
    if not here:
        return f"“{there}” added"
    return f"“{there}” for “{here}”" if there else f"without “{here}”"


def _gap(gap: Gap) -> str:
    names = f" ({', '.join(gap.checks)})" if gap.checks else ""
    return plain(f"{gap.what}: {gap.why}{names}")


def _questions(groups: Iterable[Sequence[Finding]]) -> tuple[Question, ...]:
    """One question for each check, in the order of the points."""
    points: defaultdict[str, list[int]] = defaultdict(list)
    for number, findings in enumerate(groups, start=1):
        for check in dict.fromkeys(finding.check for finding in findings):
            points[check].append(number)
    asked = ((advice_on(check).question, tuple(numbers)) for check, numbers in points.items())
    return tuple(Question(words, numbers) for words, numbers in asked if words)
