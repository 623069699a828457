"""What to show of a catalogue to somebody who has asked nothing yet: stories told often, films that people know."""

from __future__ import annotations

from basedon.catalogue.catalogue import Catalogue


def most_remade(catalogue: Catalogue, limit: int) -> list[tuple[int, int]]:
    """The films with most remakes of their own, each with how many; no film that is a remake itself."""
    rows = catalogue.query(
        """SELECT original, COUNT(*) AS times FROM links JOIN works ON works.work = original
           WHERE original NOT IN (SELECT derivative FROM links)
           GROUP BY original ORDER BY times DESC, prominence DESC, original LIMIT ?""",
        [limit],
    )
    return [(original, times) for original, times in rows]


def best_known(catalogue: Catalogue, limit: int) -> list[int]:
    """The films of whose story something is said that people likeliest mean, the best known first."""
    rows = catalogue.query(
        """SELECT work FROM works WHERE type = 'film' AND EXISTS (
               SELECT 1 FROM statements WHERE statements.work = works.work AND predicate IN ('true_story', 'depicts',
               'inspired_by', 'presented_as_true'))
           ORDER BY prominence DESC, work LIMIT ?""",
        [limit],
    )
    return [work for (work,) in rows]


def how_many(catalogue: Catalogue) -> int:
    """How many films and series the catalogue holds."""
    count: int = catalogue.query("SELECT COUNT(*) FROM works")[0][0]
    return count


def source_titles(catalogue: Catalogue) -> dict[str, str]:
    """The sources of the catalogue by name, each with its title."""
    return dict(catalogue.query("SELECT name, title FROM sources"))
