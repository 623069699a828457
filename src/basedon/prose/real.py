"""Reads phrases that point to what is real: true stories, lives, named people and events."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from basedon.model.statement import Target
from basedon.prose import known
from basedon.prose.names import joined, name_text, read_name, read_names, stands_alone
from basedon.prose.nouns import INVENTED, NO_PERSON, PERSONS, REAL_WORDS, ROYAL
from basedon.prose.patterns import compiled, lexicon
from basedon.prose.tokens import Token


class Mark(IntEnum):
    """How far the words before a name show somebody real: not, by a role (invented people have one too), or plainly."""

    NONE = 0
    ROLE = 1
    REAL = 2


_REAL = (
    r"(?:real-life|true-life|real-world|real life|true life|real world|real|true|actual|factual|historical"
    r"|historic|authentic)"
)
_TOLD = (
    r"(?:crime stor(?:y|ies)|story|stories|events?|incidents?|accounts?|cases?|crimes?|facts|people|persons?"
    r"|lives|life|experiences?|tales?|happenings"
    r"|occurrences?|circumstances|individuals|situations?|adventures?|exploits|romance|murders?)"
)
_BEFORE = (
    r"(?:(?:the|a|an|some|several|many|various|two|three|his|her|their|its|both|own|series|number|set|of|certain"
    r"|multiple|few"
    r"|allegedly|supposedly|purportedly|very|incredible|remarkable|amazing|extraordinary|unbelievable|inspiring"
    r"|astonishing|tragic"
    r"|shocking|harrowing|untold|heroic|similar|inspirational|uplifting|little-known) ){0,6}"
)
TRUE_WORDS = ("real", "true", "actual", "fact", "histor", "authentic")
"""Of which one stands in whatever TRUTH matches."""

TRUTH = compiled(
    rf"^(?:the story of )?{_BEFORE}\"?{_REAL}(?:-| )(?:and \w+ )?(?:[\pL'-]+ ){{0,2}}?{_TOLD}\b\"?"
    r"|^(?:(?:a|the|some|an|actual) )?(?:historical )?facts?\b"
    r"|^(?:the |a )?(?:story|events|incidents?) (?:that|which) (?:really|actually) (?:happened|occurred|took place)",
    case=False,
)
"""A phrase that says "this happened" of a story, not of a person."""

EVENTS_AROUND = compiled(r"^(?:the )?events (?:surrounding|leading up to|that led to) ", case=False)
"""Said of what a film is based on, it means real events; a plot depicts invented ones as well."""

_WHOSE = (
    r"(?:(?:the|a|an|her|his|their|real|true|early|earlier|later|final|last|youthful|young|turbulent|tumultuous"
    r"|troubled|colorful"
    r"|tragic|remarkable|extraordinary|private|personal|professional|political|public|short|brief|real-life"
    r"|true-life|actual"
    r"|formative|teenage|childhood|first|five|ten|three|two|four|six|seven|incredible|wartime|untold|year|day"
    r"|night|\d+|years|days|months|weeks|part"
    r"|parts|portions?|aspects?|of|in|and|up|to|events) ){0,8}"
)
_LIVED = (
    r"(?:life|lives|activities|rivalry|capture|life stor(?:y|ies)|careers?|exploits|deaths?|experiences?"
    r"|childhood|biograph(?:y|ies)|murders?|assassination"
    r"|kidnapping|rise|fall|rescue|adventures|marriage|relationship|friendship|romance|crimes|trials?|legacy|downfall"
    r"|court-martial|execution|disappearance|figure|story|stories|case)"
)
LIFE_OF = compiled(r"^(?:the )?(?:real|true|actual|real-life) (?:life|lives|career) of ", case=False)
"""The real life of somebody named is that life, and no true story beside it."""

LIFE = compiled(
    rf"^{_WHOSE}{_LIVED}(?:(?:, | and |, and )(?:the )?(?:[\pL-]+ )?(?:life|times?|career|works?|music|legacy"
    rf"|death|murder|fall"
    r"|crimes|legend|art|loves|trial|execution|philosophy|exploits|adventures|ministry|writings))*(?: stor(?:y"
    r"|ies))? of ",
    case=False,
)
"""What of a person a film may tell: the name must follow."""

OWNED_LIFE = compiled(
    r"^ (?:(?:real|real-life|true-life|early|own|later|final|actual|troubled|personal|private|and|life|true) ){0,3}"
    r"(?:life|career|story|experiences?|death|murder|childhood|rise|exploits|adventures|marriage|life story)\b"
)
"""What may follow a name's possessive: "Elton John's life"."""

OWN = compiled(
    r"^(?:(?:many|some|several|events|incidents|aspects|parts|elements) (?:of|from|in) )?"
    r"(?:(?:his|her|their) own |(?:his|her|their) )(?:(?:real-life|real|personal|early|childhood|teenage|college"
    r"|youthful|war|wartime|military|high school|life|lived) ){0,2}"
    r"(?:experiences?|childhood|youth|life|lives|adolescence|upbringing|boyhood|girlhood|memories)\b",
    case=False,
)
"""What its makers lived through themselves: loosely a true story."""

