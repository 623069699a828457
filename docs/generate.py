"""Makes the generated pages from the code and the catalogue, and the output shown in the README; `--check` compares.

python -m docs.generate           writes what is out of date
python -m docs.generate --check   names what is out of date and exits with 1
"""

from __future__ import annotations

import ast
import io
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from basedon import answering, cli
from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.schema import TABLES
from basedon.forms import FORMS, GRAPH_FORMS, show
from basedon.forms.json import review_schema, schema
from basedon.questions import QUESTIONS
from basedon.starter import packing

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "basedon"
PICTURED = "Is Miracle in Cell No. 7 based on a true story?"
SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-label="Terminal output">
<style>{styles}
text {{ font-family: ui-monospace, Menlo, Consolas, monospace; font-size: {char_height}px; }}</style>
<defs>{lines}</defs>{chrome}
<g transform="translate({terminal_x}, {terminal_y})">{backgrounds}{matrix}</g></svg>
"""
"""Like rich's own frame, but without the web font that it fetches."""


def pages() -> dict[Path, str]:
    """Every generated file with what it must hold."""
    readme, architecture = ROOT / "README.md", ROOT / "ARCHITECTURE.md"
    return {
        ROOT / "docs" / "command-line.md": command_line(),
        ROOT / "docs" / "questions.md": questions(),
        ROOT / "docs" / "catalogue.md": catalogue_tables(),
        ROOT / "docs" / "answer.schema.json": json.dumps(schema(), indent=2, ensure_ascii=False) + "\n",
        ROOT / "docs" / "review.schema.json": json.dumps(review_schema(), indent=2, ensure_ascii=False) + "\n",
        ROOT / "docs" / "card.svg": picture(),
        readme: with_outputs(readme.read_text("utf-8")),
        architecture: with_map(architecture.read_text("utf-8")),
    }


def command_line() -> str:
    """The help of every command."""
    parts = ["# The command line\n", "Generated from the program; `basedon --help` says the same.\n"]
    context = click.Context(cli.basedon, info_name="basedon", max_content_width=100)
    for name, command in [("", cli.basedon), *sorted(cli.basedon.commands.items())]:
        own = click.Context(
            command, info_name=name or "basedon", parent=context if name else None, max_content_width=100
        )
        title = f"basedon {name}".strip()
        parts.append(f"## {title}\n\n```\n{command.get_help(own).rstrip()}\n```\n")
    forms = [f"| `{name}` | {what} |" for name, what in (FORMS | GRAPH_FORMS).items()]
    parts.append("## Forms\n\n| form | what it is |\n|---|---|\n" + "\n".join(forms) + "\n")
    parts.append(
        "## Exit codes\n\n0 answered, 1 nothing found, 2 bad usage, "
        "3 a file that is missing, broken, foreign or too new.\n"
    )
    return "\n".join(parts)


def questions() -> str:
    """What each kind of question answers, and what counts for and against: its module's docstring."""
    parts = ["# Questions\n", "Generated from the code: a question's module docstring is its page.\n"]
    for kind, question in QUESTIONS.items():
        module = sys.modules[question.answer.__module__]
        first, _, rest = (module.__doc__ or "").partition("\n\n")
        example = question.example.format(film="Dune")
        example = question.example.format(film="Dune")
        parts.append(f"## {kind}\n\n**{first.strip()}** For example: *{example}*\n\n{rest.strip()}\n")
    return "\n".join(parts)


def catalogue_tables() -> str:
    """The tables of a catalogue file."""
    return (
        "# The catalogue file\n\nGenerated from the code. One SQLite file; open it with Datasette, DuckDB, pandas or "
        f"`sqlite3`.\n\n```sql\n{TABLES.strip()}\n```\n"
    )


def picture() -> str:
    """A real card as a drawing."""
    with Catalogue(packing.path()) as catalogue:
        card = show(answering.ask(catalogue, PICTURED), "card", colour=True, width=80)
    console = Console(record=True, width=80, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(card))
    return console.export_svg(title=f'basedon "{PICTURED}"', code_format=SVG, unique_id="card")


def with_outputs(readme: str) -> str:
    """The README with every command that it shows run again, and its output put in place."""

    def run(block: re.Match[str]) -> str:
        commands = re.findall(r"^\$ (basedon .*)$", block[1], re.MULTILINE)
        return "```console\n" + "".join(f"$ {command}\n{output_of(command)}\n" for command in commands) + "```"

    return re.sub(r"```console\n(\$ basedon .*?)```", run, readme, flags=re.DOTALL)


def output_of(command: str) -> str:
    """What a command of the README prints at 80 columns."""
    command, _, head = command.partition(" | head -")
    words = shlex.split(command)[1:]
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1"}
    environment.pop("BASEDON_CATALOGUE", None)
    done = subprocess.run(  # noqa: S603  # the project's own program with the words of its own README
        [sys.executable, "-m", "basedon.cli", *words], capture_output=True, text=True, env=environment, check=False
    )
    lines = (done.stdout + done.stderr).rstrip().splitlines()
    return "\n".join(lines[: int(head)] if head else lines)


def with_map(architecture: str) -> str:
    """ARCHITECTURE.md with its code map made from the first line of every module's docstring."""
    rows = []
    for path in sorted(PACKAGE.rglob("*.py"), key=lambda p: (p.parent.relative_to(PACKAGE).parts, p.name)):
        place = path.relative_to(PACKAGE)
        text = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").split("\n\n")[0].replace("\n", " ")
        rows.append(f"| `{place}` | {text} |")
    table = "\n".join(["| module | what it is |", "|---|---|", *rows])
    return re.sub(
        r"(<!-- code map -->\n).*?(<!-- end of code map -->)",
        lambda m: f"{m[1]}{table}\n{m[2]}",
        architecture,
        flags=re.DOTALL,
    )


def main(check: bool) -> int:
    """Write or compare every page; how many were out of date."""
    stale = [path for path, text in pages().items() if not path.exists() or path.read_text("utf-8") != text]
    if check:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is out of date; run `make docs`")
        return len(stale)
    for path, text in pages().items():
        if path in stale:
            path.write_text(text, "utf-8")
            print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(1 if main(check="--check" in sys.argv[1:]) else 0)
