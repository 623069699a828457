"""The catalogue that answers now: when its file is replaced, the new one is opened and the old one closed in time."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.watching import identity
from basedon.errors import BadFile
from basedon.web.stored import Stored

EVERY = 1.0
"""Seconds between two looks at the file."""

log = logging.getLogger("basedon.web")


class Edition:
    """One catalogue file as it was found, with the answers it gave; closed when it is retired and nobody reads it."""

    def __init__(self, catalogue: Catalogue, tag: str) -> None:
        self.catalogue = catalogue
        self.tag = f'W/"{catalogue.stamp.digest[:16]}-{tag}"'.encode()
        self.stored = Stored()
        self.readers = 0
        self.retired = False

    @contextlib.contextmanager
    def read(self) -> Iterator[Catalogue]:
        """The catalogue for as long as it is read."""
        self.readers += 1
        try:
            yield self.catalogue
        finally:
            self.readers -= 1
            self.close_if_done()

    def retire(self) -> None:
        """Close it as soon as nobody reads it."""
        self.retired = True
        self.close_if_done()

    def close_if_done(self) -> None:
        """Close a retired one that nobody reads."""
        if self.retired and not self.readers:
            self.catalogue.close()


class Editions:
    """The edition that answers now, and the watch over its file."""

    def __init__(self, path: Path, tag: str) -> None:
        """Open the catalogue; `tag` tells one version of the program from another."""
        self.path, self.tag = path, tag
        self.seen = identity(path)
        self.now = Edition(Catalogue(path), tag)

    async def watch(self, every: float = EVERY) -> None:
        """Look at the file again and again, until cancelled."""
        while True:
            await asyncio.sleep(every)
            try:
                await self.look()
            except Exception as error:  # whatever is wrong with a new file, the old one goes on answering
                log.error("the catalogue could not be looked at: %s", error)

    async def look(self) -> bool:
        """Whether the file was replaced by another good one, which answers from now on.

        One that is no catalogue is told of once, and the one before it goes on answering.
        """
        found = identity(self.path)
        if found is None or found == self.seen:
            return False
        self.seen = found
        try:
            edition = await asyncio.to_thread(lambda: Edition(Catalogue(self.path), self.tag))
        except BadFile as error:
            log.error("the catalogue before goes on answering: %s", error)
            return False
        before, self.now = self.now, edition
        before.retire()
        return True

    def close(self) -> None:
        """Close the catalogue when nobody reads it any more."""
        self.now.retire()
