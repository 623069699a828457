"""Reads all dumps with an engine and takes what they say into a store, with what is kept in slim tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from basedon.building.dumps import Dumps
from basedon.building.expectations import BROKEN_KINDS, family, readable
from basedon.catalogue.joining import Progress
from basedon.catalogue.lane import Lane
from basedon.catalogue.naming import Names, Needed
from basedon.catalogue.store import Store
from basedon.engines import Engine, Job
from basedon.engines import parts as parts_of
from basedon.model.award import Nomination
from basedon.model.chart import Charted
from basedon.model.issue import Issue
from basedon.model.record import Record
from basedon.model.statement import Statement
from basedon.sources import imdb, imdb_titles, netflix, oscars, statements, wikipedia_dump
from basedon.sources.wikidata import Wikidata

if TYPE_CHECKING:
    import polars as pl

STATEMENTS, FURTHER, WIKIPEDIA, WIKIDATA, IMDB = range(5)
"""The streams, the most trusted first."""

MANY = 100_000
"""Entries that can't be read after which a dump may be refused before all of them are known."""


class Found(Struct):
    """What the dumps held beside the records in the store; `counts` are records by source.

    `read` and `broken` are all entries that could be read and those that could not, by source, IMDb's by file.
    """

    lane: Lane | None = None
    charted: list[Charted] = []
    nominations: list[Nomination] = []
    issues: list[Issue] = []
    counts: Counter[str] = Counter()
    read: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    names: Names | None = None

    def hear(self, issues: Iterable[Issue], file: str = "") -> None:
        """Keep issues, in memory that is bounded: of a dump that is mostly broken nothing more is heard."""
        for issue in issues:
            self.issues.append(issue)
            if issue.kind in BROKEN_KINDS:
                of = file or family(issue.source)
                self.broken[of] += 1
                if not self.broken[of] % MANY:
                    readable(of, self.read[of], self.broken[of])


def read(
    dumps: Dumps,
    engine: Engine,
    store: Store,
    folder: Path,
    streams: Iterable[Iterable[Statement]],
    progress: Progress,
) -> Found:
    """Read all dumps; the records are in the store afterwards, with names for what they point to."""
    found = Found(charted=[], nominations=[], issues=[], counts=Counter(), read=Counter(), broken=Counter())
    needed, claims = Needed(), imdb_titles.Claims()

    def heard(record: Record) -> None:
        needed.hear(record)
        claims.hear(record)

    jobs = [(WIKIDATA, Job(f"wikidata-{n:02d}", path, Wikidata())) for n, path in enumerate(dumps.wikidata)]
    for n, path in enumerate(dumps.wikipedia):
        jobs.append(
            (WIKIPEDIA, Job(f"wikipedia-{n:02d}", path, wikipedia_dump.Wikipedia(wikipedia_dump.language(path))))
        )
    of_imdb = imdb.files(dumps.imdb) if dumps.imdb is not None else {}
    engine.run([job for _, job in jobs], folder, progress)

    store.say(STATEMENTS, sorted_by_subject(own_statements(dumps, found)), heard)
    for stream in streams:
        store.say(FURTHER, sorted_by_subject(stream), heard)
    things = []
    parts = [(stream, job.reader.source, part) for stream, job in jobs for part in parts_of.parts(folder, job.name)]
    for _, source, part in parts:
        done = parts_of.done(part) or parts_of.Done(0, False, 0, 0)
        found.counts[source] += done.records
        found.read[family(source)] += done.records + done.things
    for stream_number, _, part in parts:
        found.hear(parts_of.issues(part))
        if (part / "records").exists():  # a stretch may hold no film
            store.take(stream_number, part / "records", parts_of.frames(part / "records"), heard)
        if parts_of.things(part).exists():
            things.append(parts_of.things(part))
    slim(dumps, found, claims)
    store.wanted |= {f"imdb:{nomination.imdb}" for nomination in found.nominations if nomination.imdb}
    names = Names.read(things, needed)
    if of_imdb:
        read_imdb(of_imdb, engine, store, folder, claims, names, found, progress)
    store.resolve = names.resolve
    found.names = names
    return found


def own_statements(dumps: Dumps, found: Found) -> Iterator[Statement]:
    """What the user's own files say."""
    for path in dumps.statements:
        for said in statements.read(path):
            if isinstance(said, Issue):
                found.hear((said,))
            else:
                found.counts["statements"] += 1
                found.read["statements"] += 1
                yield from said.says


def sorted_by_subject(said: Iterable[Statement]) -> list[Statement]:
    """Statements in order of their subjects, those of one subject as they came."""
    return sorted(said, key=lambda s: s.subject)


