"""Wikitext as its readers see it: running text, the fragments of an infobox's cell, one value, the years of dates."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from basedon.prose.wikitext import Node
from basedon.prose.wikitext_templates import BREAK, EDGE, ITALIC, ITEM, LISTED, written

LONGEST = 100_000
"""Characters of text that are taken from one tree."""

_QUOTES = re.compile(r"'{2,}+")
_PARENS = re.compile(r"\([^()]*+\)")
_YEAR = re.compile(r"(?<![\d$£€])(18[789]\d|19\d\d|20\d\d)(?!\d)")
_UNMARKED = dict.fromkeys(map(ord, (EDGE, ITALIC)))
_TABLE = frozenset("|!{}")
# What is left of brackets whose templates were left out: "(Korean: ; lit. )", "(; pronounced )".
_HOLLOW = re.compile(
    r" ?\((?:[\s;,:/]|\b(?:pronounced|romani[sz]ed|Hepburn|IPA|lit\.|translit\.|transl?\.)(?!\w)"
    r"|\b(?:also|or|and|in|from)(?!\w))*+\)"
)
_RAGGED = re.compile(r"(\()[\s;,]{1,9}(?=[^\s;,)])|[\s;,]{1,9}(?=\))")
_BEFORE_MARK = re.compile(r" (?=[,.;:](?:\s|$))")


def items(nodes: Iterable[Node], loose: bool = False, remarks: bool = True) -> list[list[str]]:
    """The fragments of a cell, item by item of its lists; a cell without a list is one item.

    Fragments are what the readers of cells take: cut at line breaks, links and tags, but not inside italics. Without
    `remarks` what stands in brackets is left out; `loose` writes out unknown templates too.
    """
    text = LISTED.sub(ITEM, written(nodes, loose)[:LONGEST])
    return [found for part in text.split(ITEM) if (found := _fragments(part, remarks))]


def fragments(nodes: Iterable[Node], loose: bool = False, remarks: bool = True) -> list[str]:
    """The fragments of a cell; see `items`."""
    return [text for item in items(nodes, loose, remarks) for text in item]


def _fragments(item: str, remarks: bool) -> list[str]:
    found: list[str] = []
    for line in item.replace("\n", BREAK).split(BREAK):
        italic = False
        for run in _italics(line if remarks else _PARENS.sub(EDGE, line)).split(ITALIC):
            found += [run.replace(EDGE, "")] if italic else run.split(EDGE)
            italic = not italic
    return [text for part in found if (text := _tidy(part)).strip(" ,;:()·")]


def values(nodes: Iterable[Node]) -> list[str]:
    """The lines of a cell as text."""
    lines = LISTED.sub(BREAK, written(nodes)[:LONGEST]).replace("\n", BREAK).split(BREAK)
    return [text for line in lines if (text := _tidy(_italics(line).translate(_UNMARKED)))]


def years(nodes: Iterable[Node]) -> list[int]:
    """The years that a cell of dates names."""
    return [int(year) for line in values(nodes) for year in _YEAR.findall(line)]


def prose(nodes: Sequence[Node]) -> str:
    """Running text, a paragraph a line, lists item by item; indented lines, which are hatnotes, are left out."""
    shown = written(nodes)[:LONGEST].replace(BREAK, "\n").replace(ITEM, "\n").replace(EDGE, "")
    paragraphs: list[list[str]] = []
    fresh = True
    for raw in shown.split("\n"):
        line = raw.strip()
        first = line[:1]
        if first in _TABLE and fresh:
            continue
        if first == "*" or first == "#" or first == ";":
            paragraphs.append([line.lstrip("*#:; ")])
        elif line and first != ":":
            if fresh:
                paragraphs.append([])
            paragraphs[-1].append(line)
        fresh = first in ("", ":", "*", "#", ";")
    return "\n".join(text for part in paragraphs if (text := _sentences(" ".join(part))))


def _sentences(paragraph: str) -> str:
    """A paragraph without the marks of italics, and without brackets that lost what they held."""
    text = _tidy(_italics(paragraph).translate(_UNMARKED))
    if "(" in text:
        text = _RAGGED.sub(r"\1", _HOLLOW.sub("", text))
    return _BEFORE_MARK.sub("", text)


def _italics(line: str) -> str:
    """A line with a mark for the quotes that begin and end italics, and another for those of bold."""
    if "''" not in line:
        return line
    italic = bold = False

    def mark(found: re.Match[str]) -> str:
        nonlocal italic, bold
        count = len(found[0])
        own = max(0, count - 5) + (count == 4)  # apostrophes of the text
        if count == 3 and italic and not bold and line[found.end() : found.end() + 2].rstrip(" .,;:)") == "s":
            own = 1  # "''Low Tide'''s"
        italic ^= count - own in (2, 5)
        bold ^= count - own in (3, 5)
        return "'" * own + (ITALIC if count - own in (2, 5) else EDGE)

    return _QUOTES.sub(mark, line)


def _tidy(text: str) -> str:
    """Text with its entities written out and its spaces single."""
    return " ".join((html.unescape(text) if "&" in text else text).split())
