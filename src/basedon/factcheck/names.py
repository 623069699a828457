"""Names of people in a sentence, and the films spoken of on which they are credited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from basedon.factcheck.facts import Held
from basedon.factcheck.naming import COMMON
from basedon.identity.titles import normal_name
from basedon.prose.patterns import compiled
from basedon.prose.references import MASK

_PART = r"\p{Lu}[\pL'.-]*"
_NAME = compiled(rf"{_PART}(?:\x20(?:(?:de|del|della|di|da|van|von|der|den|la|le|bin|al|el|du|ter)\x20)*{_PART})*")
_FAMILY = compiled(rf"\b({_PART}) (?:and|&) ({_PART}) ({_PART})")
_BROTHERS = compiled(rf"\b({_PART}) (?:brothers|sisters|siblings)\b|\b(?:brothers|sisters) ({_PART})\b")
DIRECTS = compiled(
    r"\b(?:direct\w*|made|makes|making|behind the camera|helm\w*|filmed|shot|film by|by|remade|'s)\b", case=False
)
PLAYS = compiled(
    r"\b(?:play\w*|star\w*|act\w*|role|lead|cast|with|in front|appear\w*|as|opposite|himself|herself|themselves)\b",
    case=False,
)
BILLED = 14
"""Actors of a film that are told by their surnames alone."""


class Anchor(Struct, frozen=True):
    """Somebody's name in a sentence, and a film on which they are credited; `near`: that stands in the sentence."""

    start: int
    end: int
    name: str
    roles: tuple[str, ...]
    work: int
    near: bool


def anchors(
    held: Held, shape: str, films: Sequence[tuple[int, int]], there: Sequence[int], surnames: Sequence[int]
) -> list[Anchor]:
    """The names of a sentence that are credited on its films (each with its offset) or on those spoken of before.

    `surnames` are the films of which a surname alone is enough.
    """
    found: list[Anchor] = []
    for text, start in spans(shape):
        anchor = _anchor(held, shape, text, start, films, there, surnames)
        if anchor is not None and not any(a.start < anchor[0].end and anchor[0].start < a.end for a in found):
            found += anchor
    for match in _BROTHERS.finditer(shape):
        surname = normal_name(match.group(1) or match.group(2) or "")
        for number in dict.fromkeys((*(n for n, _ in films), *there)):
            people = [
                p.name for p in held.facts(number).work.directors if normal_name(p.name).rsplit(" ", 1)[-1] == surname
            ]
            if len(people) > 1:
                found = [a for a in found if not (a.start < match.end() and match.start() < a.end)]
                near = any(number == n for n, _ in films)
                found += [Anchor(match.start(), match.end(), name, ("director",), number, near) for name in people]
                break
    return sorted(found, key=lambda a: a.start)


def spans(shape: str) -> Iterator[tuple[str, int]]:
    """Runs of words in capitals."""
    for match in _NAME.finditer(shape):
        text = match.group() or ""
        if MASK not in text:
            yield text, match.start()


def _anchor(
    held: Held,
    shape: str,
    text: str,
    start: int,
    films: Sequence[tuple[int, int]],
    there: Sequence[int],
    surnames: Sequence[int],
) -> list[Anchor] | None:
    for name, at in _tries(text, start):
        key = normal_name(name)
        surname = " " not in key
        if surname and (len(key) < 4 or name in COMMON):
            continue
        nearest = [number for number, _ in sorted(films, key=lambda f: abs(f[1] - at))]
        for number in dict.fromkeys((*nearest, *there)):
            facts = held.facts(number)
            if surname and number not in surnames:
                continue
            if surname and shape[at + len(name) :].startswith((" and ", " & ")):
                pair = _FAMILY.search(shape[at : at + 60])
                full = f"{pair.group(1)} {pair.group(3)}" if pair and pair.start() == 0 else ""
                who = next(
                    (
                        p.name
                        for p in facts.work.directors
                        if full and bears(normal_name(full), normal_name(p.name), False)
                    ),
                    None,
                )
                if who:
                    return [Anchor(at, at + len(name), who, ("director",), number, number in nearest)]
            roles, full = _roles(held, number, key, surname)
            if not roles:
                continue
            if len(roles) == 2:
                around = shape[max(0, at - 30) : at + len(name) + 40]
                directs, plays = DIRECTS.search(around), PLAYS.search(around)
                roles = roles if directs and plays else ("cast",) if plays else ("director",)
            return [Anchor(at, at + len(name), full if surname else name, roles, number, number in nearest)]
    return None


def _tries(text: str, start: int) -> Iterator[tuple[str, int]]:
    """A run of capitals as a name: the whole, without its first words, without its last."""
    bare = text.rstrip(".'-")
    bare = bare[:-2] if bare.endswith("'s") else bare
    yield bare, start
    words = bare.split(" ")
    if len(words) == 1 and bare.endswith("s") and len(bare) > 5:
        yield bare[:-1], start
    at = start
    for n in range(1, len(words)):
        at += len(words[n - 1]) + 1
        if len(words) - n > 1 or words[n - 1].strip(",.") in COMMON:
            yield " ".join(words[n:]), at
    for n in range(len(words) - 1, 1, -1):
        yield " ".join(words[:n]), start
    if len(words) == 2 and bare.endswith("s"):
        yield bare[:-1], start


def _roles(held: Held, number: int, key: str, surname: bool) -> tuple[tuple[str, ...], str]:
    facts = held.facts(number)
    roles: list[str] = []
    full = ""
    for role, keys, people in (
        ("director", facts.directors, facts.work.directors),
        ("cast", facts.cast[:BILLED] if surname else facts.cast, facts.work.cast),
    ):
        for other, person in zip(keys, people, strict=False):
            if bears(key, other, surname):
                roles.append(role)
                full = full or person.name
                break
    return tuple(roles), full


def bears(key: str, other: str, surname: bool) -> bool:
    """Whether a name is a person's: the whole of it, or the surname; both as keys."""
    if surname:
        return " " in other and other.rsplit(" ", 1)[-1] == key
    if key == other:
        return True
    one, two = key.split(), other.split()
    if len(one) < 2 or len(two) < 2:
        return False
    if set(one) == set(two) or (one[0] == two[0] and one[-1] == two[-1]) or "".join(one) == "".join(two):
        return True
    from rapidfuzz import fuzz

    return one[0][0] == two[0][0] and fuzz.ratio(key, other) >= 90
