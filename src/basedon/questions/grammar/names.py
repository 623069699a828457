"""Which names a catalogue holds: titles, people credited, authors of what films are based on, subjects."""

from __future__ import annotations

from basedon.catalogue import relations, search
from basedon.catalogue.catalogue import Catalogue
from basedon.identity.titles import normal
from basedon.questions.grammar.chart import Held
from basedon.questions.grammar.lexicon import KNOWN
from basedon.questions.plan import Sort

REMEMBERED = 50_000
"""Names of which it is remembered whether a catalogue holds them."""


def held_by(catalogue: Catalogue, *, surnames: bool = False) -> Held:
    """Tells which names a catalogue holds, with `surnames` those by which everybody knows somebody too; remembers."""

    def made() -> tuple[Held, Held]:
        whole = asked_of(lambda sort, names: looked_up(catalogue, sort, names))
        return whole, asked_of(lambda sort, names: by_surname(catalogue, sort, names, whole))

    return catalogue.kept("names", made)[surnames]


def asked_of(look_up: Held) -> Held:
    """A look-up that remembers its answers."""
    remembered: dict[tuple[Sort, str], bool] = {}

    def held(sort: Sort, names: list[str]) -> list[bool]:
        nonlocal remembered
        if len(remembered) > REMEMBERED:
            remembered = {}  # anew, not emptied: another thread may be reading the old one
        known = remembered
        unknown = list(dict.fromkeys(name for name in names if (sort, name) not in known))
        if unknown:
            known.update(zip(((sort, name) for name in unknown), look_up(sort, unknown), strict=True))
        return [known.get((sort, name), False) for name in names]

    return held


def looked_up(catalogue: Catalogue, sort: Sort, names: list[str]) -> list[bool]:
    """Whether the catalogue holds each of some names."""
    if sort == "film":
        return relations.titles_held(catalogue, names)
    if sort == "origin":
        return relations.origins_held(catalogue, names)
    if sort == "subject":
        subjects = relations.subjects(catalogue)
        return [normal(name) in subjects for name in names]
    credited = relations.people_held(catalogue, names)
    return [c or a for c, a in zip(credited, relations.creators_held(catalogue, names), strict=True)]


def by_surname(catalogue: Catalogue, sort: Sort, names: list[str], whole: Held) -> list[bool]:
    """The same, and whether a single word is the surname by which everybody knows somebody."""
    found = whole(sort, names)
    if sort != "person":
        return found
    return [known or surname(catalogue, name) for known, name in zip(found, names, strict=True)]


def surname(catalogue: Catalogue, name: str) -> bool:
    """Whether everybody means one person by a single word."""
    return name.isalpha() and len(name) > 4 and name.casefold() not in KNOWN and bool(search.people(catalogue, name))
