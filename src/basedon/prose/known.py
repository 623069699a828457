"""People and events that are known to be real, so that a film about them needs no word that says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from basedon.prose.tokens import Token

_LONGEST = 9  # words of an event's name


@cache
def people() -> frozenset[str]:
    """Names that, in a sentence about a film, practically always mean somebody who lived (`people.txt`)."""
    return frozenset(_lines("people.txt"))


@cache
def events() -> Mapping[str, frozenset[str]]:
    """Names of events by their first word (`events.txt`); wars and eras that films are merely set in are left out."""
    by_first: dict[str, set[str]] = {}
    for name in _lines("events.txt"):
        by_first.setdefault(name.split()[0], set()).add(name)
    return {first: frozenset(names) for first, names in by_first.items()}


def event_end(words: Sequence[Token], at: int) -> int:
    """Where the known event ends that begins at word `at`; `at` itself when none does."""
    names = events().get(words[at].text) if at < len(words) else None
    if names:
        for end in range(min(len(words), at + _LONGEST), at, -1):
            if " ".join(word.text for word in words[at:end]) in names:
                return end
    return at


def is_event(title: str) -> bool:
    """Whether an event's name begins with a known one, a year before it left out."""
    words = title.split()
    bare = words[1:] if words and words[0].isdigit() else words
    names = events().get(bare[0], frozenset()) if bare else frozenset()
    return any(" ".join(bare[:end]) in names for end in range(len(bare), 0, -1))


def _lines(name: str) -> list[str]:
    text = files("basedon.prose").joinpath("lexicon", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
