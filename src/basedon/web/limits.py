"""How much one client may ask for: work by a bucket for each address, in bounded memory, and the size of a body."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from ipaddress import IPv6Address, ip_address
from typing import Any

from starlette.exceptions import HTTPException

Message = MutableMapping[str, Any]

LARGEST_BODY = 2_000_000
"""Bytes of a request's body: an article, or a saved page, many times over."""
MOST_ADDRESSES = 20_000
BURST = 6
"""Seconds' worth of the rate that may be asked for at once."""


class Buckets:
    """A bucket of tokens for each address, which fills at a rate; what is not asked for long is forgotten."""

    def __init__(self, rate: float, clock: Callable[[], float], *, spare_own: bool = False) -> None:
        """`rate` is in tokens a second, 0 for no limit; with `spare_own` this machine's own requests are free."""
        self.rate, self.clock, self.spare_own = rate, clock, spare_own
        self.full = rate * BURST
        self.held: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, address: str | None, cost: float = 1.0) -> float:
        """Take tokens: 0.0, or how many seconds to wait until there are enough, and then none is taken."""
        if not self.rate:
            return 0.0
        who = network_of(address)
        if self.spare_own and who == "own":
            return 0.0
        now = self.clock()
        left, at = self.held.pop(who, (self.full, now))
        left = min(self.full, left + (now - at) * self.rate)
        cost = min(cost, self.full)
        enough = left >= cost
        self.held[who] = (left - cost if enough else left, now)
        while len(self.held) > MOST_ADDRESSES:
            self.held.popitem(last=False)
        return 0.0 if enough else (cost - left) / self.rate


def network_of(address: str | None) -> str:
    """Who asks: an address, of IPv6 its network of 64 bits, which one household has; `own` for this machine."""
    try:
        ip = ip_address(address or "")
    except ValueError:
        return "own" if address is None else "unknown"
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped:
            return network_of(str(ip.ipv4_mapped))
        return "own" if ip.is_loopback else ip.exploded[:19]
    return "own" if ip.is_loopback else str(ip)


def bounded(receive: Callable[[], Awaitable[Message]], most: int = LARGEST_BODY) -> Callable[[], Awaitable[Message]]:
    """The same body, of which no more is read than is allowed: HTTPException 413 for a longer one."""
    taken = 0

    async def next_piece() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(413, f"the body is longer than {most:,} bytes; send the article's text alone")
        return message

    return next_piece
