"""Two catalogues for all tests: `small`, made of the few statements below, and `starter`, the one that ships."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings

from basedon.building import build
from basedon.catalogue.joining import Joined, join
from basedon.catalogue.store import Store
from basedon.catalogue.titled import Titled
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target
from basedon.sources import curated
from basedon.starter.making import make

settings.register_profile("tests", deadline=None, derandomize=True, database=None)
settings.load_profile("tests")

PATIENCE = 300.0
"""Seconds to wait for another worker's starter catalogue."""

LAMP = """
family = "The Lamp"

[[works]]
key = "japan-1950"
title = "The Lamp"
original_title = "灯"
also = ["Akari"]
year = 1950
countries = ["Japan"]
languages = ["Japanese"]
directors = ["Aki Mori"]
genres = ["drama"]
page = "The Lamp (1950 film)"
wikidata = "Q900001"
imdb = "tt9000001"
basis = "true_story"

[[works.says]]
relation = "depicts"
type = "event"
title = "the harbour fire of 1931"
year = 1931

[[works]]
key = "us-1962"
title = "The Lamp"
year = 1962
countries = ["United States"]
languages = ["English"]
directors = ["Joan Field"]
genres = ["drama"]
page = "The Lamp (1962 film)"
wikidata = "Q900002"
imdb = "tt9000002"
basis = "true_story"
remake_of = [{ work = "japan-1950", kind = "official" }]

[[works]]
key = "spain-1975"
title = "La lámpara"
also = ["The Lantern"]
year = 1975
countries = ["Spain"]
languages = ["Spanish"]
directors = ["Luz Ortega"]
page = "La lámpara"
basis = "true_story"
remake_of = [{ work = "us-1962", kind = "unofficial" }]

[[works]]
key = "turkey-1980"
title = "Kandil"
original_title = "Kandil Işığı"
year = 1980
countries = ["Turkey"]
languages = ["Turkish"]
directors = ["Ömer Şahin"]
page = "Kandil (film)"
basis = "true_story"
remake_of = [{ work = "japan-1950", kind = "loose" }]
"""

ROUND = """
family = "Round"

[[works]]
key = "uk"
title = "Round"
year = 1985
countries = ["United Kingdom"]
languages = ["English"]
directors = ["Peter Nowell"]
page = "Round (film)"
remake_of = [{ work = "france", kind = "unknown" }]

[[works]]
key = "france"
title = "La Ronde de nuit"
year = 1985
countries = ["France"]
languages = ["French"]
directors = ["Claire Aubin"]
page = "La Ronde de nuit"
remake_of = [{ work = "italy", kind = "unknown" }]

[[works]]
key = "italy"
title = "Il giro"
year = 1985
countries = ["Italy"]
languages = ["Italian"]
directors = ["Dino Ferri"]
page = "Il giro"
remake_of = [{ work = "uk", kind = "unknown" }]
"""

