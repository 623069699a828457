"""Netflix Top 10: its tables as TSV and Excel files, rows that are wrong, and the real ones where they are at hand."""

from __future__ import annotations

import bz2
import gzip
import os
import re
import string
import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.errors import BadFile
from basedon.model.chart import Charted
from basedon.model.issue import Issue
from basedon.sources import columns
from basedon.sources.netflix import read

zstd = import_module("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")
openpyxl = import_module("openpyxl")

REAL = Path(__file__).parents[3] / "shared" / "data" / "netflix"

COUNTRIES = (
    *("country_name", "country_iso2", "week", "category", "weekly_rank", "show_title", "season_title"),
    "cumulative_weeks_in_top_10",
)
GLOBAL = (
    *("week", "category", "weekly_rank", "show_title", "season_title", "weekly_hours_viewed", "runtime"),
    *("weekly_views", "cumulative_weeks_in_top_10"),
)
POPULAR = (
    *("category", "rank", "show_title", "season_title", "hours_viewed_first_91_days", "runtime"),
    "views_first_91_days",
)
NORWAY: dict[str, Any] = dict(
    zip(COUNTRIES, ("Norway", "NO", "2022-02-27", "TV", 1, "Night Ferry", "Night Ferry: Season 2", 3), strict=True)
)
WORLD: dict[str, Any] = dict(
    zip(GLOBAL, ("2026-07-19", "Films (English)", 10, "1899", "N/A", 16600000, 1.9667, 8400000, 12), strict=True)
)
EVER: dict[str, Any] = dict(
    zip(POPULAR, ("TV (Non-English)", 2, "Salt Road", "Salt Road: Part 1", 541800000, 6.5, 83400000), strict=True)
)


def tsv(rows: Iterable[dict[str, Any]], end: str = "\n") -> bytes:
    rows = list(rows)
    lines = [rows[0], *(row.values() for row in rows)]
    return "".join("\t".join(map(str, line)) + end for line in lines).encode()


def found(folder: Path, data: bytes, name: str = "chart.tsv") -> list[Charted | Issue]:
    path = folder / name
    path.write_bytes(data)
    return list(read(path))


def one(folder: Path, row: dict[str, Any]) -> Charted | Issue:
    (value,) = found(folder, tsv([row]))
    return value


def excel(folder: Path, rows: list[list[Any]], sheets: int = 1) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for number in range(1, sheets):
        book.create_sheet(f"more {number}").append(["more"])
    path = folder / "chart.xlsx"
    book.save(path)
    return path


def test_a_chart_of_a_country(tmp_path: Path) -> None:
    assert one(tmp_path, NORWAY) == Charted(
        row=2,
        title="Night Ferry",
        season="Night Ferry: Season 2",
        category="TV",
        type="series",
        week="2022-02-27",
        country="NO",
        country_name="Norway",
        rank=1,
        days=7,
        hours=None,
        views=None,
        weeks=3,
        runtime=None,
    )


def test_the_chart_of_the_world(tmp_path: Path) -> None:
    assert one(tmp_path, WORLD) == Charted(
        row=2,
        title="1899",
        season=None,
        category="Films (English)",
        type="film",
        week="2026-07-19",
        country=None,
        country_name=None,
        rank=10,
        days=7,
        hours=16_600_000,
        views=8_400_000,
        weeks=12,
        runtime=118,
    )


@pytest.mark.parametrize("days", [91, 28])
def test_the_most_popular(tmp_path: Path, days: int) -> None:
    """It once counted the first 28 days, and then had no views."""
    row = {name.replace("91", str(days)): value for name, value in EVER.items()}
    if days == 28:
        del row["views_first_28_days"], row["runtime"]
    value = one(tmp_path, row)
    assert isinstance(value, Charted)
    assert (value.title, value.season, value.type) == ("Salt Road", "Salt Road: Part 1", "series")
    assert (value.week, value.country, value.weeks, value.rank, value.days) == (None, None, None, 2, days)
    assert (value.hours, value.views, value.runtime) == (
        541_800_000,
        *((83_400_000, 390) if days == 91 else (None, None)),
    )


