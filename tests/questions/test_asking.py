"""How questions are read: wordings as people type them, and text that is no question at all."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from basedon import answering
from basedon.answering.asked import tried
from basedon.answering.misses import likeliest
from basedon.catalogue.catalogue import Catalogue
from basedon.errors import BadUsage
from basedon.forms import show
from basedon.model.answer import FilmAnswer, Miss
from basedon.questions import QUESTIONS, asking
from basedon.questions.places import PLACES
from basedon.questions.question import Asked, Hints

HEADER, *LINES = Path(__file__).with_name("wordings.tsv").read_text("utf-8").splitlines()
"""A question, its kind, the title of the film (- for none), what tells that from namesakes, what is wanted of it."""

SLOWEST = 0.5
"""Seconds that any question may take."""


def test_there_are_wordings_of_every_kind() -> None:
    assert HEADER.split("\t") == ["question", "kind", "title", "hint", "aspect"]
    assert len(LINES) >= 300
    one_film = set(QUESTIONS) - {"listing"}
    assert {line.split("\t")[1] for line in LINES} >= {*one_film, "trending", "reception", "tearjerkers", "moods"}


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.partition("\t")[0])
def test_a_question_is_read_as_it_was_meant(many: Catalogue, line: str) -> None:
    question, kind, title, hint, aspect = line.split("\t")
    readings = list(asking.readings(question))
    answered = ((asked, tried(many, asked, question, None)) for asked in readings)
    asked, answer = next(((a, b) for a, b in answered if b is not None), (likeliest(readings), None))
    work = answer.work if isinstance(answer, FilmAnswer) else None
    hints = " ".join(str(part) for part in (asked.hints.year, asked.hints.place, asked.hints.name) if part)
    found = (asked.kind, work.title if work else "-", hints.casefold(), asked.aspect or "")
    assert found == (kind, title, hint.casefold(), aspect)
    if asked.hints.year and work:
        assert work.year is not None
        assert abs(work.year - asked.hints.year) <= 1
    if asked.hints.place and work:
        assert asked.hints.place in (*work.countries, *work.languages)


def sampled() -> list[str]:
    """Some questions in lower case; not those with "it", whose case tells the film It from the pronoun."""
    plain = [question for question, *_ in (line.split("\t") for line in LINES)]
    return [q for q in plain if q.isascii() and q.islower() and "it" not in q.split()][::4]


@pytest.mark.parametrize("question", sampled())
def test_case_end_marks_and_spaces_change_nothing(question: str) -> None:
    plain = [a.kind for a in asking.readings(question)]
    for other in (
        f"  {question} ",
        f"{question}?",
        f"{question} ?!",
        question.replace(" ", "\t", 1),
        f"\u200b{question}…",
    ):
        assert [a.kind for a in asking.readings(other)] == plain
    assert [a.kind for a in asking.readings(question.upper())] == plain


def test_the_example_of_every_question_is_read_as_that_question(many: Catalogue) -> None:
    for kind, question in QUESTIONS.items():
        assert answering.ask(many, question.example.format(film="Infernal Affairs")).kind == kind


@pytest.mark.parametrize(
    "title", ["Who Framed Roger Rabbit", "What Ever Happened to Baby Jane?", "Catch Me If You Can"]
)
@pytest.mark.parametrize("quotes", ['"{}"', "“{}”", "'{}'", "«{}»", "{}"])
@pytest.mark.parametrize("form", ["is {} based on a true story?", "Is {} a remake", "who directed {}?", "{}"])
def test_quotes_of_any_kind_are_no_part_of_a_title(many: Catalogue, title: str, quotes: str, form: str) -> None:
    answer = answering.ask(many, form.format(quotes.format(title)))
    assert isinstance(answer, FilmAnswer)
    assert answer.work
    assert answer.work.title == title


def test_hints_are_taken_off_a_title_one_after_the_other() -> None:
    read = [(a.title, a.hints) for a in asking.variants(Asked("facts", "the 2019 Turkish film Miracle"))]
    assert ("Miracle", Hints(2019, "Turkey")) in read
    assert ("Dune", Hints(name="David Lynch")) in [
        (a.title, a.hints) for a in asking.variants(Asked("facts", "Dune by David Lynch"))
    ]


def test_every_word_for_a_place_is_a_hint() -> None:
    for word, place in PLACES.items():
        assert any(a.hints.place == place for a in asking.variants(Asked("facts", f"the {word} film Xyzzy"))), word


def test_a_pronoun_with_a_year_is_the_film_of_that_name(many: Catalogue) -> None:
    assert isinstance(answering.ask(many, "is it based on a book"), Miss)
    answer = answering.ask(many, "is it (2017) based on a book")
    assert isinstance(answer, FilmAnswer)
    assert answer.work
    assert (answer.work.title, answer.work.year) == ("It", 2017)


@pytest.mark.parametrize("empty", ["", " ", "?", "?!...", "\x00", "\u200b\u200b", "\n\n", "…", "\ud800", "\x1b"])
def test_nothing_asked_is_bad_usage(few: Catalogue, empty: str) -> None:
    with pytest.raises(BadUsage, match="nothing is asked"):
        answering.ask(few, empty)


ABSURD = [
    "the the the " * 100 + "remake of of of",
    "based on a " * 500,
    "is " + "based on a " * 300 + "true story",
    '"' * 3000,
    "is \"'" * 400,
    "a" * 10_000,
    "is it " * 2_000,
    "turkish " * 1_000,
    "2019 " * 1_000,
    "(2019) " * 1_000,
    "is " + "a remake of " * 400,
    "films by " * 500,
    "list " * 1_000 + "films by x",
    "please " * 1_000 + "is x real",
    " or not" * 1_000,
    "did " + "really " * 500 + "happen",
    "all the " * 500 + "remakes of it",
    "the movie called " * 300,
    "the story of " * 300 + "a true story",
    "x with y by " * 300,
    "what made people cry " * 300,
    ".?! x " * 3_000,
    "映画" * 3_000,
    "кто снял фильм " * 300,
    "هل الفيلم قصة حقيقية",
    "😭" * 500,
    "'; DROP TABLE works; --",
    'x" OR 1=1 --',
    "% _ * ? [a-z] (((((",
    "\\d+(?P<x>",
    "{film} {0} %s",
    "the of and a is",
    "\x1b[31mred\x1b[0m \x07",
    "a\x00b",
    "is \ud83d a true story",
    "\u202eyrots eurt",
]


@pytest.mark.parametrize("question", ABSURD, ids=lambda question: ascii(question[:20]))
def test_the_absurd_is_answered_quickly(many: Catalogue, question: str) -> None:
    started = time.process_time()
    answer = answering.ask(many, question)
    assert time.process_time() - started < SLOWEST
    assert show(answer, "card")
    assert show(answer, "json", pretty=False).count("\n") == 0


@pytest.mark.parametrize("text", ABSURD, ids=lambda text: ascii(text[:20]))
def test_the_absurd_is_read_in_no_time(text: str) -> None:
    started = time.process_time()
    readings = list(asking.readings(text))
    assert time.process_time() - started < 0.1
    assert len(readings) < 300


WORDS = [
    "is",
    "was",
    "a",
    "the",
    "of",
    "on",
    "in",
    "by",
    "from",
    "with",
    "true",
    "story",
    "based",
    "remake",
    "film",
    "who",
    "which",
    "it",
    "director",
    "2012",
    "turkish",
]
SIGNS = ["(1996)", '"fargo"', "'", "“", "?", ",", "made people cry"]
words = st.lists(st.sampled_from([*WORDS, *SIGNS]), max_size=25).map(" ".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=300), words))
@example("\ud800")
@example("is \udcff based on a book")
def test_any_text_is_answered_or_bad_usage(few: Catalogue, text: str) -> None:
    started = time.process_time()
    try:
        answer = answering.ask(few, text)
    except BadUsage:
        return
    assert time.process_time() - started < SLOWEST
    assert answer.question is not None
    assert answer.kind is not None
    show(answer, "json")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200), st.one_of(st.none(), st.integers(-(10**30), 10**30)))
def test_any_title_is_a_film_a_miss_or_bad_usage(few: Catalogue, title: str, year: int | None) -> None:
    try:
        answer = answering.film(few, title, year)
    except BadUsage:
        assert not title.strip() or year is not None
        return
    show(answer, "card")
    answering.search(few, title, 3)
