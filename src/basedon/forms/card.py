"""The card that answers in a terminal, and the lineage as a tree; readable at 80 columns, with and without colour."""

from __future__ import annotations

from io import StringIO

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text
from rich.tree import Tree as Branches

from basedon.forms import graph, outline
from basedon.forms.outline import Line, Section
from basedon.forms.plain import cut, link, sentence, titled
from basedon.model.answer import Answer, FilmAnswer, Finding, Table, Tree
from basedon.model.verdict import Basis

NARROWEST = 24
LONGEST_QUOTE = 240
MOST_LINES = 12
MOST_BRIEF = 6
MOST_ROWS = 50
BRIEF = ("siblings", "alternatives")
"""Parts that are one paragraph, not a list."""

# shades that stand out on black and on white
GREEN, RED, AMBER, BLUE = "#2e9e5b", "#d1495b", "#b7791f", "#3a86c8"
STANCE_STYLES = {"for": GREEN, "against": RED, "context": BLUE}
BASIS_STYLES = {
    Basis.TRUE_STORY: GREEN,
    Basis.INSPIRED_BY_REAL_EVENTS: GREEN,
    Basis.ADAPTATION: RED,
    Basis.ORIGINAL: RED,
    Basis.PRESENTED_AS_TRUE: RED,
    Basis.DISPUTED: AMBER,
}


def card(answer: Answer, *, colour: bool = False, width: int = 80) -> str:
    """The answer first, then why, where the story comes from, what came from it, and what else to ask."""
    parts: list[RenderableType] = []
    first, rest = outline.lead(answer)
    known = outline.basis(answer)
    verdict = [
        Text(first, f"bold {BASIS_STYLES.get(known, '')}" if known else "bold"),
        Text(rest),
        Text(outline.likelihood(answer), "dim"),
    ]
    film = answer.work if isinstance(answer, FilmAnswer) else None
    if film:
        named = [Text(titled(film.title, film.year), "bold"), *(Text(line, "dim") for line in outline.about(film))]
        parts += [*verdict, Text(" "), *named] if answer.question else [*named, Text(" "), *verdict]
    else:
        parts += verdict
    for section in outline.sections(answer):
        parts += [Text(" "), *_section(section, answer, width)]
    parts += [Text(" "), Text(outline.stamp(answer), "dim")]
    says, url = outline.mend(answer)
    parts += [Text(says, "dim"), Text(url or "", "dim")]
    return _printed([part for part in parts if not isinstance(part, Text) or part.plain], colour, width)


def tree(answer: Answer, *, colour: bool = False, width: int = 80) -> str:
    """The lineage, from the first origin down; the film asked about is marked."""
    return _printed([_branches(graph.tree_of(answer, "tree"), graph.asked(answer), width)], colour, width)


def _printed(parts: list[RenderableType], colour: bool, width: int) -> str:
    console = Console(
        file=StringIO(),
        width=max(width, NARROWEST),
        force_terminal=colour,
        color_system="truecolor" if colour else None,
        no_color=not colour,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    with console.capture() as captured:
        for part in parts:
            console.print(part, overflow="fold")
    return "\n".join(line.rstrip() for line in captured.get().splitlines())


def _section(section: Section, answer: Answer, width: int) -> list[RenderableType]:
    if section.name == "evidence":
        return _evidence(answer)
    heading = Text(section.heading, "bold")
    table = outline.table(answer) if section.name == "table" else None
    if table:
        return [_table(table), *_more(len(table.rows), MOST_ROWS)]
    if section.name == "tree" and isinstance(answer, FilmAnswer) and answer.tree:
        return [heading, Padding(_branches(answer.tree, graph.asked(answer), width - 2), (0, 0, 0, 2))]
    if section.name in BRIEF:
        return [_brief(section)]
    most = MOST_ROWS if section.name == "asked" else MOST_LINES
    return [heading, _list(section.lines[:most]), *_more(len(section.lines), most)]


def _evidence(answer: Answer) -> list[RenderableType]:
    found = outline.findings(answer)
    sided = any(finding.stance != "context" for finding in found)
    parts: list[RenderableType] = []
    for stance, heading in outline.STANCES.items():
        grid = Grid.grid(padding=(0, 1, 0, 0))
        grid.add_column(width=3, justify="right")
        grid.add_column(overflow="fold")
        for finding in found:
            if finding.stance == stance:
                grid.add_row(Text(outline.SIGNS[stance], f"bold {STANCE_STYLES[stance]}"), _finding(finding))
        if grid.row_count:
            gap = [Text(" ")] if parts else []
            parts += [*gap, Text(heading if sided else "Evidence", f"bold {STANCE_STYLES[stance]}"), grid]
    return parts


def _finding(finding: Finding) -> Text:
    told = Text(sentence(finding.says))
    if finding.quote:
        told.append(f"\n“{cut(sentence(finding.quote), LONGEST_QUOTE)}”", "italic")
    told.append(f"\n{outline.read_at(finding)}")
    url = link(finding.url)
    return told.append(f"\n{url}", "dim") if url else told


def _list(lines: tuple[Line, ...]) -> RenderableType:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(overflow="fold")
    grid.add_column(overflow="fold", style="dim")
    for line in lines:
        grid.add_row(Text(line.title), Text(line.note))
    return Padding(grid, (0, 0, 0, 2))


def _more(there: int, shown: int) -> list[RenderableType]:
    return [Text(f"  and {there - shown} more (--form json has all)", "dim")] if there > shown else []


def _brief(section: Section) -> Text:
    told = [f"{line.title}, {line.note}" if line.note else line.title for line in section.lines[:MOST_BRIEF]]
    more = len(section.lines) - MOST_BRIEF
    text = "; ".join(told) + (f"; and {more} more" if more > 0 else "")
    return Text.assemble((f"{section.heading}: ", "bold"), text)


def _table(table: Table) -> RenderableType:
    kept = [
        n for n, column in enumerate(table.columns) if not ("id" in table.columns and column in ("imdb", "wikidata"))
    ]
    columns = [table.columns[n] for n in kept]  # one id is enough for a screen; JSON has them all
    rows = [tuple(row[n] for n in kept) for row in table.rows[:MOST_ROWS]]
    grid = Grid(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for n, column in enumerate(columns):
        numbers = all(isinstance(row[n], (int, float, type(None))) for row in rows)
        grid.add_column(Text(outline.words(column)), justify="right" if numbers else "left", overflow="fold")
    for row in rows:
        grid.add_row(*(Text(outline.value_of(value)) for value in row))
    return grid


def _branches(tree: Tree, film: str | None, width: int) -> Branches:
    deepest = max((width - NARROWEST) // 4, 0)  # what lies deeper has no room left, and stays at this depth
    path: list[Branches] = []
    for place in graph.places(tree):
        here = film is not None and place.node.id == film
        told = Text.assemble(
            (f"{place.relation}: " if place.relation else "", "dim"), (place.label, "bold" if here else "")
        )
        told.append(f"  {place.note}" if place.note else "", "dim")
        told.append("  <- this one" if here else "", f"bold {AMBER}")
        told.overflow = "fold"
        depth = min(place.depth, deepest + 1)
        branch = path[depth - 1].add(told) if depth else Branches(told, guide_style="dim")
        path[depth:] = [branch]
    return path[0]
