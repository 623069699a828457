"""The options that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

ANSWER_FORMS = ("card", "json", "markdown", "html", "jsonld")
LINEAGE_FORMS = ("tree", "json", "mermaid", "dot", "graphml", "svg")
EXPORT_FORMS = ("parquet", "csv", "jsonl", "graphml", "ntriples", "quickstatements", "datasette")
LIST_FORMS = ("table", "json")
REVIEW_FORMS = ("text", "json", "html", "claimreview")

Command = TypeVar("Command", bound=Callable[..., Any])


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
