"""Checksums out of the lists that are published beside dumps."""

from __future__ import annotations

import hashlib

import pytest

from basedon.errors import BadFile, BadUsage
from basedon.network.checksums import Checksum, find_checksum

MD5, SHA1, SHA256 = (hashlib.new(name, b"lamp").hexdigest() for name in ("md5", "sha1", "sha256"))
OTHER = hashlib.md5(b"other", usedforsecurity=False).hexdigest()


@pytest.mark.parametrize(
    ("text", "algorithm"),
    [
        (f"{MD5}  films.xml.bz2\n", "md5"),
        (f"{OTHER}  other.xml.bz2\n{SHA1}  films.xml.bz2\n", "sha1"),
        (f"{SHA1.upper()} *films.xml.bz2\r\n", "sha1"),
        (f"{SHA256}\t20240101/films.xml.bz2", "sha256"),
        (f"SHA256 (films.xml.bz2) = {SHA256}", "sha256"),
        (f"{MD5}  films.xml.bz2\n{SHA256}  films.xml.bz2\n{SHA1}  films.xml.bz2\n", "sha256"),
        (f"{MD5}  films.xml.bz2\n{MD5}  ./films.xml.bz2\n", "md5"),
        (f"{OTHER}  old-films.xml.bz2\n{MD5}  films.xml.bz2\n{OTHER}  films.xml.bz2.part\n", "md5"),
    ],
)
def test_found(text, algorithm):
    assert find_checksum(text, "films.xml.bz2") == Checksum(
        algorithm, {"md5": MD5, "sha1": SHA1, "sha256": SHA256}[algorithm]
    )


@pytest.mark.parametrize(
    "text",
    ["", "films.xml.bz2", f"{MD5}films.xml.bz2", f"{MD5[:-1]}  films.xml.bz2", f"{MD5}0  films.xml.bz2",
     f"{MD5}  films.xml.bz2 (old)", f"{MD5}  FILMS.xml.bz2", f"{'g' * 32}  films.xml.bz2", "<html>films.xml.bz2</html>",
     f"{MD5}  not-films.xml.bz2", "\0" * 1000 + "films.xml.bz2", " " * 100_000 + "films.xml.bz2"],
)  # fmt: skip
def test_not_found(text):
    assert find_checksum(text, "films.xml.bz2") is None


def test_two_that_differ():
    with pytest.raises(BadFile, match="two that differ"):
        find_checksum(f"{MD5}  films.bz2\n{OTHER}  films.bz2\n", "films.bz2")


@pytest.mark.parametrize(
    ("algorithm", "value"), [("md5", SHA1), ("sha1", "x" * 40), ("md5", MD5.upper()), ("sha1", "")]
)
def test_what_is_no_checksum(algorithm, value):
    with pytest.raises(BadUsage, match=r"no \w+ checksum"):
        Checksum(algorithm, value)
