"""A dump cut into stretches that processes read apart from each other, and each stretch into whole pieces.

A stretch gives the pieces that begin in it: all but the first give up what comes before their first separator, and all
but the last read on behind their end until they meet one (as Hadoop cuts its input). Compressed files are cut where a
gzip member or bzip2 stream begins.
"""

from __future__ import annotations

import bz2
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import IO, Any

from msgspec import Struct

from basedon.errors import BadFile
from basedon.sources.opening import blocks

LONGEST = 64 << 20
"""Bytes of a piece that are read; a longer one is left out and counted."""

READ = 256 << 10
GROWN = 1 << 20
"""Bytes that are decompressed at a time at most, whatever the file promises."""

PROBE = 128 << 10
FAR = 1 << 62
"""Behind the end of any file."""

_ZST = re.compile(rb"\x28\xb5\x2f\xfd|[P-_]\x2a\x4d\x18")  # a frame, or one to skip, with which pzstd begins
_BZ2 = re.compile(rb"BZh[0-9]")

_STARTS = {
    "gz": re.compile(rb"\x1f\x8b\x08[\x00-\x1f]"),
    "bz2": re.compile(rb"BZh[1-9]1AY&SY"),
}


class Stretch(Struct, frozen=True):
    """Bytes `start` to `end` of a dump as it lies on disk; `whole` when that is all of it."""

    start: int
    end: int
    whole: bool


def kind_of(path: Path) -> str:
    """What a file is packed with, by its first bytes."""
    with path.open("rb") as file:
        head = file.read(4)
    return "gz" if head[:2] == b"\x1f\x8b" else "bz2" if _BZ2.match(head) else "zst" if _ZST.match(head) else "plain"


def stretches(path: Path, size: int) -> list[Stretch]:
    """The stretches of some `size` bytes that a dump can be cut into; one where it can't.

    Raises BadFile when the dump can't be read.
    """
    try:
        length = path.stat().st_size
        cuts = [0, *starts(path, size, length), length]
    except OSError as error:
        raise unreadable(path, error) from error
    return [Stretch(a, b, len(cuts) == 2) for a, b in pairwise(cuts)]


def starts(path: Path, size: int, length: int) -> Iterator[int]:
    """Where a dump can be cut, at least `size` bytes apart."""
    kind = kind_of(path)
    if kind == "zst":
        return
    with path.open("rb") as file:
        wanted = size
        while wanted < length:
            at = wanted if kind == "plain" else next_start(file, kind, wanted, min(wanted + size, length))
            if at is not None:
                yield at
            wanted = size + (wanted if at is None else at)


def next_start(file: IO[bytes], kind: str, start: int, end: int) -> int | None:
    """The first place between two where a member surely begins: its bytes say so, and what follows decompresses."""
    at, tail = start, b""
    while at < end:
        file.seek(at)
        data = tail + file.read(READ)
        for match in _STARTS[kind].finditer(data):
            place = at - len(tail) + match.start()
            if place < end and begins(file, kind, place):
                return place
        at += READ
        tail = data[-16:]
    return None


def begins(file: IO[bytes], kind: str, place: int) -> bool:
    """Whether a member begins at a place: much of it decompresses without an error, or all where it is short."""
    file.seek(place)
    data, stream = file.read(PROBE), decompressor(kind)()
    try:
        block = stream.decompress(data, GROWN)
    except Exception:  # each library has errors of its own for what is no member
        return False
    return stream.eof or len(data) == PROBE or len(block) == GROWN


def decompressor(kind: str) -> Callable[[], Any]:
    """What makes a decompressor for one member."""
    if kind == "gz":
        from isal import igzip_lib

        return lambda: igzip_lib.IgzipDecompressor(flag=igzip_lib.DECOMP_GZIP)
    return bz2.BZ2Decompressor


def pieces(
    path: Path, stretch: Stretch, separator: bytes, told: Callable[[int], None], dropped: Callable[[int], None]
) -> Iterator[bytes]:
    """Blocks of whole pieces of one stretch; `told` hears of bytes of the file that were read, `dropped` how long a
    piece was that is too long.

    Raises BadFile when the dump is cut off, damaged, or can't be read.
    """
    try:
        if stretch.whole:
            yield from cut(((block, False) for block in blocks(path, GROWN)), separator, False, dropped)
            return
        kind = kind_of(path)
        with path.open("rb") as file:
            source = plain(file, stretch, told) if kind == "plain" else members(file, kind, stretch, path, told)
            yield from cut(source, separator, stretch.start > 0, dropped)
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError) -> BadFile:
    """What is raised where the system can't read a dump."""
    return BadFile(f"{path}: can't be read ({error.strerror or error}); give a whole file")


