"""Finding titles: speed, memory and size on millions of titles beside other engines, and accuracy on the starter.

    python -m bench.finding DATA [--titles N] [--catalogue FILE] [--accuracy] [--misses FILE]

The titles are IMDb's akas in DATA and as many made of their words (`finding_titles`); each engine is a process of its
own, asked the same questions in the same order: a title as it stands, the beginning of one, one with a letter wrong,
with two. Each question is asked three times (the slow engines: once) and the quickest counts, for the machine may be
busy. In each cell: median and p99 in ms, and how often the title that was meant is in the first five (for beginnings:
how often there is an answer). Peers that are not installed are named as such; with `--peers PYTHON`
they run in another Python.
`--accuracy` measures the catalogue only (`finding_accuracy`).
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.finding_titles import titles, typo

ASKED = 1000
ENGINES = ("basedon", "tantivy", "fts5", "rapidfuzz")
SLOW = {"fts5": 30, "rapidfuzz": 60}
"""Questions with letters wrong that the slow engines are asked."""

Search = Callable[[str, str], list[Any]]
"""From the kind of question and what is typed to the titles found (or the works), at most ten."""

Told = Callable[[list[Any]], set[str]]
"""From what was found to the titles of the first five; not timed."""


def basedon(folder: Path) -> tuple[Search, Told]:
    """Basedon: its tables for search in a catalogue of nothing but titles."""
    from basedon.catalogue import search
    from basedon.catalogue.catalogue import Catalogue
    from basedon.catalogue.writer import writing
    from basedon.identity.titles import normal

    path = folder / "titles.basedon"
    if not path.exists():
        draw = random.Random(1)
        with writing(path, folder / "making") as connection:
            connection.execute("INSERT INTO about VALUES ('digest', 'bench')")
            work = 0
            for title in listed(folder):
                if not work or draw.random() < 0.45:
                    work += 1
                    row = (work, f"imdb:tt{work:07}", "film", title, *(None,) * 6, 30 + int(draw.expovariate(1 / 12)))
                    connection.execute("INSERT INTO works VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
                named = (normal(title), work, title, "title", "imdb")
                connection.execute("INSERT INTO titles VALUES (?, ?, ?, ?, ?)", named)
            begun = time.perf_counter()
        print(f"  indexes made in {time.perf_counter() - begun:.0f} s")
        with Catalogue(path) as held:
            sizes = dict(held.query("SELECT name, SUM(pgsize) FROM dbstat WHERE name LIKE 'title%' GROUP BY 1"))
            text = held.query("SELECT SUM(LENGTH(CAST(title AS BLOB))) FROM titles")[0][0]
        index = sum(sizes[name] for name in ("titles_by_key", "title_blocks", "title_letters", "title_bests"))
        print(f"  text {text / 1e6:.0f} MB, index {index / 1e6:.0f} MB: {index / text:.2f} times")
    catalogue = Catalogue(path)

    def find(kind: str, typed: str) -> list[int]:
        return search.of_title(catalogue, typed) if kind == "exact" else search.search(catalogue, typed, 10)

    def told(works: list[int]) -> set[str]:
        return {title for work in works[:5] for title in catalogue.titles(work)}

    return find, told


def tantivy(folder: Path) -> tuple[Search, Told]:
    """Tantivy by its own package for Python: fuzzy terms for letters wrong, a prefix of terms for beginnings."""
    import tantivy as engine

    schema = engine.SchemaBuilder().add_text_field("title", stored=True).build()
    place = folder / "tantivy"
    place.mkdir(exist_ok=True)
    index = engine.Index(schema, path=str(place))
    writer = index.writer(heap_size=200_000_000, num_threads=1)
    for title in listed(folder):
        writer.add_document(engine.Document(title=title))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def find(kind: str, typed: str) -> list[str]:
        query_, must = engine.Query, engine.Occur.Must
        words = "".join(c if c.isalnum() else " " for c in typed.lower()).split()
        if not words:
            return []
        each = []
        for n, word in enumerate(words):
            if kind == "exact" or (kind == "prefix" and n < len(words) - 1):
                one = query_.term_query(schema, "title", word)
            elif kind == "prefix":
                one = query_.fuzzy_term_query(schema, "title", word, distance=0, prefix=True)
            else:
                distance = min(2 if kind == "two" else 1, 0 if len(word) < 3 else 2)
                one = query_.fuzzy_term_query(schema, "title", word, distance=distance)
            each.append((must, one))
        hits = searcher.search(query_.boolean_query(each), 10).hits
        return [searcher.doc(place_)["title"][0] for _, place_ in hits]

    return find, first_five


def fts5(folder: Path) -> tuple[Search, Told]:
    """SQLite's FTS5 with its trigram tokenizer: any of the trigrams, the best ranked."""
    import sqlite3

    connection = sqlite3.connect(folder / "fts5.db", isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(title, tokenize='trigram')")
    connection.executemany("INSERT INTO t VALUES (?)", ((title,) for title in listed(folder)))
    connection.execute("COMMIT")

    def find(kind: str, typed: str) -> list[str]:
        runs = {typed[n : n + 3] for n in range(len(typed) - 2)}
        if not runs:
            return []
        if kind in ("exact", "prefix"):
            query = '"' + typed.replace('"', '""') + '"'
        else:
            query = " OR ".join('"' + run.replace('"', '""') + '"' for run in sorted(runs))
        order = "ORDER BY rank" if kind not in ("exact", "prefix") else ""
        rows = connection.execute(f"SELECT title FROM t WHERE t MATCH ? {order} LIMIT 10", [query])
        return [title for (title,) in rows]

    return find, first_five


def rapidfuzz(folder: Path) -> tuple[Search, Told]:
    """Rapidfuzz over all titles."""
    from rapidfuzz import fuzz, process

    every = [title.lower() for title in listed(folder)]
    spelt = list(listed(folder))

    def find(kind: str, typed: str) -> list[str]:
        found = process.extract(typed.lower(), every, scorer=fuzz.ratio, limit=10, score_cutoff=60)
        return [spelt[place] for _, _, place in found] if kind not in ("exact", "prefix") else []

    return find, first_five


def first_five(found: list[Any]) -> set[str]:
    """The first five titles."""
    return set(found[:5])


def listed(folder: Path) -> Iterator[str]:
    """The titles, one a line."""
    with (folder / "titles.txt").open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield line.rstrip("\n")


def questions(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """What is typed, with the title that is meant, by kind."""
    draw = random.Random(3)
    every = [title for title in listed(folder) if len(title) >= 5]
    asked = draw.sample(every, ASKED)
    one = [(typo(title.lower(), draw), title) for title in asked]
    return {
        "exact": [(title, title) for title in asked],
        "prefix": [(title[: draw.randrange(1, len(title))], title) for title in asked],
        "one": one,
        "two": [(typo(typed, draw), title) for typed, title in one],
    }


def measure(engine: str, folder: Path) -> None:
    """Ask one engine everything, and print its line of the table."""
    begun = time.perf_counter()
    try:
        find, told = {"basedon": basedon, "tantivy": tantivy, "fts5": fts5, "rapidfuzz": rapidfuzz}[engine](folder)
    except ImportError as error:
        print(f"| {engine} | not installed ({error.name}) |")
        return
    ready = time.perf_counter() - begun
    cells = []
    for kind, asked in questions(folder).items():
        some = asked[: SLOW.get(engine, ASKED)] if kind in ("one", "two") else asked
        if engine == "rapidfuzz" and kind in ("exact", "prefix"):
            cells.append("-")
            continue
        seconds, right = [], 0
        for typed, title in some:
            best = float("inf")
            for _ in range(3 if engine not in SLOW else 1):
                start = time.perf_counter()
                found = find(kind, typed)
                best = min(best, time.perf_counter() - start)
            seconds.append(best)
            right += bool(found) if kind == "prefix" else title in told(found)
        seconds.sort()
        p50, p99 = (1000 * seconds[int(part * (len(seconds) - 1))] for part in (0.5, 0.99))
        cells.append(f"{p50:.3g} / {p99:.3g}, {right / len(some):.2f}")
    memory = peak()
    print(f"| {engine} | {' | '.join(cells)} | {memory} | {ready:.0f} |", flush=True)


def peak() -> int:
    """The most memory that this process had, mapped pages among it, in MB; what its parent had does not count."""
    status = Path("/proc/self/status").read_text("ascii", "replace")
    return next(int(line.split()[1]) >> 10 for line in status.splitlines() if line.startswith("VmHWM"))


def accuracy(data: Path, path: Path, misses: Path | None) -> None:
    """Print how often the right film of a catalogue is found."""
    from basedon.catalogue.catalogue import Catalogue
    from bench import finding_accuracy

    with Catalogue(path) as catalogue:
        count, first, five, right, other, missed = finding_accuracy.typos(catalogue)
        print(f"one letter wrong: of {count} first {first / count:.3f}, in the first five {five / count:.3f}; ", end="")
        print(f"`film` gives it {right / count:.3f}, another film {other / count:.3f}")
        for name, list_, by_year in (
            ("MovieLens", finding_accuracy.movielens(data), True),
            ("Netflix", finding_accuracy.netflix(data), False),
        ):
            held, first, five, not_held, wrong, more = finding_accuracy.lists(catalogue, list_, by_year)
            print(f"{name}: of {held} held first {first / held:.4f}, in the first five {five / held:.4f}; ", end="")
            print(f"of {not_held} under no title here {wrong} answered")
            missed += more
    if misses:
        misses.write_text("\n".join(missed) + "\n", "utf-8")


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--titles", type=int, default=3_000_000)
    parser.add_argument("--catalogue", type=Path)
    parser.add_argument("--accuracy", action="store_true")
    parser.add_argument("--misses", type=Path)
    parser.add_argument("--peers", default=sys.executable, help="the Python that has the peers")
    parser.add_argument("--engine", choices=ENGINES, help=argparse.SUPPRESS)
    parser.add_argument("--make", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.engine:
        measure(given.engine, given.data)
        return
    if given.make:
        basedon(given.data)
        return
    from basedon.starter import packing

    accuracy(given.data, given.catalogue or packing.path(), given.misses)
    if given.accuracy:
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (folder / "titles.txt").open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(f"{' '.join(title.split())}\n" for title in titles(given.data, given.titles))
        subprocess.run([sys.executable, "-m", "bench.finding", str(folder), "--make"], check=True)
        print(
            "| | exact | beginning | one letter wrong | two | MB | s to make |\n|---|---|---|---|---|---|---|",
            flush=True,
        )
        for engine in ENGINES:
            python = sys.executable if engine == "basedon" else given.peers
            command = [python, "-m", "bench.finding", str(folder), "--engine", engine]
            subprocess.run(command, check=True, env=dict(os.environ))


if __name__ == "__main__":
    main()
