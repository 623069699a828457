"""Writes made-up dumps in the layouts in which Wikidata, IMDb and Wikipedia publish theirs, to measure readers on.

    python -m bench.dumps wikidata FILE --entities N [--films 0.02] [--seed 1] [--members N] [--processes N]
    python -m bench.dumps imdb FOLDER --titles N [--seed 1] [--processes N]
    python -m bench.dumps wikipedia FILE --pages N [--seed 1] [--processes N]

The same arguments give the same bytes. Wikidata's FILE is compressed by its ending (.gz, .bz2, .zst, or plain); with
several members it can be read from several places at once. Of its entities --films are films and series, somewhat more
are what they point to, and the rest fills. IMDb's FOLDER gets the seven files; Wikipedia's FILE (.xml.bz2) an index
beside it. All three tell of one made-up world of a seed: a film has the same IMDb id in Wikidata and IMDb, and its page
the name that Wikidata links to.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Sequence
from pathlib import Path

from bench.dumps_imdb import write_imdb
from bench.dumps_wikidata import write_wikidata
from bench.dumps_wikipedia import write_wikipedia


def main(arguments: Sequence[str] | None = None) -> None:
    """Write one dump and say how large it is."""
    parser = argparse.ArgumentParser(prog="python -m bench.dumps", description="Write made-up dumps in true layouts.")
    kinds = parser.add_subparsers(dest="kind", required=True)
    wikidata = kinds.add_parser("wikidata", help="the dump of entities")
    wikidata.add_argument("file", type=Path, metavar="FILE", help=".json.gz, .json.bz2, .json.zst or .json")
    wikidata.add_argument("--entities", type=int, required=True, metavar="N")
    wikidata.add_argument("--films", type=float, default=0.02, help="share of films and series (default 0.02)")
    wikidata.add_argument("--members", type=int, default=1, metavar="N", help="cut into members that can be read alone")
    imdb = kinds.add_parser("imdb", help="the seven files of tab-separated values")
    imdb.add_argument("file", type=Path, metavar="FOLDER")
    imdb.add_argument("--titles", type=int, required=True, metavar="N")
    wikipedia = kinds.add_parser("wikipedia", help="the articles, multistream, and their index")
    wikipedia.add_argument("file", type=Path, metavar="FILE", help=".xml.bz2")
    wikipedia.add_argument("--pages", type=int, required=True, metavar="N")
    for each in (wikidata, imdb, wikipedia):
        each.add_argument("--seed", type=int, default=1)
        each.add_argument("--processes", type=int, default=os.cpu_count() or 1, metavar="N")
    given = parser.parse_args(arguments)
    start = time.perf_counter()
    if given.kind == "wikidata":
        try:
            size = write_wikidata(given.file, given.entities, given.films, given.seed, given.members, given.processes)
        except ValueError as problem:
            parser.error(str(problem))
        what = f"{given.entities:,} entities, {size / 1e6:,.0f} MB ({given.file.stat().st_size / 1e6:,.0f} in the file)"
    elif given.kind == "imdb":
        rows = write_imdb(given.file, given.titles, given.seed, given.processes)
        what = ", ".join(f"{name} {count:,}" for name, count in rows.items()) + " rows"
    else:
        size = write_wikipedia(given.file, given.pages, given.seed, given.processes)
        what = f"{given.pages:,} pages, {size / 1e6:,.0f} MB ({given.file.stat().st_size / 1e6:,.0f} in the file)"
    print(f"{given.file}: {what}, {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
