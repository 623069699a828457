"""How likely a phrase that is some film's title means the film where it stands: capitals, quotes, words beside it."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from basedon.prose.mentions_keys import ARTICLE, Found, Table
from basedon.prose.mentions_words import Flags, Words, hash_of
from basedon.prose.patterns import lexicon

_ORDINARY = lexicon(
    "the of and to in a is it for on that was he with as his i at be by had not are but from or have an they which"
    " one you were her all she there would their we him been has when who will more no if out so said what up its"
    " about into than them can only other new some could time these two may then do first any my now such like our"
    " over man me even most made after also did many before must through back years where much your way well down"
    " should because each just those people how too little state good very make world still own see men work long"
    " get here between both life being under never day same another know while last might us great old year off come"
    " since against go came right used take three small home every without always yes hello hi hey ok okay thanks"
    " thank please sorry sure love really think thing things something nothing everything anything action comedy"
    " drama horror thriller romance mine yours tonight today tomorrow yesterday bye goodbye friend friends family"
    " kids movie movies film films"
)
_WATCHING = lexicon("watch watched watching rewatch rewatched seen saw see seeing called titled named movie film")
_OF_FILMS = lexicon(
    "movie movies film films watch watched watching seen saw directed director actor actress starring trailer scene"
)
_ORDINARY_BIT, _WATCHING_BIT, _FILMS_BIT = 1, 2, 4


class Lexicon:
    """Words by hash, with bits that say what they are."""

    def __init__(self) -> None:
        bits: dict[str, int] = {}
        for words, bit in ((_ORDINARY, _ORDINARY_BIT), (_WATCHING, _WATCHING_BIT), (_OF_FILMS, _FILMS_BIT)):
            for word in words:
                bits[word] = bits.get(word, 0) | bit
        self.table = Table(np.array([hash_of(word) for word in bits], np.uint64))
        self.bits = np.array([*bits.values(), 0], np.uint8)

    def of(self, hashed: NDArray[np.uint64]) -> NDArray[np.uint8]:
        """The bits of each word."""
        return self.bits[self.table.find(hashed)]


_lexicon: list[Lexicon] = []


def known() -> Lexicon:
    """The one lexicon."""
    if not _lexicon:
        _lexicon.append(Lexicon())
    return _lexicon[0]


class Place(Struct, frozen=True):
    """What is seen where candidates stand: offsets in the row, and how likely each means the film."""

    start: NDArray[np.int64]
    end: NDArray[np.int64]
    sure: NDArray[np.float64]


def judged(words: Words, found: Found, kinds: NDArray[np.uint8]) -> Place:
    """How likely each candidate is a mention; `kinds` says how each key is written (`mentions_keys`)."""
    first, count = found.first, found.count
    last = first + count - 1
    start = words.start[first]
    end = words.end[last] - 2 * found.bare
    lexical = known()
    size = len(words.shape)
    shape = np.concatenate([words.shape, np.full(4, 10, np.uint8)])
    before = np.where(start > 0, shape[np.maximum(start - 1, 0)], 10)
    after = shape[np.minimum(end, size)]
    quoted = ((before == 34) & _closes(shape, end, 34)) | ((before == 42) & _closes(shape, end, 42))
    quoted |= (before == 39) & (after == 39) & ~found.bare
    year = _year(shape, end) | (quoted & _year(shape, end + 1))
    capital, all_capital, ordinary = _inside(words, first, count, lexical)
    before_word = lexical.of(words.hash[np.maximum(first - 1, 0)])
    watching = ((before_word & _WATCHING_BIT) != 0) & (before == 32)
    opens = (before == 10) | ((before == 32) & np.isin(shape[np.maximum(start - 2, 0)], [46, 33, 63, 10, 58]))
    alone = (before == 10) & np.isin(after, [10, 46, 33, 44])
    inside_name = (before == 32) & words.capital[np.maximum(first - 1, 0)] & (first > 0) & ~opens
    inside_name &= ~np.isin(words.hash[np.maximum(first - 1, 0)], [hash_of("i")])
    sure = np.full(len(first), -3.0)
    sure += 5.5 * quoted + 5.0 * year + 2.0 * (watching & capital) + 1.0 * watching
    sure += 3.5 * (all_capital & (ordinary == 0)) + 2.5 * (all_capital & (count > 1) & (ordinary < count))
    sure += 2.0 * (alone & all_capital)
    sure -= 2.0 * (opens & (count == 1) & ~alone) + 2.0 * inside_name
    sure -= 5.0 * (ordinary == count) + 9.0 * ((before == 40) & (after == 41))
    sure += 0.8 * (count > 2) + 1.0 * (count > 3)
    sure -= 1.0 * (kinds > ARTICLE)
    return Place(start, end, 1 / (1 + np.exp(-sure)))


def _closes(shape: NDArray[np.uint8], end: NDArray[np.int64], mark: int) -> Flags:
    """Whether a mark stands after, maybe after a full stop or a comma."""
    after, beyond = shape[end], shape[np.minimum(end + 1, len(shape) - 1)]
    return np.asarray((after == mark) | (np.isin(after, [46, 44, 33, 63]) & (beyond == mark)))


def _year(shape: NDArray[np.uint8], end: NDArray[np.int64]) -> Flags:
    """Whether a year in brackets follows."""
    wide = np.concatenate([shape, np.zeros(9, np.uint8)])
    bracket = (wide[end] == 32) & (wide[end + 1] == 40)
    digits = np.ones(len(end), np.bool_)
    for place in range(2, 6):
        digits &= (wide[end + place] >= 48) & (wide[end + place] <= 57)
    return np.asarray(bracket & digits & (wide[end + 6] == 41))


def _inside(
    words: Words, first: NDArray[np.int64], count: NDArray[np.int64], lexical: Lexicon
) -> tuple[Flags, Flags, NDArray[np.int64]]:
    """Whether the first word is a capital, whether all but small words are, and how many words are ordinary."""
    every = np.ones(len(first), np.bool_)
    ordinary = np.zeros(len(first), np.int64)
    for step in range(int(count.max(initial=0))):
        which = np.flatnonzero(count > step)
        at = first[which] + step
        common = (lexical.of(words.hash[at]) & _ORDINARY_BIT) != 0
        ordinary[which] += common
        digit = words.shape[words.start[at]] <= 57
        every[which] &= words.capital[at] | digit | (common & (step > 0))
    return words.capital[first], every, ordinary
