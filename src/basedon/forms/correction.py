"""A corrected draft: the values that would mend an article, as a unified diff that `patch` and `git apply` take."""

from __future__ import annotations

from difflib import unified_diff

from basedon.model.claim import Checked


def correction(checked: Checked, name: str, safe: bool = False) -> str:
    """The diff of a file with its wrong values put right; empty where nothing is to be mended.

    A page is mended in its extracted text. `safe`: no character in it can move a terminal's cursor.
    """
    before = checked.source if checked.source is not None else checked.text
    after = mended(checked)
    if after == before:
        return ""
    lines = unified_diff(_lines(before), _lines(after), f"a/{name.lstrip('/')}", f"b/{name.lstrip('/')}")
    made = "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    return "".join(c if c in "\n\t" or c.isprintable() else "\ufffd" for c in made) if safe else made


def mended(checked: Checked) -> str:
    """The article's text, the file's where it is that, with the right values in it."""
    source = checked.source
    places = _places(source) if source is not None else None
    text = source if source is not None else checked.text
    end = len(text) + 1
    for mend in sorted(checked.mends, key=lambda m: -m.start):
        start, stop = mend.start, mend.end
        if places is not None:
            start, stop = places[start], places[stop - 1] + 1
        if stop <= end:  # of two that overlap only the later one
            text = text[:start] + mend.value + text[stop:]
            end = start
    return text


def _places(source: str) -> list[int]:
    """Where in the file each character of the article's text stands: what shows nothing was left out of it."""
    places = []
    for place, letter in enumerate(source):
        if letter == "\r" and source[place + 1 : place + 2] == "\n":
            continue
        if letter in "\r\n\t\u00a0\u2009\u202f\u3000" or letter.isprintable():
            places.append(place)
    return places


def _lines(text: str) -> list[str]:
    """Lines as `patch` counts them, their ends kept."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop().removesuffix("\n")
    return [*lines, last] if last else lines
