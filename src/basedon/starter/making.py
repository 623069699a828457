"""Builds the catalogue that ships from the facts in this folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from basedon.building import build
from basedon.model.statement import Statement
from basedon.sources import curated
from basedon.starter import facts

FOLDER = Path(__file__).parent


def make(target: Path, articles: Path | None = None, netflix: Iterable[Path] = (), oscars: Iterable[Path] = ()) -> str:
    """Build the starter catalogue at `target` from the facts; its digest.

    What is given besides, a folder of articles and files of charts and awards, is added to the films that it holds.
    """
    folder = FOLDER / "facts"
    return build(
        target,
        [
            curated_statements(FOLDER / "families"),
            curated_statements(FOLDER / "stories"),
            facts.infobox(folder),
            facts.wikidata(folder),
            facts.leads(folder),
            facts.biographies(folder),
        ],
        articles,
        netflix,
        oscars,
    )


def curated_statements(folder: Path) -> Iterator[Statement]:
    """What all curated files of a folder say, in the order of their names; families are heard before stories."""
    for path in sorted(folder.glob("*.toml")):
        yield from curated.statements(path)
