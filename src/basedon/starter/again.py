"""The curated families and stories of the starter that ships, for a catalogue that a user builds."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.catalogue.again import said_by
from basedon.catalogue.catalogue import Catalogue
from basedon.model.statement import Statement
from basedon.starter import packing


def curated() -> Iterator[Statement]:
    """What the curated files say, read from the starter: an installed package does not hold the files themselves."""
    with Catalogue(packing.path()) as catalogue:
        yield from said_by(catalogue, "curated")
