"""Follows Bluesky's public posts live, from a Jetstream server, over a websocket that is opened anew when it breaks.

Every connection is asked to go on a little before where the last one ended, and what is sent again is passed over, so
that nothing is missed and nothing doubled.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

import msgspec
from msgspec import Struct

from basedon.errors import BadUsage, Unreachable
from basedon.network.broken import Broken
from basedon.network.connecting import CONNECTING, TRIED, resolved
from basedon.network.guard import Place, checked, place, shown
from basedon.network.opening import agent
from basedon.network.patience import Patience

if TYPE_CHECKING:
    import ssl

    from websockets.sync.client import ClientConnection

SERVER = "wss://jetstream2.us-east.bsky.network"
COLLECTION = "app.bsky.feed.post"
LARGEST = 1 << 20
"""Bytes of a message; no post comes near."""

BACK = 5_000_000
"""Microseconds by which a new connection begins before where the last one ended: times are not quite in order."""

SILENT = 60.0
"""Seconds without a message after which a connection counts as broken."""

TRIES = 8
"""Connections in a row that bring nothing new, until it is given up."""

REMEMBERED = 200_000
"""Events that are known again: some minutes of all of Bluesky."""


class Commit(Struct):
    """What tells one record's change from others."""

    collection: str = ""
    rkey: str = ""
    operation: str = ""
    rev: str = ""


class Event(Struct):
    """The part of a message that it is known by."""

    did: str = ""
    time_us: int = 0
    commit: Commit | None = None


DECODER = msgspec.json.Decoder(Event)


class Heard(Struct, frozen=True):
    """One event as it was sent, on one line, and whether it is a new post (not a change of one)."""

    line: bytes
    time: int
    is_post: bool


