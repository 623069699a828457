"""The way out: a question (and a film) to an answer."""

from __future__ import annotations

from basedon.answering.asked import ask
from basedon.answering.audience import charted, received, tearjerkers, trending
from basedon.answering.batches import ask_each, film_each
from basedon.answering.films import family, film, search
from basedon.answering.misses import miss, whole

__all__ = [
    "ask",
    "ask_each",
    "charted",
    "family",
    "film",
    "film_each",
    "miss",
    "received",
    "search",
    "tearjerkers",
    "trending",
    "whole",
]
