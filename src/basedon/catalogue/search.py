"""Finding works and people by what is typed: by key first, then by beginning, then by likeness."""

from __future__ import annotations

from collections.abc import Iterable

from basedon.catalogue.catalogue import Catalogue
from basedon.identity.titles import normal, normal_name

MIN_SURNAME = 3
ALIKE = 78
"""Of 100: how alike a key must be to be suggested (rapidfuzz's weighted ratio)."""


def of_title(catalogue: Catalogue, title: str) -> list[int]:
    """The works that have a title: first those whose main one it is to the letter, then those whose main one it is but
    for an article, an accent or the like, then the rest; of each, those people likeliest mean first.
    """
    rows = catalogue.query(
        """SELECT work FROM titles JOIN works USING (work) WHERE normal = ? GROUP BY work
           ORDER BY MAX(lower(works.title) = lower(?)) DESC, MAX(titles.title = works.title) DESC,
                    prominence DESC, work""",
        [normal(title), title.strip()],
    )
    return [work for (work,) in rows]


def beginning(catalogue: Catalogue, title: str, limit: int) -> list[int]:
    """The works with a title that begins with what is typed."""
    key = normal(title)
    rows = catalogue.query(
        """SELECT work FROM titles JOIN works USING (work) WHERE normal >= ? AND normal < ? GROUP BY work
           ORDER BY prominence DESC, work LIMIT ?""",
        [key, key + "\U0010ffff", limit],
    )
    return [work for (work,) in rows]


def containing(catalogue: Catalogue, title: str, limit: int) -> list[int]:
    """The works with a title in which what is typed stands as whole words."""
    rows = catalogue.query(
        """SELECT work FROM titles JOIN works USING (work) WHERE instr(' ' || normal || ' ', ?) GROUP BY work
           ORDER BY prominence DESC, work LIMIT ?""",
        [f" {normal(title)} ", limit],
    )
    return [work for (work,) in rows]


def alike(catalogue: Catalogue, title: str, limit: int) -> list[int]:
    """The works with titles most like what is typed: misspelt, or words left out."""
    from rapidfuzz import fuzz, process

    key = normal(title)
    near = max(3, len(key) // 3)
    keys = [
        found
        for (found,) in catalogue.query(
            "SELECT DISTINCT normal FROM titles WHERE length(normal) BETWEEN ? AND ?",
            [len(key) - near, len(key) + near],
        )
    ]
    best = process.extract(key, keys, scorer=fuzz.ratio, limit=limit, score_cutoff=ALIKE)
    return [work for found, _, _ in best for work in of_key(catalogue, found)][:limit]


def of_key(catalogue: Catalogue, key: str) -> list[int]:
    """The works under one key, those people likeliest mean first."""
    rows = catalogue.query(
        "SELECT DISTINCT work FROM titles JOIN works USING (work) WHERE normal = ? ORDER BY prominence DESC, work",
        [key],
    )
    return [work for (work,) in rows]


def search(catalogue: Catalogue, text: str, limit: int) -> list[int]:
    """The works that fit what is typed best: of that title, beginning with it, with it inside, alike."""
    if not text.strip():
        return []
    found = dict.fromkeys(of_title(catalogue, text))
    if len(found) < limit:
        found |= dict.fromkeys(beginning(catalogue, text, limit))
    if len(found) < limit and len(normal(text)) > 2:
        found |= dict.fromkeys(containing(catalogue, text, limit))
    if len(found) < limit:
        found |= dict.fromkeys(alike(catalogue, text, limit))
    return list(found)[:limit]


FAR_AHEAD = 4
"""A surname alone means somebody with so many times the credits of the next of the name."""


def people(catalogue: Catalogue, name: str) -> list[int]:
    """The people of a name, those with most credits first; by surname alone only the one that everybody means."""
    counted = """SELECT person, COUNT(*) AS times FROM people JOIN credits USING (person) WHERE {} GROUP BY person
                 ORDER BY times DESC, person"""
    key = normal_name(name)
    rows = catalogue.query(counted.format("normal = ?"), [key])
    if not rows and len(key) > MIN_SURNAME and " " not in key:
        rows = catalogue.query(counted.format("normal LIKE ?"), [f"% {key}"])[:2]
        rows = rows[:1] if len(rows) == 1 or (rows and rows[0][1] >= FAR_AHEAD * rows[1][1]) else []
    return [person for person, _ in rows]


def fitting(
    catalogue: Catalogue, numbers: Iterable[int], year: int | None, place: str | None = None, name: str | None = None
) -> list[int]:
    """Those of the works that fit a year (one either way), a country or language, and a director or actor."""
    works = catalogue.works(numbers)
    key = normal_name(name) if name else ""
    kept = [
        number
        for number, work in works.items()
        if (year is None or (work.year is not None and abs(work.year - year) <= 1))
        and (place is None or place in work.countries or place in work.languages)
        and (not key or any(key in normal_name(person.name) for person in (*work.directors, *work.cast)))
    ]
    return sorted(kept, key=lambda n: abs((works[n].year or 0) - year)) if year is not None else kept
