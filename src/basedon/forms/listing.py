"""Lists for the terminal: works found, what a catalogue holds, its sources; as aligned text or JSON."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import asdict

from basedon.forms.plain import clean, cut, names, width
from basedon.model.answer import SCHEMA, CatalogueInfo, SourceInfo
from basedon.model.work import Work

GAP = "  "


def works(found: Sequence[Work], *, as_json: bool, width: int) -> str:
    """Works found by a search, the likeliest first."""
    if as_json:
        return encoded({"schema": SCHEMA, "works": found})
    if not found:
        return "Nothing found; try fewer words, or only the beginning of the title."
    rows = [
        (
            clean(work.title),
            str(work.year or "?"),
            names(work.countries, 2),
            names([person.name for person in work.directors], 2),
            work.ids.imdb or work.ids.wikidata or "",
        )
        for work in found
    ]
    return table(("title", "year", "country", "director", "id"), rows, width)


def info(held: CatalogueInfo, *, as_json: bool, width: int) -> str:
    """What a catalogue holds."""
    if as_json:
        return encoded({"schema": SCHEMA, "catalogue": held})
    rows = [
        ("file", held.path),
        ("digest", held.digest),
        ("as of", held.as_of),
        ("schema", str(held.schema)),
        *((name, f"{count:,}") for name, count in held.counts.items()),
        *((f"source {source.name}", f"{source.records:,} records, {dated(source)}") for source in held.sources),
        *((f"issue {name}", f"{count:,}") for name, count in held.issues.items()),
    ]
    return table((), rows, width)


class Listed(Struct, frozen=True):
    """A source as it is listed: what it is, its files as they are published, and how much of it a catalogue holds."""

    name: str
    title: str
    licence: str
    address: str
    adds: str
    as_of: str | None
    records: int
    files: tuple[tuple[str, str], ...]
    """Address and size of each."""


def sources(listed: Sequence[Listed], *, as_json: bool, width: int) -> str:
    """All sources, each with licence and address, its files, and what a catalogue holds of it."""
    if as_json:
        files = [[{"address": address, "size": size} for address, size in source.files] for source in listed]
        shown = [{**asdict(source), "files": own} for source, own in zip(listed, files, strict=True)]
        return encoded({"schema": SCHEMA, "sources": shown})
    parts = []
    for source in listed:
        parts += [
            f"{source.name}: {source.title}",
            f"    adds      {source.adds}",
            f"    licence   {source.licence}",
            f"    address   {source.address}",
            *(f"    file      {address} ({size})" for address, size in source.files),
            f"    here      {source.records:,} records, {dated(source)}" if source.records else "    here      nothing",
        ]
    return "\n".join(part if part.startswith("    file") else cut(part, width) for part in parts)


def dated(source: Listed | SourceInfo) -> str:
    """Of which day a source is."""
    return source.as_of or "undated"


def table(header: tuple[str, ...], rows: Sequence[tuple[str, ...]], columns: int) -> str:
    """Rows under a header, each column as wide as it needs; the first gives way where the line is too long."""
    every = [header, *rows] if header else list(rows)
    widths = [max(width(clean(row[place])) for row in every) for place in range(len(every[0]))]
    spare = sum(widths) + len(GAP) * (len(widths) - 1) - columns
    for place in sorted(range(len(widths)), key=lambda place: -widths[place]):
        taken = max(0, min(spare, widths[place] - 12))
        widths[place] -= taken
        spare -= taken
    return "\n".join(GAP.join(padded(text, w) for text, w in zip(row, widths, strict=True)).rstrip() for row in every)


def padded(text: str, columns: int) -> str:
    """The text cut or filled to so many columns."""
    shown = cut(clean(text), columns)
    return shown + " " * (columns - width(shown))


def encoded(value: object) -> str:
    """Indented JSON."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
