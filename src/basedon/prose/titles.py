"""Reads a title off a sentence: quoted, or a run of capitals held together by small words."""

from __future__ import annotations

from collections.abc import Sequence

from basedon.prose.nouns import TYPE_OF
from basedon.prose.patterns import compiled, lexicon
from basedon.prose.tokens import Token

_LONGEST = 18
_SMALL = lexicon(
    "of the and in a an to for on at with or into over under upon & de la le du des et y el del di der die und"
)
_CREDITS = lexicon("Produced Directed Written Starring Released Adapted Screenplay")
_INSIDE = _SMALL | {"as", "or"}
_SAME = ("of the same name", "of the same title", "with the same title", "with the same name", "by the same name",
         "of that name", "of that title", "by that title", "by that name", "of a same name",
         "by the same title", "of same name", "of identical title",
         "under the same name", "of its same name", "of the name", "of similar name", "of the same")  # fmt: skip
_FOREIGN = lexicon(
    "Le La Les Un Une Mon Ma Mes Das Der Die Ein Eine El Los Las Il Lo Gli Una Het De Du Det Den O Os As L' D'"
)
# Where a foreign title ends that goes on in small letters.
_ENGLISH = lexicon(
    "by which that who starring directed with in as is was and from written about for the a of on where when to"
    " released produced"
    " it his her based adapted but also while featuring drawn sung told then"
)
_COUNTED = lexicon("the a an my no one two three four five six seven One Two Three Four Five Six Seven")
# Where plays are played: "the 1929 Broadway" names no play.
_PLACES = compiled(r"^(?:\d{4} )?(?:hit )?(?:Off-|off-)?(?:Broadway|West End)$")
_DATED = compiled(r"^ ?\((?:\d{4})\)")
_NEVER_FIRST = lexicon("The A An")


def same_name(sentence: str, start: int) -> int:
    """The offset after "of the same name" at `start`, or -1."""
    for words in _SAME if sentence.startswith(_SAME, start) else ():
        if sentence.startswith(words, start):
            return start + len(words)
    return -1


def read_title(sentence: str, words: Sequence[Token], at: int, film: str) -> tuple[str, int] | None:
    """The title that begins at word `at` and the word after it; None if none begins there.

    `film` is the film's own title: sources often bear it, and then no rule has to guess where the title ends.
    """
    if at >= len(words):
        return None
    if words[at].text in ('"', "'", "\u00ab"):
        return _quoted(sentence, words, at)
    own = _own(sentence, words, at, film)
    return own or _run(sentence, words, at)


def _quoted(sentence: str, words: Sequence[Token], at: int) -> tuple[str, int] | None:
    for end in range(at + 1, min(at + 24, len(words))):
        closes = words[end].text in ('"', "\u00bb") or (words[at].text == "'" and words[end].text.endswith("'"))
        if closes and end > at + 1:
            title = sentence[words[at].end : words[end].start].strip().rstrip(",.;").strip()
            return (title, end + 1) if title else None
    return None


def _own(sentence: str, words: Sequence[Token], at: int, film: str) -> tuple[str, int] | None:
    start = words[at].start
    end = start + len(film)
    if len(film) < 2 or not words[at].capital or sentence[start:end].casefold() != film.casefold():
        return None
    for after in range(at, len(words)):
        if words[after].start >= end:
            following = words[after + 1] if after + 1 < len(words) else None
            more = words[after].text in (":", "of") and following is not None and following.capital
            longer = more or (words[after].capital and words[after].word and words[after].start == end + 1)
            return None if longer else (sentence[start:end], after)
        if words[after].end > end:
            return None
    return sentence[start:end], len(words)


