"""What the makers of a film made before and after it, for pages that tell everything about one film."""

from __future__ import annotations

from msgspec import Struct

from basedon.catalogue.catalogue import Catalogue
from basedon.model.work import Person, Work


class Maker(Struct, frozen=True):
    """Somebody who made a film, with their other films: those before it, of its year or an unknown one, and after."""

    person: Person
    role: str
    earlier: tuple[Work, ...]
    beside: tuple[Work, ...]
    later: tuple[Work, ...]


def makers(catalogue: Catalogue, number: int, role: str = "director", most: int = 4) -> tuple[Maker, ...]:
    """The film's directors (or others of a role), at most so many, each with all their other films in order of year."""
    work = catalogue.work(number)
    found = []
    for person, numbers in list(catalogue.credited(number, role))[:most]:
        others = [other for other in catalogue.works(numbers).values() if other.id != work.id]
        earlier = tuple(w for w in others if w.year and work.year and w.year < work.year)
        later = tuple(w for w in others if w.year and work.year and w.year > work.year)
        beside = tuple(w for w in others if w not in earlier and w not in later)
        found.append(Maker(person, role, earlier, beside, later))
    return tuple(found)
