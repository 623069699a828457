"""Wikitext to a tree of templates and links, in linear time whatever the text: what Wikipedia's pages are written in.

Kept: templates with their arguments, links, and the text between. Left out by name: comments, references, galleries,
formulas, tables and what else a reader of the page does not read as text. A bracket that is never closed is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

DEEPEST = 40
"""Brackets nested deeper than this are text: Wikipedia's own pages stay far below."""

_UNSEEN = (
    "ref|references|gallery|math|chem|score|timeline|imagemap|syntaxhighlight|source|graph|mapframe|templatestyles"
    "|nowiki|section|indicator"
)
_HIDDEN = re.compile(rf"<!--|<({_UNSEEN})(?=[\s/>])", re.IGNORECASE)
_CLOSING = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in _UNSEEN.split("|")}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# A table begins and ends at the beginning of a line; "\n|}}" ends a template with an empty argument.
_BRACKETS = re.compile(r"\{\{|\}\}|\[\[|\]\]|\||(?<![^\n])\{(?=\|)|\n\|\}(?!\})")
_HEADING = re.compile(r"^==[^\n]*", re.MULTILINE)


class Template(Struct):
    """A template in use: its name as Wikipedia compares names, and its arguments, the named ones by `field` names."""

    name: str
    args: list[list[Node]]

    def positional(self) -> list[list[Node]]:
        """The arguments without a name, and those named by their number, in order."""
        found: dict[int, list[Node]] = {}
        count = 0
        for name, value in map(named, self.args):
            if name is None:
                count += 1
                found[count] = value
            elif name.isdecimal() and 0 < int(name[:3]) < 100:
                found[int(name[:3])] = value
        return [found[number] for number in sorted(found)]

    def fields(self) -> dict[str, list[Node]]:
        """The named arguments by their names; one that is given twice counts as given last, if it holds anything."""
        found: dict[str, list[Node]] = {}
        for name, value in map(named, self.args):
            if name is not None and (value or field(name) not in found):
                found[field(name)] = value
        return found


class Link(Struct):
    """A link to another page: its target, and its label's parts, as many as there are bars."""

    target: str
    labels: list[list[Node]]


Node = str | Template | Link


class _Frame(Struct):
    opening: str
    parts: list[list[Node]]


def bare(text: str) -> str:
    """The text without comments, references, and what else is no text; of a tag that is not closed, without the tag."""
    kept: list[str] = []
    at = start = 0
    unclosed: set[str] = set()
    while hidden := _HIDDEN.search(text, at):
        tag = (hidden.group(1) or "").lower()
        if not tag:
            end = text.find("-->", hidden.end())
            at = len(text) if end < 0 else end + 3
        else:
            end = text.find(">", hidden.end())
            if end < 0:
                break
            at = end + 1
            if text[end - 1] != "/" and tag not in unclosed:
                closing = _CLOSING[tag].search(text, at)
                if closing is None:
                    unclosed.add(tag)
                else:
                    at = closing.end()
        kept.append(text[start : hidden.start()])
        start = at
    kept.append(text[start:])
    return _CONTROL.sub("", "".join(kept))


def parse(text: str) -> list[Node]:
    """The tree of a bare text; `}}` closes the nearest template, and what was left open inside it is text."""
    frames = [_Frame("", [[]])]
    at = 0
    for mark in _BRACKETS.finditer(text):
        found = mark.group()
        if mark.start() > at:
            frames[-1].parts[-1].append(text[at : mark.start()])
        at = mark.end()
        top = frames[-1]
        if found in ("{{", "[[", "{") and len(frames) <= DEEPEST:
            frames.append(_Frame(found, [[]]))
        elif found == "|" and top.opening:
            top.parts.append([])
        elif found == "}}" and any(frame.opening == "{{" for frame in frames):
            while frames[-1].opening != "{{":
                _spill(frames)
            _close(frames)
        elif (found == "]]" and top.opening == "[[") or (found == "\n|}" and top.opening == "{"):
            _close(frames)
        else:
            top.parts[-1].append(found)
    frames[-1].parts[-1].append(text[at:])
    while len(frames) > 1:
        _spill(frames)
    return frames[0].parts[0]


def _spill(frames: list[_Frame]) -> None:
    """Makes the innermost bracket, which is never closed, text of what holds it."""
    frame = frames.pop()
    into = frames[-1].parts[-1]
    into.append(frame.opening)
    for number, part in enumerate(frame.parts):
        if number:
            into.append("|")
        into += part


def _close(frames: list[_Frame]) -> None:
    """Makes the innermost bracket a node of what holds it; a table is left out."""
    frame = frames.pop()
    first = "".join(node for node in frame.parts[0] if isinstance(node, str)).strip()
    if frame.opening == "{{":
        frames[-1].parts[-1].append(Template(template_name(first), frame.parts[1:]))
    elif frame.opening == "[[":
        frames[-1].parts[-1].append(Link(first, frame.parts[1:]))


def template_name(text: str) -> str:
    """A template's name as they are compared here: small letters, single spaces."""
    return " ".join(text[:100].replace("_", " ").lower().removeprefix("template:").split())


def field(name: str) -> str:
    """The name of an argument as they are compared here: "Based_on" is "basedon"."""
    return "".join(letter for letter in name[:100].lower() if letter not in " _-\t\n\r")


def named(arg: Sequence[Node]) -> tuple[str | None, list[Node]]:
    """An argument's name, None where it has none, and its value."""
    first = arg[0] if arg else ""
    if not isinstance(first, str) or "=" not in first:
        return None, list(arg)
    name, _, rest = first.partition("=")
    value = [rest, *arg[1:]]
    return name.strip(), [] if all(isinstance(node, str) and not node.strip() for node in value) else value


def templates(nodes: Sequence[Node]) -> Iterator[Template]:
    """The templates that stand in no other template."""
    return (node for node in nodes if isinstance(node, Template))


def sections(text: str) -> list[tuple[str, str]]:
    """A bare text cut at its chief headings, each part with its heading in small letters; the lead has none.

    The lead ends at the first heading of any level.
    """
    found: list[tuple[str, str]] = []
    name, start = "", 0
    for heading in _HEADING.finditer(text):
        line = heading.group().rstrip()
        level = len(line) - len(line.lstrip("="))
        if not line.endswith("==") or len(line) <= 2 * level or (found and level > 2):
            continue
        found.append((name, text[start : heading.start()]))
        name, start = line.strip("= ").lower(), heading.end()
    found.append((name, text[start:]))
    return found
