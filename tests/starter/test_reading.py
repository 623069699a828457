"""The tool that reads the public data sets, on a few made-up rows of each, and on the data where it is at hand."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from basedon.starter import tables
from basedon.starter.making import FOLDER
from basedon.starter.reading import (
    biopics,
    labels,
    metaqa,
    origins,
    wikidata_films,
    wikipedia_infobox,
    wikipedia_leads,
)
from basedon.starter.reading.run import read_all

REAL = Path(__file__).parents[3] / "shared" / "data"

FILMS: list[dict[str, Any]] = [
    {
        "wikidata_id": "Q1",
        "label": "The Salt Road",
        "imdb_id": "tt9000001",
        "enwiki_title": "The Salt Road (film)",
        "genre": ["Q10", "Q11", "Q10"],
        "director": ["Q20"],
        "cast_member": ["Q21"],
        "publication_date": "1991-05-11",
        "based_on": "Q30",
        "country_of_origin": "Q145",
        "original_language": "Q1860",
    },
    {"wikidata_id": "Q2", "label": "Fog", "imdb_id": "tt9000002", "enwiki_title": "Fog (film)", "director": ["Q20"]},
]
GENRES = [{"wikidata_id": "Q10", "genre_label": "drama film"}, {"wikidata_id": "Q99", "genre_label": "unused"}]
INFOBOXES: list[dict[str, Any]] = [
    {
        "url": "https://en.wikipedia.org/wiki/The_Salt_Road_(film)",
        "year": 1991,
        "imdb_link": "https://www.imdb.com/title/tt9000001/",
        "title": "The Salt Road",
        "Directed by": "Ann Hale",
        "Written by": ["Screenplay:", "Ann Lee, Sam Orr, Jr.", "[1]", "(uncredited)", "and", "4"],
        "Screenplay by": ["Ida Wells", "Sam Orr"],
        "Based on": ["The Salt Road", "by", "E. M. Brandt"],
        "Starring": [f"Actor {n}" for n in range(12)],
        "Country": ["UK", "[2]", "[", "citation needed", "]", "[N 1]", "USA / France"],
        "Language": ["English", "with subtitles", "Salt Road Killer", "Old Norse"],
    },
    {"url": "https://en.wikipedia.org/wiki/The_Salt_Road_(film)", "year": 2000, "title": "The same page again"},
    {"url": "https://en.wikipedia.org/wiki/Caf%C3%A9_Noir", "year": 1995, "title": "Café Noir"},
    {"year": 1995, "title": "No address"},
    {"url": "https://en.wikipedia.org/wiki/No_title", "year": 1995},
]
LEADS: list[dict[str, Any]] = [
    {
        "title": "Fog",
        "year": 1980,
        "cast": ["Tom Vance"],
        "genres": ["Horror"],
        "href": "Fog_(film)",
        "extract": "Fog is a 1980 American horror film directed by Ann Hale. "
        "It is based on the 1971 novel Grey by Sam Orr.",
    },
    {"title": "Fog", "year": 1980, "cast": [], "genres": [], "href": "Fog_(film)", "extract": "Fog is a 1980 film."},
    {"title": "Old", "year": 1950, "cast": [], "genres": [], "href": "Old", "extract": "Old is a 1987 American film."},
    {"title": "Bare", "year": 1950, "cast": [], "genres": [], "href": None, "extract": "Bare is a 1950 American film."},
    {"title": "Mute", "year": 1950, "cast": [], "genres": [], "href": "Mute"},
    {"title": "Part", "year": 1950, "cast": [], "genres": [], "href": "List#Part", "extract": "Part is a 1950 film."},
]
BIOPICS = """title,site,country,year_release,subject
Ida Frost,http://www.imdb.com/title/tt9000012/,UK,1984,Ida Frost
Ida Frost,http://www.imdb.com/title/tt9000012/,UK,1984,Max|Frost
Plain,http://www.imdb.com/title/tt9000013,UK,1985,
"""


def packed(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder laid out as the public data are."""
    packed(tmp_path / "wikidata-films" / "films.jsonl.gz", "".join(json.dumps(row) + "\n" for row in FILMS))
    packed(tmp_path / "wikidata-films" / "genres.jsonl.gz", "".join(json.dumps(row) + "\n" for row in GENRES))
    packed(tmp_path / "wikipedia-infobox" / "films.json.gz", json.dumps(INFOBOXES))
    packed(tmp_path / "wikipedia-leads" / "leads.jsonl.gz", "".join(json.dumps(row) + "\n" for row in LEADS))
    (tmp_path / "biopics").mkdir()
    (tmp_path / "biopics" / "biopics.csv").write_text(BIOPICS, "mac_roman")
    return tmp_path