def test_older_weeks_tell_no_views_and_some_titles_no_runtime(tmp_path: Path) -> None:
    value = one(tmp_path, WORLD | {"runtime": "", "weekly_views": ""})
    assert isinstance(value, Charted)
    assert (value.runtime, value.views, value.hours) == (None, None, 16_600_000)
    value = one(tmp_path, WORLD | {"runtime": 0})
    assert isinstance(value, Charted)
    assert value.runtime is None
    older = {name: value for name, value in WORLD.items() if name not in ("runtime", "weekly_views")}
    assert isinstance(one(tmp_path, older), Charted)


def test_columns_that_are_left_out_and_columns_in_another_order(tmp_path: Path) -> None:
    row = {"episode_launch_details": "first two", "is_staggered_launch": True, **dict(reversed(WORLD.items()))}
    assert one(tmp_path, row) == one(tmp_path, WORLD)


def test_a_column_nobody_knows_is_told_of_once(tmp_path: Path) -> None:
    issue, *values = found(tmp_path, tsv([WORLD | {"mood": "sad"}] * 3))
    assert issue == Issue("netflix", "chart.tsv, row 1", "unknown column", "the column 'mood' is not known; not read")
    assert len(values) == 3
    assert all(isinstance(value, Charted) for value in values)


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        (NORWAY, "week", "2022-02-30"),
        (NORWAY, "week", "27.2.2022"),
        (NORWAY, "week", "20220227"),
        (NORWAY, "week", ""),
        (NORWAY, "country_iso2", "NOR"),
        (NORWAY, "country_iso2", "no"),
        (NORWAY, "country_iso2", ""),
        (NORWAY, "country_name", ""),
        (NORWAY, "category", "Games"),
        (NORWAY, "category", ""),
        (NORWAY, "weekly_rank", ""),
        (NORWAY, "weekly_rank", "first"),
        (NORWAY, "weekly_rank", "0"),
        (NORWAY, "weekly_rank", "11"),
        (NORWAY, "weekly_rank", "1.5"),
        (NORWAY, "weekly_rank", "-1"),
        (NORWAY, "weekly_rank", "²"),
        (NORWAY, "weekly_rank", "9" * 5000),
        (NORWAY, "show_title", "  "),
        (NORWAY, "cumulative_weeks_in_top_10", "0"),
        (WORLD, "weekly_hours_viewed", "16,600,000"),
        (WORLD, "weekly_hours_viewed", "nan"),
        (WORLD, "weekly_views", "1e6"),
        (WORLD, "runtime", "1:58"),
        (WORLD, "runtime", "-1"),
        (WORLD, "runtime", "inf"),
        (EVER, "rank", "eleven"),
        (EVER, "hours_viewed_first_91_days", "many"),
        (EVER, "views_first_91_days", "many"),
    ],
)
def test_a_value_out_of_bounds_is_an_issue(tmp_path: Path, row: dict[str, Any], column: str, value: str) -> None:
    before, issue, after = found(tmp_path, tsv([row, row | {column: value}, row]))
    assert isinstance(issue, Issue)
    assert (issue.source, issue.record, issue.kind) == ("netflix", "chart.tsv, row 3", "value")
    assert issue.says.startswith(f"row 3, {column}: ")
    assert len(issue.says) < 200
    assert isinstance(before, Charted)
    assert isinstance(after, Charted)


def test_all_that_is_wrong_with_a_row_is_one_issue(tmp_path: Path) -> None:
    issue = one(tmp_path, NORWAY | {"week": "soon", "weekly_rank": "top", "show_title": ""})
    assert isinstance(issue, Issue)
    assert [part in issue.says for part in ("week: ", "weekly_rank: ", "show_title: ")] == [True] * 3


