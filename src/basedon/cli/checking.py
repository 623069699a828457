"""The command that checks articles: what they say of films, what the evidence says, ready to publish."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from basedon.cli.door import basedon
from basedon.cli.options import REVIEW_FORMS, catalogue_option, form_options
from basedon.cli.showing import opened, progress, valid, width
from basedon.errors import BadUsage, BasedonError

if TYPE_CHECKING:
    from basedon.factcheck.article import Text
    from basedon.model.claim import Checked


@basedon.command()
@click.argument("articles", nargs=-1, metavar="FILE|URL|-...")
@form_options(REVIEW_FORMS)
@click.option("--fix", is_flag=True, help="Print a unified diff that puts the right values in, instead of the review.")
@catalogue_option
def check(articles: tuple[str, ...], form: str, fix: bool, catalogue: str | None) -> None:
    """Fact-check articles: saved HTML, Markdown or text, addresses, or - for standard input.

    Exits with 1 when anything is contradicted, with 3 when one of them can't be read.
    """
    if not articles:
        raise BadUsage("check which article? give a file, an address, or - for standard input")
    if fix and form != REVIEW_FORMS[0]:
        raise BadUsage("--fix prints a diff; leave out --form")
    if form == "html" and len(articles) > 1:
        raise BadUsage("--form html is a page for one article; give one, or choose --form json")
    contradicted = unreadable = False
    with opened(catalogue) as held, progress(articles) as each:
        from basedon import checking

        for place, name in enumerate(each):
            try:
                text = read(name)
            except BasedonError as error:
                if len(articles) == 1:
                    raise
                unreadable = True
                line = " ".join(str(error).split())
                click.echo(f"basedon: {''.join(c if c.isprintable() else '?' for c in line)[:500]}", err=True)
                continue
            done = checking.checked(held.catalogue, text)
            contradicted = contradicted or done.review.summary.contradicted > 0
            several = len(articles) > 1
            if several and form == "text" and not fix and place:
                click.echo()
            for part in shown(done, form, fix, valid(name), several):
                click.echo(part, nl=not fix, color=coloured())
    sys.exit(3 if unreadable else 1 if contradicted else 0)


def read(name: str) -> Text:
    """The article that an argument names."""
    from basedon import checking

    if name == "-":
        return checking.of_bytes(sys.stdin.buffer.read(checking.MOST_READ), "standard input")
    if name.lower().startswith(("http://", "https://")):
        return checking.of_address(name)
    if "://" in name[:12]:
        raise BadUsage(f"{valid(name)[:80]}: only http and https addresses are opened")
    return checking.of_file(Path(name))


def shown(done: Checked, form: str, fix: bool, name: str, several: bool) -> Iterator[str]:
    """The review in the form asked for."""
    if fix:
        from basedon.forms.correction import correction

        diff = correction(done, "article" if name == "-" else name, safe=sys.stdout.isatty())
        if diff:
            yield diff
    elif form == "json":
        from basedon.forms.json import review_json

        yield review_json(done.review, pretty=not several)
    elif form == "html":
        from basedon.forms.review_page import review_page

        yield review_page(done)
    elif form == "claimreview":
        from basedon.forms.claimreview import claimreview

        yield claimreview(done, pretty=not several)
    else:
        from basedon.forms.review_text import review_text

        yield review_text(done, colour=coloured(), width=width(), name=name if several else None)


def coloured() -> bool:
    """Whether to write colours."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
