"""The commands about catalogues: info, sources, download, build, export; and completion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from basedon.cli.door import basedon
from basedon.cli.options import EXPORT_FORMS, LIST_FORMS, catalogue_option, form_options
from basedon.cli.showing import opened, progress, width
from basedon.errors import BadUsage


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
    from basedon.sources import SOURCES

    with opened(catalogue) as held:
        here = {source.name: source for source in held.catalogue.info().sources}
    listed = [
        listing.Listed(
            s.name,
            s.title,
            s.licence,
            s.address,
            s.adds,
            here[s.name].as_of if s.name in here else None,
            here[s.name].records if s.name in here else 0,
            tuple((file.address, file.size) for file in s.published),
        )
        for s in SOURCES.values()
    ]
    click.echo(listing.sources(listed, as_json=form == "json", width=width()))


@basedon.command()
@click.option("-o", "--output", required=True, metavar="FILE", help="The catalogue to build, or to replace.")
@click.option("--wikidata", multiple=True, metavar="FILE", help="Entity dump (JSON; gz, bz2, zst or plain).")
@click.option("--wikipedia", multiple=True, metavar="FILE", help="pages-articles dump, of any language.")
@click.option("--imdb", metavar="DIR", help="Folder with IMDb's TSV files; non-commercial use only.")
@click.option("--netflix", multiple=True, metavar="FILE", help="Top 10 file (TSV or XLSX).")
@click.option("--oscars", multiple=True, metavar="FILE", help="List of Academy Awards (CSV).")
@click.option("--statements", multiple=True, metavar="FILE", help="Your own statements (CSV or TSV); they come first.")
@click.option("--posts", multiple=True, metavar="FILE", help="Posts about films (JSON, lines of it, CSV).")
@click.option("--articles", metavar="DIR", help="Folder of saved articles.")
@click.option("--curated", is_flag=True, help="Add the families and stories that ship with basedon.")
@click.option("--engine", type=click.Choice(("local", "spark")), default="local", show_default=True)
@click.option("--workers", type=click.IntRange(1, 256), help="Processes of the local engine; all cores without it.")
@click.option("--master", metavar="ADDRESS", help="Spark's master, e.g. local[2] or spark://host:7077.")
@click.option("--as-of", metavar="DATE", help="The dumps' date (2026-11-01), where their names don't tell it.")
@click.option("--allow-fewer", is_flag=True, help="Also where a source holds less than half of what was held before.")
def build(output: str, **options: Any) -> None:
    """Build a catalogue from official dumps; started again after a crash, it goes on."""
    import basedon as package
    from basedon.cli.progress import Bar

    with Bar() as bar:
        digest = package.build(output, **options, progress=bar)
    size = Path(output).stat().st_size
    click.echo(f"{output}: {size:,} bytes, digest {digest}; `basedon info --catalogue {output}` tells what it holds")


@basedon.command()
@click.argument("source", nargs=-1, required=True)
@click.option("--to", default=".", metavar="DIR", show_default=True, help="Where the files go, a folder each source.")
@click.option("--date", metavar="DATE", help="Wikimedia's dumps of a day (20261101), whose checksums are published.")
@click.option("--mirror", metavar="ADDRESS", help="Take the files from there, also of a private network.")
@click.option("--accept-licence", is_flag=True, help="You have read the licences; don't ask.")
def download(source: tuple[str, ...], to: str, date: str | None, mirror: str | None, accept_licence: bool) -> None:
    """Fetch a source's files; started again, it goes on where it stopped."""
    from basedon.cli.fetching import fetch

    for path in fetch(source, Path(to), date, mirror, accepted=accept_licence):
        click.echo(path)


@basedon.command()
@click.option("--form", type=click.Choice(EXPORT_FORMS), required=True, help="What is written.")
@click.option("-o", "--output", default="-", metavar="PATH", help="A file, or a folder for parquet and csv.")
@catalogue_option
def export(form: str, output: str, catalogue: str | None) -> None:
    """Write a whole catalogue for other programs: tables, a graph, RDF, or links for Wikidata."""
    from basedon.exports import export as write

    with opened(catalogue) as held:
        write(held.catalogue, form, Path(output), watched)


def watched(pieces: Iterable[Any]) -> Iterator[Any]:
    """Pieces of an export, counted on a terminal as they pass."""
    with progress(pieces) as each:
        yield from each


@basedon.command()
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> None:
    """Print the script that completes commands and options in SHELL: eval "$(basedon completion bash)"."""
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:
        raise BadUsage(f"no completion for {shell}; choose bash, zsh or fish")
    click.echo(found(basedon, {}, "basedon", "_BASEDON_COMPLETE").source())
