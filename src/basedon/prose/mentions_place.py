"""Where candidates stand: the marks and words before and after each, and what their own words look like."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from basedon.prose import mentions_lexicon as lexicon
from basedon.prose.mentions_keys import Found
from basedon.prose.mentions_words import Flags, Numbers, Words

Reals = NDArray[np.float64]

WINDOW = 40
"""Words to either side in which words about films are looked for."""

NEAR = 8
"""Words to either side in which a year is looked for."""

CUED = (lexicon.WATCH, lexicon.CALLED, lexicon.FILM, lexicon.LIKE, lexicon.ABOUT, lexicon.AND)
"""Words after which a title may come in small letters."""

LINE, SPACE, QUOTE, APOSTROPHE, OPEN, CLOSE, STAR, COMMA, DASH, COLON, HASH, UNDERLINE = map(ord, "\n \"'()*,-:#_")
_BREAK = 0


def _set(values: Iterable[int]) -> Flags:
    found = np.zeros(256, np.bool_)
    found[list(values)] = True
    return found


_STOPS = _set(map(ord, ".!?:"))
MARKS = _set(map(ord, ".!?,;:)"))
_SENTENCE = _set(map(ord, ".!?,"))
_OPENING = _set(map(ord, "\"'*_#(\n"))
_ENCLOSING = _set(map(ord, "\"'*_#"))
_CUED = _set(CUED)
_SPOKEN = _set((lexicon.WATCH, lexicon.FILM, lexicon.FILMS))
_FILMS = _set((lexicon.FILM, lexicon.FILMS))


def looked_for(words: Words, known: lexicon.Known) -> Flags:
    """Whether a title of ordinary words may begin at each word: a capital, a quote, or what comes before a title."""
    if not len(words):
        return words.capital
    before = words.shape[np.maximum(words.start - 1, 0)]
    before[0] = before[0] if words.start[0] else LINE
    opened = words.capital | _OPENING[before]
    opened[1:] |= _CUED[known.cue[:-1]] & (before[1:] == SPACE)
    return np.asarray(opened)


def marked(words: Words, found: Found) -> Flags:
    """Whether a mark that a title may stand in comes before each candidate, or a bracket after it."""
    before = words.shape[np.maximum(words.start[found.first] - 1, 0)]
    after = words.end[found.first + found.count - 1] + 1
    return np.asarray(_ENCLOSING[before] | (words.shape[np.minimum(after, len(words.shape) - 1)] == OPEN))


class Inside:
    """What the words of each candidate look like."""

    def __init__(self, words: Words, known: lexicon.Known, found: Found) -> None:
        first = found.first
        bits = known.bits[first].astype(np.int64)
        most = bits.copy()
        every = words.capital[first].copy()
        which = np.flatnonzero(found.count > 1)
        for step in range(1, int(found.count.max(initial=0))):
            at = first[which] + step
            here = known.bits[at]
            every[which] &= words.capital[at] | (here <= 9) | (words.shape[words.start[at]] <= 57)
            bits[which] += here
            most[which] = np.maximum(most[which], here)
            which = which[found.count[which] > step + 1]
        digits = words.shape[words.start[first]] <= 57
        every |= digits & (found.count == 1)
        self.capital = words.capital[first] | digits
        """Whether the first word is a capital or a number."""
        self.size = np.minimum(found.count, 3) - 1
        self.case = np.where(every, 0, np.where(self.capital, 1, 2))
        """0: capitals throughout, but for small words; 1: the first word only; 2: small letters."""
        self.case[digits & ~every] = 2
        self.lower = self.case == 2
        self.info = np.minimum(bits, 60) / 10
        """Bits of surprise of all words together, in tens."""
        self.ordinary = np.maximum(0, lexicon.RARE - most) / 6
        """How ordinary even the rarest word is."""
        self.digits = digits

    def kept(self, which: Numbers) -> None:
        """Forget all but some."""
        for name in ("capital", "size", "case", "lower", "info", "ordinary", "digits"):
            setattr(self, name, getattr(self, name)[which])


class Place:
    """What is before and after each candidate, and how its text is written."""

    def __init__(self, words: Words, known: lexicon.Known, found: Found) -> None:
        self.words, self.known, self.found = words, known, found
        self.first, self.last = found.first, found.first + found.count - 1
        self.start = words.start[self.first]
        self.end = words.end[self.last] - 2 * found.bare
        shape = np.concatenate([np.full(3, LINE, np.uint8), words.shape, np.full(9, LINE, np.uint8)])
        shape[shape == _BREAK] = LINE  # a text ends as a line does
        start, self.stop = self.start + 3, self.end + 3
        self.shape = shape
        self.before2, self.before = shape[start - 2], shape[start - 1]
        self.after, self.after2 = shape[self.stop], shape[self.stop + 1]
        self.previous, self.next = np.maximum(self.first - 1, 0), np.minimum(self.last + 1, max(len(words) - 1, 0))
        begins = np.searchsorted(words.start, words.begins)
        self.text = np.searchsorted(words.begins, self.start, "right") - 1
        self.text_first = begins[self.text]
        self.text_last = np.append(begins[1:] - 1, len(words))[self.text]  # without the break

    @cached_property
    def quoted(self) -> Flags:
        """Whether it stands in quotes."""
        single = (self.before == APOSTROPHE) & self._closed(APOSTROPHE) & ~self.found.bare
        return np.asarray(single | ((self.before == QUOTE) & self._closed(QUOTE)))

    @cached_property
    def starred(self) -> Flags:
        """Whether it stands in the marks of italics."""
        return np.asarray(
            ((self.before == STAR) & self._closed(STAR)) | ((self.before == UNDERLINE) & self._closed(UNDERLINE))
        )

    def _closed(self, mark: int) -> Flags:
        """Whether a mark stands after, maybe after a full stop or a comma."""
        return np.asarray((self.after == mark) | (_SENTENCE[self.after] & (self.after2 == mark)))

    @cached_property
    def cue_before(self) -> NDArray[np.uint8]:
        """What the word before is."""
        return np.where(self._joined, self.known.cue[self.previous], lexicon.NO)

    @cached_property
    def cue_second(self) -> NDArray[np.uint8]:
        """What the word before the word before is."""
        second = np.maximum(self.previous - 1, np.minimum(self.text_first, self.previous))
        return np.where(self._joined, self.known.cue[second], lexicon.NO)

    @cached_property
    def _joined(self) -> Flags:
        joined = ((self.before == SPACE) | (self.before == COMMA)) & (self.before2 != LINE)
        return np.asarray(joined & (self.first > self.text_first))

    @cached_property
    def _follows(self) -> Flags:
        return np.asarray((self.after == SPACE) & (self.last + 1 < self.text_last))

    @cached_property
    def cue_after(self) -> NDArray[np.uint8]:
        """What the word after is."""
        return np.where(self._follows, self.known.cue[self.next], lexicon.NO)

    @cached_property
    def position(self) -> Numbers:
        """0: a whole line; 1: a line's beginning, then a mark; 2: a sentence's beginning; 3: in a list; 4:
        elsewhere.
        """
        at_line = self.before == LINE
        line_ends = self.after == LINE
        ends = MARKS[self.after] | line_ends
        whole = at_line & (line_ends | (MARKS[self.after] & (self.after2 == LINE)))
        opens = at_line | _STOPS[self.before2] | (self.before == OPEN)
        listed = (self.before == SPACE) & ((self.before2 == COMMA) | (self.cue_before == lexicon.AND))
        listed &= (self.after == COMMA) | (self.cue_after == lexicon.AND) | ends
        opens &= ~self.quoted & ~self.starred
        return np.select([whole, at_line & ends, opens, listed], [0, 1, 2, 3], 4)

    @cached_property
    def year(self) -> Numbers:
        """0: no year follows; 1: one in brackets; 2: one without."""
        bracketed = self._year(self.stop) | ((self.quoted | self.starred) & self._year(self.stop + 1))
        plain = (self.after == SPACE) & self._digits(self.stop + 1, 4)
        return np.where(bracketed, 1, np.where(plain, 2, 0))

    def _digits(self, at: Numbers, count: int) -> Flags:
        found = np.ones(len(at), np.bool_)
        for place in range(count):
            here = self.shape[np.minimum(at + place, len(self.shape) - 1)]
            found &= (here >= 48) & (here <= 57)
        return found

    def _year(self, end: Numbers) -> Flags:
        size = len(self.shape) - 1
        bracket = (self.shape[np.minimum(end, size)] == SPACE) & (self.shape[np.minimum(end + 1, size)] == OPEN)
        which = np.flatnonzero(bracket)
        bracket[which] = self._digits(end[which] + 2, 4) & (self.shape[np.minimum(end[which] + 6, size)] == CLOSE)
        return np.asarray(bracket)

    @cached_property
    def names(self) -> Numbers:
        """1 if what may be a name stands directly before, 2 if after, 3 if both."""
        words, known = self.words, self.known
        before = self._joined & (self.before == SPACE) & words.capital[self.previous] & ~words.possessive[self.previous]
        before &= (known.bits[self.previous] >= 13) & ~MARKS[self.before2]
        after = self._follows & words.capital[self.next] & (known.bits[self.next] >= 12) & ~self.found.bare
        return np.asarray(before + 2 * after)

    @cached_property
    def cued(self) -> Flags:
        """Whether anything beside it says that a title may stand here, small letters or not."""
        return np.asarray(
            _CUED[self.cue_before] | _FILMS[self.cue_after] | (self.position == 0) | self.quoted | self.starred
        )

    @cached_property
    def written(self) -> Numbers:
        """How the text is written: 0 in small letters, 1 with few capitals, 2 with more, 3 shouting."""
        length = np.maximum(self.text_last - self.text_first, 1)
        capitals, shouted = _summed(self.words.capital), _summed(self.words.capitals)
        share = (capitals[self.text_last] - capitals[self.text_first]) / length
        shouting = (shouted[self.text_last] - shouted[self.text_first]) / length > 0.5
        return np.where(shouting, 3, np.where(share == 0, 0, np.where(share < 0.15, 1, 2)))

    @cached_property
    def near_films(self) -> Flags:
        """Whether words about films stand near."""
        told = _summed(_SPOKEN[self.known.cue])
        low, high = np.maximum(self.text_first, self.first - WINDOW), np.minimum(self.text_last, self.last + WINDOW)
        return np.asarray(told[np.maximum(high, low)] > told[low])

    @cached_property
    def hyphened(self) -> Flags:
        """Whether it is a part of a compound."""
        before = (self.before == DASH) & (self.before2 != SPACE) & (self.before2 != DASH)
        return np.asarray(before | ((self.after == DASH) & (self.after2 != SPACE) & (self.after2 != DASH)))

    @cached_property
    def broken(self) -> Flags:
        """Whether a sentence or a line ends inside."""
        found = np.zeros(len(self.first), np.bool_)
        which = np.flatnonzero(self.found.count > 1)
        for step in range(1, int(self.found.count.max(initial=0))):
            at = self.words.start[self.first[which] + step]
            gap, before = self.words.shape[at - 1], self.words.shape[at - 2]
            found[which] |= (gap == LINE) | ((gap == SPACE) & _STOPS[before] & (before != COLON))
            which = which[self.found.count[which] > step + 1]
        return found

    def dated(self, which: Numbers) -> Flags:
        """Whether a number stands near, for some of the candidates."""
        numbers = _summed(self.words.shape[self.words.start] <= 57)
        low = np.maximum(self.text_first[which], self.first[which] - NEAR)
        high = np.minimum(self.text_last[which], self.last[which] + 1 + NEAR)
        return np.asarray(numbers[high] > numbers[low])

    def nested(self, name: Flags) -> Numbers:
        """1 if a longer candidate has it inside, 2 if one that is a person's name has."""
        order = np.lexsort((-self.last, self.first))
        nested = np.zeros(len(order), np.int64)
        for value, only in ((1, None), (2, name[order])):
            last = self.last[order]
            furthest = np.maximum.accumulate(last if only is None else np.where(only, last, -1))
            inside = np.flatnonzero(furthest[:-1] >= last[1:]) + 1
            nested[order[inside]] = value
        return nested


def _summed(flags: Flags) -> Numbers:
    return np.concatenate([[0], np.cumsum(flags)])
