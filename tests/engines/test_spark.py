"""The engine of a cluster: the same catalogue, byte for byte, also where part of the cluster is killed meanwhile."""

from __future__ import annotations

import bz2
import gzip
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from bench.dumps_imdb import write_imdb
from bench.dumps_wikidata import write_wikidata
from bench.dumps_wikipedia import write_wikipedia

import basedon
from basedon.engines import Job, spark
from basedon.engines.parts import PartWriter
from basedon.engines.spark import Spark, cause, part_name
from basedon.errors import BadFile
from basedon.model.issue import Issue
from basedon.sources.wikidata import Wikidata

pytest.importorskip("pyspark")
pytestmark = pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java")

SMALL = ("spark.sql.files.maxPartitionBytes=150000", "spark.sql.files.openCostInBytes=1")
"""Dumps are cut into splits of some kilobytes, as large ones are into splits of megabytes."""

QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""Java compiles little of what runs so short a time."""

QUIET = (
    "spark.log.level=OFF",
    "spark.ui.enabled=false",
    "spark.sql.codegen.wholeStage=false",
    f"spark.driver.extraJavaOptions='{QUICK}'",
    f"spark.executor.extraJavaOptions='{QUICK}'",
)


class Ran(NamedTuple):
    code: int
    said: str


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Dumps of one world: half of Wikidata as gzip, half as bzip2 of many blocks, IMDb and Wikipedia."""
    folder = tmp_path_factory.mktemp("world")
    write_wikidata(folder / "all.json", 500, 0.06)
    lines = (folder / "all.json").read_bytes().splitlines(keepends=True)
    (folder / "wikidata-1.json.gz").write_bytes(gzip.compress(b"".join(lines[:250]), mtime=0))
    packed = bz2.compress(b"".join(lines[250:]), 1)
    (folder / "wikidata-2.json.bz2").write_bytes(packed)
    assert len(b"".join(lines[250:])) > 20 * 100_000  # bytes of a block
    write_imdb(folder / "imdb", 600)
    write_wikipedia(folder / "enwiki.xml.bz2", 250)
    return folder


