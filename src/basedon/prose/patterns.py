"""Patterns that meet outside text: google-re2 with types, and text made plain enough for it without moving an offset."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, cast

import re2  # type: ignore[import-untyped]

# Every entry maps one character to one character: offsets in the plain text are offsets in the text.
_PLAIN = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"'}
    | dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u3000\t\r\n\x0b\x0c\u2028\u2029\x85", " ")
)


class Match(Protocol):
    """The part of a match that this room uses."""

    def group(self, group: int | str = 0) -> str | None: ...
    def start(self, group: int = 0) -> int: ...
    def end(self, group: int = 0) -> int: ...


class Pattern(Protocol):
    """The part of a compiled pattern that this room uses; all of it runs in linear time."""

    def search(self, text: str, pos: int | None = None, endpos: int | None = None) -> Match | None: ...
    def match(self, text: str, pos: int | None = None, endpos: int | None = None) -> Match | None: ...
    def fullmatch(self, text: str, pos: int | None = None, endpos: int | None = None) -> Match | None: ...
    def finditer(self, text: str, pos: int | None = None, endpos: int | None = None) -> Iterator[Match]: ...


def compiled(pattern: str, case: bool = True) -> Pattern:
    """A pattern in re2's syntax, where a space stands for any run of spaces; `case` says that capitals matter.

    There is no lookaround and no backreference, and `\\b` and `\\w` know ASCII only.
    """
    return cast(Pattern, re2.compile(("" if case else "(?i)") + pattern.replace(" ", r"\s+")))


def either(words: Iterable[str]) -> str:
    """An alternation of literal words, the longest first, so that "short story" wins over "short"."""
    return "(?:" + "|".join(re2.escape(word).replace("\\ ", " ") for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


def plain(text: str) -> str:
    """The text with straight quotes and plain spaces, and without lone surrogates; as long as the text."""
    if text.isascii():
        return text.translate(_PLAIN)
    return text.translate(_PLAIN).encode("utf-8", "replace").decode("utf-8")
