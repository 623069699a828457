"""The ways in which one title may be typed: numbers, brackets, articles, "No." and "Part"; keys to try one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from basedon.identity.numerals import forms
from basedon.identity.titles import LONGEST, normal

MOST = 32
"""Ways that are tried at most."""

NUMBERS = 2
"""Numbers of a title that are written otherwise; more of them are left as they are."""

LEADING = ("the", "a", "an", "le", "la", "les", "el", "los", "las", "il", "lo", "gli", "i", "der", "die", "das")
FOREIGN = (*LEADING[3:12], *LEADING[13:], "un", "une", "una", "ein", "eine", "den", "det", "de", "het", "o", "os", "as")
"""Articles that people leave out or add; English ones are no part of a key."""

TRIED = ("la", "le", "el", "les", "los", "las", "il", "der", "die", "das", "den", "un", "une", "o")
"""Articles that are put before a title that was typed without one, the most frequent first."""

COUNTERS = ("no", "part")
"""Words before a number that may be there or not; `normal` makes "no" of "number", "nr" and the like."""
ALSO_COUNTERS = frozenset({*COUNTERS, "pt", "chapter", "vol", "volume", "episode"})

ARTICLE_LAST = re.compile(r"([^,]*(?:,[^,]+)*), (" + "|".join(LEADING) + r"|l')", re.IGNORECASE)
ARTICLE_WITHIN = re.compile(r"([^,]+), (The|A|An)(: .+)")
MISTYPED_THE = frozenset(("te", "th", "teh", "hte", "ths", "thr", "tge", "tje", "tne", "thw", "thhe", "tthe"))
"""Slips of the article that are no words of their own."""

YEAR_IN_BRACKETS = re.compile(r"[(\[](?:18|19|20)[0-9]{2}[)\]]")
"""Tells which film of a title is meant, so that nothing in brackets is left out before it is taken off."""

BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")


def turned(title: str) -> str:
    """A title with the article that stands behind it in front: `Birds, The` is `The Birds`."""
    match = ARTICLE_LAST.fullmatch(title.strip())
    if not match and (match := ARTICLE_WITHIN.fullmatch(title.strip())):
        return f"{match[2]} {match[1]}{match[3]}"
    if not match:
        return title
    return f"{match[2]}{'' if match[2].endswith(chr(39)) else ' '}{match[1]}"


def wordings(title: str) -> Iterator[str]:
    """The title as it was typed, with its article in front, without what stands in brackets, and what stands there."""
    title = title[:LONGEST].strip()
    yield title
    yield turned(title)
    if ("(" in title or "[" in title) and not YEAR_IN_BRACKETS.search(title):
        yield turned(BRACKETS.sub("", title))
        for inside in BRACKETS.findall(title):
            told = re.sub(r"^(?:a\.?k\.?a\.?|also known as)\s+", "", inside.strip(), flags=re.IGNORECASE)
            if " " in told:  # a single word is as often a language or another remark
                yield turned(told)
    if " / " in title or " aka " in title:
        yield from (turned(part) for part in re.split(r" / | aka ", title))


def ways(title: str) -> list[str]:
    """The keys under which a title may be held, the one that it was typed under first."""
    found = dict.fromkeys(key for wording in wordings(title) if (key := normal(wording)))
    for key in list(found):
        found |= dict.fromkeys(islice(renumbered(key), MOST))
        if " and " in key:
            found[key.replace(" and ", " ")] = None
        first, _, rest = key.partition(" ")
        if first in MISTYPED_THE and rest:
            found[rest] = None
    return list(found)[:MOST]


def renumbered(key: str) -> Iterator[str]:
    """A key with its numbers written otherwise, and with "no" or "part" before them or not."""
    words = key.split(" ")
    pieces: list[list[str]] = []
    place = changed = 0
    while place < len(words):
        found = forms(words, place) if changed < NUMBERS else None
        if not found:
            pieces.append([words[place]])
            place += 1
            continue
        taken, others = found
        held = [" ".join(words[place : place + taken]), *others]
        if place and words[place - 1] in ALSO_COUNTERS and (place > 1 or words[place - 1] != "no"):
            pieces[-1] = [pieces[-1][0], *(word for word in COUNTERS if word != pieces[-1][0]), ""]
        elif place:
            held += [f"{counter} {number}" for counter in COUNTERS for number in held]
        pieces.append(held)
        changed += 1
        place += taken
    if changed:
        for chosen in islice(product(*pieces), 1, None):
            yield " ".join(word for word in chosen if word)


def rearticled(key: str) -> Iterator[str]:
    """A key without the article that it begins with, or with one that may be missing."""
    first, _, rest = key.partition(" ")
    if rest and first in FOREIGN:
        yield rest
        return
    if len(key) > 3 and key[0] == "l":
        yield key[1:]
    yield from (f"{article} {key}" for article in TRIED)
    yield f"l{key}"
