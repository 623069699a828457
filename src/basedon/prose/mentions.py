"""How likely a phrase that is some film's title means the film where it stands: capitals, quotes, words beside it.

What is seen is put into columns, each a number times a weight that depends on a class that the candidate belongs to
("capital one": one word, a capital). The weights are in `mentions_weights`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from basedon.prose import mentions_lexicon as lexicon
from basedon.prose import mentions_place as at
from basedon.prose.mentions_keys import NAME, Found
from basedon.prose.mentions_place import Inside, Place, Reals
from basedon.prose.mentions_weights import WEIGHTS
from basedon.prose.mentions_words import Flags, Numbers, Words

HOPELESS = -2.2
"""Log-odds from a candidate's own words and its title alone, below which only marks around it can help."""

_SIZE = ("one", "two", "more")
_CASE = ("capital", "half", "lower")
_SHAPE = tuple(f"{case} {size}" for case in _CASE for size in _SIZE)
_POSITION = ("whole line", "line", "sentence", "list", "inside")
_CUE = ("none", "watch", "called", "film", "films", "like", "place", "the", "and", "is", "by", "new", "about", "who",
        "date", "title", "novel")  # fmt: skip
_KIND = ("whole", "no article", "joined", "number", "head", "tail", "name")
_SMALL = ("capital", "lower")


def _by(*parts: tuple[str, ...]) -> tuple[str, ...]:
    labels = parts[0]
    for part in parts[1:]:
        labels = tuple(f"{label}, {other}" for label in labels for other in part)
    return labels


class Bearers(Struct, frozen=True):
    """What is known of the titles met: how each is written (`mentions_keys`), how many bear it, how known the best
    is.
    """

    kind: NDArray[np.uint8]
    bearers: NDArray[np.int64]
    prominence: Reals
    person: Flags
    """Whether somebody is called so."""

    def kept(self, which: Numbers) -> Bearers:
        """Some of them."""
        return Bearers(self.kind[which], self.bearers[which], self.prominence[which], self.person[which])


def packed(kind: NDArray[np.uint8], person: Flags, bearers: Numbers, prominence: Reals) -> NDArray[np.uint32]:
    """What is known of titles in four bytes each, so that it is looked up in one place."""
    many = np.minimum(bearers, 255).astype(np.uint32) << np.uint32(4)
    known = np.minimum(prominence * 100, 255).astype(np.uint32) << np.uint32(12)
    return np.asarray(kind.astype(np.uint32) | (person.astype(np.uint32) << np.uint32(3)) | many | known)


def unpacked(given: NDArray[np.uint32]) -> Bearers:
    """The same, unpacked."""
    kind, person = (given & 7).astype(np.uint8), (given & 8) != 0
    return Bearers(kind, ((given >> 4) & 255).astype(np.int64), (given >> 12) / 100, person)


class Column(Struct, frozen=True):
    """One thing seen: a number for each candidate (1 where there is none), and the class whose weight it has."""

    name: str
    labels: tuple[str, ...]
    of: Numbers
    value: Reals | Flags | None = None


def own(inside: Inside, bearers: Bearers) -> Iterator[Column]:
    """What a candidate's own words and its title say."""
    shape = inside.case * 3 + inside.size
    yield Column("shape", _SHAPE, shape)
    yield Column("information", _SHAPE, shape, inside.info)
    yield Column("ordinary", _SHAPE, shape, inside.ordinary)
    yield Column("prominence", _SHAPE, shape, bearers.prominence)


