"""Statements of many records to works: which records are one work, and which work or origin each target means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from basedon.identity.judgement import Profile
from basedon.identity.matching import Join, match
from basedon.identity.titles import normal, normal_name
from basedon.model.issue import Issue
from basedon.model.statement import CONTINUES, Predicate, Statement, Target

TITLES = (Predicate.TITLE, Predicate.ORIGINAL_TITLE, Predicate.ALSO_CALLED)
OF_FILM = (Predicate.REMAKE_OF, Predicate.REMADE_AS, *sorted(CONTINUES), Predicate.FOLLOWED_BY)
"""What only films and series are said of."""

FROM_FILM = (*OF_FILM, Predicate.BASED_ON, Predicate.INSPIRED_BY)


class Entry(Struct):
    """One work before it is written: its root record, and all that its records say, the more trusted first."""

    id: str
    said: list[Statement]
    years: list[int]
    titles: set[str]
    directors: set[str]
    type: str = "film"

    def first(self, predicate: Predicate) -> Statement | None:
        """The most trusted statement of a kind."""
        return next((s for s in self.said if s.predicate is predicate), None)

    def firsts(self, predicate: Predicate) -> list[Statement]:
        """All statements of a kind made at the most trusted place that makes any."""
        first = self.first(predicate)
        return [s for s in self.said if s.predicate is predicate and first and s.evidence == first.evidence]


class Joined(Struct):
    """The works by id in sorted order, the joins that made them, every record's work, and what was left unsure."""

    entries: dict[str, Entry]
    joins: tuple[Join, ...]
    root_of: dict[str, str]
    issues: list[Issue]


def join(streams: Iterable[Iterable[Statement]]) -> Joined:
    """Put the statements of all streams (the more trusted first) together into works."""
    said: dict[str, list[Statement]] = defaultdict(list)
    for stream in streams:
        for statement in stream:
            said[statement.subject].append(statement)
    matched = match({subject: profile(statements) for subject, statements in said.items()})
    entries: dict[str, Entry] = {}
    issues = [
        Issue(
            one.partition(":")[0], one, "unsure", f"shares an id with {other}, but another id says it is not the same"
        )
        for one, other in matched.unsure
    ]
    for subject, statements in said.items():
        root = matched.root_of[subject]
        entries.setdefault(root, Entry(root, [], [], set(), set())).said.extend(statements)
    order = {subject: place for place, subject in enumerate(said)}
    for root, entry in list(entries.items()):
        entry.said.sort(key=lambda s: order[s.subject])
        if entry.first(Predicate.TITLE) is None:
            issues.append(Issue(root.partition(":")[0], root, "untitled", "no source gives it a title; left out"))
            del entries[root]
            continue
        entry.years = [s.target.year for s in entry.said if s.predicate is Predicate.YEAR and s.target.year]
        entry.titles = {normal(s.target.title) for s in entry.said if s.predicate in TITLES and s.target.title}
        types = [s.target.title for s in entry.said if s.predicate is Predicate.TYPE]
        entry.type = "series" if "series" in types else "film"
        entry.directors = names(entry.said, Predicate.DIRECTOR)
    return Joined(dict(sorted(entries.items())), matched.joins, matched.root_of, issues)


def profile(statements: Iterable[Statement]) -> Profile:
    """What one record says of itself, as keys to compare."""
    said = list(statements)
    return Profile(
        ids=frozenset(s.target.id for s in said if s.predicate is Predicate.SAME_AS and s.target.id)
        | {s.subject for s in said[:1]},
        titles=frozenset(normal(s.target.title) for s in said if s.predicate in TITLES and s.target.title),
        years=frozenset(s.target.year for s in said if s.predicate is Predicate.YEAR and s.target.year),
        directors=frozenset(names(said, Predicate.DIRECTOR)),
        cast=frozenset(names(said, Predicate.CAST_MEMBER)),
        languages=frozenset(s.target.title for s in said if s.predicate is Predicate.LANGUAGE and s.target.title),
        lists=frozenset(list_of(s.subject) for s in said[:1]),
    )


