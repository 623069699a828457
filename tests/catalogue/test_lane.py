"""Titles that IMDb alone holds: rows among those of the works that others hold too."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.catalogue.lane import BASE, Lane, Numbering
from basedon.model.statement import Predicate, Statement, Target
from basedon.sources.imdb import COLUMNS, Imdb
from basedon.sources.imdb_titles import credits_in_order, frame, persons

Say = Callable[..., Statement]
Film = Callable[..., list[Statement]]
Filled = Callable[..., sqlite3.Connection]

LAMP, FERRY, IDA = "imdb:tt0000002", "imdb:tt10000000", "imdb:tt9999999"
BEFORE, BEHIND = "curated:few#lund", "wikidata:Q1"

FILES = {
    "title.basics": r"""
        tt0000002 movie Lamp Lamp 0 1950 Drama,Sci-Fi
        tt9999999 movie Ida Ida 0 \N Biography,Documentary
        tt10000000 tvSeries Ferry Nattfärjan 0 2010 \N""",
    "title.akas": r"""
        tt0000002 Akari JP ja 0
        tt0000002 Akari \N \N 0
        tt0000002 Lamp US \N 0
        tt0000001 Tide US \N 0
        tt10000000 Nattfärjan SE sv 1""",
    "title.crew": r"""
        tt0000002 nm0000001,nm0000002 nm0000002
        tt9999999 nm0000004 nm0000003
        tt0000001 nm0000005 \N""",
    "title.principals": r"""
        tt0000002 2 nm0000001 actor
        tt0000002 1 nm0000003 actress
        tt0000002 3 nm0000003 self""",
    "name.basics": r"""
        nm0000001 Mori
        nm0000002 Holt
        nm0000003 Ida
        nm0000005 Elsewhere""",
    "title.ratings": r"""
        tt0000001 7.5 99
        tt0000002 8.1 999
        tt0000007 9.9 9""",
}
"""Three titles of the lane; of Q1, which other sources hold, there is a rating."""


def read(name: str) -> pl.DataFrame:
    """One of IMDb's files as its reader gives it."""
    rows = [COLUMNS[name], *(line.split() for line in FILES[name].strip().splitlines())]
    given = Imdb(name, COLUMNS[name]).read("\n".join(map("\t".join, rows)).encode())
    found = frame(stream for _, stream in given.tables)
    assert found is not None
    assert not given.issues
    return found


@pytest.fixture
def lane() -> Lane:
    titles = read("title.basics").sort(pl.col("tconst").cast(pl.String).str.zfill(7))
    people = persons(read("name.basics"), {"nm0000001": "wikidata:Q9"})
    credited = credits_in_order(pl.concat([read("title.crew"), read("title.principals")]), people)
    return Lane(titles, read("title.akas"), credited, people, read("title.ratings"))


@pytest.fixture
def others(say: Say, film: Film) -> list[Statement]:
    """Two works that other sources hold: one goes before those of the lane, one behind them."""
    return [
        *film(BEFORE, "Fog over Lund", 1996, "Ida"),
        say(BEFORE, Predicate.TRUE_STORY),
        *film(BEHIND, "Tide", 1930, None, "imdb:tt0000001"),
        say(BEHIND, Predicate.DIRECTOR, Target("A. Mori", id="wikidata:Q9")),
    ]


@pytest.fixture
def tables(filled: Filled, others: list[Statement], lane: Lane) -> sqlite3.Connection:
    return filled(others, lane=lane)


def test_works_are_numbered_by_their_ids_whoever_holds_them(tables: sqlite3.Connection) -> None:
    rows = tables.execute("SELECT work, id, type, title, original_title, year, wikidata, imdb FROM works")
    assert rows.fetchall() == [
        (1, BEFORE, "film", "Fog over Lund", None, 1996, None, None),
        (2, LAMP, "film", "Lamp", None, 1950, None, "tt0000002"),
        (3, FERRY, "series", "Ferry", "Nattfärjan", 2010, None, "tt10000000"),
        (4, IDA, "film", "Ida", None, None, None, "tt9999999"),
        (5, BEHIND, "film", "Tide", None, 1930, "Q1", "tt0000001"),
    ]


def test_each_wording_of_a_title_is_there_once(tables: sqlite3.Connection) -> None:
    rows = tables.execute("SELECT work, normal, title, kind FROM titles WHERE source = 'imdb' ORDER BY 1, 4, 3")
    assert rows.fetchall() == [
        (2, "akari", "Akari", "also_called"),
        (2, "lamp", "Lamp", "title"),
        (3, "nattfarjan", "Nattfärjan", "original_title"),
        (3, "ferry", "Ferry", "title"),
        (4, "ida", "Ida", "title"),
    ]


