"""Items that statements point to by number, and what their entries in the dump make of the statements."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from basedon.catalogue.naming import Names, Needed, Thing
from basedon.model.evidence import Evidence
from basedon.model.issue import Issue
from basedon.model.record import Record
from basedon.model.statement import Predicate, Statement, Target

Say = Callable[..., Statement]

FILM = "wikidata:Q1"
NOVEL, WRITER, DIRECTOR, WAR, BATTLE, SHIP, GENRE, NAVAL = 10, 11, 12, 13, 14, 15, 16, 17
THINGS = {
    NOVEL: Thing("Low Tide", (8261,), (WRITER, DIRECTOR, 404), 1933),
    WRITER: Thing("Ada Holt", (5,), imdb="nm0000002"),
    DIRECTOR: Thing("Aki Mori", (5,)),
    WAR: Thing("the Long War", (198,)),
    BATTLE: Thing("Battle of Lund", (NAVAL,)),
    SHIP: Thing("the Aurora", (18,)),
    GENRE: Thing("documentary film", (19,)),
    NAVAL: Thing("naval battle"),
}


def item(number: int) -> Target:
    return Target(id=f"wikidata:Q{number}")


def named(*said: Statement) -> list[tuple[Predicate, Target]]:
    return [(s.predicate, s.target) for s in Names(THINGS).resolve(said)]


def test_a_story_gets_the_name_kind_makers_and_year_of_its_source(say: Say) -> None:
    target = Target("Low Tide", "novel", "Ada Holt, Aki Mori", 1933, "wikidata:Q10")
    assert named(say(FILM, Predicate.BASED_ON, item(NOVEL))) == [(Predicate.BASED_ON, target)]


def test_at_most_three_makers_are_named() -> None:
    things = {1: Thing("A", (), (2, 3, 4, 5)), **{n: Thing(name) for n, name in zip((2, 3, 4, 5), "BCDE", strict=True)}}
    assert Names(things).target(item(1)).creator == "B, C, D"


def test_the_year_that_the_statement_tells_stays(say: Say) -> None:
    ((_, target),) = named(say(FILM, Predicate.BASED_ON, Target(year=1934, id="wikidata:Q10")))
    assert target.year == 1934


def test_all_else_that_is_said_stays(say: Say) -> None:
    said = say(FILM, Predicate.BASED_ON, item(NOVEL), denied=True, hedge="partly", kind="short", rank="preferred")
    (resolved,) = Names(THINGS).resolve([said])
    assert (resolved.subject, resolved.denied, resolved.hedge, resolved.kind, resolved.rank, resolved.evidence) == (
        FILM,
        True,
        "partly",
        "short",
        "preferred",
        said.evidence,
    )


def test_a_plain_fact_gets_the_name_alone(say: Say) -> None:
    assert named(say(FILM, Predicate.DIRECTOR, item(DIRECTOR))) == [
        (Predicate.DIRECTOR, Target("Aki Mori", id="wikidata:Q12"))
    ]


def test_of_what_has_no_name_only_a_story_is_kept(say: Say) -> None:
    names = Names(THINGS)
    story = say(FILM, Predicate.BASED_ON, item(404))
    said = [story, *(say(FILM, p, item(405)) for p in (Predicate.DIRECTOR, Predicate.GENRE, Predicate.MAIN_SUBJECT))]
    assert names.resolve(said) == [story]
    names.resolve([say(FILM, Predicate.MAIN_SUBJECT, item(406))])
    assert sorted(names.issues()) == [
        Issue("wikidata", f"Q{n}", "no name", "is pointed to, but no dump names it") for n in (404, 405)
    ]


@pytest.mark.parametrize(
    ("number", "target"),
    [
        (WRITER, Target("Ada Holt", "person", id="wikidata:Q11")),
        (BATTLE, Target("Battle of Lund", "event", id="wikidata:Q14")),
        (WAR, None),
        (SHIP, None),
        (NOVEL, None),
    ],
)
def test_a_subject_is_depicted_where_it_is_a_person_or_an_event_but_no_war(
    say: Say, number: int, target: Target | None
) -> None:
    expected = [(Predicate.DEPICTS, target)] if target else []
    assert named(say(FILM, Predicate.MAIN_SUBJECT, item(number))) == expected


def test_a_genre_of_what_is_real_is_said_of_the_story_too(say: Say) -> None:
    genre, depicted = Names(THINGS).resolve([say(FILM, Predicate.GENRE, item(GENRE), "P136")])
    assert (genre.predicate, genre.target.title) == (Predicate.GENRE, "documentary film")
    assert (depicted.subject, depicted.predicate, depicted.target) == (FILM, Predicate.DEPICTS, Target(type="other"))
    assert depicted.evidence == (Evidence("wikidata", "Q1", "P136: documentary film"),)


def test_what_is_named_already_and_what_is_no_item_stays_as_it_is(say: Say) -> None:
    said = [
        say(FILM, Predicate.BASED_ON, Target("Tide", id="wikidata:Q10")),
        say(FILM, Predicate.SAME_AS, item(NOVEL)),
        say(FILM, Predicate.REMAKE_OF, Target(id="imdb:tt0000010")),
        say(FILM, Predicate.DEPICTS, Target(type="person")),
    ]
    assert Names(THINGS).resolve(said) == said


def needed(*numbers: int) -> Needed:
    found = Needed()
    found.numbers |= set(numbers)
    return found


def test_only_items_without_a_name_are_needed(say: Say) -> None:
    found = Needed()
    targets = (item(10), Target("Tide", id="wikidata:Q11"), Target(id="imdb:tt12"), Target("Tide"))
    found.hear(Record(FILM, tuple(say(FILM, Predicate.BASED_ON, target) for target in targets)))
    assert found.numbers == {10}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    lines = [
        ["10\t8261\tLow Tide\t11,12\t1933\t", "20\t5\tNobody's\t\t\tnm0000020"],
        ['11\t5,17\tAda \\"Aki\\" H\\u00f6lt\t\t\tnm0000011', '12\t\t"quoted"\t\t\t', "18\t\tLow\\tTide\t\t-400\t"],
        ["17\t99\tsaint\t\t\t", "99\t\tkind of kinds\t\t\t", "10\t8261\tHigh Tide\t12\t\t", "x\t\tno number\t\t\t"],
    ]
    paths = [tmp_path / f"{n}.tsv" for n in range(3)]
    for path, part in zip(paths, lines, strict=True):
        path.write_text("".join(f"{line}\n" for line in part), "utf-8")
    return paths


def test_what_is_needed_is_read_with_its_makers_and_classes_and_no_more(files: list[Path]) -> None:
    assert Names.read(files, needed(10, 18, 404)).things == {
        10: Thing("High Tide", (8261,), (12,)),
        12: Thing('"quoted"'),
        18: Thing("Low\tTide", year=-400),
    }
    assert Names.read(files, needed(11, 12)).things == {
        11: Thing('Ada "Aki" Hölt', (5, 17), imdb="nm0000011"),
        12: Thing('"quoted"'),
        17: Thing("saint", (99,)),
    }


def test_the_order_of_the_files_does_not_matter(files: list[Path]) -> None:
    every = needed(10, 11, 12, 17, 18, 20)
    assert Names.read(files, every).things == Names.read(files[::-1], every).things


def test_without_dumps_or_needs_nothing_is_named(files: list[Path]) -> None:
    assert Names.read([], needed(10)).things == Names.read(files, Needed()).things == {}


def test_people_are_known_by_their_imdb_names() -> None:
    things = {2: Thing("B", imdb="nm1"), 1: Thing("A", imdb="nm1"), 3: Thing("C", imdb="nm3"), 4: Thing("D")}
    assert Names(things).people() == {"nm1": "wikidata:Q1", "nm3": "wikidata:Q3"}
