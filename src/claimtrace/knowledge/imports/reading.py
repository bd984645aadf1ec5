"""Files of incident data as tables: CSV, the sheets of an XLSX file, the values of a MISP cluster."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from claimtrace.knowledge.imports.layout import Source
from claimtrace.model.errors import KnowledgeError

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LARGEST = 200_000_000  # bytes
_EXCEL_DAY_ONE = 25569  # days from Excel's beginning to that of 1970


def read_source(path: Path) -> list[Source]:
    """The tables of a file.

    Raises:
        KnowledgeError: it cannot be read, or is none of these.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise KnowledgeError(f"{path}: is larger than {_LARGEST // 1_000_000} megabytes; take a part of it")
        data = path.read_bytes()
        if data[:2] == b"PK":
            return _sheets(data)
        text = _text(data)
        return [_cluster(json.loads(text))] if text.lstrip()[:1] in ("{", "[") else [_csv(text)]
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read ({error.strerror}); check the name") from error
    except (ValueError, KeyError, zipfile.BadZipFile, ElementTree.ParseError, csv.Error) as error:
        raise KnowledgeError(f"{path}: cannot be read as CSV, XLSX or JSON ({error}); save it anew") from error


def _text(data: bytes) -> str:
    """The words of a file: UTF-8, UTF-16 where it begins with that mark, else the letters of Windows."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _csv(text: str) -> Source:
    """A table whose cells are parted by what its first line holds most of: commas, semicolons or tabs."""
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))
    columns = tuple(name.strip() for name in rows.fieldnames or ())
    rows.fieldnames = columns
    return Source(columns, [{column: (row.get(column) or "").strip() for column in columns} for row in rows])


def _cluster(data: Any) -> Source:
    """The values of a cluster; lists of their meta data as text parted by semicolons."""
    if not isinstance(data, Mapping) or not isinstance(data.get("values"), list):
        raise ValueError("it has no list of values")
    rows = []
    for value in data["values"]:
        if not isinstance(value, Mapping) or not value.get("value"):
            continue
        meta = value.get("meta") or {}
        flat = {key: value[key] for key in ("value", "uuid", "description") if key in value} | meta
        rows.append({key: "; ".join(map(str, v)) if isinstance(v, list) else str(v) for key, v in flat.items()})
    return Source(tuple(sorted({key for row in rows for key in row})), rows)


def _sheets(data: bytes) -> list[Source]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        if sum(item.file_size for item in book.infolist()) > _LARGEST:
            raise ValueError("it is too large")
        shared = _shared_strings(book)
        names = sorted(name for name in book.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name))
        return [_sheet(ElementTree.fromstring(book.read(name)), shared) for name in names]


def _shared_strings(book: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    root = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    return ["".join(part.text or "" for part in item.iter(f"{_MAIN}t")) for item in root.iter(f"{_MAIN}si")]


def _sheet(root: ElementTree.Element, shared: list[str]) -> Source:
    """A sheet, its first row as the names of its columns."""
    rows = [{_column(cell): _value(cell, shared) for cell in row.iter(f"{_MAIN}c")} for row in root.iter(f"{_MAIN}row")]
    if not rows:
        return Source((), [])
    heads = {letters: name.strip() for letters, name in rows[0].items() if name.strip()}
    found = [{name: row.get(letters, "").strip() for letters, name in heads.items()} for row in rows[1:]]
    dated = [{k: _day(v) if "date" in k.casefold() else v for k, v in row.items()} for row in found]
    return Source(tuple(heads.values()), dated)


def _column(cell: ElementTree.Element) -> str:
    return re.sub(r"\d", "", cell.get("r", ""))


def _value(cell: ElementTree.Element, shared: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{_MAIN}t"))
    value = cell.findtext(f"{_MAIN}v") or ""
    return shared[int(value)] if cell.get("t") == "s" else value


def _day(value: str) -> str:
    """A date that the sheet holds as Excel's count of days, written out; others as they are."""
    if not re.fullmatch(r"\d{5}(?:\.\d+)?", value):
        return value
    day = date(1970, 1, 1) + timedelta(days=int(float(value)) - _EXCEL_DAY_ONE)
    return day.isoformat()
