"""A catalogue file opened for reading: works, what is said of them, and what is linked to them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast
from urllib.parse import quote

from msgspec import Struct

from basedon.catalogue import schema
from basedon.errors import BadFile
from basedon.model.answer import CatalogueInfo, CatalogueStamp, SourceInfo
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target
from basedon.model.work import Ids, Person, Work

T = TypeVar("T")

REMEDY = "give another with --catalogue FILE, or none for the one that ships"


CACHE = 64 << 10
"""Kilobytes of the file's pages kept at hand; mapping the whole file was no faster and took three times the memory."""
REMEMBERED = 2000
"""Works, and what is said of works, that are kept once read: one answer asks for the same several times."""

PROPERTIES = {"director": "P57", "year": "P577", "country": "P495", "language": "P364", "genre": "P136"}
"""Where Wikidata keeps the plain facts."""


class Told(Struct, frozen=True):
    """A statement of the catalogue with what its target was found to mean: a work's or an origin's number."""

    statement: Statement
    work: int
    target_work: int | None = None
    origin: int | None = None


class Link(Struct, frozen=True):
    """That one work remakes another (both by number); `depth` counts the steps from where the search began."""

    derivative: int
    original: int
    kind: str
    depth: int = 1


class OriginRow(Struct, frozen=True):
    """A book, play, event or person of the catalogue."""

    number: int
    type: str
    title: str | None
    creator: str | None
    year: int | None
    id: str | None


class Reading(Struct, frozen=True):
    """How much of one part of a work's record was looked at."""

    source: str
    part: str
    amount: int


