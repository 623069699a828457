"""Markdown made invisible without moving an offset: what marks up the text becomes blanks."""

from __future__ import annotations

from basedon.prose.patterns import compiled, plain

_MARKS = compiled(
    r"(?m:^\x20{0,3}(?:#{1,6}|>|[*+-])\x20+)"  # headings, quotes, items
    r"|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"  # the address of a link
    r"|!?\[|\]"
    r"|\*+|_{2,}|`+|~~"
    r"|\b_|_\b|\|"
    r"|<[/a-zA-Z!][^<>\n]*>"
)
_MARKED = ("*", "_", "`", "[", "#", "<", "~", "\n>", "\n-", "\n+")


def unmarked(text: str) -> str:
    """The text as it is read: straight quotes, plain spaces, no markup; as long as the text, lines kept."""
    read = _lined(text)
    if not any(mark in read for mark in _MARKED):
        return read
    pieces, at = [], 0
    for found in _MARKS.finditer(read):
        if found.end() > found.start():
            pieces += [read[at : found.start()], " " * (found.end() - found.start())]
            at = found.end()
    return "".join([*pieces, read[at:]])


def _lined(text: str) -> str:
    """Made plain, but for the line breaks."""
    return "\n".join(map(plain, text.split("\n")))
