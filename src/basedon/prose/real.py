"""Reads phrases that point to what is real: true stories, lives, named people and events."""

from __future__ import annotations

from collections.abc import Sequence

from basedon.model.statement import Target
from basedon.prose.names import joined, name_text, read_name, read_names
from basedon.prose.nouns import EVENTS, PERSONS, REAL_WORDS
from basedon.prose.patterns import compiled
from basedon.prose.tokens import Token

_REAL = (
    r"(?:real|true|actual|real-life|real life|true-life|true life|factual|historical|historic|real-world|real world|authentic)"
)
_TOLD = (
    r"(?:crime stor(?:y|ies)|story|stories|events?|incidents?|accounts?|cases?|crimes?|facts|people|persons?|lives|life|experiences?|tales?|happenings"
    r"|occurrences?|circumstances|individuals|situations?|adventures?|exploits|romance|murders?)"
)
_BEFORE = (
    r"(?:(?:the|a|an|some|several|many|various|two|three|his|her|their|its|both|own|series|number|set|of|certain|multiple|few"
    r"|allegedly|supposedly|purportedly|very|incredible|remarkable|amazing|extraordinary|unbelievable|inspiring|astonishing|tragic"
    r"|shocking|harrowing|untold|heroic|similar|inspirational|uplifting|little-known) ){0,6}"
)
TRUTH = compiled(
    rf"^{_BEFORE}\"?{_REAL}(?:-| )(?:and \w+ )?(?:[\pL'-]+ ){{0,2}}?{_TOLD}\b\"?"
    r"|^(?:(?:a|the|some|an|actual) )?(?:historical )?facts?\b"
    r"|^(?:the |a )?(?:story|events|incidents?) (?:that|which) (?:really|actually) (?:happened|occurred|took place)",
    case=False,
)
"""A phrase that says "this happened" of a story, not of a person."""

_WHOSE = (
    r"(?:(?:the|a|an|her|his|their|real|true|early|earlier|later|final|last|youthful|young|turbulent|tumultuous|troubled|colorful"
    r"|tragic|remarkable|extraordinary|private|personal|professional|political|public|short|brief|real-life|true-life|actual"
    r"|formative|teenage|childhood|first|five|ten|three|two|four|six|seven|incredible|wartime|untold|years|days|months|weeks|part"
    r"|parts|portions?|aspects?|of|in|and|up|to|events) ){0,8}"
)
_LIVED = (
    r"(?:life|lives|life stor(?:y|ies)|careers?|exploits|deaths?|experiences?|childhood|biograph(?:y|ies)|murders?|assassination"
    r"|kidnapping|rise|fall|rescue|adventures|marriage|relationship|friendship|romance|crimes|trials?|legacy|downfall"
    r"|court-martial|execution|disappearance|figure|story|stories|case)"
)
LIFE = compiled(
    rf"^{_WHOSE}{_LIVED}(?:(?:, | and |, and )(?:the )?(?:[\pL-]+ )?(?:life|times?|career|works?|music|legacy|death|murder|fall"
    r"|crimes|legend|art|loves|trial|execution|philosophy|exploits|adventures|ministry|writings))*(?: stor(?:y|ies))? of ",
    case=False,
)
"""What of a person a film may tell: the name must follow."""

OWNED_LIFE = compiled(
    r"^ (?:(?:real|early|own|later|final|actual|troubled|personal|private|and|life|true) ){0,3}"
    r"(?:life|career|story|experiences?|death|murder|childhood|rise|exploits|adventures|marriage|life story)\b"
)
"""What may follow a name's possessive: "Elton John's life"."""

_WEAK = frozenset({"story", "stories", "case", "rise", "fall", "relationship", "friendship", "romance", "marriage", "experience", "experiences", "adventures", "exploits", "rescue", "figure"})
_FILLERS = frozenset(
    "the a an former late late-19th-century early legendary famed famous notorious infamous then future would-be one-time fellow"
    " convicted real-life real actual historical young aging retired professional world-famous self-proclaimed pioneering"
    " controversial renowned acclaimed celebrated american british english french german irish scottish canadian australian"
    " and / of - by-then sometime , world".split()
)


