"""Wikidata's dump: lines of the official layout are read as any other writing of the same entities is."""

from __future__ import annotations

import gzip
import json
import random
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from bench.dumps_entities import Json, entity, statement, text, to_item, unknown
from bench.dumps_wikidata import blocks
from hypothesis import given, settings
from hypothesis import strategies as st

from basedon.model.issue import Issue
from basedon.model.statement import Predicate
from basedon.sources import wikidata_json
from basedon.sources.given import Given
from basedon.sources.wikidata import Wikidata

REAL = Path(__file__).parents[3] / "shared" / "data" / "wikidata-entities"

FILM, HUMAN, NOVEL, TAXON = "Q11424", "Q5", "Q8261", "Q16521"


def official(made: Json, id_: str = "") -> bytes:
    """One entity as PHP writes it: compact, with letters beyond ASCII and slashes escaped."""
    text = json.dumps(made, separators=(",", ":")).replace("/", "\\/")
    return (text.replace("<<id>>", id_) if id_ else text).encode()


def spaced(made: Json) -> bytes:
    return json.dumps(made, ensure_ascii=False).encode()


def api(made: Json) -> bytes:
    """As Wikidata's API gives an entity."""
    first = {key: made[key] for key in ("pageid", "ns", "title", "lastrevid", "modified") if key in made}
    return json.dumps(first | made, separators=(",", ":"), ensure_ascii=False).encode()


def claims_first(made: Json) -> bytes:
    order = ("type", "claims", "id", "sitelinks", "labels")
    return json.dumps({key: made[key] for key in order if key in made} | made, separators=(",", ":")).encode()


def sorted_keys(made: Json) -> bytes:
    return json.dumps(made, separators=(",", ":"), sort_keys=True).encode()


def filtered(made: Json) -> bytes:
    """As a program writes it that makes a subset: some keys only, in its own order."""
    kept = ("id", "type", "sitelinks", "aliases", "labels", "claims")
    return json.dumps({key: made[key] for key in kept if key in made}, separators=(",", ":")).encode()


OTHERS = (spaced, api, claims_first, sorted_keys, filtered)


def made(
    id_: str, *classes: str, labels: dict[str, str] | None = None, claims: tuple[Json, ...] = (), **more: Any
) -> Json:
    """An entity with its id in place."""
    of = [statement(to_item("P31", each)) for each in classes]
    named = {"en": f"Thing {id_}"} if labels is None else labels
    found = entity(named, {"en": "a thing"}, {}, [*of, *claims], {"enwiki": f"Page of {id_}"}, **more)
    given: Json = json.loads(json.dumps(found).replace("<<id>>", id_))
    return given


def read(*lines: bytes) -> Given:
    return Wikidata().read(b"[\n" + b",\n".join(lines) + b"\n]\n")


def things(given: Given) -> list[tuple[str, ...]]:
    """The lines of things, with their labels as text, in whatever way their JSON was escaped."""
    return [
        tuple(json.loads(f'"{cell}"') if n == 2 else cell for n, cell in enumerate(line.decode().split("\t")))
        for line in given.things
    ]


def assert_all_layouts_alike(entities: list[Json]) -> Given:
    """Read entities in every layout; what the official one gives."""
    first = read(*map(official, entities))
    for layout in OTHERS:
        other = read(*map(layout, entities))
        assert other.records == first.records, layout.__name__
        assert other.issues == first.issues, layout.__name__
        assert things(other) == things(first), layout.__name__
    return first


# layouts


@cache
def generated() -> list[Json]:
    """Entities of a made-up dump, of all kinds."""
    lines = b"".join(blocks(500, 0.08, 7, 1)).splitlines()
    return [json.loads(line.rstrip(b",")) for line in lines]


def test_every_layout_gives_the_same() -> None:
    first = assert_all_layouts_alike(generated())
    films = [r for r in first.records if any(s.predicate is Predicate.TYPE for s in r.says)]
    assert len(films) == 40
    assert len(first.things) > 200
    assert {issue.kind for issue in first.issues} <= {"deprecated"}
    assert {name for _, _, name, *_ in things(first)} >= {"United States", "drama film"}
    people = [line for line in things(first) if line[1] == "5"]
    assert any(line[5].startswith("nm") for line in people)
    assert any(line[3] and line[4] for line in things(first))  # books with their makers and years


