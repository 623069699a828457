"""The fact files as statements, each with the record and place it was read in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from basedon.model.statement import Predicate, Statement, Target
from basedon.sources.genres import TRUE_GENRES
from basedon.sources.sayer import Sayer
from basedon.sources.telling import FILM_PAGE, SERIES_PAGE, origin
from basedon.sources.wikidata_items import without_brackets
from basedon.starter import tables
from basedon.starter.reading import biopics, labels, origins, wikidata_films, wikipedia_infobox, wikipedia_leads
from basedon.starter.reading.items import COUNTRIES, LANGUAGES

Row = Mapping[str, str]

SERIES_GENRES = re.compile(
    r"\b(?:television (?:series|program(?:me)?|sitcom)|sitcom|telenovela|miniseries|soap opera|talk show"
    r"|reality television|anthology series|action series|live television|crime serial|cartoon series)\b"
)
ON_TELEVISION = re.compile(r"\b(?:television|serial)\b")
IS_FILM = re.compile(r"\bfilm$")


def wikidata(facts: Path) -> Iterator[Statement]:
    """What Wikidata's films say; values whose item has no name here are left out, works they are based on are not."""
    names = {row["item"]: row["label"] for row in tables.read(facts, "labels", labels.COLUMNS)}
    for row in tables.read(facts, "wikidata", wikidata_films.COLUMNS):
        item = row["item"]
        said = Sayer(f"wikidata:{item}", "wikidata", item)
        genres = [names[genre] for genre in tables.parts(row["genres"]) if genre in names]
        yield said(Predicate.TYPE, "P31", Target("series" if is_series(row, genres) else "film"))
        yield said(Predicate.SAME_AS, "enwiki", Target(id=f"wikipedia:{row['page']}"))
        yield said(Predicate.SAME_AS, "P345", Target(id=f"imdb:{row['imdb']}"))
        yield said(Predicate.TITLE, "label", Target(row["label"] or without_brackets(row["page"])))
        if row["year"]:
            yield said(Predicate.YEAR, "P577", Target(year=int(row["year"])))
        if row["page"]:
            yield said(Predicate.ALSO_CALLED, "enwiki", Target(without_brackets(row["page"])))
        for predicate, locator, column, others in (
            (Predicate.COUNTRY, "P495", "countries", LANGUAGES),
            (Predicate.LANGUAGE, "P364", "languages", COUNTRIES),
        ):
            for value in tables.parts(row[column]):
                if value in names and value not in others:  # an item may name a country as its language
                    yield said(predicate, locator, Target(names[value], id=f"wikidata:{value}"))
        for target in directors(row, names):
            yield said(Predicate.DIRECTOR, "P57", target)
        for genre in genres:
            yield said(Predicate.GENRE, "P136", Target(genre))
            if genre in TRUE_GENRES:
                yield said(Predicate.DEPICTS, f"P136: {genre}", TRUE_GENRES[genre])
        if row["based_on"]:
            yield said(Predicate.BASED_ON, "P144", Target(id=f"wikidata:{row['based_on']}"))


def directors(row: Row, names: Mapping[str, str]) -> Iterator[Target]:
    """The directors of Wikidata's film; of those known only as a group nobody can tell which item is whose."""
    items = tables.parts(row["directors"])
    for item in items:
        if item in names:
            yield Target(names[item], id=f"wikidata:{item}")
    unnamed = [item for item in items if item not in names]
    if len(unnamed) > 1:
        for name in tables.parts(names.get(labels.group(unnamed), "")):
            yield Target(name)


def is_series(row: Row, genres: Iterable[str]) -> bool:
    """Whether a row is of a series: its page's remark says so, or its genres.

    A genre that films made for television share takes an item without a date, or one that has not one director.
    """
    if SERIES_PAGE.search(row["page"]) or FILM_PAGE.search(row["page"]):
        return SERIES_PAGE.search(row["page"]) is not None
    if any(SERIES_GENRES.search(genre) for genre in genres):
        return True
    doubtful = any(ON_TELEVISION.search(genre) for genre in genres)
    dated = row["year"] and (len(tables.parts(row["directors"])) == 1 or any(map(IS_FILM.search, genres)))
    return doubtful and not dated


