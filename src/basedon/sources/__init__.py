"""Who speaks: the sources, one register."""

from __future__ import annotations

from basedon.sources.source import Source

SOURCES: dict[str, Source] = {
    source.name: source
    for source in (
        Source(
            name="curated",
            title="basedon's own curated families and stories",
            licence="MIT",
            address="families/ and stories/ of the package",
            adds="remake families of world cinema, and the films people ask about most, written by contributors",
            as_of="2026-11-22",
        ),
        Source(
            name="wikipedia",
            title="English Wikipedia: infoboxes and leads of films",
            licence="facts read from CC BY-SA text",
            address="https://en.wikipedia.org",
            adds="credits, countries, and what infobox and lead say of a film's origin and remakes",
            record_url="https://en.wikipedia.org/wiki/{record}",
            as_of="2023",
        ),
        Source(
            name="wikidata",
            title="Wikidata",
            licence="CC0",
            address="https://www.wikidata.org",
            adds="ids, dates, countries, languages, genres, directors, “based on”",
            record_url="https://www.wikidata.org/wiki/{record}",
            as_of="2019",
        ),
        Source(
            name="biopics",
            title="FiveThirtyEight, biopics and their subjects",
            licence="CC BY 4.0",
            address="https://github.com/fivethirtyeight/data/tree/master/biopics",
            adds="the real people that its films are about",
            as_of="2015",
        ),
        Source(
            name="articles",
            title="Articles that you saved",
            licence="each publisher's own: for your own catalogue, not for sharing",
            address="a folder of saved pages and text files",
            adds="what journalists say of a film's origin, as weak witnesses with the sentence quoted",
        ),
    )
}
"""By name."""