class Jetstream:
    """A stream of events that goes on over broken connections; `cursor` is the time of the last one (microseconds)."""

    def __init__(self, server: str | None = None, *, allow_private: bool = False, wait: float = 1.0) -> None:
        self.where = websocket_place(server or SERVER, allow_private)
        self.plain = (server or SERVER).startswith("ws://")
        self.allow_private, self.wait = allow_private, wait
        self.cursor = 0
        self.known: dict[tuple[str, str, str, str], None] = {}
        self.broken_lines = 0

    def events(self, until: float | None = None) -> Iterator[Heard | None]:
        """Events as they come, for ever or until a time (of the monotonic clock); None now and then while it is silent.

        Raises Unreachable where no connection brings anything, again and again.
        """
        tries, why = 0, "it broke off"
        while until is None or time.monotonic() < until:
            before = self.cursor
            try:
                with self.connected() as connection:
                    yield from self.received(cast("ClientConnection", connection), until)
            except Broken as error:
                why = str(error)
            tries = 0 if self.cursor > before else tries + 1
            if tries >= TRIES:
                raise Unreachable(f"{shown(self.where.url)}: {why}, {TRIES} times; go on later with the same command")
            if until is not None and time.monotonic() >= until:
                return
            yield None
            time.sleep(min(60.0, self.wait * 2**tries) if until is None else min(self.wait * 2**tries, left(until)))

    def received(self, connection: ClientConnection, until: float | None) -> Iterator[Heard | None]:
        """The events of one connection that are not known yet."""
        from websockets.exceptions import WebSocketException

        quiet = 0.0
        while until is None or time.monotonic() < until:
            turn = min(1.0, left(until)) if until is not None else 1.0
            try:
                message = connection.recv(timeout=turn)
            except TimeoutError:
                quiet += turn
                if quiet >= SILENT:
                    raise Broken("it fell silent") from None
                yield None
                continue
            except (WebSocketException, OSError) as error:
                raise Broken("it broke off") from error
            quiet = 0.0
            heard = self.heard(message if isinstance(message, bytes) else message.encode("utf-8", "replace"))
            if heard is not None:
                yield heard

    def heard(self, message: bytes) -> Heard | None:
        """A message as an event of a post; None for what is none, is broken, or was there before."""
        try:
            event = DECODER.decode(message)
        except (msgspec.DecodeError, UnicodeDecodeError):
            self.broken_lines += 1
            return None
        self.cursor = max(self.cursor, event.time_us)
        commit = event.commit
        if commit is None or commit.collection != COLLECTION:
            return None
        if not self.remember(event):
            return None
        line = b" ".join(message.split(b"\n")).replace(b"\r", b" ") if b"\n" in message or b"\r" in message else message
        return Heard(line, event.time_us, commit.operation == "create")

    def remember(self, event: Event) -> bool:
        """Whether an event is new; it is known from now on."""
        commit = event.commit
        if commit is None:
            return True
        key = (event.did, commit.rkey, commit.operation, commit.rev)
        if key in self.known:
            return False
        self.known[key] = None
        if len(self.known) > REMEMBERED:
            del self.known[next(iter(self.known))]
        return True

    def connected(self) -> ClientConnection:
        """A connection to the server, at an IP address that was checked, that goes on from the cursor."""
        from websockets.exceptions import InvalidStatus, WebSocketException
        from websockets.sync.client import connect

        patience = Patience(CONNECTING * TRIED)
        addresses = checked(self.where, resolved(self.where, patience), allow_private=self.allow_private)
        options: dict[str, Any] = {}
        if not self.plain:
            options = {"ssl": trusted(), "server_hostname": self.where.host}
        link = reached(self.where, addresses, self.allow_private)
        try:
            return connect(
                self.address(),
                sock=link,
                max_size=LARGEST,
                open_timeout=CONNECTING,
                close_timeout=0.2,
                user_agent_header=agent(),
                **options,
            )
        except InvalidStatus as error:
            link.close()
            status = error.response.status_code
            if status in (408, 425, 429) or status >= 500:
                raise Broken(f"the server answered {status}") from error
            raise Unreachable(f"{shown(self.where.url)}: the server answered {status}; check the address") from error
        except (WebSocketException, OSError, EOFError) as error:
            link.close()
            if "CERTIFICATE" in str(error).upper():
                raise Unreachable(f"{shown(self.where.url)}: its certificate is not to be trusted") from error
            raise Broken("it could not be connected to") from error

    def address(self) -> str:
        """The address with what is wanted and where to go on."""
        asked = f"wantedCollections={COLLECTION}" + (f"&cursor={self.cursor - BACK}" if self.cursor else "")
        path = self.where.target if self.where.target != "/" else "/subscribe"
        return f"{'ws' if self.plain else 'wss'}://{self.where.authority}{path}{'&' if '?' in path else '?'}{asked}"


def websocket_place(server: str, allow_private: bool) -> Place:
    """The parts of a websocket's address; raises BadUsage for what is none."""
    for scheme, like in (("wss://", "https://"), ("ws://", "http://")):
        if server.startswith(scheme) and (scheme == "wss://" or allow_private):
            return place(like + server.removeprefix(scheme), allow_private=allow_private)
    raise BadUsage(f"{shown(server)}: no address of a stream; give one that begins with wss://")


def reached(where: Place, addresses: list[str], allow_private: bool) -> socket.socket:
    """A socket connected to the first of these IP addresses that answers."""
    for address in addresses[:TRIED]:
        try:
            link = socket.create_connection((address, where.port), CONNECTING)
        except OSError:
            continue
        try:
            checked(where, [link.getpeername()[0]], allow_private=allow_private)
        except BaseException:
            link.close()
            raise
        link.settimeout(None)
        return link
    raise Broken("it could not be connected to")


def trusted() -> ssl.SSLContext:
    """The certificates that are believed."""
    import ssl

    context = ssl.create_default_context()
    if not (os.environ.get("SSL_CERT_FILE") or os.environ.get("SSL_CERT_DIR")):
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def left(until: float) -> float:
    """Seconds until a time."""
    return max(0.001, until - time.monotonic())
