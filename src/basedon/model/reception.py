"""How a film was received: ratings, awards, weeks in the Top 10, what people felt, each with where it was read."""

from __future__ import annotations

from msgspec import Struct

from basedon.model.finding import Finding
from basedon.model.reactions import Reactions


class Rating(Struct, frozen=True):
    """What a source's users give a film on average, of 10, and how many of them."""

    average: float
    votes: int
    source: str


class Honour(Struct, frozen=True):
    """One award or nomination; `name` is who was honoured, in the source's wording."""

    award: str
    year: int | None
    name: str | None
    source: str


class Awards(Struct, frozen=True):
    """The awards that a film won, and those it was only nominated for."""

    won: tuple[Honour, ...] = ()
    nominated: tuple[Honour, ...] = ()


class ChartWeek(Struct, frozen=True):
    """One week on the lists, by its last day: the best rank of any list, the one on the world's list (None where it
    was not on it), and the countries (two letters each) on whose lists it was.
    """

    week: str
    best_rank: int
    world_rank: int | None = None
    countries: tuple[str, ...] = ()


class Charts(Struct, frozen=True):
    """All weeks of a film in a Top 10.

    `weeks` counts those in any list, `weeks_in_world` those in the world's; `best_rank` is that of any list, and
    `countries` are all on whose lists it was. `title` is the list's own.
    """

    title: str
    source: str
    weeks: int
    weeks_in_world: int
    countries: tuple[str, ...]
    best_rank: int
    first_week: str
    last_week: str
    run: tuple[ChartWeek, ...]


class Reception(Struct, frozen=True):
    """How a film was received; `missing` names the sources of such that the catalogue holds nothing of."""

    ratings: tuple[Rating, ...] = ()
    awards: Awards = Awards()
    charts: Charts | None = None
    reactions: Reactions | None = None
    findings: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
