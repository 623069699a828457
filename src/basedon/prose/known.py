"""What is known beforehand: people and events that were real, and what kind of work a title and its writer name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import cast

from msgspec.structs import replace

from basedon.model.statement import Target, TargetType
from basedon.prose.tokens import Token, tokens

_LONGEST = 9  # words of an event's name


@cache
def people() -> frozenset[str]:
    """Names that, in a sentence about a film, practically always mean somebody who lived (`people.txt`)."""
    return frozenset(_lines("people.txt"))


@cache
def events() -> Mapping[str, frozenset[str]]:
    """Names of events by their first word, their words joined by spaces (`events.txt`).

    Wars and eras that films are merely set in are left out.
    """
    return _by_first("events.txt")


@cache
def people_by_first() -> Mapping[str, frozenset[str]]:
    """The names of people by their first word, their words joined by spaces."""
    return _by_first("people.txt")


def person_end(words: Sequence[Token], at: int) -> int:
    """Where the known person's name ends that begins at word `at`, a possessive taken in; `at` when none does."""
    return _end(words, at, people_by_first())


def event_end(words: Sequence[Token], at: int) -> int:
    """Where the known event ends that begins at word `at`; `at` itself when none does."""
    return _end(words, at, events())


def _end(words: Sequence[Token], at: int, by_first: Mapping[str, frozenset[str]]) -> int:
    if at >= len(words):
        return at
    first = words[at].text
    names = by_first.get(first) or by_first.get(first.removesuffix("'s"), frozenset())
    for end in range(min(len(words), at + _LONGEST), at, -1) if names else ():
        name = " ".join(word.text for word in words[at:end])
        if name in names or name.removesuffix("'s") in names:
            return end
    return at


def _by_first(file: str) -> dict[str, frozenset[str]]:
    by_first: dict[str, set[str]] = {}
    for name in _lines(file):
        words = [word.text for word in tokens(name)]
        by_first.setdefault(words[0], set()).add(" ".join(words))
    return {first: frozenset(names) for first, names in by_first.items()}


def is_event(title: str) -> bool:
    """Whether an event's name begins with a known one, a year before it left out."""
    words = tokens(title)
    dated = len(words) > 1 and words[0].text.isdigit()
    return event_end(words, 0) > 0 or (dated and event_end(words, 1) > 1)


@cache
def works() -> Mapping[tuple[str, frozenset[str]], TargetType]:
    """The kinds of works by title and makers' surnames, all as keys (`works.tsv`)."""
    rows = (line.split("\t") for line in _lines("works.tsv"))
    return {work_key(title, creator): cast(TargetType, kind) for title, creator, kind in rows}


def work_key(title: str, creator: str | None) -> tuple[str, frozenset[str]]:
    """A work's title and its makers' surnames, without capitals."""
    makers = (creator or "").replace(" and ", ", ").split(", ")
    return title.casefold(), frozenset(name.split()[-1].casefold() for name in makers if name.strip())


def typed(target: Target) -> Target:
    """The target with its kind, where the text tells none and title and maker are known."""
    if target.type not in (None, "other") or not target.title:
        return target
    kind = works().get(work_key(target.title, target.creator))
    return replace(target, type=kind) if kind else target


def _lines(name: str) -> list[str]:
    text = files("basedon.prose").joinpath("lexicon", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
