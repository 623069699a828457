"""The file as anybody opens it: with plain sqlite3, and none of this program."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from basedon.catalogue import schema

TABLES = {
    "about",
    "sources",
    "works",
    "titles",
    "years",
    "traits",
    "people",
    "credits",
    "origins",
    "statements",
    "evidence",
    "readings",
    "reactions",
    "feelings",
    "reaction_months",
    "shown_posts",
    "links",
    "awards",
    "ratings",
    "charts",
    "joins",
    "issues",
    "title_blocks",
    "title_letters",
    "title_bests",
}


@pytest.fixture(params=["small", "starter"])
def plain(request: pytest.FixtureRequest) -> Iterator[sqlite3.Connection]:
    path: Path = request.getfixturevalue(request.param)
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        yield connection


def test_no_key_leads_nowhere(plain: sqlite3.Connection) -> None:
    assert plain.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_page_is_sound(plain: sqlite3.Connection) -> None:
    assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_every_table_is_there_and_readable(plain: sqlite3.Connection) -> None:
    named = {name for (name,) in plain.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert {name for name in named if not name.startswith("sqlite_")} == TABLES
    for table in TABLES:
        columns = [row[1] for row in plain.execute(f"PRAGMA table_info({table})")]
        for row in plain.execute(f"SELECT * FROM {table} LIMIT 50"):
            assert len(row) == len(columns)


def test_the_header_names_the_program_and_the_version(plain: sqlite3.Connection) -> None:
    assert plain.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"bson"),)
    assert plain.execute("PRAGMA user_version").fetchone() == (1,)


def test_it_needs_no_journal_beside_it(plain: sqlite3.Connection) -> None:
    assert plain.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert plain.execute("PRAGMA encoding").fetchone() == ("UTF-8",)


def test_searching_by_title_person_or_id_uses_an_index(plain: sqlite3.Connection) -> None:
    for column, table in (
        ("normal", "titles"),
        ("normal", "people"),
        ("wikidata", "works"),
        ("imdb", "works"),
        ("id", "works"),
        ("work", "statements"),
        ("original", "links"),
        ("derivative", "links"),
    ):
        plan = plain.execute(f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {column} = ?", ["x"]).fetchall()
        assert plan[0][3].startswith("SEARCH"), (table, column, plan)


def test_every_statement_has_evidence(plain: sqlite3.Connection) -> None:
    bare = plain.execute("SELECT COUNT(*) FROM statements WHERE statement NOT IN (SELECT statement FROM evidence)")
    assert bare.fetchone() == (0,)


def test_no_work_remakes_itself_and_no_title_has_an_empty_key(plain: sqlite3.Connection) -> None:
    assert plain.execute("SELECT COUNT(*) FROM links WHERE derivative = original").fetchone() == (0,)
    assert plain.execute("SELECT COUNT(*) FROM titles WHERE normal = ''").fetchone() == (0,)


def test_every_work_is_named_and_has_a_record(plain: sqlite3.Connection) -> None:
    assert plain.execute(
        "SELECT COUNT(*) FROM works WHERE title = '' OR type NOT IN ('film', 'series')"
    ).fetchone() == (0,)
    assert plain.execute("SELECT COUNT(*) FROM works WHERE work NOT IN (SELECT work FROM joins)").fetchone() == (0,)
    assert plain.execute("SELECT COUNT(*) FROM works WHERE work NOT IN (SELECT work FROM titles)").fetchone() == (0,)
    assert plain.execute(
        "SELECT COUNT(*) FROM works WHERE year IS NOT NULL AND (work, year) NOT IN (SELECT work, year FROM years)"
    ).fetchone() == (0,)


def test_the_numbers_of_works_follow_their_ids(plain: sqlite3.Connection) -> None:
    ids = [id_ for (id_,) in plain.execute("SELECT id FROM works ORDER BY work")]
    assert ids == sorted(ids)


def test_the_kinds_of_links_are_a_closed_list(plain: sqlite3.Connection) -> None:
    kinds = {kind for (kind,) in plain.execute("SELECT DISTINCT kind FROM links")}
    assert kinds <= {"official", "unofficial", "loose", "re-adaptation", "unknown"}


def test_every_table_says_what_its_foreign_keys_are() -> None:
    """`work` and `source` columns refer to their tables, but in `issues`, which tells of what is not held."""
    for table in re.findall(r"CREATE TABLE (\w+) \((.*?)\n\)", schema.TABLES, re.DOTALL):
        name, columns = table
        for column in re.findall(r"^    (work|source) .*?(?:,|$)", columns, re.MULTILINE):
            line = next(line for line in columns.splitlines() if line.startswith(f"    {column} "))
            assert "REFERENCES" in line or name == "issues" or "PRIMARY KEY" in line, (name, line)