CLASSES = (FILM, "Q5398426", HUMAN, NOVEL, TAXON, "Q4167410", "Q198", "Q999999")
ranks = st.sampled_from(["normal", "preferred", "deprecated"])
classes = st.sampled_from(
    [
        *(to_item("P31", each) for each in CLASSES),
        *(unknown("P31", "wikibase-item", kind) for kind in ("somevalue", "novalue")),
    ]
)


@st.composite
def class_claims(draw: st.DrawFn) -> Json:
    """A statement of P31, at times with a film as a qualifier and a taxon as a reference."""
    more = draw(st.booleans())
    qualified, referred = [to_item("P642", FILM)] * more, [[to_item("P248", TAXON)]] * more
    return statement(draw(classes), rank=draw(ranks), qualifiers=qualified, references=referred)


other_claims = st.sampled_from(
    [
        statement(to_item("P279", FILM)),
        statement(text("P345", "nm0000001", "external-id")),
        statement(text("P345", "nm0000002", "external-id"), rank="deprecated"),
        statement(text("P345", "tt0000001", "external-id")),
        statement(to_item("P50", "Q7"), references=[[to_item("P31", FILM)]]),
        statement(to_item("P144", NOVEL), qualifiers=[to_item("P31", FILM)]),
    ]
)
letters = st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from('"\\/\t')
words = st.text(letters, min_size=1, max_size=6).filter(str.strip)
labels = st.dictionaries(st.sampled_from(["en", "mul", "en-gb", "en-us", "de", "ko", "zh-hant"]), words, max_size=4)


@settings(max_examples=400)
@given(
    before=st.lists(other_claims, max_size=2),
    of=st.lists(class_claims(), max_size=4),
    after=st.lists(other_claims, max_size=2),
    named=labels,
)
def test_every_layout_gives_the_same_whatever_the_classes_are(
    before: list[Json], of: list[Json], after: list[Json], named: dict[str, str]
) -> None:
    """Classes under all ranks, without values, with qualifiers that are no classes; labels in any language or none."""
    assert_all_layouts_alike([made("Q77", labels=named, claims=(*before, *of, *after))])


def test_old_dumps_have_hashes_in_their_snaks() -> None:
    """Between property and value, also of a class."""
    one = made("Q77", FILM, NOVEL)
    for claim in one["claims"]["P31"]:
        snak = claim["mainsnak"]
        claim["mainsnak"] = {"snaktype": "value", "property": "P31", "hash": "0f" * 20} | snak
    assert len(assert_all_layouts_alike([one]).records) == 1


@settings(max_examples=60)
@given(cuts=st.lists(st.integers(0, 120), max_size=8), ends=st.sampled_from([b",\n", b",\r\n", b"\n"]))
def test_entities_are_read_alike_in_any_blocks(cuts: list[int], ends: bytes) -> None:
    lines = [official(each) + ends for each in generated()[:120]]
    whole = Wikidata().read(b"".join(lines))
    found = Given([], [], [], [])
    edges = [0, *sorted(cuts), len(lines)]
    for first, last in pairwise(edges):
        part = Wikidata().read(b"".join(lines[first:last]))
        found.records += part.records
        found.things += part.things
        found.issues += part.issues
    assert found == whole


# what is a film, what a thing, what is left out


def test_films_are_records_and_all_else_that_has_a_name_is_a_line() -> None:
    given = read(
        official(made("Q1", FILM)),
        official(made("Q2", HUMAN, claims=(statement(text("P345", "nm0000002", "external-id")),))),
        official(made("Q3", NOVEL, claims=(statement(to_item("P50", "Q2")),))),
        official(made("Q4", "Q198")),
        official(made("Q5")),
        official(made("Q6", TAXON)),
        official(made("Q7", labels={})),
        official(made("P8", datatype="string")),
        b'{"type":"lexeme","id":"L9","lemmas":{}}',
        b'{"type":"mediainfo","id":"M10"}',
    )
    assert [record.subject for record in given.records] == ["wikidata:Q1"]
    assert given.things == [
        b"1\t11424\tThing Q1\t\t\t",
        b"2\t5\tThing Q2\t\t\tnm0000002",
        b"3\t8261\tThing Q3\t2\t\t",
        b"4\t198\tThing Q4\t\t\t",
        b"5\t\tThing Q5\t\t\t",
    ]
    assert [(issue.record, issue.kind) for issue in given.issues] == [("?", "unreadable")]


