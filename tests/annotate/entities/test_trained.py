"""Persons and organisations of a spaCy model stand beside what is known; without the model one line says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from claimtrace.annotate.entities.trained import with_trained
from claimtrace.model.entity import EntityType
from claimtrace.model.errors import PipelineError
from set_documents import paper_of


def test_a_model_adds_persons_and_organisations_and_changes_nothing_else(tmp_path: Path) -> None:
    language = spacy.blank("en")
    rules = [
        {"label": "PERSON", "pattern": "Ada Holm"},
        {"label": "ORG", "pattern": "NATO"},
        {"label": "GPE", "pattern": "Oslo"},
    ]
    language.add_pipe("entity_ruler").add_patterns(rules)  # type: ignore[attr-defined]
    language.to_disk(tmp_path / "model")
    paper = paper_of("# Body\n\nAda Holm told NATO and Estonia. Then Ada Holm left for Oslo.")
    entities = with_trained(paper.document, paper.citations, paper.entities, str(tmp_path / "model"))
    assert set(paper.entities) < set(entities)
    (person,) = set(entities) - set(paper.entities)
    assert (person.type, person.name, len(person.mentions)) == (EntityType.PERSON, "Ada Holm", 2)


def test_a_model_that_is_not_there_is_named() -> None:
    paper = paper_of("# Body\n\nNobody came.")
    with pytest.raises(PipelineError, match="no spaCy model 'xx_no_such_model'"):
        with_trained(paper.document, (), (), "xx_no_such_model")
