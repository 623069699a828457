"""A made-up catalogue of the size that a whole Wikidata gives: works, and links between them as families have them."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from basedon.catalogue import schema
from basedon.catalogue.writer import begin
from basedon.identity.titles import normal

WORKS, LINKS = 400_000, 150_000
GIANTS = (6_000, 3_000, 2_000, 1_200, 900, 700, 500, 400, 300, 250, 200, 150)
"""Works of the largest families: what a Dracula, a Hamlet or a Bible has."""

CHAINS = 200
"""Families that are one long line, each remade from the one before."""

KINDS = ("unknown", "official", "re-adaptation", "loose", "unofficial")
SYLLABLES = ("ka", "ro", "mi", "ne", "lo", "sha", "ti", "vu", "den", "mar", "ol", "est", "gra", "in", "bel", "zor")

Link = tuple[int, int, str]
"""Derivative, original and kind."""


def links(seed: int = 0) -> list[Link]:
    """The links, always the same for a seed: giants, chains, and families whose sizes fall off as a power law."""
    chance = random.Random(seed)
    members = list(range(1, WORKS + 1))
    chance.shuffle(members)
    free = iter(members)
    made: dict[tuple[int, int], str] = {}
    for size, straight in sizes(chance):
        family = [next(free)]
        for _ in range(size - 1):
            if len(made) >= LINKS:
                return [(*ends, kind) for ends, kind in sorted(made.items())]
            work = next(free)
            for original in originals(chance, family, straight):
                made[work, original] = chance.choices(KINDS, (60, 20, 10, 5, 5))[0]
            family.append(work)
        if chance.random() < 0.002:
            made[family[0], family[-1]] = "unknown"  # sources contradict each other: a cycle
    raise AssertionError("the families are used up before the links")


def sizes(chance: random.Random) -> Iterator[tuple[int, bool]]:
    """How many works each family has, and whether it is a chain."""
    for size in GIANTS:
        yield size, False
    for _ in range(CHAINS):
        yield chance.randint(10, 60), True
    while True:
        yield min(150, 1 + int(chance.paretovariate(1.5))), False


def originals(chance: random.Random, family: list[int], straight: bool) -> set[int]:
    """What the next work of a family was made from: mostly the first one, sometimes two at once (a diamond)."""
    if straight:
        return {family[-1]}
    found = {family[0] if chance.random() < 0.6 else chance.choice(family)}
    if chance.random() < 0.08:
        found.add(chance.choice(family))
    return found


def title(chance: random.Random) -> str:
    """A title of one to four made-up words."""
    words = ("".join(chance.choices(SYLLABLES, k=chance.randint(1, 3))) for _ in range(chance.randint(1, 4)))
    return " ".join(words).title()


def works(seed: int = 0) -> Iterator[tuple[int, str, str, int]]:
    """Number, id, title and year of every work."""
    chance = random.Random(seed + 1)
    for number in range(1, WORKS + 1):
        yield number, f"wikidata:Q{number * 7}", title(chance), chance.randint(1900, 2025)


def write(path: Path, linked: list[Link]) -> None:
    """Write the catalogue through the real schema; every link with a statement and its evidence."""
    connection = sqlite3.connect(path, isolation_level=None)
    begin(connection)

    def insert(table: str, rows: Iterator[tuple[object, ...]]) -> None:
        first = next(rows)
        sql = f"INSERT INTO {table} VALUES ({', '.join('?' * len(first))})"
        connection.execute(sql, first)
        connection.executemany(sql, rows)

    insert("about", iter([("digest", "made up"), ("as_of", "2026")]))
    insert("sources", iter([("wikidata", "made up", "none", "", None, "2026", "", WORKS)]))
    insert(
        "works", ((n, id_, "film", name, None, year, id_[9:], None, None, None, 0) for n, id_, name, year in works())
    )
    insert("titles", ((normal(name), n, name, "title", "wikidata") for n, _, name, _ in works()))
    numbered = list(enumerate(linked, 1))
    insert("statements", (statement(n, *link) for n, link in numbered))
    insert("evidence", ((n, "wikidata", f"Q{d * 7}", "P144", None, None, None) for n, (d, _, _) in numbered))
    insert("links", ((d, o, kind, n) for n, (d, o, kind) in numbered))
    for index in schema.INDEXES.strip().splitlines():
        connection.execute(index)
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()


def statement(number: int, derivative: int, original: int, kind: str) -> tuple[object, ...]:
    """One row of `statements`: that one work remakes another."""
    said = (number, f"{number:016x}", derivative, "remake_of", 0, None, kind, "normal")
    return (*said, None, None, None, None, f"wikidata:Q{original * 7}", original, None)
