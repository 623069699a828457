"""Catalogues of a few statements, built for one test."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from basedon.building import build
from basedon.catalogue import writer
from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.filling import Filling, Tables, source_rows
from basedon.catalogue.joining import Joined
from basedon.catalogue.lane import Lane
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target
from basedon.sources import SOURCES

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
def filled(tmp_path: Path, joined: Callable[..., Joined]) -> Iterator[Callable[..., sqlite3.Connection]]:
    """Fills tables in memory with what is said, given as one stream or several, and with a lane of IMDb's titles."""
    with ExitStack() as opened:

        def fill(*streams: list[Statement], lane: Lane | None = None) -> sqlite3.Connection:
            connection = opened.enter_context(closing(sqlite3.connect(":memory:", isolation_level=None)))
            writer.begin(connection)
            works, tables = joined(*streams), Tables(connection)
            filling = Filling(tables, works, tmp_path, lane, lambda *_: None)
            filling.works()
            filling.stories()
            further = {"imdb": len(lane.titles)} if lane else {}
            tables.add("sources", source_rows(works, SOURCES.values(), further))
            tables.flush()
            return connection

        yield fill


@pytest.fixture
def held(small: Path) -> Iterator[Catalogue]:
    """The small catalogue, opened."""
    with Catalogue(small) as catalogue:
        yield catalogue
