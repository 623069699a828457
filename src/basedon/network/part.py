"""What has come so far of a file that is downloaded: it lies beside its target until it is whole."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from basedon.errors import BadFile
from basedon.network.checksums import Checksum
from basedon.network.locking import locked, own_file

ETAG, DATE = r'\A(W/)?"[!#-~]{0,200}"\Z', r"\A[A-Za-z0-9, :+-]{1,60}\Z"
NOTE = 10_000
"""Bytes of a note, at the most."""
READ = 1 << 20
GO_ON = "run it again, it goes on where it stopped"


class Version(Struct, frozen=True, forbid_unknown_fields=True):
    """Which file the part is of: its address, and what its server says to tell it from another at that address."""

    address: str
    etag: Annotated[str, Meta(pattern=ETAG)] | None = None
    modified: Annotated[str, Meta(pattern=DATE)] | None = None
    total: int | None = None

    @classmethod
    def told(cls, address: str, headers: Mapping[str, str], total: int | None) -> Version:
        """The version that these headers tell of, as far as they are well-formed."""
        etag, modified = headers.get("etag", ""), headers.get("last-modified", "")
        if modified == headers.get("date"):  # it may have changed twice within that second
            modified = ""
        return cls(
            address, etag if re.search(ETAG, etag) else None, modified if re.search(DATE, modified) else None, total
        )

    @property
    def validator(self) -> str | None:
        """What a server can compare byte for byte; weak ETags promise less than that."""
        return self.etag if self.etag and not self.etag.startswith("W/") else self.modified

    def agrees(self, other: Version) -> bool:
        """Whether nothing that both tell differs."""
        pairs = ((self.etag, other.etag), (self.modified, other.modified), (self.total, other.total))
        return all(one is None or two is None or one == two for one, two in pairs)


class Part:
    """The part of one target, open and locked; its own note of the version lies beside it."""

    def __init__(self, target: Path, checksum: Checksum | None) -> None:
        self.target, self.checksum = target, checksum
        self.path, self.note = beside(target, ".part"), beside(target, ".part.json")
        self.handle = own_file(self.path)
        if not stat.S_ISREG(os.fstat(self.handle).st_mode):
            os.close(self.handle)
            raise BadFile(f"{self.path}: no ordinary file; remove it")
        self.size = os.fstat(self.handle).st_size
        self.sum = checksum.begin() if checksum else None
        self.version = self.noted() if self.size else None

    def noted(self) -> Version | None:
        """The version that the note tells; None where it is missing or isn't one."""
        try:
            with self.note.open("rb") as note:
                return msgspec.json.decode(note.read(NOTE), type=Version)
        except (OSError, msgspec.DecodeError, UnicodeError):
            return None

    def recall(self) -> None:
        """Take what has come before into the checksum."""
        if not self.sum:
            return
        with filing(self.target):
            os.lseek(self.handle, 0, os.SEEK_SET)
            left = self.size
            while left and (data := os.read(self.handle, min(left, READ))):
                self.sum.update(data)
                left -= len(data)

    def begin(self, version: Version | None) -> None:
        """Begin anew, with this version."""
        with filing(self.target):
            os.ftruncate(self.handle, 0)
            self.size, self.version = 0, version
            self.sum = self.checksum.begin() if self.checksum else None
            if version:
                note = own_file(self.note)
                try:
                    os.ftruncate(note, 0)
                    os.write(note, msgspec.json.encode(version))
                finally:
                    os.close(note)

    def room(self, total: int | None) -> None:
        """Raises BadFile if what is still to come has no room on the disk."""
        with filing(self.target):
            free = shutil.disk_usage(self.target.parent).free
        missing = (total or 0) - self.size
        if missing > free:
            raise BadFile(f"{self.target}: {missing:,} bytes are to come and {free:,} are free; make room and {GO_ON}")

    def write(self, data: bytes) -> None:
        """Write what comes next."""
        with filing(self.target):
            os.lseek(self.handle, self.size, os.SEEK_SET)
            view = memoryview(data)
            while view:
                written = os.write(self.handle, view)
                if self.sum:
                    self.sum.update(view[:written])
                self.size += written
                view = view[written:]

    def finish(self) -> None:
        """Put it in its place, whole, in one step that not even a power cut divides."""
        with filing(self.target):
            os.fsync(self.handle)
            self.close()
            self.path.replace(self.target)
            self.note.unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # not every system opens folders
            folder = os.open(self.target.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)

    def leave(self) -> None:
        """Close it unless it is finished; what has come stays for another time, and nothing stays of nothing."""
        if self.handle >= 0:
            self.close()
            if not self.size:
                with contextlib.suppress(OSError):  # what went wrong before is what is told
                    self.path.unlink(missing_ok=True)
                    self.note.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file."""
        os.close(self.handle)
        self.handle = -1


@contextmanager
def part_of(target: Path, checksum: Checksum | None) -> Iterator[Part]:
    """The part of a target for this program alone; raises BadFile where another is downloading it."""
    busy = f"{target}: is being downloaded by another program; wait for it, or stop it"
    with ExitStack() as stack:
        with filing(target):
            if target.is_dir():
                raise BadFile(f"{target}: is a folder; name a file in it")
            stack.enter_context(locked(beside(target, ".part.lock"), busy))
            part = Part(target, checksum)
        stack.callback(part.leave)
        yield part


@contextmanager
def filing(target: Path) -> Iterator[None]:
    """Raises BadFile, one line, for what the file system raises in this block."""
    try:
        yield
    except OSError as error:
        raise BadFile(f"{target}: could not be written ({error.strerror or error}); mend that and {GO_ON}") from error


def beside(target: Path, ending: str) -> Path:
    """The path beside a target with this ending added."""
    return target.with_name(target.name + ending)
