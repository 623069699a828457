"""Fetching the files of sources: their licence shown first, their checksums where they are published."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from basedon.cli.progress import Bar
from basedon.errors import BadUsage
from basedon.network.checksums import Checksum, find_checksum
from basedon.sources import SOURCES
from basedon.sources.source import Published, Source

LATEST = "latest"


def fetch(
    names: tuple[str, ...], folder: Path, date: str | None, mirror: str | None, *, accepted: bool
) -> Iterator[Path]:
    """Download the files of sources into a folder each; their paths, one after the other.

    Raises BadUsage for a source that is unknown or not to be had as files, or whose licence nobody accepted.
    """
    from basedon.network.download import download

    if date and not re.fullmatch(r"20\d\d-?\d\d-?\d\d", date):
        raise BadUsage(f"{date}: no date; write it as 20261101")
    chosen = [source_named(name) for name in names]
    for source in chosen:
        agree(source, accepted=accepted)
    for source in chosen:
        (folder / source.name).mkdir(parents=True, exist_ok=True)
        for file in source.published:
            dated = of_day(file, date)
            address = f"{mirror.rstrip('/')}/{dated.file}" if mirror else dated.address
            target = folder / source.name / dated.file
            with Bar() as bar:
                download(
                    address,
                    target,
                    checksum=checksum(dated, mirror),
                    progress=lambda done, total, name=dated.file, bar=bar: bar(name, done, total),  # type: ignore[misc]
                    allow_private=mirror is not None,
                )
            yield target


def source_named(name: str) -> Source:
    """A source that can be downloaded."""
    source = SOURCES.get(name)
    if source is None or not source.published:
        known = ", ".join(sorted(s.name for s in SOURCES.values() if s.published))
        raise BadUsage(f"{name}: no source to download; choose of {known}")
    return source


def agree(source: Source, *, accepted: bool) -> None:
    """Show a source's licence; where it is no free one, go on only if it is accepted."""
    click.echo(f"{source.title}: {source.licence} ({source.address})", err=True)
    if source.free or accepted:
        return
    if not sys.stdin.isatty():
        raise BadUsage(f"{source.name}: read its licence above, then give --accept-licence")
    if not click.confirm("Do you accept that?", err=True):
        raise BadUsage(f"{source.name}: not downloaded, for its licence was not accepted")


def of_day(file: Published, date: str | None) -> Published:
    """A dump of one day instead of the latest."""
    if not date or LATEST not in file.file:
        return file
    day = date.replace("-", "")
    if "/entities/" in file.address:
        base = f"https://dumps.wikimedia.org/wikidatawiki/entities/{day}"
        name = file.file.replace(LATEST, f"wikidata-{day}")
        return Published(name, f"{base}/{name}", file.size, f"{base}/wikidata-{day}-md5sums.txt")
    name = file.file.replace(LATEST, day)
    address = file.address.replace(f"/{LATEST}/", f"/{day}/").replace(file.file, name)
    listed = (file.checksums or "").replace(f"/{LATEST}/", f"/{day}/").replace(LATEST, day)
    return Published(name, address, file.size, listed or None)


def checksum(file: Published, mirror: str | None) -> Checksum | None:
    """The checksum that is published for a file; the latest dump's stands under the name of its day."""
    if not file.checksums:
        return None
    from basedon.network.fetch import fetch as fetched

    address = f"{mirror.rstrip('/')}/{file.checksums.rpartition('/')[2]}" if mirror else file.checksums
    text = fetched(address, allow_private=mirror is not None).body.decode("utf-8", "replace")
    if LATEST in file.file:
        text = re.sub(r"-20\d{6}-", f"-{LATEST}-", text)
    return find_checksum(text, file.file)
