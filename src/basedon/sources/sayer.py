"""Makes the statements of one record, which share their evidence where they share a place in it."""

from __future__ import annotations

from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Rank, Statement, Target


class Sayer:
    """Says one thing after another about one subject, as read in one record of a source."""

    def __init__(self, subject: str, source: str, record: str) -> None:
        self.subject, self.source, self.record = subject, source, record
        self.places: dict[str, tuple[Evidence]] = {}

    @classmethod
    def of_page(cls, page: str) -> Sayer:
        """For a Wikipedia page."""
        return cls(f"wikipedia:{page}", "wikipedia", page)

    def __call__(self, predicate: Predicate, locator: str, target: Target, rank: Rank = "normal") -> Statement:
        """One statement that is neither denied nor hedged."""
        return Statement(subject=self.subject, predicate=predicate, target=target, rank=rank, evidence=self.at(locator))

    def at(self, locator: str) -> tuple[Evidence]:
        """The evidence for what stands at one place of the record."""
        if locator not in self.places:
            self.places[locator] = (Evidence(self.source, self.record, locator),)
        return self.places[locator]
