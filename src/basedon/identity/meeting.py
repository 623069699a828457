"""Which records could be one work at all: those that share an identifier, or a title and year, with another."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from hashlib import blake2b

from basedon.identity.judgement import Profile


def key(text: str) -> int:
    """A number for a text; two texts hardly ever have the same, and what meets by chance is compared in full."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


class Meetings:
    """Collects what each record could be met by, as numbers, and finds the groups that meet."""

    def __init__(self) -> None:
        self.keys, self.records = array("Q"), array("L")

    def add(self, record: int, profile: Profile) -> None:
        """Take one record in."""
        keys = {key(f"id {id_}") for id_ in profile.ids}
        for title in profile.titles:
            for year in profile.years:
                keys.add(key(f"{year} {title}"))
                keys.add(key(f"{year + 1} {title}"))
        self.keys.extend(keys)
        self.records.extend([record] * len(keys))

    def groups(self) -> Iterator[list[int]]:
        """The groups of two or more records that hang together, each in order, the groups by their first record."""
        import numpy as np

        keys, records = np.frombuffer(self.keys, np.uint64), np.frombuffer(self.records, f"u{self.records.itemsize}")
        if not len(keys):
            return
        order = np.argsort(keys, kind="stable")
        keys, records = keys[order], records[order]
        same = np.flatnonzero(keys[1:] == keys[:-1])
        parent: dict[int, int] = {}

        def root(record: int) -> int:
            while (above := parent.get(record, record)) != record:
                parent[record] = record = parent.get(above, above)
            return record

        for one, other in zip(records[same].tolist(), records[same + 1].tolist(), strict=True):
            first, second = sorted((root(one), root(other)))
            parent[second] = first
            parent.setdefault(first, first)
        groups: dict[int, list[int]] = {}
        for record in sorted(parent):
            groups.setdefault(root(record), []).append(record)
        yield from (group for group in groups.values() if len(group) > 1)
