"""Questions that go along relations: how they are read, what a catalogue answers, and what is no such question."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from basedon import answering
from basedon.answering.films import named
from basedon.catalogue.catalogue import Catalogue
from basedon.cli import basedon
from basedon.errors import BadUsage
from basedon.model.answer import FilmAnswer, Miss
from basedon.questions.grammar import read
from basedon.questions.grammar.lexicon import KNOWN
from basedon.questions.grammar.words import words
from basedon.questions.plan import Films, Name, Of, Where, path
from basedon.questions.question import Hints
from basedon.questions.slots import slots
from basedon.questions.telling import told

HEADER, *LINES = Path(__file__).with_name("plans.tsv").read_text("utf-8").splitlines()
"""A question with its names in brackets, and what it is read as (- for what is not understood)."""


def nothing_held(sort: str, names: list[str]) -> list[bool]:
    return [False] * len(names)


def titles(answer: object) -> list[str]:
    assert isinstance(answer, FilmAnswer), answer
    assert answer.table
    column = answer.table.columns.index("title")
    return [f"{row[column]} {row[answer.table.columns.index('year')]}" for row in answer.table.rows]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.partition("\t")[0])
def test_a_question_is_read_as_it_was_meant(line: str) -> None:
    question, expected = line.split("\t")
    reading = read(question, nothing_held)
    assert (told(reading.plan) if reading else "-") == expected


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.partition("\t")[0])
def test_case_and_end_marks_change_nothing(line: str) -> None:
    question, expected = line.split("\t")
    for other in (question.upper(), question.lower() + "?", f"please {question}"):
        reading = read(other, nothing_held)
        assert (told(reading.plan) if reading else "-").casefold() == expected.casefold()


def test_a_plan_tells_its_path() -> None:
    x = Name("X", "film", given=True)
    plan = Of("year", Films((Where("director", Of("director", x)),)))
    assert path(plan) == ("film", "director", "film", "year")
    assert path(Films((Where("writer", Name("Y", "person")),))) == ("writer", "film")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("turkish remakes of japanese films", ["Kandil 1980"]),
        ("Japanese films remade in the United States", ["The Lamp 1950"]),
        ("japanese films remade in spain", ["The Lamp 1950"]),
        ("british films remade in turkey", []),
        ("films of the 1960s directed by Joan Field", ["The Lamp 1962", "Quiet Harbour 1965", "Harbour Lights 1968"]),
        ("joan field films from 1965 to 1970", ["Quiet Harbour 1965", "Harbour Lights 1968"]),
        ("true stories directed by joan field", ["The Lamp 1962"]),
        ("films directed by joan field that are not based on a true story", None),
        ("films based on novels by E. M. Brandt", ["Salt Road 1971"]),
        ("norwegian films based on the salt road", ["Saltveien 1990"]),
        ("swedish films from 2010", ["Night Ferry 2010"]),
        ("films about ida frost", ["Ida Frost 1984"]),
        ("films with tom vance and ella reed", ["The Lamp 1962"]),
        ("spanish films in spanish", ["La lámpara 1975"]),
        ("dramas made before 1960", ["The Lamp 1950"]),
        ("drama films never remade", None),
    ],
)
def test_films_that_fit_several_things(few: Catalogue, question: str, expected: list[str] | None) -> None:
    answer = answering.ask(few, question)
    assert isinstance(answer, FilmAnswer)
    assert answer.kind == "listing"
    assert answer.work is None
    assert answer.read_as
    found = titles(answer)
    if expected is None:
        assert "The Lamp 1950" not in found
    else:
        assert found == expected


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("who acted in the films directed by the director of quiet harbour", "Tom Vance"),
        ("who wrote the films starring tom vance", "Sam Orr"),
        ("who acted together with tom vance", "Ella Reed"),
        ("what genres are the films directed by the director of quiet harbour", "adventure"),
        ("when was the original of kandil released", 1950),
        ("who directed the original of kandil", "Aki Mori"),
        ("what language is the original of kandil in", "Japanese"),
    ],
)
def test_values_of_films(few: Catalogue, question: str, first: str | int) -> None:
    answer = answering.ask(few, question)
    assert isinstance(answer, FilmAnswer)
    assert answer.table
    assert answer.table.rows[0][0] == first


def test_the_film_through_which_others_are_found_is_none_of_them(few: Catalogue) -> None:
    answer = answering.ask(few, "films that share the director with quiet harbour made before 1969")
    assert titles(answer) == ["The Lamp 1962", "Harbour Lights 1968"]


def test_it_is_the_film_spoken_of(few: Catalogue) -> None:
    number = named(few, "Quiet Harbour", Hints())
    assert number is not None
    about = few.work(number).id
    answer = answering.ask(few, "who acted in the films directed by its director", about)
    assert isinstance(answer, FilmAnswer)
    assert answer.read_as == "actors of films directed by the directors of Quiet Harbour (1965)"
    missed = answering.ask(few, "who acted in the films directed by its director")
    assert isinstance(missed, Miss)
    assert "--about" in missed.text


def test_a_name_not_held_is_a_miss_that_was_understood(few: Catalogue) -> None:
    answer = answering.ask(few, "who acted in the films directed by the director of [Kandill]")
    assert isinstance(answer, Miss)
    assert answer.text == "No film called “Kandill” is held here."
    assert answer.read_as
    assert [work.title for work in answer.suggestions] == ["Kandil"]


def test_what_no_source_tells_is_told_with_the_command_that_adds_it(few: Catalogue) -> None:
    answer = answering.ask(few, "japanese films that won an oscar")
    assert isinstance(answer, Miss)
    assert (answer.kind, answer.needs) == ("listing", ("oscars",))
    assert "--oscars" in answer.text


def test_a_question_not_understood_gets_the_nearest_that_are(few: Catalogue) -> None:
    answer = answering.ask(few, "which films were directed by purple joan field")
    assert isinstance(answer, Miss)
    assert "not understood" in answer.text
    assert answer.text.count("“") == 3


def test_a_word_for_films_is_no_title(few: Catalogue) -> None:
    for question in ("remakes of korean films", "turkish films", "german movies"):
        answer = answering.ask(few, question)
        assert answer.kind == "listing", question


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            "what is the 1962 drama film directed by joan field starring tom vance and ella reed",
            [
                ("year", "1962"),
                ("genre", "drama"),
                ("director", "joan field"),
                ("actor", "tom vance"),
                ("actor", "ella reed"),
            ],
        ),
        ("90s comedy with tom vance", [("year", "90s"), ("genre", "comedy"), ("actor", "tom vance")]),
        ("what joan field movie is a remake", [("director", "joan field"), ("relationship", "remake")]),
        ("which film won the academy award", [("award", "academy award")]),
        ("film based on the novel by e m brandt", [("origin", "based on the novel by e m brandt")]),
        ("what was it", []),
        ("", []),
    ],
)
def test_the_slots_of_a_query(few: Catalogue, query: str, expected: list[tuple[str, str]]) -> None:
    found = slots(few, query)
    assert [(slot.kind, slot.text) for slot in found] == expected
    assert all(query[slot.start : slot.end] == slot.text for slot in found)


def test_asked_at_the_command_line(small: Path, tmp_path: Path) -> None:
    run = CliRunner()
    one = run.invoke(basedon, ["ask", "turkish remakes of japanese films", "--json", "--catalogue", str(small)])
    answer = json.loads(one.output)
    assert (one.exit_code, answer["kind"], answer["work"]) == (0, "listing", None)
    assert answer["read_as"] == "films made in Turkey that are remakes of films made in Japan"
    assert answer["table"]["rows"][0][:2] == ["Kandil", 1980]
    missed = run.invoke(basedon, ["ask", "films", "nobody", "understands", "--catalogue", str(small)])
    assert missed.exit_code == 1
    lines = tmp_path / "questions.txt"
    lines.write_text("films by joan field\nturkish remakes of japanese films\n\nwhat\n", "utf-8")
    batch = run.invoke(basedon, ["ask", "--batch", str(lines), "--catalogue", str(small)])
    assert [json.loads(line)["found"] for line in batch.output.splitlines()] == [True, True, False, False]


vocabulary = st.sampled_from(
    [*sorted(KNOWN), "[X]", "“Y”", "1990", "the", "of", "who", "which", "and", "not", "'s", "?"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(vocabulary, max_size=60).map(" ".join))
def test_any_words_of_the_lexicon_are_read_or_not(text: str) -> None:
    reading = read(text, nothing_held)
    assert reading is None or told(reading.plan)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=200), st.lists(vocabulary, max_size=40).map(" ".join)))
def test_any_text_is_answered_and_has_slots(few: Catalogue, text: str) -> None:
    for slot in slots(few, text):
        assert slot.text.strip()
    try:
        answering.ask(few, text)
    except BadUsage:
        assert not any(letter.isalnum() for letter in text)


@pytest.mark.parametrize(
    "text",
    [
        "films directed by " * 250,
        "the director of " * 300 + "[X]",
        "who " * 1000,
        "[" * 500,
        "“" * 400,
        "fіlms bу Кurosawa",
    ],
)
def test_long_and_odd_texts_are_a_clear_miss(few: Catalogue, text: str) -> None:
    assert isinstance(answering.ask(few, text), Miss)


def test_what_is_longer_than_any_question_is_not_read() -> None:
    assert words("film " * 100) == []
    assert read("film " * 100, nothing_held) is None


@pytest.mark.parametrize("brackets", ["[Kandil]", "(Kandil)", "Kandil"])
def test_what_stands_in_brackets_is_a_name_in_the_question_and_not_the_question(few: Catalogue, brackets: str) -> None:
    answer = answering.ask(few, f"who directed {brackets}")
    assert isinstance(answer, FilmAnswer)
    assert answer.kind == "facts"
