"""Which works have a title: an index of millions of titles in little memory."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from basedon.catalogue.joining import Entries
from basedon.identity.meeting import key


class Titled:
    """The ids of the works under a title's key; titles are kept as numbers, the works tell which are meant."""

    def __init__(self, entries: Entries) -> None:
        self.entries = entries
        self.keys, self.works = array("Q"), array("L")

    def add(self, number: int, titles: set[str]) -> None:
        """Take in the titles of the work at a place (from 0); to be called before anything is looked up."""
        self.keys.extend(map(key, titles))
        self.works.extend([number] * len(titles))

    def sort(self) -> None:
        """Put the index into the order that it is searched in."""
        import numpy as np

        keys, works = np.frombuffer(self.keys, np.uint64), np.frombuffer(self.works, f"u{self.works.itemsize}")
        order = np.lexsort((works, keys))
        self.by_key, self.by_work = keys[order], works[order]

    def get(self, title: str) -> Sequence[str]:
        """The ids of the works of a title, in order."""
        wanted = self.by_key.dtype.type(key(title))
        first, last = (int(self.by_key.searchsorted(wanted, side)) for side in ("left", "right"))
        ids = dict.fromkeys(self.entries.ids[n] for n in self.by_work[first:last].tolist())
        return [id_ for id_ in ids if title in self.entries[id_].titles]
