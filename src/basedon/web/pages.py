"""The pages: each is made in a thread from the catalogue, whole, with no script needed to read it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from basedon import answering
from basedon.catalogue import browsing
from basedon.catalogue.catalogue import Catalogue
from basedon.errors import BadUsage
from basedon.forms import outline
from basedon.forms.jsonld import jsonld
from basedon.forms.plain import clean, credit, names, sentence, titled
from basedon.model.answer import Answer, FilmAnswer, Miss, Query
from basedon.questions import makers
from basedon.web import operations as ops
from basedon.web import views
from basedon.web.addresses import name_of, number_of, origin_of, path_of, path_of_work
from basedon.web.door import work
from basedon.web.parameters import typed
from basedon.web.problems import Problem
from basedon.web.rendering import assets, own, rendered

FAMILIES, KNOWN = 8, 3


class Moved(Exception):  # noqa: N818  # no error, but an answer
    """The page is at another address."""


def framed(request: Request, catalogue: Catalogue, **given: Any) -> dict[str, Any]:
    """What every page is given."""
    host = next((value for name, value in request.scope["headers"] if name == b"host"), b"")
    stamp = catalogue.stamp
    return {
        "origin": origin_of(request.url.scheme, host),
        "stamp": {"digest": clean(stamp.digest)[:8], "as_of": clean(stamp.as_of)},
        "asked": "",
        "about": "",
        **given,
    }


def home(catalogue: Catalogue, request: Request) -> bytes:
    """The first page: one thing to ask, stories that were told often, films that people know."""
    often = browsing.most_remade(catalogue, FAMILIES)
    works = catalogue.works(number for number, _ in often)
    families = [
        (views.Item(titled(works[n].title, works[n].year), "", path_of_work(works[n], "family")), times)
        for n, times in often
        if n in works
    ]
    known = catalogue.works(browsing.best_known(catalogue, KNOWN)).values()
    questions = [f"Is {clean(film.title)} based on a true story?" for film in known]
    counts = browsing.how_many(catalogue)
    return rendered(
        "home.html", **framed(request, catalogue, path="/", families=families, questions=questions, count=counts)
    )


def film(catalogue: Catalogue, request: Request, rest: str) -> bytes:
    """Everything about one film."""
    number, path = found_at(catalogue, rest, "film")
    answer = answering.film(catalogue, catalogue.work(number).id)
    assert isinstance(answer, FilmAnswer)  # noqa: S101  # its id was just read from the catalogue
    assert answer.work is not None  # noqa: S101
    family = answering.family(catalogue, answer.work.id)
    given = parts(catalogue, answer, number)
    given |= {"branches": views.branches(family), "drawing": own(views.drawing(family))}
    given["family_path"] = path_of_work(answer.work, "family")
    return rendered("film.html", **framed(request, catalogue, path=path, **given))


def family(catalogue: Catalogue, request: Request, rest: str) -> bytes:
    """The lineage of one film, with every version."""
    number, path = found_at(catalogue, rest, "family")
    answer = answering.family(catalogue, catalogue.work(number).id)
    assert isinstance(answer, FilmAnswer)  # noqa: S101  # its id was just read from the catalogue
    given = parts(catalogue, answer, number)
    given |= {
        "branches": views.branches(answer),
        "drawing": own(views.drawing(answer)),
        "text": sentence(answer.text or ""),
    }
    given["sides"] = views.sides(answer.findings)
    return rendered("family.html", **framed(request, catalogue, path=path, **given))


def found_at(catalogue: Catalogue, rest: str, room: str) -> tuple[int, str]:
    """The film that an address means, and the address that it ought to have; raises Moved where it has another."""
    number = number_of(catalogue, rest)
    if number is None:
        raise HTTPException(404, "the catalogue holds no film with that id")
    path = path_of_work(catalogue.work(number), room)
    if rest != unquoted(path).removeprefix(f"/{room}/"):
        raise Moved(path)
    return number, path


def unquoted(path: str) -> str:
    """An address as the server reads it."""
    from urllib.parse import unquote

    return unquote(path)


def parts(catalogue: Catalogue, answer: FilmAnswer, number: int) -> dict[str, Any]:
    """What a page may tell of a film."""
    held = answer.work
    assert held is not None  # noqa: S101  # callers have looked
    above = answer.remake_of
    first = []
    if above:
        href = path_of(above.id, above.title) if above.id else None
        first = [views.Item(titled(above.title, above.year), "the film it remakes", href)]
    origins = [
        views.origin_item(o)
        for o in answer.based_on
        if not (above and o.type == "film" and (o.id, o.title) == (above.id, above.title))
    ]
    return {
        "film": views.work_item(held),
        "film_id": name_of(held.id),
        "title": titled(held.title, held.year),
        "bare_title": titled(held.title),
        "original_title": "" if held.original_title in (None, held.title) else titled(held.original_title or ""),
        "type": held.type,
        "places": names(held.countries),
        "byline": credit("Directed by", [person.name for person in held.directors]),
        "facts": views.facts(held, catalogue),
        "verdict": views.verdict(answer),
        "sides": views.sides(answer.story.findings if answer.story else ()),
        "comes_from": [*first, *origins],
        "remakes": [views.remake_item(remake) for remake in answer.remakes],
        "siblings": [views.remake_item(remake) for remake in answer.siblings],
        "alternatives": [views.work_item(other) for other in answer.alternatives],
        "makers": [views.films_of(maker) for maker in makers.makers(catalogue, number)],
        "reception": views.reception(answer.reception),
        "weeks": own(views.weeks(answer.reception, titled(held.title, held.year))),
        "next": [asked_about(question, name_of(held.id)) for question in answer.next_questions],
        "mend": views.mend(answer),
        "jsonld": own(jsonld(answer)),
        "about": name_of(held.id),
    }


def asked_about(question: str, about: str = "") -> views.Item:
    """A question that leads to its answer."""
    given = {"q": question, "about": about} if about else {"q": question}
    return views.Item(sentence(question), href=f"/ask?{urlencode(given)}")


def ask(catalogue: Catalogue, request: Request, question: str, about: str) -> bytes:
    """The answer to a question."""
    spoken_of = about if about and catalogue.number(about) is not None else None
    answer: Answer
    try:
        answer = answering.ask(catalogue, question, spoken_of)
    except BadUsage as error:
        answer = Miss(query=Query(question), catalogue=catalogue.stamp, question=question, text=str(error))
    path = f"/ask?{urlencode({'q': question, **({'about': about} if spoken_of else {})})}"
    if isinstance(answer, Miss):
        return missed(catalogue, request, answer, path)
    if answer.work is not None and only_title(question, answer):
        raise Moved(path_of_work(answer.work))
    number = catalogue.number(answer.work.id) if answer.work else None
    given = parts(catalogue, answer, number) if number is not None else {}
    first, rest = outline.lead(answer)
    shown = [section.name for section in outline.sections(answer)]
    table = outline.table(answer)
    columns, rows = views.table(table) if table else ([], [])
    given |= {
        "question": sentence(question),
        "read_as": sentence(answer.read_as or ""),
        "lead": first,
        "rest": rest,
        "kind": answer.kind,
        "shown": shown,
        "columns": columns,
        "rows": rows,
        "branches": views.branches(answer),
        "drawing": own(views.drawing(answer)),
        "sides": views.sides(outline.findings(answer)),
        "told_basis": outline.basis(answer) is not None,
    }
    given.setdefault("film", None)
    given.setdefault("next", [asked_about(q) for q in answer.next_questions])
    return rendered("ask.html", **framed(request, catalogue, path=path, **given) | {"asked": question})


def only_title(question: str, answer: FilmAnswer) -> bool:
    """Whether somebody typed nothing but a film's title, which its own page answers best."""
    return answer.kind == "true_story" and "?" not in question and answer.query.title.strip() == question.strip()


