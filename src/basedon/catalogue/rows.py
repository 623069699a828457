"""Joined works as rows of the catalogue's tables, in an order that depends on nothing but the works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Protocol

from msgspec import Struct

from basedon.catalogue.joining import TITLES, Entry, Joined, Targets, names
from basedon.catalogue.origins import Origins
from basedon.identity.titles import normal, normal_name
from basedon.model.evidence import Evidence
from basedon.model.issue import Issue
from basedon.model.statement import CONTINUES, Predicate, Statement

TRAITS = (Predicate.COUNTRY, Predicate.LANGUAGE, Predicate.GENRE)
CREDITS = (Predicate.DIRECTOR, Predicate.WRITER, Predicate.CAST_MEMBER)
STORY = (
    Predicate.BASED_ON,
    Predicate.INSPIRED_BY,
    Predicate.REMAKE_OF,
    Predicate.REMADE_AS,
    Predicate.DEPICTS,
    Predicate.TRUE_STORY,
    Predicate.ORIGINAL_STORY,
    Predicate.PRESENTED_AS_TRUE,
    *sorted(CONTINUES),
    Predicate.FOLLOWED_BY,
)
IN_PROSE = ("lead", "sentence")
"""How the place of a sentence begins; "based on the 1960 film X" is not said there of a sequel."""

BY_HAND = frozenset({"curated", "statements"})
"""Sources written by somebody who knew which film they meant."""

SHORT = "short"
"""The kind of a film that another is based on, where it is a short one."""

Row = tuple[Any, ...]


def work_row(number: int, entry: Entry) -> Row:
    """One row of `works`; how prominent it is grows when its remakes are known."""
    title = told_title(entry, Predicate.TITLE)
    original = told_title(entry, Predicate.ORIGINAL_TITLE)
    trailer = entry.first(Predicate.TRAILER)
    return (
        number,
        entry.id,
        entry.type,
        title,
        original if original != title else None,
        year_of(entry),
        identifier(entry, "wikidata"),
        identifier(entry, "imdb"),
        identifier(entry, "wikipedia"),
        trailer.target.title if trailer else None,
        prominence(entry),
    )


def year_of(entry: Entry) -> int | None:
    """The year of the first release: a contributor's, else the one that most sources give, the earliest of several."""
    said = [s for s in entry.said if s.predicate is Predicate.YEAR and s.target.year]
    by_hand = [s.target.year for s in said if s.evidence[0].source in BY_HAND]
    counted = Counter(s.target.year for s in said if s.target.year)
    return by_hand[0] if by_hand else min(counted, key=lambda year: (-counted[year], year), default=None)


def told_title(entry: Entry, predicate: Predicate) -> str | None:
    """The most trusted title of a kind."""
    first = entry.first(predicate)
    return first.target.title if first else None


def identifier(entry: Entry, source: str) -> str | None:
    """The work's identifier at another source."""
    known = [s.target.id for s in entry.said if s.predicate is Predicate.SAME_AS and s.target.id]
    return next((i.partition(":")[2] for i in [entry.id, *known] if i.startswith(f"{source}:")), None)


def prominence(entry: Entry) -> int:
    """How likely people mean this work: by how many records tell of it, and how much they tell."""
    records = {s.subject.partition(":")[0] for s in entry.said} | {s.evidence[0].locator for s in entry.said[:1]}
    curated = any(s.evidence[0].source in BY_HAND for s in entry.said)
    told = sum(s.predicate in STORY for s in entry.said)
    cast = sum(s.predicate is Predicate.CAST_MEMBER for s in entry.said)
    infobox = any(e.locator == "infobox" for s in entry.said for e in s.evidence)
    return 40 * curated + 30 * len(records) + 40 * infobox + 5 * min(told, 10) + 4 * min(cast, 10)


def title_rows(number: int, entry: Entry) -> Iterator[Row]:
    """Every title anybody gives a work."""
    for s in entry.said:
        if s.predicate in TITLES and s.target.title:
            yield normal(s.target.title), number, s.target.title, s.predicate.value, s.evidence[0].source


def year_rows(number: int, entry: Entry) -> Iterator[Row]:
    """Every year anybody gives a work."""
    for s in entry.said:
        if s.predicate is Predicate.YEAR and s.target.year:
            yield number, s.target.year, s.evidence[0].source


