"""What a film is based on: each thing once, and a yes or no where one is asked for."""

from __future__ import annotations

import pytest
from tests.questions.conftest import Make, film, say

from basedon import answering
from basedon.catalogue.catalogue import Catalogue
from basedon.model.answer import FilmAnswer, Origin
from basedon.model.statement import Predicate, Target
from basedon.questions.origin import KINDS, TYPES, merged


def text(catalogue: Catalogue, question: str) -> str:
    answer = answering.ask(catalogue, question)
    assert isinstance(answer, FilmAnswer), answer
    assert answer.kind == "origin"
    return answer.text or ""


def origins(catalogue: Catalogue, title: str) -> tuple[Origin, ...]:
    answer = answering.film(catalogue, title)
    assert isinstance(answer, FilmAnswer)
    return answer.based_on


def based(*targets: Target, predicate: Predicate = Predicate.BASED_ON, **more: object) -> list[object]:
    return [film("Q1", "Mill", 1990), *[say("Q1", predicate, target, **more) for target in targets]]


def test_one_book_told_of_twice_is_one_with_all_that_is_known_of_it(make: Make) -> None:
    catalogue = make(
        *based(Target("The Mill", "novel", "Ann Lee"), Target("The Mill", year=1920), Target("The mill", "novel"))
    )
    assert origins(catalogue, "Mill") == (Origin("novel", "The Mill", "Ann Lee", 1920, None),)


def test_merging_keeps_what_is_known_and_fills_what_is_not() -> None:
    one, other = Origin("other", "A", None, 1920), Origin("play", "A", "B", 1931, "wikidata:Q9")
    assert merged(one, other) == Origin("play", "A", "B", 1920, "wikidata:Q9")
    assert merged(other, one) == Origin("play", "A", "B", 1931, "wikidata:Q9")


def test_a_work_without_a_name_is_left_out_beside_a_named_one(make: Make) -> None:
    nameless, named = Target(type="novel", id="wikidata:Q77"), Target("The Mill", "novel")
    assert [o.title for o in origins(make(*based(nameless, named)), "Mill")] == ["The Mill"]
    assert [o.title for o in origins(make(*based(nameless)), "Mill")] == [None]


def test_a_denied_origin_is_none(make: Make) -> None:
    catalogue = make(*based(Target("The Mill", "novel"), denied=True))
    assert origins(catalogue, "Mill") == ()
    assert text(catalogue, "what is mill based on") == "No source in this catalogue says what Mill (1990) is based on."


def test_what_it_is_based_on_comes_before_what_inspired_it(make: Make) -> None:
    inspired = say("Q1", Predicate.INSPIRED_BY, Target("a dream", "event"))
    catalogue = make(inspired, *based(Target("The Mill", "novel")))
    assert [o.title for o in origins(catalogue, "Mill")] == ["The Mill", "a dream"]


def test_several_origins_are_listed_as_one_says_them(make: Make) -> None:
    targets = Target("One", "novel"), Target("Two", "play"), Target("Three", "game")
    said = text(make(*based(*targets)), "what is mill based on")
    assert said.count(" and ") == 1
    assert said.count(",") == 1
    assert all(part in said for part in ("the novel One", "the play Two", "the game Three"))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "is salt road based on a book",
            "Yes: Salt Road (1971) is based on the novel The Salt Road by E. M. Brandt (1933).",
        ),
        (
            "is salt road based on a novel",
            "Yes: Salt Road (1971) is based on the novel The Salt Road by E. M. Brandt (1933).",
        ),
        (
            "is salt road based on anything",
            "Yes: Salt Road (1971) is based on the novel The Salt Road by E. M. Brandt (1933).",
        ),
        (
            "which book is salt road based on",
            "Salt Road (1971) is based on the novel The Salt Road by E. M. Brandt (1933).",
        ),
        (
            "is salt road based on a play",
            "No source in this catalogue says that Salt Road (1971) is based on a play. "
            "It is based on the novel The Salt Road by E. M. Brandt (1933).",
        ),
        (
            "is plain sight based on a book",
            "No source in this catalogue says that Plain Sight (2005) is based on a book.",
        ),
        (
            "is plain sight based on anything",
            "No source in this catalogue says that Plain Sight (2005) is based on an earlier work.",
        ),
        (
            "is quiet harbour based on an article",
            "No source in this catalogue says that Quiet Harbour (1965) is based on an article. "
            "It is an original story, not based on earlier work.",
        ),
        (
            "is ida frost based on a memoir",
            "No source in this catalogue says that Ida Frost (1984) is based on a memoir. It depicts Ida Frost.",
        ),
        ("is night ferry based on anything", "Loosely: Night Ferry (2010) is inspired by the sinking of the Aurora."),
    ],
)
def test_a_yes_or_no_question_gets_a_yes_or_no(few: Catalogue, question: str, answer: str) -> None:
    assert text(few, question) == answer


def test_a_work_of_unknown_kind_is_neither_yes_nor_no(make: Make) -> None:
    catalogue = make(*based(Target("The Mill", creator="Ann Lee")))
    assert text(catalogue, "is mill based on a book") == (
        "Mill (1990) is based on The Mill by Ann Lee; no source in this catalogue says what kind of work that is."
    )


def test_the_answer_rests_on_where_it_was_read(few: Catalogue) -> None:
    answer = answering.ask(few, "what is salt road based on")
    assert isinstance(answer, FilmAnswer)
    assert [(f.says, f.source, f.stance) for f in answer.findings] == [
        ("It is based on the novel The Salt Road by E. M. Brandt (1933).", "curated", "context")
    ]
    assert answer.findings[0].locator.startswith("stories#salt-road-1971")


@pytest.mark.parametrize("kind", KINDS.split("|"))
def test_every_kind_that_can_be_asked_for_is_understood(few: Catalogue, kind: str) -> None:
    assert kind in TYPES
    article = "an" if kind == "article" else "a"
    said = text(few, f"was plain sight based on {article} {kind}?")
    assert said.startswith("No source in this catalogue says that Plain Sight (2005) is based on a")
