"""The package as others get it: quick to import, whole in its wheel, with pinned versions and a script for CI."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import claimtrace

ROOT = Path(__file__).parents[1]
HEAVY = (
    "jinja2", "networkx", "numpy", "nupunkt", "pdfplumber", "pikepdf", "PIL", "pypdfium2", "rapidfuzz", "rich",
    "spacy", "typer",
)  # fmt: skip


def python(*arguments: str, **environment: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run(
        [sys.executable, *arguments], env={**os.environ, **environment}, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_import_loads_nothing_heavy_before_it_is_used() -> None:
    code = "import sys; before = set(sys.modules); import claimtrace; print(*set(sys.modules) - before)"
    loaded = {name.partition(".")[0] for name in python("-c", code).split()}
    assert loaded & set(HEAVY) == set()
    assert "claimtrace" in loaded


def test_telling_the_version_loads_no_library_of_the_analysis() -> None:
    code = "import sys; import claimtrace.cli; print([name for name in sys.argv[1:] if name in sys.modules])"
    unneeded = [name for name in HEAVY if name not in {"rich", "typer"}]
    assert python("-c", code, *unneeded).strip() == "[]"


def test_the_public_interface() -> None:
    assert claimtrace.__all__ == ["audit"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", claimtrace.__version__)
    assert claimtrace.audit.__doc__


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (found,) = folder.iterdir()
    return found


def data_files() -> Iterator[str]:
    """What the program reads at run time, by its path in the wheel."""
    package = ROOT / "src" / "claimtrace"
    for pattern in ("knowledge/*.tsv", "report/templates/*", "report/*.json", "py.typed"):
        found = list(package.glob(pattern))
        assert found, pattern
        yield from (f"claimtrace/{path.relative_to(package)}" for path in found)
    yield from (f"claimtrace/pipelines/{path.name}" for path in (ROOT / "pipelines").glob("*.toml"))


def test_the_wheel_holds_code_and_data_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    code = {f"claimtrace/{path.relative_to(ROOT / 'src/claimtrace')}" for path in (ROOT / "src").rglob("*.py")}
    named = f"claimtrace-{claimtrace.__version__}"
    assert wheel.name == f"{named}-py3-none-any.whl"
    assert code | set(data_files()) <= names
    assert {name.partition("/")[0] for name in names} == {"claimtrace", f"{named}.dist-info"}
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pdf")]


def test_the_wheel_names_its_command_and_its_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as files:
        told = f"claimtrace-{claimtrace.__version__}.dist-info"
        assert "claimtrace = claimtrace.cli:main" in files.read(f"{told}/entry_points.txt").decode()
        assert f"{told}/licenses/LICENSE" in files.namelist()
        metadata = files.read(f"{told}/METADATA").decode()
    assert "Requires-Python: >=3.11" in metadata
    assert "License-Expression: Apache-2.0" in metadata


def test_the_program_runs_from_the_wheel_with_its_own_pipelines(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    shown = python("-P", "-m", "claimtrace", "pipelines", PYTHONPATH=str(tmp_path), COLUMNS="200")
    assert f"The files: {tmp_path / 'claimtrace' / 'pipelines'}" in shown
    assert "cyber-diplomacy" in shown


def test_versions_are_pinned_with_hashes_and_without_addresses() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert not re.search(r"^--?(i|index-url|extra-index-url|find-links|trusted-host)\b", lock, re.MULTILINE)
    pinned = dict(re.findall(r"^([\w.-]+)==(\S+)", lock, re.MULTILINE))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    assert {re.split(r"[^\w.-]", requirement)[0].lower() for requirement in wanted} <= set(pinned)
    entries = re.split(r"^(?=[\w.-]+==)", lock, flags=re.MULTILINE)
    assert all("--hash=sha256:" in entry for entry in entries if "==" in entry)


def test_the_ci_script_checks_and_tests_from_any_directory(tmp_path: Path) -> None:
    script = ROOT / ".ci" / "run"
    log, fake = tmp_path / "log", tmp_path / "make"
    fake.write_text(f'#!/bin/sh\necho "$PWD" "$@" "$PYTHON" >> {log}\n')
    fake.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHON": "python-of-mine"}
    subprocess.run([script], cwd=tmp_path, env=environment, check=True)
    assert log.read_text() == f"{ROOT} check python-of-mine\n{ROOT} test python-of-mine\n"
    fake.write_text(f'#!/bin/sh\necho "$@" >> {log}\nexit 1\n')
    log.unlink()
    assert subprocess.run([script], cwd=tmp_path, env=environment, check=False).returncode != 0
    assert log.read_text() == "check\n", "what comes after a failure is not run"
