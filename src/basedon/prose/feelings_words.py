"""The lexicon of feelings as a tree of words: which phrase begins at a word, and what it stands for."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any, Final

from basedon.model.reactions import FEELINGS

CRYING, LAUGHING, LOVING, HATING, FRIGHTENED, BORED, COMFORTED = (1 << place for place in range(len(FEELINGS)))
SEEN, AHEAD, NOT, IRONY, UNREAL, WEAK = (1 << place for place in range(len(FEELINGS), len(FEELINGS) + 6))
FELT = (1 << len(FEELINGS)) - 1
"""The bits of all feelings."""

KINDS: Final = {name: 1 << place for place, name in enumerate(FEELINGS)} | {
    "seen": SEEN,
    "ahead": AHEAD,
    "not": NOT,
    "irony": IRONY,
    "unreal": UNREAL,
    "none": 0,
}

Tree = dict[str, Any]
"""What may come next, by word; under the empty word what the phrase that ends here stands for."""

_UNSPACED = "\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3"
"""Kana, Han and Hangul: each sign is a word of its own here, for no space parts them."""

# Python's own engine: each step is decided by the next character.
WORDS = re.compile(
    rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+(?:'[^\W_{_UNSPACED}]+)*|[\x7f\u2600-\u27bf\U0001f000-\U0001faff]"
    r"|/s(?=\s|$)|[.!?…。！？]+|\n\s*>?|[,;:()\"“”、，–—]|(?<=\s)-(?=\s)"
)
_DRAWN_OUT = re.compile(r"(.)\1{2,}")


@cache
def tree() -> Tree:
    """All phrases of the lexicon."""
    root: Tree = {}
    kind = 0
    for line in (files("basedon.prose.lexicon") / "feelings.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            name = line[1:].split()[0].rstrip("]")
            kind = KINDS[name.removesuffix("?")] | (WEAK if name.endswith("?") else 0)
        elif line and not line.startswith("#"):
            for phrase in spelt(line):
                node = root
                for word in phrase:
                    node = node.setdefault(word, {})
                node.setdefault("", kind)
    return root


def spelt(line: str) -> list[tuple[str, ...]]:
    """Every phrase that a line of the lexicon stands for."""
    choices: list[list[tuple[str, ...]]] = []
    for part in line.split():
        words = [tuple(WORDS.findall(word)) for word in part.strip("()").split("|")]
        choices.append([*words, ()] if part.startswith("(") else words)
    return [tuple(word for words in chosen for word in words) for chosen in product(*choices)]


@cache
def vocabulary() -> frozenset[str]:
    """Every word of the lexicon."""
    found: set[str] = set()
    nodes = [tree()]
    while nodes:
        for word, node in nodes.pop().items():
            if word:
                found.add(word)
                nodes.append(node)
    return frozenset(found)


@cache
def telling() -> frozenset[str]:
    """A word of each phrase that tells something: a text without any of them tells nothing."""
    found: set[str] = set()
    nodes: list[tuple[str, Tree]] = [("", tree())]
    while nodes:
        longest, node = nodes.pop()
        for word, following in node.items():
            if word:
                nodes.append((max(longest, word, key=len), following))
            elif following & (FELT | SEEN | AHEAD):
                found.add(longest)
    return frozenset(found)


def apart(text: str) -> list[str]:
    """The words and marks of a text as the lexicon writes them: small, and not drawn out."""
    text = text.lower()
    words = spaced(text).split() if _simple(text) else WORDS.findall(_straight(text))
    if _has_thrice(text):
        return [drawn_in(word) if len(word) > 3 and word[0].isalpha() else word for word in words]
    return words


def written(text: str) -> list[str]:
    """The same words as they are written."""
    return spaced(text).split() if _simple(text.lower()) else WORDS.findall(_straight(text))


def _simple(text: str) -> bool:
    """Whether a text can be taken apart at spaces, which is three times as fast as by a pattern."""
    return text.isascii() and "/" not in text and ">" not in text


def _straight(text: str) -> str:
    return text.replace("\u2019", "'")


def spaced(text: str) -> str:
    """A text of plain letters with spaces around its marks, and without those that say nothing."""
    text = (
        text.replace(".", " . ").replace(",", " , ").replace("!", " ! ").replace("?", " ? ").replace(":", " : ")
        .replace(";", " ; ").replace("(", " ( ").replace(")", " ) ").replace('"', ' " ').replace("-", " ")
        .replace("*", " ").replace("\n", _LINE)
    )  # fmt: skip
    if "_" in text or "[" in text or "~" in text or "&" in text:
        return text.replace("_", " ").replace("[", " ").replace("]", " ").replace("~", " ").replace("&", " ")
    return text


LINE = "\x02"
"""A line's end, as a word."""
_LINE = f" {LINE} "


def _has_thrice(text: str) -> bool:
    """Whether a letter stands three times in a row: the likely ones, one by one, which is faster than a pattern."""
    return (
        "ooo" in text or "aaa" in text or "eee" in text or "sss" in text or "yyy" in text or "iii" in text
        or "uuu" in text or "rrr" in text or "lll" in text or "ttt" in text or "mmm" in text or "nnn" in text
        or "hhh" in text or "ddd" in text or "vvv" in text or "ggg" in text or "bbb" in text or "ppp" in text
        or "fff" in text or "ccc" in text or "kkk" in text
    )  # fmt: skip


def drawn_in(word: str) -> str:
    """A word whose letters are repeated as the lexicon has it, if it has."""
    if word in vocabulary() or not _DRAWN_OUT.search(word):
        return word
    twice = _DRAWN_OUT.sub(r"\1\1", word)
    return twice if twice in vocabulary() else _DRAWN_OUT.sub(r"\1", word)
