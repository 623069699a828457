"""The local engine: stretches read by processes and threads, goes on where it was killed, ends when told to."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from basedon.engines import Job, local, parts, splitting
from basedon.engines.local import Local, read_stretch
from basedon.engines.splitting import Stretch
from basedon.errors import BadFile
from basedon.model.issue import Issue
from basedon.sources.given import Given
from basedon.sources.wikidata import Wikidata


class StopError(Exception):
    """The end of a reader."""


class Lines:
    """A reader that notes each line as a thing, and may fail at one."""

    source, separator, vectorised = "wikidata", b"\n", False

    def __init__(self, *, fails_at: bytes = b"?", vectorised: bool = False) -> None:
        self.fails_at, self.vectorised = fails_at, vectorised
        self.met: list[bytes] = []

    def read(self, block: bytes) -> Given:
        lines = block.splitlines()
        if self.fails_at in lines:
            raise StopError
        self.met += lines
        return Given([], [Issue("wikidata", "?", "met", line.decode()) for line in lines if b"odd" in line], lines, [])


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(splitting, "GROWN", 50)
    monkeypatch.setattr(splitting, "READ", 50)
    monkeypatch.setattr(local, "MANY", 120)


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "dump"
    path.write_bytes(b"".join(b"line %d%s\n" % (n, b" odd" * (n % 9 == 0)) for n in range(200)))
    return path


def stretch_of(path: Path) -> Stretch:
    return Stretch(0, path.stat().st_size, True)


def things(folder: Path, job: str = "job") -> list[bytes]:
    """All lines that the parts hold, in order."""
    files = [parts.things(part) for part in parts.parts(folder, job)]
    return [line for file in files if file.exists() for line in file.read_bytes().splitlines()]


def issues(folder: Path, job: str = "job") -> list[Issue]:
    return [issue for part in parts.parts(folder, job) for issue in parts.issues(part)]


@pytest.mark.usefixtures("small_blocks")
@pytest.mark.parametrize("vectorised", [False, True])
@pytest.mark.parametrize("size", [1, 60, 130, 500, 1 << 30])
def test_parts_of_any_size_hold_the_same(tmp_path: Path, dump: Path, size: int, vectorised: bool) -> None:
    folder = tmp_path / "parts"
    reader = Lines(vectorised=vectorised)
    read_stretch(Job("job", str(dump), reader), 0, stretch_of(dump), folder, size)
    assert things(folder) == dump.read_bytes().splitlines()
    found = [parts.done(part) for part in parts.parts(folder, "job")]
    assert [done.last for done in found if done] == [False] * (len(found) - 1) + [True]
    assert (len(found) > 1) == (size < 1000)


def written(path: Path) -> tuple[int, int]:
    """What tells that a file was written anew; looking at it changes neither."""
    stat = path.stat()
    return stat.st_ino, stat.st_mtime_ns


@pytest.mark.usefixtures("small_blocks")
@pytest.mark.parametrize("vectorised", [False, True])
@pytest.mark.parametrize("size", [60, 130, 500])
def test_it_goes_on_from_the_last_part(tmp_path: Path, dump: Path, size: int, vectorised: bool) -> None:
    """What is in a part is handed to no reader again, and all else is."""
    folder = tmp_path / "parts"
    with pytest.raises(StopError):
        read_stretch(
            Job("job", str(dump), Lines(fails_at=b"line 120", vectorised=vectorised)),
            *(0, stretch_of(dump), folder, size),
        )
    before = things(folder)
    assert 0 < len(before) <= 120
    assert all(path.suffix != ".making" for path in folder.iterdir())
    marks = {part: written(part / parts.DONE) for part in parts.parts(folder, "job")}
    reader = Lines(vectorised=vectorised)
    read_stretch(Job("job", str(dump), reader), 0, stretch_of(dump), folder, size)
    every = dump.read_bytes().splitlines()
    assert reader.met == every[len(before) :]
    assert things(folder) == every
    assert [issue.says for issue in issues(folder)] == [line.decode() for line in every if b"odd" in line]
    for part, mark in marks.items():
        assert written(part / parts.DONE) == mark
    again = Lines()
    read_stretch(Job("job", str(dump), again), 0, stretch_of(dump), folder, size)
    assert again.met == []


@pytest.mark.usefixtures("small_blocks")
def test_a_long_piece_is_counted_once_though_it_is_met_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(splitting, "LONGEST", 100)
    dump = tmp_path / "dump"
    lines = [b"line %d" % n for n in range(200)]
    lines[5] = b"x" * 333
    lines[150] = b"y" * 444
    dump.write_bytes(b"\n".join(lines) + b"\n" + b"z" * 555)
    folder = tmp_path / "parts"
    with pytest.raises(StopError):
        read_stretch(Job("job", str(dump), Lines(fails_at=b"line 120")), 0, stretch_of(dump), folder, 300)
    assert [issue.says for issue in issues(folder)] == ["a piece of 333 bytes was left out"]
    read_stretch(Job("job", str(dump), Lines()), 0, stretch_of(dump), folder, 300)
    assert issues(folder) == [
        Issue("wikidata", "?", "too long", f"a piece of {n} bytes was left out") for n in (333, 444, 555)
    ]
    assert things(folder) == [line for line in lines if len(line) < 100]


@pytest.mark.usefixtures("small_blocks")
def test_a_full_disk_is_told_of_and_leaves_whole_parts_only(
    tmp_path: Path, dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "parts"
    finish, finished = parts.PartWriter.finish, []

    def until_full(writer: parts.PartWriter, end: int, *, last: bool) -> None:
        if len(finished) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        finished.append(end)
        finish(writer, end, last=last)

    monkeypatch.setattr(parts.PartWriter, "finish", until_full)
    with pytest.raises(BadFile, match="can't be written \\(No space left on device\\); make room"):
        read_stretch(Job("job", str(dump), Lines()), 0, stretch_of(dump), folder, 300)
    assert [path.name for path in sorted(folder.iterdir())] == ["job-00000-00000", "job-00000-00001"]
    monkeypatch.undo()
    read_stretch(Job("job", str(dump), Lines()), 0, stretch_of(dump), folder, 300)
    assert things(folder) == dump.read_bytes().splitlines()


# with processes


def entity(number: int) -> bytes:
    labels = b'"labels":{"en":{"language":"en","value":"Thing %d"}}' % number
    return b'{"type":"item","id":"Q%d",%b,"claims":{}},' % (number, labels)


@pytest.fixture(scope="module")
def entities(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("entities") / "entities.json"
    path.write_bytes(b"[\n" + b"\n".join(map(entity, range(1, 3000))) + b"\n]\n")
    return path


Told = list[tuple[str, int, int]]


def test_processes_and_threads_leave_the_same_parts(tmp_path: Path, entities: Path) -> None:
    """Also of two dumps at once, and where a dump is one stretch, which a thread reads."""
    made = {}
    for name, workers, stretch in (("one", 1, 50_000), ("two", 2, 50_000), ("thread", 2, 1 << 30)):
        told: Told = []
        jobs = [Job("a", str(entities), Wikidata())]
        if name == "two":
            jobs.append(Job("b", str(entities), Lines(vectorised=True)))
        Local(workers, stretch).run(jobs, tmp_path / name, lambda *step, told=told: told.append(step))  # type: ignore[misc]
        made[name] = [(part.name, parts.things(part).read_bytes()) for part in parts.parts(tmp_path / name, "a")]
        total = entities.stat().st_size * len(jobs)
        assert told[-1] == ("reading", total, total)
        assert [step[1] for step in told] == sorted(step[1] for step in told)
    assert made["one"] == made["two"]
    assert len(made["one"]) > 3
    assert b"".join(lines for _, lines in made["one"]) == made["thread"][0][1]
    assert things(tmp_path / "two", "b") == entities.read_bytes().splitlines()


def test_a_damaged_dump_is_named_and_the_others_need_not_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of the others would take a minute."""
    monkeypatch.setattr(local, "MANY", 50_000)
    damaged = tmp_path / "damaged.json.gz"
    damaged.write_bytes(b"\x1f\x8b\x08\x00 no gzip file")
    slow = tmp_path / "slow"
    slow.write_bytes(b"line\n" * 600_000)

    class Slow(Lines):
        def read(self, block: bytes) -> Given:
            time.sleep(1)
            return super().read(block)

    begun = time.monotonic()
    jobs = [Job("slow", str(slow), Slow(vectorised=True)), Job("bad", str(damaged), Wikidata())]
    with pytest.raises(BadFile, match=r"damaged\.json\.gz: "):
        Local(2).run(jobs, tmp_path / "out", lambda *_: None)
    assert time.monotonic() - begun < 8
    assert list((tmp_path / "out").iterdir()) == []


