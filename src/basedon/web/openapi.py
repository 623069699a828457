"""The API's description as OpenAPI 3.1, made from the types that the answers are made of."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from basedon import __version__
from basedon.forms.json import schema
from basedon.model.answer import CatalogueInfo
from basedon.model.claim import Review
from basedon.model.work import Work
from basedon.web.operations import OPERATIONS, Operation
from basedon.web.parameters import Parameter
from basedon.web.problems import TITLES, Problem

LEADS = "#/components/schemas/{name}"
EXPLAINED = """Where a film's story comes from, with evidence, from one catalogue file.

Every answer is the JSON that `basedon --json` prints. A question or a title that nothing is known of is answered too
(200, `found` false, with what comes nearest); an id or an address that is not there is a problem (404). Problems are
RFC 9457's `application/problem+json`. Answers carry an ETag made of the catalogue's digest: send it back as
`If-None-Match`, and what has not changed costs nothing. Any site may read the API (CORS). Each address may ask for so
much work at once; 429 and 503 say in `Retry-After` when to come again."""


@cache
def document() -> bytes:
    """The whole description as JSON."""
    return msgspec.json.encode(described())


@cache
def described() -> dict[str, Any]:
    """The whole description."""
    paths: dict[str, dict[str, Any]] = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation)
    return {
        "openapi": "3.1.0",
        "info": {"title": "basedon", "version": __version__, "description": EXPLAINED, "license": {"name": "MIT"}},
        "servers": [{"url": "/api/v1"}],
        "paths": paths,
        "components": {"schemas": _schemas()},
    }


def _operation(operation: Operation) -> dict[str, Any]:
    told: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.says,
        "parameters": [_parameter(parameter, operation.path) for parameter in operation.parameters],
        "responses": {
            "200": {
                "description": "The answer.",
                "headers": {"ETag": {"schema": {"type": "string"}}},
                "content": {"application/json": {"schema": {"$ref": LEADS.format(name=operation.gives)}}},
            },
            **{str(status): _problem(status) for status in _problems(operation)},
        },
    }
    if operation.tells:
        told["description"] = operation.tells
    if operation.body:
        told["requestBody"] = {"required": True, "content": operation.body}
    return told


def _problems(operation: Operation) -> list[int]:
    own = [400] if operation.parameters or operation.body else []
    own += [404] if any(parameter.name in ("id", "about") for parameter in operation.parameters) else []
    own += [413, 415, 502] if operation.body else []
    return [*own, 429, 500, 503]


def _problem(status: int) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": {"$ref": LEADS.format(name="Problem")}}}
    return {"description": TITLES[status], "content": content}


def _parameter(parameter: Parameter, path: str) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "in": "path" if f"{{{parameter.name}}}" in path else "query",
        "required": parameter.required,
        "description": parameter.says,
        "schema": parameter.schema,
        "example": parameter.example,
    }


def _schemas() -> dict[str, Any]:
    answers = schema()
    parts = _relinked(answers["$defs"])
    _, more = msgspec.json.schema_components([CatalogueInfo, Work, Problem, Review], ref_template=LEADS)
    parts |= {name: part for name, part in more.items() if name not in parts}
    parts["CatalogueInfo"]["properties"].pop("path")  # where a file lies is nobody's business outside
    parts["CatalogueInfo"]["required"].remove("path")
    version = {"const": 1}
    parts["Answer"] = {"title": "Answer", "oneOf": _relinked(answers["oneOf"])}
    parts["Found"] = _object("Found", schema=version, works={"type": "array", "items": _ref("Work")})
    parts["Held"] = _object("Held", schema=version, catalogue=_ref("CatalogueInfo"))
    return dict(sorted(parts.items()))


def _ref(name: str) -> dict[str, str]:
    return {"$ref": LEADS.format(name=name)}


def _object(title: str, **properties: Any) -> dict[str, Any]:
    return {"title": title, "type": "object", "properties": properties, "required": list(properties)}


def _relinked(value: Any) -> Any:
    """The same schema with its references leading into this document."""
    if isinstance(value, dict):
        return {
            k: v.replace("#/$defs/", "#/components/schemas/") if k == "$ref" else _relinked(v) for k, v in value.items()
        }
    return [_relinked(part) for part in value] if isinstance(value, list) else value
