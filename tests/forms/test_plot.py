"""The plot of weeks, the list of a week, and reception as the forms show them."""

from __future__ import annotations

from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

from basedon.errors import BadUsage
from basedon.forms import plot, show
from basedon.model.answer import FilmAnswer
from basedon.model.reception import Charts, ChartWeek, Reception


def parsed(drawn: str) -> ElementTree.Element:
    """The drawing as XML; what is no XML raises."""
    return ElementTree.fromstring(drawn)  # noqa: S314  (made here)


def charts(*ranks: int | None, first: str = "2022-01-02") -> Charts:
    """Weeks on a list from the first on, None for one on none."""
    from datetime import date, timedelta

    days = [(date.fromisoformat(first) + timedelta(days=7 * n)).isoformat() for n in range(len(ranks))]
    run = tuple(ChartWeek(day, rank, rank, ("GB",)) for day, rank in zip(days, ranks, strict=True) if rank)
    best = min(week.best_rank for week in run)
    return Charts("The Lamp", "netflix", len(run), len(run), ("GB",), best, run[0].week, run[-1].week, run)


def test_blocks_are_the_higher_the_better_the_rank_and_a_gap_is_shown() -> None:
    assert plot.blocks(charts(10, 1, None, 5)) == "▁█·▅"


def test_of_many_weeks_each_block_is_the_best_of_several() -> None:
    assert plot.blocks(charts(*[10, 1] * 40), 40) == "█" * 40


def test_the_drawing_is_whole_and_asks_for_nothing(make: SimpleNamespace) -> None:
    answer = make.film(reception=Reception(charts=charts(3, None, 1)), kind="trending")
    drawn = show(answer, "svg")
    root = parsed(drawn)
    assert root.tag.endswith("svg")
    assert drawn.count('class="world"') == 2
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")
    assert "2022-01-02: number 3 in the world, in one country, at best number 3" in drawn


def test_one_week_has_one_date(make: SimpleNamespace) -> None:
    drawn = plot.svg(charts(3))
    assert parsed(drawn) is not None
    assert drawn.count(">2022-01-02</text>") == 1


@pytest.mark.parametrize(
    "text", ["<script>alert('x')</script>", "]]> --> </svg>", "Good\u202efdp.exe", "x\x1b[31m" * 99]
)
def test_titles_that_mean_harm_stay_text_in_the_drawing(make: SimpleNamespace, text: str) -> None:
    hostile = make.film(reception=make.received(text), kind="trending")
    tags = {part.tag.rpartition("}")[2] for part in parsed(show(hostile, "svg")).iter()}
    assert tags <= {"svg", "title", "desc", "style", "text", "rect", "line"}


def test_without_weeks_there_is_nothing_to_draw(make: SimpleNamespace) -> None:
    with pytest.raises(BadUsage, match="--film"):
        show(make.listed(), "svg")


def test_the_card_and_page_of_a_film_show_its_weeks(make: SimpleNamespace) -> None:
    answer = make.film(reception=Reception(charts=charts(10, 1), missing=("posts", "imdb")))
    card = show(answer, "card")
    assert "2022-01-02 ▁█ 2022-01-09" in card
    assert "Not held here  posts and ratings" in card
    assert '<svg xmlns="http://www.w3.org/2000/svg" class="basedon-weeks"' in show(answer, "html")
    assert "▁█" in show(answer, "markdown")


@pytest.mark.parametrize("form", ["card", "markdown", "html"])
def test_a_list_has_its_films_their_stories_and_what_people_will_ask(make: SimpleNamespace, form: str) -> None:
    answer: FilmAnswer = make.listed()
    shown = " ".join(show(answer, form, width=100).split())
    for part in (
        "up 3",
        "disputed",
        "Night Ferry",
        "not held here",
        "Is Night Ferry based on a true story?",
        "no answer",
    ):
        assert part in shown
