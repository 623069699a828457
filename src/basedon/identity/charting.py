"""Which work a chart means by a title: the same title is borne by many films, and most of those are not held.

A chart gives a title, its weeks, its countries and (in the world's list) whether the film is in English. Each film of
that title is weighed by what these make likely; the best is meant where it is likely at all, also against a film that
nobody here knows of, and well ahead of the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from basedon.identity.titles import ARTICLE, normal

ENGLISH = frozenset({"English"})
ENGLISH_SPEAKING = frozenset({"US", "GB", "CA", "AU", "IE", "NZ"})

REMARK = re.compile(r"^(.+?) \(([^()]+)\)$")
"""A title with something behind it in brackets: the language of a dubbed version, a year, the title elsewhere."""

EDITION = re.compile(r"(?:dubbed|subtitled|original|extended|uncut) version|extended (?:cut|edition)", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")
INDIAN = frozenset({"Hindi", "Tamil", "Telugu", "Malayalam", "Kannada", "Bengali", "Marathi", "Punjabi"})
"""Languages that versions of Indian films are named by."""


class Listing(Struct, frozen=True):
    """One title as charts list it, over weeks that hang together."""

    title: str
    type: str
    first: str
    """The last day of the first of the weeks; empty where only a list without weeks has it."""
    in_english: bool | None
    """Whether the world's list has it among those in English; None where it is in neither, or in both."""
    countries: frozenset[str]
    """Of which lists have it, by two letters."""


class Candidate(Struct, frozen=True):
    """A work that bears the title; `told` are its titles as they are written, with whether each is a main one."""

    id: str
    type: str
    told: tuple[tuple[str, bool], ...]
    years: tuple[int, ...]
    languages: frozenset[str]
    countries: frozenset[str]
    """By two letters."""
    prominence: int


class Named(Struct, frozen=True):
    """A title without what stands behind it in brackets, and what that tells."""

    title: str
    year: int | None = None
    indian: bool = False


def named(title: str) -> tuple[Named, ...]:
    """The ways to read a listed title: as it stands, then without a remark in brackets that is no part of it."""
    ways = [Named(title)]
    if m := REMARK.match(title):
        if YEAR.fullmatch(m[2]):
            ways.append(Named(m[1], int(m[2])))
        elif m[2] in INDIAN or EDITION.fullmatch(m[2]):
            ways.append(Named(m[1], indian=m[2] in INDIAN))
    return tuple(ways)


LIKELY, AHEAD = 0.0, 1.2
"""How much must speak for a work, and how much more than for the next."""

NEVER = -100.0
STATED = 6.0
"""What speaks for a film whose year the listing states."""

AGAIN = 1.6
"""What speaks for a film that the same title meant in other weeks."""

SHARED, MOST_SHARED, ALONE = 0.25, 3, 0.4
"""What speaks against a title for each further film of it, for there are others that are not held; and for one of
several words that a single film has.
"""

AGES = ((1, 3.5), (3, 2.0), (12, 1.0), (25, 0.5), (32, 0.0), (45, -1.0), (60, -2.5))
"""What speaks for a film of at most so many years on a chart; by how many of each age the charts hold."""

SERIES_AGES = ((1, 3.0), (15, 1.5), (30, 0.5), (45, -1.0))
"""The same of series, whose new seasons are charted years later."""

OLDER = -6.0
WORDS = (-1.2, -0.4, 0.7)
"""What speaks for a title of one, two and three words: how seldom another film bears the same."""

MORE_WORDS = 1.5
UNDATED = 5
"""The age of a film, in years, of which only a list without weeks tells."""

NEW, OLD = 3, 32
"""Years: films up to the one are what charts mostly hold, those beyond the other come back in a country or two."""

OWN = frozenset({"JP", "KR", "IN", "TR", "TH", "PH", "TW", "NG", "EG", "PL"})
"""Countries whose own films fill their lists: what is charted only there is mostly theirs."""

ONLY_OWN = frozenset({"JP", "KR", "IN"})
"""Countries that watch their neighbours' films less."""

REGIONS = (
    frozenset({"JP", "KR", "CN", "HK", "TW", "TH", "VN", "PH", "SG", "MY", "ID"}),
    frozenset({"IN", "PK", "BD", "LK", "MV", "AE", "OM", "QA", "BH", "KW", "SA", "MU"}),
    frozenset(
        {"MX", "GT", "HN", "NI", "SV", "CR", "PA", "DO", "CO", "EC", "VE", "PE", "BO", "CL", "AR", "UY", "PY", "BR"}
    ),
)
"""Countries that watch each other's films."""

FEW, MORE = 5, 12
"""Countries at most in which a film may be charted because it was made there; and in which a film of elsewhere, under a
title of one word, is rather another.
"""


