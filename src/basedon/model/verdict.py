"""Story basis, and which side a finding stands on: closed lists."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal


class Basis(StrEnum):
    """Where a film's story comes from, as one word."""

    TRUE_STORY = "true_story"
    INSPIRED_BY_REAL_EVENTS = "inspired_by_real_events"
    ADAPTATION = "adaptation"
    ORIGINAL = "original"
    PRESENTED_AS_TRUE = "presented_as_true"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


HEADLINES: dict[Basis, str] = {
    Basis.TRUE_STORY: "Yes",
    Basis.INSPIRED_BY_REAL_EVENTS: "Loosely",
    Basis.ADAPTATION: "No",
    Basis.ORIGINAL: "No",
    Basis.PRESENTED_AS_TRUE: "No, though it is presented as true",
    Basis.DISPUTED: "Sources disagree",
    Basis.UNKNOWN: "Unknown",
}
"""The answer to "is it based on a true story?" that each basis gives."""

LABELS: dict[Basis, str] = {
    Basis.TRUE_STORY: "true story",
    Basis.INSPIRED_BY_REAL_EVENTS: "inspired by real events",
    Basis.ADAPTATION: "adaptation of fiction",
    Basis.ORIGINAL: "original fiction",
    Basis.PRESENTED_AS_TRUE: "fiction presented as true",
    Basis.DISPUTED: "disputed",
    Basis.UNKNOWN: "unknown",
}

Stance = Literal["for", "against", "context"]
"""Where a finding stands on "the film dramatises or is inspired by real events"."""
