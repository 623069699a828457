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
    rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+(?:['’][^\W_{_UNSPACED}]+)*|[\u2600-\u27bf\U0001f000-\U0001faff]"
    r"|/s(?=\s|$)|[.!?…。！？]+|\n\s*|[,;:()\"“”、，–—]|(?<=\s)-(?=\s)"
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


def normal(word: str) -> str:
    """A word as the lexicon writes it: small, straight, and not drawn out ("sooooo", "cryyying")."""
    small = word.lower().replace("’", "'")
    if len(small) > 3 and small not in vocabulary() and (found := _DRAWN_OUT.search(small)):
        twice = _DRAWN_OUT.sub(r"\1\1", small)
        return twice if twice in vocabulary() else _DRAWN_OUT.sub(r"\1", small) if found else small
    return small
