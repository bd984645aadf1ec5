"""The nouns of the citation-claim graph, and what a check may ask of it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from claimtrace.model.citation import Citation, Link
from claimtrace.model.claim import Claim
from claimtrace.model.entity import Entity
from claimtrace.model.paper import Paper
from claimtrace.model.reference import Reference


class NodeType(StrEnum):
    """What a node stands for."""

    PAPER = "paper"
    SECTION = "section"
    CLAIM = "claim"
    CITATION = "citation"
    REFERENCE = "reference"
    WORK = "work"
    QUOTATION = "quotation"
    PASSAGE = "passage"
    TABLE = "table"
    STATE = "state"
    INCIDENT = "incident"
    AGREEMENT = "agreement"
    ORGANIZATION = "organization"
    PERSON = "person"
    FINDING = "finding"


class EdgeType(StrEnum):
    """What holds between two nodes, read from tail to head of the arrow; graph_table.py says what it may join."""

    HAS_SECTION = "has-section"
    HAS_CLAIM = "has-claim"
    HAS_TABLE = "has-table"
    LISTS = "lists"
    CITES = "cites"
    LEANS_ON = "leans-on"
    POINTS_TO = "points-to"
    IDENTIFIES = "identifies"
    QUOTES = "quotes"
    QUOTED_FROM = "quoted-from"
    MENTIONS = "mentions"
    ATTRIBUTED_TO = "attributed-to"
    TARGETED = "targeted"
    PARTY_TO = "party-to"
    SIGNED = "signed"
    ADOPTED = "adopted"
    WITHDREW = "withdrew"
    VIOLATED = "violated"
    ACCUSED = "accused"
    MEMBER_OF = "member-of"
    RESPONDED_WITH = "responded-with"
    HOLDS = "holds"
    REPEATS = "repeats"
    DIFFERS_FROM = "differs-from"
    FLAGS = "flags"


class Difference(StrEnum):
    """In what two claims or passages differ that should say the same."""

    FIGURES = "figures"
    SOURCES = "sources"
    DETAILS = "details"


class Questions(Protocol):
    """What checks and reports ask of the graph of one paper."""

    @property
    def paper(self) -> Paper:
        """The paper itself."""

    def reference(self, identity: str) -> Reference:
        """An entry by its id."""

    def citation(self, identity: str) -> Citation:
        """A citation by its id."""

    def claim(self, identity: str) -> Claim:
        """A claim by its id."""

    def entity(self, identity: str) -> Entity:
        """An entity by its id."""

    def link(self, citation: str) -> Link:
        """Where a citation points."""

    def citations_of(self, reference: str) -> Sequence[Citation]:
        """The citations that point to an entry, in text order."""

    def claims_on(self, citation: str) -> Sequence[Claim]:
        """The claims in which a citation stands, or for which its note speaks, in text order."""

    def works_behind(self, claim: Claim) -> Sequence[Reference]:
        """The entries on which a claim rests: those it cites, else those it leans on."""

    def entities_in(self, claim: Claim) -> Sequence[Entity]:
        """The entities that a claim names."""

    def page(self, offset: int) -> int | None:
        """The page of a place in the text."""
