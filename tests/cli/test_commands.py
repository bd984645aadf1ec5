"""The commands that tell what the program does: help, version, checks, explain, pipelines."""

from __future__ import annotations

import pytest
from program import complaint, run_here, run_program

import claimtrace
from claimtrace.check import CHECKS
from claimtrace.check.not_built import NOT_BUILT
from claimtrace.pipeline.table import pipelines

BUILT = [check.name for check in CHECKS]
MISSING = [name for name, _, _ in NOT_BUILT]


def test_version() -> None:
    result = run_program("--version")
    assert (result.status, result.out) == (0, f"claimtrace {claimtrace.__version__}\n")


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ()])
def test_help_names_the_commands_and_shows_examples(arguments: tuple[str, ...]) -> None:
    result = run_here(*arguments)
    assert result.status == (0 if arguments else 2)
    shown = result.out + result.err
    for command in ("audit", "checks", "explain", "pipelines"):
        assert f"│ {command} " in shown
    assert "claimtrace audit paper.pdf -o audit" in shown


def test_help_of_audit_tells_options_exit_status_and_examples() -> None:
    shown = run_here("audit", "--help").out
    for words in (
        "--output", "-o", "--pipeline", "--fail-on", "error|warning|never", "claimtrace audit paper.pdf -o audit",
        "0 done", "1 findings", "2 wrong usage", "3 some paper could not be read",
    ):  # fmt: skip
        assert words in shown


def test_checks_lists_each_check_once() -> None:
    result = run_here("checks", columns=120)
    first_words = [line.split()[0] for line in result.out.splitlines() if line.split()]
    assert result.status == 0
    for name in BUILT + MISSING:
        assert first_words.count(name) == 1, name


@pytest.mark.parametrize("name", BUILT)
def test_explain_tells_what_when_not_why_and_shows_examples(name: str) -> None:
    result = run_here("explain", name)
    check = next(check for check in CHECKS if check.name == name)
    assert result.status == 0
    assert result.out.startswith(name)
    for words in (
        "\nFinds ",
        "\nSilent ",
        "\nWhy: ",
        f"severity: {check.severity}",
        "It is set off by",
        "It is silent on",
    ):
        assert words in result.out
    for bound in check.bounds:
        assert f"bound: {bound} = " in result.out


@pytest.mark.parametrize("name", MISSING)
def test_explain_says_that_a_check_is_not_there_yet(name: str) -> None:
    result = run_here("explain", name)
    assert result.status == 0
    assert "not in this version" in result.out


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("page-reusd", "did you mean 'page-reused'?"),
        ("citation_near_miss", "did you mean 'citation-near-miss'?"),
        ("doi-malformd", "did you mean 'doi-malformed'?"),
        ("zzz", "`claimtrace checks` shows them all"),
        ("[bold]x[/bold]", "no check named [bold]x[/bold]"),
    ],
)
def test_explain_of_an_unknown_check_names_the_nearest(name: str, words: str) -> None:
    result = run_here("explain", name)
    assert (result.status, result.out) == (2, "")
    assert words in complaint(result)


def test_pipelines_shows_each_with_whom_it_serves_and_where_to_copy_it() -> None:
    result = run_here("pipelines", columns=200)
    assert result.status == 0
    for pipeline in pipelines():
        assert any(
            line.split()[:2] == [pipeline.name, str(len(pipeline.checks))] and pipeline.description in line
            for line in result.out.splitlines()
        )
    assert "The files: " in result.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("audit",),
        ("audit", "a.pdf", "--fail-on", "info"),
        ("audit", "a.pdf", "--nosuch"),
        ("audit", "a.pdf", "-o"),
        ("explain",),
        ("nosuch",),
    ],
)
def test_wrong_usage_has_status_2(arguments: tuple[str, ...]) -> None:
    result = run_here(*arguments)
    assert (result.status, result.out) == (2, "")
    assert "Error" in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize(
    "arguments", [("--help",), ("audit", "--help"), ("checks",), ("explain", "source-predates-event"), ("pipelines",)]
)
def test_nothing_is_wider_than_the_terminal(arguments: tuple[str, ...], columns: int) -> None:
    result = run_here(*arguments, columns=columns)
    lines = [line.rstrip() for line in result.out.splitlines() if not line.startswith("The files: ")]
    assert max(map(len, lines)) <= columns
    assert all("…" not in line for line in lines), "a cell was cut"


def test_output_that_lacks_a_sign_is_printed_without_it() -> None:
    result = run_program("checks", environment={"PYTHONIOENCODING": "ascii"})
    assert (result.status, result.err) == (0, "")
    assert "?many scholars argue?" in result.out
