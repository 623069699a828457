"""What a reader gives of one block of a dump, whichever engine handed the block to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import msgspec
from msgspec import Struct

from basedon.model.issue import Issue
from basedon.model.record import Record


class Given(Struct):
    """What was read of one block: records, issues, and rows for slim tables.

    `things` are lines of tab-separated text, one an entity that records may point to; `tables` are Arrow streams by the
    name of the file that their rows come from.
    """

    records: list[Record] = []
    issues: list[Issue] = []
    things: list[bytes] = []
    tables: list[tuple[str, bytes]] = []

    def frames(self) -> Iterator[tuple[bytes, bytes]]:
        """The same as bytes to store or to send, each with one letter for what it is."""
        encoder = msgspec.msgpack.Encoder()
        for record in self.records:
            yield b"R", encoder.encode(record)
        for issue in self.issues:
            yield b"I", encoder.encode(issue)
        if self.things:
            yield b"T", b"\n".join(self.things) + b"\n"
        for table in self.tables:
            yield b"F", encoder.encode(table)


class Reader(Protocol):
    """Reads one kind of dump, a block of whole pieces at a time; a block may hold any number of pieces.

    The same pieces in other blocks, in another order or on another machine give the same records.
    """

    @property
    def source(self) -> str:
        """Whose dump it is."""
        ...

    @property
    def separator(self) -> bytes:
        """What ends each piece: a line's end, a page's."""
        ...

    @property
    def vectorised(self) -> bool:
        """Whether it wants many pieces at once and leaves the interpreter free meanwhile, so that threads will do."""
        ...

    def read(self, block: bytes) -> Given:
        """What the pieces of one block say."""
        ...
