"""Reads people's names off a sentence: initials, particles, accents, "Jr.", and lists of names."""

from __future__ import annotations

from collections.abc import Sequence

from basedon.prose.patterns import lexicon
from basedon.prose.tokens import Token

_PARTICLES = lexicon(
    "de da di du del della der den van von la le les ten ter bin ibn al el y dos das af av zu zur do e"
)
_SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
_LONGEST = 6

# Capitals that begin no name.
_NOT_NAMES = lexicon(
    "The A An It Its He She They This That These In On At And But Or Both Directed Written Based Produced Adapted"
    " Starring"
    " When After Before While Although With From By For Of To As January February March April June July August"
    " September"
    " October November December Broadway Hollywood Paramount Netflix HBO MGM RKO"
    " Technicolor American British French German Italian Japanese Korean Chinese Indian Canadian Australian English"
    " Spanish Russian Swedish Danish Mexican I"
)


def read_name(words: Sequence[Token], at: int) -> int:
    """Where the name ends that begins at `at`; `at` itself when there is none. "Jr." belongs to it, "'s" ends it."""
    if at >= len(words) or not _begins(words[at]):
        return at
    end = at
    last_capital = at
    while end < len(words) and end - at < _LONGEST:
        word = words[end]
        if word.text == '"' and end > at:
            closing = _nickname(words, end)
            if closing == end:
                break
            end = closing
            continue
        if word.text.lower() in _PARTICLES and not word.capital:
            end += 1
            continue
        if not word.capital or word.text[0].isdigit() or (word.text in _NOT_NAMES and end > at):
            break
        end += 1
        last_capital = end
        if word.text.endswith(("'s", "s'", "'")):
            break
    end = last_capital
    if end + 1 < len(words) and words[end].text == "," and words[end + 1].text in _SUFFIXES:
        end += 2
    return end


def read_names(words: Sequence[Token], at: int) -> tuple[tuple[tuple[int, int], ...], int]:
    """The names of a list "A, B and C" as (start, end) and where the list ends.

    A comma joins two names only where an "and" closes the list: "by A, B released it" names A alone.
    """
    spans: list[tuple[int, int]] = []
    sure = 0
    commas = False
    here = at
    while len(spans) < 8:
        end = read_name(words, here)
        if end == here:
            break
        spans.append((here, end))
        here = end
        if not commas:
            sure = len(spans)
        following = words[here].text if here < len(words) else ""
        if following == "," and here + 1 < len(words) and words[here + 1].text in ("and", "&"):
            here, following = here + 1, "and"
        if following in ("and", "&"):
            if read_name(words, here + 1) > here + 1 and (commas or len(spans) == sure):
                spans.append((here + 1, read_name(words, here + 1)))
                sure = len(spans)
            break
        if following != ",":
            break
        commas = True
        here += 1
    kept = tuple(spans[:sure])
    return kept, kept[-1][1] if kept else at


def name_text(sentence: str, words: Sequence[Token], span: tuple[int, int]) -> str:
    """The name as it is written, without a possessive's ending."""
    text = sentence[words[span[0]].start : words[span[1] - 1].end]
    for ending in ("'s", "\u2019s", "'", "\u2019"):
        if text.endswith(ending):
            return text[: -len(ending)]
    return text


# What may follow a name in small letters; another word shows that the name describes a noun: "the Tom family".
_AFTER_NAME = lexicon(
    "who whom whose which and or in on at to from for with by as of is was were has had the a an during after"
    " before while"
    " when where that starring played portrayed directed written produced through until since based set up over"
    " about under"
    " against between but because into upon his her their told leading including following known born making featuring"
    " dealing concerning regarding using then also narrated released meeting becoming winning fighting trying living"
    " working being who's"
)


def stands_alone(words: Sequence[Token], end: int) -> bool:
    """Whether the name that ends before word `end` is nobody's family, band or monk."""
    if end >= len(words) or words[end - 1].text.endswith(("'s", "s'")):
        return True
    following = words[end]
    return not following.word or following.capital or following.text in _AFTER_NAME or following.text.endswith("ly")


def joined(names: Sequence[str]) -> str | None:
    """Several names as one creator: "A", "A and B", "A, B and C"."""
    if not names:
        return None
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _begins(word: Token) -> bool:
    return word.word and word.capital and word.text not in _NOT_NAMES and not word.text[0].isdigit()


def _nickname(words: Sequence[Token], at: int) -> int:
    """Past the closing quote of a nickname: Donald "Duck" Matthews."""
    for end in range(at + 2, min(at + 5, len(words) - 1)):
        if words[end].text == '"':
            return end + 1 if words[end + 1].capital else at
    return at
