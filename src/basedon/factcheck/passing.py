"""Relative times in words: how many years "a decade later" and "half a century before" move."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.prose.patterns import compiled

COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "half a": 0.5, "a quarter": 0.25,
    "a quarter of a": 0.25, "couple": 2, "a couple of": 2,
}  # fmt: skip
_COUNT = (
    r"(half a|a quarter of a|a couple of|\d{1,2}|twenty-\w+|thirty-\w+|forty-\w+|fifty-\w+|"
    + "|".join(word for word in COUNTS if " " not in word)
    + ")"
)
PASSED = compiled(
    rf"\b(?:(the (?:following|next|very next) year|(?:the|a|one) year (?:after|later|on)|within a year)"
    rf"|(the same year|that same year)|(the year before|the previous year|a year (?:before|earlier))"
    rf"|{_COUNT}(?:-| )(years?|decades?|century|centuries)(?:'s?)? (later|earlier|afterwards?|before|after|on"
    rf"|prior|previously|ago))\b",
    case=False,
)
_UNITS = {"y": 1, "d": 10, "c": 100}


def passed(shape: str) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """The relative times of a sentence: where each stands, and by how many years it may move."""
    if "year" not in shape and "decade" not in shape and "centur" not in shape:
        return
    for match in PASSED.finditer(shape):
        following, same, previous, count, unit, which = match.groups()[:6]
        if following:
            yield match.start(), match.end(), (1,)
        elif same:
            yield match.start(), match.end(), (0,)
        elif previous:
            yield match.start(), match.end(), (-1,)
        elif count and unit and (which or "").lower() != "ago":
            years = round(counted(count.lower()) * _UNITS[unit[0].lower()])
            low = (which or "").lower()
            yield (
                match.start(),
                match.end(),
                (-years,) if low in ("before", "earlier", "prior", "previously") else (years,),
            )


def counted(word: str) -> float:
    """A number word."""
    if word.isdigit():
        return int(word)
    if "-" in word:
        tens, ones = word.split("-", 1)
        return COUNTS.get(tens, 0) + COUNTS.get(ones, 0)
    return COUNTS.get(word, 0)
