"""From what is said to a story basis and a probability: all evidence is weighed here, with `reliability` and `witnesses`.

The basis: every statement gives a point on one side. Weights are of three sizes (strong, fair, weak), set by the kind of
thing said and how firmly; the points of one side add up, a second point from the same source counting half, and rules
that can be read below decide between the sides. "Based on" alone never makes a true story: the kind of its target
decides. These numbers are set by judgement.

The probability: what each witness says, and that it is silent, has a weight that was learned from how witnesses agree,
and their sum is calibrated on labelled films (`reliability`). It is held on the basis's side of even.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable
from enum import StrEnum

from msgspec import Struct

from basedon.model.statement import CHARACTERS, FICTION, REAL, REPORTS, Predicate, Statement
from basedon.model.verdict import Basis
from basedon.questions.witnesses import OWN

STRONG, FAIR, WEAK = 4.0, 2.5, 1.2
TRUST = {"curated": 2.0, "biopics": 0.5, "articles": 0.4}
"""How far a source is trusted; 1 where nothing is set."""

WEAK_WITNESSES = frozenset({"articles"})
"""Sources that decide only where no other speaks; what they say is shown all the same."""

HEDGED = {"reportedly": 0.6, "partly": 0.8}
REAL_ENOUGH = 1.5
"""Points that it takes to call a film a true story, or inspired by real events."""

BALANCED = 5.0
"""Two sides disagree when neither outweighs the other by more than this factor: a denial tells more than one more
yes.
"""

FIRM = 2.0
"""A film is a true story rather than inspired by one when what is said plainly outweighs what is said loosely by
this.
"""

TELLING = 0.4
"""Log-odds from which a film of a book that reports, of which no more is said, is taken to tell what the book reports."""

OUTWEIGHS = 2.0
"""An original story, or an adapted one, stands against slight signs of real events when it outweighs them by this."""

EVEN = 0.2
"""Log-odds that a decided basis keeps from even chances, so that it and its probability never say two things."""

REMADE = -2.9
"""Log-odds at most that a remake of fiction tells of real events of its own."""

OPEN = 1.4
"""Log-odds beyond which nothing is claimed of what is disputed: four in five."""

SUREST = 4.0
"""Log-odds beyond which nothing is claimed."""

LIFELIKE = frozenset(
    {
        "war",
        "historical",
        "history",
        "biographical",
        "biography",
        "sports",
        "sport",
        "documentary",
        "docudrama",
        "political",
    }
    | {"epic", "historical period drama", "television drama", "crime drama", "legal drama", "survival", "mockumentary"}
)
"""Genres whose stories are often taken from real events, so that silence about a source tells nothing."""


class Side(StrEnum):
    """What a point speaks for."""

    REAL = "real"
    INSPIRED = "inspired"
    REPORT = "report"
    """Based on a book or an article that reports: mostly real events, sometimes advice or a setting."""
    LOOSE_REPORT = "loose_report"
    FICTION = "fiction"
    SOME_WORK = "some_work"
    """Based on a work of which no source tells whether it is fiction."""
    ORIGINAL = "original"
    PRESENTED = "presented"
    NOT_TRUE = "not_true"
    """Not a true story: it may be inspired by one all the same."""
    NOT_REAL = "not_real"
    """Not even inspired by the event or person named."""


class Point(Struct, frozen=True):
    """One thing said, on the side it speaks for; None where it speaks for neither.

    `weight` is that of the thing said, whoever says it; `about` names what it points to, so that a source that names one
    book twice is heard once.
    """

    side: Side | None
    weight: float
    sources: tuple[str, ...]
    about: str = ""


def weak(statement: Statement) -> bool:
    """Whether only weak witnesses say it."""
    return {evidence.source for evidence in statement.evidence} <= WEAK_WITNESSES


class Weighed(Struct, frozen=True):
    """The outcome: a basis, and the probability that the film dramatises or is inspired by real events."""

    basis: Basis
    probability: float | None


def point(statement: Statement, kind: str | None = None, about: str = "") -> Point:
    """The side and weight of one statement; `kind` is that of its target where another source tells it."""
    side, weight = side_of(statement, kind or statement.target.type)
    sources = tuple(sorted({evidence.source for evidence in statement.evidence}))
    return Point(side, weight * HEDGED.get(statement.hedge or "", 1.0), sources, about or statement.id)


def side_of(statement: Statement, type_: str | None) -> tuple[Side | None, float]:
    """What a statement speaks for, and how firmly, before its source and hedge are looked at."""
    loose = statement.hedge in ("loosely", "partly")
    real = Side.INSPIRED if loose else Side.REAL
    match statement.predicate:
        case Predicate.TRUE_STORY if statement.denied:
            return Side.NOT_TRUE, STRONG
        case Predicate.TRUE_STORY:
            return real, STRONG
        case Predicate.DEPICTS if not statement.denied:
            return real, STRONG if statement.target.title or type_ == "other" else FAIR
        case Predicate.BASED_ON | Predicate.INSPIRED_BY if statement.denied:
            return (Side.NOT_REAL, STRONG) if type_ in REAL else (None, 0.0)
        case Predicate.BASED_ON | Predicate.INSPIRED_BY if statement.target.title == CHARACTERS:
            return None, 0.0  # who is in it, not what happens
        case Predicate.BASED_ON | Predicate.INSPIRED_BY if type_ in REPORTS and loose:
            return Side.SOME_WORK, FAIR  # a book of advice may lend a film its title and no more
        case Predicate.BASED_ON if type_ in REPORTS:
            return Side.REPORT, FAIR
        case Predicate.INSPIRED_BY if type_ in REPORTS:
            return Side.LOOSE_REPORT, FAIR
        case Predicate.BASED_ON if type_ in REAL:
            return real, STRONG
        case Predicate.REMAKE_OF:
            return Side.FICTION, FAIR
        case Predicate.BASED_ON:
            return (Side.FICTION, STRONG) if type_ in FICTION else (Side.SOME_WORK, FAIR)
        case Predicate.INSPIRED_BY if type_ in REAL:
            return Side.INSPIRED, STRONG
        case Predicate.INSPIRED_BY:
            return Side.FICTION, WEAK
        case Predicate.ORIGINAL_STORY if not statement.denied:
            return Side.ORIGINAL, STRONG
        case Predicate.PRESENTED_AS_TRUE if not statement.denied:
            return Side.PRESENTED, STRONG
    return None, 0.0


def totals(points: Iterable[Point]) -> dict[Side, float]:
    """The weight of each side: of every source its points from the heaviest down, each further one counting half."""
    heard: dict[tuple[Side, str, str], float] = {}
    for p in points:
        if p.side is None:
            continue
        for source in p.sources:
            key = (p.side, source, p.about)
            heard[key] = max(heard.get(key, 0.0), p.weight * TRUST.get(source, 1.0))
    sums = dict.fromkeys(Side, 0.0)
    met: Counter[tuple[Side, str]] = Counter()
    for (side, source, _), weight in sorted(heard.items(), key=lambda item: (-item[1], item[0])):
        sums[side] += weight * 0.5 ** met[side, source]
        met[side, source] += 1
    return sums


def weigh(
    points: Iterable[Point], odds: float, inherited: Weighed | None, writers: int, genres: Collection[str]
) -> Weighed:
    """The basis that the points give; `odds` are the witnesses' log-odds for real events.

    What the user's own statements say decides alone. `inherited` is the outcome for the film that this one remakes, taken over when it has something to do with real
    events and nothing of the film's own speaks of them. `writers` counts those that an infobox names: where it and the
    lead say nothing of a source, and no genre is made of real events, the story is taken as original.
    """
    points = list(points)
    points = [p for p in points if OWN in p.sources and p.side] or points
    firm = [p for p in points if set(p.sources) - WEAK_WITNESSES]
    sums = settled(totals(firm if any(p.side for p in firm) else points), odds)
    real, inspired, original = sums[Side.REAL], sums[Side.INSPIRED], sums[Side.ORIGINAL]
    fiction = sums[Side.FICTION] + sums[Side.SOME_WORK]
    for_, against = real + inspired, denied(sums)
    own = for_ or against or sums[Side.PRESENTED] or sums[Side.ORIGINAL]
    if not own and inherited and inherited.basis in TAKEN_OVER:
        return inherited
    if sums[Side.PRESENTED] and sums[Side.PRESENTED] >= real:
        return outcome(Basis.PRESENTED_AS_TRUE, odds)
    if for_ >= WEAK and against:
        if max(for_, against) <= BALANCED * min(for_, against):
            return Weighed(Basis.DISPUTED, share(max(-OPEN, min(OPEN, (for_ - against) / 4))))
        if against > for_:
            for_ = 0.0
    if original and original >= (OUTWEIGHS if real else 1.0) * for_ and not inherited:
        return outcome(Basis.ORIGINAL if original >= fiction else Basis.ADAPTATION, odds)
    slight = for_ <= STRONG and fiction >= OUTWEIGHS * for_
    if for_ >= REAL_ENOUGH and not slight:
        return outcome(Basis.TRUE_STORY if real >= FIRM * inspired else Basis.INSPIRED_BY_REAL_EVENTS, odds)
    if fiction:
        return outcome(Basis.ADAPTATION, odds)
    if inherited:
        return outcome(Basis.ADAPTATION, min(odds, REMADE))
    if not any(sums.values()) and silent(writers, genres):
        return outcome(Basis.ORIGINAL, odds)
    return Weighed(Basis.UNKNOWN, None)


def settled(sums: dict[Side, float], odds: float) -> dict[Side, float]:
    """The sides with what is based on a report put where it belongs: real events, unless nothing else speaks of them."""
    told = any(sums[side] for side in (Side.REAL, Side.INSPIRED, Side.NOT_TRUE, Side.NOT_REAL)) or odds >= TELLING
    moved = dict(sums)
    for report, real in ((Side.REPORT, Side.REAL), (Side.LOOSE_REPORT, Side.INSPIRED)):
        enough = told and moved[real] + moved[report] >= REAL_ENOUGH
        moved[real if enough else Side.SOME_WORK] += moved.pop(report)
    return moved


TRUE = frozenset({Basis.TRUE_STORY, Basis.INSPIRED_BY_REAL_EVENTS})
TAKEN_OVER = TRUE | {Basis.PRESENTED_AS_TRUE, Basis.DISPUTED}
"""Bases that a remake takes over; a remake of any other film adapts fiction."""


def silent(writers: int, genres: Collection[str]) -> bool:
    """Whether enough was read for silence about a source to mean that there is none.

    An infobox that names writers has a place of its own for the source. Nothing in it tells of real events, though, so a
    genre that is made of them keeps the story unknown. A silent lead alone proves nothing.
    """
    return writers > 0 and not any(genre.lower() in LIFELIKE for genre in genres)


def denied(sums: dict[Side, float]) -> float:
    """The weight of denials; "no true story" contradicts none who only say that it is inspired by one."""
    speaks_of_truth = sums[Side.REAL] or not sums[Side.INSPIRED]
    return sums[Side.NOT_REAL] + (sums[Side.NOT_TRUE] if speaks_of_truth else 0.0)


def outcome(basis: Basis, odds: float) -> Weighed:
    """A basis with its probability, held on the basis's own side of even so that they never say two things."""
    odds = max(-SUREST, min(SUREST, odds))
    return Weighed(basis, share(max(EVEN, odds) if basis in TRUE else min(-EVEN, odds)))


def share(odds: float) -> float:
    """Log-odds as a probability of two decimals."""
    return round(1 / (1 + math.exp(-odds)), 2)
