"""The commands about the audience: trending, reception."""

from __future__ import annotations

import click

from basedon.cli.door import basedon
from basedon.cli.options import ANSWER_FORMS, catalogue_option, form_options
from basedon.cli.showing import opened, show, valid
from basedon.errors import BadUsage

TREND_FORMS = ("table", "json", "markdown", "html", "svg")


@basedon.command()
@click.option("--country", metavar="CODE", help="Two letters such as GB, or a name; the world without it.")
@click.option("--week", metavar="DATE", help="Any day of it (2022-03-06), or latest; the newest held without it.")
@click.option("--category", metavar="NAME", help="films (as without it), tv, all, or one by its name.")
@click.option("--film", metavar="TITLE", help="The weeks of one film instead, as a plot.")
@click.option("--year", type=click.IntRange(1870, 2200), help="With --film: its year of release, one either way.")
@form_options(TREND_FORMS)
@catalogue_option
def trending(
    country: str | None,
    week: str | None,
    category: str | None,
    film: str | None,
    year: int | None,
    form: str,
    catalogue: str | None,
) -> None:
    """List the Top 10 of a week, where each story comes from, and what people will ask."""
    from basedon.answering import charted
    from basedon.answering import trending as answer

    if film is not None and (country or week or category):
        raise BadUsage("--film shows all weeks and countries of one film; leave out --country, --week and --category")
    if film is None and (year is not None or form == "svg"):
        raise BadUsage("--year and --form svg are for the weeks of one film; name it with --film TITLE")
    shown = "card" if form == "table" else form
    with opened(catalogue) as held:
        if film is not None:
            show(charted(held.catalogue, valid(film), year), shown)
            return
        show(
            answer(held.catalogue, country and valid(country), week and valid(week), valid(category or "films")), shown
        )


@basedon.command()
@click.argument("title", nargs=-1)
@click.option("--year", type=click.IntRange(1870, 2200), help="Year of release, one either way.")
@form_options(ANSWER_FORMS)
@catalogue_option
def reception(title: tuple[str, ...], year: int | None, form: str, catalogue: str | None) -> None:
    """Tell how a film was received: ratings, awards, weeks in the Top 10."""
    from basedon.answering import received

    with opened(catalogue) as held:
        show(received(held.catalogue, valid(" ".join(title)), year), form)
