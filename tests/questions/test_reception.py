"""How a film was received: ratings, awards and charts, each with where it was read, and what is not held."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.charted import charted, rated

from basedon import answering
from basedon.catalogue.catalogue import Catalogue
from basedon.model.answer import FilmAnswer, Miss
from basedon.model.reception import Reception


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """The catalogue with charts, awards and a rating, opened."""
    path = charted(tmp_path_factory.mktemp("told") / "told.basedon")
    rated(path)
    with Catalogue(path) as catalogue:
        yield catalogue


def reception(catalogue: Catalogue, title: str) -> Reception | None:
    answer = answering.film(catalogue, title)
    assert isinstance(answer, FilmAnswer)
    return answer.reception


def test_the_film_has_all_that_is_held_with_where_it_was_read(told: Catalogue) -> None:
    known = reception(told, "The Salt Road")
    assert known
    assert [(r.average, r.votes, r.source) for r in known.ratings] == [(7.4, 1234, "imdb")]
    assert [(h.award, h.year, h.name) for h in known.awards.won] == [("Academy Award: WRITING", 2022, "Joan Field")]
    assert [h.award for h in known.awards.nominated] == ["Academy Award: BEST PICTURE"]
    assert known.charts
    assert known.charts.weeks == 3
    assert known.missing == ("posts",)
    assert [(f.source, f.locator, f.url) for f in known.findings][:2] == [
        ("imdb", "tt9000005: averageRating, numVotes", "https://www.imdb.com/title/tt9000005/"),
        ("oscars", "2022, Academy Award: WRITING", None),
    ]
    assert known.findings[-1].source == "netflix"
    assert "from the week to 2022-02-27 to the one to 2022-03-20: The Salt Road" in known.findings[-1].locator


def test_it_is_null_where_nothing_is_held(told: Catalogue, few: Catalogue) -> None:
    assert reception(told, "A Quiet Bay") is None
    assert reception(few, "Kandil") is None


@pytest.mark.parametrize(
    "question",
    [
        "Did people like The Salt Road?",
        "How was The Salt Road received?",
        "Is The Salt Road any good?",
        "what is the imdb rating of the salt road",
        "was the salt road in the netflix top 10",
    ],
)
def test_questions_are_answered_with_the_evidence(told: Catalogue, question: str) -> None:
    answer = answering.ask(told, question)
    assert isinstance(answer, FilmAnswer), answer
    assert answer.kind == "reception"
    for part in ("7.4 of 10 (1,234 votes)", "won 1 award: ", "in Netflix's Top 10", "This catalogue holds no posts."):
        assert part in (answer.text or "")
    assert len(answer.findings) == 4


def test_about_it(told: Catalogue) -> None:
    answer = answering.ask(told, "Did people like it?", "wikidata:Q1")
    assert isinstance(answer, FilmAnswer)
    assert answer.kind == "reception"


def test_nothing_held_of_this_film_is_said(told: Catalogue) -> None:
    answer = answering.ask(told, "is a quiet bay any good")
    assert isinstance(answer, FilmAnswer)
    assert "No source in this catalogue tells how A Quiet Bay (1990) was received." in (answer.text or "")


def test_awards_are_facts_where_they_are_held(told: Catalogue) -> None:
    answer = answering.ask(told, "Which Oscars did The Salt Road win?")
    assert isinstance(answer, FilmAnswer)
    assert (answer.kind, answer.read_as) == ("facts", "award of The Salt Road (2021)")
    assert "It won 1 award: Academy Award: WRITING (2022)" in (answer.text or "")
    assert [f.source for f in answer.findings] == ["oscars", "oscars"]
    none = answering.ask(told, "which awards did night ferry win")
    assert isinstance(none, FilmAnswer)
    assert "names an award of Night Ferry (2022)" in (none.text or "")


def test_without_any_source_it_needs_one(few: Catalogue) -> None:
    answer = answering.received(few, "Kandil")
    assert isinstance(answer, Miss)
    assert answer.needs == ("posts", "imdb")
    assert isinstance(answering.received(few, "Nothing At All"), Miss)


def test_tears_are_told_by_posts_alone(told: Catalogue) -> None:
    answer = answering.ask(told, "does the salt road make people cry")
    assert isinstance(answer, Miss)
    assert answer.needs == ("posts",)