def infobox(facts: Path) -> Iterator[Statement]:
    """What Wikipedia's infoboxes say."""
    for row in tables.read(facts, "infobox", wikipedia_infobox.COLUMNS):
        said = Sayer.of_page(row["page"])
        yield from of_film(said, row, "infobox")
        if row["imdb"]:
            yield said(Predicate.SAME_AS, "external links", Target(id=f"imdb:{row['imdb']}"))
        yield from listed(said, Predicate.WRITER, "infobox, Written by", row["writers"])
        if row["writers"]:
            yield said(Predicate.READ, "infobox", Target("infobox", year=len(tables.parts(row["writers"]))))
    yield from told(tables.read(facts, "infobox-origins", origins.COLUMNS))


def leads(facts: Path) -> Iterator[Statement]:
    """What Wikipedia's leads say."""
    for row in tables.read(facts, "leads", wikipedia_leads.COLUMNS):
        said = Sayer.of_page(row["page"])
        yield from of_film(said, row, "lead")
        yield from listed(said, Predicate.GENRE, "lead", row["genres"])
        for genre in tables.parts(row["genres"]):
            if genre in TRUE_GENRES:
                yield said(Predicate.DEPICTS, f"genre: {genre}", TRUE_GENRES[genre])
        yield said(Predicate.READ, "lead", Target("lead", year=int(row["sentences"])))
    yield from told(tables.read(facts, "lead-origins", origins.COLUMNS))


def biographies(facts: Path) -> Iterator[Statement]:
    """The real people that FiveThirtyEight's biopics are about."""
    for row in tables.read(facts, "biopics", biopics.COLUMNS):
        said = Sayer(f"imdb:{row['imdb']}", "biopics", row["title"])
        yield said(Predicate.TITLE, "title", Target(row["title"]))
        yield said(Predicate.YEAR, "year_release", Target(year=int(row["year"])))
        yield said(Predicate.SAME_AS, "site", Target(id=f"imdb:{row['imdb']}"))
        for subject in tables.parts(row["subjects"]) or (None,):
            yield said(Predicate.DEPICTS, "subject", Target(subject, "person"))


def of_film(said: Sayer, row: Row, part: str) -> Iterator[Statement]:
    """The columns that infobox and lead have in common."""
    yield said(Predicate.TITLE, part, Target(row["title"]))
    yield said(Predicate.YEAR, part, Target(year=int(row["year"])))
    yield from listed(said, Predicate.COUNTRY, part, row["countries"])
    yield from listed(said, Predicate.LANGUAGE, part, row["languages"])
    yield from listed(said, Predicate.DIRECTOR, part, row["directors"])
    yield from listed(said, Predicate.CAST_MEMBER, part, row["cast"])


def listed(said: Sayer, predicate: Predicate, locator: str, column: str) -> Iterator[Statement]:
    """One statement for each value of a column."""
    for value in tables.parts(column):
        yield said(predicate, locator, Target(value))


def told(rows: Iterable[Row]) -> Iterator[Statement]:
    """What pages say of their films' origins."""
    for row in rows:
        said = Sayer.of_page(row["page"])
        target = Target(
            row["title"] or None,
            row["type"] or None,  # type: ignore[arg-type]  # the closed list was checked when the row was written
            row["creator"] or None,
            int(row["target_year"]) if row["target_year"] else None,
        )
        yield origin(
            said,
            row["locator"],
            Predicate(row["predicate"]),
            target,
            denied=bool(row["denied"]),
            hedge=row["hedge"] or None,  # type: ignore[arg-type]
            kind=row["kind"] or None,
            inverse=bool(row["inverse"]),
        )
