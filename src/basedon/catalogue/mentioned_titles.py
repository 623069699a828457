"""The titles of a catalogue as an index to find in texts, and which film of a title is meant."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.mentioned import Mention
from basedon.catalogue.mentioned_linking import Linker
from basedon.catalogue.tables import streamed
from basedon.prose.mentions import Bearers, judged
from basedon.prose.mentions_keys import LONGEST, NAME, Found, Index, forms_of, names_of, prefixes
from basedon.prose.mentions_words import Words, words_of

LEAST = 0.0
"""Log-odds from which on a title is taken as a mention."""

MOST_KNOWN = 400
"""Prominence from which on more makes no difference."""


class Titles:
    """Every title of a catalogue, with the works that bear it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.linker = Linker(catalogue)
        hashes, kinds, works, begun = [], [], [], [np.zeros(0, np.uint64)]
        for rows in streamed(catalogue, "SELECT title, work FROM titles"):
            forms, words = forms_of([title for title, _ in rows])
            of = np.array([work for _, work in rows], np.int64)
            hashes.append(forms.hash)
            kinds.append(forms.kind)
            works.append(of[forms.title])
            begun.append(prefixes(words.hash, forms))
        named = []
        for rows in streamed(catalogue, "SELECT name FROM people"):
            forms, words = names_of([name for (name,) in rows])
            named.append(forms.hash)
            begun.append(prefixes(words.hash, forms))
        years = catalogue.query("SELECT work, COALESCE(year, 0), prominence FROM works")
        size = max((row[0] for row in years), default=0) + 1
        self.year, self.prominence = np.zeros(size, np.int32), np.zeros(size, np.int32)
        if years:
            number, year, prominence = np.array(years, np.int64).T
            self.year[number], self.prominence[number] = year, prominence
        hashed = np.concatenate(hashes or [np.zeros(0, np.uint64)])
        kind = np.concatenate(kinds or [np.zeros(0, np.uint8)])
        work = np.concatenate(works or [np.zeros(0, np.int64)])
        order = np.lexsort((work, -self.prominence[work], kind, hashed))
        hashed, kind, work = hashed[order], kind[order], work[order]
        new = np.concatenate([[True], hashed[1:] != hashed[:-1]]) if len(hashed) else np.zeros(0, np.bool_)
        self.begin = np.concatenate([np.flatnonzero(new), [len(hashed)]])
        self.work, self.kind = work, kind
        known = np.minimum(self.prominence[work], MOST_KNOWN) / 200
        titles = hashed[new]
        self.size = len(titles)
        people = np.unique(np.concatenate(named)) if named else titles[:0]
        alike = np.isin(titles, people)
        rest = people[~np.isin(people, titles)]
        none = np.zeros(len(rest))
        self.best = np.concatenate([kind[new], np.full(len(rest), NAME, np.uint8)])
        self.bearers = np.concatenate([np.diff(self.begin), none.astype(np.int64)])
        self.known = np.concatenate([np.maximum.reduceat(known, self.begin[:-1]) if len(work) else known, none])
        self.person = np.concatenate([alike, none == 0])
        self.index = Index(np.concatenate([titles, rest]), np.unique(np.concatenate(begun)), LONGEST)

    def candidates(self, texts: list[str]) -> tuple[Words, Found, Bearers]:
        """All phrases of the texts that are titles, with what is known of these."""
        words = words_of(texts)
        found = self.index.find(words)
        key = found.key
        return words, found, Bearers(self.best[key], self.bearers[key], self.known[key], self.person[key])

    def named(self, texts: list[str]) -> Iterator[tuple[int, tuple[Mention, ...]]]:
        """The films that each text names, for texts that name any."""
        words, found, bearers = self.candidates(texts)
        place, odds = judged(words, found, bearers)
        kept = np.flatnonzero((odds >= LEAST) & (bearers.kind != NAME))
        start, end, key, sure = place.start[kept], place.end[kept], found.key[kept], odds[kept]
        text = np.searchsorted(words.begins, start, "right") - 1
        by_text: dict[int, list[tuple[float, int, int, int]]] = defaultdict(list)
        for number, score, a, b, k in zip(
            text.tolist(), sure.tolist(), (start - words.begins[text]).tolist(), (end - words.begins[text]).tolist(),
            key.tolist(), strict=True,
        ):  # fmt: skip
            by_text[number].append((score, a, b, k))
        for number, candidates in by_text.items():
            yield number, tuple(self.linked(texts[number], candidates))

    def linked(self, text: str, candidates: list[tuple[float, int, int, int]]) -> list[Mention]:
        """The candidates that overlap no longer one, each with its likeliest film."""
        taken: list[tuple[int, int]] = []
        mentions = []
        for score, start, end, key in sorted(candidates, key=lambda c: (-c[0], c[1] - c[2], c[1])):
            if end > len(text) or any(start < b and a < end for a, b in taken):
                continue
            taken.append((start, end))
            low, high = self.begin[key], self.begin[key + 1]
            films = self.linker.films(key, self.work[low:high].tolist(), self.kind[low:high].tolist())
            meant = self.linker.meant(films, text, start, end)
            if meant:
                sure = round(meant.share / (1 + math.exp(-score)), 3)
                mentions.append(Mention(start, end, text[start:end], meant.work, meant.others, sure, meant.year))
        return sorted(mentions, key=lambda mention: mention.start)
