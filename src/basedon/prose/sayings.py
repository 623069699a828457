"""From a cue and what it points to, to what is said: one function for each group of cues."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from basedon.model.statement import Hedge, Predicate, Target
from basedon.prose import genres, manner, real, remakes, sequels
from basedon.prose.cues import Cue, Group
from basedon.prose.patterns import compiled
from basedon.prose.phrases import Context, Phrase, word_at
from basedon.prose.real import Mark
from basedon.prose.targets import read_about, read_target, read_targets
from basedon.prose.works import Known, follow, read_work


class Saying(Struct, frozen=True, kw_only=True):
    """One thing that a passage says of the film's origin; `start` and `end` are offsets in the text that was given.

    `kind` qualifies a remake, or says that a film it is based on is a short one. `inverse`: the target remakes the
    film, not the other way round. `of_target`: it is said of the film's source ("based on the play, which was based
    on ..."), so it is no statement about the film. `cue` names the wording.
    """

    predicate: Predicate
    target: Target = Target()
    denied: bool = False
    hedge: Hedge | None = None
    kind: str | None = None
    sentence: int = 0
    start: int
    end: int
    inverse: bool = False
    of_target: bool = False
    cue: str = ""


_ANAPHORIC = compiled(r"^ ?(?:the|this|that|his|her|their) [a-z-]+\b", case=True)
_BY_PEOPLE = compiled(
    r"^(?i:adapted) (?:(?:for|to) \w+(?: \w+)*? )?by (?:(?:\p{Lu}[\pL.'-]*|and|&|de|von|van|,|the|writer|writers"
    r"|screenwriter|screenwriters"
    r"|author|director|playwright|husband|wife|himself|herself)[ ,]*)+from$"
)
_IN_PRINT = frozenset(
    {"novel", "novella", "short story", "play", "memoir", "non-fiction book", "article", "comic", "folk tale", "song"}
)
# What "from" may follow: a name, a mark, or one of these; "songs from", "a girl from" speak of no film.
_MADE = compiled(
    r"(?:^|[,)\"]|\p{Lu}[\pL.'-]*|\b(?:films?|movie|picture|feature|short|screenplay|script|scenario|photoplay|teleplay"
    r"|drama|comedy|western|musical|thriller|melodrama|noir|directed|written|rewritten|adapted|scripted|made|filmed"
    r"|is|was|it|screen|treatment|production|version|talkie|inspiration|directly|loosely|freely|partly|also)) $"
)
_SCREEN_COMEDY = compiled(r"^[^\"(]*?\b(?:comedy|drama|melodrama|thriller|musical)\b", case=False)
_AHEAD = 160  # characters in which a name that a plot tells of stands
_NOUN = compiled(r"^(?:an?|the|its|one|two|three) ", case=False)
_IS_ONE = compiled(r"\b(?:is|was|be|being|been|as|not) $")
_NUMBERED = compiled(r"^(.*?)(?: (?:\d{1,2}|II|III|IV|V|VI)(?:: .*)?)?$")
_IS_TRUE = compiled(r"\b(?:is|was|as|tells|of) (?:an? |the |based on )?(?:\w+ ){0,2}$", case=False)
_FROM = compiled(r"\b(?:from|on|upon|with|is|was|wrote|of|as|by) (?:an? )(?:\w+ )?$", case=False)
_THE = compiled(r"(?:^|, )(?:the|its) $", case=False)
_BY = compiled(r"^ ?,? ?(?:(?:is|was) )?(?:written )?by ", case=False)
_ANOTHER = compiled(r"\b(?:same|eponymous|namesake|self-titled|that) ?", case=False)
_TRUE_OF = compiled(r"^ (?:of|about|involving) (?:the )?(?:[a-z-]+ ){0,3}\p{Lu}")
_AWARD = compiled(r"\b(?:award|best|oscar|nominat\w+|prize|won)\b", case=False)


def promising(context: Context, cue: Cue, start: int, end: int) -> bool:
    """A look at the words beside a cue that turns most of them down before anything is read."""
    match cue.group:
        case "from":
            return _MADE.search(context.sentence[max(0, start - 60) : start]) is not None
        case "cast":
            return context.lifelike
        case "tells" | "follows":
            after = context.sentence[end : end + _AHEAD]
            return not after.islower() or any(word in after for word in ("real", "true", "actual", "own", "fact"))
    return True


def say(context: Context, cue: Cue, start: int, end: int) -> list[Saying]:
    """What the cue from `start` to `end` says, in the order it says it."""
    base = Saying(
        predicate=cue.predicate,
        denied=manner.denied(context.sentence, start),
        hedge=manner.hedge(context.sentence, start, end),
        start=start,
        end=end,
        cue=cue.name,
    )
    return _GROUPS[cue.group](context, base)


def _derives(context: Context, base: Saying) -> list[Saying]:
    wording = context.sentence[base.start : base.end]
    if base.cue == "adapted by from" and not _BY_PEOPLE.match(wording):
        return []
    read = [phrase for phrase in read_targets(context, base.end) if not _is_itself(context, base, phrase)]
    return [saying for phrase in read for saying in _source(base, phrase)]


def _is_itself(context: Context, base: Saying, phrase: Phrase) -> bool:
    """Whether a film that is named bears this film's title, and nothing says that it is another of that name."""
    target = phrase.target
    if (target.title or "").casefold() != context.film.casefold() or target.year or target.creator:
        return False
    plain_film = base.predicate is Predicate.REMAKE_OF or target.type == "film"
    return plain_film and _ANOTHER.search(context.sentence[base.end : phrase.end]) is None


