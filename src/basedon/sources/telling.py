"""What a page about a film tells, as statements: the same whether it was read in a dump or stands in a fact file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from basedon.model.statement import CONTINUES, Hedge, Predicate, Statement, Target
from basedon.prose.sayings import Saying
from basedon.sources.genres import TRUE_GENRES
from basedon.sources.sayer import Sayer

SERIES_PAGE = re.compile(
    r"\((?:[^()]* )?(?:TV|television|web) (?:series|serial|program(?:me)?|show|sitcom)\)$"
    r"|\((?:[^()]* )?(?:miniseries|mini-series|sitcom|telenovela|talk show)\)$",
    re.IGNORECASE,
)
FILM_PAGE = re.compile(r" \([^()]*\b(?:film|TV special|TV play|TV drama|documentary)\)$", re.IGNORECASE)
"""The remark behind a page's name that tells a series, or a film."""


def origin(
    said: Sayer,
    locator: str,
    predicate: Predicate,
    target: Target,
    denied: bool = False,
    hedge: Hedge | None = None,
    kind: str | None = None,
    inverse: bool = False,
) -> Statement:
    """What a page says of its film's origin; `inverse` where the target is what came of the film."""
    return Statement(
        subject=said.subject,
        predicate=inverted(predicate) if inverse else predicate,
        target=target,
        denied=denied,
        hedge=hedge,
        kind=kind or (predicate.value.removesuffix("_of") if inverse else None),
        evidence=said.at(locator),
    )


def inverted(predicate: Predicate) -> Predicate:
    """The predicate that tells the same from the earlier film's side."""
    return Predicate.FOLLOWED_BY if predicate in CONTINUES else Predicate.REMADE_AS


def said_so(said: Sayer, locator: str, saying: Saying) -> Statement:
    """What a text was read to say, as a statement."""
    return origin(
        said, locator, saying.predicate, saying.target, saying.denied, saying.hedge, saying.kind, saying.inverse
    )


def told(said: Sayer, part: str, sayings: Iterable[Saying]) -> Iterator[Statement]:
    """What a part of a page says of the film's origin, without what it says of the book or film that it comes from."""
    for saying in sayings:
        if not saying.of_target:
            yield said_so(said, f"{part}, sentence {saying.sentence + 1}", saying)


def genres(said: Sayer, locator: str, found: Iterable[str]) -> Iterator[Statement]:
    """Genres, each once, and what some of them say by themselves."""
    for genre in dict.fromkeys(filter(None, found)):
        yield said(Predicate.GENRE, locator, Target(genre))
        if genre in TRUE_GENRES:
            yield said(Predicate.DEPICTS, f"genre: {genre}", TRUE_GENRES[genre])
