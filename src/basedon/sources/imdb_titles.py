"""IMDb's slim tables put together: which titles another source may mean, and what IMDb says of those, as statements."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from basedon.identity.titles import normal
from basedon.model.record import Record
from basedon.model.statement import Predicate, Statement, Target
from basedon.sources.genres import TRUE_GENRES
from basedon.sources.imdb import HIGHEST, LANE, ROLES, SERIES_TYPES, title_id
from basedon.sources.sayer import Sayer

if TYPE_CHECKING:
    import polars as pl

GENRES = {
    "Sci-Fi": "science fiction",
    "Film-Noir": "film noir",
    "Sport": "sports",
    "Music": "musical",
    "Biography": "biographical",
    "Reality-TV": "reality television",
    "Talk-Show": "talk show",
    "Game-Show": "game show",
}
"""IMDb's genres by the names that the other sources use; the rest are the same in lower case."""

TELLING = frozenset({"Biography", "Documentary"})
"""Genres that say where a story comes from."""

CAST = 10
"""Actors of a title that are kept, as IMDb bills them."""


def genre_name(genre: str) -> str:
    """A genre of IMDb by the name that other sources use."""
    return GENRES.get(genre, genre.lower())


def frame(streams: Iterable[bytes]) -> pl.DataFrame | None:
    """One table of Arrow streams in any order, the same for the same rows; None without any."""
    import polars as pl

    frames = [pl.read_ipc_stream(io.BytesIO(stream)) for stream in streams]
    return pl.concat(frames).unique().sort(pl.all()) if frames else None


class Claims:
    """What other sources could mean IMDb's titles by: their ids, and titles with years where a record has none."""

    def __init__(self) -> None:
        self.ids: set[int] = set()
        self.named: set[str] = set()

    def hear(self, record: Record) -> None:
        """Take a record in."""
        has_id = record.subject.startswith("imdb:")
        titles, years = [], []
        for s in record.says:
            for id_ in (s.target.id, record.subject):
                if id_ and id_.startswith("imdb:tt") and id_[7:].isdecimal() and int(id_[7:]) <= HIGHEST:
                    self.ids.add(int(id_[7:]))
                    has_id = True
            if s.predicate in (Predicate.TITLE, Predicate.ORIGINAL_TITLE, Predicate.ALSO_CALLED) and s.target.title:
                titles.append(s.target.title)
            elif s.predicate is Predicate.YEAR and s.target.year:
                years.append(s.target.year)
        if not has_id:
            self.named |= {f"{y + off} {key}" for key in set(map(normal, titles)) for y in years for off in (-1, 0, 1)}

    def name(self, title: str, year: int | None) -> None:
        """Take in a title that a source tells without more; of a year, or of any."""
        key = normal(title)
        self.named |= {f"{year + off} {key}" for off in (-1, 0, 1)} if year else {f"any {key}"}

    def meets(self, titles: Iterable[str | None], year: int | None) -> bool:
        """Whether another source's record has one of these titles, and about the same year."""
        keys = {normal(title) for title in titles if title}
        return any(f"{when} {key}" in self.named for key in keys for when in (year, "any"))


