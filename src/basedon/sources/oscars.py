"""The Academy Awards: nominations and winners, as the public lists give them, one nomination a row.

Two lists are read. `the_oscar_award.csv`: `year_film`, `ceremony`, `category`, `canon_category` (newer ones), `name`,
`film`, `winner`; left out is `year_ceremony`, which is always the film's year and one, and wrong for early ceremonies.
`oscars.csv` (tab-separated, with IMDb ids): Ceremony, Year, CanonicalCategory, Category, Film, FilmId, Name, Nominees,
Winner; left out are Class, NomId, NomineeIds, Detail (a role or song), Placement, Note, Citation, MultifilmNomination.

A nomination of several films is one value for each. One without a film (an honour for a life's work) is kept: it is a
person's, whose films may be held. Where a ceremony has no winner in the list, nothing is known of who won.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from basedon.model.award import Nomination
from basedon.model.issue import Issue
from basedon.sources.columns import Form, Row, lines, shown, table

SOURCE = "oscars"
AWARD = "Academy Award"
HINT = "take the list of the Academy Awards as it was published (the_oscar_award.csv or oscars.csv)"

PLAIN = Form(("year_film", "ceremony", "category", "name", "film", "winner"), ("canon_category",), ("year_ceremony",))
WITH_IDS = Form(
    ("Ceremony", "Year", "Category", "Film", "Name", "Winner"),
    ("CanonicalCategory", "FilmId", "Nominees"),
    ("Class", "NomId", "NomineeIds", "Detail", "Placement", "Note", "Citation", "MultifilmNomination"),
)

FIRST = {1: 1929, 2: 1930, 3: 1930, 4: 1931, 5: 1932, 6: 1934}
"""The years of the first ceremonies; since then there has been one every year."""

_SEASON = re.compile(r"(\d{4})(?:/\d\d)?")
_IMDB = re.compile(r"tt\d{7,9}")
_WON = {"true": True, "false": False, "": False}


def read(path: Path) -> Iterator[Nomination | Issue]:
    """Every row of a list, as values (one for each film) or as an issue.

    Raises BadFile where the file can't be read, is damaged, holds no rows, or has other columns.
    """
    read = table(SOURCE, path.name, lines(path, dialect), (PLAIN, WITH_IDS), HINT, ragged=True)
    found = [one for row in read for one in ((row,) if isinstance(row, Issue) else nominations(row, path.name))]
    given = {one.ceremony for one in found if isinstance(one, Nomination) and one.won}
    for one in found:
        yield replace(one, won=None) if isinstance(one, Nomination) and one.ceremony not in given else one


def dialect(header: bytes) -> dict[str, Any]:
    """How a list is written: the one with ids is tab-separated, and has a backslash before each quotation mark."""
    return {"delimiter": "\t", "doublequote": False, "escapechar": "\\"} if b"\t" in header else {}


def nominations(row: Row, file: str) -> Iterator[Nomination | Issue]:
    """What one row says; an issue when any of it is out of its bounds."""
    ids = "Ceremony" in row.cells
    names = WITH_IDS.needed if ids else ("ceremony", "year_film", "category", "film", "name", "winner")
    ceremony_column, year_column, category_column, film_column, name_column, winner_column = names
    category = row.required(category_column)
    ceremony = row.whole(ceremony_column, 1, 200) if row.required(ceremony_column) else None
    held = FIRST.get(ceremony or 0, 1928 + (ceremony or 0))
    season = _SEASON.fullmatch(row.required(year_column))
    year = int(season[1]) if season else 0
    if ceremony and not held - 2 <= year < held:
        row.refuse(year_column, f"{shown(row.cells[year_column])} is not the year before ceremony {ceremony}")
    won = row.cells.get(winner_column, "").casefold()
    if won not in _WON:
        row.refuse(winner_column, f"{shown(row.cells[winner_column])} is neither True nor False")
    # the older list ends the first of several films with a semicolon
    films = [film.strip().rstrip("; ") for film in row.cells.get(film_column, "").split("|")]
    name = row.text(name_column) or row.text("Nominees")
    if not name and not any(films):
        row.refuse(name_column, "names nobody, and no film")
    if row.wrong:
        yield row.issue(SOURCE, file)
        return
    imdb = row.cells.get("FilmId", "").split("|")
    for place, film in enumerate(films):
        id_ = imdb[place].strip() if len(imdb) == len(films) else ""
        yield Nomination(
            row=row.number,
            award=AWARD,
            category=category,
            canonical=row.text("CanonicalCategory" if ids else "canon_category"),
            year=year,
            ceremony=ceremony or 0,
            ceremony_year=held,
            film=film or None,
            imdb=id_ if _IMDB.fullmatch(id_) else None,
            name=name,
            won=_WON[won],
        )
