"""The pages of a PDF in the order and number in which the reader and viewers count them, damaged ones too."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Dictionary, Object, Pdf


def page_objects(document: Pdf) -> list[Object | None]:
    """The pages of a PDF; ``None`` stands where the list of pages names something that is none.

    ``Pdf.pages`` leaves these out, so that all pages behind them have other numbers; pikepdf drops them at opening too,
    unless it is told not to push inherited attributes down.
    """
    return list(_leaves(document.Root.Pages, set()))


def _leaves(node: Object, above: set[tuple[int, int]]) -> Iterator[Object | None]:
    above.add(node.objgen)
    for kid in node.Kids:
        if not isinstance(kid, Dictionary):
            yield None
        elif "/Kids" not in kid:
            yield kid
        elif kid.objgen not in above:
            yield from _leaves(kid, above)
