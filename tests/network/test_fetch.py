"""Pages of hostile servers: private addresses, endless bodies, slow drips, bombs."""

from __future__ import annotations

import contextlib
import gzip
import shutil
import ssl
import subprocess
import sys
import threading
import time
import tracemalloc
import zlib

import pytest

from basedon.errors import BadUsage, Unreachable
from basedon.network import connecting, guard, opening
from basedon.network.fetch import PACKED, Fetched, fetch

PAGE = "<p>Kandil, 1980'de çekildi.</p>".encode() * 50


def got(site, path="/", **more):
    return fetch(site.url(path), allow_private=True, **more)


def test_a_page(site):
    site.answer = lambda request: request.reply(200, PAGE, content_type="text/html; charset=utf-8")
    assert got(site, "/a?b=c") == Fetched(site.url("/a?b=c"), site.url("/a?b=c"), "text/html; charset=utf-8", PAGE)
    ((path, headers),) = site.asked
    assert path == "/a?b=c"
    assert headers["host"] == f"127.0.0.1:{site.port}"
    assert headers["user-agent"].startswith("basedon")
    assert headers.keys().isdisjoint({"cookie", "authorization", "referer"})


def raw_deflate(data):
    packing = zlib.compressobj(wbits=-15)
    return packing.compress(data) + packing.flush()


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("GZIP", gzip.compress(PAGE)),
        ("x-gzip", gzip.compress(PAGE[:700]) + gzip.compress(PAGE[700:])),
        ("gzip", gzip.compress(PAGE) + b"\0" * 512),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", raw_deflate(PAGE)),
        ("deflate", zlib.compress(PAGE, 0)),
        ("identity", PAGE),
    ],
    ids=["gzip", "capitals", "several", "filled up", "zlib", "no zlib", "not packed tight", "identity"],
)
@pytest.mark.parametrize("chunked", [True, False])
def test_packed_pages(site, coding, packed, chunked):
    def answer(request):
        if not chunked:
            return request.reply(200, packed, content_encoding=coding)
        request.reply(200, content_encoding=coding, content_length=None, transfer_encoding="chunked")
        for at in range(0, len(packed), 7):
            request.raw(b"%x\r\n%b\r\n" % (len(packed[at : at + 7]), packed[at : at + 7]))
        return request.raw(b"0\r\n\r\n")

    site.answer = answer
    assert got(site).body == PAGE


def test_many_packages_in_one_piece(site):
    packed = b"".join(gzip.compress(PAGE[at : at + 100]) for at in range(0, len(PAGE), 100))
    site.answer = lambda request: request.reply(200, packed, content_encoding="gzip")
    assert got(site).body == PAGE
    assert PACKED < 10_000


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", PAGE),
        ("deflate", b"\x78" + PAGE),
        ("gzip", gzip.compress(PAGE)[:-20]),
        ("deflate", zlib.compress(PAGE)[:-5]),
        ("gzip", gzip.compress(PAGE)[:-8] + b"\0" * 8),
        ("br", PAGE),
        ("zstd", PAGE),
        ("gzip, gzip", gzip.compress(gzip.compress(PAGE))),
        (", ".join(["gzip"] * 1000), PAGE),
    ],
    ids=["no gzip", "no zlib", "cut gzip", "cut zlib", "wrong sum", "br", "zstd", "twice", "a thousand times"],
)
def test_what_cannot_be_unpacked(site, coding, body):
    site.answer = lambda request: request.reply(200, body, content_encoding=coding)
    with pytest.raises(Unreachable) as raised:
        got(site)
    assert str(raised.value).isprintable()


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_bomb_is_not_unpacked(site, coding):
    packing = zlib.compressobj(9, wbits=31 if coding == "gzip" else 15)
    zeros = bytes(1_000_000)
    bomb = b"".join(packing.compress(zeros) for _ in range(60)) + packing.flush()
    assert len(bomb) < 75_000
    site.answer = lambda request: request.reply(200, bomb, content_encoding=coding)
    tracemalloc.start()
    try:
        with pytest.raises(Unreachable, match="longer than 1,000,000 bytes"):
            got(site, limit=1_000_000)
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


def test_endless_packages_of_nothing_take_bounded_time(site):
    nothing = gzip.compress(b"") * 40_000
    site.answer = lambda request: request.reply(200, nothing, content_encoding="gzip")
    began = time.monotonic()
    with pytest.raises(Unreachable):
        got(site, limit=100_000)
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("chunked", [True, False])
def test_endless_bodies(site, chunked):
    def answer(request):
        coding = {"transfer_encoding": "chunked"} if chunked else {}
        request.reply(200, content_length=None, **coding)
        while not request.wait(0):
            request.raw(b"1000\r\n" + b"x" * 4096 + b"\r\n" if chunked else b"x" * 4096)

    site.answer = answer
    with pytest.raises(Unreachable, match=r"longer than 100,000 bytes|more came"):
        got(site, limit=100_000)


