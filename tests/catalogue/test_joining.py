from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from basedon.catalogue.catalogue import Catalogue
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target

Say = Callable[..., Statement]
Film = Callable[..., list[Statement]]
Holding = Callable[..., Catalogue]

ORIGINAL, REMAKE, OTHER = "wikidata:Q1", "wikidata:Q2", "wikidata:Q3"


def links(catalogue: Catalogue) -> list[tuple[str, str, str]]:
    """Derivative, original and kind of every link, by id."""
    return catalogue.query(
        """SELECT d.id, o.id, kind FROM links JOIN works d ON d.work = derivative JOIN works o ON o.work = original
           ORDER BY 1, 2"""
    )


def issues(catalogue: Catalogue) -> list[tuple[str, str]]:
    return catalogue.query("SELECT record, kind FROM issues ORDER BY 1, 2")


def remake_of(say: Say, *target: Any, **more: Any) -> list[Statement]:
    return [say(REMAKE, Predicate.REMAKE_OF, Target(*target), **more)]


@pytest.fixture
def two(film: Film) -> list[Statement]:
    """Oldboy of 2003 by Park Chan-wook, and a film of 2013 that may remake it."""
    return [*film(ORIGINAL, "Oldboy", 2003, "Park Chan-wook"), *film(REMAKE, "Oldboy", 2013, "Spike Lee")]


@pytest.mark.parametrize(
    "target",
    [
        ("Oldboy", "film", None, 2003),
        ("THE OLDBOY", "film", None, 2003),
        ("Oldboy", "film", None, 2002),
        ("Oldboy", "film", None, 2004),
        ("Oldboy", "film", "Park Chan-wook", 2003),
        ("Oldboy", "film", "P. Chanwook", None),
        ("Oldboy", None, None, None),
        (None, None, None, None, ORIGINAL),
        ("Anything else", "film", "Nobody", 1950, ORIGINAL),
    ],
)
def test_a_target_is_found(say: Say, holding: Holding, two: list[Statement], target: tuple[Any, ...]) -> None:
    assert links(holding(two + remake_of(say, *target))) == [(REMAKE, ORIGINAL, "unknown")]


@pytest.mark.parametrize(
    "target",
    [
        ("Oldboy", "film", None, 2001),
        ("Oldboy", "film", None, 2005),
        ("Oldboy", "film", "Bong Joon-ho", None),
        ("Old Boys", "film", None, 2003),
        ("Oldboy", "novel", None, 2003),
        (None, None, None, None, "wikidata:Q99"),
        ("Oldboy", "film", None, 2003, "wikidata:Q99"),
        (None, None, None, None, REMAKE),
    ],
)
def test_a_target_is_not_guessed(say: Say, holding: Holding, two: list[Statement], target: tuple[Any, ...]) -> None:
    based_on = say(REMAKE, Predicate.BASED_ON, Target(*target))
    catalogue = holding([*two, based_on])
    assert links(catalogue) == []
    assert catalogue.query("SELECT target_work FROM statements") == [(None,)]


def test_a_novel_of_the_film_s_name_is_no_film(say: Say, holding: Holding, two: list[Statement]) -> None:
    catalogue = holding([*two, say(REMAKE, Predicate.BASED_ON, Target("Oldboy", "comic", "Tsuchiya", 2003))])
    assert links(catalogue) == []
    assert catalogue.query("SELECT type, title FROM origins") == [("comic", "Oldboy")]


def test_two_films_that_fit_are_one_too_many(say: Say, film: Film, holding: Holding, two: list[Statement]) -> None:
    third = film(OTHER, "Oldboy", 2003, "Somebody Else")
    assert links(holding(two + third + remake_of(say, "Oldboy", "film", None, 2003))) == []


def test_the_exact_year_goes_before_the_one_beside_it(
    say: Say, film: Film, holding: Holding, two: list[Statement]
) -> None:
    third = film(OTHER, "Oldboy", 2004, "Somebody Else")
    assert links(holding(two + third + remake_of(say, "Oldboy", "film", None, 2003))) == [(REMAKE, ORIGINAL, "unknown")]


