"""The register of exports, and what all of them have in common."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from basedon.catalogue.catalogue import Catalogue
from basedon.errors import BadUsage
from basedon.exports import EXPORTS, STANDARD_OUTPUT, export

FOLDERS = [form for form, about in EXPORTS.items() if about.folder]
FILES = [form for form, about in EXPORTS.items() if not about.folder]


def written(target: Path) -> dict[str, bytes]:
    """Every file of an export with its bytes."""
    paths = sorted(target.iterdir()) if target.is_dir() else [target]
    return {path.name: path.read_bytes() for path in paths}


def test_every_module_of_the_room_is_a_form_or_serves_one() -> None:
    folder = Path(str(import_module("basedon.exports").__file__)).parent
    served = {"__init__", "edges", "places", "reified", "terms"}
    assert {path.stem for path in folder.glob("*.py")} - served == set(EXPORTS)
    assert all(about.adds for about in EXPORTS.values())


def test_an_unknown_form_names_those_there_are(held: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(BadUsage, match=r"no export 'xlsx': choose one of parquet, csv, jsonl"):
        export(held, "xlsx", tmp_path / "films")


@pytest.mark.parametrize("form", EXPORTS)
def test_the_same_catalogue_gives_the_same_bytes(held: Catalogue, tmp_path: Path, form: str) -> None:
    for name in ("one", "two"):
        export(held, form, tmp_path / name)
    one, two = written(tmp_path / "one"), written(tmp_path / "two")
    assert list(one.values()) == list(two.values())
    assert all(one.values()) or form == "quickstatements"


def test_no_secret_order_of_python_s_sets_matters(small: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from basedon.catalogue.catalogue import Catalogue; from basedon.exports import EXPORTS, export\n"
        "with Catalogue(Path(sys.argv[1])) as held:\n"
        "    for form in EXPORTS:\n        export(held, form, Path(sys.argv[2]) / form)\n"
    )
    made = []
    for seed in ("1", "77"):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", script, str(small), str(folder)], env=environment, check=True)
        made.append({form: written(folder / form) for form in EXPORTS})
    assert made[0] == made[1]


@pytest.mark.parametrize("form", FILES)
def test_standard_output_gets_what_a_file_gets(
    held: Catalogue, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], form: str
) -> None:
    export(held, form, tmp_path / "file")
    export(held, form, STANDARD_OUTPUT)
    assert capfdbinary.readouterr().out == (tmp_path / "file").read_bytes()


@pytest.mark.parametrize("form", FOLDERS)
def test_a_folder_does_not_go_to_standard_output(held: Catalogue, form: str) -> None:
    with pytest.raises(BadUsage, match="give a folder to write, not standard output"):
        export(held, form, STANDARD_OUTPUT)


@pytest.mark.parametrize("form", EXPORTS)
def test_an_export_can_be_watched(held: Catalogue, tmp_path: Path, form: str) -> None:
    seen: list[Any] = []

    def watch(pieces: Iterable[Any]) -> Iterator[Any]:
        for piece in pieces:
            seen.append(piece)
            yield piece

    export(held, form, tmp_path / "target", watch)
    assert seen or form == "quickstatements"


def test_importing_the_register_loads_nothing_heavy() -> None:
    script = (
        "import sys, basedon.exports; print(sorted({m.split('.')[0] for m in sys.modules} & {'pyarrow', 'sqlite3'}))"
    )
    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "[]"
