"""The command line: words in, one answer in one form out, one line and an exit code when there is none."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from basedon import __version__
from basedon.errors import BadFile, BadUsage, BasedonError

if TYPE_CHECKING:
    from basedon import Opened
    from basedon.model.answer import Answer

WIDEST = 100
"""Columns that a card takes at most: longer lines read badly."""

ANSWER_FORMS = ("card", "json", "markdown", "html", "jsonld")
LINEAGE_FORMS = ("tree", "json", "mermaid", "dot", "graphml", "svg")
LIST_FORMS = ("table", "json")

PLANNED = frozenset(
    {
        "check",
        "explain",
        "reception",
        "tearjerkers",
        "trending",
        "download",
        "build",
        "export",
        "listen",
        "serve",
        "mcp",
    }
)
"""Commands to come: their names are no questions, so that a script written for them fails here instead of answering."""

Command = TypeVar("Command", bound=Callable[..., Any])


class Doors(click.Group):
    """The commands; words that are no command are a question."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `ask` before words that name no command and are no option of the program itself."""
        first = next((a for a in args if not a.startswith("-")), None)
        if args and args[0] in PLANNED:
            raise BadUsage(f"{args[0]}: not in this version; `basedon --help` lists what is")
        if args and first is not None and args[0] not in ("--help", "-h", "--version") and first not in self.commands:
            args = ["ask", *args]
        return super().parse_args(ctx, args)


@click.group(cls=Doors, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.version_option(__version__, message="basedon %(version)s")
def basedon() -> None:
    """Where a film's story comes from: is it true, what is it based on, what is it a remake of.

    \b
    basedon "Is Fargo based on a true story?"
    basedon film "Miracle in Cell No. 7" --year 2019
    basedon lineage "Infernal Affairs"
    """


def catalogue_option(command: Command) -> Command:
    """The option that every command has which reads a catalogue."""
    return click.option(
        "--catalogue",
        envvar="BASEDON_CATALOGUE",
        metavar="FILE",
        help="Catalogue file; without it BASEDON_CATALOGUE, or the starter that ships.",
    )(command)


def form_options(forms: tuple[str, ...]) -> Callable[[Command], Command]:
    """`--form`, and `--json` as its short way."""

    def decorate(command: Command) -> Command:
        command = click.option("--json", "form", flag_value="json", help="Short for --form json.")(command)
        return click.option(
            "--form", type=click.Choice(forms), default=forms[0], show_default=True, help="How it looks."
        )(command)

    return decorate


def batch_option(help_: str) -> Callable[[Command], Command]:
    """`--batch FILE`: many inputs, one JSON object a line."""
    return click.option("--batch", type=click.Path(allow_dash=True), metavar="FILE", help=help_)


@basedon.command()
@click.argument("question", nargs=-1)
@click.option("--about", metavar="ID", help="The film that “it” means: wikidata:Q…, Q… or tt….")
@batch_option("Questions, one a line (- for standard input); answers as JSON, one a line.")
@form_options(ANSWER_FORMS)
@catalogue_option
def ask(question: tuple[str, ...], about: str | None, batch: str | None, form: str, catalogue: str | None) -> None:
    """Answer a question put in words."""
    from basedon.answering import ask_each

    with opened(catalogue) as held:
        if batch is not None:
            alone(question, None, form)
            print_lines(ask_each(held.catalogue, lines(batch), about))
            return
        show(held.ask(valid(" ".join(question)), about), form)


@basedon.command()
@click.argument("title", nargs=-1)
@click.option("--year", type=click.IntRange(1870, 2200), help="Year of release, one either way.")
@batch_option("TITLE or TITLE<TAB>YEAR, one a line (- for standard input); answers as JSON, one a line.")
@form_options(ANSWER_FORMS)
@catalogue_option
def film(title: tuple[str, ...], year: int | None, batch: str | None, form: str, catalogue: str | None) -> None:
    """Tell everything about one film: TITLE, a Wikidata item (Q…) or an IMDb title (tt…)."""
    from basedon.answering import film as answer
    from basedon.answering import film_each

    with opened(catalogue) as held:
        if batch is not None:
            alone(title, year, form)
            print_lines(film_each(held.catalogue, lines(batch)))
            return
        show(answer(held.catalogue, valid(" ".join(title)), year), form)


@basedon.command()
@click.argument("title", nargs=-1)
@click.option("--year", type=click.IntRange(1870, 2200), help="Year of release, one either way.")
@form_options(LINEAGE_FORMS)
@catalogue_option
def lineage(title: tuple[str, ...], year: int | None, form: str, catalogue: str | None) -> None:
    """Draw what a film comes from and what came from it."""
    from basedon.answering import family

    with opened(catalogue) as held:
        show(family(held.catalogue, valid(" ".join(title)), year), form)


@basedon.command()
@click.argument("text", nargs=-1)
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many at most.")
@form_options(LIST_FORMS)
@catalogue_option
def search(text: tuple[str, ...], limit: int, form: str, catalogue: str | None) -> None:
    """Find films by title, misspelt ones too."""
    from basedon.forms import listing

    typed = valid(" ".join(text))
    if not typed.strip():
        raise BadUsage("search for what? give a title or its beginning")
    with opened(catalogue) as held:
        works = held.search(typed, limit)
    click.echo(listing.works(works, as_json=form == "json", width=width()))
    if not works:
        sys.exit(1)


@basedon.command()
@form_options(LIST_FORMS)
@catalogue_option
def info(form: str, catalogue: str | None) -> None:
    """Tell what a catalogue holds, and what its build could not read."""
    from basedon.forms import listing

    with opened(catalogue) as held:
        click.echo(listing.info(held.catalogue.info(), as_json=form == "json", width=width()))


@basedon.command()
@form_options(LIST_FORMS)
@catalogue_option
def sources(form: str, catalogue: str | None) -> None:
    """List the sources: address, licence, what each adds, how much of it the catalogue holds."""
    from basedon.forms import listing

    with opened(catalogue) as held:
        click.echo(listing.sources(held.catalogue.info(), as_json=form == "json", width=width()))


@basedon.command()
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> None:
    """Print the script that completes commands and options in SHELL: eval "$(basedon completion bash)"."""
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:
        raise BadUsage(f"no completion for {shell}; choose bash, zsh or fish")
    click.echo(found(basedon, {}, "basedon", "_BASEDON_COMPLETE").source())


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


def progress(answers: Iterable[Answer]) -> Any:
    """The answers, counted on standard error while they take longer than a moment; silent when that is no terminal."""
    return click.progressbar(
        answers,
        length=None,
        label="answered",
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


def main() -> None:
    """Run the program; every error raised on purpose is one line on standard error and an exit code."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        basedon.main(prog_name="basedon", standalone_mode=False)
        sys.stdout.flush()
    except BasedonError as error:
        fail(str(error), error.exit_code)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "")
        sys.exit(2)
    except click.ClickException as error:
        fail(error.format_message(), 2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except OSError as error:
        with contextlib.suppress(OSError, ValueError):
            # what could not be written is still buffered: the interpreter must not try again at its end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        fail(f"can't write the answer ({error.strerror or error}); make room, or write it elsewhere", 3)


def fail(message: str, code: int) -> None:
    """One line on standard error, then the end."""
    line = " ".join(message.split())
    click.echo(f"basedon: {''.join(c if c.isprintable() else '?' for c in line)[:500]}", err=True)
    sys.exit(code)


if __name__ == "__main__":
    main()
