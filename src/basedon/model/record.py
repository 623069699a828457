"""One entry of a source with all that it says: what a reader of a dump gives, and a build sorts by the million."""

from __future__ import annotations

from msgspec import Struct

from basedon.model.statement import Statement


class Record(Struct, frozen=True, array_like=True):
    """An item, page or row of a source; `subject` names it (`wikidata:Q3809340`), all its statements are about that."""

    subject: str
    says: tuple[Statement, ...]
