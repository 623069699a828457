"""Reads lists of people's names off a sentence, as claims name them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from basedon.factcheck.clause import Clause, Films, Found
from basedon.factcheck.naming import COMMON
from basedon.model.claim import ClaimType
from basedon.prose.names import name_text, read_name
from basedon.prose.patterns import Match, lexicon
from basedon.prose.phrases import word_at
from basedon.prose.places import COUNTRIES
from basedon.prose.references import MASK
from basedon.prose.tokens import Token

MOST = 12

NAME = r"((?:\p{Lu}[\pL.'-]*[ ](?:(?:de|del|della|di|da|van|von|der|den|la|le|bin|al|el)[ ])*){0,4}\p{Lu}[\pL'-]*)"

NAME = NAME.replace("[ ]", r"\x20")

NATIONALITIES = frozenset(word for adjective in COUNTRIES for word in adjective.split()) | {"Hollywood", "Bollywood"}

NOT_NAMES = (
    lexicon(
        "The A An It Its He She They This That These In On At And But Or Both Netflix Critics Audiences Fans Viewers"
        " Everyone Nobody Some Many One Two Three When After Before While Although Oscar Academy Disney Korea"
    )
    | NATIONALITIES
    | frozenset(COUNTRIES.values())
)


def names(clause: Clause, at: int) -> list[tuple[str, int, int]]:
    """The names of a list that begins at an offset, each with where it stands; "A, B (C) and D"."""
    words = clause.words
    here = word_at(words, at)
    found: list[tuple[str, int, int]] = []
    while here < len(words) and len(found) < MOST:
        here = _past_role(clause, here)
        end = read_name(words, here)
        if end == here:
            break
        name = name_text(clause.shape, words, (here, end))
        start = words[here].start
        if (
            MASK in name
            or name.endswith(("Pictures", "Studios", "Films", "Entertainment", "Productions", "Brothers", "Disney"))
            or name in NOT_NAMES
            or name in COMMON
        ):
            break
        found.append((name, start, start + len(name)))
        if words[end - 1].text.endswith(("'s", "s'")):
            break
        here = end
        if here < len(words) and words[here].text == "(":
            closing = next((n for n in range(here, min(here + 40, len(words))) if words[n].text == ")"), None)
            if closing is None:
                break
            here = closing + 1
        if here < len(words) and words[here].text == "as":  # "A as the mother, B as"
            skip = here + 1
            while skip < len(words) and words[skip].text not in (",", "and", ";", ".", "(") and skip - here < 14:
                skip += 1
            if (
                skip < len(words)
                and words[skip].text in (",", "and")
                and _is_name(words, skip + 1)
                and " as " in clause.shape[words[skip].end :]
            ):
                here = skip
            else:
                break
        if here >= len(words):
            break
        text = words[here].text
        if text == "," and here + 1 < len(words) and words[here + 1].text in ("and", "&"):
            here += 2
        elif text in ("and", "&", "with", "alongside", "opposite") or (
            text == "," and _listed(words, here + 1, len(found))
        ):
            here += 1
        elif text == "," and here + 1 < len(words) and words[here + 1].text in ("with", "alongside", "opposite"):
            here += 2
        else:
            break
    return found


def _is_name(words: Sequence[Token], at: int) -> bool:
    return read_name(words, at) > at


def _listed(words: Sequence[Token], at: int, many: int) -> bool:
    """Whether a comma goes on with a further name: a list that closes with "and", or of full names."""
    end = read_name(words, at)
    if end == at or end - at > 5:
        return False
    if many > 1 and end - at >= 2:
        return True
    here = end
    for _ in range(MOST):
        if here >= len(words):
            return end - at >= 2
        if words[here].text in ("and", "&"):
            return read_name(words, here + 1) > here + 1
        if words[here].text == "(":
            while here < len(words) and words[here].text != ")":
                here += 1
            here += 1
            continue
        if words[here].text != ",":
            return end - at >= 2 and words[here].text in (".", ";", ")", "as")
        if here + 1 < len(words) and words[here + 1].text in ("and", "&"):
            return read_name(words, here + 2) > here + 2
        following = read_name(words, here + 1)
        if following == here + 1:
            return end - at >= 2
        here = following
    return False


_ROLES = NATIONALITIES | lexicon(
    "director filmmaker actor actress actors comedian singer newcomer veteran the duo brothers then and"
    " child young directors writer-director superstar late great legendary acclaimed first-time debut"
    " debutant pop rising actor-director screen icon"
)


def _past_role(clause: Clause, at: int) -> int:
    """The word after "director", "the Turkish actor": nationalities only where a role follows."""
    here = at
    while here < len(clause.words) and clause.words[here].text in _ROLES and here - at < 4:
        here += 1
    passed = {clause.words[n].text for n in range(at, here)}
    small = any(word.islower() and word not in ("and", "the", "then") for word in passed)
    return here if small or passed <= {"the", "and", "then"} else at


def credit(
    type_: ClaimType, works: Films, sure: bool, start: int, listed: list[tuple[str, int, int]]
) -> Iterator[Found]:
    """A claim for each name of a list."""
    for name, begun, end in listed:
        if " " not in name and name in NOT_NAMES:
            continue
        yield Found(
            type=type_,
            works=works,
            stated=name,
            start=min(start, begun),
            end=max(end, start),
            value=(begun, end),
            sure=sure,
        )


def part(match: Match, group: int) -> tuple[str, int, int]:
    """A name that a pattern found, with where it stands."""
    return match.group(group) or "", match.start(group), match.end(group)


def joined_family(listed: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Two first names with one surname are two of that name: "Joel and Ethan Coen"."""
    if len(listed) == 2 and " " not in listed[0][0] and " " in listed[1][0]:
        first, start, end = listed[0]
        return [(f"{first} {listed[1][0].rsplit(' ', 1)[1]}", start, end), listed[1]]
    return listed


def is_person(name: str | None) -> bool:
    """Whether a run of capitals is most likely somebody's name."""
    if not name:
        return False
    words = name.split()
    return (
        words[0].strip("'") not in NOT_NAMES
        and MASK not in name
        and not name.isupper()
        and (len(words) > 1 or name not in COMMON)
        and name not in COMMON
    )
