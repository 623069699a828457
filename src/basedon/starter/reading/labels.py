"""Names for people whom the Wikidata extract holds without labels, found by comparing films with their Wikipedia
pages.

A director's item gets a name only where the films that have it alone agree with the one name on their pages. (It
works for people, who are the same on both sides; for countries it fails, as the pages at hand are of American films.)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from basedon.starter.tables import parts

COLUMNS = ("item", "label", "read_in")

Row = Mapping[str, str]


def votes(films: Iterable[Row], pages: Mapping[str, Row], column: str) -> dict[str, Counter[tuple[str, str]]]:
    """For each item, how often which name (and on which page) stands for it: only films with one of each vote."""
    found: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for film in films:
        page = pages.get(film["page"])
        if page is not None:
            items, names = parts(film[column]), parts(page[column])
            if len(items) == len(names) == 1:
                found[items[0]][names[0], film["page"]] += 1
    return found


SHARE = 0.75
"""Of the films that vote on an item, so many must say the same name."""


def agreed(found: Mapping[str, Counter[tuple[str, str]]]) -> Iterator[dict[str, str]]:
    """The items on whose names the films agree."""
    for item, counted in found.items():
        names: Counter[str] = Counter()
        for (name, _), times in counted.items():
            names[name] += times
        name, times = names.most_common(1)[0]
        if times >= SHARE * names.total():
            page = min(page for (said, page) in counted if said == name)
            yield {"item": item, "label": name, "read_in": f"Wikipedia: {page}"}
