"""What an address asks: its parameters, checked one by one, and described for the API's documentation."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct
from starlette.datastructures import QueryParams

from basedon.errors import BadUsage

LONGEST = 400
"""Characters of a title or a question."""
FIRST_YEAR, LAST_YEAR = 1870, 2200


class Parameter(Struct, frozen=True):
    """One parameter: its name, what it is for, its JSON Schema, and an example."""

    name: str
    says: str
    schema: dict[str, Any]
    example: str | int
    required: bool = False


TEXT = {"type": "string", "minLength": 1, "maxLength": LONGEST}
YEAR = Parameter(
    "year",
    "Year of release, one either way.",
    {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
    2013,
)


def typed(given: QueryParams, parameter: Parameter) -> str:
    """A text; BadUsage where it is missing, too long, or given twice."""
    found = given.getlist(parameter.name)
    if len(found) > 1:
        raise BadUsage(f"{parameter.name} is given {len(found)} times; give it once")
    text = found[0] if found else ""
    if not text and parameter.required:
        raise BadUsage(f"{parameter.name} is missing; for example {parameter.name}={parameter.example}")
    if not text and found:
        raise BadUsage(f"{parameter.name} is empty; leave it out, or give for example {parameter.example}")
    if len(text) > parameter.schema.get("maxLength", LONGEST):
        raise BadUsage(f"{parameter.name} is longer than {parameter.schema.get('maxLength', LONGEST)} characters")
    pattern = parameter.schema.get("pattern")
    if text and pattern and not re.fullmatch(pattern.strip("^$"), text):
        raise BadUsage(f"{parameter.name} makes no sense; give for example {parameter.example}")
    return text


def number(given: QueryParams, parameter: Parameter, default: int | None = None) -> int | None:
    """A whole number within its bounds; BadUsage for anything else."""
    text = typed(given, parameter)
    if not text:
        return default
    low, high = parameter.schema["minimum"], parameter.schema["maximum"]
    if not re.fullmatch(r"-?[0-9]{1,9}", text, re.ASCII) or not low <= int(text) <= high:
        raise BadUsage(f"{parameter.name} is to be a number from {low} to {high}")
    return int(text)
