"""Checksums that are published beside a file, and where to find one in the list that holds it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from basedon.errors import BadFile, BadUsage
from basedon.network.guard import shown

if TYPE_CHECKING:
    from hashlib import _Hash

Algorithm = Literal["md5", "sha1", "sha256"]
ALGORITHMS: dict[int, Algorithm] = {32: "md5", 40: "sha1", 64: "sha256"}
"""By the length of what they give; the later is the stronger."""

_LINE = re.compile(r"(?P<hex>[0-9A-Fa-f]{32,64})[ \t]+\*?(?P<name>\S.*)")
_BSD = re.compile(r"[A-Z0-9]+ \((?P<name>.+)\) = (?P<hex>[0-9A-Fa-f]{32,64})")


class Checksum(Struct, frozen=True):
    """What an algorithm gives for the right file, in lower-case hexadecimal."""

    algorithm: Algorithm
    value: str

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[0-9a-f]+", self.value) or ALGORITHMS.get(len(self.value)) != self.algorithm:
            raise BadUsage(f"{shown(self.value)}: no {self.algorithm} checksum; copy it whole, in lower case")

    def begin(self) -> _Hash:
        """The algorithm, begun."""
        import hashlib

        return hashlib.new(self.algorithm, usedforsecurity=False)  # guards against damage; https guards the rest


def find_checksum(list_text: str, filename: str) -> Checksum | None:
    """The strongest checksum that a list as md5sum, sha1sum or sha256sum write it gives for a file; None without one.

    Raises BadFile where it gives two that differ.
    """
    found: dict[Algorithm, str] = {}
    for line in list_text.splitlines():
        if filename not in line:
            continue
        match = _LINE.fullmatch(line.strip()) or _BSD.fullmatch(line.strip())
        if not match or match["name"].rpartition("/")[2] != filename:
            continue
        value = match["hex"].lower()
        algorithm = ALGORITHMS.get(len(value))
        if algorithm and found.setdefault(algorithm, value) != value:
            raise BadFile(f"{shown(filename)}: the list of checksums gives two that differ; get the list again")
    best = next((name for name in reversed(ALGORITHMS.values()) if name in found), None)
    return Checksum(best, found[best]) if best else None
