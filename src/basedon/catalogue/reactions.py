"""What people felt about works, as posts told: read from a catalogue, or from a file of reactions held beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from basedon.model.reactions import FEELINGS, Feeling, Period, Shown

if TYPE_CHECKING:
    from basedon.catalogue.catalogue import Catalogue

BESIDE = "posts"
"""The name under which a file of reactions is attached to a catalogue."""


class Felt(Struct, frozen=True):
    """How many people wrote of a work, in how many posts, and how many of them felt what."""

    work: int
    people: int
    posts: int
    seen: int
    about_to_see: int
    feelings: dict[Feeling, int]


def held(catalogue: Catalogue) -> str | None:
    """Where a catalogue's reactions are: beside it, in itself, or nowhere (None)."""
    for place in (BESIDE, "main"):
        if place == "main" or catalogue.beside:
            there = catalogue.query(f"SELECT 1 FROM {place}.sqlite_master WHERE name = 'reactions'")
            if there and catalogue.query(f"SELECT 1 FROM {place}.reactions LIMIT 1"):
                return place
    return BESIDE if catalogue.beside else None


def holds(catalogue: Catalogue) -> bool:
    """Whether posts were counted for a catalogue, or beside it."""
    return held(catalogue) is not None


def felt(catalogue: Catalogue) -> list[Felt]:
    """What people felt about every work of which they wrote, the most written of first."""
    return list(_felt(catalogue, ""))


def felt_about(catalogue: Catalogue, work: int) -> Felt | None:
    """What people felt about one work; None where nobody wrote of it."""
    return next(_felt(catalogue, "WHERE work = ?", work), None)


def _felt(catalogue: Catalogue, where: str, *parameters: int) -> Iterator[Felt]:
    place = held(catalogue)
    if place is None:
        return
    feelings: dict[int, dict[Feeling, int]] = {}
    for work, feeling, people in catalogue.query(
        f"SELECT work, feeling, people FROM {place}.feelings {where}", parameters
    ):
        feelings.setdefault(work, {})[feeling] = people
    for work, people, posts, seen, ahead in catalogue.query(
        f"SELECT work, people, posts, seen, about_to_see FROM {place}.reactions {where} ORDER BY people DESC, work",
        parameters,
    ):
        yield Felt(work, people, posts, seen, ahead, feelings.get(work, {}))


def months(catalogue: Catalogue, work: int) -> tuple[Period, ...]:
    """What people felt about a work, month by month."""
    place = held(catalogue)
    if place is None:
        return ()
    rows = catalogue.query(f"SELECT * FROM {place}.reaction_months WHERE work = ? ORDER BY month", [work])
    return tuple(
        Period(month, people, posts, {name: n for name, n in zip(FEELINGS, felt, strict=True) if n})
        for _, month, people, posts, *felt in rows
    )


def shown(catalogue: Catalogue, work: int) -> tuple[Shown, ...]:
    """Posts about a work that may be shown."""
    place = held(catalogue)
    if place is None:
        return ()
    rows = catalogue.query(
        f"SELECT text, date, feelings FROM {place}.shown_posts WHERE work = ? ORDER BY position", [work]
    )
    return tuple(Shown(text, date, tuple(feelings.split())) for text, date, feelings in rows)
