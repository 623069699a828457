"""The outermost of the server: stored answers go out at once, everything else within limits of rate, size and time."""

from __future__ import annotations

import asyncio
import logging
import time
import traceback
from collections.abc import Awaitable, Callable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from basedon.errors import BasedonError
from basedon.web import headers
from basedon.web.editions import Edition, Editions
from basedon.web.limits import Buckets, bounded
from basedon.web.problems import Problem, problem_of
from basedon.web.stored import Kept, Key

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Given = TypeVar("Given")

PATIENCE = 20.0
"""Seconds that one request may take, the sending of its body included."""
POOLS = {"answers": 4, "checking": 1, "fetching": 4}
"""Threads by what they do; the facts that checking keeps are one thread's."""
MOST_WAITING = 200
"""Requests that may wait for a thread; one more is told to come again."""

log = logging.getLogger("basedon.web")


class Door:
    """The ASGI application: `inner` makes what is not stored, `show_problem` what a person sees of an error."""

    def __init__(
        self,
        editions: Editions,
        inner: Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]],
        show_problem: Callable[[Request, Problem], Response],
        *,
        rate: float = 0.0,
        spare_own: bool = True,
        watch: bool = True,
    ) -> None:
        self.editions, self.inner, self.show_problem, self.watching = editions, inner, show_problem, watch
        self.buckets = Buckets(rate, time.monotonic, spare_own=spare_own)
        self.pools = {name: Workers(f"basedon-{name}", threads) for name, threads in POOLS.items()}

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            if scope["method"] in ("GET", "HEAD"):
                key, gzip, tags = asked(scope)
                edition = self.editions.now
                kept = edition.stored.get(key)
                if kept is not None:
                    await sent(kept, gzip, tags, edition.tag, send)
                    return
                await self.made(scope, receive, send, edition, (key, gzip, tags))
                return
            await self.made(scope, receive, send, self.editions.now, None)
        elif scope["type"] == "lifespan":
            await self.live(receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1000})

    async def made(
        self,
        scope: MutableMapping[str, Any],
        receive: Receive,
        send: Send,
        edition: Edition,
        storing: tuple[Key, bool, bytes] | None,
    ) -> None:
        """Make an answer, within limits; one to a GET is kept."""
        state = {"door": self, "edition": edition}
        scope["app"], scope["state"] = self, {**scope.get("state", {}), **state}
        collected = Collected()
        request = Request(scope, receive)
        status = 200
        try:
            self.pay(request)
            with edition.read():
                async with asyncio.timeout(PATIENCE):
                    await self.inner(scope, bounded(receive), collected.take)
        except ClientDisconnect:
            return
        except Exception as error:
            status = self.failed(request, error, collected)
            await self.show_problem(request, problem_of(error))(scope, receive, collected.take)
            collected.add_headers(error)
        complete = headers.complete(
            collected.headers, scope["path"], collected.status, edition.tag, keep=storing is not None
        )
        kept = Kept(complete, collected.body)
        if storing is None:
            await sent_as(collected.status, *kept.form(asked(scope)[1]), send)
            return
        key, gzip, tags = storing
        if status == 200 and collected.status == 200 and scope["method"] == "GET":
            edition.stored.keep(key, kept)
            await sent(kept, gzip, tags, edition.tag, send)
        else:
            await sent_as(collected.status, *kept.form(gzip), send)

    def pay(self, request: Request, cost: float = 1.0) -> None:
        """Take from the asker's bucket what an answer costs; HTTPException 429 where it is empty."""
        wait = self.buckets.wait(request.client.host if request.client else None, cost)
        if wait:
            after = {"retry-after": str(int(wait) + 1)}
            raise HTTPException(429, f"ask again in {int(wait) + 1} seconds", headers=after)

    def failed(self, request: Request, error: Exception, collected: Collected) -> int:
        """Begin anew after an error, and tell the log of one that nobody meant to happen; the status to answer with."""
        collected.reset()
        problem = problem_of(error)
        if not isinstance(error, (HTTPException, BasedonError, TimeoutError)):
            at = traceback.extract_tb(error.__traceback__)[-1]
            path = "".join(c if c.isprintable() else "?" for c in request.url.path)[:200]
            log.error("%s: %s (%s, line %s): %s", path, type(error).__name__, at.filename, at.lineno, error)
        elif problem.status == 500:
            log.error("%s", error)
        return problem.status

    async def live(self, receive: Receive, send: Send) -> None:
        """Watch over the catalogue's file from start to end."""
        await receive()
        watch = asyncio.create_task(self.editions.watch()) if self.watching else None
        await send({"type": "lifespan.startup.complete"})
        await receive()
        if watch:
            watch.cancel()
        self.close()
        await send({"type": "lifespan.shutdown.complete"})

    def close(self) -> None:
        """End the threads and close the catalogue."""
        for pool in self.pools.values():
            pool.close()
        self.editions.close()


