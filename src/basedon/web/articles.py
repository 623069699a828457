"""Checking an article: pasted, dropped or fetched, on a page and in the API."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from basedon import checking
from basedon.catalogue.catalogue import Catalogue
from basedon.errors import BadFile, BadUsage, Unreachable
from basedon.factcheck.article import Text
from basedon.forms.plain import clean, sentence, titled
from basedon.model.answer import SCHEMA
from basedon.model.claim import Article, Checked, Claim, Review
from basedon.web import views
from basedon.web.addresses import path_of_work
from basedon.web.door import Door, work
from basedon.web.limits import LARGEST_BODY
from basedon.web.operations import LONGEST_ARTICLE
from basedon.web.pages import framed
from basedon.web.rendering import rendered

CHECK_COST, FETCH_COST = 3.0, 5.0
"""What an article, and an address to be fetched, take of the asker's bucket."""
LONGEST_SHOWN = 30_000
"""Characters of an article that are shown with their claims marked; of a longer one the claims alone are."""
MOST_SHOWN = 150
"""Claims that a page tells of."""
KINDS = ("text/plain", "text/html", "text/markdown")

VERDICTS = {
    "contradicted": "Contradicted",
    "disputed": "Disputed",
    "supported": "Supported",
    "unverified": "No source tells",
}
SAID = {
    "release_year": "year of release",
    "country": "country",
    "original_language": "original language",
    "director": "director",
    "cast": "cast",
    "genre": "genre",
    "based_on_true_story": "based on a true story",
    "based_on": "based on",
    "remake_of": "remake of",
    "has_remake": "remade as",
    "other_film": "another film of theirs",
    "award": "award",
    "trending": "in the Top 10",
}

LONGEST_TITLE = 120
"""Characters of a title that is shown as one."""


class Given(Struct, frozen=True, forbid_unknown_fields=True):
    """What the API takes as JSON: a text, or the address of an article."""

    text: str | None = None
    url: str | None = None


class Shown(Struct, frozen=True):
    """One claim as a page tells it."""

    number: int
    quote: str
    verdict: str
    word: str
    subject: str
    href: str
    kind: str
    stated: str
    correct: str
    said: tuple[views.Said, ...]


class Piece(Struct, frozen=True):
    """A stretch of the article: plain, or a claim's."""

    text: str
    verdict: str = ""
    number: int = 0


async def given_by(request: Request) -> Text | None:
    """The article that an API's request gives; None for one without any text."""
    door: Door = request.state.door
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    raw = await request.body()
    if kind in KINDS:
        door.pay(request, CHECK_COST)
        return read(raw)
    if kind != "application/json":
        raise HTTPException(415, f"send application/json, or an article as {', '.join(KINDS)}")
    try:
        given = msgspec.json.decode(raw, type=Given)
    except msgspec.MsgspecError as error:
        raise BadUsage(f"the body is not as it should be: {error}") from error
    except UnicodeDecodeError as error:
        raise BadUsage("the body is no UTF-8") from error
    if (given.text is None) == (given.url is None):
        raise BadUsage("give either text or url")
    if given.url is not None:
        return await fetched(request, given.url)
    if not given.text or len(given.text) > LONGEST_ARTICLE:
        raise BadUsage(f"text is empty or longer than {LONGEST_ARTICLE:,} characters")
    door.pay(request, CHECK_COST)
    return read(given.text)


def read(article: str | bytes) -> Text | None:
    """The article that is in a text or a file; None where there is none."""
    try:
        return checking.of_bytes(article, "the article") if isinstance(article, bytes) else checking.read(article)
    except BadFile:
        return None


async def fetched(request: Request, url: str) -> Text:
    """The article at an address, which the guard of `network/` lets through or not."""
    door: Door = request.state.door
    door.pay(request, FETCH_COST)

    def fetch(_: Catalogue) -> Text:
        try:
            return checking.of_address(url)
        except BadFile as error:
            raise Unreachable(f"no article's text was found at {clean(url)[:200]}") from error

    return await work(request, fetch, pool="fetching")


def checked(catalogue: Catalogue, article: Text | None) -> Checked:
    """The claims of an article; none where there is no text."""
    if article is None:
        return Checked(Review(schema=SCHEMA, article=Article()), "")
    return checking.checked(catalogue, article)


def reviewed(catalogue: Catalogue, article: Text | None) -> bytes:
    """The claims of an article as JSON."""
    return msgspec.json.encode(checked(catalogue, article).review)


