"""The baseline: the basis that keywords alone give, with nothing weighed, hedged, denied or inherited."""

from __future__ import annotations

from basedon.catalogue.catalogue import Catalogue
from basedon.model.statement import Predicate
from basedon.model.verdict import Basis

KEYWORDS: tuple[tuple[Basis, frozenset[Predicate]], ...] = (
    (Basis.TRUE_STORY, frozenset({Predicate.TRUE_STORY, Predicate.DEPICTS, Predicate.PRESENTED_AS_TRUE})),
    (Basis.ADAPTATION, frozenset({Predicate.BASED_ON, Predicate.INSPIRED_BY, Predicate.REMAKE_OF})),
)
"""The first row of which anything is said decides; a film of which nothing is said counts as original."""


def basis(catalogue: Catalogue, number: int) -> Basis:
    """What keywords make of all that the catalogue holds on a film."""
    said = {told.statement.predicate for told in catalogue.told(number) if told.work == number}
    return next((basis for basis, words in KEYWORDS if said & words), Basis.ORIGINAL)
