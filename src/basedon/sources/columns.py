"""Tables with a header: the rows of a CSV or TSV file by column name; a row that can't be read is kept as an issue."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from msgspec import Struct

from basedon.errors import BadFile
from basedon.model.issue import Issue
from basedon.sources.opening import open_bytes

LONGEST = 1 << 20
"""Bytes of the longest line that is read; the rest of a longer one is passed over in pieces."""

MOST = 500
"""Columns that a table may have."""

SHOWN = 60
"""Characters of a wrong value that an issue shows."""


class Line(Struct):
    """One row before it has column names; `fault` is the kind and the wording of what is wrong with it."""

    number: int
    cells: list[str]
    fault: tuple[str, str] | None = None


class Form(Struct, frozen=True):
    """A set of columns that a file may have: those it must have, those it may, and those that are left out by name."""

    needed: tuple[str, ...]
    further: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


class Row(Struct):
    """The cells of one row by column name, without white space around them; what is wrong with them is gathered."""

    number: int
    cells: dict[str, str]
    wrong: list[str] = []

    def text(self, column: str) -> str | None:
        """A cell's text; None where it is empty or the file has no such column."""
        return self.cells.get(column) or None

    def required(self, column: str) -> str:
        """A cell's text, which must not be empty."""
        value = self.cells.get(column, "")
        if not value:
            self.refuse(column, "is empty")
        return value

    def whole(self, column: str, least: int = 0, most: int = 10**15) -> int | None:
        """A whole number within bounds; None where the cell is empty."""
        value = self.cells.get(column)
        if not value:
            return None
        digits = value.removeprefix("-") if least < 0 else value
        if digits.isascii() and digits.isdigit() and len(digits) < 17 and least <= int(value) <= most:
            return int(value)
        self.refuse(column, f"{shown(value)} is no whole number from {least} to {most}")
        return None

    def refuse(self, column: str, says: str) -> None:
        """Say what is wrong with a cell."""
        self.wrong.append(f"{column}: {says}")

    def issue(self, source: str, file: str) -> Issue:
        """What was wrong with the row."""
        return Issue(source, f"{file}, row {self.number}", "value", f"row {self.number}, {'; '.join(self.wrong)}")


def shown(value: str) -> str:
    """A wrong value as an issue shows it."""
    return repr(value if len(value) <= SHOWN else value[:SHOWN] + "…")


class _TooLong(Exception):  # noqa: N818  # says what a line is
    pass


class _Lines(Iterator[str]):
    """The lines of a file as text, counted; `damaged` once bytes had to be replaced."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.number = 0
        self.damaged = False

    def __next__(self) -> str:
        raw = self.file.readline(LONGEST + 1)
        if not raw:
            raise StopIteration
        self.number += 1
        if len(raw) > LONGEST:
            while raw and not raw.endswith(b"\n"):
                raw = self.file.readline(LONGEST)
            raise _TooLong
        if self.number == 1:
            raw = raw.removeprefix(b"\xef\xbb\xbf")
        try:
            return raw.decode()
        except UnicodeDecodeError:
            self.damaged = True
            return raw.decode(errors="replace")


def tsv(_: bytes = b"") -> dict[str, Any]:
    """How a TSV file is written: a quotation mark is a character like any other."""
    return {"delimiter": "\t", "quoting": csv.QUOTE_NONE}


def lines(path: Path, dialect: Callable[[bytes], dict[str, Any]]) -> Iterator[Line]:
    """The rows of a CSV or TSV file, numbered by the line on which each begins; blank ones are none.

    `dialect` is shown the header and gives what `csv.reader` needs to know. Reading is strict: a quotation mark that is
    not closed is an issue, and does not take the rest of the file into one cell.

    Raises BadFile where the file can't be read, and when it is UTF-16.
    """
    with open_bytes(path) as file:
        texts = _Lines(file)
        rows = csv.reader(texts, strict=True, **dialect(file.peek()[:LONGEST].partition(b"\n")[0]))
        while True:
            first, texts.damaged = texts.number + 1, False
            try:
                cells = next(rows, None)
            except _TooLong:
                yield unread(first, texts.number, "too long", f"line {texts.number} is longer than {LONGEST:,} bytes")
            except csv.Error as error:
                yield unread(first, texts.number, "not a row", str(error))
            else:
                if cells is None:
                    return
                if first == 1 and texts.damaged and cells[:1] and cells[0].startswith("\ufffd\ufffd"):
                    raise BadFile(f"{path.name}: is not UTF-8; save it as UTF-8 text and try again")
                if any(map(str.strip, cells)):
                    replaced = ("encoding", f"row {first}: bytes that are no UTF-8 were replaced")
                    yield Line(first, cells, replaced if texts.damaged else None)


def unread(first: int, last: int, kind: str, says: str) -> Line:
    """A row without cells, which covers several lines where a quotation mark is not closed."""
    return Line(first, [], (kind, f"row {first}: {says}" + f"; lines {first} to {last} are not read" * (last > first)))


def table(
    source: str, file: str, given: Iterable[Line], forms: Sequence[Form], hint: str, *, ragged: bool
) -> Iterator[Row | Issue]:
    """The rows by the names of the columns of the one of `forms` that the header fits best.

    `ragged` takes rows that leave out empty cells at their end. A column that no form knows is one issue. Raises
    BadFile, with `hint` on what to do, where needed columns are missing, one is there twice, or there are no rows.
    """
    rest = iter(given)
    header = next(rest, None)
    if header is None or not header.cells:
        raise BadFile(f"{file}: {header.fault[1] if header and header.fault else 'is empty'}; {hint}")
    if len(header.cells) > MOST:
        raise BadFile(f"{file}: has {len(header.cells):,} columns; {hint}")
    keys = [key(name) for name in header.cells]
    form = min(forms, key=lambda form: sum(key(name) not in keys for name in form.needed))
    missing = [name for name in form.needed if key(name) not in keys]
    if missing:
        raise BadFile(f"{file}: has no column {', '.join(missing)}; {hint}")
    names = {key(name): name for name in form.needed + form.further}
    columns = [names.get(its) for its in keys]
    known = {"", *names, *map(key, form.left_out)}
    for name, its in zip(header.cells, keys, strict=True):
        if its and keys.count(its) > 1:
            raise BadFile(f"{file}: has the column {shown(name)} twice; keep one of them")
        if its not in known:
            yield Issue(source, f"{file}, row 1", "unknown column", f"the column {shown(name)} is not known; not read")
    line = None
    for line in rest:
        cells = [cell.strip() for cell in line.cells]
        if line.fault:
            yield Issue(source, f"{file}, row {line.number}", *line.fault)
        if not cells:
            continue
        if any(cells[len(columns) :]) or (len(cells) < len(columns) and not ragged):
            says = f"row {line.number}: has {len(cells)} cells for {len(columns)} columns"
            yield Issue(source, f"{file}, row {line.number}", "columns", says)
            continue
        yield Row(line.number, {name: cell for name, cell in zip(columns, cells, strict=False) if name}, [])
    if line is None:
        raise BadFile(f"{file}: has a header but no rows; {hint}")


def key(name: str) -> str:
    """A column's or a word's name as a key: its letters and digits."""
    return "".join(filter(str.isalnum, name)).casefold()
