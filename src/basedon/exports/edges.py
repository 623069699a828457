"""What is said of two works, or of a work and its origin, as an edge from what came later to where it came from."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.runs import End, Placed, statements_of
from basedon.catalogue.tables import Span, spans
from basedon.model.statement import CONTINUES, Predicate

LINKING = ("remake_of", "based_on")
"""Relations that Wikidata calls "based on"."""

DOUBTFUL_KINDS = ("loose", "re-adaptation")
"""Kinds of remakes that are not, or not plainly, based on the earlier film."""

NO_WORKS = ("event", "person")
"""What a story may come from and that is no work."""

KINDS = {predicate.value.removesuffix("_of"): predicate for predicate in CONTINUES}
"""What a work is of the one that it follows, as the kind of "followed by" tells it."""


class Edge(Struct, frozen=True):
    """One statement as an edge; what is told from the earlier side ("remade as") is turned round."""

    relation: str
    start: End
    end: End
    placed: Placed

    @property
    def sources(self) -> list[str]:
        """Who says it."""
        return sorted({read.source for read in self.placed.statement.evidence})


def edge(placed: Placed) -> Edge | None:
    """A statement as an edge; None where it points to nothing in particular."""
    said, subject, target = placed.statement, placed.subject, placed.target
    if target is None:
        return None
    if said.predicate is Predicate.REMADE_AS:
        return Edge(Predicate.REMAKE_OF.value, target, subject, placed)
    if said.predicate is Predicate.FOLLOWED_BY and said.kind in KINDS:
        return Edge(KINDS[said.kind].value, target, subject, placed)
    return Edge(said.predicate.value, subject, target, placed)


def edges(catalogue: Catalogue, span: Span) -> Iterator[Edge]:
    """All edges that are told of the works of a run."""
    return (found for placed in statements_of(catalogue, span) if (found := edge(placed)))


def all_edges(catalogue: Catalogue) -> Iterator[Edge]:
    """All edges."""
    return (found for span in spans(catalogue) for found in edges(catalogue, span))
