"""Markdown of an answer with numbered sources, for articles, wikis and issues."""

from __future__ import annotations

import re

from basedon.forms import outline
from basedon.forms.graph import places
from basedon.forms.outline import Line
from basedon.forms.plain import clean, link, page_of, sentence, titled
from basedon.model.answer import Answer, FilmAnswer, Table, Tree

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&$]|(?<=:)//|(?<=www)\.", re.IGNORECASE)
_BLOCK = re.compile(r"^(?:[#+=-]|\d+(?=[.)]))")
"""What begins a heading, a list or a rule where it begins a line."""

_CLOSES = re.compile(r"(?<= )#+$")
"""What a heading would take for its own end."""


def markdown(answer: Answer) -> str:
    """The answer as Markdown: headline, answer, the parts that follow, and the sources by number."""
    sources = _Sources()
    first, rest = outline.lead(answer)
    blocks = [f"# {escape(outline.headline(answer))}", f"**{escape(first)}**" if first else "", escape(rest)]
    blocks.append(escape(outline.likelihood(answer)))
    if isinstance(answer, FilmAnswer) and answer.work:
        label = titled(answer.work.title, answer.work.year)
        said = [] if label == outline.headline(answer) else [_linked(Line(label, url=page_of(answer.work.id)))]
        said += [escape(line) for line in outline.about(answer.work)]
        trailer = link(answer.work.trailer)
        said += [f"[trailer](<{trailer}>)"] if trailer else []
        blocks.append(" · ".join(part for part in said if part))
    for section in outline.sections(answer):
        blocks.append(f"## {escape(section.heading)}")
        if section.name == "evidence":
            blocks.append(_evidence(answer, sources))
        elif section.name == "table" and (table := outline.table(answer)):
            blocks.append(_table(table))
        elif section.name == "tree" and isinstance(answer, FilmAnswer) and answer.tree:
            blocks.append(_tree(answer.tree))
        else:
            blocks.append("\n".join(f"- {_linked(line)}" for line in section.lines))
    if sources.lines:
        blocks += ["## Sources", "\n".join(f"{n}. {line}" for n, line in enumerate(sources.lines, 1))]
    blocks += ["---", " · ".join(escape(part) for part in (outline.stamp(answer), outline.mend(answer)[0]) if part)]
    return "\n\n".join(block for block in blocks if block)


class _Sources:
    """Where the findings were read, each place once, numbered in the order they are first named."""

    def __init__(self) -> None:
        self.lines: dict[str, int] = {}

    def number(self, name: str, url: str | None) -> int:
        """The number of one place."""
        return self.lines.setdefault(_linked(Line(name, url=link(url))), len(self.lines) + 1)


def escape(text: str) -> str:
    """Outside text that Markdown reads as nothing but text, wherever on a line it stands."""
    text = _SPECIAL.sub(lambda found: "".join(f"\\{letter}" for letter in found[0]), clean(text))
    text = _CLOSES.sub(r"\\\g<0>", text)
    begins = _BLOCK.match(text)
    if not begins:
        return text
    # a number is escaped at the point behind it, a sign at itself
    at = begins.end() if begins[0][-1].isdigit() else 0
    return f"{text[:at]}\\{text[at:]}"


def _linked(line: Line) -> str:
    title = f"[{escape(line.title)}](<{line.url}>)" if line.url else escape(line.title)
    return f"{title} — {escape(line.note)}" if line.note else title


def _evidence(answer: Answer, sources: _Sources) -> str:
    told = []
    for finding in outline.findings(answer):
        number = sources.number(outline.read_at(finding), finding.url)
        told.append(f"- **{outline.STANCES[finding.stance]}:** {escape(sentence(finding.says))} \\[{number}\\]")
        if finding.quote:
            told.append(f"  > {escape(sentence(finding.quote))}")
    return "\n".join(told)


def _table(table: Table) -> str:
    rows = [[outline.words(column) for column in table.columns], ["---"] * len(table.columns)]
    rows += [[outline.value_of(value) for value in row] for row in table.rows]
    shown = ["| " + " | ".join(cell if n == 1 else escape(cell) for cell in row) + " |" for n, row in enumerate(rows)]
    return "\n".join(shown)


def _tree(tree: Tree) -> str:
    lines = []
    for place in places(tree):
        relation = f"{place.relation}: " if place.relation else ""
        line = Line(f"{relation}{place.label}", place.note, page_of(place.node.id))
        lines.append(f"{'  ' * place.depth}- {_linked(line)}")
    return "\n".join(lines)
