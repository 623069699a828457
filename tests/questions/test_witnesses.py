"""Who says what of a film: who the witness is, what a statement says, and what is heard of silence."""

from __future__ import annotations

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.questions.conftest import Make, film, say

from basedon.catalogue.catalogue import Reading
from basedon.model.evidence import Evidence
from basedon.model.statement import CONTINUES, FICTION, REAL, Hedge, Predicate, Statement, Target, TargetType
from basedon.questions import true_story
from basedon.questions.witnesses import PLAINEST, TOPICS, heard, says, topic, witness

P = Predicate
LEAD = Evidence("wikipedia", "A", "lead, sentence 2")
INFOBOX = Evidence("wikipedia", "A", "infobox, Based on")


def said(
    predicate: Predicate, type_: TargetType | None = None, *evidence: Evidence, **more: object
) -> tuple[Statement, str | None]:
    """A statement, read in the lead unless told otherwise, with the kind of its target."""
    target = Target("X", type_) if type_ else Target()
    return (
        Statement(subject="wikipedia:A", predicate=predicate, target=target, evidence=evidence or (LEAD,), **more),  # type: ignore[arg-type]
        type_,
    )


def lead(amount: int) -> Reading:
    return Reading("wikipedia", "lead", amount)


WORDS = {
    "true": said(P.TRUE_STORY),
    "loosely true": said(P.TRUE_STORY, hedge="loosely"),
    "real": said(P.DEPICTS, "event"),
    "loosely real": said(P.INSPIRED_BY, "event"),
    "report": said(P.BASED_ON, "article"),
    "denied": said(P.TRUE_STORY, denied=True),
    "presented": said(P.PRESENTED_AS_TRUE),
    "fiction": said(P.BASED_ON, "novel"),
    "some work": said(P.BASED_ON),
    "remake": said(P.REMAKE_OF, "film"),
    "inspired by fiction": said(P.INSPIRED_BY, "novel"),
    "original": said(P.ORIGINAL_STORY),
}
"""One statement for each thing that can be said."""


@pytest.mark.parametrize(
    ("source", "locator", "who"),
    [
        ("wikipedia", "lead", "lead"),
        ("wikipedia", "lead, sentence 2", "lead"),
        ("wikipedia", "infobox", "infobox"),
        ("wikipedia", "infobox, Based on", "infobox"),
        ("wikipedia", "genre: biographical", "genre"),
        ("wikidata", "P144", "wikidata"),
        ("wikidata", "P136: docudrama", "wikidata genre"),
        ("biopics", "subject", "biopics"),
        ("curated", "Page", "curated"),
        ("curated", "genre and infobox", "curated"),
        ("press", "P136", "press"),
        ("articles", "sentence 3", "articles"),
    ],
)
def test_the_witness_is_the_place_that_speaks(source: str, locator: str, who: str) -> None:
    assert witness(Evidence(source, "A", locator)) == who


@pytest.mark.parametrize("word", WORDS)
def test_each_word_is_said_by_a_statement(word: str) -> None:
    assert says(*WORDS[word]) == word


def test_no_word_is_left_without_a_statement() -> None:
    assert set(WORDS) == set(PLAINEST)


@pytest.mark.parametrize("type_", ["person", "event"])
def test_what_comes_from_a_person_or_event_is_real_and_what_it_inspired_loosely_so(type_: TargetType) -> None:
    assert says(*said(P.BASED_ON, type_)) == says(*said(P.DEPICTS, type_)) == "real"
    assert says(*said(P.INSPIRED_BY, type_)) == "loosely real"


@pytest.mark.parametrize("type_", sorted(REAL - {"person", "event"}))
def test_what_comes_from_a_book_of_real_events_is_a_report(type_: TargetType) -> None:
    assert says(*said(P.BASED_ON, type_)) == says(*said(P.INSPIRED_BY, type_)) == "report"


@pytest.mark.parametrize("type_", sorted(FICTION))
def test_what_comes_from_fiction_is_fiction(type_: TargetType) -> None:
    assert says(*said(P.BASED_ON, type_)) == "fiction"
    assert says(*said(P.INSPIRED_BY, type_)) == "inspired by fiction"


@pytest.mark.parametrize("type_", ["other", None])
def test_a_work_of_unknown_kind_is_some_work(type_: TargetType | None) -> None:
    assert says(*said(P.BASED_ON, type_)) == "some work"


def test_the_kind_of_the_target_may_come_from_elsewhere() -> None:
    statement, _ = said(P.BASED_ON, "other")
    assert says(statement, "novel") == "fiction"
    assert says(statement, "event") == "real"


