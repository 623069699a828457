"""MetaQA's graph (kb.txt) as a catalogue: a film for each title, built as any other from statements.

Tags are what a film is about. Ratings and votes stand in the graph as words ("good", "famous"), for which a
catalogue has no place, so that questions about them are read but not answered.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from basedon.building import build
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target

SOURCE = "statements"
SAID = {
    "directed_by": Predicate.DIRECTOR,
    "written_by": Predicate.WRITER,
    "starred_actors": Predicate.CAST_MEMBER,
    "release_year": Predicate.YEAR,
    "in_language": Predicate.LANGUAGE,
    "has_genre": Predicate.GENRE,
    "has_tags": Predicate.DEPICTS,
}


def triples(path: Path) -> Iterator[tuple[str, str, str]]:
    """Film, relation and value of each line."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            film, relation, value = line.rstrip("\n").split("|")
            yield film, relation, value


def statements(path: Path) -> Iterator[Statement]:
    """The graph as statements, film by film."""
    films: dict[str, list[tuple[str, str]]] = {}
    for film, relation, value in triples(path):
        films.setdefault(film, []).append((relation, value))
    for number, (film, said) in enumerate(films.items()):
        subject = f"{SOURCE}:metaqa#{number}"
        evidence = (Evidence(SOURCE, f"metaqa#{number}", "line"),)
        yield Statement(subject=subject, predicate=Predicate.TYPE, target=Target("film"), evidence=evidence)
        yield Statement(subject=subject, predicate=Predicate.TITLE, target=Target(film), evidence=evidence)
        for relation, value in said:
            predicate = SAID.get(relation)
            if predicate is Predicate.YEAR and not value.isdecimal():
                continue  # "murder" is no year
            if predicate is not None:
                target = Target(year=int(value)) if predicate is Predicate.YEAR else Target(value)
                yield Statement(subject=subject, predicate=predicate, target=target, evidence=evidence)


def built(path: Path, target: Path) -> Path:
    """The graph as a catalogue file."""
    build(target, [statements(path)])
    return target
