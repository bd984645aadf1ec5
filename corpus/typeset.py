"""Typeset the papers of the corpus and write down the truth that their sources mark.

python corpus/typeset.py [NAME ...]   (all papers by default; needs `pip install typst`)

For every paper: corpus/NAME/paper.typ -> paper.pdf and gold.toml; then corpus/manifest.toml from all of them.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import typst
from toml_writer import Record, toml_text

CORPUS = Path(__file__).resolve().parent
GOLD_COMMENT = """\
# The truth about {name}/paper.pdf, made by typeset.py from the marks in paper.typ: mend it there.
# Pages count from 1. Quotes have straight quotation marks and single spaces; a quote is how a passage begins.
# A locator without a label is a page; reference = "" is a citation that no entry answers.
"""
MANIFEST_COMMENT = "# Made by typeset.py with typst {version}. Another typst may set other bytes.\n"


def of_kind(marks: Iterable[Record], kind: str) -> list[Record]:
    """The marks of one kind, in the order of the paper."""
    return [mark for mark in marks if mark["kind"] == kind]


def citations(marks: list[Record]) -> list[Record]:
    """A row for each pointer. One recorded at the end of a line is printed on the next, perhaps overleaf."""
    rows: list[Record] = []
    late = False
    for mark in marks:
        if mark["kind"] == "citation":
            rows.append(pick(mark, "page", "reference", "locator", "form"))
            late = mark["late"]
        elif mark["kind"] == "citation-end" and late:
            rows[-1]["page"] = mark["page"]
    return rows


def pick(mark: Record, *fields: str) -> Record:
    """Some fields of a mark, empty strings kept."""
    return {field: mark[field] for field in fields}


def reference(key: str, entry: Record, unprinted: list[str]) -> Record:
    """The printed fields of an entry of the list of works."""
    within = entry.get("parent") or {}
    numbers = entry.get("serial-number")
    people = entry.get("author") or []
    people = people if isinstance(people, list) else [people]
    title = entry["title"]
    fields = {
        "key": key,
        "first_author": family(people[0]) if people else None,
        "year": int(str(entry["date"])[:4]) if "date" in entry else None,
        "title": title["value"] if isinstance(title, dict) else title,
        "type": entry["type"],
        "container": within.get("title"),
        "volume": text_or_none(within.get("volume")),
        "issue": text_or_none(within.get("issue")),
        "first_page": text_or_none(entry.get("page-range"), until="-"),
        "doi": numbers.get("doi") if isinstance(numbers, dict) else None,
    }
    hidden = {name for name in unprinted if "." not in name}
    hidden |= {name.split(".")[1] for name in unprinted if name.startswith(entry["type"] + ".")}
    return {name: value for name, value in fields.items() if name not in hidden}


def family(person: Record | str) -> str:
    """The name by which an author is cited; a no-break space keeps a particle with its name."""
    return person["name"].replace("\u00a0", " ") if isinstance(person, dict) else person.split(",")[0]


def text_or_none(value: Any, until: str | None = None) -> str | None:
    """A field as text, cut before `until`."""
    return None if value is None else str(value).split(until)[0]


def tables(marks: list[Record]) -> list[Record]:
    """Tables with the pages on which they begin and end."""
    found = []
    ends = [mark for mark in of_kind(marks, "table") if mark["part"] == "ends"]
    for mark in of_kind(marks, "table"):
        if mark["part"] == "begins":
            end = next(other for other in ends if other["label"] == mark["label"])
            pages = list(range(mark["page"], end["page"] + 1))
            found.append({**pick(mark, "label", "caption"), "pages": pages, **pick(mark, "columns", "rows")})
    return found


def findings(marks: list[Record], copies: list[Record]) -> list[Record]:
    """The planted faults, in the order of the paper."""
    found: list[Record] = []
    groups: dict[str, Record] = {}
    for mark in of_kind(marks, "fault"):
        place = pick(mark, "page", "quote")
        if mark["group"] in groups:
            groups[mark["group"]].setdefault("alternatives", []).append(place)
            continue
        found.append({"check": mark["check"], **place, "why": mark["why"]})
        if mark["callout"]:
            found[-1]["alternatives"] = [{"page": mark["page"], "quote": mark["callout"]}]
        if mark["group"]:
            groups[mark["group"]] = found[-1]
    printed = {(mark["check"], mark["reference"]): mark for mark in reversed(of_kind(marks, "listed-fault-at"))}
    for mark in of_kind(marks, "listed-fault"):
        if (mark["check"], mark["reference"]) not in printed:
            raise SystemExit(f"no printed entry has the quote of {mark['reference']}: {mark['quote']!r}")
        place = pick(printed[mark["check"], mark["reference"]], "page", "quote")
        found.append({"check": mark["check"], **place, "why": mark["why"], "reference": mark["reference"]})
    for copy in copies:
        if copy["planted"]:
            first, second = copy["places"]
            found.append({"check": "passage-duplicated", **second, "why": copy["why"], "alternatives": [first]})
    return sorted(found, key=lambda finding: (finding["page"], finding["check"]))


def passages(marks: list[Record]) -> list[Record]:
    """Pairs of copied passages, each with its two places."""
    pairs: dict[str, list[Record]] = {}
    for mark in of_kind(marks, "passage"):
        pairs.setdefault(mark["id"], []).append(mark)
    ends: dict[str, list[int]] = {}
    for mark in of_kind(marks, "passage-end"):
        ends.setdefault(mark["id"], []).append(mark["page"])
    found = []
    for name, both in pairs.items():
        if len(both) != 2:
            raise SystemExit(f"passage {name!r} stands {len(both)} times; two are needed")
        found.append(
            {
                "kind": both[0]["copy"],
                "planted": both[0]["planted"],
                "passages": [
                    {**pick(mark, "page", "begins", "ends"), "end_page": end}
                    for mark, end in zip(both, ends[name], strict=True)
                ],
                "why": both[0]["why"] or both[1]["why"],
                "places": [pick(mark, "page", "quote") for mark in both],
            }
        )
    return found


def gold(marks: list[Record]) -> Record:
    """All that gold.toml says of a paper, from the marks in its source."""
    (paper,) = of_kind(marks, "paper")
    copies = passages(marks)
    return {
        **pick(paper, "title", "style"),
        "journal": paper["house"],
        "year": paper["year"],
        "pages": of_kind(marks, "end")[0]["page"],
        "reference_list": paper["listed"],
        "purpose": " ".join(mark["text"] for mark in of_kind(marks, "purpose")),
        "sections": [mark["title"] for mark in of_kind(marks, "section")],
        "references": [reference(m["key"], m["entry"], paper["unprinted"]) for m in of_kind(marks, "reference")],
        "citations": citations(marks),
        "quotations": [pick(m, "page", "begins", "ends", "reference", "locator") for m in of_kind(marks, "quotation")],
        "tables": tables(marks),
        "findings": findings(marks, copies),
        "not_findings": [pick(m, "checks", "page", "quote", "trap") for m in of_kind(marks, "trap")],
        "duplicates": [pick(copy, "kind", "planted", "passages") for copy in copies],
        "events": [pick(m, "name", "year", "type", "states") for m in of_kind(marks, "event")],
    }


def typeset(name: str) -> None:
    """Write the PDF and the gold of one paper."""
    source = CORPUS / name / "paper.typ"
    settings: Record = {"root": str(CORPUS), "ignore_system_fonts": True}
    pdf = typst.compile(str(source), format="pdf", pdf_tags=False, **settings)
    marks = json.loads(typst.query(str(source), "<gold>", field="value", **settings))
    source.with_name("paper.pdf").write_bytes(pdf)
    text = GOLD_COMMENT.format(name=name) + "\n" + toml_text(gold(marks))
    source.with_name("gold.toml").write_text(text, encoding="utf-8")


def manifest() -> str:
    """The manifest of all papers that have been typeset."""
    papers = []
    for path in sorted(CORPUS.glob("*/gold.toml")):
        truth = tomllib.loads(path.read_text(encoding="utf-8"))
        papers.append(
            {
                "name": path.parent.name,
                **pick(truth, "title", "style", "journal", "pages"),
                "sha256": hashlib.sha256(path.with_name("paper.pdf").read_bytes()).hexdigest(),
                "purpose": truth["purpose"],
                "faults": sorted({finding["check"] for finding in truth.get("findings", [])}),
            }
        )
    return MANIFEST_COMMENT.format(version=typst.__version__) + toml_text({"papers": papers})


def main(names: list[str]) -> None:
    """Typeset the named papers, or all."""
    for name in names or sorted(path.parent.name for path in CORPUS.glob("*/paper.typ")):
        typeset(name)
        print(name)
    (CORPUS / "manifest.toml").write_text(manifest(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
