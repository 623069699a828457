"""The curated files beside the gold labels: nothing may stand in both, and what they expect is measured apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from basedon.catalogue.catalogue import Catalogue
from basedon.identity.titles import normal
from basedon.model.verdict import Basis
from basedon.questions import true_story
from basedon.sources import curated
from basedon.starter.making import FOLDER
from bench.labels import Film


def files() -> Iterator[tuple[Path, curated.CuratedFile]]:
    """Every curated file, read."""
    for path in (*sorted((FOLDER / "families").glob("*.toml")), *sorted((FOLDER / "stories").glob("*.toml"))):
        yield path, curated.load(path)


def leaks(films: list[Film]) -> Iterator[str]:
    """Where a film of the labels, or one of their families, stands in a curated file.

    By page; by any title and the year, one either way, for both sides date releases differently; a family by its name.
    """
    pages = {film.page for film in films}
    named = {(normal(film.title), film.year + off) for film in films for off in (-1, 0, 1)}
    families = {film.family for film in films}
    for path, file in files():
        for family in {path.stem, slug(file.family or path.stem)} & families:
            yield f"{path.parent.name}/{path.name}: the family {family}"
        for work in file.works:
            titles = {normal(title) for title in (work.title, work.original_title, *work.also) if title}
            if work.page in pages or any((title, work.year) in named for title in titles):
                yield f"{path.parent.name}/{path.name}: {work.title} ({work.year})"


def slug(family: str) -> str:
    """A family's name as the labels write it."""
    return normal(family).replace(" ", "-")


def expected(catalogue: Catalogue) -> Iterator[tuple[str, Basis, Basis | None]]:
    """Each curated film with the basis its file expects and the one the catalogue answers (None: not in this file)."""
    for path, file in files():
        for work in file.works:
            if work.basis is not None:
                number = catalogue.number(f"curated:{path.stem}#{curated.key_of(work)}")
                answered = true_story.story(catalogue, number).basis if number is not None else None
                yield f"{path.name}: {work.title} ({work.year})", work.basis, answered
