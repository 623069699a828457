from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.identity.numerals import MOST, in_words, numbers, spoken
from basedon.identity.titles import normal
from basedon.identity.ways import MOST as MOST_WAYS
from basedon.identity.ways import rearticled, turned, ways


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("Miracle in Cell Number Seven", "Miracle in Cell No. 7"),
        ("Miracle in Cell Nr. 7", "Miracle in Cell No. 7"),
        ("Miracle in Cell 7", "Miracle in Cell No. 7"),
        ("miracle in cell seven", "Miracle in Cell No. 7"),
        ("Miracle in Cell VII", "Miracle in Cell No. 7"),
        ("Lantern 2", "Lantern II"),
        ("Lantern two", "Lantern Part II"),
        ("Lantern Part 2", "Lantern II"),
        ("Lantern Part Two", "Lantern Part II"),
        ("101 Lanterns", "One Hundred and One Lanterns"),
        ("One Hundred and One Lanterns", "101 Lanterns"),
        ("Twenty-One Lanterns", "21 Lanterns"),
        ("The Fifth Lantern", "The 5th Lantern"),
        ("The 13th Lantern", "The Thirteenth Lantern"),
        ("Seven Lanterns", "7 Lanterns"),
        ("Lantern & Lamp", "Lantern Lamp"),
        ("Lantern, The", "The Lantern"),
        ("Lantern, The: A Story", "The Lantern: A Story"),
        ("Lanterne, La", "La Lanterne"),
        ("Year of the Lamp, The (Année de la lampe, L')", "The Year of the Lamp"),
        ("Year of the Lamp, The (Année de la lampe, L')", "L'Année de la lampe"),
        ("Lantern (a.k.a. The Lamp)", "The Lamp"),
        ("Lantern / Long Lamp", "Long Lamp"),
        ("teh lantern", "The Lantern"),
    ],
)
def test_the_ways_to_type_a_title(typed: str, held: str) -> None:
    assert normal(held) in ways(typed)


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("Lantern 2", "Lantern 3"),
        ("I, Robot", "1, Robot"),
        ("Lantern (2015)", "Lantern"),
        ("Lantern (Telugu)", "Telugu"),
        ("He Said", "Said"),
        ("Someone", "Some 1"),
        ("Dr. No", "Dr."),
    ],
)
def test_what_is_no_way_to_type_it(typed: str, other: str) -> None:
    assert normal(other) not in ways(typed)


@pytest.mark.parametrize("typed", ["lampara", "la lampara"])
def test_an_article_of_another_language_may_be_missing_or_not(typed: str) -> None:
    both = {"lampara", "la lampara"}
    assert both - {typed} <= set(rearticled(typed))


def test_the_article_behind_goes_in_front() -> None:
    assert turned("Birds, The") == "The Birds"
    assert turned("Avventura, L'") == "L'Avventura"
    assert turned("Me, Myself, I") == "I Me, Myself"  # only tried after the title as it stands
    assert turned("The Good, the Bad") == "The Good, the Bad"


@given(st.integers(0, MOST))
def test_numbers_in_words_are_read_again(number: int) -> None:
    words = in_words(number).split(" ")
    assert spoken([*words, "lamps"]) == (len(words), number)
    assert list(numbers(["lamps", *words])) == [str(number)] == list(numbers(["lamps", str(number)]))


@given(st.text(max_size=400))
def test_any_text_has_few_ways_and_its_own_key_first(text: str) -> None:
    found = ways(text)
    assert len(found) <= MOST_WAYS
    assert found[:1] == ([normal(text)] if normal(text) else [])


@given(st.lists(st.sampled_from(["one", "hundred", "and", "7", "iv", "part", "no", "the", "x"]), max_size=80))
def test_many_numbers_make_no_flood(words: list[str]) -> None:
    assert len(ways(" ".join(words))) <= MOST_WAYS


@pytest.mark.parametrize(("typed", "held"), [("Tаxi", "Taxi"), ("Оldboy", "Oldboy"), ("Тhe Lаntеrn", "The Lantern")])
def test_letters_that_look_alike_count_as_the_same(typed: str, held: str) -> None:
    assert not typed.isascii()
    assert normal(typed) == normal(held)


def test_a_word_all_in_another_script_is_romanised() -> None:
    assert normal("Брат Ночь") == "brat noch"
