"""Reads a work off a sentence: "the 1994 novel of the same name by X", "X's 1929 play Y"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from basedon.model.statement import Target, TargetType
from basedon.prose import makers
from basedon.prose.names import name_text, read_name
from basedon.prose.nouns import BOOK, CHARACTERS, COLLECTIVE, FACT, FICTION, LONGEST_NOUN, PUBLISHED, SCRIPTS, TYPE_OF
from basedon.prose.patterns import compiled
from basedon.prose.phrases import Context, Meaning, Phrase, word_at
from basedon.prose.titles import read_title, same_name
from basedon.prose.tokens import Token

_REACH = 14  # words between a cue and the noun it points to
_STOP = frozenset(
    "by of about which who whom that from in starring and or but for with on at is was as to into where when whose"
    " directed produced written".split()
)
_YEAR = compiled(r"^(?:1[5-9]|20)\d\d(?:[-\x{2013}/](?:1[5-9]|20)?\d\d)?$")
_SAME = frozenset("eponymous same-named same-titled self-titled identically-titled like-named namesake".split())
_WRITER = compiled(r"^by (?:the )?(?:[\pL-]+ ){0,3}(?:author|writer|novelist|humorist|poet)s? ")


class Known(NamedTuple):
    """What is known of a work so far."""

    title: str | None = None
    creator: str | None = None
    year: int | None = None


class Head(NamedTuple):
    """The noun that says what kind of source it is, as words `start` to `end`; no type: a book that may hold either."""

    start: int
    end: int
    type: TargetType | None
    noun: str


def find_head(words: Sequence[Token], at: int) -> Head | None:
    """The noun of the phrase that begins at word `at`: "the 2013 South Korean *film*", "a Marvel Comics *character*"."""
    here = at
    while here < min(at + _REACH, len(words)):
        word = words[here]
        if word.text == "," and _goes_on(words, here):
            here += 1
            continue
        joins = word.text in ("and", "&") and here > at and words[here - 1].capital and _possessive_follows(words, here)
        if not joins and (not word.word or (word.text in _STOP and here > at)):
            return None
        noun = None if joins else _noun(words, here)
        if noun:
            return _settled(words, at, _run_of_nouns(words, noun))
        here += 1
    return None


def read_work(context: Context, at: int) -> Phrase | None:
    """The work named by a phrase with a noun for its kind: possessive, year, noun, title, year, creator as they come."""
    words = context.words
    head = find_head(words, at)
    if head is None:
        return None
    before = words[at : head.start]
    known = Known(
        title=context.film if any(word.text.lower() in _SAME for word in before) else None,
        creator=makers.before_noun(context, at, head.start),
        year=next((int(word.text[:4]) for word in before if _YEAR.match(word.text)), None),
    )
    known, here = follow(context, head.end, known)
    if head.type is None and head.noun in COLLECTIVE and known.title is None:
        return None
    if known.title is None and known.year is None and head.noun in ("story", "stories", "tale", "tales", "drama", "comedy"):
        published = any(word.text in PUBLISHED for word in before) or head.end - head.start > 1
        told = words[head.end].start if head.end < len(words) else len(context.sentence)
        if not published and not _WRITER.match(context.sentence[told : told + 80]):
            return Phrase("script", Target(), words[here - 1].end)  # most often the screen story
    meaning: Meaning = "work"
    title = known.title
    if head.noun in SCRIPTS:
        meaning = "script"
    elif head.noun in CHARACTERS:
        meaning, title = "characters", title or "characters"
    target = Target(title=title, type=head.type or "other", creator=known.creator, year=known.year)
    return Phrase(meaning, target, words[here - 1].end)


def read_untyped(context: Context, at: int) -> Phrase | None:
    """A work without a noun for its kind: "Headhunters by Jules Bass", "Bram Stoker's Dracula"."""
    sentence, words = context.sentence, context.words
    creator = None
    first = at
    end = read_name(words, at)
    if at < end < len(words) and words[end - 1].text.endswith(("'s", "s'")) and (words[end].capital or words[end].text == '"'):
        name = name_text(sentence, words, (at, end))
        if " " in name:
            creator, first = name, end
    read = read_title(sentence, words, first, context.film)
    if read is None or _YEAR.match(read[0].split(" ")[-1]):
        return None
    known, here = follow(context, read[1], Known(read[0], creator))
    target = Target(title=known.title, creator=known.creator, year=known.year)
    return Phrase("work", target, words[here - 1].end, weak=known.creator is None)


def follow(context: Context, at: int, known: Known) -> tuple[Known, int]:
    """Reads on after a noun or a title for all that may follow: title, year, "of the same name", creator."""
    for _ in range(8):
        step = _step(context, at, known)
        if step is None:
            break
        known, at = step
    return known, at


def _step(context: Context, at: int, known: Known) -> tuple[Known, int] | None:
    sentence, words = context.sentence, context.words
    if at >= len(words):
        return None
    word = words[at]
    same = same_name(sentence, word.start)
    if same > 0:
        return known._replace(title=known.title or context.film), word_at(words, same)
    if word.text == "(":
        for inner in range(at + 1, min(at + 8, len(words))):
            if words[inner].text == ")":
                year = next((int(each.text[:4]) for each in words[at:inner] if _YEAR.match(each.text)), None)
                return known._replace(year=known.year or year), inner + 1
        return None
    if known.creator is None:
        made = makers.read_by(context, at)
        if made:
            return known._replace(creator=made[0]), made[1]
    if known.title is not None:
        return None
    called = word.text in ("entitled", "titled", "called", "named")
    read = read_title(sentence, words, at + 1 if called or word.text == "," else at, context.film)
    if read is None:
        return None
    if word.text == ",":  # an apposition only where a quote, the film's own title, a creator or a year shows it
        closes = read[1] < len(words) and words[read[1]].text in ("by", "(")
        if not (words[at + 1].text == '"' or read[0].casefold() == context.film.casefold() or closes):
            return None
    return known._replace(title=read[0]), read[1]


def _run_of_nouns(words: Sequence[Token], noun: Head) -> Head:
    """ "comic book series", "stage musical": the last noun of a run rules, but for those that only collect."""
    while True:
        longer = _noun(words, noun.end)
        if longer is None:
            return noun
        keep = longer.noun in COLLECTIVE or (longer.type in ("other", None) and noun.type not in ("other", None))
        if longer.noun in CHARACTERS:
            keep = noun.type not in ("comic", "game", "series")
        noun = Head(noun.start, longer.end, noun.type, noun.noun) if keep else longer._replace(start=noun.start)


def _noun(words: Sequence[Token], at: int) -> Head | None:
    for length in range(min(LONGEST_NOUN, len(words) - at), 0, -1):
        text = " ".join(word.text for word in words[at : at + length])
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
    elif kind is None and before & FICTION:
        kind = "novel"
    elif kind is None and before & FACT:
        kind = "non-fiction book"
    elif kind == "short story" and before & {"folk", "fairy", "biblical", "arabian"}:
        kind = "folk tale"
    return head._replace(type=kind)


def _goes_on(words: Sequence[Token], at: int) -> bool:
    """Whether a comma only parts adjectives: "best-selling, award-winning novel"."""
    for here in range(at + 1, min(at + 5, len(words))):
        if _noun(words, here):
            return True
        if not words[here].word or words[here].text in _STOP or (words[here].capital and here == at + 1):
            return False
    return False


def _possessive_follows(words: Sequence[Token], at: int) -> bool:
    return any(word.text.endswith(("'s", "s'")) for word in words[at + 1 : at + 5]) and all(
        word.capital for word in words[at + 1 : at + 2]
    )
