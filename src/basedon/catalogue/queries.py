"""Questions in SQL for people who open a catalogue file with Datasette, DuckDB or sqlite3."""

from __future__ import annotations

from msgspec import Struct


class Query(Struct, frozen=True):
    """One question: what it tells, and the SELECT; what is asked for goes by its name, as `:title`."""

    title: str
    sql: str


QUERIES: dict[str, Query] = {
    "evidence": Query(
        "All that is said of the story of films of a title, with where it was read",
        """SELECT works.title, works.year, predicate, CASE denied WHEN 1 THEN 'no' ELSE 'yes' END AS says, hedge,
       target_type, target_title, evidence.source, evidence.record, evidence.locator
FROM works JOIN statements USING (work) JOIN evidence USING (statement)
WHERE works.title = :title ORDER BY works.year, predicate""",
    ),
    "remakes": Query(
        "Films by how often they were remade",
        """SELECT works.id, works.title, works.year, COUNT(*) AS remakes
FROM links JOIN works ON works.work = links.original GROUP BY works.work
ORDER BY remakes DESC, works.title LIMIT 200""",
    ),
    "lineage": Query(
        "What came of a film, through any number of remakes",
        """WITH RECURSIVE reached (work, depth) AS (
    SELECT work, 0 FROM works WHERE title = :title
    UNION
    SELECT links.derivative, depth + 1 FROM reached JOIN links ON links.original = reached.work WHERE depth < 5
)
SELECT MIN(depth) AS steps, works.id, works.title, works.year, GROUP_CONCAT(DISTINCT traits.name) AS countries
FROM reached JOIN works USING (work) LEFT JOIN traits ON traits.work = works.work AND traits.kind = 'country'
GROUP BY works.work ORDER BY steps, works.year""",
    ),
    "depicted": Query(
        "Persons and events that most films are about",
        """SELECT type, origins.title, COUNT(DISTINCT work) AS films
FROM origins JOIN statements ON target_origin = origin
WHERE type IN ('person', 'event') AND NOT denied GROUP BY origin ORDER BY films DESC, origins.title LIMIT 200""",
    ),
    "adapted": Query(
        "Books, plays and tales that most films are based on",
        """SELECT type, origins.title, origins.creator, origins.year, COUNT(DISTINCT work) AS films
FROM origins JOIN statements ON target_origin = origin
WHERE type NOT IN ('person', 'event') AND predicate = 'based_on' AND NOT denied
GROUP BY origin ORDER BY films DESC, origins.title LIMIT 200""",
    ),
    "films_of": Query(
        "The films of somebody, by name",
        """SELECT works.id, works.title, works.year, role
FROM people JOIN credits USING (person) JOIN works USING (work) WHERE people.name = :name ORDER BY works.year""",
    ),
}
"""By name."""
