"""What a kind of question is, and what was understood of one that was asked."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from basedon.catalogue.catalogue import Catalogue
from basedon.model.answer import Finding, QuestionKind, Table, Tree
from basedon.model.trend import Trend
from basedon.questions.plan import Plan


class Hints(Struct, frozen=True):
    """What tells films of one title apart."""

    year: int | None = None
    place: str | None = None
    """A country or language, as the catalogue names it."""
    name: str | None = None
    """A director or somebody of the cast."""

    def __str__(self) -> str:
        said = [str(part) for part in (self.year, self.place, self.name) if part]
        return f" ({', '.join(said)})" if said else ""


class Named(Struct, frozen=True):
    """A film by its title and what tells it from others of that title; without a title any film of that place."""

    title: str
    hints: Hints = Hints()


class Asked(Struct, frozen=True):
    """One way to read a question: its kind, the film or person it names, and what it wants to know of it."""

    kind: QuestionKind
    title: str | None = None
    person: str | None = None
    aspect: str | None = None
    other: str | None = None
    """Which of the films of a person: earlier or later ones."""
    second: tuple[Named, ...] = ()
    """Every way to read the name of a second film, as in "is X a remake of Y"."""
    place: str | None = None
    """Where the films asked for come from, as in "Turkish remakes of X"."""
    stated: str | None = None
    """The value that a yes-or-no question states: "did X direct …", "was it made in 1999"."""
    yes_no: bool = False
    """It wants a yes or a no."""
    hints: Hints = Hints()
    plan: Plan | None = None
    """Steps and conditions, for a question that goes along several relations."""
    about_it: bool = False
    """It speaks of the film asked about before ("it", "the director")."""


class Said(Struct, frozen=True):
    """What a question answers beside the film's own data: a sentence or two, what it rests on, a table or a tree."""

    text: str
    findings: tuple[Finding, ...] = ()
    table: Table | None = None
    tree: Tree | None = None
    trend: Trend | None = None
    found: bool = True
    """Whether what was asked for is held; without it `text` says what is."""


class Question(Struct, frozen=True):
    """A kind of question: its wordings, and how it is answered for a film.

    A wording is a regular expression over the whole question; `{film}`, `{film2}`, `{person}` and `{place}` stand for
    names.
    `read_as` is filled in with the film or person meant.
    """

    kind: QuestionKind
    wordings: tuple[str, ...]
    read_as: str
    example: str
    answer: Callable[[Catalogue, Asked, int], Said]
    about_person: Callable[[Catalogue, Asked, int], Said] | None = None
    answer_any: Callable[[Catalogue, Asked, str], Said] | None = None
    """The answer of a question that means no single film, of its words."""
