"""The Top 10 of a week: each film on it, where its story comes from, and what people will ask."""

from __future__ import annotations

from msgspec import Struct

from basedon.model.verdict import Basis
from basedon.model.work import Work


class Likely(Struct, frozen=True):
    """A question that people will ask about a film, and whether this catalogue answers it (`text`, in a sentence)."""

    question: str
    answered: bool
    text: str | None = None


class Place(Struct, frozen=True, kw_only=True):
    """One title of a list.

    `weeks` is how long it has been in this Top 10, `last_week` its rank of the week before (None where it was not on
    that list, or the list is not held), `change` says so in a word: new, back, up, down, same, or None where it can't
    be told. `countries` counts those on whose lists it was in that week, None where none of that week is held. `work`
    is None where it is not certain which film of the catalogue it is, or the catalogue does not hold it.
    """

    week: str
    category: str
    rank: int
    title: str
    season: str | None = None
    weeks: int | None = None
    last_week: int | None = None
    change: str | None = None
    countries: int | None = None
    hours: int | None = None
    views: int | None = None
    work: Work | None = None
    basis: Basis | None = None
    probability: float | None = None
    questions: tuple[Likely, ...] = ()


class Trend(Struct, frozen=True):
    """The lists of one week, or of the weeks of a longer time; `country` is None for the world."""

    country: str | None
    country_name: str | None
    first_week: str
    last_week: str
    places: tuple[Place, ...]
