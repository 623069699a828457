"""What a build expects of its dumps: one that holds nothing, or much less than before, is no base for a catalogue."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from basedon.building.dumps import Dumps
from basedon.building.reading import Found
from basedon.catalogue.catalogue import Catalogue
from basedon.errors import BadFile

SHRUNK = 0.5
"""A source with less than this share of the records that the catalogue to be replaced holds of it is refused."""

BROKEN = 0.1
"""A dump of which more than this share can't be read is refused."""

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
    given = {source for source, _ in dumps.every()}
    broken = Counter(issue.source for issue in found.issues if issue.kind in ("unreadable", "wrong columns"))
    before = held_before(target)
    for source in sorted(given):
        count = (
            found.counts[source]
            if source != "wikipedia"
            else sum(n for name, n in found.counts.items() if name.startswith("wikipedia"))
        )
        if count == 0:
            raise BadFile(f"{source}: holds {WHAT[source]}")
        if broken[source] > BROKEN * (count + broken[source]):
            raise BadFile(f"{source}: {broken[source]:,} entries can't be read, {count:,} can; download it again")
        if not allow_fewer and count < SHRUNK * before.get(source, 0):
            raise BadFile(
                f"{source}: holds {count:,} records, the catalogue to be replaced {before[source]:,};"
                " give a whole dump, or --allow-fewer"
            )


def held_before(target: Path) -> dict[str, int]:
    """How many records of each source the catalogue at `target` holds; nothing where there is none."""
    try:
        with Catalogue(target) as catalogue:
            return {source.name: source.records for source in catalogue.info().sources}
    except BadFile:
        return {}
