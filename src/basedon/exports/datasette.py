"""Metadata for Datasette: what each table and column holds, how to look at them, and questions to begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.queries import QUERIES
from basedon.catalogue.schema import TABLES

_TABLE = re.compile(r"^CREATE TABLE (\w+) \([ \t]*(?:-- ([^\n]*))?\n(.*?)^\)", re.MULTILINE | re.DOTALL)
_COLUMN = re.compile(r"^    ([a-z_]+) [^\n]*?-- (.*)$", re.MULTILINE)

LABELS = {"works": "title", "people": "name", "origins": "title", "sources": "title", "statements": "predicate"}
"""The column by which a row of another table is named."""
LOOKS: dict[str, dict[str, Any]] = {
    "works": {"sort_desc": "prominence", "facets": ["type"], "description": "Films and series"},
    "statements": {"facets": ["predicate", "target_type"]},
    "evidence": {"facets": ["source"], "description": "Where each statement was read"},
    "links": {"facets": ["kind"]},
    "titles": {"sort": "normal", "facets": ["kind"], "description": "Every title of every work"},
    "traits": {"facets": ["kind"], "description": "Countries, languages and genres"},
    "credits": {"facets": ["role"], "description": "Who did what on which work"},
    "charts": {"sort_desc": "week", "facets": ["country", "category"]},
    "about": {"description": "Which catalogue this is"},
    "sources": {"description": "Where all of it comes from, each with its licence"},
    "years": {"description": "Years of release, by who says so"},
    "people": {"description": "Makers and actors"},
    "ratings": {"description": "What viewers give, by source"},
}
"""How tables are best looked at."""


def pieces(catalogue: Catalogue) -> Iterator[str]:
    """The metadata as JSON, for `datasette FILE --metadata metadata.json`."""
    yield msgspec.json.format(msgspec.json.encode(metadata(catalogue)), indent=2).decode() + "\n"


def metadata(catalogue: Catalogue) -> dict[str, Any]:
    """The metadata of one catalogue, which goes by its file's name."""
    queries = {name: {"title": query.title, "sql": query.sql} for name, query in QUERIES.items()}
    stamp = catalogue.stamp
    return {
        "title": "Where films' stories come from",
        "description": f"basedon's catalogue {stamp.digest[:8]}, as of {stamp.as_of}",
        "about": "basedon",
        "databases": {
            catalogue.path.stem: {
                "description": "Statements of open sources on the stories of films, each with its evidence",
                "tables": {name: table(name, comment, body) for name, comment, body in _TABLE.findall(TABLES)},
                "queries": queries,
            }
        },
    }


def table(name: str, comment: str, body: str) -> dict[str, Any]:
    """One table: what it and its columns hold, told by the schema, and how it is best looked at."""
    told: dict[str, Any] = {"description": comment[:1].upper() + comment[1:]} if comment else {}
    told |= {key: value for key, value in LOOKS.get(name, {}).items() if key != "description" or not comment}
    if name in LABELS:
        told["label_column"] = LABELS[name]
    columns = {column: says.strip() for column, says in _COLUMN.findall(body)}
    return {**told, "columns": columns} if columns else told
