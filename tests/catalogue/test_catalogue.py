from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from basedon.catalogue import catalogue as catalogue_module
from basedon.catalogue.catalogue import Catalogue, chunks
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target
from basedon.model.work import Ids, Person

Film = Callable[..., list[Statement]]
Say = Callable[..., Statement]
Holding = Callable[..., Catalogue]


def number(held: Catalogue, id_: str) -> int:
    found = held.number(id_)
    assert found is not None
    return found


def test_a_work_with_all_that_is_known_of_it(held: Catalogue) -> None:
    work = held.work(number(held, "Q900002"))
    assert (work.title, work.original_title, work.year, work.type) == ("The Lamp", None, 1962, "film")
    assert work.ids == Ids("Q900002", "tt9000002", "The Lamp (1962 film)")
    assert (work.countries, work.languages, work.genres) == (("United States",), ("English",), ("drama",))
    assert [person.name for person in work.directors] == ["Joan Field"]
    assert [person.name for person in work.cast] == ["Tom Vance", "Ella Reed"]
    assert work.trailer is None


def test_order_of_values_is_the_order_in_which_they_were_given(held: Catalogue) -> None:
    ferry, count = (
        held.work(number(held, f"curated:stories#{key}")) for key in ("night-ferry-2010", "long-count-2001")
    )
    assert ferry.type == "series"
    assert ferry.countries == ("Denmark", "Sweden")
    assert count.languages == ("English", "Spanish")
    assert [person.name for person in count.directors] == ["Ray Cole", "Mia Cole"]


@pytest.mark.parametrize(
    "id_",
    [
        "Q900002",
        "wikidata:Q900002",
        "tt9000002",
        "imdb:tt9000002",
        "wikipedia:The Lamp (1962 film)",
        "curated:the-lamp#us-1962",
    ],
)
def test_every_id_leads_to_the_work(held: Catalogue, id_: str) -> None:
    assert held.work(number(held, id_)).label == "The Lamp (1962)"


@pytest.mark.parametrize(
    "id_", ["", "Q9", "tt1", "The Lamp", "wikidata:tt9000002", "imdb:Q900002", "q900002'--", "\x00", "\ud800"]
)
def test_what_is_no_id_of_anything(held: Catalogue, id_: str) -> None:
    assert held.number(id_) is None


def test_every_work_s_own_id_leads_back_to_it(held: Catalogue) -> None:
    for found, work in held.works(range(1, 17)).items():
        assert held.number(work.id) == found


def test_works_come_in_the_order_asked_for(held: Catalogue) -> None:
    assert list(held.works([5, 3, 16, 1])) == [5, 3, 16, 1]
    assert list(held.works(reversed(range(1, 17)))) == list(range(16, 0, -1))


def test_unknown_and_repeated_numbers(held: Catalogue) -> None:
    assert list(held.works([4, 99, 4, -1, 0, 2])) == [4, 2]
    assert held.works([]) == {}
    with pytest.raises(KeyError):
        held.work(99)


def test_more_works_than_fit_one_query(holding: Holding, film: Film) -> None:
    said = [s for n in range(1200) for s in film(f"wikidata:Q{n:05}", f"Film {n}", 1900 + n % 100, f"Director {n}")]
    catalogue = holding(said)
    wanted = list(range(1200, 0, -1))
    works = catalogue.works(wanted)
    assert list(works) == wanted
    assert all(work.title == f"Film {n - 1}" for n, work in works.items())
    assert all(work.directors[0].name == f"Director {n - 1}" for n, work in works.items())


@pytest.mark.parametrize(("count", "sizes"), [(0, []), (1, [1]), (500, [500]), (501, [500, 1]), (1500, [500] * 3)])
def test_chunks(count: int, sizes: list[int]) -> None:
    cut = list(chunks(list(range(count))))
    assert [len(some) for some in cut] == sizes
    assert [n for some in cut for n in some] == list(range(count))


def test_all_that_is_said_of_a_story_with_its_evidence(held: Catalogue) -> None:
    said = held.told(number(held, "curated:stories#long-count-2001"))
    assert [(t.statement.predicate, t.statement.denied, t.statement.hedge) for t in said] == [
        (Predicate.INSPIRED_BY, False, "reportedly"),
        (Predicate.INSPIRED_BY, True, None),
    ]
    assert said[0].statement.target == Target("the prison count of 1974", "event")
    assert said[0].origin is not None
    assert said[1].origin == said[0].origin
    assert said[0].statement.evidence == (
        Evidence(
            "curated",
            "stories#long-count-2001",
            "the press, no article named; on the film Wikipedia: The Long Count",
            url="https://en.wikipedia.org/wiki/The_Long_Count",
        ),
    )


def test_a_remake_s_statements_point_to_the_original(held: Catalogue) -> None:
    original, remake = number(held, "Q900001"), number(held, "Q900002")
    said = held.told(remake)
    assert [(t.work, t.target_work, t.statement.kind) for t in said] == [
        (remake, original, "official"),
        (remake, original, None),
    ]
    assert [t.statement.evidence[0].source for t in said] == ["curated", "wikipedia"]


@pytest.mark.parametrize(
    ("source", "record", "url"),
    [
        ("wikipedia", "The Lamp (1962 film)", "https://en.wikipedia.org/wiki/The_Lamp_%281962_film%29"),
        ("wikipedia", "AC/DC?#x&y 100%", "https://en.wikipedia.org/wiki/AC/DC%3F%23x%26y_100%25"),
        ("wikipedia", "灯 {record}", "https://en.wikipedia.org/wiki/%E7%81%AF_%7Brecord%7D"),
        ("wikidata", "Q42", "https://www.wikidata.org/wiki/Q42"),
        ("biopics", "Ida Frost", None),
        ("curated", "stories#x", None),
        ("nobody", "x", None),
    ],
)
def test_the_address_of_a_record(held: Catalogue, source: str, record: str, url: str | None) -> None:
    assert held.url(source, record) == url