class Workers:
    """Threads that read the catalogue while the server goes on; a request that is given up still ends in its thread,
    so that there are never more at once than there are threads.
    """

    def __init__(self, name: str, threads: int) -> None:
        self.pool = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self.waiting = 0

    async def run(self, edition: Edition, work: Callable[..., Given], *given: Any) -> Given:
        """What a function makes of the catalogue and what is given; HTTPException 503 where too many wait."""
        if self.waiting >= MOST_WAITING:
            raise HTTPException(503, "too many questions are waiting; try again later", headers={"retry-after": "5"})
        self.waiting += 1
        edition.readers += 1  # the thread's own, for it may outlive the request

        def done(_: object) -> None:
            self.waiting -= 1
            edition.readers -= 1
            edition.close_if_done()

        future = asyncio.get_running_loop().run_in_executor(self.pool, work, edition.catalogue, *given)
        future.add_done_callback(done)
        return await asyncio.shield(future)

    def close(self) -> None:
        """Take no more; what has begun may end."""
        self.pool.shutdown(wait=True, cancel_futures=True)


async def work(request: Request, doing: Callable[..., Given], *given: Any, pool: str = "answers") -> Given:
    """What a function makes of the catalogue of this request, in a thread."""
    door: Door = request.state.door
    return await door.pools[pool].run(request.state.edition, doing, *given)


class Collected:
    """A response as it is made: collected whole, before anything of it is sent."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Begin anew."""
        self.status = 200
        self.headers: list[tuple[bytes, bytes]] = []
        self.pieces: list[bytes] = []

    async def take(self, message: Message) -> None:
        """One message of the response."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = [(bytes(name), bytes(value)) for name, value in message.get("headers", ())]
        elif message["type"] == "http.response.body":
            self.pieces.append(message.get("body", b""))

    def add_headers(self, error: Exception) -> None:
        """The headers that an error brings, such as when to come again or which methods there are."""
        for name, value in (getattr(error, "headers", None) or {}).items():
            self.headers.append((name.lower().encode("latin-1"), value.encode("latin-1")))

    @property
    def body(self) -> bytes:
        """The whole body."""
        return b"".join(self.pieces)


def asked(scope: MutableMapping[str, Any]) -> tuple[Key, bool, bytes]:
    """What a request asks for, whether it takes gzip, and which versions of the answer it has."""
    path: bytes = scope.get("raw_path") or scope["path"].encode()
    host, tags, gzip = b"", b"", False
    api = path.startswith(b"/api/v1")
    for name, value in scope["headers"]:
        if name == b"accept-encoding":
            gzip = b"gzip" in value and b"gzip;q=0" not in value.replace(b" ", b"")
        elif name == b"if-none-match":
            tags = value
        elif name == b"host" and not api:
            host = value
    return (host + scope.get("scheme", "http").encode() if not api else b"", path, scope["query_string"]), gzip, tags


async def sent(kept: Kept, gzip: bool, tags: bytes, tag: bytes, send: Send) -> None:
    """Send a good answer, or only that the client's own is still right."""
    if tags and matches(tags, tag) and any(name == b"etag" and value == tag for name, value in kept.headers):
        unsized = [pair for pair in kept.headers if pair[0] not in (b"content-length", b"content-type")]
        await sent_as(304, unsized, b"", send)
        return
    await sent_as(200, *kept.form(gzip), send)


def matches(tags: bytes, tag: bytes) -> bool:
    """Whether one of the tags that a client has is the answer's; weak and strong ones are alike here."""
    bare = tag.removeprefix(b"W/")
    return any(t.strip() == b"*" or t.strip().removeprefix(b"W/") == bare for t in tags.split(b","))


async def sent_as(status: int, headers_: list[tuple[bytes, bytes]], body: bytes, send: Send) -> None:
    """Send a whole response."""
    await send({"type": "http.response.start", "status": status, "headers": headers_})
    await send({"type": "http.response.body", "body": body})
