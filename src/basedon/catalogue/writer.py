"""Writes a catalogue whole beside the old one and puts it in its place in one step."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

from basedon.catalogue import schema
from basedon.catalogue.joining import Joined
from basedon.catalogue.rows import rows
from basedon.errors import BadFile
from basedon.sources.source import Source

PAGE_SIZE = 8192


def write(target: Path, joined: Joined, sources: Iterable[Source]) -> str:
    """Write the works to `target`, which appears only when it is complete; the digest of all that is in it.

    The same works give the same file, byte for byte. Raises BadFile when the folder can't be written or the disk is
    full.
    """
    with replacing(target) as path:
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            begin(connection)
            digest = blake2b(digest_size=16)
            for table, columns, values in rows(joined, tuple(sources)):
                marks = ", ".join("?" * columns)
                connection.executemany(f"INSERT INTO {table} VALUES ({marks})", digested(table, values, digest))
            connection.execute("INSERT INTO about VALUES ('digest', ?)", (digest.hexdigest(),))
            for index in schema.INDEXES.strip().splitlines():
                connection.execute(index)
            connection.execute("COMMIT")
            connection.execute("ANALYZE")
        finally:
            connection.close()
    return digest.hexdigest()


def begin(connection: sqlite3.Connection) -> None:
    """Make the empty tables of a catalogue, in a transaction that is left open for the rows."""
    connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {schema.VERSION}")
    connection.execute("BEGIN")
    for table in schema.TABLES.split(";\n\n"):
        connection.execute(table)


def digested(table: str, values: Iterable[tuple[object, ...]], digest: blake2b) -> Iterator[tuple[object, ...]]:
    """The same rows, each taken into the digest on its way."""
    for row in values:
        digest.update(repr((table, row)).encode("utf-8", "surrogatepass"))
        yield row


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
        with path.open("rb") as written:
            os.fsync(written.fileno())
        path.chmod(0o644)
        path.replace(target)
    except (sqlite3.Error, OSError) as error:
        raise BadFile(f"{target}: could not be written ({error}); the old file, if any, is as it was") from error
    finally:
        path.unlink(missing_ok=True)
