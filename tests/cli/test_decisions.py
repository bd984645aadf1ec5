"""``claimtrace dismiss`` and ``claimtrace accept``, and what the next audit makes of them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from paper_files import put
from program import complaint, run_here

DRAFT = (
    b"# Harbours\n\n## Introduction\n\nThe archive was closed (Holm, 1915). Lamps were dear (Quill, 2012).\n\n"
    b"Many scholars have argued that the outer mole was never finished.\n\n"
    b"## References\n\nQuill, B. (2012). Tides and tallies. Port Selwyn Press.\n"
)
CALLOUT = "(Holm, 1915)"


@pytest.fixture(autouse=True)
def _in_a_folder_with_a_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "draft.md", DRAFT)
    monkeypatch.chdir(tmp_path)


def audited() -> dict[str, Any]:
    run_here("audit", "draft.md")
    data: dict[str, Any] = json.loads(Path("audits/draft/audit.json").read_text("utf-8"))
    return data


def lost(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = next(row for row in data["findings"] if row["quote"] == CALLOUT)
    return found


def test_a_dismissed_finding_is_shown_with_its_reason_and_fails_no_more() -> None:
    assert run_here("audit", "draft.md", "--fail-on", "error").status == 1
    name = lost(audited())["id"]
    result = run_here("dismiss", name, "--reason", "A letter, not listed on purpose.")
    assert (result.status, result.err) == (0, "")
    assert (
        result.out == "dismissed: citation-without-reference\nnoted in draft.decisions.toml; the next audit shows it\n"
    )
    again = run_here("audit", "draft.md", "--fail-on", "error")
    assert again.status == 0
    assert "1 dismissed" in again.out
    decided = {"state": "dismissed", "reason": "A letter, not listed on purpose."}
    assert lost(audited())["decision"] == decided
    folder = Path("audits/draft")
    rows = list(csv.DictReader(io.StringIO((folder / "findings.csv").read_text("utf-8-sig"))))
    assert [row["reason"] for row in rows if row["decision"] == "dismissed"] == [decided["reason"]]
    assert "## Dismissed by a person" in (folder / "report.md").read_text("utf-8")
    html = (folder / "report.html").read_text("utf-8")
    assert "Dismissed by a person: 1 finding" in html
    assert decided["reason"] in html


def test_an_accepted_finding_keeps_its_weight() -> None:
    run_here("accept", lost(audited())["id"][:13], "--note", "Asked the author.")
    assert run_here("audit", "draft.md", "--fail-on", "error").status == 1
    assert lost(audited())["decision"] == {"state": "accepted", "reason": "Asked the author."}


def test_a_second_decision_replaces_the_first_and_keeps_what_a_person_wrote() -> None:
    name = lost(audited())["id"]
    run_here("dismiss", name, "--reason", "First thought.")
    file = Path("draft.decisions.toml")
    file.write_text(file.read_text("utf-8").replace("[[decision]]", "# Ask Ada.\n[[decision]]"), "utf-8")
    run_here("accept", name, "--note", "Second thought.")
    text = file.read_text("utf-8")
    assert text.count("[[decision]]") == 1
    assert "# Ask Ada." in text
    assert "First thought." not in text
    assert lost(audited())["decision"]["reason"] == "Second thought."


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("nothing", "--reason", "x"), "no finding named nothing"),
        (("finding-", "--reason", "x"), "findings begin with finding-; write more of the name"),
        (("{name}", "--reason", "  "), "--reason is empty; say in a few words why"),
        (("{name}", "--reason", "x", "--audit", "elsewhere"), "no audit with findings in elsewhere"),
        (("{name}", "--reason", "x", "--paper", "other.pdf"), "other.pdf: no such file"),
    ],
)
def test_bad_input_is_refused_in_a_line(arguments: tuple[str, ...], says: str) -> None:
    name = lost(audited())["id"]
    result = run_here("dismiss", *(argument.format(name=name) for argument in arguments))
    assert result.status == 2
    assert says in complaint(result)
    assert not Path("draft.decisions.toml").exists()


def test_a_paper_that_changed_since_its_audit_must_be_named() -> None:
    name = lost(audited())["id"]
    Path("draft.md").write_bytes(DRAFT + b"\nOne line more.\n")
    refused = run_here("dismiss", name, "--reason", "x")
    assert (refused.status, "name it with --paper" in complaint(refused)) == (2, True)
    assert run_here("dismiss", name, "--reason", "x", "--paper", "draft.md").status == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("decision", "is no valid TOML"),
        ("paper = 1", "each begins with a line [[decision]]"),
        ('[[decision]]\nchek = "x"', "unknown key 'chek'; did you mean 'check'?"),
        ('[[decision]]\ncheck = "x"\nquote = "y"\nstate = "dismissed"', "lacks 'reason'"),
        ('[[decision]]\ncheck = "x"\nquote = "y"\nstate = "dismist"\nreason = "z"', "did you mean 'dismissed'?"),
        (
            '[[decision]]\ncheck = "x"\nquote = "y"\nstate = "accepted"\nreason = "z"\noccurrence = 0',
            "must be a whole number",
        ),
    ],
)
def test_a_file_of_decisions_that_cannot_be_read_stops_the_audit(text: str, says: str) -> None:
    Path("draft.decisions.toml").write_text(text, "utf-8")
    result = run_here("audit", "draft.md")
    assert result.status == 3
    assert says in complaint(result)
    assert not Path("audits").exists()
