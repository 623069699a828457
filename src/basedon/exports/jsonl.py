"""JSON Lines: one work a line, with all that the catalogue holds about it, and where each part was read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.runs import Credit, Placed, credits_of, links_of, statements_of
from basedon.catalogue.tables import about_works, by_work, spans
from basedon.model.answer import SCHEMA
from basedon.model.work import Work

TOLD_OTHERWISE = frozenset({"works", "credits", "statements"})
"""Tables about works whose rows stand in a line under other names than their columns'."""

_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""Characters that JSON allows in a string, and that some readers take for the end of a line."""


def pieces(catalogue: Catalogue) -> Iterator[str]:
    """The works in the order of their ids, a thousand a piece."""
    tables = about_works(catalogue, TOLD_OTHERWISE)
    for span in spans(catalogue):
        held = {table.name: by_work(catalogue, table, span) for table in tables}
        credited, linked = credits_of(catalogue, span), links_of(catalogue, span)
        said: dict[int, list[dict[str, Any]]] = {}
        for placed in statements_of(catalogue, span):
            said.setdefault(placed.subject.number, []).append(statement(placed))
        lines = []
        for number, work in catalogue.works(range(span[0], span[1] + 1)).items():
            about: dict[str, Any] = {"schema": SCHEMA, **facts(work, credited.get(number, []))}
            about["statements"] = said.get(number, [])
            about |= {way: linked.get(number, {}).get(way, []) for way in ("remake_of", "remakes")}
            about |= {name: rows.get(number, []) for name, rows in held.items()}
            lines.append(line(about))
        yield "".join(lines)


def line(about: dict[str, Any]) -> str:
    """One line that no reader breaks in two."""
    text = msgspec.json.encode(about).decode()
    return (text if text.isascii() else text.translate(_LINE_ENDS)) + "\n"


def facts(work: Work, credited: list[Credit]) -> dict[str, Any]:
    """The plain facts under the names that answers have, and the credits with their sources."""
    told: dict[str, Any] = msgspec.to_builtins(work)
    told["writers"] = [{"name": c.name, "id": c.id} for c in credited if c.role == "writer"]
    told["credits"] = [{"role": c.role, "name": c.name, "id": c.id, "source": c.source} for c in credited]
    return told


def statement(placed: Placed) -> dict[str, Any]:
    """One statement: what it says in the source's words, which work or origin it means, and where it was read."""
    said, end = placed.statement, placed.target
    origin = ("id", "type", "title", "creator", "year")
    return {
        "id": placed.id,
        "predicate": said.predicate.value,
        "denied": said.denied,
        "hedge": said.hedge,
        "kind": said.kind,
        "rank": said.rank,
        "target": msgspec.structs.asdict(said.target),
        "work": end.id if end and end.kind == "work" else None,
        "origin": {name: getattr(end, name) for name in origin} if end and end.kind == "origin" else None,
        "evidence": [msgspec.structs.asdict(read) for read in said.evidence],
    }
