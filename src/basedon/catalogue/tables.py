"""Every table of a catalogue file as it stands, with the names and types of its columns, from end to end."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from typing import Any

from msgspec import Struct

from basedon.catalogue.catalogue import REMEDY, Catalogue
from basedon.catalogue.schema import FOR_SEARCH
from basedon.errors import BadFile

Row = tuple[Any, ...]
Span = tuple[int, int]
"""A run of works, by its first and last number."""

AT_ONCE = 20_000
"""Rows of a table that are held in memory together."""

SPAN = 1_000
"""Works of which all that belongs to them is held in memory together."""


class Column(Struct, frozen=True):
    """One column of a table: its name, its type as SQLite writes it, and whether every row has a value."""

    name: str
    type: str
    required: bool


class Table(Struct, frozen=True):
    """One table of the file with its columns, and the columns that its rows are sorted by."""

    name: str
    columns: tuple[Column, ...]
    order: tuple[str, ...]


def tables(catalogue: Catalogue) -> tuple[Table, ...]:
    """All tables in the order in which they were made, but those of SQLite itself and those that only serve search."""
    named = catalogue.query(
        r"""SELECT listed.name, wr FROM pragma_table_list AS listed JOIN sqlite_schema AS made USING (name)
            WHERE schema = 'main' AND listed.type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
            ORDER BY made.rowid"""
    )
    found = []
    for table, without_rowid in named:
        if table in FOR_SEARCH:
            continue
        held = catalogue.query('SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY cid', [table])
        keys = tuple(column for _, column in sorted((pk, column) for column, _, _, pk in held if pk))
        columns = tuple(
            # a key is never NULL where the table is kept in its order, or where it is the row's number
            Column(name, type_, bool(required) or (pk > 0 and (bool(without_rowid) or type_ == "INTEGER")))
            for name, type_, required, pk in held
        )
        found.append(Table(table, columns, keys if without_rowid else ("rowid",)))
    return tuple(found)


def rows(catalogue: Catalogue, table: Table) -> Iterator[list[Row]]:
    """All rows of a table in the order of its key, so many at a time as memory holds with ease."""
    names = ", ".join(quoted(column.name) for column in table.columns)
    order = ", ".join(quoted(name) for name in table.order)
    yield from streamed(catalogue, f"SELECT {names} FROM {quoted(table.name)} ORDER BY {order}")


def streamed(catalogue: Catalogue, sql: str) -> Iterator[list[Row]]:
    """The rows of one SELECT in lists of bounded length; raises BadFile where the file turns out to be damaged."""
    try:
        cursor = catalogue.connection.execute(sql)
        while some := cursor.fetchmany(AT_ONCE):
            yield some
    except sqlite3.DatabaseError as error:
        raise BadFile(f"{catalogue.path}: damaged ({error}); {REMEDY}") from error


def quoted(name: str) -> str:
    """A name as SQL writes it, whatever it holds."""
    return '"' + name.replace('"', '""') + '"'


def spans(catalogue: Catalogue) -> Iterator[Span]:
    """The works in runs, each by its first and last number."""
    first, last = catalogue.query("SELECT COALESCE(MIN(work), 1), COALESCE(MAX(work), 0) FROM works")[0]
    for start in range(first, last + 1, SPAN):
        yield start, min(start + SPAN - 1, last)


def about_works(catalogue: Catalogue, leaving: Collection[str]) -> tuple[Table, ...]:
    """The tables that have rows about works, by number in a column `work`, but for some."""
    every = tables(catalogue)
    return tuple(t for t in every if t.name not in leaving and any(column.name == "work" for column in t.columns))


def by_work(catalogue: Catalogue, table: Table, span: Span) -> dict[int, list[dict[str, Any]]]:
    """The rows of a table about each work of a run, by their columns' names; without the work and keys to search by."""
    order = ", ".join(["work", *map(quoted, table.order)])
    names = [column.name for column in table.columns if column.name not in ("work", "normal")]
    listed = ", ".join(map(quoted, names))
    found: dict[int, list[dict[str, Any]]] = {}
    for work, *values in catalogue.query(
        f"SELECT work, {listed} FROM {quoted(table.name)} WHERE work BETWEEN ? AND ? ORDER BY {order}", span
    ):
        found.setdefault(work, []).append(dict(zip(names, values, strict=True)))
    return found