def meant(
    listing: Listing,
    candidates: Sequence[Candidate],
    way: Named | None = None,
    known: frozenset[str] = frozenset(),
) -> str | None:
    """The id of the work that a listing means, or None where it is not certain.

    `way` is how its title was read, `known` are the works that the same title surely meant in other weeks.
    """
    weighed = sorted(((weight(listing, c, way) + AGAIN * (c.id in known), c.id) for c in candidates), reverse=True)
    shared = SHARED * min(len(weighed) - 1, MOST_SHARED) if len(weighed) > 1 else -alone(listing.title)
    if not weighed or weighed[0][0] - shared < LIKELY:
        return None
    if len(weighed) > 1 and weighed[0][0] - weighed[1][0] < AHEAD:
        return None
    return weighed[0][1]


def weight(listing: Listing, candidate: Candidate, way: Named | None = None) -> float:
    """How much speaks for a work: more than nothing where it is likelier than a film that is not held."""
    if candidate.type != listing.type or age(listing, candidate) < 0:
        return NEVER
    year = way.year if way else None
    if year is not None and not any(abs(y - year) <= 1 for y in candidate.years):
        return NEVER
    if way and way.indian and candidate.countries and "IN" not in candidate.countries:
        return NEVER
    return (
        aged(age(listing, candidate), AGES if listing.type == "film" else SERIES_AGES)
        + (0.0 if year is None else STATED)
        + titled(listing, candidate)
        + spoken(listing, candidate)
        + max(-1.5, min(2.5, (candidate.prominence - 100) / 40))
        + placed(listing, candidate)
        + distinct(listing.title)
    )


def age(listing: Listing, candidate: Candidate) -> int:
    """How old a film was, in years, when it came onto the charts; less than none where it was not there yet."""
    if not listing.first:
        return UNDATED
    then = int(listing.first[:4])
    return min((then - year for year in candidate.years if year <= then), default=-1)


def aged(years: int, ages: Sequence[tuple[int, float]] = AGES) -> float:
    """What speaks for a film of an age."""
    return next((w for most, w in ages if years <= most), OLDER)


def distinct(title: str) -> float:
    """What the words of a title speak for: nobody else calls a film that."""
    words = len(normal(title).split())
    return WORDS[max(words, 1) - 1] if words <= len(WORDS) else MORE_WORDS


def alone(title: str) -> float:
    """What it speaks for that a single film is held under a title; every word is the title of several films."""
    return ALONE if " " in normal(title) else 0.0


def titled(listing: Listing, candidate: Candidate) -> float:
    """What the way the title is written speaks for: with or without an article, as a main title or another."""
    ways = [way.title for way in named(listing.title)]
    same = [main for told, main in candidate.told for way in ways if article(told) == article(way)]
    if same:
        return 0.0 if any(same) else -1.0
    return -1.5 if len(normal(listing.title).split()) > 2 else -4.0


def article(title: str) -> str:
    """The leading article of a title."""
    found = ARTICLE.match(title.lower())
    return found[0].strip() if found else ""


def spoken(listing: Listing, candidate: Candidate) -> float:
    """What the film's language speaks for, where the chart tells whether it is English."""
    if listing.in_english is None:
        return 0.0
    known = candidate.languages
    english = bool(known & ENGLISH) if known else bool(candidate.countries & ENGLISH_SPEAKING)
    if not known and not candidate.countries:
        return 0.0
    only = known <= ENGLISH if known else candidate.countries <= ENGLISH_SPEAKING
    if listing.in_english:
        return 0.5 if english else -2.0 if known else -1.0
    return -6.0 if only else 1.5 if age(listing, candidate) <= NEW else 0.5


def placed(listing: Listing, candidate: Candidate) -> float:
    """What the countries speak for: charted only where it was made, or only where another film was."""
    foreign = bool(candidate.countries) and not candidate.countries & ENGLISH_SPEAKING
    if not listing.countries or len(listing.countries) > MORE:
        return 0.0
    if len(listing.countries) > FEW:
        return -1.0 * (foreign and not listing.countries & candidate.countries and " " not in normal(listing.title))
    if listing.countries & candidate.countries - {"US"}:
        return 1.5
    if any(listing.countries <= region and candidate.countries & region for region in REGIONS):
        return 0.0 if listing.countries <= ONLY_OWN else 0.8
    own = len(listing.countries) <= 2 and bool(listing.countries & OWN)
    old = len(listing.countries) <= 2 and age(listing, candidate) > OLD
    return -0.8 * foreign - 1.3 * own - 0.7 * old


GAP = 180
"""Days without the title on any chart after which it may be another film."""


def runs(weeks: Sequence[str]) -> dict[str, str]:
    """Each of the weeks (in order) with the first of those that it hangs together with."""
    from datetime import date

    found: dict[str, str] = {}
    first = before = ""
    for week in weeks:
        if not before or (date.fromisoformat(week) - date.fromisoformat(before)).days > GAP:
            first = week
        found[week] = first
        before = week
    return found