class Deadly:
    """A reader that kills the process it is sent to."""

    source, separator, vectorised = "wikidata", b"\n", False

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return eval, ("__import__('os').kill(__import__('os').getpid(), 9)",)

    def read(self, block: bytes) -> Given:
        raise NotImplementedError


def test_a_killed_process_is_told_of_and_the_next_run_goes_on(tmp_path: Path, entities: Path) -> None:
    """As when memory runs out."""
    folder = tmp_path / "parts"
    with pytest.raises(BadFile, match="a reading process was killed; run the same command again to go on"):
        Local(2, 50_000).run([Job("a", str(entities), Deadly())], folder, lambda *_: None)
    Local(2, 50_000).run([Job("a", str(entities), Wikidata())], folder, lambda *_: None)
    assert len(things(folder, "a")) == 2999


SLOW = """
import os, sys, time
from pathlib import Path
from basedon.engines import Job
from basedon.engines.local import Local
from basedon.sources.given import Given

class Slow:
    source, separator = "wikidata", b"\\n"
    def __init__(self, vectorised): self.vectorised = vectorised
    def read(self, block):
        Path(f"reading-{os.getpid()}-{self.vectorised}").touch()
        time.sleep(0.2)
        return Given()

if __name__ == "__main__":
    Path("dump").write_bytes(b"line\\n" * 3_000_000)
    slow = [Job("a", "dump", Slow(False)), Job("b", "dump", Slow(True))]
    Local(2, 4_000_000).run(slow, Path("parts"), lambda *_: None)
"""


