"""The corpus is what its manifest says: every paper with its hash, its pages and its kinds of fault."""

from __future__ import annotations

import hashlib
import tomllib
from typing import Any

import pytest

from claimtrace.text.fold import straight
from corpus_audits import CORPUS, NAMES, corpus_audit, gold_of

PAPERS: list[dict[str, Any]] = tomllib.loads((CORPUS / "manifest.toml").read_text(encoding="utf-8"))["papers"]


def test_it_lists_every_paper() -> None:
    assert [paper["name"] for paper in PAPERS] == list(NAMES)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper["name"])
def test_a_paper_is_the_one_that_was_typeset(paper: dict[str, Any]) -> None:
    data = (CORPUS / paper["name"] / "paper.pdf").read_bytes()
    gold, audit = gold_of(paper["name"]), corpus_audit(paper["name"])
    assert hashlib.sha256(data).hexdigest() == paper["sha256"] == audit.paper.document.id
    assert len(audit.paper.document.pages) == paper["pages"] == gold["pages"]
    assert sorted({fault["check"] for fault in gold["findings"]}) == paper["faults"]
    assert straight(audit.paper.document.title or "") == straight(paper["title"])
    assert paper["title"] == gold["title"]
    assert audit.paper.document.year == gold["year"]
    assert audit.paper.citation_style == paper["style"] == gold["style"]
