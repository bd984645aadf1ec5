"""The colour of each type of node, for programs that draw the graph: red, green, blue, from 0 to 255."""

from __future__ import annotations

from collections.abc import Mapping

from claimtrace.model.graph import NodeType

COLOURS: Mapping[NodeType, tuple[int, int, int]] = {
    NodeType.PAPER: (40, 40, 40),
    NodeType.SECTION: (150, 150, 150),
    NodeType.CLAIM: (66, 113, 178),
    NodeType.CITATION: (116, 173, 209),
    NodeType.REFERENCE: (84, 134, 76),
    NodeType.WORK: (49, 99, 57),
    NodeType.QUOTATION: (140, 107, 177),
    NodeType.PASSAGE: (197, 163, 80),
    NodeType.TABLE: (120, 120, 120),
    NodeType.STATE: (178, 24, 43),
    NodeType.INCIDENT: (214, 96, 77),
    NodeType.AGREEMENT: (244, 165, 130),
    NodeType.ORGANIZATION: (146, 97, 76),
    NodeType.PERSON: (146, 97, 76),
    NodeType.FINDING: (230, 150, 0),
}
