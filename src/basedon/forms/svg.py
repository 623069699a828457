"""A lineage as a drawing: from the first origin on the left to the latest remakes on the right."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import NamedTuple
from zlib import crc32

from basedon.forms import graph
from basedon.forms.graph import Place
from basedon.forms.plain import cut, wrap
from basedon.model.answer import Answer, Node

EM = 8.4
"""Pixels that one column of bold text takes at 14 px in a wide font; East Asian letters take two columns."""

SMALL = 6.3
"""The same at 12 px, not bold."""

BOX, GAP, PAD = 240, 172, 12
"""Widths: a box, the way between two columns with the edge's label on it, and what is left free around the text."""

TITLE_LINE, NOTE_LINE, BETWEEN, MARGIN = 18, 16, 18, 16

STYLE = """
    .basedon-lineage { color: #1f2328; font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif }
    .basedon-lineage text { fill: currentColor; font-size: 14px }
    .basedon-lineage .note, .basedon-lineage .edge { font-size: 12px; opacity: .75 }
    .basedon-lineage .title { font-weight: 600 }
    .basedon-lineage rect { fill: currentColor; fill-opacity: .05; stroke: currentColor; stroke-opacity: .45 }
    .basedon-lineage .asked rect { stroke-opacity: 1; stroke-width: 2.5; fill-opacity: .1 }
    .basedon-lineage path { fill: none; stroke: currentColor; stroke-opacity: .5; stroke-width: 1.5 }
    @media (prefers-color-scheme: dark) { .basedon-lineage { color: #e6edf3 } }
"""


class Box(NamedTuple):
    """One place as it is drawn: its lines of text, and where it is."""

    place: Place
    title: list[str]
    note: list[str]
    x: int
    y: float
    height: int

    @property
    def middle(self) -> float:
        """Where edges meet it, from the top."""
        return self.y + self.height / 2


def svg(answer: Answer, *, leads: Callable[[Node], str | None] | None = None, styled: bool = True) -> str:
    """The lineage as SVG that follows the reader's light or dark setting; it holds no scripts and asks for nothing.

    `leads` tells where a place leads, for pages on which it can be clicked; without `styled` the page brings the style.
    """
    boxes = layout(list(graph.places(graph.tree_of(answer, "svg"))))
    film = graph.asked(answer)
    width = max(box.x for box in boxes) + BOX + MARGIN
    height = round(max(box.y + box.height for box in boxes)) + MARGIN
    root = boxes[0].place
    films = sum(box.place.node.type in ("film", "series") for box in boxes)
    listed = "; ".join(_told(box.place) for box in boxes)
    key = f"{crc32(listed.encode()):08x}"  # several drawings on one page must not share ids
    role = "group" if leads else "img"  # what is one image has nothing in it that can be followed
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="basedon-lineage" role="{role}" width="{width}" '
            f'height="{height}" viewBox="0 0 {width} {height}" aria-labelledby="title-{key} desc-{key}">',
            f'  <title id="title-{key}">Lineage of {escape(root.label)}</title>',
            f'  <desc id="desc-{key}">{len(boxes)} places, of them {films} films or series: {escape(listed)}</desc>',
            *([f"  <style>{STYLE}  </style>"] if styled else []),
            *(_edge(boxes[box.place.parent], box) for box in boxes if box.place.parent is not None),
            *(_box(box, film, leads(box.place.node) if leads else None) for box in boxes),
            "</svg>",
        ]
    )


def layout(places: list[Place]) -> list[Box]:
    """Boxes in columns by depth; each stands midway beside the room that all that came from it takes."""
    boxes: list[Box] = []
    below: list[list[int]] = [[] for _ in places]
    for place in places:
        title = wrap(place.label, int((BOX - 2 * PAD) / EM), 3)
        note = wrap(place.note, int((BOX - 2 * PAD) / SMALL), 2)
        height = 2 * PAD + TITLE_LINE * len(title) + NOTE_LINE * len(note)
        boxes.append(Box(place, title, note, MARGIN + place.depth * (BOX + GAP), 0.0, height))
        if place.parent is not None:
            below[place.parent].append(place.number)
    # what came from a place has a higher number than the place: up the numbers for the room needed, down to give it out
    needed = [0.0] * len(boxes)
    stacked = [0.0] * len(boxes)
    for number in reversed(range(len(boxes))):
        stacked[number] = sum(needed[child] + BETWEEN for child in below[number]) - BETWEEN
        needed[number] = max(boxes[number].height, stacked[number])
    top = [float(MARGIN)] * len(boxes)
    for number, box in enumerate(boxes):
        boxes[number] = box._replace(y=top[number] + (needed[number] - box.height) / 2)
        begin = top[number] + (needed[number] - stacked[number]) / 2
        for child in below[number]:
            top[child] = begin
            begin += needed[child] + BETWEEN
    return boxes


def _told(place: Place) -> str:
    label = f"{place.label} ({place.note})" if place.note else place.label
    return f"{place.relation}: {label}" if place.relation else label


def _edge(parent: Box, box: Box) -> str:
    start, end = parent.x + BOX, box.x
    turn = start + 28
    above, middle = f"{parent.middle:g}", f"{box.middle:g}"
    line = f'  <path d="M{start} {above} C{turn} {above} {start} {middle} {turn} {middle} H{end}"/>'
    label = cut(box.place.relation, int((end - turn - 8) / SMALL))
    if not label:
        return line
    at = f'x="{(turn + end) / 2:g}" y="{box.middle - 6:g}"'
    return f'{line}\n  <text class="edge" {at} text-anchor="middle">{escape(label)}</text>'


def _box(box: Box, film: str | None, lead: str | None = None) -> str:
    asked = film is not None and box.place.node.id == film
    kind = ' class="asked"' if asked else ""
    lines = [
        f'  <a href="{escape(lead)}">' if lead and not asked else "",
        f"  <g{kind}>",
        f"    <title>{escape(_told(box.place))}</title>",
    ]
    lines.append(f'    <rect x="{box.x}" y="{box.y:g}" width="{BOX}" height="{box.height}" rx="8"/>')
    y = box.y + PAD - 4
    for texts, name, step in ((box.title, "title", TITLE_LINE), (box.note, "note", NOTE_LINE)):
        for text in texts:
            y += step
            lines.append(f'    <text class="{name}" x="{box.x + PAD}" y="{y:g}">{escape(text)}</text>')
    ending = ["  </g>", "  </a>" if lines[0] else ""]
    return "\n".join(line for line in [*lines, *ending] if line)
