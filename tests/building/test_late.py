"""Nominations and charts: heard when all works are known, and kept where it is certain which work they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from basedon.building import Dumps, build_from
from basedon.catalogue.catalogue import Catalogue
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target

Built = Callable[..., Catalogue]

OSCARS = "Ceremony\tYear\tCategory\tFilm\tFilmId\tName\tWinner\n"
NETFLIX = "week\tcategory\tweekly_rank\tshow_title\tseason_title\tweekly_hours_viewed\tcumulative_weeks_in_top_10\n"


def film(subject: str, title: str, year: int, *said: tuple[Predicate, Target]) -> list[Statement]:
    """The statements of one film."""
    facts = [(Predicate.TITLE, Target(title)), (Predicate.YEAR, Target(year=year)), *said]
    at = (Evidence("wikidata", subject.partition(":")[2], "here"),)
    return [Statement(subject=subject, predicate=p, target=target, evidence=at) for p, target in facts]


LAMP = film("wikidata:Q1", "The Lamp", 1950, (Predicate.SAME_AS, Target(id="imdb:tt9000001")))
AGAIN = film("wikidata:Q2", "The Lamp", 1962)
LATEST = film("wikidata:Q3", "The Lamp", 2021)
SERIES = film("wikidata:Q4", "Night Ferry", 2010, (Predicate.TYPE, Target("series")))


@pytest.fixture
def built(tmp_path: Path) -> Iterator[Built]:
    """Builds a catalogue of the films above and of rows of the two lists, and opens it."""
    opened: list[Catalogue] = []

    def make(oscars: str = "", netflix: str = "") -> Catalogue:
        target = tmp_path / "films.basedon"
        (tmp_path / "oscars.csv").write_text(OSCARS + oscars)
        (tmp_path / "all-weeks-global.tsv").write_text(NETFLIX + netflix)
        dumps = Dumps(
            oscars=(tmp_path / "oscars.csv",) if oscars else (),
            netflix=(tmp_path / "all-weeks-global.tsv",) if netflix else (),
        )
        build_from(target, dumps, streams=[LAMP + AGAIN + LATEST + SERIES])
        opened.append(Catalogue(target))
        return opened[-1]

    yield make
    for catalogue in opened:
        catalogue.close()


def awards(catalogue: Catalogue) -> list[tuple[str, str, int, int]]:
    return catalogue.query("SELECT id, award, awards.year, won FROM awards JOIN works USING (work)")


def test_a_nomination_finds_its_film_by_its_id_whatever_it_is_called(built: Built) -> None:
    catalogue = built("23\t1950\tBEST PICTURE\tAkari\ttt9000001\tAki Mori\tTrue\n")
    assert awards(catalogue) == [("wikidata:Q1", "Academy Award: BEST PICTURE", 1951, 1)]
    assert catalogue.query("SELECT name, source FROM awards") == [("Aki Mori", "oscars")]


def test_or_by_title_and_year(built: Built) -> None:
    rows = "35\t1962\tWRITING\tThe Lamp\t\tJoan Field\tFalse\n34\t1961\tACTOR\tNobody's Film\t\tTom Vance\tTrue\n"
    catalogue = built(rows)
    assert awards(catalogue) == [("wikidata:Q2", "Academy Award: WRITING", 1963, 0)]
    assert catalogue.query("SELECT source, record, kind FROM issues") == [
        ("oscars", "1962: ACTOR, Nobody's Film", "no film")
    ]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("2021-11-14\tFilms (English)\t1\tThe Lamp\tN/A\t1000\t1", "wikidata:Q3"),
        ("2022-11-13\tFilms (English)\t1\tThe Lamp\tN/A\t1000\t1", "wikidata:Q3"),
        ("2024-11-10\tFilms (English)\t1\tThe Lamp\tN/A\t1000\t1", None),
        ("2024-11-10\tTV (English)\t1\tNight Ferry\tNight Ferry: Season 1\t1000\t1", "wikidata:Q4"),
        ("2024-11-10\tFilms (English)\t1\tNight Ferry\tN/A\t1000\t1", None),
    ],
)
def test_a_chart_means_the_one_work_of_its_title_and_type_or_the_one_that_was_new(
    built: Built, row: str, found: str | None
) -> None:
    catalogue = built(netflix=f"{row}\n")
    rows = catalogue.query("SELECT id, rank, hours FROM charts LEFT JOIN works USING (work)")
    assert rows == [(found, 1, 1000)]
    assert catalogue.info().issues == ({} if found else {"netflix: no work": 1})
