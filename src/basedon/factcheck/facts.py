"""What the catalogue holds of a film, from every source of it, looked up once for each film of an article."""

from __future__ import annotations

from collections import OrderedDict

from msgspec import Struct

from basedon.catalogue import walking
from basedon.catalogue.catalogue import Catalogue
from basedon.identity.titles import normal, normal_name
from basedon.model.answer import Original, Story
from basedon.model.work import Remake, Work
from basedon.questions import lineage, true_story

KEPT = 4_000
"""Films whose facts are kept in memory."""


class Facts(Struct):
    """The plain facts of one film; what takes longer to find is found when it is asked for."""

    number: int
    work: Work
    years: dict[int, str]
    titles: tuple[str, ...]
    keys: frozenset[str]
    directors: tuple[str, ...]
    cast: tuple[str, ...]
    originals: tuple[int, ...]
    derivatives: tuple[int, ...]


class Held:
    """The facts of films, by number."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._facts: OrderedDict[int, Facts] = OrderedDict()
        self._stories: dict[int, Story] = {}

    def facts(self, number: int) -> Facts:
        """The plain facts of a film."""
        found = self._facts.get(number)
        if found is None:
            found = self._facts[number] = self._read(number)
            if len(self._facts) > KEPT:
                self._facts.popitem(last=False)
                self._stories.clear()
        return found

    def _read(self, number: int) -> Facts:
        work = self.catalogue.work(number)
        years = dict(self.catalogue.query("SELECT year, source FROM years WHERE work = ?", [number]))
        if work.year:
            years.setdefault(work.year, "")
        titles = tuple(self.catalogue.titles(number))
        return Facts(
            number,
            work,
            years,
            titles,
            frozenset(map(normal, titles)),
            tuple(normal_name(person.name) for person in work.directors),
            tuple(normal_name(person.name) for person in work.cast),
            tuple(lineage.originals(self.catalogue, number)),
            tuple(link.derivative for link in walking.down(self.catalogue, number)),
        )

    def story(self, number: int) -> Story:
        """The story basis of a film."""
        found = self._stories.get(number)
        if found is None:
            found = self._stories[number] = true_story.story(self.catalogue, number)
        return found

    def remake_of(self, number: int) -> Original | None:
        """The film that a film remakes, also where it is known by name only."""
        return lineage.remake_of(self.catalogue, number)

    def remakes(self, number: int) -> tuple[Remake, ...]:
        """Every remake of a film."""
        return lineage.remakes(self.catalogue, number)

    def root(self, number: int) -> int:
        """The film at the top of a family of remakes."""
        return lineage.earliest(self.catalogue, number) if self.facts(number).originals else number

    def family(self, number: int) -> tuple[int, ...]:
        """A film's family of remakes: its first film, and all that came from that."""
        root = self.root(number)
        return (root, *self.facts(root).derivatives)

    def ancestors(self, number: int) -> tuple[int, ...]:
        """The films that a film was made from, through any number of steps."""
        return tuple(link.original for link in walking.up(self.catalogue, number))
