"""Netflix Top 10: all-weeks-countries, all-weeks-global and most-popular, as TSV or Excel file.

All columns are used but two: `is_staggered_launch` and `episode_launch_details` tell how the episodes of a season came
out. `season_title` is N/A for a film; `runtime` is in hours, 0 where Netflix does not know it, and kept in minutes.
Hours, views and runtimes are missing in older weeks and in the charts of countries.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from basedon.errors import BadFile
from basedon.model.chart import Charted
from basedon.model.issue import Issue
from basedon.sources.columns import Form, Line, Row, lines, shown, table, tsv

SOURCE = "netflix"
HINT = "take all-weeks-countries, all-weeks-global or most-popular (TSV or Excel file) as Netflix gives it"

_TITLE = ("category", "show_title", "season_title")
_WEEKLY = (*_TITLE, "week", "weekly_rank", "cumulative_weeks_in_top_10")
_LAUNCH = ("is_staggered_launch", "episode_launch_details", "episode_launch_detail")
FORMS = (
    Form((*_WEEKLY, "country_name", "country_iso2"), (), _LAUNCH),
    Form((*_WEEKLY, "weekly_hours_viewed"), ("runtime", "weekly_views"), _LAUNCH),
    Form((*_TITLE, "rank", "hours_viewed_first_91_days"), ("runtime", "views_first_91_days"), _LAUNCH),
    Form((*_TITLE, "rank", "hours_viewed_first_28_days"), ("runtime", "views_first_28_days"), _LAUNCH),
)

_WEEK = re.compile(r"\d{4}-\d\d-\d\d")
_HOURS = re.compile(r"\d{1,4}(?:\.\d{1,12})?")
_COUNTRY = re.compile(r"[A-Z]{2}")

_UNPACKED = 1 << 30
"""Bytes that an Excel file may hold when unpacked; the longest of Netflix holds a fifth of that."""

_ROWS = 1 << 20
"""The rows that an Excel file can hold."""


def read(path: Path) -> Iterator[Charted | Issue]:
    """Every row of a chart, as a value or as an issue.

    Raises BadFile where the file can't be read, is damaged, holds no rows, or has other columns.
    """
    excel = is_zip(path)
    given = sheet(path) if excel else lines(path, tsv)
    for row in table(SOURCE, path.name, given, FORMS, HINT, ragged=excel):
        yield row if isinstance(row, Issue) else charted(row, path.name)


def charted(row: Row, file: str) -> Charted | Issue:
    """What one row says; an issue when any of it is out of its bounds."""
    days = next((n for n in (91, 28) if f"hours_viewed_first_{n}_days" in row.cells), 7)
    of = f"first_{days}_days"
    category = row.required("category")
    if not category.startswith(("Films", "TV")):
        row.refuse("category", f"{shown(category)} is neither of films nor of TV")
    week = row.required("week") if days == 7 else None
    if week and not is_date(week):
        row.refuse("week", f"{shown(week)} is no date such as 2022-02-27")
    country = row.required("country_iso2") if "country_iso2" in row.cells else None
    if country and not _COUNTRY.fullmatch(country):
        row.refuse("country_iso2", f"{shown(country)} is no country's two letters")
    ranked = "weekly_rank" if days == 7 else "rank"
    row.required(ranked)
    title, season = row.required("show_title"), row.text("season_title")
    value = Charted(
        row=row.number,
        title=title,
        season=None if season == "N/A" else season,
        category=category,
        type="series" if category.startswith("TV") else "film",
        week=week,
        country=country,
        country_name=row.required("country_name") if country else None,
        rank=row.whole(ranked, 1, 10) or 0,
        days=days,
        hours=row.whole("weekly_hours_viewed" if days == 7 else f"hours_viewed_{of}"),
        views=row.whole("weekly_views" if days == 7 else f"views_{of}"),
        weeks=row.whole("cumulative_weeks_in_top_10", 1, 10_000),
        runtime=runtime(row),
    )
    return row.issue(SOURCE, file) if row.wrong else value


def is_date(text: str) -> bool:
    """Whether a text is a day of the calendar, written as 2022-02-27."""
    try:
        return bool(_WEEK.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def runtime(row: Row) -> int | None:
    """The runtime in minutes, None for none and for 0."""
    hours = row.text("runtime")
    if hours is None:
        return None
    if _HOURS.fullmatch(hours):
        return round(float(hours) * 60) or None
    row.refuse("runtime", f"{shown(hours)} is no number of hours")
    return None


def is_zip(path: Path) -> bool:
    """Whether a file begins as an Excel file does."""
    if not path.is_file():
        return False  # a pipe can't be looked at and then read
    try:
        with path.open("rb") as file:
            return file.read(4) == b"PK\x03\x04"
    except OSError as error:
        raise BadFile(f"{path}: {error.strerror}") from error


def sheet(path: Path) -> Iterator[Line]:
    """The rows of an Excel file's first sheet, one at a time; whatever is wrong with the file raises BadFile.

    openpyxl is slow and keeps no sheet in memory; faster readers end the whole program at a sheet whose cells are far
    apart.
    """
    try:
        with ZipFile(path) as parts:
            if sum(part.file_size for part in parts.infolist()) > _UNPACKED:
                raise BadFile(f"{path.name}: is far too large when unpacked; {HINT}")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Netflix's files have no style
            book = import_module("openpyxl").load_workbook(path, read_only=True, data_only=True)
        try:
            first, *others = book.worksheets
            first.reset_dimensions()  # what a file says of its own size may be wrong
            for number, cells in zip(count(1), first.iter_rows(values_only=True), strict=False):
                if number > _ROWS:
                    raise BadFile(f"{path.name}: has more rows than an Excel file can hold; {HINT}")
                texts = [text_of(cell) for cell in cells]
                if any(texts):
                    yield Line(number, texts)
            for other in others:
                yield Line(number, [], ("sheet", f"the sheet {shown(other.title)} is not read, only the first one is"))
        finally:
            book.close()
    except BadFile:
        raise
    except BadZipFile as error:
        raise BadFile(f"{path.name}: is no whole Excel file; get it again") from error
    except Exception as error:  # openpyxl lets through whatever a broken part of the file raises
        why = " ".join(str(error).split())[:200]
        raise BadFile(f"{path.name}: is no Excel file that can be read ({why}); take the TSV file") from error


def text_of(cell: Any) -> str:
    """A cell of an Excel file as the TSV file writes it."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell == datetime.combine(cell.date(), datetime.min.time()) else str(cell)
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)
