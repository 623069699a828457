"""Connects to a host: to the very IP address that was checked, so that no later look-up can lead elsewhere."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING

from basedon.errors import Unreachable
from basedon.network.broken import Broken
from basedon.network.guard import Place, checked, parsed, shown
from basedon.network.patience import Patience

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection

TRIED = 4
"""IP addresses of one host that are tried, the first ones."""
CONNECTING = 10.0
"""Seconds for one of them."""


def resolved(where: Place, patience: Patience) -> list[str]:
    """The IP addresses of a host; raises Unreachable when there is no such host, Broken when nobody answers."""
    if parsed(where.host):
        return [where.host]
    found: list[list[str] | OSError | UnicodeError] = []

    def look() -> None:
        try:
            rows = socket.getaddrinfo(where.host, where.port, type=socket.SOCK_STREAM)
            found.append(list(dict.fromkeys(str(row[4][0]) for row in rows)))
        except (OSError, UnicodeError) as error:
            found.append(error)

    looking = Thread(target=look, daemon=True)  # no way to stop it, so it is left behind when time is up
    with translated(where.url):
        looking.start()
        looking.join(patience.left())
    if not found or (isinstance(found[0], socket.gaierror) and found[0].errno == socket.EAI_AGAIN):
        raise Broken("nobody could say where the host is")
    if not isinstance(found[0], list) or not found[0]:
        raise Unreachable(f"{shown(where.url)}: no such host; check the address and the connection")
    return found[0]


def connected(where: Place, addresses: list[str], patience: Patience, allow_private: bool) -> HTTPConnection:
    """A connection to the first of these IP addresses that takes one, for the host that the address names."""
    for number, address in enumerate(addresses[:TRIED], 1):
        connection = unconnected(where, address)
        try:
            with translated(where.url):
                connection.timeout = min(CONNECTING, patience.left())
                connection.connect()
                checked(where, [connection.sock.getpeername()[0]], allow_private=allow_private)
                connection.sock = patience.watch(connection.sock)
        except BaseException as error:
            connection.close()
            if not isinstance(error, Broken) or number == len(addresses[:TRIED]):
                raise
        else:
            return connection
    raise Broken("it could not be connected to")


def unconnected(where: Place, address: str) -> HTTPConnection:
    """A connection to be made to an IP address; the certificate must be the named host's."""
    from urllib3.connection import HTTPConnection, HTTPSConnection

    if where.scheme == "http":
        return HTTPConnection(address, where.port)
    import ssl

    context = ssl.create_default_context()
    chosen = os.environ.get("SSL_CERT_FILE") or os.environ.get("SSL_CERT_DIR")
    if not chosen:  # not every Python finds the system's certificates
        import certifi

        context.load_verify_locations(certifi.where())
    return HTTPSConnection(address, where.port, server_hostname=where.host, ssl_context=context)


@contextmanager
def translated(url: str) -> Iterator[None]:
    """Raises Broken or Unreachable for whatever the network raises in this block."""
    import ssl
    from http.client import HTTPException

    from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError, ProtocolError, ReadTimeoutError
    from urllib3.util.ssl_match_hostname import CertificateError

    try:
        yield
    except (ssl.SSLCertVerificationError, CertificateError) as error:
        raise Unreachable(f"{shown(url)}: its certificate is not to be trusted; check the address") from error
    except (ConnectionRefusedError, NewConnectionError) as error:
        raise Broken("it could not be connected to") from error
    except (TimeoutError, ConnectTimeoutError, ReadTimeoutError) as error:
        raise Broken("it took too long") from error
    except (OSError, ProtocolError) as error:
        raise Broken("it broke off") from error
    except (HTTPException, HTTPError, ValueError) as error:
        raise Broken("what came was no proper HTTP") from error
