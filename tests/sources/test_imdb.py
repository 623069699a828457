"""IMDb's files: every row is read as it is written, or named; whatever stands in a title, and wherever blocks end."""

from __future__ import annotations

import gzip
import io
import random
from itertools import pairwise
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basedon.errors import BadFile
from basedon.sources.given import Given
from basedon.sources.imdb import COLUMNS, HIGHEST, ROLES, Imdb, files, reader
from basedon.sources.imdb_titles import bits, frame

REAL = Path(__file__).parents[3] / "shared" / "data" / "imdb"

WHOLE = {
    "title.basics": "tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres",
    "title.akas": "titleId ordering title region language types attributes isOriginalTitle",
    "title.crew": "tconst directors writers",
    "title.principals": "tconst ordering nconst category job characters",
    "title.ratings": "tconst averageRating numVotes",
    "name.basics": "nconst primaryName birthYear deathYear primaryProfession knownForTitles",
}
"""The columns of each file as it is published."""

ROWS = {
    "title.basics": r"tt0000001|movie|Salt Road|Saltveien|0|1971|\N|90|Drama,Music",
    "title.akas": r"tt0000001|1|Salzweg|DE|\N|\N|\N|0",
    "title.crew": r"tt0000001|nm0000001,nm0000002|\N",
    "title.principals": r'tt0000001|1|nm0000001|actor|\N|["Self"]',
    "title.ratings": "tt0000001|7.5|99",
    "name.basics": r"nm0000001|Ada Holt|1900|\N|writer|tt0000001",
}
READ: dict[str, list[tuple[Any, ...]]] = {
    "title.basics": [(1, "movie", "Salt Road", "Saltveien", False, 1971, "Drama,Music")],
    "title.akas": [(1, "Salzweg")],
    "title.crew": [(1, ROLES.index("director"), 1, 1), (1, ROLES.index("director"), 2, 2)],
    "title.principals": [(1, ROLES.index("cast_member"), 1, 1)],
    "title.ratings": [(1, 7.5, 99)],
    "name.basics": [(1, "Ada Holt")],
}


def imdb(name: str, *, scope: bytes = b"") -> Imdb:
    return Imdb(name, tuple(WHOLE[name].split()), scope)


def rows(given: Given) -> list[tuple[Any, ...]]:
    """The rows of a block's table."""
    return [row for _, stream in given.tables for row in pl.read_ipc_stream(io.BytesIO(stream)).rows()]


def lines(name: str, *cells: str, head: bool = True) -> bytes:
    """Rows of a file, their cells written with bars between them."""
    written = [WHOLE[name].replace(" ", "|")] * head + list(cells)
    return "".join(row.replace("|", "\t") + "\n" for row in written).encode()


def basics(number: int, title: str = "Salt Road", type_: str = "movie", year: str = "1971") -> str:
    return rf"tt{number:07}|{type_}|{title}|{title}|0|{year}|\N|90|Drama"


# rows as they are written


@pytest.mark.parametrize("name", WHOLE)
def test_each_file_is_read(name: str) -> None:
    given = imdb(name).read(lines(name, ROWS[name]))
    assert rows(given) == READ[name]
    assert given.issues == []
    assert {of for of, _ in given.tables} == {name}


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("seed", [1, 2])
def test_columns_are_found_by_their_names(tmp_path: Path, name: str, seed: int) -> None:
    """In another order, and with one that nobody knows yet."""
    columns = [*WHOLE[name].split(), "future"]
    cells = [*ROWS[name].split("|"), "x"]
    order = list(range(len(columns)))
    random.Random(seed).shuffle(order)  # noqa: S311
    path = tmp_path / f"{name}.tsv"
    path.write_text("".join("\t".join(row[n] for n in order) + "\n" for row in (columns, cells)), "utf-8")
    given = reader(name, path).read(path.read_bytes())
    assert rows(given) == READ[name]
    assert given.issues == []


QUOTED = ['"Salt', 'Salt"', '"Salt" Road', 'The "Salt" Road', '"', '""', '"""', "'", "\\", '\\"', "a,b"]


def test_quotation_marks_are_letters() -> None:
    """A reader that takes them for more loses the rows between two of them."""
    cells = [basics(n, title) for n, title in enumerate(QUOTED, 1)]
    given = imdb("title.basics").read(lines("title.basics", *cells))
    assert [(row[0], row[2]) for row in rows(given)] == list(enumerate(QUOTED, 1))
    assert given.issues == []


letters = st.characters(codec="utf-8", exclude_characters="\t\n\r|")
cell = st.text(letters | st.sampled_from("\"'\\,;# "), max_size=12)