class Catalogue:
    """One catalogue file, read-only; usable as a context manager. Works go by their number in the file."""

    def __init__(self, path: Path) -> None:
        """Open the file; raises BadFile when it is missing, broken, of another program or of a newer version."""
        self.path = path
        self.connection = opened(path)
        self.connection.row_factory = None
        self.met: dict[int, Work] = {}
        self.walked: dict[tuple[bool, int, int], list[Link]] = {}
        self.heard: dict[int, list[Told]] = {}
        self.beside = False
        self._kept: dict[str, Any] = {}
        self.record_urls: dict[str, str | None] = dict(self.query("SELECT name, record_url FROM sources"))

    def __enter__(self) -> Catalogue:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, and let go of what was kept of it."""
        self._kept = {}
        self.connection.close()

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """What is made once of this catalogue and goes with it: kept elsewhere, it would keep the catalogue alive."""
        kept: T = self._kept[name] if name in self._kept else self._kept.setdefault(name, make())
        return kept

    def attach(self, path: Path) -> None:
        """Hold a file of reactions beside the catalogue: what posts given for one question told."""
        address = f"file:{quote(str(path))}?mode=ro"
        self.query("ATTACH DATABASE ? AS posts", [address])
        self.beside = True

    def detach(self) -> None:
        """Let go of the file beside the catalogue."""
        if self.beside:
            self.query("DETACH DATABASE posts")
            self.beside = False

    def query(self, sql: str, parameters: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of one SELECT; raises BadFile where the file turns out to be damaged."""
        try:
            return self.connection.execute(sql, tuple(parameters)).fetchall()
        except UnicodeEncodeError:
            return []  # half a surrogate pair is no text: no file holds it
        except sqlite3.DatabaseError as error:
            raise BadFile(f"{self.path}: damaged ({error}); {REMEDY}") from error

    @cached_property
    def stamp(self) -> CatalogueStamp:
        """Which catalogue this is."""
        about = dict(self.query("SELECT key, value FROM about"))
        return CatalogueStamp(about["digest"], about["as_of"])

    @cached_property
    def searchable(self) -> bool:
        """Whether the file has what search needs beside the titles: one of an earlier version has not."""
        return bool(self.query("SELECT 1 FROM sqlite_schema WHERE name = 'title_bests'"))

    def info(self) -> CatalogueInfo:
        """What the file holds: counts, its sources, and how many issues of which kind its build met."""
        about = dict(self.query("SELECT key, value FROM about"))
        counts = {
            table: cast(int, self.query(f"SELECT COUNT(*) FROM {table}")[0][0])
            for table in ("works", "people", "credits", "statements", "evidence", "links", "origins")
        }
        held = [SourceInfo(*row) for row in self.query("SELECT * FROM sources ORDER BY name")]
        issues = dict(self.query("SELECT source || ': ' || kind, SUM(times) FROM issues GROUP BY 1 ORDER BY 1"))
        return CatalogueInfo(
            str(self.path),
            about["digest"],
            about["as_of"],
            schema.VERSION,
            counts,
            tuple(held),
            cast(dict[str, int], issues),
        )

    def works(self, numbers: Iterable[int]) -> dict[int, Work]:
        """Works by number, in the order given; numbers that don't exist are left out."""
        wanted = list(dict.fromkeys(numbers))
        if len(self.met) > REMEMBERED:
            self.met = {}  # anew, not emptied: another thread may be reading the old one
        found = self.met
        for some in chunks([number for number in wanted if number not in found]):
            marks = ", ".join("?" * len(some))
            traits: dict[tuple[int, str], list[str]] = {}
            for work, kind, name in self.query(
                f"SELECT work, kind, name FROM traits WHERE work IN ({marks}) ORDER BY work, kind, position", some
            ):
                traits.setdefault((work, kind), []).append(name)
            people: dict[tuple[int, str], list[Person]] = {}
            for work, role, name, id_ in self.query(
                f"""SELECT work, role, name, id FROM credits JOIN people USING (person)
                    WHERE work IN ({marks}) ORDER BY work, role, position""",
                some,
            ):
                people.setdefault((work, role), []).append(Person(name, id_))
            for number, id_, type_, title, original, year, wikidata, imdb, wikipedia, trailer in self.query(
                f"""SELECT work, id, type, title, original_title, year, wikidata, imdb, wikipedia, trailer
                    FROM works WHERE work IN ({marks})""",
                some,
            ):
                found[number] = Work(
                    id_,
                    type_,
                    Ids(wikidata, imdb, wikipedia),
                    title,
                    original,
                    year,
                    tuple(traits.get((number, "country"), ())),
                    tuple(traits.get((number, "language"), ())),
                    tuple(traits.get((number, "genre"), ())),
                    tuple(people.get((number, "director"), ())),
                    tuple(people.get((number, "cast_member"), ())),
                    trailer,
                )
        return {number: found[number] for number in wanted if number in found}

    def work(self, number: int) -> Work:
        """One work; raises KeyError when there is none of that number."""
        return self.works([number])[number]

    def number(self, id_: str) -> int | None:
        """The number of the work with an id: `wikidata:Q1`, `Q1`, `tt0000001`, or a record joined to it."""
        for sql, key in (
            ("SELECT work FROM works WHERE id = ?", id_),
            ("SELECT work FROM works WHERE wikidata = ?", id_.removeprefix("wikidata:")),
            ("SELECT work FROM works WHERE imdb = ?", id_.removeprefix("imdb:")),
            ("SELECT work FROM joins WHERE record = ?", id_),
        ):
            rows = self.query(sql, [key])
            if rows:
                return cast(int, rows[0][0])
        return None

    def told(self, number: int) -> list[Told]:
        """All that is said of a work's story, also by works that it is said to have been remade as."""
        if len(self.heard) > REMEMBERED:
            self.heard = {}  # anew, not emptied: another thread may be reading the old one
        held = self.heard
        if number not in held:
            held[number] = self._told(number)
        return list(held[number])

    def _told(self, number: int) -> list[Told]:
        columns = """statements.statement, statements.work, predicate, denied, hedge, kind, rank, target_type,
                     target_title, target_creator, target_year, target_id, target_work, target_origin"""
        rows = self.query(
            f"""SELECT {columns} FROM statements WHERE work = ?
                UNION ALL SELECT {columns} FROM statements WHERE target_work = ? AND predicate = 'remade_as'
                ORDER BY 1""",
            [number, number],
        )
        subjects = {
            work: self.query("SELECT id FROM works WHERE work = ?", [work])[0][0] for work in {r[1] for r in rows}
        }
        told = []
        for row in rows:
            statement, work, predicate, denied, hedge, kind, rank, type_, title, creator, year, id_, meant, origin = row
            told.append(
                Told(
                    Statement(
                        subject=subjects[work],
                        predicate=Predicate(predicate),
                        target=Target(title, type_, creator, year, id_),
                        denied=bool(denied),
                        hedge=hedge,
                        kind=kind,
                        rank=rank,
                        evidence=self.evidence(statement),
                    ),
                    work,
                    meant,
                    origin,
                )
            )
        return told

    def evidence(self, statement: int) -> tuple[Evidence, ...]:
        """Where a statement was read, each with an address where there is one."""
        rows = self.query(
            """SELECT source, record, locator, quote, date, url FROM evidence WHERE statement = ?
               ORDER BY source, record, locator""",
            [statement],
        )
        return tuple(
            Evidence(source, record, locator, quote_, date, url or self.url(source, record))
            for source, record, locator, quote_, date, url in rows
        )

    def url(self, source: str, record: str) -> str | None:
        """The address of a source's record, where the source has one for each."""
        pattern = self.record_urls.get(source)
        return pattern.replace("{record}", quote(record.replace(" ", "_"))) if pattern else None

    def titles(self, number: int) -> list[str]:
        """Every title of a work."""
        return [title for (title,) in self.query("SELECT title FROM titles WHERE work = ? ORDER BY title", [number])]

    def records(self, number: int) -> list[tuple[str, str]]:
        """The records taken as this work, each with the reason."""
        joined = self.query("SELECT record, reason FROM joins WHERE work = ? ORDER BY record", [number])
        return joined or self.query("SELECT id, 'its own record' FROM works WHERE work = ?", [number])

    def readings(self, number: int) -> list[Reading]:
        """How much was looked at of what is written on a work."""
        return [
            Reading(*row) for row in self.query("SELECT source, part, amount FROM readings WHERE work = ?", [number])
        ]

    def origin(self, number: int) -> OriginRow:
        """One book, play, event or person."""
        rows = self.query("SELECT origin, type, title, creator, year, id FROM origins WHERE origin = ?", [number])
        return OriginRow(*rows[0])

    def from_origin(self, origin: int) -> list[int]:
        """The works based on (not merely inspired by) one origin."""
        rows = self.query(
            """SELECT DISTINCT work FROM statements
               WHERE target_origin = ? AND predicate = 'based_on' AND NOT denied ORDER BY work""",
            [origin],
        )
        return [work for (work,) in rows]

    def credited(self, person_of: int, role: str) -> Iterator[tuple[Person, list[int]]]:
        """Each person with a role on a work, and all works on which they have that role."""
        for person, name, id_ in self.query(
            """SELECT person, name, id FROM credits JOIN people USING (person)
               WHERE work = ? AND role = ? ORDER BY position""",
            [person_of, role],
        ):
            yield Person(name, id_), self.works_of(person, role)

    def person(self, number: int) -> Person:
        """Somebody by number."""
        return Person(*self.query("SELECT name, id FROM people WHERE person = ?", [number])[0])

    def fact_evidence(self, number: int, aspect: str) -> Evidence | None:
        """Where a plain fact was read, built again from its row: a year, a trait (country, ...) or a credit."""
        rows = self.query(
            """SELECT source FROM years JOIN works USING (work, year) WHERE work = ?1 AND ?2 = 'year'
               UNION ALL SELECT source FROM traits WHERE work = ?1 AND kind = ?2
               UNION ALL SELECT source FROM credits WHERE work = ?1 AND role = ?2""",
            [number, aspect],
        )
        if not rows:
            return None
        source = cast(str, rows[0][0])
        records = [record.partition(":")[2] for record, _ in self.records(number) if record.startswith(f"{source}:")]
        if not records:
            return None
        parts = [reading.part for reading in self.readings(number) if reading.source == source]
        locator = PROPERTIES.get(aspect, aspect) if source == "wikidata" else min(parts, default="entry")
        return Evidence(source, records[0], locator, url=self.url(source, records[0]))

    def works_of(self, person: int, role: str) -> list[int]:
        """The works on which somebody has a role, the earliest first."""
        rows = self.query(
            """SELECT work FROM credits JOIN works USING (work) WHERE person = ? AND role = ?
               ORDER BY year IS NULL, year, work""",
            [person, role],
        )
        return [work for (work,) in rows]


