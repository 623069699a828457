"""What commands share: the catalogue that is meant, lines in, answers out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from basedon.cli.options import ANSWER_FORMS, LINEAGE_FORMS
from basedon.errors import BadFile, BadUsage

if TYPE_CHECKING:
    from basedon import Opened
    from basedon.model.answer import Answer

WIDEST = 100
"""Columns that a card takes at most: longer lines read badly."""


def opened(catalogue: str | None) -> Opened:
    """The catalogue that the options name."""
    import basedon as package

    return package.open(catalogue)


def alone(words: tuple[str, ...], year: int | None, form: str) -> None:
    """Refuse words, a year or a form beside `--batch`, which would be ignored."""
    if words or year is not None or form not in (ANSWER_FORMS[0], "json"):
        raise BadUsage("--batch takes its input from the file and writes JSON; leave out words, --year and --form")


def valid(text: str) -> str:
    """The text with bytes that are no UTF-8 as replacement characters."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def lines(batch: str) -> Iterable[str]:
    """The lines of a batch file, or of standard input for `-`; undecodable bytes become replacement characters."""
    if batch == "-":
        stream = sys.stdin.buffer
        return map(decoded, stream)
    return lines_of(Path(batch))


def decoded(line: bytes) -> str:
    """A line without its end and without a mark of the byte order."""
    return line.decode("utf-8", "replace").rstrip("\r\n").removeprefix("\ufeff")


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a file, one at a time; raises BadFile when it can't be read."""
    try:
        with path.open("rb") as file:
            yield from map(decoded, file)
    except OSError as error:
        raise BadFile(f"{path}: can't be read ({error.strerror}); give another file with --batch") from error


def print_lines(answers: Iterable[Answer]) -> None:
    """Each answer as one line of JSON, with a progress bar on a terminal."""
    from basedon.forms import show as shown

    with progress(answers) as each:
        for answer in each:
            click.echo(shown(answer, "json", pretty=False))


def progress(answers: Iterable[Any]) -> Any:
    """Answers or pieces, counted on standard error where that is a terminal."""
    return click.progressbar(
        answers,
        length=None,
        label="done",
        show_pos=True,
        show_percent=False,
        file=sys.stderr,
        hidden=not sys.stderr.isatty() or sys.stdout.isatty(),
    )


def show(answer: Answer, form: str) -> None:
    """Print an answer; exit with 1 for a miss."""
    from basedon.forms import show as shown
    from basedon.model.answer import Miss

    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    is_miss = isinstance(answer, Miss)
    if is_miss and form in LINEAGE_FORMS and form != "json":
        form = "card"
    click.echo(shown(answer, form, colour=colour, width=width()), color=colour)
    if is_miss:
        sys.exit(1)


def width() -> int:
    """Columns to write in."""
    import shutil

    return max(40, min(WIDEST, shutil.get_terminal_size((80, 24)).columns))
