"""Lineage: remakes of remakes, both ways, in one statement each.

A recursive query over (place, depth) pairs with the hops capped: without a cap it walks whatever giant component the
data has. UNION drops the pairs met before, so cycles end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from basedon.catalogue.catalogue import Catalogue, Link

HOPS = 5
REMEMBERED = 2000
"""Walks that are kept: one answer walks the same way several times."""

DOWN = """
WITH RECURSIVE reached (work, depth) AS (
    VALUES (?, 0)
    UNION
    SELECT links.derivative, reached.depth + 1 FROM reached JOIN links ON links.original = reached.work
    WHERE reached.depth < ?
)
SELECT links.derivative, links.original, links.kind, MIN(reached.depth) + 1 AS depth
FROM reached JOIN links ON links.original = reached.work WHERE reached.depth < ?
GROUP BY links.derivative, links.original ORDER BY depth, links.derivative, links.original
"""
UP = """
WITH RECURSIVE reached (work, depth) AS (
    VALUES (?, 0)
    UNION
    SELECT links.original, reached.depth + 1 FROM reached JOIN links ON links.derivative = reached.work
    WHERE reached.depth < ?
)
SELECT links.derivative, links.original, links.kind, MIN(reached.depth) + 1 AS depth
FROM reached JOIN links ON links.derivative = reached.work WHERE reached.depth < ?
GROUP BY links.derivative, links.original ORDER BY depth, links.original, links.derivative
"""


def down(catalogue: Catalogue, work: int, hops: int = HOPS) -> list[Link]:
    """All links from a work to what was made from it, the nearest first."""
    return walk(catalogue, DOWN, work, hops)


def up(catalogue: Catalogue, work: int, hops: int = HOPS) -> list[Link]:
    """All links from a work to what it was made from, the nearest first."""
    return walk(catalogue, UP, work, hops)


def walk(catalogue: Catalogue, sql: str, work: int, hops: int) -> list[Link]:
    """Run one of the two queries."""
    from basedon.catalogue.catalogue import Link

    if len(catalogue.walked) > REMEMBERED:
        catalogue.walked = {}  # anew, not emptied: another thread may be reading the old one
    held, key = catalogue.walked, (sql is DOWN, work, hops)
    if key not in held:
        held[key] = [Link(*row) for row in catalogue.query(sql, [work, hops, hops])]
    return list(held[key])
