"""Which film a chart means: a new one, a famous one, one of that language or place; never a mere namesake."""

from __future__ import annotations

from typing import Any

import pytest

from basedon.identity import charting
from basedon.identity.charting import Candidate, Listing, meant, named, runs


def listing(title: str = "The Night Ferry Home", **changed: Any) -> Listing:
    told: dict[str, Any] = {
        "title": title,
        "type": "film",
        "first": "2022-03-06",
        "in_english": None,
        "countries": frozenset({"GB", "US", "DE", "FR", "CA", "AU"}),
    }
    return Listing(**(told | changed))


def candidate(id_: str = "wikidata:Q1", year: int = 2021, **changed: Any) -> Candidate:
    told: dict[str, Any] = {
        "id": id_,
        "type": "film",
        "told": (("The Night Ferry Home", True),),
        "years": (year,),
        "languages": frozenset({"English"}),
        "countries": frozenset({"US"}),
        "prominence": 120,
    }
    return Candidate(**(told | changed))


def test_a_new_film_is_meant_and_the_old_one_of_its_title_is_not() -> None:
    assert meant(listing(), [candidate(), candidate("wikidata:Q2", 1953)]) == "wikidata:Q1"
    assert meant(listing(), [candidate("wikidata:Q2", 1935, prominence=70)]) is None


@pytest.mark.parametrize(
    "changed", [{"type": "series"}, {"years": (2024,)}, {"years": ()}], ids=["a series", "of later years", "of no year"]
)
def test_what_can_not_be_on_that_chart_is_never_meant(changed: dict[str, Any]) -> None:
    assert meant(listing(), [candidate(**changed)]) is None


def test_a_list_of_other_languages_means_no_film_in_english() -> None:
    assert meant(listing(in_english=False), [candidate()]) is None
    assert meant(listing(in_english=False), [candidate(languages=frozenset({"Polish"}))]) == "wikidata:Q1"
    assert meant(listing(in_english=False), [candidate(languages=frozenset())]) is None, "by its country"


def test_a_common_title_wants_more_than_a_seldom_one() -> None:
    old = {"year": 2015, "prominence": 60}
    short = candidate(told=(("Mimi", True),), **old)
    assert meant(listing(), [candidate(**old)]) == "wikidata:Q1"
    assert meant(listing("Mimi"), [short]) is None
    assert meant(listing("Mimi"), [short], known=frozenset({"wikidata:Q1"})) == "wikidata:Q1", "meant in other weeks"


def test_with_or_without_an_article_it_is_another_title() -> None:
    told = (("The Ferry", True),)
    assert meant(listing("The Ferry"), [candidate(told=told, year=2018, prominence=140)]) == "wikidata:Q1"
    assert meant(listing("Ferry"), [candidate(told=told, year=2018, prominence=140)]) is None


def test_two_that_are_as_likely_are_left_open() -> None:
    assert meant(listing(), [candidate(), candidate("wikidata:Q2", 2022)]) is None


def test_charted_in_one_country_it_is_a_film_of_there() -> None:
    here = listing("Night Ferry", countries=frozenset({"KR"}))
    told = (("Night Ferry", True),)
    korean = candidate(told=told, year=2010, languages=frozenset(), countries=frozenset({"KR"}), prominence=60)
    american = candidate("wikidata:Q2", told=told, year=2010, prominence=60)
    assert meant(here, [korean, american]) == "wikidata:Q1"
    assert meant(here, [american]) is None


def test_a_year_or_a_version_in_brackets_is_read() -> None:
    assert [(way.title, way.year) for way in named("Death Road (2018)")] == [
        ("Death Road (2018)", None),
        ("Death Road", 2018),
    ]
    assert [way.title for way in named("Nadi (Telugu)")] == ["Nadi (Telugu)", "Nadi"]
    assert [way.title for way in named("Nadi (Dubbed Version)")] == ["Nadi (Dubbed Version)", "Nadi"]
    assert [way.title for way in named("Nadi (And the Others)")] == ["Nadi (And the Others)"]
    dated, dubbed = named("Death Road (2018)")[1], named("Nadi (Telugu)")[1]
    films = [candidate(year=2018), candidate("wikidata:Q2", 1974)]
    assert meant(listing("Death Road (2018)"), films, dated) == "wikidata:Q1"
    assert meant(listing("Nadi (Telugu)"), [candidate(year=2022)], dubbed) is None, "an American film is no Telugu one"
    indian = candidate(year=2022, told=(("Nadi", True),), countries=frozenset({"IN"}), languages=frozenset())
    assert meant(listing("Nadi (Telugu)"), [indian], dubbed) == "wikidata:Q1"


def test_weeks_far_apart_may_be_of_two_films() -> None:
    weeks = ["2021-07-04", "2021-07-11", "2021-11-07", "2022-09-04"]
    assert runs(weeks) == {
        "2021-07-04": "2021-07-04",
        "2021-07-11": "2021-07-04",
        "2021-11-07": "2021-07-04",
        "2022-09-04": "2022-09-04",
    }


def test_a_list_without_weeks_tells_nothing_of_age() -> None:
    assert meant(listing(first="", countries=frozenset()), [candidate(year=2015)]) == "wikidata:Q1"
    assert charting.age(listing(first=""), candidate(year=2015)) == charting.UNDATED
