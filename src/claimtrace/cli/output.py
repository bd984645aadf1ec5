"""One file of the command line's making: written whole or not at all, or printed."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from claimtrace.model.errors import OutputError


def refuse(output: Path, inputs: Iterable[Path]) -> None:
    """See before the work begins what speaks against writing this file.

    Raises:
        OutputError: it is a folder or one of the files to be read, or its folder does not exist.
    """
    if output.is_dir():
        raise OutputError(f"{output}: is a folder; name a file with -o")
    if os.path.realpath(output) in map(os.path.realpath, inputs):
        raise OutputError(f"{output}: is to be read; name another file with -o")
    if not output.absolute().parent.is_dir():
        raise OutputError(f"{output}: its folder does not exist; make it, or name another file with -o")


def write(data: bytes, output: Path | None) -> None:
    """Write the file whole or not at all, or print it: the same bytes, whatever the terminal's encoding.

    Raises:
        OutputError: it cannot be written; what stood there is as it was.
    """
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        if output.exists() and not output.is_file():  # a pipe or a device
            output.write_bytes(data)
            return
        target = Path(os.path.realpath(output))
        with tempfile.TemporaryDirectory(prefix=".claimtrace-", dir=target.parent) as beside:
            new = Path(beside, "new")
            new.write_bytes(data)
            new.replace(target)
    except OSError as error:
        raise OutputError(f"{output}: cannot be written ({error.strerror}); choose another file with -o") from error
