"""Which texts are nearly the same: one article on many sites is one witness.

A text is sketched by the smallest of the hashes of its five-word runs (A. Z. Broder, On the resemblance and containment
of documents, SEQUENCES 1997); two texts are nearly the same when most of the smallest of both together are in both.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from hashlib import blake2b

RUN = 5
KEPT = 128
NEARLY = 0.6
"""The share of common hashes from which texts count as one: agencies' texts are cut and headed anew."""

MOST_SHARERS, MOST_COMPARED = 200, 20
"""Texts looked at for one hash, and compared in full: a footer that a thousand pages share makes none alike."""

_WORD = re.compile(r"\w+")


def sketch(text: str) -> frozenset[int]:
    """The smallest hashes of the text's runs of words, the same on every machine."""
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))}
    hashes = (int.from_bytes(blake2b(run.encode("utf-8", "replace"), digest_size=8).digest(), "big") for run in runs)
    return frozenset(sorted(hashes)[:KEPT])


def resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """How much of two texts is the same, from 0 to 1, as their sketches tell it."""
    smallest = sorted(one | other)[:KEPT]
    return sum(hash_ in one and hash_ in other for hash_ in smallest) / len(smallest) if smallest else 1.0


class Texts:
    """Texts met so far, each under a name."""

    def __init__(self) -> None:
        self.sketches: list[tuple[str, frozenset[int]]] = []
        self.by_hash: dict[int, list[int]] = defaultdict(list)

    def add(self, name: str, text: str) -> str | None:
        """The name of the first text that this one nearly repeats; None where it is new, and then it is kept."""
        ours = sketch(text)
        shared = Counter(number for hash_ in ours for number in self.by_hash.get(hash_, ())[:MOST_SHARERS])
        for number, _ in shared.most_common(MOST_COMPARED):
            known, theirs = self.sketches[number]
            if resemblance(ours, theirs) >= NEARLY:
                return known
        for hash_ in ours:
            self.by_hash[hash_].append(len(self.sketches))
        self.sketches.append((name, ours))
        return None