@pytest.mark.parametrize("layout", [official, spaced])
@pytest.mark.parametrize(
    ("classes", "records"),
    [((FILM, HUMAN), 1), ((HUMAN, FILM), 1), ((TAXON, FILM), 1), ((NOVEL, TAXON), 0), (("Q999", "Q998", FILM), 1)],
)
def test_one_class_of_several_makes_a_film(layout: Any, classes: tuple[str, ...], records: int) -> None:
    given = read(layout(made("Q1", *classes)))
    assert len(given.records) == records
    assert len(given.things) == records


@pytest.mark.parametrize("layout", [official, spaced])
def test_a_film_by_deprecated_statements_only_is_kept_as_an_issue(layout: Any) -> None:
    was = statement(to_item("P31", FILM), rank="deprecated")
    given = read(layout(made("Q1", claims=(was,))), layout(made("Q2", NOVEL, claims=(was,))))
    assert given.records == []
    assert given.issues == [
        Issue("wikidata", id_, "deprecated", "is a film by deprecated statements only") for id_ in ("Q1", "Q2")
    ]
    assert [line.split(b"\t")[:2] for line in given.things] == [[b"1", b""], [b"2", b"8261"]]


@pytest.mark.parametrize(
    "label",
    [
        'say "no"',
        '"',
        "back\\slash",
        "ends with one \\",
        'both \\"',
        "\\\\",
        "tab\tand\nline",
        "A/B",
        "Amélie",
        "소금길",
        "🎬",
        '","descriptions":{"en":{"language":"en","value":"x',
        '"P31":[{"mainsnak":{"snaktype":"value","property":"P31"',
    ],
)
def test_labels_of_all_letters(label: str) -> None:
    given = assert_all_layouts_alike([made("Q1", "Q198", labels={"en": label, "de": "anders"}), made("Q2", FILM)])
    assert things(given)[0] == ("1", "198", label, "", "", "")


# lines that can't be read


def test_lines_that_are_no_entities_are_named_one_by_one() -> None:
    good = official(made("Q1", FILM))
    given = read(good, b"\0\1\2 garbage", b"<html>", b"{}", b'{"type":"item","id":"x"}', b"[1, 2]", good[:-200], good)
    assert [record.subject for record in given.records] == ["wikidata:Q1", "wikidata:Q1"]
    assert [(issue.record, issue.kind) for issue in given.issues] == [
        ("?", "unreadable"),
        ("?", "unreadable"),
        ("?", "unreadable"),
        ("?", "unreadable"),
        ("?", "unreadable"),
        ("Q1", "unreadable"),
    ]
    assert len(set(given.issues)) == 6


def test_a_film_of_another_form_is_an_issue_and_the_next_line_is_read() -> None:
    odd = made("Q1", FILM)
    odd["claims"]["P144"] = [{"mainsnak": "nothing"}]
    worse = made("Q2", FILM, claims=(statement(to_item("P144", NOVEL)),))
    worse["claims"]["P144"][0]["references"] = "none"
    for layout in (official, spaced):
        given = read(layout(odd), layout(worse), layout(made("Q3", FILM)))
        assert [record.subject for record in given.records] == ["wikidata:Q3"]
        assert [(issue.record, issue.kind) for issue in given.issues] == [("Q1", "unreadable"), ("Q2", "unreadable")]


@pytest.mark.parametrize("layout", [official, spaced, api])
@pytest.mark.parametrize("place", ["Salt Road", "https:"])
def test_bytes_that_are_no_utf8_cost_no_film(layout: Any, place: str) -> None:
    """In a label, and in the address of a reference."""
    source = [text("P854", "https://lamp.example", "url")]
    one = made("Q1", FILM, labels={"en": "Salt Road"}, claims=(statement(to_item("P144", NOVEL), references=[source]),))
    line = layout(one).replace(place.encode(), place.encode() + b"\xff\xfe", 1)
    given = read(line, layout(made("Q2", FILM)))
    assert [record.subject for record in given.records] == ["wikidata:Q1", "wikidata:Q2"]
    assert given.issues == [Issue("wikidata", "Q1", "not UTF-8", "bytes that are no UTF-8 were replaced")]
    text_ = next(s.target.title for s in given.records[0].says if s.predicate is Predicate.TITLE)
    assert text_ == ("Salt Road\ufffd\ufffd" if place == "Salt Road" else "Salt Road")


