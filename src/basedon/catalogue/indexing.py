"""Makes what title search needs beside the keys: blocks of keys, lists of blocks by letters, the best of many.

All of it is made from the tables `titles` and `works` of a catalogue that is being written, in two looks at the keys in
their order; memory grows with the number of titles, by some tens of bytes for each.
"""

from __future__ import annotations

import contextlib
import sqlite3
from array import array
from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from basedon.catalogue.trigrams import codes, packed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pairs = list[tuple[NDArray[np.uint16], NDArray[np.uint32]]]

BLOCK = 16
"""Keys of a block."""

BATCH = 4096
"""Blocks that are looked at together."""

DEEPEST = 16
"""Bytes of the longest beginning of which the best works are kept; so many titles share no longer one."""

MANY = 128
"""Titles that share a beginning or a word, above which the best works are kept."""

KEPT = 24
"""Works that are kept of these."""

FREQUENT = 4
"""Blocks to one that has the letters, below which they are left out: they tell too little."""

EVERY = 1000
"""Blocks up to which no letters are left out."""

SLICES = 32
"""Parts in which the lists are put together, so that each is small."""


class Heard:
    """What the first look at the keys takes in: the beginning and the work of each title, and its words inside."""

    def __init__(self) -> None:
        self.begun = bytearray()
        self.works = array("I")
        self.words: dict[str, int] = {}
        """A number for each."""
        self.word, self.of = array("I"), array("I")
        """The words inside titles, by number, and the work of each."""

    def hear(self, key: str, works: list[int]) -> None:
        """Take in a key with its works."""
        self.begun += key.encode("utf-8")[:DEEPEST].ljust(DEEPEST, b"\0") * len(works)
        self.works.extend(works)
        words = self.words
        for word in set(key.split(" ")[1:]):
            number = words.setdefault(word, len(words))
            for work in works:
                self.word.append(number)
                self.of.append(work)


