"""IMDb's titles that no other source holds: from columns straight to rows, without a statement for each.

Their own record is the only one, so they have no row in `joins`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import TYPE_CHECKING

from msgspec import Struct

from basedon.catalogue.rows import People, Row
from basedon.identity.titles import normal, normal_name
from basedon.sources.imdb import ROLES, SERIES_TYPES, title_id
from basedon.sources.imdb_titles import TELLING, genre_name, told_by_genres
from basedon.sources.sayer import Sayer

if TYPE_CHECKING:
    import polars as pl

BASE = 30
"""Prominence of a work that one source holds, before its votes."""


class Lane(Struct):
    """The titles of IMDb that are works on its word alone, by the order of their ids as text, and all its ratings.

    `credited` and `people` have the columns of `imdb_titles.credits_in_order` and `persons`.
    """

    titles: pl.DataFrame
    akas: pl.DataFrame | None
    credited: pl.DataFrame | None
    people: pl.DataFrame | None
    ratings: pl.DataFrame | None

    def ids(self) -> list[str]:
        """The ids of the works, in order."""
        return [f"imdb:{title_id(n)}" for n in self.titles["tconst"].to_list()]


class Numbering:
    """The numbers of all works, those of the lane among the others, in the order of their ids."""

    def __init__(self, ids: Sequence[str], lane: Sequence[str]) -> None:
        self.places = {id_: place for place, id_ in enumerate(ids)}
        self.ids, self.lane = ids, lane

    def __len__(self) -> int:
        return len(self.ids) + len(self.lane)

    def of(self, id_: str) -> int:
        """The number of a work that is not in the lane."""
        return self.places[id_] + 1 + bisect_left(self.lane, id_)

    def of_lane(self) -> list[int]:
        """The numbers of the lane's works."""
        return [place + 1 + bisect_left(self.ids, id_) for place, id_ in enumerate(self.lane)]


def rows(lane: Lane, numbering: Numbering, people: People) -> Iterator[tuple[str, Iterator[Row]]]:
    """Rows of every table for the lane's works, with the table's name."""
    import polars as pl

    numbers = numbering.of_lane()
    titles = lane.titles
    work_of = pl.DataFrame({"tconst": titles["tconst"], "work": pl.Series(numbers, dtype=pl.UInt32)})
    types = ["series" if kind in SERIES_TYPES else "film" for kind in titles["titleType"].to_list()]
    names, originals = titles["primaryTitle"].to_list(), titles["originalTitle"].to_list()
    years = titles["year"].to_list()
    others = [o if o and o != t else None for t, o in zip(names, originals, strict=True)]
    imdb = [title_id(n) for n in titles["tconst"].to_list()]
    none = repeat(None)
    yield (
        "works",
        zip(numbers, numbering.lane, types, names, others, years, none, imdb, none, none, repeat(BASE), strict=False),
    )
    yield "titles", title_rows(numbers, names, others, lane.akas, work_of)
    yield "years", ((n, year, "imdb") for n, year in zip(numbers, years, strict=True) if year)
    yield "traits", genre_rows(numbers, titles["genres"].to_list())
    if lane.credited is not None and lane.people is not None:
        mine = lane.credited.join(work_of, on="tconst", how="inner").sort("work", "role", "position")
        new, numbered = person_numbers(lane.people.join(mine, on="person", how="semi"), people)
        yield "people", ((number, name, normal_name(name), id_) for number, name, id_ in new.iter_rows())
        given = mine.join(numbered, on="person", how="inner", maintain_order="left")
        each = given.select("work", "role", "position", "number").iter_rows()
        yield "credits", ((work, ROLES[role], position, number, "imdb") for work, role, position, number in each)


def story_rows(lane: Lane, numbering: Numbering, count: int) -> Iterator[tuple[str, Row]]:
    """Rows of `statements` and `evidence` for what genres say of the lane's works, behind `count` statements."""
    for work, id_, genres in zip(numbering.of_lane(), numbering.lane, lane.titles["genres"].to_list(), strict=True):
        if genres and any(genre in genres for genre in TELLING):
            for s in told_by_genres(Sayer(id_, "imdb", id_.removeprefix("imdb:")), genres):
                count += 1
                aimed = (s.target.type, None, None, None, None, None, None)
                yield "statements", (count, s.id, work, s.predicate.value, 0, None, None, s.rank, *aimed)
                e = s.evidence[0]
                yield "evidence", (count, e.source, e.record, e.locator, None, None, None)


def title_rows(
    numbers: list[int],
    names: list[str],
    others: list[str | None],
    akas: pl.DataFrame | None,
    work_of: pl.DataFrame,
) -> Iterator[Row]:
    """Main, original and other titles, each wording once a work."""
    for number, name, other in zip(numbers, names, others, strict=True):
        yield normal(name), number, name, "title", "imdb"
        if other:
            yield normal(other), number, other, "original_title", "imdb"
    if akas is not None:
        met = dict(zip(numbers, zip(names, others, strict=True), strict=True))
        mine = akas.join(work_of, on="tconst", how="inner").select("work", "title").unique().sort("work", "title")
        for number, title in mine.iter_rows():
            if title not in met[number]:
                yield normal(title), number, title, "also_called", "imdb"


def genre_rows(numbers: list[int], genres: list[str | None]) -> Iterator[Row]:
    """The genres of the lane's works."""
    for number, named in zip(numbers, genres, strict=True):
        if named:
            for position, genre in enumerate(named.split(","), 1):
                yield number, "genre", position, genre_name(genre), "imdb"


def person_numbers(mine: pl.DataFrame, people: People) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The people who are new, with the numbers that they get, and the number of each by that of IMDb."""
    import polars as pl

    known = {id_: number for id_, number in people.numbers.items() if not id_.startswith("name:")}
    held = pl.DataFrame(
        {"id": list(known), "number": list(known.values())}, schema={"id": pl.String, "number": pl.UInt32}
    )
    first = len(people.numbers) + 1
    new = (
        mine.join(held, on="id", how="anti")
        .sort("person")  # a join keeps no order
        .unique("id", keep="first", maintain_order=True)
        .with_columns((pl.int_range(0, pl.len()) + first).cast(pl.UInt32).alias("number"))
        .select("number", "name", "id")
    )
    every = pl.concat([held, new.select("id", "number")])
    return new, mine.join(every, on="id", how="inner").select("person", "number")


def rating_rows(ratings: pl.DataFrame, work_of: dict[int, int]) -> Iterator[Row]:
    """Ratings of all works that have an id of IMDb; `work_of` are the works' numbers by those of their titles."""
    for number, average, votes in ratings.iter_rows():
        if number in work_of:
            yield work_of[number], "imdb", average, votes
