"""What a film continues, and what continues it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.model.statement import Predicate
from basedon.prose import sequels
from basedon.prose.phrases import Context
from basedon.prose.reader import read
from basedon.prose.tokens import tokens

FOLLOWED = [
    ("It was followed by a prequel, Low Water (1974).", "prequel_of", [("Low Water", 1974)]),
    ("It spawned a spin-off, Ferrymen (1988).", "spin_off_of", [("Ferrymen", 1988)]),
    ("A reboot, entitled Low Water, was released in 2009.", "reboot_of", [("Low Water", 2009)]),
    ("It led to a 1983 sequel titled High Water.", "sequel_of", [("High Water", 1983)]),
    ("A sequel titled High Water was released on May 3, 1983.", "sequel_of", [("High Water", 1983)]),
    ('It was succeeded by a sequel, "High Water", in 1983.', "sequel_of", [("High Water", 1983)]),
    ("It was followed by a sequel, the drama film High Water (1983).", "sequel_of", [("High Water", 1983)]),
    ("It was followed in 1983 by a sequel, High Water.", "sequel_of", [("High Water", 1983)]),
    ("The film received a sequel, High Water.", "sequel_of", [("High Water", None)]),
    (
        "It was followed by three sequels: High Water (1983), Low Water (1985), and Slack Water (1990).",
        "sequel_of",
        [("High Water", 1983), ("Low Water", 1985), ("Slack Water", 1990)],
    ),
    ("It was followed by a sequel in 1983.", None, []),
    ("It was followed by several sequels.", None, []),
    ("It was not followed by a sequel.", None, []),
    ("Was it followed by a sequel, High Water (1983)?", None, []),
    ("The novel was followed by a sequel, High Water (1983).", None, []),
]


@pytest.mark.parametrize(("text", "relation", "films"), FOLLOWED, ids=lambda value: str(value)[:50])
def test_what_continues_a_film(text, relation, films):
    said = read(text, "Salt Road")
    assert [(saying.target.title, saying.target.year) for saying in said] == films
    assert all(saying.inverse and saying.target.type == "film" for saying in said)
    assert {saying.predicate.value for saying in said} == ({relation} if relation else set())


CONTINUES = [
    ("It is a prequel to Night Ferry.", "prequel_of", ("Night Ferry", "film", None)),
    ("It is a reboot of Night Ferry (1950).", "reboot_of", ("Night Ferry", "film", 1950)),
    ("It is a follow-up to Night Ferry (1950).", "sequel_of", ("Night Ferry", "film", 1950)),
    ("It is a spin-off from the series Night Ferry.", "spin_off_of", ("Night Ferry", "series", None)),
    ("It is the sequel to the 1981 film of the same name.", "sequel_of", ("Salt Road", "film", 1981)),
]


@pytest.mark.parametrize(("text", "relation", "target"), CONTINUES, ids=lambda value: str(value)[:50])
def test_what_a_film_continues(text, relation, target):
    (saying,) = read(text, "Salt Road")
    assert (saying.predicate.value, saying.inverse) == (relation, False)
    assert (saying.target.title, saying.target.type, saying.target.year) == target


@pytest.mark.parametrize(
    "plan",
    [
        "A sequel called High Water is planned.",
        "A sequel, High Water, is currently in development.",
        "A sequel, High Water (2027), is set to open in May.",
        "A sequel, High Water, was announced and never made.",
        "A sequel, High Water, was rumoured.",
        "A sequel, High Water, would have followed.",
    ],
)
def test_what_is_only_planned_is_nothing(plan):
    assert sequels.planned(plan)
    assert read(plan, "Salt Road") == ()


def test_what_was_made_is_no_plan():
    assert not sequels.planned("It was followed by a sequel, High Water (1983).")


@pytest.mark.parametrize(
    ("wording", "relation"),
    [
        ("followed by a sequel", Predicate.SEQUEL_OF),
        ("A Prequel,", Predicate.PREQUEL_OF),
        ("spawned two spin-offs", Predicate.SPIN_OFF_OF),
        ("spinoff of", Predicate.SPIN_OFF_OF),
        ("a reboot titled", Predicate.REBOOT_OF),
        ("followed by two remakes", Predicate.REMAKE_OF),
        ("follow-up to", Predicate.SEQUEL_OF),
    ],
)
def test_what_a_wording_makes_of_two_films(wording, relation):
    assert sequels.relation(wording) is relation


def test_no_more_than_a_few_are_read_of_one_list():
    films = ", ".join(
        f"{name} Water ({1960 + n})" for n, name in enumerate(["Low", "High", "Slack", "Black", "Red"] * 9)
    )
    said = read(f"It was followed by five sequels, {films}.", "Salt Road")
    assert [saying.target.year for saying in said] == list(range(1960, 1966))


@given(st.text(max_size=200), st.integers(0, 200))
def test_any_sentence_can_be_read(sentence, start):
    context = Context(sentence, tokens(sentence), "Salt Road")
    for target, end in sequels.read_continued(context, min(start, len(sentence)), "followed by a sequel"):
        assert target.title
        assert 0 <= end <= len(sentence)


@pytest.mark.parametrize(
    "unit",
    ["It was followed by a sequel, ", "a sequel, A, ", "followed by two sequels, A B (1950), ", "A sequel titled "],
)
def test_a_million_characters_take_bounded_time(unit):
    began = time.perf_counter()
    read(unit * (1_000_000 // len(unit)), "Salt Road")
    assert time.perf_counter() - began < 15
