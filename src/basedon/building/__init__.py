"""The way in: what the sources say to one catalogue file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from basedon.building.dumps import Dumps
from basedon.building.expectations import absent, check
from basedon.building.late import Late
from basedon.building.reading import Found, read, titled_only
from basedon.building.workshop import is_catalogue, workshop
from basedon.catalogue.filling import Filling, Tables, issue_rows, source_rows
from basedon.catalogue.joining import Progress, join
from basedon.catalogue.store import Store
from basedon.catalogue.writer import writing
from basedon.engines import engine_named
from basedon.errors import BadFile, BadUsage
from basedon.model.statement import Statement
from basedon.sources import SOURCES
from basedon.sources.source import Source

__all__ = ["Dumps", "build", "build_from"]

DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def build_from(
    target: Path,
    dumps: Dumps,
    *,
    engine: str = "local",
    workers: int | None = None,
    master: str | None = None,
    streams: Iterable[Iterable[Statement]] = (),
    allow_fewer: bool = False,
    as_of: str | None = None,
    progress: Progress = lambda *_: None,
) -> str:
    """Build a catalogue at `target` from dumps as they were published; its digest.

    `streams` are further statements, trusted most but for the user's own. A build that was killed goes on from the
    last part of a dump that it finished, if it is started again with the same dumps. The catalogue at `target` stays as
    it is until the new one takes its place. Raises BadFile when a dump is missing, damaged or not what its name says,
    holds nothing or much less than the catalogue that it would replace (unless `allow_fewer`), when the catalogue can't
    be written, or when another build of it runs; BadUsage for options that make no sense.
    """
    streams = list(streams)
    dumps.check(target, engine, more=bool(streams))
    if as_of is not None and not DAY.fullmatch(as_of):
        raise BadUsage(f"{as_of}: no date; write it as 2026-11-01")
    if target.is_file() and target.stat().st_size and not is_catalogue(target):
        raise BadUsage(f"{target}: is there and is no catalogue; give another file, or remove it")
    chosen = engine_named(engine, workers, master)
    with workshop(target, f"{engine} {dumps.fingerprint()}") as folder, Store(folder) as store:
        with closing(chosen):
            found = read(dumps, chosen, store, folder, streams, progress)
        check(dumps, found, target, allow_fewer=allow_fewer)
        if not allow_fewer:
            absent(dumps, target)
        late = Late(dumps.articles, found.charted, found.nominations)
        return finish(target, store, folder, late, found, dumps.sources(as_of), progress)


def build(
    target: Path,
    streams: Iterable[Iterable[Statement]],
    articles: Path | None = None,
    netflix: Iterable[Path] = (),
    oscars: Iterable[Path] = (),
) -> str:
    """Build a catalogue at `target` from streams of statements, the more trusted first; its digest.

    `articles` is a folder of saved articles, `netflix` and `oscars` are files of charts and of awards; all are read
    last, for they speak of films that the streams hold.

    Where sources differ on a plain fact, the first stream's value is shown; of years, the one that most give. Raises
    BadFile when it can't be written.
    """
    charted, nominated, issues = titled_only(netflix, oscars)
    late = Late(articles, charted, nominated)
    late.issues += issues
    with workshop(target, "") as folder, Store(folder) as store:
        for number, statements in enumerate(streams):
            store.say(number, statements, lambda _: None)
        return finish(target, store, folder, late, None, list(SOURCES.values()), lambda *_: None)


def finish(
    target: Path,
    store: Store,
    folder: Path,
    late: Late,
    found: Found | None,
    sources: list[Source],
    progress: Progress,
) -> str:
    """Join the records of a store into works and write them to `target`; the digest."""
    store.sort()
    joined = join(store, progress)
    lane = found.lane if found else None
    with writing(target, folder / "catalogue") as connection:
        tables = Tables(connection)
        filling = Filling(tables, joined, folder, lane, progress)
        filling.works()
        late.hear(filling)
        joined.issues += filling.stories()
        joined.issues += late.issues
        if found is not None and not len(filling.numbering):
            raise BadFile(f"{target}: not built, for nothing that was given holds a film; the old file is as it was")
        if found is not None and found.names is not None:
            joined.issues += [*found.issues, *found.names.issues(), *store.twice()]
        further = late.counts | ({"imdb": len(lane.titles)} if lane is not None else {})
        held = list(source_rows(joined, sources, further))
        tables.add("sources", held)
        tables.add("issues", [(n, *row) for n, row in enumerate(issue_rows(Counter(joined.issues)), 1)])
        dates = [row[5] or "" for row in held if row[0] != "curated"]
        tables.add("about", [("as_of", max(dates, default="")), ("works", str(len(filling.numbering)))])
        digest = tables.digest()
        connection.execute("INSERT INTO about VALUES ('digest', ?)", (digest,))
    return digest
