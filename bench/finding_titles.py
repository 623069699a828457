"""Titles to measure the search on: real ones (IMDb's akas) and as many more as wanted, made of the same words.

The made ones follow the real ones in their number of words, in which word follows which, and in their letters: a part
of the words is new, spelt by which letters follow which, so that the vocabulary grows with the number of titles as in
real data. The same seed gives the same titles.
"""

from __future__ import annotations

import csv
import gzip
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path

NEW = 0.07
"""Share of words that are made anew."""

LOOSE = 0.35
"""Share of words that are drawn without looking at the word before."""


def real(data: Path) -> list[str]:
    """The titles of IMDb's akas, each wording once, in order of the file."""
    with gzip.open(data / "imdb" / "2017subset_title.akas.tsv.gz", "rt", encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return list(dict.fromkeys(row["title"].strip() for row in rows if row["title"].strip()))


class Maker:
    """Makes titles like those that it is given."""

    def __init__(self, titles: list[str], seed: int) -> None:
        self.random = random.Random(seed)
        words = [title.split() for title in titles]
        self.lengths = [len(each) for each in words]
        after: dict[str, list[str]] = defaultdict(list)
        for each in words:
            for one, other in pairwise(["", *each]):
                after[one].append(other)
        self.after = dict(after)
        counted = Counter(word for each in words for word in each)
        self.words, self.weights = list(counted), list(accumulate(counted.values()))
        letters: dict[str, list[str]] = defaultdict(list)
        for word in self.words:
            if len(word) > 3:
                for place in range(len(word) + 1):
                    letters[word[max(0, place - 2) : place]].append(word[place : place + 1])
        self.letters = dict(letters)

    def word(self) -> str:
        """A new word."""
        made = ""
        while len(made) < 14:
            letter = self.random.choice(self.letters.get(made[-2:], [""]))
            if not letter and len(made) > 2:
                break
            made += letter or self.random.choice("aeiou")
        return made

    def title(self) -> str:
        """One title."""
        draw = self.random
        made: list[str] = []
        for _ in range(draw.choice(self.lengths)):
            before = made[-1] if made else ""
            if draw.random() < NEW:
                made.append(self.word())
            elif draw.random() < LOOSE or before not in self.after:
                made.append(draw.choices(self.words, cum_weights=self.weights)[0])
            else:
                made.append(draw.choice(self.after[before]))
        return " ".join(made)


def titles(data: Path, count: int, seed: int = 5) -> Iterator[str]:
    """As many different titles as wanted, the real ones first."""
    given = real(data)
    yield from given[:count]
    maker = Maker(given, seed)
    met = set(given)
    while len(met) < count:
        made = maker.title()
        if made not in met:
            met.add(made)
            yield made


def typo(word: str, draw: random.Random) -> str:
    """A text with one letter too many, too few, another one, or two that changed places."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    while True:
        kind, place = draw.randrange(4), draw.randrange(len(word))
        if kind == 0:
            made = word[:place] + draw.choice(letters) + word[place:]
        elif kind == 1:
            made = word[:place] + word[place + 1 :]
        elif kind == 2:
            made = word[:place] + draw.choice(letters) + word[place + 1 :]
        else:
            made = word[:place] + word[place + 1 : place + 2] + word[place] + word[place + 2 :]
        if made != word:
            return made
