"""One item of Wikidata taken apart: what holds of it, under which rank, with which doubts, and where it was read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import msgspec
import pytest
from bench.dumps_entities import Json, date, entity, own_words, statement, text, to_item, unknown
from hypothesis import given, settings
from hypothesis import strategies as st

from basedon.model.record import Record
from basedon.model.statement import Predicate, Statement, Target
from basedon.sources import wikidata_items as items
from basedon.sources import wikidata_json
from basedon.sources.wikidata_json import Item

FILM = statement(to_item("P31", "Q11424"))
TITLED = {"en": "Salt Road"}
SALT = "wikidata:Q100"


def read(
    *claims: Json,
    labels: dict[str, str] = TITLED,
    aliases: dict[str, list[str]] | None = None,
    pages: dict[str, str] | None = None,
    id_: str = "Q100",
    **changed: Any,
) -> Item:
    """An item as its line in the dump gives it."""
    made = entity(labels, {}, aliases or {}, claims, pages or {}) | changed
    return wikidata_json.decode(json.dumps(made).replace("<<id>>", id_).encode())


def film(*claims: Json, **more: Any) -> list[Record]:
    found = items.record(read(FILM, *claims, **more))
    assert found is not None
    return found


def said(records: Sequence[Record], *predicates: Predicate) -> list[Statement]:
    """What a film's own record says under some predicates."""
    return [s for s in records[0].says if s.predicate in predicates]


def targets(records: Sequence[Record], *predicates: Predicate) -> list[Target]:
    return [s.target for s in said(records, *predicates)]


def to(number: int) -> Target:
    return Target(id=f"wikidata:Q{number}")


NAMES = (Predicate.TITLE, Predicate.ORIGINAL_TITLE, Predicate.ALSO_CALLED)


# titles


@pytest.mark.parametrize(
    ("labels", "title"),
    [
        ({"de": "Salzweg", "en": "Salt Road", "mul": "Salt"}, "Salt Road"),
        ({"de": "Salzweg", "mul": "Salt"}, "Salt"),
        ({"de": "Salzweg", "en-us": "Salt Route", "en-gb": "Salt Way"}, "Salt Way"),
        ({"fr": "Route du sel", "de": "Salzweg"}, "Salzweg"),
        ({"ko": "소금길"}, "소금길"),
        ({"en": 'The "Salt" \\ Road'}, 'The "Salt" \\ Road'),
    ],
)
def test_the_title_is_the_english_label_else_the_one_of_all_languages_else_another(
    labels: dict[str, str], title: str
) -> None:
    assert targets(film(labels=labels), Predicate.TITLE) == [Target(title)]
    assert wikidata_json.name(read(labels=labels)) == title


def test_without_a_label_the_page_gives_the_title_else_the_original_title() -> None:
    original = statement(own_words("P1476", "Saltveien", "nb"))
    page = {"enwiki": "Salt Road (1971 film)"}
    assert targets(film(original, labels={}, pages=page), Predicate.TITLE) == [Target("Salt Road")]
    assert targets(film(original, labels={}), Predicate.TITLE) == [Target("Saltveien")]
    assert targets(film(labels={}), *NAMES) == []


def test_each_wording_is_said_once_with_its_place() -> None:
    found = film(
        statement(own_words("P1476", "Saltveien", "nb")),
        statement(own_words("P1476", "Old title", "nb"), rank="deprecated"),
        labels={"en": "Salt Road", "de": "Salzweg", "nb": "Saltveien", "fr": "Salt Road"},
        aliases={"en": ["The Salt Road", "Salt Road"], "de": ["Salzweg", "Die Salzstraße"]},
        pages={"enwiki": "Salt Road (1971 film)"},
    )
    assert [(s.predicate, s.target.title, s.evidence[0].locator) for s in said(found, *NAMES)] == [
        (Predicate.TITLE, "Salt Road", "label"),
        (Predicate.ORIGINAL_TITLE, "Saltveien", "P1476"),
        (Predicate.ALSO_CALLED, "Salzweg", "label, de"),
        (Predicate.ALSO_CALLED, "Die Salzstraße", "alias, de"),
        (Predicate.ALSO_CALLED, "The Salt Road", "alias, en"),
    ]


