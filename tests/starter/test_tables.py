from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.errors import BadFile
from basedon.starter import tables

COLUMNS = ("page", "year", "names")
ROWS = [
    {"page": "Fargo", "year": "1996", "names": "a|b"},
    {"page": "Dune", "year": "1984", "names": ""},
    {"page": "Brazil", "year": "1985", "names": "c"},
    {"page": "Lost", "year": "", "names": "d"},
]
values = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def read(folder: Path) -> list[dict[str, str]]:
    return list(tables.read(folder, "films", COLUMNS))


def files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def test_rows_come_back_by_decade_and_sorted(tmp_path: Path) -> None:
    assert tables.write(tmp_path, "films", COLUMNS, ROWS) == 4
    assert files(tmp_path) == {
        "films-1980s.tsv": "page\tyear\tnames\nBrazil\t1985\tc\nDune\t1984\t\n",
        "films-1990s.tsv": "page\tyear\tnames\nFargo\t1996\ta|b\n",
        "films-undated.tsv": "page\tyear\tnames\nLost\t\td\n",
    }
    assert sorted(read(tmp_path), key=str) == sorted(ROWS, key=str)


def test_without_a_year_there_is_one_file(tmp_path: Path) -> None:
    tables.write(tmp_path, "labels", ("item", "label"), [{"item": "Q1", "label": "x"}])
    assert list(files(tmp_path)) == ["labels.tsv"]


def test_the_order_of_rows_does_not_matter_and_doubles_are_one(tmp_path: Path) -> None:
    tables.write(tmp_path, "films", COLUMNS, ROWS)
    before = files(tmp_path)
    assert tables.write(tmp_path, "films", COLUMNS, [*ROWS[::-1], *ROWS]) == 4
    assert files(tmp_path) == before


def test_files_of_decades_that_are_gone_go(tmp_path: Path) -> None:
    tables.write(tmp_path, "films", COLUMNS, ROWS)
    tables.write(tmp_path, "films", COLUMNS, ROWS[:1])
    assert list(files(tmp_path)) == ["films-1990s.tsv"]


def test_a_table_whose_name_begins_alike_is_another(tmp_path: Path) -> None:
    tables.write(tmp_path, "films-origins", COLUMNS, ROWS)
    tables.write(tmp_path, "films", COLUMNS, ROWS[:1])
    tables.write(tmp_path, "films", COLUMNS, ROWS[:1])
    assert len(list(tables.read(tmp_path, "films-origins", COLUMNS))) == 4
    assert len(read(tmp_path)) == 1


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("a\tb", "a b"),
        ("a\nb\r\nc", "a b c"),
        ("  a  ", "a"),
        ("a\u2028b\x85c\x1cd", "a b c d"),
        ("a|b", "a/b"),
        ("|", "/"),
        ("\t\n", ""),
        ('"a"', '"a"'),
    ],
)
def test_what_would_break_a_line_is_cleaned(tmp_path: Path, value: str, kept: str) -> None:
    assert tables.clean(value) == kept
    tables.write(tmp_path, "films", COLUMNS, [{"page": tables.clean(value), "year": "1990", "names": "x"}])
    assert read(tmp_path) == [{"page": kept, "year": "1990", "names": "x"}]


def test_a_missing_value_is_empty(tmp_path: Path) -> None:
    tables.write(tmp_path, "films", COLUMNS, [{"page": "Fargo", "year": "1996"}])
    assert read(tmp_path) == [{"page": "Fargo", "year": "1996", "names": ""}]


@pytest.mark.parametrize(
    ("year", "decade"),
    [("1996", "1990s"), ("2000", "2000s"), ("1889-10-01", "1880s"), ("", "undated"), ("c. 1990", "undated")],
)
def test_decades(year: str, decade: str) -> None:
    assert tables.decade(year) == decade


def test_several_values_in_one_column() -> None:
    assert tables.joined(["b", "a", "", "b", " a ", "c|d"]) == "b|a|c/d"
    assert tables.parts("b|a|c/d") == ("b", "a", "c/d")
    assert tables.joined([]) == ""
    assert tables.parts("") == ()


@given(st.lists(values, max_size=6))
def test_several_values_come_back_clean(given_: list[str]) -> None:
    expected = dict.fromkeys(" ".join(value.replace("|", "/").split()) for value in given_)
    assert tables.parts(tables.joined(given_)) == tuple(value for value in expected if value)


@given(
    st.lists(
        st.tuples(values, st.integers(1880, 2100).map(str) | st.just(""), st.lists(values, max_size=3)), min_size=1
    )
)
def test_any_rows_come_back(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, list[str]]]) -> None:
    folder = tmp_path_factory.mktemp("rows")
    written = [{"page": tables.clean(page), "year": year, "names": tables.joined(names)} for page, year, names in rows]
    count = tables.write(folder, "films", COLUMNS, written)
    found = {tuple(row.values()) for row in read(folder)}
    assert found == {tuple(row.values()) for row in written}
    assert count == len(found) == len(read(folder))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "its columns are not page, year, names"),
        (b"\n", "its columns are not"),
        (b"page\tyear\n", "its columns are not"),
        (b"page\tnames\tyear\n", "its columns are not"),
        (b"page\tyear\tnames\textra\n", "its columns are not"),
        (b"page\tyear\tnames\nFargo\t1996\ta\nDune\t19", "line 3: 2 columns instead of 3"),
        (b"page\tyear\tnames\nFargo\t1996\ta\tb\n", "line 2: 4 columns instead of 3"),
        (b"page\tyear\tnames\nFargo\t1996\ta\n\nDune\t1984\t\n", "line 3: 1 columns instead of 3"),
        ("page\tyear\tnames\nFårgo\t1996\ta\n".encode("latin-1"), "is not UTF-8"),
        (b"\xff\xfep\x00", "is not UTF-8"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "films-1990s.tsv").write_bytes(content)
    with pytest.raises(BadFile) as caught:
        read(tmp_path)
    assert str(caught.value).startswith("films-1990s.tsv")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_no_files_at_all(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"no films\*\.tsv; run"):
        read(tmp_path)
