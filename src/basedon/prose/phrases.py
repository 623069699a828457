"""What the readers of this room hand each other: the sentence being read, and what a phrase in it points to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

from basedon.model.statement import Target
from basedon.prose.tokens import Token

Meaning = Literal["work", "characters", "script", "truth", "person", "event"]


class Context(NamedTuple):
    """The sentence being read (made plain), its words, and the film's own title.

    `lifelike`: the passage has said that the film is biographical, a documentary or a true story, so that a full
    name is most likely a real person's.
    """

    sentence: str
    words: Sequence[Token]
    film: str
    lifelike: bool = False


class Phrase(Struct, frozen=True):
    """What a phrase points to; `end` is the offset after it.

    `script`: what the film's own writers wrote. `mark`: how far its words show it to be real (`Mark`).
    `short`: it is a short film. `weak`: it takes such a mark to be believed ("the story of", a bare name).
    """

    meaning: Meaning
    target: Target
    end: int
    mark: int = 0
    weak: bool = False
    short: bool = False


def word_at(words: Sequence[Token], offset: int) -> int:
    """The first word that ends after the offset; the number of words when there is none."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high) // 2
        if words[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return low
