"""Lineages for other programs: Mermaid, Graphviz, GraphML and SVG, each read back."""

from __future__ import annotations

import re
from html import unescape
from types import SimpleNamespace
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.errors import BadUsage
from basedon.forms import graph, show, svg
from basedon.forms.graph import places
from basedon.forms.plain import clean, titled, width
from basedon.model.answer import FilmAnswer, Node, Tree

EDGES = [
    (0, 1, "loosely inspired by"),
    (1, 2, "official remake"),
    (1, 3, "official remake"),
    (3, 4, "remake"),
    (1, 5, "loose remake"),
]
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
SVG = "{http://www.w3.org/2000/svg}"

NAMES = st.text(max_size=30) | st.text(st.sampled_from("\"\\<>&#;|[](){}`'\n_*-1. n"), max_size=30)
TREES = st.recursive(
    st.builds(
        Tree,
        st.builds(Node, st.sampled_from(["film", "novel", "event"]), NAMES, st.none() | st.integers(-500, 2030)),
        NAMES,
    ),
    lambda below: st.builds(
        Tree, st.builds(Node, st.just("film"), NAMES), NAMES, st.lists(below, max_size=4).map(tuple)
    ),
    max_leaves=12,
)


@pytest.fixture
def answer(make: SimpleNamespace) -> FilmAnswer:
    made: FilmAnswer = make.asked(kind="lineage", tree=make.tree)
    return made


def parsed(text: str) -> Element:
    """The root element, of a text that is well-formed and was made here."""
    return ElementTree.fromstring(text)  # noqa: S314


def read_mermaid(text: str) -> tuple[dict[int, str], list[tuple[int, int, str]]]:
    """Nodes and edges of a flowchart; every line has to be one or the other."""
    nodes, edges = {}, []
    first, *lines = text.splitlines()
    assert first == "flowchart TD"
    for line in lines:
        node = re.fullmatch(r'  n(\d+)\["([^"]*)"\]', line)
        edge = re.fullmatch(r'  n(\d+) -->(?:\|"([^"]*)"\|)? n(\d+)', line)
        if node:
            nodes[int(node[1])] = unescape(re.sub(r"#(\d+);", r"&#\1;", node[2]))
        elif edge:
            edges.append((int(edge[1]), int(edge[3]), unescape(re.sub(r"#(\d+);", r"&#\1;", edge[2] or ""))))
        else:
            assert re.fullmatch(r"  style n\d+ stroke-width:3px", line), line
    return nodes, edges


def read_dot(text: str) -> tuple[dict[int, str], list[tuple[int, int, str]]]:
    """Nodes and edges of a digraph; every line within has to be one or the other."""
    nodes, edges = {}, []
    quoted = r'"((?:[^"\\]|\\.)*)"'
    lines = text.splitlines()
    assert (lines[0], lines[-1]) == ("digraph lineage {", "}")
    for line in lines[4:-1]:
        node = re.fullmatch(rf"  n(\d+) \[label={quoted}(?:, penwidth=3)?\];", line)
        edge = re.fullmatch(rf"  n(\d+) -> n(\d+) \[label={quoted}\];", line)
        assert node or edge, line
        if node:
            nodes[int(node[1])] = unescape(re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], node[2]))
        if edge:
            edges.append((int(edge[1]), int(edge[2]), unescape(re.sub(r"\\(.)", r"\1", edge[3]))))
    return nodes, edges


def wanted(tree: Tree) -> tuple[list[str], list[tuple[int, int, str]]]:
    """Labels and edges of a tree, found by recursion, not by the forms' own way."""
    labels: list[str] = []
    edges: list[tuple[int, int, str]] = []

    def visit(held: Tree, parent: int | None) -> None:
        number = len(labels)
        labels.append(titled(held.work.title, held.work.year))
        if parent is not None:
            edges.append((parent, number, graph.relation(held.relation)))
        for child in held.children:
            visit(child, number)

    visit(tree, None)
    return labels, edges


def test_the_family(answer: FilmAnswer) -> None:
    for nodes, edges in (read_mermaid(show(answer, "mermaid")), read_dot(show(answer, "dot"))):
        assert edges == EDGES
        assert sorted(nodes) == [0, 1, 2, 3, 4, 5]
        assert nodes[3].startswith("7. Koğuştaki Mucize (2019)")
        assert "7번방의 선물, South Korea" in nodes[1]


def test_the_film_asked_about_is_set_off(answer: FilmAnswer) -> None:
    assert "  style n1 stroke-width:3px" in show(answer, "mermaid").splitlines()
    assert show(answer, "dot").count("penwidth") == 1
    drawing = parsed(show(answer, "svg"))
    (asked,) = drawing.findall(f"{SVG}g[@class='asked']")
    assert (
        asked.findtext(f"{SVG}title") == "loosely inspired by: Miracle in Cell No. 7 (2013) (7번방의 선물, South Korea)"
    )


def test_mermaid_makes_no_list_of_a_title_with_a_number(answer: FilmAnswer) -> None:
    assert 'n3["7#46; Koğuştaki Mucize (2019)<br>Turkey"]' in show(answer, "mermaid")


@given(TREES)
def test_any_tree_reads_back(make: SimpleNamespace, tree: Tree) -> None:
    answer = make.film(kind="lineage", tree=tree)
    labels, edges = wanted(tree)
    for between, (nodes, read_edges) in (
        ("<br>", read_mermaid(show(answer, "mermaid"))),
        ("\n", read_dot(show(answer, "dot"))),
    ):
        assert read_edges == edges
        assert all(nodes[n].startswith(label) for n, label in enumerate(labels))
        assert all(nodes[n].partition(between)[0] == label for n, label in enumerate(labels) if between not in label)