def split(titles: pl.DataFrame, claims: Claims) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Titles that must be compared with other sources' records, and those that are works on IMDb's word alone."""
    import polars as pl

    claimed = pl.col("tconst").is_in(pl.Series(sorted(claims.ids), dtype=pl.UInt32).implode())
    alone = pl.col("titleType").is_in(LANE) & ~pl.col("adult") & pl.col("primaryTitle").is_not_null()
    drawn = titles.filter(claimed)
    rest = titles.filter(alone & ~claimed)
    if claims.named and len(rest):
        columns = (rest[name].to_list() for name in ("primaryTitle", "originalTitle", "year"))
        met = [claims.meets((a, b), year) for a, b, year in zip(*columns, strict=True)]
        drawn = pl.concat([drawn, rest.filter(pl.Series(met))]).sort("tconst")
        rest = rest.filter(~pl.Series(met))
    return drawn, rest


def bits(*numbers: pl.Series) -> bytes:
    """A bit for each number."""
    import numpy as np

    arrays = [n.to_numpy() for n in numbers]
    top = max((int(a.max()) for a in arrays if len(a)), default=0)
    flags = np.zeros(top + 1, np.bool_)
    for array in arrays:
        flags[array] = True
    return np.packbits(flags, bitorder="little").tobytes()


def credits_in_order(credited: pl.DataFrame, persons: pl.DataFrame) -> pl.DataFrame:
    """Credits of people with a name, by title and role in billing order, each person once, the cast cut."""
    import polars as pl

    return (
        credited.join(persons.select("person"), on="person", how="semi")
        .sort("tconst", "role", "position", "person")
        .unique(("tconst", "role", "person"), keep="first", maintain_order=True)
        .with_columns(pl.int_range(1, pl.len() + 1).over("tconst", "role").cast(pl.UInt16).alias("position"))
        .filter((pl.col("role") != ROLES.index("cast_member")) | (pl.col("position") <= CAST))
    )


def persons(names: pl.DataFrame, ids: Mapping[str, str]) -> pl.DataFrame:
    """People by number, each with name and id; `ids` are those by which other sources know some of them."""
    import polars as pl

    known = pl.DataFrame({"nm": list(ids), "id": list(ids.values())}, schema={"nm": pl.String, "id": pl.String})
    return (
        names.unique("person", keep="first", maintain_order=True)
        .with_columns(pl.format("nm{}", pl.col("person").cast(pl.String).str.zfill(7)).alias("nm"))
        .join(known.unique("nm", keep="first", maintain_order=True), on="nm", how="left")
        .select("person", "name", pl.coalesce("id", pl.format("imdb:{}", pl.col("nm"))).alias("id"))
        .sort("person")
    )


def statements(
    titles: pl.DataFrame, akas: pl.DataFrame | None, credited: pl.DataFrame | None, people: pl.DataFrame | None
) -> Iterator[Statement]:
    """What IMDb says of some titles, in the order of their ids as text."""
    import polars as pl

    wanted = titles.select("tconst")
    others = grouped(akas.join(wanted, on="tconst", how="semi") if akas is not None else None)
    made = None
    if credited is not None and people is not None:
        mine = credited.join(wanted, on="tconst", how="semi").join(people, on="person", how="inner")
        made = mine.sort("tconst", "role", "position").select("tconst", "role", "name", "id")
    makers = grouped(made)
    ordered = titles.with_columns(pl.col("tconst").cast(pl.String).str.zfill(7).alias("key")).sort("key")
    for number, kind, title, original, _, year, genres, _ in ordered.rows():
        id_ = title_id(number)
        say = Sayer(f"imdb:{id_}", "imdb", id_)
        yield say(Predicate.TYPE, "title.basics", Target("series" if kind in SERIES_TYPES else "film"))
        yield say(Predicate.SAME_AS, "title.basics", Target(id=f"imdb:{id_}"))
        if title:
            yield say(Predicate.TITLE, "title.basics", Target(title))
        if original and original != title:
            yield say(Predicate.ORIGINAL_TITLE, "title.basics", Target(original))
        for other in sorted({other for (other,) in others.get(number, [])} - {title, original}):
            yield say(Predicate.ALSO_CALLED, "title.akas", Target(other))
        if year:
            yield say(Predicate.YEAR, "title.basics", Target(year=year))
        for genre in (genres or "").split(","):
            if genre:
                yield say(Predicate.GENRE, "title.basics", Target(genre_name(genre)))
        yield from told_by_genres(say, genres)
        for role, name, person in makers.get(number, []):
            file = "title.principals" if ROLES[role] == "cast_member" else "title.crew"
            yield say(Predicate(ROLES[role]), file, Target(name, id=person))


def told_by_genres(say: Sayer, genres: str | None) -> Iterator[Statement]:
    """What a title's genres say of where its story comes from."""
    for genre in (genres or "").split(","):
        if genre in TELLING:
            yield say(Predicate.DEPICTS, f"genre: {genre}", TRUE_GENRES[genre_name(genre)])


def grouped(rows: pl.DataFrame | None) -> dict[int, list[tuple[Any, ...]]]:
    """Rows by their title's number, which is their first column."""
    found: dict[int, list[tuple[Any, ...]]] = {}
    for number, *rest in rows.rows() if rows is not None else ():
        found.setdefault(number, []).append(tuple(rest))
    return found