@pytest.fixture
def reading(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], Counter[int]]]:
    """A long run of the engine, and how many readers each of its processes had when all were at work."""
    (tmp_path / "slow.py").write_text(SLOW, "utf-8")
    run = subprocess.Popen(
        [sys.executable, "slow.py"], cwd=tmp_path, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    deadline = time.monotonic() + 60
    while len(found := [path.name.split("-") for path in tmp_path.glob("reading-*")]) < 3:
        assert time.monotonic() < deadline
        assert run.poll() is None, run.stderr and run.stderr.read()
        time.sleep(0.05)
    yield run, Counter(int(pid) for _, pid, _ in found)
    with suppress(ProcessLookupError):
        os.killpg(run.pid, signal.SIGKILL)
    run.communicate()


def test_reading_processes_end_with_the_build_that_is_killed(
    reading: tuple[subprocess.Popen[str], Counter[int]],
) -> None:
    """Else they would write on into the folder in which the next build works."""
    run, pids = reading
    assert len(pids) == 3
    assert run.pid in pids  # its threads
    run.kill()
    run.wait()
    deadline = time.monotonic() + 5
    while any(alive(pid) for pid in pids):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("whom", ["the build", "all"])
def test_ctrl_c_ends_all_at_once(reading: tuple[subprocess.Popen[str], Counter[int]], whom: str) -> None:
    """A terminal sends it to all processes."""
    run, pids = reading
    begun = time.monotonic()
    (os.kill if whom == "the build" else os.killpg)(run.pid, signal.SIGINT)
    _, said = run.communicate(timeout=30)
    assert time.monotonic() - begun < 8
    assert said.count("Traceback") == 1  # the build's own, which the command line does not show
    assert not any(alive(pid) for pid in pids)
