"""A whole catalogue as files that other programs open, in one register."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from basedon.errors import BadUsage

if TYPE_CHECKING:
    from basedon.catalogue.catalogue import Catalogue

STANDARD_OUTPUT = Path("-")

Watch = Callable[[Iterable[Any]], Iterable[Any]]
"""Goes through the pieces of an export as they are written, to show how far it is."""


class Export(Struct, frozen=True):
    """One form: what it is for, whether it is a folder of files, and what its reader has to know."""

    adds: str
    folder: bool = False
    notes: str = ""


EXPORTS: dict[str, Export] = {
    "parquet": Export(
        "a folder with a Parquet file for each table, for DuckDB, pandas, Polars and Spark",
        folder=True,
        notes="One file for each table of the catalogue, with its columns' types; numbers hold within this export.",
    ),
    "csv": Export(
        "a folder with a CSV file for each table, for any program",
        folder=True,
        notes=(
            "UTF-8, RFC 4180. An empty field is NULL, and a quoted empty field is an empty text. Texts are as the "
            "catalogue holds them: what begins with = + - or @ a spreadsheet may run as a formula, so import such "
            "columns as text."
        ),
    ),
    "jsonl": Export("JSON Lines: all that is known of one work a line"),
    "graphml": Export("the graph of works and what they come from, for Gephi, yEd and networkx"),
    "ntriples": Export("N-Triples with Wikidata's and schema.org's terms and the evidence of each statement, for RDF"),
    "quickstatements": Export(
        "a QuickStatements batch of “based on” links that Wikidata lacks, to look through and send"
    ),
    "datasette": Export(
        "metadata that makes the file pleasant in Datasette: datasette films.basedon --metadata metadata.json"
    ),
}
"""By name; each is written by the module of its name in this package."""


def export(catalogue: Catalogue, form: str, target: Path, watch: Watch = iter) -> None:
    """Write a catalogue in one form to a file or folder, which appears only when it is complete; the same each time.

    A folder that is there is replaced only where it is empty or an earlier export. `-` is standard output, for forms
    of one file. Raises BadUsage for a form or target that makes no sense, BadFile when it can't be written.
    """
    from basedon.exports import places

    if form not in EXPORTS:
        raise BadUsage(f"there is no export {form!r}: choose one of {', '.join(EXPORTS)}")
    module = import_module(f"basedon.exports.{form}")
    if EXPORTS[form].folder:
        if target == STANDARD_OUTPUT:
            raise BadUsage(f"{form} is a folder of files: give a folder to write, not standard output")

        def fill(folder: Path) -> Iterable[Any]:
            written: Iterator[Any] = module.write(catalogue, folder)
            return watch(written)

        places.folder(target, fill, {"form": form, **stamp(catalogue), "notes": EXPORTS[form].notes})
    elif target == STANDARD_OUTPUT:
        places.standard_output(watch(module.pieces(catalogue)))
    else:
        places.file(target, watch(module.pieces(catalogue)), catalogue.path)


def stamp(catalogue: Catalogue) -> dict[str, str]:
    """Which catalogue an export was made of."""
    return {"digest": catalogue.stamp.digest, "as_of": catalogue.stamp.as_of}
