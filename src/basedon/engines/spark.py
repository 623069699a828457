"""Reads dumps with Spark: its own readers split and unpack them, from disks or stores, ours read the pieces."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from basedon.engines.engine import Job, Progress, too_long
from basedon.engines.parts import PartWriter, done
from basedon.engines.splitting import LONGEST
from basedon.errors import BadFile, BadUsage
from basedon.sources.given import Reader

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame, SparkSession

MASTER = "local[*]"
PIECES = 2000
"""Pieces that a reader is handed at once: some 20 MB of a dump."""

LONGEST_CAUSE = 200


class Spark:
    """The engine of a cluster; `master` is its address; without, the environment's (spark-submit) or this machine."""

    def __init__(self, master: str | None = None) -> None:
        try:
            import pyspark  # noqa: F401
        except ImportError as error:
            raise BadUsage(
                "the engine spark needs PySpark: pip install 'basedon[spark]', and Java 17 or newer"
            ) from error
        self.master = master
        self.own: SparkSession | None = None

    def run(self, jobs: Sequence[Job], folder: Path, progress: Progress) -> None:
        """Read all dumps into parts under `folder`, one a dump; see Engine. A dump that is done is not read again."""
        waiting = [job for job in jobs if done(folder / part_name(job)) is None]
        for number, job in enumerate(waiting):
            progress("reading with Spark", number, len(waiting))
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")  # PySpark's own, about versions of others
                    read_dump(self.session(), job, folder)
            except Exception as error:  # Py4J, Spark and Java have roots of their own
                if isinstance(error, OSError) and not isinstance(error, ConnectionError):
                    raise BadFile(f"{folder}: can't be written ({error.strerror}); make room, run it again") from error
                raise BadFile(f"{job.dump}: Spark could not read it: {cause(error)}") from error

    def session(self) -> SparkSession:
        """The session that is there, else a new one for all runs."""
        from pyspark.sql import SparkSession

        active = self.own or SparkSession.getActiveSession()
        if active is not None:
            return active
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        os.environ.setdefault("PYSPARK_DRIVER_PYTHON", sys.executable)
        builder = SparkSession.builder.appName("basedon").config("spark.ui.showConsoleProgress", "false")
        builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", str(PIECES))
        if self.master or "SPARK_ENV_LOADED" not in os.environ:
            builder = builder.master(self.master or MASTER)
        self.own = builder.getOrCreate()
        return self.own

    def close(self) -> None:
        """End the session, unless it was there before."""
        if self.own is not None:
            with suppress(Exception):  # of a cluster that is gone
                self.own.stop()
            self.own = None


def read_dump(spark: SparkSession, job: Job, folder: Path) -> None:
    """Read one dump into one part; what executors lose is read again by others before any of it is written."""
    from pyspark import StorageLevel

    frames = pieces(spark, job).mapInArrow(reading(job.reader), "kind binary, frame binary")
    frames.persist(StorageLevel.DISK_ONLY)
    part = PartWriter(folder, part_name(job))
    try:
        frames.count()
        for row in frames.toLocalIterator():
            part.add([(bytes(row.kind), bytes(row.frame))])
        part.finish(0, last=True)
    finally:
        part.abandon()
        frames.unpersist()


def pieces(spark: SparkSession, job: Job) -> DataFrame:
    """The pieces of a dump as bytes, without their separators."""
    from pyspark.sql.functions import col

    address = job.dump if "://" in job.dump else Path(job.dump).resolve().as_uri()
    text = spark.read.option("lineSep", job.reader.separator.decode()).text(address)
    return text.select(col("value").cast("binary").alias("piece"))


def reading(reader: Reader) -> Callable[[Iterable[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    """What executors do with batches of pieces: hand them to the reader as blocks."""

    def read(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow

        for batch in batches:
            every: list[bytes] = batch.column(0).to_pylist()
            given = [piece for piece in every if 0 < len(piece) <= LONGEST]
            frames = list(too_long(reader.source, [len(piece) for piece in every if len(piece) > LONGEST]).frames())
            if given:
                frames += reader.read(reader.separator.join(given) + reader.separator).frames()
            yield pyarrow.RecordBatch.from_arrays(
                [
                    pyarrow.array([kind for kind, _ in frames], "binary"),
                    pyarrow.array([f for _, f in frames], "binary"),
                ],
                names=["kind", "frame"],
            )

    return read


def part_name(job: Job) -> str:
    """The name of a dump's one part."""
    return f"{job.name}-spark"


def cause(error: Any) -> str:
    """The innermost cause that a Java error tells, in one line."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    told = [line.removeprefix("Caused by: ") for line in lines if line.startswith("Caused by: ")]
    return (told[-1] if told else lines[0] if lines else type(error).__name__)[:LONGEST_CAUSE]
