"""The register gives every form, loads each only when it is asked for, and says clearly what cannot be."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import basedon.forms
from basedon.errors import BadUsage, NotFound
from basedon.forms import FORMS, GRAPH_FORMS, show

ROOM = Path(basedon.forms.__file__).parent


def test_names() -> None:
    assert list(FORMS) == ["card", "json", "markdown", "html", "jsonld"]
    assert list(GRAPH_FORMS) == ["tree", "mermaid", "dot", "graphml", "svg"]
    assert all({**FORMS, **GRAPH_FORMS}.values())


@pytest.mark.parametrize("form", [*FORMS, *GRAPH_FORMS])
def test_every_form_shows_a_lineage(make: SimpleNamespace, form: str) -> None:
    text = show(make.asked(kind="lineage", tree=make.tree), form)
    assert "Miracle in Cell No. 7" in text
    assert text == text.strip("\n")


@pytest.mark.parametrize("form", [*FORMS, *GRAPH_FORMS])
def test_every_form_shows_hostile_titles_the_same_each_time(make: SimpleNamespace, hostile: str, form: str) -> None:
    answer = make.hostile(hostile)
    assert show(answer, form) == show(answer, form)


@pytest.mark.parametrize("form", ["card", "markdown", "html", *GRAPH_FORMS])
def test_nothing_in_a_text_acts_on_a_terminal(make: SimpleNamespace, hostile: str, form: str) -> None:
    shown = show(make.hostile(hostile), form).replace("\n", "")
    assert not [c for c in shown if not c.isprintable() and c not in "\u200c\u200d"]
    assert len(shown) < 60_000


def test_an_unknown_form_is_named_with_those_there_are(make: SimpleNamespace) -> None:
    with pytest.raises(BadUsage, match=r"'pdf'.*card, json, markdown, html, jsonld, tree, mermaid, dot, graphml, svg"):
        show(make.film(), "pdf")


@pytest.mark.parametrize("form", GRAPH_FORMS)
def test_without_a_lineage_there_is_nothing_to_draw(make: SimpleNamespace, form: str) -> None:
    with pytest.raises(BadUsage, match=rf"no lineage to show as {form}: choose one of card, json"):
        show(make.film(), form)


@pytest.mark.parametrize("form", ["jsonld", "mermaid", "dot", "graphml", "svg"])
def test_a_miss_has_no_markup_or_drawing(make: SimpleNamespace, form: str) -> None:
    with pytest.raises(NotFound, match=r"^No film of that name is held here\.$"):
        show(make.missed(), form)


def test_a_missed_lineage_offers_what_comes_nearest(make: SimpleNamespace) -> None:
    assert "Miracle in Cell No. 7 (2019)  Philippines" in show(make.missed(), "tree")


@pytest.mark.parametrize("form", ["json", "markdown", "html", "jsonld", "mermaid", "dot", "graphml", "svg"])
def test_only_the_terminal_forms_load_rich(form: str) -> None:
    program = """
import sys
from basedon.forms import show
assert not [m for m in sys.modules if m.startswith("basedon.forms.")], "the register loads forms ahead of time"
from basedon.model.answer import *
from basedon.model.work import Ids, Work
work = Work("wikidata:Q1", "film", Ids(), "T", None, 2000)
tree = Tree(Node("film", "T"))
answer = FilmAnswer(query=Query("T"), catalogue=CatalogueStamp("d", "2025-01-01"), work=work, tree=tree, kind="lineage")
show(answer, sys.argv[1])
assert "rich" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program, form], check=True, env={"PYTHONPATH": str(ROOM.parents[1])})


@pytest.mark.parametrize("module", sorted(ROOM.glob("*.py")), ids=lambda path: path.stem)
def test_forms_know_only_answers_and_open_nothing(module: Path) -> None:
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("basedon"):
            assert node.module.startswith(("basedon.model", "basedon.errors", "basedon.forms")), node.module
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "open"
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names]
            assert not {"os", "pathlib", "socket", "urllib.request", "subprocess"} & set(names)