def test_a_length_that_is_too_long_is_not_read(site):
    site.answer = lambda request: request.reply(200, b"x", content_length=100_001) or request.wait()
    began = time.monotonic()
    with pytest.raises(Unreachable, match="longer than 100,000 bytes"):
        got(site, limit=100_000, timeout=5)
    assert time.monotonic() - began < 3


def test_the_limit_itself_is_allowed(site):
    site.answer = lambda request: request.reply(200, b"x" * 100_000)
    assert len(got(site, limit=100_000).body) == 100_000


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
DRIPS = {
    "nothing": (b"", b""),
    "status": (b"", b"H"),
    "headers": (b"HTTP/1.1 200 OK\r\n", b"X-Y: z\r\n"),
    "one header": (b"HTTP/1.1 200 OK\r\nX: ", b"y"),
    "continue": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "body": (b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", b"y"),
    "body without length": (b"HTTP/1.1 200 OK\r\n\r\n", b"y"),
    "chunks": (CHUNKED, b"1\r\ny\r\n"),
    "trailers": (CHUNKED + b"0\r\n", b"a: b\r\n"),
    "stall": (b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nhalf", b""),
}


@pytest.mark.parametrize("drip", DRIPS.values(), ids=DRIPS.keys())
def test_slow_drips_take_bounded_time(site, drip):
    def answer(request):
        request.raw(drip[0])
        while not request.wait(0.02):
            request.raw(drip[1])

    site.answer = answer
    began = time.monotonic()
    with pytest.raises(Unreachable, match="too long"):
        got(site, timeout=0.15)
    assert time.monotonic() - began < 2


FLOODS = {
    "headers": b"HTTP/1.1 200 OK\r\n" + b"X-Y: z\r\n" * 200_000,
    "header": b"HTTP/1.1 200 OK\r\nX: " + b"y" * 2_000_000,
    "status": b"HTTP/1.1 200 " + b"y" * 2_000_000,
    "continue": b"HTTP/1.1 100 Continue\r\n\r\n" * 100_000,
    "chunk": CHUNKED + b"1" * 2_000_000,
    "negative chunk": CHUNKED + b"-5\r\nhello\r\n0\r\n\r\n",
    "trailer": CHUNKED + b"0\r\n" + b"y" * 2_000_000,
    "trailers": CHUNKED + b"0\r\n" + b"a: b\r\n" * 400_000,
    "no HTTP": b"SSH-2.0-OpenSSH_9.6\r\n",
    "nothing": b"",
    "zeros": bytes(100_000),
    "status of letters": b"HTTP/1.1 abc OK\r\n\r\n",
    "short": b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
    "short chunk": CHUNKED + b"ff\r\nhalf",
    "no last chunk": CHUNKED + b"4\r\nhalf\r\n",
    "lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 9\r\n\r\nhalf",
    "no length": b"HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\nhalf",
    "huge length": b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\nhalf",
    "coding": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n4\r\nhalf\r\n0\r\n\r\n",
}


@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS.keys())
def test_what_is_no_http(site, flood):
    site.answer = lambda request: request.raw(flood)
    tracemalloc.start()
    try:
        with pytest.raises(Unreachable) as raised:
            got(site, limit=100_000, timeout=5)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000 + 2 * len(flood)  # the server's own copy among it
    finally:
        tracemalloc.stop()
    assert str(raised.value).isprintable()


@pytest.mark.parametrize("status", [201, 204, 206, 300, 304, 400, 401, 403, 404, 410, 429, 451, 500, 503, 599, 999])
def test_other_answers_are_one_line(site, status):
    site.answer = lambda request: request.reply(status, b"" if status in (204, 304) else PAGE)
    with pytest.raises(Unreachable, match=f"the server answered {status}") as raised:
        got(site)
    assert raised.value.exit_code == 3
    assert str(raised.value).isprintable()


def test_a_closed_port(site):
    site.close()
    with pytest.raises(Unreachable, match="could not be connected to"):
        got(site)


# redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(site, status):
    ways = {"/a": "/b", "/b": "c", "/c": "?d=1", "/c?d=1": site.url("/e#f"), "/e": f"//127.0.0.1:{site.port}/é"}

    def answer(request):
        to = ways.get(request.path)
        return request.reply(status, location=to) if to else request.reply(200, request.path.encode())

    site.answer = answer
    page = got(site, "/a")
    assert (page.url, page.final_url) == (site.url("/a"), site.url("/%C3%A9"))
    assert page.body == b"/%C3%A9"


def test_a_redirect_in_utf_8(site):
    def answer(request):
        if request.path == "/":
            return request.raw("HTTP/1.1 302 Found\r\nLocation: /灯\r\nContent-Length: 0\r\n\r\n".encode())
        return request.reply(200, request.path.encode())

    site.answer = answer
    assert got(site).body == b"/%E7%81%AF"


def test_redirects_without_end(site):
    site.answer = lambda request: request.reply(302, location=f"/{len(site.asked)}")
    with pytest.raises(Unreachable, match="redirects without end"):
        got(site)
    assert len(site.asked) == opening.REDIRECTS + 1


@pytest.mark.parametrize(
    "to",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "data:text/html,x",
        "http://user@127.0.0.1/",
        "http://0x7f.1/",
        "http://[::1",
        "http://[fe80::1%25eth0]/",
        "http://127.0.0.1:0/",
        "http://\x1b[31m/",
        "https://" + "a" * 10_000,
    ],
)
def test_redirects_to_what_is_not_opened(site, to):
    site.answer = lambda request: request.reply(302, location=to)
    with pytest.raises(Unreachable, match="redirects to what is not opened") as raised:
        got(site)
    assert str(raised.value).isprintable()
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    "to", ["http://169.254.169.254/latest/meta-data/", "http://0.0.0.0/", "http://[::ffff:127.0.0.1]/", "http://[fe80::1]/"]
)  # fmt: skip
def test_redirects_to_closed_addresses(site, to):
    site.answer = lambda request: request.reply(302, location=to)
    with pytest.raises(Unreachable, match="no public address"):
        got(site)


