"""Reads the plain facts off the first sentences of a lead: year, countries, languages, genres, directors."""

from __future__ import annotations

from msgspec import Struct


class Opening(Struct, frozen=True):
    """What the first sentences of a lead say of the film; empty or None where they don't say it surely."""

    year: int | None = None
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    directors: tuple[str, ...] = ()
    documentary: bool = False
    sentences: int = 0


def read_opening(text: str) -> Opening:
    """The opening of a lead."""
    return Opening()
