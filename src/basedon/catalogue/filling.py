"""Fills the tables of a new catalogue, work by work, in an order that depends on nothing but the works."""

from __future__ import annotations

import math
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import IO

import msgspec

from basedon.catalogue.joining import Entry, Joined, Progress, Targets
from basedon.catalogue.lane import Lane, Numbering, rating_rows, story_rows
from basedon.catalogue.lane import rows as lane_rows
from basedon.catalogue.rows import (
    STORY,
    Credit,
    People,
    Row,
    Told,
    award_rows,
    credits_of,
    reading_rows,
    title_rows,
    trait_rows,
    work_row,
    year_rows,
)
from basedon.catalogue.titled import Titled
from basedon.model.issue import Issue
from basedon.model.statement import Predicate
from basedon.sources.source import Source

BATCH = 20_000
"""Rows that are held back before they are written."""

VOTES = 10
"""How much ten times the votes make a work more prominent."""

REMADE = 60
"""How much each remake makes a work more prominent, and its title less prominent the remake that took it."""

TELLING = frozenset({*STORY, Predicate.AWARD, Predicate.NOMINATION})

SHOWN = 1000
"""Issues of one source and kind that are kept one by one; of further ones only the number."""


class Tables:
    """Writes rows into the tables of an open catalogue and takes them into its digest."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.waiting: dict[str, list[Row]] = defaultdict(list)
        self.digests: dict[str, blake2b] = {}
        self.held = 0

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Take rows of a table."""
        left = iter(rows)
        while taken := list(islice(left, BATCH)):
            self.waiting[table] += taken
            self.held += len(taken)
            if self.held >= BATCH:
                self.flush()

    def each(self, rows: Iterable[tuple[str, Row]]) -> None:
        """Take rows, each with its table."""
        for table, row in rows:
            self.add(table, (row,))

    def flush(self) -> None:
        """Write what waits, table by table."""
        for table in sorted(self.waiting):
            rows = self.waiting[table]
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                self.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
                digest = self.digests.setdefault(table, blake2b(digest_size=16))
                digest.update(msgspec.msgpack.encode(rows))
        self.waiting.clear()
        self.held = 0

    def digest(self) -> str:
        """A hash of all rows that were written."""
        self.flush()
        whole = blake2b(digest_size=16)
        for table in sorted(self.digests):
            whole.update(f"{table} {self.digests[table].hexdigest()}\n".encode())
        return whole.hexdigest()


