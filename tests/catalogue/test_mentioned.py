"""Films that texts name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.mentioned import Finder, Mention


@pytest.fixture
def finder(holding: Callable[..., Catalogue], film: Callable[..., list]) -> Finder:
    return Finder(
        holding(
            film("wikidata:Q1", "The Copper Lantern", 1987)
            + film("wikidata:Q2", "Up", 2009)
            + film("wikidata:Q3", "The Copper Lantern", 2011)
            + film("wikidata:Q4", "Moonwater", 1999)
        )
    )


def texts(mentions: tuple[Mention, ...]) -> list[str]:
    return [mention.text for mention in mentions]


def test_titles_are_found_where_they_stand(finder: Finder) -> None:
    said = "Last night I watched Moonwater — and then “The Copper Lantern” again."
    found = finder.find(said)
    assert texts(found) == ["Moonwater", "The Copper Lantern"]
    assert all(said[m.start : m.end] == m.text for m in found)


def test_a_year_beside_a_title_says_which_film_is_meant(finder: Finder) -> None:
    first, second = (finder.find(f"The Copper Lantern ({year}) is fine.")[0] for year in (1987, 2011))
    assert (first.year, second.year) == (1987, 2011)
    assert first.others == (second.work,)
    assert second.others == (first.work,)


def test_a_common_word_is_a_title_only_where_its_place_says_so(finder: Finder) -> None:
    assert finder.find("Up the hill we went. Up and down.") == ()
    assert texts(finder.find("We saw “Up” (2009) twice.")) == ["Up"]


def test_many_texts_give_what_each_gives_alone(finder: Finder) -> None:
    said = ["Moonwater", "", "nothing", "I saw Moonwater", "“Moonwater”, ‘Up’", "\ud800 The Copper Lantern"]
    assert list(finder.find_each(said)) == [finder.find(text) for text in said]
