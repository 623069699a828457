"""Parts: a part is there whole or not at all, and gives back what went in."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from basedon.engines import parts
from basedon.engines.parts import Done, PartWriter
from basedon.model.evidence import Evidence
from basedon.model.issue import Issue
from basedon.model.record import Record
from basedon.model.statement import Predicate, Statement, Target
from basedon.sources.given import Given


def record(number: int) -> Record:
    subject = f"wikidata:Q{number}"
    at = (Evidence("wikidata", f"Q{number}", "label"),)
    return Record(
        subject, (Statement(subject=subject, predicate=Predicate.TITLE, target=Target("Salt Røad"), evidence=at),)
    )


GIVEN = Given(
    [record(1), record(2)],
    [Issue("wikidata", "Q3", "unreadable", "a line")],
    [b"4\t5\tAda\t\t\t", b"5\t6\tLow Tide\t\t\t"],
    [("title.basics", b"arrow")],
)


def test_a_part_gives_back_what_went_in(tmp_path: Path) -> None:
    writer = PartWriter(tmp_path, "dump-00000")
    writer.add(GIVEN.frames())
    writer.add(Given([record(3)]).frames())
    writer.finish(1234, last=True)
    part = tmp_path / "dump-00000"
    assert list(parts.records(part)) == [record(1), record(2), record(3)]
    assert list(parts.issues(part)) == GIVEN.issues
    assert list(parts.tables(part)) == GIVEN.tables
    assert parts.things(part).read_bytes() == b"4\t5\tAda\t\t\t\n5\t6\tLow Tide\t\t\t\n"
    assert parts.done(part) == Done(1234, last=True, records=3, things=2)


def test_each_frame_stands_at_the_place_that_is_told(tmp_path: Path) -> None:
    writer = PartWriter(tmp_path, "dump-00000")
    writer.add(GIVEN.frames())
    writer.finish(1, last=True)
    file = tmp_path / "dump-00000" / "records"
    for at, frame in parts.frames(file):
        assert file.read_bytes()[at : at + len(frame)] == frame


def test_nothing_is_there_before_a_part_is_finished(tmp_path: Path) -> None:
    writer = PartWriter(tmp_path, "dump-00000")
    writer.add(GIVEN.frames())
    assert parts.done(tmp_path / "dump-00000") is None
    assert parts.parts(tmp_path, "dump") == []
    writer.abandon()
    assert list(tmp_path.iterdir()) == []


def test_what_was_left_half_is_no_part_and_is_made_again(tmp_path: Path) -> None:
    killed = PartWriter(tmp_path, "dump-00000")
    killed.add(GIVEN.frames())
    assert parts.parts(tmp_path, "dump") == []
    writer = PartWriter(tmp_path, "dump-00000")
    writer.add(Given([record(9)]).frames())
    writer.finish(1, last=True)
    assert list(parts.records(tmp_path / "dump-00000")) == [record(9)]
    killed.abandon()


@pytest.mark.parametrize("written", [b"", b"{", b'{"end": "x"}'])
def test_a_part_whose_mark_is_broken_is_made_again(tmp_path: Path, written: bytes) -> None:
    """As after a power cut."""
    writer = PartWriter(tmp_path, "dump-00000")
    writer.add(GIVEN.frames())
    writer.finish(1, last=True)
    (tmp_path / "dump-00000" / parts.DONE).write_bytes(written)
    assert parts.done(tmp_path / "dump-00000") is None
    writer = PartWriter(tmp_path, "dump-00000")
    writer.add(Given([record(9)]).frames())
    writer.finish(2, last=True)
    assert parts.done(tmp_path / "dump-00000") == Done(2, last=True, records=1, things=0)


def test_parts_of_a_job_in_the_order_of_the_dump(tmp_path: Path) -> None:
    for name in ("a-00001-00000", "a-00000-00001", "b-00000-00000", "a-00000-00000"):
        PartWriter(tmp_path, name).finish(0, last=True)
    assert [part.name for part in parts.parts(tmp_path, "a")] == ["a-00000-00000", "a-00000-00001", "a-00001-00000"]
    assert list(parts.records(parts.parts(tmp_path, "a")[0])) == []


class Full(io.BytesIO):
    """A file on a full disk, which notices only when what is buffered is written."""

    def flush(self) -> None:
        raise OSError(28, "No space left on device")

    close = flush


def test_a_full_disk_hides_no_other_error_and_leaves_nothing(tmp_path: Path) -> None:
    writer = PartWriter(tmp_path, "dump-00000")
    writer.add(GIVEN.frames())
    for file in writer.files.values():
        file.close()
    writer.files = {kind: Full() for kind in writer.files}
    with pytest.raises(OSError, match="No space left"):
        writer.finish(0, last=True)
    writer.abandon()
    assert list(tmp_path.iterdir()) == []
