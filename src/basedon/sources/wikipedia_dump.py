"""Wikipedia's pages-articles dump (MediaWiki's XML export), cut into pages; `sources/wikipedia` reads each.

Format: https://www.mediawiki.org/wiki/Help:Export. A dump in another language is told by its first bytes.
"""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from basedon.model.issue import Issue
from basedon.sources.given import Given
from basedon.sources.opening import open_bytes

END = b"</page>"
HEAD = 64 << 10
_LANGUAGE = re.compile(rb"<mediawiki[^>]*?\bxml:lang=\"([a-z-]{2,12})\"")
_NAME = re.compile(r"(?:^|/)([a-z]{2,3})wiki-")


class Wikipedia(Struct, frozen=True):
    """The reader of one language's dump."""

    language: str = "en"

    @property
    def source(self) -> str:
        """Whose dump it is."""
        return source_name(self.language)

    @property
    def separator(self) -> bytes:
        """What ends a page."""
        return END

    @property
    def vectorised(self) -> bool:
        """Pages are read one by one."""
        return False

    def read(self, block: bytes) -> Given:
        """What the pages of one block say."""
        from basedon.sources import wikipedia

        given = Given([], [], [], [])
        start = 0
        while (end := block.find(END, start)) >= 0:
            piece = block[start : end + len(END)]
            start = end + len(END)
            if b"<page>" in piece and wikipedia.keep(piece, self.language):
                for said in wikipedia.read(piece, self.language):
                    if isinstance(said, Issue):
                        given.issues.append(said)
                    else:
                        given.records.append(said)
        if block.find(b"<page>", start) >= 0:
            given.issues.append(Issue(self.source, "?", "unreadable", "a page that does not end"))
        return given


def source_name(language: str) -> str:
    """The name of a language's Wikipedia as a source."""
    return "wikipedia" if language == "en" else f"wikipedia-{language}"


def language(path: str) -> str:
    """The language of a dump: what its first bytes say, else its name; English where neither does.

    Raises BadFile when the file can't be read.
    """
    if "://" not in path:
        with open_bytes(Path(path)) as file:
            found = _LANGUAGE.search(file.read(HEAD))
        if found:
            return found[1].decode()
    named = _NAME.search(path)
    return named[1] if named else "en"
