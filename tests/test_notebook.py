"""Answers in notebooks, tables in DataFrames, lineages as graphs, and the example notebook as it stands."""

from __future__ import annotations

import ast
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import networkx
import pandas
import polars
import pytest

import basedon
from basedon.errors import BadUsage
from basedon.model import answer as answers
from basedon.model.answer import Node, Table, Tree

NOTEBOOK = Path(__file__).parent.parent / "docs" / "notebook.ipynb"


class Tags(HTMLParser):
    """The tags of a piece of HTML, each of which has to be closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, _: object) -> None:
        self.seen.append(tag)


def test_answers_show_themselves(small: Path) -> None:
    with basedon.open(small) as catalogue:
        for answer in (
            catalogue.film("The Lamp"),
            catalogue.ask("Is Fog over Lund based on a true story?"),
            catalogue.ask("films by Joan Field"),
            catalogue.ask("Who directed Zzzz?"),
        ):
            html = answer._repr_html_()
            tags = Tags(html).seen
            assert tags[:2] == ["div", "style"]
            assert "h1" in tags
            assert "script" not in tags
            assert "@scope (.basedon-answer)" in html
            assert "\n  body" not in html
            assert html.count("{") == html.count("}")
        family = catalogue.lineage("The Lamp")
        assert "svg" in Tags(family._repr_html_()).seen


def test_tables_convert_to_pandas_and_polars(small: Path) -> None:
    with basedon.open(small) as catalogue:
        answer = catalogue.ask("films by Joan Field")
    assert isinstance(answer, answers.FilmAnswer)
    assert answer.table is not None
    first, second = answer.table.to_pandas(), answer.table.to_polars()
    assert isinstance(first, pandas.DataFrame)
    assert isinstance(second, polars.DataFrame)
    assert list(first.columns) == second.columns == list(answer.table.columns)
    assert len(first) == second.height == len(answer.table.rows)
    assert second["year"].dtype == polars.Int64


def test_odd_tables_convert_too() -> None:
    for table in (Table(("a", "b"), ()), Table(("a",), ((None,), (1,), (2.5,))), Table(("a", "b"), (("x", None),))):
        assert len(table.to_pandas()) == table.to_polars().height == len(table.rows)


def test_a_lineage_is_a_graph_of_networkx(small: Path) -> None:
    with basedon.open(small) as catalogue:
        tree = catalogue.lineage("The Lamp").tree
    assert tree is not None
    graph = tree.to_networkx()
    assert networkx.is_tree(graph)
    assert graph.number_of_nodes() == 5
    root = next(node for node, degree in graph.in_degree() if degree == 0)
    assert graph.nodes[root]["title"] == "the harbour fire of 1931"
    assert "official remake" in {relation for _, _, relation in graph.edges(data="relation")}


def test_places_without_an_id_or_met_twice_stay_apart() -> None:
    tree = Tree(Node("film", "A"), None, (Tree(Node("film", "B", id="x")), Tree(Node("film", "B", id="x"))))
    assert tree.to_networkx().number_of_nodes() == 3


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(answers, "import_module", missing)
    with pytest.raises(BadUsage, match="pip install pandas"):
        Table(("a",), ()).to_pandas()


def test_the_example_notebook_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BASEDON_CATALOGUE", raising=False)
    cells = [cell for cell in json.loads(NOTEBOOK.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]
    names: dict[str, Any] = {}
    shown = []
    for cell in cells:
        assert not cell["outputs"]
        parsed = ast.parse("".join(cell["source"]))
        last = parsed.body.pop() if isinstance(parsed.body[-1], ast.Expr) else None
        exec(compile(parsed, "notebook", "exec"), names)  # noqa: S102
        if isinstance(last, ast.Expr):
            shown.append(eval(compile(ast.Expression(last.value), "notebook", "eval"), names))  # noqa: S307
    assert len(shown) >= 6
    assert "Fargo" in shown[0]._repr_html_()
    assert "svg" in shown[1]._repr_html_()
