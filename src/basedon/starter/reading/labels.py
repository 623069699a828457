"""Names for items that the Wikidata extract holds without labels, found by comparing films with their Wikipedia pages.

An item gets a name only where the films that have it alone agree with the one name on their pages.
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


def agreed(found: Mapping[str, Counter[tuple[str, str]]], share: float, least: int) -> Iterator[dict[str, str]]:
    """The items for which at least `least` films, and `share` of all that vote, say one name."""
    for item, counted in found.items():
        names: Counter[str] = Counter()
        for (name, _), times in counted.items():
            names[name] += times
        name, times = names.most_common(1)[0]
        if times >= least and times >= share * names.total():
            page = min(page for (said, page) in counted if said == name)
            yield {"item": item, "label": name, "read_in": f"Wikipedia: {page}"}
