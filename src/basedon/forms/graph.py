"""A lineage as a graph in other programs' words: Mermaid, Graphviz, GraphML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from basedon.errors import BadUsage
from basedon.forms.plain import clean, credit, cut, names, titled
from basedon.model.answer import Answer, FilmAnswer, Node, Tree

LONGEST_RELATION = 40


class Place(NamedTuple):
    """One place of a lineage: its number in reading order, the number of the place above, and what it holds."""

    number: int
    parent: int | None
    depth: int
    node: Node
    relation: str

    @property
    def label(self) -> str:
        """Title and year."""
        return titled(self.node.title, self.node.year)

    @property
    def note(self) -> str:
        """What tells it from others of its name: original title, type, maker, countries."""
        node = self.node
        other = titled(node.original_title) if node.original_title and node.original_title != node.title else ""
        kind = "" if node.type == "film" else clean(node.type).replace("other", "work")
        maker = credit("by", [node.creator or ""])
        return ", ".join(part for part in (other, f"{kind} {maker}".strip(), names(node.countries)) if part)


def places(tree: Tree) -> Iterator[Place]:
    """Every place, each before what came from it; without recursion, so that no depth is too much."""
    waiting: list[tuple[Tree, int | None, int]] = [(tree, None, 0)]
    number = 0
    while waiting:
        held, parent, depth = waiting.pop()
        yield Place(number, parent, depth, held.work, relation(held.relation))
        waiting += [(child, number, depth + 1) for child in reversed(held.children)]
        number += 1


def relation(told: str | None) -> str:
    """How a place relates to the one above, in words."""
    words = clean(told or "").replace("_", " ")
    return cut({"unknown remake": "remake", "unknown": "remake"}.get(words, words), LONGEST_RELATION)


def tree_of(answer: Answer, form: str) -> Tree:
    """The answer's lineage; it is bad usage to ask for one where there is none."""
    if not isinstance(answer, FilmAnswer) or answer.tree is None:
        raise BadUsage(f"this answer has no lineage to show as {form}; ask for json or card instead")
    return answer.tree


def asked(answer: Answer) -> str | None:
    """The id of the film asked about, which a drawing sets off."""
    return answer.work.id if isinstance(answer, FilmAnswer) and answer.work else None


def mermaid(answer: Answer) -> str:
    """A flowchart from the first origin down, as Mermaid."""
    lines = ["flowchart TD"]
    film = asked(answer)
    for place in places(tree_of(answer, "mermaid")):
        label = "<br>".join(_mermaid(part) for part in (place.label, place.note) if part)
        lines.append(f'  n{place.number}["{label}"]')
        if place.parent is not None:
            arrow = f'-->|"{_mermaid(place.relation)}"|' if place.relation else "-->"
            lines.append(f"  n{place.parent} {arrow} n{place.number}")
        if film and place.node.id == film:
            lines.append(f"  style n{place.number} stroke-width:3px")
    return "\n".join(lines)


def _mermaid(text: str) -> str:
    # Mermaid reads labels as HTML and as Markdown, where "7. Koğuştaki Mucize" would be a list
    text = re.sub(r"""["#&;:<>`*_\\|{}\[\]~$%@=+^]|^-""", lambda found: f"#{ord(found[0])};", text)
    return re.sub(r"^(\d+)\.", r"\1#46;", text)


def dot(answer: Answer) -> str:
    """A digraph from the first origin down, for Graphviz."""
    lines = [
        "digraph lineage {",
        '  graph [rankdir=TB, charset="UTF-8"];',
        '  node [shape=box, style=rounded, fontname="Helvetica"];',
        '  edge [fontname="Helvetica", fontsize=10];',
    ]
    film = asked(answer)
    for place in places(tree_of(answer, "dot")):
        label = "\\n".join(_dot(part) for part in (place.label, place.note) if part)
        bold = ", penwidth=3" if film and place.node.id == film else ""
        lines.append(f'  n{place.number} [label="{label}"{bold}];')
        if place.parent is not None:
            lines.append(f'  n{place.parent} -> n{place.number} [label="{_dot(place.relation)}"];')
    return "\n".join([*lines, "}"])


def _dot(text: str) -> str:
    # Graphviz reads HTML's entities in any label
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")


def graphml(answer: Answer) -> str:
    """A directed graph with a key for every field, as GraphML."""
    keys = {"title": "string", "original_title": "string", "year": "int", "type": "string", "id": "string"}
    keys |= {"creator": "string", "countries": "string"}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">']
    lines += [f'  <key id="{key}" for="node" attr.name="{key}" attr.type="{kind}"/>' for key, kind in keys.items()]
    lines += ['  <key id="relation" for="edge" attr.name="relation" attr.type="string"/>']
    lines += ['  <graph id="lineage" edgedefault="directed">']
    edges = []
    for place in places(tree_of(answer, "graphml")):
        lines.append(f'    <node id="n{place.number}">')
        for key in keys:
            value = getattr(place.node, key)
            text = clean("; ".join(value) if isinstance(value, tuple) else str("" if value is None else value))
            if text:
                lines.append(f'      <data key="{key}">{escape(text)}</data>')
        lines.append("    </node>")
        if place.parent is not None:
            edge = f'    <edge id="e{place.number}" source="n{place.parent}" target="n{place.number}">'
            edges.append(f'{edge}<data key="relation">{escape(place.relation)}</data></edge>')
    return "\n".join([*lines, *edges, "  </graph>", "</graphml>"])
