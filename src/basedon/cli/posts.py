"""The commands about posts: tearjerkers and listen; and `--posts`, which other commands have too."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from basedon.cli.door import basedon
from basedon.cli.options import LIST_FORMS, catalogue_option, form_options
from basedon.cli.showing import opened, show, valid
from basedon.errors import BadUsage

if TYPE_CHECKING:
    from basedon import Opened

Command = TypeVar("Command", bound=Callable[..., Any])


def posts_option(command: Command) -> Command:
    """`--posts FILE`, as often as there are files."""
    return click.option(
        "--posts",
        multiple=True,
        metavar="FILE",
        help="Posts from X, Bluesky, Mastodon, Reddit or Letterboxd, or any CSV (.gz, .zst, .bz2 too).",
    )(command)


@contextmanager
def heard(held: Opened, files: tuple[str, ...]) -> Iterator[None]:
    """What files of posts tell, beside an open catalogue, for the time of a block; without files nothing."""
    if not files:
        yield
        return
    from basedon.cli.progress import Bar

    with Bar() as bar, held.posts(files, progress=bar):
        yield


@basedon.command()
@posts_option
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="How many at most.")
@click.option("--mood", metavar="MOOD", help="Films for a mood instead: uplifting, a good cry, funny and sad.")
@form_options(LIST_FORMS)
@catalogue_option
def tearjerkers(posts: tuple[str, ...], limit: int, mood: str | None, form: str, catalogue: str | None) -> None:
    """Rank films by how many of the people who wrote of them cried."""
    with opened(catalogue) as held, heard(held, posts):
        answer = held.tearjerkers(valid(mood) if mood is not None else None, limit)
        show(answer, "json" if form == "json" else "card")


@basedon.command()
@click.option("--bluesky", is_flag=True, help="Bluesky's public posts, from Jetstream.")
@click.option(
    "-o", "--out", metavar="FILE", help="Append there, and go on where that ends; standard output without it."
)
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Stop after so many posts.")
@click.option("--seconds", type=click.FloatRange(0, min_open=True), metavar="S", help="Stop after so many seconds.")
@click.option(
    "--server", metavar="ADDRESS", help="Another server of the same kind (wss://…), also of a private network."
)
def listen(bluesky: bool, out: str | None, limit: int | None, seconds: float | None, server: str | None) -> None:
    """Write down public posts as they are made, one a line, until Ctrl-C."""
    from basedon.network.jetstream import Jetstream
    from basedon.network.listening import listen as write_down

    if not bluesky:
        raise BadUsage("listen to what? give --bluesky")
    stream = Jetstream(server, allow_private=server is not None)
    count = write_down(stream, Path(out) if out and out != "-" else None, limit=limit, seconds=seconds)
    if out or sys.stderr.isatty():
        name = f"; `basedon tearjerkers --posts {out}` counts them" if out else ""
        click.echo(f"{count:,} posts{name}", err=True)
