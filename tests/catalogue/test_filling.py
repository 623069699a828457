"""Rows on their way into the tables: their digest, their order, and what of too many is kept."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from basedon.catalogue import filling, joining
from basedon.catalogue.filling import Filling, Tables, issue_rows, source_rows
from basedon.catalogue.joining import Joined
from basedon.model.issue import Issue
from basedon.model.statement import Predicate, Statement, Target
from basedon.sources.source import Source

Say = Callable[..., Statement]
Film = Callable[..., list[Statement]]
Filled = Callable[..., sqlite3.Connection]

ORIGINAL, REMAKE = "wikidata:Q1", "wikidata:Q2"


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """Two empty tables."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for name in ("one", "two"):
            connection.execute(f"CREATE TABLE {name} (a, b)")
        yield connection


@pytest.fixture
def digest(connection: sqlite3.Connection) -> Callable[..., str]:
    def of(*added: tuple[str, list[tuple[Any, ...]]]) -> str:
        tables = Tables(connection)
        for table, rows in added:
            tables.add(table, rows)
        return tables.digest()

    return of


@pytest.mark.parametrize("batch", [1, 1000])
def test_the_digest_is_that_of_the_rows_however_they_are_handed_over(
    digest: Callable[..., str], monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    monkeypatch.setattr(filling, "BATCH", batch)
    rows = [(1, "a"), (2, None), (3, "c")]
    whole = digest(("one", rows), ("two", rows[:1]))
    assert digest(("two", rows[:1]), ("one", rows[:2]), ("one", []), ("one", rows[2:])) == whole


@pytest.mark.parametrize(
    "other",
    [
        [("one", [(1, "a"), (2, "c")])],
        [("one", [(2, "b"), (1, "a")])],
        [("one", [(1, "a")])],
        [("one", [(1, "a"), (2, "b"), (2, "b")])],
        [("one", [("1", "a"), (2, "b")])],
        [("two", [(1, "a"), (2, "b")])],
        [("one", [(1, "a")]), ("two", [(2, "b")])],
        [],
    ],
)
def test_the_digest_changes_with_every_row(digest: Callable[..., str], other: list[Any]) -> None:
    assert digest(("one", [(1, "a"), (2, "b")])) != digest(*other)


def test_rows_wait_until_there_are_many(connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "BATCH", 3)
    tables = Tables(connection)

    def written() -> list[int]:
        return [connection.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0] for name in ("one", "two")]

    tables.each([("one", (1, 1)), ("two", (1, 1))])
    assert written() == [0, 0]
    tables.add("one", [(2, 2)])
    assert written() == [2, 1]
    tables.add("one", ((n, n) for n in range(3, 10)))
    assert written() == [8, 1]
    tables.flush()
    assert connection.execute("SELECT a FROM one ORDER BY rowid").fetchall() == [(n,) for n in range(1, 10)]


def test_of_too_many_issues_of_one_kind_the_rest_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "SHOWN", 2)
    issues = [
        *(Issue("imdb", f"row {n}", "no id", "is none") for n in range(1, 5)),
        Issue("imdb", "row 9", "wrong columns", "has three"),
        *(Issue("netflix", f"row {n}", "no id", "is none") for n in range(1, 3)),
    ]
    assert list(issue_rows(Counter(issues))) == [
        ("imdb", "row 1", "no id", "is none", 1),
        ("imdb", "row 2", "no id", "is none", 1),
        ("imdb", "row 9", "wrong columns", "has three", 1),
        ("netflix", "row 1", "no id", "is none", 1),
        ("netflix", "row 2", "no id", "is none", 1),
        ("imdb", None, "no id", "and more of this kind", 2),
    ]


def test_sources_that_hold_nothing_are_not_named(film: Film, joined: Callable[..., Joined]) -> None:
    sources = [
        Source(name, name.title(), "CC0", f"https://{name}.example/", "films") for name in ("z", "wikidata", "b")
    ]
    rows = source_rows(joined(film(ORIGINAL, "One") + film(REMAKE, "Two")), sources, {"b": 7, "z": 0})
    assert [(row[0], row[-1]) for row in rows] == [("b", 7), ("wikidata", 2)]


def test_works_put_together_again_and_again_are_the_same(
    say: Say, film: Film, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = [*film(ORIGINAL, "One", 1990), *film(REMAKE, "Two", 2000), say(REMAKE, Predicate.REMAKE_OF, Target("One"))]
    once = list(filled(said).iterdump())
    monkeypatch.setattr(joining, "KEPT", 1)
    assert list(filled(said).iterdump()) == once


@pytest.mark.parametrize(("title", "gained"), [("Two", (60, 0)), ("One", (60, -60))])
def test_a_film_that_was_remade_is_meant_more_often_its_namesake_less(
    say: Say, film: Film, filled: Filled, title: str, gained: tuple[int, int]
) -> None:
    def prominence(predicate: Predicate) -> list[int]:
        link = say(REMAKE, predicate, Target(id=ORIGINAL))
        rows = filled([*film(ORIGINAL, "One", 1990), *film(REMAKE, title, 2000), link]).execute(
            "SELECT prominence FROM works ORDER BY work"
        )
        return [prominence for (prominence,) in rows]

    without, linked = prominence(Predicate.SEQUEL_OF), prominence(Predicate.REMAKE_OF)
    assert tuple(b - a for a, b in zip(without, linked, strict=True)) == gained


def test_an_award_that_was_won_is_no_mere_nomination(say: Say, film: Film, filled: Filled) -> None:
    best, score = Target("Best Picture", creator="Aki", year=1951), Target("Best Score", year=1951)
    said = [
        say(ORIGINAL, Predicate.NOMINATION, best),
        say(ORIGINAL, Predicate.NOMINATION, score),
        say(ORIGINAL, Predicate.AWARD, best),
        say(ORIGINAL, Predicate.NOMINATION, best),
        say(ORIGINAL, Predicate.NOMINATION, Target("Best Score", year=1952)),
    ]
    rows = filled(film(ORIGINAL, "One", 1950), said).execute(
        "SELECT position, award, year, name, won FROM awards ORDER BY position"
    )
    assert rows.fetchall() == [
        (1, "Best Picture", 1951, "Aki", 1),
        (2, "Best Score", 1951, None, 0),
        (3, "Best Score", 1952, None, 0),
    ]


def test_what_is_heard_late_is_written_too(
    tmp_path: Path, say: Say, film: Film, joined: Callable[..., Joined], filled: Filled
) -> None:
    """Also of a work that no story was told of, and of one already put together."""
    connection = filled([])
    works, tables = joined(film(ORIGINAL, "One", 1990)), Tables(connection)
    late = Filling(tables, works, tmp_path, None, lambda *_: None)
    late.works()
    assert works.entries[ORIGINAL].first(Predicate.TRUE_STORY) is None
    works.entries.add(ORIGINAL, say(ORIGINAL, Predicate.TRUE_STORY))
    late.stories()
    assert connection.execute("SELECT work, predicate FROM statements").fetchall() == [(1, "true_story")]


def test_it_is_told_how_far_it_is(tmp_path: Path, film: Film, joined: Callable[..., Joined], filled: Filled) -> None:
    told: list[tuple[str, int, int]] = []
    works = joined(film(ORIGINAL, "One"), film(REMAKE, "Two"))
    writing = Filling(Tables(filled([])), works, tmp_path, None, lambda *step: told.append(step))
    writing.works()
    writing.stories()
    assert told == [("writing", 0, 6), ("writing", 2, 6), ("writing", 4, 6)]