@given(TREES)
def test_any_tree_reads_back_from_graphml(make: SimpleNamespace, tree: Tree) -> None:
    root = parsed(show(make.film(tree=tree), "graphml"))
    keys = {key.get("id"): key.get("for") for key in root.findall(f"{GRAPHML}key")}
    assert {"title", "year", "type", "id", "relation"} <= set(keys)
    drawn = root.find(f"{GRAPHML}graph")
    assert drawn is not None
    held = list(places(tree))
    for place, node in zip(held, drawn.findall(f"{GRAPHML}node"), strict=True):
        data = {part.get("key"): part.text for part in node}
        assert set(data) <= set(keys)
        assert node.get("id") == f"n{place.number}"
        assert data.get("title", "") == clean(place.node.title)
        assert data.get("year") == (str(place.node.year) if place.node.year is not None else None)
    edges = [(e.get("source"), e.get("target"), e[0].text or "") for e in drawn.findall(f"{GRAPHML}edge")]
    assert edges == [(f"n{a}", f"n{b}", told) for a, b, told in wanted(tree)[1]]


@given(TREES)
def test_any_tree_is_drawn_within_the_drawing_and_without_overlap(make: SimpleNamespace, tree: Tree) -> None:
    drawing = parsed(show(make.film(tree=tree), "svg"))
    _, _, right, bottom = map(float, drawing.get("viewBox", "").split())
    boxes = [[float(r.get(key, "")) for key in ("x", "y", "width", "height")] for r in drawing.iter(f"{SVG}rect")]
    assert len(boxes) == len(wanted(tree)[0])
    for n, (x, y, w, h) in enumerate(boxes):
        assert x >= 0
        assert y >= 0
        assert x + w <= right
        assert y + h <= bottom
        assert all(x != x2 or y + h <= y2 or y2 + h2 <= y for x2, y2, _, h2 in boxes[:n])
    assert len(list(drawing.iter(f"{SVG}path"))) == len(boxes) - 1


def test_the_drawing_can_be_read_aloud_and_runs_nothing(make: SimpleNamespace, hostile: str) -> None:
    text = show(make.hostile(hostile), "svg")
    drawing = parsed(text)
    assert drawing.get("role") == "img"
    named = [drawing.find(f"{SVG}title"), drawing.find(f"{SVG}desc")]
    assert drawing.get("aria-labelledby", "").split() == [part.get("id") for part in named if part is not None]
    assert titled(hostile, -431) in "".join(named[0].itertext()) if named[0] is not None else False
    assert {part.tag.removeprefix(SVG) for part in drawing.iter()} <= {
        "svg",
        "title",
        "desc",
        "style",
        "path",
        "text",
        "g",
        "rect",
    }
    assert not [name for part in drawing.iter() for name in part.attrib if name.startswith("on") or "href" in name]
    assert "url(" not in "".join(style.text or "" for style in drawing.iter(f"{SVG}style"))


def test_the_drawing_follows_light_and_dark(answer: FilmAnswer) -> None:
    text = show(answer, "svg")
    assert "currentColor" in text
    assert "prefers-color-scheme: dark" in text
    selectors = re.findall(r"^\s*(?:@media[^{]*\{ )?([^{}@]+?) \{", svg.STYLE, re.MULTILINE)
    assert all(part.strip().startswith(".basedon-lineage") for found in selectors for part in found.split(","))


def test_text_stays_within_its_box(make: SimpleNamespace, hostile: str) -> None:
    drawing = parsed(show(make.hostile(hostile), "svg"))
    for text in drawing.iter(f"{SVG}text"):
        per_column = svg.EM if text.get("class") == "title" else svg.SMALL
        assert width(text.text or "") * per_column <= svg.BOX - 2 * svg.PAD


def test_two_drawings_on_one_page_share_no_ids(make: SimpleNamespace, answer: FilmAnswer) -> None:
    ids = [set(re.findall(r' id="([^"]+)"', show(one, "svg"))) for one in (answer, make.hostile("Other"))]
    assert not ids[0] & ids[1]


def test_a_box_stands_midway_beside_what_came_from_it(answer: FilmAnswer) -> None:
    assert answer.tree is not None
    boxes = svg.layout(list(places(answer.tree)))
    assert boxes[0].middle == boxes[1].middle == (boxes[2].y + boxes[5].y + boxes[5].height) / 2
    assert boxes[3].middle == boxes[4].middle
    assert boxes[0].x < boxes[1].x < boxes[2].x == boxes[3].x == boxes[5].x < boxes[4].x
    assert boxes[2].y < boxes[3].y < boxes[5].y


@pytest.mark.parametrize("form", ["mermaid", "dot", "graphml", "svg"])
def test_deep_and_broad_trees(make: SimpleNamespace, form: str) -> None:
    deep = Tree(Node("film", "Film 0"))
    for n in range(1, 3000):
        deep = Tree(Node("film", f"Film {n}"), "remake", (deep,))
    broad = Tree(Node("novel", "Book"), None, tuple(Tree(Node("film", f"Film {n}"), "based on") for n in range(3000)))
    for tree in (deep, broad):
        assert "Film 2999" in show(make.film(tree=tree), form)


def test_asked_directly_without_a_tree(make: SimpleNamespace) -> None:
    with pytest.raises(BadUsage, match="no lineage"):
        graph.mermaid(make.film())


def test_relations_in_words() -> None:
    assert [graph.relation(told) for told in ("unknown remake", "re-adaptation remake", "based_on", None)] == [
        "remake",
        "re-adaptation remake",
        "based on",
        "",
    ]
