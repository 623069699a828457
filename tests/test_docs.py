"""The documents say what the program does: generated pages are current, and the README's Python runs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_generated_pages_and_shown_outputs_are_current() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "docs.generate", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "block", re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
)
def test_python_of_the_readme_runs(
    block: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BASEDON_CATALOGUE", raising=False)
    exec(compile(block, "README.md", "exec"), {})  # noqa: S102
    assert capsys.readouterr().out.strip()


def test_every_file_that_the_documents_link_to_is_there() -> None:
    for page in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("bench/*.md")):
        for target in re.findall(r"\]\((?!https?:|<|#)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_nothing_names_this_machine_or_a_registry() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("no git checkout")
    forbidden = re.compile(
        "|".join(["index-" + "url", "/(?:home|root)/[a-z]", "pypi" + r"\.org", "registry" + r"\.npm"])
    )
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        readable = path.suffix in (".toml", ".py", ".txt", ".md", "") and path.is_file()
        if readable and "starter" not in path.parts and path != Path(__file__):
            found = forbidden.search(path.read_text("utf-8", "replace").replace("--no-emit-index-url", ""))
            assert not found, f"{name}: {found and found.group()}"
