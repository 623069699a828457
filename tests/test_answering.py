"""Answers key by key: the contract of the JSON, misses, ids, years, batches."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from basedon import answering
from basedon.catalogue.catalogue import Catalogue
from basedon.errors import BadUsage
from basedon.forms import show
from basedon.model.answer import Answer, FilmAnswer, Miss

FILM_KEYS = [
    "schema",
    "found",
    "query",
    "catalogue",
    "work",
    "story",
    "based_on",
    "remake_of",
    "remakes",
    "siblings",
    "alternatives",
    "reception",
    "next_questions",
]
ASK_KEYS = [
    *FILM_KEYS,
    "question",
    "kind",
    "text",
    "read_as",
    "findings",
    "table",
    "tree",
]
WORK_KEYS = [
    "id",
    "type",
    "ids",
    "title",
    "original_title",
    "year",
    "countries",
    "languages",
    "genres",
    "directors",
    "cast",
    "trailer",
]
FINDING_KEYS = [
    "stance",
    "says",
    "source",
    "locator",
    "url",
    "quote",
]
REMAKE_KEYS = [
    "title",
    "original_title",
    "year",
    "countries",
    "languages",
    "directors",
    "id",
    "kind",
    "via",
]


@pytest.fixture(scope="module")
def few(small: Path) -> Iterator[Catalogue]:
    with Catalogue(small) as catalogue:
        yield catalogue


def encoded(answer: Answer) -> Any:
    return json.loads(show(answer, "json"))


def found(answer: Answer) -> FilmAnswer:
    assert isinstance(answer, FilmAnswer), answer
    return answer


def missed(answer: Answer) -> Miss:
    assert isinstance(answer, Miss), answer
    return answer


def keys(value: Any) -> set[str]:
    return set(value)


def test_film_has_every_key_of_the_contract_and_no_other(few: Catalogue) -> None:
    film = encoded(answering.film(few, "The Lamp", 1950))
    assert keys(film) == set(FILM_KEYS)
    assert film["schema"] == 1
    assert film["found"] is True
    assert film["query"] == {"title": "The Lamp", "year": 1950}
    assert keys(film["catalogue"]) == {"digest", "as_of"}
    assert keys(film["work"]) == set(WORK_KEYS)
    assert film["work"]["type"] == "film"
    assert film["work"]["ids"] == {"wikidata": "Q900001", "imdb": "tt9000001", "wikipedia": "The Lamp (1950 film)"}
    assert (film["work"]["title"], film["work"]["original_title"], film["work"]["year"]) == ("The Lamp", "灯", 1950)
    assert (film["work"]["countries"], film["work"]["languages"]) == (["Japan"], ["Japanese"])
    assert film["work"]["directors"] == [{"name": "Aki Mori", "id": None}]
    assert film["work"]["trailer"] is None
    assert film["reception"] is None
    assert 0 < len(film["next_questions"]) <= 5


def test_the_story_has_its_basis_probability_summary_and_findings(few: Catalogue) -> None:
    story = encoded(answering.film(few, "The Lamp", 1950))["story"]
    assert keys(story) == {"basis", "probability", "summary", "findings"}
    assert story["basis"] == "true_story"
    assert 0 < story["probability"] <= 1
    assert all(keys(finding) == set(FINDING_KEYS) for finding in story["findings"])
    assert {finding["stance"] for finding in story["findings"]} <= {"for", "against", "context"}
    assert encoded(answering.film(few, "Plain Sight"))["story"]["probability"] is None


def test_remakes_and_originals_have_their_keys(few: Catalogue) -> None:
    film = encoded(answering.film(few, "The Lamp", 1950))
    assert film["remake_of"] is None
    assert len(film["remakes"]) == 3
    for remake in film["remakes"]:
        assert keys(remake) == set(REMAKE_KEYS)
        assert remake["kind"] in ("official", "unofficial", "loose", "re-adaptation", "unknown")
    assert film["remakes"][0]["via"] == film["work"]["id"]
    kandil = encoded(answering.film(few, "Kandil"))
    assert keys(kandil["remake_of"]) == {"title", "year", "countries", "id"}
    assert keys(kandil["siblings"][0]) == set(REMAKE_KEYS)


def test_origins_and_alternatives_have_their_keys(few: Catalogue) -> None:
    salt = encoded(answering.film(few, "Salt Road"))
    assert salt["based_on"] == [
        {"type": "novel", "title": "The Salt Road", "creator": "E. M. Brandt", "year": 1933, "id": None}
    ]
    lamp = encoded(answering.film(few, "The Lamp"))
    assert [keys(work) for work in lamp["alternatives"]] == [set(WORK_KEYS)]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("is kandil a true story", "true_story"),
        ("remakes of the lamp", "lineage"),
        ("which book is salt road based on", "origin"),
        ("what else did the director of salt road make", "filmography"),
        ("who directed kandil", "facts"),
        ("films called the lamp", "same_title"),
    ],
)
def test_ask_adds_how_it_was_read_and_what_it_says(few: Catalogue, question: str, kind: str) -> None:
    answer = encoded(answering.ask(few, question))
    assert keys(answer) == set(ASK_KEYS)
    assert (answer["question"], answer["kind"]) == (question, kind)
    assert answer["text"]
    assert answer["read_as"]
    assert keys(answer["work"]) == set(WORK_KEYS)
    assert (answer["tree"] is not None) == (kind == "lineage")
    assert (answer["table"] is not None) == (kind in ("filmography", "same_title"))
    if answer["table"]:
        assert keys(answer["table"]) == {"columns", "rows"}
        assert all(len(row) == len(answer["table"]["columns"]) for row in answer["table"]["rows"])
    if answer["tree"]:
        assert {"work", "relation", "children"} == keys(answer["tree"])


def test_work_is_null_where_no_single_film_is_meant(few: Catalogue) -> None:
    answer = encoded(answering.ask(few, "films by Joan Field"))
    assert keys(answer) == set(ASK_KEYS)
    assert answer["found"] is True
    assert answer["work"] is None
    assert answer["story"] is None
    assert answer["table"]["rows"]


def test_a_miss_has_its_keys_and_suggests_what_comes_nearest(few: Catalogue) -> None:
    miss = encoded(answering.film(few, "Kandill"))
    assert keys(miss) >= {"schema", "found", "query", "suggestions"}
    assert miss["schema"] == 1
    assert miss["found"] is False
    assert miss["query"] == {"title": "Kandill", "year": None}
    assert [work["title"] for work in miss["suggestions"]] == ["Kandil"]
    assert keys(miss["suggestions"][0]) == set(WORK_KEYS)
    asked = encoded(answering.ask(few, "is kandill a true story"))
    assert (asked["found"], asked["kind"], asked["query"]["title"]) == (False, "true_story", "kandill")
    assert [work["title"] for work in asked["suggestions"]] == ["Kandil"]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("Quiet Harbuor", "Quiet Harbour"),
        ("quietharbour", "Quiet Harbour"),
        ("Fog ovr Lund", "Fog over Lund"),
        ("Dimma ovr Lund", "Fog over Lund"),
        ("Harbour Ligths", "Harbour Lights"),
    ],
)
def test_a_misspelt_title_that_is_clear_is_found_and_the_answer_shows_which(
    few: Catalogue, typed: str, title: str
) -> None:
    answer = found(answering.film(few, typed))
    assert answer.work
    assert (answer.query.title, answer.work.title) == (typed, title)


@pytest.mark.parametrize(
    ("typed", "year"), [("Quiet Harbuor", 1990), ("Quiet Harbuor 1990", None), ("Quiet Harbours", None), ("Rund", None)]
)
def test_a_misspelt_title_that_is_not_clear_or_of_another_year_is_a_miss(
    few: Catalogue, typed: str, year: int | None
) -> None:
    missed(answering.film(few, typed, year))


@pytest.mark.parametrize("typed", ["The Lamp (Turkish)", "The Lamp (1931)", "Round (Hindi)"])
def test_a_hint_in_brackets_that_does_not_fit_is_not_left_out(few: Catalogue, typed: str) -> None:
    missed(answering.film(few, typed))


@pytest.mark.parametrize("typed", ["Long Count, The", "Lámpara, La", "lampara", "Kandil (a.k.a. Kandil Işığı)"])
def test_a_title_is_found_as_lists_write_it(few: Catalogue, typed: str) -> None:
    found(answering.film(few, typed))


def test_a_question_that_no_source_answers_names_those_it_needs(few: Catalogue) -> None:
    miss = encoded(answering.ask(few, "what is trending on netflix"))
    assert (miss["found"], miss["kind"], miss["needs"]) == (False, "trending", ["netflix"])
    assert "netflix" in miss["text"]


@pytest.mark.parametrize("id_", ["Q900001", "wikidata:Q900001", "tt9000001", "imdb:tt9000001", " Q900001 "])
def test_a_film_is_found_by_its_ids(few: Catalogue, id_: str) -> None:
    work = found(answering.film(few, id_)).work
    assert work
    assert work.year == 1950


@pytest.mark.parametrize("id_", ["Q1", "tt0000000", "Q", "tt", "wikidata:", "Q900001x"])
def test_an_id_of_nothing_is_a_miss(few: Catalogue, id_: str) -> None:
    missed(answering.film(few, id_))


@pytest.mark.parametrize(
    "title", ["kandil", "KANDIL", "Kandil Işığı", "kandil isigi", " Kandil. ", "the kandil", "“Kandil”"]
)
def test_a_title_is_found_however_it_is_written(few: Catalogue, title: str) -> None:
    work = found(answering.film(few, title)).work
    assert work
    assert work.title == "Kandil"


@pytest.mark.parametrize(
    ("typed", "year"),
    [("the lamp 1950", 1950), ("The Lamp (1962)", 1962), ("the japanese lamp", 1950), ("the lamp by joan field", 1962)],
)
def test_hints_in_a_title_tell_namesakes_apart(few: Catalogue, typed: str, year: int) -> None:
    work = found(answering.film(few, typed)).work
    assert work
    assert work.year == year


@pytest.mark.parametrize(("year", "there"), [(1979, True), (1980, True), (1981, True), (1978, False), (1982, False)])
def test_a_year_may_be_off_by_one(few: Catalogue, year: int, there: bool) -> None:
    answer = answering.film(few, "Kandil", year)
    assert answer.found is there
    if not there:
        assert [work.title for work in missed(answer).suggestions] == ["Kandil"]
        assert str(year) in missed(answer).text


def test_the_nearest_year_wins(few: Catalogue) -> None:
    for year in (1950, 1951, 1961, 1962, 1963):
        work = found(answering.film(few, "The Lamp", year)).work
        assert work
        assert abs((work.year or 0) - year) <= 1


@pytest.mark.parametrize("nothing", ["", " ", "\t\n"])
def test_no_title_is_bad_usage(few: Catalogue, nothing: str) -> None:
    with pytest.raises(BadUsage, match="which film"):
        answering.film(few, nothing)


def test_about_names_the_film_that_it_means(few: Catalogue) -> None:
    for id_ in ("Q900001", "wikidata:Q900001", "tt9000001"):
        work = found(answering.ask(few, "who directed it?", id_)).work
        assert work
        assert work.year == 1950
    with pytest.raises(BadUsage, match="--about Q1: no such film"):
        answering.ask(few, "who directed it?", "Q1")
    assert "Which film?" in missed(answering.ask(few, "who directed it?")).text


def test_the_film_named_goes_before_the_one_it_is_about(few: Catalogue) -> None:
    work = found(answering.ask(few, "who directed kandil", "Q900001")).work
    assert work
    assert work.title == "Kandil"


def test_a_batch_of_films_has_an_answer_for_every_line_in_order(few: Catalogue) -> None:
    batch = {
        "Kandil": True,
        "Kandil\t1980": True,
        "Kandil\t1981": True,
        "Kandil\t1982": False,
        "Kandil\t": True,
        "Kandil\t1980\tmore": True,
        "Kandil\tnineteen": False,
        "Kandil\t" + "9" * 5000: False,
        "Kandil\t-1980": False,
        "Kandil\t١٩٨٠": False,
        "": False,
        "\t": False,
        "\t1980": False,
        "Q900001": True,
        "tt9000001": True,
        "no such film": False,
        "a" * 10_000: False,
        "\ufffd\ufffd": False,
        "\ud800": False,
        "\x00": False,
    }
    answers = list(answering.film_each(few, batch))
    assert [answer.found for answer in answers] == list(batch.values())
    for line, answer in zip(batch, answers, strict=True):
        assert "\n" not in show(answer, "json", pretty=False)
        assert answer.query.title == line.split("\t")[0].strip().replace("\ud800", "\ufffd")


def test_a_year_that_is_none_is_told_and_the_title_still_suggested(few: Catalogue) -> None:
    [answer] = answering.film_each(few, ["Kandil\tnineteen"])
    assert "“nineteen” is no year" in missed(answer).text
    assert [work.title for work in missed(answer).suggestions] == ["Kandil"]


def test_a_batch_of_questions_has_an_answer_for_every_line_in_order(few: Catalogue) -> None:
    questions = ["is kandil a true story", "", "  ", "is nothing like it a true story", "who directed it"]
    answers = list(answering.ask_each(few, questions))
    assert [answer.found for answer in answers] == [True, False, False, False, False]
    assert [answer.question for answer in answers] == questions
    about = list(answering.ask_each(few, questions, "Q900001"))
    assert [answer.found for answer in about] == [True, False, False, False, True]


def test_the_same_question_always_has_the_same_answer(few: Catalogue, small: Path) -> None:
    question = "which remakes does the lamp have"
    first = show(answering.ask(few, question), "json")
    with Catalogue(small) as again:
        assert show(answering.ask(again, question), "json") == first


def test_the_questions_to_ask_next_are_understood(few: Catalogue) -> None:
    for film in ("Kandil", "The Lamp", "Round"):
        for question in found(answering.film(few, film)).next_questions:
            work = found(answering.ask(few, question)).work
            assert work
            assert work.title == film