def started(folder: Path, target: Path, dumps: list[str], master: str, *more: str) -> subprocess.Popen[str]:
    """A build with Spark as a process of its own."""
    settings = " ".join(f"--conf {each}" for each in (*QUIET, *more))
    environment = os.environ | {
        "PYSPARK_SUBMIT_ARGS": f"{settings} pyspark-shell",
        "SPARK_HOME": str(home(folder)),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_LOCAL_DIRS": str(folder / "local"),
    }
    command = [sys.executable, "-m", "basedon.cli", "build", "-o", str(target), "--engine", "spark"]
    return subprocess.Popen(
        [*command, "--master", master, *dumps],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def home(folder: Path) -> Path:
    """Spark under links in a folder of its own, in which a cluster leaves its logs."""
    import pyspark

    found = folder / "spark"
    if not found.exists():
        found.mkdir()
        for path in Path(pyspark.__file__).parent.iterdir():
            (found / path.name).symlink_to(path)
    return found


def finished(run: subprocess.Popen[str]) -> Ran:
    said = run.communicate(timeout=300)[1]
    return Ran(run.returncode, said)


def options(world: Path) -> list[str]:
    wikidata = [str(word) for path in sorted(world.glob("wikidata*")) for word in ("--wikidata", path)]
    return [*wikidata, "--imdb", str(world / "imdb"), "--wikipedia", str(world / "enwiki.xml.bz2")]


def test_spark_gives_the_same_bytes_as_processes_do(world: Path, tmp_path: Path) -> None:
    """Of dumps that it cuts into many splits, in blocks of bzip2 too."""
    target = tmp_path / "spark.basedon"
    basedon.build(
        tmp_path / "local.basedon",
        wikidata=sorted(world.glob("wikidata*")),
        imdb=world / "imdb",
        wikipedia=world / "enwiki.xml.bz2",
    )
    ran = finished(started(tmp_path, target, options(world), "local[2]", *SMALL))
    assert ran.code == 0, ran.said
    assert "Traceback" not in ran.said
    assert "Warning" not in ran.said
    assert target.read_bytes() == (tmp_path / "local.basedon").read_bytes()


def executors(pid: int) -> list[int]:
    """The executors among a process's descendants that have started to read: a Python worker is below them."""
    found = []
    for child in descendants(pid):
        below = [command(each) for each in descendants(child)]
        if "CoarseGrainedExecutorBackend" in command(child) and any("pyspark.daemon" in each for each in below):
            found.append(child)
    return found


def command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    except OSError:
        return ""


def descendants(pid: int) -> list[int]:
    children = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children += map(int, path.read_text("ascii").split())
        except OSError:
            continue
    return [each for child in children for each in (child, *descendants(child))]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are found in Linux's /proc")
def test_an_executor_that_is_killed_costs_nothing_but_time(world: Path, tmp_path: Path) -> None:
    """A cluster of two, of which one is killed while it reads, with what it had read."""
    dump = world / "wikidata-2.json.bz2"
    basedon.build(tmp_path / "local.basedon", wikidata=dump)
    target = tmp_path / "spark.basedon"
    run = started(tmp_path, target, ["--wikidata", str(dump)], "local-cluster[2,1,1024]", *SMALL)
    killed: list[int] = []
    try:
        deadline = time.monotonic() + 240
        while run.poll() is None and not killed:
            assert time.monotonic() < deadline
            for pid in executors(run.pid)[:1]:
                os.kill(pid, 9)
                killed.append(pid)
            time.sleep(0.02)
        ran = finished(run)
    finally:
        run.kill()
    assert killed, "no executor was met while it was reading"
    assert ran.code == 0, ran.said
    assert target.read_bytes() == (tmp_path / "local.basedon").read_bytes()


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            RuntimeError("x\nCaused by: java.io.EOFException: end"),
            r"b\.json\.gz: Spark could not read it: java\.io\.EOF",
        ),
        (ConnectionRefusedError(111, "refused"), r"b\.json\.gz: Spark could not read it: "),
        (OSError(28, "No space left on device"), r"parts: can't be written \(No space left on device\); make room"),
    ],
)
def test_what_fails_is_named_and_what_is_done_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, told: str
) -> None:
    read: list[str] = []

    def reading(_: object, job: Job, folder: Path) -> None:
        read.append(job.dump)
        if job.dump == "b.json.gz" and read.count(job.dump) == 1:
            raise error
        PartWriter(folder, part_name(job)).finish(0, last=True)

    monkeypatch.setattr(spark, "read_dump", reading)
    monkeypatch.setattr(Spark, "session", lambda _: None)
    jobs = [Job(name, f"{name}.json.gz", Wikidata()) for name in "abc"]
    with pytest.raises(BadFile, match=told):
        Spark().run(jobs, tmp_path / "parts", lambda *_: None)
    Spark().run(jobs, tmp_path / "parts", lambda *_: None)
    assert read == ["a.json.gz", "b.json.gz", "b.json.gz", "c.json.gz"]


def test_batches_of_pieces_are_read_as_blocks_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is too long is left out and counted, as in stretches; empty pieces are none."""
    pyarrow = pytest.importorskip("pyarrow")
    monkeypatch.setattr(spark, "LONGEST", 100)
    thing = b'{"type":"item","id":"Q4","labels":{"en":{"language":"en","value":"Ada"}},"claims":{}}'
    batches = [
        pyarrow.RecordBatch.from_arrays([pyarrow.array(pieces, pyarrow.binary())], names=["piece"])
        for pieces in ([b"[", b"", thing + b",", b"x" * 101], [], [b""], [b"y" * 222], [b"]"])
    ]
    found = [
        (kind, frame)
        for batch in spark.reading(Wikidata())(batches)
        for kind, frame in zip(*(column.to_pylist() for column in batch.columns), strict=True)
    ]
    issues = [msgspec.msgpack.decode(frame, type=Issue).says for kind, frame in found if kind == b"I"]
    assert issues == ["a piece of 101 bytes was left out", "a piece of 222 bytes was left out"]
    assert [frame for kind, frame in found if kind == b"T"] == [b"4\t\tAda\t\t\t\n"]
    assert len(found) == 3


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            "An error occurred\n: org.apache.X: failed\n\tat a.b\nCaused by: java.io.EOFException: end\n\tat c",
            "java.io.EOFException: end",
        ),
        ("Job aborted.\nmore", "Job aborted."),
        ("", "RuntimeError"),
        ("x" * 5000, "x" * 200),
    ],
)
def test_the_innermost_cause_in_one_line(error: str, told: str) -> None:
    assert cause(RuntimeError(error)) == told
