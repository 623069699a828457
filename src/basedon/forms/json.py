"""Answers as JSON, by the contract that is generated from the model."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from basedon.model.answer import SCHEMA, Answer, FilmAnswer, Miss
from basedon.model.claim import Review

ASKED = ("question", "kind", "text", "read_as", "findings", "table", "tree", "trend")
"""Keys that only a question's answer has; the object of `film` goes without them."""

# what JSON may hold raw, and a terminal or an editor would take for a command
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def json(answer: Answer, pretty: bool = True) -> str:
    """The answer with every key of the contract, indented by two or on one line."""
    made = msgspec.to_builtins(answer)
    if answer.question is None and answer.kind is None:
        made = {key: value for key, value in made.items() if key not in ASKED}
    if made.get("trend", "") is None:
        del made["trend"]  # only a week's list has it
    return _written(made, pretty)


def review_json(review: Review, pretty: bool = True) -> str:
    """The review of an article with every key of the contract, indented by two or on one line."""
    return _written(msgspec.to_builtins(review), pretty)


def _written(made: Any, pretty: bool) -> str:
    try:
        encoded = msgspec.json.encode(made)
    except UnicodeEncodeError:  # half a character, as from an argument that is no UTF-8
        encoded = msgspec.json.encode(_whole(made))
    if pretty:
        encoded = msgspec.json.format(encoded, indent=2)
    return safe(encoded.decode())


def safe(encoded: str) -> str:
    """JSON in which nothing stands raw that a terminal or an editor would take for a command."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", encoded)


def review_schema() -> dict[str, Any]:
    """The JSON Schema of everything that `review_json` writes."""
    (reference,), parts = msgspec.json.schema_components([Review], ref_template="#/$defs/{name}")
    for part in parts.values():
        if part.get("type") == "object" and "properties" in part:
            part["required"] = list(part["properties"])
    parts["Review"]["properties"]["schema"] = {"const": SCHEMA}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The review of an article by basedon",
        **reference,
        "$defs": parts,
    }


def _whole(value: Any) -> Any:
    """The value with every half of a surrogate pair replaced."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {_whole(key): _whole(held) for key, held in value.items()}
    return [_whole(held) for held in value] if isinstance(value, (list, tuple)) else value


def schema() -> dict[str, Any]:
    """The JSON Schema of everything that `json` writes."""
    kinds = {FilmAnswer: True, Miss: False}
    references, parts = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    for part in parts.values():
        # every key is always written, whether or not it has a default to be read with
        if part.get("type") == "object" and "properties" in part:
            part["required"] = list(part["properties"])
    for kind, found in kinds.items():
        part = parts[kind.__name__]
        part["required"] = [key for key in part["properties"] if key not in ASKED]
        part["properties"]["schema"] = {"const": SCHEMA}
        part["properties"]["found"] = {"const": found}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An answer of basedon",
        "oneOf": list(references),
        "$defs": parts,
    }