def index_titles(connection: sqlite3.Connection) -> None:
    """Fill the tables that title search needs, from those of titles and works."""
    import numpy as np

    prominence = np.zeros(1 + (connection.execute("SELECT MAX(work) FROM works").fetchone()[0] or 0), np.int32)
    for work, value in connection.execute("SELECT work, prominence FROM works"):
        prominence[work] = value
    heard, pairs = Heard(), []
    count = 0  # of blocks
    for keys in batches(connection, heard):
        starts = [(count + n // BLOCK, least(keys, n)) for n in range(0, len(keys), BLOCK)]
        connection.executemany("INSERT INTO title_blocks VALUES (?, ?)", starts)
        pairs.append(in_blocks(keys, count))
        count += len(starts)
    best = [*best_of_beginnings(heard, prominence), *best_of_words(heard, prominence)]
    del heard
    connection.executemany("INSERT INTO title_bests VALUES (?, ?)", sorted(best))
    connection.executemany("INSERT INTO title_letters VALUES (?, ?, ?)", lists(pairs, count))


def batches(connection: sqlite3.Connection, heard: Heard) -> Iterator[list[str]]:
    """The different keys in order."""
    cursor = connection.execute("SELECT normal, work FROM titles INDEXED BY titles_by_key ORDER BY normal")
    keys: list[str] = []
    for key, rows in groupby(cursor, itemgetter(0)):
        keys.append(key)
        heard.hear(key, sorted({work for _, work in rows}))
        if len(keys) == BATCH * BLOCK:
            yield keys
            keys = []
    if keys:
        yield keys


def least(keys: list[str], place: int) -> str:
    """The shortest text that is above the key before a place, and no higher than the key there."""
    if not place:
        return keys[0]
    before, key = keys[place - 1], keys[place]
    shared = next((n for n, (one, other) in enumerate(zip(before, key, strict=False)) if one != other), len(before))
    return key[: shared + 1]


def in_blocks(keys: list[str], first: int) -> tuple[NDArray[np.uint16], NDArray[np.uint32]]:
    """Which letters stand in which blocks, each pair once, in order of the letters."""
    import numpy as np

    runs, places = codes(keys)
    found = np.sort(runs * np.uint32(BATCH) + places // np.uint32(BLOCK))
    found = found[np.diff(found, prepend=~found[:1]) != 0]
    return (found // np.uint32(BATCH)).astype(np.uint16), found % np.uint32(BATCH) + np.uint32(first)


def lists(pairs: Pairs, count: int) -> Iterator[tuple[int, int, bytes]]:
    """For all letters, in order, how many blocks have them, and which, packed."""
    import numpy as np

    if not pairs:
        return
    last = max((int(runs[-1]) for runs, _ in pairs if len(runs)), default=-1)
    edges = np.linspace(0, last + 1, SLICES + 1).astype(np.uint32)
    for low, high in pairwise(edges):
        cuts = [(np.searchsorted(runs, low), np.searchsorted(runs, high)) for runs, _ in pairs]
        runs = np.concatenate([runs[a:b] for (a, b), (runs, _) in zip(cuts, pairs, strict=True)])
        blocks = np.concatenate([blocks[a:b] for (a, b), (_, blocks) in zip(cuts, pairs, strict=True)])
        order = np.argsort(runs, kind="stable")
        runs, blocks = runs[order], blocks[order]
        starts = np.flatnonzero(np.diff(runs.astype(np.int64), prepend=np.int64(-1)))
        for first, last in pairwise([*starts, len(runs)]):
            if last - first <= max(count // FREQUENT, EVERY):
                yield int(runs[first]), int(last - first), packed(blocks[first:last], count)


def best_of_beginnings(heard: Heard, prominence: NDArray[np.int32]) -> Iterator[tuple[str, bytes]]:
    """The most prominent works of each beginning that many titles share."""
    import numpy as np

    works = np.frombuffer(heard.works, f"u{heard.works.itemsize}")
    if len(works) <= MANY:
        return
    table = np.frombuffer(heard.begun, np.uint8).reshape(len(works), DEEPEST)
    shared = np.zeros(len(works), np.uint8)
    same = np.ones(len(works) - 1, bool)
    for depth in range(DEEPEST):
        same &= table[1:, depth] == table[:-1, depth]
        shared[1:] += same
    for depth in range(1, DEEPEST + 1):
        edges = np.append(np.flatnonzero(shared < depth), len(works))
        for n in np.flatnonzero(np.diff(edges) > MANY):
            first, last = edges[n], edges[n + 1]
            if table[first, depth - 1]:  # else these keys are shorter
                with contextlib.suppress(UnicodeDecodeError):  # it may end within a character
                    yield table[first, :depth].tobytes().decode("utf-8"), best(works[first:last], prominence)


def best_of_words(heard: Heard, prominence: NDArray[np.int32]) -> Iterator[tuple[str, bytes]]:
    """The most prominent works of each word that many titles have inside, under the word with a space before it."""
    import numpy as np

    word, of = (np.frombuffer(a, f"u{a.itemsize}") for a in (heard.word, heard.of))
    times = np.bincount(word, minlength=len(heard.words))
    often = times[word] > MANY
    word, of = word[often], of[often]
    order = np.argsort(word, kind="stable")
    of = of[order]
    last = 0
    for text, number in zip(heard.words, times.tolist(), strict=True):
        if number > MANY:
            first, last = last, last + number
            yield f" {text}", best(of[first:last], prominence)


def best(works: NDArray[np.uint32], prominence: NDArray[np.int32]) -> bytes:
    """The most prominent of some works, each once."""
    import numpy as np

    told = prominence[works]
    most = 4 * KEPT  # a work may be there under several titles
    if len(works) > most:
        least_kept = np.partition(told, len(told) - most)[-most]
        works, told = works[told >= least_kept], told[told >= least_kept]
    ordered = dict.fromkeys(works[np.lexsort((works, -told))].tolist())
    return np.array(list(ordered)[:KEPT], "<u4").tobytes()
