"""What is trending: the list of a week and a place, what is known of its films, and what is not held."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.charted import charted

from basedon import answering
from basedon.catalogue.catalogue import Catalogue
from basedon.errors import BadUsage
from basedon.model.answer import Answer, FilmAnswer, Miss
from basedon.model.verdict import Basis
from basedon.questions import lands, trending, when


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """The catalogue with charts, opened."""
    with Catalogue(charted(tmp_path_factory.mktemp("charts") / "charts.basedon")) as catalogue:
        yield catalogue


def rows(answer: Answer) -> list[tuple[object, ...]]:
    assert isinstance(answer, FilmAnswer), answer
    assert answer.table
    assert answer.table.columns == trending.COLUMNS
    return [row[:8] for row in answer.table.rows]


def test_the_list_of_a_week_and_country_with_what_is_known(lists: Catalogue) -> None:
    answer = answering.trending(lists, "GB", "2022-03-02")
    assert rows(answer) == [
        (1, "The Salt Road", 2021, "adaptation", 5, 2, "up", 2),
        (2, "Night Ferry", 2022, "true_story", 2, 1, "down", 1),
        (3, "Harbour Lights Again", None, None, 1, None, "new", 1),
    ]
    assert isinstance(answer, FilmAnswer)
    assert (answer.kind, answer.work, answer.found) == ("trending", None, True)
    assert "Number one on Netflix in the United Kingdom in the week to 2022-03-06: The Salt Road." in (
        answer.text or ""
    )
    assert "2 are held here, and of 2 it is known" in (answer.text or "")


def test_each_film_has_the_questions_that_fit_it_and_their_answers(lists: Catalogue) -> None:
    answer = answering.trending(lists, "GB", "2022-03-06")
    assert isinstance(answer, FilmAnswer)
    assert answer.trend
    first, second, third = answer.trend.places
    assert [(q.question, q.answered) for q in first.questions] == [
        ("Is The Salt Road based on a true story?", True),
        ("Which book is The Salt Road based on?", True),
        ("Who directed The Salt Road?", True),
    ]
    assert first.questions[1].text == "Salt by Tom Vance (1950)."
    assert second.basis is Basis.TRUE_STORY
    assert [(q.question, q.answered) for q in third.questions] == [
        ("Is Harbour Lights Again based on a true story?", False)
    ]
    for likely in first.questions:
        again = answering.ask(lists, likely.question)
        assert isinstance(again, FilmAnswer), likely.question
        assert again.work
        assert again.work.id == "wikidata:Q1"


def test_without_anything_it_is_the_newest_week_of_the_world(lists: Catalogue) -> None:
    assert [row[:2] for row in rows(answering.trending(lists))] == [(3, "The Salt Road"), (1, "Mavi Ev")]
    assert rows(answering.trending(lists, week="latest")) == rows(answering.trending(lists, "world"))
    assert [row[:2] for row in rows(answering.trending(lists, "GB"))] == [(1, "The Salt Road")]


def test_what_changed_is_not_said_where_the_week_before_is_not_held(lists: Catalogue) -> None:
    assert rows(answering.trending(lists, "GB", "2022-03-20"))[0][5:7] == (None, None)


def test_series_and_single_lists_are_had_for_the_asking(lists: Catalogue) -> None:
    assert [row[1] for row in rows(answering.trending(lists, "GB", "2022-03-06", "tv"))] == ["Low Tide: Season 2"]
    assert [row[1] for row in rows(answering.trending(lists, category="films (non-english)"))] == ["Mavi Ev"]
    with pytest.raises(BadUsage, match="no such category; choose films, tv, all, or one of: Films, TV"):
        answering.trending(lists, "GB", "2022-03-06", "songs")


@pytest.mark.parametrize(
    ("country", "week", "says"),
    [
        ("Fiji", None, "No Top 10 of Fiji is held here; held are those of: the world, GB, KR"),
        ("GB", "2019-01-01", "held are those of the weeks to 2022-02-27 until 2022-03-20"),
        ("GB", "2022-03-13", "No Top 10 of the United Kingdom of 2022-03-13"),
    ],
)
def test_what_is_not_held_is_a_miss_that_says_what_is(
    lists: Catalogue, country: str, week: str | None, says: str
) -> None:
    answer = answering.trending(lists, country, week)
    assert isinstance(answer, Miss)
    assert says in answer.text
    assert answer.needs == ()


@pytest.mark.parametrize(("country", "week"), [("ZZ", None), ("Atlantis", None), ("GB", "March"), ("GB", "2022-13-01")])
def test_what_is_no_country_or_day_is_bad_usage(lists: Catalogue, country: str, week: str | None) -> None:
    with pytest.raises(BadUsage):
        answering.trending(lists, country, week)


def test_a_catalogue_without_charts_needs_them(few: Catalogue) -> None:
    for answer in (answering.trending(few, "GB"), answering.charted(few, "Kandil")):
        assert isinstance(answer, Miss)
        assert answer.needs == ("netflix",)
        assert "basedon trending --netflix FILE" in answer.text


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("What is trending on Netflix in the UK?", ["The Salt Road"]),
        ("netflix top 10 in great britain on 2 march 2022", ["The Salt Road", "Night Ferry", "Harbour Lights Again"]),
        ("What was number one on Netflix in Britain in March 2022?", ["The Salt Road", "The Salt Road"]),
        ("top 2 films in the UK in the week of 2022-03-06", ["The Salt Road", "Night Ferry"]),
        ("which shows were trending in the UK in the week of 2022-03-06", ["Low Tide: Season 2"]),
        ("top 10 films in Korea this week", ["The Salt Road"]),
        ("show us the netflix top 10", ["The Salt Road", "Mavi Ev"]),
        ("most watched movies in the UK in 2022", ["The Salt Road", "Night Ferry", "Harbour Lights Again"]),
        ("Top 10 in GB in February", ["Night Ferry", "The Salt Road"]),
    ],
)
def test_questions_mean_a_country_a_time_and_a_kind(lists: Catalogue, question: str, titles: list[str]) -> None:
    answer = answering.ask(lists, question)
    assert isinstance(answer, FilmAnswer), answer
    assert answer.kind == "trending"
    assert [row[1] for row in rows(answer)] == titles


def test_a_place_that_is_none_is_not_taken_for_the_world(lists: Catalogue) -> None:
    answer = answering.ask(lists, "what is trending on netflix in Atlantis")
    assert isinstance(answer, Miss)
    assert "No country of that name" in answer.text


def test_the_weeks_of_one_film(lists: Catalogue) -> None:
    answer = answering.charted(lists, "The Salt Road")
    assert isinstance(answer, FilmAnswer)
    assert answer.reception
    assert answer.reception.charts
    charts = answer.reception.charts
    assert (charts.weeks, charts.weeks_in_world, charts.countries, charts.best_rank) == (3, 1, ("GB", "KR"), 1)
    assert [(week.week, week.best_rank, week.world_rank) for week in charts.run] == [
        ("2022-02-27", 2, None),
        ("2022-03-06", 1, 3),
        ("2022-03-20", 1, None),
    ]
    assert "in 2 countries for 3 weeks (1 of them in the world's)" in (answer.text or "")


def test_of_a_title_that_only_the_lists_have_and_of_one_that_none_has(lists: Catalogue) -> None:
    listed = answering.charted(lists, "harbour lights again")
    assert isinstance(listed, FilmAnswer)
    assert listed.work is None
    assert listed.reception
    assert listed.reception.charts
    assert "is not certain" in (listed.text or "")
    off = answering.charted(lists, "A Quiet Bay")
    assert isinstance(off, Miss)
    assert "on none of the lists" in off.text
    assert isinstance(answering.charted(lists, "Nothing At All"), Miss)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("gb", "GB"),
        ("UK", "GB"),
        ("Türkiye", "TR"),
        ("south korea", "KR"),
        ("Hong Kong", "HK"),
        ("the Netherlands", "NL"),
        ("uae", "AE"),
        ("World", None),
    ],
)
def test_countries_by_letters_and_names(text: str, code: str | None) -> None:
    assert lands.country(text) == code


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("what is trending in the US", ("US", False)),
        ("show us the top 10", (None, False)),
        ("top 10 in May", (None, False)),
        ("Turkey's top 10", ("TR", False)),
        ("what do South Korean people watch", ("KR", False)),
        ("trending in Narnia", (None, True)),
    ],
)
def test_countries_spoken_of(question: str, found: tuple[str | None, bool]) -> None:
    assert lands.spoken_of(question) == found


WEEKS = ("2021-12-26", "2022-01-02", "2022-03-06", "2022-03-13")


@pytest.mark.parametrize(
    ("question", "weeks"),
    [
        ("this week", WEEKS[-1:]),
        ("last week", WEEKS[-2:-1]),
        ("in March 2022", WEEKS[-2:]),
        ("in march", WEEKS[-2:]),
        ("on the 4th of March 2022", WEEKS[2:3]),
        ("on March 6, 2022", WEEKS[2:3]),
        ("in 2021", WEEKS[:1]),
        ("on 2021-12-20", WEEKS[:1]),
        ("in July 2020", ()),
        ("it may march on", WEEKS[-1:]),
    ],
)
def test_times_spoken_of(question: str, weeks: tuple[str, ...]) -> None:
    assert when.within(when.spoken_of(question, WEEKS), WEEKS) == weeks


def test_a_day_that_no_calendar_has_is_bad_usage() -> None:
    with pytest.raises(BadUsage, match="no day of the calendar"):
        when.spoken_of("on 31 February 2022", WEEKS)