def test_without_a_year_only_a_title_borne_once_will_do(
    say: Say, film: Film, holding: Holding, two: list[Statement]
) -> None:
    """Even where the maker's name fits one of them alone."""
    third = film(OTHER, "Oldboy", 1960, "Somebody Else")
    assert links(holding(two + third + remake_of(say, "Oldboy", "film", None))) == []
    assert links(holding(two + third + remake_of(say, "Oldboy", "film", "Park Chan-wook"))) == []


def test_an_original_title_is_shown_only_where_it_is_another(say: Say, film: Film, holding: Holding) -> None:
    said = [say(ORIGINAL, Predicate.ORIGINAL_TITLE, Target("Oldboy")), *film(REMAKE, "Zoo", 1990)]
    said.append(say(REMAKE, Predicate.ORIGINAL_TITLE, Target("Állatkert")))
    works = holding(film(ORIGINAL, "Oldboy", 2003), said).works([1, 2])
    assert [work.original_title for work in works.values()] == [None, "Állatkert"]


def test_without_a_year_an_original_must_have_come_first(say: Say, film: Film, holding: Holding) -> None:
    late = film(ORIGINAL, "Oldboy", 2020, "Park Chan-wook")
    catalogue = holding(late + film(REMAKE, "Bool", 2013, "Spike Lee") + remake_of(say, "Oldboy", "film"))
    assert links(catalogue) == issues(catalogue) == []


def test_by_another_of_its_titles(say: Say, film: Film, holding: Holding, two: list[Statement]) -> None:
    also = [say(ORIGINAL, Predicate.ORIGINAL_TITLE, Target("올드보이"))]
    assert links(holding(two + also + remake_of(say, "올드보이", "film", None, 2003)))


def test_remade_as_links_the_other_way(say: Say, holding: Holding, two: list[Statement]) -> None:
    said = say(ORIGINAL, Predicate.REMADE_AS, Target("Oldboy", "film", None, 2013))
    catalogue = holding([*two, said])
    assert links(catalogue) == [(REMAKE, ORIGINAL, "unknown")]
    number = catalogue.number(REMAKE)
    assert number
    assert [told.statement.predicate for told in catalogue.told(number)] == [Predicate.REMADE_AS]


def test_a_remake_of_a_later_film_is_kept_as_an_issue(say: Say, holding: Holding, two: list[Statement]) -> None:
    catalogue = holding([*two, say(ORIGINAL, Predicate.REMAKE_OF, Target(id=REMAKE))])
    assert links(catalogue) == []
    assert issues(catalogue) == [(ORIGINAL, "against time")]
    assert len(catalogue.query("SELECT 1 FROM statements")) == 1


def test_years_that_overlap_are_not_against_time(say: Say, film: Film, holding: Holding) -> None:
    early = [*film(ORIGINAL, "One", 2003), say(ORIGINAL, Predicate.YEAR, Target(year=2005))]
    late = film(REMAKE, "Two", 2004)
    catalogue = holding([*early, *late, say(ORIGINAL, Predicate.REMAKE_OF, Target(id=REMAKE))])
    assert links(catalogue) == [(ORIGINAL, REMAKE, "unknown")]


def test_a_denied_remake_is_no_remake(say: Say, holding: Holding, two: list[Statement]) -> None:
    catalogue = holding(two + remake_of(say, "Oldboy", "film", None, 2003, denied=True))
    assert links(catalogue) == []
    assert catalogue.query("SELECT denied, target_work FROM statements") == [(1, 1)]


@pytest.mark.parametrize(
    ("predicate", "more", "kind"),
    [
        (Predicate.REMAKE_OF, {"kind": "official"}, "official"),
        (Predicate.REMAKE_OF, {"kind": "re-adaptation", "hedge": "loosely"}, "re-adaptation"),
        (Predicate.REMAKE_OF, {"hedge": "loosely"}, "loose"),
    ],
)
def test_the_kind_of_a_remake(
    say: Say, holding: Holding, two: list[Statement], predicate: Predicate, more: dict[str, Any], kind: str
) -> None:
    catalogue = holding([*two, say(REMAKE, predicate, Target("Oldboy", "film", None, 2003), **more)])
    assert links(catalogue) == [(REMAKE, ORIGINAL, kind)]


