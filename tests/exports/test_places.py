"""Where exports go: whole or not at all, and nobody else's files are touched."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.writer import PAGE_SIZE
from basedon.errors import BadFile, BadUsage
from basedon.exports import csv, export, jsonl
from basedon.exports.places import MARKER


@pytest.fixture
def catalogue(small: Path) -> Iterator[Catalogue]:
    with Catalogue(small) as opened:
        yield opened


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_folder_tells_what_it_is(catalogue: Catalogue, tmp_path: Path) -> None:
    export(catalogue, "csv", tmp_path / "films")
    about = json.loads((tmp_path / "films" / MARKER).read_bytes())
    assert (about["form"], about["digest"]) == ("csv", catalogue.stamp.digest)
    assert "quoted empty field is an empty text" in about["notes"]
    assert [*about["files"], MARKER] == sorted([*about["files"], MARKER], key=lambda name: (name == MARKER, name))
    assert set(names(tmp_path / "films")) == {*about["files"], MARKER}
    assert names(tmp_path) == ["films"]
    assert (tmp_path / "films").stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("before", ["nothing", "an empty folder", "an export", "an export in another form"])
def test_a_folder_is_replaced_where_nothing_is_lost(catalogue: Catalogue, tmp_path: Path, before: str) -> None:
    target = tmp_path / "films"
    if before == "an empty folder":
        target.mkdir()
    elif before != "nothing":
        export(catalogue, "csv" if before == "an export" else "parquet", target)
    export(catalogue, "csv", target)
    assert (target / "works.csv").read_text("utf-8").startswith("work,id,type,")
    assert not list(target.glob("*.parquet"))
    assert names(tmp_path) == ["films"]


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"notes.txt": "mine"}, "is there and is no export of basedon"),
        ({MARKER: "{}"}, "is there and is no export of basedon"),
        ({MARKER: "{"}, "can't be read as an export"),
        ({MARKER: "[]"}, "can't be read as an export"),
        ({MARKER: '{"form": "csv", "digest": "x", "files": ["works.csv"]}', "mine.txt": ""}, "holds 'mine.txt'"),
        ({MARKER: '{"form": "csv", "digest": "x", "files": 3}', "mine.txt": ""}, "holds 'mine.txt'"),
    ],
)
def test_a_folder_with_anything_else_in_it_is_left_alone(
    catalogue: Catalogue, tmp_path: Path, files: dict[str, str], says: str
) -> None:
    target = tmp_path / "films"
    target.mkdir()
    for name, text in files.items():
        (target / name).write_text(text)
    with pytest.raises(BadUsage, match=says) as caught:
        export(catalogue, "csv", target)
    assert "\n" not in str(caught.value)
    assert {name: (target / name).read_text() for name in names(target)} == files
    assert names(tmp_path) == ["films"]


def test_a_file_where_a_folder_should_be_and_the_other_way_round(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(BadUsage, match="is a file; give the name of a folder"):
        export(catalogue, "csv", tmp_path / "file")
    with pytest.raises(BadUsage, match="is a folder; give the name of a file"):
        export(catalogue, "jsonl", tmp_path)
    assert (tmp_path / "file").read_text() == "mine"


def test_the_folder_one_is_in(catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadUsage, match="is the folder you are in"):
        export(catalogue, "csv", Path())


def test_the_catalogue_is_not_written_over(small: Path, tmp_path: Path) -> None:
    path = tmp_path / "films.basedon"
    path.write_bytes(small.read_bytes())
    (tmp_path / "link").symlink_to(path)
    for target in (path, tmp_path / "link"):
        with Catalogue(path) as catalogue, pytest.raises(BadUsage, match="is the catalogue itself"):
            export(catalogue, "jsonl", target)
    assert path.read_bytes() == small.read_bytes()


def test_a_link_leads_to_the_place_that_is_written(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real.jsonl").write_text("old")
    (tmp_path / "folder").symlink_to(tmp_path / "real")
    (tmp_path / "file").symlink_to(tmp_path / "real.jsonl")
    export(catalogue, "csv", tmp_path / "folder")
    export(catalogue, "jsonl", tmp_path / "file")
    assert (tmp_path / "folder").is_symlink()
    assert (tmp_path / "file").is_symlink()
    assert (tmp_path / "real" / "works.csv").is_file()
    assert (tmp_path / "real.jsonl").read_text("utf-8").startswith('{"schema":1,')


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_place_that_does_not_exist(catalogue: Catalogue, tmp_path: Path, form: str) -> None:
    with pytest.raises(BadFile, match=r"can't write there \(No such file or directory\); choose another folder"):
        export(catalogue, form, tmp_path / "nowhere" / "films")


class BoomError(Exception):
    """Anything that may go wrong in the middle."""


@pytest.mark.parametrize(
    ("error", "raised"),
    [
        (BoomError(), BoomError),
        (KeyboardInterrupt(), KeyboardInterrupt),
        (OSError(28, "No space left on device"), BadFile),
    ],
    ids=["bug", "Ctrl-C", "disk full"],
)
@pytest.mark.parametrize("form", ["csv", "jsonl"])
@pytest.mark.parametrize("old", [True, False])
def test_an_end_in_the_middle_leaves_what_was_there(
    catalogue: Catalogue,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    form: str,
    error: BaseException,
    raised: type[BaseException],
    old: bool,
) -> None:
    target = tmp_path / "films"
    if old:
        export(catalogue, form, target)

    def broken(*given: Any) -> Iterator[Any]:
        yield "" if form == "jsonl" else 1
        assert any(name.endswith(".part") for name in names(tmp_path)), "it is written beside"
        raise error

    monkeypatch.setattr(*((csv, "write") if form == "csv" else (jsonl, "pieces")), broken)
    with pytest.raises(raised) as caught:
        export(catalogue, form, target)
    assert names(tmp_path) == (["films"] if old else [])
    if raised is BadFile:
        assert "No space left on device" in str(caught.value)
        assert "\n" not in str(caught.value)
    if old:
        held = target / "works.csv" if form == "csv" else target
        assert "Plain Sight" in held.read_text("utf-8")


def test_an_old_folder_comes_back_when_the_new_one_can_t_be_moved(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "films"
    export(catalogue, "parquet", target)
    rename = Path.rename

    def refuse(path: Path, to: Path) -> Path:
        if to == target and path.name != "old":
            raise PermissionError(13, "Permission denied")
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(BadFile, match=r"Permission denied.*what was there is as it was"):
        export(catalogue, "csv", target)
    assert (target / "works.parquet").is_file()
    assert names(tmp_path) == ["films"]


@pytest.mark.parametrize("form", ["parquet", "csv", "ntriples"])
def test_a_limit_on_file_sizes(small: Path, tmp_path: Path, form: str) -> None:
    """The real thing: the system refuses to let a file grow."""
    pytest.importorskip("resource")
    script = (
        "import resource, signal, sys\nfrom pathlib import Path\n"
        "from basedon.catalogue.catalogue import Catalogue\nfrom basedon.errors import BadFile\n"
        "from basedon.exports import export\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n    export(Catalogue(Path(sys.argv[1])), sys.argv[3], Path(sys.argv[2]))\n"
        "except BadFile as error:\n    print(error)\n"
    )
    target = tmp_path / "films"
    command = [sys.executable, "-W", "ignore", "-c", script, str(small), str(target), form]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "could not be written" in printed
    assert printed.count("\n") == 1
    assert names(tmp_path) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_device_is_written_to_and_never_replaced(catalogue: Catalogue) -> None:
    with pytest.raises(BadFile, match=r"/dev/full: could not be written \(No space left on device\)"):
        export(catalogue, "jsonl", Path("/dev/full"))
    assert Path("/dev/full").is_char_device()
    export(catalogue, "jsonl", Path(os.devnull))
    assert Path(os.devnull).is_char_device()


def test_a_damaged_catalogue_is_a_bad_file(small: Path, tmp_path: Path) -> None:
    damaged = bytearray(small.read_bytes())
    with closing(sqlite3.connect(f"file:{small}?mode=ro", uri=True)) as connection:
        pages = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name IN ('titles', 'statements')")
        for (page,) in pages.fetchall():
            damaged[(page - 1) * PAGE_SIZE : page * PAGE_SIZE] = bytes(PAGE_SIZE)
    path = tmp_path / "films.basedon"
    path.write_bytes(damaged)
    with Catalogue(path) as catalogue:
        for form in ("csv", "jsonl", "graphml"):
            with pytest.raises(BadFile, match="damaged"):
                export(catalogue, form, tmp_path / "out")
    assert names(tmp_path) == ["films.basedon"]