def test_what_is_empty_is_a_list_in_php_s_json() -> None:
    nothing = read(labels={}, claims=[], aliases=[], sitelinks=[])
    bare = msgspec.json.decode(msgspec.json.encode(nothing), type=Item)
    assert items.record(bare) is None
    assert wikidata_json.classes(bare) == []
    assert wikidata_json.thing(bare) is None
    assert wikidata_json.name(wikidata_json.decode(b'{"id":"Q1","labels":[],"claims":[]}')) is None


# the same work elsewhere


def test_pages_of_all_wikipedias_and_imdb_are_the_same_work() -> None:
    pages = {
        "enwiki": "Salt Road (1971 film)",
        "kowiki": "소금길",
        "zh_min_nanwiki": "Iâm",
        "simplewiki": "Salt Road",
        "commonswiki": "Category:Salt Road",
        "enwikiquote": "Salt Road",
        "specieswiki": "Salt",
        "wikidatawiki": "Q100",
        "metawiki": "Salt",
    }
    ids = [
        statement(text("P345", id_, "external-id"))
        for id_ in ("tt0000071", "nm0000071", "tt71", "tt0000071/", "tt12345678")
    ]
    assert [t.id for t in targets(film(*ids, pages=pages), Predicate.SAME_AS)] == [
        "imdb:tt0000071",
        "imdb:tt12345678",
        "wikipedia:Salt Road (1971 film)",
        "wikipedia-ko:소금길",
        "wikipedia-simple:Salt Road",
        "wikipedia-zh-min-nan:Iâm",
    ]


# ranks, and what has no value

POINTING = {
    "P144": Predicate.BASED_ON,
    "P941": Predicate.INSPIRED_BY,
    "P921": Predicate.MAIN_SUBJECT,
    "P57": Predicate.DIRECTOR,
    "P58": Predicate.WRITER,
    "P161": Predicate.CAST_MEMBER,
    "P136": Predicate.GENRE,
    "P364": Predicate.LANGUAGE,
    "P495": Predicate.COUNTRY,
    "P179": Predicate.PART_OF_SERIES,
    "P166": Predicate.AWARD,
    "P1411": Predicate.NOMINATION,
}


@pytest.mark.parametrize(("property_", "predicate"), POINTING.items())
def test_deprecated_never_counts_and_preferred_is_kept_as_a_rank(property_: str, predicate: Predicate) -> None:
    found = film(
        statement(to_item(property_, "Q1"), rank="deprecated"),
        statement(to_item(property_, "Q2"), rank="preferred"),
        statement(to_item(property_, "Q3")),
    )
    assert [(s.target.id, s.rank) for s in said(found, predicate)] == [
        ("wikidata:Q2", "preferred"),
        ("wikidata:Q3", "normal"),
    ]


@pytest.mark.parametrize("property_", [*POINTING, "P4969"])
@pytest.mark.parametrize("snaktype", ["novalue", "somevalue"])
def test_what_is_unknown_or_nothing_is_not_said(property_: str, snaktype: str) -> None:
    assert film(statement(unknown(property_, "wikibase-item", snaktype))) == film()


def test_ranks_hold_for_plain_values_too() -> None:
    found = film(
        statement(text("P345", "tt0000001", "external-id"), rank="deprecated"),
        statement(text("P345", "tt0000002", "external-id"), rank="preferred"),
        statement(date("P577", "1960-01-01"), rank="deprecated"),
        statement(date("P577", "1971-01-01"), rank="preferred"),
        statement(date("P577", "1970-01-01")),
    )
    assert [(s.target.id, s.rank) for s in said(found, Predicate.SAME_AS)] == [("imdb:tt0000002", "preferred")]
    assert targets(found, Predicate.YEAR) == [Target(year=1970)]


