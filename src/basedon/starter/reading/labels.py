"""Names for people whom the Wikidata extract holds without labels, found by comparing films with other sources.

An item gets a name only where the films that it directed agree with the one name that others give them. Of a film
with several directors the one item votes that is left when those who are named already are taken away. Directors who
are always named together, so that nobody can tell which item is whose, get their names as a group. (It works for
people, who are the same on both sides; for countries it fails, as the pages at hand are of American films.)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from basedon.identity.titles import normal_name
from basedon.starter import tables
from basedon.starter.tables import parts

COLUMNS = ("item", "label", "read_in")

Row = Mapping[str, str]
Votes = dict[str, Counter[tuple[str, str]]]
"""For each item (or group of them, joined), how often which name stands for it, and where."""

PEOPLE = Path(__file__).parent
"""Where `people.tsv` lies: items named by hand, from general knowledge, each of somebody whose films leave no doubt."""


class Told(Struct, frozen=True):
    """The directors of a film: Wikidata's items, and the names that another source gives at `place`."""

    items: tuple[str, ...]
    names: tuple[str, ...]
    place: str


def of_pages(films: Iterable[Row], pages: Mapping[str, Row]) -> Iterator[Told]:
    """The films that have a page which names directors."""
    for film in films:
        page = pages.get(film["page"])
        if page is not None and film["directors"] and page["directors"]:
            yield Told(parts(film["directors"]), parts(page["directors"]), f"Wikipedia: {film['page']}")


def votes(told: Iterable[Told], known: Mapping[str, str]) -> Votes:
    """What the films say of the items that are not named yet."""
    found: Votes = defaultdict(Counter)
    for film in told:
        taken = {normal_name(known[item]) for item in film.items if item in known}
        items = [item for item in film.items if item not in known]
        names = [name for name in film.names if normal_name(name) not in taken]
        if len(film.items) == len(film.names) and len(items) == len(names) > 0:
            found[group(items)][tables.SEPARATOR.join(sorted(names)), film.place] += 1
    return found


def group(items: Iterable[str]) -> str:
    """Several items as one."""
    return tables.SEPARATOR.join(sorted(items))


SHARE = 0.75
"""Of the films that vote on an item, so many must say the same name, or one that shares a word with it."""


def agreed(found: Votes) -> Iterator[dict[str, str]]:
    """The items on whose names the films agree; "Tom Hale" speaks for "Thomas Hale", which more of them say."""
    for item, counted in found.items():
        names: Counter[str] = Counter()
        for (name, _), times in counted.items():
            names[name] += times
        best = names.most_common(1)[0][0]
        words = set(normal_name(best).split())
        alike = sum(times for name, times in names.items() if words & set(normal_name(name).split()))
        if alike >= SHARE * names.total():
            yield {"item": item, "label": best, "read_in": min(place for (said, place) in counted if said == best)}


def named(sources: Iterable[Iterable[Told]]) -> dict[str, dict[str, str]]:
    """The rows of all items that can be named: those by hand, then people as the films agree, then groups of them.

    Whoever is named helps to name those who directed with them, so the films are asked until no name is new; the more
    trusted source is asked first, and the next only for whom it does not name.
    """
    rows = {row["item"]: {**row, "read_in": "by hand"} for row in tables.read(PEOPLE, "people", COLUMNS[:2])}
    groups: dict[str, dict[str, str]] = {}
    films = [list(told) for told in sources]
    size = -1
    while size < len(rows):
        size = len(rows)
        for told in films:
            for row in agreed(votes(told, {item: known["label"] for item, known in rows.items()})):
                (groups if tables.SEPARATOR in row["item"] else rows).setdefault(row["item"], row)
    return groups | rows
