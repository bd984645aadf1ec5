"""Runs the command line: in the running process, which is quick, or as a program of its own."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from claimtrace.cli import console, main


@dataclass(frozen=True, slots=True)
class Result:
    """What a run of the program left: its exit status and what it printed."""

    status: int
    out: str
    err: str


def run_here(*arguments: str | Path, columns: int = 80) -> Result:
    """The program with these arguments, in the running process and as if its output were piped."""
    out, err = io.StringIO(), io.StringIO()
    status = 0
    console.out.width = columns
    with contextlib.ExitStack() as stack:
        stack.enter_context(patch.object(sys, "argv", ["claimtrace", *map(str, arguments)]))
        stack.enter_context(patch.dict(os.environ, {"COLUMNS": str(columns)}))
        stack.enter_context(contextlib.redirect_stdout(out))
        stack.enter_context(contextlib.redirect_stderr(err))
        try:
            main()
        except SystemExit as stop:
            status = int(stop.code or 0)
    return Result(status, out.getvalue(), err.getvalue())


def run_program(
    *arguments: str | Path,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
    stdout: int | None = subprocess.PIPE,
    first: Callable[[], None] | None = None,
) -> Result:
    """The program started anew, with its output piped; ``first`` is done in the new process before it starts."""
    done = subprocess.run(
        [sys.executable, "-m", "claimtrace", *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "COLUMNS": "80", "PYTHONDONTWRITEBYTECODE": "1", **(environment or {})},
        stdout=stdout,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        preexec_fn=first,
        check=False,
    )
    return Result(done.returncode, done.stdout or "", done.stderr)


def complaint(result: Result) -> str:
    """The one line with which the program refuses something, without its name in front."""
    lines = result.err.splitlines()
    assert len(lines) == 1, result.err
    assert lines[0].startswith("claimtrace: ")
    return lines[0].removeprefix("claimtrace: ")


def contents(folder: Path) -> dict[str, bytes]:
    """All files below a folder with their bytes, hidden ones too; folders and links hold none."""
    paths = sorted(folder.rglob("*"))
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        for path in paths
    }
