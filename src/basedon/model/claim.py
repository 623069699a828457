"""Claims that an article makes of films, and the review of them. Field names are the JSON contract."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from msgspec import Struct

from basedon.model.answer import SCHEMA, Finding
from basedon.model.work import Work

ClaimType = Literal[
    "release_year",
    "country",
    "original_language",
    "director",
    "cast",
    "genre",
    "based_on_true_story",
    "based_on",
    "remake_of",
    "has_remake",
    "other_film",
    "award",
    "trending",
]


class Verdict(StrEnum):
    """What the evidence says of a claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    DISPUTED = "disputed"
    UNVERIFIED = "unverified"


class Rating(Struct, frozen=True):
    """A verdict as publishers show it: a number of `WORST` to `BEST` where there is one, and a word."""

    value: int | None
    name: str


WORST, BEST = 1, 5

RATINGS: dict[Verdict, Rating] = {
    Verdict.SUPPORTED: Rating(5, "Supported"),
    Verdict.DISPUTED: Rating(3, "Disputed"),
    Verdict.CONTRADICTED: Rating(1, "Contradicted"),
    Verdict.UNVERIFIED: Rating(None, "Unverified"),
}
"""The one place where a verdict becomes a rating; what nobody could verify has no number."""

TYPE_NAMES: dict[str, str] = {
    "release_year": "year of release",
    "original_language": "original language",
    "based_on_true_story": "true story",
    "based_on": "source",
    "remake_of": "remake of",
    "has_remake": "remake",
    "other_film": "other film of the director",
}
"""Types of claims in words, where the type itself is none."""

Value = str | int | bool


class Article(Struct, frozen=True):
    """The article that was checked; `language` is a code of two letters."""

    title: str | None = None
    url: str | None = None
    language: str | None = None


class Claim(Struct, frozen=True, kw_only=True):
    """A thing that the article says of a film, with our ruling.

    `quote` is the article's own text from `start` to `end`, offsets in the text that was extracted. `correct` is the
    right value of a claim that is contradicted.
    """

    quote: str
    start: int
    end: int
    type: ClaimType
    subject: Work
    stated: Value
    verdict: Verdict
    correct: Value | None = None
    findings: tuple[Finding, ...] = ()


class Summary(Struct, frozen=True):
    """How many claims have which verdict."""

    supported: int = 0
    contradicted: int = 0
    disputed: int = 0
    unverified: int = 0


class Review(Struct, frozen=True, kw_only=True):
    """An article with the claims that were found in it."""

    schema: int = SCHEMA
    article: Article
    about: tuple[Work, ...] = ()
    claims: tuple[Claim, ...] = ()
    summary: Summary = Summary()


class Mend(Struct, frozen=True):
    """A value to be put in place of the characters from `start` to `end` of the extracted text."""

    start: int
    end: int
    value: str


class Checked(Struct, frozen=True):
    """A review with what its forms show beside it: the text that was read, and the values that would mend it."""

    review: Review
    text: str
    mends: tuple[Mend, ...] = ()
    source: str | None = None
