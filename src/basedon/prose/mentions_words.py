"""Texts as arrays of words: where each begins and ends, a hash of it, and what its letters look like.

Many texts are read in one go, by NumPy. Words are compared by their hash: small letters without accents, apostrophes
and invisible characters, other scripts in Latin letters, "&" as "and". Offsets are in characters of the texts as given.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

import numpy as np
from anyascii import anyascii
from msgspec import Struct
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Bytes = NDArray[np.uint8]
Flags = NDArray[np.bool_]

_BREAK = "\n\x00\n"
_ONE = np.uint64(0x9E3779B97F4A7C15)
_TWO = np.uint64(0xC2B2AE3D27D4EB4F)
_THREE = np.uint64(0x165667B19E3779F9)
STEP = np.uint64(0x9FB21C651E98DF25)
"""What a phrase's hash is multiplied by before its next word's is added."""

_MASKS = np.array([(1 << (8 * n)) - 1 for n in range(9)], np.uint64)
_APOSTROPHES = "'\u2018\u2019\u02bc\u00b4`\uff07"
_QUOTES = '"\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d\u300e\u300f\u300a\u300b'
_SPACE, _AND = 32, 38


class Words(Struct, frozen=True):
    """The words of some texts, which stand in one row with a break, a word of its own, between them."""

    begins: Numbers
    """Where each text begins in the row."""
    shape: Bytes
    """A plain ASCII character for each of the row: "A" for a capital, "a", digits, marks."""
    start: Numbers
    end: Numbers
    hash: Hashes
    bare: Hashes
    """The hash without "'s", where the word ends so; else the same."""
    capital: Flags
    capitals: Flags
    """Whether it is a word of several letters, all capitals."""
    possessive: Flags
    code: Bytes
    first: Numbers
    last: Numbers
    """The bytes that were hashed, and where each word lies in them."""

    def __len__(self) -> int:
        return len(self.start)


def _folded(character: str) -> str:
    """A character as it is hashed: small Latin letters or digits, nothing, "&", or a space."""
    kind = unicodedata.category(character)
    if character in _APOSTROPHES or kind in ("Mn", "Me", "Cf"):
        return ""
    if character in "&\uff06":
        return "&"
    if kind[0] in "LN" or kind == "Mc":
        letters = "".join(c for c in anyascii(character).lower() if c.isalnum())
        return letters[:16] or f"{ord(character):x}"
    return " "


def _shown(character: str) -> str:
    """One plain character that looks most like another."""
    kind = unicodedata.category(character)
    if character in _APOSTROPHES:
        return "'"
    if character in _QUOTES:
        return '"'
    if kind in ("Nd", "No"):
        return (anyascii(character) or "0")[0]
    if kind[0] in "LNM":
        return "a" if kind == "Ll" else "A"
    if kind == "Pd":
        return "-"
    if kind[0] == "Z" or kind in ("Cf", "Cs"):
        return "\n" if kind in ("Zl", "Zp") else " "
    return "|" if kind[0] == "S" else (anyascii(character) or "|")[0]


class _Table:
    """What is known of each character, found out when it is first met."""

    def __init__(self) -> None:
        self.known = np.zeros(0x110000, np.bool_)
        self.shape = np.zeros(0x110000, np.uint8)
        self.length = np.zeros(0x110000, np.uint8)
        self.place = np.zeros(0x110000, np.int32)
        self.pool = np.zeros(0, np.uint8)
        self.learn(np.arange(128, dtype=np.uint32))
        self.ascii_fold = np.full(256, _SPACE, np.uint8)
        self.ascii_drop = np.zeros(256, np.bool_)
        for code in range(128):
            folded = _folded(chr(code))
            self.ascii_fold[code] = ord(folded) if folded else _SPACE
            self.ascii_drop[code] = not folded
        self.ascii_fold[0] = ord("!")  # ends a text: a word of its own that no title has

    def learn(self, codes: NDArray[np.uint32]) -> None:
        """Take in characters not met before."""
        pieces = []
        size = len(self.pool)
        for code in codes.tolist():
            folded = "!" if code == 0 else _folded(chr(code))
            shown = chr(code) if code < 128 else _shown(chr(code))
            self.shape[code] = min(ord(shown), 127)
            self.length[code] = len(folded)
            self.place[code] = size
            pieces.append(folded.encode("ascii", "replace"))
            size += len(pieces[-1])
        self.pool = np.concatenate([self.pool, np.frombuffer(b"".join(pieces), np.uint8)])
        self.known[codes] = True


_table: list[_Table] = []


def table() -> _Table:
    """The one table of characters."""
    if not _table:
        _table.append(_Table())
    return _table[0]


def words_of(texts: Sequence[str]) -> Words:
    """The words of some texts."""
    known = table()
    row = _BREAK.join(texts)
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    begins = np.cumsum(lengths + len(_BREAK)) - lengths - len(_BREAK)
    if row.isascii():
        shape = np.frombuffer(row.encode("ascii"), np.uint8)
        folded = known.ascii_fold[shape]
        kept = np.flatnonzero(~known.ascii_drop[shape])
        code = folded if len(kept) == len(folded) else folded[kept]
        at: Numbers = kept
    else:
        points = np.frombuffer(row.encode("utf-32-le", "surrogatepass"), np.uint32)
        if not known.known[points].all():
            met = np.unique(points)
            known.learn(met[~known.known[met]])
        shape = known.shape[points]
        counts = known.length[points].astype(np.int64)
        at = np.repeat(np.arange(len(points)), counts)
        within = np.arange(len(at)) - np.repeat(np.cumsum(counts) - counts, counts)
        code = known.pool[known.place[points[at]] + within]
    return _words(begins, shape, code, at)


def _words(begins: Numbers, shape: Bytes, code: Bytes, at: Numbers) -> Words:
    """Words from bytes to hash, each with the character that it stands for."""
    padded = np.empty(len(code) + 33, np.uint8)
    padded[0] = _SPACE
    padded[1 : len(code) + 1] = code
    padded[len(code) + 1 :] = 0
    padded[len(code) + 1] = _SPACE
    inside = padded[: len(code) + 2] > _SPACE
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    first, last = edges[0::2], edges[1::2]  # in code: from first up to last
    start = at[first] if len(first) else np.zeros(0, np.int64)
    end = at[last - 1] + 1 if len(first) else np.zeros(0, np.int64)
    hashed = hashes(padded, first + 1, last + 1)
    hashed[(padded[first + 1] == _AND) & (last - first == 1)] = _AND_HASH
    look = shape[start]
    tail = shape[end - 1] if len(end) else look
    capital = (look >= 65) & (look <= 90)
    capitals = capital & (tail >= 65) & (tail <= 90) & (last - first > 1)
    before = shape[np.maximum(end - 2, 0)]
    possessive = (before == 39) & ((tail == 115) | (tail == 83)) & (last - first > 1)
    bare = hashed
    if possessive.any():
        which = np.flatnonzero(possessive)
        bare = hashed.copy()
        bare[which] = hashes(padded, first[which] + 1, last[which])
    return Words(begins, shape, start, end, hashed, bare, capital, capitals, possessive, padded, first + 1, last + 1)


def hashes(padded: Bytes, first: Numbers, last: Numbers) -> Hashes:
    """The hashes of stretches of bytes; there must be 24 bytes after the last."""
    windows: Any = np.ndarray((len(padded) - 7,), "<u8", padded, strides=(1,))
    length = last - first
    hashed: Hashes = windows[first] & _MASKS[np.minimum(length, 8)]
    hashed += length.astype(np.uint64) * _THREE
    hashed *= _ONE
    hashed ^= hashed >> np.uint64(29)
    for offset in (8, 16):
        longer = np.flatnonzero(length > offset)
        if len(longer):
            more = windows[first[longer] + offset] & _MASKS[np.minimum(length[longer] - offset, 8)]
            hashed[longer] = (hashed[longer] ^ (more * _TWO)) * _ONE
            hashed[longer] ^= hashed[longer] >> np.uint64(31)
    hashed *= _TWO
    hashed ^= hashed >> np.uint64(32)
    return hashed


def hash_of(word: str) -> np.uint64:
    """The hash of one word in small ASCII letters."""
    coded = np.frombuffer(word.encode("ascii") + bytes(25), np.uint8)
    return np.uint64(hashes(coded, np.array([0]), np.array([len(word)]))[0])


_AND_HASH = hash_of("and")