def test_years_and_genres_by_the_names_that_others_use(tables: sqlite3.Connection) -> None:
    assert tables.execute("SELECT work, year FROM years WHERE source = 'imdb'").fetchall() == [(2, 1950), (3, 2010)]
    assert tables.execute("SELECT work, position, name FROM traits WHERE source = 'imdb'").fetchall() == [
        (2, 1, "drama"),
        (2, 2, "science fiction"),
        (4, 1, "biographical"),
        (4, 2, "documentary"),
    ]


def test_people_are_those_of_other_sources_where_an_id_says_so(tables: sqlite3.Connection) -> None:
    """A name alone says nothing, and who has no name has no row."""
    assert tables.execute("SELECT person, name, id FROM people ORDER BY person").fetchall() == [
        (1, "Ida", None),
        (2, "A. Mori", "wikidata:Q9"),
        (3, "Holt", "imdb:nm0000002"),
        (4, "Ida", "imdb:nm0000003"),
    ]
    rows = tables.execute("SELECT work, role, position, person FROM credits WHERE source = 'imdb' ORDER BY 1, 2, 3")
    assert rows.fetchall() == [
        (2, "cast_member", 1, 4),
        (2, "cast_member", 2, 2),
        (2, "director", 1, 2),
        (2, "director", 2, 3),
        (2, "writer", 1, 3),
        (4, "writer", 1, 4),
    ]


def test_ratings_are_of_every_work_that_has_a_title_of_imdb(tables: sqlite3.Connection) -> None:
    """The more have voted, the likelier a work is meant."""
    assert tables.execute("SELECT work, average, votes FROM ratings ORDER BY work").fetchall() == [
        (2, 8.1, 999),
        (5, 7.5, 99),
    ]
    prominence = dict(tables.execute("SELECT work, prominence FROM works").fetchall())
    assert [prominence[work] for work in (2, 3, 4)] == [BASE + round(10 * math.log10(1000)), BASE, BASE]


def test_votes_are_added_to_what_other_sources_say(filled: Filled, others: list[Statement], lane: Lane) -> None:
    sql = f"SELECT prominence FROM works WHERE id = '{BEHIND}'"
    ((without,),), ((rated,),) = filled(others).execute(sql), filled(others, lane=lane).execute(sql)
    assert rated - without == 20


def test_genres_tell_of_the_story(tables: sqlite3.Connection) -> None:
    """Numbered behind what is said of the other works."""
    rows = tables.execute(
        """SELECT statement, work, predicate, target_type, source, record, locator
           FROM statements JOIN evidence USING (statement) ORDER BY statement"""
    )
    assert rows.fetchall() == [
        (1, 1, "true_story", None, "curated", "few#lund", "here"),
        (2, 4, "depicts", "person", "imdb", "tt9999999", "genre: Biography"),
        (3, 4, "depicts", "other", "imdb", "tt9999999", "genre: Documentary"),
    ]


def test_no_key_leads_nowhere(tables: sqlite3.Connection) -> None:
    assert tables.execute("PRAGMA foreign_key_check").fetchall() == []
    assert tables.execute("SELECT name, records FROM sources ORDER BY name").fetchall() == [
        ("curated", 1),
        ("imdb", 3),
        ("wikidata", 1),
    ]


def test_titles_alone_will_do(filled: Filled, lane: Lane) -> None:
    tables = filled([], lane=Lane(lane.titles, None, None, None, None))
    assert tables.execute("SELECT work, id FROM works").fetchall() == [(1, LAMP), (2, FERRY), (3, IDA)]
    assert tables.execute("SELECT COUNT(*) FROM people").fetchone() == (0,)


@given(st.sets(st.text("ab1", max_size=4)), st.sets(st.text("ab1", max_size=4)))
def test_a_number_is_the_place_among_all_ids(ids: set[str], lane: set[str]) -> None:
    numbering = Numbering(sorted(ids - lane), sorted(lane))
    every = sorted(ids | lane)
    assert len(numbering) == len(every)
    assert {id_: numbering.of(id_) for id_ in ids - lane} | dict(
        zip(sorted(lane), numbering.of_lane(), strict=True)
    ) == {id_: number for number, id_ in enumerate(every, 1)}
