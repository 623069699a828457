"""Writes down what a stream sends, whole lines only, and goes on where the file ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

import msgspec

from basedon.errors import BadFile
from basedon.network.jetstream import DECODER, Heard, Jetstream

TAIL = 4 << 20
"""Bytes at a file's end whose events are known again."""

HELD, OFTEN = 256 << 10, 0.5
"""Bytes, and seconds, after which lines are written."""


def listen(stream: Jetstream, out: Path | None, *, limit: int | None = None, seconds: float | None = None) -> int:
    """Append the events of a stream to a file (or to standard output) until it has enough, or until Ctrl-C; the posts.

    Raises BadFile where the file can't be written, Unreachable where nothing comes any more.
    """
    try:
        if out is not None:
            resume(stream, out)
        with out.open("ab", buffering=0) if out is not None else Standard() as file:
            return written(stream, file, limit, time.monotonic() + seconds if seconds is not None else None)
    except OSError as error:
        raise BadFile(
            f"{out}: can't be written ({error.strerror or error}); make room, or give another file"
        ) from error


class Standard:
    """Standard output as a file that stays open."""

    def __enter__(self) -> BinaryIO:
        return sys.stdout.buffer

    def __exit__(self, *_: object) -> None:
        sys.stdout.buffer.flush()


def written(stream: Jetstream, file: BinaryIO, limit: int | None, until: float | None) -> int:
    """Write the events of a stream; the number of posts."""
    posts = 0
    held: list[bytes] = []
    size, last = 0, time.monotonic()
    with closing(flowing(stream, until)) as events:
        try:
            for event in events:
                if event is not None:
                    held.append(event.line + b"\n")
                    size += len(event.line)
                    posts += event.is_post
                if limit is not None and posts >= limit:
                    break
                if held and (size >= HELD or time.monotonic() - last >= OFTEN):
                    write(file, held)
                    size, last = 0, time.monotonic()
        except KeyboardInterrupt:
            pass  # that is how one stops listening
        finally:
            write(file, held)
    return posts


def flowing(stream: Jetstream, until: float | None) -> Generator[Heard | None, None, None]:
    """The events; a generator, so that it can be closed."""
    yield from stream.events(until)


def write(file: BinaryIO, held: list[bytes]) -> None:
    """Write whole lines at once."""
    data = memoryview(b"".join(held))
    held.clear()
    while data:
        data = data[file.write(data) or 0 :]
    file.flush()


def resume(stream: Jetstream, out: Path) -> None:
    """Let a stream go on where a file ends; what a killed process left of a line is cut off."""
    if not out.exists() or not out.stat().st_size:
        return
    with out.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - TAIL))
        tail = file.read()
        end = tail.rfind(b"\n") + 1
        if end < len(tail):
            if not end and size > TAIL:
                raise BadFile(f"{out}: is no file of lines; give another")
            file.truncate(size - len(tail) + end)
    whole = tail[:end].split(b"\n")
    for line in whole[1:] if size > TAIL else whole:
        try:
            event = DECODER.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
        stream.cursor = max(stream.cursor, event.time_us)
        stream.remember(event)
    if whole and not stream.cursor and any(whole):
        raise BadFile(f"{out}: holds no events of this stream; give another file")