STORIES = """
[[works]]
title = "Salt Road"
year = 1971
countries = ["United Kingdom"]
languages = ["English"]
directors = ["Joan Field"]
genres = ["adventure"]
page = "Salt Road (film)"
basis = "adaptation"

[[works.says]]
relation = "based_on"
type = "novel"
title = "The Salt Road"
creator = "E. M. Brandt"
year = 1933

[[works]]
title = "Saltveien"
year = 1990
countries = ["Norway"]
languages = ["Norwegian"]
directors = ["Liv Dahl"]
page = "Saltveien"
basis = "adaptation"

[[works.says]]
relation = "based_on"
type = "novel"
title = "The Salt Road"
creator = "Emil Brandt"

[[works]]
title = "Quiet Harbour"
year = 1965
countries = ["United States"]
languages = ["English"]
directors = ["Joan Field"]
page = "Quiet Harbour"
basis = "original"

[[works]]
title = "Fog over Lund"
original_title = "Dimma över Lund"
year = 1996
countries = ["Sweden"]
languages = ["Swedish"]
directors = ["Nils Berg"]
page = "Fog over Lund"
basis = "presented_as_true"

[[works.says]]
relation = "presented_as_true"

[[works.says]]
relation = "true_story"
denied = true
source = "press"

[[works]]
title = "The Long Count"
year = 2001
countries = ["United States"]
languages = ["English", "Spanish"]
directors = ["Ray Cole", "Mia Cole"]
locator = "Festival programme 2001, page 12"
basis = "disputed"

[[works.says]]
relation = "inspired_by"
type = "event"
title = "the prison count of 1974"
hedge = "reportedly"
source = "press"
page = "The Long Count"

[[works.says]]
relation = "inspired_by"
type = "event"
title = "the prison count of 1974"
denied = true
source = "press"
page = "The Long Count"

[[works]]
title = "Night Ferry"
type = "series"
year = 2010
countries = ["Denmark", "Sweden"]
languages = ["Danish", "Swedish"]
page = "Night Ferry (TV series)"
basis = "inspired_by_real_events"

[[works.says]]
relation = "inspired_by"
type = "event"
title = "the sinking of the Aurora"
"""


def said_elsewhere() -> Iterator[Statement]:
    """What other sources say of some of these films, and of a few that no curated file holds."""

    def say(subject: str, source: str, locator: str, predicate: Predicate, target: Target, **more: object) -> Statement:
        evidence = (Evidence(source, subject.partition(":")[2], locator),)
        return Statement(subject=subject, predicate=predicate, target=target, evidence=evidence, **more)  # type: ignore[arg-type]

    page = "wikipedia:The Lamp (1962 film)"
    yield say(page, "wikipedia", "infobox", Predicate.TITLE, Target("The Lamp"))
    yield say(page, "wikipedia", "infobox", Predicate.YEAR, Target(year=1963))
    yield say(page, "wikipedia", "infobox", Predicate.COUNTRY, Target("USA"))
    yield say(page, "wikipedia", "infobox", Predicate.DIRECTOR, Target("Joan Field"))
    for actor in ("Tom Vance", "Ella Reed"):
        yield say(page, "wikipedia", "infobox", Predicate.CAST_MEMBER, Target(actor))
    yield say(page, "wikipedia", "infobox, Written by", Predicate.WRITER, Target("Sam Orr"))
    yield say(page, "wikipedia", "infobox", Predicate.READ, Target("infobox", year=1))
    yield say(page, "wikipedia", "lead", Predicate.READ, Target("lead", year=4))
    yield say(page, "wikipedia", "lead, sentence 2", Predicate.REMAKE_OF, Target("The Lamp", "film", "Aki Mori", 1950))

    lights = "wikidata:Q900010"
    yield say(lights, "wikidata", "P31", Predicate.TYPE, Target("film"))
    yield say(lights, "wikidata", "label", Predicate.TITLE, Target("Harbour Lights"))
    yield say(lights, "wikidata", "P577", Predicate.YEAR, Target(year=1968))
    yield say(lights, "wikidata", "P495", Predicate.COUNTRY, Target("United States", id="wikidata:Q30"))
    yield say(lights, "wikidata", "P57", Predicate.DIRECTOR, Target("Joan Field", id="wikidata:Q900100"))
    yield say(lights, "wikidata", "P345", Predicate.SAME_AS, Target(id="imdb:tt9000010"))

    plain = "wikidata:Q900011"
    yield say(plain, "wikidata", "P31", Predicate.TYPE, Target("film"))
    yield say(plain, "wikidata", "label", Predicate.TITLE, Target("Plain Sight"))
    yield say(plain, "wikidata", "P577", Predicate.YEAR, Target(year=2005))

    ida = "imdb:tt9000012"
    yield say(ida, "biopics", "title", Predicate.TITLE, Target("Ida Frost"))
    yield say(ida, "biopics", "year_release", Predicate.YEAR, Target(year=1984))
    yield say(ida, "biopics", "site", Predicate.SAME_AS, Target(id=ida))
    yield say(ida, "biopics", "subject", Predicate.DEPICTS, Target("Ida Frost", "person"))


