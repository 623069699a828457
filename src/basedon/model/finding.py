"""A finding: what a source says, as a sentence, and where it was read."""

from __future__ import annotations

from msgspec import Struct

from basedon.model.verdict import Stance


class Finding(Struct, frozen=True):
    """A statement placed for, against or beside "it dramatises or is inspired by real events", as a readable
    sentence.
    """

    stance: Stance
    says: str
    source: str
    locator: str
    url: str | None = None
    quote: str | None = None
