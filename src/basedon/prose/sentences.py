"""Cuts leads and passages into sentences: one pass over the characters, no sentence longer than a bound."""

from __future__ import annotations

import re

from msgspec import Struct

from basedon.prose.patterns import lexicon

LONGEST = 2_000
"""A sentence is cut here, at a space if there is one: what reads it may rely on the bound."""

_BRACKET_REACH = 300  # a bracket left open longer than this is a slip, and no longer holds a sentence together
_MARKS = re.compile("[.!?\u2026\\n()\\[\\]]")  # one character each: nothing to go back over
_CLOSERS = frozenset("\"')]\u201d\u2019\u00bb")
_OPENERS = frozenset("\"'([\u201c\u2018\u00ab")

# Never the end of a sentence: a name or a number follows.
_BEFORE_NAME = lexicon(
    "Mr Mrs Ms Messrs Dr Prof Rev Fr St Ste Mt Ft Gen Col Lt Capt Sgt Cpl Maj Adm Gov Sen Rep Hon Pres vs Vs v"
    " cf e.g i.e viz ca approx Vol vol pp pt Nos"
)
# The end of a sentence only where a word follows that seldom stands inside one with a capital.
_MAYBE_LAST = lexicon("Jr Sr Inc Ltd Co Corp Bros Esq Ph.D M.D a.m p.m etc U.S U.K U.S.A U.N L.A D.C No no Pt")
_STARTERS = lexicon(
    "The It This That These Those He She They We In On At A An As After Although Despite When While Upon With Its"
    " His Her"
    " Their There Both Based Adapted Filmed Released Directed Written Produced Set Shot Also However For From By To One"
    " Two Some Many Most Later During Since Starring Critics Reviews"
)


class Span(Struct, frozen=True):
    """A sentence and where it stands: `text` is the text from `start` to `end`."""

    start: int
    end: int
    text: str


def split(text: str) -> tuple[Span, ...]:
    """The sentences of a text in order, trimmed; between them lie only spaces and line breaks."""
    spans: list[Span] = []
    start = 0
    opened: list[int] = []
    for mark in _MARKS.finditer(text):
        at = mark.start()
        while at - start >= LONGEST:
            start = _cut_short(spans, text, start)
            opened.clear()
        character = text[at]
        if character in "([":
            opened.append(at)
            continue
        if character in ")]":
            if opened:
                opened.pop()
            continue
        if character == "\n":
            cut = -1 if text[at + 1 : at + 2].islower() else at  # a line broken inside a sentence goes on
        else:
            held = bool(opened) and at - opened[0] < _BRACKET_REACH
            cut = -1 if held else _end(text, start, at)
        if cut > start:
            _add(spans, text, start, cut)
            start = cut
            opened.clear()
    while len(text) - start > LONGEST:
        start = _cut_short(spans, text, start)
    _add(spans, text, start, len(text))
    return tuple(spans)


def _cut_short(spans: list[Span], text: str, start: int) -> int:
    """Ends a sentence that is too long, at its last space if there is one; where the next begins."""
    end = start + LONGEST
    space = max(text.rfind(blank, start + 1, end) for blank in (" ", "\n", "\t", "\u00a0"))
    cut = space + 1 if space > start else end
    _add(spans, text, start, cut)
    return cut


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append(Span(start, end, text[start:end]))


def _end(text: str, start: int, at: int) -> int:
    """Where the sentence ends whose last mark stands at `at`, closing quotes included; -1 if it goes on."""
    after = at + 1
    if after < len(text) and text[after] in ".!?\u2026":
        return -1  # the last mark of a run decides
    while after < len(text) and text[after] in _CLOSERS and after - at < 4:
        after += 1
    if after >= len(text):
        return after
    if not text[after].isspace():
        return after if _glued(text, at) else -1
    following = after
    while following < len(text) and text[following].isspace() and following - after < 8:
        following += 1
    opening = following
    while opening < len(text) and text[opening] in _OPENERS and opening - following < 2:
        opening += 1
    head = text[opening] if opening < len(text) else "A"
    if head.islower() or head in ",;:-\u2013\u2014)" or (text[at] != "." and text[following : following + 1] == "("):
        return -1
    if text[at] != "." or text[at + 1 : at + 2] in _CLOSERS:
        return after
    word = _word_before(text, start, at)
    if word in _BEFORE_NAME:
        return -1
    initial = len(word) == 1 and word.isupper()
    if initial or word in _MAYBE_LAST or word.endswith(".") or (len(word) == 3 and word[1] == "." and word.isupper()):
        return after if _word_after(text, opening) in _STARTERS else -1
    return after


def _glued(text: str, at: int) -> bool:
    """Whether a full stop that lost its space ends a sentence: "Abraham Sofaer.It is based on"."""
    following = text[at + 1 : at + 6].split(" ")[0]
    return text[at] == "." and text[at - 1 : at].islower() and following in _STARTERS


def _word_before(text: str, start: int, at: int) -> str:
    reach = text[max(start, at - 16) : at]
    return reach.split()[-1].lstrip("\"'([\u201c\u2018") if reach.strip() else ""


def _word_after(text: str, at: int) -> str:
    words = text[at : at + 16].split()
    if words and len(words[0]) == 2 and words[0][1] == ".":
        return ""  # a further initial
    return words[0].rstrip(".,;:'\"\u2019") if words else "The"
