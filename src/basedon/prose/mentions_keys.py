"""All titles as a table of hashes, in which the words of a text are looked up.

A title is found whole, without its article, written in one word (#LaLaLand), by what stands before or after a colon,
and with its number in figures or in Roman numerals.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from basedon.prose.mentions_words import STEP, Flags, Hashes, Numbers, Words, hash_of, hashes, words_of

WHOLE, ARTICLE, JOINED, NUMBER, HEAD, TAIL = range(6)
"""How a title is written: whole, without its article, in one word, with another number, cut after or before a colon."""

LONGEST = 14
"""Words of a title that is looked for."""

_ARTICLES = np.array([hash_of(word) for word in ("the", "a", "an")], np.uint64)
_SPELLINGS = (
    ("1", "one"), ("2", "two", "ii"), ("3", "three", "iii"), ("4", "four", "iv"), ("5", "five", "v"),
    ("6", "six", "vi"), ("7", "seven", "vii"), ("8", "eight", "viii"), ("9", "nine", "ix"), ("10", "ten", "x"),
    ("12", "twelve"), ("40", "forty"), ("50", "fifty"), ("vol", "volume"), ("pt", "part"), ("dr", "doctor"),
    ("mr", "mister"), ("st", "saint"), ("vs", "versus"), ("no", "number"),
)  # fmt: skip
_SPREAD = np.uint64(0xD6E8FEB86659FD93)


class Forms(Struct, frozen=True):
    """Ways to write titles: of which title each is, how it is written, its hash, and where its words are."""

    title: Numbers
    kind: NDArray[np.uint8]
    hash: Hashes
    count: NDArray[np.uint8]
    start: Numbers
    """The first of its words among all of the titles."""


def phrase(words: Hashes, start: Numbers, count: Numbers) -> Hashes:
    """The hashes of runs of words."""
    hashed = np.zeros(len(start), np.uint64)
    for step in range(int(count.max(initial=0))):
        more = np.flatnonzero(count > step)
        hashed[more] = hashed[more] * STEP + words[start[more] + step]
    return hashed


def forms_of(titles: Sequence[str]) -> tuple[Forms, Words]:
    """All ways to write some titles, and the words of the titles."""
    words = words_of(titles)
    stop = np.searchsorted(words.start, words.begins[1:] - 2)  # the breaks that end a title
    first = np.concatenate([[0], stop + 1]).astype(np.int64)
    last = np.concatenate([stop, [len(words)]]).astype(np.int64)
    whole = np.arange(len(titles))
    taken: list[tuple[Numbers, int, Numbers, Numbers]] = []
    count = last - first
    fits = (count > 0) & (count <= LONGEST)
    taken.append((whole[fits], WHOLE, first[fits], count[fits]))
    leads = np.zeros(len(titles), np.bool_)
    held = count > 1
    leads[held] = np.isin(words.hash[first[held]], _ARTICLES)
    short = leads & (count - 1 <= LONGEST)
    taken.append((whole[short], ARTICLE, first[short] + 1, count[short] - 1))
    taken += _parts(words, first, last, whole)
    title = np.concatenate([part[0] for part in taken])
    kind = np.concatenate([np.full(len(part[0]), part[1], np.uint8) for part in taken])
    start = np.concatenate([part[2] for part in taken])
    counted = np.concatenate([part[3] for part in taken])
    made = [Forms(title, kind, phrase(words.hash, start, counted), counted.astype(np.uint8), start)]
    made.append(_joined(words, whole[count > 1], first[count > 1], last[count > 1]))
    made.append(_respelt(words, made[0]))
    return Forms(*(np.concatenate([getattr(part, name) for part in made]) for name in Forms.__struct_fields__)), words


def _parts(words: Words, first: Numbers, last: Numbers, whole: Numbers) -> list[tuple[Numbers, int, Numbers, Numbers]]:
    """What stands before and after a colon or a dash."""
    after = words.shape[np.minimum(words.end, len(words.shape) - 1)]
    beyond = words.shape[np.minimum(words.end + 1, len(words.shape) - 1)]
    cut = np.flatnonzero((after == 58) | ((after == 32) & (beyond == 45)))
    title = np.searchsorted(last, cut, "right")
    inner = cut + 1 < last[title]
    cut, title = cut[inner], title[inner]
    once = np.concatenate([[True], title[1:] != title[:-1]]) if len(title) else np.zeros(0, np.bool_)
    heads, tails = cut[once], cut
    of_head, of_tail = title[once], title
    head_count = heads + 1 - first[of_head]
    tail_start, tail_count = tails + 1, last[of_tail] - tails - 1
    given: list[tuple[Numbers, int, Numbers, Numbers]] = []
    for of, kind, start, count in (
        (of_head, HEAD, first[of_head], head_count),
        (of_tail, TAIL, tail_start, tail_count),
    ):
        fits = (count > 0) & (count <= LONGEST)
        given.append((whole[of[fits]], kind, start[fits], count[fits]))
        led = np.isin(words.hash[start], _ARTICLES) & (count > 1) & fits
        given.append((whole[of[led]], kind, start[led] + 1, count[led] - 1))
    return given


def _joined(words: Words, title: Numbers, first: Numbers, last: Numbers) -> Forms:
    """Titles in one word."""
    begin, end = words.first[first], words.last[last - 1]
    solid = (words.code > 32) & (words.code != 38)
    before = np.concatenate([[0], np.cumsum(solid)])
    packed = np.concatenate([words.code[solid], np.zeros(32, np.uint8)])
    low, high = before[begin], before[end]
    fits = (high - low >= 5) & (high - low <= 40)
    hashed = hashes(packed, low[fits], high[fits])
    one = np.ones(len(hashed), np.uint8)
    return Forms(title[fits], np.full(len(hashed), JOINED, np.uint8), hashed, one, first[fits])


def _respelt(words: Words, forms: Forms) -> Forms:
    """Forms with one number or abbreviation written in another way."""
    pairs = [(a, b) for group in _SPELLINGS for a in group for b in group if a != b]
    one = np.array([hash_of(a) for a, _ in pairs], np.uint64)
    other = np.array([hash_of(b) for _, b in pairs], np.uint64)
    made: list[Forms] = []
    plain = (forms.kind <= ARTICLE) | (forms.kind == HEAD)
    count = forms.count.astype(np.int64)
    order = np.argsort(one, kind="stable")
    one, other = one[order], other[order]
    for step in range(int(count.max(initial=0))):
        which = np.flatnonzero((count > step) & plain & (count > 1))
        word = words.hash[forms.start[which] + step]
        low, high = np.searchsorted(one, word, "left"), np.searchsorted(one, word, "right")
        for more in range(int((high - low).max(initial=0))):
            met = low + more < high
            of = which[met]
            change = other[low[met] + more] - word[met]
            power = np.full(len(of), STEP, np.uint64) ** (count[of] - 1 - step).astype(np.uint64)
            hashed = forms.hash[of] + change * power
            kind = np.maximum(forms.kind[of], NUMBER).astype(np.uint8)
            made.append(Forms(forms.title[of], kind, hashed, forms.count[of], forms.start[of]))
    if not made:
        return Forms(*(getattr(forms, name)[:0] for name in Forms.__struct_fields__))
    return Forms(*(np.concatenate([getattr(part, name) for part in made]) for name in Forms.__struct_fields__))


class Table:
    """Hashes to their places, many at a time: sorted into buckets, each with its few."""

    def __init__(self, keys: Hashes) -> None:
        """Keys must differ."""
        self.shift = np.uint64(64 - max(1, len(keys).bit_length()))
        bucket = (keys * _SPREAD) >> self.shift
        self.order = np.argsort(bucket, kind="stable")
        self.keys = np.append(keys[self.order], np.uint64(0))
        counts = np.bincount(bucket.astype(np.int64), minlength=1 << (64 - int(self.shift)))
        self.begin = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
        self.most = int(counts.max(initial=0))

    def find(self, wanted: Hashes) -> Numbers:
        """The place of each among the keys given, or -1."""
        bucket = ((wanted * _SPREAD) >> self.shift).astype(np.int64)
        at, stop = self.begin[bucket], self.begin[bucket + 1]
        found = np.full(len(wanted), -1, np.int64)
        left = np.flatnonzero(at < stop)
        for step in range(self.most):
            place = at[left] + step
            same = self.keys[place] == wanted[left]
            found[left[same]] = self.order[place[same]]
            left = left[~same & (place + 1 < stop[left])]
            if not len(left):
                break
        return found


class Sieve:
    """Whether a hash may be among some: a few bits for each, nothing is missed."""

    def __init__(self, keys: Hashes) -> None:
        self.shift = np.uint64(64 - max(10, int(len(keys) * 12).bit_length()))
        place = (keys * _SPREAD) >> self.shift
        self.bits = np.zeros(1 << (64 - int(self.shift) - 3), np.uint8)
        np.bitwise_or.at(self.bits, (place >> np.uint64(3)).astype(np.int64), _bit(place))

    def may(self, wanted: Hashes) -> Flags:
        """Whether each may be among them."""
        place = (wanted * _SPREAD) >> self.shift
        held: Flags = (self.bits[(place >> np.uint64(3)).astype(np.int64)] & _bit(place)) != 0
        return held


def _bit(place: Hashes) -> NDArray[np.uint8]:
    return np.left_shift(1, (place & np.uint64(7)).astype(np.uint8)).astype(np.uint8)


class Found(Struct, frozen=True):
    """Where titles stand in texts: the first word of each, how many, and the key met; `bare` if without "'s"."""

    first: Numbers
    count: Numbers
    key: Numbers
    bare: Flags


class Index:
    """Phrases by hash, to be found in texts."""

    def __init__(self, keys: Hashes, prefixes: Hashes, longest: int) -> None:
        self.table = Table(keys)
        self.whole = Sieve(keys)
        self.prefix = Sieve(prefixes)
        self.longest = longest

    def find(self, words: Words) -> Found:
        """All phrases in the words, also those inside others."""
        first = np.arange(len(words))
        hashed = np.zeros(len(words), np.uint64)
        found: list[tuple[Numbers, int, Numbers, bool]] = []
        for count in range(1, self.longest + 1):
            last = first + count - 1
            if len(last) and last[-1] >= len(words):
                inside = last < len(words)
                first, hashed, last = first[inside], hashed[inside], last[inside]
            if not len(first):
                break
            so_far = hashed * STEP
            hashed = so_far + words.hash[last]
            self._take(found, first, hashed, count, False)
            owned = words.possessive[last]
            if owned.any():
                self._take(found, first[owned], so_far[owned] + words.bare[last[owned]], count, True)
            on = self.prefix.may(hashed)
            first, hashed = first[on], hashed[on]
        return Found(
            np.concatenate([part[0] for part in found] or [np.zeros(0, np.int64)]),
            np.concatenate([np.full(len(part[0]), part[1]) for part in found] or [np.zeros(0, np.int64)]),
            np.concatenate([part[2] for part in found] or [np.zeros(0, np.int64)]),
            np.concatenate([np.full(len(part[0]), part[3]) for part in found] or [np.zeros(0, np.bool_)]),
        )

    def _take(
        self, found: list[tuple[Numbers, int, Numbers, bool]], first: Numbers, hashed: Hashes, count: int, bare: bool
    ) -> None:
        may = np.flatnonzero(self.whole.may(hashed))
        if len(may):
            key = self.table.find(hashed[may])
            held = key >= 0
            found.append((first[may[held]], count, key[held], bare))


def prefixes(words: Hashes, forms: Forms) -> Hashes:
    """The hashes of all beginnings of the forms, themselves left out."""
    count = forms.count.astype(np.int64)
    made = []
    hashed = np.zeros(len(count), np.uint64)
    for step in range(int(count.max(initial=1)) - 1):
        more = np.flatnonzero(count > step + 1)
        hashed[more] = hashed[more] * STEP + words[forms.start[more] + step]
        made.append(np.unique(hashed[more]))
    return np.unique(np.concatenate(made)) if made else np.zeros(0, np.uint64)
