"""Records on disk: found again by subject, in one order, each heard once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import msgspec
import pytest
from msgspec.structs import replace

from basedon.catalogue.store import Store
from basedon.model.evidence import Evidence
from basedon.model.record import Record
from basedon.model.statement import Predicate, Statement, Target

Say = Callable[..., Statement]
Stored = Callable[..., Store]

LAMP, FERRY = "wikidata:Q1", "wikidata:Q2"


def titles(store: Store, subject: str) -> list[str | None]:
    number = store.number(subject)
    assert number is not None
    return [s.target.title for s in store.said(number)]


def placed(path: Path, *records: Record) -> list[tuple[int, bytes]]:
    """Writes records between other bytes, as they lie in the part of a dump."""
    frames = []
    with path.open("wb") as file:
        for record in records:
            file.write(b"\xff\xff\xff\xff")
            frames.append((file.tell(), msgspec.msgpack.encode(record)))
            file.write(frames[-1][1])
    return frames


def test_everything_that_a_statement_holds_comes_back(stored: Stored) -> None:
    full = Statement(
        subject=LAMP,
        predicate=Predicate.REMAKE_OF,
        target=Target("The Lamp 灯", "film", "Aki Mori", 1950, FERRY),
        denied=True,
        hedge="loosely",
        kind="official",
        rank="preferred",
        evidence=(
            Evidence("press", "day", "page 1", "“words”", "1950-01-02", "https://lamp.example/"),
            Evidence("x", "", ""),
        ),
    )
    bare = Statement(subject=LAMP, predicate=Predicate.TRUE_STORY, evidence=(Evidence("wikidata", "Q1", "P1"),))
    assert stored([full, bare]).said(0) == [full, bare]


def test_a_subject_is_found_by_its_name_only(stored: Stored, say: Say) -> None:
    store = stored([say(FERRY, Predicate.TITLE, Target("Ferry")), say(LAMP, Predicate.TITLE, Target("Lamp"))])
    assert store.subjects == [LAMP, FERRY]
    assert [store.number(subject) for subject in (LAMP, FERRY)] == [0, 1]
    assert [store.number(subject) for subject in ("", "wikidata:Q", "wikidata:Q10", "wikidata:Q3")] == [None] * 4


def test_the_more_trusted_stream_is_heard_first(tmp_path: Path, say: Say) -> None:
    """Whichever was read first."""
    with Store(tmp_path) as store:
        for stream, title in ((2, "c"), (0, "a"), (1, "b")):
            store.say(stream, [say(LAMP, Predicate.TITLE, Target(title))], lambda _: None)
        store.say(1, [say(FERRY, Predicate.TITLE, Target("d"))], lambda _: None)
        store.sort()
        assert titles(store, LAMP) == ["a", "b", "c"]
        assert [store.trust(number) for number in (0, 1)] == [(0, LAMP), (1, FERRY)]


@pytest.mark.parametrize("seed", range(4))
def test_the_order_in_which_records_come_does_not_matter(tmp_path: Path, say: Say, seed: int) -> None:
    records = [
        (stream, say(f"wikidata:Q{n}", Predicate.TITLE, Target(title)))
        for stream in (0, 1)
        for n in range(3)
        for title in "ab"
    ]
    mixed = [*records]
    Random(seed).shuffle(mixed)  # noqa: S311
    heard = []
    for name, given in (("as they are", records), ("mixed", mixed)):
        (tmp_path / name).mkdir()
        with Store(tmp_path / name) as store:
            for stream, said in given:
                store.say(stream, [said], lambda _: None)
            store.sort()
            heard.append([store.said(number) for number in range(3)])
    assert mixed != records
    assert heard[0] == heard[1]
    assert [s.target.title for s in heard[0][0]] == ["a", "b", "a", "b"]


def test_a_record_that_one_stream_holds_twice_is_heard_once(stored: Stored, say: Say) -> None:
    lamp, akari, ferry = (
        say(subject, Predicate.TITLE, Target(title))
        for subject, title in ((LAMP, "Lamp"), (FERRY, "Akari"), (FERRY, "Ferry"))
    )
    store = stored([akari, lamp, ferry, lamp], [lamp])
    assert titles(store, LAMP) == ["Lamp", "Lamp"], "once in each stream"
    assert titles(store, FERRY) == ["Akari", "Ferry"]
    assert [(issue.record, issue.kind) for issue in store.twice()] == [(LAMP, "twice")]


def test_records_are_taken_where_they_lie(tmp_path: Path, say: Say) -> None:
    said = [say(LAMP, Predicate.TITLE, Target("Lamp")), say(LAMP, Predicate.YEAR, Target(year=1950))]
    records = [Record(LAMP, tuple(said)), Record(FERRY, (say(FERRY, Predicate.TITLE, Target("Ferry")),))]
    frames = placed(tmp_path / "part", *records)
    heard: list[Record] = []
    with Store(tmp_path) as store:
        store.take(0, tmp_path / "part", frames, heard.append)
        store.sort()
        assert store.said(0) == said
        assert titles(store, FERRY) == ["Ferry"]
    assert heard == records
    assert [path.name for path in tmp_path.iterdir()] == ["part"]


def test_what_stories_point_to_is_wanted(stored: Stored, say: Say) -> None:
    store = stored(
        [
            say(LAMP, Predicate.REMAKE_OF, Target(id="imdb:tt1")),
            say(LAMP, Predicate.SEQUEL_OF, Target(id="imdb:tt2")),
            say(LAMP, Predicate.REMAKE_OF, Target("Ferry")),
            say(LAMP, Predicate.SAME_AS, Target(id="imdb:tt3")),
            say(LAMP, Predicate.DIRECTOR, Target("Aki Mori", id="wikidata:Q9")),
        ]
    )
    assert store.wanted == {"imdb:tt1", "imdb:tt2"}


def test_what_is_said_is_resolved(stored: Stored, say: Say) -> None:
    store = stored([say(LAMP, Predicate.BASED_ON, Target(id=FERRY))], [say(LAMP, Predicate.TRUE_STORY)])
    store.resolve = lambda said: [replace(s, target=Target("Ferry")) for s in said if s.target.id]
    assert titles(store, LAMP) == ["Ferry"]


def test_a_source_has_as_many_records_as_it_tells_of_subjects(stored: Stored, say: Say) -> None:
    """Not as many as pieces that they come in."""
    pieces = [
        say(LAMP, Predicate.TITLE, Target("Lamp")),
        say(FERRY, Predicate.TITLE, Target("Ferry")),
        say(LAMP, Predicate.TRUE_STORY),
    ]
    read_elsewhere = replace(pieces[0], evidence=(Evidence("wikipedia", "Lamp", "infobox"),))
    assert stored(pieces, pieces[:1], [read_elsewhere]).records == {"wikidata": 2, "wikipedia": 1}


def test_an_empty_store_holds_nothing(stored: Stored) -> None:
    store = stored([], [])
    assert (store.subjects, store.number(LAMP), list(store.twice()), store.records) == ([], None, [], {})
