"""The same dumps give the same catalogue, byte for byte, however they lie on disk and whoever reads them."""

from __future__ import annotations

import bz2
import gzip
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from basedon import building
from basedon.building import Dumps, build_from
from basedon.engines import Engine, local, splitting
from basedon.engines.local import Local

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

MakeEngine = Callable[[], Engine]


def dumps_of(folder: Path) -> Dumps:
    return Dumps(
        wikidata=(str(folder / "wikidata.json"),),
        wikipedia=(str(folder / "enwiki.xml.bz2"),),
        imdb=folder / "imdb",
    )


@pytest.fixture(scope="module")
def undisturbed(world: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The catalogue of the whole world, built once with one process."""
    target = tmp_path_factory.mktemp("undisturbed") / "films.basedon"
    build_from(target, dumps_of(world), workers=1)
    return target.read_bytes()


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch) -> Callable[[Engine], None]:
    """Lets builds run with an engine made here."""

    def use(engine: Engine) -> None:
        monkeypatch.setattr(building, "engine_named", lambda *_: engine)

    return use


TABLES = ("works", "titles", "credits", "people", "traits", "ratings", "statements", "evidence", "origins")


def test_the_whole_world_is_in_it(undisturbed: bytes, tmp_path: Path) -> None:
    """Lest the other tests compare nothing."""
    (tmp_path / "films.basedon").write_bytes(undisturbed)
    connection = sqlite3.connect(tmp_path / "films.basedon")

    def count(of: str) -> int:
        number: int = connection.execute(f"SELECT count(*) FROM {of}").fetchone()[0]
        return number

    try:
        held = dict(connection.execute("SELECT name, records FROM sources"))
        filled = {table: count(table) for table in TABLES}
        by_three = count("(SELECT work FROM titles GROUP BY work HAVING count(DISTINCT source) = 3)")
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        connection.close()
    assert held["wikidata"] >= 36
    assert held["imdb"] > 80
    assert held["wikipedia"] == 10
    assert min(filled.values()) > 5, filled
    assert by_three > 3


def packed(data: bytes, kind: str, members: int = 1) -> bytes:
    """A dump as gzip, bzip2 or Zstandard, in members that end anywhere."""
    pack = {"gz": lambda part: gzip.compress(part, mtime=0), "bz2": bz2.compress, "zst": zstd.compress, "plain": bytes}
    edges = [0, *sorted(random.Random(1).sample(range(len(data)), members - 1)), len(data)]  # noqa: S311
    return b"".join(pack[kind](data[a:b]) for a, b in pairwise(edges))


@pytest.mark.parametrize("kind", ["plain", "gz", "bz2", "zst"])
@pytest.mark.parametrize("members", [1, 7])
def test_packed_in_any_way(
    world: Path, undisturbed: bytes, tmp_path: Path, engines: Callable[[Engine], None], kind: str, members: int
) -> None:
    """In whole and, where it can be, in stretches; IMDb's files likewise; under other names and in another folder."""
    (tmp_path / "imdb").mkdir()
    wikidata = (world / "wikidata.json").read_bytes()
    (tmp_path / "all").write_bytes(packed(wikidata, kind, members))
    pages = bz2.decompress((world / "enwiki.xml.bz2").read_bytes())
    (tmp_path / "pages").write_bytes(packed(pages, kind, members))
    for path in (world / "imdb").iterdir():
        rows = gzip.decompress(path.read_bytes())
        (tmp_path / "imdb" / path.name.replace(".gz", "")).write_bytes(packed(rows, kind, members))
    engines(Local(2, 90_000 if members > 1 else 1 << 30))
    dumps = Dumps(wikidata=(str(tmp_path / "all"),), wikipedia=(str(tmp_path / "pages"),), imdb=tmp_path / "imdb")
    build_from(tmp_path / "films.basedon", dumps)
    assert (tmp_path / "films.basedon").read_bytes() == undisturbed


@pytest.mark.parametrize(
    ("workers", "stretch", "part"),
    [(1, 300_000, 100_000), (2, 300_000, 1 << 30), (2, 1_000_000, 1), (3, 77_777, 50_000)],
)
def test_read_by_any_number_in_any_stretches_and_parts(
    world: Path,
    undisturbed: bytes,
    tmp_path: Path,
    engines: Callable[[Engine], None],
    monkeypatch: pytest.MonkeyPatch,
    workers: int,
    stretch: int,
    part: int,
) -> None:
    monkeypatch.setattr(splitting, "GROWN", 60_000)  # of the threads; processes have their own
    monkeypatch.setattr(splitting, "READ", 10_000)
    engines(Local(workers, stretch, part))
    build_from(tmp_path / "films.basedon", dumps_of(world))
    assert (tmp_path / "films.basedon").read_bytes() == undisturbed


def test_a_second_time_over_the_first_and_beside_it(world: Path, undisturbed: bytes, tmp_path: Path) -> None:
    told = [build_from(tmp_path / name, dumps_of(world)) for name in ("a.basedon", "a.basedon", "b.basedon")]
    assert len(set(told)) == 1
    assert (tmp_path / "a.basedon").read_bytes() == (tmp_path / "b.basedon").read_bytes() == undisturbed
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.basedon", "b.basedon"]


def test_in_several_files(world: Path, undisturbed: bytes, tmp_path: Path) -> None:
    """Wikidata's entities in five files instead of one, each without brackets."""
    lines = [line for line in (world / "wikidata.json").read_bytes().splitlines(keepends=True) if len(line) > 3]
    paths = [tmp_path / f"part-{n}.json" for n in range(5)]
    for number, path in enumerate(paths):
        path.write_bytes(b"".join(lines[number * len(lines) // 5 : (number + 1) * len(lines) // 5]))
    dumps = Dumps(wikidata=tuple(map(str, paths)), wikipedia=(str(world / "enwiki.xml.bz2"),), imdb=world / "imdb")
    build_from(tmp_path / "films.basedon", dumps)
    assert (tmp_path / "films.basedon").read_bytes() == undisturbed


def test_in_another_layout(world: Path, undisturbed: bytes, tmp_path: Path) -> None:
    """As a program writes entities that knows nothing of the official one."""
    folder = tmp_path / "world"
    shutil.copytree(world, folder)
    lines = [line.rstrip(b",\n") for line in (world / "wikidata.json").read_bytes().splitlines()]
    entities = [json.loads(line) for line in lines if len(line) > 3]
    written = "".join(json.dumps(e | {"type": e.pop("type")}, ensure_ascii=False) + "\n" for e in entities)
    (folder / "wikidata.json").write_text(written, "utf-8")
    build_from(tmp_path / "films.basedon", dumps_of(folder))
    assert (tmp_path / "films.basedon").read_bytes() == undisturbed


class StopError(Exception):
    """The end of a build when all is read and nothing written."""


def stopped(monkeypatch: pytest.MonkeyPatch, target: Path, folder: Path) -> None:
    """A build of the world that ends before it writes anything."""

    def stop(*_: object, **__: object) -> None:
        raise StopError

    with monkeypatch.context() as patch:
        patch.setattr(building, "check", stop)
        with pytest.raises(StopError):
            build_from(target, dumps_of(folder))


def test_a_build_goes_on_with_what_another_one_read(
    world: Path, undisturbed: bytes, tmp_path: Path, engines: Callable[[Engine], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped when everything was read, it reads nothing the next time: not a byte of a dump, and no part is made."""

    target = tmp_path / "films.basedon"
    stopped(monkeypatch, target, world)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / ".films.basedon.building").glob("*/done.json")}
    assert len(before) == 8

    def unread(*_: object) -> None:
        raise AssertionError

    made: list[Path] = []

    def known(*step: object) -> None:
        made.extend(path for path in (tmp_path / ".films.basedon.building").glob("*/done.json") if path not in before)

    monkeypatch.setattr(local, "pieces", unread)
    engines(Local(1))
    build_from(target, dumps_of(world), progress=known)
    assert made == []
    assert target.read_bytes() == undisturbed


def test_parts_of_another_engine_or_of_changed_dumps_are_not_gone_on_with(
    world: Path, undisturbed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "world"
    shutil.copytree(world, folder)
    target, working = tmp_path / "films.basedon", tmp_path / ".films.basedon.building"
    for change in ("engine", "dump"):
        stopped(monkeypatch, target, folder)
        (first,) = working.glob("wikidata-*/things")
        first.write_bytes(b"")  # whoever goes on with this gives no names
        if change == "engine":
            told = (working / "made-of").read_text("utf-8")
            (working / "made-of").write_text(told.replace("local", "spark", 1), "utf-8")
        else:
            os.utime(folder / "wikidata.json", (1, 1))
        build_from(target, dumps_of(folder))
        assert target.read_bytes() == undisturbed


# memory


def large(world: Path, target: Path, times: int) -> None:
    """The entities of the small dump again and again, under other ids, so that each is another."""
    head = b'{"type":"item","id":"Q'
    lines = [line for line in (world / "wikidata.json").read_bytes().splitlines() if line.startswith(head)]
    ends = [line[len(head) :].partition(b'"')[2] for line in lines]
    with target.open("wb") as file:
        file.write(b"[\n" + b"\n".join(lines) + b"\n")
        for again in range(1, times):
            file.writelines(b'%b%d"%b\n' % (head, 9 * 10**8 + again * 10**4 + n, end) for n, end in enumerate(ends))
        file.write(b"]\n")


def peaks(arguments: list[str]) -> int:
    """The most memory in kilobytes that any process of a command took."""
    run = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
    highest: dict[int, int] = {}
    while run.poll() is None:
        for pid in [run.pid, *descendants(run.pid)]:
            try:
                told = Path(f"/proc/{pid}/status").read_text("utf-8")
            except OSError:
                continue
            if "VmHWM" in told:
                highest[pid] = int(told.partition("VmHWM:")[2].split()[0])
        time.sleep(0.02)
    assert run.returncode == 0
    return max(highest.values())


def descendants(pid: int) -> list[int]:
    try:
        children = [
            int(each) for path in Path(f"/proc/{pid}/task").glob("*/children") for each in path.read_text().split()
        ]
    except OSError:
        return []
    return [each for child in children for each in (child, *descendants(child))]


@pytest.mark.skipif(not Path(f"/proc/{os.getpid()}/task").exists(), reason="memory is told by Linux's /proc")
def test_memory_is_bounded_and_does_not_grow_with_the_dump(world: Path, tmp_path: Path) -> None:
    """Twice the dump takes no more but for what is kept of its films."""
    taken = []
    for times in (16, 32):
        dump = tmp_path / f"{times}.json"
        large(world, dump, times)
        target = str(tmp_path / f"{times}.basedon")
        command = [
            sys.executable,
            "-m",
            "basedon.cli",
            "build",
            "-o",
            target,
            "--wikidata",
            str(dump),
            "--workers",
            "2",
        ]
        taken.append(peaks(command))
    assert (tmp_path / "16.json").stat().st_size > 95_000_000
    assert max(taken) < 600_000, taken
    assert taken[1] < 1.25 * taken[0] + 20_000, taken
