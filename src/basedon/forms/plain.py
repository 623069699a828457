"""Outside text made safe to show, measured and wrapped; and the small phrases that all forms share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import quote

LONGEST_TITLE = 160
"""Columns; no real title is longer, and a hostile one shall not bury the answer."""

LONGEST_TEXT = 1200
MOST_MARKS = 4
"""Combining marks on one letter; stacks of them would paint over the lines around."""

_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours, cursor moves
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])(?:[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c))?"  # window titles, links
    r"|\x1b[ -/]*[0-~]?"
)
_BLANK_LETTERS = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]+")
"""Letters, marks and symbols that Unicode calls visible and that show as nothing."""

JOINERS = "\u200c\u200d"
_SPELLS_WITH_JOINERS = re.compile("[\u0600-\u109f\u1780-\u18af]")
"""Arabic to Myanmar, Khmer and Mongolian; in every other script joiners only hide things."""

_BARE = re.compile(r"https?://[^/\s?#@]+(?:[/?#]\S*)?", re.IGNORECASE)


def clean(text: str) -> str:
    """Outside text on one line, fit to be printed: no control characters, escapes, reordering or invisible letters."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept: list[str] = []
    base, marks = "", 0  # the last letter that was no mark, and how many marks have been put on it
    for letter in _BLANK_LETTERS.sub(" ", _ESCAPES.sub("", text)):
        category = unicodedata.category(letter)
        if category == "Cf":
            if letter in JOINERS and _SPELLS_WITH_JOINERS.match(base) and kept[-1] not in JOINERS:
                kept.append(letter)
        elif letter.isspace() or category in ("Zl", "Zp"):
            kept.append(" ")
            base, marks = "", 0
        elif category in ("Mn", "Me"):
            marks += 1
            kept += [letter] if marks <= MOST_MARKS else []
        elif category not in ("Cc", "Cs", "Co") and ord(letter) & 0xFFFE != 0xFFFE:
            kept.append(letter)
            base, marks = letter, 0
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf") or "\u1160" <= letter <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def cut(text: str, columns: int) -> str:
    """The text, or as much of its start as fits, with an ellipsis."""
    # far too long a text need not be measured whole; marks take no column, so a letter counts at most five times
    text, more = text[: columns * (MOST_MARKS + 1) + 1], len(text) > columns * (MOST_MARKS + 1) + 1
    if not more and width(text) <= columns:
        return text
    end, used = 0, 1
    for end, letter in enumerate(text):  # noqa: B007  (read after the loop)
        used += _columns(letter)
        if used > columns:
            break
    return text[:end].rstrip() + "…"


def wrap(text: str, columns: int, lines: int | None = None) -> list[str]:
    """The text in lines of at most so many columns, broken at blanks where it can be; at most so many `lines`."""
    columns = max(columns, 2)
    done, line = [], ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if width(joined) <= columns:
            line = joined
            continue
        if line:
            done.append(line)
        *full, line = _pieces(word, columns)
        done += full
        if lines and len(done) > lines:
            break
    if line:
        done.append(line)
    if lines and len(done) > lines:
        # there is more to come, so that the last line has to end with the ellipsis even where it has room
        done[lines - 1 :] = [cut(f"{done[lines - 1]} {done[lines]}{'…' * columns}", columns)]
    return done


def _pieces(word: str, columns: int) -> list[str]:
    pieces, piece, used = [], "", 0
    for letter in word:
        takes = _columns(letter)
        if used + takes > columns:
            pieces.append(piece)
            piece, used = "", 0
        piece += letter
        used += takes
    return [*pieces, piece]


def titled(title: str, year: int | None = None) -> str:
    """A title with its year, as one says them: `Oldboy (2003)`, `Medea (431 BC)`."""
    shown = cut(clean(title), LONGEST_TITLE) or "untitled"
    if not year:
        return shown
    return f"{shown} ({-year} BC)" if year < 0 else f"{shown} ({year})"


def sentence(text: str) -> str:
    """A sentence or two from outside, on one line and of bearable length."""
    return cut(clean(text), LONGEST_TEXT)


def names(values: Sequence[str], most: int = 5) -> str:
    """Names as in a sentence: `A, B and C`, or `A, B and 3 more`."""
    shown = [cut(clean(value), LONGEST_TITLE) for value in values[:most]]
    shown = [value for value in shown if value]
    if len(values) > most:
        shown.append(f"{len(values) - most} more")
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else "".join(shown)


def credit(how: str, values: Sequence[str]) -> str:
    """Who did it, as `by Frank Herbert`; nothing where nobody is named."""
    named = names(values)
    return f"{how} {named}" if named else ""


def percent(probability: float) -> str:
    """A probability in whole percent; never 0% or 100%, which would claim certainty."""
    if probability < 0.01:
        return "under 1%"
    return "over 99%" if probability > 0.99 else f"{probability:.0%}"


def link(url: str | None) -> str | None:
    """The address if it is one of the web that can be written down safely, else None."""
    url = clean(url or "")
    return quote(url, safe="%/:?#[]@!$&'()*+,;=~") if _BARE.fullmatch(url) else None


def page_of(identifier: str | None) -> str | None:
    """The web page of `wikidata:Q…`, `imdb:tt…` or `imdb:nm…`."""
    source, _, record = (identifier or "").partition(":")
    if source == "wikidata" and re.fullmatch(r"Q[1-9]\d*", record, re.ASCII):
        return f"https://www.wikidata.org/wiki/{record}"
    if source == "imdb" and re.fullmatch(r"(tt|nm)\d+", record, re.ASCII):
        return f"https://www.imdb.com/{'title' if record[0] == 't' else 'name'}/{record}/"
    return None