_WEAK = frozenset(
    {
        "story",
        "stories",
        "case",
        "rise",
        "fall",
        "relationship",
        "friendship",
        "romance",
        "marriage",
        "experience",
        "experiences",
        "adventures",
        "exploits",
        "rescue",
        "figure",
    }
)
_FILLERS = lexicon(
    "the a an former late late-19th-century early legendary famed famous notorious infamous then future would-be"
    " one-time fellow"
    " convicted real-life real actual historical young aging retired professional world-famous self-proclaimed"
    " pioneering"
    " controversial renowned acclaimed celebrated american british english french german irish scottish canadian"
    " australian"
    " and / of - by-then sometime , world"
)


_ENDS_DESCRIPTION = lexicon("who whose which that and or in of by from with as at on to for is was his her their")


class Named(NamedTuple):
    """A person read: the word after the name, and how far the words before it mark somebody real."""

    target: Target
    end: int
    mark: Mark


def read_person(sentence: str, words: Sequence[Token], at: int, alone: bool = False) -> Named | None:
    """The person named at `at`: a full name, or a single one with a mark (or where it may stand `alone`).

    "NASCAR driver Junior Johnson", "King George VI", "the real-life gangster Dutch Schultz".
    """
    mark = Mark.NONE
    end = at
    while end < len(words) and end - at < 10:
        word = words[end]
        low = word.text.lower()
        if low in REAL_WORDS:
            mark = Mark.REAL
        elif _role(low) and not word.capital:
            mark = max(mark, Mark.REAL if low in ROYAL else Mark.ROLE)
        elif low in PERSONS and end + 1 < len(words) and words[end + 1].capital:  # King, President: part of the name
            return _named(sentence, words, end, Mark.REAL if low in ROYAL else max(mark, Mark.ROLE), alone)
        elif word.capital and _before_role(words, end):
            pass
        elif word.capital and word.word:
            return _named(sentence, words, end, mark, alone)
        elif low == "and" and end > at and _before_role(words, end):
            pass  # "actor and martial artist Bruce Lee"
        elif (
            not (word.word or word.text == ",")
            or low in ("who", "which", "that", "and", "in", "by", "from")
            or (low not in _FILLERS and not low[:1].isdigit() and not _before_role(words, end))
        ):
            return None
        end += 1
    return None


def lives(sentence: str, words: Sequence[Token], at: int, alone: bool = False) -> Named | None:
    """The person (or the two people) a life belongs to: words at `at` follow "the life of"."""
    read = read_person(sentence, words, at, alone)
    if read is None:
        named = _past_description(words, at)
        read = read_person(sentence, words, named, alone) if named > at else None
    if read is None:
        return None
    if read.end + 1 < len(words) and words[read.end].text == "and" and words[read.end + 1].capital:
        names, stop = read_names(words, read.end + 1)
        if names and read.target.title:
            both = joined([read.target.title, name_text(sentence, words, names[0])])
            return Named(Target(title=both, type="person"), stop, read.mark)
    return read


def _past_description(words: Sequence[Token], at: int) -> int:
    """The word where a name begins after words that describe who bears it: "the Wing Chun grandmaster | Ip Man"."""
    for here in range(at, min(at + 8, len(words) - 1)):
        low = words[here].text
        if not words[here].word or low in _ENDS_DESCRIPTION:
            break
        if low.islower() and low not in _FILLERS and words[here + 1].capital and words[here + 1].word:
            return here + 1
    return at


def weak(phrase: str) -> bool:
    """Whether "the story of", "the case of" stands alone: that takes a mark of its own to mean somebody real."""
    first = [word for word in phrase.lower().split() if word not in ("the", "a", "of", "and")]
    return all(word in _WEAK for word in first)


def _named(sentence: str, words: Sequence[Token], at: int, mark: Mark, alone: bool) -> Named | None:
    sure = known.person_end(words, at)
    end = sure if sure > at else read_name(words, at)
    if end == at:
        return None
    if not stands_alone(words, end):
        return None
    name = name_text(sentence, words, (at, end))
    if sure == end or name in known.people():
        mark = Mark.REAL
    if (
        name in INVENTED
        or name.rsplit(" ", 1)[-1] in NO_PERSON
        or (" " not in name and mark is Mark.NONE and not alone)
    ):
        return None
    return Named(Target(title=name, type="person"), end, mark)


def _role(word: str) -> bool:
    """Whether a word in small letters is what a person is: listed, or by its ending ("clarinetist")."""
    return word in PERSONS or (len(word) > 6 and word.endswith(("ist", "ician", "wright", "woman", "sman")))


def _before_role(words: Sequence[Token], at: int) -> bool:
    """Whether a role follows soon in small letters: then this word describes it ("NASCAR driver", "Soviet spy")."""
    for here in range(at + 1, min(at + 5, len(words))):
        low = words[here].text.lower()
        if not words[here].word:
            return False
        if _role(low) and not words[here].capital:
            return True
        if low in ("who", "and", "in", "of", "by", "as", "whose", "is", "was"):
            return False
    return False
