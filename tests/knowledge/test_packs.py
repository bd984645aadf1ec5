"""Packs: records of another field, added, used in an audit, said in its settings; and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrace.knowledge.packs import add_pack, added_packs, find_pack, pack_at
from claimtrace.knowledge.records import records
from claimtrace.knowledge.tables import table, using
from claimtrace.model.entity import EntityType
from claimtrace.model.errors import KnowledgeError
from claimtrace.pipeline.table import find_pipeline
from set_documents import paper_of

HEALTH = """# Outbreaks of public health, for the tests
name\taliases\tstart\tend\tdisclosed\ttargets\tkind\tsource
Harbour fever\tHarbour fever outbreak\t2031-03\t2032\t2031-04\tEE; LV\thealth\tQuill 2033
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "public-health"
    folder.mkdir()
    (folder / "incidents.tsv").write_text(HEALTH, encoding="utf-8")
    return folder


def test_a_pack_of_another_field_is_used_while_it_is_in_use(pack: Path) -> None:
    text = "# Body\n\nHarbour fever closed the schools of Estonia."
    with using([pack]):
        named = {entity.name: entity for entity in paper_of(text).entities}
        assert (named["Harbour fever"].type, named["Harbour fever"].year) == (EntityType.INCIDENT, 2031)
        assert named["Harbour fever"].record == "Harbour fever"
    assert {entity.name for entity in paper_of(text).entities} == {"Estonia"}
    assert not any(record.name == "Harbour fever" for record in records())


def test_a_record_of_a_pack_takes_the_place_of_the_built_in_one(tmp_path: Path) -> None:
    (tmp_path / "incidents.tsv").write_text("name\tstart\tsource\nWannaCry\t2031\tQuill 2033\n", encoding="utf-8")
    with using([tmp_path]):
        assert [row["start"] for row in table("incidents") if row["name"] == "WannaCry"] == ["2031"]
    assert [row["start"] for row in table("incidents") if row["name"] == "WannaCry"] == ["2017-05"]


def test_added_packs_are_found_by_name_and_named_by_what_they_hold(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMTRACE_DATA", str(tmp_path / "data"))
    added = add_pack(pack)
    assert added_packs() == (added,)
    assert find_pack("public-health") == added
    assert pack_at(pack).digest == added.digest
    assert find_pipeline("default").settings["packs"] == {"public-health": added.digest}
    (pack / "incidents.tsv").write_text(HEALTH.replace("2031", "2030"), encoding="utf-8")
    assert add_pack(pack).digest != added.digest
    assert len(added_packs()) == 1
    with pytest.raises(KnowledgeError, match="did you mean 'public-health'"):
        find_pack("public-helth")


def test_a_pipeline_names_its_packs_by_folder(pack: Path) -> None:
    path = pack.parent / "own.toml"
    stages = '["read", "structure", "sentences", "references", "citations", "links", "entities", "graph"]'
    path.write_text(f'description = "ours"\nstages = {stages}\npacks = ["public-health"]\n', encoding="utf-8")
    assert [pack.name for pack in find_pipeline(path).packs] == ["public-health"]


@pytest.mark.parametrize(
    ("table_text", "problem"),
    [
        ("name\tbegin\nHarbour fever\t2031\n", "unknown column 'begin'"),
        ("start\tend\n2031\t2032\n", "the column 'name' is missing"),
        ("name\tstart\nHarbour fever\tMarch 2031\n", "write a year, or a year and month"),
        ("name\tstart\nHarbour fever\n", "line 2: 1 fields where the head names 2"),
        ("name\tattributed_to\nHarbour fever\tQQ\n", "no ISO 3166 code"),
        ("name\tstart\n\t2031\n", "has no name"),
        ("name\ttargets\nHarbour fever\tPort Office; QQ\n", "targets names 'QQ'"),
        ("name\tstart\tend\nHarbour fever\t2031\t2030\n", "is before start"),
        ("name\tkind\nHarbour fever\tepidemic\n", "unknown kind 'epidemic'"),
        ("name\tstart\nHarbour fever\t2031\nHarbour fever\t2032\n", "stands there twice"),
        ("name,start\nHarbour fever,2031\n", "not parted by tabs"),
        ("name\tstart\n", "holds no record"),
        ("", "holds no record"),
    ],
)
def test_a_table_that_is_not_in_order_is_refused_in_words(table_text: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "incidents.tsv").write_text(table_text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=problem):
        pack_at(tmp_path)


def test_a_folder_without_tables_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="holds no table"):
        pack_at(tmp_path)
