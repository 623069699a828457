"""The titles of a catalogue as an index to find in texts, and which film of a title is meant."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.mentioned import SURE, Mention
from basedon.catalogue.tables import streamed
from basedon.prose.mentions import judged
from basedon.prose.mentions_keys import LONGEST, Index, forms_of, prefixes
from basedon.prose.mentions_words import words_of

_YEAR = re.compile(r"[\s,\"'\u201d*]{0,3}[(\[]?((?:18|19|20)\d\d)\b")


class Titles:
    """Every title of a catalogue, with the works that bear it."""

    def __init__(self, catalogue: Catalogue) -> None:
        hashes, kinds, works, begun = [], [], [], [np.zeros(0, np.uint64)]
        for rows in streamed(catalogue, "SELECT title, work FROM titles"):
            forms, words = forms_of([title for title, _ in rows])
            of = np.array([work for _, work in rows], np.int64)
            hashes.append(forms.hash)
            kinds.append(forms.kind)
            works.append(of[forms.title])
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
        self.best = kind[new]
        self.index = Index(hashed[new], np.unique(np.concatenate(begun)), LONGEST)

    def named(self, texts: list[str]) -> Iterator[tuple[int, tuple[Mention, ...]]]:
        """The films that each text names, for texts that name any."""
        words = words_of(texts)
        found = self.index.find(words)
        place = judged(words, found, self.best[found.key])
        kept = np.flatnonzero(place.sure >= SURE)
        start, end, key, sure = place.start[kept], place.end[kept], found.key[kept], place.sure[kept]
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
        for score, start, end, key in sorted(candidates, key=lambda c: (c[1] - c[2], c[1])):
            if end > len(text) or any(start < b and a < end for a, b in taken):
                continue
            taken.append((start, end))
            works = list(dict.fromkeys(self.work[self.begin[key] : self.begin[key + 1]].tolist()))
            stated = _YEAR.match(text, end)
            year = int(stated.group(1)) if stated else None
            if year:
                works.sort(key=lambda work: abs(int(self.year[work]) - year) > 1)
            mentions.append(Mention(start, end, text[start:end], works[0], tuple(works[1:]), round(score, 3), year))
        return sorted(mentions, key=lambda mention: mention.start)
