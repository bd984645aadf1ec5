"""Nodes by what is known of them: ``type=claim``, ``about=NotPetya``, ``youngest<event``."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from claimtrace.graph.lookup import find_node
from claimtrace.graph.support import MEASURES, Support
from claimtrace.model.errors import UnknownNameError
from claimtrace.model.graph import EdgeType, NodeType
from claimtrace.model.graph_table import NODES
from claimtrace.text.fold import fold
from claimtrace.text.nearest import nearest

_CONDITION = re.compile(r"\s*(?P<name>\w+)\s*(?P<sign><=|>=|!=|=|<|>|~)\s*(?P<value>.*\S)\s*")
_ORDER = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
_ABOUT = "about"
_NONE = "none"
_WORDS = {True: ("yes", "true"), False: ("no", "false")}
_HOLDS = {a.name: a.holds for kind in NODES.values() for a in kind.attributes}
NAMES: Mapping[str, type] = {"type": str, "label": str, _ABOUT: str, **_HOLDS, **dict.fromkeys(MEASURES, int)}


@dataclass(frozen=True, slots=True)
class Condition:
    """A name, a sign and a value: a number, words, ``none``, or the name of another number."""

    name: str
    sign: str
    value: str


def parse(text: str) -> Condition:
    """A condition as somebody writes it.

    Raises:
        UnknownNameError: it is none, or there is nothing of that name or type; the message gives the nearest.
    """
    match = _CONDITION.fullmatch(text)
    if not match:
        raise UnknownNameError(f"{text!r} is no condition; write it as type=claim, sources=0 or youngest<event")
    condition = Condition(**match.groupdict())
    if condition.name not in NAMES:
        raise UnknownNameError(f"nothing is called {condition.name!r} in the graph{nearest(condition.name, NAMES)}")
    if condition.name == "type" and condition.value not in NODES:
        raise UnknownNameError(f"no node has the type {condition.value!r}{nearest(condition.value, map(str, NODES))}")
    is_number = NAMES[condition.name] in (int, float)
    if condition.sign in _ORDER and not is_number:
        raise UnknownNameError(f"{condition.name} holds words; ask for it with = or ~, not {condition.sign}")
    if is_number and condition.sign == "~":
        raise UnknownNameError(f"{condition.name} is a number; ask for it with =, < or >, not ~")
    if is_number and condition.value != _NONE and not _is_number(condition.value) and condition.value not in NAMES:
        raise UnknownNameError(f"{condition.value!r} is neither a number nor the name of one in {text!r}")
    return condition


def where(graph: nx.MultiDiGraph[str], conditions: Iterable[Condition]) -> list[str]:
    """The nodes that keep to all conditions.

    Those on which claims rest stand in the order of how many do, most first; all others in the order of the text.

    Raises:
        UnknownNameError: ``about`` names nothing in the graph, or several things.
    """
    support = Support(graph)
    asked = [(condition, _subject(graph, condition)) for condition in conditions]
    kinds = [NodeType(c.value) for c, _ in asked if c.name == "type" and c.sign == "="]
    nodes = [node for node, data in graph.nodes(data=True) if all(data["type"] == kind for kind in kinds)]
    facts = {node: support.facts(node) for node in nodes}
    found = [node for node in nodes if all(_keeps(support, node, facts[node], c, subject) for c, subject in asked)]
    return sorted(found, key=lambda node: _order(facts[node], node))


def _order(facts: Mapping[str, Any], node: str) -> tuple[int, int, str]:
    carried = 0 if facts["type"] == NodeType.SECTION else facts.get("claims", 0)
    return -carried, facts.get("start", 0), node


def _subject(graph: nx.MultiDiGraph[str], condition: Condition) -> str | None:
    return find_node(graph, condition.value) if condition.name == _ABOUT else None


def _keeps(support: Support, node: str, facts: Mapping[str, Any], condition: Condition, subject: str | None) -> bool:
    if subject is not None:
        return (subject in support.heads(node, EdgeType.MENTIONS)) == (condition.sign != "!=")
    known = facts.get(condition.name)
    if condition.value == _NONE:
        return (known is None) == (condition.sign == "=")
    if known is None:
        return False
    if isinstance(known, bool):
        return (condition.value in _WORDS[known]) == (condition.sign != "!=")
    if isinstance(known, int | float):
        other = float(condition.value) if _is_number(condition.value) else facts.get(condition.value)
        return other is not None and _compared(known, condition.sign, other)
    if condition.sign == "~":
        return set(fold(condition.value).split()) <= set(fold(known).split())
    return (fold(known) == fold(condition.value)) == (condition.sign == "=")


def _compared(one: float, sign: str, other: float) -> bool:
    if sign in _ORDER:
        return bool(_ORDER[sign](one, other))
    return (one == other) == (sign == "=")


def _is_number(value: str) -> bool:
    return re.fullmatch(r"-?\d+(?:\.\d+)?", value) is not None