@settings(max_examples=200)
@given(titles=st.lists(cell, max_size=12), ends=st.sampled_from(["\n", "\r\n"]), last=st.booleans())
def test_no_row_is_lost_whatever_its_title_is(titles: list[str], ends: str, last: bool) -> None:
    written = lines("title.basics", *(basics(n, title) for n, title in enumerate(titles, 1))).decode()
    block = written.replace("\n", ends).removesuffix("" if last else ends)
    given = imdb("title.basics").read(block.encode())
    assert given.issues == []
    assert [(row[0], row[2] or "") for row in rows(given)] == [
        (n, "" if title == "\\N" else title) for n, title in enumerate(titles, 1)
    ]


def test_bytes_that_are_no_utf8_are_replaced() -> None:
    block = lines("title.basics", basics(1), basics(2)).replace(b"Salt", b"S\xffalt", 1)
    assert [row[2] for row in rows(imdb("title.basics").read(block))] == ["S\ufffdalt Road", "Salt Road"]


def test_what_is_nothing_is_null() -> None:
    nothing = r"tt0000001|movie|\N|\N|\N|\N|\N|\N|\N"
    assert rows(imdb("title.basics").read(lines("title.basics", nothing))) == [
        (1, "movie", None, None, None, None, None)
    ]
    for name in ("title.crew", "title.ratings", "name.basics", "title.principals", "title.akas"):
        first, *rest = ROWS[name].split("|")
        assert rows(imdb(name).read(lines(name, "|".join([first, *("\\N" for _ in rest)])))) == [], name


# rows that are not as they should be


def test_a_row_with_other_columns_is_named_and_the_others_are_read() -> None:
    """Too few, too many, and as many of both; a blank line is none."""
    few, many = r"tt0000002|movie|Low Tide", basics(4) + "|x|y"
    for wrong in ([few], [many], [few, many], [many, r"tt0000002|movie|a|b|0|1970|\N"], ["", few, ""]):
        given = imdb("title.basics").read(lines("title.basics", basics(1), *wrong, basics(5)))
        assert [row[0] for row in rows(given)] == [1, 5]
        named = [(issue.record, issue.kind) for issue in given.issues]
        assert named == [(f"title.basics: {row.partition('|')[0]}", "wrong columns") for row in wrong if row]


@settings(max_examples=150)
@given(
    counts=st.lists(st.integers(0, 14), max_size=10),
    last=st.sampled_from(["x", "", "\\N"]),
    head=st.booleans(),
    ends=st.booleans(),
)
def test_rows_are_counted_whatever_their_columns_are(counts: list[int], last: str, head: bool, ends: bool) -> None:
    """Also where the tabs that some rows lack are those that others have too many."""
    cells = [f"tt{n:07}|" + "|".join(["movie", *"x" * 14][:count]) for n, count in enumerate(counts, 1)]
    cells = [row[:-1] + last if row.endswith("x") else row for row in cells]
    block = lines("title.basics", *cells, head=head)
    given = imdb("title.basics").read(block if ends else block.removesuffix(b"\n"))
    right = [n for n, row in enumerate(cells, 1) if row.count("|") == 8]
    assert [row[0] for row in rows(given)] == right
    assert sum(issue.kind == "wrong columns" for issue in given.issues) == len(cells) - len(right)


@pytest.mark.parametrize(
    "id_", ["1", "nm0000001", "tt", "ttx", "tt-1", "tt1.5", "tt9999999999", f"tt{HIGHEST + 1}", ""]
)
def test_a_row_without_an_id_of_imdb_is_named(id_: str) -> None:
    block = lines("title.basics", basics(1), basics(2).replace("tt0000002", id_), basics(3))
    given = imdb("title.basics").read(block)
    assert [row[0] for row in rows(given)] == [1, 3]
    assert [(issue.record.removeprefix("title.basics: "), issue.kind) for issue in given.issues] == [
        (id_ or "None", "no id")
    ]


def test_a_person_without_an_id_is_left_out() -> None:
    crew = imdb("title.crew").read(lines("title.crew", "tt0000001|nm1,x,nm3|tt5"))
    assert [row[2:] for row in rows(crew)] == [(1, 1), (3, 3)]


@pytest.mark.parametrize("type_", ["tvEpisode", "videoGame", "tvPilot", "future"])
def test_titles_of_other_types_are_left_out(type_: str) -> None:
    given = imdb("title.basics").read(lines("title.basics", basics(1, type_=type_), basics(2)))
    assert [row[0] for row in rows(given)] == [2]
    assert given.issues == []


# blocks


@settings(max_examples=40)
@given(cuts=st.lists(st.integers(0, 40), max_size=5))
def test_rows_are_read_alike_in_any_blocks(cuts: list[int]) -> None:
    """Only the first of them begins with the names of the columns."""
    cells = [basics(n, f'Title "{n}') for n in range(1, 40)]
    cells[7] = "tt0000008|movie"
    written = lines("title.basics", *cells).splitlines(keepends=True)
    whole = imdb("title.basics").read(b"".join(written))
    found, issues = [], []
    for first, last in pairwise([0, *sorted(cuts), len(written)]):
        part = imdb("title.basics").read(b"".join(written[first:last]))
        found += rows(part)
        issues += part.issues
    assert (found, issues) == (rows(whole), whole.issues)
    assert len(found) == 38


