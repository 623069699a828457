"""The folder beside a catalogue: only what can go on is left in it, and one build at a time works there."""

from __future__ import annotations

from pathlib import Path

import pytest

from basedon.building.workshop import workshop
from basedon.errors import BadFile


class StopError(Exception):
    """The end of a build before it is done."""


def begun(target: Path, made_of: str) -> Path:
    """The folder of a build that ends early, with one part made."""

    def build() -> None:
        with workshop(target, made_of) as folder:
            (folder / "part").mkdir()
            (folder / "part" / "records").write_text("read")
            raise StopError

    with pytest.raises(StopError):
        build()
    return target.parent / f".{target.name}.building"


def test_a_build_of_the_same_dumps_goes_on(tmp_path: Path) -> None:
    left = begun(tmp_path / "films.basedon", "dumps of May")
    with workshop(tmp_path / "films.basedon", "dumps of May") as folder:
        assert folder == left
        assert (folder / "part" / "records").read_text() == "read"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("made_of", ["dumps of June", ""])
def test_a_build_of_others_begins_anew(tmp_path: Path, made_of: str) -> None:
    begun(tmp_path / "films.basedon", "dumps of May")
    with workshop(tmp_path / "films.basedon", made_of) as folder:
        assert not (folder / "part").exists()


def test_what_is_not_made_of_dumps_leaves_nothing(tmp_path: Path) -> None:
    begun(tmp_path / "films.basedon", "")
    assert list(tmp_path.iterdir()) == []


def test_two_builds_of_one_catalogue_are_one_too_many(tmp_path: Path) -> None:
    with workshop(tmp_path / "films.basedon", "dumps") as folder:
        (folder / "part").mkdir()
        with (
            pytest.raises(BadFile, match=r"films\.basedon: another build is writing it"),
            workshop(tmp_path / "films.basedon", "other dumps"),
        ):
            pass
        with workshop(tmp_path / "other.basedon", "dumps"):
            pass
        assert (folder / "part").exists()


def test_a_full_disk_is_told_of_with_the_folder(tmp_path: Path) -> None:
    with (
        pytest.raises(BadFile, match=r"\.films\.basedon\.building: No space left on device; make room"),
        workshop(tmp_path / "films.basedon", "dumps"),
    ):
        raise OSError(28, "No space left on device")
