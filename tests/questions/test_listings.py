"""Filmographies, plain facts and films of one title."""

from __future__ import annotations

import pytest
from tests.questions.conftest import Make, film, say

from basedon import answering
from basedon.catalogue.catalogue import Catalogue
from basedon.model.answer import FilmAnswer, Miss
from basedon.model.statement import Predicate, Target
from basedon.questions import filmography, same_title


def ask(catalogue: Catalogue, question: str, about: str | None = None) -> FilmAnswer:
    answer = answering.ask(catalogue, question, about)
    assert isinstance(answer, FilmAnswer), answer
    return answer


def rows(answer: FilmAnswer) -> list[tuple[object, ...]]:
    assert answer.table
    assert all(len(row) == len(answer.table.columns) for row in answer.table.rows)
    return [row[:3] for row in answer.table.rows]


def test_the_other_films_of_a_director_are_split_into_earlier_and_later(few: Catalogue) -> None:
    answer = ask(few, "what else did the director of quiet harbour make")
    assert answer.table
    assert answer.table.columns == filmography.COLUMNS
    assert ("earlier", "The Lamp", 1962) in rows(answer)
    assert ("later", "Harbour Lights", 1968) in rows(answer)
    assert ("later", "Salt Road", 1971) in rows(answer)
    assert all(row[1] != "Quiet Harbour" for row in rows(answer))
    assert "Joan Field directed 3 other films held here, 1 before Quiet Harbour (1965)." in (answer.text or "")


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("earlier films of the director of quiet harbour", ["The Lamp"]),
        ("later films of the director of quiet harbour", ["Harbour Lights", "Salt Road"]),
        ("what did joan field direct before quiet harbour", ["The Lamp"]),
        ("what did joan field direct after quiet harbour", ["Harbour Lights", "Salt Road"]),
    ],
)
def test_only_one_side_is_given_where_one_is_asked_for(few: Catalogue, question: str, titles: list[str]) -> None:
    assert [row[1] for row in rows(ask(few, question))] == titles


def test_the_films_of_somebody_named_are_no_answer_about_one_film(few: Catalogue) -> None:
    answer = ask(few, "films by joan field")
    assert answer.work is None
    assert answer.story is None
    assert answer.kind == "filmography"
    assert {"The Lamp", "Quiet Harbour", "Salt Road"} <= {str(row[1]) for row in rows(answer)}


def test_nobody_of_that_name_is_a_miss(few: Catalogue) -> None:
    answer = answering.ask(few, "films by nobody atall")
    assert isinstance(answer, Miss)
    assert answer.text.startswith("Nobody called “nobody atall”")


def test_a_film_of_the_same_year_is_neither_earlier_nor_later(make: Make) -> None:
    director = Target("Ann Lee", id="wikidata:Q50")
    catalogue = make(
        film("Q1", "One", 1990),
        film("Q2", "Two", 1990),
        film("Q3", "Three"),
        *(say(f"Q{n}", Predicate.DIRECTOR, director) for n in (1, 2, 3)),
    )
    answer = ask(catalogue, "what else did the director of one make")
    assert sorted(map(str, rows(answer))) == ["('same year', 'Two', 1990)", "('unknown', 'Three', None)"]


def test_a_film_without_director_says_so(few: Catalogue) -> None:
    answer = ask(few, "what else did the director of plain sight make")
    assert answer.text == "No source in this catalogue names the director of Plain Sight (2005)."
    assert answer.table is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("who directed night ferry", "No source in this catalogue tells who directed Night Ferry (2010)."),
        ("who directed the long count", "The Long Count (2001) was directed by Ray Cole and Mia Cole."),
        ("when was kandil released", "Kandil came out in 1980."),
        ("where was kandil made", "Kandil (1980) was made in Turkey."),
        ("what language is the long count in", "The Long Count (2001) is in English and Spanish."),
        ("what genre is salt road", "Genres of Salt Road (1971): adventure."),
        ("who is in the lamp 1962", "The Lamp (1962) stars Tom Vance and Ella Reed."),
        ("who plays in kandil", "No source in this catalogue tells who plays in Kandil (1980)."),
    ],
)
def test_a_fact_is_told_with_where_it_was_read(few: Catalogue, question: str, text: str) -> None:
    answer = ask(few, question)
    assert answer.kind == "facts"
    assert answer.text == text
    if text.startswith("No source"):
        assert answer.findings == ()
    else:
        assert [f.says for f in answer.findings] == [text]
        assert answer.findings[0].stance == "context"
        assert answer.findings[0].source in ("curated", "wikipedia")
        assert ": " in answer.findings[0].locator


def test_facts_of_a_film_are_read_as_such(few: Catalogue) -> None:
    assert ask(few, "who directed kandil").read_as == "director of Kandil (1980)"


@pytest.mark.parametrize(
    ("question", "needs"),
    [
        ("trailer of kandil", ("wikidata trailers",)),
        ("which oscars did kandil win", ("oscars",)),
        ("did people like kandil", ("posts", "imdb")),
        ("what is trending in turkey", ("netflix",)),
        ("what film made people cry the most", ("posts",)),
        ("something uplifting", ("posts",)),
    ],
)
def test_what_no_source_of_the_catalogue_tells_is_a_miss_that_names_one(
    few: Catalogue, question: str, needs: tuple[str, ...]
) -> None:
    answer = answering.ask(few, question)
    assert isinstance(answer, Miss)
    assert answer.needs == needs


def test_films_of_one_title_are_a_table_by_year(few: Catalogue) -> None:
    answer = ask(few, "how many films are called the lamp")
    assert answer.table
    assert answer.table.columns == same_title.COLUMNS
    assert [(row[0], row[2]) for row in answer.table.rows] == [("The Lamp", 1950), ("The Lamp", 1962)]
    assert (answer.text or "").startswith("2 films of the title")
    assert ask(few, "films called kandil").text == "One film of the title kandil held here."


@pytest.mark.parametrize("year", [1989, 1990, 1991, 1992])
def test_of_two_films_a_year_apart_the_nearer_one_is_meant(make: Make, year: int) -> None:
    catalogue = make(film("Q1", "Twin", 1990), film("Q2", "Twin", 1991))
    work = ask(catalogue, f"who directed twin ({year})").work
    assert work
    assert work.year == (1990 if year <= 1990 else 1991)


def test_it_means_the_film_asked_about(few: Catalogue) -> None:
    for question in ("is it based on a true story", "who directed it", "what else did he direct", "is this a remake"):
        assert ask(few, question, "Q900001").work == ask(few, "the lamp 1950").work
        assert isinstance(answering.ask(few, question), Miss)
