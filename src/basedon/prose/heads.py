"""Finds the noun that says what kind of source a phrase names: "the 2013 South Korean *film*"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from basedon.model.statement import TargetType
from basedon.prose.nouns import (
    ADJECTIVES,
    ADVICE,
    BOOK,
    CHARACTERS,
    COLLECTIVE,
    FACT,
    FICTION,
    LONGEST_NOUN,
    SCRIPTS,
    TYPE_OF,
)
from basedon.prose.patterns import lexicon
from basedon.prose.tokens import Token

_REACH = 14  # words between a cue and the noun it points to
_STOP = lexicon(
    "by of about which who whom that from in starring and or but for with on at is was as to into where when whose"
    " directed produced written after following"
)

_FIRST = frozenset(noun.split()[0] for noun in (*TYPE_OF, *BOOK, *COLLECTIVE))
_STAGES = lexicon("Broadway Off-Broadway off-Broadway West End London stage")


class Head(NamedTuple):
    """The noun that says what kind of source it is, as words `start` to `end`; no type: a book that may hold either."""

    start: int
    end: int
    type: TargetType | None
    noun: str


def find_head(words: Sequence[Token], at: int) -> Head | None:
    """The noun of the phrase that begins at word `at`: "the 2013 South Korean *film*", "a Marvel *character*"."""
    here = at
    fallback: Head | None = None
    while here < min(at + _REACH, len(words)):
        word = words[here]
        if word.text == "," and fallback is None and not words[here - 1].capital and _goes_on(words, here):
            here += 1
            continue
        joins = word.text in ("and", "&") and here > at and _joins(words, here)
        joins = joins or (word.text == "of" and fallback is None and here > at and _in_name(words, here))
        if not joins and ((not word.word and word.text != "'") or (word.text in _STOP and here > at)):
            return fallback
        noun = None if joins else _noun(words, here)
        if noun and noun.noun == "series" and noun.end + 1 < len(words) and words[noun.end].text == "of":
            noun = _noun(words, noun.end + 1) or noun  # "a series of novels"
        if noun:
            noun = _settled(words, at, _run_of_nouns(words, noun))
            if noun.noun not in ADJECTIVES:
                return noun
            staged = any(before.text in _STAGES for before in words[at : noun.start])
            fallback = noun if staged else fallback or noun  # "hit Broadway musical"
        elif fallback and (word.capital or word.text == '"') and not _between(word):
            return fallback
        here += 1
    return fallback


def _between(word: Token) -> bool:
    """Whether a capital between "hit" and "play" is a year or the place where plays are played, and no title yet."""
    return word.text in _STAGES or (word.text.isdigit() and len(word.text) == 4)


def _run_of_nouns(words: Sequence[Token], noun: Head) -> Head:
    """The last noun of a run rules ("stage musical"), but for those that only collect ("comic book series")."""
    while True:
        longer = _noun(words, noun.end)
        if longer is None:
            return noun
        keep = longer.noun in COLLECTIVE or (longer.type in ("other", None) and noun.type not in ("other", None))
        if longer.noun in SCRIPTS:
            keep = False  # "story concept"
        if longer.noun in CHARACTERS and noun.type in ("comic", "game", "series"):
            longer, keep = longer._replace(type=noun.type), False
        noun = Head(noun.start, longer.end, noun.type, noun.noun) if keep else longer._replace(start=noun.start)


def _noun(words: Sequence[Token], at: int) -> Head | None:
    if at >= len(words) or words[at].text not in _FIRST:
        return None
    for length in range(min(LONGEST_NOUN, len(words) - at), 0, -1):
        text = " ".join(word.text for word in words[at : at + length])
        following = words[at + length].text if at + length < len(words) else ""
        if text == "serial" and following.startswith(("kill", "murder", "rap")):
            return None
        if text in TYPE_OF:
            return Head(at, at + length, TYPE_OF[text], text)
        if text in BOOK or text in COLLECTIVE:
            return Head(at, at + length, None, text)
    return None


def _settled(words: Sequence[Token], at: int, head: Head) -> Head:
    """Lets the words before the noun settle its type: "Marvel Comics character" is a comic, "fantasy book" a novel."""
    before = {word.text.lower() for word in words[at : head.start]}
    kind = head.type
    if before & {"comic", "comics", "manga"} and kind in ("other", "comic", None, "series"):
        kind = "comic"
    elif kind in (None, "non-fiction book") and {word.text for word in words[at : head.end]} & ADVICE:
        kind = "other"
    elif kind is None and before & FICTION:
        kind = "novel"
    elif kind is None and before & FACT:
        kind = "non-fiction book"
    elif kind in ("memoir", "non-fiction book", "article") and before & {"fictional", "fictitious"}:
        kind = "other" if kind == "article" else "novel"
    elif (kind == "series" and before & {"biblical", "historical"}) or (
        kind == "non-fiction book" and before & {"biblical", "gospel"}
    ):
        kind = "other"
    elif kind == "short story" and before & {"folk", "fairy", "biblical", "arabian"}:
        kind = "folk tale"
    return head._replace(type=kind)


def _goes_on(words: Sequence[Token], at: int) -> bool:
    """Whether a comma only parts adjectives: "best-selling, award-winning novel"."""
    for here in range(at + 1, min(at + 5, len(words))):
        if words[here].text in ("the", "a", "an", "it", "this", "his", "her"):
            return False
        if _noun(words, here):
            return True
        if not words[here].word or words[here].text in _STOP or (words[here].capital and here == at + 1):
            return False
    return False


def _joins(words: Sequence[Token], at: int) -> bool:
    """Whether an "and" before the noun joins names or adjectives: "Kaufman and Ferber's", "Tony- and Oscar-winning"."""
    before, following = words[at - 1], words[at + 1 : at + 5]
    if before.text.endswith("-winning") or before.text in ("black", "critically"):
        return True
    if not (before.capital and following and following[0].capital):
        return False
    owned = any(word.text.endswith(("'s", "s'", "-winning")) for word in following)
    return owned or _noun_near(words, at + 1)


def _in_name(words: Sequence[Token], at: int) -> bool:
    """Whether an "of" lies inside a name: "the King *of* the Royal Mounted comic strip"."""
    after = at + 2 if at + 1 < len(words) and words[at + 1].text == "the" else at + 1
    return words[at - 1].capital and after < len(words) and words[after].capital


def _noun_near(words: Sequence[Token], at: int) -> bool:
    """Whether nothing but names stands before a noun: "Medcraft and Norma Mitchell stage play"."""
    for here in range(at, min(at + 6, len(words))):
        if _noun(words, here):
            return True
        if not words[here].capital and words[here].text not in ("stage", "comic", "children's"):
            return False
    return False
