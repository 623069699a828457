"""What one page of Wikipedia says of its film or series: infobox, lead, categories, plot section, link to IMDb.

Leads, categories and plots are read in English; of other Wikipedias the infobox and the link. Left out by name: pages
about several films at once, and all sections but the plot. No sentence is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from basedon.identity.titles import normal
from basedon.model.statement import Predicate, Statement, Target
from basedon.prose.categories import read_category
from basedon.prose.opening import Opening, read_opening
from basedon.prose.reader import read, read_plot
from basedon.prose.wikitext import Node, parse
from basedon.prose.wikitext_lines import prose
from basedon.sources import wikipedia_infobox as infobox
from basedon.sources.sayer import Sayer
from basedon.sources.telling import FILM_PAGE, SERIES_PAGE, genres, said_so, told
from basedon.sources.wikidata_items import without_brackets

LONGEST_PLOT = 60_000
"""Characters of a plot section that are read."""

_OPENING = 400
"""Characters in which a lead names the film."""

PLOTS = frozenset({"plot", "plot summary", "plot synopsis", "synopsis", "story", "summary", "premise"})

_read_category = lru_cache(10_000)(read_category)  # thousands of films share one
_SEVERAL = re.compile(r"\([^()]*\b(?:film series|films|franchise|trilogy)\)$")
_OF_YEAR = re.compile(r"((?:18|19|20)\d\d) films")
_TELEVISION_FILM = re.compile(
    r"\b(?:television|TV|made-for-TV|made-for-television) (?:\w+ )?(?:film|movie|special|play)\b"
)


class Page(Struct, frozen=True):
    """A page cut to what is read of it; `cells` is what its infobox holds, None where it has none."""

    name: str
    language: str
    lead: list[Node]
    sections: list[tuple[str, str]]
    categories: list[str]
    imdb: list[tuple[str, str]]
    """IMDb's ids of titles that the page links to, with the titles it gives them."""
    cells: infobox.Cells | None = None
    on_television: bool = False
    """Whether its infobox is one of series."""


def statements(page: Page, said: Sayer) -> list[Statement]:
    """All that a page says of its film; nothing where it has no infobox and is not surely about a film."""
    if _SEVERAL.search(page.name):
        return []
    english = page.language == "en"
    lead = prose(page.lead) if english else ""
    opening = read_opening(lead)
    year = year_filed(page) if english else None
    if page.cells is None:
        if year is None or opening.year is None or abs(opening.year - year) > 1:
            return []
        title = without_brackets(page.name)
        found = [said(Predicate.TITLE, "lead", Target(title))]
    else:
        title = infobox.title(page.cells, page.name)
        kind = "series" if is_series(page, page.cells, lead) else "film"
        found = [said(Predicate.TYPE, "infobox", Target(kind)), *infobox.names(page.cells, page.name, said)]
        found += infobox.facts(page.cells, page.language, said)
        if year and not opening.year and not infobox.first_year(page.cells):
            found.append(said(Predicate.YEAR, f"category: {year} films", Target(year=year)))
    found += identifiers(page, title, said)
    if page.cells is not None:
        found += infobox.writing(page.cells, title, said) if english else infobox.writers(page.cells, said)
    if lead:
        found += opened(opening, lead, called(lead, title, page), said)
    if english:
        found += filed(page, said)
        for name, text in page.sections:
            if name in PLOTS:
                found += told(said, "plot", read_plot(prose(parse(text[:LONGEST_PLOT])), title))
    return found


def called(lead: str, title: str, page: Page) -> str:
    """The name by which the lead calls the film: the infobox's or the page's."""
    bare = without_brackets(page.name)
    return bare if bare in lead[:_OPENING] and title not in lead[:_OPENING] else title


def year_filed(page: Page) -> int | None:
    """The year of the films among which the page is filed; None where there are several, or none."""
    years = {int(match[1]) for name in page.categories if (match := _OF_YEAR.fullmatch(name))}
    return years.pop() if len(years) == 1 else None


def is_series(page: Page, cells: infobox.Cells, lead: str) -> bool:
    """Whether the page is about a series: its name's remark says so, else the infobox and the first sentence."""
    if not page.on_television or FILM_PAGE.search(page.name):
        return False
    if SERIES_PAGE.search(page.name) or "episodes" in cells:
        return True
    return _TELEVISION_FILM.search(lead[:_OPENING]) is None


def identifiers(page: Page, title: str, said: Sayer) -> Iterator[Statement]:
    """IMDb's id, where the page links to one title, or to one under the film's own name; else the infobox's."""
    own = {normal(title), normal(page.name), normal(without_brackets(page.name))}
    ids = {id_ for id_, _ in page.imdb}
    if len(ids) > 1:
        ids = {id_ for id_, name in page.imdb if normal(name) in own}
    if len(ids) == 1:
        yield said(Predicate.SAME_AS, "external links", Target(id=f"imdb:{ids.pop()}"))
    elif not ids and page.cells and (id_ := infobox.imdb(page.cells)):
        yield said(Predicate.SAME_AS, "infobox", Target(id=f"imdb:{id_}"))


def opened(opening: Opening, lead: str, title: str, said: Sayer) -> Iterator[Statement]:
    """What the lead says."""
    if opening.year:
        yield said(Predicate.YEAR, "lead", Target(year=opening.year))
    for predicate, found in (
        (Predicate.COUNTRY, opening.countries),
        (Predicate.LANGUAGE, opening.languages),
        (Predicate.DIRECTOR, opening.directors),
    ):
        for value in found:
            yield said(predicate, "lead", Target(value))
    yield from genres(said, "lead", opening.genres)
    yield said(Predicate.READ, "lead", Target("lead", year=opening.sentences))
    yield from told(said, "lead", read(lead, title))


def filed(page: Page, said: Sayer) -> Iterator[Statement]:
    """What the categories say."""
    for name in page.categories:
        saying = _read_category(name)
        if saying:
            yield said_so(said, f"category: {name}", saying)
