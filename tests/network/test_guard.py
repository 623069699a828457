"""What may be opened: plain addresses of public hosts, and nothing that only looks like one."""

from __future__ import annotations

import ipaddress
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.errors import BadUsage, Unreachable
from basedon.network.guard import checked, is_own, is_public, place, shown


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://Example.ORG/A?b=c#d", "https://example.org/A?b=c"),
        ("http://example.org:80/", "http://example.org/"),
        ("https://example.org:443", "https://example.org/"),
        ("https://example.org:80/", "https://example.org:80/"),
        ("https://example.org./", "https://example.org/"),
        ("https://example.org:/x", "https://example.org/x"),
        ("  https://example.org/x  ", "https://example.org/x"),
        ("https://example.org/a b?c d", "https://example.org/a%20b?c%20d"),
        ("https://example.org/a%20b/%C3%A9", "https://example.org/a%20b/%C3%A9"),
        ("https://tr.wikipedia.org/wiki/7._Koğuştaki_Mucize", "https://tr.wikipedia.org/wiki/7._Ko%C4%9Fu%C5%9Ftaki_Mucize"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://例え.テスト/灯", "https://xn--r8jz45g.xn--zckzah/%E7%81%AF"),
        ("http://8.8.8.8/", "http://8.8.8.8/"),
        ("http://[2606:4700:0::1111]/", "http://[2606:4700::1111]/"),
        ("https://sub_domain.example.org/", "https://sub_domain.example.org/"),
    ],
)  # fmt: skip
def test_plain_addresses(address, url):
    assert place(address).url == url
    assert place(place(address).url) == place(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "example.org",
        "file:///etc/passwd",
        "ftp://example.org/",
        "gopher://example.org/",
        "javascript:alert(1)",
        "//example.org/",
        "https:///path",
        "https://",
        "http:example.org",
        "https://user@example.org/",
        "https://user:word@example.org/",
        "https://example.org@127.0.0.1/",
        "https://example.org:80@127.0.0.1/",
        "https://@example.org/",
        "https://example.org\\@127.0.0.1/",
        "https:\\\\example.org/",
        "https://exa mple.org/",
        "https://example.org/\r\nHost: other",
        "https://example.org/\tx",
        "https://example.org/\x00",
        "https://example.org/\u202egnp.exe",
        "https://example.org/\ud800",
        "https://example.org:22/",
        "https://example.org:0/",
        "https://example.org:8080/",
        "https://example.org:99999/",
        "https://example.org:-1/",
        "https://example.org:http/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.0.01/",
        "http://127.0.0.1.1/",
        "http://1.2.3.4.5/",
        "http://1.2.3/",
        "http://8.8.8.256/",
        "http://0x/",
        "http://[::1%25eth0]/",
        "http://[fe80::1%eth0]/",
        "http://[::1/",
        "http://::1/",
        "http://[example.org]/",
        "https://-example.org/",
        "https://example-.org/",
        "https://exa..mple.org/",
        "https://.example.org/",
        "https://%65xample.org/",
        "https://exam℀ple.org/",
        f"https://{'a' * 64}.org/",
        f"https://{'a.' * 130}org/",
        f"https://example.org/{'a' * 5000}",
    ],
)  # fmt: skip
def test_what_is_no_plain_address(address):
    with pytest.raises(BadUsage) as raised:
        place(address)
    assert raised.value.exit_code == 2
    assert len(str(raised.value).splitlines()) == 1
    assert str(raised.value).isprintable()
    assert len(str(raised.value)) < 400


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("http://①②⑦.⓪.⓪.①/", "127.0.0.1"),
        ("http://127。0。0。1/", "127.0.0.1"),
        ("http://１２７.0.0.1/", "127.0.0.1"),
        ("http://127.0.0.1./", "127.0.0.1"),
        ("http://ⓛocalhost/", "localhost"),
    ],
)
def test_disguised_hosts_are_seen_through(address, host):
    assert place(address).host == host


