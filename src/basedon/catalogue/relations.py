"""Sets of works along relations: all films of some people, all people of some films, and so on; one query for a set.

Works and people go by number, and a set may be large, so that numbers are handed over as one JSON array.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any

from basedon.catalogue.catalogue import Catalogue
from basedon.identity.titles import normal, normal_name

HOPS = 5
"""Remakes of remakes that are followed."""

MOST = 2000
"""Works in a set that are looked up one by one; of more, the whole table is read."""


def every(catalogue: Catalogue) -> set[int]:
    """All works."""
    return {work for (work,) in catalogue.query("SELECT work FROM works")}


def array(numbers: Iterable[int]) -> str:
    """Numbers as SQL takes them: `IN (SELECT value FROM json_each(?))`."""
    return json.dumps(sorted(numbers))


def titles_held(catalogue: Catalogue, titles: Collection[str]) -> list[bool]:
    """Which of some titles any work has."""
    return held(catalogue, [normal(title) for title in titles], "SELECT DISTINCT normal FROM titles")


def people_held(catalogue: Catalogue, names: Collection[str]) -> list[bool]:
    """Which of some names anybody has who is credited."""
    return held(catalogue, [normal_name(name) for name in names], "SELECT DISTINCT normal FROM people")


def held(catalogue: Catalogue, keys: list[str], select: str) -> list[bool]:
    """Which of some keys a table holds."""
    marks = ", ".join("?" * len(keys))
    found = {key for (key,) in catalogue.query(f"{select} WHERE normal IN ({marks})", keys)} if keys else set()
    return [bool(key) and key in found for key in keys]


def films_of(catalogue: Catalogue, role: str, people: Collection[int]) -> set[int]:
    """The works on which any of some people has a role."""
    rows = catalogue.query(
        "SELECT DISTINCT work FROM credits WHERE person IN (SELECT value FROM json_each(?)) AND role = ?",
        [array(people), role],
    )
    return {work for (work,) in rows}


def people_of(catalogue: Catalogue, role: str, works: Collection[int]) -> Counter[int]:
    """Who has a role on any of some works, and on how many of them; in the order of the credits."""
    rows = catalogue.query(
        """SELECT person, COUNT(*) FROM credits WHERE work IN (SELECT value FROM json_each(?)) AND role = ?
           GROUP BY person ORDER BY MIN(position), person""",
        [array(works), role],
    )
    return Counter(dict(rows))


def names_of(catalogue: Catalogue, people: Collection[int]) -> dict[int, tuple[str, str | None]]:
    """Name and id of some people."""
    rows = catalogue.query(
        "SELECT person, name, id FROM people WHERE person IN (SELECT value FROM json_each(?))", [array(people)]
    )
    return {person: (name, id_) for person, name, id_ in rows}


def traits_of(catalogue: Catalogue, kind: str, works: Collection[int]) -> Counter[str]:
    """The countries, languages or genres of some works, each with how many of them have it."""
    rows = catalogue.query(
        """SELECT name, COUNT(DISTINCT work) FROM traits
           WHERE work IN (SELECT value FROM json_each(?)) AND kind = ? GROUP BY name ORDER BY MIN(position), name""",
        [array(works), kind],
    )
    return Counter(dict(rows))


def years_of(catalogue: Catalogue, works: Collection[int]) -> Counter[int]:
    """The years of some works, each with how many came out in it."""
    rows = catalogue.query(
        """SELECT year, COUNT(*) FROM works
           WHERE work IN (SELECT value FROM json_each(?)) AND year IS NOT NULL GROUP BY year""",
        [array(works)],
    )
    return Counter(dict(rows))


def subjects_of(catalogue: Catalogue, works: Collection[int]) -> Counter[str]:
    """What some works are about, by name, as far as any source says."""
    rows = catalogue.query(
        """SELECT target_title, COUNT(DISTINCT work) FROM statements
           WHERE work IN (SELECT value FROM json_each(?)) AND predicate = 'depicts' AND NOT denied
           AND target_title IS NOT NULL GROUP BY target_title ORDER BY MIN(statement)""",
        [array(works)],
    )
    return Counter(dict(rows))


def rated(catalogue: Catalogue, works: Collection[int], what: str) -> Counter[float]:
    """The ratings (`average`) or numbers of votes (`votes`) of some works, as far as a source gives them."""
    column = {"rating": "average", "votes": "votes"}[what]
    rows = catalogue.query(
        f"SELECT {column}, COUNT(*) FROM ratings WHERE work IN (SELECT value FROM json_each(?)) GROUP BY 1 ORDER BY 1",
        [array(works)],
    )
    return Counter(dict(rows))


def awards_of(catalogue: Catalogue, works: Collection[int]) -> Counter[str]:
    """The awards that some works won, each with how often."""
    rows = catalogue.query(
        """SELECT award, COUNT(*) FROM awards WHERE work IN (SELECT value FROM json_each(?)) AND won
           GROUP BY award ORDER BY MIN(position), award""",
        [array(works)],
    )
    return Counter(dict(rows))


def having(catalogue: Catalogue, kind: str, names: Collection[str], among: set[int] | None) -> set[int]:
    """The works (of some, or of all) with any of some countries, languages or genres."""
    marks = ", ".join("?" * len(names))
    if among is not None and len(among) <= MOST:
        rows = catalogue.query(
            f"""SELECT DISTINCT work FROM traits WHERE work IN (SELECT value FROM json_each(?))
                AND kind = ? AND name IN ({marks})""",
            [array(among), kind, *names],
        )
        return {work for (work,) in rows}
    rows = catalogue.query(f"SELECT DISTINCT work FROM traits WHERE kind = ? AND name IN ({marks})", [kind, *names])
    found = {work for (work,) in rows}
    return found if among is None else found & among


def named(catalogue: Catalogue, kind: str) -> list[str]:
    """Every country, language or genre that the catalogue names."""
    kept: dict[str, Any] = catalogue.kept("relations", dict)
    if kind not in kept:
        rows = catalogue.query("SELECT DISTINCT name FROM traits WHERE kind = ?", [kind])
        kept[kind] = [name for (name,) in rows]
    return list(kept[kind])


def of_years(catalogue: Catalogue, first: int, last: int, among: set[int] | None) -> set[int]:
    """The works (of some, or of all) first released from one year to another, both included."""
    if among is not None and len(among) <= MOST:
        rows = catalogue.query(
            "SELECT work FROM works WHERE work IN (SELECT value FROM json_each(?)) AND year BETWEEN ? AND ?",
            [array(among), first, last],
        )
        return {work for (work,) in rows}
    found = {work for (work,) in catalogue.query("SELECT work FROM works WHERE year BETWEEN ? AND ?", [first, last])}
    return found if among is None else found & among


def of_type(catalogue: Catalogue, type_: str) -> set[int]:
    """All works that are films, or series."""
    return {work for (work,) in catalogue.query("SELECT work FROM works WHERE type = ?", [type_])}


def linked(catalogue: Catalogue, works: Collection[int] | None, *, up: bool, hops: int = HOPS) -> set[int]:
    """What some works were made from (`up`) or what was made from them, in so many steps; of all works for None."""
    here, there = ("derivative", "original") if up else ("original", "derivative")
    if works is None:
        return {work for (work,) in catalogue.query(f"SELECT DISTINCT {there} FROM links")}
    reached: set[int] = set()
    front = set(works)
    for _ in range(hops):
        rows = catalogue.query(
            f"SELECT DISTINCT {there} FROM links WHERE {here} IN (SELECT value FROM json_each(?))", [array(front)]
        )
        front = {work for (work,) in rows} - reached
        if not front:
            break
        reached |= front
    return reached


def adapting(
    catalogue: Catalogue, types: Collection[str], creator: str | None, title: str | None, among: set[int] | None = None
) -> set[int]:
    """The works based on something: of some types, by somebody, of a title; whatever is not given may be any."""
    wanted_creator, wanted_title = known_as(catalogue, creator) if creator else None, normal(title) if title else None
    return {
        work
        for work, type_, by, key in adapted(catalogue)
        if (not types or type_ in types)
        and (wanted_creator is None or not wanted_creator.isdisjoint(by))
        and (wanted_title is None or key == wanted_title)
        and (among is None or work in among)
    }


MOSTLY = 0.8
"""Share of what is by anybody of a surname that one of them must have made to be meant by the surname alone."""


def known_as(catalogue: Catalogue, creator: str) -> set[str]:
    """The keys under which a creator is named: of a surname alone, also the one whom it nearly always means."""
    key = normal_name(creator)
    if " " in creator.strip():
        return {key}
    kept: dict[str, Any] = catalogue.kept("relations", dict)
    if "surnames" not in kept:
        counted: dict[str, Counter[str]] = {}
        for (text,) in catalogue.query(
            """SELECT COALESCE(target_creator, creator) FROM statements LEFT JOIN origins ON origin = target_origin
               WHERE predicate = 'based_on' AND NOT denied AND COALESCE(target_creator, creator) IS NOT NULL"""
        ):
            for name in by_name(text):
                if " " in name:
                    counted.setdefault(normal_name(name.rsplit(" ", 1)[1]), Counter())[normal_name(name)] += 1
        kept["surnames"] = counted
    bearers: Counter[str] = kept["surnames"].get(key) or Counter()
    (best, times), *_ = bearers.most_common(1) or [("", 0)]
    return {key, best} if times and times >= MOSTLY * bearers.total() else {key}


def authors(catalogue: Catalogue, work: int) -> tuple[str, ...]:
    """Whoever made what a work is based on, by name."""
    rows = catalogue.query(
        """SELECT COALESCE(target_creator, creator) FROM statements LEFT JOIN origins ON origin = target_origin
           WHERE work = ? AND predicate = 'based_on' AND NOT denied AND target_work IS NULL""",
        (work,),
    )
    return tuple(dict.fromkeys(name for (text,) in rows if text for name in by_name(text)))


def adapted(catalogue: Catalogue) -> list[tuple[int, str | None, tuple[str, ...], str]]:
    """Every work that is based on one that is no film: its number, that one's type, keys of its creators and title."""
    kept: dict[str, Any] = catalogue.kept("relations", dict)
    if "adapted" not in kept:
        rows = catalogue.query(
            """SELECT work, COALESCE(NULLIF(origins.type, 'other'), target_type, origins.type),
                      COALESCE(target_creator, creator), COALESCE(target_title, title)
               FROM statements LEFT JOIN origins ON origin = target_origin
               WHERE predicate = 'based_on' AND NOT denied AND target_work IS NULL"""
        )
        kept["adapted"] = [
            (work, type_, creators(by) if by else (), normal(title) if title else "") for work, type_, by, title in rows
        ]
    found: list[tuple[int, str | None, tuple[str, ...], str]] = kept["adapted"]
    return found


