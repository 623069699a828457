"""Charts, ratings and awards, read back from a catalogue."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby
from typing import cast

from msgspec import Struct

from basedon.catalogue.catalogue import Catalogue
from basedon.identity.titles import normal
from basedon.model.reception import Awards, ChartWeek, Honour, Rating


class Charted(Struct, frozen=True):
    """One row of a weekly list, with the number of the work where that is certain."""

    week: str
    country: str | None
    category: str
    rank: int
    title: str
    season: str | None
    work: int | None
    weeks: int | None
    hours: int | None
    views: int | None


COLUMNS = "week, country, category, rank, title, season, work, weeks, hours, views"


def holds_charts(catalogue: Catalogue) -> bool:
    """Whether the catalogue holds any weekly list."""
    return bool(catalogue.query("SELECT EXISTS (SELECT 1 FROM charts WHERE week IS NOT NULL)")[0][0])


def holds_ratings(catalogue: Catalogue) -> bool:
    """Whether the catalogue holds any rating."""
    return bool(catalogue.query("SELECT EXISTS (SELECT 1 FROM ratings)")[0][0])


def holds_awards(catalogue: Catalogue) -> bool:
    """Whether the catalogue holds any award."""
    return bool(catalogue.query("SELECT EXISTS (SELECT 1 FROM awards)")[0][0])


def weeks_held(catalogue: Catalogue) -> dict[str | None, tuple[str, ...]]:
    """The weeks of which lists are held, by their last days in order, for each country; None is the world."""
    held: dict[str | None, list[str]] = {}
    rows = catalogue.query(
        "SELECT DISTINCT week, country FROM charts WHERE week IS NOT NULL ORDER BY country IS NOT NULL, country, week"
    )
    for week, country in rows:
        held.setdefault(country, []).append(week)
    return {country: tuple(weeks) for country, weeks in held.items()}


def lists(catalogue: Catalogue, country: str | None, first: str, last: str) -> list[Charted]:
    """The rows of a country's lists (None: the world's) of the weeks from the first to the last, in order."""
    rows = catalogue.query(
        f"""SELECT {COLUMNS} FROM charts WHERE week BETWEEN ? AND ? AND country IS ?
            ORDER BY week, category, rank, title, season""",
        [first, last, country],
    )
    return [Charted(*row) for row in rows]


def spread(catalogue: Catalogue, week: str) -> dict[tuple[str, str | None], int]:
    """On how many countries' lists of a week each title (with its season) was; empty where none is held."""
    rows = catalogue.query(
        """SELECT title, season, COUNT(DISTINCT country) FROM charts
           WHERE week = ? AND country IS NOT NULL GROUP BY 1, 2""",
        [week],
    )
    return {(title, season): countries for title, season, countries in rows}


def of_work(catalogue: Catalogue, number: int) -> list[Charted]:
    """All rows of weekly lists that surely mean a work, in order."""
    rows = catalogue.query(
        f"""SELECT {COLUMNS} FROM charts WHERE work = ? AND week IS NOT NULL
            ORDER BY week, country IS NOT NULL, country, rank""",
        [number],
    )
    return [Charted(*row) for row in rows]


def of_title(catalogue: Catalogue, title: str) -> list[Charted]:
    """All rows of weekly lists under a title, whichever work it means, in order."""
    key = normal(title)
    same = [held for (held,) in catalogue.query("SELECT DISTINCT title FROM charts") if normal(held) == key]
    rows = catalogue.query(
        f"""SELECT {COLUMNS} FROM charts WHERE title IN (SELECT value FROM json_each(?)) AND week IS NOT NULL
            ORDER BY week, country IS NOT NULL, country, rank""",
        [json.dumps(same)],
    )
    return [Charted(*row) for row in rows]


def by_week(rows: Iterable[Charted]) -> tuple[ChartWeek, ...]:
    """Rows of weekly lists, in order of their weeks, put together week by week."""
    found = []
    for week, of_week in groupby(rows, lambda row: row.week):
        listed = list(of_week)
        world = [row.rank for row in listed if row.country is None]
        lands = sorted({row.country for row in listed if row.country is not None})
        found.append(ChartWeek(week, min(row.rank for row in listed), min(world, default=None), tuple(lands)))
    return tuple(found)


def ratings(catalogue: Catalogue, number: int) -> tuple[Rating, ...]:
    """What users of each source give a work on average."""
    rows = catalogue.query("SELECT average, votes, source FROM ratings WHERE work = ? ORDER BY source", [number])
    return tuple(Rating(*row) for row in rows)


def awards(catalogue: Catalogue, number: int) -> Awards:
    """The awards that a work won, and those it was only nominated for, the earliest first."""
    rows = catalogue.query(
        """SELECT won, award, year, name, source FROM awards WHERE work = ?
           ORDER BY year IS NULL, year, award, name, position""",
        [number],
    )
    said = [(bool(won), Honour(*honour)) for won, *honour in rows]
    return Awards(tuple(honour for won, honour in said if won), tuple(honour for won, honour in said if not won))


def record_of(catalogue: Catalogue, number: int, source: str) -> str:
    """The record of a source that is a work: its IMDb title, its item; the work's own id where the source has none."""
    column = {"imdb": "imdb", "wikidata": "wikidata", "wikipedia": "wikipedia"}.get(source)
    if column:
        rows = catalogue.query(f"SELECT {column} FROM works WHERE work = ? AND {column} IS NOT NULL", [number])
        if rows:
            return cast(str, rows[0][0])
    return cast(str, catalogue.query("SELECT id FROM works WHERE work = ?", [number])[0][0])