def test_a_redirect_without_an_address_is_an_answer(site):
    site.answer = lambda request: request.reply(302)
    with pytest.raises(Unreachable, match="answered 302"):
        got(site)


@pytest.fixture
def seems_public(monkeypatch):
    """127.0.0.1 is taken for an address of the public internet; 127.0.0.2 is not."""

    def is_public(address):
        return address == "127.0.0.1"

    monkeypatch.setattr(guard, "is_public", is_public)
    monkeypatch.setattr(opening, "is_public", is_public)
    monkeypatch.setattr(guard, "PORTS", {"http": 80, "https": 443, "site": 0})


@pytest.mark.usefixtures("seems_public")
@pytest.mark.parametrize("allow_private", [True, False])
def test_the_public_internet_never_leads_into_a_private_network(site, monkeypatch, allow_private):
    monkeypatch.setitem(guard.PORTS, "site", site.port)
    site.answer = lambda request: request.reply(302, location=f"http://127.0.0.2:{site.port}/")
    with pytest.raises(Unreachable, match=r"leads to 127\.0\.0\.2"):
        fetch(site.url("/"), allow_private=allow_private)
    assert len(site.asked) == 1


@pytest.mark.usefixtures("seems_public")
def test_a_name_is_looked_up_once_and_its_checked_address_connected_to(site, monkeypatch, names):
    monkeypatch.setitem(guard.PORTS, "site", site.port)
    names["films.example"] = ["127.0.0.1"]

    def answer(request):
        names["films.example"] = ["127.0.0.2"]  # what a second look-up would find
        request.reply(200, b"film")

    site.answer = answer
    assert fetch(f"http://films.example:{site.port}/").body == b"film"
    assert names["#"] == ["films.example"]
    assert site.headers[0]["host"] == f"films.example:{site.port}"
    with pytest.raises(Unreachable, match=r"leads to 127\.0\.0\.2"):
        fetch(f"http://films.example:{site.port}/")


@pytest.mark.usefixtures("seems_public")
def test_the_address_really_connected_to_is_checked(site, monkeypatch):
    monkeypatch.setitem(guard.PORTS, "site", site.port)
    make = connecting.unconnected
    monkeypatch.setattr(
        connecting, "unconnected", lambda where, address: make(guard.place(site.url(), allow_private=True), "127.0.0.1")
    )
    monkeypatch.setattr(guard, "is_public", lambda address: address == "127.0.0.3")
    with pytest.raises(Unreachable, match=r"leads to 127\.0\.0\.1"):
        fetch(f"http://127.0.0.3:{site.port}/")
    assert site.asked == []


# names


