"""Parts: what was read of one stretch of a dump, in a folder that appears only when it is whole."""

from __future__ import annotations

import contextlib
import os
import shutil
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import msgspec

from basedon.model.issue import Issue
from basedon.model.record import Record

FILES = {b"R": "records", b"I": "issues", b"T": "things", b"F": "tables"}
"""One file for each kind of frame of `sources/given`; things are plain lines, the others frames with their length."""

PLAIN = b"T"
DONE = "done.json"
_LENGTH = struct.Struct("<I")


class Done(msgspec.Struct):
    """What a finished part covers: bytes of pieces, counted from the beginning of its stretch."""

    end: int
    last: bool
    records: int
    things: int


class PartWriter:
    """Writes one part; nothing is there to be seen before `finish`."""

    def __init__(self, folder: Path, name: str) -> None:
        self.target = folder / name
        self.making = folder / f"{name}.making"
        shutil.rmtree(self.making, ignore_errors=True)
        self.making.mkdir(parents=True)
        self.files: dict[bytes, IO[bytes]] = {}
        self.counts = dict.fromkeys(FILES, 0)

    def add(self, frames: Iterable[tuple[bytes, bytes]]) -> None:
        """Append frames, each to the file of its kind."""
        for kind, frame in frames:
            file = self.files.get(kind)
            if file is None:
                file = self.files[kind] = (self.making / FILES[kind]).open("wb", buffering=1 << 20)
            if kind != PLAIN:
                file.write(_LENGTH.pack(len(frame)))
            else:
                self.counts[kind] += frame.count(b"\n") - 1
            file.write(frame)
            self.counts[kind] += 1

    def finish(self, end: int, *, last: bool) -> None:
        """Put the part in its place, whole."""
        for file in self.files.values():
            file.flush()
            os.fsync(file.fileno())
            file.close()
        done = Done(end, last, self.counts[b"R"], self.counts[b"T"])
        (self.making / DONE).write_bytes(msgspec.json.encode(done))
        shutil.rmtree(self.target, ignore_errors=True)
        self.making.rename(self.target)

    def abandon(self) -> None:
        """Leave nothing behind."""
        for file in self.files.values():
            with contextlib.suppress(OSError):  # a full disk takes what is still buffered no better
                file.close()
        shutil.rmtree(self.making, ignore_errors=True)


def done(folder: Path) -> Done | None:
    """What a part covers; None where it is not there."""
    try:
        return msgspec.json.decode((folder / DONE).read_bytes(), type=Done)
    except (OSError, msgspec.DecodeError):
        return None


def parts(folder: Path, job: str) -> list[Path]:
    """The finished parts of a job, in the order of their names."""
    return sorted(path for path in folder.glob(f"{job}-*") if (path / DONE).exists())


def frames(path: Path) -> Iterator[tuple[int, bytes]]:
    """Each frame of a part's file, with the place where it begins."""
    if not path.exists():
        return
    with path.open("rb", buffering=1 << 20) as file:
        at = 0
        while head := file.read(_LENGTH.size):
            (length,) = _LENGTH.unpack(head)
            yield at + _LENGTH.size, file.read(length)
            at += _LENGTH.size + length


def records(part: Path) -> Iterator[Record]:
    """The records of a part."""
    decoder = msgspec.msgpack.Decoder(Record)
    for _, frame in frames(part / FILES[b"R"]):
        yield decoder.decode(frame)


def issues(part: Path) -> Iterator[Issue]:
    """The issues of a part."""
    decoder = msgspec.msgpack.Decoder(Issue)
    for _, frame in frames(part / FILES[b"I"]):
        yield decoder.decode(frame)


def tables(part: Path) -> Iterator[tuple[str, bytes]]:
    """The Arrow streams of a part, each with the name of the file that its rows come from."""
    decoder = msgspec.msgpack.Decoder(tuple[str, bytes])
    for _, frame in frames(part / FILES[b"F"]):
        yield decoder.decode(frame)


def things(part: Path) -> Path:
    """The file of a part's lines of things; it may not be there."""
    return part / FILES[PLAIN]
