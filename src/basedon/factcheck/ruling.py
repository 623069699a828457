"""A verdict on a claim about one film, and what the rules of verdicts share."""

from __future__ import annotations

from msgspec import Struct

from basedon.model.answer import Finding
from basedon.model.claim import Value, Verdict

YES, NO, BOTH, OPEN = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.DISPUTED, Verdict.UNVERIFIED

NEAR = 1
"""Years between a festival and a release."""

UNTRUE = 0.35
"""The probability of real events below which "a true story" is contradicted; a denial, above its complement."""

MOST = 6
"""Films that may be meant of which each is looked at."""


class Ruling(Struct, frozen=True):
    """A verdict on a claim about one film, with the right value where it is wrong, and what it rests on."""

    verdict: Verdict
    number: int
    correct: Value | None = None
    findings: tuple[Finding, ...] = ()
    other: int | None = None
    """The remake of which a claim about remakes tells."""
