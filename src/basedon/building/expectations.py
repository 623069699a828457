"""What a build expects of its dumps: one that holds nothing, or much less than before, is no base for a catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from basedon.building.dumps import Dumps
from basedon.catalogue.catalogue import Catalogue
from basedon.errors import BadFile

if TYPE_CHECKING:
    from basedon.building.reading import Found

SHRUNK = 0.5
"""A source with less than this share of the records that the catalogue to be replaced holds of it is refused."""

BROKEN = 0.1
"""A dump of which more than this share can't be read is refused."""

BROKEN_KINDS = frozenset({"unreadable", "wrong columns", "no id"})
"""Issues about what can't be read at all."""

WHAT = {
    "wikidata": "no film or series; is it Wikidata's entity dump?",
    "wikipedia": "no page of a film; is it a dump of pages-articles?",
    "imdb": "no title of a film or series; is it IMDb's title.basics?",
    "netflix": "no row; is it one of Netflix's Top 10 files?",
    "oscars": "no row; is it the list of Academy Awards?",
    "statements": "no statement",
}


def check(dumps: Dumps, found: Found, target: Path, *, allow_fewer: bool) -> None:
    """Raises BadFile, naming the source, where its dumps hold nothing, little that can be read, or too few records."""
    counts = by_family(found.counts)
    before = by_family(held_before(target))
    for source in sorted({source for source, _ in dumps.every()} - {"posts"}):  # they tell of themselves
        count = counts[source]
        if count == 0:
            raise BadFile(f"{source}: holds {WHAT[source]}")
        for of in sorted(found.broken):
            if of.partition(",")[0] == source:
                readable(of, found.read[of], found.broken[of])
        if not allow_fewer and count < SHRUNK * before[source]:
            raise BadFile(
                f"{source}: holds {count:,} records, the catalogue to be replaced {before[source]:,};"
                " give a whole dump, or --allow-fewer"
            )


def absent(dumps: Dumps, target: Path) -> None:
    """Raises BadFile where the catalogue to be replaced holds a source of which no dump is given."""
    given = {source for source, _ in dumps.every()} | ({"articles"} if dumps.articles else set())
    before = by_family(held_before(target))
    for source in sorted({*WHAT, "articles", "posts"} - given):
        if before[source]:
            raise BadFile(
                f"{source}: the catalogue to be replaced holds {before[source]:,} records, and no dump is given;"
                " give one, or --allow-fewer"
            )


def readable(of: str, read: int, broken: int) -> None:
    """Raises BadFile where too much of a source's dumps, or of one of its files, can't be read."""
    if not read and of in WHAT:
        raise BadFile(f"{of}: holds {WHAT[of]}")
    if broken > BROKEN * (read + broken):
        raise BadFile(f"{of}: {broken:,} entries can't be read, {read:,} can; download it again")


def family(source: str) -> str:
    """The option that a source's dumps are given with: one for all Wikipedias."""
    return "wikipedia" if source.startswith("wikipedia-") else source


def by_family(counts: Mapping[str, int]) -> Counter[str]:
    """Numbers of records by the option that a source's dumps are given with."""
    found: Counter[str] = Counter()
    for source, count in counts.items():
        found[family(source)] += count
    return found


def held_before(target: Path) -> dict[str, int]:
    """How many records of each source the catalogue at `target` holds; nothing where there is none."""
    try:
        with Catalogue(target) as catalogue:
            return {source.name: source.records for source in catalogue.info().sources}
    except BadFile:
        return {}
