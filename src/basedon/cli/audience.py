"""The commands about the audience: trending, reception."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from basedon.cli.door import basedon
from basedon.cli.options import ANSWER_FORMS, catalogue_option, form_options
from basedon.cli.posts import heard, posts_option
from basedon.cli.showing import opened, show, valid
from basedon.errors import BadUsage

if TYPE_CHECKING:
    from basedon.catalogue.catalogue import Catalogue

TREND_FORMS = ("table", "json", "markdown", "html", "svg")


@basedon.command()
@click.option("--country", metavar="CODE", help="Two letters such as GB, or a name; the world without it.")
@click.option("--week", metavar="DATE", help="Any day of it (2022-03-06), or latest; the newest held without it.")
@click.option("--category", metavar="NAME", help="films (as without it), tv, all, or one by its name.")
@click.option("--film", metavar="TITLE", help="The weeks of one film instead, as a plot.")
@click.option("--year", type=click.IntRange(1870, 2200), help="With --film: its year of release, one either way.")
@click.option("--netflix", multiple=True, metavar="FILE", help="Top 10 file (TSV or XLSX) to ask beside the catalogue.")
@form_options(TREND_FORMS)
@catalogue_option
def trending(
    country: str | None,
    week: str | None,
    category: str | None,
    film: str | None,
    year: int | None,
    netflix: tuple[str, ...],
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
    with opened(catalogue) as held, charts_of(held.catalogue, netflix) as asked:
        if film is not None:
            show(charted(asked, valid(film), year), shown)
            return
        show(answer(asked, country and valid(country), week and valid(week), valid(category or "films")), shown)


def charts_of(held: Catalogue, files: tuple[str, ...]) -> AbstractContextManager[Catalogue]:
    """The catalogue, with the charts of these files where there are any."""
    if not files:
        return nullcontext(held)
    from basedon.building.beside import with_charts

    return with_charts(held, map(Path, files))


@basedon.command()
@click.argument("title", nargs=-1)
@click.option("--year", type=click.IntRange(1870, 2200), help="Year of release, one either way.")
@posts_option
@form_options(ANSWER_FORMS)
@catalogue_option
def reception(
    title: tuple[str, ...], year: int | None, posts: tuple[str, ...], form: str, catalogue: str | None
) -> None:
    """Tell how a film was received: ratings, awards, weeks in the Top 10, what people felt."""
    from basedon.answering import received

    with opened(catalogue) as held, heard(held, posts):
        show(received(held.catalogue, valid(" ".join(title)), year), form)
