"""MetaQA's graph of films (kb.txt.gz, CC BY 3.0): only who directed what, to name Wikidata's items by.

It tells films of one title apart by nothing, so a title with several years is left out, and nothing else is taken over.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from basedon.identity.titles import normal
from basedon.starter.reading.labels import Told
from basedon.starter.tables import parts


def told(films: Iterable[Mapping[str, str]], data: Path) -> Iterator[Told]:
    """The directors of Wikidata's films, by title and year (one either way); none where the data are not there."""
    path = data / "metaqa" / "kb.txt.gz"
    held = directors(path) if path.is_file() else {}
    for film in films:
        if not film["year"] or not film["directors"]:
            continue
        places = ((normal(film["label"]), int(film["year"]) + off) for off in (0, 1, -1))
        names = next((held[place] for place in places if place in held), ())
        if names:
            yield Told(parts(film["directors"]), names, f"MetaQA: {film['label']}")


def directors(path: Path) -> dict[tuple[str, int], tuple[str, ...]]:
    """Who directed each film of a title and year."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            match line.rstrip("\n").split("|"):
                case [title, ("directed_by" | "release_year") as relation, value]:
                    said[title][relation].append(value)
    return {
        (normal(title), int(told["release_year"][0])): tuple(told["directed_by"])
        for title, told in said.items()
        if len(told["release_year"]) == 1 and told["directed_by"]
    }
