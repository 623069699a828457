"""Finding works and people by what is typed: by key first, then by beginning, by words inside, then by likeness."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from basedon.catalogue import likeness
from basedon.catalogue.catalogue import Catalogue
from basedon.identity.numerals import numbers
from basedon.identity.titles import normal_name
from basedon.identity.ways import rearticled, ways

MIN_SURNAME = 3

LONGEST = 150
"""Characters of what may be a title misspelt; looking for the likes of more takes time and finds nothing."""

SCANNED = 2000
"""Titles with one beginning of which the most prominent is looked for; of more, the best are kept in the file."""

INSIDE_WAYS = 8
"""Ways to write what was typed that are looked for inside titles."""

GUESSED = 8
"""Letters below which a title is taken only as it is written."""

TWO_WRONG = 12
"""Letters from which on two of a title may be wrong."""

AHEAD = 1
"""How many letters more the second likest title must be away."""


def of_title(catalogue: Catalogue, title: str) -> list[int]:
    """The works that have a title: first those whose main one it is to the letter, then those whose main one it is but
    for an article, an accent or the like, then the rest; of each, those people likeliest mean first.

    Where none has it as it is typed, those that have it otherwise written: "Cell Number Seven", "Lampara".
    """
    return next(otherwise(catalogue, title), [])


def otherwise(catalogue: Catalogue, title: str, *, as_typed: bool = False) -> Iterator[list[int]]:
    """The works of a title in each way that it may be written under which there are any, as `of_title` orders them.

    With `as_typed` only as it is typed.
    """
    keys = ways(title)
    for key in keys[:1] if as_typed else [*keys, *(other for first in keys[:1] for other in rearticled(first))]:
        rows = catalogue.query(
            """SELECT work FROM titles JOIN works USING (work) WHERE normal = ? GROUP BY work
               ORDER BY MAX(lower(works.title) = lower(?)) DESC, MAX(titles.title = works.title) DESC,
                        prominence DESC, work""",
            [key, title.strip()],
        )
        if rows:
            yield [work for (work,) in rows]


def beginning(catalogue: Catalogue, key: str, limit: int) -> list[int]:
    """The most prominent works with a key that begins with one."""
    kept = best(catalogue, key)
    if len(kept) >= limit:
        return kept[:limit]
    rows = catalogue.query(
        """SELECT work FROM (SELECT DISTINCT work FROM titles WHERE normal >= ? AND normal < ? LIMIT ?)
           JOIN works USING (work) ORDER BY prominence DESC, work LIMIT ?""",
        [key, key + "\U0010ffff", SCANNED, limit],
    )
    return list(dict.fromkeys([*kept, *(work for (work,) in rows)]))[:limit]


def best(catalogue: Catalogue, beginning: str) -> list[int]:
    """The works that are kept as the most prominent ones of a beginning, or (after a space) of a word."""
    if not catalogue.searchable:
        return []
    rows = catalogue.query("SELECT works FROM title_bests WHERE beginning = ?", [beginning])
    return memoryview(rows[0][0]).cast("I").tolist() if rows else []


def containing(catalogue: Catalogue, key: str, limit: int, *, hasty: bool = False) -> list[int]:
    """The most prominent works with a title in which the words of a key stand."""
    kept = best(catalogue, f" {key}") if " " not in key else []
    if len(kept) >= limit:
        return kept[:limit]
    found = of_keys(catalogue, likeness.containing(catalogue, key, likeness.HASTY if hasty else likeness.INSIDE))
    each = dict.fromkeys([*kept, *(work for _, work in sorted((-prominence, work) for _, work, prominence in found))])
    return list(each)[:limit]


def of_keys(catalogue: Catalogue, keys: Sequence[str]) -> list[tuple[str, int, int]]:
    """The works under some keys: key, work and how prominent it is."""
    marks = ", ".join("?" * len(keys))
    return catalogue.query(
        f"SELECT DISTINCT normal, work, prominence FROM titles JOIN works USING (work) WHERE normal IN ({marks})", keys
    )


def alike(catalogue: Catalogue, key: str, limit: int, *, short_only: bool = False) -> list[int]:
    """The works with titles most like a key, the likest first, then those people likeliest mean."""
    near = {one.key: one.distance for one in likeness.near(catalogue, key, short_only=short_only)[: 4 * limit]}
    ranked = sorted((near[other], -prominence, work) for other, work, prominence in of_keys(catalogue, list(near)))
    return list(dict.fromkeys(work for *_, work in ranked))[:limit]


def search(catalogue: Catalogue, text: str, limit: int) -> list[int]:
    """The works that fit what is typed best: of that title, beginning with it, with it inside, alike."""
    if not text.strip() or limit < 1:
        return []
    keys = ways(text)
    found = dict.fromkeys(work for works in otherwise(catalogue, text) for work in works)
    for key in keys:
        if len(found) < limit:
            found |= dict.fromkeys(beginning(catalogue, key, limit))
    if len(found) < limit and len(text) <= LONGEST and catalogue.searchable:
        begun = bool(found)
        for key in keys[:1] if begun else keys[:INSIDE_WAYS]:
            found |= dict.fromkeys(containing(catalogue, key, limit, hasty=begun))
        if len(found) < limit:
            found |= dict.fromkeys(alike(catalogue, keys[0], limit, short_only=begun))
    return list(found)[:limit]


def misspelt(catalogue: Catalogue, title: str) -> list[int]:
    """The works of the one title that is clearly meant by a misspelt one, those people likeliest mean first.

    None where two titles are as near, where numbers differ, where the title is short, or where what differs is a word
    that other titles have: then it may well be the title of a film that is not held.
    """
    keys = ways(title)
    if not keys or not catalogue.searchable or len(title) > LONGEST:
        return []
    key = keys[0]
    letters = len(key.replace(" ", ""))
    if letters < GUESSED:
        return []
    nearest = likeness.near(catalogue, key)[:20]
    if not nearest or nearest[0].distance > (2 if letters >= TWO_WRONG else 1):
        return []
    first = nearest[0]
    works = [work for *_, work in sorted((-p, work) for _, work, p in of_keys(catalogue, [first.key]))]
    rivals = [one.key for one in nearest[1:] if one.distance < first.distance + AHEAD]
    if any(work not in works for _, work, _ in of_keys(catalogue, rivals)):
        return []
    if first.distance >= 1 and inflected(key, first.key):
        return []
    if list(numbers(key.split(" "))) != list(numbers(first.key.split(" "))):
        return []
    if first.distance >= 1 and any(likeness.known_word(catalogue, word) for word in likeness.differing(key, first.key)):
        return []
    return works


def inflected(key: str, other: str) -> bool:
    """Whether two keys differ by the ends of words only: "Alien" and "Aliens", "Shrew" and "Shrewd" are two titles."""
    ours, theirs = key.split(" "), other.split(" ")
    pairs = zip(ours, theirs, strict=False)
    return len(ours) == len(theirs) and all(a.startswith(b) or b.startswith(a) for a, b in pairs)


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
