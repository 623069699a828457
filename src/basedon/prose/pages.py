"""The main text of a saved page: HTML without its menus and comments, Markdown and plain text as they are."""

from __future__ import annotations

import codecs
import logging
import re

from msgspec import Struct

from basedon.prose.patterns import plain

LONGEST = 4_000_000
"""Bytes read of one file; what follows is no article."""

MARKUP, TAGS, TAG = 1_500_000, 30_000, 20_000
"""Bytes of a page without its scripts, styles and pictures, its tags, and bytes of one tag: what goes beyond is cut
off, for it is no article, and what reads it would take minutes.
"""

_HTML = re.compile(
    r"^\s*<(?:!--|!doctype|\?xml|(?:html|head|body|meta|title|article|main|section|header|div|p|h1|span)\b)",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_PICTURE = re.compile(rb"data:[\w/+.;=-]{0,100}base64,[A-Za-z0-9+/=%]*")
_ODD = re.compile(
    rb"&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef]|d[89a-f][0-9a-f]{2})(?![0-9a-f])"
    rb"|0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d));?",
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
    opening = decoded(raw[:2000])
    if _HTML.match(opening):
        page = _html(decoded(raw).encode("utf-8", "replace") if wide else raw)
        return page if page or _WHOLE.search(opening) else _text(raw)  # Markdown may begin with a tag or a remark
    return _text(raw)


def is_html(raw: bytes) -> bool:
    """Whether these bytes are read as a page, and not as plain text or Markdown."""
    opening = decoded(raw[:2000])
    return _HTML.match(opening) is not None and (_WHOLE.search(opening) is not None or _html(raw) is not None)


def _html(raw: bytes) -> Page | None:
    import trafilatura  # slow to load, and needed for pages only
    from trafilatura.settings import Document

    slim = slimmed(raw)
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.bare_extraction(
            slim,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"extensive_search": False, "original_date": True},  # a marked date, no guess
        )
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
        return None  # what it fails on is hostile, not an article
    if not isinstance(found, Document) or not found.text or not any(c.isalnum() for c in found.text):
        return None
    url = found.url if found.url and found.url.startswith(("https://", "http://")) else None
    date = found.date if found.date and _DATE.fullmatch(found.date) else None
    text = visible(found.text)
    title = visible(found.title or "").replace("\n", " ").strip() or text.split("\n", 1)[0]
    return Page(title[:300], text, date, url)


def slimmed(raw: bytes) -> bytes:
    """A page without scripts, styles, inlined pictures and characters that no page may hold, cut to a bounded size."""
    low, kept, at = raw.lower(), [], 0
    while at < len(raw):
        opens = [found for mark in (b"<script", b"<style", b"<svg") if (found := low.find(mark, at)) >= 0]
        if not opens:
            break
        start = min(opens)
        head = low[start : low.find(b">", start) + 1 or len(raw)][:TAG]
        if b"ld+json" in head:  # what a page tells programs of itself, its date among it
            kept.append(raw[at : start + 1])
            at = start + 1
            continue
        name = low[start + 1 : start + 4]
        close = low.find(b"</" + name, start)
        end = low.find(b">", close) + 1 if close >= 0 else len(raw)
        kept.append(raw[at:start])
        at = end or len(raw)
    kept.append(raw[at:])
    slim = _ODD.sub(b" ", _PICTURE.sub(b"", b"".join(kept)))[:MARKUP]
    return b"<".join(bounded(part) for part in slim.split(b"<")[:TAGS])


def bounded(part: bytes) -> bytes:
    """What stands between two opening brackets, an endless tag cut short."""
    end = part.find(b">")
    tag = end if end >= 0 else len(part)
    return part if tag <= TAG else b"i" + part[tag:]


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
    try:  # a character that the end cuts through is left out
        return plain_lines(codecs.getincrementaldecoder("utf-8")().decode(raw))
    except UnicodeDecodeError:
        return plain_lines(raw.decode("cp1252", "replace"))


def visible(text: str) -> str:
    """The text without characters that show nothing, but with its line breaks."""
    return "".join(c for c in text if c.isprintable() or c == "\n")


def plain_lines(text: str) -> str:
    """The text without control characters, but with its line breaks."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join("".join(c for c in plain(line) if c.isprintable()) for line in lines)
