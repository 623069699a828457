"""Opens an address and follows its redirects, every step of which is checked as the first was."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from msgspec import Struct

from basedon.errors import BadUsage, Unreachable
from basedon.network.broken import Broken
from basedon.network.connecting import connected, resolved, translated
from basedon.network.guard import Place, checked, is_public, place, shown
from basedon.network.patience import Patience

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

REDIRECTS = 8
PIECE = 1 << 18
LATER = (408, 425, 429, 500, 502, 503, 504)
"""What servers answer that may answer better after a while."""
_LENGTH = re.compile(r"[0-9]{1,18}")


class Answer(Struct, frozen=True):
    """An answer whose body is still to be read: `url` is where the redirects led."""

    url: str
    response: BaseHTTPResponse

    @property
    def status(self) -> int:
        """The status, a number."""
        return self.response.status

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, whatever the case of their names."""
        return self.response.headers

    @property
    def chunked(self) -> bool:
        """Whether the body comes in chunks, the last of which says that it is the last."""
        coding = self.headers.get("transfer-encoding")
        if coding is not None and coding.strip().lower() != "chunked":
            raise Broken("it came packed in a way that was not asked for")
        return coding is not None

    @property
    def length(self) -> int | None:
        """The bytes of the body, as the server promises; None where it doesn't."""
        promised = self.headers.get("content-length")
        if self.chunked or promised is None:
            return None
        if not _LENGTH.fullmatch(promised):
            raise Broken("it came with a length that is no number")
        return int(promised)

    def pieces(self) -> Iterator[bytes]:
        """The body as it comes, packed as it was sent; raises Broken where it breaks off."""
        while True:
            with translated(self.url):
                piece = self.response.read1(PIECE, decode_content=False)
            if not piece:
                return
            yield piece

    def refusal(self) -> Unreachable | Broken:
        """What to raise for an answer that isn't the one hoped for."""
        phrase = next((f" ({status.phrase})" for status in HTTPStatus if status == self.status), "")
        said = f"the server answered {self.status}{phrase}"
        if self.status in LATER:
            after = self.headers.get("retry-after", "")
            return Broken(said, float(after) if _LENGTH.fullmatch(after) else None)
        return Unreachable(f"{shown(self.url)}: {said}; check the address")


@contextmanager
def opened(
    address: str, patience: Patience, headers: Mapping[str, str], *, allow_private: bool = False
) -> Iterator[Answer]:
    """The answer to a GET of this address, redirects followed; the connection is closed at the end of the block.

    Raises BadUsage for an address that makes no sense, Unreachable where it leads nowhere or nowhere public, Broken
    where trying again may help.
    """
    where, private = place(address, allow_private=allow_private), allow_private
    for _ in range(REDIRECTS + 1):
        addresses = checked(where, resolved(where, patience), allow_private=private)
        with closing(connected(where, addresses, patience, private)) as connection:
            with translated(where.url):
                connection.timeout = patience.left()
                asked = {"Host": where.authority, "User-Agent": agent(), "Connection": "close", **headers}
                connection.request("GET", where.target, headers=asked, preload_content=False, decode_content=False)
                response = connection.getresponse()
            with closing(response):
                to = response.headers.get("location")
                if response.status not in (301, 302, 303, 307, 308) or not to:
                    yield Answer(where.url, response)
                    return
        # the public internet never leads into a private network
        private = private and not any(map(is_public, addresses))
        where = redirected(where, to, allow_private)
    raise Unreachable(f"{shown(address)}: redirects without end; give the address it should lead to")


def redirected(where: Place, to: str, allow_private: bool) -> Place:
    """Where a redirect leads; raises Unreachable where that isn't opened."""
    with contextlib.suppress(UnicodeError):  # headers are read as Latin-1, and many are UTF-8
        to = to.encode("latin-1").decode("utf-8")
    try:
        there = place(urljoin(where.url, to), allow_private=allow_private)
    except (BadUsage, ValueError) as error:
        raise Unreachable(f"{shown(where.url)}: redirects to what is not opened ({error})") from error
    if (where.scheme, there.scheme) == ("https", "http"):
        raise Unreachable(f"{shown(where.url)}: redirects from https to http; give {shown(there.url)} if you trust it")
    return there


@cache
def agent() -> str:
    """What servers are told of who asks."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"basedon/{version('basedon')} (where a film's story comes from)"
    except PackageNotFoundError:  # run from a folder, without being installed
        return "basedon (where a film's story comes from)"