def plain(file: IO[bytes], stretch: Stretch, told: Callable[[int], None]) -> Iterator[tuple[bytes, bool]]:
    """Bytes of a plain file, each block with whether it lies behind the stretch's end."""
    file.seek(stretch.start)
    left = stretch.end - stretch.start
    while left > 0 and (block := file.read(min(GROWN, left))):
        left -= len(block)
        told(len(block))
        yield block, False
    while block := file.read(READ):
        yield block, True


def members(
    file: IO[bytes], kind: str, stretch: Stretch, path: Path, told: Callable[[int], None]
) -> Iterator[tuple[bytes, bool]]:
    """What the members of a stretch decompress to, and those behind its end."""
    file.seek(stretch.start)
    make = decompressor(kind)
    stream, fresh, at = make(), True, stretch.start
    past = False
    data = b""
    while True:
        data = data or file.read(READ)
        if fresh and kind == "gz" and data[:1] == b"\0":  # a member may be padded with zeros
            bare = data.lstrip(b"\0")
            at, data = at + len(data) - len(bare), bare
            past = past or at >= stretch.end
            continue
        if not data:
            if not fresh:
                raise BadFile(f"{path}: is cut off; download it again")
            return
        try:
            block = stream.decompress(data, GROWN)
            while not (stream.eof or stream.needs_input):
                if block:
                    yield block, past
                block = stream.decompress(b"", GROWN)
        except Exception as error:  # isal's and bz2's own errors have no common root
            raise BadFile(f"{path}: is damaged near byte {at:,} ({error}); download it again") from error
        rest = stream.unused_data if stream.eof else b""
        if not past:
            told(len(data) - len(rest))
        at += len(data) - len(rest)
        fresh = False
        if block:
            yield block, past
        data = rest
        if stream.eof:
            stream, fresh = make(), True
            past = past or at >= stretch.end


def cut(
    source: Iterator[tuple[bytes, bool]], separator: bytes, headless: bool, dropped: Callable[[int], None]
) -> Iterator[bytes]:
    """Blocks that end with a separator, but for the last of a file.

    A separator belongs to the stretch that it begins in; what comes before the first is another's if `headless`.
    """
    tail = len(separator) - 1
    rest, edge, lost = b"", FAR, 0  # where the stretch ends in the bytes at hand; how much of a long piece is gone
    for block, past in source:
        data = rest + block if rest else block
        if past:
            edge = min(edge, len(rest))
        if headless or lost:
            at = data.find(separator)
            if at < 0:
                gone = max(len(data) - tail, 0)
                lost += gone if lost else 0
                rest, edge = data[gone:], edge - gone
                if headless and edge <= 0:
                    return  # no piece begins in this stretch
                continue
            if lost:
                dropped(lost + at)
            if at >= edge:
                return
            headless, lost = False, 0
            data, edge = data[at + len(separator) :], max(edge - at - len(separator), 0)
        at = data.rfind(separator, 0, edge + tail)
        if at >= 0:
            yield from short(data[: at + len(separator)], separator, dropped)
            data, edge = data[at + len(separator) :], max(edge - at - len(separator), 0)
        if past and (at := data.find(separator)) >= 0:
            yield from short(data[: at + len(separator)], separator, dropped)
            return
        if len(data) - tail > LONGEST:
            lost = len(data) - tail
            data, edge = data[lost:], edge - lost
        rest = data
    if lost:
        dropped(lost + len(rest))
    elif rest and not headless:
        yield from short(rest, separator, dropped)


def short(block: bytes, separator: bytes, dropped: Callable[[int], None]) -> Iterator[bytes]:
    """A block without its pieces that are too long."""
    if len(block) <= LONGEST:
        yield block
        return
    *pieces, last = block.split(separator)
    kept = []
    for piece, end in (*((piece, separator) for piece in pieces), (last, b"")):
        if len(piece) > LONGEST:
            dropped(len(piece))
        else:
            kept.append(piece + end)
    if any(kept):
        yield b"".join(kept)
