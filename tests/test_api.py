"""The Python door: `basedon.open()`, what the package names, its errors, and what it imports."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import basedon
from basedon import errors
from basedon.model.answer import FilmAnswer, Miss

HEAVY = ("rich", "rapidfuzz", "re2", "lzma", "anyascii", "sqlite3", "tomllib", "platformdirs", "unittest", "asyncio")


def test_everything_named_is_there_and_everything_public_is_named() -> None:
    assert sorted(basedon.__all__) == sorted(set(basedon.__all__))
    for name in basedon.__all__:
        assert hasattr(basedon, name), name
    public = {
        name
        for name, value in vars(basedon).items()
        if not name.startswith("_") and getattr(value, "__module__", "").startswith("basedon")
    }
    assert public - {"answered"} == set(basedon.__all__) - {"__version__"}
    for name in basedon.__all__:
        if name != "__version__":
            assert inspect.getdoc(getattr(basedon, name)), name


def test_every_error_is_in_the_drawn_tree_with_its_exit_code() -> None:
    drawn = dict(re.findall(r"^\+-- (\w+) .*exit code (\d)$", errors.__doc__ or "", re.MULTILINE))
    defined = {
        name: value
        for name, value in vars(errors).items()
        if inspect.isclass(value) and issubclass(value, errors.BasedonError) and value is not errors.BasedonError
    }
    assert set(drawn) == set(defined)
    assert {name: int(code) for name, code in drawn.items()} == {n: e.exit_code for n, e in defined.items()}
    assert sorted(errors.__all__) == sorted([*defined, "BasedonError"])
    assert set(errors.__all__) <= set(basedon.__all__)


def test_films_and_questions(small: Path) -> None:
    with basedon.open(small) as catalogue:
        film = catalogue.film("The Lamp", year=1962)
        assert isinstance(film, FilmAnswer)
        assert film.remake_of
        answer = catalogue.ask("What is it a remake of?", about=film)
        assert isinstance(answer, FilmAnswer)
        assert answer.work == film.work
        assert answer.kind == "lineage"
        assert film.work
        by_id = catalogue.ask("What is it a remake of?", about=film.work.id)
        assert isinstance(by_id, FilmAnswer)
        assert by_id.text == answer.text
        assert catalogue.lineage("Kandil").tree
        assert [work.title for work in catalogue.search("kandi")] == ["Kandil"]
        assert len(catalogue.search("lamp", limit=1)) == 1


def test_a_path_may_be_text(small: Path) -> None:
    with basedon.open(str(small)) as catalogue:
        assert catalogue.film("Kandil").found


def test_no_such_film_raises_and_names_the_nearest(small: Path) -> None:
    with basedon.open(small) as catalogue:
        with pytest.raises(basedon.NotFound, match=r"Near: Kandil \(1980\)"):
            catalogue.film("Kandill")
        with pytest.raises(basedon.NotFound):
            catalogue.lineage("Kandil", year=1900)
        with pytest.raises(basedon.BadUsage):
            catalogue.film(" ")
        with pytest.raises(basedon.BadUsage):
            catalogue.ask("")
        assert isinstance(catalogue.ask("is kandill true"), Miss)


def test_an_answer_about_several_films_is_no_film_to_ask_about(small: Path) -> None:
    with basedon.open(small) as catalogue:
        several = catalogue.ask("films by Joan Field")
        assert isinstance(several, FilmAnswer)
        assert isinstance(catalogue.ask("who directed it?", about=several), Miss)


def test_halves_of_characters_do_no_harm(small: Path) -> None:
    with basedon.open(small) as catalogue:
        assert isinstance(catalogue.ask("is \ud800 true"), Miss)
        with pytest.raises(basedon.NotFound):
            catalogue.film("\udcff")
        with pytest.raises(basedon.BadUsage):
            catalogue.ask("who directed it", about="\udcff")
        assert catalogue.search("\udcff\ud800") == ()


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(basedon.BadFile, match="no such file; give another"):
        basedon.open(tmp_path / "none.basedon")


def test_the_environment_names_a_catalogue(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BASEDON_CATALOGUE", str(small))
    with basedon.open() as catalogue:
        assert catalogue.film("Kandil").found


def imported(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after some code."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_importing_the_package_loads_next_to_nothing() -> None:
    loaded = imported("import basedon")
    assert {name for name in loaded if name.partition(".")[0] == "basedon"} <= {"basedon", "basedon.errors"}
    assert not loaded & {*HEAVY, "click", "msgspec"}


def test_the_version_is_printed_without_heavy_modules() -> None:
    run = "from basedon import cli\nsys.argv = ['basedon', '--version']\ntry: cli.main()\nexcept SystemExit: pass"
    assert not imported(run) & {*HEAVY, "msgspec"}


def test_an_answer_as_json_needs_no_heavy_module(small: Path) -> None:
    run = (
        "import basedon\nfrom basedon.forms import show\n"
        f"with basedon.open({str(small)!r}) as held:\n    show(held.ask('is kandil a true story'), 'json')"
    )
    assert not imported(run) & {"rich", "rapidfuzz", "re2", "tomllib"}
