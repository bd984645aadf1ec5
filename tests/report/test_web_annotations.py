"""Findings as W3C Web Annotations: the model's terms, and places that lead back to the words."""

from __future__ import annotations

import base64
import json
import re
from typing import Any

import pytest
import rdflib
from rdflib.namespace import RDF

from claimtrace.pipeline.audit import Audit
from corpus_audits import NAMES, corpus_audit

# What is used of the context https://www.w3.org/ns/anno.jsonld, written out: tests ask no network.
OA, AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
CONTEXT = {
    "id": "@id", "type": "@type", "oa": OA, "as": AS, "rdf": str(RDF), "dcterms": "http://purl.org/dc/terms/",
    "Annotation": "oa:Annotation", "TextualBody": "oa:TextualBody", "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector", "FragmentSelector": "oa:FragmentSelector",
    "AnnotationCollection": "as:OrderedCollection", "AnnotationPage": "as:OrderedCollectionPage",
    "assessing": "oa:assessing", "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"}, "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"}, "exact": "oa:exact", "prefix": "oa:prefix",
    "suffix": "oa:suffix", "start": "oa:start", "end": "oa:end", "value": "rdf:value",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"}, "conformsTo": "dcterms:conformsTo",
    "first": {"@id": "as:first", "@type": "@id"}, "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
}  # fmt: skip


def _collection(audit: Audit) -> dict[str, Any]:
    [data] = audit.files(only=("annotations.jsonld",)).values()
    found: dict[str, Any] = json.loads(data)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_is_an_annotation_of_its_words(name: str) -> None:
    audit = corpus_audit(name)
    text = audit.paper.document.text.string
    collection = _collection(audit)
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["total"] == len(audit.findings) == len(collection["first"]["items"])
    for item, finding in zip(collection["first"]["items"], audit.findings, strict=True):
        assert item["id"].endswith(finding.id)
        assert item["body"][0]["value"] == finding.message
        by_type = {selector["type"]: selector for selector in item["target"].get("selector", ())}
        if finding.span:
            quote, position = by_type["TextQuoteSelector"], by_type["TextPositionSelector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        if finding.page:
            assert re.fullmatch(
                rf"page={finding.page}(&viewrect=\d+,\d+,\d+,\d+)?", by_type["FragmentSelector"]["value"]
            )


def test_the_paper_is_named_by_its_bytes() -> None:
    audit = corpus_audit("naming-and-shaming")
    name = _collection(audit)["first"]["items"][0]["target"]["source"]["id"]
    digest = base64.urlsafe_b64decode(name.removeprefix("ni:///sha-256;") + "=")
    assert digest.hex() == audit.paper.document.id


def test_readers_of_linked_data_find_bodies_targets_and_selectors() -> None:
    audit = corpus_audit("naming-and-shaming")
    data = json.dumps({**_collection(audit), "@context": CONTEXT})
    triples = rdflib.Graph().parse(data=data, format="json-ld")
    oa = rdflib.Namespace(OA)
    annotations = set(triples.subjects(RDF.type, oa.Annotation))
    assert len(annotations) == len(audit.findings)
    for annotation in annotations:
        assert (annotation, oa.motivatedBy, oa.assessing) in triples
        [target] = triples.objects(annotation, oa.hasTarget)
        assert len(list(triples.objects(annotation, oa.hasBody))) == 4
        assert len(list(triples.objects(target, oa.hasSelector))) in (1, 3)
