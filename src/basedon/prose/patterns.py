"""Patterns that meet outside text: google-re2 with types, and text made plain for it without moving an offset."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, cast

import re2

# Every entry maps one character to one character: offsets in the plain text are offsets in the text.
_PLAIN = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"'}
    | dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u3000\t\r\n\x0b\x0c\u2028\u2029\x85", " ")
)


class Match(Protocol):
    """The part of a match that this room uses."""

    def group(self, group: int | str = 0) -> str | None:
        """What the group matched."""
        ...

    def groups(self) -> tuple[str | None, ...]:
        """What every group matched."""
        ...

    def start(self, group: int = 0) -> int:
        """Where the group begins; -1 if it took no part."""
        ...

    def end(self, group: int = 0) -> int:
        """Where the group ends."""
        ...


class Pattern(Protocol):
    """The part of a compiled pattern that this room uses; all of it runs in linear time."""

    def search(self, text: str) -> Match | None:
        """The first match."""
        ...

    def match(self, text: str) -> Match | None:
        """A match at the start."""
        ...

    def finditer(self, text: str) -> Iterator[Match]:
        """All matches, in order."""
        ...

    def sub(self, replacement: str, text: str) -> str:
        """The text with every match replaced."""
        ...


def compiled(pattern: str, case: bool = True) -> Pattern:
    """A pattern in re2's syntax, where a space stands for a run of spaces, " ?" for one that may lack.

    `case` says that capitals matter. There is no lookaround and no backreference, and `\\b` and `\\w` know ASCII only.
    Don't count out wide classes (`[^,]{1,160}`): each step is a copy of the class, and the automaton grows too big.
    """
    spaced = pattern.replace(" ?", r"\s*").replace(" *", r"\s*").replace(" ", r"\s+")
    options = re2.Options()
    options.case_sensitive = case
    options.max_mem = 64 << 20  # an automaton that outgrows its memory is thrown away and begun again, in silence
    options.log_errors = False  # what goes wrong is raised; nothing is written to stderr behind our back
    return cast(Pattern, re2.compile(spaced, options))


def lexicon(text: str) -> frozenset[str]:
    """The words of a text as a set: a lexicon stays readable and a word is added anywhere in it."""
    return frozenset(text.split())


def either(words: Iterable[str]) -> str:
    """An alternation of literal words, the longest first, so that "short story" wins over "short"."""
    return (
        "(?:"
        + "|".join(re2.escape(word).replace("\\ ", " ") for word in sorted(words, key=lambda word: (-len(word), word)))
        + ")"
    )


def plain(text: str) -> str:
    """The text with straight quotes and plain spaces, and without lone surrogates; as long as the text."""
    if text.isascii():
        return text if text.isprintable() else text.translate(_PLAIN)
    return text.translate(_PLAIN).encode("utf-8", "replace").decode("utf-8")
