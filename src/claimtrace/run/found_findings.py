"""Finds a finding by its name in the audits at hand, and the paper that it is about."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimtrace.check.decided import finding_keys
from claimtrace.model.decision import FindingKey
from claimtrace.model.errors import UnknownNameError
from claimtrace.model.finding import Finding
from claimtrace.report.audit_reading import read_findings, read_paper
from claimtrace.text.nearest import nearest

_AUDIT = "audit.json"
_PREFIX = "finding-"


@dataclass(frozen=True, slots=True)
class Found:
    """A finding of an audit, what names it in any version of its paper, and where the paper lies."""

    finding: Finding
    key: FindingKey
    paper: Path


def find_finding(name: str, audits: Path | None, paper: Path | None) -> Found:
    """A finding by its id, or by the beginning of it, from the audits in a folder.

    Args:
        name: the id, as findings.csv and the reports give it; "finding-" may be left out.
        audits: the folder of an audit, or of several; without it, the folder at hand and those in it.
        paper: the file of the paper; without it, it is looked for near the audit.

    Raises:
        UnknownNameError: there is no audit, no such finding, more than one that begins so, or no such paper.
    """
    start = Path() if audits is None else audits
    known: dict[str, tuple[Path, dict[str, Any]]] = {}
    for file in _audit_files(start):
        data = _read(file)
        known.update({row["id"]: (file, data) for row in data.get("findings", [])})
    if not known:
        raise UnknownNameError(f"no audit with findings in {start}; name its folder with --audit")
    wanted = name if name.startswith(_PREFIX) else _PREFIX + name
    fitting = [identity for identity in known if identity == wanted] or [i for i in known if i.startswith(wanted)]
    if not fitting:
        raise UnknownNameError(f"no finding named {name}{nearest(wanted, known, 'findings.csv names them all')}")
    if len(fitting) > 1:
        raise UnknownNameError(f"{len(fitting)} findings begin with {name}; write more of the name")
    file, data = known[fitting[0]]
    findings = read_findings(data)
    at = next(at for at, finding in enumerate(findings) if finding.id == fitting[0])
    return Found(findings[at], finding_keys(read_paper(data), findings)[at], paper or _paper(file, data["paper"]))


def _audit_files(start: Path) -> Iterator[Path]:
    for pattern in (_AUDIT, f"*/{_AUDIT}", f"*/*/{_AUDIT}"):
        yield from sorted(start.glob(pattern))


def _read(file: Path) -> dict[str, Any]:
    """What an audit holds; nothing where the file is none, as other programs name files so too."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) and isinstance(data.get("paper"), dict) else {}


def _paper(audit: Path, named: dict[str, Any]) -> Path:
    """The paper of an audit: the file of its name and bytes, at hand or near the audit."""
    here = Path()
    folders = [here, *audit.absolute().parents[:4]]
    name = str(named["file"])
    candidates = [folder / name for folder in folders] + [folder / name for folder in sorted(here.glob("*/"))]
    for candidate in candidates:
        if candidate.is_file() and hashlib.sha256(candidate.read_bytes()).hexdigest() == named["id"]:
            return candidate
    raise UnknownNameError(f"{name}: not found near its audit as it was when read; name it with --paper")