PACKS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".zst": zstd.compress,
}


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["bare", "marked"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_packed_and_plain_with_any_line_ends(tmp_path: Path, pack: str, mark: bytes, end: str) -> None:
    rows = [NORWAY | {"weekly_rank": rank} for rank in range(1, 11)]
    plain = found(tmp_path, tsv(rows))
    assert len(plain) == 10
    assert found(tmp_path, PACKS[pack](mark + tsv(rows, end)), f"chart.tsv{pack}") == plain
    assert found(tmp_path, mark + tsv(rows, end).rstrip()) == plain


def test_quotation_marks_are_characters(tmp_path: Path) -> None:
    titles = [
        '"Night',
        'Ferry"',
        '"Night" Ferry',
        '"',
        '""',
        "O'Hara",
        "Night\u2028Ferry",
        "Night\x0bFerry",
        "\\N",
        "NA",
    ]
    values = found(tmp_path, tsv(NORWAY | {"show_title": title} for title in titles))
    assert [value.title if isinstance(value, Charted) else value for value in values] == titles


def test_blank_lines_are_no_rows(tmp_path: Path) -> None:
    data = tsv([NORWAY, NORWAY]).replace(b"\nNorway", b"\n\n \t\t\nNorway")
    values = found(tmp_path, data + b"\n\n")
    assert [value.row for value in values if isinstance(value, Charted)] == [4, 7]
    assert len(values) == 2


@pytest.mark.parametrize("ending", ["\t4\t5", "\tx"])
def test_rows_of_another_length_are_issues(tmp_path: Path, ending: str) -> None:
    lines = tsv([NORWAY, NORWAY, NORWAY]).decode().splitlines()
    lines[1] += ending
    lines[2] = lines[2][: lines[2].rindex("\t")]
    values = found(tmp_path, "\n".join(lines).encode())
    assert [type(value) for value in values] == [Issue, Issue, Charted]
    assert [value.kind for value in values if isinstance(value, Issue)] == ["columns", "columns"]
    assert "has 7 cells for 8 columns" in str(values[1])


def test_bytes_that_are_no_utf_8_are_replaced_and_told_of(tmp_path: Path) -> None:
    data = tsv([NORWAY, NORWAY | {"show_title": "Saltveien"}, NORWAY]).replace(b"Saltveien", b"Saltve\xffien")
    first, issue, value, last = found(tmp_path, data)
    assert isinstance(issue, Issue)
    assert (issue.record, issue.kind) == ("chart.tsv, row 3", "encoding")
    assert isinstance(value, Charted)
    assert value.title == "Saltve\ufffdien"
    assert isinstance(first, Charted)
    assert isinstance(last, Charted)


def test_a_line_without_an_end_is_passed_over(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    data = gzip.compress(tsv([NORWAY]) + b"Norway\t" + b"x" * 50_000_000 + b"\n" + tsv([NORWAY]).partition(b"\n")[2])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    first, issue, last = found(tmp_path, data)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 40_000
    assert issue == Issue(
        "netflix", "chart.tsv, row 3", "too long", f"row 3: line 3 is longer than {columns.LONGEST:,} bytes"
    )
    assert isinstance(first, Charted)
    assert isinstance(last, Charted)
    assert last.row == 4


def test_a_long_cell_and_a_stray_carriage_return_are_issues(tmp_path: Path) -> None:
    rows = [NORWAY | {"show_title": "x" * 200_000}, NORWAY | {"show_title": "Night\rFerry"}, NORWAY]
    values = found(tmp_path, tsv(rows))
    assert [type(value) for value in values] == [Issue, Issue, Charted]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        (b"x" * 2_000_000, "longer than"),
        (b"\t".join(name.encode() for name in COUNTRIES), "no rows"),
        (b"a\tb\n1\t2\n", "has no column"),
        (tsv([{name: value for name, value in NORWAY.items() if name != "week"}]), "has no column week;"),
        (tsv([{name: value for name, value in WORLD.items() if name != "show_title"}]), "has no column show_title;"),
        (tsv([NORWAY]).replace(b"\t", b","), "has no column"),
        (b"week\t" + tsv([NORWAY]), "twice"),
        (b"a\t" * 400_000 + tsv([NORWAY]), "400,008 columns"),
        (tsv([NORWAY]).decode().encode("utf-16"), "not UTF-8"),
        (gzip.compress(tsv([NORWAY] * 500))[:-20], "ends too early"),
        (b"PK\x03\x04" + b"x" * 100, "Excel file"),
    ],
)
def test_files_of_another_kind_are_refused_in_one_line(tmp_path: Path, data: bytes, says: str) -> None:
    with pytest.raises(BadFile, match=says) as raised:
        found(tmp_path, data)
    assert str(raised.value).startswith("chart.tsv: ")
    assert "\n" not in str(raised.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"missing\.tsv"):
        next(read(tmp_path / "missing.tsv"))
    with pytest.raises(BadFile):
        next(read(tmp_path))


