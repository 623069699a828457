"""CSV and Parquet: every table that the file has, whatever tables those are, and back again without a loss."""

from __future__ import annotations

import csv as standard
import io
import sqlite3
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

from basedon.catalogue import tables
from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.schema import FOR_SEARCH
from basedon.errors import BadUsage
from basedon.exports import csv, export, jsonl

LATER = """
CREATE TABLE later_scores (
    work INTEGER NOT NULL REFERENCES works, source TEXT NOT NULL, mean REAL, votes INTEGER, PRIMARY KEY (work, source)
) WITHOUT ROWID, STRICT;
INSERT INTO later_scores VALUES (1, 'imdb', 7.25, 12), (1, 'films', NULL, NULL), (3, 'imdb', 1e-300, 9007199254740993);
CREATE TABLE later_weeks (week TEXT, "a ""b"" c" INTEGER, work INTEGER, raw BLOB, any_ ANY) STRICT;
INSERT INTO later_weeks VALUES
    ('2026-01-04', 1, 3, x'00ff', 5), ('2026-01-04', 2, NULL, NULL, 'x'),
    ('', 3, 1, x'', NULL), (NULL, 4, 1, x'61', 2.5);
CREATE TABLE later_empty (held TEXT) STRICT;
CREATE VIEW later_seen AS SELECT * FROM works;
CREATE INDEX later_weeks_by_all ON later_weeks (work, week, "a ""b"" c", raw, any_);
"""


