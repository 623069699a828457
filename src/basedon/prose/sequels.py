"""Reads what a film continues, and what continues it: "a sequel to X (1990)", "followed by two sequels, Y and Z"."""

from __future__ import annotations

from basedon.model.statement import Predicate, Target
from basedon.prose.patterns import compiled
from basedon.prose.phrases import Context, word_at
from basedon.prose.titles import read_title

_MOST = 6
_WORDS: tuple[tuple[str, Predicate], ...] = (
    ("prequel", Predicate.PREQUEL_OF),
    ("spin", Predicate.SPIN_OFF_OF),
    ("reboot", Predicate.REBOOT_OF),
    ("remake", Predicate.REMAKE_OF),
    ("sequel", Predicate.SEQUEL_OF),
    ("follow", Predicate.SEQUEL_OF),
)
_PLANNED = compiled(
    r"\b(?:planned|announced|in development|development|upcoming|cancell?ed|considered|rumou?red|set to|will be"
    r"|would have|scrapped|abandoned|intended|proposed|never|potential|possible|hoped|slated|scheduled|currently|plans"
    r"|script for|talks?|expected)\b",
    case=False,
)
_OPENS = compiled(r"^(?:,|:)? ?(?:(?:also |both )?(?:titled|entitled|called|named)|which was|in the form of)?[: ]*")
_YEAR = compiled(
    r"^,? ?(?:\((?:[^()]*? )?((?:19|20)\d\d)[^()]*\)"
    r"|(?:which )?(?:was )?(?:released )?(?:in|on) (?:\p{Lu}[a-z]+ )?(?:\d{1,2}, )?((?:19|20)\d\d)\b)"
)
_NEXT = compiled(r"^ ?(?:,? and(?: in \d{4} by)?|,|;) ")
_FILM = compiled(r"^(?:the |a )?(?:(?:19|20)\d\d )?(?:[a-z-]+ ){0,3}(?:films?|movies?|series) ")
_BEFORE = compiled(r"\b((?:19|20)\d\d)\b")


def relation(wording: str) -> Predicate:
    """What a cue's wording makes of the two films."""
    low = wording.casefold()
    return next(predicate for word, predicate in _WORDS if word in low)


def planned(sentence: str) -> bool:
    """Whether the sentence speaks of plans: what is not made yet is no statement."""
    return _PLANNED.search(sentence) is not None


def read_continued(context: Context, start: int, wording: str) -> list[tuple[Target, int]]:
    """The films that continue this one, by title, read from the offset `start` on, with where each ends."""
    if planned(context.sentence):
        return []
    found: list[tuple[Target, int]] = []
    told = _BEFORE.search(wording)
    year = int(told.group(1) or "0") if told else None
    opening = _OPENS.match(context.sentence[start : start + 40])
    at = start + (opening.end() if opening else 0)
    for _ in range(_MOST):
        kind = _FILM.match(context.sentence[at : at + 60])
        at += kind.end() if kind else 0
        first = word_at(context.words, at)
        if first >= len(context.words) or context.words[first].start > at + 1:
            break
        read = read_title(context.sentence, context.words, first, "")
        if read is None or not any(letter.isalpha() for letter in read[0]):
            break
        end = context.words[read[1] - 1].end
        dated = _YEAR.match(context.sentence[end : end + 60])
        if dated:
            year, end = int(dated.group(1) or dated.group(2) or "0"), end + dated.end()
        found.append((Target(title=read[0], type="film", year=year), end))
        year = None
        step = _NEXT.match(context.sentence[end : end + 24])
        if step is None:
            break
        at = end + step.end()
    return found
