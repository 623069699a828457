"""Reads dumps with processes on this machine, stretches of them in parallel, in memory that does not grow."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import Thread
from types import ModuleType
from typing import Any

from basedon.engines.engine import Job, Progress, too_long
from basedon.engines.parts import PartWriter, done
from basedon.engines.splitting import Stretch, pieces, stretches
from basedon.errors import BadFile

STRETCH = 128 << 20
"""Bytes of a dump that one process reads at a time."""

PART = 1 << 30
"""Bytes of pieces after which a part is finished, so that a killed build has little to do again."""

MANY = 24 << 20
"""Bytes of pieces that a vectorised reader is handed at once."""

SWITCH = 0.0005
"""Seconds until a thread that decompresses gets its turn; at Python's own 0.005 it waits longer than it works."""

_shared: Any = None
"""What all processes share: how many bytes of dumps they have read, and whether they are to stop."""


class Local:
    """The engine of one machine."""

    def __init__(self, workers: int | None = None, stretch: int = STRETCH, part: int = PART) -> None:
        self.workers = workers or cores()
        self.stretch, self.part = stretch, part

    def run(self, jobs: Sequence[Job], folder: Path, progress: Progress) -> None:
        """Read all dumps into parts under `folder`; see Engine."""
        tasks = [
            (job, number, stretch)
            for job in jobs
            for number, stretch in enumerate(stretches(Path(job.dump), self.stretch))
        ]
        total = sum(stretch.end - stretch.start for _, _, stretch in tasks)
        # one stretch alone gains nothing from a process of its own, which takes a while to start
        apart = sum(not job.reader.vectorised for job, _, _ in tasks) > 1
        context = multiprocessing.get_context("forkserver")
        shared: Any = context.Array("Q", 2)
        before = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH)
        with (
            sharing(shared),
            ProcessPoolExecutor(self.workers, context, initializer=begin_process, initargs=(shared,)) as processes,
            ThreadPoolExecutor(self.workers, "read") as threads,
        ):
            with nullcontext() if any(of_main(job) for job in jobs) else nobodys_main():
                waiting: set[Future[None]] = {
                    (processes if apart and not job.reader.vectorised else threads).submit(
                        read_stretch, job, number, stretch, folder, self.part
                    )
                    for job, number, stretch in tasks
                }
            try:
                while waiting:
                    finished, waiting = wait(waiting, timeout=0.5, return_when=FIRST_COMPLETED)
                    for future in finished:
                        future.result()
                    progress("reading", min(shared.get_obj()[0], total), total)
            except BrokenProcessPool as error:
                raise BadFile("a reading process was killed; run the same command again to go on") from error
            finally:
                shared.get_obj()[1] = 1  # lest an error, or Ctrl-C, waits for whole dumps
                sys.setswitchinterval(before)
                for future in waiting:
                    future.cancel()

    def close(self) -> None:
        """Nothing lasts longer than a run."""


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def of_main(job: Job) -> bool:
    """Whether a job's reader is of the program's main module, which processes then need."""
    return type(job.reader).__module__ == "__main__"


@contextmanager
def nobodys_main() -> Iterator[None]:
    """Hides the program's main module from processes that begin within the block.

    They would import it again, and a script that builds without `if __name__ == "__main__"` would build in each.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def begin(shared: Any) -> None:
    """Let a process know where to count, and where it is told to stop."""
    global _shared
    _shared = shared


@contextmanager
def sharing(shared: Any) -> Iterator[None]:
    """Lets this process's threads know it, within the block."""
    begin(shared)
    try:
        yield
    finally:
        begin(None)


def begin_process(shared: Any) -> None:
    """Begin a process that reads; it ends with the build, lest it write on into the folder of the next one."""
    begin(shared)
    Thread(target=end_with_parent, daemon=True, name="end with the build").start()


def end_with_parent() -> None:
    """Wait until the process that this one reads for is gone, also by force, and go too."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def count(size: int) -> None:
    """Count bytes of a dump that were read."""
    if _shared is not None:
        with _shared.get_lock():
            _shared[0] += size


def stopped() -> bool:
    """Whether nobody waits for what is read any more."""
    return _shared is not None and bool(_shared.get_obj()[1])


def read_stretch(job: Job, number: int, stretch: Stretch, folder: Path, part_size: int) -> None:
    """Read one stretch of a dump into parts, from the first that is not there yet.

    Raises BadFile when the dump is damaged or the folder can't be written.
    """
    at, place = 0, 0
    while found := done(folder / part_name(job, number, at)):
        place, at = found.end, at + 1
        if found.last:
            count(stretch.end - stretch.start)
            return
    dropped: list[int] = []
    seen = start = 0
    part = PartWriter(folder, part_name(job, number, at))
    try:
        blocks = pieces(Path(job.dump), stretch, job.reader.separator, count, dropped.append)
        for block in gathered(blocks) if job.reader.vectorised else blocks:
            if stopped():
                return
            seen += len(block)
            if seen <= place:
                dropped.clear()
                continue  # read before; decompressing it again is all that it costs
            fresh = block[place - (seen - len(block)) :] if seen - len(block) < place else block
            part.add(job.reader.read(fresh).frames())
            if dropped:
                part.add(too_long(job.reader.source, dropped).frames())
            if seen - max(start, place) >= part_size:
                part.finish(seen, last=False)
                at, start = at + 1, seen
                part = PartWriter(folder, part_name(job, number, at))
        if dropped:
            part.add(too_long(job.reader.source, dropped).frames())
        part.finish(seen, last=True)
        if stretch.whole:
            count(stretch.end - stretch.start)
    except OSError as error:
        raise BadFile(f"{folder}: can't be written ({error.strerror}); make room and run it again") from error
    finally:
        part.abandon()


def gathered(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """Blocks put together into fewer."""
    held: list[bytes] = []
    size = 0
    for block in blocks:
        held.append(block)
        size += len(block)
        if size >= MANY:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)


def part_name(job: Job, stretch: int, part: int) -> str:
    """The name of a part; the order of names is that of the dump."""
    return f"{job.name}-{stretch:05d}-{part:05d}"
