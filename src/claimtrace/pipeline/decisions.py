"""The file beside a paper that keeps what persons decided about its findings.

``paper.decisions.toml`` lies beside ``paper.pdf``. It is written by ``claimtrace dismiss`` and ``claimtrace accept``,
and may as well be edited, shared and kept under version control::

    [[decision]]
    check = "citation-without-reference"
    quote = "(Holm, 1915)"
    passage = "The archive was closed to outside readers (Holm, 1915)."
    state = "dismissed"
    reason = "The author's own letter, not listed on purpose."

``passage`` may be left out where it is no more than the quote. Where a passage stands more than once,
``occurrence = 2`` names the second.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomlkit

from claimtrace.model.decision import Decision, DecisionState, FindingKey
from claimtrace.model.errors import DecisionError
from claimtrace.text.nearest import nearest

_HEAD = (
    "What was decided about findings in {paper}. `claimtrace audit` reads this file; edit it as you like.",
    "A decision holds until the passage that it quotes is changed in the paper.",
)
_NEEDED = ("check", "quote", "state", "reason")
_KEYS = (*_NEEDED, "passage", "occurrence")


def decisions_file(paper: Path) -> Path:
    """Where the decisions on a paper are kept."""
    return paper.with_name(f"{paper.stem}.decisions.toml")


def read_decisions(paper: Path) -> dict[FindingKey, Decision]:
    """The decisions on a paper, in the order of the file; none where there is no file.

    Raises:
        DecisionError: the file cannot be read, is no TOML, or says something that is no decision.
    """
    file = decisions_file(paper)
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise DecisionError(f"{file}: cannot be read ({error.strerror}); mend its rights or move it away") from error
    except UnicodeDecodeError as error:
        raise DecisionError(f"{file}: is no text in UTF-8; save it as such") from error
    except tomllib.TOMLDecodeError as error:
        raise DecisionError(f"{file}: is no valid TOML; mend this: {error}") from error
    rows = data.pop("decision", [])
    if data or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise DecisionError(f"{file}: holds something else than decisions; each begins with a line [[decision]]")
    try:
        return dict(_read(row) for row in rows)
    except DecisionError as error:
        raise DecisionError(f"{file}: {error}") from None


def _read(row: Mapping[str, Any]) -> tuple[FindingKey, Decision]:
    for key in row:
        if key not in _KEYS:
            raise DecisionError(f"a decision has an unknown key {key!r}{nearest(key, _KEYS)}")
    texts = {key: row.get(key, row.get("quote") if key == "passage" else None) for key in (*_NEEDED, "passage")}
    for key, text in texts.items():
        if not isinstance(text, str) or not (text.strip() or key in ("quote", "passage")):
            raise DecisionError(f"a decision lacks {key!r}; write it as text between quotation marks")
    states = [str(state) for state in DecisionState]
    if texts["state"] not in states:
        raise DecisionError(f"a decision has an unknown state {texts['state']!r}{nearest(texts['state'], states)}")
    occurrence = row.get("occurrence", 1)
    if isinstance(occurrence, bool) or not isinstance(occurrence, int) or occurrence < 1:
        raise DecisionError("'occurrence' of a decision must be a whole number of 1 or more")
    words = {key: " ".join(text.split()) for key, text in texts.items()}
    on = FindingKey(words["check"], words["quote"], words["passage"], occurrence)
    return on, Decision(DecisionState(words["state"]), words["reason"])


def keep_decision(paper: Path, on: FindingKey, decision: Decision) -> Path:
    """Write a decision into the file beside a paper, in the place of an earlier one on the same finding.

    What a person wrote into the file, comments too, stays as it is.

    Returns:
        The file.

    Raises:
        DecisionError: the file cannot be read or written, or holds something that is no decision.
    """
    file = decisions_file(paper)
    known = list(read_decisions(paper))
    told = {"state": str(decision.state), "reason": decision.reason}
    try:
        document = tomlkit.parse(file.read_text(encoding="utf-8-sig")) if file.exists() else _empty(paper)
        rows = document.setdefault("decision", tomlkit.aot())
        if on in known:
            rows[known.index(on)].update(told)
        else:
            rows.append(_named(on))
            rows[-1].update(told)
        file.write_text(tomlkit.dumps(document), encoding="utf-8")
    except OSError as error:
        raise DecisionError(f"{file}: cannot be written ({error.strerror}); see to its rights") from error
    return file


def _empty(paper: Path) -> tomlkit.TOMLDocument:
    document = tomlkit.document()
    for line in _HEAD:
        document.add(tomlkit.comment(line.format(paper=paper.name)))
    return document


def _named(on: FindingKey) -> tomlkit.items.Table:
    """The row of a decision, as far as it names its finding, with an empty line above."""
    row = tomlkit.table()
    row.trivia.indent = "\n"
    row.update({"check": on.check, "quote": on.quote})
    if on.passage != on.quote:
        row["passage"] = on.passage
    if on.occurrence > 1:
        row["occurrence"] = on.occurrence
    return row
