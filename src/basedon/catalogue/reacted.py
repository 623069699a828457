"""What posts told, on its way into a catalogue, or into a file that is held beside one."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from msgspec import Struct

from basedon.catalogue import schema
from basedon.catalogue.filling import Tables, issue_rows
from basedon.catalogue.writer import settle
from basedon.errors import BadFile
from basedon.model.issue import Issue
from basedon.model.reactions import FEELINGS, Shown
from basedon.sources.source import Source


class Reacted(Struct):
    """What posts told, as rows by table; `posts` were read in all, the last of them at `latest` (seconds since
    1970)."""

    posts: int
    latest: int
    films: list[tuple[Any, ...]]
    feelings: list[tuple[int, int, int]]
    months: list[tuple[Any, ...]]
    shown: dict[int, tuple[Shown, ...]]
    issues: Counter[Issue]

    @property
    def as_of(self) -> str | None:
        """The day of the last post."""
        return datetime.fromtimestamp(self.latest, UTC).date().isoformat() if self.latest else None

    def rows(self) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
        """The rows of each table."""
        yield "reactions", self.films
        yield "feelings", [(work, FEELINGS[place], people) for work, place, people in self.feelings]
        yield (
            "reaction_months",
            [(work, month, people, posts, *felt) for work, month, people, posts, *felt in self.months],
        )
        yield (
            "shown_posts",
            [
                (work, place, post.text, post.date, " ".join(post.feelings))
                for work, posts in sorted(self.shown.items())
                for place, post in enumerate(posts)
            ],
        )


def write(reacted: Reacted, path: Path) -> None:
    """Write a file of reactions alone; raises BadFile where it can't be written."""
    try:
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("BEGIN")
            for table in schema.REACTIONS.split(";\n\n"):
                connection.execute(table.replace(" REFERENCES works", ""))
            for name, rows in reacted.rows():
                if rows:
                    connection.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[0]))})", rows)
            connection.execute("COMMIT")
        finally:
            connection.close()
    except (sqlite3.Error, OSError) as error:
        raise BadFile(f"{path}: could not be written ({error}); make room") from error


def add(base: Path, target: Path, reacted: Reacted, source: Source) -> str:
    """Put a finished catalogue with what posts told in the place of `target`; its digest.

    Raises BadFile where it can't be written.
    """
    try:
        connection = sqlite3.connect(base, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("BEGIN")
            tables = Tables(connection)
            for name, rows in reacted.rows():
                tables.add(name, rows)
            s = source
            tables.add(
                "sources",
                [(s.name, s.title, s.licence, s.address, s.record_url, reacted.as_of, s.adds, reacted.posts)],
            )
            met = connection.execute("SELECT COUNT(*) FROM issues").fetchone()[0]
            tables.add("issues", [(met + n, *row) for n, row in enumerate(issue_rows(reacted.issues), 1)])
            digest = blake2b(digest_size=16)
            (before,) = connection.execute("SELECT value FROM about WHERE key = 'digest'").fetchone()
            digest.update(f"{before} {tables.digest()}".encode())
            connection.execute("UPDATE about SET value = ? WHERE key = 'digest'", (digest.hexdigest(),))
            if reacted.as_of:
                connection.execute("UPDATE about SET value = MAX(value, ?) WHERE key = 'as_of'", (reacted.as_of,))
            connection.execute("COMMIT")
        finally:
            connection.close()
        settle(base, target)
    except (sqlite3.Error, OSError) as error:
        raise BadFile(f"{target}: could not be written ({error}); the old file, if any, is as it was") from error
    return digest.hexdigest()
