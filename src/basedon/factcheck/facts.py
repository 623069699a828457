"""What the catalogue holds of a film, from every source of it, looked up once for each film of an article."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from msgspec import Struct

from basedon.catalogue import walking
from basedon.catalogue.catalogue import Catalogue
from basedon.identity.titles import normal, normal_name
from basedon.model.answer import Origin, Original, Story
from basedon.model.work import Work
from basedon.questions import lineage, origin, true_story

KEPT = 20_000
"""Things known of films that are kept in memory."""

Kind = TypeVar("Kind")


class Facts(Struct, frozen=True):
    """The plain facts of one film, names and titles as keys."""

    number: int
    work: Work
    years: dict[int, str]
    keys: frozenset[str]
    directors: tuple[str, ...]
    cast: tuple[str, ...]
    originals: tuple[int, ...]
    derivatives: tuple[int, ...]


class Held:
    """The facts of films, by number; each is looked up once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._kept: dict[tuple[str, int], Any] = {}

    def once(self, what: str, number: int, look: Callable[[int], Kind]) -> Kind:
        """What is known of a film, looked up when it is first asked for."""
        key = (what, number)
        kept = self._kept
        if key not in kept:
            found = look(number)
            if len(self._kept) > KEPT:  # begun anew, not emptied: another thread may be reading it
                self._kept = {}
            self._kept[key] = found
            return found
        known: Kind = kept[key]
        return known

    def facts(self, number: int) -> Facts:
        """The plain facts of a film."""
        return self.once("facts", number, self._read)

    def _read(self, number: int) -> Facts:
        work = self.catalogue.work(number)
        years = dict(self.catalogue.query("SELECT year, source FROM years WHERE work = ?", [number]))
        if work.year:
            years.setdefault(work.year, "")
        return Facts(
            number,
            work,
            years,
            frozenset(map(normal, self.catalogue.titles(number))),
            tuple(normal_name(person.name) for person in work.directors),
            tuple(normal_name(person.name) for person in work.cast),
            tuple(lineage.originals(self.catalogue, number)),
            tuple(link.derivative for link in walking.down(self.catalogue, number)),
        )

    def story(self, number: int) -> Story:
        """The story basis of a film."""
        return self.once("story", number, lambda n: true_story.story(self.catalogue, n))

    def remake_of(self, number: int) -> Original | None:
        """The film that a film remakes, also where it is known by name only."""
        return self.once("remake of", number, lambda n: lineage.remake_of(self.catalogue, n))

    def origins(self, number: int) -> tuple[Origin, ...]:
        """What a film is based on."""
        return self.once("origins", number, lambda n: origin.origins(self.catalogue, n))

    def root(self, number: int) -> int:
        """The film at the top of a family of remakes."""
        if not self.facts(number).originals:
            return number
        return self.once("root", number, lambda n: lineage.earliest(self.catalogue, n))

    def family(self, number: int) -> tuple[int, ...]:
        """A film's family of remakes: its first film, and all that came from that."""
        root = self.root(number)
        return (root, *self.facts(root).derivatives)

    def ancestors(self, number: int) -> tuple[int, ...]:
        """The films that a film was made from, through any number of steps."""
        if not self.facts(number).originals:
            return ()
        return self.once("ancestors", number, lambda n: tuple(link.original for link in walking.up(self.catalogue, n)))
