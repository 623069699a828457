"""Where a statement was read."""

from __future__ import annotations

from msgspec import Struct


class Evidence(Struct, frozen=True, order=True, array_like=True):
    """Where a statement was read: which source, which record of it, where in the record, in which words, of which day.

    `quote` is None where the source's terms don't let its sentences be shipped; `date` is the dump's, ISO 8601;
    `url` is given only where it does not follow from source and record.
    """

    source: str
    record: str
    locator: str
    quote: str | None = None
    date: str | None = None
    url: str | None = None
