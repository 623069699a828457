"""Opens a dump as it lies on disk: plain, gzip, bzip2 or Zstandard; one that is cut off or damaged is refused."""

from __future__ import annotations

import bz2
import io
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread
from typing import Any, BinaryIO, Protocol, TextIO

from basedon.errors import BadFile

BLOCK = 4 << 20
"""Bytes of a block; more of them at once make nothing faster."""

_INPUT = 1 << 18
"""Compressed bytes read at a time: what is left behind a stream's end is copied, and a dump may have thousands."""

_AHEAD = 2
"""Blocks that wait while one is used."""

Blocks = Generator[bytes, None, None]


def blocks(path: Path, size: int = BLOCK) -> Blocks:
    """The bytes of a file, decompressed, in blocks of 1 to `size` bytes.

    What it is compressed with is told by its first bytes. Decompressing is done ahead, by a thread that ends with this
    generator. Raises BadFile where the file can't be read, ends too early or is damaged.
    """
    try:
        with path.open("rb") as file:
            opened = _decompressor(file.peek(4)[:4])
            yield from _ahead(opened(file, size)) if opened else _read(file, size)
    except EOFError as error:
        raise BadFile(f"{path.name}: ends too early; get the file again") from error
    except OSError as error:
        if error.errno is not None:
            raise BadFile(f"{path}: {error.strerror}") from error
        raise BadFile(f"{path.name}: is damaged ({_line(error)}); get the file again") from error


def open_bytes(path: Path) -> io.BufferedReader[Any]:
    """A file as decompressed bytes; raises BadFile, at once or while it is read, where `blocks` does."""
    file = io.BufferedReader(_Blocks(blocks(path)), 1 << 20)
    file.peek(1)  # a missing file is told of here
    return file


def open_text(path: Path) -> TextIO:
    """A file as text: UTF-8 with or without its mark, bytes that are none replaced, line ends as they are."""
    return io.TextIOWrapper(open_bytes(path), "utf-8-sig", errors="replace", newline="")


class _Blocks(io.RawIOBase):
    """Blocks as a stream of bytes."""

    def __init__(self, given: Blocks) -> None:
        self.given = given
        self.rest = memoryview(b"")

    def readable(self) -> bool:
        """It can be read, and that is all."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer from the block at hand or, when it is used up, from the next."""
        self.rest = self.rest or memoryview(next(self.given, b""))
        size = min(len(buffer), len(self.rest))
        buffer[:size] = self.rest[:size]
        self.rest = self.rest[size:]
        return size

    def close(self) -> None:
        """End the thread and close the file."""
        self.given.close()
        super().close()


def _decompressor(head: bytes) -> Callable[[BinaryIO, int], Blocks] | None:
    """What takes a file apart that begins like this; None for one that is not compressed."""
    if head.startswith(b"\x1f\x8b"):
        return _gzip
    if head.startswith(b"BZh") and head[3:4].isdigit():
        return _bzip2
    # a file of Zstandard may begin with a frame to skip
    if head == b"\x28\xb5\x2f\xfd" or (head[1:] == b"\x2a\x4d\x18" and head[:1] in b"PQRSTUVWXYZ[\\]^_"):
        return _zstandard
    return None


def _read(file: BinaryIO, size: int) -> Blocks:
    while block := file.read(size):
        yield block


def _gzip(file: BinaryIO, size: int) -> Blocks:
    # igzip_threaded is no faster than this with `_ahead`, and ends in silence when the thread that opened it is gone
    from isal import igzip, isal_zlib

    try:
        with igzip.open(file, "rb") as unpacked:  # type: ignore[no-untyped-call]
            yield from _read(unpacked, size)
    except isal_zlib.error as error:  # type: ignore[misc]  # it is declared as an exception, not as a class of them
        raise OSError(error) from error


def _bzip2(file: BinaryIO, size: int) -> Blocks:
    return _streams(file, size, bz2.BZ2Decompressor)


def _zstandard(file: BinaryIO, size: int) -> Blocks:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd

    try:
        yield from _streams(file, size, zstd.ZstdDecompressor)
    except zstd.ZstdError as error:
        raise OSError(error) from error


class _Stream(Protocol):
    """A decompressor of one stream, as the standard library makes them."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


def _streams(file: BinaryIO, size: int, begin: Callable[[], _Stream]) -> Blocks:
    """What one stream after the other holds; `bz2.open` would take a damaged second one for the file's end."""
    data = file.read(_INPUT)
    while data:
        stream = begin()
        while not stream.eof:
            if block := stream.decompress(data, size):
                yield block
            data = b""
            if stream.needs_input and not stream.eof:
                data = file.read(_INPUT)
                if not data:
                    raise EOFError
        data = stream.unused_data or file.read(_INPUT)


def _ahead(given: Blocks) -> Blocks:
    """The same blocks, made by a thread while the ones before are used; it is gone when this ends, however it ends."""
    made: Queue[bytes | BaseException | None] = Queue(_AHEAD)
    stopped = Event()

    def work() -> None:
        try:
            for block in given:
                made.put(block)
                if stopped.is_set():
                    return
            made.put(None)
        except BaseException as error:  # whatever it is belongs to the thread that reads
            made.put(error)
        finally:
            given.close()

    worker = Thread(target=work, daemon=True, name="decompress")
    worker.start()
    try:
        while (one := made.get()) is not None:
            if isinstance(one, BaseException):
                raise one
            yield one
    finally:
        stopped.set()
        while worker.is_alive():
            try:
                made.get(timeout=0.01)  # so that the thread may put its last
            except Empty:
                continue
        worker.join()


def _line(error: Exception) -> str:
    return " ".join(str(error).split())
