"""Basis handed down along remakes, and how findings and summaries put it."""

from __future__ import annotations

import pytest
from tests.questions.conftest import Make, film, say

from basedon import answering
from basedon.catalogue.catalogue import Catalogue
from basedon.model.answer import FilmAnswer, Story
from basedon.model.statement import Predicate, Target
from basedon.model.verdict import Basis


def story(catalogue: Catalogue, title: str, year: int | None = None) -> Story:
    answer = answering.film(catalogue, title, year)
    assert isinstance(answer, FilmAnswer)
    assert answer.story
    return answer.story


def chain(basis: Predicate | None, steps: int = 3, **more: object) -> list[object]:
    said: list[object] = [film("Q1", "Film 1", 1951)]
    said += [say("Q1", basis, Target("the flood of 1948", "event"), **more)] if basis else []
    for n in range(2, steps + 2):
        said += [
            film(f"Q{n}", f"Film {n}", 1950 + n),
            say(f"Q{n}", Predicate.REMAKE_OF, Target(id=f"wikidata:Q{n - 1}")),
        ]
    return said


@pytest.mark.parametrize(
    ("predicate", "more", "basis"),
    [
        (Predicate.DEPICTS, {}, Basis.TRUE_STORY),
        (Predicate.INSPIRED_BY, {}, Basis.INSPIRED_BY_REAL_EVENTS),
        (Predicate.PRESENTED_AS_TRUE, {}, Basis.PRESENTED_AS_TRUE),
        (Predicate.ORIGINAL_STORY, {}, Basis.ADAPTATION),
        (None, {}, Basis.ADAPTATION),
    ],
)
def test_a_basis_is_handed_down_three_remakes(
    make: Make, predicate: Predicate | None, more: dict[str, object], basis: Basis
) -> None:
    catalogue = make(*chain(predicate, **more))
    assert story(catalogue, "Film 4").basis is basis


def test_what_was_handed_down_names_the_film_and_keeps_its_evidence(make: Make) -> None:
    told = story(make(*chain(Predicate.DEPICTS)), "Film 4")
    assert "It takes that over from Film 3 (1953), which it remakes." in told.summary
    reason = next(f for f in told.findings if f.stance == "for")
    assert reason.says.endswith("which it remakes: It depicts the flood of 1948.")
    assert (reason.source, reason.locator) == ("wikidata", "Q1: depicts")


def test_a_dispute_is_handed_down(make: Make) -> None:
    said = [*chain(Predicate.DEPICTS), say("Q1", Predicate.TRUE_STORY, denied=True, source="press")]
    assert story(make(*said), "Film 4").basis is Basis.DISPUTED


def test_own_evidence_goes_before_the_original(make: Make) -> None:
    said = [*chain(Predicate.DEPICTS), say("Q3", Predicate.INSPIRED_BY, Target("a rumour", "event"))]
    catalogue = make(*said)
    assert story(catalogue, "Film 2").basis is Basis.TRUE_STORY
    assert story(catalogue, "Film 3").basis is Basis.INSPIRED_BY_REAL_EVENTS
    assert story(catalogue, "Film 4").basis is Basis.INSPIRED_BY_REAL_EVENTS


def test_remakes_that_go_round_in_a_circle_end(few: Catalogue) -> None:
    for title in ("Round", "La Ronde de nuit", "Il giro"):
        assert story(few, title).basis is Basis.ADAPTATION


def test_a_chain_of_thirty_remakes_ends(make: Make) -> None:
    assert story(make(*chain(Predicate.DEPICTS, steps=30)), "Film 31").basis in set(Basis)


@pytest.mark.parametrize(
    ("title", "basis", "opening"),
    [
        ("The Lamp", Basis.TRUE_STORY, "Yes, The Lamp ("),
        ("Kandil", Basis.TRUE_STORY, "Yes, Kandil (1980) is based on a true story."),
        ("Night Ferry", Basis.INSPIRED_BY_REAL_EVENTS, "Loosely: Night Ferry (2010) is inspired by real events."),
        ("Salt Road", Basis.ADAPTATION, "No, Salt Road (1971) adapts an earlier work of fiction."),
        ("Quiet Harbour", Basis.ORIGINAL, "No, as far as is known: Quiet Harbour (1965) is an original story."),
        ("Fog over Lund", Basis.PRESENTED_AS_TRUE, "No, Fog over Lund (1996) is presented as true, but is fiction."),
        ("Plain Sight", Basis.UNKNOWN, "No source in this catalogue says where the story of Plain Sight (2005)"),
    ],
)
def test_each_basis_has_a_summary_that_opens_with_the_verdict(
    few: Catalogue, title: str, basis: Basis, opening: str
) -> None:
    told = story(few, title)
    assert told.basis is basis
    assert told.summary.startswith(opening)
    assert (told.probability is None) == (basis is Basis.UNKNOWN)


def test_both_sides_of_a_dispute_are_in_the_summary_and_the_findings(make: Make) -> None:
    said = [
        *film("Q1", "Count", 2001),
        say("Q1", Predicate.DEPICTS, Target("the prison count of 1974", "event"), hedge="reportedly"),
        say("Q1", Predicate.TRUE_STORY, denied=True, source="press"),
    ]
    told = story(make(said), "Count")
    assert told.basis is Basis.DISPUTED
    assert told.summary.startswith("Sources disagree whether Count (2001) is based on a true story.")
    assert "For: It reportedly depicts the prison count of 1974." in told.summary
    assert "Against: It is not based on a true story." in told.summary
    assert [f.stance for f in told.findings] == ["for", "against"]
    assert told.probability is not None
    assert 0.02 < told.probability < 0.98


def test_the_unknown_has_no_findings_that_take_a_side(few: Catalogue) -> None:
    assert all(f.stance == "context" for f in story(few, "Plain Sight").findings)


def test_silence_is_told_as_what_was_read(make: Make) -> None:
    said = [
        *film("Q1", "Mute", 1990),
        say("Q1", Predicate.READ, Target("infobox", year=2), source="wikipedia"),
        say("Q1", Predicate.READ, Target("lead", year=7), source="wikipedia"),
    ]
    told = story(make(said), "Mute")
    assert told.basis is Basis.ORIGINAL
    assert {f.says for f in told.findings} == {
        "Its infobox names writers and no source for the story.",
        "The 7 sentences of its lead name no source for the story.",
    }
    assert {f.stance for f in told.findings} == {"against"}


def test_fiction_beside_real_events_is_context_not_against(make: Make) -> None:
    said = [
        *film("Q1", "Both", 1990),
        say("Q1", Predicate.BASED_ON, Target("Both", "novel")),
        say("Q1", Predicate.DEPICTS, Target("the flood", "event")),
    ]
    told = story(make(said), "Both")
    assert told.basis is Basis.TRUE_STORY
    assert {f.says: f.stance for f in told.findings} == {
        "It depicts the flood.": "for",
        "It is based on the novel Both.": "context",
    }


def test_a_film_of_several_namesakes_is_named_with_its_year(few: Catalogue) -> None:
    answer = answering.ask(few, "is the lamp based on a true story")
    assert isinstance(answer, FilmAnswer)
    assert answer.work
    assert f"The Lamp ({answer.work.year})" in (answer.text or "")
    assert [work.title for work in answer.alternatives] == ["The Lamp"]