def test_based_on_a_film_of_another_title_is_no_remake_unless_somebody_says_remake(
    say: Say, holding: Holding, film: Film
) -> None:
    two = [*film(ORIGINAL, "Matrix", 1999, "Lana Lee"), *film(REMAKE, "Matrix Again", 2003, "Lana Lee")]
    said = say(REMAKE, Predicate.BASED_ON, Target("Matrix", "film", None, 1999))
    assert links(holding([*two, said])) == []
    read = Evidence("curated", "family#remake", "Wikipedia: Matrix Again")
    assert links(holding([*two, replace(said, evidence=(read,))])) == [(REMAKE, ORIGINAL, "unknown")]
    called = say(REMAKE, Predicate.REMAKE_OF, Target("A title that nobody holds", "film"))
    assert links(holding([*two, said, called])) == [(REMAKE, ORIGINAL, "unknown")]


def test_based_on_a_film_of_its_own_title_is_a_remake(say: Say, holding: Holding, two: list[Statement]) -> None:
    said = say(REMAKE, Predicate.BASED_ON, Target("Oldboy", "film", None, 2003))
    assert links(holding([*two, said])) == [(REMAKE, ORIGINAL, "unknown")]


def test_a_film_inspired_by_another_is_no_remake_of_it(say: Say, holding: Holding, two: list[Statement]) -> None:
    catalogue = holding([*two, say(REMAKE, Predicate.INSPIRED_BY, Target("Oldboy", "film", None, 2003))])
    assert links(catalogue) == []
    assert catalogue.query("SELECT target_work FROM statements") == [(1,)]


def test_the_first_kind_that_is_known_stays(say: Say, holding: Holding, two: list[Statement]) -> None:
    target = (None, None, None, None, ORIGINAL)
    kinds = [None, "unofficial", "official"]
    said = [s for kind in kinds for s in remake_of(say, *target, kind=kind)]
    assert links(holding(two + said)) == [(REMAKE, ORIGINAL, "unofficial")]


def test_a_film_that_depicts_another_does_not_remake_it(say: Say, holding: Holding, two: list[Statement]) -> None:
    assert links(holding([*two, say(REMAKE, Predicate.DEPICTS, Target("x", "film", id=ORIGINAL))])) == []


def test_a_target_known_by_a_record_that_was_joined(
    say: Say, film: Film, holding: Holding, two: list[Statement]
) -> None:
    page = film("wikipedia:Oldboy (2003 film)", "Oldeuboi", 2003, None, ORIGINAL)
    said = remake_of(say, None, None, None, None, "wikipedia:Oldboy (2003 film)")
    assert links(holding(two, page + said)) == [(REMAKE, ORIGINAL, "unknown")]


def test_a_target_known_by_an_id_that_a_record_gives(say: Say, film: Film, holding: Holding) -> None:
    said = [*film(ORIGINAL, "Oldboy", 2003, None, "imdb:tt1"), *film(REMAKE, "Revenge", 2013)]
    assert links(holding(said + remake_of(say, None, None, None, None, "imdb:tt1"))) == [(REMAKE, ORIGINAL, "unknown")]


def test_an_id_that_two_works_claim_is_neither_s(say: Say, film: Film, holding: Holding) -> None:
    two = [*film(ORIGINAL, "Oldboy", 2003, None, "imdb:tt1"), *film(OTHER, "Zoo", 1990, None, "imdb:tt1")]
    said = [*two, *film(REMAKE, "Revenge", 2013), *remake_of(say, None, None, None, None, "imdb:tt1")]
    assert links(holding(said)) == []


def test_a_record_without_a_title_is_left_out_and_told(say: Say, film: Film, holding: Holding) -> None:
    catalogue = holding([*film(ORIGINAL, "Oldboy", 2003), say(REMAKE, Predicate.YEAR, Target(year=2013))])
    assert catalogue.query("SELECT id FROM works") == [(ORIGINAL,)]
    assert issues(catalogue) == [(REMAKE, "untitled")]


