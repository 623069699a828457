"""How fast a lineage is walked in a large catalogue: five hops up and down, each work reached by id, title and year.

    python -m bench.lineage [--works N] [--seed S]

The catalogue is made up (see `families.py`), always the same, and written through the real schema. Beside it stands
pyoxigraph, an RDF store in memory, asked for the same in every way it can be asked (see `oxigraph.py`).
"""

from __future__ import annotations

import argparse
import gc
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from basedon.catalogue import walking
from basedon.catalogue.catalogue import Catalogue
from basedon.questions import lineage
from bench import families
from bench.oxigraph import Oxigraph, Reached

Way = Callable[[int], Reached]
OURS = "basedon (SQLite)"
TARGET = "target: p50 below 0.3 ms, p99 below 5 ms"


def in_sqlite(catalogue: Catalogue) -> Way:
    """The walk as the program does it."""

    def reached(work: int) -> Reached:
        up, down = walking.up(catalogue, work), walking.down(catalogue, work)
        return named(catalogue, {work, *(link.original for link in up), *(link.derivative for link in down)})

    return reached


def whole(catalogue: Catalogue) -> Way:
    """The whole family, as a tree is drawn: from the earliest film down."""

    def reached(work: int) -> Reached:
        first = lineage.earliest(catalogue, work)
        return named(catalogue, {first, *(link.derivative for link in walking.down(catalogue, first))})

    return reached


def named(catalogue: Catalogue, works: Iterable[int]) -> Reached:
    """Works by number, with what tells one from another."""
    found: Reached = {}
    wanted = sorted(works)
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        sql = f"SELECT work, id, title, year FROM works WHERE work IN ({', '.join('?' * len(some))})"
        found.update((number, (id_, title, year)) for number, id_, title, year in catalogue.query(sql, some))
    return found


def timed(way: Way, works: Sequence[int]) -> list[float]:
    """Milliseconds for each work, sorted."""
    taken = []
    for work in works:
        start = time.perf_counter()
        way(work)
        taken.append(1000 * (time.perf_counter() - start))
    return sorted(taken)


def row(name: str, taken: Sequence[float]) -> str:
    """One way's figures."""
    middle, late = taken[len(taken) // 2], taken[int(len(taken) * 0.99)]
    return f"{name:34}{middle:10.3f}{late:10.3f}{taken[-1]:10.3f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the catalogue, walk it every way, print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.lineage", description="Walking a lineage.")
    parser.add_argument("--works", type=int, default=2000, help="how many works are asked for (default 2000)")
    parser.add_argument("--seed", type=int, default=7, help="which works (default 7)")
    options = parser.parse_args(arguments)
    linked = families.links()
    some = random.Random(options.seed).sample(sorted({end for d, o, _ in linked for end in (d, o)}), options.works)
    largest = [original for original, _ in Counter(original for _, original, _ in linked).most_common(100)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made-up.basedon"
        families.write(path, linked)
        with Catalogue(path) as catalogue:
            ways = {OURS: in_sqlite(catalogue)}
            try:
                ways |= Oxigraph(linked).ways()
            except ImportError:
                print("pyoxigraph is not installed: left out")
            print(f"{families.WORKS:,} works, {len(linked):,} links; {TARGET}")
            gc.collect()
            gc.freeze()  # else the collector goes through the other store's objects in the middle of a walk
            for heading, works in (("random works with links", some), ("works with most remakes", largest)):
                print(f"{f'{len(works):,} {heading}, ms':34}{'p50':>10}{'p99':>10}{'slowest':>10}{'other':>10}")
                right = {work: ways[OURS](work).keys() for work in works}
                for name, way in ways.items():
                    other = sum(way(work).keys() != right[work] for work in works)
                    print(row(name, timed(way, works)) + f"{other:10,}")
                print(row("basedon, whole family as a tree", timed(whole(catalogue), works)))
            print("other: reached other works than basedon")


if __name__ == "__main__":
    main()
