"""Reads named events off a sentence: "the 1923 Rosewood massacre", "the Battle of Midway"."""

from __future__ import annotations

from collections.abc import Sequence

from basedon.model.statement import Target
from basedon.prose import known
from basedon.prose.names import read_name, stands_alone
from basedon.prose.nouns import EVENTS
from basedon.prose.patterns import lexicon
from basedon.prose.tokens import Token

_NOT_IN_EVENT = lexicon(
    "by about who which that novel book play film and prior to during in on of at with from is was after before"
    " his her their"
)


def read_event(sentence: str, words: Sequence[Token], at: int) -> tuple[Target, int] | None:
    """The event named at `at`: "the 1923 Rosewood massacre", "the Battle of Midway", and the word after it.

    One that is not known takes a name or a year before the noun, and not more than a few small words between.
    """
    if at >= len(words):
        return None  # the words that are read end here
    first = at + 1 if words[at].text.lower() in ("the", "a", "an") else at
    dated = first + 1 < len(words) and len(words[first].text) == 4 and words[first].text.isdigit()
    whole = known.event_end(words, first)  # "1966 FIFA World Cup": the year is its name
    if whole > first:
        return _event(sentence, words, first, *_event_end(words, whole, int(words[first].text) if dated else None))
    sure = known.event_end(words, first + dated)
    if sure > first + dated:
        return _event(sentence, words, first, *_event_end(words, sure, int(words[first].text) if dated else None))
    small = 0
    named = False
    year: int | None = None
    for here in range(first, min(first + 9, len(words))):
        word = words[here]
        low = word.text.lower()
        if word.text.isdigit() and len(word.text) == 4:
            year, named = int(word.text), True
        if low in EVENTS:
            if low == "case" and word.capital and named:
                return None  # "The Strange Case of ..." is a title; a court's case is written small
            if word.capital and not named and here + 2 < len(words) and words[here + 1].text == "of":
                stop = read_name(words, here + 2)
                stop = stop if stop > here + 2 else read_name(words, here + 3)
                return _event(sentence, words, first, stop, year) if stop > here + 2 else None
            if named and not (here + 1 < len(words) and words[here + 1].text.lower() in EVENTS):
                numeral = here + 1 < len(words) and words[here + 1].text in ("I", "II")  # "World War II"
                after = here + 1 + numeral
                return (
                    _event(sentence, words, first, *_event_end(words, after, year))
                    if stands_alone(words, after)
                    else None
                )
            named = named or word.capital
        elif word.text == "," and words[here - 1].text.isdigit():
            continue
        elif word.capital and word.word:
            named = True
        elif low in ("and", "&") and words[here - 1].capital and here + 1 < len(words) and words[here + 1].capital:
            continue  # "the Leopold and Loeb murder case"
        elif low.endswith("ing") and named and here + 1 < len(words) and words[here + 1].text in EVENTS:
            small += 1  # "the CCNY point shaving scandal"
        elif not word.word or low in _NOT_IN_EVENT or low.endswith(("ing", "'s", "s'")) or small >= 2:
            return None
        else:
            small += 1
        if low.endswith(("'s", "s'")) and year is None:
            return None
    return None


def _event_end(words: Sequence[Token], at: int, year: int | None) -> tuple[int, int | None]:
    """Takes in "of 1968", "of Charles Poole", "on Pearl Harbor" after an event's noun."""
    if at + 1 < len(words) and words[at].text in ("of", "on"):
        following = words[at + 1].text
        if following.isdigit() and len(following) == 4:
            return at + 2, year or int(following)
        stop = read_name(words, at + 1)
        if stop > at + 1:
            return stop, year
    return at, year


def _event(sentence: str, words: Sequence[Token], start: int, end: int, year: int | None) -> tuple[Target, int]:
    while start < end - 1 and words[start].word and not words[start].capital:
        start += 1  # "the famous 1950 robbery"
    return Target(title=sentence[words[start].start : words[end - 1].end], type="event", year=year), end
