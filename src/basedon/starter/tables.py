"""The fact files: tab-separated, sorted, one record a line, so that a change reads well in a diff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from basedon.errors import BadFile

SEPARATOR = "|"
"""Between several values in one column; a value never holds it, nor a tab or line break."""


def clean(value: str) -> str:
    """The value with every run of white space as one space and no separator, so that it fits a column."""
    return " ".join(value.replace(SEPARATOR, "/").split())


def joined(values: Iterable[str]) -> str:
    """Several values as one column, doubles left out, order kept."""
    return SEPARATOR.join(dict.fromkeys(filter(None, map(clean, values))))


def parts(column: str) -> tuple[str, ...]:
    """The values of a column; none for an empty one."""
    return tuple(column.split(SEPARATOR)) if column else ()


def decade(year: str) -> str:
    """The file name's ending for a year: `1990s`, or `undated`."""
    return f"{year[:3]}0s" if year[:4].isdigit() else "undated"


def write(folder: Path, name: str, columns: tuple[str, ...], rows: Iterable[Mapping[str, str]]) -> int:
    """Write rows to `name-<decade>.tsv` files (to `name.tsv` where the rows have no `year`), sorted; how many rows."""
    files: dict[str, list[str]] = {}
    for row in rows:
        ending = f"-{decade(row['year'])}" if "year" in columns else ""
        line = "\t".join(" ".join(row.get(column, "").split()) for column in columns)
        files.setdefault(f"{name}{ending}.tsv", []).append(line)
    for old in folder.glob(f"{name}*.tsv"):
        if is_of(old, name):
            old.unlink()
    for file, lines in sorted(files.items()):
        text = "\n".join(["\t".join(columns), *sorted(set(lines))]) + "\n"
        (folder / file).write_text(text, "utf-8")
    return sum(len(set(lines)) for lines in files.values())


def read(folder: Path, name: str, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Every row of `name.tsv` or of the `name-<decade>.tsv` files; raises BadFile at a wrong header or a torn line."""
    files = [p for p in sorted(folder.glob(f"{name}*.tsv")) if is_of(p, name)]
    if not files:
        raise BadFile(f"{folder.name}: no {name}*.tsv; run `python -m basedon.starter read DATA` first")
    for path in files:
        with path.open("rb") as lines:
            if tuple(next(decoded(lines, path), "").rstrip("\n").split("\t")) != columns:
                raise BadFile(f"{path.name}: its columns are not {', '.join(columns)}")
            for number, line in enumerate(decoded(lines, path), 2):
                values = line.rstrip("\n").split("\t")
                if len(values) != len(columns):
                    raise BadFile(f"{path.name}, line {number}: {len(values)} columns instead of {len(columns)}")
                yield dict(zip(columns, values, strict=True))


def decoded(lines: Iterable[bytes], path: Path) -> Iterator[str]:
    """The lines as text; raises BadFile where they are not UTF-8."""
    try:
        for line in lines:
            yield line.decode()
    except UnicodeDecodeError as error:
        raise BadFile(f"{path.name}: is not UTF-8 ({error})") from error


def is_of(path: Path, name: str) -> bool:
    """Whether a file is `name.tsv` or `name-<decade>.tsv` (and not of a table whose name begins with this one)."""
    rest = path.stem[len(name) :]
    return rest == "" or rest == "-undated" or (rest[:1] == "-" and rest[1:5].isdigit())
