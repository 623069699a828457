"""Makes what title search needs beside the keys: blocks of keys, lists of blocks by letters, the best of many.

All of it is made from the tables `titles` and `works` of a catalogue that is being written, in two looks at the keys in
their order; memory grows with the number of titles, by some tens of bytes for each.
"""

from __future__ import annotations

import heapq
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from basedon.catalogue.trigrams import codes, packed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pairs = list[tuple[NDArray[np.uint32], NDArray[np.uint32]]]

BLOCK = 8
"""Keys of a block."""

BATCH = 4096
"""Blocks that are looked at together."""

DEEPEST = 16
"""Bytes of the longest beginning of which the best works are kept; so many titles share no longer one."""

MANY = 200
"""Titles that share a beginning or a word, above which the best works are kept."""

KEPT = 40
"""Works that are kept of these."""

SLICES = 32
"""Parts in which the lists are put together, so that each is small."""


def index_titles(connection: sqlite3.Connection) -> None:
    """Fill the tables that title search needs, from those of titles and works."""
    import numpy as np

    prominence = np.zeros(1 + (connection.execute("SELECT MAX(work) FROM works").fetchone()[0] or 0), np.int32)
    for work, value in connection.execute("SELECT work, prominence FROM works"):
        prominence[work] = value
    texts, works, words = bytearray(), array("I"), Counter[str]()
    pairs: Pairs = []
    count = 0  # of blocks
    for keys in batches(connection, texts, works, words):
        starts = [(count + n // BLOCK, least(keys, n)) for n in range(0, len(keys), BLOCK)]
        connection.executemany("INSERT INTO title_blocks VALUES (?, ?)", starts)
        pairs.append(in_blocks(keys, count))
        count += len(starts)
    connection.executemany("INSERT INTO title_letters VALUES (?, ?, ?)", lists(pairs, count))
    del pairs
    begun = np.frombuffer(texts, f"S{DEEPEST}") if texts else np.zeros(0, f"S{DEEPEST}")
    best = sorted(best_of_beginnings(begun, np.frombuffer(works, f"u{works.itemsize}"), prominence))
    del begun, texts
    best += best_of_words(connection, {word for word, times in words.items() if times > MANY}, prominence)
    connection.executemany("INSERT INTO title_bests VALUES (?, ?)", sorted(best))


def batches(
    connection: sqlite3.Connection, texts: bytearray, works: array[int], words: Counter[str]
) -> Iterator[list[str]]:
    """The different keys in order; takes in the beginning and the work of each title, and counts the words inside."""
    cursor = connection.execute("SELECT DISTINCT normal, work FROM titles ORDER BY normal, work")
    keys: list[str] = []
    for key, rows in groupby(cursor, itemgetter(0)):
        keys.append(key)
        begun = key.encode("utf-8")[:DEEPEST].ljust(DEEPEST, b"\0")
        for _, work in rows:
            texts += begun
            works.append(work)
        words.update(set(key.split(" ")[1:]))
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


def in_blocks(keys: list[str], first: int) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Which letters stand in which blocks, each pair once, in order of the letters."""
    import numpy as np

    runs, places = codes(keys)
    found = np.unique(runs.astype(np.uint32) * np.uint32(BATCH) + places // np.uint32(BLOCK))
    return found // np.uint32(BATCH), found % np.uint32(BATCH) + np.uint32(first)


def lists(pairs: Pairs, count: int) -> Iterator[tuple[int, int, bytes]]:
    """For all letters, in order, how many blocks have them, and which, packed."""
    import numpy as np

    last = max((int(runs[-1]) for runs, _ in pairs if len(runs)), default=-1)
    edges = np.linspace(0, last + 1, SLICES + 1).astype(np.uint32)
    for low, high in zip(edges, edges[1:], strict=False):
        cuts = [(np.searchsorted(runs, low), np.searchsorted(runs, high)) for runs, _ in pairs]
        runs = np.concatenate([runs[a:b] for (a, b), (runs, _) in zip(cuts, pairs, strict=True)])
        blocks = np.concatenate([blocks[a:b] for (a, b), (_, blocks) in zip(cuts, pairs, strict=True)])
        order = np.argsort(runs, kind="stable")
        runs, blocks = runs[order], blocks[order]
        starts = np.flatnonzero(np.diff(runs, prepend=np.uint32(2**32 - 1)))
        for some in np.split(np.arange(len(runs)), starts[1:]):
            if len(some):
                yield int(runs[some[0]]), len(some), packed(blocks[some], count)


def best_of_beginnings(
    begun: NDArray[np.bytes_], works: NDArray[np.uint32], prominence: NDArray[np.int32]
) -> Iterator[tuple[str, bytes]]:
    """The most prominent works of each beginning that many titles share; `begun` are the beginnings of all titles."""
    import numpy as np

    if len(begun) <= MANY:
        return
    table = begun.view(np.uint8).reshape(len(begun), DEEPEST)
    shared = np.zeros(len(begun), np.uint8)
    same = np.ones(len(begun) - 1, bool)
    for depth in range(DEEPEST):
        same &= table[1:, depth] == table[:-1, depth]
        shared[1:] += same
    for depth in range(1, DEEPEST + 1):
        starts = np.append(np.flatnonzero(shared < depth), len(begun))
        for first, last in zip(starts[:-1], starts[1:], strict=True):
            if last - first > MANY and table[first, depth - 1]:
                try:
                    beginning = table[first, :depth].tobytes().decode("utf-8")
                except UnicodeDecodeError:
                    continue  # it ends within a character
                yield beginning, best(works[first:last], prominence)


def best(works: NDArray[np.uint32], prominence: NDArray[np.int32]) -> bytes:
    """The most prominent of some works, each once."""
    import numpy as np

    each = np.unique(works)
    told = prominence[each]
    if len(each) > KEPT:
        least_kept = np.partition(told, len(told) - KEPT)[-KEPT]
        each, told = each[told >= least_kept], told[told >= least_kept]
    return each[np.lexsort((each, -told))][:KEPT].astype("<u4").tobytes()


def best_of_words(
    connection: sqlite3.Connection, words: set[str], prominence: NDArray[np.int32]
) -> Iterator[tuple[str, bytes]]:
    """The most prominent works with each of some words inside a title, under the word with a space before it."""
    found: dict[str, list[tuple[int, int]]] = {word: [] for word in words}
    if words:
        for key, work in connection.execute("SELECT DISTINCT normal, work FROM titles"):
            for word in words.intersection(key.split(" ")[1:]):
                heap, one = found[word], (int(prominence[work]), -work)
                if len(heap) < 2 * KEPT:  # a work may come twice, under two titles
                    heapq.heappush(heap, one)
                elif one > heap[0]:
                    heapq.heapreplace(heap, one)
    for word, heap in found.items():
        each = dict.fromkeys(-place for _, place in sorted(heap, reverse=True))
        yield f" {word}", b"".join(work.to_bytes(4, "little") for work in list(each)[:KEPT])
