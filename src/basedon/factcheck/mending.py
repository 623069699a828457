"""The values that would mend an article, each for the characters that state the wrong one."""

from __future__ import annotations

from basedon.factcheck.clause import Found
from basedon.factcheck.verdicts import Ruling
from basedon.model.claim import Mend
from basedon.prose.places import COUNTRIES

_ADJECTIVES: dict[str, str] = {}
for _adjective, _country in COUNTRIES.items():
    _ADJECTIVES.setdefault(_country, _adjective)
_ADJECTIVES |= {"United Kingdom": "British", "United States": "American", "South Korea": "South Korean"}
_NAMED = frozenset({"release_year", "country", "original_language", "director", "remake_of"})
"""Types whose value stands in the text as such."""


def mend(text: str, offset: int, found: Found, ruling: Ruling) -> list[Mend]:
    """The right value in place of the wrong one, in the form that the text has it in; none where it can't be put so."""
    if found.value is None or found.type not in _NAMED or ruling.correct is None:
        return []
    start, end = offset + found.value[0], offset + found.value[1]
    value = str(ruling.correct)
    stated = text[start:end]
    if found.type == "country" and stated in COUNTRIES:
        value = _ADJECTIVES.get(value, value)
    if found.type == "release_year" and not stated.isdigit():
        return []
    return [Mend(start, end, value)]
