"""`basedon serve` from outside: it says where it is, answers, survives a new catalogue, and ends when told to."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from basedon.errors import BadUsage
from basedon.web.serving import is_loopback, listening


@pytest.fixture
def command() -> list[str]:
    return [sys.executable, "-m", "basedon.cli", "serve"]


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2] / "src"))
    monkeypatch.delenv("BASEDON_CATALOGUE", raising=False)


@pytest.fixture
def running(command: list[str], small: Path, tmp_path: Path) -> Iterator[tuple[str, Path, subprocess.Popen[str]]]:
    """A server of its own process, its address and its catalogue."""
    path = Path(shutil.copy(small, tmp_path / "films.basedon"))
    line = [*command, "--port", "0", "--catalogue", str(path)]
    with subprocess.Popen(line, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        told = process.stderr.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+", told)
        assert address, told
        yield address[0], path, process
        process.kill()
        process.communicate()


def got(address: str) -> dict[str, object]:
    """What is at an address."""
    with urlopen(address, timeout=60) as answer:  # noqa: S310  # this machine's own
        found: dict[str, object] = json.load(answer)
        return found


def test_it_answers_and_ends_without_a_word(running: tuple[str, Path, subprocess.Popen[str]]) -> None:
    address, _, process = running
    assert got(f"{address}/api/v1/film?title=The+Lamp")["found"] is True
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert "Traceback" not in said
    assert process.returncode in (0, 130, -signal.SIGINT)


def test_it_outlives_those_who_go_away(running: tuple[str, Path, subprocess.Popen[str]]) -> None:
    address, _, process = running
    host, port = address.removeprefix("http://").split(":")
    asked = b"GET /api/v1/film?title=The+Lamp HTTP/1.1\r\nhost: x\r\n\r\n" * 200
    for _ in range(20):
        with socket.create_connection((host, int(port))) as gone:
            gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            gone.sendall(asked)
    assert got(f"{address}/api/v1/film?title=The+Lamp")["found"] is True
    if hasattr(signal, "SIGPIPE"):
        process.send_signal(signal.SIGPIPE)  # what a write to one who has gone away raises
        assert got(f"{address}/api/v1/film?title=Kandil")["found"] is True
    assert process.poll() is None


def test_a_new_catalogue_answers_soon(
    running: tuple[str, Path, subprocess.Popen[str]], hostile: Path, tmp_path: Path
) -> None:
    address, path, _ = running
    assert got(f"{address}/api/v1/film?title=Q900001")["found"] is True
    fresh = Path(shutil.copy(hostile, tmp_path / "fresh"))
    fresh.replace(path)
    until = time.monotonic() + 60
    while got(f"{address}/api/v1/film?title=Q900001")["found"]:
        assert time.monotonic() < until
        time.sleep(0.1)


def test_what_can_not_be_served_is_one_line(command: list[str], small: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        busy = subprocess.run(
            [*command, "--port", port, "--catalogue", str(small)], capture_output=True, text=True, check=False
        )
    assert busy.returncode == 2
    assert "give another --port" in busy.stderr
    assert busy.stderr.count("\n") == 1
    missing = subprocess.run(
        [*command, "--catalogue", str(tmp_path / "none")], capture_output=True, text=True, check=False
    )
    assert missing.returncode == 3
    assert missing.stderr.count("\n") == 1


def test_it_listens_on_this_machine_alone_unless_told_otherwise() -> None:
    with listening("127.0.0.1", 0) as bound:
        assert bound.getsockname()[0] == "127.0.0.1"
    assert is_loopback("127.0.0.1")
    assert is_loopback("::1")
    assert is_loopback("localhost")
    assert not is_loopback("0.0.0.0")  # noqa: S104  # that is the point
    assert not is_loopback("films.example")
    with pytest.raises(BadUsage, match="can't listen"):
        listening("256.0.0.1", 80)


def test_starting_the_command_line_does_not_load_the_server() -> None:
    code = "import sys, basedon.cli; print([m for m in ('starlette', 'uvicorn', 'jinja2', 'mcp') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)
    assert done.stdout.strip() == "[]"
