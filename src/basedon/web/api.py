"""The API: every answer as the JSON that `basedon --json` prints, from addresses that OpenAPI describes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from basedon import answering
from basedon.catalogue.catalogue import Catalogue
from basedon.errors import BadUsage
from basedon.forms import listing
from basedon.forms.json import json
from basedon.model.answer import Answer, Miss, Query
from basedon.web import articles, audience
from basedon.web import operations as ops
from basedon.web.door import work
from basedon.web.parameters import number, typed


def answered(answer: Answer) -> bytes:
    """An answer as JSON on one line."""
    return json(answer, pretty=False).encode()


def film(catalogue: Catalogue, title: str, year: int | None, family: bool) -> bytes:
    """Everything about the film of a title, or its lineage; a miss is an answer too."""
    try:
        return answered((answering.family if family else answering.film)(catalogue, title, year))
    except BadUsage as error:  # a title of blanks alone
        return answered(Miss(query=Query(title, year), catalogue=catalogue.stamp, text=str(error)))


def film_by_id(catalogue: Catalogue, id_: str, family: bool) -> bytes:
    """Everything about the film of an id, or its lineage."""
    if catalogue.number(id_) is None:
        raise HTTPException(404, "the catalogue holds no film with that id; /api/v1/search finds films by title")
    return answered((answering.family if family else answering.film)(catalogue, id_))


def ask(catalogue: Catalogue, question: str, about: str) -> bytes:
    """The answer to a question in words."""
    if about and catalogue.number(about) is None:
        raise HTTPException(404, "the catalogue holds no film with the id in `about`")
    try:
        return answered(answering.ask(catalogue, question, about or None))
    except BadUsage as error:  # marks and blanks alone
        miss = Miss(query=Query(question), catalogue=catalogue.stamp, question=question, text=str(error))
        return answered(miss)


def search(catalogue: Catalogue, text: str, limit: int) -> bytes:
    """The works whose titles fit best."""
    return listing.works(answering.search(catalogue, text, limit), as_json=True, width=0).encode()


def held(catalogue: Catalogue) -> bytes:
    """What the catalogue holds, without saying where its file lies."""
    info = catalogue.info()
    return listing.encoded({"schema": 1, "catalogue": {k: v for k, v in _fields(info).items() if k != "path"}}).encode()


def _fields(info: Any) -> dict[str, Any]:
    return {name: getattr(info, name) for name in info.__struct_fields__}


async def get_search(request: Request) -> Response:
    """`/search?q=…&limit=…`"""
    given = request.query_params
    return made(await work(request, search, typed(given, ops.WORDS), number(given, ops.LIMIT, 10)))


async def get_film(request: Request) -> Response:
    """`/film?title=…&year=…`"""
    given = request.query_params
    return made(await work(request, film, typed(given, ops.TITLE), number(given, ops.YEAR), False))


async def get_lineage(request: Request) -> Response:
    """`/lineage?title=…&year=…`"""
    given = request.query_params
    return made(await work(request, film, typed(given, ops.TITLE), number(given, ops.YEAR), True))


async def get_film_by_id(request: Request) -> Response:
    """`/film/Q…`"""
    return made(await work(request, film_by_id, request.path_params["id"], False))


async def get_lineage_by_id(request: Request) -> Response:
    """`/lineage/Q…`"""
    return made(await work(request, film_by_id, request.path_params["id"], True))


async def get_ask(request: Request) -> Response:
    """`/ask?q=…&about=…`"""
    given = request.query_params
    return made(await work(request, ask, typed(given, ops.QUESTION), typed(given, ops.ABOUT)))


async def get_catalogue(request: Request) -> Response:
    """`/catalogue`"""
    return made(await work(request, held))


async def get_openapi(_: Request) -> Response:
    """`/openapi.json`"""
    from basedon.web.openapi import document

    return made(document())


async def get_root(_: Request) -> Response:
    """The API's root leads to its documentation."""
    return RedirectResponse("/api/docs", 302)


def made(body: bytes) -> Response:
    """JSON as a response."""
    return Response(body, media_type="application/json")


ENDPOINTS: dict[str, Callable[[Request], Awaitable[Response]]] = {
    "search": get_search,
    "film": get_film,
    "film_by_id": get_film_by_id,
    "lineage": get_lineage,
    "lineage_by_id": get_lineage_by_id,
    "ask": get_ask,
    "check": articles.post_check,
    "trending": audience.get_trending,
    "tearjerkers": audience.get_tearjerkers,
    "catalogue": get_catalogue,
}
"""What answers each operation."""


def routes() -> list[BaseRoute]:
    """The API's addresses."""
    described: list[BaseRoute] = []
    for operation in ops.OPERATIONS:
        path = f"/api/v1{operation.path.replace('{id}', '{id:path}')}"
        described.append(Route(path, ENDPOINTS[operation.name], methods=[operation.method]))
    return [
        *described,
        Route("/api/v1/openapi.json", get_openapi),
        Route("/api/v1", get_root),
        Route("/api", get_root),
    ]
