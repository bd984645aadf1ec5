"""Audits papers one after the other; one that cannot be read does not stop the rest."""

from __future__ import annotations

import gc
import os
import traceback
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from claimtrace.model.errors import DecisionError, OutputError, UnreadablePaperError
from claimtrace.pipeline.audit import Audit
from claimtrace.pipeline.folder import refuse_unwritable, write_whole
from claimtrace.pipeline.outputs import OUTPUT_NAMES
from claimtrace.pipeline.running import run_pipeline
from claimtrace.pipeline.table import Pipeline

Watch = Callable[[Path, str], None]
_PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a paper: its audit, the folder that holds it and the names of its files, or why there is none.

    ``left_out`` says of each file that could not be made why, in one line.
    """

    paper: Path
    folder: Path
    audit: Audit | None = None
    files: tuple[str, ...] = ()
    problem: str | None = None
    left_out: tuple[str, ...] = ()


def folders(papers: Sequence[Path], out: Path | None) -> dict[Path, Path]:
    """The folder for each paper: ``out`` itself for one paper, else a folder in it named for the paper.

    Without ``out`` that is a folder in ``audits``. Papers of one name are told apart by the folders that they lie in.
    """
    papers = list(dict.fromkeys(papers))
    if out is not None and len(papers) == 1:
        return {papers[0]: out}
    stems = Counter(paper.stem for paper in papers)
    found: dict[Path, Path] = {}
    for paper in papers:
        stem = paper.stem if paper.stem.strip(".") else paper.name  # "." and ".." are other folders
        name = stem if stems[paper.stem] == 1 else f"{paper.absolute().parent.name}-{stem}"
        folder = (out or Path("audits")) / name
        number = 2
        while folder in found.values():
            folder = folder.with_name(f"{name}-{number}")
            number += 1
        found[paper] = folder
    return found


def audit_papers(
    papers: Sequence[Path],
    out: Path | None,
    pipeline: Pipeline,
    only: Collection[str] = (),
    watch: Watch = lambda paper, step: None,
) -> Iterator[Outcome]:
    """Audit each paper and write its folder.

    Args:
        papers: their files.
        out: where to write; see :func:`folders`.
        pipeline: what to run.
        only: the names of the files wanted, if not all that the pipeline asks for.
        watch: is told each step of each paper as it begins: the names of stages, then of files.

    Raises:
        OutputError: a folder cannot be written, or writing it would overwrite a paper; papers after that are not read.
    """
    places = folders(papers, out)
    for folder in places.values():
        refuse_unwritable(folder, OUTPUT_NAMES)
    _refuse_overwriting(papers, places.values())
    for paper, folder in places.items():
        yield _audited(paper, folder, pipeline, only, partial(watch, paper))
        gc.collect(0)  # what is made for a paper holds itself in circles, and would fill the memory paper by paper


def _audited(
    paper: Path, folder: Path, pipeline: Pipeline, only: Collection[str], watch: Callable[[str], None]
) -> Outcome:
    """Audit one paper and write its folder."""
    left_out: list[str] = []
    try:
        audit = run_pipeline(paper, pipeline, watch)
        files = audit.files(only=only, watch=watch, leave_out=left_out.append)
    except (UnreadablePaperError, OutputError, DecisionError) as error:
        return Outcome(paper, folder, problem=str(error))
    except Exception as error:  # whatever a library trips over in this paper, the others go on
        return Outcome(paper, folder, problem=_fault(paper, error))
    write_whole(folder, files, OUTPUT_NAMES)
    return Outcome(paper, folder, audit, tuple(files), left_out=tuple(left_out))


def _refuse_overwriting(papers: Sequence[Path], places: Iterable[Path]) -> None:
    """An annotated PDF may itself be read again, but not into its own folder."""
    written = {os.path.realpath(folder / name) for folder in places for name in OUTPUT_NAMES}
    for paper in papers:
        if os.path.realpath(paper) in written:
            raise OutputError(f"{paper}: would be overwritten by its own audit; choose another folder with -o")


def _fault(paper: Path, error: Exception) -> str:
    """A fault of our own, with its place, so that it can be reported; the other papers go on."""
    frames = traceback.extract_tb(error.__traceback__)
    frame = [frame for frame in frames if _PACKAGE in Path(frame.filename).parents][-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    return f"{paper}: the program failed on it ({type(error).__name__} in {where}); please report it with the paper"
