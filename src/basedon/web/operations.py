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
    Operation("catalogue", "/catalogue", "Tell what the catalogue holds, and of which day.", "Held"),
)