def test_records_at_odds_are_two_works_and_an_issue(film: Film, holding: Holding) -> None:
    one, other = film(ORIGINAL, "Oldboy", 2003, None, "imdb:tt1"), film(REMAKE, "Oldboy", 2003, None, "imdb:tt1")
    catalogue = holding(one + other)
    assert len(catalogue.query("SELECT 1 FROM works")) == 2
    assert issues(catalogue) == [(ORIGINAL, "unsure")]


def test_the_more_trusted_stream_is_shown_and_the_other_kept(say: Say, film: Film, holding: Holding) -> None:
    def page(title: str, year: int, country: str) -> list[Statement]:
        subject = "wikipedia:Oldboy"
        return [*film(subject, title, year, "Park", ORIGINAL), say(subject, Predicate.COUNTRY, Target(country))]

    item = [*film(ORIGINAL, "Oldeuboi", 2004, "Pak"), say(ORIGINAL, Predicate.COUNTRY, Target("Korea"))]
    first = holding(page("Oldboy", 2003, "South Korea"), item).work(1)
    assert (first.title, first.year, first.countries, first.directors[0].name) == (
        "Oldboy",
        2003,
        ("South Korea", "Korea"),
        "Park",
    )
    catalogue = holding(item, page("Oldboy", 2003, "South Korea"))
    second = catalogue.work(1)
    assert (second.title, second.year, second.countries, second.directors[0].name) == (
        "Oldeuboi",
        2003,  # of two that as many give, the earlier
        ("Korea", "South Korea"),
        "Pak",
    )
    assert catalogue.query("SELECT year, source FROM years ORDER BY 1") == [(2003, "wikipedia"), (2004, "wikidata")]
    assert {title for (title,) in catalogue.query("SELECT title FROM titles")} == {"Oldboy", "Oldeuboi"}


def test_a_second_witness_is_added_and_none_is_lost(say: Say, film: Film, holding: Holding) -> None:
    said = [say(ORIGINAL, Predicate.TRUE_STORY, locator=locator) for locator in ("lead", "infobox", "lead")]
    catalogue = holding(film(ORIGINAL, "Oldboy"), said)
    (told,) = catalogue.told(1)
    assert [evidence.locator for evidence in told.statement.evidence] == ["infobox", "lead"]


class TestOrigins:
    """Which mentions of a book, an event or a person mean one."""

    @pytest.fixture
    def count(self, say: Say, film: Film, holding: Holding) -> Callable[..., int]:
        def counted(one: Target, other: Target) -> int:
            said = [say(ORIGINAL, Predicate.BASED_ON, one), say(REMAKE, Predicate.BASED_ON, other)]
            catalogue = holding(film(ORIGINAL, "One", 1990) + film(REMAKE, "Two", 2000) + said)
            return len(catalogue.query("SELECT 1 FROM origins"))

        return counted

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (Target("Dune", "novel", "Frank Herbert", 1965), Target("DUNE", "novel", "F. Herbert")),
            (Target("Dune", "novel", "Frank Herbert"), Target("Dune", "short story", "Frank Herbert")),
            (Target("Dune", "novel", "Frank Herbert"), Target("Dune", None, "Frank Herbert")),
            (Target("Alan Turing", "person"), Target("alan turing", "person")),
            (Target("the Great Fire", "event"), Target("Great Fire", "event")),
            (Target("Dune", "novel", id="wikidata:Q9"), Target("Der Wüstenplanet", "other", id="wikidata:Q9")),
            (Target(id="wikidata:Q9"), Target(id="wikidata:Q9")),
        ],
    )
    def test_one(self, count: Callable[..., int], one: Target, other: Target) -> None:
        assert count(one, other) == count(other, one) == 1

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (Target("Dune", "novel", "Frank Herbert"), Target("Dune", "novel", "Ann Other")),
            (Target("Dune", "novel"), Target("Dune", "novel")),
            (Target("Dune", "novel"), Target("Dune", "novel", "Frank Herbert")),
            (Target("Dune", "novel", "Frank Herbert"), Target("Dune", "comic", "Frank Herbert")),
            (Target("Alan Turing", "person"), Target("Alan Turing", "event")),
            (Target("Dune", "novel", id="wikidata:Q9"), Target("Dune", "novel", id="wikidata:Q8")),
        ],
    )
    def test_two(self, count: Callable[..., int], one: Target, other: Target) -> None:
        assert count(one, other) == count(other, one) == 2

    def test_the_year_and_the_more_telling_type_are_kept(self, say: Say, film: Film, holding: Holding) -> None:
        said = [
            say(ORIGINAL, Predicate.BASED_ON, Target("Dune", "other", "Frank Herbert")),
            say(REMAKE, Predicate.BASED_ON, Target("Dune", "novel", "Frank Herbert", 1965)),
        ]
        catalogue = holding(film(ORIGINAL, "One", 1990) + film(REMAKE, "Two", 2000) + said)
        assert catalogue.query("SELECT type, title, year FROM origins") == [("novel", "Dune", 1965)]

    def test_what_is_said_of_no_thing_gives_none(self, say: Say, film: Film, holding: Holding) -> None:
        said = [say(ORIGINAL, Predicate.TRUE_STORY), say(ORIGINAL, Predicate.DEPICTS, Target(type="other"))]
        catalogue = holding(film(ORIGINAL, "One", 1990), said)
        assert catalogue.query("SELECT 1 FROM origins") == []
        assert len(catalogue.query("SELECT 1 FROM statements")) == 2

    def test_films_of_one_book_are_found_but_not_those_it_only_inspired(
        self, say: Say, film: Film, holding: Holding
    ) -> None:
        dune = Target("Dune", "novel", "Frank Herbert")
        said = [
            say(ORIGINAL, Predicate.BASED_ON, dune),
            say(REMAKE, Predicate.BASED_ON, dune),
            say(OTHER, Predicate.INSPIRED_BY, dune),
            say("wikidata:Q4", Predicate.BASED_ON, dune, denied=True),
        ]
        films = [film(f"wikidata:Q{n}", f"Film {n}", 1980 + n) for n in range(1, 5)]
        catalogue = holding(*films, said)
        assert catalogue.from_origin(1) == [1, 2]