def read_person(sentence: str, words: Sequence[Token], at: int) -> tuple[Target, int, bool] | None:
    """The person named at `at`, the word after, and whether the words before the name mark a real one.

    "NASCAR driver Junior Johnson", "King George VI", "the gangster Dutch Schultz": a full name, or one with such a mark.
    """
    marked = False
    end = at
    while end < len(words) and end - at < 10:
        word = words[end]
        low = word.text.lower()
        if low in REAL_WORDS or (low in PERSONS and not word.capital):
            marked = True
        elif word.capital and low in PERSONS:
            marked = True  # King, President: part of the name or before it
            if end + 1 < len(words) and words[end + 1].capital:
                return _named(sentence, words, end, True)
        elif word.capital and _before_role(words, end):
            pass
        elif word.capital and word.word:
            return _named(sentence, words, end, marked)
        elif not (word.word or word.text == ",") or low in ("who", "which", "that", "and", "in", "by", "from"):
            return None
        elif low not in _FILLERS and not _before_role(words, end):
            return None
        end += 1
    return None


def read_event(sentence: str, words: Sequence[Token], at: int) -> tuple[Target, int] | None:
    """The event named at `at`: "the 1923 Rosewood massacre", "the Battle of Midway", and the word after it."""
    start = at
    named = False
    year: int | None = None
    for here in range(at, min(at + 10, len(words))):
        word = words[here]
        low = word.text.lower()
        if word.text.isdigit() and len(word.text) == 4:
            year, named = int(word.text), True
        if low in EVENTS:
            if word.capital and here + 2 < len(words) and words[here + 1].text == "of":
                stop = read_name(words, here + 2)
                stop = stop if stop > here + 2 else read_name(words, here + 3)
                if stop > here + 2:
                    return _event(sentence, words, start, stop, year)
            if named and not (here + 1 < len(words) and words[here + 1].text.lower() in EVENTS):
                return _event(sentence, words, start, here + 1, year)
            named = named or word.capital
        elif word.capital and word.text not in ("The", "A", "An"):
            named = True
        elif not word.word or low in ("by", "about", "who", "which", "that", "novel", "book", "play", "film", "and"):
            return None
    return None


def lives(sentence: str, words: Sequence[Token], at: int) -> tuple[Target, int, bool] | None:
    """The person (or people) a life belongs to: words at `at` follow "the life of"."""
    read = read_person(sentence, words, at)
    if read is None:
        return None
    target, end, marked = read
    if end + 1 < len(words) and words[end].text == "and" and words[end + 1].capital:
        names, stop = read_names(words, end + 1)
        if names and target.title:
            both = joined([target.title, name_text(sentence, words, names[0])])
            return Target(title=both, type="person"), stop, marked
    return target, end, marked


def weak(phrase: str) -> bool:
    """Whether "the story of", "the case of" stands alone: that takes a mark of its own to mean somebody real."""
    first = [word for word in phrase.lower().split() if word not in ("the", "a", "of", "and")]
    return all(word in _WEAK for word in first)


def _named(sentence: str, words: Sequence[Token], at: int, marked: bool) -> tuple[Target, int, bool] | None:
    end = read_name(words, at)
    if end == at:
        return None
    name = name_text(sentence, words, (at, end))
    if " " not in name and not marked:
        return None
    return Target(title=name, type="person"), end, marked


def _event(sentence: str, words: Sequence[Token], start: int, end: int, year: int | None) -> tuple[Target, int]:
    first = start + 1 if words[start].text.lower() in ("the", "a", "an") else start
    return Target(title=sentence[words[first].start : words[end - 1].end], type="event", year=year), end


def _before_role(words: Sequence[Token], at: int) -> bool:
    """Whether a role follows soon in small letters: then this word describes it ("NASCAR driver", "Soviet serial killer")."""
    for here in range(at + 1, min(at + 5, len(words))):
        low = words[here].text.lower()
        if not words[here].word:
            return False
        if low in PERSONS and not words[here].capital:
            return True
        if low in ("who", "and", "in", "of", "by", "as", "whose", "is", "was"):
            return False
    return False