def _run(sentence: str, words: Sequence[Token], at: int) -> tuple[str, int] | None:
    first = words[at]
    if not first.word or not (first.capital or first.text.isdigit()):
        return None
    end = at + 1
    while end < len(words) and end - at < _LONGEST:
        step = _step(words, end)
        if step == 0:
            break
        end += step
    if first.text in _FOREIGN or first.text[:2] in ("L'", "D'"):
        while end < len(words) and words[end].word and words[end].text not in _ENGLISH and end - at < _LONGEST:
            end += 1
            while end < len(words) and (step := _step(words, end)):
                end += step
    if end == at + 1 and first.text in _NEVER_FIRST:
        return None
    if (
        words[end - 1].text.endswith(("'s", "s'"))
        and words[end - 1].capital
        and end - at < 3
        and first.text not in _NEVER_FIRST
    ):
        return None  # an owner, and what is owned can't be read
    if end == at + 1 and first.text.isdigit() and not (end < len(words) and words[end].text == "by"):
        return None
    end = _to_year(sentence, words, end)
    if end + 1 < len(words) and words[end].text == "," and words[end + 1].text in ("ce", "le", "la", "un", "une"):
        closed = _to_year(sentence, words, end + 1)
        end = closed if closed > end + 1 else end
    title = sentence[first.start : words[end - 1].end]
    if _PLACES.match(title) and end < len(words) and words[end].word and words[end].text not in ("by", "in", "at"):
        return None
    return title, end


def _to_year(sentence: str, words: Sequence[Token], end: int) -> int:
    """The end of a title that goes on in small letters: a year or a maker after it shows so: "Force mineure (2014)"."""
    here = end
    while here < len(words) and here - end < 3 and words[here].word and words[here].text not in _ENGLISH:
        if words[here].text in TYPE_OF or words[here].capital or words[here].text.endswith("ed"):
            return end
        here += 1
        if _DATED.match(sentence[words[here - 1].end :][:8]) or sentence.startswith(" by ", words[here - 1].end):
            return here
    return end


def _step(words: Sequence[Token], at: int) -> int:
    """How many words from `at` on still belong to a title; 0 ends it."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else None
    if word.word and (word.capital or word.text.isdigit()):
        return 1
    if following is None:
        return 1 if word.text in "!?" else 0
    if word.text == "with" and following.text not in _COUNTED:
        return 0  # "Nevada with Bob Hope"
    if word.text in ("in", "on") and following.text.isdigit() and len(following.text) == 4:
        return 0  # "as Harbour Nights in 1931"
    if word.text in _SMALL:
        for reach in (1, 2):
            if at + reach < len(words) and words[at + reach].capital:
                return reach + 1
            if at + reach >= len(words) or words[at + reach].text not in _SMALL:
                return 0
        return 0
    if word.text in (":", "\u2013", "\u2014", "...") and following.capital:
        return 2
    if word.text in ("!", "?") and (following.capital or not following.word or following.text == "by"):
        return 1
    if word.text in ("from", "are", "as") and following.capital:
        return _over_comma(words, at)
    if word.text == "," and following.text == words[at - 1].text:
        return 2  # "No, No, Nanette"
    if word.text == "," and at > 2 and words[at - 2].text == "," and words[at - 1].text == words[at - 3].text:
        return 2 if following.capital else 0
    if word.text == "," and following.text in _CREDITS:
        return 0
    if word.text == "," and (following.capital or following.text == "or" or _adds(words, at + 1)):
        return _over_comma(words, at)
    return 0


def _adds(words: Sequence[Token], at: int) -> bool:
    """Whether an article in small letters goes on with a title: "The Good, the Bad and the Ugly"."""
    return words[at].text in ("the", "a", "ce", "le", "la") and at + 1 < len(words) and words[at + 1].capital


def _over_comma(words: Sequence[Token], at: int) -> int:
    """A comma, a "from" lies inside a title ("Farewell, My Lovely by") only where a creator or a year closes it."""
    end = at + 1
    while end < len(words) and end - at < 6 and words[end].word and (words[end].capital or words[end].text in _INSIDE):
        end += 1
    last = end < len(words) and words[end].text == "." and end - at > 2
    closes = end < len(words) and (
        last
        or words[end].text == "by"
        or (words[end].text == "(" and end + 1 < len(words) and words[end + 1].text.isdigit())
    )
    return end - at if closes and words[end - 1].capital else 0
