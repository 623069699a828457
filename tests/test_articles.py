"""The labelled articles keep their rules: every quote is there once, every value in its list, every film held."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from bench.articles.visible import read, visible

from basedon.catalogue.catalogue import Catalogue

FOLDER = Path(__file__).parent.parent / "bench" / "articles"
LABELS = sorted(FOLDER.glob("*/*.json"))
VERDICTS = {"supported", "contradicted", "disputed", "unverified"}
TYPES = {
    "release_year",
    "country",
    "original_language",
    "director",
    "cast",
    "genre",
    "based_on_true_story",
    "based_on",
    "remake_of",
    "has_remake",
    "other_film",
    "award",
    "trending",
}
KEYS = {"quote", "type", "subject", "subject_title", "stated", "stated_id", "stated_creator", "verdict", "correct"}
FURTHER = {"correct_id", "also_right", "with_awards"}


def labels(path: Path) -> dict[str, Any]:
    """One article's labels."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def article(path: Path) -> Path:
    """The one article that a file of labels is of."""
    (found,) = (path.with_suffix(ending) for ending in (".md", ".txt", ".html") if path.with_suffix(ending).exists())
    return found


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)
def test_every_quote_is_in_the_visible_text_once(path: Path) -> None:
    file, told = article(path), labels(path)
    text = visible(read(file), file.suffix)
    assert 95 <= len(text.split()) <= 620
    assert told["title"] in text
    claims = {claim["quote"] for claim in told["claims"]}
    quotes = [*claims, *told["not_claims"], *told.get("optional", ())]
    assert {quote: text.count(quote) for quote in quotes} == dict.fromkeys(quotes, 1)
    assert not claims & {*told["not_claims"], *told.get("optional", ())}


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)
def test_types_and_verdicts_are_of_the_closed_lists(path: Path) -> None:
    for claim in labels(path)["claims"]:
        assert claim["type"] in TYPES
        assert claim["verdict"] in VERDICTS
        assert VERDICTS.issuperset(claim.get("also_right", ()))
        assert set(claim) <= KEYS | FURTHER
        assert claim["subject"] or claim["subject_title"]
        assert claim["correct"] is None or claim["verdict"] == "contradicted"
        kind = {"release_year": int, "based_on_true_story": bool}.get(claim["type"], str)
        assert type(claim["stated"]) is kind
        assert claim["correct"] is None or type(claim["correct"]) is kind


def test_no_claim_is_labelled_twice() -> None:
    for path in LABELS:
        seen = Counter((c["quote"], c["type"], c["subject"], str(c["stated"])) for c in labels(path)["claims"])
        assert [key for key, times in seen.items() if times > 1] == []


def test_every_film_is_held(starter: Path) -> None:
    ids = {id_ for path in LABELS for id_ in labels(path)["about"]}
    for path in LABELS:
        for claim in labels(path)["claims"]:
            ids.update(filter(None, (claim["subject"], claim.get("stated_id"), claim.get("correct_id"))))
    assert len(ids) >= 120
    with Catalogue(starter) as catalogue:
        assert [id_ for id_ in sorted(ids) if catalogue.number(id_) is None] == []


def test_there_is_enough_of_everything(record_property: pytest.RecordProperty) -> None:
    """How many errors are planted is written into the report of the run, and that there are articles without one."""
    for name, fewest in (("test", 28), ("dev", 16)):
        of_set = [labels(path) for path in LABELS if path.parent.name == name]
        wrong = [sum(c["verdict"] == "contradicted" for c in told["claims"]) for told in of_set]
        record_property(f"planted in {name}", sum(wrong))
        assert len(of_set) >= fewest
        assert sum(wrong) >= 20
        assert wrong.count(0) >= 4
        assert max(wrong) <= 5
        assert {c["type"] for told in of_set for c in told["claims"]} == TYPES
    assert sum(bool(labels(path)["claims"]) for path in LABELS) == len(LABELS)
