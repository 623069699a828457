"""An article's text: from saved HTML, Markdown and plain text, with its headline, address and language."""

from __future__ import annotations

import codecs
import re

from msgspec import Struct

from basedon.prose import pages
from basedon.prose.markup import unmarked

LONGEST_TITLE = 300
_HEADING = re.compile(r"^#{1,3} +(.+)$", re.MULTILINE)
_LANG = re.compile(rb"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2})\b", re.IGNORECASE)
_COMMON: dict[str, frozenset[str]] = {
    "en": frozenset(["the", "of", "and", "to", "in", "is", "was", "it", "that", "with", "for", "as", "by"]),
    "de": frozenset(["der", "die", "das", "und", "ist", "von", "mit", "den", "nicht", "ein", "eine", "im"]),
    "fr": frozenset(["le", "la", "les", "et", "est", "des", "une", "dans", "du", "que", "qui", "pour"]),
    "es": frozenset(["el", "la", "los", "las", "de", "que", "es", "una", "por", "con", "del", "se"]),
    "it": frozenset(["il", "la", "che", "di", "un", "una", "per", "con", "del", "della", "sono", "nel"]),
    "pt": frozenset(["o", "a", "os", "que", "de", "um", "uma", "para", "com", "do", "da", "não"]),
    "nl": frozenset(["de", "het", "een", "van", "en", "is", "dat", "met", "voor", "op", "zijn", "niet"]),
    "tr": frozenset(["ve", "bir", "bu", "ile", "için", "da", "de", "olarak", "çok", "film", "daha", "gibi"]),
    "id": frozenset(["yang", "dan", "di", "ini", "itu", "dengan", "untuk", "dari", "film", "adalah", "pada", "dalam"]),
}
_SCRIPTS = (("ko", "\uac00", "\ud7a3"), ("ja", "\u3040", "\u30ff"), ("zh", "\u4e00", "\u9fff"),
            ("ru", "\u0400", "\u04ff"), ("hi", "\u0900", "\u097f"),
            ("ar", "\u0600", "\u06ff"))  # fmt: skip
LOOKED_AT = 4_000
"""Characters by which the language is told."""


class Text(Struct, frozen=True):
    """What was read of an article; `raw` is the file as text, where the article's text is the file's."""

    title: str | None
    text: str
    url: str | None = None
    language: str | None = None
    raw: str | None = None


def of_bytes(raw: bytes, url: str | None = None) -> Text | None:
    """The article that these bytes are; None where no text is found in them."""
    raw = raw[: pages.LONGEST]
    page = pages.read_page(raw)
    if page is None:
        return None
    if pages.is_html(raw):
        marked = _LANG.search(raw[:4000])
        language = marked.group(1).decode().lower() if marked else language_of(page.text)
        return Text(page.title or None, page.text, url or page.url, language)
    return of_text(decoded(raw), url)


def of_text(text: str, url: str | None = None) -> Text | None:
    """The article that a text is, with its Markdown heading or first line as the headline."""
    shown = visible(text)
    if not shown.strip():
        return None
    heading = _HEADING.search(shown[:LOOKED_AT])
    title = heading.group(1) if heading else shown.strip().split("\n", 1)[0]
    return Text(" ".join(unmarked(title).split())[:LONGEST_TITLE] or None, shown, url, language_of(shown), text)


def visible(text: str) -> str:
    """The text without control characters and letters that show nothing, its lines ended by line feeds."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return "".join(c for c in text if c.isprintable() or c in "\n\t\u00a0\u2009\u202f\u3000")


def decoded(raw: bytes) -> str:
    """Bytes as text, as they were written: by their byte order mark, else as UTF-8, else as Windows-1252."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(raw)
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def language_of(text: str) -> str | None:
    """The language that most small words of a text are of; None where that can't be told."""
    looked = text[:LOOKED_AT]
    letters = sum(map(str.isalpha, looked)) or 1
    for language, low, high in _SCRIPTS:
        if sum(low <= c <= high for c in looked) > letters / 3:
            return language
    words = looked.lower().split()
    counted = {language: sum(word in common for word in words) for language, common in _COMMON.items()}
    best = max(counted, key=lambda language: counted[language])
    return best if counted[best] >= max(2, len(words) // 20) else None
