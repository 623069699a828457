"""What an engine is: it hands the pieces of dumps to their readers and leaves parts in a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from basedon.errors import BadUsage
from basedon.model.issue import Issue
from basedon.sources.given import Given, Reader

ENGINES = ("local", "spark")

Progress = Callable[[str, int, int], None]
"""Is told what is done, how much of it, and how much there is in all (bytes)."""


class Job(Struct, frozen=True):
    """One dump to be read: its place (a file, or an address that Spark knows) and its reader.

    `name` tells the job's parts from others'; it is the source's name where a source is one file.
    """

    name: str
    dump: str
    reader: Reader


class Engine(Protocol):
    """Reads dumps into parts."""

    def run(self, jobs: Sequence[Job], folder: Path, progress: Progress) -> None:
        """Read all dumps into parts under `folder`, going on where an earlier run ended.

        Raises BadFile, naming the dump, when it is cut off or damaged.
        """
        ...

    def close(self) -> None:
        """End what was begun for runs; there will be no more."""
        ...


def too_long(source: str, dropped: list[int]) -> Given:
    """Issues for pieces that were too long to read; the list is empty afterwards."""
    given = Given([], [Issue(source, "?", "too long", f"a piece of {n:,} bytes was left out") for n in dropped])
    dropped.clear()
    return given


def engine_named(name: str, workers: int | None = None, master: str | None = None) -> Engine:
    """An engine by its name; raises BadUsage for an unknown one, or where what it needs is not installed."""
    if name == "local":
        from basedon.engines.local import Local

        return Local(workers)
    if name == "spark":
        from basedon.engines.spark import Spark

        return Spark(master)
    raise BadUsage(f"no engine {name!r}; choose {' or '.join(ENGINES)}")
