"""What goes wrong on the way and may go well when it is tried again."""

from __future__ import annotations


class Broken(Exception):  # noqa: N818  # named as the errors of basedon are
    """A connection that failed, stalled or lied; `wait` is how many seconds to wait where that is known.

    It never leaves the room: who asked once makes it Unreachable, who asks again does so after a while.
    """

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.wait = wait
