"""Which terms of the common vocabularies say what our nodes and edges are."""

from __future__ import annotations

from collections.abc import Mapping

from claimtrace.model.claim import ClaimKind
from claimtrace.model.document import SectionRole
from claimtrace.model.graph import EdgeType, NodeType

_SPAR = "http://purl.org/spar/"
_PROV = "http://www.w3.org/ns/prov#"
_DCTERMS = "http://purl.org/dc/terms/"
_SCHEMA = "https://schema.org/"

CONTEXT: Mapping[str, str] = {
    "biro": f"{_SPAR}biro/",
    "c4o": f"{_SPAR}c4o/",
    "cito": f"{_SPAR}cito/",
    "dcterms": _DCTERMS,
    "deo": f"{_SPAR}deo/",
    "doco": f"{_SPAR}doco/",
    "fabio": f"{_SPAR}fabio/",
    "prism": "http://prismstandard.org/namespaces/basic/2.0/",
    "prov": _PROV,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": _SCHEMA,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

CLASSES: Mapping[NodeType, tuple[str, ...]] = {
    NodeType.PAPER: (f"{_PROV}Entity",),
    NodeType.SECTION: (f"{_SPAR}doco/Section",),
    NodeType.CLAIM: (f"{_SPAR}doco/Sentence",),
    NodeType.CITATION: (f"{_SPAR}c4o/InTextReferencePointer", f"{_SPAR}cito/Citation"),
    NodeType.REFERENCE: (f"{_SPAR}biro/BibliographicReference",),
    NodeType.WORK: (),
    NodeType.QUOTATION: (f"{_SPAR}doco/TextChunk",),
    NodeType.PASSAGE: (f"{_SPAR}doco/TextChunk",),
    NodeType.TABLE: (f"{_SPAR}doco/Table",),
    NodeType.STATE: (f"{_SCHEMA}Country",),
    NodeType.INCIDENT: (f"{_SCHEMA}Event",),
    NodeType.AGREEMENT: (f"{_SCHEMA}Legislation",),
    NodeType.ORGANIZATION: (f"{_SCHEMA}Organization",),
    NodeType.PERSON: (f"{_SCHEMA}Person",),
    NodeType.FINDING: (f"{_PROV}Entity",),
}

ROLES: Mapping[str, str] = {
    SectionRole.ABSTRACT: f"{_SPAR}doco/Abstract",
    SectionRole.METHOD: f"{_SPAR}deo/Methods",
    SectionRole.RESULTS: f"{_SPAR}deo/Results",
    SectionRole.CONCLUSION: f"{_SPAR}deo/Conclusion",
    SectionRole.REFERENCES: f"{_SPAR}doco/Bibliography",
    SectionRole.APPENDIX: f"{_SPAR}doco/Appendix",
}

PROPERTIES: Mapping[EdgeType, tuple[str, ...]] = {
    EdgeType.HAS_SECTION: (f"{_DCTERMS}hasPart",),
    EdgeType.HAS_CLAIM: (f"{_DCTERMS}hasPart",),
    EdgeType.HAS_TABLE: (f"{_DCTERMS}hasPart",),
    EdgeType.LISTS: (f"{_DCTERMS}hasPart",),
    EdgeType.CITES: (f"{_DCTERMS}hasPart",),
    EdgeType.POINTS_TO: (f"{_SPAR}c4o/denotes",),
    EdgeType.IDENTIFIES: (f"{_SPAR}biro/references",),
    EdgeType.QUOTES: (f"{_DCTERMS}hasPart",),
    EdgeType.MENTIONS: (f"{_SCHEMA}mentions",),
    EdgeType.HOLDS: (f"{_DCTERMS}hasPart",),
    EdgeType.FLAGS: (f"{_PROV}wasDerivedFrom",),
}

WORK_TYPES: Mapping[str, str] = {
    "article": f"{_SPAR}fabio/JournalArticle",
    "book": f"{_SPAR}fabio/Book",
    "chapter": f"{_SPAR}fabio/BookChapter",
    "report": f"{_SPAR}fabio/ReportDocument",
    "thesis": f"{_SPAR}fabio/Thesis",
    "paper-conference": f"{_SPAR}fabio/ConferencePaper",
    "preprint": f"{_SPAR}fabio/Preprint",
    "webpage": f"{_SPAR}fabio/WebPage",
    "news": f"{_SPAR}fabio/NewsItem",
    "dataset": f"{_SPAR}fabio/Dataset",
    "software": f"{_SPAR}fabio/ComputerProgram",
}
OTHER_WORK = f"{_SPAR}fabio/Expression"
PUBLICATION_YEAR = f"{_SPAR}fabio/hasPublicationYear"

# What a claim is of, when a source is cited for facts in it, or for what others did or hold.
EVIDENCE_KINDS = {str(kind) for kind in (ClaimKind.NUMBER, ClaimKind.EVENT)}
INFORMATION_KINDS = {str(kind) for kind in (ClaimKind.ATTRIBUTION, ClaimKind.PRIOR_WORK)}
