"""The folder beside a catalogue in which the next is made: a killed build can go on, and nobody sees half of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from basedon.catalogue.schema import APPLICATION_ID
from basedon.errors import BadFile, BadUsage
from basedon.network.locking import hold

MADE_OF = "made-of"
LOCK = "lock"


@contextmanager
def workshop(target: Path, made_of: str) -> Iterator[Path]:
    """The folder for a catalogue made of the dumps that `made_of` tells, removed when the block ends well.

    What an earlier build of the same dumps left there is kept, of others removed; where `made_of` tells none, nothing
    is left, however the block ends. Raises BadFile when another build of the same target runs, or the folder can't be
    made.
    """
    folder = target.parent / f".{target.name}.building"
    try:
        if target.is_dir():
            raise BadFile(f"{target}: is a folder; give the name of a file")
        if folder.is_symlink() or (folder.is_dir() and any(folder.iterdir()) and not (folder / LOCK).exists()):
            raise BadUsage(f"{folder}: is no folder of a build; move it away, or give another file")
        folder.mkdir(exist_ok=True)
        lock = (folder / LOCK).open("w")
    except OSError as error:
        raise BadFile(f"{target}: can't write there ({error.strerror}); choose another folder") from error
    with lock:
        try:
            hold(lock.fileno())
            if not os.path.samestat(os.fstat(lock.fileno()), (folder / LOCK).stat()):
                raise OSError("the other build ends, and takes the folder with it")
        except OSError as error:
            raise BadFile(f"{target}: another build is writing it; wait for its end") from error
        try:
            told = folder / MADE_OF
            if not made_of or not told.exists() or told.read_text("utf-8") != made_of:
                clear(folder)
                told.write_text(made_of, "utf-8")
        except OSError as error:
            raise BadFile(
                f"{folder}: can't be written ({error.strerror}); make room, or choose another folder"
            ) from error
        kept = bool(made_of)
        try:
            yield folder
            kept = False
        except OSError as error:
            raise BadFile(f"{folder}: {error.strerror or error}; make room, or choose another folder") from error
        finally:
            if not kept:
                with suppress(OSError):
                    clear(folder)  # its lock goes last: whoever comes in between sees that it is a build's folder
                shutil.rmtree(folder, ignore_errors=True)


def is_catalogue(path: Path) -> bool:
    """Whether a file is a catalogue by its first bytes, of whatever version."""
    with path.open("rb") as file:
        head = file.read(72)
    return head[:15] == b"SQLite format 3" and head[68:72] == APPLICATION_ID.to_bytes(4, "big")


def clear(folder: Path) -> None:
    """Remove all but the lock, and first what tells that there is something to go on with."""
    (folder / MADE_OF).unlink(missing_ok=True)
    for path in folder.iterdir():
        if path.name == LOCK:
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
