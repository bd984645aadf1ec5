"""Page labels of a PDF, a second witness for the page numbers that are printed on its pages."""

from __future__ import annotations

from collections.abc import Mapping

import pypdfium2 as pdfium

_LONGEST = 12  # characters; more is a name, not a number


def with_labels(pdf: pdfium.PdfDocument, printed: Mapping[int, str]) -> dict[int, str]:
    """The folios of the pages: as printed, else as the PDF labels a page on which none was found.

    Labels that contradict the print are of no use, nor are those that only count the pages of the file.

    Args:
        pdf: the open file.
        printed: the folios found on its pages, by page from 1.
    """
    labels = {number: pdf.get_page_label(number - 1).strip() for number in range(1, len(pdf) + 1)}
    given = {number: label for number, label in labels.items() if 0 < len(label) <= _LONGEST and label.isalnum()}
    counts_only = all(label == str(number) for number, label in given.items())
    contradicted = any(given.get(number, folio).casefold() != folio.casefold() for number, folio in printed.items())
    if counts_only or contradicted:
        return dict(printed)
    return {**given, **printed}
