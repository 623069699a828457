"""What a list of awards says: one film or person nominated for one award."""

from __future__ import annotations

from msgspec import Struct


class Nomination(Struct, frozen=True, kw_only=True, array_like=True):
    """One nomination of one film, or of a person without a film; `row` is where it stands in its file.

    `category` is named as it was in that year, `canonical` as the list names it throughout. `year` is that of the films
    (the first of a season of two), `ceremony` and `ceremony_year` tell the ceremony by number and year. `name` is who
    was nominated, in the list's wording. `won` is None where the list was made before the awards were given.
    """

    row: int
    award: str
    category: str
    canonical: str | None
    year: int
    ceremony: int
    ceremony_year: int
    film: str | None
    imdb: str | None
    name: str | None
    won: bool | None