@lru_cache(maxsize=4096)
def creators(text: str) -> tuple[str, ...]:
    """The keys of one or several creators: "A and B", "A, B"."""
    return tuple(normal_name(name) for name in by_name(text))


def by_name(text: str) -> list[str]:
    """The names of one or several creators."""
    parts = text.replace(" and ", ",").replace("&", ",").replace(";", ",").split(",")
    return [part.strip() for part in parts if part.strip()]


def creators_held(catalogue: Catalogue, names: Collection[str]) -> list[bool]:
    """Which of some names created anything that works are based on."""
    kept: dict[str, Any] = catalogue.kept("relations", dict)
    if "creators" not in kept:
        rows = catalogue.query(
            """SELECT creator FROM origins WHERE creator IS NOT NULL
               UNION SELECT target_creator FROM statements WHERE target_creator IS NOT NULL"""
        )
        kept["creators"] = {key for (text,) in rows for key in creators(text) if " " in key}
    return [normal_name(name) in kept["creators"] for name in names]


def origins_held(catalogue: Catalogue, titles: Collection[str]) -> list[bool]:
    """Which of some titles anything has that works are based on."""
    kept: dict[str, Any] = catalogue.kept("relations", dict)
    if "origins" not in kept:
        kept["origins"] = {key for _, _, _, key in adapted(catalogue) if key}
    return [normal(title) in kept["origins"] for title in titles]


