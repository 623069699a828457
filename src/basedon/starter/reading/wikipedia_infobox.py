"""Infoboxes of English Wikipedia's films of 1990 to 2018 (films.json.gz, CC BY-SA): facts only."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from basedon.prose import places
from basedon.prose.reader import read_based_on
from basedon.starter.reading import items, origins
from basedon.starter.tables import joined

COLUMNS = ("page", "title", "year", "imdb", "countries", "languages", "directors", "writers", "cast")

FOOTNOTE = re.compile(r"^\[[^\]]{0,4}\]?$|^\]$|^citation needed$")
SPLIT = re.compile(r"\s*[,;/\n]\s*")
COMMA = re.compile(r"\s*,(?!\s*(?:Jr|Sr|II|III)\b)\s*")
AMERICA, BRITAIN = "United States", "United Kingdom"
COUNTRY_NAMES = {
    **dict.fromkeys(("USA", "US", "U.S.", "U.S.A", "U.S.A.", "United States of America", "United states"), AMERICA),
    **dict.fromkeys(("UK", "U.K.", "United kingdom", "Great Britain", "England", "Scotland", "Wales"), BRITAIN),
    "The Bahamas": "Bahamas",
    "Bosnia-Herzegovina": "Bosnia and Herzegovina",
}
COUNTRIES = frozenset(
    {*items.COUNTRIES.values(), *places.COUNTRIES.values()}
    | {"Bahamas", "Barbados", "Belize", "Bermuda", "Botswana", "Cayman Islands", "Cyprus", "Honduras", "Lesotho"}
    | {"Liechtenstein", "Macau", "Madagascar", "Malawi", "Malta", "Mauritius", "Namibia", "Nicaragua", "Oman"}
    | {"Papua New Guinea", "Samoa", "Sierra Leone", "Suriname", "Trinidad and Tobago", "Turkmenistan", "Uzbekistan"}
)
LANGUAGES = frozenset(
    {*items.LANGUAGES.values(), *places.LANGUAGES}
    | {"Algonquian", "Apache", "Aramaic", "Arrernte", "Balinese", "Blackfoot", "Cheyenne", "Comanche", "Cree"}
    | {"Creole", "Egyptian", "Emberá", "Esperanto", "Gaelic", "Hawaiian", "Huron", "Kinyarwanda", "Krio", "Kuna"}
    | {"Lakota", "Lao", "Luxembourgish", "Masai", "Mayan", "Mende", "Mixtec", "Mohawk", "Māori", "Nahuatl", "Norse"}
    | {"Ojibwe", "Patois", "Pawnee", "Rotuman", "Samoan", "Shanghainese", "Sioux", "Syriac", "Tok Pisin", "Tzotzil"}
    | {"Serbo-Croatian"}
)
# What stands in a cell beside the names: headings and remarks.
REMARKS = frozenset(
    {"Animation", "Autobiography", "Book", "Cast section", "Character", "Characters", "Director"}
    | {"Directors", "English", "Live-action", "Musical", "N/A", "None", "Novel", "Participants", "Play"}
    | {"Screenplay", "See", "Several", "Story", "Teleplay", "Uncredited", "Various", "Voices", "Writer", "Writers"}
)


def cell(film: dict[str, Any], name: str) -> list[str]:
    """The fragments of an infobox cell, without footnote marks and bare punctuation."""
    value = film.get(name) or []
    fragments = [value] if isinstance(value, str) else value
    return [text.strip() for text in fragments if text.strip(" ,;()·") and not FOOTNOTE.match(text.strip())]


def names(film: dict[str, Any], name: str) -> list[str]:
    """The values of a cell that lists names; fragments in brackets are remarks."""
    return [text for text in cell(film, name) if "(" not in text and ")" not in text and "\n" not in text]


def people(film: dict[str, Any], name: str) -> list[str]:
    """The names of a cell that lists people, one by one; headings, remarks and numbers are none."""
    found = []
    for text in names(film, name):
        bare = text.strip(" ,&").removeprefix("and ").removesuffix(" and").strip(" ,&")
        listed = [part.removeprefix("and ").removeprefix("& ") for part in COMMA.split(bare)]
        several = len(listed) > 1 and all(" " in part for part in listed)  # "Tinnes, Brett" is one
        found += [each for each in (listed if several else [bare]) if is_name(each)]
    return found


def is_name(text: str) -> bool:
    """Whether it may be a person's name: two letters, one of them no small one, and neither heading nor remark."""
    letters = sum(letter.isalpha() for letter in text)
    return letters > 1 and not text.islower() and not text.endswith(":") and text not in REMARKS


def country(text: str) -> str:
    """The country by its usual name; empty where it is none."""
    usual = COUNTRY_NAMES.get(text, text)
    return usual if usual in COUNTRIES else ""


def is_language(text: str) -> bool:
    """Whether it names a language, or a kind of one: "Mandarin Chinese", "Old Norse", "American Sign Language"."""
    if not text.replace(" ", "").replace("-", "").isalpha() or not text.istitle():
        return False
    return text in LANGUAGES or text.split()[-1] in LANGUAGES or text.endswith(" Sign Language")


def films(data: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Page name and record of every film; doubles and rows without an address or a title are left out."""
    seen = set()
    with gzip.open(data / "wikipedia-infobox" / "films.json.gz", "rt", encoding="utf-8") as file:
        for film in json.load(file):
            page = unquote(film.get("url", "").rpartition("/wiki/")[2]).replace("_", " ")
            if page and film.get("title") and page not in seen:
                seen.add(page)
                yield page, film


def rows(data: Path) -> Iterator[dict[str, str]]:
    """One row a film."""
    for page, film in films(data):
        countries = [c for text in names(film, "Country") for c in SPLIT.split(text)]
        languages = [c for text in names(film, "Language") for c in SPLIT.split(text)]
        imdb = re.search(r"tt\d{7,9}", film.get("imdb_link") or "")
        yield {
            "page": page,
            "title": film["title"],
            "year": str(film["year"]),
            "imdb": imdb.group() if imdb else "",
            "countries": joined(country(c) for c in countries),
            "languages": joined(c for c in languages if is_language(c)),
            "directors": joined(people(film, "Directed by")),
            "writers": joined([*people(film, "Written by"), *people(film, "Screenplay by")]),
            "cast": joined(people(film, "Starring")[:8]),
        }


def origin_rows(data: Path) -> Iterator[dict[str, str]]:
    """One row for each work named under "Based on"."""
    for page, film in films(data):
        fragments = cell(film, "Based on")
        for saying in read_based_on(fragments, film["title"]) if fragments else ():
            yield origins.row(page, str(film["year"]), "infobox, Based on", saying)