def test_wikidata_s_films(data: Path) -> None:
    full, bare = wikidata_films.rows(data)
    assert full == {
        "item": "Q1",
        "page": "The Salt Road (film)",
        "imdb": "tt9000001",
        "label": "The Salt Road",
        "year": "1991",
        "countries": "Q145",
        "languages": "Q1860",
        "genres": "Q10|Q11",
        "directors": "Q20",
        "based_on": "Q30",
    }
    assert {name for name, value in bare.items() if value} == {"item", "page", "imdb", "label", "directors"}
    assert wikidata_films.genre_labels(data) == {"Q10": "drama film", "Q99": "unused"}


def test_wikipedia_s_infoboxes(data: Path) -> None:
    road, cafe = wikipedia_infobox.rows(data)
    assert road == {
        "page": "The Salt Road (film)",
        "title": "The Salt Road",
        "year": "1991",
        "imdb": "tt9000001",
        "countries": "United Kingdom|United States|France",
        "languages": "English|Old Norse",
        "directors": "Ann Hale",
        "writers": "Ann Lee|Sam Orr, Jr.|Ida Wells|Sam Orr",
        "cast": "|".join(f"Actor {n}" for n in range(8)),
    }
    assert (cafe["page"], cafe["imdb"], cafe["writers"]) == ("Café Noir", "", "")


def test_what_infoboxes_name_under_based_on(data: Path) -> None:
    (row,) = wikipedia_infobox.origin_rows(data)
    assert row.keys() == set(origins.COLUMNS)
    assert (row["page"], row["locator"], row["predicate"]) == ("The Salt Road (film)", "infobox, Based on", "based_on")
    assert (row["title"], row["creator"]) == ("The Salt Road", "E. M. Brandt")


def test_wikipedia_s_leads(data: Path) -> None:
    """Only pages that are about the film of the row, each once."""
    (fog,) = wikipedia_leads.rows(data)
    assert (fog["page"], fog["title"], fog["year"]) == ("Fog (film)", "Fog", "1980")
    assert (fog["directors"], fog["cast"], fog["sentences"]) == ("Ann Hale", "Tom Vance", "2")
    assert fog["countries"] == "United States"
    assert "horror" in fog["genres"]


def test_what_leads_say_of_origins(data: Path) -> None:
    (row,) = wikipedia_leads.origin_rows(data)
    assert {name: value for name, value in row.items() if value} == {
        "page": "Fog (film)",
        "year": "1980",
        "locator": "lead, sentence 2",
        "predicate": "based_on",
        "type": "novel",
        "title": "Grey",
        "creator": "Sam Orr",
        "target_year": "1971",
    }


def test_biopics_with_all_their_subjects_in_one_row(data: Path) -> None:
    ida, plain = biopics.rows(data)
    assert ida == {"imdb": "tt9000012", "title": "Ida Frost", "year": "1984", "subjects": "Ida Frost|Max/Frost"}
    assert plain["subjects"] == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Amelie", "Amelie"), ("JosÃ©", "José"), ("Jos\u00e9", ""), ("Ã\u008fx", "")],
)
def test_names_that_were_read_as_another_encoding(text: str, expected: str) -> None:
    assert biopics.repaired(text) == expected


def row(**columns: str) -> dict[str, str]:
    return columns


def votes(films: list[dict[str, str]], pages: dict[str, dict[str, str]], **known: str) -> list[dict[str, str]]:
    """The rows on which the films agree."""
    return list(labels.agreed(labels.votes(labels.of_pages(films, pages), known)))


def test_a_director_s_item_gets_the_name_on_which_the_pages_agree() -> None:
    films = [row(page=str(n), directors="Q20") for n in range(4)] + [row(page="x", directors="Q20|Q21")]
    pages = {str(n): row(directors="Ann Hale") for n in range(3)} | {
        "3": row(directors="Bob"),
        "x": row(directors="Eve"),
    }
    assert votes(films, pages) == [{"item": "Q20", "label": "Ann Hale", "read_in": "Wikipedia: 0"}]
    pages["2"] = row(directors="Bob")
    assert votes(films, pages) == []
    pages["2"] = pages["3"] = row(directors="Anna Hale")
    assert [one["label"] for one in votes(films, pages)] == ["Ann Hale"]


def test_films_without_a_page_or_with_other_numbers_of_directors_do_not_vote() -> None:
    films = [row(page="a", directors="Q1|Q2"), row(page="b", directors="Q3"), row(page="c", directors="Q4")]
    pages = {"a": row(directors="Ann"), "b": row(directors="Ann|Bob"), "d": row(directors="Eve")}
    assert votes(films, pages) == []


def test_of_two_directors_the_one_is_named_that_is_not_the_other() -> None:
    films, pages = [row(page="a", directors="Q1|Q2")], {"a": row(directors="Ann Hale|Bo Lee")}
    assert [(one["item"], one["label"]) for one in votes(films, pages, Q2="Ann Hale")] == [("Q1", "Bo Lee")]
    assert votes(films, pages, Q2="Somebody Else") == []


def test_directors_always_named_together_get_their_names_as_a_group() -> None:
    films, pages = [row(page="a", directors="Q2|Q1")], {"a": row(directors="Bo Lee|Ann Hale")}
    assert [(one["item"], one["label"]) for one in votes(films, pages)] == [("Q1|Q2", "Ann Hale|Bo Lee")]


