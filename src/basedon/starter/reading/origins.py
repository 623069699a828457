"""What prose says of origins, as rows of a fact file."""

from __future__ import annotations

from basedon.prose.reader import Saying
from basedon.starter.tables import clean

COLUMNS = (
    "page",
    "year",
    "locator",
    "predicate",
    "type",
    "title",
    "creator",
    "target_year",
    "denied",
    "hedge",
    "kind",
    "inverse",
)


def row(page: str, year: str, locator: str, saying: Saying) -> dict[str, str]:
    """One saying as a row; `denied` and `inverse` are "yes" or empty."""
    target = saying.target
    return {
        "page": page,
        "year": year,
        "locator": locator,
        "predicate": saying.predicate.value,
        "type": target.type or "",
        "title": clean(target.title or ""),
        "creator": clean(target.creator or ""),
        "target_year": str(target.year) if target.year is not None else "",
        "denied": "yes" if saying.denied else "",
        "hedge": saying.hedge or "",
        "kind": saying.kind or "",
        "inverse": "yes" if saying.inverse else "",
    }
