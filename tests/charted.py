"""A small catalogue with made-up charts, awards and ratings, for the tests that ask for them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from basedon.building import build
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target

COUNTRIES = (
    "country_name\tcountry_iso2\tweek\tcategory\tweekly_rank\tshow_title\tseason_title\tcumulative_weeks_in_top_10\n"
)
WORLD = "week\tcategory\tweekly_rank\tshow_title\tseason_title\tweekly_hours_viewed\tcumulative_weeks_in_top_10\n"
OSCARS = "Ceremony\tYear\tCategory\tFilm\tFilmId\tName\tWinner\n"

BRITISH = [
    ("2022-02-27", "Films", 1, "Night Ferry", "N/A", 1),
    ("2022-02-27", "Films", 2, "The Salt Road", "N/A", 4),
    ("2022-03-06", "Films", 1, "The Salt Road", "N/A", 5),
    ("2022-03-06", "Films", 2, "Night Ferry", "N/A", 2),
    ("2022-03-06", "Films", 3, "Harbour Lights Again", "N/A", 1),
    ("2022-03-06", "TV", 1, "Low Tide", "Low Tide: Season 2", 3),
    ("2022-03-20", "Films", 1, "The Salt Road", "N/A", 6),
]
KOREAN = [("2022-03-06", "Films", 4, "The Salt Road", "N/A", 1)]
GLOBAL = [
    ("2022-03-06", "Films (English)", 3, "The Salt Road", "N/A", 900, 1),
    ("2022-03-06", "Films (Non-English)", 1, "Mavi Ev", "N/A", 700, 1),
]


def film(subject: str, title: str, year: int, *said: tuple[Predicate, Target]) -> list[Statement]:
    """The statements of one film."""
    facts = [(Predicate.TITLE, Target(title)), (Predicate.YEAR, Target(year=year)), *said]
    at = (Evidence("wikidata", subject.partition(":")[2], "here"),)
    return [Statement(subject=subject, predicate=p, target=target, evidence=at) for p, target in facts]


FILMS = [
    *film(
        "wikidata:Q1",
        "The Salt Road",
        2021,
        (Predicate.LANGUAGE, Target("English")),
        (Predicate.DIRECTOR, Target("Joan Field")),
        (Predicate.BASED_ON, Target("Salt", "novel", "Tom Vance", 1950)),
    ),
    *film("wikidata:Q2", "Night Ferry", 2022, (Predicate.DEPICTS, Target("the ferry fire of 1931", "event"))),
    *film("wikidata:Q3", "A Quiet Bay", 1990),
]


def lines(header: str, rows: list[tuple[object, ...]]) -> str:
    """A table as the source gives it."""
    return header + "".join("\t".join(map(str, row)) + "\n" for row in rows)


def charted(target: Path) -> Path:
    """Builds the catalogue at `target`, beside its sources."""
    folder = target.parent
    of_countries = [("United Kingdom", "GB", *row) for row in BRITISH] + [("South Korea", "KR", *row) for row in KOREAN]
    (folder / "all-weeks-countries.tsv").write_text(lines(COUNTRIES, of_countries), "utf-8")
    (folder / "all-weeks-global.tsv").write_text(lines(WORLD, list(GLOBAL)), "utf-8")
    (folder / "oscars.csv").write_text(
        OSCARS
        + "94\t2021\tWRITING\tThe Salt Road\t\tJoan Field\tTrue\n"
        + "94\t2021\tBEST PICTURE\tThe Salt Road\t\tKim Park\tFalse\n",
        "utf-8",
    )
    build(
        target,
        [FILMS],
        netflix=[folder / "all-weeks-countries.tsv", folder / "all-weeks-global.tsv"],
        oscars=[folder / "oscars.csv"],
    )
    return target


def rated(path: Path) -> None:
    """Put a rating into a finished catalogue, as a build with IMDb's files does."""
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO sources VALUES ('imdb', 'IMDb', 'its own', 'https://imdb.example', ?, NULL, 'ratings', 1)",
            ["https://www.imdb.com/title/{record}/"],
        )
        connection.execute("UPDATE works SET imdb = 'tt9000005' WHERE id = 'wikidata:Q1'")
        connection.execute("INSERT INTO ratings SELECT work, 'imdb', 7.4, 1234 FROM works WHERE id = 'wikidata:Q1'")
    connection.close()
