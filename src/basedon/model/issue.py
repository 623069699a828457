"""What a build could not read or would not join: kept in the catalogue, never dropped in silence."""

from __future__ import annotations

from msgspec import Struct


class Issue(Struct, frozen=True, order=True, array_like=True):
    """One thing that went wrong with one record; `kind` is one word to count by."""

    source: str
    record: str
    kind: str
    says: str
