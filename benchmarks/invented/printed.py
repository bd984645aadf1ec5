"""Works as the reference lists of journals print them, by citeproc-py and the styles of the CSL project."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from html import unescape
from pathlib import Path
from random import Random
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

LOCALES = {"en": "en-US", "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "it": "it-IT", "pt": "pt-PT"}
_DEPENDENT = re.compile(r'rel="independent-parent"')
_LABEL = re.compile(r"^(\[\d+\]|\(\d+\)|\d+[.)]?)(?=[^\s\d.,)])")  # that a tabulator parts from its entry
_SPOILT = re.compile(  # spaces that the processor loses, words around what a work has not, wiki text
    r"[^\W\d_](?:19|20)\d\d(?!\d)|(?:19|20)\d\d[A-ZÀ-Ý]|\d{6,}(?!/)|\{\{|\{r/|\d[o]\. O|\(\)|: :|\. \.|"
    r"(?:Edi[tcçz]\w+|Auflage|vol\.|p[ao]r|by|de|von|Traducao) ?[,.)]"
)
_TAG = re.compile(r"</?(?:i|b|sup|sub|span)[^>]*>")


def style_names(folder: Path, count: int, seed: str) -> list[str]:
    """So many styles that stand for themselves, drawn from a folder of CSL files."""
    own = [
        path.stem for path in sorted(folder.glob("*.csl")) if not _DEPENDENT.search(path.read_text(encoding="utf-8"))
    ]
    return sorted(Random(seed).sample(own, min(count, len(own))))


def reference_list(works: Sequence[dict[str, Any]], style: Path, language: str) -> dict[str, str]:
    """Each work's entry as a style prints it, by the work's id, but for those that the processor spoils."""
    records = [{name: value for name, value in work.items() if value is not None} for work in works]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            source = CiteProcJSON(records)
            sheet = CitationStylesStyle(str(style), locale=LOCALES[language], validate=False)
            bibliography = CitationStylesBibliography(sheet, source, formatter.plain)
            for work in records:
                bibliography.register(Citation([CitationItem(work["id"])]))
            bibliography.sort()
            entries = [_plain(str(entry)) for entry in bibliography.bibliography()]
    except Exception:  # the processor fails on some styles in ways of its own
        return {}
    if len(entries) != len(works):
        return {}
    return {key: entry for key, entry in zip(bibliography.keys, entries, strict=True) if _whole(entry)}


def _plain(entry: str) -> str:
    return _LABEL.sub(r"\1 ", " ".join(unescape(_TAG.sub("", entry)).split()))


def _whole(entry: str) -> bool:
    """Whether an entry was printed at all, and as an entry."""
    return len(entry) > 20 and "None" not in entry and not _SPOILT.search(entry)
