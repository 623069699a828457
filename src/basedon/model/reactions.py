"""What people say they felt about a film."""

from __future__ import annotations

from msgspec import Struct


class Reactions(Struct, frozen=True):
    """What was counted in posts about one film: how many people they are of."""

    people: int