class Filling:
    """The works on their way into the tables: first what each is called and who made it, then what is said of it."""

    def __init__(self, tables: Tables, joined: Joined, folder: Path, lane: Lane | None, progress: Progress) -> None:
        self.tables, self.joined, self.folder, self.lane, self.progress = tables, joined, folder, lane, progress
        self.entries = joined.entries
        self.numbering = Numbering(self.entries.ids, lane.ids() if lane else [])
        self.titled = Titled(self.entries)
        self.targets = Targets(joined, self.titled)
        self.people = People()
        self.telling = bytearray(len(self.entries))
        self.of_imdb: dict[int, int] = {}
        """The numbers of works by those of their IMDb titles."""

    def works(self) -> None:
        """Fill what identifies the works, and their people."""
        reasons = {join.record: join.reason for join in self.joined.joins}
        with (self.folder / "credits").open("w+b") as file:
            for place, (id_, entry) in enumerate(self.entries.items()):
                self.work(place, self.numbering.of(id_), entry, reasons)
                self.people.hear(entry)
                write_frame(file, credits_of(entry))
                self.tell(place, 0)
            self.titled.sort()
            file.seek(0)
            for place, credited in enumerate(read_frames(file)):
                self.tables.each(self.people.rows(self.numbering.of(self.entries.ids[place]), credited))
                self.tell(place, 1)
        (self.folder / "credits").unlink()
        if self.lane is not None:
            for table, rows in lane_rows(self.lane, self.numbering, self.people):
                self.tables.add(table, rows)
            self.of_imdb |= zip(self.lane.titles["tconst"].to_list(), self.numbering.of_lane(), strict=True)
            if self.lane.ratings is not None:
                self.tables.add("ratings", rating_rows(self.lane.ratings, self.of_imdb))

    def work(self, place: int, number: int, entry: Entry, reasons: dict[str, str]) -> None:
        """Fill the tables that a work's own statements are enough for."""
        row = work_row(number, entry)
        self.tables.add("works", [row])
        self.tables.add("titles", sorted(set(title_rows(number, entry))))
        self.tables.add("years", sorted(set(year_rows(number, entry))))
        self.tables.add("traits", trait_rows(number, entry))
        self.tables.add("readings", sorted(set(reading_rows(number, entry))))
        records = sorted(self.entries.store.subjects[member] for member in self.entries.members[entry.id])
        self.tables.add("joins", [(r, number, reasons.get(r, "its own record")) for r in records])
        self.titled.add(place, entry.titles)
        self.telling[place] = any(s.predicate in TELLING for s in entry.said)
        imdb = row[7]
        if imdb and imdb[2:].isdigit():
            self.of_imdb.setdefault(int(imdb[2:]), number)

    def stories(self) -> list[Issue]:
        """Fill what is said of the works' stories, awards and links; the issues met."""
        told = Told(self.joined, self.targets, self.numbering)
        further = set(self.entries.further)
        for place, id_ in enumerate(self.entries.ids):
            if self.telling[place] or id_ in further:
                entry = self.entries[id_]
                self.tables.each(told.rows(entry))
                self.tables.add("awards", award_rows(self.numbering.of(id_), entry))
            self.tell(place, 2)
        if self.lane is not None:
            self.tables.each(story_rows(self.lane, self.numbering, told.count))
        self.tables.add("origins", [(o.number, o.type, o.title, o.creator, o.year, o.id) for o in told.origins.all])
        self.tables.add("links", told.links())
        self.tables.flush()
        better = {n: REMADE * (told.remakes[n] - (n in told.namesakes)) for n in {*told.remakes, *told.namesakes}}
        self.tables.connection.executemany(
            "UPDATE works SET prominence = prominence + ? WHERE work = ?", [(better[n], n) for n in sorted(better)]
        )
        if self.lane is not None:
            votes = self.tables.connection.execute("SELECT votes, work FROM ratings ORDER BY work").fetchall()
            self.tables.connection.executemany(
                "UPDATE works SET prominence = prominence + ? WHERE work = ?",
                [(round(VOTES * math.log10(1 + count)), work) for count, work in votes],
            )
        return told.issues

    def tell(self, place: int, stage: int) -> None:
        """Tell how far it is, now and then."""
        if not place % 1000:
            self.progress("writing", stage * len(self.entries) + place, 3 * len(self.entries))


def source_rows(joined: Joined, sources: Iterable[Source], further: dict[str, int]) -> Iterator[Row]:
    """The sources that the catalogue holds records of, by name, each with their number; `further` counts slim ones."""
    records = joined.entries.store.records + Counter(further)
    for s in sorted(sources, key=lambda source: source.name):
        if records[s.name]:
            yield s.name, s.title, s.licence, s.address, s.record_url, s.as_of, s.adds, records[s.name]


def issue_rows(issues: Counter[Issue]) -> Iterator[tuple[str, str | None, str, str, int]]:
    """Issues in order, each with how often it was met; where one kind has too many, the last stands for the rest."""
    met: Counter[tuple[str, str]] = Counter()
    rest: Counter[tuple[str, str]] = Counter()
    for issue in sorted(issues):
        met[issue.source, issue.kind] += 1
        if met[issue.source, issue.kind] <= SHOWN:
            yield issue.source, issue.record, issue.kind, issue.says, issues[issue]
        else:
            rest[issue.source, issue.kind] += issues[issue]
    for (source, kind), count in sorted(rest.items()):
        yield source, None, kind, "and more of this kind", count


def write_frame(file: IO[bytes], credited: list[Credit]) -> None:
    """Append the credits of one work to a file."""
    frame = _ENCODER.encode(credited)
    file.write(len(frame).to_bytes(4, "little"))
    file.write(frame)


def read_frames(file: IO[bytes]) -> Iterator[list[Credit]]:
    """The credits of one work after the other."""
    while head := file.read(4):
        yield _DECODER.decode(file.read(int.from_bytes(head, "little")))


_ENCODER, _DECODER = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(list[Credit])
