"""Names for what statements point to by number only: an item's label, kind, maker and year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from basedon.model.evidence import Evidence
from basedon.model.issue import Issue
from basedon.model.record import Record
from basedon.model.statement import Predicate, Statement, Target, TargetType
from basedon.sources.genres import TRUE_GENRES
from basedon.sources.wikidata_kinds import type_of

COLUMNS = ("number", "classes", "label", "makers", "year", "imdb")
STORY = frozenset({Predicate.BASED_ON, Predicate.INSPIRED_BY, Predicate.SEQUEL_OF, Predicate.FOLLOWED_BY})
"""Said even of what has no name here: the number alone may be that of a film."""

BACKDROP = frozenset({198})
"""Wars: most films with one as their subject are set in it and invented."""


class Thing(Struct, array_like=True):
    """An item that films point to."""

    title: str
    classes: tuple[int, ...] = ()
    makers: tuple[int, ...] = ()
    year: int | None = None
    imdb: str | None = None


class Packed(Mapping[int, Thing]):
    """Things by number, each as bytes until it is asked for: there may be millions."""

    def __init__(self, things: Iterable[tuple[int, Thing]]) -> None:
        self.frames: dict[int, bytes] = {}
        self.take(things)

    def take(self, things: Iterable[tuple[int, Thing]]) -> None:
        """Take things in."""
        encoder = msgspec.msgpack.Encoder()
        self.frames.update((number, encoder.encode(thing)) for number, thing in things)

    def __getitem__(self, number: int) -> Thing:
        return _DECODER.decode(self.frames[number])

    def __iter__(self) -> Iterator[int]:
        return iter(self.frames)

    def __len__(self) -> int:
        return len(self.frames)


_DECODER = msgspec.msgpack.Decoder(Thing)


class Needed:
    """Collects which items statements point to without a name."""

    def __init__(self) -> None:
        self.numbers: set[int] = set()

    def hear(self, record: Record) -> None:
        """Take a record's targets in."""
        for s in record.says:
            id_ = s.target.id
            if id_ and not s.target.title and id_.startswith("wikidata:Q"):
                self.numbers.add(int(id_[10:]))


class Names:
    """The items that are pointed to, by number."""

    def __init__(self, things: Mapping[int, Thing]) -> None:
        self.things = Packed(things.items())
        self.types: dict[tuple[int, ...], TargetType | None] = {}
        self.missing: set[str] = set()

    @classmethod
    def read(cls, files: Sequence[Path], needed: Needed) -> Names:
        """Find the items needed in files of things, then their makers and classes; in memory of their number only."""
        names = cls({})
        names.things = found = Packed(picked(files, needed.numbers))
        further = {n for thing in found.values() for n in (*thing.makers, *thing.classes)} - set(found)
        found.take(picked(files, further))
        return names

    def type(self, thing: Thing) -> TargetType | None:
        """The kind of source that an item is."""
        if thing.classes not in self.types:
            named = [self.things[c].title if c in self.things else None for c in thing.classes]
            self.types[thing.classes] = type_of(thing.classes, named)
        return self.types[thing.classes]

    def target(self, target: Target) -> Target:
        """A target with the name, kind, maker and year of the item that its id names."""
        number = int((target.id or "wikidata:Q0")[10:])
        thing = self.things.get(number)
        if thing is None:
            return target
        makers = [self.things[maker].title for maker in thing.makers if maker in self.things]
        year = target.year if target.year is not None else thing.year
        return Target(thing.title, self.type(thing), ", ".join(makers[:3]) or None, year, target.id)

    def resolve(self, statements: Iterable[Statement]) -> list[Statement]:
        """Statements with their targets named; a plain fact whose value has no name is left out, see `missing`."""
        return list(self.resolved(statements))

    def resolved(self, statements: Iterable[Statement]) -> Iterator[Statement]:
        """One statement after the other, see `resolve`."""
        for s in statements:
            t = s.target
            if t.title or not t.id or s.predicate is Predicate.SAME_AS or not t.id.startswith("wikidata:Q"):
                yield s
                continue
            named = self.target(t)
            if not named.title and s.predicate is not Predicate.MAIN_SUBJECT:  # a subject may be anything at all
                self.missing.add(t.id)
            if s.predicate is Predicate.MAIN_SUBJECT:
                thing = self.things.get(int(t.id[10:]))
                if thing and named.type in ("person", "event") and BACKDROP.isdisjoint(thing.classes):
                    yield changed(s, Target(named.title, named.type, id=t.id), Predicate.DEPICTS)
            elif s.predicate in STORY:
                yield changed(s, named)
            elif named.title:
                yield changed(s, Target(named.title, year=t.year, id=t.id))
                if s.predicate is Predicate.GENRE and named.title in TRUE_GENRES:
                    at = Evidence("wikidata", s.evidence[0].record, f"P136: {named.title}")
                    yield Statement(
                        subject=s.subject,
                        predicate=Predicate.DEPICTS,
                        target=TRUE_GENRES[named.title],
                        evidence=(at,),
                    )

    def people(self) -> dict[str, str]:
        """The ids of people by those that IMDb gives them."""
        return {t.imdb: f"wikidata:Q{n}" for n, t in sorted(self.things.items(), reverse=True) if t.imdb}

    def issues(self) -> Iterator[Issue]:
        """The items that something points to, of which the dump has no entry with a name."""
        for id_ in sorted(self.missing):
            yield Issue("wikidata", id_.removeprefix("wikidata:"), "no name", "is pointed to, but no dump names it")


def changed(s: Statement, target: Target, predicate: Predicate | None = None) -> Statement:
    """The same statement about another target."""
    return Statement(
        subject=s.subject,
        predicate=predicate or s.predicate,
        target=target,
        denied=s.denied,
        hedge=s.hedge,
        kind=s.kind,
        rank=s.rank,
        evidence=s.evidence,
    )


def picked(files: Sequence[Path], numbers: set[int]) -> Iterator[tuple[int, Thing]]:
    """The things of some numbers; of an item that is there twice, the line first in order."""
    if not numbers or not files:
        return
    import polars as pl

    wanted = pl.DataFrame({"number": pl.Series(sorted(numbers), dtype=pl.UInt64)})
    frame = pl.scan_csv(
        list(files),
        separator="\t",
        quote_char=None,
        has_header=False,
        schema={"number": pl.UInt64, **dict.fromkeys(COLUMNS[1:], pl.String)},
        ignore_errors=True,
        glob=False,  # a folder may be called "films [2026]"
        encoding="utf8-lossy",
    )
    rows = frame.join(wanted.lazy(), on="number", how="semi").collect(engine="streaming").unique().sort(pl.all()).rows()
    met = -1
    for number, classes, label, makers, year, imdb in rows:
        if number != met:
            met = number
            yield (
                number,
                Thing(unescaped(label or ""), whole(classes), whole(makers), int(year) if year else None, imdb),
            )


def whole(numbers: str | None) -> tuple[int, ...]:
    """Numbers written with commas."""
    return tuple(int(n) for n in (numbers or "").split(",") if n.isdigit())


def unescaped(label: str) -> str:
    """A label as JSON has it, without its escapes."""
    if "\\" not in label:
        return label
    try:
        return msgspec.json.decode(f'"{label}"', type=str)
    except msgspec.DecodeError:
        return label
