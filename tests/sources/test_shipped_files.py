"""The curated files that ship, each as it stands."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from basedon.model.verdict import Basis
from basedon.sources import SOURCES, curated
from basedon.starter.making import FOLDER, curated_statements

FILES = [*sorted((FOLDER / "families").glob("*.toml")), *sorted((FOLDER / "stories").glob("*.toml"))]


@pytest.fixture(scope="module")
def works() -> list[tuple[Path, curated.CuratedWork]]:
    return [(path, work) for path in FILES for work in curated.load(path).works]


def test_every_file_loads_and_says_something() -> None:
    subjects = defaultdict(set)
    for statement in (*curated_statements(FOLDER / "families"), *curated_statements(FOLDER / "stories")):
        subjects[statement.subject.partition("#")[0]].add(statement.subject)
    assert set(subjects) == {f"curated:{path.stem}" for path in FILES}
    for path in FILES:
        assert len(subjects[f"curated:{path.stem}"]) == len(curated.load(path).works)


def test_no_two_files_have_one_name() -> None:
    """A work goes by its file's name and key."""
    assert len({path.stem for path in FILES}) == len(FILES)


def test_every_family_has_a_name_and_at_least_two_works_of_which_one_comes_from_another() -> None:
    for path in FILES:
        file = curated.load(path)
        if path.parent.name == "families":
            assert file.family, path.name
            assert len(file.works) >= 2, path.name
            derived = [
                work for work in file.works if work.remake_of or any(s.relation == "based_on" for s in work.says)
            ]
            assert derived, path.name
        else:
            assert file.family is None, path.name


def test_every_work_tells_where_it_was_read(works: list[tuple[Path, curated.CuratedWork]]) -> None:
    assert [(path.name, work.title) for path, work in works if not (work.page or work.locator)] == []


def test_no_page_stands_with_spaces_or_underscores_of_an_address(works: list[tuple[Path, curated.CuratedWork]]) -> None:
    wrong = [work.page for _, work in works if work.page and ("_" in work.page or work.page != work.page.strip())]
    assert wrong == []
    assert [work.page for _, work in works if work.page and (work.page.startswith("http") or "%2" in work.page)] == []


def test_no_film_stands_twice_under_two_pages(works: list[tuple[Path, curated.CuratedWork]]) -> None:
    by_title = defaultdict(list)
    for path, work in works:
        by_title[work.title.casefold(), work.year].append((path.name, work))
    for found in by_title.values():
        for (one_file, one), (other_file, other) in combinations(found, 2):
            apart = not set(one.countries) & set(other.countries) or not set(one.languages) & set(other.languages)
            if one.page and other.page and one.page != other.page:
                assert apart, (one_file, other_file, one.title, one.page, other.page)


@pytest.mark.parametrize("name", ["wikidata", "imdb", "page"])
def test_one_identifier_names_one_film(works: list[tuple[Path, curated.CuratedWork]], name: str) -> None:
    films = defaultdict(set)
    for _, work in works:
        if getattr(work, name):
            films[getattr(work, name)].add(work.year)
    assert {id_: years for id_, years in films.items() if max(years) - min(years) > 1} == {}


def test_no_film_remakes_a_later_one(works: list[tuple[Path, curated.CuratedWork]]) -> None:
    years = {(path.name, work.key): work.year for path, work in works}
    wrong = [
        (path.name, work.title, link.work)
        for path, work in works
        for link in work.remake_of
        if years[path.name, link.work] > work.year
    ]
    assert wrong == []


def test_true_stories_say_which_and_adaptations_of_what(works: list[tuple[Path, curated.CuratedWork]]) -> None:
    silent = [
        (path.name, work.title)
        for path, work in works
        if work.basis not in (None, Basis.ORIGINAL, Basis.UNKNOWN) and not work.says and not work.remake_of
    ]
    assert silent == []


def test_every_register_entry_is_filed_under_its_own_name() -> None:
    assert {name: source.name for name, source in SOURCES.items()} == {name: name for name in SOURCES}
    for source in SOURCES.values():
        assert source.title
        assert source.licence
        assert source.adds
        assert source.record_url is None or "{record}" in source.record_url
