"""Keys of titles that are like one that was typed: misspelt, or with the same words inside.

A short key is looked up in all its forms with one letter changed. For a longer one the blocks of keys that share most
of its letters, three in a row, are counted, and only the keys of the best blocks are compared.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.trigrams import DENSE, add, codes, inner_codes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789 "

SHORT = 10
"""Letters of a key up to which all its forms with one letter changed are looked up."""

BLOCKS = 64
"""Blocks whose keys are compared."""

INSIDE = 96
"""Blocks whose keys are looked through for words."""

HASTY = 16
"""The same where something was found already, and an answer is wanted at each letter that is typed."""

READ = 200_000
"""Places in lists of blocks that are read at most, the rarest letters first."""

FEW = 3
"""Lists that are read before the blocks that are in all of them are counted."""

LEAST = 6
"""Lists that are read whatever their length."""

ROUGH = 76
"""Of 100: how alike a key with more than a few letters changed must be to be offered."""

SPACING = 0.25
"""What words run together or taken apart count for, where a letter counts for one."""


class Near(Struct, frozen=True, order=True):
    """A key that is like the one typed: how many letters must be changed."""

    distance: float
    key: str


def allowed(letters: int) -> int:
    """Letters that may be wrong in a title of some length that is offered as a misspelt one."""
    return 1 if letters < 8 else 2 if letters < 16 else 3


REMEMBERED = 16
"""Keys whose likes are kept: those of one question."""


def near(catalogue: Catalogue, key: str, *, short_only: bool = False) -> list[Near]:
    """The keys most like one, the likest first; the key itself left out, and of long keys all with `short_only`."""
    asked: dict[tuple[str, bool], list[Near]] = catalogue.kept("near", dict)  # a miss asks for the same several times
    known = asked.get((key, short_only))
    if known is None:
        if len(asked) >= REMEMBERED:
            asked.clear()
        known = asked[key, short_only] = looked_for(catalogue, key, short_only)
    return known


def looked_for(catalogue: Catalogue, key: str, short_only: bool) -> list[Near]:
    """The keys most like one, looked up."""
    found: dict[str, float] = {}
    if len(key) <= SHORT:
        found = dict.fromkeys(held(catalogue, one_letter_changed(key)), 1.0)
        for other in found:
            if other.replace(" ", "") == key.replace(" ", ""):
                found[other] = SPACING
    if not short_only and len(key) > 3 and (not found or len(key) > SHORT):
        found = compared(key, sharing(catalogue, key)) | found
    found.pop(key, None)
    return sorted(Near(distance, other) for other, distance in found.items())


def one_letter_changed(key: str) -> list[str]:
    """All forms of a key with one letter more, less or other, or two of them changed over."""
    cuts = [(key[:n], key[n:]) for n in range(len(key) + 1)]
    less = [a + b[1:] for a, b in cuts if b]
    over = [a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1]
    other = [a + c + b[1:] for a, b in cuts if b for c in LETTERS]
    more = [a + c + b for a, b in cuts for c in LETTERS]
    return sorted({*less, *over, *other, *more} - {key, ""})


def held(catalogue: Catalogue, keys: list[str]) -> list[str]:
    """Those of some keys under which there are titles."""
    marks = ", ".join("?" * len(keys))
    return [key for (key,) in catalogue.query(f"SELECT DISTINCT normal FROM titles WHERE normal IN ({marks})", keys)]


def compared(key: str, others: list[str]) -> dict[str, float]:
    """Those of the keys that are like one, with how many letters must be changed."""
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import OSA

    plain = key.replace(" ", "")
    most = allowed(len(plain))
    found: dict[str, float] = {}
    bare = [other.replace(" ", "") for other in others]
    for _, distance, place in process.extract(plain, bare, scorer=OSA.distance, score_cutoff=most, limit=None):
        spaced = OSA.distance(key, others[place])
        found[others[place]] = min(spaced, distance + SPACING) if distance else (SPACING if spaced else 0.0)
    if not found:
        for _, ratio, place in process.extract(plain, bare, scorer=fuzz.ratio, score_cutoff=ROUGH, limit=10):
            found[others[place]] = most + 100 - ratio
    return found


def sharing(catalogue: Catalogue, key: str) -> list[str]:
    """The keys of the blocks that share most of a key's letters, three in a row; rare letters count for more."""
    runs, _ = codes([key])
    sums, total, read = zeros(catalogue), 0, 0
    for number, (size, run) in enumerate(sizes(catalogue, list(dict.fromkeys(runs.tolist())))):
        read += min(size, len(sums) // DENSE)
        if number >= LEAST and read > READ:
            break
        weight = min(8, 1 + int(math.log2(len(sums) / size)))
        add(blocks_with(catalogue, run), weight, sums)
        total += weight
    return keys_of(catalogue, most(sums, total)) if total else []


def containing(catalogue: Catalogue, key: str, most_blocks: int = INSIDE) -> list[str]:
    """The keys with all words of one among theirs, the last one perhaps not whole."""
    import numpy as np

    words = key.split(" ")
    runs = inner_codes(words)
    sums, total = zeros(catalogue), 0
    listed = sizes(catalogue, runs)
    if not listed:
        return []
    for number, (_, run) in enumerate(listed, 1):
        add(blocks_with(catalogue, run), 1, sums)
        total = number
        if number >= FEW and int(np.count_nonzero(sums == number)) <= BLOCKS:
            break
    *whole, last = (f" {word}" for word in words)
    return [
        other
        for other in keys_of(catalogue, np.flatnonzero(sums == total)[:most_blocks])
        if last in (spaced := f" {other} ") and all(f"{word} " in spaced for word in whole)
    ]


def zeros(catalogue: Catalogue) -> NDArray[np.uint16]:
    """A sum for each block, nothing so far."""
    import numpy as np

    return np.zeros((catalogue.query("SELECT MAX(block) FROM title_blocks")[0][0] or 0) + 1, np.uint16)


def sizes(catalogue: Catalogue, runs: list[int]) -> list[tuple[int, int]]:
    """In how many blocks some letters stand, and which letters, the rarest first; too frequent ones are not listed."""
    marks = ", ".join("?" * len(runs))
    rows = catalogue.query(f"SELECT size, letters FROM title_letters WHERE letters IN ({marks})", runs)
    return sorted((size, letters) for size, letters in rows)


def blocks_with(catalogue: Catalogue, run: int) -> bytes:
    """The blocks in which some letters stand, packed."""
    return bytes(catalogue.query("SELECT blocks FROM title_letters WHERE letters = ?", [run])[0][0])


def most(sums: NDArray[np.uint16], total: int) -> NDArray[np.intp]:
    """The blocks with the highest sums: BLOCKS of them, or, where many have the same sum, up to half as many more."""
    import numpy as np

    low, high = 1, total + 1
    while low < high:  # the lowest bound that not too many reach
        middle = (low + high) // 2
        if int(np.count_nonzero(sums >= middle)) > BLOCKS:
            low = middle + 1
        else:
            high = middle
    found = np.flatnonzero(sums >= low)
    if len(found) < BLOCKS // 2 and low > 1:
        further = np.flatnonzero(sums == low - 1)
        found = np.concatenate([found, further[:BLOCKS]])
    return found


def keys_of(catalogue: Catalogue, blocks: Iterable[int]) -> list[str]:
    """The keys of some blocks."""
    numbers = [int(block) for block in blocks]
    marks = ", ".join("?" * len(numbers))
    rows = catalogue.query(
        f"""SELECT titles.normal FROM title_blocks AS b LEFT JOIN title_blocks AS n ON n.block = b.block + 1
            CROSS JOIN titles ON titles.normal >= b.first AND titles.normal < COALESCE(n.first, char(1114111))
            WHERE b.block IN ({marks})""",
        numbers,
    )
    return list(dict.fromkeys(key for (key,) in rows))


def known_word(catalogue: Catalogue, word: str) -> bool:
    """Whether any title has a word."""
    if catalogue.query(
        """SELECT 1 FROM titles WHERE normal = ?1 UNION ALL SELECT 1 FROM titles WHERE normal >= ?1 || ' '
           AND normal < ?1 || '!' UNION ALL SELECT 1 FROM title_bests WHERE beginning = ' ' || ?1 LIMIT 1""",
        [word],
    ):
        return True
    return any(f" {word} " in f" {key} " for key in containing(catalogue, word))


def differing(key: str, other: str) -> Iterator[str]:
    """The words of a key that another has not."""
    theirs = set(other.split(" "))
    yield from (word for word in key.split(" ") if word not in theirs)
