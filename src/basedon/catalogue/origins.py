"""Books, plays, events and persons that works are based on: which mentions mean one origin."""

from __future__ import annotations

from msgspec import Struct

from basedon.identity.titles import normal, normal_name
from basedon.model.statement import Predicate, Statement, Target

OF_ORIGIN = (Predicate.BASED_ON, Predicate.INSPIRED_BY, Predicate.DEPICTS)

WRITTEN = frozenset({"novel", "novella", "short story", "play", "memoir", "non-fiction book", "article", "other"})
"""Types that sources mix up for one work; the maker's name tells works of one title apart."""


class Origin(Struct):
    """One book, play, event or person; its type is the first that is more telling than `other`."""

    number: int
    type: str
    title: str | None
    creator: str | None
    year: int | None
    id: str | None


class Origins:
    """All origins met so far; a mention joins another only by id, or by title and maker (for a person or event:
    title).
    """

    def __init__(self) -> None:
        self.by_key: dict[tuple[str, ...], Origin] = {}
        self.all: list[Origin] = []

    def of(self, statement: Statement, work: str) -> Origin | None:
        """The origin that a statement about a work points to; None when it points to none."""
        target = statement.target
        if statement.predicate not in OF_ORIGIN or not (target.title or target.id) or target.type in ("film", "series"):
            return None
        key = self.key(target, work)
        origin = self.by_key.get(key)
        if origin is None:
            origin = Origin(
                len(self.all) + 1, target.type or "other", target.title, target.creator, target.year, target.id
            )
            self.by_key[key] = origin
            self.all.append(origin)
        elif origin.type == "other" and target.type:
            origin.type = target.type
        origin.year = origin.year or target.year
        return origin

    def key(self, target: Target, work: str) -> tuple[str, ...]:
        """What makes it one: a book without its maker's name is this work's own, for titles are not unique."""
        if target.id:
            return (target.id,)
        title = normal(target.title or "")
        if target.type in ("person", "event"):
            return (target.type, title)
        maker = normal_name(target.creator).split()[-1] if target.creator else f"of {work}"
        return ("written" if target.type in WRITTEN or not target.type else target.type, title, maker)
