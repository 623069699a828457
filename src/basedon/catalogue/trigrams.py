"""Runs of three letters of title keys: as numbers, as packed lists of the blocks of keys that have them, and counted.

A block is a run of neighbouring keys in their order, which share most of their letters, so that the lists take a third
of the room that lists of keys would take. Spaces are left out: "spiderman" has the letters of "spider man".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BASE = 37
"""Letters, digits, and the edge of a title."""

CODES = bytes(
    ord(c) - 96 if c.isalpha() else ord(c) - 21 if c.isdigit() else 0 for c in (chr(n).lower() for n in range(128))
) + bytes(128)
"""The number of each letter; whatever is none counts as an edge."""

DENSE = 8
"""Blocks to one that has the letters, up to which a bit for each block takes less room than a list."""

KIND_BITS, KIND_BYTES, KIND_WORDS = 0, 1, 2


def letters(key: str) -> bytes:
    """A key's letters and digits as numbers, with its edges."""
    return b"\0\0" + key.replace(" ", "").encode("ascii", "replace").translate(CODES) + b"\0"


def codes(keys: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """The runs of three letters in all keys, one after the other, and for each the place of its key."""
    import numpy as np

    each = [letters(key) for key in keys]
    told = np.frombuffer(b"".join(each), np.uint8).astype(np.uint32)
    if not len(told):
        return told, told
    places = np.repeat(np.arange(len(each), dtype=np.uint32), [len(one) for one in each])
    first, second, third = told[:-2], told[1:-1], told[2:]
    inside = (second != 0) | (third != 0)
    return (first * BASE * BASE + second * BASE + third)[inside], places[2:][inside]


def inner_codes(words: Iterable[str]) -> list[int]:
    """The runs of three letters inside words, edges left out, each once."""
    found: dict[int, None] = {}
    for word in words:
        told = word.encode("ascii", "replace").translate(CODES)
        found |= dict.fromkeys(
            a * BASE * BASE + b * BASE + c for a, b, c in zip(told, told[1:], told[2:], strict=False)
        )
    return list(found)


def packed(blocks: NDArray[np.uint32], count: int) -> bytes:
    """Ascending numbers of blocks, of `count` in all, as bytes: a bit for each block, or the steps between them.

    A step too large for its byte (or two) is written as the largest values that add up to it.
    """
    import numpy as np

    if len(blocks) * DENSE > count:
        bits = np.zeros(count, np.uint8)
        bits[blocks] = 1
        return bytes([KIND_BITS]) + np.packbits(bits).tobytes()
    steps = np.diff(blocks, prepend=np.uint32(0)).astype(np.int64)
    steps[0] = blocks[0] + 1  # a step of 0 never stands alone
    kind, largest = (KIND_BYTES, 255) if len(blocks) * 350 > count else (KIND_WORDS, 65535)
    over = (steps - 1) // largest
    places = np.cumsum(over + 1) - 1
    written = np.full(int(places[-1]) + 1, largest, np.int64)
    written[places] = steps - 1 - over * largest
    # a value of `largest` says "go on"; the others end a step, and are kept below it by counting from one
    return bytes([kind]) + written.astype(np.uint8 if kind == KIND_BYTES else "<u2").tobytes()


def add(packed_: bytes, weight: int, sums: NDArray[np.uint16]) -> None:
    """Add a weight to the sums of the blocks of a packed list."""
    import numpy as np

    kind = packed_[0]
    if kind == KIND_BITS:
        sums += np.unpackbits(np.frombuffer(packed_, np.uint8, offset=1), count=len(sums)) * np.uint16(weight)
        return
    sums[unpacked(packed_)] += np.uint16(weight)


def unpacked(packed_: bytes) -> NDArray[np.int64]:
    """The numbers of blocks of a packed list of steps."""
    import numpy as np

    small = packed_[0] == KIND_BYTES
    steps = np.frombuffer(packed_, np.uint8 if small else "<u2", offset=1)
    ends = steps != (255 if small else 65535)
    places = np.cumsum(steps, dtype=np.int64)
    found: NDArray[np.int64] = places[ends] + np.arange(int(ends.sum()))
    return found
