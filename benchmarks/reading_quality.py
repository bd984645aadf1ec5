"""How well papers are read: are the words there, in order, and is every printed citation and entry whole?

    python benchmarks/reading_quality.py [GOLD_DIR ...] [--misses]

The papers of our own corpus are compared with the words of their Typst sources. Of each GOLD_DIR (``NAME.json`` with
references and citations as printed; ``NAME.pdf`` beside it or in ``../pdf``) every printed string is looked for: found
whole, found but for marks that the gold drops, or missed.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rapidfuzz.distance import LCSseq
from typeset_words import Streams, true_words, words_in

from claimtrace.model.document import BlockKind, Document
from claimtrace.read.document import read_document

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
TARGET = 0.995
_STREAM = dict.fromkeys((BlockKind.CAPTION, BlockKind.TABLE, BlockKind.SOURCE_LINE), "tables") | {
    BlockKind.NOTE: "notes"
}
_LEFT_OUT = (BlockKind.EQUATION, BlockKind.FIGURE)
_UNSURE = str.maketrans("‐‑‒–—−ʼ’‘“”„˚", "------'''\"\"\"°")  # signs that gold and print set differently
_PLACEHOLDER = "(range)"  # of a callout that a range such as "3–6" implies


def main() -> None:
    """Print a table for the corpus and one for each folder of gold."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", nargs="*", type=Path, metavar="GOLD_DIR")
    parser.add_argument("--misses", action="store_true", help="list words and strings that are missed")
    wanted = parser.parse_args()
    print(f"{'words in order':<24} {'words':>6} {'missed':>6} {'added':>6}  share   text  notes tables")
    for source in sorted(CORPUS.glob("*/paper.typ")):
        in_order(source, wanted.misses)
    for folder in wanted.gold:
        whole_strings(folder, wanted.misses)


def in_order(source: Path, with_misses: bool) -> None:
    """One row: how many of a paper's true words stand in our reading in their order."""
    true, read = true_words(source), read_words(read_document(source.with_suffix(".pdf")))
    found = {name: LCSseq.similarity(true[name], read[name]) for name in true}
    words, right = sum(map(len, true.values())), sum(found.values())
    added = sum(map(len, read.values())) - right
    shares = "  ".join(f"{found[name] / len(true[name]):.3f}" if true[name] else "    –" for name in true)
    mark = "" if right >= TARGET * words else "  below target"
    print(f"{source.parent.name:<24} {words:>6} {words - right:>6} {added:>6}  {right / words:.4f}  {shares}{mark}")
    if with_misses:
        for name in true:
            for line in differences(true[name], read[name]):
                print(f"    {name:<7} {line}")


def read_words(document: Document) -> Streams:
    """The words of our reading, in the streams of :func:`true_words`."""
    texts: dict[str, list[str]] = {"text": [], "notes": [], "tables": []}
    for block in document.blocks:
        if block.kind not in _LEFT_OUT:
            texts[_STREAM.get(block.kind, "text")].append(document.text.at(block.span))
    return {name: words_in(" ".join(parts)) for name, parts in texts.items()}


def differences(true: list[str], read: list[str]) -> Iterator[str]:
    """Where two lists of words part."""
    for edit in LCSseq.opcodes(true, read):
        if edit.tag != "equal":
            missed, added = (
                true[edit.src_start : edit.src_end],
                read[edit.dest_start : edit.dest_end],
            )
            before = " ".join(true[max(edit.src_start - 3, 0) : edit.src_start])
            yield f"{before} [-{' '.join(missed)}-] [+{' '.join(added)}+]"


def whole_strings(folder: Path, with_misses: bool) -> None:
    """A table: how many of the printed strings of a folder's gold stand whole in the text, by what they are."""
    found, but_for_marks, all_of = Counter[str](), Counter[str](), Counter[str]()
    misses: list[str] = []
    papers = 0
    for path in sorted(folder.glob("*.json")):
        pdf = next(
            (p for p in (path.with_suffix(".pdf"), folder.parent / "pdf" / f"{path.stem}.pdf") if p.is_file()), None
        )
        if pdf is None:
            continue
        papers += 1
        text = squeezed(read_document(pdf).text.string)
        letters = without_marks(text)
        for kind, string in printed(json.loads(path.read_text(encoding="utf-8"))):
            all_of[kind] += 1
            if squeezed(string) in text:
                found[kind] += 1
            elif without_marks(squeezed(string)) in letters:
                but_for_marks[kind] += 1
            else:
                misses.append(f"{path.stem}  {kind}  {string}")
    print(f"\n{folder} ({papers} papers)")
    for kind, count in all_of.items():
        share = f"{found[kind] / count:.4f}"
        print(f"  {kind:<24} {count:>6} printed {found[kind]:>6} whole {share} {but_for_marks[kind]:>5} but for marks")
    for line in misses if with_misses else ():
        print(f"    {line}")


def printed(gold: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What the gold knows to be printed: callouts that hold a word, notes, entries and their titles."""
    for kind, rows, field in (
        ("callout", "citations", "text"),
        ("note", "citations", "note"),
        ("entry", "references", "raw"),
        ("title of an entry", "references", "title"),
    ):
        yield from ((kind, value) for value in unique(row.get(field) for row in gold.get(rows, ())))


def unique(values: Iterable[str | None]) -> list[str]:
    """Each string that holds a word, once."""
    words = (value for value in values if value and value != _PLACEHOLDER)
    return list(dict.fromkeys(value for value in words if re.search(r"[^\W\d_]{3}", value)))


def squeezed(text: str) -> str:
    """Letters, figures and marks without white, for white is what gold and print differ in most."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text).translate(_UNSURE)).casefold()


def without_marks(text: str) -> str:
    """Letters, figures and hyphens: gold drops points, commas and signs that are printed."""
    return re.sub(r"[^\w-]", "", text)


if __name__ == "__main__":
    main()
