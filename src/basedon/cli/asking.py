"""The commands that answer: ask, film, lineage, search."""

from __future__ import annotations

import sys

import click

from basedon.cli.door import basedon
from basedon.cli.options import ANSWER_FORMS, LINEAGE_FORMS, LIST_FORMS, batch_option, catalogue_option, form_options
from basedon.cli.showing import alone, lines, opened, print_lines, show, valid, width
from basedon.errors import BadUsage


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
