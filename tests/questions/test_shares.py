"""Bounds hold what they promise, and few people prove nothing: by simulation."""

from __future__ import annotations

import random

import pytest

from basedon.questions.shares import Usual, beta_below, rate, usual, wilson


def test_bounds_hold_the_true_share_as_often_as_they_say() -> None:
    chance = random.Random(5)  # noqa: S311  # a simulation
    held = tried = 0
    for _ in range(6000):
        true, people = chance.betavariate(2, 8), chance.choice((3, 5, 8, 13, 20, 40, 100))
        low, high = wilson(sum(chance.random() < true for _ in range(people)), people)
        held += low <= true <= high
        tried += 1
    assert 0.93 <= held / tried <= 0.975


@pytest.mark.parametrize(("a", "b"), [(3, 12), (1, 9), (5, 5)])
def test_bounds_of_drawn_rates_hold_what_films_have_where_films_differ_as_fitted(a: int, b: int) -> None:
    chance = random.Random(6)  # noqa: S311  # a simulation
    films = []
    for _ in range(4000):
        true, people = chance.betavariate(a, b), chance.choice((1, 2, 3, 5, 8, 13, 40, 100))
        films.append((true, sum(chance.random() < true for _ in range(people)), people))
    of = usual((x, n) for _, x, n in films)
    rates = [(true, rate(x, n, of)) for true, x, n in films]
    assert 0.93 <= sum(found.low <= true <= found.high for true, found in rates) / len(rates) <= 0.975


def test_two_of_two_do_not_come_before_sixty_of_a_hundred() -> None:
    for weight in (2.0, 5.0, 20.0, 500.0):
        for mean in (0.05, 0.2, 0.5):
            of = Usual(mean, weight)
            assert rate(2, 2, of).low < rate(60, 100, of).low


def test_the_incomplete_beta_function() -> None:
    assert beta_below(0.3, 1, 1) == pytest.approx(0.3)
    assert beta_below(0.2, 2, 3) == pytest.approx(0.1808)
    assert beta_below(0.9, 0.5, 0.5) == pytest.approx(0.7951672353)
