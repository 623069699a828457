"""What the infobox of a page says: titles, year, countries, languages, genres, people, and what the film is based on.

Left out by name: in other languages than English what the film is based on, which nobody reads yet, and with it how
many writers were read; everywhere crew but directors and writers, budgets and box office, and the works named as coming
before and after, which are often no sequels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from basedon.identity.titles import normal
from basedon.model.statement import Predicate, Statement, Target
from basedon.prose.countries import countries, languages
from basedon.prose.credits import people
from basedon.prose.reader import read_based_on
from basedon.prose.wikitext import Node, Template
from basedon.prose.wikitext_lines import fragments, items, values, years
from basedon.sources.sayer import Sayer
from basedon.sources.telling import genres, said_so
from basedon.sources.wikidata_items import without_brackets

Cells = Mapping[str, Sequence[Sequence[Node]]]
"""What an infobox holds, by what it is; several cells where it is spread over several arguments."""

CAST = 8
"""Actors that are kept."""

LONGEST_TITLE = 200
NATIVE = ("title", "hangul", "kanji", "kana", "traditional", "simplified")
"""Arguments of the templates for titles in other scripts that hold the title itself."""

VARIANTS = "-{"
"""Begins a word written in several scripts, of which the reader of the page sees one."""

_IMDB = re.compile(r"(?:tt)?(\d{7,9})")
_AND = re.compile(r" (?:and|&) ")
_GOES_ON = re.compile(r"(?:by|and|&)(?:$| )", re.IGNORECASE)
_BASED_ON = re.compile(r"^based (?:up)?on\s*+", re.IGNORECASE)
_APPEARED = re.compile(r"\b(?:article|articles|story|stories|column|essay|feature) (?:in|from|for)$", re.IGNORECASE)
_BY = re.compile(r"(?:^| )by(?:$| )", re.IGNORECASE)


def title(cells: Cells, page: str) -> str:
    """The infobox's name of the film, else the page's without the remark that tells it from others."""
    bare = without_brackets(page)
    parts = values(cells["title"][0]) if "title" in cells else []
    whole = " ".join(parts)
    if len(parts) > 1 and normal(whole) != normal(bare) and parts[0][-1] not in ":–-&":
        whole = parts[0]  # the title in another script, or translated, follows
    return whole if normal(whole) and is_title(whole) else bare


def is_title(text: str) -> bool:
    """Whether a cell's text may be one title."""
    return 0 < len(text) <= LONGEST_TITLE and VARIANTS not in text


def names(cells: Cells, page: str, said: Sayer) -> Iterator[Statement]:
    """The titles of the film."""
    chief, bare = title(cells, page), without_brackets(page)
    yield said(Predicate.TITLE, "infobox", Target(chief))
    if bare != chief:
        yield said(Predicate.ALSO_CALLED, "page name", Target(bare))
    original = next(
        (name for what in ("original", "native") for cell in cells.get(what, ()) for name in native(cell)), ""
    )
    if original != chief and is_title(original):
        yield said(Predicate.ORIGINAL_TITLE, "infobox", Target(original))


def native(cell: Sequence[Node]) -> Iterator[str]:
    """The titles that a cell gives for the film in its own language, as text or in a template for such."""
    for node in cell:
        if isinstance(node, Template) and node.name in ("infobox name module", "film name"):
            held = node.fields()
            for key in NATIVE:
                yield from values(held.get(key, []))
    yield from fragments(cell, remarks=False)


def facts(cells: Cells, language: str, said: Sayer) -> Iterator[Statement]:
    """The plain facts, in the language of a Wikipedia."""
    year = first_year(cells)
    if year:
        yield said(Predicate.YEAR, "infobox", Target(year=year))
    for predicate, found in (
        (Predicate.COUNTRY, countries(closed(cells, "countries"), language)),
        (Predicate.LANGUAGE, languages(closed(cells, "languages"), language)),
        (Predicate.DIRECTOR, credited(cells, "directors")),
        (Predicate.CAST_MEMBER, credited(cells, "cast")[:CAST]),
    ):
        for value in found:
            yield said(predicate, "infobox", Target(value))
    listed = (text for cell in cells.get("genres", ()) for text in fragments(cell, remarks=False))
    yield from genres(said, "infobox", (genre.strip().lower() for text in listed for genre in text.split(",")))


def first_year(cells: Cells) -> int | None:
    """The year of the first release, or of the first time on air."""
    dated = (year for what in ("released", "aired") for cell in cells.get(what, ()) for year in years(cell))
    return min(dated, default=None)


def imdb(cells: Cells) -> str | None:
    """IMDb's id of the title, where the infobox of a language has a place for it."""
    told = (value for cell in cells.get("imdb_id", ()) for value in values(cell))
    return next((f"tt{found[1]}" for value in told if (found := _IMDB.fullmatch(value))), None)


def closed(cells: Cells, what: str) -> list[str]:
    """The fragments of cells from which only names of a closed list are taken."""
    return [text for cell in cells.get(what, ()) for text in fragments(cell, loose=True, remarks=False)]


def credited(cells: Cells, *what: str) -> list[str]:
    """The people that cells list, each once; roles behind a colon are left out, and "A B and C D" are two."""
    texts = [text for each in what for cell in cells.get(each, ()) for text in fragments(cell, remarks=False)]
    found = people(part for text in texts for part in parted(text))
    return list(dict.fromkeys(name for name in found if VARIANTS not in name and not name.endswith(" by")))


def parted(text: str) -> Iterable[str]:
    """The names in one fragment, as far as they are sure to be several."""
    if not text.endswith(":"):
        text = text.partition(":")[0]
    parts = [] if text.startswith("as ") else _AND.split(text)
    return parts if all(" " in part.strip() for part in parts) else [text]


def writers(cells: Cells, said: Sayer) -> Iterator[Statement]:
    """Who wrote the film."""
    for writer in credited(cells, "writers", "screenplay"):
        yield said(Predicate.WRITER, "infobox, Written by", Target(writer))


def writing(cells: Cells, chief: str, said: Sayer) -> Iterator[Statement]:
    """Who wrote the film, how many writers were read, and what it is based on; `chief` is its title."""
    wrote = list(writers(cells, said))
    yield from wrote
    if wrote:
        yield said(Predicate.READ, "infobox", Target("infobox", year=len(wrote)))
    for cell in cells.get("based_on", ()):
        for work in works(items(cell)):
            for saying in read_based_on(work, chief):
                yield said_so(said, "infobox, Based on", saying)


def works(listed: Sequence[Sequence[str]]) -> list[list[str]]:
    """The fragments of each work that a list names; one for all where an item may be a maker of the work before."""
    found: list[list[str]] = []
    apart = not any(_GOES_ON.match(item[0]) for item in listed)
    for item in listed:
        if found and not (apart and any(map(_BY.search, found[-1]))):
            found[-1] += item
        else:
            found.append(list(item))
    return [without_place(work) for work in found]


def without_place(work: Sequence[str]) -> list[str]:
    """The fragments without "based on", and without where a story appeared: "1999 article in", "The Gazette"."""
    found: list[str] = []
    for text in work:
        if found and _APPEARED.search(found[-1]):
            found[-1] = found[-1].rpartition(" ")[0]
        elif rest := _BASED_ON.sub("", text):
            found.append(rest)
    return found
