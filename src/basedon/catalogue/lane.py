"""IMDb's titles that no other source holds: from columns straight to rows, without a statement for each.

Their own record is the only one, so they have no row in `joins`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
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

    titles = lane.titles.with_columns(
        pl.Series("work", numbering.of_lane(), dtype=pl.UInt32),
        pl.Series("id", numbering.lane, dtype=pl.String),
        pl.when(pl.col("titleType").is_in(SERIES_TYPES)).then(pl.lit("series")).otherwise(pl.lit("film")).alias("type"),
        pl.when(pl.col("originalTitle") != pl.col("primaryTitle")).then("originalTitle").alias("other"),
    )
    works = titles.select("work", "id", "type", "primaryTitle", "other", "year").iter_rows()
    yield "works", ((*work, None, work[1][5:], None, None, BASE) for work in works)
    yield "titles", title_rows(titles, lane.akas)
    yield "years", ((*row, "imdb") for row in titles.select("work", "year").drop_nulls().iter_rows())
    yield "traits", genre_rows(titles.select("work", "genres").drop_nulls())
    work_of = titles.select("tconst", "work")
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


def title_rows(titles: pl.DataFrame, akas: pl.DataFrame | None) -> Iterator[Row]:
    """Main, original and other titles, each wording once a work."""
    import polars as pl

    for number, title, other in titles.select("work", "primaryTitle", "other").iter_rows():
        yield normal(title), number, title, "title", "imdb"
        if other:
            yield normal(other), number, other, "original_title", "imdb"
    if akas is not None:
        further = (
            akas.join(titles.select("tconst", "work", "primaryTitle", "other"), on="tconst", how="inner")
            .filter((pl.col("title") != pl.col("primaryTitle")) & pl.col("title").ne_missing(pl.col("other")))
            .select("work", "title")
            .unique()
            .sort("work", "title")
        )
        for number, title in further.iter_rows():
            yield normal(title), number, title, "also_called", "imdb"


def genre_rows(genres: pl.DataFrame) -> Iterator[Row]:
    """The genres of the lane's works."""
    for number, named in genres.iter_rows():
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
