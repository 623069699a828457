"""QuickStatements: only links worth sending, in lines that its own way of reading takes as they are meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from basedon.catalogue.catalogue import Catalogue
from basedon.exports import quickstatements
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Target

Made = Callable[..., Any]
PAGE = Evidence("wikipedia", "Two (film)", "lead, sentence 2")
CITED = '\tS143\tQ328\tS4656\t"https://en.wikipedia.org/wiki/Two_%28film%29"'
ONE = Target(id="wikidata:Q1")


def lines(catalogue: Catalogue) -> list[str]:
    return "".join(quickstatements.pieces(catalogue)).splitlines()


def films(film: Made, title: str = "Two") -> list[Any]:
    """Two films with items, in different languages."""
    one = film("wikidata:Q1", "One", 1950, language="French")
    two = film("wikidata:Q2", title, 1960, language="English")
    return [*one, *two, *film("wikipedia:Two (film)", title, 1960, "wikidata:Q2")]


def read(line: str) -> tuple[list[str], str]:
    """A line as QuickStatements reads it: columns by tab or bar, a comment at the end."""
    match = re.fullmatch(r"(.*?)\s*/\*\s*(.*?)\s*\*/\s*", line)
    assert match
    return match[1].replace("|", "\t").split("\t"), match[2]


def test_a_line(holding: Made, say: Made, film: Made) -> None:
    said = [*films(film), say("wikidata:Q2", Predicate.REMAKE_OF, ONE, read=PAGE)]
    (line,) = lines(holding(said))
    assert line == f"Q2\tP144\tQ1{CITED} /* Two (1960): remake of One (1950) (lead, sentence 2) */"


def test_what_the_original_s_page_tells_is_cited_from_there(holding: Made, say: Made, film: Made) -> None:
    said = [*films(film), say("wikidata:Q1", Predicate.REMADE_AS, Target(id="wikidata:Q2"), kind="unknown", read=PAGE)]
    (line,) = lines(holding(said))
    assert line.startswith(f"Q2\tP144\tQ1{CITED}")


def test_a_book_with_an_item(holding: Made, say: Made, film: Made) -> None:
    book = Target("The Book", "novel", "Ann Lee", 1930, "wikidata:Q77")
    said = [*films(film), say("wikidata:Q2", Predicate.BASED_ON, book, read=PAGE)]
    (line,) = lines(holding(said))
    assert line == f"Q2\tP144\tQ77{CITED} /* Two (1960): based on The Book (1930) (lead, sentence 2) */"


@pytest.mark.parametrize(
    ("evidence", "cited"),
    [
        (Evidence("curated", "f#two", "Wikipedia: Two", url="https://en.wikipedia.org/wiki/Two"), "en"),
        (Evidence("articles", "a.html", "sentence 3", url="https://films.example/two"), "address"),
        (Evidence("articles", "a.html", "sentence 3", "quote", "2020-02-03", "https://films.example/two"), "day"),
        (Evidence("articles", "a.html", "sentence 3", None, "2020-02", "https://films.example/two"), "month"),
        (Evidence("articles", "a.html", "sentence 3", None, "2020", "https://films.example/two"), "year"),
        (Evidence("articles", "a.html", "sentence 3", None, "in May", "https://films.example/two"), "address"),
        (Evidence("articles", "a.html", "x", url="https://fr.wikipedia.org/wiki/Deux"), "fr"),
        (Evidence("articles", "a.html", "x", url='https://films.example/"|*/ä\t'), "odd"),
        (Evidence("articles", "a.html", "x"), None),
        (Evidence("articles", "a.html", "x", url="javascript:alert(1)"), None),
        (Evidence("articles", "a.html", "x", url="http://[x"), None),
        (Evidence("curated", "f#two", "RTL, on the film"), None),
        (Evidence("curated", "f#two", "the press, no article named", url="https://en.wikipedia.org/wiki/Two"), None),
    ],
)
def test_references(holding: Made, say: Made, film: Made, evidence: Evidence, cited: str | None) -> None:
    said = [*films(film), say("wikidata:Q2", Predicate.REMAKE_OF, ONE, read=evidence)]
    address = ["S854", '"https://films.example/two"']
    expected = {
        "en": ["S143", "Q328", "S4656", '"https://en.wikipedia.org/wiki/Two"'],
        "fr": ["S4656", '"https://fr.wikipedia.org/wiki/Deux"'],
        "address": address,
        "day": [*address, "S813", "+2020-02-03T00:00:00Z/11"],
        "month": [*address, "S813", "+2020-02-00T00:00:00Z/10"],
        "year": [*address, "S813", "+2020-00-00T00:00:00Z/9"],
        "odd": ["S854", '"https://films.example/%22%7C%2A/%C3%A4%09"'],
    }
    found = lines(holding(said))
    assert [read(line)[0] for line in found] == ([["Q2", "P144", "Q1", *expected[cited]]] if cited else [])


def test_the_best_reference_is_cited(holding: Made, say: Made, film: Made) -> None:
    places = (
        Evidence("curated", "f#two", "Wikipedia: Zwei", url="https://en.wikipedia.org/wiki/A"),
        Evidence("wikipedia", "Two (film)", "lead, sentence 2"),
        Evidence("articles", "a.html", "sentence 1", url="https://films.example/two"),
    )
    said = [*films(film), *(say("wikidata:Q2", Predicate.REMAKE_OF, ONE, read=place) for place in places)]
    (line,) = lines(holding(said))
    assert line.startswith(f"Q2\tP144\tQ1{CITED}")


WIKIDATA = Evidence("wikidata", "Q2", "P144")
BY_WIKIDATA = Evidence("curated", "f#two", "Wikidata: Two", url="https://en.wikipedia.org/wiki/Two")


@pytest.mark.parametrize(
    "more",
    [
        ("wikidata:Q2", Predicate.BASED_ON, ONE, {"read": WIKIDATA}),
        ("wikidata:Q1", Predicate.REMADE_AS, Target(id="wikidata:Q2"), {"read": WIKIDATA}),
        ("wikidata:Q2", Predicate.BASED_ON, ONE, {"read": BY_WIKIDATA}),
        ("wikidata:Q2", Predicate.REMAKE_OF, ONE, {"denied": True}),
        ("wikidata:Q2", Predicate.REMAKE_OF, ONE, {"hedge": "loosely"}),
        ("wikidata:Q2", Predicate.REMAKE_OF, ONE, {"kind": "loose"}),
        ("wikidata:Q2", Predicate.REMAKE_OF, ONE, {"kind": "unofficial"}),
        ("wikidata:Q2", Predicate.REMAKE_OF, ONE, {"kind": "re-adaptation"}),
        ("wikidata:Q2", Predicate.SEQUEL_OF, ONE, {}),
        ("wikidata:Q2", Predicate.INSPIRED_BY, ONE, {}),
        ("wikidata:Q1", Predicate.FOLLOWED_BY, Target(id="wikidata:Q2"), {"kind": "sequel"}),
        ("wikidata:Q1", Predicate.REMAKE_OF, Target(id="wikidata:Q2"), {"read": PAGE}),
    ],
    ids=lambda more: f"{more[1]} {more[3]}",
)
def test_what_speaks_against_sending(holding: Made, say: Made, film: Made, more: tuple[Any, ...]) -> None:
    subject, predicate, target, how = more
    said = [*films(film), say("wikidata:Q2", Predicate.REMAKE_OF, ONE, read=PAGE)]
    assert lines(holding(said))
    said.append(say(subject, predicate, target, **{"read": Evidence("articles", "b", "x"), **how}))
    assert lines(holding(said)) == []


@pytest.mark.parametrize(
    ("predicate", "target"),
    [
        (Predicate.BASED_ON, Target("The Fire", "event", id="wikidata:Q88")),
        (Predicate.BASED_ON, Target("Ann Lee", "person", id="wikidata:Q88")),
        (Predicate.DEPICTS, Target("Ann Lee", "person", id="wikidata:Q88")),
        (Predicate.INSPIRED_BY, Target("The Book", "novel", id="wikidata:Q88")),
        (Predicate.BASED_ON, Target("The Book", "novel")),
        (Predicate.BASED_ON, Target("The Book", "novel", id="wikidata:Q2")),
        (Predicate.BASED_ON, Target("The Book", "novel", id="wikidata:L7")),
    ],
)
def test_what_is_no_link_between_two_works_of_wikidata(
    holding: Made, say: Made, film: Made, predicate: Predicate, target: Target
) -> None:
    assert lines(holding([*films(film), say("wikidata:Q2", predicate, target, read=PAGE)])) == []


def test_an_item_that_was_never_read_may_have_it(holding: Made, say: Made, film: Made) -> None:
    said = [*film("wikidata:Q1", "One", 1950), *film("curated:f#two", "Two", 1960, "wikidata:Q2")]
    said.append(say("curated:f#two", Predicate.REMAKE_OF, ONE, read=PAGE))
    assert lines(holding(said)) == []


@pytest.mark.parametrize(
    ("title", "sent"), [("One", 1), ("One II", 0), ("The One 2: More", 0), ("One 2018", 1), ("One 3D", 1), ("Ones", 1)]
)
def test_a_title_with_a_number_is_a_sequel_s(holding: Made, say: Made, film: Made, title: str, sent: int) -> None:
    said = [*films(film, title), say("wikidata:Q2", Predicate.REMAKE_OF, ONE, read=PAGE)]
    assert len(lines(holding(said))) == sent


def test_the_infobox_of_a_sequel_names_where_its_people_are_from(holding: Made, say: Made, film: Made) -> None:
    said = [*films(film), say("wikidata:Q2", Predicate.BASED_ON, ONE, read=PAGE)]
    assert len(lines(holding(said))) == 1
    said.append(say("wikidata:Q2", Predicate.SEQUEL_OF, Target("Another", "film", None, 1955)))
    assert lines(holding(said)) == []


def test_titles_cannot_break_out_of_the_comment(hostile: Path, tmp_path: Path) -> None:
    with Catalogue(hostile) as catalogue:
        assert lines(catalogue) == []  # its addresses are none
    for bad in ("*/ Q9\tP31\tQ5 /*", "a\nQ9\tP31\tQ5", "a|b||Q9|P31|Q5", "x\u2028y\x85z", "a" * 5000):
        found = quickstatements.summary(edge_of(bad), quickstatements.Reference(0, "", bad))
        columns, comment = read(f"Q2\tP144\tQ1 /* {found} */")
        assert columns == ["Q2", "P144", "Q1"]
        assert len(comment) <= quickstatements.LONGEST_SUMMARY
        assert found.isprintable()


def edge_of(title: str) -> Any:
    from types import SimpleNamespace

    end = SimpleNamespace(title=title, year=1950, item="Q1")
    return SimpleNamespace(relation="remake_of", start=end, end=end)


def test_lines_are_sorted_by_number(holding: Made, say: Made, film: Made) -> None:
    said = films(film)
    for number in (30, 4, 200):
        said += film(f"wikidata:Q{number}", f"Film {number}", 1960 + number % 7)
        said.append(say(f"wikidata:Q{number}", Predicate.REMAKE_OF, ONE, read=PAGE))
    assert [line.split("\t")[0] for line in lines(holding(said))] == ["Q4", "Q30", "Q200"]
