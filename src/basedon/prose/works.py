"""Reads a work off a sentence: "the 1994 novel of the same name by X", "X's 1929 play Y"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from basedon.model.statement import Target, TargetType
from basedon.prose import makers
from basedon.prose.heads import find_head
from basedon.prose.names import name_text, read_name
from basedon.prose.nouns import (
    BOOK,
    CHARACTERS,
    COLLECTIVE,
    PERSONS,
    PUBLISHED,
    SCRIPTS,
    SINGLE_NAMES,
    TYPE_OF,
)
from basedon.prose.patterns import compiled, lexicon
from basedon.prose.phrases import Context, Meaning, Phrase, word_at
from basedon.prose.titles import read_title, same_name
from basedon.prose.tokens import Token

_YEAR = compiled(r"^(?:1[5-9]|20)\d\d(?:[-\x{2013}/](?:1[5-9]|20)?\d\d)?$")
_WRITTEN = frozenset({"novel", "novella", "short story", "play", "memoir", "non-fiction book", "article", None})
_NAMED_BEFORE = frozenset({"game", "comic", "series"})
"""What is named before its noun as often as after it: "the Hitman video game series"."""

_TRUE_TITLE = compiled(r"\b(?:True|Untold) (?:\p{Lu}[a-z]+ )?(?:Story|Stories|Account|Tale|Crime)\b")
_PLACED = lexicon("in for from published written printed")
_DOES = lexicon("had has wrote co-wrote published sold saw read")
_UNREAL = lexicon("nonexistent non-existent imaginary made-up unwritten")
_INVENTED = lexicon("fictional fictitious invented")
_OPENERS = lexicon("the a an its their his her")
_NO_DESCRIPTION = lexicon("of in on at by for from with to and or about as who which that after life true real")
_DATED = compiled(r"^ \(\d{4}\)")
_FOREIGN = lexicon("Un Une Le La Les El Il")
_NO_OWNER = lexicon("One Two Three Every Everybody Everyone Nobody No Any A The My Our Your All Some Another Each")
_OWNED_YEAR = compiled(r"'s (?:19|20)\d\d\b")
_OWN_YEAR = compiled(r"^((?:19|20)\d\d)'s$")
_IN_PRINT = compiled(
    r"^(?:(?:published|written|printed) )?(?:in|for|from) (?:the )?(?:\p{Lu}[\pL.'-]* ){1,4}(?:magazine )?by "
)
_IN_MAGAZINE = compiled(
    r"^(?:in|for|from) (?:the |The )?(?:\p{Lu}[\pL.'-]* ){0,4}(?:\p{Lu}[\pL.'-]*),? (?:titled|entitled|called|named) "
)
_STAGED = frozenset({"drama", "comedy", "melodrama", "tragedy", "farce"})
_TALKIES = 1930
_VAGUE = frozenset({"story", "stories", "tale", "tales"})
_SAME = lexicon("eponymous same-name same-named same-titled self-titled identically-titled like-named namesake")
_WRITER = compiled(r"^by (?:the )?(?:[\pL-]+ ){0,3}(?:author|writer|novelist|humorist|poet)s? ")


class Known(NamedTuple):
    """What is known of a work so far."""

    title: str | None = None
    creator: str | None = None
    year: int | None = None


def read_work(context: Context, at: int) -> Phrase | None:
    """The work named by a phrase with a noun for its kind: possessive, year, noun, title, year, creator."""
    words = context.words
    head = find_head(words, at)
    if head is None:
        return None
    before = words[at : head.start]
    described = {word.text.lower() for word in before}
    if described & _UNREAL:
        return None
    known = Known(
        title=context.film if any(word.text.lower() in _SAME for word in before) else None,
        creator=makers.before_noun(context, at, head.start, named=head.type in _WRITTEN - {"article"}),
        year=next((int(word.text[:4]) for word in before if _YEAR.match(word.text)), None),
    )
    known, here = follow(context, head.end, known)
    if head.type == "folk tale" and known.title is None and here + 1 < len(words) and words[here].text == "of":
        named = read_title(context.sentence, words, here + 1 + (words[here + 1].text == "the"), "")
        if named:  # "the urban legend of the Lantern Bridge"
            known, here = known._replace(title=named[0]), named[1]
    if head.type == "memoir" and known.creator is None and here < len(words) and words[here].text == "of":
        writer = read_name(words, here + 1)
        if writer > here + 2:  # "the diaries of Lena Ortiz"
            known, here = known._replace(creator=name_text(context.sentence, words, (here + 1, writer))), writer
    if not (known.title or known.creator or head.noun in CHARACTERS) and described & _INVENTED:
        return None
    if head.type is None and head.noun in COLLECTIVE and known.title is None:
        return None
    if known.title is None and (head.type in _NAMED_BEFORE or head.noun in CHARACTERS):
        known = known._replace(title=makers.title_before(context, at, head.start))
    if known.title is None and known.year is None and head.noun in _VAGUE:
        published = any(word.text in PUBLISHED for word in before) or " " in head.noun
        told = words[head.end].start if head.end < len(words) else len(context.sentence)
        if not published and not _WRITER.match(context.sentence[told : told + 80]):
            return Phrase("script", Target(), words[here - 1].end)  # most often the screen story
    meaning: Meaning = "work"
    title = known.title
    if head.noun in SCRIPTS:
        meaning = "script"
    elif head.noun in CHARACTERS:
        meaning, title = "characters", title or "characters"
    kind: TargetType = head.type or "other"
    if head.type is None and head.noun in BOOK and (context.lifelike or _TRUE_TITLE.search(known.title or "")):
        kind = "non-fiction book"  # a film that tells what happened took it from a report
    if head.noun in _STAGED and known.creator is None and (known.year or 0) >= _TALKIES:
        kind = "film"  # "the 1957 drama X" is no play
    target = Target(title=title, type=kind, creator=known.creator, year=known.year)
    short = kind == "film" and any(word.text in ("short", "documentary", "segment") for word in words[at : head.end])
    return Phrase(meaning, target, words[here - 1].end, short=short)


def read_untyped(context: Context, at: int) -> Phrase | None:
    """A work without a noun for its kind: "Headhunters by Jules Bass", "Bram Stoker's Dracula"."""
    sentence, words = context.sentence, context.words
    creator = None
    at = past_description(context, at)
    dated = _OWN_YEAR.match(words[at].text)  # "1974's The Longest Yard"
    if dated and at + 1 < len(words):
        at += 1
    if (
        words[at].text in ("the", "a", "his", "her", "their")
        and at + 2 < len(words)
        and words[at + 1].capital
        and words[at + 2].capital
    ):
        at += 1
    first = at
    end = read_name(words, at)
    if (
        at < end < len(words)
        and words[at].text not in _NO_OWNER
        and words[end - 1].text.endswith(("'s", "s'"))
        and (words[end].capital or words[end].text == '"')
    ):
        name = name_text(sentence, words, (at, end))
        if " " in name or name in SINGLE_NAMES or words[end].text in _FOREIGN:
            creator, first = name, end
    read = None if _YEAR.match(words[first].text) else read_title(sentence, words, first, context.film)
    if read is None or _YEAR.match(read[0].split(" ")[-1]):
        return None
    if _OWNED_YEAR.search(read[0]):
        return None  # "Marsh's 1985 West End English" translation
    year = int(dated.group(1) or "0") if dated else None
    known, here = follow(context, read[1], Known(read[0], creator, year))
    untold: TargetType | None = None
    if (
        here + 2 < len(words)
        and words[here].text == ","
        and (words[here + 1].text in ("a", "an") or _YEAR.match(words[here + 2].text))
    ):
        head = find_head(words, here + 1)  # "The Paleface, a 1948 movie"
        if head is not None and head.type is not None:
            untold = head.type
            made = next((int(each.text[:4]) for each in words[here : head.start] if _YEAR.match(each.text)), None)
            known, here = follow(context, head.end, known._replace(year=known.year or made))
    target = Target(title=known.title, type=untold, creator=known.creator, year=known.year)
    return Phrase("work", target, words[here - 1].end, weak=known.creator is None)


def past_description(context: Context, at: int) -> int:
    """The word where a title begins after words that describe it: "the pre-Code X (1933)", "Ace's earlier X (1932)".

    Only a year in brackets after the title shows that they do.
    """
    words = context.words
    here = at + 1
    if words[at].text not in _OPENERS and not words[at].text.endswith(("'s", "s'")):
        return at
    while here < len(words) and here - at < 5 and words[here].word and not words[here].capital:
        if words[here].text in _NO_DESCRIPTION or words[here].text in TYPE_OF or words[here].text in PERSONS:
            return at
        here += 1
    if here == at + 1 or here >= len(words) or not words[here].capital:
        return at
    read = read_title(context.sentence, words, here, context.film)
    closed = read is not None and _DATED.match(context.sentence[words[read[1] - 1].end :][:8])
    return here if closed else at


def follow(context: Context, at: int, known: Known) -> tuple[Known, int]:
    """Reads on after a noun or a title for all that may follow: title, year, "of the same name", creator."""
    for _ in range(8):
        step = _step(context, at, known)
        if step is None:
            break
        known, at = step
    return known, at


def called_next(words: Sequence[Token], at: int) -> bool:
    """Whether ", titled" stands at word `at`."""
    return words[at].text == "," and at + 1 < len(words) and words[at + 1].text in ("titled", "entitled", "called")


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
    printed = None
    if known.creator is None:
        printed = _IN_PRINT.match(sentence[word.start : word.start + 120]) if word.text in _PLACED else None
        if printed:
            at = word_at(words, word.start + printed.end()) - 1
        made = makers.read_by(context, at)
        if made:
            return known._replace(creator=made[0]), made[1]
    if known.title is not None or printed:
        return None
    magazine = _IN_MAGAZINE.match(sentence[word.start : word.start + 80]) if word.text in _PLACED else None
    if magazine:
        at = word_at(words, word.start + magazine.end()) - 1
        word = words[at]
    called = word.text in ("entitled", "titled", "called", "named")
    skipped = at + 1 if called or word.text == "," else at
    skipped += called_next(words, at) or (word.text == "the" and known.creator is not None)
    read = read_title(sentence, words, skipped, context.film)
    if read is None:
        return None
    if word.text == "," and not called_next(
        words, at
    ):  # an apposition only where a quote, the film's own title, a creator or a year shows it
        after = words[read[1]].text if read[1] < len(words) else "."
        long = read[0].count(" ") > 1 or read[0].startswith(("The ", "A ", "An "))
        told = (known.year or known.creator) and not (
            after == "," and read[1] + 1 < len(words) and words[read[1] + 1].capital
        )
        maker = after == "," and read[1] + 1 < len(words) and words[read[1] + 1].text == "by"
        closes = after in ("by", "(") or maker or (after in (",", ".") and (long or told))
        if not (words[at + 1].text == '"' or read[0].casefold() == context.film.casefold() or closes):
            return None
    if read[1] < len(words) and words[read[1]].text in _DOES:
        return None  # "a play Calder had seen"
    return known._replace(title=read[0]), read[1]
