"""Posts at the command line: what is counted for one question, and what goes wrong in one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from basedon.cli import basedon
from basedon.errors import BadFile, BadUsage


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    path = tmp_path / "posts.csv"
    rows = [f"w{n},The Lamp (1950) {'made me cry' if n % 3 else 'is hilarious'}" for n in range(30)]
    path.write_text("author,text\n" + "\n".join(rows) + "\n")
    return path


def run(*words: str) -> Result:
    return CliRunner().invoke(basedon, list(words), standalone_mode=False)


def test_tearjerkers_as_json_and_as_a_table(small: Path, posts: Path) -> None:
    result = run("tearjerkers", "--posts", str(posts), "--json", "--catalogue", str(small))
    held = json.loads(result.output)
    assert held["kind"] == "tearjerkers"
    assert held["work"] is None
    assert held["table"]["columns"] == ["film", "year", "id", "people", "cried", "tear_rate", "low", "high"]
    assert held["table"]["rows"][0][:5] == ["The Lamp", 1950, "curated:the-lamp#japan-1950", 30, 20]
    assert "The Lamp" in run("tearjerkers", "--posts", str(posts), "--catalogue", str(small)).output


def test_a_mood(small: Path, posts: Path) -> None:
    result = run("tearjerkers", "--posts", str(posts), "--mood", "funny and sad", "--json", "--catalogue", str(small))
    held = json.loads(result.output)
    assert held["kind"] == "moods"
    assert held["table"]["rows"][0][-1] == "10 laughed, 20 cried"
    wrong = run("tearjerkers", "--posts", str(posts), "--mood", "purple", "--catalogue", str(small))
    assert isinstance(wrong.exception, BadUsage)


def test_reception_with_posts(small: Path, posts: Path) -> None:
    words = ("reception", "The Lamp", "--year", "1950", "--posts", str(posts), "--catalogue", str(small))
    told = json.loads(run(*words, "--json").output)["reception"]["reactions"]
    assert told["people"] == 30
    assert told["feelings"]["crying"]["people"] == 20
    assert 0 < told["tear_rate"]["low"] < told["tear_rate"]["value"] < told["tear_rate"]["high"] < 1
    assert "20 cried" in run(*words).output


def test_a_film_nobody_wrote_of(small: Path, posts: Path) -> None:
    result = run("reception", "The Lamp", "--year", "1962", "--posts", str(posts), "--json", "--catalogue", str(small))
    assert json.loads(result.output)["reception"]["reactions"]["people"] == 0


def test_without_posts_it_is_a_miss(small: Path) -> None:
    result = run("tearjerkers", "--json", "--catalogue", str(small))
    assert json.loads(result.output)["needs"] == ["posts"]
    assert result.exit_code == 1


def test_files_that_are_none(small: Path, tmp_path: Path) -> None:
    assert isinstance(
        run("tearjerkers", "--posts", str(tmp_path / "none"), "--catalogue", str(small)).exception, BadFile
    )
    (tmp_path / "empty").write_text("")
    assert isinstance(
        run("tearjerkers", "--posts", str(tmp_path / "empty"), "--catalogue", str(small)).exception, BadFile
    )
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    wrong = run("tearjerkers", "--posts", str(tmp_path / "other.csv"), "--catalogue", str(small)).exception
    assert isinstance(wrong, BadFile)
    assert "column" in str(wrong)


def test_listen_says_to_what() -> None:
    assert isinstance(run("listen").exception, BadUsage)
