"""The way in: what the sources say to one catalogue file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from basedon.catalogue.joining import join
from basedon.catalogue.writer import write
from basedon.model.statement import Statement
from basedon.sources import SOURCES


def build(target: Path, streams: Iterable[Iterable[Statement]]) -> str:
    """Build a catalogue at `target` from streams of statements, the more trusted first; its digest.

    Where sources differ on a plain fact, the first stream's value is shown; of years, the one that most give. Raises
    BadFile when it can't be written.
    """
    return write(target, join(streams), SOURCES.values())
