"""Titles and names as keys to compare: accents, scripts, punctuation and articles folded away."""

from __future__ import annotations

import re

from anyascii import anyascii

LONGEST = 300
"""Characters of a title that are looked at; no real one is longer."""

WORDS = re.compile(r"[a-z0-9]+")
ARTICLE = re.compile(r"[^a-z0-9]*(?:the|an?)\s")
"""A leading article; the A of "A.I." or "A-Team" is none."""
ALIKE = {
    "number": "no",
    "nr": "no",
    "num": "no",
    "vs": "versus",
    "dr": "doctor",
    "mr": "mister",
    "mrs": "missus",
    "st": "saint",
}
"""Words that are written in two ways; both become the second."""

LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјкорсухԁһԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ",
    "ABESIJKMHOPCTYXaesijkopcyxdhqw" + "ABEZHIKMNOPTYXaikvopux",
)
"""Letters of Cyrillic and Greek that look like Latin ones."""

GREEK_OR_CYRILLIC = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
LATIN = re.compile(r"[A-Za-z]")
ANY_WORD = re.compile(r"\w+")


def normal(title: str) -> str:
    """The key under which a title is found: ASCII, lower case, words only, no leading article.

    Other scripts are transliterated (`7번방의 선물` to `7beonbangui seonmul`), so a title matches itself in its own
    script and one typed in Latin letters. A title of signs only is its own key.
    """
    text = title[:LONGEST]
    if not text.isascii():
        text = anyascii(unmixed(text).replace("№", "No. "))
    text = text.lower().replace("&", " and ").replace("'", "")
    words = [ALIKE.get(word, word) for word in WORDS.findall(text)]
    if len(words) > 1 and ARTICLE.match(text):
        del words[0]
    return " ".join(words) or title[:LONGEST].strip().casefold()


def unmixed(text: str) -> str:
    """The text with words of mixed script all in Latin letters: somebody typed "Tаxi" with a Cyrillic а."""
    if not GREEK_OR_CYRILLIC.search(text):
        return text
    return ANY_WORD.sub(lambda word: word[0].translate(LOOKALIKES) if LATIN.search(word[0]) else word[0], text)


def normal_name(name: str) -> str:
    """The key of a person's name: ASCII, lower case, words only, hyphens and dots gone."""
    text = name[:LONGEST]
    text = (text if text.isascii() else anyascii(text)).lower().replace("'", "").replace("-", "")
    return " ".join(WORDS.findall(text)) or name[:LONGEST].strip().casefold()
