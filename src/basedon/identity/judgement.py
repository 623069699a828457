"""Whether two records without an identifier in common are one work, and why."""

from __future__ import annotations

import re

from msgspec import Struct


class Profile(Struct, frozen=True, array_like=True):
    """What is known of one or more records already taken as one work; all strings are keys of identity/titles."""

    ids: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    directors: frozenset[str] = frozenset()
    cast: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    """The lists its records stand in; a list holds a work once."""

    def with_(self, other: Profile) -> Profile:
        """What is known of both together."""
        return Profile(
            self.ids | other.ids,
            self.titles | other.titles,
            self.years | other.years,
            self.directors | other.directors,
            self.cast | other.cast,
            self.languages | other.languages,
            self.lists | other.lists,
        )


EXCLUSIVE = ("wikidata:", "imdb:")
"""A work has one id of each of these; two different ones are two works."""


def conflict(one: Profile, other: Profile) -> bool:
    """Whether their identifiers say that they are two works."""
    for kind in EXCLUSIVE:
        ours = {id_ for id_ in one.ids if id_.startswith(kind)}
        theirs = {id_ for id_ in other.ids if id_.startswith(kind)}
        if ours and theirs and ours != theirs:
            return True
    return False


FAR = 2
"""Years between two dates of one film: festivals, first release and release elsewhere."""


def apart(one: Profile, other: Profile) -> bool:
    """Whether title and years say that a shared identifier is an error: an external link that leads to another film.

    Years far apart are enough with different titles; with the same title it takes more than a mistyped year.
    """
    if not (one.years and other.years) or any(abs(a - b) <= FAR for a in one.years for b in other.years):
        return False
    return not (one.titles & other.titles and one.directors & other.directors)


def same(one: Profile, other: Profile) -> str | None:
    """The reason why both are surely one work, or None.

    Needs a title in common, years at most one apart, and a director in common, or (where one side names no director)
    two of the cast. Two different Wikidata items or IMDb titles are never one, nor are two records of one list, nor
    two films in different languages: directors do remake their own films under the same title a year later. A page that
    only got a remark behind its name is one, see `renamed`.
    """
    if conflict(one, other) or not one.titles & other.titles:
        return None
    page_renamed = renamed(one, other)
    if one.lists & other.lists and not page_renamed:
        return None
    if one.languages and other.languages and not one.languages & other.languages:
        return None
    if not any(abs(a - b) <= 1 for a in one.years for b in other.years):
        return None
    if one.directors and other.directors:
        return "same title, year and director" if one.directors & other.directors else None
    if len(one.cast & other.cast) >= 2:
        return "same title, year and cast"
    return "same year, page renamed" if page_renamed and not (one.cast and other.cast) else None


REMARK = re.compile(r" \((?:(\d{4}) )?film\)$")


def renamed(one: Profile, other: Profile) -> bool:
    """Whether they are a page under its older and its newer name: `Barb Wire`, `Barb Wire (film)`, `... (1996 film)`.

    A page gets such a remark when another thing of its name wants the bare one. Both must be of exactly one year.
    """
    years = {str(year) for year in one.years & other.years}
    pages = [{id_.partition(":")[2] for id_ in side.ids if id_.startswith("wikipedia:")} for side in (one, other)]
    bare = [{REMARK.sub("", page) for page in side if remark_of(page) in {"", *years}} for side in pages]
    return bool(years and bare[0] & bare[1])


def remark_of(page: str) -> str:
    """The year that a page name's remark gives; empty without one."""
    found = REMARK.search(page)
    return (found[1] or "") if found else ""