def reading_rows(number: int, entry: Entry) -> Iterator[Row]:
    """How much of its records was looked at; the most where a part was read twice."""
    most: dict[tuple[str, str], int] = {}
    for s in entry.said:
        if s.predicate is Predicate.READ and s.target.title:
            place = (s.evidence[0].source, s.target.title)
            most[place] = max(most.get(place, 0), s.target.year or 0)
    for (source, part), amount in most.items():
        yield number, source, part, amount


def trait_rows(number: int, entry: Entry) -> Iterator[Row]:
    """Countries, languages and genres as all places together give them."""
    for predicate in TRAITS:
        every = predicate is Predicate.GENRE
        said = [s for s in entry.said if s.predicate is predicate] if every else united(entry, predicate)
        names: dict[str, str] = {}
        for s in said:
            name = genre_name(s.target.title or "") if every else s.target.title or ""
            if name:
                names.setdefault(name, s.evidence[0].source)
        for position, (name, source) in enumerate(names.items(), 1):
            yield number, predicate.value, position, name, source


def united(entry: Entry, predicate: Predicate) -> list[Statement]:
    """What a contributor says, else what all places say, first what most of them do: each may know a part only."""
    first = entry.first(predicate)
    if first is None or first.evidence[0].source in BY_HAND:
        return entry.firsts(predicate)
    said = [s for s in entry.said if s.predicate is predicate and s.target.title]
    places: dict[str | None, set[tuple[Evidence, ...]]] = {}
    for s in said:
        places.setdefault(s.target.title, set()).add(s.evidence)
    return sorted(said, key=lambda s: -len(places[s.target.title]))


def award_rows(number: int, entry: Entry) -> Iterator[Row]:
    """The awards that a work won or was nominated for, each once a year."""
    met: dict[tuple[str, int | None, str | None], Row] = {}
    for s in entry.said:
        if s.predicate in (Predicate.AWARD, Predicate.NOMINATION) and s.target.title:
            won = s.predicate is Predicate.AWARD
            place = (s.target.title, s.target.year, s.target.creator)
            before = met.get(place)
            if before is None or (won and not before[5]):
                met[place] = (number, len(met) + 1, *place, int(won), s.evidence[0].source)
    for position, row in enumerate(met.values(), 1):
        yield (number, position, row[2], row[3], row[4], row[5], row[6])


GENRES = frozenset(
    {"action", "adventure", "biographical", "comedy", "crime", "disaster", "documentary", "drama", "erotic", "family"}
    | {"fantasy", "gangster", "historical", "horror", "musical", "mystery", "romance", "silent", "sports", "superhero"}
    | {"spy", "teen", "thriller", "war", "western"}
)
"""Genres that mean the same with and without "film" behind them."""


def genre_name(genre: str) -> str:
    """A genre by one name: "drama film" is "drama", but a "prison film" is no prison."""
    short = genre.removesuffix(" film")
    return short if short.lower() in GENRES or " " in short else genre


FAR_AHEAD = 4
"""A name is that of an item with so many times the credits of the next item of the name."""


def dominant(counted: Counter[str]) -> str | None:
    """The item that a bare name means, or None where two are as likely."""
    (item, times), *rest = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return item if not rest or times >= FAR_AHEAD * rest[0][1] else None


