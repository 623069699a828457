"""Catalogues of a few statements each, and those of all tests opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from basedon.building import build
from basedon.catalogue.catalogue import Catalogue
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target

Make = Callable[..., Catalogue]
NOTHING = Target()


def say(
    subject: str, predicate: Predicate, target: Target = NOTHING, source: str = "wikidata", **more: object
) -> Statement:
    """A statement about `wikidata:<subject>`."""
    evidence = (Evidence(source, subject, str(predicate)),)
    return Statement(subject=f"wikidata:{subject}", predicate=predicate, target=target, evidence=evidence, **more)  # type: ignore[arg-type]


def film(subject: str, title: str, year: int | None = None) -> list[Statement]:
    """The plain facts of a film."""
    said = [say(subject, Predicate.TYPE, Target("film")), say(subject, Predicate.TITLE, Target(title))]
    return said + ([say(subject, Predicate.YEAR, Target(year=year))] if year else [])


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    """Builds a catalogue of the statements given, and opens it."""
    opened: list[Catalogue] = []

    def made(*said: Statement | list[Statement]) -> Catalogue:
        flat = [s for one in said for s in (one if isinstance(one, list) else [one])]
        path = tmp_path / f"{len(opened)}.basedon"
        build(path, [flat])
        opened.append(Catalogue(path))
        return opened[-1]

    yield made
    for catalogue in opened:
        catalogue.close()


@pytest.fixture(scope="module")
def few(small: Path) -> Iterator[Catalogue]:
    """The small catalogue, opened."""
    with Catalogue(small) as catalogue:
        yield catalogue


@pytest.fixture(scope="module")
def many(starter: Path) -> Iterator[Catalogue]:
    """The starter, opened."""
    with Catalogue(starter) as catalogue:
        yield catalogue
