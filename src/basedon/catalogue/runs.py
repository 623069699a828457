"""What belongs to a run of works: credits, links, and what is said of their stories with both ends by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from msgspec import Struct

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.tables import Row, Span, streamed
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target


class End(Struct, frozen=True):
    """One end of a statement: a work, an origin, or something of which only the name is known."""

    kind: Literal["work", "origin", "named"]
    id: str | None
    type: str | None
    title: str | None
    creator: str | None = None
    year: int | None = None
    number: int = 0
    """That of a work or origin in this file."""
    item: str | None = None
    """Its item of Wikidata."""


class Placed(Struct, frozen=True):
    """A statement with the id that the file keeps and both its ends; `link` is the kind of remake it was taken as."""

    id: str
    statement: Statement
    subject: End
    target: End | None
    link: str | None


class Credit(Struct, frozen=True):
    """That somebody had a part in a work; `key` is the name as a key to search by."""

    role: str
    name: str
    key: str
    id: str | None
    source: str


def credits_of(catalogue: Catalogue, span: Span) -> dict[int, list[Credit]]:
    """Who had which part in the works of a run."""
    found: dict[int, list[Credit]] = {}
    for work, *values in catalogue.query(
        """SELECT work, role, name, normal, id, source FROM credits JOIN people USING (person)
           WHERE work BETWEEN ? AND ? ORDER BY work, role, position""",
        span,
    ):
        found.setdefault(work, []).append(Credit(*values))
    return found


def links_of(catalogue: Catalogue, span: Span) -> dict[int, dict[str, list[dict[str, Any]]]]:
    """What the works of a run remake, and what remakes them; each with the statement that says so."""
    found: dict[int, dict[str, list[dict[str, Any]]]] = {}
    sql = """SELECT links.{here}, works.id, title, year, links.kind, statements.id
             FROM links JOIN works ON works.work = links.{there} JOIN statements USING (statement)
             WHERE links.{here} BETWEEN ? AND ? ORDER BY links.{here}, links.{there}"""
    for way, here, there in (("remake_of", "derivative", "original"), ("remakes", "original", "derivative")):
        for work, *values in catalogue.query(sql.format(here=here, there=there), span):
            told = dict(zip(("id", "title", "year", "kind", "statement"), values, strict=True))
            found.setdefault(work, {}).setdefault(way, []).append(told)
    return found


def origins_of(catalogue: Catalogue) -> Iterator[list[End]]:
    """All books, plays, events and persons that works are based on."""
    sql = "SELECT id, type, title, creator, year, origin FROM origins ORDER BY origin"
    return ([origin_end(row) for row in some] for some in streamed(catalogue, sql))


def people_of(catalogue: Catalogue) -> Iterator[list[tuple[str, str, str | None]]]:
    """Everybody credited: name, key to search by, id where it is known."""
    return streamed(catalogue, "SELECT name, normal, id FROM people ORDER BY person")


def statements_of(catalogue: Catalogue, span: Span) -> Iterator[Placed]:
    """All that is said of the stories of the works of a run."""
    evidence: dict[int, list[Evidence]] = {}
    for statement, source, record, locator, quote, date, url in catalogue.query(
        """SELECT statement, source, record, locator, quote, date, url FROM evidence JOIN statements USING (statement)
           WHERE work BETWEEN ? AND ? ORDER BY statement, source, record, locator""",
        span,
    ):
        read = Evidence(source, record, locator, quote, date, url or catalogue.url(source, record))
        evidence.setdefault(statement, []).append(read)
    yield from (placed(row, evidence) for row in catalogue.query(STATEMENTS, span))


STATEMENTS = """
SELECT s.statement, s.id, s.predicate, s.denied, s.hedge, s.kind, s.rank,
       s.target_title, s.target_type, s.target_creator, s.target_year, s.target_id,
       w.id, w.type, w.title, w.year, w.work, w.wikidata,
       t.id, t.type, t.title, t.year, t.work, t.wikidata,
       o.id, o.type, o.title, o.creator, o.year, o.origin, links.kind
FROM statements AS s JOIN works AS w ON w.work = s.work
     LEFT JOIN works AS t ON t.work = s.target_work
     LEFT JOIN origins AS o ON o.origin = s.target_origin
     LEFT JOIN links ON links.derivative = CASE s.predicate WHEN 'remade_as' THEN s.target_work ELSE s.work END
                    AND links.original = CASE s.predicate WHEN 'remade_as' THEN s.work ELSE s.target_work END
WHERE s.work BETWEEN ? AND ? ORDER BY s.work, s.statement
"""


def placed(row: Row, evidence: dict[int, list[Evidence]]) -> Placed:
    """One row of STATEMENTS."""
    number, id_, predicate, denied, hedge, kind, rank = row[:7]
    target, link = Target(*row[7:12]), row[30]
    subject, work, origin = work_end(row[12:18]), row[18:24], row[24:30]
    said = Statement(
        subject=subject.id or "",
        predicate=Predicate(predicate),
        target=target,
        denied=bool(denied),
        hedge=hedge,
        kind=kind,
        rank=rank,
        evidence=tuple(evidence[number]),
    )
    return Placed(id_, said, subject, end_of(target, work, origin), link)


def end_of(target: Target, work: Row, origin: Row) -> End | None:
    """What a statement points to; None where it points to nothing in particular."""
    if work[4]:
        return work_end(work)
    if origin[5]:
        return origin_end(origin)
    if target.title or target.year or target.id:
        return End("named", target.id, target.type, target.title, target.creator, target.year, 0, item_of(target.id))
    return None


def work_end(row: Row) -> End:
    """A work as one end."""
    id_, type_, title, year, number, item = row
    return End("work", id_, type_, title, None, year, number, item)


def origin_end(row: Row) -> End:
    """An origin as one end."""
    id_, type_, title, creator, year, number = row
    return End("origin", id_, type_, title, creator, year, number, item_of(id_))


def item_of(id_: str | None) -> str | None:
    """The item of Wikidata that an id names."""
    source, _, record = (id_ or "").partition(":")
    return record if source == "wikidata" else None
