"""The commands that go on until they are ended: serve, mcp."""

from __future__ import annotations

import click

from basedon.cli.door import basedon
from basedon.cli.options import catalogue_option
from basedon.cli.showing import opened
from basedon.errors import BadUsage


@basedon.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at; 0.0.0.0 is every one.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any that is free."
)
@click.option(
    "--rate",
    type=click.FloatRange(0, 100_000),
    help="Answers a second for each address, 0 for any number; without it 20, and any number for this machine.",
)
@catalogue_option
def serve(host: str, port: int, rate: float | None, catalogue: str | None) -> None:
    """Serve pages and an API, on this machine alone unless --host says otherwise."""
    with opened(catalogue) as held:
        path = held.catalogue.path
    try:
        from basedon.web.serving import serve as run
    except ModuleNotFoundError as error:
        raise missing(error) from error
    run(path, host, port, rate)


@basedon.command()
@click.option("--http", is_flag=True, help="Streamable HTTP at /mcp, instead of standard input and output.")
@click.option("--host", default="127.0.0.1", show_default=True, help="With --http: address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help="With --http: port.")
@catalogue_option
def mcp(http: bool, host: str, port: int, catalogue: str | None) -> None:
    """Serve tools for agents (Model Context Protocol): ask, film, lineage, search, check."""
    with opened(catalogue) as held:
        path = held.catalogue.path
    try:
        import mcp.server  # noqa: F401  # seen here whether it is installed

        from basedon.mcp.serving import over_http, over_stdio
    except ModuleNotFoundError as error:
        raise missing(error) from error
    if http:
        over_http(path, host, port)
    else:
        over_stdio(path)


def missing(error: ModuleNotFoundError) -> BadUsage:
    """What to do where a library is not installed."""
    name = (error.name or "").partition(".")[0] or "a library"
    return BadUsage(f"{name} is not installed; `pip install --upgrade basedon` brings it, or `pip install {name}`")
