"""Remakes, originals and siblings: how they are found, in which order, and questions about two films."""

from __future__ import annotations

import pytest
from tests.questions.conftest import Make, film, say

from basedon import answering
from basedon.catalogue.catalogue import Catalogue
from basedon.model.answer import FilmAnswer, Tree
from basedon.model.statement import Predicate, Target


def asked(catalogue: Catalogue, question: str) -> FilmAnswer:
    answer = answering.ask(catalogue, question)
    assert isinstance(answer, FilmAnswer), answer
    return answer


def text(catalogue: Catalogue, question: str) -> str:
    return asked(catalogue, question).text or ""


def of(catalogue: Catalogue, title: str, year: int | None = None) -> FilmAnswer:
    answer = answering.film(catalogue, title, year)
    assert isinstance(answer, FilmAnswer)
    return answer


def remake(subject: str, original: str, kind: str | None = None) -> object:
    return say(subject, Predicate.REMAKE_OF, Target(id=f"wikidata:{original}"), kind=kind)


def names(tree: Tree) -> list[str]:
    return [tree.work.title, *(name for child in tree.children for name in names(child))]


def test_remakes_come_direct_ones_first_then_theirs_with_the_way_there(few: Catalogue) -> None:
    answer = of(few, "Q900001")
    assert [(r.title, r.year, r.kind) for r in answer.remakes] == [
        ("The Lamp", 1962, "official"),
        ("Kandil", 1980, "loose"),
        ("La lámpara", 1975, "unofficial"),
    ]
    assert answer.work
    first, american = answer.work.id, answer.remakes[0]
    assert [r.via for r in answer.remakes] == [first, first, american.id]


def test_a_remake_names_its_original_and_its_siblings(few: Catalogue) -> None:
    answer = of(few, "Kandil")
    assert answer.remake_of
    first = of(few, "Q900001").work
    assert first
    assert (answer.remake_of.title, answer.remake_of.year, answer.remake_of.id) == ("The Lamp", 1950, first.id)
    assert [(s.title, s.year) for s in answer.siblings] == [("The Lamp", 1962)]


def test_films_of_one_book_are_siblings_and_no_remakes(few: Catalogue) -> None:
    answer = of(few, "Salt Road")
    assert answer.remakes == ()
    assert answer.remake_of is None
    assert [(s.title, s.kind) for s in answer.siblings] == [("Saltveien", "re-adaptation")]


def test_the_tree_stands_on_what_the_first_film_is_based_on(few: Catalogue) -> None:
    for title in ("Q900001", "Q900002", "Kandil", "La lámpara"):
        answer = answering.family(few, title)
        assert isinstance(answer, FilmAnswer)
        tree = answer.tree
        assert tree
        assert tree.work.type == "event"
        assert names(tree) == ["the harbour fire of 1931", "The Lamp", "The Lamp", "La lámpara", "Kandil"]
        assert tree.children[0].relation == "depicts"
        assert [child.relation for child in tree.children[0].children] == ["official remake", "loose remake"]


def test_films_that_remake_each_other_in_a_circle_give_an_answer(few: Catalogue) -> None:
    for title in ("Round", "La Ronde de nuit", "Il giro"):
        answer = answering.family(few, title)
        assert isinstance(answer, FilmAnswer)
        assert answer.tree
        assert len(names(answer.tree)) == len(set(names(answer.tree)))
        assert title not in [r.title for r in answer.remakes]


def test_a_link_against_time_is_none(make: Make) -> None:
    catalogue = make(film("Q1", "Late", 1990), film("Q2", "Early", 1960), remake("Q2", "Q1"))
    assert of(catalogue, "Early").remake_of is None
    assert of(catalogue, "Late").remakes == ()


def test_a_denied_remake_is_none(make: Make) -> None:
    denied = say("Q2", Predicate.REMAKE_OF, Target(id="wikidata:Q1"), denied=True)
    catalogue = make(film("Q1", "First", 1960), film("Q2", "Second", 1990), denied)
    assert of(catalogue, "Second").remake_of is None
    assert of(catalogue, "First").remakes == ()


