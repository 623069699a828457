"""Fetches one page: the whole of it, or one line that says why not."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from msgspec import Struct

from basedon.errors import Unreachable
from basedon.network.broken import Broken
from basedon.network.guard import shown
from basedon.network.opening import Answer, opened
from basedon.network.patience import Patience

LIMIT = 10_000_000
"""Bytes of a page, unpacked."""
HEADERS = 500_000
"""Bytes that may come beside the body, all redirects together."""
PACKED = 8192
"""Bytes unpacked at once: few, since the smallest packages in one piece cost time by their square."""
_GZIP, _ZLIB, _RAW = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS


class Fetched(Struct, frozen=True):
    """A page as it came: `final_url` is where the redirects led, `content_type` what the server calls it."""

    url: str
    final_url: str
    content_type: str
    body: bytes


def fetch(url: str, *, limit: int = LIMIT, timeout: float = 20.0, allow_private: bool = False) -> Fetched:
    """The page at an address, of at most `limit` bytes and in at most `timeout` seconds, redirects included.

    Raises BadUsage for an address that makes no sense, Unreachable for whatever else keeps it from being fetched.
    With `allow_private` this machine, private networks and any port are opened too.
    """
    patience = Patience(timeout, most=limit + HEADERS)
    asked = {"Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5", "Accept-Encoding": "gzip, deflate"}
    try:
        with opened(url, patience, asked, allow_private=allow_private) as answer:
            if answer.status != 200:
                raise answer.refusal()
            too_long = Unreachable(f"{shown(url)}: longer than {limit:,} bytes; save the article's text as a file")
            if (answer.length or 0) > limit:
                raise too_long
            body = bytearray()
            for piece in unpacked(answer, limit + 1):
                patience.left()
                body += piece
                if len(body) > limit:
                    raise too_long
            kind = answer.headers.get("content-type", "")
            return Fetched(url, answer.url, shown(kind), bytes(body))
    except (Broken, TimeoutError, zlib.error) as error:
        why = {TimeoutError: "it took too long", zlib.error: "what came can't be unpacked"}.get(type(error), str(error))
        raise Unreachable(f"{shown(url)}: {why}; try again later, or save the page as a file") from error


def unpacked(answer: Answer, most: int) -> Iterator[bytes]:
    """The body as it was before it was packed, no piece of it longer than `most` bytes."""
    coding = answer.headers.get("content-encoding", "").strip().lower()
    if coding in ("", "identity"):
        yield from answer.pieces()
    elif coding in ("gzip", "x-gzip", "deflate"):
        yield from inflated(answer.pieces(), coding == "deflate", most)
    else:
        raise Broken("it came packed in a way that was not asked for")


def inflated(pieces: Iterator[bytes], deflate: bool, most: int) -> Iterator[bytes]:
    """What gzip or deflate packed; raises zlib.error for what isn't that, Broken for what breaks off."""
    unpacking, again = None, False
    for piece in pieces:
        for at in range(0, len(piece), PACKED):
            data = piece[at : at + PACKED]
            while data:
                if unpacking is None:
                    if again and (deflate or data[0] != 0x1F):
                        return  # what follows the end, such as zeros that fill up a block
                    # deflate means zlib's, but some servers leave zlib's first bytes out
                    bits = _GZIP if not deflate else _ZLIB if data[0] & 15 == 8 else _RAW
                    unpacking, again = zlib.decompressobj(bits), True
                yield unpacking.decompress(data, most)
                data = unpacking.unconsumed_tail
                if unpacking.eof:
                    data, unpacking = unpacking.unused_data, None
    if unpacking is not None:
        raise Broken("it broke off")