class People:
    """Everybody credited: one row for each item of Wikidata or name of IMDb, and one for each name without either."""

    def __init__(self) -> None:
        self.items: dict[str, tuple[str, int] | Counter[str]] = {}
        """Whom each name means, and how often; nearly all mean one, for whom a pair takes a fifth of the room."""
        self.numbers: dict[str, int] = {}
        self.known: dict[str, str | None] = {}

    def hear(self, entry: Entry) -> None:
        """Count whom names mean; to be called for all works before the first row is made."""
        for s in entry.said:
            if s.predicate in CREDITS and s.target.id and s.target.title:
                name, id_ = normal_name(s.target.title), s.target.id
                before = self.items.get(name, (id_, 0))
                if isinstance(before, Counter):
                    before[id_] += 1
                elif before[0] == id_:
                    self.items[name] = (id_, before[1] + 1)
                else:
                    self.items[name] = Counter({before[0]: before[1], id_: 1})

    def id(self, name: str) -> str | None:
        """The id that a bare name means, where one is far ahead."""
        counted = self.items.get(name)
        if isinstance(counted, Counter):
            if name not in self.known:
                self.known[name] = dominant(counted)
            return self.known[name]
        return counted[0] if counted else None

    def row(self, name: str, id_: str | None) -> tuple[int, Row | None]:
        """The number of a person, and the row where it is a new one; a name that one id alone bears is that id's."""
        key = normal_name(name)
        id_ = id_ or self.id(key)
        number = self.numbers.get(id_ or f"name:{key}")
        if number is not None:
            return number, None
        number = self.numbers[id_ or f"name:{key}"] = len(self.numbers) + 1
        return number, (number, name, key, id_)

    def rows(self, work: int, credited: list[Credit]) -> Iterator[tuple[str, Row]]:
        """Rows of `people` and `credits` for one work."""
        seen: dict[tuple[str, int], None] = {}
        places: Counter[str] = Counter()
        for credit in credited:
            person, new = self.row(credit.name, credit.id)
            if new:
                yield "people", new
            if (credit.role, person) not in seen:
                seen[credit.role, person] = None
                places[credit.role] += 1
                yield "credits", (work, credit.role, places[credit.role], person, credit.source)


class Credit(Struct, frozen=True, array_like=True):
    """Who did what on a work."""

    role: str
    name: str
    id: str | None
    source: str


def credits_of(entry: Entry) -> list[Credit]:
    """Who did what on a work, as the most trusted place gives it, or one that names the same people and more."""
    return [
        Credit(role.value, s.target.title, s.target.id, s.evidence[0].source)
        for role in CREDITS
        for s in (fullest(entry) if role is Predicate.DIRECTOR else entry.firsts(role))
        if s.target.title
    ]


def fullest(entry: Entry) -> list[Statement]:
    """The directors; Wikidata's item may have a name for one of two only."""
    best = entry.firsts(Predicate.DIRECTOR)
    places: dict[tuple[Evidence, ...], list[Statement]] = {}
    for s in entry.said:
        if s.predicate is Predicate.DIRECTOR:
            places.setdefault(s.evidence, []).append(s)
    if best and best[0].evidence[0].source not in BY_HAND:
        for others in places.values():
            if names(best, Predicate.DIRECTOR) < names(others, Predicate.DIRECTOR):
                held = {normal_name(s.target.title or ""): s for s in best}
                best = [held.get(normal_name(s.target.title or ""), s) for s in others]
    return best


class Numbered(Protocol):
    """Gives works their numbers in the catalogue."""

    def of(self, id_: str) -> int:
        """The number of a work."""
        ...