def slim(dumps: Dumps, found: Found, claims: imdb_titles.Claims) -> None:
    """Read charts and nominations; a title that they name may be one that only IMDb holds."""
    found.charted, found.nominations, issues = titled_only(dumps.netflix, dumps.oscars)
    found.hear(issues)
    for charted in found.charted:
        claims.name(charted.title, None)
    for nomination in found.nominations:
        if nomination.imdb:
            claims.ids.add(int(nomination.imdb[2:]))
        elif nomination.film:
            claims.name(nomination.film, nomination.year)
    found.counts["netflix"] = found.read["netflix"] = len(found.charted)
    found.counts["oscars"] = found.read["oscars"] = len(found.nominations)


def titled_only(charts: Iterable[Path], awards: Iterable[Path]) -> tuple[list[Charted], list[Nomination], list[Issue]]:
    """What is read whole of the sources that speak of works only by their titles, and the rows that can't be read."""
    charted: list[Charted] = []
    nominations: list[Nomination] = []
    issues: list[Issue] = []
    for path in charts:
        for row in netflix.read(path):
            if isinstance(row, Issue):
                issues.append(row)
            else:
                charted.append(row)
    for path in awards:
        for nomination in oscars.read(path):
            if isinstance(nomination, Issue):
                issues.append(nomination)
            else:
                nominations.append(nomination)
    return charted, nominations, issues


def imdb_job(name: str, path: Path, scope: bytes = b"") -> Job:
    """The job of one of IMDb's files; its parts are of use only for the same scope."""
    reader = imdb.reader(name, path)
    mark = f"-{blake2b(scope, digest_size=4).hexdigest()}" if scope else ""
    return Job(f"imdb-{name}{mark}", str(path), imdb.Imdb(reader.file, reader.columns, scope))


def read_imdb(
    files: dict[str, Path],
    engine: Engine,
    store: Store,
    folder: Path,
    claims: imdb_titles.Claims,
    names: Names,
    found: Found,
    progress: Progress,
) -> None:
    """Read IMDb's files: titles that others hold go to the store, the rest to the lane."""
    import polars as pl

    for name in imdb.COLUMNS:
        if name not in files:
            found.hear((Issue("imdb", f"{name}.tsv", "file missing", "is not in the folder"),))
    claimed = imdb_titles.bits(pl.Series(sorted(claims.ids), dtype=pl.UInt32))
    basics = imdb_job("title.basics", files["title.basics"], claimed)
    engine.run([basics], folder, progress)
    titles = table(folder, "title.basics", basics, found)
    if titles is None:
        return
    drawn, alone = imdb_titles.split(titles, claims)
    found.counts["imdb"] = len(drawn) + len(alone)
    scope = imdb_titles.bits(drawn["tconst"], alone["tconst"])
    jobs = {
        name: imdb_job(name, files[name], scope)
        for name in ("title.akas", "title.crew", "title.principals", "title.ratings")
        if name in files
    }
    engine.run(list(jobs.values()), folder, progress)
    tables = {name: table(folder, name, job, found) for name, job in jobs.items()}
    credits_ = [t for name in ("title.crew", "title.principals") if (t := tables.get(name)) is not None]
    credited = persons = None
    if credits_ and "name.basics" in files:
        roles = pl.concat(credits_)
        named = imdb_job("name.basics", files["name.basics"], imdb_titles.bits(roles["person"]))
        engine.run([named], folder, progress)
        people = table(folder, "name.basics", named, found)
        if people is not None:
            persons = imdb_titles.persons(people, names.people())
            credited = imdb_titles.credits_in_order(roles, persons)
    akas = tables.get("title.akas")
    store.say(IMDB, imdb_titles.statements(drawn, akas, credited, persons), lambda _: None)
    alone = alone.with_columns(pl_key()).sort("key").drop("key")
    found.lane = Lane(alone, akas, credited, persons, tables.get("title.ratings"))


def pl_key() -> pl.Expr:
    """A title's number as the text that its id is sorted by."""
    import polars as pl

    return pl.col("tconst").cast(pl.String).str.zfill(7).alias("key")


def table(folder: Path, file: str, job: Job, found: Found) -> pl.DataFrame | None:
    """What the parts of one of IMDb's files hold, sorted, one row of an id; their issues go to `found`."""
    parts = parts_of.parts(folder, job.name)
    frame = imdb_titles.frame(stream for part in parts for _, stream in parts_of.tables(part))
    of = f"imdb, {file}"
    found.read[of] = len(frame) if frame is not None else 0
    for part in parts:
        found.hear(parts_of.issues(part), of)
    if frame is None or file not in imdb.ONCE:
        return frame
    ids = frame[frame.columns[0]]
    name = "nm{:07d}".format if file == "name.basics" else imdb.title_id
    again = ids.filter(~ids.is_first_distinct()).to_list()
    found.hear(Issue("imdb", f"{file}: {name(n)}", "twice", "has several rows; one is read") for n in again)
    return frame.filter(ids.is_first_distinct())
