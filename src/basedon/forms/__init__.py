"""The ways an answer can look, in one register: an answer goes in, text comes out, nothing is opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from basedon.errors import BadUsage, NotFound

if TYPE_CHECKING:
    from basedon.model.answer import Answer

FORMS: dict[str, str] = {
    "card": "a card for the terminal",
    "json": "the whole answer as JSON, by the published schema",
    "markdown": "Markdown with numbered sources",
    "html": "a web page that stands on its own",
    "jsonld": "schema.org markup of the film, as JSON-LD",
}
"""Forms that any answer about a film can take, and what each is for."""

GRAPH_FORMS: dict[str, str] = {
    "tree": "a tree for the terminal",
    "mermaid": "a Mermaid flowchart, for Markdown and wikis",
    "dot": "Graphviz",
    "graphml": "GraphML, for Gephi, yEd and networkx",
    "svg": "a drawing for web pages and notebooks",
}
"""Forms that an answer with a lineage can take besides, and what each is for."""

_PLACES: dict[str, str] = {
    "card": "card.card",
    "json": "json.json",
    "markdown": "markdown.markdown",
    "html": "page.page",
    "jsonld": "jsonld.jsonld",
    "tree": "card.tree",
    "mermaid": "graph.mermaid",
    "dot": "graph.dot",
    "graphml": "graph.graphml",
    "svg": "svg.svg",
}
"""Where each form is made, as module.function of this package; the module is imported once it is asked for."""


def show(answer: Answer, form: str, *, colour: bool = False, width: int = 80, pretty: bool = True) -> str:
    """The answer in one of the forms, without a newline at the end.

    `colour` and `width` matter to the terminal's forms, and `pretty` to JSON: indented, or all on one line.
    """
    if form not in _PLACES:
        raise BadUsage(f"there is no form {form!r}: choose one of {', '.join(_PLACES)}")
    if form == "svg" and answer.kind == "trending" and answer.found:
        from basedon.forms.plot import answer_svg

        return answer_svg(answer)
    if form in GRAPH_FORMS and getattr(answer, "tree", None) is None:
        if not answer.found and form == "tree":
            form = "card"  # in a terminal, what comes nearest helps more than an error
        elif not answer.found:
            raise NotFound(_line(getattr(answer, "text", "")) or "nothing was found to draw")
        else:
            raise BadUsage(f"this answer has no lineage to show as {form}: choose one of {', '.join(FORMS)}")
    options: dict[str, Any] = {}
    if form in ("card", "tree"):
        options = {"colour": colour, "width": width}
    elif form == "json":
        options = {"pretty": pretty}
    module, function = _PLACES[form].split(".")
    text: str = getattr(import_module(f"basedon.forms.{module}"), function)(answer, **options)
    return text


def _line(text: str) -> str:
    from basedon.forms.plain import clean

    return clean(text)