@pytest.mark.parametrize(
    "addresses",
    [["127.0.0.1"], ["8.8.8.8", "192.168.1.1"], ["169.254.169.254"], ["::1"], ["::ffff:10.0.0.1"], ["64:ff9b::a00:1"]],
)
def test_names_of_private_addresses_are_closed(names, addresses):
    names["films.example"] = addresses
    with pytest.raises(Unreachable, match="no public address"):
        fetch("http://films.example/")


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.0.0.1/"])
def test_this_machine_is_closed(address):
    with pytest.raises(Unreachable, match="no public address"):
        fetch(address)


def test_bad_usage_is_told_before_anything_is_asked():
    with pytest.raises(BadUsage):
        fetch("http://127.0.0.1:8080/")


def test_no_such_host(names):
    with pytest.raises(Unreachable, match="no such host"):
        fetch("http://films.example/")


def test_a_slow_look_up_is_given_up(monkeypatch, site):
    monkeypatch.setattr(connecting.socket, "getaddrinfo", lambda *_, **__: site.over.wait(10) and [])
    began = time.monotonic()
    with pytest.raises(Unreachable, match="nobody could say"):
        fetch("http://films.example/", timeout=0.2)
    assert time.monotonic() - began < 2


def test_the_next_address_is_tried(names, site):
    names["films.example"] = ["::1", "127.0.0.1"]  # the site listens on the second only
    site.answer = lambda request: request.reply(200, b"film")
    assert fetch(f"http://films.example:{site.port}/", allow_private=True).body == b"film"


# certificates


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    if not shutil.which("openssl"):
        pytest.skip("openssl is not at hand")
    folder = tmp_path_factory.mktemp("certificate")
    key, cert = folder / "key.pem", folder / "cert.pem"
    new = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out", str(cert), "-days", "2"]
    named = ["-subj", "/CN=films.example", "-addext", "subjectAltName=DNS:films.example"]
    used = ["-addext", "keyUsage=critical,digitalSignature,keyCertSign"]
    subprocess.run(["openssl", *new, *named, *used], check=True, capture_output=True)
    return key, cert


@pytest.fixture
def secure(site, certificate, names):
    """The site speaks TLS as films.example; `heard` holds the names it was called by."""
    key, cert = certificate
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    site.heard = []
    context.sni_callback = lambda sock, name, _: site.heard.append(name)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    site.answer = lambda request: request.reply(200, b"film")
    names["films.example"] = names["other.example"] = ["127.0.0.1"]
    return site


def test_the_certificate_is_the_named_hosts(secure, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[1]))
    assert fetch(f"https://films.example:{secure.port}/", allow_private=True).body == b"film"
    assert secure.heard == ["films.example"]
    assert secure.headers[0]["host"] == f"films.example:{secure.port}"


@pytest.mark.parametrize("host", ["other.example", "127.0.0.1"])
def test_another_hosts_certificate_is_refused(secure, certificate, monkeypatch, host):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[1]))
    with pytest.raises(Unreachable, match="certificate is not to be trusted"):
        fetch(f"https://{host}:{secure.port}/", allow_private=True)
    assert secure.asked == []


def test_a_certificate_that_nobody_vouches_for_is_refused(secure, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    with pytest.raises(Unreachable, match="certificate is not to be trusted"):
        fetch(f"https://films.example:{secure.port}/", allow_private=True)


def test_https_does_not_fall_back_to_http(secure, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[1]))
    secure.answer = lambda request: request.reply(302, location=f"http://films.example:{secure.port}/")
    with pytest.raises(Unreachable, match="redirects from https to http"):
        fetch(f"https://films.example:{secure.port}/", allow_private=True)


def test_plain_http_where_tls_is_meant(site):
    site.answer = lambda request: request.reply(200, b"film")
    with pytest.raises(Unreachable):
        fetch(f"https://127.0.0.1:{site.port}/", allow_private=True, timeout=2)


def test_a_slow_handshake_is_given_up(site, monkeypatch):
    monkeypatch.setattr(site.server, "process_request", drip_handshake(site))
    began = time.monotonic()
    with pytest.raises(Unreachable, match="too long"):
        fetch(f"https://127.0.0.1:{site.port}/", allow_private=True, timeout=0.2)
    assert time.monotonic() - began < 2


def drip_handshake(site):
    """A handshake that comes byte by byte, without end."""

    def drip(sock):
        with sock, contextlib.suppress(OSError):
            sock.sendall(b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc")
            while not site.over.wait(0.02):
                sock.sendall(b"\0")

    return lambda sock, address: threading.Thread(target=drip, args=[sock], daemon=True).start()


def test_nothing_heavy_is_imported_before_it_is_needed():
    script = (
        "import sys, basedon.network.fetch, basedon.network.download\n"
        "print([name for name in ('urllib3', 'ssl', 'http.client', 'certifi') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
