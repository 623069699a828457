"""What a category says of the films in it, and which categories say nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.model.statement import Predicate
from basedon.prose.categories import read_category

SAYS = [
    ("Films based on actual events", Predicate.TRUE_STORY, None, None),
    ("South Korean films based on actual events", Predicate.TRUE_STORY, None, None),
    ("Category:2010s_biographical_drama_films", Predicate.TRUE_STORY, None, None),
    ("2004 documentary films", Predicate.TRUE_STORY, None, None),
    ("Biographical films about Queen Victoria", Predicate.DEPICTS, "person", "Queen Victoria"),
    ("Cultural depictions of Otis Hale", Predicate.DEPICTS, "person", "Otis Hale"),
    ("Documentary films about lighthouse keeping", Predicate.DEPICTS, "other", "lighthouse keeping"),
    ("Films about the Battle of Midway", Predicate.DEPICTS, "event", "Battle of Midway"),
    ("Films about the Harbour Street murders", Predicate.DEPICTS, "event", "Harbour Street murders"),
    ("Films based on Norwegian novels", Predicate.BASED_ON, "novel", None),
    ("American films based on plays", Predicate.BASED_ON, "play", None),
    ("Films based on memoirs", Predicate.BASED_ON, "memoir", None),
    ("Films based on non-fiction books", Predicate.BASED_ON, "non-fiction book", None),
    ("Live-action films based on comics", Predicate.BASED_ON, "comic", None),
    ("Films based on Greek mythology", Predicate.BASED_ON, "folk tale", None),
    ("Films based on The Glass Harbour", Predicate.BASED_ON, "other", "The Glass Harbour"),
    ("Films based on Low Tide (novel)", Predicate.BASED_ON, "novel", "Low Tide"),
    ("American remakes of Japanese films", Predicate.REMAKE_OF, "film", None),
]


@pytest.mark.parametrize(("name", "predicate", "kind", "title"), SAYS, ids=[case[0] for case in SAYS])
def test_a_category_says(name, predicate, kind, title):
    said = read_category(name)
    assert said is not None
    assert (said.predicate, said.target.type, said.target.title) == (predicate, kind, title)


def test_a_writer_whose_works_are_filmed_is_the_maker():
    said = read_category("Films based on works by Ada Holt")
    assert said is not None
    assert (said.predicate, said.target.creator) == (Predicate.BASED_ON, "Ada Holt")


@pytest.mark.parametrize(
    "name",
    ["2013 films", "Films set in Oslo", "Films directed by Omar Reyes", "Films about sharks", "Sequel films",
     "English-language films", "Films based on multiple works", "Cultural depictions of King Arthur", ""],
)  # fmt: skip
def test_a_category_that_says_nothing_of_the_origin(name):
    assert read_category(name) is None


@given(st.text(max_size=300))
def test_any_name_can_be_read(name):
    read_category(name)
    read_category(f"Films based on {name}")
