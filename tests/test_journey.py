"""Read this first: one line of a source on its way to every form.

Three works of a made-up family: a novel is filmed in Japan (told by Wikipedia), remade in Turkey (told by a curated
file, joined with Wikidata's item of the same page), and somebody asks where the Turkish film comes from.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from basedon import answering
from basedon.building import build
from basedon.catalogue.catalogue import Catalogue
from basedon.forms import FORMS, GRAPH_FORMS, show
from basedon.model.answer import FilmAnswer, Finding
from basedon.sources import curated
from basedon.starter import facts, tables
from basedon.starter.reading import labels, origins, wikidata_films, wikipedia_leads

FAMILY = """
family = "The Ferryman"

[[works]]
key = "japan-1961"
title = "The Ferryman"
original_title = "渡し守"
year = 1961
countries = ["Japan"]
languages = ["Japanese"]
directors = ["Sen Abe"]
page = "The Ferryman (1961 film)"

[[works]]
key = "turkey-1974"
title = "Kayıkçı"
year = 1974
countries = ["Turkey"]
languages = ["Turkish"]
page = "Kayıkçı"
remake_of = [{ work = "japan-1961", kind = "unofficial" }]
"""
"""A contributor's file."""

ITEM = {
    "item": "Q7000001",
    "page": "Kayıkçı",
    "imdb": "tt7000001",
    "label": "Kayıkçı",
    "year": "1974",
    "directors": "Q7000002",
}
"""A line of Wikidata: it knows the director, whom the contributor didn't write down."""

NAME = {"item": "Q7000002", "label": "Nur Aksoy"}

LEAD = {
    "page": "The Ferryman (1961 film)",
    "title": "The Ferryman",
    "year": "1961",
    "countries": "Japan",
    "directors": "Sen Abe",
    "sentences": "3",
}
"""A line of Wikipedia: what the lead of a page says of the film."""

LINE = {
    "page": "The Ferryman (1961 film)",
    "year": "1961",
    "locator": "lead, sentence 2",
    "predicate": "based_on",
    "type": "memoir",
    "title": "Forty Years on the River",
    "creator": "K. Ono",
    "target_year": "1955",
}
"""The line that travels: what the second sentence of that lead was read to say."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources as they lie on disk."""
    folder = tmp_path_factory.mktemp("sources")
    (folder / "ferryman.toml").write_text(FAMILY, "utf-8")
    tables.write(folder, "wikidata", wikidata_films.COLUMNS, [ITEM])
    tables.write(folder, "labels", labels.COLUMNS, [NAME])
    tables.write(folder, "leads", wikipedia_leads.COLUMNS, [LEAD])
    tables.write(folder, "lead-origins", origins.COLUMNS, [LINE])
    return folder


@pytest.fixture(scope="module")
def answer(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> FilmAnswer:
    """Sources to statements, statements to a catalogue, a question to an answer."""
    path = tmp_path_factory.mktemp("journey") / "journey.basedon"
    build(path, [curated.statements(folder / "ferryman.toml"), facts.wikidata(folder), facts.leads(folder)])
    with Catalogue(path) as catalogue:
        answer = answering.ask(catalogue, "what is the turkish film kayıkçı a remake of?")
    assert isinstance(answer, FilmAnswer)
    return answer


def line_of(folder: Path, finding: Finding) -> dict[str, str]:
    """The line of the table that a finding's locator names."""
    page, _, place = finding.locator.rpartition(": ")
    [line] = [
        row
        for row in tables.read(folder, "lead-origins", origins.COLUMNS)
        if (row["page"], row["locator"]) == (page, place)
    ]
    return line


def test_three_sources_became_two_films(answer: FilmAnswer) -> None:
    work = answer.work
    assert work
    assert (work.title, work.year, work.countries) == ("Kayıkçı", 1974, ("Turkey",))  # the contributor's
    assert (work.ids.wikidata, work.ids.imdb) == ("Q7000001", "tt7000001")  # Wikidata's
    assert [(person.name, person.id) for person in work.directors] == [("Nur Aksoy", "wikidata:Q7000002")]
    assert answer.remake_of
    assert (answer.remake_of.title, answer.remake_of.year) == ("The Ferryman", 1961)


def test_the_question_was_understood(answer: FilmAnswer) -> None:
    assert answer.kind == "lineage"
    assert answer.text == "Kayıkçı (1974) is a remake of The Ferryman (1961, Japan)."


def test_the_basis_went_along_the_remake_with_its_evidence(answer: FilmAnswer, folder: Path) -> None:
    story = answer.story
    assert story
    assert story.basis.value == "true_story"
    [reason] = [finding for finding in story.findings if finding.stance == "for"]
    assert reason.says.endswith("It is based on the memoir Forty Years on the River by K. Ono (1955).")
    assert reason.source == "wikipedia"
    assert reason.url == "https://en.wikipedia.org/wiki/The_Ferryman_%281961_film%29"
    assert line_of(folder, reason) == dict.fromkeys(origins.COLUMNS, "") | LINE


def test_the_remake_leads_back_to_the_contributors_file(answer: FilmAnswer, folder: Path) -> None:
    [link] = [f for f in answer.findings if "remake of" in f.says]
    file, _, key = link.locator.partition(": ")[0].partition("#")
    works = tomllib.loads((folder / f"{file}.toml").read_text("utf-8"))["works"]
    [written] = [work for work in works if work["key"] == key]
    assert written["remake_of"] == [{"work": "japan-1961", "kind": "unofficial"}]


def test_the_tree_begins_with_the_book(answer: FilmAnswer) -> None:
    tree = answer.tree
    assert tree
    assert (tree.work.type, tree.work.title, tree.work.creator) == ("memoir", "Forty Years on the River", "K. Ono")
    [first] = tree.children
    [second] = first.children
    assert (first.relation, first.work.title) == ("based on", "The Ferryman")
    assert (second.relation, second.work.title) == ("unofficial remake", "Kayıkçı")


@pytest.mark.parametrize("form", [*FORMS, *GRAPH_FORMS])
def test_every_form_tells_of_both_films(answer: FilmAnswer, form: str) -> None:
    text = show(answer, form)
    assert "Kayıkçı" in text
    assert "The Ferryman" in text
    if form in GRAPH_FORMS:
        assert "Forty Years on the River" in text


def test_the_forms_for_machines_are_what_they_say(answer: FilmAnswer) -> None:
    held = json.loads(show(answer, "json"))
    assert held["remake_of"]["title"] == "The Ferryman"
    assert held["story"]["findings"][0]["locator"] == "The Ferryman (1961 film): lead, sentence 2"
    assert json.loads(show(answer, "jsonld"))["@context"]
    for form in ("graphml", "svg"):
        assert ElementTree.fromstring(show(answer, form)) is not None  # noqa: S314
    assert show(answer, "mermaid").startswith(("flowchart", "graph"))
    assert show(answer, "dot").startswith("digraph")
    assert show(answer, "html").lstrip().lower().startswith("<!doctype html>")


def test_the_page_and_the_card_name_the_line(answer: FilmAnswer) -> None:
    story = replace(answer, kind="true_story", findings=())
    for form in ("card", "markdown", "html"):
        told = " ".join(show(story, form, width=100).split())
        assert "Forty Years on the River" in told
        assert "lead, sentence 2" in told
