"""The mechanism of the lexicon: phrases of one word or several, each with a category and a meaning."""

from __future__ import annotations

from typing import Any, NamedTuple

from basedon.questions.telling import plural


class Edge(NamedTuple):
    """What the words from one place to `end` stand for."""

    end: int
    kind: str
    value: Any


PHRASES: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}
"""Every phrase by its first word, the longest first: all its words, the category, the meaning."""


def say(kind: str, value: Any, phrases: str) -> None:
    """Take in phrases, separated by commas, that stand for one thing."""
    for phrase in phrases.split(","):
        words = tuple(phrase.split())
        if words:
            PHRASES.setdefault(words[0], []).append((words, kind, value))


def plurals(phrases: str) -> str:
    """The phrases with their plurals."""
    return ", ".join(f"{phrase}, {plural(phrase)}" for phrase in map(str.strip, phrases.split(",")))