def missed(catalogue: Catalogue, request: Request, answer: Miss, path: str) -> bytes:
    """What comes nearest to a question that has no answer here."""
    near = [views.work_item(other) for other in answer.suggestions]
    given = {
        "question": outline.headline(answer),
        "text": sentence(answer.text),
        "near": near,
        "needs": [clean(source) for source in answer.needs],
    }
    return rendered(
        "miss.html", **framed(request, catalogue, path=path, **given) | {"asked": clean(answer.question or "")}
    )


def search(catalogue: Catalogue, request: Request, text: str) -> bytes:
    """The films that fit what is typed."""
    found = [views.work_item(held) for held in answering.search(catalogue, text, 40)]
    path = f"/search?{urlencode({'q': text})}"
    return rendered("search.html", **framed(request, catalogue, path=path, typed=clean(text), found=found, asked=text))


def sources(catalogue: Catalogue, request: Request) -> bytes:
    """What the answers rest on, and what this is."""
    info = catalogue.info()
    issues = sum(info.issues.values())
    return rendered(
        "sources.html",
        **framed(request, catalogue, path="/sources", sources=info.sources, counts=info.counts, issues=issues),
    )


def docs(catalogue: Catalogue, request: Request) -> bytes:
    """The API's documentation."""
    from basedon.web.openapi import EXPLAINED

    return rendered(
        "docs.html",
        **framed(request, catalogue, path="/api/docs", operations=ops.OPERATIONS, explained=coded(EXPLAINED)),
    )


