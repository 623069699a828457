"""What is trending, and what makes people cry: lists of films, each leading to its page."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from basedon import answering
from basedon.catalogue.catalogue import Catalogue
from basedon.errors import BadUsage
from basedon.forms import audience as told
from basedon.forms.json import json
from basedon.forms.plain import clean, sentence, titled
from basedon.model.answer import Answer, FilmAnswer, Miss, Table
from basedon.model.trend import Trend
from basedon.model.verdict import LABELS
from basedon.web import operations as ops
from basedon.web.addresses import path_of, path_of_work
from basedon.web.door import work
from basedon.web.pages import asked_about, framed
from basedon.web.parameters import typed
from basedon.web.rendering import rendered

TEARS = "Which films make people cry the most?"
"""The question that the page of tearjerkers answers."""


class Ranked(Struct, frozen=True):
    """One place of a list as a page tells it."""

    rank: int
    title: str
    href: str | None
    note: str
    basis: str
    label: str
    questions: tuple[tuple[str, str], ...]


def ranked(trend: Trend) -> list[tuple[str, list[Ranked]]]:
    """A week's places by list."""
    lists: dict[str, list[Ranked]] = {}
    for place in trend.places:
        weeks = "" if place.weeks is None else "first week" if place.weeks == 1 else f"{place.weeks} weeks"
        lands = "" if not place.countries else "one country" if place.countries == 1 else f"{place.countries} countries"
        note = " · ".join(part for part in (told.moved(place), weeks, lands) if part)
        asked = tuple(
            (sentence(likely.question), sentence(likely.text or "") if likely.answered else "No source here tells.")
            for likely in place.questions
        )
        name = clean(place.category) + (f", week to {place.week}" if trend.first_week != trend.last_week else "")
        lists.setdefault(name, []).append(
            Ranked(
                place.rank,
                told.called(place),
                path_of_work(place.work) if place.work else None,
                note,
                place.basis.value if place.basis else "",
                LABELS[place.basis].capitalize() if place.basis else "",
                asked,
            )
        )
    return list(lists.items())


def trending_json(catalogue: Catalogue, country: str, week: str, category: str) -> bytes:
    """The Top 10 of a week as JSON."""
    return json(
        answering.trending(catalogue, country or None, week or None, category or "films"), pretty=False
    ).encode()


def trending_page(catalogue: Catalogue, request: Request, country: str, week: str, category: str) -> bytes:
    """The Top 10 of a week as a page."""
    problem, answer = "", None
    try:
        answer = answering.trending(catalogue, country or None, week or None, category or "films")
    except BadUsage as error:
        problem = clean(str(error))
    trend = answer.trend if isinstance(answer, FilmAnswer) else None
    given: dict[str, Any] = {
        "path": "/trending",
        "problem": problem,
        "text": sentence(answer.text or "") if answer else "",
        "lists": ranked(trend) if trend else [],
        "week": trend.last_week if trend else week,
        "country": clean(country),
        "category": clean(category),
        "needs": [clean(source) for source in answer.needs] if isinstance(answer, Miss) else [],
    }
    return rendered("trending.html", **framed(request, catalogue, **given))


class Cried(Struct, frozen=True):
    """One film of the list of tearjerkers: its rate with bounds in hundredths, and who was counted."""

    title: str
    href: str | None
    rate: str
    low: int
    high: int
    people: str


def cried(table: Table | None) -> list[Cried]:
    """The list of tearjerkers; of a table without rates nothing."""
    if table is None or not {"film", "people", "cried", "tear_rate", "low", "high"} <= set(table.columns):
        return []
    at = {name: place for place, name in enumerate(table.columns)}
    found = []
    for row in table.rows:
        value = {name: row[place] for name, place in at.items()}
        year = value.get("year")
        low, high = (round(100 * float(value[name] or 0)) for name in ("low", "high"))
        id_ = next((str(value[name]) for name in ("wikidata", "imdb", "id") if value.get(name)), "")
        found.append(
            Cried(
                titled(str(value["film"]), int(year) if year else None),
                path_of(id_, str(value["film"])) if id_ else None,
                f"{100 * float(value['tear_rate'] or 0):.0f}%",
                low,
                high,
                f"{value['cried']:,} of {value['people']:,} people cried",
            )
        )
    return found


def tearjerkers(catalogue: Catalogue) -> Answer:
    """The films that made people cry most, by what they wrote."""
    return answering.ask(catalogue, TEARS)


def tearjerkers_json(catalogue: Catalogue) -> bytes:
    """That as JSON."""
    return json(tearjerkers(catalogue), pretty=False).encode()


def tearjerkers_page(catalogue: Catalogue, request: Request) -> bytes:
    """That as a page."""
    answer = tearjerkers(catalogue)
    given: dict[str, Any] = {
        "path": "/tearjerkers",
        "text": sentence(answer.text or ""),
        "films": cried(answer.table if isinstance(answer, FilmAnswer) else None),
        "needs": [clean(source) for source in answer.needs] if isinstance(answer, Miss) else [],
        "next": [asked_about(question) for question in getattr(answer, "next_questions", ())],
    }
    return rendered("tearjerkers.html", **framed(request, catalogue, **given))


def asked(request: Request) -> tuple[str, str, str]:
    """Country, week and category as an address gives them."""
    given = request.query_params
    return typed(given, ops.COUNTRY), typed(given, ops.WEEK), typed(given, ops.CATEGORY)


async def get_trending(request: Request) -> Response:
    """`/api/v1/trending?country=…&week=…`"""
    return Response(await work(request, trending_json, *asked(request)), media_type="application/json")


async def get_trending_page(request: Request) -> Response:
    """`/trending?country=…&week=…`; what a form leaves empty is left out."""
    given = request.query_params
    names = (ops.COUNTRY.name, ops.WEEK.name, ops.CATEGORY.name)
    wanted = (given.get(name, "").strip()[:80] for name in names)
    return Response(await work(request, trending_page, request, *wanted), media_type="text/html")


async def get_tearjerkers(request: Request) -> Response:
    """`/api/v1/tearjerkers`"""
    return Response(await work(request, tearjerkers_json), media_type="application/json")


async def get_tearjerkers_page(request: Request) -> Response:
    """`/tearjerkers`"""
    return Response(await work(request, tearjerkers_page, request), media_type="text/html")


def routes() -> list[BaseRoute]:
    """The pages' addresses; those of the API stand in its register."""
    return [Route("/trending", get_trending_page), Route("/tearjerkers", get_tearjerkers_page)]
