"""Where an export goes: written whole beside its place, then put there in one step."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

import msgspec

from basedon.catalogue.writer import replacing
from basedon.errors import BadFile, BadUsage

MARKER = "basedon-export.json"
"""The file in an exported folder that tells what it is; a folder without it is somebody else's, and is left alone."""


def file(target: Path, pieces: Iterable[str], catalogue: Path) -> None:
    """Write text to a file; to a device or pipe, which can't be replaced, as it comes."""
    target = real(target)
    if target.is_dir():
        raise BadUsage(f"{target}: is a folder; give the name of a file")
    if target.exists() and catalogue.exists() and target.samefile(catalogue):
        raise BadUsage(f"{target}: is the catalogue itself; give another file")
    if target.exists() and not target.is_file():
        try:
            with target.open("wb") as out:
                put(out, pieces)
        except OSError as error:
            raise BadFile(f"{target}: could not be written ({error.strerror}); choose another file") from error
        return
    with replacing(target) as part, part.open("wb") as out:
        put(out, pieces)


def standard_output(pieces: Iterable[str]) -> None:
    """Write text to standard output, in UTF-8 whatever the terminal's encoding."""
    sys.stdout.flush()
    put(sys.stdout.buffer, pieces)
    sys.stdout.buffer.flush()


def put(out: IO[bytes], pieces: Iterable[str]) -> None:
    """The pieces one after another."""
    for piece in pieces:
        out.write(piece.encode())


def folder(target: Path, fill: Callable[[Path], Iterable[Any]], about: dict[str, str]) -> None:
    """Fill a folder beside `target` and put it in its place, with the marker file in it."""
    target = real(target)
    refuse(target)
    with beside(target) as part:
        try:
            for _ in fill(part):
                pass
            files = sorted(path.name for path in part.iterdir())
            marker = msgspec.json.format(msgspec.json.encode({**about, "files": files}), indent=2)
            (part / MARKER).write_bytes(marker + b"\n")
            for path in part.iterdir():
                kept(path)
            part.chmod(0o755)
            swap(part, target)
        except OSError as error:
            raise BadFile(f"{target}: could not be written ({error}); what was there is as it was") from error


def refuse(target: Path) -> None:
    """Raises BadUsage where something is at the target that is no earlier export, whole and with nothing added."""
    if not target.exists():
        return
    if not target.is_dir():
        raise BadUsage(f"{target}: is a file; give the name of a folder to write")
    try:
        inside = Path.cwd().is_relative_to(target)
        held = {path.name for path in target.iterdir()}
        about = msgspec.json.decode((target / MARKER).read_bytes(), type=dict[str, Any]) if MARKER in held else {}
    except (OSError, msgspec.MsgspecError) as error:
        raise BadUsage(f"{target}: is there and can't be read as an export ({error}); give another folder") from error
    if inside:
        raise BadUsage(f"{target}: is the folder you are in; give another to write")
    listed = about.get("files")
    others = sorted(held - {MARKER, *(listed if isinstance(listed, list) else ())})
    if held and not ({"form", "digest"} <= about.keys()):
        raise BadUsage(f"{target}: is there and is no export of basedon; give another folder, or empty it")
    if others:
        raise BadUsage(
            f"{target}: holds {others[0]!r}, which is no part of the export; move it, or give another folder"
        )


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """An empty folder next to the target; gone at the end unless it was moved."""
    try:
        part = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent))
    except OSError as error:
        raise BadFile(f"{target}: can't write there ({error.strerror}); choose another folder") from error
    try:
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)


def swap(part: Path, target: Path) -> None:
    """Move a folder to its place; one that was there goes, or comes back when that fails."""
    with suppress(OSError):
        target.rmdir()  # an empty one
    if not target.exists():
        part.rename(target)
        return
    with beside(target) as aside:
        try:
            target.rename(aside / "old")
            part.rename(target)
        except BaseException:
            with suppress(OSError):
                (aside / "old").rename(target)
            raise


def kept(path: Path) -> None:
    """Wait until a file is on the disk."""
    with path.open("rb") as written:
        os.fsync(written.fileno())


def real(target: Path) -> Path:
    """The place itself, where a link leads to it."""
    try:
        return target.resolve()
    except (OSError, RuntimeError) as error:
        raise BadFile(f"{target}: leads nowhere ({error}); give another name") from error
