"""JSON Lines: complete, and one line a work for every reader."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from basedon.catalogue import tables
from basedon.catalogue.catalogue import Catalogue
from basedon.exports import jsonl


def lines(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [json.loads(line) for line in io.StringIO("".join(jsonl.pieces(catalogue)), newline="\n")]


def titled(works: list[dict[str, Any]], title: str) -> dict[str, Any]:
    (found,) = (work for work in works if work["title"] == title)
    return found


def test_every_work_is_a_line_however_it_is_cut(held: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = "".join(jsonl.pieces(held))
    monkeypatch.setattr(tables, "SPAN", 3)
    assert "".join(jsonl.pieces(held)) == whole
    number = held.query("SELECT COUNT(*) FROM works")[0][0]
    assert whole.count("\n") == len(whole.splitlines()) == number


def test_nothing_that_the_catalogue_tells_of_a_work_is_missing(held: Catalogue) -> None:
    for work in lines(held):
        number = held.number(work["id"])
        assert number is not None
        known = held.work(number)
        assert (work["title"], work["year"], work["genres"]) == (known.title, known.year, list(known.genres))
        assert [person["name"] for person in work["directors"]] == [person.name for person in known.directors]
        assert sorted(title["title"] for title in work["titles"]) == held.titles(number)
        assert [(join["record"], join["reason"]) for join in work["joins"]] == held.records(number)
        own = [told for told in held.told(number) if told.work == number]
        assert len(work["statements"]) == len(own)
        for told, said in zip(own, work["statements"], strict=True):
            read = [(e.source, e.record, e.locator, e.quote, e.date, e.url) for e in told.statement.evidence]
            assert [tuple(evidence.values()) for evidence in said["evidence"]] == read
            assert (said["denied"], said["hedge"]) == (told.statement.denied, told.statement.hedge)


def test_links_lead_both_ways(small: Path) -> None:
    with Catalogue(small) as catalogue:
        works = lines(catalogue)
    kandil, spanish = titled(works, "Kandil"), titled(works, "La lámpara")
    (japanese,) = (work for work in works if work["ids"]["wikidata"] == "Q900001")
    (above,) = kandil["remake_of"]
    assert (above["id"], above["year"], above["kind"]) == (japanese["id"], 1950, "loose")
    assert above["statement"] in {said["id"] for said in kandil["statements"]}
    assert {link["id"] for link in japanese["remakes"]} >= {kandil["id"]}
    assert spanish["remakes"] == []
    (said,) = (said for said in japanese["statements"] if said["predicate"] == "depicts")
    assert (said["origin"]["type"], said["origin"]["title"]) == ("event", "the harbour fire of 1931")
    assert said["work"] is None


def test_people_have_their_parts_and_sources(small: Path) -> None:
    with Catalogue(small) as catalogue:
        works = lines(catalogue)
    (lamp,) = (work for work in works if work["ids"]["wikidata"] == "Q900002")
    assert [writer["name"] for writer in lamp["writers"]] == ["Sam Orr"]
    assert {"role": "cast_member", "name": "Ella Reed", "id": None, "source": "wikipedia"} in lamp["credits"]