@pytest.mark.parametrize("hedge", ["loosely", "partly"])
def test_a_hedge_is_heard(hedge: Hedge) -> None:
    assert says(*said(P.TRUE_STORY, hedge=hedge)) == "loosely true"
    assert says(*said(P.DEPICTS, "person", hedge=hedge)) == "loosely real"
    assert says(*said(P.BASED_ON, "event", hedge=hedge)) == "loosely real"
    assert says(*said(P.BASED_ON, "non-fiction book", hedge=hedge)) == "some work"
    assert says(*said(P.BASED_ON, "novel", hedge=hedge)) == "fiction"


@pytest.mark.parametrize("type_", sorted(REAL))
@pytest.mark.parametrize("predicate", [P.BASED_ON, P.INSPIRED_BY])
def test_a_denial_of_what_is_real_is_a_denial(predicate: Predicate, type_: TargetType) -> None:
    assert says(*said(predicate, type_, denied=True)) == "denied"


def test_a_hedged_denial_is_a_denial() -> None:
    assert says(*said(P.TRUE_STORY, denied=True, hedge="loosely")) == "denied"


@pytest.mark.parametrize(
    ("predicate", "type_"),
    [
        (P.BASED_ON, "novel"),
        (P.BASED_ON, None),
        (P.INSPIRED_BY, "film"),
        (P.DEPICTS, "event"),
        (P.REMAKE_OF, "film"),
        (P.ORIGINAL_STORY, None),
        (P.PRESENTED_AS_TRUE, None),
    ],
)
def test_a_denial_of_anything_else_says_nothing(predicate: Predicate, type_: TargetType | None) -> None:
    assert says(*said(predicate, type_, denied=True)) is None


@pytest.mark.parametrize(
    "predicate", sorted(CONTINUES | {P.REMADE_AS, P.FOLLOWED_BY, P.READ, P.TITLE, P.YEAR, P.GENRE, P.DIRECTOR})
)
def test_what_is_not_of_the_story_says_nothing(predicate: Predicate) -> None:
    assert says(*said(predicate, "film")) is None
    assert heard([said(predicate, "film")], (), (), ()) == {}


@pytest.mark.parametrize(("plainer", "other"), list(pairwise(PLAINEST)))
def test_of_all_that_a_witness_says_the_plainest_word_counts(plainer: str, other: str) -> None:
    assert heard([WORDS[plainer], WORDS[other]], (), (), ()) == {"lead": plainer}
    assert heard([WORDS[other], WORDS[plainer]], (), (), ()) == {"lead": plainer}


@given(st.lists(st.sampled_from(PLAINEST), min_size=1, max_size=6), st.booleans())
def test_the_plainest_word_counts_in_any_order(words: list[str], read: bool) -> None:
    told = heard([WORDS[word] for word in words], [lead(4)] if read else (), (), ())
    assert told["lead"] == min(words, key=PLAINEST.index)


def test_what_is_true_goes_before_what_is_real_and_that_before_fiction() -> None:
    for three in permutations(["true", "real", "fiction"]):
        assert heard([WORDS[word] for word in three], (), (), ()) == {"lead": "true"}


def test_every_witness_of_a_statement_is_heard() -> None:
    wikidata = Evidence("wikidata", "Q1", "P144")
    assert heard([said(P.BASED_ON, "novel", LEAD, INFOBOX, wikidata)], (), (), ()) == {
        "lead": "fiction",
        "infobox": "fiction",
        "wikidata": "fiction",
    }


def test_witnesses_speak_each_for_itself() -> None:
    told = [said(P.BASED_ON, "novel", INFOBOX), said(P.TRUE_STORY, None, LEAD)]
    assert heard(told, (), (), ()) == {"infobox": "fiction", "lead": "true"}


@pytest.mark.parametrize(
    ("amount", "word"),
    [(1, "silent 1"), (2, "silent 1"), (3, "silent 3"), (4, "silent 3"), (5, "silent 5"), (40, "silent 5")],
)
def test_a_silent_lead_is_heard_by_how_much_of_it_was_read(amount: int, word: str) -> None:
    assert heard((), [lead(amount)], (), ())["lead"] == word


@pytest.mark.parametrize("amount", [1, 7])
def test_a_silent_infobox_is_silent_however_many_writers_it_names(amount: int) -> None:
    assert heard((), [Reading("wikipedia", "infobox", amount)], (), ()) == {"infobox": "silent"}


@pytest.mark.parametrize("word", PLAINEST)
def test_whoever_speaks_is_not_silent(word: str) -> None:
    told = heard([WORDS[word]], [lead(6), Reading("wikipedia", "infobox", 1)], (), ())
    assert told == {"lead": word, "infobox": "silent", "genre": "silent"}


def test_what_says_nothing_leaves_the_witness_silent() -> None:
    told = [said(P.BASED_ON, "novel", denied=True), said(P.SEQUEL_OF, "film")]
    assert heard(told, [lead(6)], (), ())["lead"] == "silent 5"


def test_genres_are_silent_where_their_list_was_read() -> None:
    assert heard((), [lead(1)], (), ())["genre"] == "silent"
    assert "genre" not in heard((), [Reading("wikipedia", "infobox", 1)], (), ())
    assert heard((), (), (), ("wikidata",)) == {"wikidata genre": "silent"}


