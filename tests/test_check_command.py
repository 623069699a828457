"""`basedon check`: files, standard input, addresses that must not be opened, exit codes."""

from __future__ import annotations

import json

import pytest
import yaml
from click.testing import CliRunner

import basedon
from basedon.cli import basedon as program
from basedon.errors import BadFile, BadUsage, Unreachable

RIGHT, WRONG = "Kandil was directed by Ömer Şahin.", "Kandil was directed by Ömer Şahin. It came out in 1974."


@pytest.fixture
def run(small):
    def go(*words, **more):
        return CliRunner().invoke(program, ["check", *map(str, words), "--catalogue", str(small)], **more)

    return go


@pytest.fixture
def drafts(tmp_path):
    (tmp_path / "right.md").write_text(RIGHT, "utf-8")
    (tmp_path / "wrong.txt").write_text(WRONG, "utf-8")
    return tmp_path


def test_exit_codes(run, drafts):
    assert run(drafts / "right.md").exit_code == 0
    assert run(drafts / "wrong.txt").exit_code == 1
    assert isinstance(run(drafts / "none.md").exception, BadFile)
    assert run(drafts / "none.md", drafts / "wrong.txt").exit_code == 3
    assert isinstance(run().exception, BadUsage)


def test_several_as_json_are_one_object_a_line(run, drafts):
    done = run(drafts / "right.md", drafts / "wrong.txt", "--form", "json")
    assert done.exit_code == 1
    first, second = map(json.loads, done.stdout.splitlines())
    assert (first["summary"]["contradicted"], second["summary"]["contradicted"]) == (0, 1)


def test_standard_input(run):
    done = run("-", "--json", input=WRONG.encode())
    assert json.loads(done.stdout)["claims"][-1]["correct"] == 1980


def test_fix_prints_a_diff(run, drafts):
    done = run(drafts / "wrong.txt", "--fix")
    assert "+Kandil was directed by Ömer Şahin. It came out in 1980." in done.stdout
    assert run(drafts / "right.md", "--fix").stdout == ""
    assert isinstance(run(drafts / "wrong.txt", "--fix", "--json").exception, BadUsage)


def test_a_page_is_for_one_article(run, drafts):
    assert "<mark" in run(drafts / "wrong.txt", "--form", "html").stdout
    assert isinstance(run(drafts / "wrong.txt", drafts / "right.md", "--form", "html").exception, BadUsage)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/article",
        "http://[::1]/article",
        "http://10.0.0.8/article",
        "http://169.254.169.254/latest/meta-data",
        "http://0x7f.1/",
        "http://user@example.org/",
        "http://example.org:8080/",
        "file:///etc/passwd",
        "ftp://example.org/a",
    ],
)
def test_addresses_that_are_not_opened(run, address):
    assert isinstance(run(address).exception, (Unreachable, BadUsage))


def test_a_file_that_is_no_text(run, tmp_path):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0")
    assert isinstance(run(tmp_path / "picture.png").exception, BadFile)


def test_the_facade(small):
    with basedon.open(small) as catalogue:
        review = catalogue.check(WRONG)
        assert review.summary.contradicted == 1
        with pytest.raises(BadFile):
            catalogue.check("  ")


def test_hostile_articles_take_no_time_and_break_nothing(small):
    with basedon.open(small) as catalogue:
        for text in (
            "Kandil (" * 3000,
            "The Lamp, " * 4000,
            "*_[" * 5000,
            "A" * 200_000,
            "\ud800 Kandil \udfff",
            "<p>" * 9000,
        ):
            assert catalogue.check(text + " Kandil was directed by Ömer Şahin.") is not None


def test_the_hook_and_the_action_are_what_they_say():
    from pathlib import Path

    root = Path(__file__).parent.parent
    [hook] = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["entry"].split() == ["basedon", "check"]
    action = yaml.safe_load((root / "action.yml").read_text("utf-8"))
    assert action["runs"]["using"] == "composite"
    # what a user gives reaches the shell as variables only
    assert not any("${{ inputs" in step.get("run", "") for step in action["runs"]["steps"])
