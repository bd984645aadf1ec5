"""Writing a folder: whole or not at all, whatever was there before and wherever it fails."""

from __future__ import annotations

import contextlib
import errno
import resource
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrace.model.errors import OutputError
from claimtrace.pipeline.folder import refuse_unwritable, write_whole

OWN = ("audit.json", "graph.json", "report.html")
OTHERS = ("mine.txt", "notes.md", ".hidden")

states = st.dictionaries(st.sampled_from(OWN + OTHERS), st.binary(max_size=20))
audits = st.dictionaries(st.sampled_from(OWN), st.binary(min_size=1, max_size=40), min_size=1)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@contextlib.contextmanager
def folder_with(files: Mapping[str, bytes]) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as place:
        for name, data in files.items():
            Path(place, name).write_bytes(data)
        yield Path(place)


@contextlib.contextmanager
def full_disk(size: int) -> Iterator[None]:
    """No file may grow beyond this size; to write more fails as it does on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@settings(max_examples=50)
@given(before=states, files=audits)
def test_the_new_files_stand_and_old_ones_go_and_those_of_others_stay(
    before: dict[str, bytes], files: dict[str, bytes]
) -> None:
    with folder_with(before) as folder:
        write_whole(folder, files, OWN)
        kept = {name: data for name, data in before.items() if name in OTHERS}
        assert contents(folder) == kept | files


@settings(max_examples=50)
@given(before=states, files=audits, size=st.integers(0, 30))
def test_on_a_full_disk_all_or_nothing(before: dict[str, bytes], files: dict[str, bytes], size: int) -> None:
    with folder_with(before) as folder:
        if max(map(len, files.values())) <= size:
            with full_disk(size):
                write_whole(folder, files, OWN)
        else:
            with full_disk(size), pytest.raises(OutputError, match="free space"):
                write_whole(folder, files, OWN)
            assert contents(folder) == before


@pytest.mark.parametrize("failing", range(6))
def test_where_a_file_cannot_take_its_place_all_is_put_back(
    failing: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else's file in a folder with the sticky bit is one that cannot be replaced; to root it can."""
    before = {name: f"old {name}".encode() for name in (*OWN, *OTHERS)}
    for name, data in before.items():
        (tmp_path / name).write_bytes(data)
    calls = iter(range(100))
    replace = Path.replace

    def refuse_once(path: Path, target: Path) -> Path:
        if next(calls) == failing:
            raise PermissionError(errno.EPERM, "Operation not permitted")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse_once)
    with pytest.raises(OutputError, match="Operation not permitted"):
        write_whole(tmp_path, dict.fromkeys(OWN, b"new"), OWN)
    assert contents(tmp_path) == before


class Stopped(Mapping[str, bytes]):
    """Files of which only the first can be had before the user stops the program."""

    def __getitem__(self, name: str) -> bytes:
        if name == OWN[0]:
            return b"new"
        raise KeyboardInterrupt

    def __iter__(self) -> Iterator[str]:
        return iter(OWN)

    def __len__(self) -> int:
        return len(OWN)


def test_when_the_user_stops_it_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "deep" / "out", Stopped(), OWN)
    assert list(tmp_path.iterdir()) == []


def test_folders_are_made_as_deep_as_need_be(tmp_path: Path) -> None:
    out = tmp_path / "a" / "b ü" / "c"
    assert write_whole(out, {"audit.json": b"{}"}, OWN) == out
    assert contents(out) == {"audit.json": b"{}"}


def test_a_link_in_the_place_of_a_file_is_replaced_and_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_bytes(b"precious")
    out = tmp_path / "out"
    out.mkdir()
    (out / "audit.json").symlink_to(precious)
    write_whole(out, {"audit.json": b"new"}, OWN)
    assert precious.read_bytes() == b"precious"
    assert contents(out) == {"audit.json": b"new"}


def test_files_have_the_rights_that_the_user_gives_new_files(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_whole(tmp_path / "out", {"audit.json": b"new"}, OWN)
    assert (tmp_path / "out" / "audit.json").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_looking_before_the_work_makes_nothing(tmp_path: Path) -> None:
    refuse_unwritable(tmp_path / "deep" / "out", OWN)
    assert list(tmp_path.iterdir()) == []
