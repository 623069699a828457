"""How fast a lineage is walked in a large catalogue: five hops up and down, each work reached by id, title and year.

    python -m bench.lineage [--works N] [--seed S]

The catalogue is made up (see `families.py`), always the same, and written through the real schema. Beside it stands
pyoxigraph, an RDF store in memory, asked for the same in the ways it can be asked; it is spared the kinds of the links.
"""

from __future__ import annotations

import argparse
import gc
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from basedon.catalogue import walking
from basedon.catalogue.catalogue import Catalogue
from basedon.questions import lineage
from bench import families

Reached = dict[int, tuple[str, str, int]]
"""Id, title and year of every work reached, by number."""

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


def in_oxigraph(linked: Sequence[families.Link]) -> dict[str, Way]:
    """A store of the same works and links, and the ways to walk it."""
    ox: Any = import_module("pyoxigraph")

    space = "https://example.org/"
    remakes, title, year = (ox.NamedNode(space + name) for name in ("remakes", "title", "year"))
    nodes = {number: ox.NamedNode(space + id_) for number, id_, _, _ in families.works()}
    numbers = {node.value: number for number, node in nodes.items()}

    def quads() -> Iterator[Any]:
        for number, _, name, of in families.works():
            yield ox.Quad(nodes[number], title, ox.Literal(name))
            yield ox.Quad(nodes[number], year, ox.Literal(of))
        for derivative, original, _ in linked:
            yield ox.Quad(nodes[derivative], remakes, nodes[original])

    store = ox.Store()
    store.bulk_extend(quads())
    store.optimize()

    def one(node: Any, of: Any) -> str:
        return str(next(store.quads_for_pattern(node, of, None, None)).object.value)

    def told(found: Iterable[Any]) -> Reached:
        return {numbers[node.value]: (node.value, one(node, title), int(one(node, year))) for node in found}

    def one_to_five(work: int) -> Reached:
        node, found = nodes[work], {nodes[work]}
        for body in (f"{node} {five} ?x", f"?x {five} {node}"):
            found.update(row["x"] for row in store.query(f"SELECT DISTINCT ?x WHERE {{ {body} }}"))
        return told(found)

    def unbounded(work: int) -> Reached:
        node = nodes[work]
        found = told([node])
        for body in (f"{node} {remakes}+ ?x", f"?x {remakes}+ {node}"):
            named = f"{body} . ?x {title} ?title ; {year} ?year"
            for row in store.query(f"SELECT DISTINCT ?x ?title ?year WHERE {{ {named} }}"):
                id_ = row["x"].value
                found[numbers[id_]] = (id_, row["title"].value, int(row["year"].value))
        return found

    def hop_by_hop(step: Callable[[Sequence[Any], bool], Iterable[Any]]) -> Callable[[int], set[Any]]:
        def reached(work: int) -> set[Any]:
            every = {nodes[work]}
            for upwards in (True, False):
                met, last = {nodes[work]}, [nodes[work]]
                for _ in range(walking.HOPS):
                    last = [node for node in dict.fromkeys(step(last, upwards)) if node not in met]
                    met.update(last)
                    if not last:
                        break
                every |= met
            return every

        return reached

    def asked(some: Sequence[Any], upwards: bool) -> Iterable[Any]:
        ends = ("?n", "?x") if upwards else ("?x", "?n")
        values = " ".join(map(str, some))
        rows = store.query(f"SELECT ?x WHERE {{ VALUES ?n {{ {values} }} {ends[0]} {remakes} {ends[1]} }}")
        return [row["x"] for row in rows]

    def looked_up(some: Sequence[Any], upwards: bool) -> Iterable[Any]:
        for node in some:
            if upwards:
                yield from (quad.object for quad in store.quads_for_pattern(node, remakes, None, None))
            else:
                yield from (quad.subject for quad in store.quads_for_pattern(None, remakes, node, None))

    ask_hops, look_hops = hop_by_hop(asked), hop_by_hop(looked_up)
    five = f"({'|'.join('/'.join([str(remakes)] * hops) for hops in range(1, walking.HOPS + 1))})"
    return {
        "pyoxigraph, SPARQL, 1 to 5 hops": one_to_five,
        "pyoxigraph, SPARQL, any hops": unbounded,
        "pyoxigraph, SPARQL, hop by hop": lambda work: told(ask_hops(work)),
        "pyoxigraph, look-ups, no SPARQL": lambda work: told(look_hops(work)),
    }


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
                ways |= in_oxigraph(linked)
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
