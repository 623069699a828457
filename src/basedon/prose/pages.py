"""The main text of a saved page: HTML without its menus and comments, Markdown and plain text as they are."""

from __future__ import annotations

import logging
import re

from msgspec import Struct

from basedon.prose.patterns import plain

LONGEST = 4_000_000
"""Bytes read of one page; what follows is no article."""

_HTML = re.compile(
    r"^\s*<(?:!--|!doctype|\?xml|(?:html|head|body|meta|title|article|main|section|header|div|p|h1|span)\b)",
    re.IGNORECASE,
)
_ODD = re.compile(
    rb"&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef]|d[89a-f][0-9a-f]{2})|0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45]));",
    re.IGNORECASE,
)
"""References to characters that XML has not."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_HEADING = re.compile(r"^#{1,3} +(.+)$", re.MULTILINE)


class Page(Struct, frozen=True):
    """What a page says: its headline, main text, and day (ISO 8601) and address where it gives them."""

    title: str
    text: str
    date: str | None = None
    url: str | None = None


def read_page(raw: bytes) -> Page | None:
    """The page that these bytes are; None where no main text is found in them.

    HTML is read by trafilatura (A. Barbaresi, ACL 2021), whose fall-backs find the article on most pages; the text of
    other files is theirs, with its first line or Markdown heading as the headline.
    """
    raw = raw[:LONGEST]
    wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in raw[:2000] and not wide:
        return None  # no text: a picture, an archive
    if _HTML.match(decoded(raw[:2000])):
        return _html(decoded(raw).encode() if wide else raw)
    return _text(raw)


def _html(raw: bytes) -> Page | None:
    import trafilatura  # slow to load, and needed for pages only
    from trafilatura.settings import Document

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        raw = _ODD.sub(b" ", raw)
        found = trafilatura.bare_extraction(raw, with_metadata=True, include_comments=False, include_tables=False)
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
        return None  # what it fails on is hostile, not an article
    if not isinstance(found, Document) or not found.text or not any(c.isalnum() for c in found.text):
        return None
    url = found.url if found.url and found.url.startswith(("https://", "http://")) else None
    date = found.date if found.date and _DATE.fullmatch(found.date) else None
    return Page((found.title or found.text.split("\n", 1)[0])[:300].strip(), found.text, date, url)


def _text(raw: bytes) -> Page | None:
    text = decoded(raw)
    if not text.strip():
        return None
    heading = _HEADING.search(text[:4000])
    first = heading.group(1) if heading else text.strip().split("\n", 1)[0]
    return Page(first.strip()[:300], text)


def decoded(raw: bytes) -> str:
    """Bytes as text: by their byte order mark, else as UTF-8, else as Windows-1252, in which any byte is something."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            return plain_lines(raw.decode(encoding, "replace"))
    try:
        return plain_lines(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return plain_lines(raw.decode("cp1252", "replace"))


def plain_lines(text: str) -> str:
    """The text without control characters, but with its line breaks."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join("".join(c for c in plain(line) if c.isprintable()) for line in lines)