class TestPeople:
    """One row for each item, and one for each name without an item."""

    def test_a_name_borne_by_one_item_is_that_item_s(self, say: Say, film: Film, holding: Holding) -> None:
        item = say(ORIGINAL, Predicate.DIRECTOR, Target("Park Chan-wook", id="wikidata:Q9"))
        catalogue = holding([*film(ORIGINAL, "One", 1990), item], film(REMAKE, "Two", 2000, "PARK Chanwook"))
        assert catalogue.query("SELECT name, id FROM people") == [("Park Chan-wook", "wikidata:Q9")]
        assert catalogue.works_of(1, "director") == [1, 2]

    def test_a_name_borne_by_two_items_is_neither_s(self, say: Say, film: Film, holding: Holding) -> None:
        said = [
            *film(ORIGINAL, "One", 1990),
            *film(REMAKE, "Two", 2000),
            say(ORIGINAL, Predicate.DIRECTOR, Target("Lee", id="wikidata:Q8")),
            say(REMAKE, Predicate.DIRECTOR, Target("Lee", id="wikidata:Q9")),
        ]
        catalogue = holding(said, film(OTHER, "Three", 2010, "Lee"))
        assert sorted(catalogue.query("SELECT id FROM people"), key=str) == [
            ("wikidata:Q8",),
            ("wikidata:Q9",),
            (None,),
        ]
        assert [len(catalogue.works_of(n, "director")) for n in (1, 2, 3)] == [1, 1, 1]

    def test_roles_are_held_apart_and_the_billing_is_kept(self, say: Say, film: Film, holding: Holding) -> None:
        cast = [say(ORIGINAL, Predicate.CAST_MEMBER, Target(name)) for name in ("Zoe", "Adam", "Park", "Zoe")]
        catalogue = holding([*film(ORIGINAL, "One", 1990, "Park"), *cast])
        work = catalogue.work(1)
        assert [person.name for person in work.cast] == ["Zoe", "Adam", "Park"]
        assert [person.name for person in work.directors] == ["Park"]
        assert len(catalogue.query("SELECT 1 FROM people")) == 3


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("drama film", "drama"),
        ("Drama film", "Drama"),
        ("prison film", "prison film"),
        ("science fiction film", "science fiction"),
    ],
)
def test_genres_go_by_one_name(say: Say, film: Film, holding: Holding, given: str, shown: str) -> None:
    assert holding([*film(ORIGINAL, "One"), say(ORIGINAL, Predicate.GENRE, Target(given))]).work(1).genres == (shown,)


