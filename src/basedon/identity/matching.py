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
    matching = Matching(profiles)
    matching.by_id()
    matching.by_title()
    return Matched(
        {subject: matching.root(subject) for subject in profiles}, tuple(matching.joins), tuple(matching.unsure)
    )


class Matching:
    """Records on their way to works: what is one so far, and what is known of it."""

    def __init__(self, profiles: Mapping[str, Profile]) -> None:
        self.profiles = profiles
        self.parent = {subject: subject for subject in profiles}
        self.known = dict(profiles)
        self.joins: list[Join] = []
        self.unsure: list[tuple[str, str]] = []

    def root(self, subject: str) -> str:
        """The record that names the work which a record is part of so far."""
        parent = self.parent
        while parent[subject] != subject:
            parent[subject] = parent[parent[subject]]
            subject = parent[subject]
        return subject

    def join(self, one: str, other: str, reason: str) -> None:
        """Make two records one work, unless their identifiers or their years say that they are two."""
        first, second = sorted((self.root(one), self.root(other)), key=seniority)
        if first != second:
            if conflict(self.known[first], self.known[second]) or apart(self.known[first], self.known[second]):
                self.unsure.append((first, second))
                return
            self.parent[second] = first
            self.known[first] = self.known[first].with_(self.known[second])
            self.joins.append(Join(second, first, reason))

    def by_id(self) -> None:
        """Join those that name one identifier."""
        by_id: dict[str, list[str]] = defaultdict(list)
        for subject in sorted(self.profiles):
            for id_ in sorted({subject, *self.profiles[subject].ids}):
                by_id[id_].append(subject)
        for id_, subjects in sorted(by_id.items()):
            for other in subjects[1:]:
                self.join(subjects[0], other, f"both name {id_}")

    def by_title(self) -> None:
        """Join those that are one by title, year and credits; those of people who know by title and year alone."""
        by_title: dict[tuple[str, int], set[str]] = defaultdict(set)
        for subject in sorted(self.profiles):
            for title in self.profiles[subject].titles:
                for year in self.profiles[subject].years:
                    by_title[title, year].add(self.root(subject))
                    by_title[title, year + 1].add(self.root(subject))
        for _, roots in sorted(by_title.items()):
            if 1 < len(roots) <= CROWD:
                for one, other in combinations(sorted(roots), 2):
                    first, second = self.root(one), self.root(other)
                    reason = same(self.known[first], self.known[second]) if first != second else None
                    if reason:
                        self.join(first, second, reason)
        for subject in sorted(self.profiles):
            own = self.profiles[subject]
            if subject.startswith(BY_TITLE) and self.root(subject) == subject and not own.directors:
                named = {(title, year + off) for title in own.titles for year in own.years for off in (0, 1)}
                others = {self.root(one) for key in sorted(named) for one in by_title.get(key, ())} - {subject}
                if len(others) == 1:
                    self.join(subject, others.pop(), "same title and year, the only one")
                elif others:
                    self.unsure.append((subject, min(others)))


def seniority(subject: str) -> tuple[int, str]:
    """Which record names the work: Wikidata's, then IMDb's, then Wikipedia's, then any other."""
    order = ("wikidata", "imdb", "wikipedia")
    source = subject.partition(":")[0]
    return (order.index(source) if source in order else len(order), subject)
