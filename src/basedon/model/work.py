"""Works and people as an answer shows them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

WorkType = Literal["film", "series"]


class Person(Struct, frozen=True):
    """Somebody credited on a work; `id` is `wikidata:Q…` or None where only the name is known."""

    name: str
    id: str | None = None


class Ids(Struct, frozen=True):
    """A work's identifiers elsewhere: a Wikidata item, an IMDb title, an English Wikipedia page name."""

    wikidata: str | None = None
    imdb: str | None = None
    wikipedia: str | None = None


class Work(Struct, frozen=True):
    """A film or series; `year` is that of its first release, `id` names it across sources (`wikidata:Q3809340`)."""

    id: str
    type: WorkType
    ids: Ids
    title: str
    original_title: str | None
    year: int | None
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    directors: tuple[Person, ...] = ()
    cast: tuple[Person, ...] = ()
    trailer: str | None = None

    @property
    def label(self) -> str:
        """Title and year, as one says them: `Oldboy (2003)`."""
        return f"{self.title} ({self.year})" if self.year else self.title


RemakeKind = Literal["official", "unofficial", "loose", "re-adaptation", "unknown"]


class Remake(Struct, frozen=True):
    """A work that remakes another; `via` is the id of the work it remakes directly."""

    id: str
    title: str
    original_title: str | None
    year: int | None
    countries: tuple[str, ...]
    languages: tuple[str, ...]
    directors: tuple[Person, ...]
    kind: RemakeKind
    via: str
