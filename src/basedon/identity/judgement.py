"""Whether two records without an identifier in common are one work, and why."""

from __future__ import annotations

from msgspec import Struct


class Profile(Struct, frozen=True):
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


def same(one: Profile, other: Profile) -> str | None:
    """The reason why both are surely one work, or None.

    Needs a title in common, years at most one apart, and a director in common, or (where one side names no director)
    two of the cast. Two different Wikidata items or IMDb titles are never one, nor are two records of one list, nor
    two films in different languages: directors do remake their own films under the same title a year later.
    """
    if conflict(one, other) or one.lists & other.lists or not one.titles & other.titles:
        return None
    if one.languages and other.languages and not one.languages & other.languages:
        return None
    if not any(abs(a - b) <= 1 for a in one.years for b in other.years):
        return None
    if one.directors and other.directors:
        return "same title, year and director" if one.directors & other.directors else None
    return "same title, year and cast" if len(one.cast & other.cast) >= 2 else None
