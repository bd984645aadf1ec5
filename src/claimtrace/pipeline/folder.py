"""Writes the files of an audit into a folder: whole, or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path

from claimtrace.model.errors import OutputError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def refuse_unwritable(folder: Path, names: Collection[str]) -> None:
    """See before the work begins whether files of these names can be written into a folder; nothing is made.

    Raises:
        OutputError: it is a file, lies where nothing may be written, or holds a folder of such a name.
    """
    try:
        nearest = next(place for place in (folder, *folder.absolute().parents) if place.exists() or place.is_symlink())
    except OSError as error:
        raise _unwritable(folder, error) from error
    if not nearest.is_dir():
        what = "a file" if nearest.exists() else "a link to nothing"
        if nearest == folder:
            raise OutputError(f"{folder}: is {what}; name a folder with -o")
        raise OutputError(f"{folder}: {nearest} is {what}, so no folder can be made in it; name another with -o")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise OutputError(f"{folder}: {nearest} may not be written; choose another folder with -o")
    for name in names:
        if (folder / name).is_dir():
            raise OutputError(f"{folder / name}: is a folder where a file of the audit belongs; choose another with -o")


def write_whole(folder: Path, files: Mapping[str, bytes], names: Collection[str]) -> Path:
    """Write files into a folder, which is made if need be.

    All is written beside its final place first; only when every byte is on the disk, the files take their names. Those
    of ``names`` that are not written this time come from an earlier audit and go; all other files stay.

    Raises:
        OutputError: the folder cannot be written, or the disk is full; nothing is left behind, and an earlier audit
            is as it was.
    """
    refuse_unwritable(folder, {*names, *files})
    made = _made_parents(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".claimtrace-", dir=folder, ignore_cleanup_errors=True) as beside:
            new, old = Path(beside, "new"), Path(beside, "old")
            new.mkdir()
            old.mkdir()
            for name, data in files.items():
                (new / name).write_bytes(data)
            _exchange(folder, new, old, {*names, *files})
    except BaseException as error:
        for place in made:
            if place.is_dir() and not any(place.iterdir()):
                place.rmdir()
        if isinstance(error, OSError):
            raise _unwritable(folder, error) from error
        raise
    return folder


def _exchange(folder: Path, new: Path, old: Path, names: Collection[str]) -> None:
    """Set the new files in the places of the old ones; where that fails on one, all is put back."""
    placed: list[str] = []
    try:
        for name in names:
            if (folder / name).is_symlink() or (folder / name).exists():
                (folder / name).replace(old / name)
        for file in list(new.iterdir()):
            file.replace(folder / file.name)
            placed.append(file.name)
    except BaseException:
        for name in placed:
            (folder / name).unlink()
        for file in list(old.iterdir()):
            file.replace(folder / file.name)
        raise


def _unwritable(folder: Path, error: OSError) -> OutputError:
    mend = "free space there, or choose another folder with -o" if error.errno in _FULL else "choose another with -o"
    return OutputError(f"{folder}: cannot be written ({error.strerror}); {mend}")


def _made_parents(folder: Path) -> list[Path]:
    """The folders that will have to be made, the innermost first."""
    return [place for place in (folder, *folder.parents) if not place.exists()]
