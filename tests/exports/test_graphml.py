"""GraphML: valid XML of any title, and the whole graph for networkx."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx
import pytest
from lxml import etree

from basedon.catalogue import tables
from basedon.catalogue.catalogue import Catalogue
from basedon.exports import graphml
from basedon.model.statement import Predicate, Target

Made = Callable[..., Any]
NAMESPACE = {"g": "http://graphml.graphdrawing.org/xmlns"}


def text(catalogue: Catalogue) -> bytes:
    return "".join(graphml.pieces(catalogue)).encode()


def graph(catalogue: Catalogue) -> Any:
    return networkx.read_graphml(io.BytesIO(text(catalogue)), force_multigraph=True)


def relations(found: Any) -> set[tuple[str, str, str]]:
    titles = found.nodes(data="title")
    return {(titles[start], data["relation"], titles[end]) for start, end, data in found.edges(data=True)}


def test_every_work_origin_and_statement_is_there(held: Catalogue) -> None:
    found = graph(held)
    counted = {table: held.query(f"SELECT COUNT(*) FROM {table}")[0][0] for table in ("works", "origins")}
    kinds = [str(name).partition(":")[0] for name in found.nodes]
    assert kinds.count("origin") == counted["origins"]
    assert len(kinds) - kinds.count("origin") - kinds.count("named") == counted["works"]
    pointing = """SELECT COUNT(*) FROM statements WHERE target_work IS NOT NULL OR target_origin IS NOT NULL
                  OR target_title IS NOT NULL OR target_year IS NOT NULL OR target_id IS NOT NULL"""
    assert found.number_of_edges() == held.query(pointing)[0][0]


def test_how_it_is_cut_does_not_matter(held: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = text(held)
    monkeypatch.setattr(tables, "SPAN", 3)
    monkeypatch.setattr(tables, "AT_ONCE", 2)
    assert text(held) == whole


def test_nodes_and_edges_tell_what_they_are(small: Path) -> None:
    with Catalogue(small) as catalogue:
        found = graph(catalogue)
    lamp = found.nodes["curated:the-lamp_x23_japan-1950"]
    assert lamp == {
        "label": "The Lamp (1950)",
        "type": "film",
        "title": "The Lamp",
        "original_title": "灯",
        "year": 1950,
        "countries": "Japan",
        "languages": "Japanese",
        "id": "curated:the-lamp#japan-1950",
        "wikidata": "Q900001",
        "imdb": "tt9000001",
        "wikipedia": "The Lamp (1950 film)",
    }
    (edge,) = (
        data
        for start, end, data in found.edges(data=True)
        if found.nodes[end] == lamp and found.nodes[start]["title"] == "Kandil"
    )
    assert (edge["relation"], edge["kind"], edge["denied"], edge["sources"]) == ("remake_of", "loose", False, "curated")
    assert edge["url"] == "https://en.wikipedia.org/wiki/Kandil_%28film%29"
    assert edge["remake"] == "loose"
    assert ("The Long Count", "inspired_by", "the prison count of 1974") in relations(found)
    denied = [data for *_, data in found.edges(data=True) if data["denied"]]
    assert [data["relation"] for data in denied] == ["inspired_by"]
    assert {data.get("hedge") for *_, data in found.edges(data=True)} == {None, "reportedly"}
    types = {data["type"] for _, data in found.nodes(data=True)}
    assert types == {"film", "series", "novel", "event", "person"}


def test_what_is_told_from_the_earlier_side_is_turned_round(holding: Made, say: Made, film: Made) -> None:
    said = [*film("wikidata:Q1", "One", 1950), *film("wikidata:Q2", "Two", 1960)]
    said.append(say("wikidata:Q1", Predicate.REMADE_AS, Target(id="wikidata:Q2"), kind="unknown"))
    said.append(say("wikidata:Q1", Predicate.FOLLOWED_BY, Target("Three", "film", None, 1970), kind="sequel"))
    said.append(say("wikidata:Q1", Predicate.FOLLOWED_BY, Target("Four", "film", None, 1980)))
    found = graph(holding(said))
    assert relations(found) == {
        ("Two", "remake_of", "One"),
        ("Three", "sequel_of", "One"),
        ("One", "followed_by", "Four"),
    }
    assert sorted(str(name).partition(":")[0] for name in found.nodes) == ["named", "named", "wikidata", "wikidata"]


def test_titles_come_through_but_for_what_xml_forbids(hostile: Path) -> None:
    with Catalogue(hostile) as catalogue:
        found = graph(catalogue)
        works = catalogue.works(range(1, 100)).values()
    assert len(works) > 30
    told = {
        data["id"]: data["title"] for _, data in found.nodes(data=True) if data.get("type") == "film" and "id" in data
    }
    forbidden = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
    for work in works:
        assert told[forbidden.sub("", work.id)] == forbidden.sub("", work.title)


def test_it_is_sound_xml_with_ids_that_graphml_allows(held: Catalogue) -> None:
    tree = etree.fromstring(text(held))
    ids = tree.xpath("//g:node/@id | //g:edge/@id", namespaces=NAMESPACE)
    assert len(ids) == len(set(ids)) > 10
    assert all(re.fullmatch(r"[A-Za-z0-9._:-]+", id_) for id_ in ids)
    keys = set(tree.xpath("//g:key/@id", namespaces=NAMESPACE))
    assert set(tree.xpath("//g:data/@key", namespaces=NAMESPACE)) <= keys


def test_the_edges_make_a_table(small: Path) -> None:
    with Catalogue(small) as catalogue:
        found = graph(catalogue)
    reserved = {"source", "target", "key", "weight"}  # what networkx and pandas call an edge's own ends
    assert not reserved & {key for *_, data in found.edges(data=True) for key in data}
