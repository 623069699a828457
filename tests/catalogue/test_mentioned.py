"""Films that texts name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_what_is_said_of_a_film_is_not_the_film_it(
    holding: Callable[..., Catalogue], film: Callable[..., list]
) -> None:
    finder = Finder(holding(film("wikidata:Q1", "It", 2017) + film("wikidata:Q2", "Her", 2013)))
    assert finder.find("It is based on a novel. Her son saw it; it is said that It was long.") == ()
    assert texts(finder.find("Then came It (2017) and *Her*.")) == ["It", "Her"]


def test_titles_are_found_as_people_write_them(holding: Callable[..., Catalogue], film: Callable[..., list]) -> None:
    finder = Finder(holding(film("wikidata:Q1", "The Brass Kites: The Return of the Glider", 2003)))
    for said in ("The Brass Kites: The Return of the Glider", "“The Brass Kites”", "“Return of the Glider”"):
        assert texts(finder.find(f"We watched {said} yesterday."))


def test_possessives_belong_to_no_title(finder: Finder) -> None:
    said = "I watched The Copper Lantern's sequel and Field's “Moonwater”."
    assert texts(finder.find(said)) == ["The Copper Lantern", "Moonwater"]


def test_people_named_say_which_film_is_meant(holding: Callable[..., Catalogue], film: Callable[..., list]) -> None:
    finder = Finder(
        holding(
            film("wikidata:Q1", "The Copper Lantern", 1987, "Joan Field"),
            film("wikidata:Q2", "The Copper Lantern", 2011, "Aki Mori"),
        )
    )
    first = finder.find("Joan Field made “The Copper Lantern”.")[0].work
    second = finder.find("Mori's “The Copper Lantern” is on.")[0].work
    assert first != second
    assert finder.find("Aki Mori's “The Copper Lantern”")[0].work == second


def test_a_year_of_another_film_drops_the_mention(finder: Finder) -> None:
    assert finder.find("Moonwater (1954)") == ()
    assert finder.find("Moonwater (2000)")[0].year == 2000


def test_an_empty_catalogue_names_nothing(holding: Callable[..., Catalogue]) -> None:
    assert Finder(holding([])).find("Moonwater (1999)") == ()


@pytest.fixture(scope="module")
def one(small: Path) -> Iterator[Finder]:
    with Catalogue(small) as catalogue:
        yield Finder(catalogue)


PIECES = st.sampled_from(
    [
        "The Lamp",
        "Salt Road",
        "“",
        '"',
        "(1962)",
        "\u202e",
        "\u200b",
        "\ud800",
        "😀",
        "<i>",
        "\n",
        "\x00",
        "'s",
        "ﬁ",
        "無間道",
        "*",
        " ",
    ]
)


@given(st.lists(PIECES | st.text(max_size=6), max_size=25).map("".join))
def test_any_text_is_read_and_offsets_are_right(one: Finder, text: str) -> None:
    found = one.find(text)
    assert all(text[m.start : m.end] == m.text and m.text for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= m.sure <= 1 for m in found)
    assert list(one.find_each([text, "a", text])) == [found, (), found]