def test_evidence_has_its_own_address_or_its_record_s(held: Catalogue) -> None:
    urls = {e.source: e.url for t in held.told(number(held, "Q900002")) for e in t.statement.evidence}
    assert urls == {
        "curated": "https://en.wikipedia.org/wiki/The_Lamp_%281962_film%29",
        "wikipedia": "https://en.wikipedia.org/wiki/The_Lamp_%281962_film%29",
    }


def test_the_records_of_a_work_and_why_they_are_its(held: Catalogue) -> None:
    assert dict(held.records(number(held, "Q900002"))) == {
        "curated:the-lamp#us-1962": "both name wikipedia:The Lamp (1962 film)",
        "wikipedia:The Lamp (1962 film)": "its own record",
    }


def test_how_much_was_read(held: Catalogue, holding: Holding, film: Film, say: Say) -> None:
    found = {(r.source, r.part, r.amount) for r in held.readings(number(held, "Q900002"))}
    assert found == {("wikipedia", "infobox", 1), ("wikipedia", "lead", 4)}
    assert held.readings(number(held, "Q900011")) == []
    twice = [say("wikipedia:X", Predicate.READ, Target("lead", year=amount)) for amount in (2, 7, 3)]
    assert [r.amount for r in holding([*film("wikipedia:X", "X"), *twice]).readings(1)] == [7]


def test_the_films_of_a_director_the_earliest_first(held: Catalogue) -> None:
    ((person, films),) = held.credited(number(held, "Q900010"), "director")
    assert person == Person("Joan Field", "wikidata:Q900100")
    assert [work.label for work in held.works(films).values()] == [
        "The Lamp (1962)",
        "Quiet Harbour (1965)",
        "Harbour Lights (1968)",
        "Salt Road (1971)",
    ]
    assert list(held.credited(number(held, "Q900010"), "writer")) == []


def test_films_of_one_book(held: Catalogue) -> None:
    (told,) = held.told(number(held, "curated:stories#saltveien-1990"))
    assert told.origin
    origin = held.origin(told.origin)
    assert (origin.type, origin.title, origin.creator, origin.year) == ("novel", "The Salt Road", "E. M. Brandt", 1933)
    assert {work.title for work in held.works(held.from_origin(told.origin)).values()} == {"Salt Road", "Saltveien"}


@pytest.mark.parametrize(
    ("aspect", "source", "record"),
    [
        ("country", "curated", "the-lamp#us-1962"),
        ("director", "curated", "the-lamp#us-1962"),
        ("year", "curated", "the-lamp#us-1962"),
        ("cast_member", "wikipedia", "The Lamp (1962 film)"),
        ("writer", "wikipedia", "The Lamp (1962 film)"),
    ],
)
def test_the_source_of_a_plain_fact(held: Catalogue, aspect: str, source: str, record: str) -> None:
    evidence = held.fact_evidence(number(held, "Q900002"), aspect)
    assert evidence
    assert (evidence.source, evidence.record) == (source, record)
    assert evidence.url == held.url(source, record)


def test_no_source_of_a_fact_that_nobody_tells(held: Catalogue) -> None:
    assert held.fact_evidence(number(held, "Q900002"), "award") is None
    assert held.fact_evidence(number(held, "Q900011"), "director") is None


def test_what_a_catalogue_tells_of_itself(held: Catalogue, small: Path) -> None:
    info = held.info()
    assert info.path == str(small)
    assert info.counts["works"] == 16
    assert info.counts["links"] == 6
    assert info.counts["origins"] == 5
    assert {source.name: source.records for source in info.sources} == {
        "biopics": 1,
        "curated": 13,
        "wikidata": 2,
        "wikipedia": 1,
    }
    assert info.issues == {}
    assert (info.digest, info.as_of) == (held.stamp.digest, held.stamp.as_of)
    assert info.schema == 1


def test_issues_are_counted_by_source_and_kind(holding: Holding, film: Film, say: Say) -> None:
    nameless = [say(f"wikidata:Q{n}", Predicate.YEAR, Target(year=2000)) for n in (1, 2)]
    assert holding(nameless + film("wikidata:Q3", "X")).info().issues == {"wikidata: untitled": 2}


def test_the_newest_dump_dates_the_catalogue_and_no_file_written_by_hand(held: Catalogue) -> None:
    dumps = [source.as_of or "" for source in held.info().sources if source.name != "curated"]
    assert held.stamp.as_of == max(dumps)


def test_what_one_thread_forgets_another_goes_on_reading(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads share what an open catalogue remembers: one that forgets must not empty it under another's hands."""
    with Catalogue(small) as held:
        first, second, third = [n for (n,) in held.query("SELECT work FROM works LIMIT 3")]
        held.works([first])
        plain = held.query

        def meanwhile(*given: Any) -> Any:
            """Another thread asks for a film between two steps, when there is no room left."""
            monkeypatch.setattr(held, "query", plain)
            monkeypatch.setattr(catalogue_module, "REMEMBERED", 0)
            held.works([third])
            return plain(*given)

        monkeypatch.setattr(held, "query", meanwhile)
        assert list(held.works([first, second])) == [first, second]