cells = st.text(st.sampled_from(string.printable + "éß無\u2028\ufffd\"'\\"), max_size=12)


@given(st.lists(st.lists(cells, min_size=6, max_size=10), min_size=1, max_size=8))
def test_every_row_is_a_value_or_an_issue(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:
    lines = ["\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row) for row in rows]
    path = tmp_path_factory.getbasetemp() / f"netflix-{os.getpid()}.tsv"
    path.write_bytes("\n".join(["\t".join(COUNTRIES), "\t".join(map(str, NORWAY.values())), *lines]).encode())
    told = [value.row if isinstance(value, Charted) else int(value.record.rpartition(" ")[2]) for value in read(path)]
    assert told == [2, *(number for number, line in enumerate(lines, 3) if line.strip())]


@given(st.binary(max_size=300))
def test_any_bytes_give_values_issues_or_one_line(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / f"netflix-{os.getpid()}.tsv"
    path.write_bytes(tsv([NORWAY]) + data)
    assert isinstance(next(read(path)), Charted)
    assert all(isinstance(value, Charted | Issue) for value in read(path))
    path.write_bytes(data)
    with pytest.raises(BadFile):
        list(read(path))


# Excel files


@pytest.mark.parametrize("row", [NORWAY, WORLD, EVER], ids=["country", "world", "popular"])
def test_an_excel_file_gives_the_same(tmp_path: Path, row: dict[str, Any]) -> None:
    rows = [row | {name: rank for name in row if "rank" in name} for rank in range(1, 11)]
    path = excel(tmp_path, [list(row), *(list(each.values()) for each in rows)])
    assert list(read(path)) == found(tmp_path, tsv(rows))


def test_cells_of_an_excel_file_that_are_dates_and_numbers(tmp_path: Path) -> None:
    for week in (date(2022, 2, 27), datetime(2022, 2, 27)):
        row = NORWAY | {"week": week, "show_title": 1899, "weekly_rank": 1.0, "season_title": None}
        (value,) = read(excel(tmp_path, [list(row), list(row.values())]))
        assert isinstance(value, Charted)
        assert (value.week, value.title, value.season, value.rank) == ("2022-02-27", "1899", None, 1)


def test_wrong_rows_and_gaps_of_an_excel_file(tmp_path: Path) -> None:
    row = list(WORLD.values())
    wrong = [*row[:2], "top", *row[3:]]
    values = list(read(excel(tmp_path, [list(WORLD), row, [], wrong, [*row, "more"], row[:-1]])))
    assert [type(value) for value in values] == [Charted, Issue, Issue, Charted]
    assert [value.record for value in values if isinstance(value, Issue)] == ["chart.xlsx, row 4", "chart.xlsx, row 5"]


def test_further_sheets_are_told_of(tmp_path: Path) -> None:
    first, *issues = read(excel(tmp_path, [list(WORLD), list(WORLD.values())], sheets=3))
    assert isinstance(first, Charted)
    assert [issue.kind for issue in issues if isinstance(issue, Issue)] == ["sheet", "sheet"]


def changed(path: Path, **parts: Callable[[str], str] | None) -> Path:
    """An Excel file with some of its parts changed, or (None) left out."""
    with ZipFile(path) as whole:
        held = {name: whole.read(name).decode() for name in whole.namelist()}
    with ZipFile(path, "w") as whole:
        for name, text in held.items():
            change = next((parts[part] for part in parts if part in name), str)
            if change:
                whole.writestr(name, change(text))
    return path


def test_what_an_excel_file_says_of_its_size_is_not_believed(tmp_path: Path) -> None:
    path = excel(tmp_path, [list(WORLD), *[list(WORLD.values())] * 5])
    changed(path, sheet1=lambda text: text.replace("A1:I6", "A1:A1"))
    assert len(list(read(path))) == 5


def test_strings_that_are_shared(tmp_path: Path) -> None:
    """As Excel writes them; openpyxl writes each in its cell."""
    strings: list[str] = []

    def shared(found: re.Match[str]) -> str:
        strings.append(found[1])
        return f"<v>{len(strings) - 1}</v>"

    path = excel(tmp_path, [list(WORLD), list(WORLD.values())])
    expected = list(read(path))
    changed(path, sheet1=lambda text: re.sub("<is><t>(.*?)</t></is>", shared, text.replace('t="inlineStr"', 't="s"')))
    assert len(strings) > len(WORLD)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    changed(path, Content_Types=lambda text: text.replace("</Types>", part))
    items = "".join(f"<si><t>{text}</t></si>" for text in strings)
    with ZipFile(path, "a") as whole:
        space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        whole.writestr("xl/sharedStrings.xml", f'<sst xmlns="{space}">{items}</sst>')
    assert list(read(path)) == expected


def far(reference: str, row: str) -> Callable[[str], str]:
    """Another row, with a cell far away, at a sheet's end."""
    cell = f'<row r="{row}"><c r="{reference}"><v>1</v></c></row></sheetData>'
    return lambda text: text.replace("</sheetData>", cell)


@pytest.mark.parametrize(
    ("reference", "row"),
    [("XFD1048576", "1048576"), ("A99999999999", "99999999999"), ("ZZZZZZ9", "9"), ("A", "9"), ("A9", "x"), ("9", "9")],
)
def test_cells_that_are_far_apart(tmp_path: Path, reference: str, row: str) -> None:
    """Neither memory nor hours: a row with an issue, or a refusal in one line."""
    path = changed(excel(tmp_path, [list(WORLD), list(WORLD.values())]), sheet1=far(reference, row))
    try:
        values = list(read(path))
    except BadFile as error:
        values = [Issue("", "", "refused", str(error))]
    assert isinstance(values[-1], Issue)
    assert "\n" not in values[-1].says


@pytest.mark.parametrize(
    "parts",
    [
        {"workbook.xml": None},
        {"workbook.xml": lambda text: text[:200]},
        {"sheet1": lambda text: text[:-50]},
        {"sheet1": lambda text: text.replace("<v>", "<v>no number ")},
        {"sheet1": lambda text: text.replace('t="inlineStr"', 't="s"').replace("<is>", "<v>99</v><is>")},
        {"Content_Types": None},
        {"workbook.xml": lambda text: text.replace('name="Sheet"', 'name="Sheet" state="nowhere"')},
    ],
    ids=range(7),
)
def test_a_broken_excel_file_is_refused_in_one_line(tmp_path: Path, parts: dict[str, Any]) -> None:
    path = changed(excel(tmp_path, [list(WORLD), list(WORLD.values())]), **parts)
    with pytest.raises(BadFile, match=r"^chart\.xlsx: ") as raised:
        list(read(path))
    assert "\n" not in str(raised.value)


def test_an_excel_file_cut_off_or_far_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = excel(tmp_path, [list(WORLD), list(WORLD.values())])
    monkeypatch.setattr("basedon.sources.netflix._UNPACKED", 1000)
    with pytest.raises(BadFile, match="too large"):
        list(read(path))
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(BadFile, match="no whole Excel file"):
        list(read(path))


# the real files


@pytest.mark.skipif(not REAL.is_dir(), reason="the public data sets are not at hand")
@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("all-weeks-countries.2022-09.tsv.gz", 117_880),
        ("all-weeks-global.2026-07.tsv.gz", 10_560),
        ("most-popular.tsv", 40),
    ],
)
def test_the_real_charts_without_an_issue(name: str, rows: int) -> None:
    values = list(read(REAL / name))
    assert all(isinstance(value, Charted) for value in values)
    assert [value.row for value in values if isinstance(value, Charted)] == list(range(2, rows + 2))
