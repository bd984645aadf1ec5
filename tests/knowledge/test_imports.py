"""Files of incident data in the layouts of public projects become packs; a column that is missing is named."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from claimtrace.knowledge.imports import import_file
from claimtrace.knowledge.packs import pack_at
from claimtrace.knowledge.tables import Row, pack_table
from claimtrace.model.errors import KnowledgeError
from knowledge.layouts import CFR_COLUMNS, DCID_FEBRUARY, DCID_JUNE, EUREPOC_COLUMNS

EUREPOC = {
    "ID": "1", "name": "Breach of the lamp office", "start_date": "2031-03-04", "end_date": "2031-04-01",
    "incident_type": "['Data theft', 'Hijacking with Misuse']", "receiver_country": "['Estonia', 'Latvia']",
    "attribution_date": "['2032-01-05 00:00:00']", "attributing_country": "['Estonia']",
    "attributed_initiator_country": "['Russia']", "political_response_type": "Stabilizing measures",
}  # fmt: skip
CFR = {
    "Title": "Breach of the keeper?s lamp", "Date": "3/4/2031", "Victims": "Estonia, Latvia", "Sponsor": "China",
    "Type": "Espionage", "Response": "Sanctions", "Description": "",
}  # fmt: skip
DCID = {
    "Name": "Lamp office", "StateA": "2", "StateB": "710", "interactionstartdate": "44197",
    "interactionenddate": "44200", "initiator": "710", "method": "3.1",
}  # fmt: skip
MISP = {"values": [
    {"value": "QUIET GULL", "uuid": "1", "meta": {"country": "CN", "synonyms": ["Gull Group", "APT999"]}},
    {"value": "LOUD GULL", "uuid": "2"},
]}  # fmt: skip


def _csv(path: Path, row: dict[str, str]) -> Path:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(row))
    writer.writeheader()
    writer.writerow(row)
    path.write_text(out.getvalue(), encoding="utf-8")
    return path


def _xlsx(path: Path, row: dict[str, str]) -> Path:
    """A workbook with one sheet: texts shared, numbers as they are."""
    shared = [*row, row["Name"]]
    head = "".join(f'<c r="{chr(65 + at)}1" t="s"><v>{at}</v></c>' for at in range(len(row)))
    cells = "".join(
        f'<c r="{chr(65 + at)}2"' + (f' t="s"><v>{len(row)}</v></c>' if key == "Name" else f"><v>{value}</v></c>")
        for at, (key, value) in enumerate(row.items())
    )
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    with zipfile.ZipFile(path, "w") as book:
        strings = "".join(f"<si><t>{text}</t></si>" for text in shared)
        book.writestr("xl/sharedStrings.xml", f"<sst {main}>{strings}</sst>")
        sheet = f'<row r="1">{head}</row><row r="2">{cells}</row>'
        book.writestr("xl/worksheets/sheet1.xml", f"<worksheet {main}><sheetData>{sheet}</sheetData></worksheet>")
    return path


def _imported(path: Path, table: str = "incidents") -> list[Row]:
    folder = path.parent / "pack"
    import_file(path, folder)
    assert pack_at(folder).name == "pack"
    return list(pack_table(folder / f"{table}.tsv"))


def test_the_global_database_of_eurepoc(tmp_path: Path) -> None:
    (row,) = _imported(_csv(tmp_path / "eurepoc.csv", EUREPOC))
    assert (row["name"], row["start"], row["end"]) == ("Breach of the lamp office", "2031-03", "2031-04")
    assert (row["targets"], row["attributed_to"], row["attributed_by"]) == ("EE; LV", "RU", "Estonia 2032")
    assert row["kind"] == "theft; espionage"


def test_several_attributions_are_contested(tmp_path: Path) -> None:
    (row,) = _imported(_csv(tmp_path / "e.csv", {**EUREPOC, "attributed_initiator_country": "['Russia', 'China']"}))
    assert row["attributed_to"] == ""
    assert row["attributed_by"].startswith("contested")


def test_the_tracker_of_cfr_gets_its_apostrophes_back(tmp_path: Path) -> None:
    (row,) = _imported(_csv(tmp_path / "cfr.csv", CFR))
    assert row["name"] == "Breach of the keeper’s lamp"
    assert (row["disclosed"], row["targets"], row["attributed_to"]) == ("2031-03", "EE; LV", "CN")


def test_a_workbook_of_dcid(tmp_path: Path) -> None:
    (row,) = _imported(_xlsx(tmp_path / "dcid.xlsx", DCID))
    assert (row["name"], row["start"], row["end"]) == ("Lamp office", "2021-01", "2021-01")
    assert (row["targets"], row["attributed_to"], row["kind"]) == ("US", "CN", "espionage")


def test_a_cluster_of_the_misp_galaxy(tmp_path: Path) -> None:
    path = tmp_path / "actors.json"
    path.write_text(json.dumps(MISP), encoding="utf-8")
    loud, quiet = _imported(path, "organizations")
    assert (quiet["name"], quiet["aliases"], quiet["state"]) == ("QUIET GULL", "Gull Group; APT999", "CN")
    assert (loud["name"], loud["state"]) == ("LOUD GULL", "")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({key: value for key, value in EUREPOC.items() if key != "receiver_country"}, "'receiver_country' is missing"),
        ({key: value for key, value in CFR.items() if key != "Sponsor"}, "looks like CFR.*'Sponsor' is missing"),
        ({"tide": "1", "hour": "2"}, "is of no layout that is known"),
    ],
)
def test_a_missing_column_is_named(row: dict[str, str], problem: str, tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=problem):
        import_file(_csv(tmp_path / "data.csv", row), tmp_path / "pack")
    assert not (tmp_path / "pack").exists()


@pytest.mark.parametrize("data", [b"PK broken", b'{"values": 3}', b"{", b""])
def test_what_is_no_table_is_refused_in_one_line(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "data"
    path.write_bytes(data)
    with pytest.raises(KnowledgeError) as caught:
        import_file(path, tmp_path / "pack")
    assert "\n" not in str(caught.value)


def test_no_folder_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    with pytest.raises(KnowledgeError, match="exists already"):
        import_file(_csv(tmp_path / "cfr.csv", CFR), tmp_path / "pack")


def _whole(columns: list[str], row: dict[str, str]) -> dict[str, str]:
    """A row with every column that the project publishes, the others empty."""
    assert row.keys() <= set(columns)
    return {column: row.get(column, "") for column in columns}


@pytest.mark.parametrize("row", [_whole(EUREPOC_COLUMNS, EUREPOC), _whole(CFR_COLUMNS, CFR)])
def test_files_with_all_their_columns(row: dict[str, str], tmp_path: Path) -> None:
    (record,) = _imported(_csv(tmp_path / "data.csv", row))
    assert record["targets"] == "EE; LV"


@pytest.mark.parametrize("columns", [DCID_JUNE, DCID_FEBRUARY])
def test_both_sheets_of_dcid(columns: list[str], tmp_path: Path) -> None:
    row = {key: value for key, value in DCID.items() if key in columns}
    (record,) = _imported(_xlsx(tmp_path / "dcid.xlsx", row))
    assert (record["name"], record["start"], record["attributed_to"]) == ("Lamp office", "2021-01", "CN")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"start_date": "2030-2031", "end_date": "2030-2031"}, {"start": "2030", "end": "2031"}),
        ({"start_date": "Not available", "end_date": ""}, {"start": "", "end": ""}),
        ({"start_date": "['2031-05-01', '2030-11-02']"}, {"start": "2030-11"}),
        ({"receiver_country": "[['Iran, Islamic Republic of'], ['Korea, Republic of', 'EU']]"}, {"targets": "IR; KR"}),
        ({"receiver_country": "Unknown"}, {"targets": ""}),
        ({"receiver_country": "Bosnia and Herzegovina; China and Iran"}, {"targets": "BA; CN; IR"}),
        ({"attributed_initiator_country": "['Not available', None]"}, {"attributed_to": ""}),
        ({"attributing_country": "['Not available']", "attribution_date": "Not available"}, {"attributed_by": ""}),
    ],
)  # fmt: skip
def test_odd_values(changed: dict[str, str], told: dict[str, str], tmp_path: Path) -> None:
    (record,) = _imported(_csv(tmp_path / "e.csv", {**EUREPOC, **changed}))
    assert {column: record[column] for column in told} == told


@pytest.mark.parametrize(
    ("written", "read"),
    [("31/3/2031", "2031-03"), ("4.3.2031", "2031-03"), ("March 2031", "2031-03"), ("Mar. 4, 2031", "2031-03"),
     ("early 2031", "2031"), ("unknown", "")],
)  # fmt: skip
def test_dates_as_people_write_them(written: str, read: str, tmp_path: Path) -> None:
    (record,) = _imported(_csv(tmp_path / "cfr.csv", {**CFR, "Date": written}))
    assert record["disclosed"] == read


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(",", "utf-8"), (",", "utf-8-sig"), (";", "utf-8"), ("\t", "utf-16"), (",", "cp1252")]
)
def test_a_table_is_read_however_it_was_saved(delimiter: str, encoding: str, tmp_path: Path) -> None:
    row = {**EUREPOC, "name": "Foxglove breach; Norway", "receiver_country": "['Côte d’Ivoire', 'Freedonia']"}
    path = tmp_path / "data.csv"
    with path.open("w", newline="", encoding=encoding) as file:
        table = csv.DictWriter(file, list(row), delimiter=delimiter)
        table.writeheader()
        table.writerows([row, {**row, "name": ""}])
    made = import_file(path, tmp_path / "pack")
    assert (made.records, made.unknown) == (1, ("Freedonia",))
    (record,) = pack_table(tmp_path / "pack" / "incidents.tsv")
    assert (record["name"], record["targets"]) == ("Foxglove breach, Norway", "CI")


def test_values_of_a_cluster_that_are_none_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "actors.json"
    values = [*MISP["values"], "odd", {"uuid": "1"}, {"value": "Grey Teal", "meta": None}]
    path.write_text(json.dumps({**MISP, "values": values}), encoding="utf-8")
    assert import_file(path, tmp_path / "pack").records == len(MISP["values"]) + 1
