"""One row of the user's own statements, checked cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, get_args
from urllib.parse import unquote

from msgspec import Struct

from basedon.model.evidence import Evidence
from basedon.model.issue import Issue
from basedon.model.statement import CONTINUES, Hedge, Predicate, Statement, Target, TargetType
from basedon.model.work import RemakeKind, WorkType
from basedon.sources.columns import Row, key, shown

SOURCE = "statements"
LENGTHS = {"quote": 1000, "url": 2000}
"""Characters that a cell may have; 300 where nothing is set."""

SAID = ("denied", "hedge", "kind", "target", "type", "creator", "target_year", "target_id")
"""The columns that tell what is said."""

BARE = frozenset({Predicate.TRUE_STORY, Predicate.ORIGINAL_STORY, Predicate.PRESENTED_AS_TRUE})
"""What is said of a film without a target."""

REMAKES = frozenset({Predicate.REMAKE_OF, Predicate.REMADE_AS})
OF_FILMS = REMAKES | CONTINUES | {Predicate.FOLLOWED_BY}
STORY = BARE | OF_FILMS | {Predicate.BASED_ON, Predicate.INSPIRED_BY, Predicate.DEPICTS}
NAMES = frozenset({Predicate.TITLE, Predicate.ORIGINAL_TITLE, Predicate.ALSO_CALLED})
PEOPLE = frozenset({Predicate.DIRECTOR, Predicate.CAST_MEMBER, Predicate.WRITER})
TRAITS = frozenset({Predicate.COUNTRY, Predicate.LANGUAGE, Predicate.GENRE})
PLAIN = NAMES | PEOPLE | TRAITS | {Predicate.YEAR, Predicate.TYPE}
"""Plain facts: the target is their value, and there is no more to them."""

RELATIONS = tuple(predicate.value for predicate in Predicate if predicate in STORY | PLAIN)
KINDS = dict.fromkeys(REMAKES, get_args(RemakeKind)) | {
    Predicate.FOLLOWED_BY: ("sequel", "prequel", "spin_off", "reboot")
}
POLARITY = {"yes": True, "no": False, "true": True, "false": False, "1": True, "0": False}

_IDS = {
    "wikidata": re.compile(r"(?:wikidata:|https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d{0,11})"),
    "imdb": re.compile(r"(?:imdb:|https?://(?:www\.|m\.)?imdb\.com/title/)?(tt\d{7,9})/?"),
    "wikipedia": re.compile(r"(?:wikipedia:|https?://en\.(?:m\.)?wikipedia\.org/wiki/)([^#<>\[\]|{}?]+)"),
}
_ADDRESS = re.compile(r"https?://[^\s<>\"'\\]+")
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


class Said(Struct, frozen=True):
    """One row as it was understood; its statement (None where it only names a film) has no subject yet."""

    row: int
    id: str | None
    title: str | None
    year: int | None
    statement: Statement | None


def understood(row: Row, file: str) -> Said | Issue:
    """What a row says, or all that is wrong with it."""
    for column, cell in row.cells.items():
        row.cells[column] = " ".join(cell.split())
        if len(cell) > LENGTHS.get(column, 300):
            row.refuse(column, f"has more than {LENGTHS.get(column, 300)} characters")
    id_, title, year = identifier(row, "id"), row.text("title"), row.whole("year", 1880, 2100)
    if not row.text("id") and not (title and row.text("year")):
        row.refuse("id", "is empty; without it the film needs a title and a year")
    statement = said(row, read_in(row))
    if statement and id_ and statement.target.id == id_:
        row.refuse("target_id", "is the film itself")
    return row.issue(SOURCE, file) if row.wrong else Said(row.number, id_, title, year, statement)


def read_in(row: Row) -> Evidence:
    """Where the row's statement was read; its row first, then what the user names."""
    url, day = row.text("url"), row.text("date")
    if url and not _ADDRESS.fullmatch(url):
        row.refuse("url", f"{shown(url)} is no address that begins with http:// or https://")
    if day and not is_date(day):
        row.refuse("date", f"{shown(day)} is no date such as 2019, 2019-10 or 2019-10-11")
    place = ", ".join(filter(None, (row.text("source"), row.text("locator"))))
    locator = f"row {row.number}: {place}" if place else f"row {row.number}"
    return Evidence(SOURCE, "", locator, row.text("quote"), day, url)


