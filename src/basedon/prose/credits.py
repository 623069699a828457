"""Reads the people that a cell of an infobox, or a list of a cast, names, given as fragments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from basedon.prose.patterns import compiled, lexicon

_COMMA = re.compile(r"\s*,(?!\s*(?:Jr|Sr|II|III)\b)\s*")
_AND = re.compile(r"\s+(?:and|&)\s+")
# What stands in a cell beside the names: headings and remarks.
REMARKS = frozenset(
    {"Animation", "Autobiography", "Book", "Cast", "Cast section", "Character", "Characters", "Director"}
    | {"Directors", "English", "Live-action", "Musical", "N/A", "None", "Novel", "Participants", "Play"}
    | {"Screenplay", "See", "Several", "Story", "Teleplay", "Uncredited", "Various", "Voices", "Writer", "Writers"}
)
_REMARK = compiled(
    r"^(?:based (?:on|upon)|inspired by|adapted (?:from|by)"
    r"|(?:screenplay|story|music|narrated|written|directed|voices?) (?:by|of)"
    r"|various|several|many|academy awards?|best (?:supporting )?act(?:or|ress))\b",
    case=False,
)
_COMPANY = compiled(r"\b(?:Inc|Ltd|LLC|Productions?|Pictures|Studios|Entertainment|Corporation|Company)\.?$")
_NOT_FIRST = lexicon("a an and as at by for from his her in of on or the their to with")
# A bracket behind a name that says it is nobody of the cast; "(director)" is, but "(actor and director)" is not.
_CREW = compiled(r"\b(?:directors?|screenplay|screenwriters?|writers?|producers?|story|novel|composer)\b", case=False)
_PLAYS = compiled(r"\b(?:actor|actress|voice|narrator|himself|herself|uncredited|as)\b", case=False)
# What links the names of a list; any other word in small letters shows a text about a film's subject.
_LINKING = lexicon("and with voices of narrated by voice & many cameos cartoon others orchestra the his")
_CLOSING = {"(": ")", "[": "]"}
_FAR = 8  # fragments within which a bracket closes; one that doesn't takes in only its own


def people(fragments: Iterable[str]) -> list[str]:
    """The names of a cell that lists people, one by one; headings, remarks and numbers are none."""
    return list(dict.fromkeys(name for text, _ in _outside(list(fragments)) for name in _names(text)))


def cast(fragments: Iterable[str]) -> list[str]:
    """The names of a list of a cast, without the makers it names; none where it tells of a film's subject instead."""
    spread = list(_outside(list(fragments)))
    if any(_small(text) and not set(text.split()) <= _LINKING for text, _ in spread):
        return []
    kept = (text for text, remark in spread if _PLAYS.search(remark) or not _CREW.search(remark))
    return list(dict.fromkeys(name for text in kept for name in _names(text)))


def names(fragments: Iterable[str]) -> list[str]:
    """The values of a cell that lists names; fragments in brackets are remarks."""
    return [text for text in fragments if "(" not in text and ")" not in text and "\n" not in text]


def is_name(text: str) -> bool:
    """Whether it may be a person's name: two letters, one of them no small one, and neither heading nor remark."""
    letters = sum(letter.isalpha() for letter in text)
    if letters < 2 or _small(text) or text.endswith(":") or text in REMARKS or '"' in (text[0] + text[-1]):
        return False
    return text.split()[0] not in _NOT_FIRST and not _REMARK.search(text) and not _COMPANY.search(text)


def _small(text: str) -> bool:
    """Whether no letter is a capital: "will.i.am" is a name all the same."""
    return text.islower() and "." not in text.strip(".")


def _names(text: str) -> Iterator[str]:
    """The names of one fragment: "A and B", "A, B", "Bobby & Peter Hale"; a band is one."""
    if "\n" in text:
        return
    bare = " ".join(text.split()).strip(" ,;&*").removeprefix("and ").removesuffix(" and").strip(" ,;&*")
    listed = [part.removeprefix("and ").removeprefix("& ") for part in _COMMA.split(bare)]
    if len(listed) == 1 or not all(" " in part for part in listed):  # "Tinnes, Brett" is one
        listed = [bare]
    for each in listed:
        for name in _apart(each):
            if is_name(name):
                yield name


def _apart(text: str) -> list[str]:
    """Two people joined by "and", the first perhaps without the surname they share."""
    both = _AND.split(text)
    if len(both) != 2 or " " not in both[1] or both[1].split()[0].lower() in _NOT_FIRST:
        return [text]
    first, second = both
    if " " in first:
        return both
    return [f"{first} {second.split()[-1]}", second] if len(second.split()) == 2 else [text]


def _nickname(remark: str) -> bool:
    """Whether a bracket may stand within a name: "Dave (Tex) O'Brien"."""
    return remark.isalpha() and remark.istitle() and remark not in REMARKS and not _CREW.search(remark)


def _outside(fragments: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What stands outside of brackets in each fragment, with what the bracket behind it says.

    A bracket may close fragments later: "Ann Lee", "(", "as", "Bo", ")". One that opened before the list began takes
    all before it: "writer)".
    """
    found: list[tuple[str, str]] = []
    closing, until = "", 0
    for number, fragment in enumerate(fragments):
        text, remark, begun = "", "", len(found)
        if closing and number > until:
            closing = ""
        for at, letter in enumerate(fragment):
            if closing and letter == closing:
                closing = ""
                if len(found) > begun and _nickname(remark):
                    text, remark = f"{found.pop()[0]} ", ""
            elif closing:
                remark += letter
            elif letter in _CLOSING:
                closing, until = _CLOSING[letter], number
                rest = (fragment[at:], *fragments[number + 1 : number + 1 + _FAR])
                until += next((far for far, later in enumerate(rest) if closing in later), 0)
                if text.strip(" ,;&"):
                    found.append((text.strip(), ""))
                text = ""
            elif letter == ")":
                text = ""
            elif letter != "]":
                text += letter
        if remark and found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {remark}".strip())
        if text.strip(" ,;&"):
            found.append((text.strip(), ""))
    yield from found
