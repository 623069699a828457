"""The command line as a user meets it: commands, forms, exit codes, one line of error, and a shell's rough handling."""

from __future__ import annotations

import io
import json
import lzma
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import basedon
from basedon import cli
from basedon.starter import packing


class Ran(NamedTuple):
    """What a run came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the program within this process, on the small catalogue unless another is named."""
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setenv("BASEDON_CATALOGUE", str(small))

    def ran(*arguments: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["basedon", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        code = 0
        try:
            cli.main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return ran


def started(*arguments: str | bytes, **more: Any) -> subprocess.Popen[bytes]:
    """The program in a process of its own."""
    command: list[str | bytes] = [sys.executable, "-m", "basedon.cli", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)


def environment(**names: str) -> dict[str, str]:
    """This environment without what would steer the program, and with some names set."""
    left_out = ("BASEDON_CATALOGUE", "NO_COLOR", "COLUMNS")
    return {k: v for k, v in os.environ.items() if k not in left_out} | names


def one_line(err: str) -> bool:
    return err.startswith("basedon: ") and err.count("\n") == 1 and err.endswith("\n") and "Traceback" not in err


# commands and forms


def test_alone_it_tells_what_it_can_do(run: Run) -> None:
    ran = run()
    assert "Usage: basedon" in ran.out
    for command in ("ask", "film", "lineage", "search", "info", "sources", "completion"):
        assert f"  {command}" in ran.out


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_is_no_error(run: Run, option: str) -> None:
    assert run(option).code == 0
    for command in cli.basedon.commands:
        ran = run(command, option)
        assert ran.code == 0
        assert ran.out.startswith(f"Usage: basedon {command}")


def test_the_version_is_the_packages(run: Run) -> None:
    assert run("--version") == Ran(0, f"basedon {basedon.__version__}\n", "")


def test_words_that_are_no_command_are_a_question(run: Run) -> None:
    plain = run("ask", "is kandil based on a true story?", "--json")
    assert run("is kandil based on a true story?", "--json") == plain
    assert run("--json", "is kandil based on a true story?") == plain
    assert run("is", "kandil", "based", "on", "a", "true", "story?", "--json") == plain
    assert json.loads(plain.out)["kind"] == "true_story"


@pytest.mark.parametrize("form", cli.ANSWER_FORMS)
def test_a_film_in_every_form(run: Run, form: str) -> None:
    ran = run("film", "kandil", "--form", form)
    assert (ran.code, ran.err) == (0, "")
    assert "Kandil" in ran.out
    assert ran.out.endswith("\n")
    assert run("ask", "is kandil true", "--form", form).code == 0


@pytest.mark.parametrize("form", cli.LINEAGE_FORMS)
def test_a_lineage_in_every_form(run: Run, form: str) -> None:
    ran = run("lineage", "kandil", "--form", form)
    assert (ran.code, ran.err) == (0, "")
    assert "Kandil" in ran.out


def test_json_is_short_for_its_form(run: Run) -> None:
    for words in (
        ("film", "kandil"),
        ("ask", "is kandil true"),
        ("lineage", "kandil"),
        ("search", "kandil"),
        ("info",),
        ("sources",),
    ):
        short, long = run(*words, "--json"), run(*words, "--form", "json")
        assert short == long
        json.loads(short.out)


def test_a_search_lists_titles(run: Run) -> None:
    assert "Kandil" in run("search", "kandi").out
    assert [work["title"] for work in json.loads(run("search", "kandil", "--json").out)["works"]] == ["Kandil"]
    assert len(json.loads(run("search", "lamp", "--json", "--limit", "1").out)["works"]) == 1
    nothing = run("search", "qwxyzzy", "--json")
    assert (nothing.code, json.loads(nothing.out)["works"]) == (1, [])


def test_ids_and_years_find_a_film(run: Run) -> None:
    for words in (("Q900001",), ("wikidata:Q900001",), ("tt9000001",), ("the lamp", "--year", "1951")):
        assert json.loads(run("film", *words, "--json").out)["work"]["year"] == 1950


def test_about_names_the_film_that_it_means(run: Run) -> None:
    ran = run("who directed it?", "--about", "tt9000001", "--json")
    assert "Aki Mori" in json.loads(ran.out)["text"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_completes_for_each_shell(run: Run, shell: str) -> None:
    ran = run("completion", shell)
    assert ran.code == 0
    assert "_BASEDON_COMPLETE" in ran.out


# exit codes


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("film", "kandil"), 0),
        (("is plain sight based on a true story",), 0),
        (("film", "no such film at all"), 1),
        (("film", "kandil", "--year", "1990"), 1),
        (("lineage", "no such film at all"), 1),
        (("what is trending on netflix",), 1),
        (("film",), 2),
        (("film", " "), 2),
        (("ask",), 2),
        (("ask", "?!"), 2),
        (("search", " "), 2),
        (("lineage", ""), 2),
        (("film", "kandil", "--year", "soon"), 2),
        (("film", "kandil", "--year", "99999"), 2),
        (("film", "kandil", "--form", "poem"), 2),
        (("film", "kandil", "--nonsense"), 2),
        (("--nonsense",), 2),
        (("who directed it", "--about", "Q1"), 2),
        (("completion", "cobol"), 2),
        (("search", "kandil", "--limit", "0"), 2),
        (("film", "kandil", "--catalogue", "/nowhere/at/all.basedon"), 3),
        (("film", "--batch", "/nowhere/at/all.txt"), 3),
        (("film", "--batch", "/"), 3),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else str(value),
)
def test_exit_codes_and_one_line_of_error(run: Run, words: tuple[str, ...], code: int) -> None:
    ran = run(*words)
    assert ran.code == code
    if code > 1:
        assert ran.out == ""
        assert one_line(ran.err), ran.err
    else:
        assert ran.err == ""
        assert ran.out


def test_an_error_cannot_write_to_the_terminal(run: Run) -> None:
    ran = run("film", "kandil", "--catalogue", "/no\x1b[31m\nsuch\u202efile" + "x" * 9_000)
    assert ran.code == 3
    assert one_line(ran.err)
    assert len(ran.err) < 600
    assert ran.err.strip().isprintable()


@pytest.mark.parametrize("form", ["card", "json", "markdown", "html"])
@pytest.mark.parametrize(
    "text", ["is \x1b[31mkandil\x07 real", "\x9b31m", "is kandil\x1b]0;pwned\x07 a true story", "\u202eabc"]
)
def test_what_is_typed_cannot_steer_the_terminal(run: Run, form: str, text: str) -> None:
    ran = run("ask", text, "--form", form)
    assert ran.code in (0, 1)
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(ran.out + ran.err)


# batches


def batch(run: Run, command: str, text: bytes, *more: str) -> list[Any]:
    ran = run(command, "--batch", "-", *more, stdin=text)
    assert (ran.code, ran.err) == (0, "")
    return [json.loads(line) for line in ran.out.splitlines()]


def test_a_batch_has_one_object_for_each_line_in_order(run: Run) -> None:
    text = b"\xef\xbb\xbfKandil\r\n\nThe Lamp\t1963\nKandil\t1990\nKandil\tx\nK\xffndil\nno such film\nQ900001"
    answers = batch(run, "film", text)
    assert [a["found"] for a in answers] == [True, False, True, False, False, False, False, True]
    assert answers[0]["query"] == {"title": "Kandil", "year": None}
    assert (answers[2]["work"]["year"], answers[2]["query"]["year"]) == (1962, 1963)
    assert answers[5]["query"]["title"] == "K\ufffdndil"
    assert [w["title"] for w in answers[5]["suggestions"]] == ["Kandil"]


def test_a_batch_of_questions(run: Run) -> None:
    answers = batch(run, "ask", b"is kandil true\n\nwho directed it\n", "--about", "Q900001")
    assert [a["found"] for a in answers] == [True, False, True]
    assert answers[1]["question"] == ""


def test_an_empty_batch_is_no_output(run: Run, tmp_path: Path) -> None:
    assert batch(run, "film", b"") == []
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert run("film", "--batch", str(empty)) == Ran(0, "", "")


def test_a_batch_from_a_file_is_as_from_standard_input(run: Run, tmp_path: Path) -> None:
    text = "Kandil\nThe Lamp\t1950\nさようなら\n".encode()
    file = tmp_path / "films.txt"
    file.write_bytes(text)
    assert run("film", "--batch", str(file)) == run("film", "--batch", "-", stdin=text)


# catalogues


def test_a_file_that_is_no_whole_catalogue_says_so(run: Run, small: Path, tmp_path: Path) -> None:
    held = small.read_bytes()
    other = sqlite3.connect(tmp_path / "other")
    other.execute("CREATE TABLE works (work)")
    other.commit()
    other.close()
    newer = bytearray(held)
    newer[60:64] = (99).to_bytes(4, "big")
    bad = {
        "empty": b"",
        "text": b"Kandil (1980)\n" * 100,
        "cut": held[: len(held) // 2],
        "stub": held[:100],
        "newer": bytes(newer),
        "other": (tmp_path / "other").read_bytes(),
    }
    said = {}
    for name, content in bad.items():
        path = tmp_path / f"{name}.basedon"
        path.write_bytes(content)
        ran = run("film", "kandil", "--catalogue", str(path))
        assert (ran.code, ran.out) == (3, ""), name
        assert one_line(ran.err), (name, ran.err)
        said[name] = ran.err
    assert "newer basedon" in said["newer"]
    assert "cut off" in said["cut"] or "damaged" in said["cut"]
    assert "no basedon catalogue" in said["other"]


def test_the_option_goes_before_the_environment(run: Run, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BASEDON_CATALOGUE", "/nowhere.basedon")
    assert run("film", "kandil").code == 3
    assert run("film", "kandil", "--catalogue", str(small)).code == 0


@pytest.fixture
def packed(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small starter packed as the one that ships, with a cache and temporary folder of the test's own."""
    path = tmp_path / "starter.basedon.xz"
    path.write_bytes(lzma.compress(small.read_bytes(), preset=0))
    monkeypatch.setattr(packing, "PACKED", path)
    monkeypatch.delenv("BASEDON_CATALOGUE", raising=False)
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr(packing.tempfile, "tempdir", str(temporary))
    cache = tmp_path / "cache"
    monkeypatch.setattr(packing, "user_folder", lambda: cache)
    return cache


def answers() -> bool:
    with basedon.open() as held:
        return held.film("Kandil").found


def test_the_starter_is_unpacked_once(packed: Path) -> None:
    first = packing.path()
    when = first.stat().st_mtime_ns
    assert first.parent == packed
    assert packing.path() == first
    assert first.stat().st_mtime_ns == when
    assert answers()
    assert [file.name for file in packed.iterdir()] == [first.name]


def test_a_cache_that_cannot_be_written_is_done_without(packed: Path) -> None:
    packed.write_text("a file where the folder should be", "utf-8")
    assert packing.path().parent.name.startswith("basedon-")
    assert answers()


def test_a_temporary_folder_of_somebody_else_is_not_used(packed: Path, tmp_path: Path) -> None:
    packed.write_text("", "utf-8")
    trap = tmp_path / "trap"
    trap.mkdir()
    (tmp_path / "tmp" / f"basedon-{os.getuid() if hasattr(os, 'getuid') else 'user'}").symlink_to(trap)
    assert answers()
    assert list(trap.iterdir()) == []


def test_nowhere_to_write_is_one_clear_error(packed: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    packed.write_text("", "utf-8")
    monkeypatch.setattr(packing.tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(basedon.BadFile, match=r"can't be unpacked .*--catalogue FILE"):
        basedon.open()


def test_a_half_written_copy_is_unpacked_anew(packed: Path) -> None:
    whole = packing.path()
    for broken in (b"", whole.read_bytes()[:20_000], b"\0" * whole.stat().st_size):
        whole.write_bytes(broken)
        assert answers()


@pytest.mark.parametrize("content", [b"", b"no xz at all", None])
def test_a_broken_installation_is_one_clear_error(packed: Path, content: bytes | None) -> None:
    if content is None:
        packing.PACKED.unlink()
    else:
        packing.PACKED.write_bytes(content)
    with pytest.raises(basedon.BadFile, match="--catalogue FILE"):
        basedon.open()


def test_old_starters_are_tidied_away_and_strangers_left(packed: Path) -> None:
    packed.mkdir()
    for n in range(6):
        old = packed / f"starter-{n}-{n}.basedon"
        old.write_bytes(b"old")
        os.utime(old, (n, n))
    (packed / "notes.txt").write_text("mine", "utf-8")
    path = packing.path()
    kept = {file.name for file in packed.glob("starter-*")}
    assert kept == {path.name, "starter-5-5.basedon", "starter-4-4.basedon"}
    assert (packed / "notes.txt").exists()


SHIPPED = """
import sys
from pathlib import Path
from basedon.starter import packing
packing.PACKED = Path(sys.argv.pop(1))
from basedon import cli
cli.main()
"""


def test_processes_that_unpack_at_once_all_answer(packed: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    env = environment(HOME=str(home), XDG_CACHE_HOME=str(home / "cache"), TMPDIR=str(tmp_path / "tmp"))
    command = [sys.executable, "-c", SHIPPED, str(packing.PACKED), "film", "kandil", "--json"]
    running = [subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    for process in running:
        out, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, b"")
        assert json.loads(out)["found"]
    left = sorted(file.name for file in home.rglob("*") if file.is_file())
    assert len(left) == 1
    assert not left[0].startswith(".")


@pytest.mark.parametrize("home", ["/nowhere/at/all", "/dev/null", ""])
def test_without_a_home_it_answers_all_the_same(packed: Path, tmp_path: Path, home: str) -> None:
    cache = tmp_path / "file"
    cache.write_text("", "utf-8")
    env = environment(HOME=home, XDG_CACHE_HOME=str(cache), TMPDIR=str(tmp_path / "tmp"))
    command = [sys.executable, "-c", SHIPPED, str(packing.PACKED), "film", "kandil", "--json"]
    done = subprocess.run(command, env=env, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["found"]


# the shell


def test_a_reader_that_goes_away_is_no_error(small: Path) -> None:
    process = started("film", "--batch", "-", "--catalogue", str(small), stdin=subprocess.PIPE, env=environment())
    assert process.stdin
    assert process.stdout
    assert process.stderr
    process.stdin.write(b"Kandil\n" * 2_000)
    process.stdin.close()
    assert process.stdout.readline().startswith(b"{")
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(30) in (-signal.SIGPIPE, 141, 0)
    process.stderr.close()


def test_an_interrupt_ends_it_without_a_word(small: Path) -> None:
    process = started("film", "--batch", "-", "--catalogue", str(small), stdin=subprocess.PIPE, env=environment())
    assert process.stdin
    assert process.stdout
    process.stdin.write(b"Kandil\n" * 50)
    process.stdin.flush()
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err in (b"", b"\n")
    del out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_full_disk_is_one_line_of_error(small: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "basedon.cli", "film", "kandil", "--catalogue", str(small)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, env=environment())
    assert done.returncode == 3
    assert one_line(done.stderr.decode())


def test_bytes_that_are_no_text_do_no_harm(small: Path) -> None:
    for locale in ("C", "C.UTF-8"):
        for command in ("ask", "film", "search", "lineage"):
            env = environment(LC_ALL=locale, PYTHONUTF8="1")
            process = started(command, b"K\xff\xfendil \xed\xa0\x80", "--catalogue", str(small), env=env)
            out, err = process.communicate(timeout=60)
            assert process.returncode in (0, 1), err
            assert b"Traceback" not in err
            out.decode()


@pytest.mark.parametrize("columns", ["1", "40", "80", "500", "0", "-5", "many", ""])
def test_a_card_keeps_to_the_width(run: Run, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    ran = run("film", "the lamp", "--year", "1950")
    assert ran.code == 0
    urls = [line for line in ran.out.splitlines() if "://" not in line]
    assert max(map(len, urls)) <= cli.WIDEST
    if columns == "40":
        assert max(map(len, urls)) <= 40


def test_colour_is_for_terminals_only_and_can_be_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in run("film", "kandil").out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("film", "kandil").out


def test_it_starts_and_answers_in_time(small: Path) -> None:
    def timed(*words: str) -> float:
        taken = []
        for _ in range(3):
            begun = time.perf_counter()
            process = started(*words, env=environment(BASEDON_CATALOGUE=str(small)))
            process.communicate(timeout=60)
            taken.append(time.perf_counter() - begun)
        return min(taken)

    assert timed("--version") < 0.5
    assert timed("film", "kandil", "--json") < 1.0
