"""The first screen: what was read, what was found, and what was not checked and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimtrace.knowledge.advice import advice_on
from claimtrace.model.entity import EntityType
from claimtrace.model.finding import Coverage, CoverageState, Finding, Severity
from claimtrace.report.plain import begun
from claimtrace.report.view import ReportView


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of the paper with its name, and a figure that belongs to it."""

    value: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """What one finding says, or several that say the same in different places."""

    words: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """The findings of one check and one severity, and how much the check looked at ("citations looked at: 68")."""

    check: str
    finds: str
    findings: tuple[Finding, ...]
    out_of: str

    @property
    def messages(self) -> tuple[Message, ...]:
        """What they say, each message once."""
        words = dict.fromkeys(finding.message for finding in self.findings)
        return tuple(Message(said, tuple(f for f in self.findings if f.message == said)) for said in words)


@dataclass(frozen=True, slots=True)
class SeverityGroup:
    """The findings of one severity, in their order and by check."""

    severity: Severity
    findings: tuple[Finding, ...]
    checks: tuple[CheckGroup, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that was not checked: what, why, and the checks concerned."""

    what: str
    why: str
    checks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sound:
    """What is true of the paper, for a check looked at its ``items`` and found nothing; ``left`` it could not judge."""

    words: str
    items: str
    left: int


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 page", "1,204 pages"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def facts(view: ReportView) -> tuple[Fact, ...]:
    """What was read of the paper, in figures."""
    paper = view.paper
    linked = [link.reference for link in paper.links if link.reference]
    quoted = sum(1 for link in paper.quotation_links if link.citation)
    citing = sum(1 for claim in paper.claims if claim.citations)
    leaning = sum(1 for claim in paper.claims if claim.leans_on and not claim.citations)
    incidents, agreements = (
        sum(1 for entity in paper.entities if entity.type is kind)
        for kind in (EntityType.INCIDENT, EntityType.AGREEMENT)
    )
    named = [counted(number, noun) for number, noun in ((incidents, "incident"), (agreements, "agreement")) if number]
    document = paper.document
    pages = (_fact(len(document.pages), "page"),) if document.pages else ()
    return (
        *pages,
        _fact(len(document.text.string.split()), "word"),
        _fact(len(paper.references), "reference", f"{len(set(linked)):,} cited"),
        _fact(len(paper.citations), "citation", f"{len(linked):,} linked to a reference"),
        _fact(
            len(paper.claims),
            "claim",
            f"{citing:,} cite" + (f", {leaning:,} lean on a citation nearby" if leaning else ""),
        ),
        _fact(len(paper.quotations), "quotation", f"{quoted:,} with a citation"),
        _fact(len(document.tables), "table"),
        _fact(len(paper.entities), "entity", ", ".join(named), "entities"),
    )


def _fact(number: int, one: str, note: str = "", many: str | None = None) -> Fact:
    value, _, name = counted(number, one, many).partition(" ")
    return Fact(value, name, note if number else "")


def severity_groups(view: ReportView) -> tuple[SeverityGroup, ...]:
    """The findings by severity and check; every severity has its group, empty or not."""
    groups = []
    looked_at = {row.check: row.checked for row in view.coverage}
    for severity in Severity:
        findings = tuple(finding for finding in view.findings if finding.severity is severity)
        names = dict.fromkeys(finding.check for finding in findings)
        checks = (
            CheckGroup(
                name,
                view.finds(name),
                tuple(f for f in findings if f.check == name),
                f"{advice_on(name).items or 'items'} looked at: {looked_at.get(name, 0):,}",
            )
            for name in names
        )
        by_count = sorted(checks, key=lambda group: -len(group.findings))
        groups.append(SeverityGroup(severity, findings, tuple(by_count)))
    return tuple(groups)


def gaps(view: ReportView) -> tuple[Gap, ...]:
    """What was not checked: pages, checks that abstained, items that a check left, checks that did not run."""
    pages = (Gap(begun(view.where(page.number)), page.problem) for page in view.paper.document.pages if page.problem)
    return (*pages, *_abstained(view.coverage), *_left_items(view.coverage), *_skipped(view.coverage))


def sound(view: ReportView) -> tuple[Sound, ...]:
    """What holds: one statement for each check that looked at something and found nothing."""
    found = {finding.check for finding in (*view.findings, *view.dismissed)}
    return tuple(
        Sound(_held(view, row), advice_on(row.check).items, row.abstained)
        for row in view.coverage
        if row.state is CoverageState.RUN and row.checked and row.check not in found
    )


def _held(view: ReportView, row: Coverage) -> str:
    held = advice_on(row.check).held_of(row.checked)
    return held or f"{view.finds(row.check) or row.check}: not found ({counted(row.checked, 'item')} looked at)"


def _abstained(coverage: Sequence[Coverage]) -> Iterable[Gap]:
    for row in coverage:
        if row.state is CoverageState.ABSTAINED:
            items = advice_on(row.check).items or "items"
            yield Gap(f"None of {row.abstained:,} {items} could be judged", _reason(row), (row.check,))


def _left_items(coverage: Sequence[Coverage]) -> Iterable[Gap]:
    for row in coverage:
        if row.state is CoverageState.RUN and row.abstained:
            whole = row.checked + row.abstained
            items = advice_on(row.check).items or "items"
            what = f"{row.abstained:,} of {whole:,} {items} could not be judged"
            yield Gap(what, _reason(row), (row.check,))


def _reason(row: Coverage) -> str:
    """Why a check could not judge; a number at its end that says again how many is left out."""
    return (row.why or "no reason is given").removesuffix(f": {row.abstained}")


def _skipped(coverage: Sequence[Coverage]) -> Iterable[Gap]:
    reasons: dict[str, list[str]] = {}
    for row in coverage:
        if row.state is CoverageState.SKIPPED:
            reasons.setdefault(row.why or "no reason is given", []).append(row.check)
    for why, checks in sorted(reasons.items(), key=lambda item: -len(item[1])):
        yield Gap(f"{counted(len(checks), 'check')} did not run", why, tuple(checks))
