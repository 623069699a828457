"""One at a time: a file that only one program holds, and that lets go when the program ends, however it ends."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from basedon.errors import BadFile

_HELD = (errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK)


@contextmanager
def locked(path: Path, busy: str) -> Iterator[None]:
    """Hold the lock that lies at this path, which goes at the end; raises BadFile, saying `busy`, if another does."""
    handle = taken(path, busy)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # Windows takes no open file away; a lock that is left does no harm
            path.unlink()  # while it is held, so that nobody else's goes
        os.close(handle)


def taken(path: Path, busy: str) -> int:
    """The handle of the lock, held; raises BadFile, saying `busy`, if somebody else holds it."""
    while True:
        handle = own_file(path)
        try:
            hold(handle)
            if os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        except FileNotFoundError:
            pass  # its last holder took it away between the two steps
        except OSError as error:
            if error.errno in _HELD:
                os.close(handle)
                raise BadFile(busy) from error
            return handle  # a file system without locks
        os.close(handle)


def hold(handle: int) -> None:
    """Lock an open file without waiting; raises OSError where it is locked."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def own_file(path: Path) -> int:
    """A file opened to read and write, made if need be; never what a link planted there points to."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, 0o666)
