"""Which addresses may be opened: text from outside is hostile, so only plain addresses of public hosts are."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urlsplit

from msgspec import Struct

from basedon.errors import BadUsage, Unreachable

PORTS = {"http": 80, "https": 443}
LONGEST = 4000
"""Characters of an address; servers take no more."""

# Python's own `is_global` differs between its versions, so the tables of IANA stand here.
_SPECIAL = tuple(
    ip_network(block)
    for block in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"),
        *("203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        *("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"),  # the first holds Teredo; the third is 6to4
    )
)
_UNICAST = ip_network("2000::/3")
_NAT64 = ip_network("64:ff9b::/96")
_OWN = tuple(
    ip_network(block)
    for block in (
        *("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"),
        *("::1/128", "fc00::/7"),
    )
)
"""What `allow_private` opens: this machine and its own networks; never link-local, where clouds keep their keys."""

_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_IN_PATH = "/%:@!$&'()*+,;=~"


class Place(Struct, frozen=True):
    """An address taken apart: nothing but these parts is ever used again."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port as they stand in the address and in the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address, written the one way."""
        return f"{self.scheme}://{self.authority}{self.target}"


def place(address: str, *, allow_private: bool = False) -> Place:
    """The parts of an address; with `allow_private` any port will do.

    Raises BadUsage for anything but http and https to a plain host: user names, odd numbers, odd ports.
    """
    address = address.strip(" ")
    if len(address) > LONGEST or any(not c.isprintable() for c in address):
        raise BadUsage(f"{shown(address)}: too long for an address, or with control characters; give a plain one")
    try:
        parts = urlsplit(address)
        port = parts.port
        scheme, name = parts.scheme.lower(), parts.hostname or ""
    except ValueError:
        raise BadUsage(f"{shown(address)}: not a well-formed address; give one like https://example.org/page") from None
    if scheme not in PORTS:
        raise BadUsage(f"{shown(address)}: only http and https are opened; give an address that begins with https://")
    if "@" in parts.netloc:
        raise BadUsage(f"{shown(address)}: an address with a user name is not opened; leave out what stands before @")
    if port is None:
        port = PORTS[scheme]
    if port not in PORTS.values() and not (allow_private and port):
        raise BadUsage(f"{shown(address)}: only ports 80 and 443 are opened; leave out the port")
    host = plain_host(name)
    if host is None:
        raise BadUsage(f"{shown(address)}: not the name of a host; give an address like https://example.org/page")
    target = quote(parts.path or "/", safe=_IN_PATH)
    query = quote(parts.query, safe=_IN_PATH + "?")
    return Place(scheme, host, port, f"{target}?{query}" if query else target)


def plain_host(name: str) -> str | None:
    """A host's name in ASCII, or its number written the one way; None for what only looks like either."""
    if ":" in name:
        try:
            return None if "%" in name else str(IPv6Address(name))
        except ValueError:
            return None
    try:
        host = (name if name.isascii() else name.encode("idna").decode("ascii")).lower().removesuffix(".")
    except UnicodeError:
        return None
    labels = host.split(".")
    if _NUMBER.fullmatch(labels[-1]):  # some readers take 0x7f.1 and 2130706433 for 127.0.0.1
        try:
            return str(IPv4Address(host))
        except ValueError:
            return None
    return host if len(host) <= 253 and all(map(_LABEL.fullmatch, labels)) else None


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, and no way round to another that isn't."""
    ip = parsed(address)
    if isinstance(ip, IPv6Address):
        if ip in _NAT64:  # on networks of IPv6 only, this is how the rest of the internet is reached
            return is_public(str(IPv4Address(ip.packed[-4:])))
        if ip not in _UNICAST or ip.packed[8:12] in (b"\0\0\x5e\xfe", b"\2\0\x5e\xfe"):  # ISATAP, another way round
            return False
    return ip is not None and not any(ip in block for block in _SPECIAL)


def is_own(address: str) -> bool:
    """Whether an IP address is this machine or one of a private network."""
    ip = parsed(address)
    return ip is not None and any(ip in block for block in _OWN)


def parsed(address: str) -> IPv4Address | IPv6Address | None:
    """An IP address; None for what is none."""
    try:
        return ip_address(address)
    except ValueError:
        return None


def checked(where: Place, addresses: list[str], *, allow_private: bool = False) -> list[str]:
    """The same IP addresses, if every one of them may be connected to; raises Unreachable otherwise."""
    for address in addresses:
        if not is_public(address) and not (allow_private and is_own(address)):
            raise Unreachable(f"{shown(where.url)}: leads to {shown(address)}, no public address; it is not opened")
    return addresses


def shown(text: str) -> str:
    """Outside text fit for one line of an error: short, and nothing in it that moves a cursor."""
    line = "".join(c if c.isprintable() else "?" for c in text[:200])
    return f"{line}..." if len(text) > 200 else line
