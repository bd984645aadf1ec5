"""The papers of the corpus, each audited once in this process, with its gold."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from claimtrace.pipeline.audit import Audit
from claimtrace.pipeline.running import audit_document
from claimtrace.pipeline.table import find_pipeline
from claimtrace.read.document import read_document

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
NAMES = tuple(sorted(path.parent.name for path in CORPUS.glob("*/gold.toml")))


@cache
def corpus_audit(name: str) -> Audit:
    """The audit of a paper of the corpus by the default pipeline."""
    return fresh_audit(name)


def fresh_audit(name: str) -> Audit:
    """The same, made anew."""
    path = CORPUS / name / "paper.pdf"
    return audit_document(read_document(path), path.read_bytes(), find_pipeline("default"))


@cache
def gold_of(name: str) -> dict[str, Any]:
    """The truth about a paper of the corpus."""
    return tomllib.loads((CORPUS / name / "gold.toml").read_text(encoding="utf-8"))
