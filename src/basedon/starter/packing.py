"""The starter catalogue as one compressed file in the package, and its way back onto the disk."""

from __future__ import annotations

import atexit
import contextlib
import os
import shutil
import stat
import tempfile
from pathlib import Path

from basedon.errors import BadFile

PACKED = Path(__file__).parent / "starter.basedon.xz"
"""xz, for the wheel's size: 12 MB where zstd's highest level makes 14, for half a second more on the first answer."""

KEPT = 3
"""Unpacked starters that stay in the cache folder, so that two installations don't unpack by turns."""


def pack() -> None:
    """Build the starter from its facts and compress it into the package; needs the repository's fact files."""
    import lzma

    from basedon.starter.making import make

    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "starter.basedon"
        make(built)
        PACKED.write_bytes(lzma.compress(built.read_bytes(), preset=6))


def path(anew: bool = False) -> Path:
    """Where the starter catalogue lies unpacked; unpacks it on the first call after an installation.

    It goes to the user's cache folder, or, where that can't be written, to a temporary folder of the user's own. With
    `anew` it is unpacked though it is there, in case that copy is damaged. Raises BadFile when the package holds no
    starter, or neither folder can be written.
    """
    import lzma

    try:
        packed = PACKED.stat()
    except OSError as error:
        raise BadFile("the starter catalogue is not installed; reinstall basedon, or give --catalogue FILE") from error
    name = f"starter-{packed.st_size:x}-{packed.st_mtime_ns:x}.basedon"
    last: Exception | None = None
    for find in (user_folder, shared_folder, fleeting_folder):
        try:
            unpacked = find() / name
            if anew or not unpacked.is_file():
                unpacked.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                unpack(unpacked)
        except (OSError, EOFError, lzma.LZMAError) as error:
            last = error
            continue
        return unpacked
    raise BadFile(f"the starter catalogue can't be unpacked ({last}); make room, or give --catalogue FILE")


def user_folder() -> Path:
    """The user's cache folder."""
    from platformdirs import user_cache_path

    return user_cache_path("basedon", appauthor=False)


def shared_folder() -> Path:
    """A folder for temporary files that is this user's own; raises OSError where somebody else has one of its name."""
    owner = os.getuid() if hasattr(os, "getuid") else "user"
    folder = Path(tempfile.gettempdir()) / f"basedon-{owner}"
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or (hasattr(os, "getuid") and found.st_uid != owner):
        raise PermissionError(f"{folder} is somebody else's")
    return folder


def fleeting_folder() -> Path:
    """A folder that goes when the program ends."""
    folder = Path(tempfile.mkdtemp(prefix="basedon-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def unpack(target: Path) -> None:
    """Decompress the starter to `target`, which appears only when it is complete; starters of long ago go."""
    import lzma

    handle, name = tempfile.mkstemp(prefix=".starter-", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as out, lzma.open(PACKED) as packed:
            shutil.copyfileobj(packed, out, 1 << 20)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # another process may tidy up too
        others = sorted(target.parent.glob("starter-*.basedon"), key=lambda p: p.stat().st_mtime, reverse=True)
        for old in others[KEPT:]:
            old.unlink(missing_ok=True)