class Told:
    """What is said of the works' stories: statements with the works and origins meant, their evidence, the links."""

    def __init__(self, joined: Joined, targets: Targets, numbering: Numbered) -> None:
        self.joined, self.targets, self.numbering = joined, targets, numbering
        self.origins = Origins()
        self.count = 0
        self.issues: list[Issue] = []
        self.remakes: Counter[int] = Counter()
        self.namesakes: set[int] = set()
        """Remakes under the title of their original, which is what most people mean by it."""
        self.kinds: dict[tuple[int, int], tuple[str, int]] = {}

    def rows(self, entry: Entry) -> Iterator[tuple[str, Row]]:
        """Rows of `statements` and `evidence` for one work."""
        merged: dict[str, tuple[Statement, list[Evidence]]] = {}
        for s in entry.said:
            if s.predicate in STORY:
                merged.setdefault(s.id, (s, []))[1].extend(s.evidence)
        for key, (s, evidence) in merged.items():
            yield from self.row(key, s, evidence, entry.id, self.targets.work(s, entry.id))

    def row(
        self, key: str, s: Statement, evidence: list[Evidence], id_: str, meant: str | None
    ) -> Iterator[tuple[str, Row]]:
        """Take one statement in, with the work it was found to mean."""
        self.count += 1
        number, t = self.count, s.target
        work, target_work = self.numbering.of(id_), self.numbering.of(meant) if meant else None
        itself = bool(t.id) and self.joined.root_of.get(t.id or "") == id_
        if itself:
            says = f"is said to be {s.predicate.value.replace('_', ' ')} itself"
            self.issues.append(Issue(id_.partition(":")[0], id_, "itself", says))
        origin = None if target_work or itself else self.origins.of(s, id_)
        said = (number, key, work, s.predicate.value, int(s.denied), s.hedge, s.kind, s.rank)
        aimed = (t.type, t.title, t.creator, t.year, t.id, target_work, origin.number if origin else None)
        yield "statements", (*said, *aimed)
        for e in {(e.source, e.record, e.locator): e for e in reversed(evidence)}.values():
            yield "evidence", (number, e.source, e.record, e.locator, e.quote, e.date, e.url)
        if meant and target_work and not s.denied and self.links_by(s, id_, meant):
            self.link(*((meant, id_) if s.predicate is Predicate.REMADE_AS else (id_, meant)), kind_of(s), number)

    def links_by(self, statement: Statement, subject: str, meant: str) -> bool:
        """Whether a statement makes one work a remake of the other.

        "Based on" between films is said of sequels and spin-offs too (two in three of Wikidata's by hand count), so it
        links only films of one title or in different languages, those of which a sentence says so or that are called a
        remake elsewhere, or where a contributor wrote it.
        """
        if told_by_articles(statement):
            late = self.joined.entries[meant if statement.predicate is Predicate.REMADE_AS else subject]
            if any(s.predicate in STORY and not told_by_articles(s) for s in late.said):
                return False  # journalists are heard where no other source speaks of the film
        if statement.predicate is not Predicate.BASED_ON:
            return statement.predicate in (Predicate.REMAKE_OF, Predicate.REMADE_AS)
        ours, theirs = self.joined.entries[subject], self.joined.entries[meant]
        if any(e.source in BY_HAND for e in statement.evidence):
            return True
        if any(s.kind == SHORT or is_series(s, theirs) for s in ours.said):
            return False  # a short film is drawn out, a series adapted, and neither is remade
        if statement.target.type == "film" and any(e.locator.startswith(IN_PROSE) for e in statement.evidence):
            return True
        called_remake = any(s.predicate is Predicate.REMAKE_OF and not s.denied for s in ours.said)
        one_title = bool(ours.titles & theirs.titles)
        return ours.type == theirs.type == "film" and (
            called_remake or one_title or self.tongues_differ(subject, meant)
        )

    def tongues_differ(self, subject: str, meant: str) -> bool:
        """Whether two films are in languages of which none is the same: a sequel or a spin-off seldom is."""
        spoken = [names(self.joined.entries[id_].said, Predicate.LANGUAGE) for id_ in (subject, meant)]
        return all(spoken) and not spoken[0] & spoken[1]

    def link(self, later: str, earlier: str, kind: str, statement: int) -> None:
        """Take one link in, unless it runs against time; the first kind that is known stays."""
        late, early = self.joined.entries[later], self.joined.entries[earlier]
        derivative, original = self.numbering.of(later), self.numbering.of(earlier)
        if late.years and early.years and max(late.years) < min(early.years):
            says = f"is said to remake {early.id}, which came later; not linked"
            self.issues.append(Issue(late.id.partition(":")[0], late.id, "against time", says))
            return
        if (original, derivative) in self.kinds:
            says = f"is said to remake {early.id}, and to be remade as it"
            self.issues.append(Issue(late.id.partition(":")[0], late.id, "circle", says))
        if late.titles & early.titles:
            self.namesakes.add(derivative)
        before = self.kinds.get((derivative, original))
        if before is None:
            self.remakes[original] += 1
        if before is None or before[0] == "unknown":
            self.kinds[derivative, original] = (kind, statement)

    def links(self) -> list[Row]:
        """All links, each derivative's originals in order."""
        return [(*ends, *how) for ends, how in sorted(self.kinds.items())]


def told_by_articles(statement: Statement) -> bool:
    """Whether only articles say it."""
    return {e.source for e in statement.evidence} <= {"articles"}


def is_series(statement: Statement, meant: Entry) -> bool:
    """Whether a statement tells that a work of this title is a series."""
    based = statement.predicate is Predicate.BASED_ON and statement.target.type == "series"
    return based and normal(statement.target.title or "") in meant.titles


def kind_of(statement: Statement) -> str:
    """The kind of a remake: as said, else loose where it is hedged."""
    return statement.kind or ("loose" if statement.hedge else "unknown")
