"""What evidence comes to: one statement at a time, then sides against each other, then silence and inheritance."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from basedon.model.evidence import Evidence
from basedon.model.statement import FICTION, REAL, Predicate, Statement, Target, TargetType
from basedon.model.verdict import Basis
from basedon.questions.weighing import TAKEN_OVER, Point, Side, Weighed, point, weigh

P = Predicate


def said(predicate: Predicate, type_: TargetType | None = None, source: str = "wikipedia", **more: object) -> Statement:
    target = Target("X", type_) if type_ else Target()
    return Statement(
        subject="wikipedia:A", predicate=predicate, target=target, evidence=(Evidence(source, "A", "lead"),), **more
    )  # type: ignore[arg-type]


def weighed(
    *statements: Statement, above: Basis | None = None, writers: int = 0, genres: tuple[str, ...] = ()
) -> Weighed:
    inherited = Weighed(above, 0.5) if above else None
    return weigh([point(s) for s in statements], inherited, writers, genres)


@pytest.mark.parametrize("type_", sorted(REAL))
def test_what_is_based_on_something_real_is_a_true_story(type_: TargetType) -> None:
    assert weighed(said(P.BASED_ON, type_)).basis is Basis.TRUE_STORY


@pytest.mark.parametrize("type_", sorted(FICTION))
def test_what_is_based_on_fiction_is_an_adaptation(type_: TargetType) -> None:
    outcome = weighed(said(P.BASED_ON, type_))
    assert outcome.basis is Basis.ADAPTATION
    assert outcome.probability is not None
    assert outcome.probability < 0.1


def test_a_work_of_unknown_kind_makes_no_true_story() -> None:
    assert weighed(said(P.BASED_ON, "other")).basis is Basis.ADAPTATION
    assert weighed(said(P.BASED_ON)).basis is Basis.ADAPTATION


@pytest.mark.parametrize(
    ("statement", "basis"),
    [
        (said(P.TRUE_STORY), Basis.TRUE_STORY),
        (said(P.DEPICTS, "person"), Basis.TRUE_STORY),
        (said(P.DEPICTS, "event"), Basis.TRUE_STORY),
        (said(P.TRUE_STORY, hedge="loosely"), Basis.INSPIRED_BY_REAL_EVENTS),
        (said(P.TRUE_STORY, hedge="partly"), Basis.INSPIRED_BY_REAL_EVENTS),
        (said(P.BASED_ON, "event", hedge="loosely"), Basis.INSPIRED_BY_REAL_EVENTS),
        (said(P.INSPIRED_BY, "event"), Basis.INSPIRED_BY_REAL_EVENTS),
        (said(P.INSPIRED_BY, "novel"), Basis.ADAPTATION),
        (said(P.REMAKE_OF, "film"), Basis.ADAPTATION),
        (said(P.ORIGINAL_STORY), Basis.ORIGINAL),
        (said(P.PRESENTED_AS_TRUE), Basis.PRESENTED_AS_TRUE),
        (said(P.TRUE_STORY, denied=True), Basis.UNKNOWN),
        (said(P.BASED_ON, "novel", denied=True), Basis.UNKNOWN),
        (said(P.ORIGINAL_STORY, denied=True), Basis.UNKNOWN),
        (said(P.PRESENTED_AS_TRUE, denied=True), Basis.UNKNOWN),
        (said(P.DEPICTS, "event", denied=True), Basis.UNKNOWN),
    ],
    ids=lambda value: value.value if isinstance(value, Basis) else f"{value.predicate}-{value.target.type}",
)
def test_one_statement_gives_a_basis(statement: Statement, basis: Basis) -> None:
    assert weighed(statement).basis is basis


def test_every_value_of_story_basis_can_come_out() -> None:
    reached = {
        weighed(said(P.TRUE_STORY)).basis,
        weighed(said(P.INSPIRED_BY, "event")).basis,
        weighed(said(P.BASED_ON, "novel")).basis,
        weighed(said(P.ORIGINAL_STORY)).basis,
        weighed(said(P.PRESENTED_AS_TRUE)).basis,
        weighed(said(P.TRUE_STORY), said(P.TRUE_STORY, denied=True, source="press")).basis,
        weighed().basis,
    }
    assert reached == set(Basis)


def test_a_novel_about_real_events_takes_the_basis_of_the_events() -> None:
    assert weighed(said(P.BASED_ON, "novel"), said(P.DEPICTS, "event")).basis is Basis.TRUE_STORY
    assert weighed(said(P.BASED_ON, "novel"), said(P.INSPIRED_BY, "event")).basis is Basis.INSPIRED_BY_REAL_EVENTS


def test_a_hedge_makes_it_less_sure() -> None:
    plain, hedged = (weighed(said(P.TRUE_STORY, hedge=hedge)).probability for hedge in (None, "reportedly"))
    assert plain is not None
    assert hedged is not None
    assert hedged < plain


def test_a_source_that_repeats_itself_says_less_than_another_that_agrees() -> None:
    event = said(P.BASED_ON, "article")
    again, another = replace(event, target=Target("Y", "article")), said(P.BASED_ON, "article", source="wikidata")
    once, twice, both = (weighed(*s).probability for s in ([event], [event, again], [event, another]))
    assert once is not None
    assert twice is not None
    assert both is not None
    assert once < twice < both
    assert weighed(event, event).probability == once


def test_sources_that_disagree_are_a_dispute_and_near_even_odds() -> None:
    outcome = weighed(said(P.TRUE_STORY), said(P.TRUE_STORY, denied=True, source="wikidata"))
    assert outcome.basis is Basis.DISPUTED
    assert outcome.probability == 0.5


def test_something_marketed_as_true_that_is_not_is_no_dispute() -> None:
    assert weighed(said(P.PRESENTED_AS_TRUE), said(P.TRUE_STORY, denied=True)).basis is Basis.PRESENTED_AS_TRUE


def test_only_the_unknown_has_no_probability() -> None:
    assert weighed() == Weighed(Basis.UNKNOWN, None)
    assert weighed(writers=1).basis is Basis.ORIGINAL
    assert weighed(writers=1, genres=("Drama", "War")) == Weighed(Basis.UNKNOWN, None)
    assert weighed(writers=1).basis is Basis.ORIGINAL


def test_silence_says_less_than_a_statement() -> None:
    silent, told = weighed(writers=2).probability, weighed(said(P.ORIGINAL_STORY)).probability
    assert silent is not None
    assert told is not None
    assert told < silent <= 0.1
    assert weighed(said(P.TRUE_STORY), writers=3).basis is Basis.TRUE_STORY


@pytest.mark.parametrize("above", sorted(Basis))
def test_a_remake_takes_over_what_has_to_do_with_real_events(above: Basis) -> None:
    taken = weighed(said(P.REMAKE_OF, "film"), above=above)
    assert taken.basis is (above if above in TAKEN_OVER else Basis.ADAPTATION)


def test_what_is_said_of_the_remake_itself_goes_before_its_original() -> None:
    remake = said(P.REMAKE_OF, "film")
    assert weighed(remake, said(P.TRUE_STORY), above=Basis.DISPUTED).basis is Basis.TRUE_STORY
    denied = weighed(remake, said(P.TRUE_STORY, denied=True), above=Basis.TRUE_STORY)
    assert denied.basis is Basis.ADAPTATION


points = st.builds(
    Point,
    st.sampled_from([*Side, None]),
    st.floats(0.1, 6, allow_nan=False),
    st.lists(st.sampled_from(["wikidata", "wikipedia", "curated"]), min_size=1, unique=True).map(tuple),
    st.sampled_from(["one book", "another", "an event"]),
)
above = st.one_of(st.none(), st.builds(Weighed, st.sampled_from(Basis), st.floats(0, 1)))


@given(st.lists(points, max_size=8), above, st.integers(0, 3))
def test_any_evidence_gives_a_basis_and_a_probability_that_is_null_only_when_unknown(
    given_: list[Point], inherited: Weighed | None, writers: int
) -> None:
    outcome = weigh(given_, inherited, writers, ())
    if outcome is not inherited:
        assert (outcome.probability is None) == (outcome.basis is Basis.UNKNOWN)
    assert outcome.probability is None or 0 <= outcome.probability <= 1


@given(st.lists(points, max_size=8), st.randoms())
def test_the_order_of_statements_changes_nothing(given_: list[Point], random: object) -> None:
    shuffled = list(given_)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert weigh(shuffled, None, 0, ()) == weigh(given_, None, 0, ())


@given(st.lists(points.filter(lambda p: p.side in (None, Side.FICTION)), max_size=4), st.integers(1, 5))
def test_more_that_speaks_for_it_never_makes_it_less_likely(before: list[Point], more: int) -> None:
    chances = [
        weigh([*before, *[Point(Side.REAL, 2.5, (f"source {n}",)) for n in range(times)]], None, 0, ()).probability
        for times in range(1, more + 1)
    ]
    assert all(one <= other for one, other in pairwise(c for c in chances if c is not None))
    assert None not in chances


@given(st.floats(0.5, 6), st.floats(0.5, 6))
def test_the_side_that_weighs_more_is_the_likelier_in_a_dispute(for_: float, against: float) -> None:
    outcome = weigh([Point(Side.REAL, for_, ("a",)), Point(Side.NOT_REAL, against, ("b",))], None, 0, ())
    if outcome.basis is Basis.DISPUTED and outcome.probability is not None:
        assert (outcome.probability >= 0.5) == (for_ >= against) or abs(outcome.probability - 0.5) < 0.01


@given(st.lists(points, max_size=8), st.integers(0, 3))
def test_the_probability_agrees_with_the_basis(given_: list[Point], writers: int) -> None:
    outcome = weigh(given_, None, writers, ())
    if outcome.basis in (Basis.ADAPTATION, Basis.ORIGINAL, Basis.PRESENTED_AS_TRUE):
        assert outcome.probability is not None
        assert outcome.probability < 0.5
    if outcome.basis in (Basis.TRUE_STORY, Basis.INSPIRED_BY_REAL_EVENTS):
        assert outcome.probability is not None
        assert outcome.probability > 0.5


def test_what_is_no_true_story_may_be_inspired_by_one() -> None:
    outcome = weighed(said(P.INSPIRED_BY, "event"), said(P.TRUE_STORY, denied=True, source="press"))
    assert outcome.basis in (Basis.INSPIRED_BY_REAL_EVENTS, Basis.DISPUTED)
    assert outcome.probability is not None
    assert outcome.probability >= 0.3
