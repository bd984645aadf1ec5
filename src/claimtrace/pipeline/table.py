"""Pipelines as tables of contents: which stages and checks run, with which bounds and severities.

A pipeline is a TOML file without logic::

    description = "whom it serves"
    stages = ["read", "structure", ...]
    checks = ["page-outside-source", ...]
    outputs = ["audit.json", "report.html", ...]

    [bounds.passage-duplicated]
    words = 20

    [severity]
    page-reused = "info"

    [limits]
    pages = 500

``packs = ["NAME or folder"]`` says which packs of knowledge are in use (left out: all that the user has added), and
``language_model = "NAME"`` which spaCy model adds persons and organisations (left out: none).
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from claimtrace.check import CHECKS
from claimtrace.knowledge.packs import Pack, added_packs, find_pack
from claimtrace.model.errors import KnowledgeError, PipelineError
from claimtrace.model.finding import Severity
from claimtrace.model.limits import USUAL, Limits
from claimtrace.pipeline.outputs import OUTPUT_NAMES
from claimtrace.pipeline.stages import STAGES
from claimtrace.text.nearest import nearest

_KEYS = ("description", "stages", "checks", "outputs", "bounds", "severity", "limits", "packs", "language_model")
_STAGES = {stage.name: stage for stage in STAGES}
_CHECKS = {check.name: check for check in CHECKS}


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What runs, in which order, and by which measure; made by :func:`find_pipeline`, which checks it."""

    name: str
    description: str
    stages: tuple[str, ...]
    checks: tuple[str, ...]
    bounds: Mapping[str, Mapping[str, int | float]]
    severities: Mapping[str, Severity]
    limits: Limits = USUAL
    outputs: tuple[str, ...] = ()  # names of files; none for the usual ones
    packs: tuple[Pack, ...] = ()
    language_model: str | None = None

    @property
    def settings(self) -> dict[str, Any]:
        """The settings that the audit records: equal settings and equal input give an equal audit."""
        chosen: dict[str, Any] = {}
        if self.packs:
            chosen["packs"] = {pack.name: pack.digest for pack in self.packs}
        if self.language_model:
            chosen["language_model"] = self.language_model
        return {
            **chosen,
            "stages": list(self.stages),
            "checks": list(self.checks),
            "bounds": {name: dict(bounds) for name, bounds in sorted(self.bounds.items())},
            "severity": {name: str(severity) for name, severity in sorted(self.severities.items())},
        }


def find_pipeline(name: str | Path) -> Pipeline:
    """A pipeline by its name, or from a TOML file of one's own.

    Raises:
        PipelineError: there is none of that name; the file cannot be read or does not parse; it names a key, a stage,
            a check, a bound or a severity that does not exist; its stages stand in an order that cannot work.
    """
    path = Path(name)
    if path.suffix.lower() == ".toml":
        return _read(path)
    known = {found.stem: found for found in _files()}
    if str(name) not in known:
        raise PipelineError(f"no pipeline named {name} (a file of your own ends in .toml){nearest(str(name), known)}")
    return _read(known[str(name)])


def pipelines() -> list[Pipeline]:
    """The pipelines that come with the program, by name."""
    return [_read(path) for path in _files()]


def pipeline_folder() -> Path:
    """Where the pipeline files lie: in an installed package beside the code, in a checkout at its top."""
    here = Path(__file__).resolve()
    installed, checkout = here.parents[1] / "pipelines", here.parents[3] / "pipelines"
    return installed if installed.is_dir() else checkout


def _files() -> list[Path]:
    return sorted(pipeline_folder().glob("*.toml"))


def _read(path: Path) -> Pipeline:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise PipelineError(
            f"{path}: no such pipeline file; `claimtrace pipelines` shows those that come along"
        ) from None
    except OSError as error:
        raise PipelineError(f"{path}: cannot be read ({error.strerror}); name a TOML file") from error
    except UnicodeDecodeError as error:
        raise PipelineError(f"{path}: is no text in UTF-8; save it as such") from error
    except tomllib.TOMLDecodeError as error:
        raise PipelineError(f"{path}: is no valid TOML; mend this: {error}") from error
    try:
        return _pipeline(path.stem, data, path.parent)
    except (PipelineError, KnowledgeError) as error:
        raise PipelineError(f"{path}: {error}") from None


