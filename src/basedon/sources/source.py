"""What every source tells of itself."""

from __future__ import annotations

from msgspec import Struct


class Source(Struct, frozen=True):
    """A published body of data; `record_url` leads to one record, with `{record}` in place of its name."""

    name: str
    title: str
    licence: str
    address: str
    adds: str
    record_url: str | None = None
    as_of: str | None = None
