"""What is known while one question is read: its words, their meanings, names found in it, and what was read before.

A rule reads from one word on and gives every way to read it: where that ends, what it means, and its cost. Results are
kept, so that each rule looks at each word once; `BEST` bounds how many are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from basedon.questions.grammar.lexicon import KNOWN, edges
from basedon.questions.grammar.phrases import Edge
from basedon.questions.grammar.words import Word
from basedon.questions.plan import Name, Of, Relation, Sort

BEST = 6
"""Readings that are kept of one rule from one word on."""

LONGEST_NAME = 9
"""Words of a name that stands without brackets or quotes."""

SPOTTED, COMMON, SHORT = 1.0, 2.5, 0.6
"""What it costs to take words for a name: any, words of the lexicon only, a single word."""


class Parse(NamedTuple):
    """One way to read some words: the word after them, what they mean, what that costs."""

    end: int
    node: Any
    cost: float


Held = Callable[[Sort, list[str]], list[bool]]
"""Whether a catalogue holds a film, person or subject of each of some names."""

Rule = Callable[["Chart", int], Iterator[Parse]]
RULES: dict[str, Rule] = {}


def own_role(person: Name | Of) -> Relation:
    """In which role somebody makes films, where the question does not say: as what they are known by there."""
    return person.relation if isinstance(person, Of) else person.role or "maker"


def rule(function: Rule) -> Rule:
    """Enter a rule under its name."""
    RULES[function.__name__] = function
    return function


class Chart:
    """One question being read."""

    def __init__(self, text: str, words: list[Word], held: Held) -> None:
        self.text, self.words, self.held = text, words, held
        self.keys = [word.key for word in words]
        self.edges: list[list[Edge]] = edges(self.keys)
        self.size = len(words)
        self.memo: dict[tuple[str, int], list[Parse]] = {}
        self.capitals = any(word.text[:1].isupper() for word in words[1:] if not word.given)

    def parse(self, name: str, at: int) -> list[Parse]:
        """Every way to read a rule from a word on, the cheapest first."""
        key = (name, at)
        if key not in self.memo:
            self.memo[key] = []  # a rule that comes back to itself at the same word reads nothing there
            if at < self.size:
                best: dict[tuple[int, Any], float] = {}
                for end, node, cost in RULES[name](self, at):
                    place = (end, node)
                    if cost < best.get(place, 99.0):
                        best[place] = cost
                found = [Parse(end, node, cost) for (end, node), cost in best.items()]
                found.sort(key=lambda parse: parse.cost - 0.05 * parse.end)
                self.memo[key] = found[: BEST * 2]
        return self.memo[key]

    def fill(self, at: int, *sets: frozenset[str]) -> int:
        """The first word from here on that is in none of these sets."""
        while at < self.size and any(self.keys[at] in some for some in sets):
            at += 1
        return at

    def is_(self, at: int, words: frozenset[str] | str) -> bool:
        """Whether the word here is this, or one of these."""
        if at >= self.size:
            return False
        return self.keys[at] == words if isinstance(words, str) else self.keys[at] in words

    def of(self, at: int, kind: str) -> Iterator[Edge]:
        """Every phrase of a category that begins here."""
        if at < self.size:
            for edge in self.edges[at]:
                if edge.kind == kind:
                    yield edge

    def has(self, at: int, kind: str) -> bool:
        """Whether a phrase of a category begins here."""
        return at < self.size and any(edge.kind == kind for edge in self.edges[at])

    def span(self, at: int, end: int) -> str:
        """The text of some words, as it was typed."""
        return self.text[self.words[at].start : self.words[end - 1].end]

    def names(self, at: int, sort: Sort) -> list[Parse]:
        """The names that begin here: one in brackets or quotes, else whatever the catalogue holds, the longest first."""
        key = (f"name {sort}", at)
        if key not in self.memo:
            self.memo[key] = self.named(at, sort) if at < self.size else []
        return self.memo[key]

    def named(self, at: int, sort: Sort) -> list[Parse]:
        """See `names`."""
        word = self.words[at]
        if word.given:
            return [Parse(at + 1, Name(word.text, sort, given=True), 0.0)]
        if not word.key[:1].isalnum():
            return []
        ends = []
        for end in range(at + 1, min(at + LONGEST_NAME, self.size) + 1):
            last = self.words[end - 1]
            if last.given:
                break
            if last.key != "'s":
                ends.append(end)
        texts = [self.span(at, end) for end in ends]
        found = []
        for end, text, held in zip(ends, texts, self.held(sort, texts), strict=True):
            if held:
                found.append(Parse(end, Name(text, sort), self.doubt(at, end)))
        return found[::-1]

    def doubt(self, at: int, end: int) -> float:
        """What it costs to take words for a name: more for few and common ones, less with capitals."""
        cost = SPOTTED - 0.05 * (end - at)
        if end - at == 1:
            cost += SHORT
        if all(key in KNOWN or key.isdigit() for key in self.keys[at:end]):
            cost += COMMON
        if self.capitals:
            big = self.words[at].text[:1].isupper() and self.words[end - 1].text[:1].isupper()
            cost += -0.4 if big else 0.8
        return cost