def test_a_class_that_is_deprecated_makes_no_film() -> None:
    assert items.record(read(statement(to_item("P31", "Q11424"), rank="deprecated"))) is None
    both = read(statement(to_item("P31", "Q11424"), rank="deprecated"), statement(to_item("P31", "Q5398426")))
    assert targets(items.record(both) or [], Predicate.TYPE) == [Target("series")]
    assert wikidata_json.former_classes(both) == [11424]
    assert wikidata_json.classes(both) == [5398426]


@pytest.mark.parametrize(
    ("classes", "type_"),
    [(("Q24862",), "film"), (("Q5398426",), "series"), (("Q5398426", "Q506240"), "film"), (("Q5", "Q202866"), "film")],
)
def test_the_type_is_that_of_the_classes(classes: tuple[str, ...], type_: str) -> None:
    found = items.record(read(*(statement(to_item("P31", each)) for each in classes)))
    assert targets(found or [], Predicate.TYPE) == [Target(type_)]


# dates


@pytest.mark.parametrize(
    ("times", "year"),
    [
        ([("1971-05-04", 11)], 1971),
        ([("1971-05-00", 10)], 1971),
        ([("1971-00-00", 9)], 1971),
        ([("1970-00-00", 8)], None),
        ([("1900-00-00", 7), ("1972-00-00", 9)], 1972),
        ([("1973-01-01", 11), ("1971-00-00", 9), ("1972-01-01", 11)], 1971),
        ([], None),
    ],
)
def test_the_year_is_the_earliest_that_is_known_to_the_year(times: list[tuple[str, int]], year: int | None) -> None:
    found = film(*(statement(date("P577", *time)) for time in times))
    assert targets(found, Predicate.YEAR) == ([Target(year=year)] if year else [])


def test_no_film_is_of_before_christ() -> None:
    early = date("P577", "0480-00-00", 9)
    early["datavalue"]["value"]["time"] = "-0480-00-00T00:00:00Z"
    assert targets(film(statement(early)), Predicate.YEAR) == []
    made = read(statement(to_item("P31", "Q7725634")), statement(early))
    assert (wikidata_json.thing(made) or b"").split(b"\t")[4] == b"-480"


# the story


@pytest.mark.parametrize("property_", ["P1480", "P5102"])
def test_a_doubt_is_a_hedge(property_: str) -> None:
    doubt = [to_item(property_, "Q18122778")]
    found = film(statement(to_item("P144", "Q1"), qualifiers=doubt), statement(to_item("P144", "Q2")))
    assert [(s.target, s.hedge) for s in said(found, Predicate.BASED_ON)] == [(to(1), "reportedly"), (to(2), None)]


URL = text("P854", "https://lamp.example/1", "url")


@pytest.mark.parametrize(
    ("references", "locator"),
    [
        ([], "P144"),
        ([[to_item("P143", "Q328")]], "P144, reference: imported from Q328"),
        ([[to_item("P143", "Q328")], [to_item("P248", "Q9")]], "P144, reference: stated in Q9"),
        ([[to_item("P248", "Q9"), URL]], "P144, reference: https://lamp.example/1"),
        ([[to_item("P143", "Q328")], [URL]], "P144, reference: https://lamp.example/1"),
        ([[date("P813", "2020-01-01")]], "P144"),
        ([[unknown("P248", "wikibase-item", "somevalue")]], "P144"),
    ],
)
def test_the_reference_is_part_of_the_place(references: list[list[Json]], locator: str) -> None:
    found = film(statement(to_item("P144", "Q1"), references=references))
    assert [s.evidence[0].locator for s in said(found, Predicate.BASED_ON)] == [locator]


def test_a_long_address_is_cut() -> None:
    url = text("P854", "https://lamp.example/" + "x" * 5000, "url")
    found = film(statement(to_item("P144", "Q1"), references=[[url]]))
    assert len(said(found, Predicate.BASED_ON)[0].evidence[0].locator) < 220


