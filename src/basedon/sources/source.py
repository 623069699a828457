"""What every source tells of itself."""

from __future__ import annotations

from msgspec import Struct


class Published(Struct, frozen=True):
    """One file as a source publishes it; `size` is about what it was when this was written.

    `checksums` is the address of a list that may name the file.
    """

    file: str
    address: str
    size: str
    checksums: str | None = None


class Source(Struct, frozen=True):
    """A published body of data; `record_url` leads to one record, with `{record}` in place of its name."""

    name: str
    title: str
    licence: str
    address: str
    adds: str
    record_url: str | None = None
    as_of: str | None = None
    published: tuple[Published, ...] = ()
    free: bool = True
    """Whether everybody may use it for everything; if not, its licence must be accepted."""
