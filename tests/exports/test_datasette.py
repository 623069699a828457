"""Datasette's metadata: every table of a catalogue is described, and every question runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.queries import QUERIES
from basedon.exports import export


def told(held: Catalogue, tmp_path: Path) -> dict[str, object]:
    export(held, "datasette", tmp_path / "metadata.json")
    database = json.loads((tmp_path / "metadata.json").read_text("utf-8"))["databases"][held.path.stem]
    assert isinstance(database, dict)
    return database


def test_tables_and_columns_are_those_of_the_file(held: Catalogue, tmp_path: Path) -> None:
    tables = told(held, tmp_path)["tables"]
    assert isinstance(tables, dict)
    there = {name for (name,) in held.query("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {"works", "statements", "evidence", "links"} <= set(tables) <= there
    for name, about in tables.items():
        columns = {row[1] for row in held.query(f"PRAGMA table_info({name})")}
        assert set(about.get("columns", {})) <= columns
        assert set(about.get("facets", [])) <= columns
        assert {about[key] for key in ("label_column", "sort", "sort_desc") if key in about} <= columns
    assert tables["works"]["columns"]["year"] == "of the first release"
    assert tables["links"]["description"] == "Which film remakes which"


@pytest.mark.parametrize("name", QUERIES)
def test_every_question_is_answered(small: Path, name: str) -> None:
    with Catalogue(small) as catalogue:
        rows = catalogue.connection.execute(QUERIES[name].sql, {"title": "The Lamp", "name": "Joan Field"}).fetchall()
    assert rows
