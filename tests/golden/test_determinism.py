"""The same paper gives the same bytes: in one process, and in another that orders its sets otherwise."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys

import pytest

from claimtrace.pipeline.outputs import OUTPUT_NAMES
from corpus_audits import CORPUS, fresh_audit

PAPER = "naming-and-shaming"
IN_ANOTHER_PROCESS = """
import hashlib, json, sys, claimtrace
from claimtrace.pipeline.outputs import OUTPUT_NAMES
files = claimtrace.audit(sys.argv[1]).files(only=OUTPUT_NAMES)
print(json.dumps({name: hashlib.sha256(data).hexdigest() for name, data in files.items()}))
"""


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return fresh_audit(PAPER).files(only=OUTPUT_NAMES)


def test_an_audit_is_all_its_files_as_bytes(files: dict[str, bytes]) -> None:
    assert sorted(files) == sorted(OUTPUT_NAMES)
    assert all(isinstance(data, bytes) and data for data in files.values())


def test_two_audits_give_the_same_bytes(files: dict[str, bytes]) -> None:
    again = fresh_audit(PAPER).files(only=OUTPUT_NAMES)
    assert [name for name in files if files[name] != again[name]] == []


def test_another_process_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    command = [sys.executable, "-c", IN_ANOTHER_PROCESS, str(CORPUS / PAPER / "paper.pdf")]
    seeded = {**os.environ, "PYTHONHASHSEED": "4711"}
    made = subprocess.run(command, env=seeded, capture_output=True, check=True).stdout
    assert json.loads(made) == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