async def post_check(request: Request) -> Response:
    """`POST /api/v1/check`"""
    article = await given_by(request)
    return Response(await work(request, reviewed, article, pool="checking"), media_type="application/json")


def pieces(text: str, claims: list[Claim]) -> list[Piece]:
    """The article cut at its claims; of claims that overlap, the one told of first has the stretch."""
    cut: list[Piece] = []
    at = 0
    for number, claim in sorted(enumerate(claims, 1), key=lambda c: (c[1].start, -c[1].end)):
        if claim.start >= at and claim.end <= len(text):
            cut += [Piece(text[at : claim.start])] if claim.start > at else []
            cut.append(Piece(text[claim.start : claim.end], claim.verdict.value, number))
            at = claim.end
    return [*cut, Piece(text[at:])] if at < len(text) else cut


def shown(number: int, claim: Claim) -> Shown:
    """One claim as a page tells it."""
    said = views.sides(claim.findings)
    return Shown(
        number,
        sentence(claim.quote),
        claim.verdict.value,
        VERDICTS[claim.verdict.value],
        titled(claim.subject.title, claim.subject.year),
        path_of_work(claim.subject),
        SAID.get(claim.type, clean(claim.type)),
        told(claim.stated),
        "" if claim.correct is None else told(claim.correct),
        tuple(one for side in said for one in side.said),
    )


def headline(title: str) -> str:
    """An article's title; a whole paragraph that stands where a title might is none."""
    told_ = sentence(title)
    return told_ if len(told_) <= LONGEST_TITLE else ""


def told(value: str | int | bool) -> str:
    """A value as a reader wants it."""
    return ("yes" if value else "no") if isinstance(value, bool) else sentence(str(value))


def page(catalogue: Catalogue, request: Request, article: Text | None, problem: str) -> bytes:
    """The page on which an article is given, and its claims are told."""
    given: dict[str, Any] = {"path": "/check", "problem": problem, "done": False, "longest": LONGEST_ARTICLE}
    if article is not None:
        made = checked(catalogue, article)
        # what is wrong comes first, and within that the order of the article
        claims = sorted(made.review.claims, key=lambda c: list(VERDICTS).index(c.verdict.value))[:MOST_SHOWN]
        summary = made.review.summary
        given |= {
            "done": True,
            "title": headline(made.review.article.title or ""),
            "claims": [shown(n, claim) for n, claim in enumerate(claims, 1)],
            "counts": [(word, getattr(summary, name), name) for name, word in VERDICTS.items()],
            "more": len(made.review.claims) - len(claims),
            "pieces": pieces(made.text, claims) if len(made.text) <= LONGEST_SHOWN else [],
        }
    return rendered("check.html", **framed(request, catalogue, **given))


async def get_check(request: Request) -> Response:
    """`GET /check`"""
    return Response(await work(request, page, request, None, ""), media_type="text/html")


async def post_page(request: Request) -> Response:
    """`POST /check`"""
    try:
        async with request.form(max_files=1, max_fields=4, max_part_size=LARGEST_BODY) as form:
            article, problem = await of_form(request, form)
    except MultiPartException as error:
        raise HTTPException(400, "the form could not be read; try again") from error
    pool = "checking" if article is not None else "answers"
    body = await work(request, page, request, article, problem, pool=pool)
    return Response(body, 400 if problem else 200, media_type="text/html")


async def of_form(request: Request, form: FormData) -> tuple[Text | None, str]:
    """The article that a form gives, or what is wrong with it."""
    door: Door = request.state.door
    text, url, file = form.get("text"), form.get("url"), form.get("file")
    if isinstance(file, UploadFile) and file.size:
        door.pay(request, CHECK_COST)
        article = read(await file.read())
        return article, "" if article else "No text was found in that file; save the text itself as .txt or .md."
    if isinstance(text, str) and text.strip():
        door.pay(request, CHECK_COST)
        article = read(text)
        return article, "" if article else "There is no text to check."
    if isinstance(url, str) and url.strip():
        try:
            return await fetched(request, url.strip()), ""
        except (BadUsage, Unreachable) as error:
            return None, f"That address was not read: {clean(str(error))[:300]}"
    return None, "Paste a text, choose a file, or give a link."


def routes() -> list[BaseRoute]:
    """The page's addresses; that of the API stands in its register."""
    return [
        Route("/check", get_check, methods=["GET"]),
        Route("/check", post_page, methods=["POST"]),
    ]
