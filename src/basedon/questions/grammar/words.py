"""A question as words: each with its key, its place in the text, and whether it is a name in brackets or quotes."""

from __future__ import annotations

import re

from anyascii import anyascii
from msgspec import Struct

MOST = 48
"""Words of a question that are read with the grammar; a longer text is no question of this kind."""

TOKEN = re.compile(
    r"\[(?P<bracket>[^\[\]]+)\]|[“„«\"](?P<quote>[^“”„«»\"]+)[”“»\"]|(?<![^\W_])[‘'](?P<single>[^'‘’\"]+)[’'](?![^\W_])|"
    r"(?P<word>[^\W_]+(?:[.&][^\W_]+)*)|(?P<own>['’][sS]\b)|(?P<sign>[,;:()/])"
)
"""Each alternative is decided by its first character, so a text is cut in linear time but for unclosed quotes."""
CO = re.compile(r"co(?=wr|wri|dir|star|act|auth|scr)")


class Word(Struct, frozen=True):
    """One word, sign or given name of a question."""

    key: str
    """In lower case, in Latin letters: what the lexicon knows it by."""
    text: str
    start: int
    end: int
    given: bool = False


def words(text: str, most: int = MOST) -> list[Word]:
    """The words of a cleaned question; empty where there are too many."""
    found: list[Word] = []
    for match in TOKEN.finditer(text):
        name = match["bracket"] or match["quote"] or match["single"]
        if name and name.strip():
            found.append(Word("", name.strip(" ,"), match.start(), match.end(), given=True))
        elif match["own"]:
            found.append(Word("'s", match.group(), match.start(), match.end()))
        elif match["word"] or match["sign"]:
            own = match.group()
            key = own.lower() if own.isascii() else anyascii(own).lower()
            found.append(Word(key, own, match.start(), match.end()))
        if len(found) > most:
            return []
    return joined(found)


def joined(found: list[Word]) -> list[Word]:
    """The words with "co-wrote" and "co wrote" as one, and an apostrophe that was left out put back ("what s")."""
    kept: list[Word] = []
    for word in found:
        last = kept[-1] if kept else None
        if last and last.key == "co" and not word.given:
            kept[-1] = Word(f"co{word.key}", f"{last.text}-{word.text}", last.start, word.end)
        elif word.key == "s" and last and not last.given:
            kept.append(Word("'s", word.text, word.start, word.end))
        else:
            kept.append(word)
    return kept
