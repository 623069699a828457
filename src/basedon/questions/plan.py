"""What a compositional question asks for: a start, steps along relations, conditions; a frozen tree.

`Films` are the works that fit every condition, `Of` the values of a relation for some works, `Name` a film, person or
subject by its name. "Who acted in the films directed by the director of X" is
`Of(cast_member, Films(Where(director, Of(director, Name(X)))))`.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Role = Literal["director", "writer", "cast_member"]
Relation = Literal[
    "director",
    "writer",
    "cast_member",
    "maker",
    "involved",
    "year",
    "country",
    "language",
    "genre",
    "type",
    "origin",
    "original",
    "remake",
    "subject",
    "basis",
    "award",
    "nomination",
    "rating",
    "votes",
]
"""What films have: people by role (`maker`: the first of director, writer and actor that they are; `involved`: any), plain facts, `origin` (what it is
based on), `original` (the film it remakes), `remake` (a film that remakes it), `subject` (what it is about).
"""

ROLES: tuple[Role, ...] = ("director", "writer", "cast_member")
PERSONAL = frozenset({*ROLES, "maker", "involved"})
Sort = Literal["film", "person", "subject", "origin"]


class Name(Struct, frozen=True, tag="name"):
    """A film, person or subject by name; `given` stood in brackets or quotes; `it` is the film spoken of before."""

    text: str
    sort: Sort
    given: bool = False
    it: bool = False
    year: int | None = None
    """Said beside a film's title, to tell it from others."""
    role: Role | None = None
    """Said beside a person's name: "the director X"."""


class Value(Struct, frozen=True, tag="value"):
    """A plain value: a country, a language, a genre, a story basis, an award."""

    text: str


class Years(Struct, frozen=True, tag="years"):
    """From one year to another, both included."""

    first: int
    last: int


class Origins(Struct, frozen=True, tag="origins"):
    """Books, plays and the like: of certain types, by somebody, of a title; whatever is None may be any."""

    types: tuple[str, ...] = ()
    creator: str | None = None
    title: str | None = None
    author_of: Name | None = None
    """By those who made what this film is based on: "books by the author of X"."""


class Where(Struct, frozen=True, tag="where"):
    """A condition on films: one of the values of this relation is among those; `value` None asks that there is any.

    With `negated`, none of them is.
    """

    relation: Relation
    value: Noun | Value | Years | Origins | None = None
    negated: bool = False


class Films(Struct, frozen=True, tag="films"):
    """All films that fit every condition; with none, all there are."""

    where: tuple[Where, ...] = ()


class Of(Struct, frozen=True, tag="of"):
    """The values of a relation for some films: their directors, years, genres, ..."""

    relation: Relation
    films: Films | Name
    also: Films | Name | None = None
    """Only those that these films have too: "who starred in both X and Y"."""


Noun = Name | Films | Of
Plan = Films | Of


def path(plan: Noun) -> tuple[str, ...]:
    """The kinds of things that a plan passes, from the name it starts at to what it asks for.

    "Who acted in the films directed by the director of X" is film, director, film, cast_member. A condition without a
    name in it (a country, a year) is no step.
    """
    match plan:
        case Name():
            return (plan.sort,)
        case Of():
            return (*path(plan.films), plan.relation)
        case Films():
            for where in plan.where:
                if isinstance(where.value, Name) and where.value.sort == "person":
                    return (where.relation, "film")
                if isinstance(where.value, Name | Films | Of):
                    return (*path(where.value), "film")
            return ("film",)


def conditions(plan: Noun) -> int:
    """How many relations a plan goes along: its steps and conditions."""
    match plan:
        case Name():
            return 0
        case Of():
            return 1 + conditions(plan.films)
        case Films():
            inner = (conditions(w.value) for w in plan.where if isinstance(w.value, Name | Films | Of))
            return len(plan.where) + sum(inner)