def subjects(catalogue: Catalogue) -> Mapping[str, set[int]]:
    """The works about each event, person or theme, by the key of its name."""
    kept: dict[str, Any] = catalogue.kept("relations", dict)
    if "subjects" not in kept:
        found: dict[str, set[int]] = {}
        for work, title in catalogue.query(
            """SELECT work, target_title FROM statements
               WHERE predicate IN ('depicts', 'based_on', 'inspired_by') AND NOT denied AND target_title IS NOT NULL
               AND (predicate = 'depicts' OR target_type IN ('event', 'person'))"""
        ):
            found.setdefault(normal(title), set()).add(work)
        kept["subjects"] = found
    held_: Mapping[str, set[int]] = kept["subjects"]
    return held_


def honoured(catalogue: Catalogue, words: Iterable[str], *, won: bool) -> set[int]:
    """The works that won (else: won or were nominated for) an award in whose name all these words stand."""
    wanted = [word.casefold() for word in words]
    rows = catalogue.query("SELECT work, award FROM awards WHERE won >= ?", [int(won)])
    return {work for work, award in rows if all(word in award.casefold() for word in wanted)}


def holds_awards(catalogue: Catalogue) -> bool:
    """Whether any source of the catalogue tells of awards."""
    return bool(catalogue.query("SELECT 1 FROM awards LIMIT 1"))