def said(row: Row, evidence: Evidence) -> Statement | None:
    """What a row says of its film; whatever does not go with its relation is refused."""
    denied = POLARITY[chosen(row, "denied", POLARITY) or "no"]
    if not denied:
        row.cells["denied"] = ""  # "no" goes with every relation
    relation = chosen(row, "relation", RELATIONS)
    if relation is None and row.text("relation"):
        return None
    predicate = Predicate(relation) if relation else None
    fitting = columns(predicate)
    for column in SAID:
        if row.text(column) and column not in fitting:
            row.refuse(column, f"does not go with {relation}" if relation else "tells nothing without a relation")
    if predicate is None:
        return None
    return Statement(
        subject="",
        predicate=predicate,
        target=target(row, predicate),
        denied=denied,
        hedge=chosen(row, "hedge", get_args(Hedge)),
        kind=chosen(row, "kind", KINDS.get(predicate, ())) or ("unknown" if predicate in REMAKES else None),
        evidence=(evidence,),
    )


def columns(predicate: Predicate | None) -> frozenset[str]:
    """The columns of what is said that go with a relation."""
    if predicate is None:
        return frozenset()
    if predicate in PLAIN:
        return frozenset({"target", "target_id"} if predicate in PEOPLE | TRAITS else {"target"})
    if predicate in BARE:
        return frozenset({"denied", "hedge"})
    return frozenset(SAID if predicate in KINDS else set(SAID) - {"kind"})


def target(row: Row, predicate: Predicate) -> Target:
    """What a statement points to."""
    if predicate in PLAIN:
        row.required("target")
        if predicate is Predicate.YEAR:
            return Target(year=row.whole("target", 1880, 2100))
        word = chosen(row, "target", get_args(WorkType)) if predicate is Predicate.TYPE else row.text("target")
        return Target(word, id=identifier(row, "target_id"))
    types = get_args(WorkType if predicate in OF_FILMS else TargetType)
    telling = ("target", "target_id", "target_year") + (() if predicate in OF_FILMS else ("type", "creator"))
    if predicate not in BARE and not any(map(row.text, telling)):
        row.refuse("target", "is empty")
    return Target(
        row.text("target"),
        chosen(row, "type", types),
        row.text("creator"),
        row.whole("target_year", -3000, 2100),
        identifier(row, "target_id"),
    )


def chosen(row: Row, column: str, allowed: Iterable[str]) -> Any:
    """A word of a closed list, with any capitals, spaces and hyphens; None for an empty cell."""
    value = row.text(column)
    if value is None:
        return None
    words = list(allowed)
    word = next((word for word in words if key(word) == key(value)), None)
    if word is None and words:
        row.refuse(column, f"{shown(value)} is none of {', '.join(words)}")
    return word


def identifier(row: Row, column: str) -> str | None:
    """An id with its source before it; None for an empty cell."""
    value = row.text(column)
    if value is None:
        return None
    for source, pattern in _IDS.items():
        if found := pattern.fullmatch(value):
            if source != "wikipedia":
                return f"{source}:{found[1]}"
            page = " ".join(unquote(found[1]).replace("_", " ").split())
            if page and page.isprintable():
                return f"wikipedia:{page[:1].upper()}{page[1:]}"
    row.refuse(column, f"{shown(value)} is no id: write Q…, tt…, wikipedia:PAGE or the address of one of them")
    return None


def is_date(text: str) -> bool:
    """Whether a text is a year, a month or a day of the calendar."""
    try:
        return bool(_DATE.fullmatch(text) and date.fromisoformat(f"{text}-01-01"[:10]))
    except ValueError:
        return False
