"""A live stream is followed over dropped connections: from where it was, nothing missed and nothing doubled."""

# ruff: noqa: E501  # posts are one line each
from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.server import ServerConnection, serve

from basedon.errors import BadFile, BadUsage, Unreachable
from basedon.network import jetstream
from basedon.network.jetstream import Jetstream
from basedon.network.listening import listen

START = 1_725_911_162_000_000


def event(number: int, operation: str = "create", text: str = "a post") -> str:
    commit = {
        "rev": f"r{number}{operation}",
        "operation": operation,
        "collection": "app.bsky.feed.post",
        "rkey": f"k{number}",
    }
    if operation == "create":
        commit["record"] = {
            "$type": "app.bsky.feed.post",
            "text": f"{text} {number}",
            "createdAt": "2024-09-09T19:46:02Z",
        }  # type: ignore[assignment]
    return json.dumps({"did": f"did:plc:{number % 5}", "time_us": START + number, "kind": "commit", "commit": commit})


class Server:
    """Speaks Jetstream's protocol: events in order from a cursor on; `play` does with a connection what a test wants."""

    def __init__(self, play: Callable[[ServerConnection, int | None, int], None]) -> None:
        self.cursors: list[int | None] = []
        self.asked: list[dict[str, list[str]]] = []

        def handle(connection: ServerConnection) -> None:
            assert connection.request is not None
            asked = parse_qs(urlsplit(connection.request.path).query)
            self.asked.append(asked)
            cursor = int(asked["cursor"][0]) if "cursor" in asked else None
            self.cursors.append(cursor)
            with suppress(ConnectionClosed):
                play(connection, cursor, len(self.cursors))

        self.server = serve(handle, "127.0.0.1", 0, close_timeout=0.1)
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    @property
    def address(self) -> str:
        return f"ws://127.0.0.1:{self.server.socket.getsockname()[1]}"

    def close(self) -> None:
        self.server.shutdown()
        self.thread.join()


@pytest.fixture
def served() -> Iterator[Callable[[Callable[[ServerConnection, int | None, int], None]], Server]]:
    servers: list[Server] = []

    def make(play: Callable[[ServerConnection, int | None, int], None]) -> Server:
        servers.append(Server(play))
        return servers[-1]

    yield make
    for server in servers:
        server.close()


def stream(server: Server) -> Jetstream:
    return Jetstream(server.address, allow_private=True, wait=0.001)


def numbers(path: Path) -> list[int]:
    return [json.loads(line)["time_us"] - START for line in path.read_text().splitlines()]


def test_what_was_sent_again_is_written_once(served, tmp_path):
    def play(connection: ServerConnection, cursor: int | None, which: int) -> None:
        first = 0 if cursor is None else max(0, (which - 1) * 10 - 4)  # the server repeats four events
        for number in range(first, which * 10):
            connection.send(event(number))
        connection.socket.shutdown(socket.SHUT_RDWR)  # without a word

    server = served(play)
    out = tmp_path / "posts.jsonl"
    assert listen(stream(server), out, limit=35) == 35
    assert numbers(out) == list(range(35))
    assert server.cursors[0] is None
    assert all(cursor is not None and cursor <= START + 10 * n for n, cursor in enumerate(server.cursors[1:], 1))


def test_it_goes_on_where_the_file_ends(served, tmp_path):
    def play(connection: ServerConnection, cursor: int | None, _: int) -> None:
        for number in range(100):
            if cursor is None or START + number >= cursor:
                connection.send(event(number))

    server = served(play)
    out = tmp_path / "posts.jsonl"
    assert listen(stream(server), out, limit=10) == 10
    with out.open("ab") as file:
        file.write(event(10).encode()[:50])  # killed while it wrote
    assert listen(stream(server), out, limit=10) == 10
    assert numbers(out) == list(range(20))
    assert server.cursors == [None, START + 9 - jetstream.BACK]


def test_only_posts_are_wanted_and_a_deletion_is_no_post(served, tmp_path):
    def play(connection: ServerConnection, _: int | None, __: int) -> None:
        connection.send(json.dumps({"did": "d", "time_us": START, "kind": "identity"}))
        connection.send(event(1))
        connection.send('{"did": broken')
        connection.send(event(1, "delete"))
        connection.send(event(2, text="two\nlines").replace("\\n", "\\n"))
        connection.send(event(3))

    server = served(play)
    out = tmp_path / "posts.jsonl"
    assert listen(stream(server), out, limit=3) == 3
    assert numbers(out) == [1, 1, 2, 3]
    assert server.asked[0]["wantedCollections"] == ["app.bsky.feed.post"]


def test_ctrl_c_leaves_whole_lines(served, tmp_path, monkeypatch):
    def play(connection: ServerConnection, _: int | None, __: int) -> None:
        for number in range(50):
            connection.send(event(number))
        connection.recv()

    out = tmp_path / "posts.jsonl"
    followed = stream(served(play))
    plain = Jetstream.heard
    count = iter(range(1000))

    def heard(self: Jetstream, message: bytes) -> object:
        if next(count) == 30:
            raise KeyboardInterrupt
        return plain(self, message)

    monkeypatch.setattr(Jetstream, "heard", heard)
    assert listen(followed, out) == 30
    assert numbers(out) == list(range(30))


def test_it_ends_in_time_and_gives_up_where_nothing_comes(served, tmp_path):
    silent = served(lambda connection, *_: connection.recv())
    assert listen(stream(silent), tmp_path / "silent", seconds=0.05) == 0
    closed = served(lambda connection, *_: connection.close())
    with pytest.raises(Unreachable, match="go on later"):
        listen(stream(closed), tmp_path / "closed")


def test_a_foreign_file_is_not_appended_to(served, tmp_path):
    server = served(lambda connection, *_: connection.send(event(1)))
    out = tmp_path / "notes.txt"
    out.write_text("my notes\n")
    with pytest.raises(BadFile, match="no events"):
        listen(stream(server), out, limit=1)
    assert out.read_text() == "my notes\n"


def test_a_server_of_this_machine_is_opened_only_if_that_is_allowed(served):
    server = served(lambda *_: None)
    with pytest.raises(BadUsage, match="wss://"):
        Jetstream(server.address)
    guarded = Jetstream("wss://127.0.0.1")
    with pytest.raises(Unreachable, match="no public address"):
        next(guarded.events())
    with pytest.raises(BadUsage, match="wss://"):
        Jetstream("https://example.org", allow_private=True)


def test_a_message_that_is_too_long_does_not_end_it(served, tmp_path, monkeypatch):
    monkeypatch.setattr(jetstream, "LARGEST", 2000)

    def play(connection: ServerConnection, cursor: int | None, which: int) -> None:
        connection.send(event(which))
        if which == 1:
            connection.send("x" * 5000)
        connection.recv()

    out = tmp_path / "posts.jsonl"
    assert listen(stream(served(play)), out, limit=2) == 2
    assert numbers(out) == [1, 2]