def _source(base: Saying, phrase: Phrase) -> list[Saying]:
    if phrase.meaning == "script":
        return []
    if phrase.meaning == "truth":
        loose: Hedge | None = "loosely" if base.predicate is Predicate.INSPIRED_BY or phrase.weak else None
        told = replace(base, predicate=Predicate.TRUE_STORY, hedge=base.hedge or loose, end=phrase.end)
        known = phrase.target.title is not None
        return [told, replace(told, predicate=Predicate.DEPICTS, target=phrase.target)] if known else [told]
    if phrase.target in (Target(), Target(type="other")):
        return []  # "the works": nothing that could be looked for
    said = replace(base, target=phrase.target, end=phrase.end)
    if phrase.target.type == "film" and phrase.short:
        return [replace(said, kind="short")]
    return [said]


def _version(context: Context, base: Saying) -> list[Saying]:
    """A noun's target must be named: "an adaptation of the novel" only takes up what was said before."""
    if base.predicate is Predicate.DEPICTS:
        return _tells(context, base)
    named = []
    for saying in _derives(context, base):
        target = saying.target
        detail = target.title or target.creator or target.year or saying.predicate is Predicate.TRUE_STORY
        if detail or not _ANAPHORIC.match(context.sentence[base.end : base.end + 40]):
            named.append(saying)
    return named


def _remake(context: Context, base: Saying) -> list[Saying]:
    said: list[Saying] = []
    kind = manner.remake_kind(context.sentence, base.start, base.end)
    for phrase in read_targets(context, base.end, works=True)[:2]:
        if phrase.meaning != "work" or phrase.target == Target(type=phrase.target.type):
            continue
        if _is_itself(context, base, phrase):
            continue
        target = phrase.target
        if target.type == "play" and _SCREEN_COMEDY.search(context.sentence[base.end : phrase.end]):
            target = replace(target, type="film")
        if target.type in (None, "other") or (
            target.type in ("play", "novel", "short story") and target.creator is None
        ):
            target = replace(target, type="film")  # "their 1931 melodrama Safe in Hell" is a film when it is remade
        if target.type in ("film", "series"):
            hedge = base.hedge if base.hedge != "loosely" else None  # that is its kind
            said.append(replace(base, target=target, kind=kind, hedge=hedge, end=phrase.end))
        else:
            said.append(replace(base, predicate=Predicate.BASED_ON, target=target, end=phrase.end))
    return said