def holds_ratings(catalogue: Catalogue) -> bool:
    """Whether any source of the catalogue gives ratings."""
    return bool(catalogue.query("SELECT 1 FROM ratings LIMIT 1"))


Row = tuple[str, int | None, str | None, str | None, str | None, str | None, str]


def rows(catalogue: Catalogue, works: Collection[int], most: int) -> list[Row]:
    """The works people likeliest mean, at most so many, by year, with what a listing shows."""
    found = catalogue.query(
        """SELECT title, year,
                  (SELECT group_concat(name, ', ') FROM (SELECT name FROM traits WHERE traits.work = best.work
                                                         AND kind = 'country' ORDER BY position)),
                  (SELECT group_concat(name, ', ') FROM (SELECT name FROM credits JOIN people USING (person)
                                                         WHERE credits.work = best.work AND role = 'director'
                                                         ORDER BY position)),
                  imdb, wikidata, id
           FROM (SELECT * FROM works WHERE work IN (SELECT value FROM json_each(?))
                 ORDER BY prominence DESC, work LIMIT ?) AS best
           ORDER BY year IS NULL, year, work""",
        [array(works), most],
    )
    return [(title, *further) for title, *further in found]


def prominent(catalogue: Catalogue, works: Collection[int], most: int) -> list[int]:
    """The works people likeliest mean, at most so many; by year."""
    rows = catalogue.query(
        """SELECT work FROM (SELECT work, year FROM works WHERE work IN (SELECT value FROM json_each(?))
                             ORDER BY prominence DESC, work LIMIT ?)
           ORDER BY year IS NULL, year, work""",
        [array(works), most],
    )
    return [work for (work,) in rows]


def could_be_true(catalogue: Catalogue, among: set[int] | None) -> set[int]:
    """The works (of some, or of all) of which anything is said that speaks of real events, or that remake a work."""
    rows = catalogue.query(
        """SELECT DISTINCT work FROM statements WHERE NOT denied
           AND (predicate IN ('depicts', 'true_story', 'presented_as_true') OR target_type IN
                ('event', 'person', 'memoir', 'non-fiction book', 'article') OR predicate = 'inspired_by')
           UNION SELECT derivative FROM links"""
    )
    found = {work for (work,) in rows}
    return found if among is None else found & among
