"""What the readers by knowledge share: what was heard already, and which films a word may speak of."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.factcheck.clause import Clause, Found
from basedon.factcheck.facts import Held

REACH = 60
"""Characters between a name and the film or the verb that it belongs to."""


def heard_as(found: Found, number: int) -> tuple[object, ...]:
    """What makes two claims of an article one: of a remake it is the pair of films, from whichever side it is told."""
    if found.type in ("remake_of", "has_remake") and found.target:
        return ("remake", *sorted((number, found.target[0])))
    if found.type == "based_on_true_story":
        return (found.type, number)
    return (found.type, number, found.target or str(found.stated).casefold())


class Knowing:
    """Reads a sentence by what the catalogue holds of the films that it speaks of."""

    def __init__(self, held: Held) -> None:
        self.held = held
        self.heard: set[tuple[object, ...]] = set()
        self._origins: dict[int, list[tuple[str, str, str]]] = {}
        self._lives: dict[int, list[str]] = {}

    def once(self, found: Iterator[Found]) -> Iterator[Found]:
        """Each claim once in an article."""
        for one in found:
            key = heard_as(one, one.works[0])
            if key not in self.heard:
                self.heard.add(key)
                yield one

    def learn(self, found: Found, number: int) -> None:
        """Take note of what was read by its wording, so that it is not said again."""
        if found.type in ("remake_of", "has_remake", "other_film", "based_on_true_story"):
            self.heard.add(heard_as(found, number))

    def films(self, clause: Clause, at: int) -> list[tuple[int, bool]]:
        """The films that a word at an offset may speak of, the nearest first; whether each stands in the sentence."""
        placed = [
            (abs(at - (ref.end if ref.end <= at else ref.start)) + (0 if ref.end <= at else 8), n)
            for ref in clause.refs
            for n in (ref.works if ref.titled else ref.works[:1])
        ]
        placed += [
            (abs(at - (a.end if a.end <= at else a.start)) + (0 if a.end <= at else 4), a.work) for a in clause.people
        ]
        found = {number: True for _, number in sorted(placed, key=lambda one: one[0])}
        for number in (*clause.focus, *(n for ref in clause.refs for n in ref.works)):
            found.setdefault(number, False)
        return list(found.items())

    def lost(self, clause: Clause, at: int) -> bool:
        """Whether a phrase that stands for a film not known here is nearest before an offset."""
        near = clause.before(at)
        return near is not None and not near.works and not any(near.end <= a.start < at for a in clause.people)