def _remade(context: Context, base: Saying) -> list[Saying]:
    kind = manner.remake_kind(context.sentence, base.start, base.end)
    return [
        replace(base, target=target, kind=kind, hedge=None, end=end, inverse=True)
        for target, end in remakes.read_remade(context, base.end)
    ]


def _which(context: Context, base: Saying) -> list[Saying]:
    """The source stands before the cue: "the 1952 play on which the film is based was written by"."""
    last = word_at(context.words, base.start) - 1
    for at in range(last, max(-1, last - 16), -1):
        if context.words[at].text.lower() in ("the", "a", "his", "her") or context.words[at].text.endswith("'s"):
            phrase = read_work(context, at)
            if phrase and phrase.meaning == "work" and base.start - 3 <= phrase.end <= base.start:
                known = Known(phrase.target.title, phrase.target.creator, phrase.target.year)
                after = word_at(context.words, base.end)
                while after < len(context.words) and context.words[after].text in ("was", "is", ",", "upon", "on"):
                    after += 1
                known, _ = follow(context, after, known) if known.creator is None else (known, 0)
                target = replace(phrase.target, title=known.title, creator=known.creator, year=known.year)
                return [replace(base, target=target, start=context.words[at].start)]
    return []


def _tells(context: Context, base: Saying) -> list[Saying]:
    """A name alone is no evidence: films tell of invented people too. It takes a mark, or a lifelike film."""
    phrase = read_target(context, base.end) if not context.sentence.startswith(" of ", base.end) else None
    if phrase is None:  # and "details of" is a noun
        return []
    if phrase.meaning == "truth":
        return (
            _source(base, phrase) if phrase.mark is Mark.REAL and not phrase.weak else []
        )  # whose life a plot tells is nobody's that lived
    life = context.lifelike and (phrase.mark > Mark.NONE or not phrase.weak)
    if phrase.meaning in ("event", "person") and (phrase.mark is Mark.REAL or life):
        return [replace(base, target=phrase.target, end=phrase.end)]
    return []


def _follows(context: Context, base: Saying) -> list[Saying]:
    phrase = read_target(context, base.end)
    known = phrase is not None and phrase.meaning in ("person", "truth") and phrase.mark is Mark.REAL
    return _tells(context, base) if context.lifelike or known else []


def _genre(context: Context, base: Saying) -> list[Saying]:
    read = genres.read_genre(context, base.start, base.end)
    if read is None:
        return []
    said = [replace(base, predicate=Predicate.TRUE_STORY)]
    if read.target is not None:
        said.append(replace(base, predicate=Predicate.DEPICTS, target=read.target, end=read.end))
    return said


def _from(context: Context, base: Saying) -> list[Saying]:
    """In "a screenplay by A, from the 1912 play by B" only what was published counts, with its maker or title."""
    before = context.sentence[max(0, base.start - 60) : base.start]
    predicate = Predicate.INSPIRED_BY if before.endswith("inspiration ") else base.predicate
    said = []
    for phrase in read_targets(context, base.start + len(context.sentence[base.start :].split(" ", 1)[0]) + 1):
        target = phrase.target
        titled = target.title is not None and (" " in target.title or target.type != "short story")
        if phrase.meaning == "work" and target.type in _IN_PRINT and (titled or target.creator):
            said.append(replace(base, predicate=predicate, target=target, end=phrase.end))
    return said


