"""The way in: what the sources say to one catalogue file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from basedon.catalogue.joining import Joined, Targets, join
from basedon.catalogue.writer import write
from basedon.model.issue import Issue
from basedon.model.statement import Statement
from basedon.sources import SOURCES
from basedon.sources.articles import Unread, read_folder


def build(target: Path, streams: Iterable[Iterable[Statement]], articles: Path | None = None) -> str:
    """Build a catalogue at `target` from streams of statements, the more trusted first; its digest.

    `articles` is a folder of saved articles, read last: they speak of films that the streams hold.

    Where sources differ on a plain fact, the first stream's value is shown; of years, the one that most give. Raises
    BadFile when it can't be written.
    """
    joined = join(streams)
    if articles is not None:
        hear(joined, articles)
    return write(target, joined, SOURCES.values())


def hear(joined: Joined, folder: Path) -> None:
    """Add what a folder of articles says to the films it speaks of; what gave no witness is an issue."""
    films = Targets(joined)
    for said in read_folder(folder, films.film):
        if isinstance(said, Unread):
            joined.issues.append(Issue("articles", said.record, said.kind, said.says))
            continue
        joined.entries[said.subject].said.append(said)
        joined.root_of[f"articles:{said.evidence[0].record}"] = said.subject
