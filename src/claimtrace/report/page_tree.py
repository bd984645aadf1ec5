"""The pages of a PDF in the order and number in which the reader and viewers count them, damaged ones too."""

from __future__ import annotations

from pikepdf import Dictionary, Object, Pdf


def page_objects(document: Pdf) -> list[Object | None]:
    """The pages of a PDF; ``None`` stands where the list of pages names something that is none.

    ``Pdf.pages`` leaves these out, so that all pages behind them have other numbers; pikepdf drops them at opening too,
    unless it is told not to push inherited attributes down.
    """
    found: list[Object | None] = []
    nodes, seen = [document.Root.Pages], set()
    while nodes:
        node = nodes.pop()
        if not isinstance(node, Dictionary):
            found.append(None)
        elif "/Kids" not in node:
            found.append(node)
        elif node.objgen not in seen:  # a tree may hold itself
            seen.add(node.objgen)
            nodes.extend(reversed(list(node.Kids)))
    return found
