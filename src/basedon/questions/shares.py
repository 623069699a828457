"""Shares of people with bounds, and shares drawn towards what is usual, so that few people prove nothing.

Bounds of plain shares are E. B. Wilson's (Probable inference, the law of succession, and statistical inference, JASA
22, 1927), as L. D. Brown, T. T. Cai and A. DasGupta advise for small numbers (Interval estimation for a binomial
proportion, Statistical Science 16, 2001). What is usual is a beta distribution over all films, fitted by moments (J. C.
Kleinman, Proportions with extraneous variance, JASA 68, 1973): empirical Bayes. A film's rate is the mean of what that
and its own people tell together, itself a beta distribution, of which the bounds leave 2.5% on either side.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from msgspec import Struct

from basedon.model.reactions import Rate, Share

Z = 1.959963984540054
"""Of the normal distribution: 95% lie within."""

TAIL = 0.025
"""What bounds of 95% leave on either side."""

LEAST, MOST = 2.0, 500.0
"""The weight of what is usual, in people: not less, lest one person be proof, and not more, lest nobody be."""

ENOUGH = 5
"""People who wrote of a film from which on it helps to tell what is usual; fewer tell nothing of how films differ."""


class Usual(Struct, frozen=True):
    """What is usual for films: the mean share, and how many people it weighs as much as."""

    mean: float
    weight: float


def usual(counts: Iterable[tuple[int, int]]) -> Usual:
    """What is usual, of (people who felt it, people) by film."""
    every = list(counts)
    people = sum(n for _, n in every)
    mean = (sum(x for x, _ in every) + 0.5) / (people + 1)
    films = [(x, n) for x, n in every if n >= ENOUGH]
    if len(films) < 3:
        return Usual(mean, 20.0)
    heavy = sum(n for _, n in films)
    centre = sum(x for x, _ in films) / heavy
    spread = sum(n * (x / n - centre) ** 2 for x, n in films)
    by_chance = centre * (1 - centre) * (len(films) - 1)
    room = centre * (1 - centre) * (heavy - sum(n * n for _, n in films) / heavy - (len(films) - 1))
    # how much films differ beyond chance, as a share of how much they could: the correlation within a film
    within = (spread - by_chance) / room if room > 0 else 0.0
    weight = 1 / within - 1 if within > 0 else MOST
    return Usual(mean, min(MOST, max(LEAST, weight)))


def share(felt: int, people: int) -> Share:
    """The share of people who felt it, as it is, with its bounds."""
    low, high = wilson(felt, people)
    return Share(felt, round(felt / people, 4) if people else 0.0, round(low, 4), round(high, 4))


def rate(felt: int, people: int, of: Usual) -> Rate:
    """The share drawn towards what is usual, with its bounds."""
    hits, all_ = felt + of.mean * of.weight, people + of.weight
    low, high = (beta_quantile(chance, hits, all_ - hits) for chance in (TAIL, 1 - TAIL))
    return Rate(round(hits / all_, 4), round(low, 4), round(high, 4))


def wilson(hits: float, people: float) -> tuple[float, float]:
    """The bounds of a share; all there is where nobody was asked."""
    if people <= 0:
        return 0.0, 1.0
    p, z2 = hits / people, Z * Z
    centre = (p + z2 / (2 * people)) / (1 + z2 / people)
    half = Z / (1 + z2 / people) * math.sqrt(p * (1 - p) / people + z2 / (4 * people * people))
    return max(0.0, centre - half), min(1.0, centre + half)


def beta_quantile(chance: float, a: float, b: float) -> float:
    """Below which share a beta distribution has this chance, by halving (to a millionth)."""
    if a <= 0 or b <= 0:
        return 0.0 if a <= 0 else 1.0
    low, high = 0.0, 1.0
    while high - low > 1e-6:
        middle = (low + high) / 2
        low, high = (middle, high) if beta_below(middle, a, b) < chance else (low, middle)
    return (low + high) / 2


def beta_below(x: float, a: float, b: float) -> float:
    """The chance of a share below x in a beta distribution: its incomplete function by a continued fraction (Lentz's
    way), as in NIST's Digital Library of Mathematical Functions, 8.17.22.
    """
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_below(1 - x, b, a)
    if x <= 0:
        return 0.0
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)) / a
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    whole = d
    for m in range(1, 300):
        for step in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d, c = 1 / (1 + step * d), 1 + step / c
            whole *= c * d
        if abs(c * d - 1) < 1e-10:
            break
    return front * whole
