"""What the catalogue that ships holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.walking import down
from basedon.model.statement import Predicate
from basedon.sources import curated
from basedon.starter.making import FOLDER

CELL = "wikidata:Q3809340"


@pytest.fixture
def held(starter: Path) -> Iterator[Catalogue]:
    with Catalogue(starter) as catalogue:
        yield catalogue


def count(held: Catalogue, sql: str) -> int:
    return int(held.query(sql)[0][0])


def test_how_much_there_is(held: Catalogue) -> None:
    counts = held.info().counts
    assert counts["works"] >= 60_000
    assert count(held, "SELECT COUNT(DISTINCT work) FROM credits WHERE role = 'director'") >= 30_000
    assert counts["links"] >= 1_500
    assert count(held, "SELECT COUNT(DISTINCT work) FROM statements WHERE predicate = 'based_on'") >= 8_000
    assert count(held, "SELECT COUNT(*) FROM works WHERE year IS NULL") < 0.02 * counts["works"]


def test_how_many_families_there_are(held: Catalogue) -> None:
    families = [path for path in (FOLDER / "families").glob("*.toml") if curated.load(path).family]
    assert len(families) >= 120
    original = "original NOT IN (SELECT derivative FROM links)"
    assert count(held, f"SELECT COUNT(DISTINCT original) FROM links WHERE {original}") >= 120


def test_every_source_speaks(held: Catalogue) -> None:
    records = {source.name: source.records for source in held.info().sources}
    assert records["wikidata"] > 40_000
    assert records["wikipedia"] > 30_000
    assert records["curated"] > 1_000
    assert records["biopics"] > 500


def test_few_records_are_left_unsure_or_untitled(held: Catalogue) -> None:
    assert sum(held.info().issues.values()) < 100


def test_every_curated_work_is_held(held: Catalogue) -> None:
    joined = {record for (record,) in held.query("SELECT record FROM joins WHERE record LIKE 'curated:%'")}
    shipped = set()
    for path in FOLDER.glob("*/*.toml"):
        shipped |= {f"curated:{path.stem}#{curated.key_of(work)}" for work in curated.load(path).works}
    assert joined == shipped


def test_every_curated_remake_is_a_link(held: Catalogue) -> None:
    missing = held.query(
        """SELECT work, target_id FROM statements JOIN evidence USING (statement)
           WHERE source = 'curated' AND predicate = 'remake_of' AND target_work IS NULL"""
    )
    assert missing == []
    said = held.query(
        """SELECT work, target_work FROM statements JOIN evidence USING (statement)
           WHERE source = 'curated' AND predicate = 'remake_of'"""
    )
    assert set(said) <= set(held.query("SELECT derivative, original FROM links"))


def test_a_film_that_two_curated_files_hold_is_one_work(held: Catalogue) -> None:
    roots = dict(held.query("SELECT record, work FROM joins WHERE record LIKE 'curated:%'"))
    by_title: dict[tuple[str, int], list[tuple[int, curated.CuratedWork]]] = defaultdict(list)
    for path in FOLDER.glob("*/*.toml"):
        for work in curated.load(path).works:
            root = roots[f"curated:{path.stem}#{curated.key_of(work)}"]
            by_title[work.title.casefold(), work.year].append((root, work))
    for found in by_title.values():
        for (one_root, one), (other_root, other) in combinations(found, 2):
            if set(one.countries) & set(other.countries) and set(one.languages) & set(other.languages):
                assert one_root == other_root, one.title


def test_miracle_in_cell_no_7_with_all_its_films(held: Catalogue) -> None:
    number = held.number(CELL)
    assert number
    original = held.work(number)
    assert (original.title, original.original_title, original.year) == ("Miracle in Cell No. 7", "7번방의 선물", 2013)
    assert original.countries == ("South Korea",)
    assert [person.name for person in original.directors] == ["Lee Hwan-kyung"]
    assert (original.ids.imdb, original.ids.wikipedia) == ("tt2659414", "Miracle in Cell No. 7")
    links = down(held, number)
    assert {
        (held.work(link.derivative).countries[0], held.work(link.derivative).year, link.kind) for link in links
    } == {
        ("India", 2017, "unofficial"),
        ("Turkey", 2019, "official"),
        ("Philippines", 2019, "official"),
        ("Indonesia", 2022, "official"),
        ("Mexico", 2026, "official"),
    }
    assert len(links) == 5
    assert {link.depth for link in links} == {1}


def test_both_sides_of_the_cell_are_told(held: Catalogue) -> None:
    number = held.number(CELL)
    assert number
    said = {(t.statement.predicate, t.statement.denied) for t in held.told(number)}
    assert (Predicate.INSPIRED_BY, False) in said
    assert (Predicate.INSPIRED_BY, True) in said or (Predicate.TRUE_STORY, True) in said


@pytest.mark.parametrize(
    ("id_", "title", "year", "director"),
    [
        ("tt0116282", "Fargo", 1996, "Joel Coen"),
        ("tt0108052", "Schindler's List", 1993, "Steven Spielberg"),
        ("tt0364569", "Oldboy", 2003, "Park Chan-wook"),
        ("tt0087182", "Dune", 1984, "David Lynch"),
    ],
)
def test_films_that_everybody_knows(held: Catalogue, id_: str, title: str, year: int, director: str) -> None:
    number = held.number(id_)
    assert number
    work = held.work(number)
    assert (work.title, work.year) == (title, year)
    assert director in {person.name for person in work.directors}


def test_no_sentence_of_wikipedia_is_shipped(held: Catalogue) -> None:
    """Its terms ask for that: facts only."""
    assert count(held, "SELECT COUNT(*) FROM evidence WHERE quote IS NOT NULL") == 0
    longest = (
        "SELECT MAX(length(target_title)) FROM statements JOIN evidence USING (statement) WHERE source = 'wikipedia'"
    )
    assert count(held, longest) <= 200


def test_evidence_of_statements_leads_to_a_page_where_the_source_has_pages(held: Catalogue) -> None:
    rows = held.query(
        "SELECT statement, MIN(source) FROM evidence WHERE source IN ('wikipedia', 'wikidata') GROUP BY source LIMIT 50"
    )
    assert len(rows) == 2
    for statement, source in rows:
        urls = [e.url for e in held.evidence(statement) if e.source == source]
        assert all(url and url.startswith("https://") for url in urls)