def test_only_what_is_in_scope_is_kept() -> None:
    scope = bits(pl.Series([2, 70], dtype=pl.UInt32), pl.Series([], dtype=pl.UInt32))
    cells = [rf"tt{n:07}|7.5|9" for n in (1, 2, 3, 69, 70, 71, 5000)]
    given = imdb("title.ratings", scope=scope).read(lines("title.ratings", *cells))
    assert [row[0] for row in rows(given)] == [2, 70]
    none = imdb("title.ratings", scope=bits(pl.Series([], dtype=pl.UInt32))).read(lines("title.ratings", *cells))
    assert rows(none) == []


def test_a_table_is_the_same_in_whatever_order_its_parts_come() -> None:
    cells = [basics(n, f"Title {n}") for n in (3, 1, 2, 1)]
    streams = [imdb("title.basics").read(lines("title.basics", row)).tables[0][1] for row in cells]
    whole = frame(streams)
    assert whole is not None
    assert whole["tconst"].to_list() == [1, 2, 3]
    assert whole.equals(frame(reversed(streams)))  # type: ignore[arg-type]
    assert frame([]) is None


# files


def test_files_are_found_by_their_names(tmp_path: Path) -> None:
    for name in ("title.basics.tsv.gz", "title.akas.tsv", "name.basics.tsv.zst", "title.episode.tsv.gz", "notes.txt"):
        (tmp_path / name).touch()
    assert {name: path.name for name, path in files(tmp_path).items()} == {
        "title.basics": "title.basics.tsv.gz",
        "title.akas": "title.akas.tsv",
        "name.basics": "name.basics.tsv.zst",
    }


def test_a_folder_without_titles_is_refused(tmp_path: Path) -> None:
    (tmp_path / "title.akas.tsv.gz").touch()
    with pytest.raises(BadFile, match=r"has no title\.basics\.tsv\.gz"):
        files(tmp_path)
    with pytest.raises(BadFile, match="No such file or directory; give the folder with IMDb's files"):
        files(tmp_path / "missing")


@pytest.mark.parametrize(
    ("name", "column"), [(name, column) for name, columns in COLUMNS.items() for column in columns]
)
def test_a_missing_column_is_named_with_its_file(tmp_path: Path, name: str, column: str) -> None:
    path = tmp_path / f"{name}.tsv.gz"
    path.write_bytes(gzip.compress("\t".join(c for c in WHOLE[name].split() if c != column).encode()))
    with pytest.raises(BadFile, match=rf"{name}\.tsv\.gz: has no column {column}; is it IMDb's {name}\.tsv\.gz\?"):
        reader(name, path)


@pytest.mark.parametrize("data", [b"", b"\n", b"\0\1\2", b"[\n{", "tconst\ttconst".encode("utf-16")])
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "title.ratings.tsv"
    path.write_bytes(data)
    with pytest.raises(BadFile, match="has no column tconst, averageRating, numVotes"):
        reader("title.ratings", path)


def test_a_column_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "title.ratings.tsv"
    path.write_text("tconst\taverageRating\tnumVotes\tnumVotes\n", "utf-8")
    with pytest.raises(BadFile, match="numVotes"):
        reader("title.ratings", path)


@settings(max_examples=100)
@given(st.binary(max_size=200), st.sampled_from(sorted(WHOLE)))
def test_any_bytes_are_rows_or_issues(data: bytes, name: str) -> None:
    block = data.replace(b" ", b"\t")
    imdb(name).read(block)
    imdb(name).read(lines(name, ROWS[name]) + block)


# real files

NAMED = {
    "title.akas": "2017subset_title.akas",
    "title.basics": "2017subset_title.basics",
    "title.ratings": "2017subset_title.ratings",
    "name.basics": "ocheretko_name.basics",
    "title.principals": "ocheretko_title.principals",
}


@pytest.mark.skipif(not REAL.is_dir(), reason="the shared data is not at hand")
@pytest.mark.parametrize(("name", "file"), NAMED.items())
def test_every_row_of_a_real_file_is_read(name: str, file: str) -> None:
    """As many as a program that knows nothing but tabs counts."""
    path = REAL / f"{file}.tsv.gz"
    header, *cells = [line.split("\t") for line in gzip.decompress(path.read_bytes()).decode().splitlines()]
    given = reader(name, path).read(gzip.decompress(path.read_bytes()))
    assert given.issues == []
    if name == "title.principals":
        kept = [row for row in cells if row[header.index("category")] in ("actor", "actress", "self")]
    elif name == "title.basics":
        kept = [row for row in cells if row[header.index("titleType")] in ("movie", "tvMovie", "tvSpecial", "short")]
        kept += [row for row in cells if row[1] in ("video", "tvShort", "tvSeries", "tvMiniSeries")]
    else:
        kept = cells
    assert len(kept) > 1000
    assert len(rows(given)) == len(kept)
