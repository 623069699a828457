"""The tools in one register: what each takes, does and gives, without knowing the protocol."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from basedon import answering, checking
from basedon.catalogue.catalogue import Catalogue
from basedon.errors import BadUsage
from basedon.forms import json as forms
from basedon.model.answer import SCHEMA, Answer
from basedon.model.claim import Review
from basedon.model.work import Work

Text = Annotated[str, Meta(min_length=1, max_length=400)]
Title = Annotated[
    str, Meta(min_length=1, max_length=400, description="A title, a Wikidata item (Q…) or an IMDb title (tt…).")
]
Year = Annotated[int, Meta(ge=1870, le=2200, description="Year of release, one either way.")]


class Asking(Struct, frozen=True, forbid_unknown_fields=True):
    """What `ask` takes."""

    question: Annotated[Text, Meta(description="The question, in English, as people put it.")]
    about: (
        Annotated[str, Meta(max_length=300, description="Id of the film that “it” means: wikidata:Q…, Q…, tt….")] | None
    ) = None


class Naming(Struct, frozen=True, forbid_unknown_fields=True):
    """What `film` and `lineage` take."""

    title: Title
    year: Year | None = None


class Searching(Struct, frozen=True, forbid_unknown_fields=True):
    """What `search` takes."""

    text: Annotated[Text, Meta(description="A title, its beginning, or words of it; misspelt ones too.")]
    limit: Annotated[int, Meta(ge=1, le=50)] = 10


class Article(Struct, frozen=True, forbid_unknown_fields=True):
    """What `check` takes: one of the two."""

    text: (
        Annotated[str, Meta(min_length=1, max_length=400_000, description="The article: text, Markdown or HTML.")]
        | None
    ) = None
    url: Annotated[str, Meta(max_length=4000, description="Or its address, of a public host.")] | None = None


class Tool(Struct, frozen=True):
    """One tool: what it takes (a struct), what it does with that, and the JSON Schema of what it gives."""

    name: str
    title: str
    says: str
    takes: type[Struct]
    does: Callable[[Catalogue, Any], Any]
    gives: Callable[[], dict[str, Any]]
    goes_out: bool = False
    """It may open an address outside."""


def ask(catalogue: Catalogue, given: Asking) -> Any:
    """Answer a question."""
    if given.about and catalogue.number(given.about) is None:
        raise BadUsage(f"about: the catalogue holds no film with the id {given.about}; `search` finds films")
    return shown(answering.ask(catalogue, given.question, given.about))


def film(catalogue: Catalogue, given: Naming) -> Any:
    """Everything about a film."""
    return shown(answering.film(catalogue, given.title, given.year))


def lineage(catalogue: Catalogue, given: Naming) -> Any:
    """What a film comes from, and what came from it."""
    return shown(answering.family(catalogue, given.title, given.year))


def search(catalogue: Catalogue, given: Searching) -> Any:
    """Films by title."""
    return plain({"schema": SCHEMA, "works": answering.search(catalogue, given.text, given.limit)})


def check(catalogue: Catalogue, given: Article) -> Any:
    """The claims of an article."""
    if (given.text is None) == (given.url is None):
        raise BadUsage("check: give either text or url")
    article = checking.of_address(given.url) if given.url else checking.read(given.text or "")
    return plain(checking.checked(catalogue, article).review)


def plain(value: Any) -> Any:
    """A value as JSON has it: objects and lists."""
    return msgspec.json.decode(msgspec.json.encode(value))


def shown(answer: Answer) -> Any:
    """An answer as the values that its JSON holds."""
    return msgspec.json.decode(forms.json(answer, pretty=False))


def answer_schema() -> dict[str, Any]:
    """The JSON Schema of answers; its root says that it is an object, which the protocol asks for."""
    return {"type": "object", **forms.schema()}


def found_schema() -> dict[str, Any]:
    """The JSON Schema of films found."""
    (work,), parts = msgspec.json.schema_components([Work], ref_template="#/$defs/{name}")
    properties = {"schema": {"const": SCHEMA}, "works": {"type": "array", "items": work}}
    return {"type": "object", "properties": properties, "required": list(properties), "$defs": parts}


def review_schema() -> dict[str, Any]:
    """The JSON Schema of a review."""
    (_,), parts = msgspec.json.schema_components([Review], ref_template="#/$defs/{name}")
    return {**parts.pop("Review"), "$defs": parts}


def takes_schema(tool: Tool) -> dict[str, Any]:
    """The JSON Schema of what a tool takes, in one piece, as clients like it."""
    (_,), parts = msgspec.json.schema_components([tool.takes], ref_template="#/$defs/{name}")
    return {**parts[tool.takes.__name__], "additionalProperties": False}


TOOLS: dict[str, Tool] = {
    tool.name: tool
    for tool in (
        Tool(
            "ask",
            "Ask about films",
            "Answers a question about films in words: is it based on a true story, what is it a remake of, which "
            "book is it from, what else did its director make, who, when and where. The answer names its evidence "
            "(findings: source, place, address). `found` false means that this catalogue can't tell, which is no “no”.",
            Asking,
            ask,
            answer_schema,
        ),
        Tool(
            "film",
            "Everything about one film",
            "Tells the story basis of one film (true_story, inspired_by_real_events, adaptation, original, "
            "presented_as_true, disputed, unknown) with a calibrated probability and the findings for and against, "
            "what it is based on, its original, remakes, and other films of that title.",
            Naming,
            film,
            answer_schema,
        ),
        Tool(
            "lineage",
            "Where a film's story came from and went",
            "Tells what a film comes from and what came from it, as a tree of works with how each relates to the one "
            "above, and the evidence of each link.",
            Naming,
            lineage,
            answer_schema,
        ),
        Tool(
            "search",
            "Find films by title",
            "Finds films and series by title, beginning, words or a misspelling, with the ids that other tools take.",
            Searching,
            search,
            found_schema,
        ),
        Tool(
            "check",
            "Check an article about films",
            "Checks what an article says of films, claim by claim: supported, contradicted (with what is right), "
            "disputed or unverified, each with its place in the text and its evidence.",
            Article,
            check,
            review_schema,
            goes_out=True,
        ),
    )
}
"""By name."""


def call(catalogue: Catalogue, name: str, arguments: dict[str, Any]) -> Any:
    """What a tool gives; raises BadUsage for an unknown tool or arguments that don't fit."""
    tool = TOOLS.get(name)
    if tool is None:
        raise BadUsage(f"there is no tool {name!r}; choose one of {', '.join(TOOLS)}")
    try:
        given = msgspec.convert(arguments, tool.takes)
    except msgspec.ValidationError as error:
        raise BadUsage(f"{name}: {error}") from error
    return tool.does(catalogue, given)