def test_an_original_that_is_not_held_is_known_by_name(make: Make) -> None:
    named = say("Q1", Predicate.REMAKE_OF, Target("Lost Film", "film", year=1931))
    catalogue = make(film("Q1", "Found", 1990), named)
    original = of(catalogue, "Found").remake_of
    assert original
    assert (original.title, original.year, original.id) == ("Lost Film", 1931, None)
    assert text(catalogue, "is found a remake of lost film") == "Yes, Found (1990) is a remake of Lost Film."


def test_a_work_said_to_have_been_remade_is_the_original(make: Make) -> None:
    forth = say("Q1", Predicate.REMADE_AS, Target("Second", "film", year=1990))
    catalogue = make(film("Q1", "First", 1960), film("Q2", "Second", 1990), forth)
    original = of(catalogue, "Second").remake_of
    assert original
    assert original.title == "First"


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("is kandil a remake of the lamp", "Yes, Kandil (1980) is a remake of The Lamp (1950)."),
        ("is kandil a remake of akari", "Yes, Kandil (1980) is a remake of The Lamp (1950)."),
        ("is kandil a remake of the lamp (1950)", "Yes, Kandil (1980) is a remake of The Lamp (1950)."),
        ("is la lámpara a remake of the lamp (1962)", "Yes, La lámpara (1975) is a remake of The Lamp (1962)."),
        ("is la lámpara a remake of the lamp (1950)", "Yes, by way of The Lamp (1962): La lámpara (1975) goes back to"),
        ("is kandil a remake of a japanese film", "Yes, Kandil (1980) is a remake of The Lamp (1950)."),
        ("is kandil a turkish remake of the japanese film", "Yes, Kandil (1980) is a remake of The Lamp (1950)."),
        ("is the lamp (1950) a remake of kandil", "No, it is the other way round: Kandil (1980) is a remake of"),
        ("is the lamp (1950) a remake of la lámpara", "No, it is the other way round: La lámpara (1975) goes back to"),
        ("is kandil a remake of quiet harbour", "No source in this catalogue says that Kandil (1980) is a remake of"),
        ("is kandil a remake of the lamp (1962)", "No source in this catalogue says that Kandil (1980) is a remake of"),
        (
            "is kandil a remake of a french film",
            "No source in this catalogue says that Kandil (1980) is a remake of a ",
        ),
        (
            "is the lamp (1950) a remake of a turkish film",
            "No source in this catalogue says that The Lamp (1950) is a remake of a film from Turkey.",
        ),
        ("is quiet harbour a remake", "No source in this catalogue says that Quiet Harbour (1965) is a remake."),
        ("is kandil a remake", "Kandil (1980) is a remake of The Lamp (1950, Japan)."),
    ],
)
def test_a_question_about_two_films_gets_a_yes_or_no_about_the_second(
    few: Catalogue, question: str, begins: str
) -> None:
    assert text(few, question).startswith(begins)


def test_a_no_names_what_it_is_a_remake_of_instead(few: Catalogue) -> None:
    said = text(few, "is kandil a remake of quiet harbour")
    assert "“quiet harbour”. Kandil (1980) is a remake of The Lamp (1950, Japan)." in said


def test_remakes_of_one_country_are_told_alone(few: Catalogue) -> None:
    assert text(few, "turkish remakes of the lamp (1950)") == (
        "The Lamp (1950) has one remake made in Turkey held here: Kandil (1980, Turkey)."
    )
    none = text(few, "has the lamp (1950) been remade in norway")
    assert none.startswith("No source in this catalogue tells of a remake of The Lamp (1950) made in Norway. The Lamp")


def test_the_answer_rests_on_the_statements_of_the_links(few: Catalogue) -> None:
    answer = asked(few, "which remakes does the lamp (1950) have")
    assert answer.kind == "lineage"
    assert answer.tree
    said = [f.says for f in answer.findings]
    assert "Kandil (1980): It is a loose remake of The Lamp (1950)." in said
    assert all(f.locator and f.stance == "context" for f in answer.findings)
