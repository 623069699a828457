"""What a query for a film names: actors, directors, years, genres, what it is based on, its relation to other films.

People describe a film they look for in a sentence or two, in lower case and without signs. Names are found by what
stands around them ("starring", "directed by", "a … movie") and by whom the catalogue credits; a name that neither gives
away is left out. Further slots are read by their words: years, genres, awards, origins, sequels, opinions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from basedon.catalogue import relations, search
from basedon.catalogue.catalogue import Catalogue
from basedon.questions.asking import clean
from basedon.questions.grammar.lexicon import KNOWN
from basedon.questions.grammar.spans import DECADE, YEAR
from basedon.questions.grammar.words import Word, words
from basedon.questions.slots_words import (
    ACTORS,
    AWARD,
    AWARD_FOR,
    BASED,
    DIRECTED,
    DIRECTOR,
    END,
    FILMISH,
    GENRE,
    JOINED,
    NATION,
    OPINION,
    ORDINAL,
    ORIGIN_END,
    PLAYS,
    RELATION,
    SKIPPED,
    STARS,
    START,
    some,
)

SlotKind = Literal[
    "actor", "director", "year", "genre", "origin", "relationship", "award", "opinion", "character", "soundtrack"
]


class Slot(Struct, frozen=True):
    """Some words of a query with what they name; `start` and `end` count characters of the cleaned query."""

    kind: SlotKind
    text: str
    start: int
    end: int


class Reader:
    """One query being read."""

    def __init__(self, catalogue: Catalogue, text: str) -> None:
        self.catalogue, self.text = catalogue, clean(text)
        self.words: list[Word] = words(self.text, most=200)
        self.keys = [word.key for word in self.words]
        self.kinds: list[SlotKind | None] = [None] * len(self.words)
        self.people = self.persons()

    def persons(self) -> dict[int, int]:
        """Where somebody credited is named by two or more words: first word, and the word after the last."""
        spans = [
            (at, end)
            for at in range(len(self.words))
            for end in range(min(at + 4, len(self.words)), at + 1, -1)
            if not (self.keys[at] in END or self.keys[end - 1] in END)
        ]
        texts = [self.text[self.words[a].start : self.words[b - 1].end] for a, b in spans]
        held = relations.people_held(self.catalogue, texts)
        found: dict[int, int] = {}
        taken = 0
        for (at, end), known in zip(spans, held, strict=True):
            if known and at >= taken:
                found[at] = end
                taken = end
        return found

    def mark(self, at: int, end: int, kind: SlotKind) -> None:
        """Take some words for a slot, where none of them is taken yet."""
        if end > at and all(one is None for one in self.kinds[at:end]):
            self.kinds[at:end] = [kind] * (end - at)

    def name(self, at: int, most: int = 3) -> int:
        """The end of a name that begins here: somebody credited, else words up to the first that ends a name."""
        if at in self.people:
            return self.people[at]
        end = at
        while end < len(self.words) and end - at < most and self.keys[end] not in END and self.keys[end].isalpha():
            if end in self.people:
                break
            end += 1
        return end if end - at >= 2 else at

    def names(self, at: int, kind: SlotKind, *, unknown: bool = True) -> int:
        """Mark all names that follow each other from here on: "X, Y and Z", "X Y Z"; the word after the last."""
        end = at
        while at < len(self.words):
            while at < len(self.words) and self.keys[at] in SKIPPED:
                at += 1
            stop = self.name(at) if unknown else self.people.get(at, at)
            run = stop
            while run > at and run < len(self.words) and run in self.people:
                run = self.people[run]
            if run == at:
                return end
            self.mark(at, run, kind)
            end = at = run
            if at < len(self.words) and self.keys[at] in JOINED:
                at += 1
            else:
                return end
        return end


def slots(catalogue: Catalogue, text: str) -> tuple[Slot, ...]:
    """Everything that a query names, in order, not overlapping."""
    reader = Reader(catalogue, text)
    if not reader.words:
        return ()
    years(reader)
    origins(reader)
    awards(reader)
    people(reader)
    genres(reader)
    known_people(reader)
    before_film(reader)
    single_words(reader)
    return tuple(found(reader))


def found(reader: Reader) -> Iterator[Slot]:
    """Neighbouring words of one kind as one slot."""
    at = 0
    while at < len(reader.words):
        kind = reader.kinds[at]
        end = at + 1
        while end < len(reader.words) and reader.kinds[end] == kind:
            end += 1
        if kind is not None:
            start, stop = reader.words[at].start, reader.words[end - 1].end
            yield Slot(kind, reader.text[start:stop], start, stop)
        at = end


def years(reader: Reader) -> None:
    """Years and decades."""
    for at, key in enumerate(reader.keys):
        if YEAR.fullmatch(key) or DECADE.fullmatch(key):
            follows = at + 1 < len(reader.keys) and reader.keys[at + 1] == "'s"
            reader.mark(at, at + 1 + (follows and key.endswith("0")), "year")
        elif key.isdigit() and len(key) == 2 and key.endswith("0") and reader.keys[at + 1 : at + 2] == ["'s"]:
            reader.mark(at, at + 2, "year")


def origins(reader: Reader) -> None:
    """What a film is based on, from "based on" to where something else begins."""
    for at, key in enumerate(reader.keys):
        if (
            key in BASED
            and reader.keys[at + 1 : at + 2]
            and reader.keys[at + 1] in ("on", "off", "from", "of", "upon", "by")
        ):
            if key == "inspired" and reader.keys[at + 1] != "by":
                continue
            end = at + 2
            while end < len(reader.keys) and end - at < 14:
                here = reader.keys[end]
                if here in ORIGIN_END and not (
                    here == "and" and end + 1 < len(reader.keys) and reader.keys[end + 1] not in ORIGIN_END
                ):
                    break
                if reader.kinds[end] is not None and reader.kinds[end] != "year":
                    break
                end += 1
            while keys_end(reader, end):
                end -= 1
            if end > at + 2:
                begun = at - 1 if at and reader.keys[at - 1] == "loosely" else at
                for place in range(begun, end):
                    reader.kinds[place] = "origin"


def keys_end(reader: Reader, end: int) -> bool:
    """Whether the last word of an origin is none that can end it."""
    return reader.keys[end - 1] in ("the", "a", "an", "of", "by", "this", "and")


def awards(reader: Reader) -> None:
    """Prizes: a run of words of awards around one that names a prize."""
    at = 0
    while at < len(reader.keys):
        if reader.keys[at] in AWARD or reader.keys[at : at + 2] in (
            ["best", "picture"],
            ["best", "actor"],
            ["best", "actress"],
            ["best", "director"],
        ):
            begun, end = at, at + 1
            while (
                begun
                and reader.keys[begun - 1] in AWARD | AWARD_FOR - some("for film actor actress director language")
                and reader.kinds[begun - 1] is None
            ):
                begun -= 1
            while (
                end < len(reader.keys)
                and reader.keys[end] in AWARD | AWARD_FOR | some("the an")
                and reader.kinds[end] is None
            ):
                end += 1
            while reader.keys[end - 1] in some("for the an film language"):
                end -= 1
            reader.mark(begun, end, "award")
            at = max(end, at + 1)
        else:
            at += 1


def people(reader: Reader) -> None:
    """Names by what stands before and behind them."""
    keys = reader.keys
    for at, key in enumerate(keys):
        if key in DIRECTED and keys[at + 1 : at + 2] == ["by"]:
            reader.names(at + 2 + (keys[at + 2 : at + 3] == ["the"]), "director")
        elif key == "directed" and keys[at + 1 : at + 2] == ["and"] and keys[at + 3 : at + 4] == ["by"]:
            reader.names(at + 4, "director")
        elif key in ("directed", "directs") and at > 1:
            reader.mark(back(reader, at), at, "director")
        elif key in ("stars", "starred", "plays", "played", "star") and at == 2:
            reader.mark(back(reader, at), at, "actor")
        elif key in DIRECTOR and at + 1 < len(keys):
            reader.names(at + 1 + (keys[at + 1] in ("is", "was", "by")), "director")
        elif key in STARS and at + 1 < len(keys):
            reader.names(at + 1, "actor", unknown=not key.startswith("feat"))
        elif key == "as" and at + 1 < len(keys) and keys[at + 1] not in END and reader.name(at + 1, 2) > at + 1:
            reader.mark(at + 1, reader.name(at + 1, 2), "character")
        elif key in ("named", "character") and at + 1 < len(keys) and keys[at + 1] not in END:
            reader.mark(at + 1, reader.name(at + 1, 3), "character")
        elif key in ACTORS and at + 1 < len(keys):
            reader.names(at + 1 + (keys[at + 1] in ("of", "named")), "actor")
        elif (key == "by" and at and keys[at - 1] in ("played", "portrayed", "voiced")) or (
            key in ("with", "opposite", "alongside") and at + 1 in reader.people
        ):
            reader.names(at + 1, "actor")
    for at, end in reader.people.items():
        if reader.kinds[at] is None and end < len(keys):
            if keys[end] in ("directed", "directs", "directing"):
                reader.mark(at, end, "director")
            elif keys[end] in PLAYS or (keys[end] == "and" and end + 1 in reader.people):
                reader.mark(at, end, "actor")


def back(reader: Reader, at: int) -> int:
    """Where a name of two words that ends before a word begins; that word where there is none."""
    two = reader.keys[at - 2 : at]
    return (
        at - 2
        if len(two) == 2 and not any(key in END | KNOWN | GENRE or not key.isalpha() or len(key) < 3 for key in two)
        else at
    )


def before_film(reader: Reader) -> None:
    """Somebody between "what", "this" or a year and "movie": a maker, if nobody is known by that name."""
    keys = reader.keys
    for at, key in enumerate(keys):
        if key in FILMISH | some("masterpiece classic"):
            end = at
            while end and (reader.kinds[end - 1] == "genre" or keys[end - 1] in ("'s", "classic", "first", "epic")):
                end -= 1
            begun = back(reader, end)
            free = all(kind is None for kind in reader.kinds[begun:end])
            if begun < end and free and begun and (keys[begun - 1] in START or reader.kinds[begun - 1] == "year"):
                if not inside(reader, begun):
                    reader.mark(begun, end, "director")
            elif end and end - 1 not in reader.people and surname(reader, end - 1):
                reader.mark(end - 1, end, "director")


def surname(reader: Reader, at: int) -> bool:
    """Whether a single word is the name of somebody everybody knows by it."""
    key = reader.keys[at]
    free = reader.kinds[at] is None and len(key) > 5 and key not in END | KNOWN
    return free and bool(search.people(reader.catalogue, key))


def known_people(reader: Reader) -> None:
    """The rest of those credited: as what the catalogue credits them most, before "movie" or elsewhere."""
    for at, end in reader.people.items():
        if any(kind is not None for kind in reader.kinds[at:end]):
            continue
        who = search.people(reader.catalogue, reader.text[reader.words[at].start : reader.words[end - 1].end])
        if who:
            directed = len(relations.films_of(reader.catalogue, "director", who[:1]))
            acted = len(relations.films_of(reader.catalogue, "cast_member", who[:1]))
            reader.mark(at, end, "director" if directed > acted else "actor")


def genres(reader: Reader) -> None:
    """Runs of words of genres, with a nationality before them."""
    at, keys = 0, reader.keys
    while at < len(keys):
        begins = keys[at] in GENRE or keys[at] in NATION or genre_before_film(keys, at)
        if reader.kinds[at] is None and begins and not inside(reader, at):
            end = at
            while (
                end < len(keys)
                and reader.kinds[end] is None
                and (keys[end] in GENRE or keys[end] in NATION or genre_before_film(keys, end))
            ):
                end += 1
            before, after = keys[at - 1 : at], keys[end : end + 1]
            if keys[at:end] == ["cult"] and after != ["classic"]:
                at = end
                continue
            end += after == ["classic"]
            if keys[at:end] == ["comedy"] and before == ["black"]:
                at -= 1
            if any(key in GENRE or genre_before_film(keys, at) for key in keys[at:end]) or (
                end < len(keys) and keys[end] in FILMISH
            ):
                reader.mark(at, end, "genre")
            at = end
        else:
            at += 1


def genre_before_film(keys: list[str], at: int) -> bool:
    """Whether a word that is a genre only among others, or before "film", is one here: "war film", "epic drama"."""
    return keys[at] in some("war horror epic monster disaster dance history") and (
        keys[at + 1 : at + 2] != [] and (keys[at + 1] in FILMISH or keys[at + 1] in GENRE)
    )


def inside(reader: Reader, at: int) -> bool:
    """Whether a word is part of somebody's name."""
    return any(begun <= at < end for begun, end in reader.people.items())


def single_words(reader: Reader) -> None:
    """Sequels and the like, opinions."""
    keys = reader.keys
    for at, key in enumerate(keys):
        if key in RELATION and not (key in ("franchise", "trilogy") and keys[at - 1 : at] == ["the"]):
            begun = at
            while begun and keys[begun - 1] in ORDINAL:
                begun -= 1
            reader.mark(begun, at + 1, "relationship")
        elif key in OPINION:
            end = at + 1
            while end < len(keys) and keys[end] in OPINION:
                end += 1
            reader.mark(at, end, "opinion")


__all__ = ["Slot", "SlotKind", "slots"]
