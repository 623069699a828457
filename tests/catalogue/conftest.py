"""Catalogues of a few statements, built for one test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from basedon.building import build
from basedon.catalogue.catalogue import Catalogue
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target

NOTHING = Target()
Holding = Callable[..., Catalogue]


def say(
    subject: str, predicate: Predicate, target: Target = NOTHING, locator: str = "here", **more: object
) -> Statement:
    source, _, record = subject.partition(":")
    evidence = (Evidence("biopics" if source == "imdb" else source, record, locator),)
    return Statement(subject=subject, predicate=predicate, target=target, evidence=evidence, **more)  # type: ignore[arg-type]


def film(subject: str, title: str, year: int | None = None, director: str | None = None, *ids: str) -> list[Statement]:
    said = [say(subject, Predicate.TITLE, Target(title))]
    said += [say(subject, Predicate.YEAR, Target(year=year))] if year else []
    said += [say(subject, Predicate.DIRECTOR, Target(director))] if director else []
    return said + [say(subject, Predicate.SAME_AS, Target(id=id_)) for id_ in ids]


@pytest.fixture(name="say")
def say_() -> Callable[..., Statement]:
    """Makes one statement."""
    return say


@pytest.fixture(name="film")
def film_() -> Callable[..., list[Statement]]:
    """Makes the statements of one film."""
    return film


@pytest.fixture
def holding(tmp_path: Path) -> Iterator[Holding]:
    """Opens a catalogue of what is said, given as one stream or several."""
    opened: list[Catalogue] = []

    def hold(*streams: list[Statement]) -> Catalogue:
        path = tmp_path / f"{len(opened)}.basedon"
        build(path, streams)
        opened.append(Catalogue(path))
        return opened[-1]

    yield hold
    for catalogue in opened:
        catalogue.close()


@pytest.fixture
def held(small: Path) -> Iterator[Catalogue]:
    """The small catalogue, opened."""
    with Catalogue(small) as catalogue:
        yield catalogue
