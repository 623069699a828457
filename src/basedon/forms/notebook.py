"""An answer in a notebook: as on its page, with the lineage drawn, within a style that touches nothing around it."""

from __future__ import annotations

import re

from basedon.forms.page import STYLE, fragment
from basedon.forms.svg import svg
from basedon.model.answer import Answer, FilmAnswer

FRAME = "basedon-answer"


def html(answer: Answer) -> str:
    """The answer as a piece of HTML that brings its own style, without scripts or requests."""
    drawn = svg(answer) if isinstance(answer, FilmAnswer) and answer.tree is not None else ""
    return f'<div class="{FRAME}">\n<style>{scoped()}</style>\n{fragment(answer)}\n{drawn}\n</div>'


def scoped() -> str:
    """The page's own style, held within the frame: the notebook keeps its colours and its page."""
    kept = [rule for rule in STYLE.split("\n") if not re.match(r"\s*(?:\*|body|main)\b|\s*\* ", rule)]
    # the two lines that a dropped rule leaves behind are its continuation
    text = re.sub(r"(?m)^\s*overflow-wrap: anywhere \}$", "", "\n".join(kept)).replace(":root", f".{FRAME}")
    return f"@scope (.{FRAME}) {{ {text} }}"
