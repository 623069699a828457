"""Writes a catalogue whole beside the old one and puts it in its place in one step."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from basedon.catalogue import schema
from basedon.catalogue.indexing import index_titles
from basedon.errors import BadFile

PAGE_SIZE = 8192
CACHE = 128 << 10
"""Kilobytes of pages kept at hand while the file is written."""


@contextmanager
def writing(target: Path, making: Path) -> Iterator[sqlite3.Connection]:
    """An empty catalogue to fill, written at `making` and moved to `target` when the block ends well.

    The same rows in the same order give the same file, byte for byte. Raises BadFile when the folder can't be written
    or the disk is full; the old file, if any, is then as it was.
    """
    try:
        making.unlink(missing_ok=True)
        connection = sqlite3.connect(making, isolation_level=None)
        try:
            begin(connection)
            yield connection
            for index in schema.INDEXES.strip().splitlines():
                connection.execute(index)
            index_titles(connection)
            connection.execute("COMMIT")
            connection.execute("ANALYZE")
        finally:
            connection.close()
        settle(making, target)
    except (sqlite3.Error, OSError) as error:
        raise BadFile(f"{target}: could not be written ({error}); the old file, if any, is as it was") from error
    finally:
        making.unlink(missing_ok=True)


def settle(written: Path, target: Path) -> None:
    """Put a file that is written whole into its place, so that no crash leaves half of it there."""
    with written.open("rb") as file:
        os.fsync(file.fileno())
    written.chmod(0o644)
    written.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def begin(connection: sqlite3.Connection) -> None:
    """Make the empty tables of a catalogue, in a transaction that is left open for the rows."""
    connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    connection.execute("PRAGMA threads = 2")
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {schema.VERSION}")
    connection.execute("BEGIN")
    for table in schema.TABLES.split(";\n\n"):
        connection.execute(table)


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A path beside `target` to write to; moved onto it when the block ends well, removed when it doesn't."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
        os.close(handle)
    except OSError as error:
        raise BadFile(f"{target}: can't write there ({error.strerror}); choose another folder") from error
    path = Path(name)
    try:
        yield path
        settle(path, target)
    except (sqlite3.Error, OSError) as error:
        raise BadFile(f"{target}: could not be written ({error}); the old file, if any, is as it was") from error
    finally:
        path.unlink(missing_ok=True)