def opened(path: Path) -> sqlite3.Connection:
    """A read-only connection to a file that is surely a catalogue of a version known here."""
    try:
        if not path.is_file():
            raise BadFile(f"{path}: no such file; {REMEDY}")
        with path.open("rb"):
            pass  # says why where it can't be read; SQLite only says that it can't
        connection = sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    except (OSError, sqlite3.OperationalError) as error:
        raise BadFile(f"{path}: can't be read ({getattr(error, 'strerror', None) or error}); {REMEDY}") from error
    try:
        checked(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def checked(connection: sqlite3.Connection, path: Path) -> None:
    """Raises BadFile unless the file just opened is a whole catalogue of a version known here."""
    try:
        connection.execute(f"PRAGMA cache_size = -{CACHE}")
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if application != schema.APPLICATION_ID:
            raise BadFile(f"{path}: is an SQLite file, but no basedon catalogue; {REMEDY}")
        if version > schema.VERSION:
            raise BadFile(f"{path}: made by a newer basedon (schema {version}); upgrade basedon, or {REMEDY}")
        pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
        if pages * size > path.stat().st_size:
            raise BadFile(f"{path}: is cut off; copy or build it again, or {REMEDY}")
        if not connection.execute("SELECT 1 FROM about WHERE key = 'digest'").fetchone():
            raise BadFile(f"{path}: was never finished; build it again, or {REMEDY}")
    except sqlite3.DatabaseError as error:
        raise BadFile(f"{path}: is no basedon catalogue, or is damaged ({error}); {REMEDY}") from error
    except OSError as error:
        raise BadFile(f"{path}: can't be read ({error.strerror}); {REMEDY}") from error


def chunks(numbers: list[int], size: int = 500) -> Iterator[list[int]]:
    """The numbers in lists short enough for one SQL statement."""
    for start in range(0, len(numbers), size):
        yield numbers[start : start + size]
