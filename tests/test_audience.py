"""`basedon trending` and `basedon reception` as a user meets them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.charted import GLOBAL, WORLD, charted, film, lines

import basedon
from basedon import cli
from basedon.building import build
from basedon.building.beside import with_charts
from basedon.catalogue.catalogue import Catalogue
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target

AT = (Evidence("wikidata", "Q9", "P144"),)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue with charts."""
    return charted(tmp_path_factory.mktemp("charts") / "charts.basedon")


@pytest.fixture
def run(catalogue: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the program on the catalogue with charts."""
    monkeypatch.setattr("signal.signal", lambda *_: None)
    monkeypatch.setenv("BASEDON_CATALOGUE", str(catalogue))

    def ran(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["basedon", *arguments])
        capsys.readouterr()
        code = 0
        try:
            cli.main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        return code, *capsys.readouterr()

    return ran


def test_the_list_of_a_country_and_week(run: Run) -> None:
    code, out, _ = run("trending", "--country", "uk", "--week", "2022-03-03")
    assert code == 0
    assert "The Salt Road (2021)" in out
    assert "What people will ask" in out


def test_as_json_it_is_an_answer_with_a_table_and_the_list(run: Run) -> None:
    code, out, _ = run("trending", "--country", "GB", "--week", "2022-03-06", "--json")
    made = json.loads(out)
    assert (code, made["schema"], made["found"], made["kind"], made["work"]) == (0, 1, True, "trending", None)
    assert made["table"]["rows"][0][:3] == [1, "The Salt Road", 2021]
    assert made["trend"]["country"] == "GB"
    assert made["trend"]["places"][0]["work"]["id"] == "wikidata:Q1"
    assert made["trend"]["places"][0]["questions"][0]["answered"] is True


def test_a_list_that_is_not_held_exits_with_1_and_what_is_none_with_2(run: Run) -> None:
    assert run("trending", "--country", "FJ")[0] == 1
    for wrong in (
        ["--country", "ZZ"],
        ["--week", "soon"],
        ["--category", "songs"],
        ["--form", "svg"],
        ["--year", "2020"],
    ):
        code, out, err = run("trending", *wrong)
        assert (code, out) == (2, ""), wrong
        assert err.count("\n") == 1
    assert run("trending", "--film", "The Salt Road", "--country", "GB")[0] == 2


def test_the_weeks_of_one_film_as_blocks_and_drawing(run: Run) -> None:
    code, out, _ = run("trending", "--film", "The Salt Road")
    assert code == 0
    assert "2022-02-27 ▇█·█ 2022-03-20" in out
    code, out, _ = run("trending", "--film", "The Salt Road", "--form", "svg")
    assert code == 0
    assert out.startswith("<svg ")


def test_charts_can_be_given_beside_a_catalogue_that_holds_none(
    run: Run, small: Path, catalogue: Path, tmp_path: Path
) -> None:
    charts = tmp_path / "all-weeks-countries.tsv"
    given = (catalogue.parent / "all-weeks-countries.tsv").read_text("utf-8").replace("The Salt Road", "Kandil")
    charts.write_text(given, "utf-8")
    code, out, _ = run("trending", "--catalogue", str(small), "--netflix", str(charts), "--country", "KR", "--json")
    made = json.loads(out)
    assert code == 0
    assert made["table"]["rows"][0][:2] == [4, "Kandil"]
    assert (
        made["catalogue"]["digest"]
        != json.loads(run("film", "Kandil", "--catalogue", str(small), "--json")[1])["catalogue"]["digest"]
    )
    assert run("trending", "--catalogue", str(small), "--country", "KR")[0] == 1, "the catalogue itself is as it was"
    for wrong in (tmp_path / "none.tsv", small):
        assert run("trending", "--catalogue", str(small), "--netflix", str(wrong))[0] == 3
    charts.write_text(given.splitlines()[0] + "\n", "utf-8")
    assert run("trending", "--catalogue", str(small), "--netflix", str(charts))[0] == 3


def test_beside_a_catalogue_a_new_remake_is_meant_as_in_a_build(tmp_path: Path) -> None:
    facts = [
        Statement(subject="wikidata:Q9", predicate=Predicate.REMAKE_OF, target=Target(id="wikidata:Q8"), evidence=AT)
    ]
    films = [*film("wikidata:Q8", "Mavi Ev", 2019), *film("wikidata:Q9", "Mavi Ev", 2022), *facts]
    charts = tmp_path / "all-weeks-global.tsv"
    charts.write_text(lines(WORLD, list(GLOBAL)), "utf-8")
    build(tmp_path / "with.basedon", [films], netflix=[charts])
    build(tmp_path / "without.basedon", [films])
    sql = "SELECT charts.title, id FROM charts LEFT JOIN works USING (work) ORDER BY 1"
    with (
        Catalogue(tmp_path / "with.basedon") as built,
        Catalogue(tmp_path / "without.basedon") as held,
        with_charts(held, [charts]) as beside,
    ):
        assert beside.query(sql) == built.query(sql) == [("Mavi Ev", "wikidata:Q9"), ("The Salt Road", None)]


def test_reception_tells_and_misses(run: Run) -> None:
    code, out, _ = run("reception", "The Salt Road", "--json")
    made = json.loads(out)
    assert (code, made["kind"]) == (0, "reception")
    assert made["reception"]["charts"]["weeks"] == 3
    assert made["reception"]["awards"]["won"][0]["award"] == "Academy Award: WRITING"
    assert run("reception", "Nothing At All")[0] == 1
    assert run("reception", "")[0] == 2


def test_from_python_they_are_answers_or_not_found(catalogue: Path) -> None:
    with basedon.open(catalogue) as held:
        assert held.trending("GB", "2022-03-06").trend
        assert held.reception("The Salt Road").reception
        with pytest.raises(basedon.NotFound, match="No Top 10 of Fiji"):
            held.trending("FJ")
