"""Charts added to a finished catalogue, in a copy of it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Any, cast

import msgspec
from msgspec import Struct

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.filling import REMADE
from basedon.errors import BadFile
from basedon.model.chart import Charted
from basedon.sources.source import Source

Row = tuple[Any, ...]


class Titled(Struct, frozen=True):
    """A work under a title's key: `told` are its titles of that key, each with its kind."""

    id: str
    type: str
    told: tuple[tuple[str, str], ...]
    years: tuple[int, ...]
    languages: frozenset[str]
    countries: frozenset[str]
    prominence: int


def row(charted: Charted, work: int | None) -> Row:
    """One row of `charts`."""
    c = charted
    return (
        *("netflix", c.week, c.country, c.category, c.rank, c.title, c.season),
        *(work, c.days, c.hours, c.views, c.weeks, c.runtime),
    )


def under(catalogue: Catalogue, key: str) -> list[Titled]:
    """The works under a title's key."""
    told: dict[int, list[tuple[str, str]]] = {}
    for work, title, kind in catalogue.query("SELECT work, title, kind FROM titles WHERE normal = ? ORDER BY 1", [key]):
        told.setdefault(work, []).append((title, kind))
    found = []
    for number, titles in told.items():
        id_, type_, prominence = catalogue.query("SELECT id, type, prominence FROM works WHERE work = ?", [number])[0]
        years = catalogue.query("SELECT DISTINCT year FROM years WHERE work = ? ORDER BY year", [number])
        traits = catalogue.query("SELECT kind, name FROM traits WHERE work = ?", [number])
        found.append(
            Titled(
                id_,
                type_,
                tuple(titles),
                tuple(year for (year,) in years),
                frozenset(name for kind, name in traits if kind == "language"),
                frozenset(name for kind, name in traits if kind == "country"),
                prominence - by_remakes(catalogue, number),
            )
        )
    return found


def by_remakes(catalogue: Catalogue, number: int) -> int:
    """How much more prominent a work became by its remakes (see `filling`): none of that brings it onto a chart."""
    ((remakes,),) = catalogue.query("SELECT COUNT(*) FROM links WHERE original = ?", [number])
    ((namesake,),) = catalogue.query(
        """SELECT EXISTS (SELECT 1 FROM links JOIN titles AS ours ON ours.work = derivative
                          JOIN titles AS theirs ON theirs.work = original
                          WHERE derivative = ? AND ours.normal = theirs.normal)""",
        [number],
    )
    return REMADE * (cast(int, remakes) - cast(int, namesake))


def add_charts(held: Path, copy: Path, rows: Iterable[tuple[Charted, str | None]], source: Source) -> None:
    """Write a copy of a catalogue with these charts instead of those that it holds; raises BadFile where it can't."""
    try:
        shutil.copyfile(held, copy)
        with sqlite3.connect(copy) as connection:
            numbers = dict(connection.execute("SELECT id, work FROM works"))
            made = [row(charted, numbers.get(work or "")) for charted, work in rows]
            connection.execute("DELETE FROM charts WHERE source = ?", [source.name])
            connection.execute("DELETE FROM sources WHERE name = ?", [source.name])
            told = (source.name, source.title, source.licence, source.address, source.record_url, source.as_of)
            connection.execute("INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*told, source.adds, len(made)))
            connection.executemany("INSERT INTO charts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", made)
            ((digest,),) = connection.execute("SELECT value FROM about WHERE key = 'digest'")
            both = blake2b(digest.encode() + msgspec.msgpack.encode(made), digest_size=16).hexdigest()
            connection.execute("UPDATE about SET value = ? WHERE key = 'digest'", [both])
        connection.close()
    except (OSError, sqlite3.Error) as error:
        raise BadFile(
            f"{held}: no copy of it could be written ({error}); make room in the folder for temporary files"
        ) from error