def coded(text: str) -> list[list[tuple[str, bool]]]:
    """Paragraphs in pieces, each with whether it is code: every second one between marks."""
    return [[(piece, n % 2 == 1) for n, piece in enumerate(part.split("`"))] for part in text.split("\n\n")]


def problem_page(request: Request, problem: Problem) -> Response:
    """What a person sees of an error, and what a program does."""
    if request.url.path.startswith("/api/v1"):
        from basedon.web.problems import encoded

        return Response(encoded(problem), problem.status, media_type="application/problem+json")
    catalogue = request.state.edition.catalogue
    body = rendered("problem.html", **framed(request, catalogue, path=None, problem=problem))
    return Response(body, problem.status, media_type="text/html")


async def page(request: Request, doing: Any, *given: Any) -> Response:
    """A page made in a thread, or the way to where it is."""
    try:
        return Response(await work(request, doing, request, *given), media_type="text/html")
    except Moved as moved:
        return RedirectResponse(str(moved), 302)


async def get_home(request: Request) -> Response:
    """`/`"""
    return await page(request, home)


async def get_film(request: Request) -> Response:
    """`/film/Q…/title`"""
    return await page(request, film, request.path_params["rest"])


async def get_family(request: Request) -> Response:
    """`/family/Q…/title`"""
    return await page(request, family, request.path_params["rest"])


async def get_ask(request: Request) -> Response:
    """`/ask?q=…`"""
    given = request.query_params
    if not given.get("q", "").strip():
        return RedirectResponse("/", 302)
    return await page(request, ask, typed(given, ops.QUESTION), given.get("about", "")[:300])


async def get_search(request: Request) -> Response:
    """`/search?q=…`"""
    given = request.query_params
    return await page(request, search, typed(given, ops.WORDS) if given.get("q") else "")


async def get_sources(request: Request) -> Response:
    """`/sources`"""
    return await page(request, sources)


async def get_docs(request: Request) -> Response:
    """`/api/docs`"""
    return await page(request, docs)


async def get_asset(request: Request) -> Response:
    """Styles and scripts, out of memory by their whole name."""
    found = next((asset for asset in assets().values() if asset.path == request.url.path), None)
    if found is None:
        raise HTTPException(404)
    return Response(found.body, media_type=found.kind)


async def get_icon(_: Request) -> Response:
    """`/favicon.ico`"""
    return Response(assets()["icon.svg"].body, media_type="image/svg+xml")


async def get_robots(_: Request) -> Response:
    """`/robots.txt`"""
    return Response("User-agent: *\nDisallow: /ask\nDisallow: /search\nDisallow: /api/\n", media_type="text/plain")


def routes() -> list[BaseRoute]:
    """The pages' addresses."""
    return [
        Route("/", get_home),
        Route("/film/{rest:path}", get_film),
        Route("/family/{rest:path}", get_family),
        Route("/ask", get_ask),
        Route("/search", get_search),
        Route("/sources", get_sources),
        Route("/api/docs", get_docs),
        Route("/assets/{name}", get_asset),
        Route("/favicon.ico", get_icon),
        Route("/robots.txt", get_robots),
    ]
