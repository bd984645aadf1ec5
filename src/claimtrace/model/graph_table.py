"""The model of the citation-claim graph as data: what each type of node and edge holds, and what it may join.

docs/graph.md shows the same tables, and the invariants that every graph keeps.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from claimtrace.model.citation import CitationForm
from claimtrace.model.claim import Certainty
from claimtrace.model.decision import DecisionState
from claimtrace.model.document import SectionRole
from claimtrace.model.duplicate import DuplicateKind
from claimtrace.model.entity import RelationCertainty, ResponseKind
from claimtrace.model.finding import Severity, Verdict
from claimtrace.model.graph import Difference, EdgeType, NodeType

Value = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Attribute:
    """A fact that a node or an edge may hold; it is absent where it is not known.

    ``holds`` is its Python type, ``values`` the words that it is one of, ``always`` whether it is never absent.
    """

    name: str
    holds: type[Value]
    means: str
    always: bool = False
    values: type[StrEnum] | None = None


@dataclass(frozen=True, slots=True)
class NodeKind:
    """What a type of node stands for, what its label is, and its attributes beside ``type`` and ``label``."""

    stands_for: str
    label: str
    attributes: tuple[Attribute, ...] = ()


@dataclass(frozen=True, slots=True)
class EdgeKind:
    """A type of edge: from any of ``tails`` to any of ``heads``, in words along the arrow and against it."""

    tails: tuple[NodeType, ...]
    heads: tuple[NodeType, ...]
    along: str
    against: str
    attributes: tuple[Attribute, ...] = ()


_PAGE = Attribute("page", int, "page of the PDF on which it begins, from 1")
_START = Attribute("start", int, "first character of it in the paper's text", always=True)
_END = Attribute("end", int, "the character behind its last one", always=True)
_PLACE = (_PAGE, _START, _END)
_LOOSE_PLACE = (_PAGE, Attribute("start", int, _START.means), Attribute("end", int, _END.means))
_YEAR = Attribute("year", int, "year in which it appeared")
_EVENT_YEAR = Attribute("year", int, "year of it, from the knowledge base where it is known, else as the paper says")
_KNOWN = Attribute("known", bool, "whether the knowledge base holds it", always=True)
_QUALIFIER = Attribute("qualifier", str, 'a word that limits it, such as "allegedly" or "partial"')
_TOLD = (
    _QUALIFIER,
    Attribute("certainty", str, "how the paper puts it", always=True, values=RelationCertainty),
    Attribute("by", str, "id of the entity that says so or that acts"),
    Attribute("page", int, "page on which the paper says so"),
)
_ANSWERED = (
    Attribute("response", str, "what kind of answer it was", always=True, values=ResponseKind),
    Attribute("what", str, "the answer in the paper's words", always=True),
    Attribute("certainty", str, "how the paper puts it", always=True, values=RelationCertainty),
    Attribute("page", int, "page on which the paper says so"),
)
_ACTORS = (NodeType.STATE, NodeType.ORGANIZATION)
_JOINED = (NodeType.AGREEMENT, NodeType.ORGANIZATION)

ENTITIES = (NodeType.STATE, NodeType.INCIDENT, NodeType.AGREEMENT, NodeType.ORGANIZATION, NodeType.PERSON)

NODES: Mapping[NodeType, NodeKind] = {
    NodeType.PAPER: NodeKind(
        "the paper itself",
        "title, else name of the file",
        (Attribute("file", str, "name of the file, without its folder", always=True), _YEAR),
    ),
    NodeType.SECTION: NodeKind(
        "a heading with the text under it",
        "title",
        (
            *_PLACE,
            Attribute("level", int, "of the heading, 1 is the highest", always=True),
            Attribute("role", str, "what the section does in the paper", always=True, values=SectionRole),
        ),
    ),
    NodeType.CLAIM: NodeKind(
        "something that the paper says",
        "the sentence, or its clause",
        (
            *_PLACE,
            Attribute("kinds", str, "what is asserted, in words parted by spaces"),
            Attribute("certainty", str, "how firmly", always=True, values=Certainty),
        ),
    ),
    NodeType.CITATION: NodeKind(
        "a pointer to one entry",
        "the pointer as printed",
        (
            *_PLACE,
            Attribute("form", str, "how it is written", always=True, values=CitationForm),
            Attribute("locator", str, "the place in the cited work, as printed"),
        ),
    ),
    NodeType.REFERENCE: NodeKind(
        "an entry of the reference list",
        "short name: “Nye 2017”",
        (*_PLACE, Attribute("raw", str, "the entry as printed", always=True), _YEAR),
    ),
    NodeType.WORK: NodeKind(
        "the work behind one entry or several",
        "title, else short name",
        (
            _YEAR,
            Attribute("doi", str, "its DOI"),
            Attribute("work_type", str, "its type, a word of CSL: article, book, report, ..."),
            Attribute("container", str, "the journal or book in which it stands"),
        ),
    ),
    NodeType.QUOTATION: NodeKind(
        "words between quotation marks, or a block quotation",
        "the words",
        (*_PLACE, Attribute("set_off", bool, "whether it is a block quotation", always=True)),
    ),
    NodeType.PASSAGE: NodeKind("one side of a repeat", "the passage", _PLACE),
    NodeType.TABLE: NodeKind("a table", "its number and caption", _LOOSE_PLACE),
    NodeType.STATE: NodeKind(
        "a state or territory", "name", (Attribute("iso3166", str, "its two-letter code in ISO 3166"), _KNOWN)
    ),
    NodeType.INCIDENT: NodeKind("an incident or a dated event", "name", (_EVENT_YEAR, _KNOWN)),
    NodeType.AGREEMENT: NodeKind("an agreement, law or norm", "name", (_EVENT_YEAR, _KNOWN)),
    NodeType.ORGANIZATION: NodeKind("an organisation", "name", (_KNOWN,)),
    NodeType.PERSON: NodeKind("a person", "name", (_KNOWN,)),
    NodeType.FINDING: NodeKind(
        "something that a reviewer should look at",
        "what was found, in a sentence or two",
        (
            *_LOOSE_PLACE,
            Attribute("check", str, "the check that found it", always=True),
            Attribute("severity", str, "how much it matters", always=True, values=Severity),
            Attribute("verdict", str, "how sure it is", always=True, values=Verdict),
            Attribute("cause", str, "what it and other findings may come from, the same words in each"),
            Attribute("decision", str, "what a person made of it", values=DecisionState),
        ),
    ),
}

EDGES: Mapping[EdgeType, EdgeKind] = {
    EdgeType.HAS_SECTION: EdgeKind((NodeType.PAPER,), (NodeType.SECTION,), "has the section", "is a section of"),
    EdgeType.HAS_CLAIM: EdgeKind(
        (NodeType.SECTION, NodeType.PAPER), (NodeType.CLAIM,), "makes the claim", "is claimed in"
    ),
    EdgeType.HAS_TABLE: EdgeKind((NodeType.PAPER,), (NodeType.TABLE,), "has the table", "is a table of"),
    EdgeType.LISTS: EdgeKind((NodeType.PAPER,), (NodeType.REFERENCE,), "lists", "is listed in"),
    EdgeType.CITES: EdgeKind(
        (NodeType.CLAIM, NodeType.TABLE, NodeType.PAPER), (NodeType.CITATION,), "cites", "is cited in"
    ),
    EdgeType.LEANS_ON: EdgeKind(
        (NodeType.CLAIM,),
        (NodeType.CITATION,),
        "leans on",
        "is leant on by",
        (Attribute("why", str, "what in its wording says so"),),
    ),
    EdgeType.POINTS_TO: EdgeKind(
        (NodeType.CITATION,),
        (NodeType.REFERENCE,),
        "points to",
        "is pointed to by",
        (
            Attribute("score", float, "how well the entry fits, from 0 to 1", always=True),
            Attribute("near", str, "what differs, where it fits but for a detail"),
            Attribute("why", str, "why the link is uncertain"),
        ),
    ),
    EdgeType.IDENTIFIES: EdgeKind((NodeType.REFERENCE,), (NodeType.WORK,), "names the work", "is named by"),
    EdgeType.QUOTES: EdgeKind((NodeType.CLAIM,), (NodeType.QUOTATION,), "quotes", "is quoted in"),
    EdgeType.QUOTED_FROM: EdgeKind((NodeType.QUOTATION,), (NodeType.CITATION,), "is quoted from", "stands for"),
    EdgeType.MENTIONS: EdgeKind(
        (NodeType.CLAIM, NodeType.TABLE, NodeType.PAPER), ENTITIES, "mentions", "is mentioned in"
    ),
    EdgeType.ATTRIBUTED_TO: EdgeKind((NodeType.INCIDENT,), _ACTORS, "is attributed to", "is said to be behind", _TOLD),
    EdgeType.TARGETED: EdgeKind((NodeType.INCIDENT,), _ACTORS, "targeted", "was targeted by", _TOLD),
    EdgeType.PARTY_TO: EdgeKind(_ACTORS, (NodeType.AGREEMENT,), "is party to", "has the party", _TOLD),
    EdgeType.SIGNED: EdgeKind(_ACTORS, (NodeType.AGREEMENT,), "signed", "was signed by", _TOLD),
    EdgeType.ADOPTED: EdgeKind(_ACTORS, (NodeType.AGREEMENT,), "adopted", "was adopted by", _TOLD),
    EdgeType.WITHDREW: EdgeKind(_ACTORS, _JOINED, "withdrew from", "was left by", _TOLD),
    EdgeType.VIOLATED: EdgeKind(_ACTORS, (NodeType.AGREEMENT,), "violated", "was violated by", _TOLD),
    EdgeType.ACCUSED: EdgeKind(_ACTORS, _ACTORS, "accused", "was accused by", _TOLD),
    EdgeType.MEMBER_OF: EdgeKind(_ACTORS, (NodeType.ORGANIZATION,), "is a member of", "has the member", _TOLD),
    EdgeType.RESPONDED_WITH: EdgeKind(_ACTORS, (NodeType.INCIDENT,), "answered", "was answered by", _ANSWERED),
    EdgeType.HOLDS: EdgeKind((NodeType.PAPER,), (NodeType.PASSAGE,), "holds", "is held by"),
    EdgeType.REPEATS: EdgeKind(
        (NodeType.PASSAGE,),
        (NodeType.PASSAGE,),
        "repeats",
        "is repeated by",
        (
            Attribute("similarity", float, "share of words that agree, from 0 to 1", always=True),
            Attribute("likeness", str, "how alike the two are", always=True, values=DuplicateKind),
        ),
    ),
    EdgeType.DIFFERS_FROM: EdgeKind(
        (NodeType.CLAIM, NodeType.PASSAGE),
        (NodeType.CLAIM, NodeType.PASSAGE),
        "differs from",
        "is told otherwise in",
        (
            Attribute("differs_in", str, "what is not the same in both", always=True, values=Difference),
            Attribute("finding", str, "id of the finding that says so", always=True),
        ),
    ),
    EdgeType.FLAGS: EdgeKind(
        (NodeType.FINDING,),
        (NodeType.CITATION, NodeType.REFERENCE, NodeType.CLAIM, NodeType.PASSAGE, NodeType.PAPER),
        "flags",
        "is flagged by",
    ),
}
