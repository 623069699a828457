"""An article's text cut where its claims begin and end, so that each form can mark them in place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from basedon.forms.plain import clean
from basedon.model.claim import TYPE_NAMES, Claim, Value, Verdict

WORST_FIRST = (Verdict.CONTRADICTED, Verdict.DISPUTED, Verdict.UNVERIFIED, Verdict.SUPPORTED)
SIGNS: dict[Verdict, str] = {
    Verdict.SUPPORTED: "✓",
    Verdict.CONTRADICTED: "✗",
    Verdict.DISPUTED: "≠",
    Verdict.UNVERIFIED: "?",
}
"""Said beside colour, never by colour alone."""


class Piece(Struct, frozen=True):
    """A piece of the text, the worst verdict on a claim that it belongs to, and the claims that end with it."""

    text: str
    verdict: Verdict | None
    ends: tuple[int, ...] = ()


def pieces(text: str, claims: Sequence[Claim]) -> list[Piece]:
    """The text in order; claims are numbered from 1."""
    cuts = sorted({0, len(text), *(c.start for c in claims), *(c.end for c in claims)})
    active: set[int] = set()
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for number, claim in enumerate(claims, 1):
        starts.setdefault(claim.start, []).append(number)
        ends.setdefault(claim.end, []).append(number)
    made: list[Piece] = []
    for start, end in pairwise(cuts):
        active |= set(starts.get(start, ()))
        verdicts = {claims[number - 1].verdict for number in active}
        worst = next((verdict for verdict in WORST_FIRST if verdict in verdicts), None)
        ending = ends.get(end, [])
        made.append(Piece(text[start:end], worst, tuple(ending)))
        active -= set(ending)
    return made


def type_name(claim: Claim) -> str:
    """A claim's type in words."""
    return TYPE_NAMES.get(claim.type, claim.type)


def shown(value: Value | None) -> str:
    """A value in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return clean(str(value))


def ruling(claim: Claim) -> str:
    """The verdict in words, with the right value where the stated one is wrong."""
    right = f", it is {shown(claim.correct)}" if claim.correct is not None else ""
    return f"{claim.verdict.value}{right}"
