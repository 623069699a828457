"""Reads the people that a cell of an infobox lists, given as fragments."""

from __future__ import annotations

import re
from collections.abc import Iterable

_COMMA = re.compile(r"\s*,(?!\s*(?:Jr|Sr|II|III)\b)\s*")
# What stands in a cell beside the names: headings and remarks.
REMARKS = frozenset(
    {"Animation", "Autobiography", "Book", "Cast section", "Character", "Characters", "Director"}
    | {"Directors", "English", "Live-action", "Musical", "N/A", "None", "Novel", "Participants", "Play"}
    | {"Screenplay", "See", "Several", "Story", "Teleplay", "Uncredited", "Various", "Voices", "Writer", "Writers"}
)


def names(fragments: Iterable[str]) -> list[str]:
    """The values of a cell that lists names; fragments in brackets are remarks."""
    return [text for text in fragments if "(" not in text and ")" not in text and "\n" not in text]


def people(fragments: Iterable[str]) -> list[str]:
    """The names of a cell that lists people, one by one; headings, remarks and numbers are none."""
    found = []
    for text in names(fragments):
        bare = text.strip(" ,&").removeprefix("and ").removesuffix(" and").strip(" ,&")
        listed = [part.removeprefix("and ").removeprefix("& ") for part in _COMMA.split(bare)]
        several = len(listed) > 1 and all(" " in part for part in listed)  # "Tinnes, Brett" is one
        found += [each for each in (listed if several else [bare]) if is_name(each)]
    return found


def is_name(text: str) -> bool:
    """Whether it may be a person's name: two letters, one of them no small one, and neither heading nor remark."""
    letters = sum(letter.isalpha() for letter in text)
    return letters > 1 and not text.islower() and not text.endswith(":") and text not in REMARKS
