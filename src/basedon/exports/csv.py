"""A folder with a CSV file for each table: UTF-8, RFC 4180, NULL told apart from empty text, nothing altered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.tables import rows, tables

_NEEDS_QUOTES = re.compile(r'[",\r\n]|^\s|\s$|^$')


def write(catalogue: Catalogue, folder: Path) -> Iterator[int]:
    """Write all tables; gives how many rows were written, as it goes."""
    for table in tables(catalogue):
        with (folder / f"{table.name}.csv").open("wb") as out:
            out.write(line(tuple(column.name for column in table.columns)))
            for some in rows(catalogue, table):
                out.write(b"".join(map(line, some)))
                yield len(some)


def line(values: tuple[object, ...]) -> bytes:
    """One line; Python's own writer can't tell NULL from an empty text before 3.12."""
    return (",".join(map(field, values)) + "\r\n").encode()


def field(value: object) -> str:
    """One value: NULL as nothing at all, text quoted where it must be, bytes in hexadecimal."""
    if value is None:
        return ""
    text = value.hex() if isinstance(value, bytes) else str(value)
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text
