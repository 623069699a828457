"""IMDb's non-commercial dataset (tab-separated files): titles, credits, names and ratings as slim tables.

Format: https://developer.imdb.com/non-commercial-datasets/. There is no quoting: a quotation mark is part of a title,
and what reads it as more loses rows in silence. Left out by name: end year, running time, episodes (the file and the
rows), video games, jobs and characters, years and professions of people, what they are known for, a title's ordering,
types and attributes.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from basedon.errors import BadFile
from basedon.model.issue import Issue
from basedon.sources.given import Given
from basedon.sources.opening import open_text

if TYPE_CHECKING:
    import polars as pl

COLUMNS = {
    "title.basics": ("tconst", "titleType", "primaryTitle", "originalTitle", "isAdult", "startYear", "genres"),
    "title.akas": ("titleId", "title", "region", "language", "isOriginalTitle"),
    "title.crew": ("tconst", "directors", "writers"),
    "title.principals": ("tconst", "ordering", "nconst", "category"),
    "title.ratings": ("tconst", "averageRating", "numVotes"),
    "name.basics": ("nconst", "primaryName"),
}
"""The files that are read, with the columns that must be there; they are found by their names, in whatever order."""

PEOPLE = r"^nm\d+(,nm\d+)*$"
PATTERNS: dict[str, dict[str, str | None]] = {
    "title.basics": {"startYear": r"^\d{4}$", "primaryTitle": None, "originalTitle": None},
    "title.akas": {"title": None},
    "title.crew": {"directors": PEOPLE, "writers": PEOPLE},
    "title.principals": {"ordering": r"^\d+$", "nconst": PEOPLE},
    "title.ratings": {"averageRating": r"^\d+(\.\d+)?$", "numVotes": r"^\d+$"},
    "name.basics": {"primaryName": None},
}
"""What values look like; None for texts."""

FILM_TYPES = ("movie", "tvMovie", "tvSpecial", "short", "video", "tvShort")
SERIES_TYPES = ("tvSeries", "tvMiniSeries")
LANE = ("movie", "tvMovie", "tvSeries", "tvMiniSeries")
"""What is a work on IMDb's word alone; the other types only where another source holds them too."""

ROLES = ("director", "writer", "cast_member")
"""What people did, as numbers in the tables of credits: columns of millions of rows hold no words."""

CAST = ("actor", "actress", "self")
ONCE = frozenset({"title.basics", "title.ratings", "name.basics"})
"""The files that have one row for each id."""

HIGHEST = 999_999_999
"""Numbers above are none of a title or person: IMDb counts to some tens of millions."""


