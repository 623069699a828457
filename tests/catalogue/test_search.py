from __future__ import annotations

from collections.abc import Callable

import pytest

from basedon.catalogue import search
from basedon.catalogue.catalogue import Catalogue
from basedon.model.statement import Predicate, Statement, Target

Film = Callable[..., list[Statement]]
Say = Callable[..., Statement]
Holding = Callable[..., Catalogue]


def labels(held: Catalogue, numbers: list[int]) -> list[str]:
    return [work.label for work in held.works(numbers).values()]


@pytest.mark.parametrize("typed", ["The Lamp", "lamp", "THE LAMP!", " the  lamp "])
def test_all_works_of_a_title(held: Catalogue, typed: str) -> None:
    assert set(labels(held, search.of_title(held, typed))) == {"The Lamp (1950)", "The Lamp (1962)"}


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("灯", "The Lamp (1950)"),
        ("akari", "The Lamp (1950)"),
        ("kandil isigi", "Kandil (1980)"),
        ("La Lampara", "La lámpara (1975)"),
        ("the lantern", "La lámpara (1975)"),
        ("Dimma over Lund", "Fog over Lund (1996)"),
    ],
)
def test_every_title_in_every_script(held: Catalogue, typed: str, label: str) -> None:
    assert labels(held, search.of_title(held, typed)) == [label]


@pytest.mark.parametrize(
    "typed", ["", "   ", "Lam", "The Lamp 2", "%", "_", "*", "lamp'", "\x00", "\ud800", "x" * 10_000]
)
def test_no_title_no_work(held: Catalogue, typed: str) -> None:
    assert search.of_title(held, typed) == [] or typed == "lamp'"


def test_a_work_s_main_title_goes_before_another_s_second(holding: Holding, film: Film, say: Say) -> None:
    """However prominent the other is."""
    said = film("wikidata:Q1", "Shine", 1990) + film("wikidata:Q2", "Other", 1990, "Somebody")
    said.append(say("wikidata:Q2", Predicate.ALSO_CALLED, Target("Shine")))
    said += [say("wikidata:Q2", Predicate.CAST_MEMBER, Target(f"Actor {n}")) for n in range(10)]
    held = holding(said)
    assert labels(held, search.of_title(held, "shine")) == ["Shine (1990)", "Other (1990)"]


def test_the_film_that_more_is_told_of_goes_first(holding: Holding, film: Film, say: Say) -> None:
    said = film("wikidata:Q1", "Shine", 1990) + film("wikidata:Q2", "Shine", 2000)
    said += [say("wikidata:Q2", Predicate.CAST_MEMBER, Target(f"Actor {n}")) for n in range(10)]
    held = holding(said)
    assert labels(held, search.of_title(held, "shine")) == ["Shine (2000)", "Shine (1990)"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("kandil", "Kandil (1980)"),
        ("quiet", "Quiet Harbour (1965)"),
        ("lund", "Fog over Lund (1996)"),
        ("fog ovr lund", "Fog over Lund (1996)"),
        ("salt rode", "Salt Road (1971)"),
        ("harbor lights", "Harbour Lights (1968)"),
        ("saltv", "Saltveien (1990)"),
    ],
)
def test_search_finds_beginnings_parts_and_misspellings(held: Catalogue, typed: str, first: str) -> None:
    assert labels(held, search.search(held, typed, 5))[0] == first


def test_beginnings_go_before_parts(held: Catalogue) -> None:
    assert labels(held, search.search(held, "harbour", 5))[:2] == ["Harbour Lights (1968)", "Quiet Harbour (1965)"]


@pytest.mark.parametrize("limit", [0, 1, 2, 5])
def test_no_more_than_the_limit_and_none_twice(held: Catalogue, limit: int) -> None:
    found = search.search(held, "the lamp", limit)
    assert len(found) <= limit
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("typed", ["", " \t", "qqqqqqqq", "😀", "'; DROP TABLE works", "x" * 10_000, "\ud800", "\x00"])
def test_search_for_what_is_not_there(held: Catalogue, typed: str) -> None:
    assert search.search(held, typed, 5) == []


@pytest.mark.parametrize(
    ("year", "place", "name", "found"),
    [
        (1950, None, None, ["The Lamp (1950)"]),
        (1951, None, None, ["The Lamp (1950)"]),
        (1961, None, None, ["The Lamp (1962)"]),
        (1952, None, None, []),
        (1948, None, None, []),
        (1960, None, None, []),
        (None, "Japan", None, ["The Lamp (1950)"]),
        (None, "English", None, ["The Lamp (1962)"]),
        (None, None, "joan field", ["The Lamp (1962)"]),
        (None, None, "Vance", ["The Lamp (1962)"]),
        (1950, "United States", None, []),
    ],
)
def test_works_that_fit_what_else_is_known(
    held: Catalogue, year: int | None, place: str | None, name: str | None, found: list[str]
) -> None:
    assert labels(held, search.fitting(held, search.of_title(held, "The Lamp"), year, place, name)) == found


def test_of_two_that_fit_the_year_the_exact_one_goes_first(holding: Holding, film: Film, say: Say) -> None:
    said = film("wikidata:Q1", "Shine", 1990) + film("wikidata:Q2", "Shine", 1991)
    said += [say("wikidata:Q2", Predicate.CAST_MEMBER, Target(f"Actor {n}")) for n in range(10)]
    held = holding(said)
    assert search.fitting(held, search.of_title(held, "shine"), 1990) == [1, 2]
    assert search.fitting(held, search.of_title(held, "shine"), 1991) == [2, 1]


def test_people_by_name_the_busiest_first(held: Catalogue, holding: Holding, film: Film, say: Say) -> None:
    (joan,) = search.people(held, "JOAN FIELD")
    assert held.person(joan).id == "wikidata:Q900100"
    assert search.people(held, "omer sahin")
    assert search.people(held, "Nobody") == search.people(held, "") == []
    said = [s for n in (1, 2, 3) for s in film(f"wikidata:Q{n}", f"Film {n}", 1990 + n)]
    for n, item in ((1, "wikidata:Q7"), (2, "wikidata:Q8"), (3, "wikidata:Q8")):
        said.append(say(f"wikidata:Q{n}", Predicate.DIRECTOR, Target("Lee", id=item)))
    two = holding(said)
    assert [two.person(n).id for n in search.people(two, "lee")] == ["wikidata:Q8", "wikidata:Q7"]
