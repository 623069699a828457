"""Whether a catalogue's file is still the one that was opened: a build puts a new one in its place."""

from __future__ import annotations

from pathlib import Path

Identity = tuple[int, int, int, int]


def identity(path: Path) -> Identity | None:
    """What tells a file from the one that stood there before it; None while there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size
