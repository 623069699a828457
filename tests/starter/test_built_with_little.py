"""The starter is built while the wheel is made, where only what the build system requires is installed."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
MODULES = {"google-re2": "re2", "lxml-html-clean": "lxml_html_clean", "python-multipart": "python_multipart"}


def named(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w.-]", one)[0].lower().replace("_", "-") for one in requirements}


def test_what_makes_the_starter_is_required_to_build() -> None:
    lacking = named(PROJECT["project"]["dependencies"]) - named(PROJECT["build-system"]["requires"])
    assert "platformdirs" in lacking
    hidden = sorted(MODULES.get(one, one.replace("-", "_")) for one in lacking)
    code = f"import sys; sys.modules.update(dict.fromkeys({hidden!r})); import basedon.starter.making"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
