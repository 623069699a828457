"""Statements as sentences."""

from __future__ import annotations

import pytest

from basedon.catalogue.catalogue import Told
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target
from basedon.model.work import Ids, Work
from basedon.questions.phrasing import findings, named, sentence

P = Predicate
NOTHING = Target()


def said(predicate: Predicate, target: Target = NOTHING, **more: object) -> Statement:
    evidence = (
        Evidence("wikidata", "Q1", "P144", "a quote"),
        Evidence("wikipedia", "A", "lead", url="https://a.test/"),
    )
    return Statement(subject="wikidata:Q1", predicate=predicate, target=target, evidence=evidence, **more)  # type: ignore[arg-type]


NOVEL = Target("Dune", "novel", "Frank Herbert", 1965)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (said(P.BASED_ON, NOVEL), "It is based on the novel Dune by Frank Herbert (1965)."),
        (said(P.BASED_ON, NOVEL, denied=True), "It is not based on the novel Dune by Frank Herbert (1965)."),
        (said(P.BASED_ON, NOVEL, hedge="loosely"), "It is loosely based on the novel Dune by Frank Herbert (1965)."),
        (said(P.INSPIRED_BY, Target("the 1972 case", "event", year=1972)), "It is inspired by the 1972 case."),
        (
            said(P.BASED_ON, Target("Medea", "play", "Euripides", -431)),
            "It is based on the play Medea by Euripides (431 BC).",
        ),
        (said(P.BASED_ON, Target("Ed Gein", "person")), "It is based on Ed Gein."),
        (said(P.BASED_ON, Target(type="novel")), "It is based on a novel."),
        (said(P.REMAKE_OF, Target("Ringu", "film", year=1998)), "It is a remake of the film Ringu (1998)."),
        (
            said(P.REMAKE_OF, Target("Ringu", "film"), kind="unofficial"),
            "It is an unofficial remake of the film Ringu.",
        ),
        (said(P.REMAKE_OF, Target("Ringu", "film"), denied=True), "It is not a remake of the film Ringu."),
        (said(P.REMADE_AS, Target("The Ring", "film", year=2002)), "It was remade as the film The Ring (2002)."),
        (said(P.REMADE_AS, Target("The Ring", "film"), denied=True), "It was not remade as the film The Ring."),
        (said(P.DEPICTS, Target("the flood", "event")), "It depicts the flood."),
        (said(P.DEPICTS, Target("the flood", "event"), denied=True), "It does not depict the flood."),
        (said(P.DEPICTS, Target(type="person")), "It is about a real person."),
        (said(P.DEPICTS, Target(type="event")), "It is about real events."),
        (said(P.DEPICTS), "It is a documentary."),
        (said(P.TRUE_STORY), "It is based on a true story."),
        (said(P.TRUE_STORY, denied=True), "It is not based on a true story."),
        (said(P.TRUE_STORY, hedge="reportedly"), "It is reportedly based on a true story."),
        (said(P.ORIGINAL_STORY), "It is an original story, not based on earlier work."),
        (said(P.ORIGINAL_STORY, denied=True), "It is not an original story."),
        (said(P.PRESENTED_AS_TRUE, denied=True), "It is not presented as true."),
        (said(P.PRESENTED_AS_TRUE), "It is presented as true, but is fiction."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_statement_is_one_sentence(statement: Statement, words: str) -> None:
    assert sentence(statement) == words


@pytest.mark.parametrize("denied", [False, True])
@pytest.mark.parametrize("hedge", [None, "loosely", "reportedly", "partly"])
@pytest.mark.parametrize("type_", [None, "novel", "person", "event", "film", "other"])
@pytest.mark.parametrize("predicate", list(P)[:8])
def test_whatever_a_source_says_reads_as_a_sentence(
    predicate: Predicate, type_: str | None, hedge: str | None, denied: bool
) -> None:
    for title in ("X", None):
        words = sentence(said(predicate, Target(title, type_), hedge=hedge, denied=denied))  # type: ignore[arg-type]
        assert words.startswith("It ")
        assert words.endswith(".")
        assert "  " not in words
        assert "None" not in words


@pytest.mark.parametrize("kind", [None, "official", "unofficial", "loose", "re-adaptation", "unknown"])
def test_a_denied_remake_of_any_kind_says_not(kind: str | None) -> None:
    words = sentence(said(P.REMAKE_OF, Target("X", "film"), kind=kind, denied=True))
    assert words.startswith("It is not ")


def test_a_denial_contradicts_what_it_denies() -> None:
    for predicate in list(P)[:8]:
        yes, no = (sentence(said(predicate, Target("X"), denied=denied)) for denied in (False, True))
        assert "not" in no.split()
        assert yes != no


def test_a_plain_fact_is_no_sentence_about_a_story() -> None:
    with pytest.raises(ValueError, match="says nothing of a story"):
        sentence(said(P.YEAR, Target(year=1990)))


def test_the_work_meant_is_named_as_the_catalogue_names_it() -> None:
    ringu = Work("wikidata:Q2", "film", Ids(), "Ring", None, 1998)
    assert sentence(said(P.REMAKE_OF, Target("Ringu", "film")), ringu) == "It is a remake of Ring (1998)."


def test_there_is_a_finding_for_each_place_where_it_was_read() -> None:
    first, second = findings(Told(said(P.TRUE_STORY), 1), "for")
    assert (first.source, first.locator, first.quote) == ("wikidata", "Q1: P144", "a quote")
    assert (second.source, second.locator, second.url) == ("wikipedia", "A: lead", "https://a.test/")
    assert first.says == second.says


def test_a_target_names_its_kind_only_where_that_helps() -> None:
    assert named(Target("The Iliad", "other", "Homer")) == "The Iliad by Homer"
    assert named(Target("Hamlet", "play")) == "the play Hamlet"
