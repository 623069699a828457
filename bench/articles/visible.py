"""What a reader sees of an article's file, for finding the quotes of its labels."""

import html
import re
from pathlib import Path

_UNSEEN = re.compile(r"<(script|style|noscript|template|head)\b.*?</\1>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_BLOCK = re.compile(r"</?(p|div|li|ul|ol|h[1-6]|td|th|tr|table|br|figure|figcaption|section|aside|nav)\b[^>]*>", re.I)
_TAG = re.compile(r"<[^>]+>")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"\*\*|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|^[#>]+ ", re.MULTILINE)


def read(path: Path) -> str:
    """The text of a file in UTF-8, UTF-16 (with its mark) or Windows-1252."""
    data = path.read_bytes()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def visible(text: str, ending: str) -> str:
    """The visible text: no tags, scripts, marks of Markdown or soft hyphens, one space between words."""
    if ending == ".html":
        text = _TAG.sub("", _BLOCK.sub(" ", _UNSEEN.sub(" ", text)))
        text = html.unescape(text)
    elif ending == ".md":
        text = _MARKS.sub("", _LINK.sub(r"\1", text))
    return " ".join(text.replace("\u00ad", "").split())
