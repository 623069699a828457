"""The catalogue's file is replaced while the server runs."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from basedon.errors import BadFile
from basedon.web.editions import Editions
from basedon.web.serving import application


def replaced(path: Path, other: Path) -> None:
    """Put another file in its place, as a build does."""
    fresh = path.with_suffix(".fresh")
    shutil.copy(other, fresh)
    fresh.replace(path)


@pytest.fixture
def path(small: Path, tmp_path: Path) -> Path:
    """A catalogue that may be replaced."""
    return Path(shutil.copy(small, tmp_path / "films.basedon"))


def test_a_new_file_answers_and_the_old_one_is_closed(path: Path, hostile: Path) -> None:
    editions = Editions(path, "1")
    before = editions.now
    assert not asyncio.run(editions.look())
    replaced(path, hostile)
    assert asyncio.run(editions.look())
    assert editions.now is not before
    assert editions.now.tag != before.tag
    assert before.catalogue.path == path
    with pytest.raises(BadFile, match="closed"):
        before.catalogue.query("SELECT 1")
    assert editions.now.catalogue.query("SELECT COUNT(*) FROM works") == [(10,)]
    editions.close()


def test_whoever_still_reads_the_old_one_reads_on(path: Path, hostile: Path) -> None:
    editions = Editions(path, "1")
    with editions.now.read() as catalogue:
        replaced(path, hostile)
        asyncio.run(editions.look())
        assert catalogue.query("SELECT COUNT(*) FROM works") != [(10,)]
    with pytest.raises(BadFile, match="closed"):
        catalogue.query("SELECT 1")
    editions.close()


def test_a_broken_or_missing_file_leaves_the_old_one_answering(
    path: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    editions = Editions(path, "1")
    broken = tmp_path / "broken"
    broken.write_bytes(b"no catalogue" * 1000)
    replaced(path, broken)
    assert not asyncio.run(editions.look())
    assert not asyncio.run(editions.look())
    assert caplog.text.count("goes on answering") == 1
    path.unlink()
    assert not asyncio.run(editions.look())
    assert editions.now.catalogue.query("SELECT 1") == [(1,)]
    editions.close()


def test_stored_answers_go_with_their_catalogue(path: Path, hostile: Path) -> None:
    door = application(path, watch=False)
    client = TestClient(door)
    assert client.get("/api/v1/film?title=Q900001").json()["found"]
    replaced(path, hostile)
    assert asyncio.run(door.editions.look())
    assert not client.get("/api/v1/film?title=Q900001").json()["found"]
    door.close()


def test_the_server_watches_the_file_by_itself(path: Path, hostile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    door = application(path)
    seen = []

    async def look() -> bool:
        seen.append(1)
        return False

    async def watch() -> None:
        await Editions.watch(door.editions, 0.001)

    monkeypatch.setattr(door.editions, "look", look)
    monkeypatch.setattr(door.editions, "watch", watch)
    with TestClient(door) as client:
        while not seen:
            client.get("/robots.txt")
    assert seen
