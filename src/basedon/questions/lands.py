"""Countries by the two letters that charts name them with, and by the names that people type."""

from __future__ import annotations

import re
from functools import cache

from basedon.errors import BadUsage
from basedon.identity.titles import normal
from basedon.prose.countries import COUNTRY_NAMES
from basedon.questions.places import PLACES

WORLD = frozenset({"world", "worldwide", "global", "globally", "everywhere", "all over world"})
"""Words for the list of the whole world."""

SHORT = 3
"""Letters of a name that is heard in a question only in capitals or after "in": "show us" means nobody's country."""

MOST_WORDS = 5
CODE = re.compile(r"[A-Za-z]{2}")
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")


@cache
def names() -> dict[str, str]:
    """The usual English name of each country by its two letters."""
    from babel import Locale

    english = Locale("en").territories
    return {
        code: COUNTRY_NAMES.get(name, name)
        for code, name in english.items()
        if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
    }


@cache
def codes() -> dict[str, str]:
    """The two letters of each country by the key of any English name or word for it."""
    from babel import Locale

    found = {normal(name): code for code, name in Locale("en").territories.items() if code in names()}
    found |= {normal(name): code for code, name in names().items()}
    by_name = {name: code for code, name in names().items()}
    found |= {normal(word): by_name[place] for word, place in PLACES.items() if place in by_name}
    return found | {normal(other): by_name[name] for other, name in COUNTRY_NAMES.items() if name in by_name}


def country(text: str) -> str | None:
    """The two letters of a country given by them or by a name, None for the world; raises BadUsage for any other."""
    key = normal(text.strip())
    if key in WORLD:
        return None
    if CODE.fullmatch(text.strip()) and text.strip().upper() in names():
        return text.strip().upper()
    if found := codes().get(key):
        return found
    raise BadUsage(f"{text}: no country; give two letters such as GB, a name such as South Korea, or world")


THE = re.compile(r"(?:United|Dominican|Czech|Central African) |(?:Netherlands|Philippines|Bahamas|Maldives|Islands)$")
"""Names that are said with an article."""


def name(code: str | None) -> str:
    """The name of a country as one says it, or "the world"."""
    named = names().get(code, code) if code else "world"
    return f"the {named}" if named == "world" or THE.search(named) else named


def spoken_of(question: str) -> tuple[str | None, bool]:
    """The country that a question names, and whether it names a place that is none at all."""
    words = [(m[0], m.start()) for m in WORD.finditer(question)]
    for size in range(min(MOST_WORDS, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            said = " ".join(word for word, _ in words[at : at + size])
            key = normal(re.sub(r"['’]s$", "", said))
            before = [word.lower() for word, _ in words[max(0, at - 2) : at]]
            placed = before[-1:] in (["in"], ["for"]) or before[-2:] in (["in", "the"], ["for", "the"])
            if key in codes() and (len(key) > SHORT or said.isupper() or placed):
                return codes()[key], False
            if size == 1 and len(said) == 2 and said.isupper() and placed and said in names():
                return said, False
    strange = re.search(r"\b(?:in|of) (?:the )?([A-Z]\w+)(?! \d)", question)
    return None, bool(strange and normal(strange[1]) not in WORLD | IN_TIME)


MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
IN_TIME = frozenset({*MONTHS, *(month[:3] for month in MONTHS), "sept", "netflix", "top", "week"})
"""Words with a capital behind "in" that name no place."""
