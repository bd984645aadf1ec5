"""Writes the files of an audit into a folder: whole, or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path

from claimtrace.model.errors import OutputError


def refuse_unwritable(folder: Path) -> None:
    """See before the work begins whether a folder can be written; nothing is made.

    Raises:
        OutputError: it is a file, or lies where nothing may be written.
    """
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder}: is a file; name a folder with -o")
    nearest = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    if not nearest.is_dir():
        raise OutputError(f"{folder}: {nearest} is a file, so no folder can be made in it; name another with -o")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise OutputError(f"{folder}: {nearest} may not be written; choose another folder with -o")


def write_whole(folder: Path, files: Mapping[str, bytes], names: Collection[str]) -> Path:
    """Write files into a folder, which is made if need be.

    All is written beside its final place first; only when every byte is on the disk, the files take their names. Those
    of ``names`` that are not written this time come from an earlier audit and go; all other files stay.

    Raises:
        OutputError: the folder cannot be written, or the disk is full; nothing is left behind.
    """
    refuse_unwritable(folder)
    for name in names:
        if (folder / name).is_dir():
            raise OutputError(f"{folder / name}: is a folder where a file of the audit belongs; choose another with -o")
    made = _made_parents(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".claimtrace-", dir=folder))
        try:
            for name, data in files.items():
                (beside / name).write_bytes(data)
            for name in files:
                (beside / name).replace(folder / name)
            for name in names:
                if name not in files:
                    (folder / name).unlink(missing_ok=True)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        for place in made:
            if place.is_dir() and not any(place.iterdir()):
                place.rmdir()
        raise OutputError(
            f"{folder}: cannot be written ({error.strerror}); free space or choose another with -o"
        ) from error
    return folder


def _made_parents(folder: Path) -> list[Path]:
    """The folders that will have to be made, the innermost first."""
    return [place for place in (folder, *folder.parents) if not place.exists()]