def test_any_port_where_private_hosts_are_allowed():
    assert place("http://localhost:8080/x", allow_private=True).authority == "localhost:8080"
    assert place("http://[::1]:8080/x", allow_private=True).authority == "[::1]:8080"
    for address in ("http://localhost:0/", "file:///etc/passwd", "http://user@localhost/"):
        with pytest.raises(BadUsage):
            place(address, allow_private=True)


PUBLIC = ["8.8.8.8", "1.1.1.1", "172.15.0.1", "172.32.0.1", "100.128.0.1", "223.255.255.255", "198.17.0.1",
          "2606:4700::1111", "2a00:1450:4001::1", "64:ff9b::8.8.8.8", "64:ff9b::808:808"]  # fmt: skip
OWN = ["127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1", "100.64.0.1", "::1",
       "fc00::1", "fd12:3456::1"]  # fmt: skip
CLOSED = ["0.0.0.0", "0.1.2.3", "169.254.169.254", "192.0.0.1", "192.0.2.1", "192.88.99.1", "198.18.0.1",  # noqa: S104
          "198.51.100.1", "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "::",
          "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b::127.0.0.1",
          "64:ff9b::10.0.0.1", "64:ff9b::169.254.169.254", "64:ff9b:1::8.8.8.8", "2002:7f00:1::", "2002:808:808::1",
          "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:10::1", "2001:20::1", "2001:db8::1", "3fff::1",
          "5f00::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "100::1", "2606:4700::5efe:7f00:1",
          "2606:4700::200:5efe:a00:1", "", "localhost", "127.1", "0x7f000001"]  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address):
    assert is_public(address)
    assert not is_own(address)
    where = place("https://example.org/")
    assert checked(where, [address]) == [address]


@pytest.mark.parametrize("address", OWN)
def test_own(address):
    assert is_own(address)
    assert not is_public(address)
    where = place("https://example.org/")
    assert checked(where, [address], allow_private=True) == [address]
    with pytest.raises(Unreachable, match="no public address"):
        checked(where, [address])


@pytest.mark.parametrize("address", CLOSED)
def test_closed_to_everybody(address):
    assert not is_public(address)
    assert not is_own(address)
    with pytest.raises(Unreachable, match="no public address"):
        checked(place("https://example.org/"), [address], allow_private=True)


def test_one_private_address_among_public_ones_closes_them_all():
    with pytest.raises(Unreachable, match=r"10\.0\.0\.1"):
        checked(place("https://example.org/"), ["8.8.8.8", "10.0.0.1", "1.1.1.1"])


@given(st.integers(0, 2**32 - 1))
def test_nothing_is_public_that_python_knows_better(number):
    ip = ipaddress.IPv4Address(number)
    if is_public(str(ip)):
        assert ip.is_global
        assert not ip.is_multicast
        assert not ip.is_reserved
        assert is_public(f"64:ff9b::{ip}")
    else:
        assert not is_public(f"64:ff9b::{ip}")
    assert not is_public(f"::ffff:{ip}")
    assert not is_public(str(ipaddress.IPv6Address((0x2002 << 112) | (number << 80) | 1)))


@given(st.integers(0, 2**128 - 1) | st.integers(2**125, 2**126 - 1))
def test_nothing_is_public_that_python_knows_better_in_ipv6(number):
    ip = ipaddress.IPv6Address(number)
    if is_public(str(ip)) and ip.sixtofour is None:
        assert ip.is_global or ip in ipaddress.ip_network("64:ff9b::/96")
        assert not ip.is_multicast


@given(st.text(max_size=60) | st.text(max_size=60).map("https://".__add__))
def test_any_text_is_an_address_or_bad_usage(text):
    for allow_private in (False, True):
        where = None
        with suppress(BadUsage):
            where = place(text, allow_private=allow_private)
        if where:
            assert where.url.isascii()
            assert where.url.isprintable()
            assert " " not in where.url
            assert place(where.url, allow_private=allow_private) == where


def test_outside_text_is_shown_short_and_harmless():
    assert shown("a\x1b[31mb\r\n") == "a?[31mb??"
    assert shown("x" * 300) == "x" * 200 + "..."
