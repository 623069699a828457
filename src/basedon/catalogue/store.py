"""All records that a build has read, on disk, found again by their subject; memory holds only where each one is."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

import msgspec

from basedon.model.issue import Issue
from basedon.model.record import Record
from basedon.model.statement import CONTINUES, Predicate, Statement

Frames = Iterable[tuple[int, bytes]]
"""Encoded records, each with its place in their file."""

Resolve = Callable[[Iterable[Statement]], list[Statement]]


POINTS = frozenset(
    {Predicate.BASED_ON, Predicate.INSPIRED_BY, Predicate.REMAKE_OF, Predicate.REMADE_AS, Predicate.FOLLOWED_BY}
) | frozenset(CONTINUES)
"""Predicates whose target may be a film."""


class Store:
    """Records of several streams, the more trusted stream first; usable as a context manager.

    `folder` takes the records of streams that are not on disk yet. The same records, added in any order to the same
    streams, are given back in one order.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.paths: list[Path] = []
        self.files: list[IO[bytes]] = []
        self.names: list[str] = []
        self.records: Counter[str] = Counter()
        """How many subjects each source tells of, once they are sorted."""
        self.sources: dict[str, int] = {}
        self.source = array("H")
        self.stream, self.file, self.at, self.size = array("H"), array("H"), array("Q"), array("L")
        self.subjects: list[str] = []
        """Every subject once, in order; a subject goes by its place here."""
        self.first = array("L")
        self.wanted: set[str] = set()
        """Identifiers that statements point to."""
        self.resolve: Resolve = list
        self.decoder = msgspec.msgpack.Decoder(Record)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        for file in self.files:
            file.close()

    def take(self, stream: int, path: Path, frames: Frames, heard: Callable[[Record], object]) -> None:
        """Take in the records of a file, which stays where it is; `heard` is told of each."""
        number = len(self.paths)
        self.paths.append(path)
        for at, frame in frames:
            record = self.decoder.decode(frame)
            heard(record)
            self.wanted.update(s.target.id for s in record.says if s.target.id and s.predicate in POINTS)
            source = record.says[0].evidence[0].source
            self.source.append(self.sources.setdefault(source, len(self.sources)))
            self.names.append(record.subject)
            self.stream.append(stream)
            self.file.append(number)
            self.at.append(at)
            self.size.append(len(frame))

    def say(self, stream: int, statements: Iterable[Statement], heard: Callable[[Record], object]) -> None:
        """Take in statements that come in order of their subjects, and keep them in a file."""
        path = self.folder / f"said-{len(self.paths):03d}"
        with path.open("wb") as file:
            self.take(stream, path, self.written(statements, file), heard)

    def written(self, statements: Iterable[Statement], file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
        """The statements as records, as they are written to a file."""
        encoder = msgspec.msgpack.Encoder()
        for record in records(statements):
            frame = encoder.encode(record)
            yield file.tell(), frame
            file.write(frame)

    def sort(self) -> None:
        """Put the records into their order: by subject, then the more trusted stream, then what they say."""
        order = sorted(range(len(self.names)), key=lambda n: (self.names[n], self.stream[n]))
        self.files = [path.open("rb") for path in self.paths]
        self.order = array("L", order)
        last = None
        sources = list(self.sources)
        told_of = dict.fromkeys(sources, 0)
        for place, number in enumerate(order):
            if self.names[number] != last:
                last = self.names[number]
                self.subjects.append(last)
                self.first.append(place)
            source = sources[self.source[number]]
            if told_of[source] != len(self.subjects):
                told_of[source] = len(self.subjects)
                self.records[source] += 1
        self.first.append(len(order))
        self.names = []

    def number(self, subject: str) -> int | None:
        """The number of a subject; None where nothing is said of it."""
        at = bisect_left(self.subjects, subject)
        return at if at < len(self.subjects) and self.subjects[at] == subject else None

    def trust(self, number: int) -> tuple[int, str]:
        """What sorts a subject among those of one work: its most trusted stream, then its name."""
        return self.stream[self.order[self.first[number]]], self.subjects[number]

    def said(self, number: int) -> list[Statement]:
        """All that is said of a subject, the more trusted stream first."""
        order = self.order[self.first[number] : self.first[number + 1]]
        frames = [(self.stream[n], self.frame(n)) for n in order]
        if len(frames) > 1:
            frames = sorted(set(frames))
        return self.resolve(s for _, frame in frames for s in self.decoder.decode(frame).says)

    def twice(self) -> Iterator[Issue]:
        """An issue for each subject of which one stream holds the same record twice; one of them is read."""
        for number, subject in enumerate(self.subjects):
            order = self.order[self.first[number] : self.first[number + 1]]
            if len(order) > 1 and len({(self.stream[n], self.frame(n)) for n in order}) < len(order):
                yield Issue(subject.partition(":")[0], subject, "twice", "the same record is there twice; one is read")

    def frame(self, n: int) -> bytes:
        """One record as it was encoded."""
        file = self.files[self.file[n]]
        file.seek(self.at[n])
        return file.read(self.size[n])


def records(statements: Iterable[Statement]) -> Iterator[Record]:
    """Statements as records, one for each run of the same subject."""
    run: list[Statement] = []
    for statement in statements:
        if run and statement.subject != run[0].subject:
            yield Record(run[0].subject, tuple(run))
            run = []
        run.append(statement)
    if run:
        yield Record(run[0].subject, tuple(run))
