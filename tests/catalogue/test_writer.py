from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from basedon.building import build
from basedon.catalogue import writer
from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.filling import Filling
from basedon.errors import BadFile
from basedon.model.evidence import Evidence
from basedon.model.issue import Issue
from basedon.model.statement import Predicate, Statement, Target

Film = Callable[..., list[Statement]]
Streams = list[list[Statement]]


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def digest_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def shuffled_records(stream: list[Statement], seed: int) -> list[Statement]:
    """The same records in another order, each with its statements as they were."""
    records: dict[str, list[Statement]] = {}
    for statement in stream:
        records.setdefault(statement.subject, []).append(statement)
    order = list(records)
    Random(seed).shuffle(order)  # noqa: S311
    return [statement for subject in order for statement in records[subject]]


def test_the_same_statements_give_the_same_file(tmp_path: Path, small: Path, small_said: Streams) -> None:
    digest = build(tmp_path / "again.basedon", small_said)
    assert (tmp_path / "again.basedon").read_bytes() == small.read_bytes()
    with Catalogue(small) as held:
        assert held.stamp.digest == digest


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_records_in_a_stream_does_not_matter(
    tmp_path: Path, small: Path, small_said: Streams, seed: int
) -> None:
    mixed = [shuffled_records(stream, seed) for stream in small_said]
    assert mixed != small_said
    build(tmp_path / "mixed.basedon", mixed)
    assert digest_of(tmp_path / "mixed.basedon") == digest_of(small)


