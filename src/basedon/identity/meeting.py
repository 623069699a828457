"""Which records could be one work at all: those that share an identifier, or a title and year, with another."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from hashlib import blake2b

from basedon.identity.judgement import Profile
from basedon.identity.matching import Matching


def key(text: str) -> int:
    """A number for a text; two texts hardly ever have the same, and what meets by chance is compared in full."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


ONLY = "wikidata:"
"""Two works that both have an id of this are never one, so that titles need not bring them together."""


class Meetings:
    """Collects what each record could be met by, as numbers, and finds the groups that meet."""

    def __init__(self) -> None:
        self.ids, self.of_ids = array("Q"), array("L")
        self.titles, self.of_titles = array("Q"), array("L")
        self.with_id = bytearray()

    def add(self, record: int, profile: Profile) -> None:
        """Take one record in."""
        self.with_id.extend(bytes(record + 1 - len(self.with_id)))
        self.with_id[record] = has_id(profile)
        ids = {key(f"id {id_}") for id_ in profile.ids}
        titles = {key(f"{year + off} {t}") for t in profile.titles for year in profile.years for off in (0, 1)}
        self.ids.extend(ids)
        self.of_ids.extend([record] * len(ids))
        self.titles.extend(titles)
        self.of_titles.extend([record] * len(titles))

    def groups(self, known: Callable[[int], Profile]) -> Iterator[list[int]]:
        """The groups of two or more records that hang together, each in order, the groups by their first record.

        `known` gives a record's profile again. Records of one title and year that all are, or are joined by id to,
        records of Wikidata hang together by their ids only: titles are so alike that all of them would be one group.
        """
        together = Together()
        for run in runs(self.ids, self.of_ids):
            together.join(run)
        of_group = set(together.above)
        settled = {n for group in together.groups() for n in settled_in(group, known)}
        for run in runs(self.titles, self.of_titles):
            if not all(n in settled or (self.with_id[n] and n not in of_group) for n in run):
                together.join(run)
        yield from together.groups()


def settled_in(group: list[int], known: Callable[[int], Profile]) -> Iterator[int]:
    """The records of a group that are part of a work with an id of Wikidata once those of one id are joined."""
    matching = Matching({f"{n:020d}": known(n) for n in group})
    matching.by_id()
    for n in group:
        if has_id(matching.known[matching.root(f"{n:020d}")]):
            yield n


def has_id(profile: Profile) -> bool:
    """Whether a work of this profile is surely another than any other with an id of Wikidata."""
    return any(id_.startswith(ONLY) for id_ in profile.ids)


def runs(keys: array[int], records: array[int]) -> Iterator[list[int]]:
    """The records of each key that several have."""
    import numpy as np

    if not keys:
        return
    as_keys, as_records = np.frombuffer(keys, np.uint64), np.frombuffer(records, f"u{records.itemsize}")
    order = np.argsort(as_keys, kind="stable")
    ordered = as_keys[order]
    bounds = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1], [True])))
    for place in np.flatnonzero(np.diff(bounds) > 1).tolist():
        yield as_records[order[bounds[place] : bounds[place + 1]]].tolist()


class Together:
    """Which records hang together, by way of whichever others."""

    def __init__(self) -> None:
        self.above: dict[int, int] = {}

    def root(self, record: int) -> int:
        """The first record of a group, for any of it."""
        above = self.above
        while (higher := above.get(record, record)) != record:
            above[record] = record = above.get(higher, higher)
        return record

    def join(self, run: list[int]) -> None:
        """Put the groups of some records together."""
        for other in run[1:]:
            first, second = sorted((self.root(run[0]), self.root(other)))
            self.above[second] = first
            self.above.setdefault(first, first)

    def groups(self) -> Iterator[list[int]]:
        """The groups of two or more, each in order, by their first record."""
        found: dict[int, list[int]] = {}
        for record in sorted(self.above):
            found.setdefault(self.root(record), []).append(record)
        yield from (group for group in found.values() if len(group) > 1)
