"""The titles of a catalogue as an index to find in texts, and which film of a title is meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.mentioned import Mention
from basedon.catalogue.mentioned_linking import Context, Films, Linker
from basedon.catalogue.tables import streamed
from basedon.prose.mentions import Bearers, judged, packed, unpacked
from basedon.prose.mentions_keys import LONGEST, NAME, Found, Index, forms_of, names_of, prefixes
from basedon.prose.mentions_lexicon import Known, known
from basedon.prose.mentions_place import looked_for
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
            of = np.array([work for _, work in rows], np.int64)[forms.title]
            once = np.lexsort((forms.kind, of, forms.hash))
            once = once[_new(forms.hash[once]) | _new(of[once])]
            hashes.append(forms.hash[once])
            kinds.append(forms.kind[once])
            works.append(of[once])
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
        new = _new(hashed)
        self.begin = np.concatenate([np.flatnonzero(new), [len(hashed)]]).astype(np.int64)
        self.work, self.kind = work, kind
        prominence = np.minimum(self.prominence[work], MOST_KNOWN) / 200
        titles = hashed[new]
        self.size = len(titles)
        people = np.unique(np.concatenate(named)) if named else titles[:0]
        alike = np.isin(titles, people)
        rest = people[~np.isin(people, titles)]
        none = np.zeros(len(rest))
        self.bearers = np.concatenate([np.diff(self.begin), none.astype(np.int64)])
        kinds_ = np.concatenate([kind[new], np.full(len(rest), NAME, np.uint8)])
        most = np.concatenate([np.maximum.reduceat(prominence, self.begin[:-1]) if len(work) else prominence, none])
        self.packed = packed(kinds_, np.concatenate([alike, none == 0]), self.bearers, most)
        self.index = Index(np.concatenate([titles, rest]), np.unique(np.concatenate(begun)), LONGEST)

    def candidates(self, texts: list[str]) -> tuple[Words, Known, Found, Bearers]:
        """The phrases of the texts that may name a film, with what is known of their words and of the titles."""
        words = words_of(texts)
        seen = known(words)
        found = self.index.find(words, seen.bits, looked_for(words, seen))
        return words, seen, found, unpacked(self.packed[found.key])

    def named(self, texts: list[str]) -> Iterator[tuple[int, tuple[Mention, ...]]]:
        """The films that each text names, for texts that name any."""
        words, seen, found, bearers = self.candidates(texts)
        which, place, odds = judged(words, seen, found, bearers)
        kept = np.flatnonzero((odds >= LEAST) & (bearers.kind[which] != NAME))
        # of one text the surest first, of those the longest
        kept = kept[np.lexsort((-place.found.count[kept], -odds[kept], place.text[kept]))]
        text = place.text[kept]
        begins, key = words.begins[text], place.found.key[kept]
        plain = (self.bearers[key] == 1) & ~place.dated(kept)  # nothing to weigh: the one film of the title
        rows = zip(
            text.tolist(),
            (place.start[kept] - begins).tolist(),
            (place.end[kept] - begins).tolist(),
            key.tolist(),
            (1 / (1 + np.exp(-odds[kept]))).tolist(),
            np.where(plain, self.work[self.begin[key]], -1).tolist(),
            strict=True,
        )
        for number, candidates in groupby(rows, itemgetter(0)):
            yield number, self.linked(texts[number], candidates)

    def linked(self, text: str, candidates: Iterator[tuple[int, int, int, int, float, int]]) -> tuple[Mention, ...]:
        """The candidates that overlap no surer one, each with its likeliest film, in order."""
        mentions: list[Mention] = []
        taken: list[tuple[int, int]] = []
        context = None
        for _, start, end, key, sure, only in candidates:
            place = bisect_left(taken, (start, end))
            if (place and taken[place - 1][1] > start) or (place < len(taken) and taken[place][0] < end):
                continue
            taken.insert(place, (start, end))
            if only >= 0:
                mentions.append(Mention(start, end, text[start:end], only, (), round(sure, 3), None))
                continue
            if context is None:
                context = Context(text)
            meant = self.linker.meant(self.linker.held.get(key) or self.films(key), context, start, end)
            if meant:
                sure = round(meant.share * sure, 3)
                mentions.append(Mention(start, end, text[start:end], meant.work, meant.others, sure, meant.year))
        if len(mentions) > 1:
            mentions.sort(key=attrgetter("start"))
        return tuple(mentions)

    def films(self, key: int) -> Films:
        """The films under one key."""
        low, high = self.begin[key], self.begin[key + 1]
        return self.linker.read(key, self.work[low:high].tolist(), self.kind[low:high].tolist())


def _new(values: NDArray[Any]) -> NDArray[np.bool_]:
    """Whether each differs from the one before."""
    found = np.ones(len(values), np.bool_)
    found[1:] = values[1:] != values[:-1]
    return found
