"""What evidence comes to: one statement at a time, then sides against each other, reports, silence and inheritance."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from basedon.catalogue.catalogue import Reading
from basedon.model.evidence import Evidence
from basedon.model.statement import FICTION, REAL, Predicate, Statement, Target, TargetType
from basedon.model.verdict import Basis
from basedon.questions import reliability, witnesses
from basedon.questions.weighing import (
    REAL_ENOUGH,
    REPORTS,
    SUREST,
    TAKEN_OVER,
    TELLING,
    TRUE,
    Point,
    Side,
    Weighed,
    point,
    settled,
    share,
    totals,
    weigh,
)

P = Predicate
READ = (Reading("wikipedia", "lead", 5), Reading("wikipedia", "infobox", 2))
"""What was looked at of a film that all sources hold: its lead and its infobox."""


def said(predicate: Predicate, type_: TargetType | None = None, source: str = "wikipedia", **more: object) -> Statement:
    target = Target("X", type_) if type_ else Target()
    return Statement(
        subject="wikipedia:A", predicate=predicate, target=target, evidence=(Evidence(source, "A", "lead"),), **more
    )  # type: ignore[arg-type]


def odds_of(*statements: Statement) -> float:
    """The log-odds that the witnesses of a film come to of which all was read."""
    told = [(statement, statement.target.type) for statement in statements]
    return reliability.odds(witnesses.heard(told, READ, (), ("wikidata", "wikipedia")))


def weighed(
    *statements: Statement,
    odds: float | None = None,
    above: Basis | None = None,
    writers: int = 0,
    genres: tuple[str, ...] = (),
) -> Weighed:
    """What statements come to; the log-odds are those of their witnesses where none are given."""
    inherited = Weighed(above, 0.5) if above else None
    return weigh(
        [point(s) for s in statements], odds_of(*statements) if odds is None else odds, inherited, writers, genres
    )


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


@pytest.mark.parametrize("hedge", ["loosely", "partly"])
def test_a_hedge_makes_it_less_sure(hedge: str) -> None:
    plain, hedged = (weighed(said(P.TRUE_STORY, hedge=word)).probability for word in (None, hedge))
    assert plain is not None
    assert hedged is not None
    assert hedged < plain


@pytest.mark.parametrize("hedge", ["reportedly", "partly"])
def test_what_is_hedged_weighs_less(hedge: str) -> None:
    assert 0 < point(said(P.TRUE_STORY, hedge=hedge)).weight < point(said(P.TRUE_STORY)).weight


def test_a_source_that_repeats_itself_says_less_than_another_that_agrees() -> None:
    event = said(P.BASED_ON, "event")
    again, another = replace(event, target=Target("Y", "event")), said(P.BASED_ON, "event", source="wikidata")
    once, twice, both = (
        totals(point(s) for s in statements)[Side.REAL] for statements in ([event], [event, again], [event, another])
    )
    assert once < twice < both
    assert totals([point(event), point(event)])[Side.REAL] == once


def test_sources_are_trusted_each_in_its_measure() -> None:
    curated, page, saved = (
        totals([point(said(P.TRUE_STORY, source=source))])[Side.REAL] for source in ("curated", "wikipedia", "articles")
    )
    assert curated > page > saved > 0


def test_the_probability_is_that_of_the_witnesses() -> None:
    for odds in (-3.0, -1.0, 1.0, 3.0):
        basis = said(P.TRUE_STORY) if odds > 0 else said(P.BASED_ON, "novel")
        assert weighed(basis, odds=odds).probability == share(odds)
    assert weighed(said(P.ORIGINAL_STORY), odds=-1.0).probability == share(-1.0)
    assert weighed(said(P.PRESENTED_AS_TRUE), odds=-1.0).probability == share(-1.0)
    assert weighed(writers=1, odds=-1.0).probability == share(-1.0)


def test_points_alone_make_nothing_more_probable() -> None:
    one, more = said(P.TRUE_STORY), said(P.DEPICTS, "event", source="wikidata")
    assert weighed(one, odds=1.0) == weighed(one, more, odds=1.0)


def test_the_probability_is_held_on_the_side_of_the_basis() -> None:
    assert weighed(said(P.TRUE_STORY), odds=-3.0).basis is Basis.TRUE_STORY
    assert weighed(said(P.TRUE_STORY), odds=-3.0).probability == 0.55
    assert weighed(said(P.BASED_ON, "novel"), odds=3.0).basis is Basis.ADAPTATION
    assert weighed(said(P.BASED_ON, "novel"), odds=3.0).probability == 0.45


def test_nothing_is_ever_quite_certain() -> None:
    assert weighed(said(P.TRUE_STORY), odds=50.0).probability == share(SUREST) < 1
    assert weighed(said(P.BASED_ON, "novel"), odds=-50.0).probability == share(-SUREST) > 0


def test_a_dispute_has_the_odds_of_its_two_sides() -> None:
    sides = said(P.TRUE_STORY), said(P.TRUE_STORY, denied=True, source="press")
    assert weighed(*sides, odds=3.0) == weighed(*sides, odds=-3.0) == Weighed(Basis.DISPUTED, 0.5)


@pytest.mark.parametrize("type_", sorted(REPORTS))
def test_a_report_alone_tells_real_events_only_where_the_witnesses_do(type_: TargetType) -> None:
    book = said(P.BASED_ON, type_)
    assert weighed(book, odds=TELLING).basis is Basis.TRUE_STORY
    assert weighed(book, odds=TELLING - 0.1).basis is Basis.ADAPTATION
    inspiring = said(P.INSPIRED_BY, type_)
    assert weighed(inspiring, odds=TELLING).basis is Basis.INSPIRED_BY_REAL_EVENTS
    assert weighed(inspiring, odds=TELLING - 0.1).basis is Basis.ADAPTATION


@pytest.mark.parametrize("other", [said(P.DEPICTS, "event"), said(P.TRUE_STORY), said(P.BASED_ON, "person")])
def test_a_report_beside_real_events_is_real_whatever_the_odds(other: Statement) -> None:
    assert weighed(said(P.BASED_ON, "non-fiction book"), other, odds=-3.0).basis is Basis.TRUE_STORY


def test_a_report_that_inspired_makes_real_events_looser() -> None:
    books = [said(P.INSPIRED_BY, "non-fiction book"), said(P.INSPIRED_BY, "article")]
    assert weighed(said(P.INSPIRED_BY, "event"), *books, odds=-3.0).basis is Basis.INSPIRED_BY_REAL_EVENTS
    assert weighed(said(P.DEPICTS, "event"), *books, odds=-3.0).basis is Basis.INSPIRED_BY_REAL_EVENTS


def test_a_report_and_a_denial_are_a_dispute() -> None:
    denial = said(P.TRUE_STORY, denied=True, source="press")
    assert weighed(said(P.BASED_ON, "non-fiction book"), denial, odds=-3.0).basis is Basis.DISPUTED


@pytest.mark.parametrize("hedge", ["loosely", "partly"])
@pytest.mark.parametrize("type_", sorted(REPORTS))
@pytest.mark.parametrize("predicate", [P.BASED_ON, P.INSPIRED_BY])
def test_a_report_loosely_taken_is_some_work(predicate: Predicate, type_: TargetType, hedge: str) -> None:
    book = said(predicate, type_, hedge=hedge)
    assert point(book).side is Side.SOME_WORK
    assert weighed(book, odds=3.0).basis is Basis.ADAPTATION


@pytest.mark.parametrize("type_", sorted(REAL - REPORTS))
def test_what_happened_itself_needs_no_odds(type_: TargetType) -> None:
    assert weighed(said(P.BASED_ON, type_), odds=-3.0).basis is Basis.TRUE_STORY
    assert weighed(said(P.INSPIRED_BY, type_), odds=-3.0).basis is Basis.INSPIRED_BY_REAL_EVENTS


@pytest.mark.parametrize("type_", sorted(REPORTS))
def test_a_report_weighs_less_than_what_happened_itself(type_: TargetType) -> None:
    report = point(said(P.BASED_ON, type_))
    assert report.side is Side.REPORT
    assert 0 < report.weight < point(said(P.BASED_ON, "event")).weight


def test_a_remake_of_a_report_takes_over_only_where_its_own_odds_are_low() -> None:
    remake, book = said(P.REMAKE_OF, "film"), said(P.BASED_ON, "non-fiction book")
    assert weighed(remake, book, odds=-3.0, above=Basis.DISPUTED).basis is Basis.DISPUTED
    assert weighed(remake, book, odds=3.0, above=Basis.DISPUTED).basis is Basis.TRUE_STORY


def test_sources_that_disagree_are_a_dispute_and_near_even_odds() -> None:
    outcome = weighed(said(P.TRUE_STORY), said(P.TRUE_STORY, denied=True, source="wikidata"))
    assert outcome.basis is Basis.DISPUTED
    assert outcome.probability == 0.5


def test_something_marketed_as_true_that_is_not_is_no_dispute() -> None:
    assert weighed(said(P.PRESENTED_AS_TRUE), said(P.TRUE_STORY, denied=True)).basis is Basis.PRESENTED_AS_TRUE


def test_only_the_unknown_has_no_probability() -> None:
    assert weighed() == Weighed(Basis.UNKNOWN, None)
    assert weighed(odds=3.0) == weighed(odds=-3.0) == Weighed(Basis.UNKNOWN, None)
    assert weighed(writers=1).basis is Basis.ORIGINAL
    assert weighed(writers=1, genres=("Drama", "War")) == Weighed(Basis.UNKNOWN, None)


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


any_odds = st.floats(-30, 30, allow_nan=False)


@given(st.lists(points, max_size=8), any_odds, above, st.integers(0, 3))
def test_any_evidence_gives_a_basis_and_a_probability_that_is_null_only_when_unknown(
    given_: list[Point], odds: float, inherited: Weighed | None, writers: int
) -> None:
    outcome = weigh(given_, odds, inherited, writers, ())
    if outcome is not inherited:
        assert (outcome.probability is None) == (outcome.basis is Basis.UNKNOWN)
    assert outcome.probability is None or 0 <= outcome.probability <= 1


@given(st.lists(points, max_size=8), any_odds, st.randoms())
def test_the_order_of_statements_changes_nothing(given_: list[Point], odds: float, random: object) -> None:
    shuffled = list(given_)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert weigh(shuffled, odds, None, 0, ()) == weigh(given_, odds, None, 0, ())


@given(st.lists(points.filter(lambda p: p.side in (None, Side.FICTION)), max_size=4), any_odds, st.integers(1, 5))
def test_more_that_speaks_for_it_never_makes_it_less_likely(before: list[Point], odds: float, more: int) -> None:
    chances = [
        weigh(
            [*before, *[Point(Side.REAL, 2.5, (f"source {n}",)) for n in range(times)]], odds, None, 0, ()
        ).probability
        for times in range(1, more + 1)
    ]
    assert all(one <= other for one, other in pairwise(c for c in chances if c is not None))
    assert None not in chances


@given(st.lists(points, max_size=8), st.lists(any_odds, min_size=2, max_size=5).map(sorted))
def test_higher_odds_never_make_it_less_likely(given_: list[Point], rising: list[float]) -> None:
    chances = [weigh(given_, odds, None, 1, ()).probability for odds in rising]
    assert all(one <= other for one, other in pairwise(c for c in chances if c is not None))


@given(
    st.lists(points.filter(lambda p: p.side not in (Side.REPORT, Side.LOOSE_REPORT)), max_size=8), any_odds, any_odds
)
def test_without_a_report_the_odds_do_not_decide_the_basis(given_: list[Point], low: float, high: float) -> None:
    assert weigh(given_, low, None, 1, ()).basis is weigh(given_, high, None, 1, ()).basis


@given(st.lists(points, max_size=8), any_odds)
def test_settling_reports_loses_and_adds_nothing(given_: list[Point], odds: float) -> None:
    sums = totals(given_)
    moved = settled(sums, odds)
    assert set(moved) == set(Side) - {Side.REPORT, Side.LOOSE_REPORT}
    assert sum(moved.values()) == pytest.approx(sum(sums.values()))
    assert all(moved[side] >= sums[side] for side in moved)
    told = sums[Side.REAL] + sums[Side.INSPIRED] + sums[Side.NOT_TRUE] + sums[Side.NOT_REAL]
    if not told and odds < TELLING:
        assert not moved[Side.REAL] + moved[Side.INSPIRED]
    else:
        left = moved[Side.SOME_WORK] - sums[Side.SOME_WORK]
        assert left < 2 * REAL_ENOUGH  # a report too weak to make a true story stays some work


@given(st.floats(0.5, 6), st.floats(0.5, 6), any_odds)
def test_the_side_that_weighs_more_is_the_likelier_in_a_dispute(for_: float, against: float, odds: float) -> None:
    outcome = weigh([Point(Side.REAL, for_, ("a",)), Point(Side.NOT_REAL, against, ("b",))], odds, None, 0, ())
    if outcome.basis is Basis.DISPUTED and outcome.probability is not None:
        assert (outcome.probability >= 0.5) == (for_ >= against) or abs(outcome.probability - 0.5) < 0.01


@given(st.lists(points, max_size=8), any_odds, st.integers(0, 3))
def test_the_probability_agrees_with_the_basis(given_: list[Point], odds: float, writers: int) -> None:
    outcome = weigh(given_, odds, None, writers, ())
    if outcome.basis in (Basis.ADAPTATION, Basis.ORIGINAL, Basis.PRESENTED_AS_TRUE):
        assert outcome.probability is not None
        assert outcome.probability < 0.5
    if outcome.basis in TRUE:
        assert outcome.probability is not None
        assert outcome.probability > 0.5


def test_what_is_no_true_story_may_be_inspired_by_one() -> None:
    outcome = weighed(said(P.INSPIRED_BY, "event"), said(P.TRUE_STORY, denied=True, source="press"))
    assert outcome.basis in (Basis.INSPIRED_BY_REAL_EVENTS, Basis.DISPUTED)
    assert outcome.probability is not None
    assert outcome.probability >= 0.3


def test_an_original_story_of_its_own_is_not_made_true_by_what_it_remakes() -> None:
    true = Weighed(Basis.TRUE_STORY, 0.9)
    assert weigh([Point(Side.ORIGINAL, 4.0, ("curated",))], 0.0, true, 0, ()).basis not in TRUE


def test_what_is_disputed_is_never_nearly_sure() -> None:
    points_ = [Point(Side.REAL, 4.0, (f"source {n}",)) for n in range(4)] + [Point(Side.NOT_TRUE, 4.0, ("curated",))]
    told = weigh(points_, 4.0, None, 0, ())
    assert told.basis is Basis.DISPUTED
    assert told.probability is not None
    assert told.probability <= 0.8
