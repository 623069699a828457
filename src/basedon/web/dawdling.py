"""Connections on which no request comes whole: closed after a while, so that nobody holds places by sending slowly."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from uvicorn.protocols.http.auto import AutoHTTPProtocol

if TYPE_CHECKING:
    Base = Any
else:
    Base = AutoHTTPProtocol

HEAD_PATIENCE = 10.0
"""Seconds in which the head of a request is to come whole; its body and its answer have a bound of their own."""


class Bounded(Base):  # type: ignore[misc]  # the server chooses its protocol when it runs
    """The server's own protocol with a clock that runs while a head is waited for."""

    waited: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """The clock begins with the connection."""
        super().connection_made(transport)
        self.waited = self.loop.call_later(HEAD_PATIENCE, self.give_up)

    def data_received(self, data: bytes) -> None:
        """A head that came whole stops the clock, the beginning of another starts it."""
        super().data_received(data)
        waiting = self.cycle is None or self.cycle.response_complete
        if not waiting and self.waited is not None:
            self.waited.cancel()
            self.waited = None
        elif waiting and self.waited is None:
            self.waited = self.loop.call_later(HEAD_PATIENCE, self.give_up)

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody is waited for any more."""
        if self.waited is not None:
            self.waited.cancel()
        super().connection_lost(exc)

    def give_up(self) -> None:
        """Close where still nothing whole has come."""
        self.waited = None
        if (self.cycle is None or self.cycle.response_complete) and not self.transport.is_closing():
            self.transport.close()