def test_a_line_nested_deeper_than_any_entity_is_an_issue() -> None:
    deep = official(made("Q1", FILM)).replace(b'"sitelinks":{', b'"sitelinks":{"x":' + b"[" * 100_000, 1)
    given = read(deep, official(made("Q2", FILM)))
    assert [record.subject for record in given.records] == ["wikidata:Q2"]
    assert [issue.record for issue in given.issues] == ["Q1"]


@settings(max_examples=200)
@given(seed=st.integers(0, 10_000), count=st.integers(1, 30))
def test_damaged_lines_raise_nothing(seed: int, count: int) -> None:
    """Some bytes of a block are others, or are missing."""
    rng = random.Random(seed)  # noqa: S311
    lines = [official(each) for each in generated()[:8]] + [api(each) for each in generated()[8:12]]
    block = bytearray(b",\n".join(lines))
    for _ in range(count):
        at = rng.randrange(len(block))
        if rng.random() < 0.5:
            block[at] = rng.choice(b'{}[]",:\\Q0\n\xff')
        else:
            del block[at : at + rng.randrange(1, 400)]
    Wikidata().read(bytes(block))


# real entities


@pytest.mark.skipif(not REAL.is_dir(), reason="the shared data is not at hand")
def test_each_line_of_a_real_dump_is_a_thing_or_left_out_by_name() -> None:
    lines = gzip.decompress((REAL / "wikibase-dump-filter_fixture_entities.jsonl.gz").read_bytes()).splitlines()
    entities = [json.loads(line.rstrip(b",")) for line in lines if len(line) > 3]
    assert len(entities) == 49
    given = Wikidata().read(b"\n".join(lines) + b"\n")
    assert given.records == []
    assert given.issues == []
    left_out = {"Q153", "Q160"}  # ethanol, a chemical compound; the whales, a taxon
    assert [f"Q{number}" for number, *_ in things(given)] == [e["id"] for e in entities if e["id"] not in left_out]
    names = {e["id"]: e["labels"]["en"]["value"] for e in entities}
    assert all(names[f"Q{number}"] == name for number, _, name, *_ in things(given))
    people = [line for line in things(given) if line[1] == HUMAN[1:]]
    assert [name for _, _, name, *_ in people] == [
        *("George Washington", "Larry Sanger", "Ludwig van Beethoven", "Sebastián Piñera")
    ]
    assert [imdb for *_, imdb in people] == ["", "nm2942095", "nm0002727", ""]
    assert_all_layouts_alike(entities)


@pytest.mark.skipif(not REAL.is_dir(), reason="the shared data is not at hand")
def test_a_real_film_is_read_in_every_layout() -> None:
    film = json.loads((REAL / "Q2262932.json").read_bytes())
    given = assert_all_layouts_alike([film])
    (record,) = given.records
    said = {(s.predicate, s.target.title or s.target.year or s.target.id) for s in record.says}
    assert record.subject == "wikidata:Q2262932"
    assert {
        (Predicate.TITLE, "City Streets"),
        (Predicate.YEAR, 1931),
        (Predicate.SAME_AS, "imdb:tt0021750"),
        (Predicate.SAME_AS, "wikipedia:City Streets (1931 film)"),
    } <= said


@pytest.mark.skipif(not REAL.is_dir(), reason="the shared data is not at hand")
def test_real_entities_of_the_api_are_read_or_left_out() -> None:
    given = Given([], [], [], [])
    for path in sorted(REAL.glob("*.json")):
        made = json.loads(path.read_bytes())
        if "id" not in made:
            continue
        one = assert_all_layouts_alike([made])
        assert one.issues == []
        assert (len(one.things) == 1) == (made["type"] == "item" and bool(made.get("labels"))), path.name
        given.records += one.records
    assert [record.subject for record in given.records] == ["wikidata:Q2262932"]
    assert wikidata_json.ITEM.fullmatch("Q2262932")