class Imdb(Struct, frozen=True):
    """The reader of one of IMDb's files; `columns` are those of the file at hand.

    `scope` has a bit for each number of a title (or, for names, of a person) that is wanted; without it all are.
    """

    file: str
    columns: tuple[str, ...]
    scope: bytes = b""

    @property
    def source(self) -> str:
        """Whose dump it is."""
        return "imdb"

    @property
    def separator(self) -> bytes:
        """What ends a row."""
        return b"\n"

    @property
    def vectorised(self) -> bool:
        """Its work is done by Polars and NumPy."""
        return True

    def read(self, block: bytes) -> Given:
        """The rows of one block that are wanted, as an Arrow stream."""
        given = Given([], [], [], [])
        if not block.endswith(b"\n"):
            block += b"\n"
        first = block.find(b"\n") if block.startswith((self.columns[0] + "\t").encode()) else -1
        block = block[first + 1 :]
        if not block:
            return given
        if b"\r" in block:
            block = block.replace(b"\r\n", b"\n")
        tabs, wanted = len(self.columns) - 1, block.count(b"\n")
        frame = self.parsed(block) if block.count(b"\t") == tabs * wanted else None
        # with as many tabs as there should be in all, a row that has too many leaves another without its last column
        if frame is None or len(frame) != wanted or frame[self.columns[-1]].null_count():
            block = self.whole_rows(block, given)
            if not block:
                return given
            frame = self.parsed(block)
        frame = frame.with_columns(null_where_none(self.columns[-1]))
        inside = self.wanted(self.numbered(frame.select(COLUMNS[self.file]), given))
        self.examine(inside, given)
        rows = READ[self.file](inside)
        if len(rows):
            target = io.BytesIO()
            rows.write_ipc_stream(target)
            given.tables.append((self.file, target.getvalue()))
        return given

    def parsed(self, block: bytes) -> pl.DataFrame:
        """The columns that are read, and the last one, as text."""
        import polars as pl

        last = self.columns[-1]
        needed = [*COLUMNS[self.file], last]
        return pl.read_csv(
            io.BytesIO(block),
            separator="\t",
            quote_char=None,
            has_header=False,
            columns=sorted({self.columns.index(column) for column in needed}),
            new_columns=sorted(dict.fromkeys(needed), key=self.columns.index),
            infer_schema=False,
            null_values={f"column_{n}": "\\N" for n, column in enumerate(self.columns, 1) if column != last},
            encoding="utf8-lossy",
            truncate_ragged_lines=True,
            raise_if_empty=False,
        )

    def whole_rows(self, block: bytes, given: Given) -> bytes:
        """The block without rows that have too few or too many columns, which are issues."""
        import numpy as np

        data = np.frombuffer(block, np.uint8)
        ends = np.flatnonzero(data == 0x0A)
        tabs = np.searchsorted(np.flatnonzero(data == 0x09), ends)
        wrong = np.flatnonzero(np.diff(tabs, prepend=0) != len(self.columns) - 1)
        if not len(wrong):
            return block
        lines = block.split(b"\n")
        for number in wrong.tolist():
            text = lines[number].decode("utf-8", "replace")
            if text:
                given.issues.append(
                    Issue(
                        "imdb", f"{self.file}: {text.partition(chr(9))[0][:40]}", "wrong columns", f"row: {text[:100]}"
                    )
                )
        bad = set(wrong.tolist())
        return b"\n".join(line for number, line in enumerate(lines) if number not in bad)

    def numbered(self, frame: pl.DataFrame, given: Given) -> pl.DataFrame:
        """The rows with their title's or person's number for its id; an id that is none is an issue."""
        id_ = frame.columns[0]
        prefix = "nm" if id_ == "nconst" else "tt"
        numbers = frame.select(number(id_, prefix)).to_series()
        if numbers.null_count():
            for name in frame.filter(numbers.is_null())[id_].to_list():
                given.issues.append(
                    Issue("imdb", f"{self.file}: {str(name)[:40]}", "no id", "the row's id is no id of IMDb")
                )
        return frame.with_columns(numbers.alias(id_)).filter(numbers.is_not_null())

    def wanted(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The rows of the titles or people in scope; of titles themselves also those that are works on their own."""
        import polars as pl

        if not self.scope:
            return frame
        inside = self.inside(frame)
        if self.file != "title.basics":
            return frame.filter(inside)
        alone = pl.col("titleType").is_in(LANE) & (pl.col("isAdult") != "1") & pl.col("primaryTitle").is_not_null()
        return frame.filter(inside | alone)

    def examine(self, frame: pl.DataFrame, given: Given) -> None:
        """Note values that are not as they should be, which count as none, and texts with bytes that are no UTF-8."""
        import polars as pl

        name = "nm{:07d}".format if self.file == "name.basics" else title_id
        for column, pattern in PATTERNS[self.file].items():
            if pattern is None:
                kind, odd = "not UTF-8", pl.col(column).str.contains("\ufffd", literal=True)
            else:
                kind, odd = "value", ~pl.col(column).str.contains(pattern)
            for number_, value in frame.filter(odd).select(frame.columns[0], column).iter_rows():
                says = f"{column} holds {value[:40]!r}"
                given.issues.append(Issue("imdb", f"{self.file}: {name(number_)}", kind, says))

    def inside(self, frame: pl.DataFrame) -> pl.Series:
        """Which rows' ids have their bit in the scope."""
        import numpy as np
        import polars as pl

        scope = np.frombuffer(self.scope, np.uint8)
        ids = frame[frame.columns[0]].to_numpy()
        inside = ids < len(scope) * 8
        safe = np.where(inside, ids, 0)
        return pl.Series(inside & ((scope[safe >> 3] >> (safe & 7).astype(np.uint8)) & 1).astype(bool))


def null_where_none(column: str) -> pl.Expr:
    """A column with IMDb's mark for nothing as null."""
    import polars as pl

    return pl.when(pl.col(column) != "\\N").then(pl.col(column)).alias(column)


def basics(frame: pl.DataFrame) -> pl.DataFrame:
    """Titles: number, type, titles, year, genres; adult ones are marked."""
    import polars as pl

    return frame.filter(pl.col("titleType").is_in((*FILM_TYPES, *SERIES_TYPES))).select(
        "tconst",
        "titleType",
        pl.col("primaryTitle"),
        pl.col("originalTitle"),
        (pl.col("isAdult") == "1").alias("adult"),
        pl.col("startYear").cast(pl.Int16, strict=False).alias("year"),
        pl.col("genres"),
    )


def akas(frame: pl.DataFrame) -> pl.DataFrame:
    """Other titles."""
    import polars as pl

    return frame.filter(pl.col("title").is_not_null()).select(pl.col("titleId").alias("tconst"), "title")


def crew(frame: pl.DataFrame) -> pl.DataFrame:
    """Directors and writers: title, role, position, person."""
    import polars as pl

    roles = []
    for column, role in (("directors", 0), ("writers", 1)):
        people = pl.col(column).str.split(",")
        roles.append(
            frame.select("tconst", people.alias("person"))
            .drop_nulls()
            .with_columns(pl.int_ranges(1, pl.col("person").list.len() + 1, dtype=pl.UInt16).alias("position"))
            .explode("person", "position", empty_as_null=False)
            .select("tconst", pl.lit(role, pl.UInt8).alias("role"), "position", number("person"))
        )
    return pl.concat(roles).drop_nulls()


def principals(frame: pl.DataFrame) -> pl.DataFrame:
    """The cast, in its order."""
    import polars as pl

    return (
        frame.filter(pl.col("category").is_in(CAST))
        .select(
            "tconst",
            pl.lit(2, pl.UInt8).alias("role"),
            pl.col("ordering").cast(pl.UInt16, strict=False).alias("position"),
            number("nconst").alias("person"),
        )
        .drop_nulls()
    )


def ratings(frame: pl.DataFrame) -> pl.DataFrame:
    """Mean of the votes and how many."""
    import polars as pl

    average = pl.col("averageRating").cast(pl.Float64, strict=False).alias("average")
    return frame.select("tconst", average, pl.col("numVotes").cast(pl.UInt32, strict=False).alias("votes")).drop_nulls()


def names(frame: pl.DataFrame) -> pl.DataFrame:
    """People's names."""
    import polars as pl

    return frame.select(pl.col("nconst").alias("person"), pl.col("primaryName").alias("name")).drop_nulls()


def number(column: str, prefix: str = "nm") -> pl.Expr:
    """The number of a person's or a title's id; null where it is none."""
    import polars as pl

    found = pl.col(column).str.strip_prefix(prefix).cast(pl.UInt32, strict=False)
    return pl.when(pl.col(column).str.starts_with(prefix) & (found <= HIGHEST)).then(found).alias(column)


READ: dict[str, Callable[[pl.DataFrame], pl.DataFrame]] = {
    "title.basics": basics,
    "title.akas": akas,
    "title.crew": crew,
    "title.principals": principals,
    "title.ratings": ratings,
    "name.basics": names,
}


def files(folder: Path) -> dict[str, Path]:
    """IMDb's files in a folder by their names (`title.basics.tsv.gz`, also unpacked or packed otherwise).

    Raises BadFile when the folder has no title.basics, or can't be read.
    """
    found: dict[str, Path] = {}
    try:
        for path in sorted(folder.iterdir()):
            for name in COLUMNS:
                if path.name.startswith(f"{name}.tsv"):
                    found.setdefault(name, path)
    except OSError as error:
        raise BadFile(f"{folder}: {error.strerror}; give the folder with IMDb's files") from error
    if "title.basics" not in found:
        raise BadFile(f"{folder}: has no title.basics.tsv.gz; download IMDb's files into it")
    return found


def reader(name: str, path: Path) -> Imdb:
    """The reader of a file, with the columns that its first line names; raises BadFile when some are missing."""
    with open_text(path) as text:
        columns = tuple(text.readline(10_000).rstrip("\r\n").split("\t"))
    missing = [column for column in COLUMNS[name] if columns.count(column) != 1]
    if missing:
        raise BadFile(f"{path}: has no column {', '.join(missing)}; is it IMDb's {name}.tsv.gz?")
    return Imdb(name, columns)


def title_id(number: int) -> str:
    """A title's id of its number: tt0000001, tt12345678."""
    return f"tt{number:07d}"
