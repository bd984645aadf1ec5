"""What every finding keeps to: a place that can be shown, a quote that stands there, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claimtrace.check import CHECKS
from claimtrace.model.finding import Finding, Severity
from claimtrace.pipeline.audit import Audit
from corpus_audits import NAMES, corpus_audit
from written_papers import audit_of

PROMISED = {  # what a reader is shown beside the quote
    "citation-near-miss": {"entry"},
    "page-outside-source": {"entry"},
    "page-reused": {"the same page", "entry"},
    "quotation-unmarked": {"quoted here"},
    "source-predates-event": {"entry"},
    "passage-duplicated": {"the other place"},
    "duplicate-differs": {"the other place"},
}
every_audit = pytest.mark.parametrize("name", [*NAMES, *(check.name for check in CHECKS)])


def audited(name: str) -> Audit:
    """A paper of the corpus, or the bad example of a check."""
    if name in NAMES:
        return corpus_audit(name)
    return audit_of(next(check.example.bad for check in CHECKS if check.name == name))


def words(text: str) -> str:
    return " ".join(text.split())


@every_audit
def test_page_quote_and_evidence_stand_in_the_text(name: str) -> None:
    audit = audited(name)
    document = audit.paper.document
    for finding in audit.findings:
        assert finding.page is not None
        assert 1 <= finding.page <= len(document.pages)
        if finding.span is None:
            assert finding.quote or not finding.places
            continue
        assert 0 <= finding.span.start < finding.span.end <= len(document.text.string)
        assert finding.page == document.text.page_of(finding.span.start)
        assert finding.quote == words(document.text.at(finding.span))
        for evidence in finding.evidence:
            assert evidence.text
            if evidence.span:
                if evidence.kind != "table row":  # told with its year
                    assert words(evidence.text) == words(document.text.at(evidence.span))
                assert evidence.page == document.text.page_of(evidence.span.start)


@every_audit
def test_boxes_lie_on_the_pages(name: str) -> None:
    audit = audited(name)
    pages = {page.number: page for page in audit.paper.document.pages}
    for finding, boxes in _boxes(audit):
        assert bool(boxes) == bool(finding.span or finding.places)
        for page, x0, top, x1, bottom in boxes:
            assert 0 <= x0 < x1 <= pages[page].width + 1
            assert 0 <= top < bottom <= pages[page].height + 1
        assert not boxes or boxes[0][0] == finding.page


def _boxes(audit: Audit) -> Iterator[tuple[Finding, list[tuple[int, float, float, float, float]]]]:
    rows = {row["id"]: row["boxes"] for row in audit.data()["findings"]}
    for finding in audit.findings:
        yield finding, [tuple(box) for box in rows[finding.id]]


@every_audit
def test_what_is_promised_is_shown(name: str) -> None:
    for finding in audited(name).findings:
        assert PROMISED.get(finding.check, set()) <= {evidence.kind for evidence in finding.evidence}
        assert bool(finding.duplicate) == (finding.check in ("passage-duplicated", "duplicate-differs"))


@every_audit
def test_a_finding_points_to_things_that_the_audit_holds(name: str) -> None:
    audit = audited(name)
    paper = audit.paper
    assert len({finding.id for finding in audit.findings}) == len(audit.findings)
    for finding in audit.findings:
        assert set(finding.citations) <= {citation.id for citation in paper.citations}
        assert set(finding.references) <= {reference.id for reference in paper.references}
        assert set(finding.claims) <= {claim.id for claim in paper.claims}
        assert finding.duplicate in {None, *(duplicate.id for duplicate in paper.duplicates)}
        assert finding.id in audit.graph


@pytest.mark.parametrize("name", NAMES)
def test_the_gravest_and_surest_come_first(name: str) -> None:
    order = list(Severity)
    ranks = [order.index(finding.severity) for finding in corpus_audit(name).findings]
    assert ranks == sorted(ranks)
