"""Lists for the terminal: works found, what a catalogue holds, its sources; as aligned text or JSON."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from basedon.forms.plain import clean, cut, names, width
from basedon.model.answer import SCHEMA, CatalogueInfo
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
        *((f"source {source.name}", f"{source.records:,} records, {source.as_of}") for source in held.sources),
        *((f"issue {name}", f"{count:,}") for name, count in held.issues.items()),
    ]
    return table((), rows, width)


def sources(held: CatalogueInfo, *, as_json: bool, width: int) -> str:
    """The sources of a catalogue, each with licence and address."""
    if as_json:
        return encoded({"schema": SCHEMA, "sources": held.sources})
    parts = []
    for source in held.sources:
        parts += [
            f"{source.name}: {source.title} ({source.as_of})",
            f"    adds      {source.adds}",
            f"    records   {source.records:,}",
            f"    licence   {source.licence}",
            f"    address   {source.address}",
        ]
    return "\n".join(cut(part, width) for part in parts)


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
