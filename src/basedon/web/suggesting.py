"""What to offer while somebody types: films, each with its verdict, so that the answer is often there already."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from basedon import answering
from basedon.catalogue import search as finding
from basedon.catalogue.catalogue import Catalogue
from basedon.forms.plain import clean, names, titled
from basedon.model.verdict import HEADLINES
from basedon.questions import asking, true_story
from basedon.web import operations as ops
from basedon.web.addresses import path_of_work
from basedon.web.door import work
from basedon.web.parameters import typed

MOST = 7
SHORTEST = 2
OPENING = re.compile(
    r"(?:(?:is|was|are|did|does|what|which|who|where|when|how)(?:'s)?|based|on|the|book|novel|film|movie|directed|made|"
    r"remakes?|of|a|an|it|true|story|has|have|there|inspired|wrote|plays?|in|from|or|and)\s+",
    re.IGNORECASE,
)
"""Words that a question begins with before it comes to the title; one is taken off at a time."""
MOST_WORDS = 8
ARTICLES = ("the", "a", "an")
LONGEST = 150
"""Letters of what may be a title misspelt."""
UNSURE = 5
"""Letters from which on a misspelt title is looked for within a question."""


def titles(text: str) -> Iterator[str]:
    """What may be the title, or its beginning, in what is typed so far."""
    text = asking.clean(text)
    yield text
    for asked in list(asking.readings(text))[1:4]:
        if asked.title:
            yield asked.title
    for _ in range(MOST_WORDS):
        found = OPENING.match(text)
        if not found:
            return
        text = text[found.end() :]
        yield text


def shorter(title: str) -> Iterator[str]:
    """The title without the last words, which may be the rest of a question: "fargo based on a tr"."""
    words = title.split()[: 2 * MOST_WORDS]
    for many in range(len(words) - 1, 0, -1):
        yield " ".join(words[:many])


def suggested(catalogue: Catalogue, text: str) -> list[int]:
    """The films that what is typed so far likeliest means."""
    tried = list(dict.fromkeys(title for title in titles(text) if len(title) >= SHORTEST))
    for title in tried:
        found = dict.fromkeys(finding.of_title(catalogue, title)[:MOST])
        if len(found) < MOST:
            found |= dict.fromkeys(finding.beginning(catalogue, title, MOST))
        if found:
            return list(found)[:MOST]
    for title in tried[1:]:  # what a question's first words were taken off
        for part in shorter(title):
            found = dict.fromkeys(finding.of_title(catalogue, part)[:MOST])
            if found:
                return list(found)
    begun = OPENING.match(asking.clean(text))
    asked = begun is not None and begun[0].strip().lower() not in ARTICLES
    last = (tried[-1] if asked else tried[0]) if tried else ""
    wanted = UNSURE if asked else SHORTEST
    return finding.search(catalogue, last, MOST) if wanted < len(last) <= LONGEST else []


def suggestions(catalogue: Catalogue, text: str) -> bytes:
    """Films as JSON: label, what tells them apart, the verdict, and where their page is."""
    offered = []
    for number, held in catalogue.works(suggested(catalogue, answering.whole(text))).items():
        story = true_story.story(catalogue, number)
        note = " · ".join(
            part for part in (names(held.countries, 2), names([clean(p.name) for p in held.directors[:2]])) if part
        )
        offered.append(
            {
                "label": titled(held.title, held.year),
                "note": note,
                "verdict": HEADLINES[story.basis].partition(",")[0],
                "basis": story.basis.value,
                "path": path_of_work(held),
            }
        )
    return msgspec.json.encode(offered)


async def get_suggestions(request: Request) -> Response:
    """`/suggest?q=…`"""
    return Response(
        await work(request, suggestions, typed(request.query_params, ops.WORDS)), media_type="application/json"
    )


def routes() -> list[BaseRoute]:
    """The address that the ask box asks."""
    return [Route("/suggest", get_suggestions)]
