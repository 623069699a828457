"""Reads the "Based on" cell of an infobox, given as fragments: works, their kinds and creators."""

from __future__ import annotations

from collections.abc import Sequence

from basedon.model.statement import Predicate, Target


def read_cell(parts: Sequence[str], title: str) -> tuple[tuple[Predicate, Target, int, int], ...]:
    """The works of a cell with their offsets in the fragments joined by spaces."""
    text = " ".join(parts)
    name, _, creator = text.partition(" by ")
    return ((Predicate.BASED_ON, Target(title=name.strip() or None, creator=creator.strip() or None), 0, len(text)),) if name.strip() else ()
