"""Answers that were given before, ready to be sent again: within a catalogue the same address has the same answer."""

from __future__ import annotations

import zlib
from collections import OrderedDict

Headers = list[tuple[bytes, bytes]]
Key = tuple[bytes, bytes, bytes]
"""Host (of pages, which name it), path and query."""

MOST = 48_000_000
"""Bytes that are kept of one catalogue's answers."""
LARGEST = 1_000_000
"""Bytes of one answer that is kept."""
SMALLEST = 600
"""Bytes from which packing is worth the while."""
BESIDE = 2_000
"""Bytes that an answer takes beside its body: its headers, its key, its place."""


class Kept:
    """One answer: its headers and body, as it is and (made when first asked for) packed with gzip."""

    __slots__ = ("_headers", "body", "headers", "packed", "packed_headers", "size")

    def __init__(self, headers: Headers, body: bytes) -> None:
        self._headers = headers
        self.body = body
        self.headers = [*headers, (b"content-length", str(len(body)).encode())]
        self.packed: bytes | None = None
        self.packed_headers: Headers = self.headers
        self.size = 2 * len(body) + BESIDE

    def form(self, gzip: bool) -> tuple[Headers, bytes]:
        """Headers and body for a client that does or doesn't take gzip."""
        if not gzip or len(self.body) < SMALLEST:
            return self.headers, self.body
        if self.packed is None:
            packer = zlib.compressobj(6, wbits=16 + zlib.MAX_WBITS)
            self.packed = packer.compress(self.body) + packer.flush()
            self.packed_headers = [
                *self._headers,
                (b"content-encoding", b"gzip"),
                (b"content-length", str(len(self.packed)).encode()),
            ]
        return self.packed_headers, self.packed


class Stored:
    """The answers of one catalogue by address, those used last, within bounds."""

    def __init__(self, most: int = MOST) -> None:
        self.most = most
        self.size = 0
        self.kept: OrderedDict[Key, Kept] = OrderedDict()

    def get(self, key: Key) -> Kept | None:
        """What was answered to that address before."""
        found = self.kept.get(key)
        if found is not None:
            self.kept.move_to_end(key)
        return found

    def keep(self, key: Key, kept: Kept) -> None:
        """Keep an answer; those not asked for the longest give way."""
        if kept.size > 2 * LARGEST or sum(map(len, key)) > BESIDE:
            return
        before = self.kept.pop(key, None)
        self.size += kept.size - (before.size if before else 0)
        self.kept[key] = kept
        while self.size > self.most:
            _, oldest = self.kept.popitem(last=False)
            self.size -= oldest.size