def test_items_named_by_hand_are_one_each_and_groups_hold_none_of_them() -> None:
    rows = list(tables.read(labels.PEOPLE, "people", labels.COLUMNS[:2]))
    items = [item["item"] for item in rows]
    assert len(set(items)) == len(items)
    assert all(part.startswith("Q") and part[1:].isdigit() for item in items for part in tables.parts(item))
    for one in rows:
        assert len(tables.parts(one["item"])) == len(tables.parts(one["label"]))


def test_the_more_trusted_source_names_and_the_next_only_others() -> None:
    first = [labels.Told(("Q9000001",), ("Ann Hale",), "Wikipedia: A")]
    second = [
        labels.Told(("Q9000001",), ("Eve Orr",), "B"),
        labels.Told(("Q9000001", "Q9000002"), ("Ann Hale", "Bo"), "C"),
    ]
    found = labels.named([first, second])
    assert (found["Q9000001"]["label"], found["Q9000002"]["label"]) == ("Ann Hale", "Bo")


def test_metaqa_s_directors_of_titles_with_one_year(tmp_path: Path) -> None:
    lines = ["Fog|directed_by|Ann Hale", "Fog|release_year|1980", "Fog|has_tags|odd"]
    lines += ["Two|directed_by|Bo Lee", "Two|release_year|1950", "Two|release_year|1990", "Bare|release_year|1990"]
    packed(tmp_path / "metaqa" / "kb.txt.gz", "\n".join(lines))
    films = [row(label="Fog", year=year, directors="Q1") for year in ("1980", "1981", "1983", "")]
    films += [row(label="Two", year="1950", directors="Q2"), row(label="Bare", year="1990", directors="Q3")]
    assert list(metaqa.told(films, tmp_path)) == [labels.Told(("Q1",), ("Ann Hale",), "MetaQA: Fog")] * 2
    assert list(metaqa.told(films, tmp_path / "nowhere")) == []


@pytest.mark.parametrize(
    ("released", "year"),
    [
        (["June 4, 1947", "(", "1947-06-04", ")"], "1947"),
        ("1 May 1998", "1994"),
        ("1992", "1994"),
        ("1989-1995", "1994"),
        (None, "1994"),
    ],
)
def test_an_older_film_that_a_list_links_keeps_its_year(released: Any, year: str) -> None:
    assert wikipedia_infobox.year({"year": 1994, "Release date": released}) == year


def test_brackets_in_cells_of_people_are_read_across_fragments() -> None:
    cell = ["Ann Hale", "(", "Tape 56", ")", "Bo Lee (", "Second Night", ")"]
    assert wikipedia_infobox.credited({"Directed by": cell}, "Directed by") == ["Ann Hale", "Bo Lee"]


def test_a_lead_that_names_a_country_is_not_american_by_its_list(data: Path) -> None:
    films = [
        {
            "title": name,
            "year": 1990,
            "cast": [],
            "genres": [],
            "href": name,
            "extract": f"{name} is a 1990 {what} film.",
        }
        for name, what in (("A", "French"), ("B", "drama"), ("C", "British-American"))
    ]
    packed(data / "wikipedia-leads" / "leads.jsonl.gz", "".join(json.dumps(film) + "\n" for film in films))
    found = {film["page"]: film["countries"] for film in wikipedia_leads.rows(data)}
    assert found == {"A": "France", "B": "United States", "C": "United Kingdom|United States"}


def test_all_at_once(data: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts"
    facts.mkdir()
    assert read_all(data, facts) == {
        "wikidata": 2,
        "labels": 4,
        "infobox": 2,
        "infobox-origins": 1,
        "leads": 1,
        "lead-origins": 1,
        "biopics": 2,
    }
    named = {row["item"]: row["label"] for row in tables.read(facts, "labels", labels.COLUMNS)}
    assert named == {"Q10": "drama film", "Q145": "United Kingdom", "Q1860": "English", "Q20": "Ann Hale"}
    before = {path.name: path.read_bytes() for path in facts.iterdir()}
    read_all(data, facts)
    assert {path.name: path.read_bytes() for path in facts.iterdir()} == before


@pytest.mark.skipif(not REAL.is_dir(), reason="the public data sets are not at hand")
def test_reading_the_data_again_gives_the_facts_that_ship(tmp_path: Path) -> None:
    """Slow: half a minute."""
    read_all(REAL, tmp_path)
    shipped = {path.name: path.read_text("utf-8") for path in (FOLDER / "facts").glob("*.tsv")}
    again = {path.name: path.read_text("utf-8") for path in tmp_path.glob("*.tsv")}
    assert again.keys() == shipped.keys()
    differing = {
        name: sorted(set(shipped[name].splitlines()) ^ set(again[name].splitlines()))[:6]
        for name in shipped
        if shipped[name] != again[name]
    }
    assert differing == {}, "run `python -m basedon.starter read DATA` and commit what it writes"
