"""Fact files as statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from basedon.errors import BadFile
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target
from basedon.starter import facts, tables
from basedon.starter.reading import biopics, labels, origins, wikidata_films, wikipedia_infobox, wikipedia_leads

ITEM = {
    "item": "Q1",
    "page": "Dune (1984 film)",
    "imdb": "tt0087182",
    "label": "Dune",
    "year": "1984",
    "countries": "Q30",
    "languages": "Q1860|Q999",
    "genres": "Q5|Q6",
    "directors": "Q7|Q8",
    "based_on": "Q190192",
}
NAMES = {
    "Q30": "United States",
    "Q1860": "English",
    "Q5": "science fiction film",
    "Q6": "docudrama",
    "Q7": "David Lynch",
}

Reader = Callable[[Path], Iterator[Statement]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One row in each fact file."""
    tables.write(tmp_path, "wikidata", wikidata_films.COLUMNS, [ITEM])
    named = [{"item": item, "label": name, "read_in": f"Wikidata: {item}"} for item, name in NAMES.items()]
    tables.write(tmp_path, "labels", labels.COLUMNS, named)
    box = {
        "page": "Fargo (1996 film)",
        "title": "Fargo",
        "year": "1996",
        "imdb": "tt0116282",
        "countries": "United States|United Kingdom",
        "languages": "English",
        "directors": "Joel Coen",
        "writers": "Ethan Coen|Joel Coen",
        "cast": "Frances McDormand",
    }
    tables.write(tmp_path, "infobox", wikipedia_infobox.COLUMNS, [box, box | {"page": "X", "writers": "", "imdb": ""}])
    lead = {
        "page": "Heat",
        "title": "Heat",
        "year": "1995",
        "genres": "crime",
        "directors": "Michael Mann",
        "sentences": "5",
    }
    tables.write(tmp_path, "leads", wikipedia_leads.COLUMNS, [lead])
    said = {"page": "Heat", "year": "1995", "locator": "lead, sentence 2", "predicate": "remake_of", "type": "film"}
    tables.write(
        tmp_path,
        "lead-origins",
        origins.COLUMNS,
        [
            said | {"title": "L.A. Takedown", "target_year": "1989", "creator": "Michael Mann", "kind": "loose"},
            said | {"title": "Heat 2", "inverse": "yes"},
            said | {"predicate": "true_story", "type": "", "denied": "yes", "hedge": "reportedly"},
        ],
    )
    tables.write(
        tmp_path, "infobox-origins", origins.COLUMNS, [said | {"predicate": "based_on", "title": "A book", "type": ""}]
    )
    ida = {"imdb": "tt9000012", "title": "Ida Frost", "year": "1984", "subjects": "Ida Frost|Max Frost"}
    tables.write(tmp_path, "biopics", biopics.COLUMNS, [ida, ida | {"imdb": "tt9000013", "subjects": ""}])
    return tmp_path


def of(statements: Iterator[Statement], subject: str, predicate: Predicate) -> list[tuple[str, Target]]:
    """Locators and targets of what is said."""
    return [(s.evidence[0].locator, s.target) for s in statements if (s.subject, s.predicate) == (subject, predicate)]


@pytest.mark.parametrize(
    ("predicate", "said"),
    [
        (Predicate.TYPE, [("P31", Target("film"))]),
        (
            Predicate.SAME_AS,
            [("enwiki", Target(id="wikipedia:Dune (1984 film)")), ("P345", Target(id="imdb:tt0087182"))],
        ),
        (Predicate.TITLE, [("label", Target("Dune"))]),
        (Predicate.ALSO_CALLED, [("enwiki", Target("Dune"))]),
        (Predicate.YEAR, [("P577", Target(year=1984))]),
        (Predicate.COUNTRY, [("P495", Target("United States", id="wikidata:Q30"))]),
        (Predicate.LANGUAGE, [("P364", Target("English", id="wikidata:Q1860"))]),
        (Predicate.DIRECTOR, [("P57", Target("David Lynch", id="wikidata:Q7"))]),
        (Predicate.GENRE, [("P136", Target("science fiction film")), ("P136", Target("docudrama"))]),
        (Predicate.DEPICTS, [("P136: docudrama", Target(type="event"))]),
        (Predicate.BASED_ON, [("P144", Target(id="wikidata:Q190192"))]),
    ],
)
def test_what_wikidata_says(folder: Path, predicate: Predicate, said: list[tuple[str, Target]]) -> None:
    """Items without a name are left out, but the work it is based on."""
    assert of(facts.wikidata(folder), "wikidata:Q1", predicate) == said


@pytest.mark.parametrize(
    ("changed", "type_"),
    [
        ({"page": "Dune (TV series)"}, "series"),
        ({"page": "Dune (1984 miniseries)"}, "series"),
        ({"page": "Dune (UK TV programme)"}, "series"),
        ({"page": "Dune (1938 serial)"}, "film"),
        ({"page": "Dune", "genres": "Q9"}, "series"),
        ({"page": "Dune", "genres": "Q11"}, "series"),
        ({"genres": "Q9"}, "film"),
        ({"page": "Dune", "genres": "Q10", "directors": "Q7"}, "film"),
        ({"page": "Dune", "genres": "Q10", "directors": ""}, "series"),
        ({"page": "Dune", "genres": "Q10", "directors": "Q7", "year": ""}, "series"),
        ({"page": "The Series"}, "film"),
    ],
)
def test_series_are_told_from_films(folder: Path, changed: dict[str, str], type_: str) -> None:
    tables.write(folder, "wikidata", wikidata_films.COLUMNS, [ITEM | changed])
    named = [
        {"item": item, "label": label, "read_in": "x"}
        for item, label in (("Q9", "television series"), ("Q10", "television drama"), ("Q11", "teen sitcom"))
    ]
    tables.write(folder, "labels", labels.COLUMNS, named)
    assert of(facts.wikidata(folder), "wikidata:Q1", Predicate.TYPE) == [("P31", Target(type_))]


