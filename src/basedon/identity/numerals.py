"""Numbers as titles write them: in digits, in English words, in Roman figures; cardinal and ordinal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

UNITS: tuple[str, ...]
UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
UNITS += ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
TENS = ("zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS: tuple[str, ...]
ORDINALS = ("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
ORDINALS += ("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth")
ORDINALS += ("nineteenth", "twentieth")
ROMAN: tuple[str, ...]
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii")
ROMAN += ("xviii", "xix", "xx")
SCALES = {"hundred": 100, "thousand": 1000}
MOST = 9999

_SMALL = {word: n for n, word in enumerate(UNITS)}
_TENS = {word: 10 * n for n, word in enumerate(TENS) if n > 1}
_ORDINAL = {word: n for n, word in enumerate(ORDINALS)}
_ROMAN = {word: n for n, word in enumerate(ROMAN, 1)}
NUMBER_WORDS = frozenset({*_SMALL, *_TENS, *_ORDINAL, *_ROMAN, *SCALES})


def in_words(number: int) -> str:
    """A number up to 9999 in English words, without "and"."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        return TENS[number // 10] + (f" {UNITS[number % 10]}" if number % 10 else "")
    scale, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    rest = f" {in_words(number % scale)}" if number % scale else ""
    return f"{in_words(number // scale)} {name}{rest}"


def ending(number: int) -> str:
    """The letters behind the digits of an ordinal."""
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def forms(words: Sequence[str], start: int) -> tuple[int, list[str]] | None:
    """How the number that begins at a word may be written otherwise, with how many words it takes; None for none.

    A Roman figure is one only behind another word, for "I, Robot" is no "1, Robot".
    """
    word = words[start]
    if word.isdigit():
        if len(word) > 4 or word != str(int(word)):
            return None
        return 1, written(int(word), but="digits")
    if word in _ORDINAL:
        number = _ORDINAL[word]
        return 1, [f"{number}{ending(number)}"]
    digits = word[:-2]
    if digits.isdigit() and len(digits) <= 2 and word[-2:] == ending(int(digits)) and int(digits) < len(ORDINALS):
        return 1, [ORDINALS[int(digits)]]
    if start and word in _ROMAN:
        return 1, written(_ROMAN[word], but="roman")
    taken, number = spoken(words[start:])
    return (taken, written(number, but="words")) if taken else None


def written(number: int, but: str) -> list[str]:
    """The ways to write a number, but for the one that it was found in."""
    ways = {"digits": str(number), "words": in_words(number)}
    if 1 <= number <= len(ROMAN):
        ways["roman"] = ROMAN[number - 1]
    found = [way for name, way in ways.items() if name != but]
    if number > 100 and number % 100 and but != "words":
        head, _, tail = in_words(number).rpartition(" hundred ")
        found += [f"{head} hundred and {tail}"] if head else []
    return found


def spoken(words: Sequence[str]) -> tuple[int, int]:
    """How many of the words at the beginning are a number in words, and which; 0 words for none."""
    total = part = taken = 0
    last = "none"
    for place, word in enumerate(words[:9]):
        if (word in _SMALL and last in ("none", "scale")) or (last == "tens" and 0 < _SMALL.get(word, 0) < 10):
            part, last = part + _SMALL[word], "unit"
        elif word in _TENS and last in ("none", "scale"):
            part, last = part + _TENS[word], "tens"
        elif word in SCALES and last in ("unit", "tens") and part * SCALES[word] <= MOST and part:
            total, part, last = total + part * SCALES[word], 0, "scale"
        elif word == "and" and last == "scale":
            continue  # counted only when a number follows
        else:
            break
        taken = place + 1
    return taken, total + part


def numbers(words: Sequence[str]) -> Iterator[str]:
    """The numbers among the words of a key, each in digits, in order: what must agree when two titles are compared."""
    place = 0
    while place < len(words):
        word = words[place]
        found = forms(words, place)
        if any(c.isdigit() for c in word):
            yield word
        elif found:
            yield found[1][0]
        place += found[0] if found else 1
