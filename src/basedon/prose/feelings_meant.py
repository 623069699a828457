"""Whether words of dislike, boredom or fright are meant of a film: most of them are said of much else besides.

"I hate that I cried", "bored one evening I watched it", "a boring man", "the worst day of my life", "I know it's bad,
but": none of these says that its writer disliked the film or was bored by it.
"""

from __future__ import annotations

from collections.abc import Sequence

from basedon.prose.feelings_words import BORED, FRIGHTENED, HATING
from basedon.prose.patterns import lexicon

WORKS = lexicon(
    """
    movie movies film films flick flicks sequel sequels prequel prequels remake remakes reboot trilogy series show
    cartoon adaptation adaptations version versions dub scene scenes part parts bit bits half act ending endings
    finale opening beginning middle plot plots story storyline script screenplay writing dialogue acting actors
    actor cast casting performance performances directing direction cgi effects animation soundtrack score songs
    song music villain villains character characters editing pacing cinematography installment entry one ones thing
    franchise dialog humor jokes cut picture twist third second first last fourth cash ripoff piece mess
    """
)
"""What a film is, or is made of."""

ELSEWHERE = lexicon(
    """
    man men guy guys woman women person people life lives job jobs work school class classes teacher lecture day days
    week weekend year years evening night afternoon summer winter town city suburb house home office world place
    places weather meeting boss husband wife mother father mom dad parents family kid kids child children childhood
    marriage relationship event events accident mistake crime crimes war disease fate death deaths idea decision
    choice choices taste news answer question habit audience theater theatre cinema popcorn seats flight plane trip
    drive car commute lockdown quarantine divorce breakup stuff human humans being beings adult adults housewife
    teenager teenagers teen monster monsters creature creatures secret tragedy experience experiences situation
    neighbor neighbors neighbour stepmother uncle aunt dog date reddit thread comment comments opinion company
    review reviews book books novel novels game games
    """
)
"""What is no film, of which the same words are said."""

LINKING = lexicon("is was are were isn't be been being got gets seemed looks looked sounded felt went")
"""Verbs between a subject and what is said of it."""

OBJECTS = lexicon(
    """
    it this that them these those every everything all both one how what movie film movies films disney's
    """
)
"""What one hates if one hates a film."""

BEFORE_VERB = lexicon(
    """
    i we just really absolutely fucking always also kinda still personally truly generally actually honestly
    completely totally utterly genuinely initially secretly hardcore so and but or even then sorta lowkey who you
    do did not passionately legitimately legit literally fuckin freaking only i've we've have ever i'd i'll will
    would deeply basically definitely usually typically rather
    """
)
"""What stands before "hate" where it is a verb of the writer's; behind other words it is a noun."""

LISTENING = lexicon(
    """
    watched watch watching saw put stumbled turned flipping decided clicked rented rent picked found scrolling
    browsing gave tried started home
    """
)
"""What one does being bored: it is not the film then that bored."""

HATE = frozenset(["hate", "hated", "hating", "despise", "despised", "loathe", "loathed", "detest", "detested"])
HATE_OF = HATE | {"dislike", "disliked"}
DOUBTED = lexicon(
    """
    would might may could should expected expecting figured assumed supposed supposedly allegedly sounds notion worried
    thinking considered deemed if whether technically objectively reputedly unless usually normally deliberately
    intentionally
    """
)
"""Words behind which a judgement is no feeling: it is feared, supposed, or another's."""

BACK = 6
"""Words before a phrase among which what it is said of, or doubt of it, is sought."""


def of_a_film(words: Sequence[str], at: int, end: int, clause: int, kind: int, named: bool) -> bool:
    """Whether a phrase of dislike, boredom or fright at these places can be meant of a film.

    `named`: what follows is written as a name is.
    """
    word = words[at]
    following = words[end] if end < len(words) else "."
    if words[at - 1 : at] in (['"'], ["“"]) and following in ('"', "”", "“"):
        return False  # the "worst" film: so others call it
    if kind & (HATING | BORED) and _asked(words, end):
        return False
    before = words[max(clause, at - BACK) : at]
    if not DOUBTED.isdisjoint(before) or _granted(before):
        return False
    if word in HATE_OF:
        return _hates(words, at, end, clause, named)
    if word == "bored":
        return _bored(words, end, before)
    if word == "worst":
        return _named(words, end) or (before[-2:] in (["is", "the"], ["was", "the"]) and not following.isalpha())
    return not _said_elsewhere(before, following, kind)


def _asked(words: Sequence[str], end: int) -> bool:
    """Whether a sentence asks what it says; "am I the only one who hated it?" tells, as "anyone else" does."""
    place = end
    while place < len(words) and words[place][0] not in ".!?…\n\x02":
        place += 1
    if place == len(words) or "?" not in words[place]:
        return False
    start = end
    while start and words[start - 1][0] not in ".!?…\n\x02":
        start -= 1
    return not {"only", "else", "alone"} & set(words[start:place])


def _granted(before: Sequence[str]) -> bool:
    """Whether it is granted, and something else is meant: "I know it's bad, but"."""
    return any(
        word == "know" and (place == 0 or before[place - 1] in ("i", "we", "already", "all", "also"))
        for place, word in enumerate(before)
    ) or bool({"admittedly", "granted"} & set(before))


def _hates(words: Sequence[str], at: int, end: int, clause: int, named: bool) -> bool:
    """Whether a word of hate is a verb of the writer's, and its object a film or part of one."""
    if at > clause and words[at - 1] not in BEFORE_VERB:
        return False
    if end >= len(words) or not words[end][0].isalnum():
        return at > clause
    word = words[end]
    if word == "that":
        return end + 1 >= len(words) or words[end + 1] in WORKS or not words[end + 1][0].isalnum()
    if word == "how":
        return words[end + 1 : end + 2] in (["they"], ["it"], ["the"]) and not {"good", "much", "hard"} & set(
            words[end : end + 5]
        )
    if word in OBJECTS or word in ("with", "at", "as", "but", "and", "so", "because", "when"):
        return True
    return named or _named(words, end)


def _named(words: Sequence[str], end: int) -> bool:
    """Whether a film, or what one is made of, is named within three words."""
    for word in words[end : end + 4]:
        if word in WORKS or word == "\x7f":
            return True
        if not word[0].isalnum() or word in ("that", "who", "to", "i"):
            return False
    return False


def _bored(words: Sequence[str], end: int, before: Sequence[str]) -> bool:
    """Whether it is a film that bored."""
    following = words[end : end + 8]
    for place, word in enumerate(following):
        if word[0] in ".!?\n\x02":
            break
        if word in LISTENING and place > 0:
            return "me" in following[:1]
        if word in ELSEWHERE and place == 0:
            return False
    return following[:1] not in (["one"], ["and"], ["at"], ["during"], ["kid"], ["enough"]) and "if" not in before


def _said_elsewhere(before: Sequence[str], following: str, kind: int) -> bool:
    """Whether it is said of what is no film: "a boring man", "my job was boring", "terrible things"."""
    if following in ELSEWHERE:
        return True
    if kind & FRIGHTENED:
        return False
    for place in range(len(before) - 1, 0, -1):
        if before[place] in LINKING:
            subject = before[:place]
            if any(word in WORKS for word in subject[-3:]):
                return False
            return any(word in ELSEWHERE for word in subject[-2:]) and not {"it", "this"} & set(subject[-1:])
    return False