@pytest.mark.parametrize(
    ("genre", "said"),
    [
        ("documentary", [("genre: documentary", Target(type="other"))]),
        ("biographical", [("genre: biographical", Target(type="person"))]),
        ("biography", [("genre: biography", Target(type="person"))]),
        ("crime", []),
    ],
)
def test_a_lead_s_genre_may_say_that_it_depicts_what_is_real(
    folder: Path, genre: str, said: list[tuple[str, Target]]
) -> None:
    lead = {"page": "Heat", "title": "Heat", "year": "1995", "genres": f"drama|{genre}", "sentences": "5"}
    tables.write(folder, "leads", wikipedia_leads.COLUMNS, [lead])
    assert of(facts.leads(folder), "wikipedia:Heat", Predicate.DEPICTS) == said


def test_an_item_without_label_or_year_goes_by_its_page(folder: Path) -> None:
    tables.write(folder, "wikidata", wikidata_films.COLUMNS, [ITEM | {"label": "", "year": ""}])
    assert of(facts.wikidata(folder), "wikidata:Q1", Predicate.TITLE) == [("label", Target("Dune"))]
    assert of(facts.wikidata(folder), "wikidata:Q1", Predicate.YEAR) == []


def test_what_infoboxes_say(folder: Path) -> None:
    page = "wikipedia:Fargo (1996 film)"
    said = list(facts.infobox(folder))
    assert of(iter(said), page, Predicate.SAME_AS) == [("external links", Target(id="imdb:tt0116282"))]
    assert of(iter(said), page, Predicate.COUNTRY) == [
        ("infobox", Target("United States")),
        ("infobox", Target("United Kingdom")),
    ]
    assert of(iter(said), page, Predicate.WRITER) == [
        ("infobox, Written by", Target("Ethan Coen")),
        ("infobox, Written by", Target("Joel Coen")),
    ]
    assert of(iter(said), page, Predicate.READ) == [("infobox", Target("infobox", year=2))]
    assert of(iter(said), "wikipedia:Heat", Predicate.BASED_ON) == [("lead, sentence 2", Target("A book"))]


def test_an_infobox_that_names_no_writers_was_not_read_for_origins(folder: Path) -> None:
    said = list(facts.infobox(folder))
    assert of(iter(said), "wikipedia:X", Predicate.READ) == []
    assert of(iter(said), "wikipedia:X", Predicate.SAME_AS) == []


def test_what_leads_say(folder: Path) -> None:
    said = list(facts.leads(folder))
    assert of(iter(said), "wikipedia:Heat", Predicate.READ) == [("lead", Target("lead", year=5))]
    assert of(iter(said), "wikipedia:Heat", Predicate.REMADE_AS) == [("lead, sentence 2", Target("Heat 2", "film"))]
    (remake,) = [s for s in said if s.predicate is Predicate.REMAKE_OF]
    assert (remake.target, remake.kind) == (Target("L.A. Takedown", "film", "Michael Mann", 1989), "loose")
    (denial,) = [s for s in said if s.predicate is Predicate.TRUE_STORY]
    assert (denial.denied, denial.hedge, denial.target) == (True, "reportedly", Target())
    assert denial.evidence == (Evidence("wikipedia", "Heat", "lead, sentence 2"),)


def test_what_biopics_say(folder: Path) -> None:
    said = list(facts.biographies(folder))
    assert of(iter(said), "imdb:tt9000012", Predicate.DEPICTS) == [
        ("subject", Target("Ida Frost", "person")),
        ("subject", Target("Max Frost", "person")),
    ]
    assert of(iter(said), "imdb:tt9000013", Predicate.DEPICTS) == [("subject", Target(None, "person"))]
    assert {s.evidence[0].source for s in said} == {"biopics"}


@pytest.mark.parametrize("reader", [facts.wikidata, facts.infobox, facts.leads, facts.biographies])
def test_missing_fact_files_say_how_to_make_them(tmp_path: Path, reader: Reader) -> None:
    with pytest.raises(BadFile, match=r"python -m basedon\.starter read DATA"):
        list(reader(tmp_path))


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("Oldboy (2003 film)", "Oldboy"),
        ("Oldboy", "Oldboy"),
        ("(500) Days of Summer", "(500) Days of Summer"),
        ("Birdman (or the unexpected) (film)", "Birdman (or the unexpected)"),
        ("Alien(s)", "Alien(s)"),
    ],
)
def test_page_names_without_their_remark(page: str, title: str) -> None:
    assert facts.without_brackets(page) == title


def test_directors_known_only_as_a_group_are_named_without_their_items() -> None:
    names = {"Q1": "Ann Hale", "Q2|Q3": "Bo Lee|Cy Orr"}
    assert [(one.title, one.id) for one in facts.directors({"directors": "Q3|Q1|Q2"}, names)] == [
        ("Ann Hale", "wikidata:Q1"),
        ("Bo Lee", None),
        ("Cy Orr", None),
    ]
    assert list(facts.directors({"directors": "Q3|Q4"}, names)) == []


def test_a_country_is_no_language(folder: Path) -> None:
    tables.write(folder, "wikidata", wikidata_films.COLUMNS, [ITEM | {"languages": "Q29"}])
    tables.write(folder, "labels", labels.COLUMNS, [{"item": "Q29", "label": "Spain", "read_in": "Wikidata: Q29"}])
    assert not [s for s in facts.wikidata(folder) if s.predicate is Predicate.LANGUAGE]
