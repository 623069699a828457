"""How long and how much is waited for: a socket that keeps to both, however slowly the other side drips."""

from __future__ import annotations

import io
import socket
import time
from typing import Any, cast

from basedon.network.broken import Broken


class Patience:
    """So many seconds for all, or, with `every`, for each so many bytes; and never more bytes than `most`."""

    def __init__(self, seconds: float, *, every: int | None = None, most: int | None = None) -> None:
        self.seconds, self.every, self.most = seconds, every, most
        self.until = time.monotonic() + seconds
        self.taken = self.since = 0

    def left(self) -> float:
        """The seconds that are left; raises TimeoutError when none are."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise TimeoutError("too slow")
        return left

    def took(self, count: int) -> None:
        """Count bytes that came; raises Broken where they are more than were wanted."""
        self.taken += count
        self.since += count
        if self.most is not None and self.taken > self.most:
            raise Broken("more came than was asked for")
        if self.every is not None and self.since >= self.every:
            self.since, self.until = 0, time.monotonic() + self.seconds

    def watch(self, sock: socket.socket) -> socket.socket:
        """The socket, its reading bounded by this patience; made for http.client, which reads through `makefile`."""
        return cast(socket.socket, _Watched(sock, self))


class _Watched:
    """A socket whose reader looks at the clock; all else is the socket's own."""

    def __init__(self, sock: socket.socket, patience: Patience) -> None:
        self._sock, self._patience = sock, patience

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)

    def makefile(self, *_: object, **__: object) -> io.BufferedReader:
        """What http.client reads answers from."""
        return io.BufferedReader(_Reader(self._sock, self._patience), 1 << 16)


class _Reader(io.RawIOBase):
    """Reads a socket, each time with no more than the seconds that are left for all."""

    def __init__(self, sock: socket.socket, patience: Patience) -> None:
        self._sock, self._patience = sock, patience
        self._file = sock.makefile("rb", buffering=0)  # keeps the socket open as long as it is read

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read what has come; raises TimeoutError when time is up."""
        self._sock.settimeout(self._patience.left())
        count = self._file.readinto(buffer) or 0
        self._patience.took(count)
        return count

    def close(self) -> None:
        """Let the socket go."""
        self._file.close()
        super().close()
