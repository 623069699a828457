"""The starter catalogue as one compressed file in the package, and its way back onto the disk."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from basedon.errors import BadFile

PACKED = Path(__file__).parent / "starter.basedon.zst"
LEVEL = 19
"""Slow to pack, no slower to unpack, and a third smaller than the default."""


def pack() -> None:
    """Build the starter from its facts and compress it into the package; needs the repository's fact files."""
    import zstandard

    from basedon.starter.making import make

    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "starter.basedon"
        make(built)
        PACKED.write_bytes(zstandard.ZstdCompressor(level=LEVEL, threads=-1).compress(built.read_bytes()))


def path() -> Path:
    """Where the starter catalogue lies unpacked; unpacks it on the first call after an installation.

    It goes to the user's cache folder, or, where that can't be written, to a temporary folder of the user's own. Raises
    BadFile when the package holds no starter, or neither folder can be written.
    """
    try:
        packed = PACKED.stat()
    except OSError as error:
        raise BadFile("the starter catalogue is not installed; reinstall basedon, or give --catalogue FILE") from error
    name = f"starter-{packed.st_size:x}-{packed.st_mtime_ns:x}.basedon"
    last: OSError | None = None
    for folder in folders():
        unpacked = folder / name
        if unpacked.is_file():
            return unpacked
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            unpack(unpacked)
        except OSError as error:
            last = error
            continue
        return unpacked
    raise BadFile(f"the starter catalogue can't be unpacked ({last}); make room, or give --catalogue FILE")


def folders() -> Iterator[Path]:
    """Where the starter may be unpacked, the best place first."""
    from platformdirs import user_cache_path

    yield user_cache_path("basedon", appauthor=False)
    yield Path(tempfile.gettempdir()) / f"basedon-{os.getuid() if hasattr(os, 'getuid') else 'user'}"


def unpack(target: Path) -> None:
    """Decompress the starter to `target`, which appears only when it is complete; older starters beside it go."""
    import zstandard

    handle, name = tempfile.mkstemp(prefix=".starter-", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as out, PACKED.open("rb") as packed:
            zstandard.ZstdDecompressor().copy_stream(packed, out)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    for old in target.parent.glob("starter-*.basedon"):
        if old != target:
            with contextlib.suppress(OSError):
                old.unlink()
