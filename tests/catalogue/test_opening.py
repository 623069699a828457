from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from basedon.catalogue.catalogue import Catalogue
from basedon.errors import BadFile


@pytest.fixture
def copy(small: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(small, tmp_path / "films.basedon"))


def refused(path: Path) -> str:
    """The one line with which a file is refused, nothing being written beside it."""
    folder = path.parent
    before = {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()} if folder.is_dir() else {}
    with pytest.raises(BadFile) as caught:
        Catalogue(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    assert "--catalogue FILE" in message, "it says what to do next"
    assert caught.value.exit_code == 3
    assert before == ({p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()} if folder.is_dir() else {})
    return message


def pragma(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(sql)
        connection.commit()


def test_a_missing_file(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "films.basedon")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "nowhere" / "films.basedon")


def test_a_folder(tmp_path: Path) -> None:
    refused(tmp_path)


def test_a_name_too_long_for_any_file(tmp_path: Path) -> None:
    refused(tmp_path / ("x" * 5000))


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    with pytest.raises(BadFile):
        Catalogue(tmp_path / "a\x00b")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"x",
        b"Hello, this is a letter.\n" * 400,
        b"SQLite format 3\x00",
        b"SQLite format 3\x00" + bytes(84),
        b"SQLite format 3\x00" + bytes(20_000),
        bytes(20_000),
        b"\xfd7zXZ\x00" + bytes(range(256)) * 40,
        "<!doctype html><title>404</title>".encode("utf-16"),
    ],
    ids=["empty", "one byte", "letter", "magic", "bare header", "header and nothing", "zeros", "xz", "html"],
)
def test_a_file_that_is_no_catalogue(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "films.basedon"
    path.write_bytes(content)
    refused(path)


@pytest.mark.parametrize("parts", [1, 5, 10, 25, 50, 75, 90, 99])
def test_a_file_cut_off(copy: Path, parts: int) -> None:
    content = copy.read_bytes()
    copy.write_bytes(content[: len(content) * parts // 100])
    refused(copy)


@pytest.mark.parametrize("less", [1, 100, 8191, 8192, 8193])
def test_a_file_that_lacks_its_end(copy: Path, less: int) -> None:
    copy.write_bytes(copy.read_bytes()[:-less])
    assert "cut off" in refused(copy) or "damaged" in refused(copy)


@pytest.mark.parametrize("size", [16, 50, 99, 100, 101, 512, 4096, 8192, 8193, 16_384])
def test_a_file_cut_off_near_its_beginning(copy: Path, size: int) -> None:
    copy.write_bytes(copy.read_bytes()[:size])
    refused(copy)


def test_another_program_s_sqlite_file(tmp_path: Path) -> None:
    path = tmp_path / "firefox.sqlite"
    pragma(path, "CREATE TABLE works (work INTEGER)")
    assert "no basedon catalogue" in refused(path)


def test_another_program_s_file_with_a_name_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "films.gpkg"
    pragma(path, "CREATE TABLE about (key, value)")
    pragma(path, "PRAGMA application_id = 1196444487")
    assert "no basedon catalogue" in refused(path)


def test_our_mark_on_a_file_without_our_tables(tmp_path: Path) -> None:
    path = tmp_path / "films.basedon"
    pragma(path, "CREATE TABLE other (x)")
    pragma(path, "PRAGMA application_id = 0x62736F6E")
    refused(path)


@pytest.mark.parametrize("version", [2, 3, 999, 2**31 - 1])
def test_a_catalogue_of_a_newer_schema(copy: Path, version: int) -> None:
    pragma(copy, f"PRAGMA user_version = {version}")
    message = refused(copy)
    assert f"newer basedon (schema {version})" in message
    assert "upgrade" in message


def test_a_build_that_was_never_finished(copy: Path) -> None:
    pragma(copy, "DELETE FROM about WHERE key = 'digest'")
    assert "never finished" in refused(copy)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read(copy: Path) -> None:
    copy.chmod(0)
    with pytest.raises(BadFile, match="Permission denied"):
        Catalogue(copy)


@pytest.mark.parametrize("name", ["stat", "open"])
def test_a_file_whose_reading_is_refused(copy: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    real: Callable[..., Any] = getattr(Path, name)

    def refuse(path: Path, *given: Any, **more: Any) -> Any:
        if path == copy:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *given, **more)

    monkeypatch.setattr(Path, name, refuse)
    with pytest.raises(BadFile, match="Permission denied"):
        Catalogue(copy)


def test_damage_in_the_middle_shows_as_bad_file_when_it_is_met(copy: Path) -> None:
    content = bytearray(copy.read_bytes())
    content[3 * 8192 :] = b"\xff" * (len(content) - 3 * 8192)
    copy.write_bytes(content)
    before = copy.read_bytes()

    def read_all() -> None:
        with Catalogue(copy) as held:
            held.info()
            held.works(range(1, 20))

    with pytest.raises(BadFile) as caught:
        read_all()
    assert "\n" not in str(caught.value)
    assert "damaged" in str(caught.value)
    assert copy.read_bytes() == before


@pytest.mark.parametrize(
    "name", ["what? 100% #1.basedon", "ä ö – 7번방.basedon", "a&b;c=d.basedon", "sp ace", "'\".basedon"]
)
def test_any_file_name_will_do(copy: Path, name: str) -> None:
    with Catalogue(copy.rename(copy.with_name(name))) as held:
        assert held.work(1).title


def test_a_relative_name(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copy.parent)
    with Catalogue(Path(copy.name)) as held:
        assert held.work(1).title


def test_a_link(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(copy)
    with Catalogue(tmp_path / "link") as held:
        assert held.work(1).title
    copy.unlink()
    assert "no such file" in refused(tmp_path / "link")


def test_a_catalogue_can_be_read_but_not_written(copy: Path) -> None:
    before = copy.read_bytes()
    with Catalogue(copy) as held:
        for sql in ("DELETE FROM works", "CREATE TABLE x (y)", "PRAGMA user_version = 7"):
            with pytest.raises(BadFile):
                held.query(sql)
    assert copy.read_bytes() == before
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


def test_a_file_that_another_program_holds_locked_is_read_all_the_same(copy: Path) -> None:
    with closing(sqlite3.connect(copy, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with Catalogue(copy) as held:
            assert len(held.works(range(1, 99))) == 16
        other.execute("ROLLBACK")


def test_a_read_only_file_in_a_read_only_folder(copy: Path) -> None:
    copy.chmod(0o444)
    copy.parent.chmod(0o555)
    try:
        with Catalogue(copy) as held:
            assert held.info().counts["works"] == 16
    finally:
        copy.parent.chmod(0o755)


def test_a_journal_left_by_somebody_else_changes_nothing(copy: Path) -> None:
    """A hot journal would be rolled back by a program that may write."""
    copy.with_name(f"{copy.name}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))
    before = copy.read_bytes()
    with Catalogue(copy) as held:
        assert len(held.works(range(1, 99))) == 16
    assert copy.read_bytes() == before


def test_a_refused_file_is_let_go(copy: Path) -> None:
    pragma(copy, "PRAGMA user_version = 9")
    descriptors = Path("/proc/self/fd")
    if not descriptors.is_dir():
        pytest.skip("open files can't be counted here")
    for _ in range(3):
        refused(copy)
    assert not [fd for fd in descriptors.iterdir() if fd.is_symlink() and fd.readlink() == copy]


def test_after_closing_there_is_nothing_to_ask(copy: Path) -> None:
    with Catalogue(copy) as held:
        pass
    with pytest.raises((BadFile, sqlite3.ProgrammingError)):
        held.works([1])