def test_derivatives_are_said_of_what_was_made() -> None:
    """The record of the later work has its subject, and the earlier item as the place where it was read."""
    own, *others = film(
        statement(to_item("P4969", "Q200"), references=[[URL]], rank="preferred"),
        statement(to_item("P4969", "Q201"), rank="deprecated"),
        statement(to_item("P4969", "Q100")),
        statement(to_item("P4969", "Q202")),
    )
    assert own == film()[0]
    assert [(r.subject, [(s.predicate, s.target, s.rank) for s in r.says]) for r in others] == [
        ("wikidata:Q200", [(Predicate.BASED_ON, to(100), "preferred")]),
        ("wikidata:Q202", [(Predicate.BASED_ON, to(100), "normal")]),
    ]
    (evidence,) = others[0].says[0].evidence
    assert (evidence.source, evidence.record) == ("wikidata", "Q100")
    assert evidence.locator == "P4969, reference: https://lamp.example/1"


def test_a_documentary_depicts_what_is_real() -> None:
    found = items.record(read(statement(to_item("P31", "Q93204")))) or []
    assert targets(found, Predicate.DEPICTS) == [Target(type="other")]
    assert targets(found, Predicate.TYPE) == [Target("film")]
    assert said(film(), Predicate.DEPICTS) == []


def test_what_follows_is_a_sequel_only_within_a_series() -> None:
    chain = statement(to_item("P155", "Q1")), statement(to_item("P156", "Q2"))
    assert said(film(*chain), Predicate.SEQUEL_OF, Predicate.FOLLOWED_BY) == []
    found = film(*chain, statement(to_item("P179", "Q3")))
    assert [(s.predicate, s.target, s.kind) for s in said(found, Predicate.SEQUEL_OF, Predicate.FOLLOWED_BY)] == [
        (Predicate.SEQUEL_OF, to(1), None),
        (Predicate.FOLLOWED_BY, to(2), "sequel"),
    ]


def test_an_award_has_its_year() -> None:
    found = film(
        statement(to_item("P166", "Q1"), qualifiers=[date("P585", "1972-00-00", 9)]),
        statement(to_item("P1411", "Q1"), qualifiers=[date("P577", "1972-00-00", 9)]),
    )
    assert targets(found, Predicate.AWARD, Predicate.NOMINATION) == [Target(year=1972, id="wikidata:Q1"), to(1)]


def test_a_video_is_a_trailer_where_it_is_called_one() -> None:
    role = [to_item("P3831", "Q622550")]
    found = film(
        statement(text("P1651", "dQw4w9WgXcQ", "external-id"), qualifiers=role),
        statement(text("P1651", "aaaaaaaaaaa", "external-id")),
        statement(text("P1651", "too short", "external-id"), qualifiers=role),
        statement(text("P1651", "javascript:", "external-id"), qualifiers=role),
    )
    assert targets(found, Predicate.TRAILER) == [Target("https://www.youtube.com/watch?v=dQw4w9WgXcQ")]


# what an item is called by others


def line(*claims: Json, **more: Any) -> list[str] | None:
    made = wikidata_json.thing(read(*claims, **more))
    return made.decode().split("\t") if made is not None else None


def test_the_line_of_a_book() -> None:
    book = (
        statement(to_item("P31", "Q7725634")),
        statement(to_item("P7937", "Q8261")),
        statement(to_item("P50", "Q7")),
        statement(to_item("P50", "Q8"), rank="deprecated"),
        statement(date("P577", "1933-00-00", 9)),
        statement(date("P571", "1930-00-00", 9)),
    )
    assert line(*book, labels={"en": 'Low\t"Tide"'}) == ["100", "8261", r"Low\t\"Tide\"", "7", "1933", ""]


