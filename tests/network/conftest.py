"""A web server of this machine for each test that wants one; it does to the network what the test tells it."""

from __future__ import annotations

import contextlib
import re
import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from basedon.network import download


class Site:
    """A server on 127.0.0.1: `answer` is called with each request, `asked` holds their paths and headers."""

    def __init__(self) -> None:
        self.answer: Callable[[Request], None] = lambda request: request.reply(404)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.over = threading.Event()
        self.server = _Server(("127.0.0.1", 0), Request)
        self.server.site = self
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.002}, daemon=True)
        self.thread.start()

    @property
    def port(self) -> int:
        return self.server.server_address[1]

    def url(self, path: str = "/file.bin") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    @property
    def headers(self) -> list[dict[str, str]]:
        return [headers for _, headers in self.asked]

    def close(self) -> None:
        self.over.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    site: Site

    def server_bind(self) -> None:
        """Without asking for the machine's name, which may take its time."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = "localhost", self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """What breaks here is meant to."""


class Request(BaseHTTPRequestHandler):
    """One request; `reply` answers it, `raw` sends bytes as they are, `wait` sleeps until the test is over."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        site = self.server.site  # type: ignore[attr-defined]
        self.close_connection = True
        site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        with contextlib.suppress(OSError):
            site.answer(self)

    def reply(self, status: int = 200, body: bytes = b"", **headers: object) -> None:
        """An answer; a header is left out where it is None, and `content_length` is that of the body else."""
        given = {"content_length": len(body), **headers}
        self.send_response(status)
        for name, value in given.items():
            if value is not None:
                self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()
        self.raw(body)

    def raw(self, data: bytes) -> None:
        self.wfile.write(data)

    def wait(self, seconds: float = 60.0) -> bool:
        return self.server.site.over.wait(seconds)  # type: ignore[attr-defined]

    def reset(self) -> None:
        """Break the connection as a router does."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self.connection.close()

    def log_message(self, *_: object) -> None:
        """Silent."""


class Published:
    """A file as a good server gives it; what is set makes it worse."""

    def __init__(self, data: bytes, etag: str | None = '"one"', modified: str | None = None) -> None:
        self.data, self.etag, self.modified = data, etag, modified
        self.ranges = self.conditions = True
        self.cuts: Iterator[int | None] = iter(())
        """After how many bytes of each answer it breaks off; None and the end: not at all."""
        self.hard = False

    def __call__(self, request: Request) -> None:
        told = {"etag": self.etag, "last_modified": self.modified, "accept_ranges": "bytes"}
        asked = re.fullmatch(r"bytes=(\d+)-", request.headers.get("range", ""))
        condition = request.headers.get("if-range")
        same = condition is None or not self.conditions or condition in (self.etag, self.modified)
        status, body, first = 200, self.data, 0
        if asked and self.ranges and same:
            first, size = int(asked[1]), len(self.data)
            if first >= size:
                return request.reply(416, content_range=f"bytes */{size}")
            status, body = 206, self.data[first:]
            told["content_range"] = f"bytes {first}-{size - 1}/{size}"
        cut = next(self.cuts, None)
        if cut is None or cut >= len(body):
            return request.reply(status, body, **told)
        request.reply(status, body[:cut], **{**told, "content_length": len(body)})
        return request.reset() if self.hard else None


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()


@pytest.fixture
def published(site: Site) -> Published:
    """A file of 300,000 bytes on the site."""
    site.answer = Published(bytes(range(250)) * 1200)
    return site.answer


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "PAUSE", 0.0)


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Which IP addresses the names of hosts have; nobody else is asked. `looked` counts under the name `#`."""
    known: dict[str, list[str]] = {"#": []}

    def look(host: str, port: int, *more: object, **and_more: object) -> list[tuple]:
        found = known.get(host, [host])
        if host in known:
            known["#"].append(host)
        elif not re.fullmatch(r"[\d.]+|[\da-f:]*:[\da-f:.]*", host):
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        families = [socket.AF_INET6 if ":" in address else socket.AF_INET for address in found]
        return [
            (family, socket.SOCK_STREAM, 6, "", (address, port))
            for family, address in zip(families, found, strict=True)
        ]

    monkeypatch.setattr(socket, "getaddrinfo", look)
    return known
