"""JSON-LD: only what schema.org knows, and safe within a script element."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.errors import BadUsage
from basedon.forms import show
from basedon.forms.plain import clean
from basedon.model.answer import Origin, Original
from basedon.model.work import Ids

WORK = {"name", "datePublished", "countryOfOrigin", "author", "creator"}
KNOWN = {
    "Movie": WORK
    | {"alternateName", "inLanguage", "genre", "director", "actor", "trailer", "sameAs", "isBasedOn", "about"},
    "TVSeries": WORK
    | {"alternateName", "inLanguage", "genre", "director", "actor", "trailer", "sameAs", "isBasedOn", "about"},
    **{
        kind: WORK - {"countryOfOrigin"}
        for kind in ("Book", "ShortStory", "Article", "Play", "ComicStory", "Game", "CreativeWork")
    },
    "MusicComposition": {"name", "datePublished", "composer"},
    "Event": {"name", "startDate"},
    "Person": {"name"},
    "Organization": {"name"},
    "Country": {"name"},
    "Language": {"name"},
    "VideoObject": {"name", "url"},
}
"""The properties that schema.org gives these types, as far as they are used."""


def valid(value: Any) -> None:
    """Every object has a known type and only properties of it; nothing is empty."""
    assert value not in (None, "", [], {})
    if isinstance(value, list):
        for part in value:
            valid(part)
    elif isinstance(value, dict):
        assert set(value) - {"@context", "@type", "@id"} <= KNOWN[value["@type"]], value
        for part in value.values():
            valid(part)


def read(answer: object) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(show(answer, "jsonld"))  # type: ignore[arg-type]
    valid(made)
    return made


def test_the_film(make: SimpleNamespace) -> None:
    made = read(make.film(work=make.work(trailer="https://video.example/1")))
    assert (made["@context"], made["@type"]) == ("https://schema.org", "Movie")
    assert made["@id"] == "http://www.wikidata.org/entity/Q3809340"
    assert (made["name"], made["alternateName"], made["datePublished"]) == (
        "Miracle in Cell No. 7",
        "7번방의 선물",
        "2013",
    )
    assert made["countryOfOrigin"] == [{"@type": "Country", "name": "South Korea"}]
    assert made["director"][0]["@id"] == "http://www.wikidata.org/entity/Q12613423"
    assert made["sameAs"] == [
        "https://www.wikidata.org/wiki/Q3809340",
        "https://www.imdb.com/title/tt2659414/",
        "https://en.wikipedia.org/wiki/Miracle_in_Cell_No._7",
    ]
    assert made["trailer"]["url"] == "https://video.example/1"
    assert made["about"] == [{"@type": "Event", "name": "Chuncheon police chief's daughter case", "startDate": "1972"}]
    assert "isBasedOn" not in made


@pytest.mark.parametrize(
    ("kind", "named", "maker"),
    [
        ("novel", "Book", "author"),
        ("memoir", "Book", "author"),
        ("short story", "ShortStory", "author"),
        ("article", "Article", "author"),
        ("play", "Play", "author"),
        ("comic", "ComicStory", "author"),
        ("game", "Game", "creator"),
        ("song", "MusicComposition", "composer"),
        ("folk tale", "CreativeWork", "creator"),
        ("film", "Movie", "creator"),
        ("series", "TVSeries", "creator"),
        ("other", "CreativeWork", "creator"),
        ("something new", "CreativeWork", "creator"),
    ],
)
def test_what_it_is_based_on(make: SimpleNamespace, kind: str, named: str, maker: str) -> None:
    (source,) = read(make.film(based_on=(Origin(kind, "Dune", "Frank Herbert", 1965, "wikidata:Q190192"),)))[
        "isBasedOn"
    ]
    assert source["@type"] == named
    assert source[maker]["name"] == "Frank Herbert"
    assert (source["datePublished"], source["@id"]) == ("1965", "http://www.wikidata.org/entity/Q190192")


def test_people_and_events_are_what_it_is_about(make: SimpleNamespace) -> None:
    made = read(make.film(based_on=(Origin("person", "Marie Curie"), Origin("event", None), Origin("novel", None))))
    assert made["about"] == [{"@type": "Person", "name": "Marie Curie"}]
    assert "isBasedOn" not in made


def test_years_before_our_era_are_left_out(make: SimpleNamespace) -> None:
    (source,) = read(make.film(based_on=(Origin("play", "Medea", "Euripides", -431),)))["isBasedOn"]
    assert "datePublished" not in source


def test_the_film_it_remakes_is_named_once(make: SimpleNamespace) -> None:
    above = Original("Oldboy", 2003, ("South Korea",), "wikidata:Q190588")
    made = read(make.film(remake_of=above, based_on=(Origin("comic", "Old Boy"),)))
    assert [source["@type"] for source in made["isBasedOn"]] == ["Movie", "ComicStory"]
    twice = read(make.film(remake_of=above, based_on=(Origin("film", "Oldboy", None, 2003, "wikidata:Q190588"),)))
    assert len(twice["isBasedOn"]) == 1


def test_series_and_works_without_ids(make: SimpleNamespace) -> None:
    made = read(make.film(work=make.work(id="curated:x", type="series", ids=Ids(), year=None, countries=(), genres=())))
    assert made["@type"] == "TVSeries"
    assert not {"@id", "sameAs", "datePublished", "countryOfOrigin", "genre"} & set(made)


def test_no_single_film_is_bad_usage(make: SimpleNamespace) -> None:
    with pytest.raises(BadUsage, match="no single film"):
        show(make.asked(work=None, kind="listing"), "jsonld")


def test_hostile_text_cannot_leave_the_script(make: SimpleNamespace, hostile: str) -> None:
    text = show(make.hostile(hostile), "jsonld")
    assert not set("<>&") & set(text)
    valid(json.loads(text))


@given(st.text())
def test_any_title_reads_back(make: SimpleNamespace, title: str) -> None:
    text = show(make.film(work=make.work(title=title)), "jsonld")
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text).get("name", "") == clean(title)
