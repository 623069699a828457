"""The command that drafts an explainer."""

from __future__ import annotations

import sys

import click

from basedon.cli.door import basedon
from basedon.cli.options import catalogue_option, form_options
from basedon.cli.showing import opened, show, valid

EXPLAINER_FORMS = ("markdown", "html", "json")


@basedon.command()
@click.argument("title", nargs=-1)
@click.option("--year", type=click.IntRange(1870, 2200), help="Year of release, one either way.")
@form_options(EXPLAINER_FORMS)
@catalogue_option
def explain(title: tuple[str, ...], year: int | None, form: str, catalogue: str | None) -> None:
    """Draft an explainer of one film with numbered sources: is it true, whence, by whom."""
    from basedon.explaining import explain as draft
    from basedon.forms.explainer import show as shown
    from basedon.model.answer import Miss

    with opened(catalogue) as held:
        made = draft(held.catalogue, valid(" ".join(title)), year)
    if isinstance(made, Miss):
        show(made, "card" if form == "markdown" and sys.stdout.isatty() else form)
        return
    click.echo(shown(made, form))
