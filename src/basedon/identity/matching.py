"""Records to works: by identifiers first, then by title, year and credits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

from msgspec import Struct

from basedon.identity.judgement import Profile, apart, conflict, same

BY_TITLE = "statements:"
"""Records of people who know which film they mean, and tell it by title and year."""

CROWD = 200
"""More records than this under one title and year are not compared pair by pair."""


class Join(Struct, frozen=True, order=True):
    """That a record is part of a work (named by the record it was joined to), and why."""

    record: str
    work: str
    reason: str


class Matched(Struct, frozen=True):
    """Every record with the root record of its work, the joins made, and the records that were kept apart though
    alike.
    """

    root_of: dict[str, str]
    joins: tuple[Join, ...]
    unsure: tuple[tuple[str, str], ...]


def match(profiles: Mapping[str, Profile]) -> Matched:
    """Join the records that are surely one work; `profiles` maps a record's subject to what it says of itself.

    A subject such as `wikidata:Q1` is an identifier of its own record. Takes records in sorted order, so the same
    records always give the same works.
    """
    parent = {subject: subject for subject in profiles}
    known = dict(profiles)
    joins: list[Join] = []
    unsure: list[tuple[str, str]] = []

    def root(subject: str) -> str:
        while parent[subject] != subject:
            parent[subject] = parent[parent[subject]]
            subject = parent[subject]
        return subject

    def join(one: str, other: str, reason: str) -> None:
        first, second = sorted((root(one), root(other)), key=seniority)
        if first != second:
            if conflict(known[first], known[second]) or apart(known[first], known[second]):
                unsure.append((first, second))
                return
            parent[second] = first
            known[first] = known[first].with_(known[second])
            joins.append(Join(second, first, reason))

    by_id: dict[str, list[str]] = defaultdict(list)
    for subject in sorted(profiles):
        for id_ in sorted({subject, *profiles[subject].ids}):
            by_id[id_].append(subject)
    for id_, subjects in sorted(by_id.items()):
        for other in subjects[1:]:
            join(subjects[0], other, f"both name {id_}")

    by_title: dict[tuple[str, int], set[str]] = defaultdict(set)
    for subject in sorted(profiles):
        for title in profiles[subject].titles:
            for year in profiles[subject].years:
                by_title[title, year].add(root(subject))
                by_title[title, year + 1].add(root(subject))
    for _, roots in sorted(by_title.items()):
        if 1 < len(roots) <= CROWD:
            for one, other in combinations(sorted(roots), 2):
                first, second = root(one), root(other)
                reason = same(known[first], known[second]) if first != second else None
                if reason:
                    join(first, second, reason)

    for subject in sorted(profiles):
        own = profiles[subject]
        if subject.startswith(BY_TITLE) and root(subject) == subject and not own.directors:
            named = {(title, year + off) for title in own.titles for year in own.years for off in (0, 1)}
            others = {root(one) for key in sorted(named) for one in by_title.get(key, ())} - {subject}
            if len(others) == 1:
                join(subject, others.pop(), "same title and year, the only one")
            elif others:
                unsure.append((subject, min(others)))

    return Matched({subject: root(subject) for subject in profiles}, tuple(joins), tuple(unsure))


def seniority(subject: str) -> tuple[int, str]:
    """Which record names the work: Wikidata's, then IMDb's, then Wikipedia's, then any other."""
    order = ("wikidata", "imdb", "wikipedia")
    source = subject.partition(":")[0]
    return (order.index(source) if source in order else len(order), subject)