def list_of(subject: str) -> str:
    """The list a record stands in: its source, or its file where the source is many files."""
    return subject.partition("#")[0] if "#" in subject and subject.startswith("curated:") else subject.partition(":")[0]


def names(statements: Iterable[Statement], predicate: Predicate) -> set[str]:
    """The keys of the people that statements of a kind name."""
    return {normal_name(s.target.title) for s in statements if s.predicate is predicate and s.target.title}


class Targets:
    """Finds the work that a statement's target means, when it is certain."""

    def __init__(self, joined: Joined) -> None:
        self.joined = joined
        self.by_title: Mapping[str, list[str]] = defaultdict(list)
        for id_, entry in joined.entries.items():
            for title in sorted(entry.titles):
                self.by_title[title].append(id_)

    def work(self, statement: Statement, subject: str) -> str | None:
        """The id of the work meant, or None when it is no film or not certain which.

        By id; else by title, year (one apart at most) and maker; without a year only if no other work has the title.
        """
        target = statement.target
        if target.id:
            found = self.joined.root_of.get(target.id)
            return found if found in self.joined.entries and found != subject else None
        title = target.title
        own_title = statement.predicate is Predicate.REMAKE_OF and target.year and not title
        of_film = target.type in ("film", "series") or statement.predicate in OF_FILM
        # nobody but a film is told by title and year alone: "a reimagining of The Evil Dead (1981)"
        dated = statement.predicate is Predicate.BASED_ON and target.type in (None, "other") and not target.creator
        if statement.predicate not in FROM_FILM or not (of_film or (dated and target.year)) or not (title or own_title):
            return None
        # "a remake of the 1931 film" is one of the same title
        keys = [normal(title)] if title else sorted(self.joined.entries[subject].titles)
        named = list(dict.fromkeys(id_ for key in keys for id_ in self.by_title.get(key, ()) if id_ != subject))
        fitting = [id_ for id_ in named if self.fits(target, self.joined.entries[id_])]
        if target.year:
            exact = [id_ for id_ in fitting if target.year in self.joined.entries[id_].years]
            fitting = exact or (fitting if of_film else [])
            return fitting[0] if len(fitting) == 1 else None
        return (
            fitting[0] if len(named) == len(fitting) == 1 and in_order(self, statement, subject, fitting[0]) else None
        )

    def film(self, title: str, year: int | None) -> str | None:
        """The id of the one film of a title (and year, one apart at most); None where there is none, or several."""
        named = list(dict.fromkeys(self.by_title.get(normal(title), ())))
        if year is not None:
            exact = [id_ for id_ in named if year in self.joined.entries[id_].years]
            named = exact or [
                id_ for id_ in named if self.fits(Target(title, "film", year=year), self.joined.entries[id_])
            ]
        return named[0] if len(named) == 1 else None

    def fits(self, target: Target, entry: Entry) -> bool:
        """Whether nothing that the target tells speaks against this work."""
        if target.type == "series" and entry.type != "series":
            return False
        if target.year and not any(abs(year - target.year) <= 1 for year in entry.years):
            return False
        if target.creator and entry.directors and not target.year:
            surnames = {name.split()[-1] for name in entry.directors}
            return normal_name(target.creator).split()[-1] in surnames
        return True


def in_order(targets: Targets, statement: Statement, subject: str, found: str) -> bool:
    """Whether the work that came first is the one said to be the original."""
    ours, theirs = targets.joined.entries[subject].years, targets.joined.entries[found].years
    if not ours or not theirs:
        return False
    before = statement.predicate in (Predicate.REMADE_AS, Predicate.FOLLOWED_BY, Predicate.PREQUEL_OF)
    return min(ours) < max(theirs) if before else min(theirs) < max(ours)
