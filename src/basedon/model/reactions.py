"""What people felt about a film, as posts show it: people are counted once, and every share has an interval."""

from __future__ import annotations

from typing import Final, Literal, get_args

from msgspec import Struct

Feeling = Literal["crying", "laughing", "loving", "hating", "frightened", "bored", "comforted"]

FEELINGS: Final[tuple[Feeling, ...]] = get_args(Feeling)
"""In the order of their bits."""


class Share(Struct, frozen=True):
    """How many people felt it: of all who wrote of the film, with the bounds that the true share is likely within."""

    people: int
    share: float
    low: float
    high: float


class Rate(Struct, frozen=True):
    """A share that was drawn towards what is usual for films, the more the fewer people it rests on, with its
    bounds."""

    value: float
    low: float
    high: float


class Period(Struct, frozen=True):
    """One month: who wrote of the film in it, and how many of them felt what."""

    month: str
    people: int
    posts: int
    feelings: dict[Feeling, int]


class Shown(Struct, frozen=True):
    """A post to show: its words without names and addresses, its day, and what its writer felt."""

    text: str
    date: str | None
    feelings: tuple[Feeling, ...]


class Reactions(Struct, frozen=True):
    """What posts tell of one film; `people` wrote `posts` of it, `seen` had seen it, `about_to_see` were going to."""

    people: int
    posts: int
    feelings: dict[Feeling, Share]
    tear_rate: Rate | None
    seen: int
    about_to_see: int
    over_time: tuple[Period, ...] = ()
    shown: tuple[Shown, ...] = ()
