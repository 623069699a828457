"""What people felt as an answer: few people prove nothing, moods need all their feelings, and shares have bounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from basedon import answering
from basedon.building import build
from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.reacted import Reacted, write
from basedon.errors import BadUsage
from basedon.model.answer import FilmAnswer, Miss
from basedon.model.evidence import Evidence
from basedon.model.reactions import FEELINGS, Shown
from basedon.model.statement import Predicate, Statement, Target
from basedon.questions import asking, moods, shares
from basedon.questions.shares import Usual

TITLES = ("Few", "Many", "Funny", "Both", "Cosy", "Plain")
FELT = {  # people, and how many felt what
    "Few": (1, {"crying": 1}),
    "Many": (200, {"crying": 60, "loving": 50}),
    "Funny": (150, {"laughing": 70, "loving": 10}),
    "Both": (120, {"laughing": 25, "crying": 25}),
    "Cosy": (100, {"comforted": 30}),
    "Plain": (300, {"loving": 40, "hating": 5, "bored": 9}),
}


@pytest.fixture
def films(tmp_path: Path) -> Iterator[Catalogue]:
    """Six films and what people felt about them, in a file beside."""
    said = []
    for number, title in enumerate(TITLES, 1):
        evidence = (Evidence("wikidata", f"Q{number}", "x"),)
        for predicate, target in ((Predicate.TYPE, Target("film")), (Predicate.TITLE, Target(f"{title} of Them"))):
            said.append(Statement(subject=f"wikidata:Q{number}", predicate=predicate, target=target, evidence=evidence))
    build(tmp_path / "films.basedon", [said])
    with Catalogue(tmp_path / "films.basedon") as catalogue:
        numbers = {title: catalogue.number(f"wikidata:Q{n}") or 0 for n, title in enumerate(TITLES, 1)}
        counts = sorted((numbers[title], people, felt) for title, (people, felt) in FELT.items())
        reacted = Reacted(
            1000,
            1_700_000_000,
            [(work, people, people + 3, people, 0) for work, people, _ in counts],
            [(work, FEELINGS.index(name), n) for work, _, felt in counts for name, n in felt.items()],  # type: ignore[arg-type]
            [(numbers["Many"], "2023-11", 200, 203, 60, 0, 50, 0, 0, 0, 0)],
            {numbers["Many"]: (Shown("I cried at it", "2023-11-14", ("crying",)),)},
            Counter(),
        )
        write(reacted, tmp_path / "reactions")
        catalogue.attach(tmp_path / "reactions")
        yield catalogue


def titles(answer: object) -> list[str]:
    assert isinstance(answer, FilmAnswer)
    assert answer.table is not None
    assert answer.work is None
    return [str(row[0]).removesuffix(" of Them") for row in answer.table.rows]


def test_one_person_proves_nothing(films: Catalogue) -> None:
    answer = answering.tearjerkers(films)
    assert titles(answer) == ["Many", "Both", "Few"]
    assert isinstance(answer, FilmAnswer)
    assert answer.table is not None
    assert answer.table.columns == ("film", "year", "id", "people", "cried", "tear_rate", "low", "high")
    for row in answer.table.rows:
        assert 0 <= row[6] < row[5] < row[7] <= 1  # type: ignore[operator]
    assert answer.table.rows[2][5] < 0.5  # type: ignore[operator]


@pytest.mark.parametrize(
    "question",
    [
        "What film made people cry the most?",
        "Which movie makes everyone cry?",
        "What are the best tearjerkers?",
        "the saddest movies of all time",
        "which films did people cry at most",
    ],
)
def test_the_question_in_words(films: Catalogue, question: str) -> None:
    answer = answering.ask(films, question)
    assert answer.kind == "tearjerkers"
    assert titles(answer)[0] == "Many"


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("I want something uplifting", "Cosy"),
        ("something uplifting", "Cosy"),
        ("recommend me a funny film", "Funny"),
        ("a good cry", "Many"),
        ("I need a good cry", "Many"),
        ("funny and sad movies", "Both"),
        ("something funny and sad", "Both"),
        ("Which films are the most heartwarming?", "Cosy"),
    ],
)
def test_moods_in_words(films: Catalogue, question: str, first: str) -> None:
    answer = answering.ask(films, question)
    assert answer.kind == "moods"
    assert titles(answer)[0] == first


def test_a_mood_of_two_feelings_needs_both(films: Catalogue) -> None:
    assert titles(answering.tearjerkers(films, "funny and sad")) == ["Both"]
    answer = answering.tearjerkers(films, "uplifting", 1)
    assert isinstance(answer, FilmAnswer)
    assert answer.table is not None
    assert answer.table.rows[0][-1] == "30 were comforted"
    with pytest.raises(BadUsage, match="no mood"):
        answering.tearjerkers(films, "purple")


def test_words_for_moods_are_told_apart() -> None:
    assert moods.feelings("a good cry") == ("crying", "loving")
    assert moods.feelings("feel-good and FUNNY") == ("comforted", "laughing")
    assert moods.feelings("unfunny") == ()


def test_the_reception_of_a_film_holds_what_people_felt(films: Catalogue) -> None:
    answer = answering.received(films, "Many of Them")
    assert isinstance(answer, FilmAnswer)
    assert answer.reception is not None
    told = answer.reception.reactions
    assert told is not None
    assert (told.people, told.posts, told.seen) == (200, 203, 200)
    assert told.feelings["crying"].people == 60
    assert told.feelings["crying"].low < 0.3 < told.feelings["crying"].high
    assert told.tear_rate is not None
    assert told.tear_rate.value < 0.3  # drawn towards what is usual
    assert told.over_time[0].feelings == {"crying": 60, "loving": 50}
    assert [shown.text for shown in told.shown] == ["I cried at it"]
    assert "60 cried" in (answer.text or "")


def test_does_it_make_people_cry(films: Catalogue) -> None:
    for question in ("Does Many of Them make people cry?", "Is Many of Them sad?", "Did people cry at Many of Them?"):
        answer = answering.ask(films, question)
        assert answer.kind == "reception"
        assert "60 cried" in (answer.text or "")


def test_without_posts_it_says_what_it_needs(small: Path) -> None:
    with Catalogue(small) as catalogue:
        for question in ("What film made people cry the most?", "something uplifting"):
            answer = answering.ask(catalogue, question)
            assert isinstance(answer, Miss)
            assert answer.needs == ("posts",)
            assert "--posts" in answer.text


def test_a_title_is_still_a_title(starter: Path) -> None:
    with Catalogue(starter) as catalogue:
        assert answering.ask(catalogue, "Something Wild").kind == "true_story"
        assert next(iter(asking.readings("Scary Movie"))).title == "Scary Movie"


def test_wilsons_bounds() -> None:
    low, high = shares.wilson(10, 100)
    assert (round(low, 4), round(high, 4)) == (0.0552, 0.1744)
    assert shares.wilson(0, 0) == (0.0, 1.0)
    assert shares.wilson(0, 10)[0] == 0.0
    assert shares.share(3, 10).share == 0.3


def test_what_is_usual_weighs_much_where_films_are_alike_and_little_where_they_differ() -> None:
    alike = shares.usual([(10, 100)] * 50)
    differ = shares.usual([(0, 100), (100, 100)] * 25)
    assert alike.weight == shares.MOST
    assert differ.weight == shares.LEAST
    assert abs(alike.mean - 0.1) < 0.001
    assert shares.usual([]).mean == 0.5
    assert shares.rate(1, 1, Usual(0.02, 20)).value == pytest.approx(1.4 / 21, abs=1e-4)