def test_genres_that_tell_of_what_is_real_speak() -> None:
    page, item = Evidence("wikipedia", "A", "genre: docudrama"), Evidence("wikidata", "Q1", "P136: docudrama")
    told = heard([said(P.DEPICTS, "event", page, item)], [lead(1)], (), ("wikidata", "wikipedia"))
    assert told == {"lead": "silent 1", "genre": "real", "wikidata genre": "real"}


def test_a_source_without_a_record_is_not_heard() -> None:
    assert heard((), (), (), ()) == {}
    assert heard((), (), (), ("curated", "biopics", "press", "wikipedia")) == {}
    assert "infobox" not in heard((), [lead(3)], (), ("wikipedia",))
    assert "wikidata genre" not in heard((), [lead(3)], (), ("wikipedia",))


@pytest.mark.parametrize(
    ("genres", "matter"),
    [
        (("Drama",), "drama"),
        (("romance", "Western"), "western"),
        (("war film", "drama film"), "historical"),
        (("Historical Drama",), "historical"),
        (("science fiction", "war"), "fantastic"),
        (("comedy horror",), "fantastic"),
        (("animated film", "comedy"), "animated"),
        (("sports film", "drama"), "sport"),
        (("film noir",), "crime"),
        (("musical",), "music"),
        (("romantic comedy", "crime"), "comedy"),
        (("mockbuster",), "other"),
    ],
)
def test_genres_tell_the_matter_of_a_film(genres: tuple[str, ...], matter: str) -> None:
    assert topic(genres) == topic(genres[::-1]) == matter
    assert heard((), (), genres, ()) == {"topic": matter}


@pytest.mark.parametrize("genre", ["warm comedy", "award show", "software"])
def test_a_word_that_only_holds_war_is_no_war(genre: str) -> None:
    assert topic([genre]) != "historical"


def test_without_genres_there_is_no_matter() -> None:
    assert topic(()) is None
    assert "topic" not in heard((), [lead(3)], (), ("wikidata",))


def test_topics_are_named_once_each() -> None:
    names = [name for name, _ in TOPICS]
    assert len(names) == len(set(names))
    assert "other" not in names


@given(st.lists(st.text(max_size=12), max_size=4))
def test_any_genres_have_a_known_matter_or_none(genres: list[str]) -> None:
    matter = topic(genres)
    assert (matter is None) == (not genres)
    assert matter in {None, "other", *(name for name, _ in TOPICS)}


def test_a_film_of_the_catalogue_is_heard_by_all_its_records(make: Make) -> None:
    catalogue = make(
        film("Q1", "Flood", 1990),
        say("Q1", P.GENRE, Target("drama")),
        say("Q1", P.READ, Target("lead", year=7), source="wikipedia"),
        say("Q1", P.READ, Target("infobox", year=2), source="wikipedia"),
        say("Q1", P.DEPICTS, Target("the flood of 1948", "event"), source="press"),
    )
    assert true_story.heard(catalogue, 1) == {
        "lead": "silent 5",
        "infobox": "silent",
        "genre": "silent",
        "wikidata genre": "silent",
        "topic": "drama",
        "press": "real",
    }


def test_another_source_tells_what_kind_of_work_is_meant(make: Make) -> None:
    catalogue = make(
        film("Q1", "Dune", 1984),
        say("Q1", P.BASED_ON, Target("Dune", None, "Frank Herbert", 1965)),
        say("Q1", P.BASED_ON, Target("Dune", "novel", "Frank Herbert", 1965), source="press"),
    )
    told = true_story.heard(catalogue, 1)
    assert told["wikidata"] == told["press"] == "fiction"


def test_a_work_without_a_name_is_not_heard_where_another_names_it(make: Make) -> None:
    unnamed = say("Q1", P.BASED_ON, Target(id="wikidata:Q77"))
    alone = make(film("Q1", "Dune", 1984), unnamed)
    assert true_story.heard(alone, 1)["wikidata"] == "some work"
    named = make(film("Q1", "Dune", 1984), unnamed, say("Q1", P.BASED_ON, Target("Dune", "novel"), source="press"))
    assert true_story.heard(named, 1) == {"press": "fiction", "wikidata genre": "silent"}


def test_what_is_said_of_a_remake_is_not_said_of_its_original(make: Make) -> None:
    catalogue = make(
        film("Q1", "First", 1950),
        film("Q2", "Second", 1960),
        say("Q2", P.REMAKE_OF, Target(id="wikidata:Q1")),
        say("Q2", P.TRUE_STORY),
    )
    heard_of = {catalogue.work(n).title: true_story.heard(catalogue, n).get("wikidata") for n in (1, 2)}
    assert heard_of == {"First": None, "Second": "true"}