@pytest.mark.parametrize(
    ("makers", "shown"),
    [
        ([("P170", "Q2"), ("P50", "Q1")], "1"),
        ([("P170", "Q2"), ("P178", "Q3")], "2"),
        ([("P178", "Q3"), ("P86", "Q4")], "3"),
        ([("P86", "Q4"), ("P175", "Q5")], "4"),
        ([("P175", "Q5"), ("P175", "Q6")], "5,6"),
        ([], ""),
    ],
)
def test_the_maker_is_the_author_else_the_next_best(makers: list[tuple[str, str]], shown: str) -> None:
    assert (line(*(statement(to_item(*maker)) for maker in makers)) or [])[3] == shown


def test_what_has_no_name_has_no_line() -> None:
    assert line(FILM, labels={}, pages={"enwiki": "Salt Road"}) is None
    assert wikidata_json.named(read(FILM, labels={})) is None


def test_a_person_has_an_id_of_imdb_and_nothing_else_has_one() -> None:
    ids = statement(text("P345", "nm1", "external-id"), rank="deprecated"), statement(text("P345", "nm0000002"))
    human = statement(to_item("P31", "Q5"))
    assert wikidata_json.named(read(human, *ids)) == b"100\t5\tSalt Road\t\t\tnm0000002"
    assert wikidata_json.named(read(FILM, *ids)) == b"100\t11424\tSalt Road\t\t\t"
    assert wikidata_json.named(read(human, statement(text("P345", "nm1\tx")))) == b"100\t5\tSalt Road\t\t\t"


# values of other forms


@pytest.mark.parametrize(
    ("value", "id_"),
    [
        ({"entity-type": "item", "numeric-id": 5}, "Q5"),
        ({"entity-type": "item", "id": "Q5"}, "Q5"),
        ({"id": "Q5"}, "Q5"),
        ({"entity-type": "property", "numeric-id": 5, "id": "P5"}, None),
        ({"entity-type": "property", "numeric-id": 5}, None),
        ({"entity-type": "item", "numeric-id": "x"}, None),
        ({"id": "Q"}, None),
        ({"id": "Q05"}, None),
        ({"id": "Q5x"}, None),
        ({"id": "Q" + "9" * 40}, None),
        ({"id": 5}, None),
        ("Q5", None),
        ([], None),
        (None, None),
    ],
)
def test_the_item_that_a_value_names(value: Any, id_: str | None) -> None:
    claim = statement({"snaktype": "value", "property": "P144", "datavalue": {"value": value, "type": "x"}})
    assert [t.id for t in targets(film(claim), Predicate.BASED_ON)] == ([f"wikidata:{id_}"] if id_ else [])


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
keys = ("id", "numeric-id", "entity-type", "time", "precision", "text", "amount", "language")
valued = st.fixed_dictionaries({}, optional=dict.fromkeys(keys, anything))
properties = st.sampled_from([*POINTING, "P31", "P50", "P345", "P577", "P1476", "P1651", "P4969", "P7937"])


@settings(max_examples=300)
@given(property_=properties, value=anything | valued, qualifiers=anything, references=anything, rank=anything)
def test_whatever_a_value_is_it_is_read_or_refused(
    property_: str, value: Any, qualifiers: Any, references: Any, rank: Any
) -> None:
    """No other error than the one that makes an issue of the item."""
    snak = {"snaktype": "value", "property": property_, "datavalue": {"value": value, "type": "string"}}
    inner = {"P854": [snak], "P1480": [snak], "P585": [snak], "P248": [snak]}
    for claim in (
        {"mainsnak": snak, "rank": "normal", "qualifiers": inner, "references": [{"snaks": inner}]},
        {"mainsnak": snak, "rank": rank, "qualifiers": qualifiers, "references": references},
    ):
        try:
            item = wikidata_json.decode(
                json.dumps({"id": "Q1", "claims": {"P31": [FILM], property_: [FILM, claim]}}).encode()
            )
            found = items.record(item)
        except msgspec.DecodeError:
            continue
        assert found is not None or property_ == "P31"
        wikidata_json.thing(item)
