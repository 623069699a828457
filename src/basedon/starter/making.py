"""Builds the catalogue that ships from the facts in this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from basedon.building import build
from basedon.model.statement import Statement
from basedon.sources import curated
from basedon.starter import facts

FOLDER = Path(__file__).parent


def make(target: Path, articles: Path | None = None) -> str:
    """Build the starter catalogue at `target` from the facts, and a folder of articles if given; its digest."""
    folder = FOLDER / "facts"
    return build(
        target,
        [
            curated_statements(FOLDER),
            facts.infobox(folder),
            facts.wikidata(folder),
            facts.leads(folder),
            facts.biographies(folder),
        ],
        articles,
    )


def curated_statements(folder: Path) -> Iterator[Statement]:
    """What all curated files say: families first, then stories, each in the order of its name."""
    for path in (*sorted((folder / "families").glob("*.toml")), *sorted((folder / "stories").glob("*.toml"))):
        yield from curated.statements(path)
