"""Counting right and wrong: precision and recall, and how well probabilities keep what they promise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct


class Score(Struct, frozen=True):
    """How often something was rightly said, wrongly said, and wrongly left unsaid."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Of what was said, the share that is right; 0 where nothing was said."""
        return share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Of what should be said, the share that was."""
        return share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return share(2 * self.right, 2 * self.right + self.wrong + self.missed)


def share(part: float, whole: float) -> float:
    """A part of a whole; 0 of nothing."""
    return part / whole if whole else 0.0


def score(pairs: Iterable[tuple[str, str]], value: str) -> Score:
    """How well one value was told, from pairs of what is so and what was said."""
    pairs = list(pairs)
    right = sum(so == said == value for so, said in pairs)
    return Score(right, sum(said == value for _, said in pairs) - right, sum(so == value for so, _ in pairs) - right)


class Bin(Struct, frozen=True):
    """Probabilities between two bounds: how many, their mean, and the share of them that came true."""

    low: float
    high: float
    count: int
    promised: float
    kept: float


def reliability(
    told: Sequence[tuple[float, bool]], bounds: Sequence[float] = (0, 0.05, 0.2, 0.5, 0.8, 0.95, 1)
) -> Iterator[Bin]:
    """Probabilities beside what came true, by bins; the last one holds its upper bound."""
    for low, high in pairwise(bounds):
        held = [(p, true) for p, true in told if low <= p < high or p == high == bounds[-1]]
        if held:
            promised = share(sum(p for p, _ in held), len(held))
            yield Bin(low, high, len(held), promised, share(sum(true for _, true in held), len(held)))


def brier(told: Sequence[tuple[float, bool]]) -> float:
    """The mean squared distance of probabilities from what came true: 0 is perfect."""
    return share(sum((p - true) ** 2 for p, true in told), len(told))


def calibration_error(told: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """The expected calibration error: how far promised and kept lie apart, by bins of equal width weighed by size.

    Naeini, Cooper, Hauskrecht: Obtaining well calibrated probabilities using Bayesian binning (AAAI 2015).
    """
    bounds = [at / bins for at in range(bins + 1)]
    parts = reliability(told, bounds)
    return share(sum(part.count * abs(part.promised - part.kept) for part in parts), len(told))
