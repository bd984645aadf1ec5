"""``claimtrace read``: the text as the program reads it, and pictures of what was made of each page."""

from __future__ import annotations

from pathlib import Path

from program import run_here

_PAPER = Path(__file__).parents[2] / "corpus" / "quiet-channels" / "paper.pdf"
_DRAFT = "# Ports of the North\n\nThe harbour was closed in winter, and nobody on the island wrote it down.\n"


def test_the_text_is_printed_and_each_page_drawn(tmp_path: Path) -> None:
    result = run_here("read", _PAPER, "--draw", tmp_path / "pages")
    assert (result.status, result.err) == (0, "")
    assert "\n\n" in result.out
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == [f"page-00{n}.png" for n in range(1, 8)]


def test_a_draft_has_no_pages_to_draw(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(_DRAFT, encoding="utf-8")
    result = run_here("read", draft, "--draw", tmp_path / "pages")
    assert result.status == 0
    assert "nobody on the island" in result.out
    assert "has no pages to draw" in result.err
    assert not (tmp_path / "pages").exists()
