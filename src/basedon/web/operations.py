"""The operations of the API in one register: addresses, parameters, what they give; routes and OpenAPI follow it."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from basedon.web.parameters import TEXT, YEAR, Parameter

__all__ = ["ABOUT", "ID", "LIMIT", "OPERATIONS", "QUESTION", "TITLE", "WORDS", "YEAR", "Operation"]

TITLE = Parameter("title", "A title, a Wikidata item (Q…) or an IMDb title (tt…).", TEXT, "Fargo", required=True)
WORDS = Parameter("q", "A title, its beginning, or words of it; misspelt ones too.", TEXT, "miracle in cell", True)
QUESTION = Parameter("q", "A question in words.", TEXT, "Is Fargo based on a true story?", True)
ABOUT = Parameter("about", "The film that “it” means: wikidata:Q…, Q… or tt….", {**TEXT, "maxLength": 300}, "Q222720")
LIMIT = Parameter("limit", "How many at most; 10 without it.", {"type": "integer", "minimum": 1, "maximum": 100}, 5)
ID = Parameter(
    "id", "A Wikidata item (Q…), an IMDb title (tt…) or another id that an answer gave.", TEXT, "Q222720", True
)
COUNTRY = Parameter("country", "Two letters, or a name; the world without it.", {**TEXT, "maxLength": 80}, "GB")
WEEK = Parameter(
    "week", "Any day of the week, or latest; the newest without it.", {**TEXT, "maxLength": 80}, "2022-03-06"
)
CATEGORY = Parameter(
    "category", "films (as without it), tv, all, or a list's name.", {**TEXT, "maxLength": 80}, "films"
)

LONGEST_ARTICLE = 400_000
"""Characters of an article that is given as JSON."""
_TEXT = {"type": "string", "minLength": 1, "maxLength": LONGEST_ARTICLE}
_URL = {"type": "string", "minLength": 1, "maxLength": 4000, "description": "Of a public host, http or https."}
_SAMPLE = "Fargo (1996) is based on a true story. It was directed by Joel Coen."
ARTICLE: dict[str, Any] = {
    "application/json": {
        "schema": {
            "oneOf": [
                {"type": "object", "properties": {"text": _TEXT}, "required": ["text"], "additionalProperties": False},
                {"type": "object", "properties": {"url": _URL}, "required": ["url"], "additionalProperties": False},
            ]
        },
        "example": {"text": _SAMPLE},
    },
    "text/plain": {"schema": {"type": "string"}, "example": _SAMPLE},
    "text/html": {"schema": {"type": "string"}, "example": f"<p>{_SAMPLE}</p>"},
    "text/markdown": {"schema": {"type": "string"}, "example": _SAMPLE},
}


class Operation(Struct, frozen=True):
    """One thing that the API does: how it is asked, what it says and gives (the name of a schema)."""

    name: str
    path: str
    says: str
    gives: str
    parameters: tuple[Parameter, ...] = ()
    method: str = "GET"
    body: dict[str, Any] | None = None
    tells: str = ""


OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "ask",
        "/ask",
        "Answer a question in words.",
        "Answer",
        (QUESTION, ABOUT),
        tells="A question that the catalogue can't answer is answered with `found` false, suggestions, and the sources "
        "it would need.",
    ),
    Operation("search", "/search", "Find films by title.", "Found", (WORDS, LIMIT)),
    Operation(
        "film",
        "/film",
        "Tell everything about one film.",
        "Answer",
        (TITLE, YEAR),
        tells="A title that is not held is answered with `found` false and the nearest titles.",
    ),
    Operation("film_by_id", "/film/{id}", "Tell everything about the film of an id.", "Answer", (ID,)),
    Operation(
        "lineage",
        "/lineage",
        "Tell what a film comes from and what came from it, as a tree.",
        "Answer",
        (TITLE, YEAR),
        tells="A title that is not held is answered with `found` false and the nearest titles.",
    ),
    Operation("lineage_by_id", "/lineage/{id}", "The same for the film of an id.", "Answer", (ID,)),
    Operation(
        "check",
        "/check",
        "Check an article: every claim on films, with what the sources say.",
        "Review",
        method="POST",
        body=ARTICLE,
        tells="The offsets of a claim count characters of the text that was read out of the article. Addresses are "
        "fetched from public hosts alone.",
    ),
    Operation(
        "trending",
        "/trending",
        "List the Top 10 of a week, with the basis of each story.",
        "Answer",
        (COUNTRY, WEEK, CATEGORY),
        tells="Where the catalogue holds no lists, `found` is false and `needs` names the source.",
    ),
    Operation(
        "tearjerkers",
        "/tearjerkers",
        "List the films that made people cry most, by what they wrote.",
        "Answer",
        tells="Where the catalogue holds no posts, `found` is false and `needs` names the source.",
    ),
    Operation("catalogue", "/catalogue", "Tell what the catalogue holds, and of which day.", "Held"),
)