def test_countries_languages_and_genres_are_of_all_sources(say: Say, film: Film, holding: Holding) -> None:
    def record(subject: str, *ids: str) -> list[Statement]:
        named = [(p, f"{p.value} of {subject}") for p in (Predicate.COUNTRY, Predicate.LANGUAGE, Predicate.GENRE)]
        return film(subject, "One", 1990, None, *ids) + [say(subject, p, Target(name)) for p, name in named]

    work = holding(record("wikipedia:X", ORIGINAL), record(ORIGINAL)).work(1)
    assert work.countries == ("country of wikipedia:X", "country of wikidata:Q1")
    assert work.languages == ("language of wikipedia:X", "language of wikidata:Q1")
    assert set(work.genres) == {"genre of wikipedia:X", "genre of wikidata:Q1"}


def test_the_year_is_a_contributor_s_or_else_the_one_that_most_give_and_the_earliest_of_those(
    say: Say, holding: Holding, film: Film
) -> None:
    def year(*others: Statement) -> int | None:
        catalogue = holding([*film(ORIGINAL, "The Fawn", 1994, "Ann Lee"), *others])
        return catalogue.work(1).year

    def given(year: int, source: str) -> Statement:
        said = say(ORIGINAL, Predicate.YEAR, Target(year=year))
        return replace(said, evidence=(Evidence(source, "record", "there"),))

    assert year() == 1994
    assert year(given(1946, "wikipedia")) == 1946
    assert year(given(1946, "wikipedia"), given(1994, "biopics")) == 1994
    assert year(given(1946, "wikipedia"), given(1994, "biopics"), given(1945, "curated")) == 1945


def at(say: Say, subject: str, predicate: Predicate, locator: str, *values: str) -> list[Statement]:
    """Values that one place gives."""
    made = (say(subject, predicate, Target(value)) for value in values)
    return [replace(one, evidence=(replace(one.evidence[0], locator=locator),)) for one in made]


def test_the_country_that_most_places_say_comes_first(say: Say, film: Film, holding: Holding) -> None:
    item = [*film(ORIGINAL, "One", 1990), *at(say, ORIGINAL, Predicate.COUNTRY, "P495", "France")]
    page = film("wikipedia:X", "One", 1990, None, ORIGINAL)
    page += at(say, "wikipedia:X", Predicate.COUNTRY, "infobox", "Spain", "Italy")
    page += at(say, "wikipedia:X", Predicate.COUNTRY, "lead", "Spain")
    assert holding(item, page).work(1).countries == ("Spain", "France", "Italy")


def test_a_contributor_s_countries_stand_alone(say: Say, film: Film, holding: Holding) -> None:
    by_hand = [*film("curated:a#x", "One", 1990, None, ORIGINAL), say("curated:a#x", Predicate.COUNTRY, Target("Peru"))]
    item = [*film(ORIGINAL, "One", 1990), say(ORIGINAL, Predicate.COUNTRY, Target("Chile"))]
    assert holding(by_hand, item).work(1).countries == ("Peru",)


@pytest.mark.parametrize(
    ("others", "shown"),
    [(("Ann Hale", "Bo Lee"), ["Ann Hale", "Bo Lee"]), (("Bo Lee",), ["Ann Hale"]), (("Ann Hale",), ["Ann Hale"])],
)
def test_a_second_director_is_taken_from_a_place_that_names_the_first_too(
    say: Say, film: Film, holding: Holding, others: tuple[str, ...], shown: list[str]
) -> None:
    item = [*film(ORIGINAL, "One", 1990), say(ORIGINAL, Predicate.DIRECTOR, Target("Ann Hale", id="wikidata:Q7"))]
    page = film("wikipedia:X", "One", 1990, None, ORIGINAL)
    page += [say("wikipedia:X", Predicate.DIRECTOR, Target(name)) for name in others]
    found = holding(item, page).work(1).directors
    assert [one.name for one in found] == shown
    assert found[0].id == "wikidata:Q7"
