"""Reads what a category of Wikipedia says of its films: "Films based on actual events", "Remakes of French films"."""

from __future__ import annotations

from typing import NamedTuple

from basedon.model.statement import Predicate, Target, TargetType
from basedon.prose import known
from basedon.prose.nouns import INVENTED
from basedon.prose.patterns import Pattern, compiled, plain
from basedon.prose.places import COUNTRIES
from basedon.prose.sayings import Saying

_FILMS = r"(?:[\pL\pN-]+ )*?(?i:films?|movies|miniseries|documentaries)"


class _Reading(NamedTuple):
    """A pattern of category names, what it says, and the kind of thing that its group names (its title)."""

    pattern: Pattern
    predicate: Predicate
    type: TargetType | None = None


def _reading(pattern: str, predicate: Predicate, type_: TargetType | None = None) -> _Reading:
    return _Reading(compiled(rf"^{pattern}$", case=False), predicate, type_)


_BASED, _DEPICTS, _TRUE = Predicate.BASED_ON, Predicate.DEPICTS, Predicate.TRUE_STORY

# What stands in the plural behind "films based on", each with its kind; the rest of the table needs a pattern each.
_KINDS: tuple[tuple[TargetType, str], ...] = (
    ("memoir", "memoirs|autobiographies|diaries|autobiographical novels"),
    ("non-fiction book", "non-fiction books|biographies|true crime books"),
    ("article", "newspaper and magazine articles|magazine articles|articles"),
    ("novel", "novels|children's books"),
    ("novella", "novellas"),
    ("short story", "short fiction|short stories"),
    ("play", "plays|musicals|operas|operettas"),
    ("comic", "comics|comic strips|manga|manhwa|webtoons|graphic novels|webcomics"),
    ("game", "video games|games|board games"),
    ("song", "songs|ballads"),
    ("folk tale", "fairy tales|folklore|legends|mythology|folk tales|fables|nursery rhymes"),
    ("series", "television series|tv series|radio series|television plays|anime"),
    ("other", "poems|toys|amusement park attractions|the Bible"),
)
_EVENTS = "massacre|murders?|assassination|siege|trial|disaster|attacks?|uprising"

# The first that fits is what a category says; one that none fits says nothing of a story's origin.
_READINGS = (
    _reading(rf"{_FILMS} based on (?:actual|true|real) (?:events|stories|crimes)", _TRUE),
    _reading(
        r"(?:[\pL\pN-]+ )*(?:biographical|docudrama|true crime|semi-autobiographical) (?:[\pL-]+ )*?films?", _TRUE
    ),
    _reading(r"(?:[\pL\pN-]+ )*docudramas?(?: films?)?", _TRUE),
    _reading(r"(?:biographical (?:[\pL-]+ )*films|cultural depictions|documentary films) (?:about|of) (.+)", _DEPICTS),
    _reading(r"(?:[\pL\pN-]+ )*documentary (?:television )?films?", _TRUE),
    _reading(rf"{_FILMS} about the (.+ (?:{_EVENTS}))", _DEPICTS, "event"),
    _reading(rf"{_FILMS} about the ((?:battle|siege|attack|assassination|sinking) of .+)", _DEPICTS, "event"),
    *(_reading(rf"{_FILMS} based on (?:[\pL-]+ )*?(?:{nouns})", _BASED, kind) for kind, nouns in _KINDS),
)
_WORKS_BY = compiled(rf"^{_FILMS} based on (?:works|short fiction|novels|plays|stories) by (.+)$")
_ONE_WORK = compiled(rf"^(?:{_FILMS}|Adaptations|Works|Media) (?:based on|of) ([\p{{Lu}}\pN].+?)(?: \(([^()]+)\))?$")
_REMAKES = compiled(
    rf"^(?:[\pL-]+ )*?remakes of ([\pL ]+) films$|^(?:[\pL-]+ )*?film remakes$|^{_FILMS} remakes$", case=False
)
_NAME = compiled(r"^\p{Lu}[\pL.'-]*(?: (?:\p{Lu}[\pL.'-]*|of|the|de|von|van|II|III|IV|I))*$")


def read_category(name: str) -> Saying | None:
    """What a category (without its prefix) says of each film in it; None where it says nothing of a story's origin.

    A remake's original is told only by its country, so its target has no title: the saying says that it is a remake.
    """
    text = plain(name.strip().removeprefix("Category:").replace("_", " "))[:200]
    if _REMAKES.match(text):
        return _said(text, Predicate.REMAKE_OF, Target(type="film"))
    works_by = _WORKS_BY.match(text)
    if works_by:
        return _said(text, _BASED, Target(type="other", creator=works_by.group(1)))
    for reading in _READINGS:
        match = reading.pattern.match(text)
        if match:
            return _read(text, reading, match.groups()[0] if match.groups() else None)
    one = _ONE_WORK.match(text)
    if one and (one.group(1) or "") not in COUNTRIES:
        kind: TargetType = "novel" if "novel" in (one.group(2) or "") else "other"
        return _said(text, _BASED, Target(one.group(1), kind))
    return None


def _read(text: str, reading: _Reading, named: str | None) -> Saying | None:
    if reading.predicate is not _DEPICTS:
        return _said(text, reading.predicate, Target(type=reading.type))
    if not named or named in INVENTED:
        return None
    name = named.removeprefix("the ")
    kind: TargetType = reading.type or ("person" if name in known.people() or _NAME.match(name) else "other")
    return _said(text, _DEPICTS, Target(name, kind))


def _said(text: str, predicate: Predicate, target: Target) -> Saying:
    kind = "unknown" if predicate is Predicate.REMAKE_OF else None
    return Saying(predicate=predicate, target=target, kind=kind, start=0, end=len(text), cue="category")