@pytest.fixture
def later(small: Path, tmp_path: Path) -> Path:
    """The small catalogue with tables of which this version knows nothing."""
    path = tmp_path / "later.basedon"
    path.write_bytes(small.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(LATER)
    return path


@pytest.fixture(params=["small", "hostile", "later"])
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


def plain(path: Path) -> dict[str, tuple[list[str], list[tuple[Any, ...]]]]:
    """Columns and rows of every table, as sqlite3 alone tells them."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        listed = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        held = {}
        for (name,) in listed:
            if not name.startswith("sqlite_") and name not in FOR_SEARCH:
                cursor = connection.execute(f'SELECT * FROM "{name}"')
                held[name] = ([column[0] for column in cursor.description], cursor.fetchall())
        return held


def parsed(text: str) -> list[list[str | None]]:
    """RFC 4180 read by its grammar; None for an empty field without quotes."""
    lines: list[list[str | None]] = []
    line: list[str | None] = []
    at = 0
    while at < len(text):
        if text[at] == '"':
            end = at + 1
            while text[end] != '"' or text[end + 1] == '"':
                end += 2 if text[end] == '"' else 1
            line.append(text[at + 1 : end].replace('""', '"'))
            at = end + 1
        else:
            end = min(text.index("\r\n", at), len(text) if "," not in text[at:] else text.index(",", at))
            line.append(text[at:end] or None)
            at = end
        if text[at] == ",":
            at += 1
        else:
            assert text[at : at + 2] == "\r\n"
            at += 2
            lines.append(line)
            line = []
    return lines


def as_text(value: Any) -> str | None:
    return None if value is None else value.hex() if isinstance(value, bytes) else str(value)


def test_csv_and_back(path: Path, tmp_path: Path) -> None:
    with Catalogue(path) as catalogue:
        export(catalogue, "csv", tmp_path / "csv")
    held = plain(path)
    assert {file.stem for file in (tmp_path / "csv").glob("*.csv")} == set(held)
    for name, (columns, rows) in held.items():
        text = (tmp_path / "csv" / f"{name}.csv").read_bytes().decode()
        head, *lines = parsed(text)
        assert head == columns
        assert sorted(lines, key=repr) == sorted(([*map(as_text, row)] for row in rows), key=repr)
        loose = list(standard.reader(io.StringIO(text, newline=""), strict=True))
        assert loose == [[value or "" for value in line] for line in [head, *lines]]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        ("", '""'),
        ("plain", "plain"),
        ("=1+2", "=1+2"),
        ("@x", "@x"),
        ("-1", "-1"),
        ('a"b', '"a""b"'),
        ("a,b", '"a,b"'),
        ("a\nb", '"a\nb"'),
        ("a\rb", '"a\rb"'),
        (" a", '" a"'),
        ("a\t", '"a\t"'),
        (5, "5"),
        (2.5, "2.5"),
        (b"\x00\xff", "00ff"),
    ],
)
def test_a_field(value: object, written: str) -> None:
    assert csv.field(value) == written


def test_parquet_and_back(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "AT_ONCE", 7)
    with Catalogue(path) as catalogue:
        export(catalogue, "parquet", tmp_path / "parquet")
        digest = catalogue.stamp.digest
    held = plain(path)
    assert {file.stem for file in (tmp_path / "parquet").glob("*.parquet")} == set(held)
    for name, (columns, rows) in held.items():
        file = parquet.ParquetFile(tmp_path / "parquet" / f"{name}.parquet")
        assert file.schema_arrow.names == columns
        assert file.schema_arrow.metadata[b"basedon.digest"] == digest.encode()
        read = [tuple(row.values()) for row in file.read().to_pylist()]
        if "any_" in columns:
            rows = [(*row[:-1], as_text(row[-1])) for row in rows]
        assert sorted(read, key=repr) == sorted(rows, key=repr)
        assert all(file.metadata.row_group(n).num_rows <= 7 for n in range(file.num_row_groups))
        file.close()


def test_columns_have_types(later: Path, tmp_path: Path) -> None:
    with Catalogue(later) as catalogue:
        export(catalogue, "parquet", tmp_path / "parquet")
    fields = {
        name: [(f.name, str(f.type), f.nullable) for f in parquet.read_schema(tmp_path / "parquet" / f"{name}.parquet")]
        for name in ("later_scores", "later_weeks", "works", "origins")
    }
    assert fields["later_scores"] == [
        ("work", "int64", False),
        ("source", "string", False),
        ("mean", "double", True),
        ("votes", "int64", True),
    ]
    assert [type_ for _, type_, _ in fields["later_weeks"]] == ["string", "int64", "int64", "binary", "string"]
    assert fields["works"][:2] == [("work", "int64", False), ("id", "string", False)]
    assert ("year", "int64", True) in fields["works"]
    assert fields["origins"][0] == ("origin", "int64", False)


def test_rows_come_in_the_order_of_the_key(later: Path) -> None:
    with Catalogue(later) as catalogue:
        held = {table.name: table for table in tables.tables(catalogue)}
        assert list(held)[:3] == ["about", "sources", "works"]
        assert held["later_scores"].order == ("work", "source")
        later_scores = [row for some in tables.rows(catalogue, held["later_scores"]) for row in some]
        assert later_scores == sorted(later_scores, key=lambda row: row[:2])
        # an index that covers the table must not lead to its order
        assert [row[1] for some in tables.rows(catalogue, held["later_weeks"]) for row in some] == [1, 2, 3, 4]


def test_json_lines_hold_tables_about_works_too(later: Path) -> None:
    import json

    with Catalogue(later) as catalogue:
        works = [json.loads(line) for line in "".join(jsonl.pieces(catalogue)).splitlines()]
    assert works[0]["later_scores"][1] == {"source": "imdb", "mean": 7.25, "votes": 12}
    assert works[2]["later_scores"][0]["votes"] == 9007199254740993
    assert works[1]["later_scores"] == []
    assert [row['a "b" c'] for row in works[0]["later_weeks"]] == [3, 4]
    assert works[2]["later_weeks"][0]["raw"] == "AP8="


def test_without_pyarrow(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        if name.startswith("pyarrow"):
            raise ModuleNotFoundError(name)
        return import_module(name)

    monkeypatch.setattr("basedon.exports.parquet.import_module", missing)
    with Catalogue(small) as catalogue, pytest.raises(BadUsage, match=r"pip install 'basedon\[parquet\]', or"):
        export(catalogue, "parquet", tmp_path / "parquet")
    assert not (tmp_path / "parquet").exists()


def test_pyarrow_reads_the_csv_files(hostile: Path, tmp_path: Path) -> None:
    from pyarrow import csv as reader

    with Catalogue(hostile) as catalogue:
        export(catalogue, "csv", tmp_path / "csv")
    works = reader.read_csv(
        tmp_path / "csv" / "works.csv",
        parse_options=reader.ParseOptions(newlines_in_values=True),
        convert_options=reader.ConvertOptions(
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
            null_values=[""],
            column_types={"title": pyarrow.string()},
        ),
    )
    assert works.column("title").to_pylist() == [row[3] for row in plain(hostile)["works"][1]]
    assert works.column("imdb").null_count == works.num_rows