def _continues(context: Context, base: Saying) -> list[Saying]:
    predicate = sequels.relation(context.sentence[base.start : base.end])
    said = []
    for phrase in read_targets(context, base.end, works=True)[:3]:
        target = phrase.target
        kind = target.type if target.type in ("film", "series") else "film" if target.type in (None, "other") else None
        if phrase.meaning == "work" and kind and target.title is None and target.year:
            said.append(
                replace(base, predicate=predicate, target=replace(target, type=kind), hedge=None, end=phrase.end)
            )
        elif phrase.meaning == "work" and kind and target.title and not _is_itself(context, base, phrase):
            title, creator = target.title, target.creator
            owned = creator and context.sentence[base.end :].lstrip().startswith(f"{creator}'")
            if target.type is None and owned:
                title, creator = f"{creator}'s {title}", None  # "Bridget Jones's Diary" is nobody's "Diary"
            elif title == context.film:
                numbered = _NUMBERED.match(title)  # "of the same name", but for its number
                title = (numbered.group(1) if numbered else None) or title
            target = replace(target, type=kind, title=title, creator=creator)
            said.append(replace(base, predicate=predicate, target=target, hedge=None, end=phrase.end))
    return said


def _continued(context: Context, base: Saying) -> list[Saying]:
    wording = context.sentence[base.start : base.end]
    if _NOUN.match(wording) and _IS_ONE.search(context.sentence[: base.start][-20:]):
        return []  # "denying it is a remake, Holt said"
    kind = "unknown" if sequels.relation(wording) is Predicate.REMAKE_OF else None
    return [
        replace(base, predicate=sequels.relation(wording), target=target, kind=kind, hedge=None, end=end, inverse=True)
        for target, end in sequels.read_continued(context, base.end, wording)
    ]


def _cast(context: Context, base: Saying) -> list[Saying]:
    """Whom an actor plays is somebody real where the film is said to be a life, and the full name is the first one."""
    at = word_at(context.words, base.end)
    if at < len(context.words) and context.words[at].text in ("himself", "herself"):
        at = word_at(context.words, base.start) + 1  # the actor is whom the film is about
    person = real.read_person(context.sentence, context.words, at)
    if person is None or " " not in (person.target.title or ""):
        return []
    return [replace(base, target=person.target, end=context.words[person.end - 1].end)]


def _biography(context: Context, base: Saying) -> list[Saying]:
    """It says both that the story is true and of whom: "a screen biography of X"."""
    told = replace(base, predicate=Predicate.TRUE_STORY)
    about = read_about(context, word_at(context.words, base.end))
    if about is None or about.meaning != "person":
        return [told]
    return [told, replace(base, target=about.target, end=about.end)]


def _truth(context: Context, base: Saying) -> list[Saying]:
    before = context.sentence[max(0, base.start - 40) : base.start]
    said = context.sentence[base.start : base.end]
    return [base] if said.islower() and _IS_TRUE.search(before) else []


def _original(context: Context, base: Saying) -> list[Saying]:
    before = context.sentence[max(0, base.start - 60) : base.start]
    if _AWARD.search(context.sentence[max(0, base.start - 120) : base.start]):
        return []
    stands = _FROM.search(before) or (_THE.search(before) and _BY.search(context.sentence[base.end : base.end + 20]))
    return [replace(base, hedge=None)] if stands else []


def _presented(context: Context, base: Saying) -> list[Saying]:
    """A true story of somebody named is claimed, not feigned: "purports to tell the true story of Ida Marsh"."""
    if base.cue == "claims to be true" and _TRUE_OF.match(context.sentence[base.end : base.end + 80]):
        return [replace(base, predicate=Predicate.TRUE_STORY, hedge="reportedly")]
    return [replace(base, hedge=None)]


def _fiction(_context: Context, base: Saying) -> list[Saying]:
    return [replace(base, denied=not base.denied, hedge=None)]


_GROUPS: dict[Group, Callable[[Context, Saying], list[Saying]]] = {
    "derives": _derives,
    "version": _version,
    "remake": _remake,
    "remade": _remade,
    "which": _which,
    "tells": _tells,
    "follows": _follows,
    "genre": _genre,
    "biography": _biography,
    "truth": _truth,
    "original": _original,
    "presented": _presented,
    "fiction": _fiction,
    "from": _from,
    "continues": _continues,
    "continued": _continued,
    "cast": _cast,
}
