"""Tables for spreadsheets: CSV after RFC 4180."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from claimtrace.report.plain import plain
from claimtrace.text.cells import harmless

_BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes the file for another encoding than UTF-8


def spreadsheet(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV text, to be written as UTF-8 with its line ends as they are.

    A cell that a spreadsheet would take for a formula begins with an apostrophe; ``None`` is an empty cell.
    """
    out = io.StringIO()
    out.write(_BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([harmless(plain("" if value is None else str(value)).strip()) for value in row])
    return out.getvalue()
