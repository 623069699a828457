"""Who speaks: the sources, one register."""

from __future__ import annotations

from basedon.sources.source import Published, Source

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
            published=(
                Published(
                    "enwiki-latest-pages-articles-multistream.xml.bz2",
                    "https://dumps.wikimedia.org/enwiki/latest/enwiki-latest-pages-articles-multistream.xml.bz2",
                    "25 GB",
                    "https://dumps.wikimedia.org/enwiki/latest/enwiki-latest-md5sums.txt",
                ),
            ),
        ),
        Source(
            name="wikidata",
            title="Wikidata",
            licence="CC0",
            address="https://www.wikidata.org",
            adds="ids, dates, countries, languages, genres, directors, “based on”",
            record_url="https://www.wikidata.org/wiki/{record}",
            as_of="2019",
            published=(
                Published(
                    "latest-all.json.gz",
                    "https://dumps.wikimedia.org/wikidatawiki/entities/latest-all.json.gz",
                    "150 GB",
                ),
            ),
        ),
        Source(
            name="imdb",
            title="IMDb non-commercial dataset",
            licence="IMDb's terms: personal and non-commercial use only, not for sharing",
            address="https://developer.imdb.com/non-commercial-datasets/",
            free=False,
            adds="titles in all countries, credits, ratings, and films that no other source has",
            record_url="https://www.imdb.com/title/{record}/",
            published=tuple(
                Published(f"{name}.tsv.gz", f"https://datasets.imdbws.com/{name}.tsv.gz", size)
                for name, size in (
                    ("title.basics", "200 MB"),
                    ("title.akas", "450 MB"),
                    ("title.crew", "75 MB"),
                    ("title.principals", "700 MB"),
                    ("title.ratings", "8 MB"),
                    ("name.basics", "280 MB"),
                )
            ),
        ),
        Source(
            name="netflix",
            title="Netflix Top 10",
            licence="none stated: for your own catalogue, not for sharing",
            address="https://www.netflix.com/tudum/top10",
            free=False,
            adds="what is watched most, by week and country",
            published=tuple(
                Published(f"{name}.tsv", f"https://www.netflix.com/tudum/top10/data/{name}.tsv", size)
                for name, size in (
                    ("all-weeks-countries", "30 MB"),
                    ("all-weeks-global", "1 MB"),
                    ("most-popular", "5 kB"),
                )
            ),
        ),
        Source(
            name="oscars",
            title="Academy Awards, nominations and winners",
            licence="none stated by the Academy; the list's own terms",
            address="https://github.com/DLu/oscar_data",
            free=False,
            adds="awards",
            published=(
                Published("oscars.csv", "https://raw.githubusercontent.com/DLu/oscar_data/main/oscars.csv", "3 MB"),
            ),
        ),
        Source(
            name="statements",
            title="Your own statements",
            licence="your own",
            address="a CSV or TSV file, see docs/statements.md",
            adds="what you know better: it comes before all other sources",
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
            name="posts",
            title="Posts that you gathered: X, Bluesky, Mastodon, Reddit, Letterboxd, or a table of them",
            licence="each platform's own: for your own catalogue, not for sharing",
            address="files as the platforms give them, see `basedon listen` and docs/posts.md",
            free=False,
            adds="what people felt about films: who cried, laughed, loved or hated it",
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
