"""The linter of plain facts, on a catalogue of what can't be right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bench import facts_lint

from basedon.building import build
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target

FILM = "wikidata:Q1"


def said(predicate: Predicate, target: Target) -> Statement:
    return Statement(subject=FILM, predicate=predicate, target=target, evidence=(Evidence("wikidata", "Q1", "P1"),))


def linted(tmp_path: Path, *statements: Statement) -> dict[str, list[str]]:
    target = tmp_path / "made.basedon"
    build(target, [[said(Predicate.TITLE, Target("Fog")), said(Predicate.YEAR, Target(year=1980)), *statements]])
    return {name: lines for name, lines in facts_lint.lint(target).items() if lines}


def test_what_can_t_be_right_is_counted_by_class(tmp_path: Path) -> None:
    names = ("writer)", "Ann Lee and Bo Orr", "ghettos", ".", "Oak Pictures", "One Of These Very Long Names")
    found = linted(
        tmp_path,
        *(said(Predicate.CAST_MEMBER, Target(name)) for name in names),
        said(Predicate.COUNTRY, Target("Ruritania")),
        said(Predicate.LANGUAGE, Target("gibberish")),
        said(Predicate.YEAR, Target(year=1780)),
    )
    for name in (
        "name with brackets or mark-up",
        "name with a role",
        "two people as one",
        "name begins small",
        "name without letters",
        "name is a firm",
        "name of many words",
        "no country",
        "no language",
        "year out of range",
        "years apart",
        "film without director",
    ):
        assert len(found.pop(name)) >= 1, name
    assert not found


def test_a_film_told_whole_gives_nothing(tmp_path: Path) -> None:
    whole: Callable[[Predicate, str], Statement] = lambda predicate, name: said(predicate, Target(name))  # noqa: E731
    assert not linted(
        tmp_path,
        whole(Predicate.DIRECTOR, "Director X"),
        whole(Predicate.CAST_MEMBER, "Cy and the Lamps"),
        whole(Predicate.CAST_MEMBER, "50 Cent"),
        whole(Predicate.COUNTRY, "Peru"),
        whole(Predicate.LANGUAGE, "Quechua"),
    )