def _pipeline(name: str, data: Mapping[str, Any], folder: Path) -> Pipeline:
    _refuse_unknown("key", data, _KEYS)
    stages, checks = _names(data, "stages"), _names(data, "checks")
    _refuse_unknown("stage", stages, _STAGES)
    _refuse_unknown("check", checks, _CHECKS)
    outputs = _names(data, "outputs")
    _refuse_unknown("output", outputs, OUTPUT_NAMES)
    bounds, severities = _table(data, "bounds"), _table(data, "severity")
    _refuse_unknown("check", [*bounds, *severities], _CHECKS)
    _refuse_wrong_order(stages, checks)
    return Pipeline(
        name=name,
        description=_text(data, "description", "say in a line whom the pipeline serves"),
        stages=tuple(stages),
        checks=tuple(checks),
        bounds={check: _bounds(check, wanted) for check, wanted in bounds.items()},
        severities={check: _severity(check, wanted) for check, wanted in severities.items()},
        limits=_limits(_table(data, "limits")),
        outputs=tuple(outputs),
        packs=_packs(data, folder),
        language_model=_text(data, "language_model", "name a spaCy model") if "language_model" in data else None,
    )


def _refuse_unknown(what: str, names: Iterable[str], known: Collection[str]) -> None:
    for name in names:
        if name not in known:
            raise PipelineError(f"unknown {what} {name!r}{nearest(name, known)}")


def _refuse_wrong_order(stages: list[str], checks: list[str]) -> None:
    """Whether each stage and check finds what it needs already made."""
    made: set[str] = set()
    for name in stages:
        if "graph" in made and _STAGES[name].lay:
            raise PipelineError(f"stage {name!r} lays what the graph is built of; set it before 'graph'")
        for layer in _STAGES[name].needs:
            if layer not in made:
                raise PipelineError(f"stage {name!r} needs {layer}, which {_maker(layer)!r} makes; set that before it")
        made.update(_STAGES[name].makes)
    if "graph" not in made:
        raise PipelineError("the stages lack 'graph', which every audit has")
    if checks and "checks" not in stages:
        raise PipelineError("checks are named, but the stages lack 'checks'")
    for check in checks:
        for layer in _CHECKS[check].layers:
            if layer not in made:
                raise PipelineError(
                    f"check {check!r} needs {layer}; add the stage {_maker(layer)!r} or leave the check out"
                )


def _maker(layer: str) -> str:
    return next(stage.name for stage in STAGES if layer in stage.makes)


def _names(data: Mapping[str, Any], key: str) -> list[str]:
    names = data.get(key, [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise PipelineError(f"{key!r} must be a list of names")
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise PipelineError(f"{key!r} names {twice!r} twice")
    return names


def _table(data: Mapping[str, Any], key: str) -> dict[str, Any]:
    found = data.get(key, {})
    if not isinstance(found, dict):
        raise PipelineError(f"{key!r} must be a table")
    return found


def _text(data: Mapping[str, Any], key: str, advice: str) -> str:
    text = data.get(key)
    if not isinstance(text, str) or not text.strip():
        raise PipelineError(f"{key!r} is missing: {advice}")
    return text


def _packs(data: Mapping[str, Any], folder: Path) -> tuple[Pack, ...]:
    """The packs that a pipeline names, a folder as seen from its file; else all that the user has added."""
    if "packs" not in data:
        return added_packs()
    names = _names(data, "packs")
    return tuple(find_pack(str(folder / name) if (folder / name).is_dir() else name) for name in names)


def _bounds(check: str, wanted: Any) -> dict[str, int | float]:
    own = _CHECKS[check].bounds
    if not isinstance(wanted, dict):
        raise PipelineError(f"'bounds.{check}' must be a table")
    _refuse_unknown(f"bound of {check}", wanted, own)
    for name, value in wanted.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
            raise PipelineError(f"bound {name!r} of {check} must be a number of 0 or more")
    return dict(wanted)


def _limits(wanted: Mapping[str, Any]) -> Limits:
    _refuse_unknown("limit", wanted, [field.name for field in fields(Limits)])
    for name, value in wanted.items():
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise PipelineError(f"limit {name!r} must be a whole number of 1 or more")
    return Limits(**wanted)


def _severity(check: str, wanted: Any) -> Severity:
    _refuse_unknown(f"severity of {check}", [str(wanted)], [str(severity) for severity in Severity])
    return Severity(wanted)