def test_no_secret_order_of_python_s_sets_matters(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from basedon.building import build; from basedon.sources import curated\n"
        "from basedon.starter.making import FOLDER\n"
        "files = sorted((FOLDER / 'families').glob('m*.toml'))\n"
        "print(build(Path(sys.argv[1]), [[s for f in files for s in curated.statements(f)]]))\n"
    )
    made = []
    for seed in ("1", "2", "77"):
        path = tmp_path / f"{seed}.basedon"
        printed = subprocess.run(
            [sys.executable, "-c", script, str(path)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        made.append((printed, digest_of(path)))
    assert made[0] == made[1] == made[2]


def test_streams_may_be_read_once_only(tmp_path: Path, small: Path, small_said: Streams) -> None:
    def once() -> Iterator[Iterator[Statement]]:
        yield from map(iter, small_said)

    build(tmp_path / "lazy.basedon", once())
    assert digest_of(tmp_path / "lazy.basedon") == digest_of(small)


@pytest.mark.parametrize("part", ["title", "evidence", "denied", "order of streams"])
def test_the_digest_changes_with_anything_held(tmp_path: Path, film: Film, part: str) -> None:
    def streams(**changed: Any) -> Streams:
        quote = changed.get("quote")
        said = Statement(
            subject="wikidata:Q1",
            predicate=Predicate.TRUE_STORY,
            denied=changed.get("denied", False),
            evidence=(Evidence("wikidata", "Q1", "P1", quote),),
        )
        one, other = (
            film("wikidata:Q1", changed.get("title", "One"), 1990),
            film("wikipedia:X", "Uno", 1991, None, "wikidata:Q1"),
        )
        return [[*one, said], other]

    before = build(tmp_path / "a", streams())
    changed = {
        "title": streams(title="Two"),
        "evidence": streams(quote="words"),
        "denied": streams(denied=True),
        "order of streams": streams()[::-1],
    }
    assert build(tmp_path / "b", streams()) == before
    assert build(tmp_path / "c", changed[part]) != before


def test_nothing_but_the_catalogue_is_left_in_the_folder(tmp_path: Path, small_said: Streams) -> None:
    mask = os.umask(0o077)
    try:
        build(tmp_path / "films.basedon", small_said)
    finally:
        os.umask(mask)
    assert files(tmp_path) == ["films.basedon"]
    assert (tmp_path / "films.basedon").stat().st_mode & 0o777 == 0o644


def test_a_new_catalogue_takes_the_old_one_s_place_at_once(tmp_path: Path, small_said: Streams, film: Film) -> None:
    path = tmp_path / "films.basedon"
    build(path, [film("wikidata:Q1", "One", 1990)])
    with Catalogue(path) as old:
        build(path, small_said)
        assert [work.title for work in old.works(range(1, 99)).values()] == ["One"], "a reader keeps what it opened"
    with Catalogue(path) as new:
        assert len(new.works(range(1, 99))) == 16


def test_a_new_catalogue_is_on_the_disk_before_it_takes_the_old_one_s_place(
    tmp_path: Path, small_said: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First the file is, and then the folder that names it."""
    path = tmp_path / "films.basedon"
    path.write_text("the old one")
    there: list[bytes] = []
    fsync = os.fsync

    def watched(handle: int) -> None:
        fsync(handle)
        there.append(path.read_bytes()[:6])

    monkeypatch.setattr(os, "fsync", watched)
    build(path, small_said)
    assert there == [b"the ol", b"SQLite"]


class BoomError(Exception):
    """Anything that may go wrong in the middle."""


def broken(said: list[Statement]) -> Iterator[Statement]:
    yield from said
    raise BoomError


def test_a_source_that_breaks_off_leaves_the_old_file(tmp_path: Path, small_said: Streams, film: Film) -> None:
    path = tmp_path / "films.basedon"
    build(path, small_said)
    before = digest_of(path)
    with pytest.raises(BoomError):
        build(path, [broken(film("wikidata:Q1", "One", 1990))])
    assert (files(tmp_path), digest_of(path)) == (["films.basedon"], before)


@pytest.mark.parametrize("old", [True, False])
@pytest.mark.parametrize(
    ("error", "raised"),
    [
        (BoomError(), BoomError),
        (KeyboardInterrupt(), KeyboardInterrupt),
        (OSError(28, "No space left on device"), BadFile),
    ],
    ids=["bug", "Ctrl-C", "disk full"],
)
def test_an_end_in_the_middle_of_writing(
    tmp_path: Path,
    small_said: Streams,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    raised: type[BaseException],
    old: bool,
) -> None:
    path = tmp_path / "films.basedon"
    if old:
        path.write_text("the old one")

    def stories(filling: Filling) -> list[Issue]:
        filling.tables.flush()
        (made,) = filling.tables.connection.execute("SELECT COUNT(*) FROM works").fetchone()
        assert made == 16, "the works are written, what is said of them is not"
        assert (tmp_path / ".films.basedon.building" / "catalogue").exists(), "it is written beside"
        raise error

    monkeypatch.setattr(Filling, "stories", stories)
    with pytest.raises(raised):
        build(path, small_said)
    assert files(tmp_path) == (["films.basedon"] if old else [])
    assert not old or path.read_text() == "the old one"


def test_a_full_disk_as_sqlite_tells_it(tmp_path: Path, small_said: Streams, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not grow beyond a few pages stands for the full disk."""
    path = tmp_path / "films.basedon"
    path.write_text("the old one")
    connect = sqlite3.connect

    def small_disk(*given: Any, **more: Any) -> sqlite3.Connection:
        connection = connect(*given, **more)
        connection.execute(f"PRAGMA page_size = {writer.PAGE_SIZE}")
        connection.execute("PRAGMA max_page_count = 4")
        return connection

    monkeypatch.setattr(sqlite3, "connect", small_disk)
    with pytest.raises(
        BadFile, match=r"films\.basedon: could not be written \(.*full.*\); the old file, if any"
    ) as caught:
        build(path, small_said)
    assert "\n" not in str(caught.value)
    assert files(tmp_path) == ["films.basedon"]
    assert path.read_text() == "the old one"


@pytest.mark.parametrize(
    ("share", "told"),
    [(0.1, "File too large; make room, or choose another folder"), (0.95, "could not be written")],
    ids=["records", "catalogue"],
)
def test_a_limit_on_file_sizes(tmp_path: Path, share: float, told: str) -> None:
    """The real thing: the system refuses to let the file grow, be it the records' or the catalogue's."""
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from basedon.building import build; from basedon.errors import BadFile; from basedon.sources import curated\n"
        "from basedon.starter.making import FOLDER\n"
        "said = [s for f in sorted((FOLDER / 'families').glob('m*.toml')) for s in curated.statements(f)]\n"
        "target = Path(sys.argv[1])\n"
        "build(target, [said])\n"
        "limit = round(target.stat().st_size * float(sys.argv[2]))\n"
        "target.write_text('the old one')\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))\n"
        "try:\n    build(target, [said])\n"
        "except BadFile as error:\n    print(error)\n"
    )
    pytest.importorskip("resource")
    path = tmp_path / "films.basedon"
    printed = subprocess.run(
        [sys.executable, "-c", script, str(path), str(share)], capture_output=True, text=True, check=True
    ).stdout
    assert told in printed
    assert (files(tmp_path), path.read_text()) == (["films.basedon"], "the old one")


def test_a_folder_that_does_not_exist(tmp_path: Path, small_said: Streams) -> None:
    with pytest.raises(BadFile, match=r"can't write there .*No such file or directory.*choose another folder"):
        build(tmp_path / "nowhere" / "films.basedon", small_said)
    assert files(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path, small_said: Streams) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(BadFile, match=r"can't write there \(Permission denied\)"):
        build(folder / "films.basedon", small_said)


def test_a_folder_whose_writing_is_refused(
    tmp_path: Path, small_said: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*given: Any, **more: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(BadFile, match=r"can't write there \(Permission denied\); choose another folder"):
        build(tmp_path / "films.basedon", small_said)
    assert files(tmp_path) == []


def test_a_target_that_is_a_folder(tmp_path: Path, small_said: Streams) -> None:
    (tmp_path / "films.basedon").mkdir()
    with pytest.raises(BadFile, match=r"films\.basedon: is a folder; give the name of a file"):
        build(tmp_path / "films.basedon", small_said)
    assert files(tmp_path) == ["films.basedon"]
    assert files(tmp_path / "films.basedon") == []


def test_a_target_that_is_a_file_s_child(tmp_path: Path, small_said: Streams) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BadFile, match="can't write there"):
        build(tmp_path / "file" / "films.basedon", small_said)


def test_no_statements_give_an_empty_catalogue_that_opens(tmp_path: Path) -> None:
    build(tmp_path / "none.basedon", [])
    with Catalogue(tmp_path / "none.basedon") as held:
        assert held.works([1]) == {}
        assert held.info().counts["works"] == 0


def test_hostile_words_stay_words(tmp_path: Path, film: Film) -> None:
    titles = ["Robert'); DROP TABLE works;--", "\x00", "a\x00b", "%s {record} ?", "\U0010ffff", "\u202e", "x" * 10_000]
    said = [s for n, title in enumerate(titles, 1) for s in film(f"wikidata:Q{n}", title, 1990)]
    build(tmp_path / "hostile.basedon", [said])
    with Catalogue(tmp_path / "hostile.basedon") as held:
        assert sorted(work.title for work in held.works(range(1, 99)).values()) == sorted(titles)


def test_target_of_a_statement_without_a_title_is_kept(tmp_path: Path, film: Film) -> None:
    said = Statement(
        subject="wikidata:Q1",
        predicate=Predicate.BASED_ON,
        target=Target(id="wikidata:Q5"),
        evidence=(Evidence("wikidata", "Q1", "P144"),),
    )
    build(tmp_path / "x.basedon", [[*film("wikidata:Q1", "One"), said]])
    with Catalogue(tmp_path / "x.basedon") as held:
        assert held.told(1)[0].statement.target == Target(id="wikidata:Q5")
        assert held.query("SELECT id FROM statements") == [(said.id,)]
