"""The cues: every wording that says where a film's story comes from, one a line of one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Literal, NamedTuple

from basedon.model.statement import Predicate
from basedon.prose.patterns import compiled
from basedon.prose.sentences import Span

Group = Literal[
    "derives",
    "version",
    "remake",
    "remade",
    "which",
    "tells",
    "follows",
    "genre",
    "biography",
    "truth",
    "original",
    "presented",
    "fiction",
    "from",
    "continues",
    "continued",
    "cast",
]


class Cue(NamedTuple):
    """A wording. `group` says how it is read:

    derives    a source follows ("based on")             version   the same, said by a noun ("adaptation of")
    remake     an original follows ("remake of")         remade    a remake follows ("was remade as")
    which      the source stands before ("on which the film is based")
    tells      what the film tells follows ("chronicles") follows   the same, as one says it of a plot ("follows")
    genre      the genre itself speaks ("docudrama")     biography "a biography of"
    truth      says "true story" and names no source
    original   an original script                        presented offered as true though it is not
    fiction    says that the story is invented
    from       a published source may follow ("a screenplay by A, from the 1912 play by B")
    continues  the film that it continues follows ("sequel to")
    continued  a film that continues it follows ("was followed by a sequel,")
    cast       the person that an actor plays follows ("starring A as")
    """

    name: str
    group: Group
    predicate: Predicate
    pattern: str


_BASED, _INSPIRED, _DEPICTS = Predicate.BASED_ON, Predicate.INSPIRED_BY, Predicate.DEPICTS
_REMAKE, _TRUE = Predicate.REMAKE_OF, Predicate.TRUE_STORY

# In a pattern a space stands for any run of spaces; capitals don't matter; no capturing groups.
# Of two cues that begin at the same place the upper wins.
CUES: tuple[Cue, ...] = (
    Cue("presented as true", "presented", Predicate.PRESENTED_AS_TRUE,
        r"(?:presented|marketed|advertised|promoted|billed|publici[sz]ed|sold|touted) (?:\w+ )?as (?:being )?"
        r"(?:(?:based|inspired) (?:up)?(?:on|by) )?(?:a |an )?(?:true|real|actual|factual)(?:-life| life)?"
        r" (?:story|stories|events|case|footage|documentary|account)"),
    Cue("claims to be true", "presented", Predicate.PRESENTED_AS_TRUE,
        r"(?:claim(?:s|ed|ing)?|purport(?:s|ed|ing)?|pretend(?:s|ed|ing)?) (?:\w+ )?"
        r"(?:to (?:be )?(?:(?:\w+ )?(?:based|inspired) (?:up)?(?:on|by) )?"
        r"|to (?:tell|depict|recount|show) |(?:that )?(?:it|the (?:film|story|events)) (?:is|was|are|were)"
        r" (?:based on )?)"
        r"(?:a |an |the )?(?:true|real|actual|factual|authentic)(?:-life| life)? (?:story|stories|events?|case"
        r"|account|footage)"),
    Cue("adapted by from", "derives", _BASED, r"adapted (?:(?:for|to) \w+(?: \w+){0,2} )?by [^;]+? from\b"),
    Cue("adapted it from", "derives", _BASED,
        r"(?:adapted|adapting) (?:it|the (?:screenplay|script|story|film|screen story|teleplay))"
        r"(?: for the screen)? from\b"),
    Cue("based it on", "derives", _BASED,
        r"(?:based|basing) (?:it|(?:the|his|her|their|this) (?:screenplay|script|story|film|plot)) (?:loosely "
        r"|partly )?(?:up)?on\b"),
    Cue("on which it is based", "which", _BASED,
        r"(?:up)?on which (?:the|this) (?:film|movie|picture|screenplay|story) (?:is|was) (?:\w+ )?based\b"),
    Cue("based on", "derives", _BASED,
        r"based (?:(?:[a-z-]+ly|in part|in large part|somewhat|at least in part|on and inspired by) )?(?:up)?on\b"),
    Cue("adapted from", "derives", _BASED,
        r"adapted (?:(?:[a-z-]+ly|in part|to film|to the screen|for (?:the )?(?:screen|film|television|cinema))"
        r" )?from\b"),
    Cue("adaptation of", "version", _BASED, r"(?:adaptation|adaption) (?:and \w+ )?of\b"),
    Cue("adapts", "derives", _BASED, r"(?:adapts|adapting|who adapted|adapted (?:his|her|their)(?: own)?)\b"),
    Cue("version of", "version", _BASED,
        r"(?:film|screen|movie|cinematic|fictional|fictionali[sz]ed|dramati[sz]ed|modern|moderni[sz]ed|updated|contemporary|filmed|musical|animated|film"
        r" musical|loose"
        r"|talkie|silent|cinema|modern-day|sound|live-action|feature-length)"
        r" (?:version|retelling|reworking|updating|re-?imagining|rendition|interpretation|transposition) of\b"),
    Cue("retelling of", "version", _BASED,
        r"(?:re-?telling|re-?imagining\"?|dramati[sz]ation|moderni[sz]ation|filmi[sz]ation) of\b"),
    Cue("as told in", "derives", _BASED,
        r"as (?:told|recounted|described|related|chronicled|detailed|documented) in\b"),
    Cue("derived from", "derives", _BASED, r"(?:derived|drawn) from\b"),
    Cue("inspired by", "derives", _INSPIRED,
        r"(?:inspired (?:(?:[a-z-]+ly|in part|at least in part) )?by|takes? (?:its )?inspiration from|drew"
        r" inspiration from"
        r"|suggested by)\b"),
    Cue("sequel to", "continues", Predicate.SEQUEL_OF,
        r"(?:sequel|prequel|spin-?off|reboot|follow-up)"
        r" (?:of sorts |(?:film|series|movie) |(?:and|or) (?:an? )?[a-z-]+ )?"
        r"(?:of|to|from)\b"),
    Cue("followed by a sequel", "continued", Predicate.SEQUEL_OF,
        r"(?:followed|succeeded)(?: up)?(?: in (?:19|20)\d\d)? by(?: (?:an?|the|its|two|three|four|five|several|one))?"
        r" (?:(?:[a-z-]+|\d{4}) ){0,4}(?:sequels?|prequels?|spin-?offs?|reboot|follow-ups?|remakes?)\b"
        r"|(?:spawned|led to|inspired|generated|received) (?:an?|the|two|three|four|five|several|one)"
        r" (?:(?:[a-z-]+|\d{4}) ){0,3}(?:sequels?|prequels?|spin-?offs?|reboot|follow-ups?|remakes?)\b"
        r"|(?:an?|the|its|one|two|three) (?:(?:[a-z-]+|\d{4}) ){0,3}(?:sequels?|prequels?|spin-?offs?|reboot"
        r"|remakes?)(?:,| titled| entitled| called| named)"),
    Cue("remake of", "remake", _REMAKE, r"re-?make (?:(?:and|or) \w+ )?(?:of|to)\b"),
    Cue("remade from", "remake", _REMAKE, r"remade from\b"),
    Cue("remade it", "remade", _REMAKE, r"re-?made (?:it|the (?:film|movie|story|picture))\b"),
    Cue("was remade", "remade", _REMAKE, r"re-?made\b"),
    Cue("biography of", "biography", _DEPICTS, r"(?:(?:semi-)?(?:auto)?biography|biopic) (?:of|about)\b"),
    Cue("biographical", "genre", _TRUE,
        r"(?:(?:semi-)?(?:auto)?biographical|biopic|bio-pic|docudrama|docu-drama|true[ -]crime)\b"),
    Cue("documentary", "genre", _DEPICTS, r"(?:documentary|docufiction|docuseries|docu-series|concert film)\b"),
    Cue("is a true story", "truth", _TRUE,
        r"(?:true|real-life|true-life|real life) (?:crime )?(?:story|stories)\b|(?:actually|really) happened\b"),
    Cue("film about", "tells", _DEPICTS,
        r"(?:films?|movie|picture|drama|western|epic|miniseries|musical|thriller) (?:loosely )?(?:about|depicting"
        r"|dramati[sz]ing)\b"),
    Cue("tells", "tells", _DEPICTS,
        r"(?:re)?(?:tells?|telling|told)\b|(?:recounts?|recounting|relates|relating|chronicles?|chronicling"
        r"|dramati[sz](?:es|ing)"
        r"|depicts|depicting|portrays|portraying|documents|documenting|traces|tracing|details|detailing"
        r"|re-?enacts|re-?creates"
        r"|is about)\b"),
    Cue("follows", "follows", _DEPICTS,
        r"(?:follows|explores|examines|covers|covering|concerns|focuses on|cent(?:er|re)s (?:on|around)"
        r"|celebrates|profiles|charts)\b"),
    Cue("account of", "version", _DEPICTS, r"(?:account|chronicle|portrait) of\b"),
    Cue("original screenplay", "original", Predicate.ORIGINAL_STORY,
        r"original (?:screenplay|story|script|idea|concept|screen story|scenario|photoplay|teleplay|screen play"
        r"|story and screenplay|screenplay and story)\b"),
    Cue("starring as", "cast", _DEPICTS,
        r"(?:starring|stars|played by|portrayed by|plays|portrays|features|featuring)"
        r" (?-i:\p{Lu}[\pL.'-]*,? (?:and )?){1,8}as\b"),
    Cue("from", "from", _BASED, r"(?:from|after) (?:(?:the|an?|his|her|their)\b|(?-i:\p{Lu}))"),
    Cue("fictional", "fiction", _TRUE,
        r"(?:entirely|completely|purely|wholly|totally) (?:fictional|fictitious|invented|made up|fiction)\b"
        r"|(?:is|was) (?:fictional|fictitious) ?(?:[.,;]|and|but)|work of (?:pure )?fiction\b|no basis in (?:fact"
        r"|reality|history)\b"),
)  # fmt: skip

_ALL = compiled("|".join(rf"\b(?:{cue.pattern})" for cue in CUES), case=False)
_WHICH = compiled("^(?:" + "|".join(f"({cue.pattern})" for cue in CUES) + ")$", case=False)
_MOST = 12  # cues read of one sentence


Found = tuple[Cue, int, int]


def find(sentence: str) -> list[Found]:
    """The cues of a sentence (made plain before) in order, each with where it starts and ends."""
    return list(islice(_all(sentence), _MOST))


def find_all(passage: str) -> list[Found]:
    """The cues of a passage: one look at the whole is cheaper than one at each sentence."""
    return list(_all(passage))


def by_sentence(
    passage: str, found_in_all: Sequence[Found], spans: Sequence[Span]
) -> Iterator[tuple[int, list[Found]]]:
    """The numbers of the sentences that hold cues, with these; their offsets are in the sentence then."""
    held: dict[int, list[Found]] = {}
    broken: set[int] = set()
    number = 0
    for cue, start, end in found_in_all:
        while number < len(spans) and spans[number].end <= start:
            number += 1
        if number == len(spans):
            break
        if end <= spans[number].end:
            offset = spans[number].start
            held.setdefault(number, []).append((cue, start - offset, end - offset))
            continue
        here = number  # a wording that runs on into the next sentence hides what begins there
        while here < len(spans) and spans[here].start < end:
            broken.add(here)
            here += 1
    for number in sorted(held.keys() | broken):
        text = passage[spans[number].start : spans[number].end] if number in broken else ""
        found = find(text) if text else held[number][:_MOST]
        if found:
            yield number, found


def _all(text: str) -> Iterator[Found]:
    for match in _ALL.finditer(text):
        cue = _cue_of(match.group() or "")
        if cue is not None:
            yield cue, match.start(), match.end()


@lru_cache(maxsize=4096)
def _cue_of(wording: str) -> Cue | None:
    """The cue that a wording is: the first whose pattern it is the whole of."""
    match = _WHICH.match(wording)
    return next((cue for number, cue in enumerate(CUES, 1) if match.start(number) >= 0), None) if match else None
