"""Looks for plain facts that can't be right: names, countries, languages, years, directors and remakes.

    python -m bench.facts_lint [--catalogue FILE] [--show N] [--against FILE]

Counts what is odd by class; `--show` lists so many of each, `--against` counts an older catalogue beside it.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from basedon.prose import countries

Rows = Iterator[str]

BRACKETS = re.compile(r"[()\[\]{}<>|*]|''")
TWO = re.compile(r"^\S+ \S+.* (?:and|&) (?!the |his |her )\S+ \S+")
ROLES = re.compile(
    r"\b(?:directors?|screenplay|screenwriters?|writers?|producers?|narrat(?:or|ed)|voices? of|based on|written by"
    r"|various|uncredited|academy award|nominee)\b",
    re.IGNORECASE,
)
STAGE = re.compile(r"^(?:Director X|\S+ Director)$")
FIRM = re.compile(r"\b(?:Inc|Ltd|Productions|Pictures|Entertainment|Corporation)\.?$")
LONG = 5
FIRST, LAST = 1888, 2030
APART = 2
"""Years that sources may lie apart: a festival, a release at home and one abroad."""

ENGLISH = ("United States", "United Kingdom", "Australia", "New Zealand")


def named(test: Callable[[str], object]) -> Callable[[sqlite3.Connection], Rows]:
    """A class of credited people whose names fail a test."""

    def found(db: sqlite3.Connection) -> Rows:
        for name, title, year in db.execute(
            "SELECT name, title, year FROM people JOIN credits USING (person) JOIN works USING (work) GROUP BY person"
        ):
            if test(name):
                yield f"{name}: {title} ({year})"

    return found


def queried(sql: str) -> Callable[[sqlite3.Connection], Rows]:
    """A class that one query finds; its columns are shown."""
    return lambda db: (" | ".join(map(str, row)) for row in db.execute(sql))


def traits(kind: str, known: Callable[[str], bool]) -> Callable[[sqlite3.Connection], Rows]:
    """Values of a trait that are no such thing."""

    def found(db: sqlite3.Connection) -> Rows:
        for name, times in db.execute("SELECT name, count(*) FROM traits WHERE kind = ? GROUP BY name", (kind,)):
            if not known(name):
                yield f"{name}: {times} films"

    return found


def cycles(db: sqlite3.Connection) -> Rows:
    """Works that remake themselves, however many links away."""
    down: dict[int, set[int]] = {}
    for derivative, original in db.execute("SELECT derivative, original FROM links"):
        down.setdefault(derivative, set()).add(original)
    for start in down:
        seen, open_ = set[int](), list(down[start])
        while open_:
            here = open_.pop()
            if here == start:
                yield str(start)
                break
            if here not in seen:
                seen.add(here)
                open_ += down.get(here, ())


def lacking(what: str) -> str:
    """The films that lack something, those with remakes first."""
    held = {
        "director": "SELECT 1 FROM credits c WHERE c.work = w.work AND role = 'director'",
        "country": "SELECT 1 FROM traits t WHERE t.work = w.work AND kind = 'country'",
        "language": "SELECT 1 FROM traits t WHERE t.work = w.work AND kind = 'language'",
    }[what]
    return (
        "SELECT title, year, w.id, (SELECT count(*) FROM links WHERE w.work IN (original, derivative)) AS remakes"
        f" FROM works w WHERE type = 'film' AND NOT EXISTS ({held}) ORDER BY remakes DESC, prominence DESC"
    )


CLASSES: dict[str, Callable[[sqlite3.Connection], Rows]] = {
    "name with brackets or mark-up": named(BRACKETS.search),
    "name with a role": named(lambda name: ROLES.search(name) and not STAGE.search(name)),
    "name is a firm": named(FIRM.search),
    "two people as one": named(TWO.search),
    "name begins small": named(lambda name: name[:1].islower() and not any(map(str.isupper, name)) and "." not in name),
    "name without letters": named(lambda name: sum(map(str.isalpha, name)) < 2),
    "name is a number": named(lambda name: sum(map(str.isdigit, name)) > len(name) / 2),
    "name of many words": named(lambda name: len(name.split()) > LONG),
    "no country": traits("country", lambda name: countries.country(name) == name),
    "no language": traits("language", lambda name: name == "Silent" or countries.is_language(name)),
    "year out of range": queried(
        f"SELECT title, y.year, source FROM years y JOIN works USING (work) WHERE y.year NOT BETWEEN {FIRST} AND {LAST}"
    ),
    "years apart": queried(
        "SELECT title, group_concat(y.year || ' ' || source) FROM years y JOIN works USING (work) GROUP BY work"
        f" HAVING max(y.year) - min(y.year) > {APART}"
    ),
    "language foreign to an English-speaking country": queried(
        "SELECT title, year, c.name, l.name FROM works w JOIN traits c ON c.work = w.work AND c.kind = 'country'"
        " JOIN traits l ON l.work = w.work AND l.kind = 'language' AND l.source = 'wikidata'"
        f" WHERE c.name IN {ENGLISH} AND l.name NOT IN ('English', 'Welsh', 'Maori', 'Silent')"
        " GROUP BY w.work HAVING (SELECT count(*) FROM traits t WHERE t.work = w.work AND kind IN"
        " ('country', 'language')) = 2"
    ),
    "remake older than the original": queried(
        "SELECT d.title, d.year, o.title, o.year FROM links JOIN works d ON d.work = derivative"
        " JOIN works o ON o.work = original WHERE d.year < o.year"
    ),
    "remake in a circle": cycles,
    "film without director": queried(lacking("director")),
    "film with remakes, without director": lambda db: (
        line for line in queried(lacking("director"))(db) if not line.endswith("| 0")
    ),
    "film without country": queried(lacking("country")),
    "film without language": queried(lacking("language")),
}
"""What is looked for."""


def lint(path: Path) -> dict[str, list[str]]:
    """What is odd in a catalogue, by class."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
        return {name: list(found(db)) for name, found in CLASSES.items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the counts, and what is asked for of each class."""
    parser = argparse.ArgumentParser(prog="python -m bench.facts_lint", description="Plain facts that can't be right.")
    parser.add_argument("--catalogue", type=Path, help="catalogue file; without it the starter that ships")
    parser.add_argument("--against", type=Path, help="an older catalogue, counted beside it")
    parser.add_argument("--show", type=int, default=0, help="how many of each class to list")
    options = parser.parse_args(arguments)
    from basedon.starter import packing

    found = lint(options.catalogue or packing.path())
    before = lint(options.against) if options.against else {}
    for name, lines in found.items():
        print(f"{name:50}{len(before[name]) if before else '':>8}{len(lines):8}")
        for line in lines[: options.show]:
            print(f"    {line}")


if __name__ == "__main__":
    main()
