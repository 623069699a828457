"""What in an article may be a film's title: runs of words in capitals that bear a title's key, with the films of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from basedon.catalogue.catalogue import Catalogue, chunks
from basedon.identity.titles import normal
from basedon.prose.patterns import lexicon

LONGEST = 9
"""Words of a title that is looked for."""

LONGEST_HEADLINE = 200

MOST_OF_ONE = 12
"""Films of one title that are looked at, those most people know first."""

_WORD = re.compile(r"[^\W_](?:[\w'&-]|\.(?=\w))*|\n|[^\s\w]")
_ENDS = frozenset('\n"()[]{}|;«»*/—–…')
_SMALL = lexicon(
    "of the and in a an to for on at with or into over under upon de la le du des et y el del di der die und von"
    " from by"
    " is as it not no my me you your his her us we i da do das dos e o os as un une en al il lo vs na ka ki ke"
    " ko se hai"
)
_ABBREVIATED = lexicon("Mr Mrs Ms Dr St No Vol vs Lt Col Capt Sgt Jr")


class Run(Struct, frozen=True):
    """Words that may be a title: where they stand, their key, the films of that title, and how they are set off."""

    start: int
    end: int
    text: str
    key: str
    works: tuple[int, ...]
    words: int
    marked: bool
    opens: bool
    """It begins a sentence or a line."""
    beside: bool
    """A further word in capitals stands right beside it."""
    alone: bool
    """It is the whole of its line, or of its sentence."""


def runs(catalogue: Catalogue, text: str, source: str) -> list[Run]:
    """All that may be a title in a text; `source` is the text with its markup, which tells what is in italics."""
    words = [(found.start(), found.end(), found.group()) for found in _WORD.finditer(text)]
    spans: dict[str, list[tuple[int, int, int]]] = {}
    headline = text.find("\n", len(text) - len(text.lstrip()))  # where titles may stand in small letters
    headline = headline if 0 <= headline < LONGEST_HEADLINE else 0
    for first, (start, _, word) in enumerate(words):
        if not (word[0].isupper() or word[0].isdigit()):
            continue
        count = 0
        for last in range(first, min(first + 2 * LONGEST, len(words))):
            begun, end, here = words[last]
            if here in _ENDS or (last > first and "\n" in text[words[last - 1][1] : begun]):
                break
            if not here[0].isalnum():
                if here in ".?!" and not _goes_on(words, last):
                    if here in "?!":
                        spans.setdefault(normal(text[start:end]), []).append((start, end, count))
                    break
                continue
            count += 1
            if count > LONGEST:
                break
            free = begun < headline and count > 2
            if here[0].islower() and here not in _SMALL and begun >= headline:
                break
            if here[0].isalpha() and here[0].islower() and not free and count < 3:
                continue
            whole, stop = here, end
            if whole.endswith(("'s", "'")):
                bare = end - (2 if whole.endswith("'s") else 1)
                spans.setdefault(normal(text[start:bare]), []).append((start, bare, count))
            spans.setdefault(normal(text[start:stop]), []).append((start, stop, count))
    return list(_held(catalogue, spans, text, source))


def _goes_on(words: list[tuple[int, int, str]], at: int) -> bool:
    """Whether a full stop ends no sentence: "Mr.", "No.", "7."."""
    if words[at][2] != "." or at == 0:
        return False
    before = words[at - 1][2]
    return before in _ABBREVIATED or (before.isdigit() and len(before) < 3) or len(before) == 1


def _held(catalogue: Catalogue, spans: dict[str, list[tuple[int, int, int]]], text: str, source: str) -> Iterable[Run]:
    """The spans whose key is a title that the catalogue holds."""
    films: dict[str, list[int]] = {}
    keys = [key for key in spans if key and not (key.isdigit() and len(key) == 4 and len(spans[key]) > 40)]
    for some in chunks(keys):  # type: ignore[arg-type]
        marks = ", ".join("?" * len(some))
        for key, work in catalogue.query(
            f"SELECT normal, work FROM titles JOIN works USING (work) WHERE normal IN ({marks}) GROUP BY normal, work"
            " ORDER BY prominence DESC, work",
            some,
        ):
            films.setdefault(key, []).append(work)
    for key, works in films.items():
        for start, end, count in spans[key]:
            yield Run(
                start,
                end,
                text[start:end],
                key,
                tuple(works[:MOST_OF_ONE]),
                count,
                marked(text, source, start, end),
                opens(text, start),
                beside(text, start, end),
                alone(text, start, end),
            )


def marked(text: str, source: str, start: int, end: int) -> bool:
    """Whether a run stands by itself in quotes, italics or bold."""
    before, after = source[max(0, start - 1) : start], source[end : end + 1]
    if (before in ("*", "_") and after in ("*", "_")) or (before == "[" and after == "]"):
        return True
    quote_before, quote_after = text[max(0, start - 1) : start], text[end : end + 2]
    if quote_before in ('"', "«", "“", "„"):
        return quote_after[:1] in ('"', "»", "”") or (
            quote_after[:1] in (",", ".", "!", "?") and quote_after[1:] in ('"', "”")
        )
    return quote_before == "'" and quote_after[:1] == "'" and quote_after != "'s"


def opens(text: str, start: int) -> bool:
    """Whether a sentence or a line begins there."""
    before = text[max(0, start - 4) : start].rstrip(" \"'")
    return not before or before[-1] in ".!?:\n*-" or "\n" in text[max(0, start - 4) : start]


def beside(text: str, start: int, end: int) -> bool:
    """Whether a word in capitals stands right before or behind it, with which it may be a name."""
    after = re.match(r" (?:\w\. ?)?[A-Z\u00c0-\u00de]", text[end : end + 5])
    before = re.search(r"([^\W\d_][\w'-]*) $", text[max(0, start - 24) : start])
    named = bool(
        before
        and before.group(1)[0].isupper()
        and not opens(text, start - len(before.group(0)))
        and not before.group(1).endswith("'s")
    )
    return bool(after) or named


def alone(text: str, start: int, end: int) -> bool:
    """Whether a run is the whole of a line, or of a sentence that opens one: a heading, an entry of a list."""
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip(" .)\"'0123456789-"):
        return False
    rest = text[end : end + 24]
    return bool(re.match(r"[\"' ]*(?:\(\d{4}\))?[\"' ]*(?:\n|$|\.\s| - )", rest))
