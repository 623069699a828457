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

WHOLE, ARTICLE, JOINED, NUMBER, HEAD, TAIL, NAME = range(7)
"""How a title is written: whole, without its article, in one word, with another number, cut after or before a colon;
and
the name of a person, which is no title.
"""

LONGEST = 14
"""Words of a title that is looked for."""

RARER = 15
"""Bits of surprise of a word that marks a phrase as one to look up wherever it stands."""

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


def names_of(names: Sequence[str]) -> tuple[Forms, Words]:
    """People's names of two to four words, and their words."""
    words = words_of(names)
    first = np.searchsorted(words.start, words.begins)
    count = np.append(first[1:] - 1, len(words)) - first
    fits = np.flatnonzero((count > 1) & (count < 5))
    hashed = phrase(words.hash, first[fits], count[fits])
    kind = np.full(len(fits), NAME, np.uint8)
    return Forms(fits, kind, hashed, count[fits].astype(np.uint8), first[fits]), words


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
    """Hashes to their places, many at a time: one to a slot, those that find theirs taken in slots further on."""

    def __init__(self, keys: Hashes, room: int = 1) -> None:
        """Keys must differ; more room makes it faster, and larger."""
        self.shift = np.uint64(64 - max(1, len(keys).bit_length() + room))
        self.keys = np.append(keys, np.uint64(0))
        slots = 1 << (64 - int(self.shift))
        self.layers: list[NDArray[np.int32]] = []
        self.shared = np.zeros(slots, np.bool_)
        left = np.arange(len(keys), dtype=np.int32)
        bucket = ((keys * _SPREAD) >> self.shift).view(np.int64)
        while len(left) or not self.layers:
            layer = np.full(slots, -1, np.int32) if not self.layers else np.full(len(self.layers[0]), -1, np.int32)
            layer[bucket[left[::-1]]] = left[::-1]
            self.layers.append(layer)
            left = left[layer[bucket[left]] != left]
            self.shared[bucket[left]] = True

    def find(self, wanted: Hashes) -> Numbers:
        """The place of each among the keys given, or -1."""
        bucket = wanted * _SPREAD
        bucket >>= self.shift
        slot = bucket.view(np.int64)
        place = self.layers[0].take(slot)
        wrong = self.keys.take(place) != wanted
        wrong |= place < 0
        found = place.astype(np.int64)
        left = np.flatnonzero(wrong)
        found[left] = -1
        left = left[self.shared[slot[left]]]
        for layer in self.layers[1:]:
            if not len(left):
                break
            place = layer[slot[left]]
            same = (self.keys[place] == wanted[left]) & (place >= 0)
            found[left[same]] = place[same]
            left = left[~same & (place >= 0)]
        return found


class Sieve:
    """Whether a hash may be among some: a few bits for each, nothing is missed."""

    def __init__(self, keys: Hashes) -> None:
        self.shift = np.uint64(64 - max(10, int(len(keys) * 12).bit_length()))
        place = (keys * _SPREAD) >> self.shift
        flags = np.zeros(1 << (64 - int(self.shift)), np.bool_)
        flags[place.view(np.int64)] = True
        self.bits = np.packbits(flags, bitorder="little")

    def may(self, wanted: Hashes) -> Flags:
        """Whether each may be among them."""
        place = wanted * _SPREAD
        place >>= self.shift
        byte = self.bits.take((place >> np.uint64(3)).view(np.int64))
        byte >>= place.astype(np.uint8) & _SEVEN
        byte &= _BIT
        return byte.view(np.bool_)


_BIT, _SEVEN = np.uint8(1), np.uint8(7)


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

    def find(self, words: Words, bits: NDArray[np.uint8], open_: Flags) -> Found:
        """All phrases in the words, also those inside others, that begin where `open_` says or have a rare word.

        `bits` says how rare each word is. A phrase of ordinary words is left out where nothing marks its beginning:
        most of what common words spell by chance is never looked up.
        """
        first = np.arange(len(words))
        hashed = np.zeros(len(words), np.uint64)
        taken = open_ | (bits >= RARER)
        found: list[tuple[Numbers, int, Numbers, bool]] = []
        for count in range(1, self.longest + 1):
            last = first + count - 1
            if len(last) and last[-1] >= len(words):
                inside = int(np.searchsorted(last, len(words)))
                first, hashed, last, taken = first[:inside], hashed[:inside], last[:inside], taken[:inside]
            if not len(first):
                break
            so_far = hashed * STEP
            hashed = so_far + words.hash[last]
            if count > 1:
                taken = taken | (bits[last] >= RARER)
            sought = np.flatnonzero(taken)
            self._take(found, first[sought], hashed[sought], count, False)
            owned = sought[words.possessive[last[sought]]]
            if len(owned):
                self._take(found, first[owned], so_far[owned] + words.bare[last[owned]], count, True)
            if count > 1:  # nearly every word begins some title
                on = np.flatnonzero(self.prefix.may(hashed))
                first, hashed, taken = first[on], hashed[on], taken[on]
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
