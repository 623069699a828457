"""Statements of many records to works: which records are one work, and which work or origin each target means."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

import msgspec
from msgspec import Struct

from basedon.catalogue.store import Store
from basedon.identity.judgement import Profile
from basedon.identity.matching import Join, match
from basedon.identity.meeting import Meetings
from basedon.identity.titles import normal, normal_name
from basedon.model.issue import Issue
from basedon.model.statement import CONTINUES, Predicate, Statement, Target

TITLES = (Predicate.TITLE, Predicate.ORIGINAL_TITLE, Predicate.ALSO_CALLED)
OF_FILM = (Predicate.REMAKE_OF, Predicate.REMADE_AS, *sorted(CONTINUES), Predicate.FOLLOWED_BY)
"""What only films and series are said of."""

Progress = Callable[[str, int, int], None]

KEPT = 1024
"""Works that are kept at hand; any other is read again."""

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


class Entries(Mapping[str, Entry]):
    """The works by id, in sorted order; each is put together when it is asked for, and few are kept."""

    def __init__(self, store: Store, members: dict[str, list[int]]) -> None:
        self.store, self.members = store, members
        self.ids = sorted(members)
        self.further: dict[str, list[Statement]] = defaultdict(list)
        """What is said later of works that are there already."""
        self.kept: dict[str, Entry] = {}

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def __contains__(self, id_: object) -> bool:
        return id_ in self.members

    def __getitem__(self, id_: str) -> Entry:
        entry = self.kept.get(id_)
        if entry is None:
            members = sorted(self.members[id_], key=self.store.trust)
            said = [s for member in members for s in self.store.said(member)]
            entry = entry_of(id_, said + self.further.get(id_, []))
            if len(self.kept) >= KEPT:
                self.kept.clear()
            self.kept[id_] = entry
        return entry

    def add(self, id_: str, statement: Statement) -> None:
        """Hear one more statement about a work."""
        self.further[id_].append(statement)
        self.kept.pop(id_, None)


def entry_of(id_: str, said: list[Statement]) -> Entry:
    """A work of all that its records say, the more trusted first."""
    types = [s.target.title for s in said if s.predicate is Predicate.TYPE]
    return Entry(
        id_,
        said,
        [s.target.year for s in said if s.predicate is Predicate.YEAR and s.target.year],
        {normal(s.target.title) for s in said if s.predicate in TITLES and s.target.title},
        names(said, Predicate.DIRECTOR),
        "series" if "series" in types else "film",
    )


class Joined(Struct):
    """The works, the joins that made them, every record's work, and what was left unsure."""

    entries: Entries
    joins: list[Join]
    root_of: dict[str, str]
    issues: list[Issue]


def join(store: Store, progress: Progress = lambda *_: None) -> Joined:
    """Put the records of a store together into works.

    Only records that share an identifier, or a title and year, are compared, each group of them apart from the others.
    """
    meetings = Meetings()
    titled = bytearray(len(store.subjects))
    named: dict[str, set[int]] = defaultdict(set)
    with (store.folder / "profiles").open("w+b") as file:
        places = array("Q", [0])
        encoder, decoder = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(Profile)
        for number in range(len(store.subjects)):
            if not number % 1000:
                progress("joining", number, len(store.subjects))
            said = store.said(number)
            own = profile(said)
            for id_ in store.wanted.intersection(s.target.id for s in said if s.predicate is Predicate.SAME_AS):
                named[id_].add(number)
            titled[number] = any(s.predicate is Predicate.TITLE for s in said)
            meetings.add(number, own)
            file.write(encoder.encode(own))
            places.append(file.tell())
        roots: dict[int, str] = {}
        joins: list[Join] = []
        issues: list[Issue] = []

        def known(number: int) -> Profile:
            file.seek(places[number])
            return decoder.decode(file.read(places[number + 1] - places[number]))

        for group in meetings.groups(known):
            matched = match({store.subjects[number]: known(number) for number in group})
            joins += matched.joins
            issues += [
                Issue(
                    source_of(one), one, "unsure", f"shares an id with {other}, but another id says it is not the same"
                )
                for one, other in matched.unsure
            ]
            roots |= {number: matched.root_of[store.subjects[number]] for number in group}
    (store.folder / "profiles").unlink()
    members: dict[str, list[int]] = defaultdict(list)
    root_of = {}
    for number, subject in enumerate(store.subjects):
        root = root_of[subject] = roots.get(number, subject)
        members[root].append(number)
    for id_, numbers in named.items():
        meant = {root_of[store.subjects[number]] for number in numbers}
        if len(meant) == 1:  # where two works name it, it is not certain which
            root_of.setdefault(id_, meant.pop())
    for root in [root for root, numbers in members.items() if not any(titled[n] for n in numbers)]:
        issues.append(Issue(source_of(root), root, "untitled", "no source gives it a title; left out"))
        del members[root]
    return Joined(Entries(store, dict(members)), joins, root_of, issues)


def source_of(subject: str) -> str:
    """The source whose record a subject is."""
    return subject.partition(":")[0]


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
    files = subject.startswith(("curated:", "statements:"))
    return subject.partition("#")[0] if "#" in subject and files else subject.partition(":")[0]


def names(statements: Iterable[Statement], predicate: Predicate) -> set[str]:
    """The keys of the people that statements of a kind name."""
    return {normal_name(s.target.title) for s in statements if s.predicate is predicate and s.target.title}


class Titled(Protocol):
    """Tells which works have a title."""

    def get(self, title: str) -> Sequence[str]:
        """Their ids, by the title's key."""
        ...


class Targets:
    """Finds the work that a statement's target means, when it is certain."""

    def __init__(self, joined: Joined, titled: Titled) -> None:
        self.joined = joined
        self.by_title = titled

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
        named = list(dict.fromkeys(id_ for key in keys for id_ in self.by_title.get(key) if id_ != subject))
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
        named = list(dict.fromkeys(self.by_title.get(normal(title))))
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
