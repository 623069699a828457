"""Which posts stand for what people say of a film: typical, different from each other, with nothing private in them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

from basedon.building.posts_rows import AHEAD, KEPT, SEEN, Kept
from basedon.model.reactions import FEELINGS, Shown
from basedon.prose.posts import bare, may_be_shown

SHOWN = 6
"""Posts that are shown of a film."""

DIFFERENT = 0.5
"""The share of words from which on two posts are too alike to stand side by side."""

WORD = 4
"""Letters of a word that tells what a post is about."""


def fewest(kept: Iterable[Kept]) -> dict[int, list[Kept]]:
    """By film the posts of the smallest hashes, each wording once."""
    films: dict[int, dict[int, Kept]] = {}
    for one in kept:
        held = films.setdefault(one.work, {})
        known = held.get(one.text)
        if known is None or (one.when, one.post) < (known.when, known.post):
            held[one.text] = one
        if len(held) > 4 * KEPT:
            films[one.work] = dict(sorted(held.items())[:KEPT])
    return {work: [held[text] for text in sorted(held)[:KEPT]] for work, held in sorted(films.items())}


def chosen(kept: list[Kept]) -> list[Shown]:
    """The posts to show of one film, the most typical first."""
    fit = [(one, words) for one in kept if may_be_shown(words := bare(one.words))]
    if not fit:
        return []
    bags = [frozenset(word for word in words.lower().split() if len(word) >= WORD) for _, words in fit]
    often = Counter(word for bag in bags for word in bag)
    felt = Counter(place for one, _ in fit for place in range(len(FEELINGS)) if one.felt >> place & 1)
    scores = []
    for (one, _), bag in zip(fit, bags, strict=True):
        common = sum(often[word] - 1 for word in bag) / (1 + math.sqrt(len(bag)))
        shared = max((felt[place] for place in range(len(FEELINGS)) if one.felt >> place & 1), default=0)
        scores.append((common + shared) / len(fit))
    taken: list[int] = []
    had: Counter[int] = Counter()
    while len(taken) < SHOWN:
        # what was shown already of a feeling counts less, so that rarer ones have their turn
        left = [
            (scores[at] / (1 + had[fit[at][0].felt & ~(SEEN | AHEAD)]), -fit[at][0].text, at)
            for at in range(len(fit))
            if at not in taken and all(alike(bags[at], bags[other]) < DIFFERENT for other in taken)
        ]
        if not left:
            break
        at = max(left)[2]
        taken.append(at)
        had[fit[at][0].felt & ~(SEEN | AHEAD)] += 1
    return [shown(*fit[at]) for at in taken]


def shown(one: Kept, words: str) -> Shown:
    """A post as it is shown."""
    day = datetime.fromtimestamp(one.when, UTC).date().isoformat() if one.when else None
    return Shown(words, day, tuple(name for place, name in enumerate(FEELINGS) if one.felt >> place & 1))


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of words that two posts have in common."""
    return len(one & other) / max(1, len(one | other))
