"""Files of made-up dumps: compressed as their names say, always to the same bytes."""

from __future__ import annotations

import bz2
import zlib
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import IO, Any, Self

LEVEL = 6
GZIP = 16 + zlib.MAX_WBITS
"""What asks zlib for gzip's header and footer; it leaves the time out, so the bytes are the same every time."""


class Writer:
    """A file that is gzip, bzip2, Zstandard or plain by its name, and may be cut into members."""

    def __init__(self, file: Path) -> None:
        self.suffix = file.suffix
        self.written = 0
        self.out: IO[bytes] = file.open("wb")
        self.begin()

    def begin(self) -> None:
        """A new compressor: what it gives can be read by itself."""
        self.begun = False
        self.compressor: Any = None
        if self.suffix == ".gz":
            self.compressor = zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP)
        elif self.suffix == ".bz2":
            self.compressor = bz2.BZ2Compressor()
        elif self.suffix == ".zst":
            self.compressor = import_module("zstandard").ZstdCompressor(level=3).compressobj()

    def write(self, data: bytes) -> None:
        """Add some bytes."""
        self.begun = True
        self.written += len(data)
        self.out.write(data if self.compressor is None else self.compressor.compress(data))

    def cut(self) -> int:
        """End the member, if it holds anything, and begin another; returns where in the file that one starts."""
        if self.begun:
            self.end()
            self.begin()
        return self.out.tell()

    def end(self) -> None:
        """Write what the compressor still holds."""
        if self.compressor is not None:
            self.out.write(self.compressor.flush())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.begun:
            self.end()
        self.out.close()


def write_lines(file: Path, lines: Iterable[str], block: int = 20_000) -> int:
    """Write lines, some thousands at a time; returns how many there were."""
    count, waiting = 0, []
    with Writer(file) as out:
        for line in lines:
            waiting.append(line)
            if len(waiting) == block:
                out.write(("\n".join(waiting) + "\n").encode())
                count += block
                waiting = []
        if waiting:
            out.write(("\n".join(waiting) + "\n").encode())
    return count + len(waiting)