def curated_folder(folder: Path) -> list[Path]:
    """The three curated files of the small catalogue, written into a folder."""
    texts = {"the-lamp": LAMP, "round": ROUND, "stories": STORIES}
    paths = [folder / f"{name}.toml" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, "utf-8")
    return paths


def small_streams(folder: Path) -> list[list[Statement]]:
    """The streams of the small catalogue, the curated one first."""
    paths = curated_folder(folder)
    return [[statement for path in paths for statement in curated.statements(path)], list(said_elsewhere())]


@pytest.fixture(scope="session")
def small_said(tmp_path_factory: pytest.TempPathFactory) -> list[list[Statement]]:
    """The streams of statements that the small catalogue is built from."""
    return small_streams(tmp_path_factory.mktemp("curated"))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory, small_said: list[list[Statement]]) -> Path:
    """A catalogue of 16 made-up works; only for reading.

    - a family true to a real event: The Lamp (Japan 1950, Q900001, tt9000001, Aki Mori), remade officially as The Lamp
      (United States 1962, Q900002, Joan Field) and loosely as Kandil (Turkey 1980); the American one unofficially as
      La lámpara (Spain 1975)
    - a cycle of 1985: Round (United Kingdom) remakes La Ronde de nuit (France), that Il giro (Italy), that Round
    - Salt Road (1971) and Saltveien (Norway 1990): both of the novel The Salt Road by E. M. Brandt, 1933
    - by Joan Field: The Lamp (1962), Quiet Harbour (1965, original story), Harbour Lights (1968, Q900010), Salt Road
    - Fog over Lund (Sweden 1996, presented as true, is not), The Long Count (2001, disputed), Night Ferry (series,
      2010, inspired by an event), Ida Frost (1984, tt9000012, about a person), Plain Sight (2005, Q900011: no evidence)
    """
    path = tmp_path_factory.mktemp("small") / "small.basedon"
    build(path, small_said)
    return path


@pytest.fixture
def stored(tmp_path: Path) -> Iterator[Callable[..., Store]]:
    """Puts what is said, given as one stream or several, into a store on disk, and sorts it."""
    with ExitStack() as opened:

        def store(*streams: list[Statement]) -> Store:
            folder = tmp_path / f"store-{len(list(tmp_path.glob('store-*')))}"
            folder.mkdir()
            made = opened.enter_context(Store(folder))
            for number, stream in enumerate(streams):
                made.say(number, stream, lambda _: None)
            made.sort()
            return made

        yield store


@pytest.fixture
def joined(stored: Callable[..., Store]) -> Callable[..., Joined]:
    """Joins what is said, given as one stream or several, into works."""
    return lambda *streams: join(stored(*streams))


@pytest.fixture
def titled() -> Callable[[Joined], Titled]:
    """Makes the index of the titles of works."""

    def index(joined: Joined) -> Titled:
        made = Titled(joined.entries)
        for place, entry in enumerate(joined.entries.values()):
            made.add(place, entry.titles)
        made.sort()
        return made

    return index


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter catalogue, built from the facts once for all workers; only for reading."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    return built_once(shared / "starter.basedon")


def built_once(path: Path) -> Path:
    """Build the starter at a path, or wait for the worker that does."""
    marker, failed = path.with_suffix(".begun"), path.with_suffix(".failed")
    try:
        os.close(os.open(marker, os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        deadline = time.monotonic() + PATIENCE
        while not path.exists():
            if failed.exists():
                pytest.fail(f"another worker could not build the starter: {failed.read_text('utf-8')}")
            if time.monotonic() > deadline:
                pytest.fail("another worker did not finish the starter in time")
            time.sleep(0.1)
        return path
    try:
        make(path)
    except BaseException as error:
        failed.write_text(repr(error), "utf-8")
        raise
    return path