def beside(place: Place, inside: Inside, bearers: Bearers) -> Iterator[Column]:
    """What speaks for or against where it stands."""
    words, known = place.words, place.known
    lower = inside.lower.astype(np.int64)
    shape = inside.case * 3 + inside.size
    position, uncued = place.position, inside.lower & ~place.cued
    line = ("small", "cued", "uncued")
    state = np.where(uncued, 2, lower)
    marks = np.select([place.quoted, place.starred, place.before == at.HASH], [1, 2, 3], 0)
    single = inside.size == 0
    kinds = np.select(
        [
            single & inside.digits,
            single & (place.end - place.start <= 2),
            single & (known.cue[place.first] == lexicon.DATE),
            known.given[place.first] & (inside.size < 2),
        ],
        [1, 2, 3, 4],
        0,
    )
    upper = words.capitals[place.first] & words.capitals[place.last] & (place.end - place.start > 2)
    nested = place.nested(bearers.kind == NAME)
    first = np.arange(len(place.first)) * 0

    yield Column("before", _by(_CUE, _SMALL), place.cue_before * 2 + lower)
    yield Column("after", _by(_CUE, _SMALL), place.cue_after * 2 + lower)
    yield Column("second before", _CUE, place.cue_second.astype(np.int64))
    yield Column("position", _by(_POSITION, _SHAPE), position * 9 + shape)
    yield Column("ordinary at", _by(_POSITION, _SMALL), position * 2 + lower, inside.ordinary)
    yield Column("prominence at", _by(_POSITION, _SMALL), position * 2 + lower, bearers.prominence)
    yield Column("rare at", _by(_POSITION, _SHAPE), position * 9 + shape, inside.ordinary < 0.8)
    yield Column("cued", _by(line, _SIZE), state * 3 + inside.size)
    yield Column("information uncued", line, state, inside.info)
    yield Column("ordinary uncued", line, state, inside.ordinary)
    yield Column("prominence uncued", line, state, bearers.prominence)
    yield Column("marks", _by(("none", "quotes", "italics", "hash"), _SMALL), marks * 2 + lower)
    yield Column(
        "ordinary in marks", _by(("none", "quotes", "italics", "hash"), _SMALL), marks * 2 + lower, inside.ordinary
    )
    yield Column("year", ("none", "brackets", "plain"), place.year)
    yield Column("kind", _by(_KIND, _SIZE), bearers.kind * 3 + inside.size)
    yield Column("kind small", _by(_KIND, _SMALL), bearers.kind * 2 + lower)
    yield Column("nested", ("no", "in a title", "in a name"), nested)
    beside_name = _by(("none", "before", "after", "both"), _SIZE)
    yield Column("name", beside_name, place.names * 3 + inside.size)
    yield Column("given name", beside_name, place.names * 3 + inside.size, kinds == 4)
    yield Column("person", _by(("no", "yes"), _SIZE), bearers.person * 3 + inside.size)
    yield Column("person prominence", ("no", "yes"), bearers.person.astype(np.int64), bearers.prominence)
    yield Column("word", ("any", "digits", "letter", "date", "given"), np.where(marks > 0, 0, kinds))
    yield Column("near films", _SHAPE, shape, place.near_films)
    text = ("small text", "few capitals", "capitals", "shouting")
    yield Column("text", _by(text, _CASE), place.written * 3 + inside.case)
    yield Column("upper", text, place.written, upper)
    yield Column("ordinary upper", text, place.written, upper * inside.ordinary)
    after = np.select([place.after == at.COMMA, at.MARKS[place.after], place.after == at.LINE], [1, 2, 3], 0)
    yield Column("mark after", _by(("none", "comma", "mark", "line"), _SMALL), after * 2 + lower)
    yield Column("owner", ("yes",), first, place.found.bare)
    yield Column("hyphened", ("yes",), first, place.hyphened)
    yield Column("bracketed", ("yes",), first, (place.before == at.OPEN) & (place.after == at.CLOSE))
    yield Column("broken", ("yes",), first, place.broken)
    yield Column("bearers", ("many",), first, np.log1p(bearers.bearers))


@cache
def _weights(name: str, labels: tuple[str, ...]) -> Reals:
    given = WEIGHTS.get(name, {})
    return np.array([given.get(label, 0.0) for label in labels])


def summed(odds: Reals, columns: Iterator[Column]) -> Reals:
    """Log-odds with what columns add."""
    for column in columns:
        weight = _weights(column.name, column.labels)
        if column.value is None:
            odds += weight[column.of]
        elif len(weight) == 1:
            odds += weight[0] * column.value
        else:
            odds += weight[column.of] * column.value
    return odds


def judged(words: Words, known: lexicon.Known, found: Found, bearers: Bearers) -> tuple[Numbers, Place, Reals]:
    """Which candidates have any hope, where they stand, and how likely each is a mention, as log-odds."""
    inside = Inside(words, known, found)
    odds = summed(np.zeros(len(found.first)), own(inside, bearers))
    which = np.flatnonzero((odds > HOPELESS) | at.marked(words, found) | (bearers.kind == NAME))
    if len(which) < len(odds):
        inside.kept(which)
        bearers = bearers.kept(which)
        found = Found(found.first[which], found.count[which], found.key[which], found.bare[which])
        odds = odds[which]
    place = Place(words, known, found)
    return which, place, summed(odds, beside(place, inside, bearers))
