"""The server: the doors put together, and run until it is told to stop."""

from __future__ import annotations

import ipaddress
import logging
import signal
import socket
import sys
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Router

from basedon import __version__
from basedon.errors import BadUsage
from basedon.web import api, articles, audience, explainers, pages, suggesting
from basedon.web.door import Door, Message, Receive, Send
from basedon.web.editions import Editions
from basedon.web.headers import PREFLIGHT

RATE = 20.0
"""Answers a second that one address may ask for (stored ones are free); this machine's own may ask for any number."""
MOST_CONNECTIONS = 1000
SWITCH = 0.001
"""Seconds after which a thread that makes an answer lets the server's own go on."""

log = logging.getLogger("basedon.web")


def application(path: Path, rate: float | None = None, *, watch: bool = True) -> Door:
    """The whole server as an ASGI application, for a catalogue file."""
    routes = [
        *suggesting.routes(),
        *api.routes(),
        *explainers.routes(),
        *articles.routes(),
        *audience.routes(),
        *pages.routes(),
    ]
    router = Router(routes, redirect_slashes=False, default=nothing)

    async def routed(scope: Message, receive: Receive, send: Send) -> None:
        preflight = scope["method"] == "OPTIONS" and scope["path"].startswith("/api/v1")
        await (allowed if preflight else router)(scope, receive, send)

    editions = Editions(path, __version__)
    return Door(
        editions,
        routed,
        pages.problem_page,
        rate=RATE if rate is None else rate,
        spare_own=rate is None,
        watch=watch,
    )


async def nothing(_: object, __: Receive, ___: Send) -> None:
    """What is at every other address."""
    raise HTTPException(404)


async def allowed(scope: Message, receive: Receive, send: Send) -> None:
    """What a browser asks before it lets another site's page ask the API."""
    await Response(status_code=204, headers=PREFLIGHT)(scope, receive, send)


def serve(path: Path, host: str, port: int, rate: float | None) -> None:
    """Answer until interrupted; raises BadUsage where the address can't be used."""
    import uvicorn

    from basedon.web.dawdling import Bounded

    logging.basicConfig(level=logging.WARNING, format="basedon: %(message)s", stream=sys.stderr)
    door = application(path, rate)
    bound = listening(host, port)
    shown = f"[{host}]" if ":" in host else host
    print(f"basedon is at http://{shown}:{bound.getsockname()[1]}/ (Ctrl-C ends it)", file=sys.stderr, flush=True)
    if not is_loopback(host):
        print("basedon: everybody who can reach this machine can ask it", file=sys.stderr, flush=True)
    if hasattr(signal, "SIGPIPE"):
        # a command in a pipe ends when its reader does; a server outlives those who go away
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    sys.setswitchinterval(SWITCH)
    config = uvicorn.Config(
        door,
        http=Bounded,
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=16_384,
        proxy_headers=True,
    )
    uvicorn.Server(config).run(sockets=[bound])


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens at an address; raises BadUsage where that can't be."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        bound = socket.socket(family, socket.SOCK_STREAM)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
        bound.listen(1024)
    except OSError as error:
        raise BadUsage(f"{host}:{port}: can't listen there ({error.strerror or error}); give another --port") from error
    return bound


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


__all__ = ["Message", "application", "serve"]
