"""Reads a passage about a film: what it says of the film's origin, each saying with its place in the text."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from basedon.model.statement import Predicate
from basedon.prose import known, manner
from basedon.prose.cell import read_cell
from basedon.prose.cues import Cue, Group, by_sentence, find_all
from basedon.prose.patterns import compiled, plain
from basedon.prose.phrases import Context
from basedon.prose.sayings import Saying, promising, say
from basedon.prose.sentences import split
from basedon.prose.subjects import Wording, subject
from basedon.prose.tokens import tokens

__all__ = ["Saying", "read", "read_based_on", "read_plot"]

# Somebody bases "the screenplay", "it" on a source: the clause's subject is no matter.
_OF_THE_SCRIPT = frozenset({"as told in", "based it on", "adapted it from", "remade it"})
_WORDING: dict[Group, Wording] = {
    "derives": "verb",
    "version": "noun",
    "remake": "noun",
    "biography": "noun",
    "continues": "noun",
}
_MADE_ALREADY = frozenset({"derives", "version", "remake", "remade", "truth"})
_WRITTEN = frozenset({"novel", "novella", "short story", "play", "memoir", "non-fiction book", "article"})
_OF_LIFE = frozenset({"person", "event"})

_OF_FILM = compiled(
    r"\b(?:the (?:film|movie|picture|documentary)|(?:title|end|closing|opening|text)s? (?:cards?|titles?|credits?"
    r"|texts?)"
    r"|captions?|intertitles?|epilogue|postscript|on-screen text)\b",
    case=False,
)
"""What a plot section calls the film by, where it speaks of it and not of what happens in it."""

LONGEST = 400_000
"""Characters read of one text; no passage about one film is that long."""

MOST = 1_000
"""Sayings read of one text."""


def read(text: str, title: str) -> tuple[Saying, ...]:
    """What a lead or a passage about the film `title` says of its origin, in the order it says it."""
    film = plain(title.strip())[:200]
    passage = plain(text[:LONGEST])
    sayings: list[Saying] = []
    lifelike = False
    cues_of_all = find_all(passage)
    if not cues_of_all:
        return ()
    spans = split(text[: len(passage)])  # where lines end is told by the text as it was given
    for number, cues in by_sentence(passage, cues_of_all, spans):
        if len(sayings) >= MOST:
            break
        span = spans[number]
        said = _sentence(Context(passage[span.start : span.end], (), film, lifelike), cues)
        lifelike = lifelike or any(map(_lifelike, said))
        for saying in said:
            target = known.typed(saying.target)
            start, end = span.start + saying.start, span.start + saying.end
            sayings.append(replace(saying, target=target, sentence=number, start=start, end=end))
    return _agreed(sayings)


def read_plot(text: str, title: str) -> tuple[Saying, ...]:
    """What a plot section says of the film's origin: only what a sentence says of the film, its titles or its end.

    A plot tells of what happens in the film, where people base plans on books and tell each other true stories.
    """
    if not _OF_FILM.search(text):
        return ()
    return tuple(one for one in read(text, title) if _OF_FILM.search(text[: one.start].rpartition(". ")[2][-300:]))


def read_based_on(parts: Sequence[str], title: str) -> tuple[Saying, ...]:
    """What an infobox's "Based on" cell says, given as its fragments; offsets are in the fragments joined by spaces."""
    return tuple(
        Saying(predicate=predicate, target=known.typed(target), start=start, end=end, cue="infobox")
        for predicate, target, start, end in read_cell(parts, plain(title.strip())[:200])
    )


def _sentence(context: Context, cues: Sequence[tuple[Cue, int, int]]) -> list[Saying]:
    found: list[Saying] = []
    read_to = continued = dropped = 0
    for cue, start, end in cues:
        if start < read_to or not promising(context, cue, start, end) or manner.asked(context.sentence, start):
            continue
        if cue.group in _MADE_ALREADY and manner.planned(context.sentence, start):
            continue
        if continued and cue.group == "remake" and not context.sentence[continued:start].count(","):
            continue  # "the sequel to Marsh's 2007 remake of Night Ferry"
        continued = end if cue.group == "continues" and not found else 0
        sourced = any(saying.target.type for saying in found)
        wording = _WORDING.get(cue.group, "other")
        spoken = cue.name in _OF_THE_SCRIPT or cue.group == "which"
        whose = "film" if spoken else subject(context.sentence, start, context.film, sourced, wording)
        if whose == "other":
            dropped = end
            continue
        if cue.group == "truth" and dropped and not set(context.sentence[dropped:start]) & set(",;:."):
            continue  # "a book that is based on a | true story": it goes with what was turned down
        if not context.words:  # most cues are turned down before any word is cut
            context = context._replace(words=tokens(context.sentence))
        if sourced and wording == "verb" and not context.sentence[read_to:start].strip(" ,"):
            whose = "source"  # "the play X by Y, inspired by Z"
        source = next(
            (s.target.title for s in reversed(found) if s.target.title and s.target.type not in _OF_LIFE), None
        )
        named = context._replace(film=source) if whose == "source" and source else context
        said = say(named, cue, start, end)  # "the play of the same name" bears the source's name then
        if whose == "source" and cue.group not in ("derives", "version", "remake"):
            continue
        if whose == "thing":  # films are based on books, ships and cops on other ships and cops
            said = [saying for saying in said if saying.target.type in _WRITTEN]
        found += [replace(saying, of_target=whose == "source") for saying in said]
        context = context._replace(lifelike=context.lifelike or any(map(_lifelike, said)))
        read_to = max([read_to, *(saying.end for saying in said)])
    return found


def _lifelike(saying: Saying) -> bool:
    """Whether a saying makes it likely that the people a film names have lived."""
    told = saying.predicate in (Predicate.TRUE_STORY, Predicate.DEPICTS) or saying.target.type in _OF_LIFE
    return told and not (saying.denied or saying.of_target or saying.hedge)


def _agreed(sayings: Sequence[Saying]) -> tuple[Saying, ...]:
    """Leaves out an original story where a source is named too: then "the original story" is the source's."""
    sourced = any(
        saying.predicate in (Predicate.BASED_ON, Predicate.REMAKE_OF) and not saying.inverse and not saying.denied
        for saying in sayings
    )
    return tuple(one for one in sayings if not (sourced and one.predicate is Predicate.ORIGINAL_STORY))
