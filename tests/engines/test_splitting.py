"""Dumps cut into stretches: all stretches together give each piece once and in order, wherever they are cut."""

from __future__ import annotations

import bz2
import gzip
import random
import sys
import zlib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from basedon.engines import splitting
from basedon.engines.splitting import Stretch, kind_of, pieces, stretches
from basedon.errors import BadFile

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LINE, PAGE = b"\n", b"</page>"


PACK: dict[str, Callable[[bytes], bytes]] = {
    "plain": bytes,
    "gz": lambda data: gzip.compress(data, mtime=0),
    "bz2": bz2.compress,
    "zst": zstd.compress,
}


def packed(data: bytes, kind: str, members: int, seed: int) -> bytes:
    """The data in as many members, cut at any byte."""
    rng = random.Random(seed)  # noqa: S311
    cuts = [0, *sorted(rng.randint(0, len(data)) for _ in range(members - 1)), len(data)]
    return b"".join(PACK[kind](data[a:b]) for a, b in pairwise(cuts))


def read(path: Path, size: int, separator: bytes) -> tuple[list[bytes], list[int]]:
    """The pieces of all stretches of a file, and the lengths of those that were dropped."""
    found, dropped = [], []
    for stretch in stretches(path, size):
        blocks = list(pieces(path, stretch, separator, lambda _: None, dropped.append))
        assert all(block.endswith(separator) for block in blocks[:-1])
        found += [piece for block in blocks for piece in split(block, separator)]
    return found, dropped


def split(data: bytes, separator: bytes) -> list[bytes]:
    """The pieces of some bytes, the last with or without its separator."""
    return data.removesuffix(separator).split(separator) if data else []


def whole(data: bytes, separator: bytes) -> list[bytes]:
    """All pieces of a dump."""
    return split(data, separator)


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few bytes are read and decompressed at a time, so that every edge is met."""
    monkeypatch.setattr(splitting, "READ", 7)
    monkeypatch.setattr(splitting, "GROWN", 5)


ALPHABET = {LINE: b"ab \r", PAGE: b"</page> \n"}


@st.composite
def dumps(draw: st.DrawFn) -> tuple[bytes, bytes]:
    """A dump and its separator: pieces that are empty, short or long, and hold parts of the separator."""
    separator = draw(st.sampled_from([LINE, PAGE]))
    letters = st.sampled_from([bytes([c]) for c in ALPHABET[separator]])
    some = st.lists(letters, max_size=12).map(b"".join)
    long = st.integers(20, 90).map(lambda n: b"x" * n)
    drawn = draw(st.lists(some | long | st.just(b"") | st.just(separator[:-1]), max_size=12))
    data = separator.join(drawn) + (separator if draw(st.booleans()) else b"")
    return data, separator


@pytest.mark.usefixtures("small_steps")
@settings(max_examples=600, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    dump=dumps(),
    kind=st.sampled_from(["plain", "gz", "bz2", "zst"]),
    members=st.integers(1, 6),
    size=st.integers(1, 120),
    seed=st.integers(0, 99),
)
@example(dump=(b"a</page>ea></page>a", PAGE), kind="plain", members=1, size=3, seed=0)  # each stretch ends in a mark
@example(dump=(b"\n\n\n", LINE), kind="plain", members=1, size=1, seed=0)
@example(dump=(b"", LINE), kind="gz", members=3, size=1, seed=0)
def test_each_piece_is_in_one_stretch(
    tmp_path_factory: pytest.TempPathFactory, dump: tuple[bytes, bytes], kind: str, members: int, size: int, seed: int
) -> None:
    data, separator = dump
    path = tmp_path_factory.getbasetemp() / "pieces"
    path.write_bytes(packed(data, kind, members, seed))
    assert read(path, size, separator) == (whole(data, separator), [])


@pytest.mark.usefixtures("small_steps")
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    dump=dumps(),
    kind=st.sampled_from(["plain", "gz", "bz2"]),
    members=st.integers(1, 4),
    size=st.integers(1, 120),
    longest=st.integers(1, 60),
)
@example(dump=(b"x" * 40 + b"\n" + b"x" * 40 + b"\nb", LINE), kind="plain", members=1, size=30, longest=12)
def test_a_piece_that_is_too_long_is_dropped_and_counted_once(
    tmp_path_factory: pytest.TempPathFactory,
    dump: tuple[bytes, bytes],
    kind: str,
    members: int,
    size: int,
    longest: int,
) -> None:
    """Whatever the stretches and blocks are, the same pieces are dropped."""
    data, separator = dump
    path = tmp_path_factory.getbasetemp() / "long"
    path.write_bytes(packed(data, kind, members, 1))
    every = whole(data, separator)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(splitting, "LONGEST", longest)
        found, dropped = read(path, size, separator)
    assert found == [piece for piece in every if len(piece) <= longest]
    assert dropped == [len(piece) for piece in every if len(piece) > longest]


def lines(count: int, seed: int = 1) -> bytes:
    """Lines that compress badly, so that members are large."""
    rng = random.Random(seed)  # noqa: S311
    return b"".join(rng.randbytes(60).hex().encode() + b"\n" for _ in range(count))


@pytest.mark.parametrize("kind", ["gz", "bz2"])
def test_members_that_end_in_the_middle_of_lines(tmp_path: Path, kind: str) -> None:
    """With the sizes that are in use, and members of which several lie in one stretch."""
    data = lines(20_000)
    path = tmp_path / "members"
    path.write_bytes(packed(data, kind, 40, 3))
    for size in (30_000, 200_000, 400_000):
        assert len(stretches(path, size)) > 2
        assert read(path, size, LINE) == (whole(data, LINE), [])


@pytest.mark.parametrize("kind", ["gz", "zst"])
def test_one_member_is_one_stretch(tmp_path: Path, kind: str) -> None:
    data = lines(3000)
    path = tmp_path / "one"
    path.write_bytes(PACK[kind](data))
    assert stretches(path, 20_000) == [Stretch(0, path.stat().st_size, True)]
    assert read(path, 20_000, LINE) == (whole(data, LINE), [])


@pytest.mark.parametrize("kind", ["plain", "gz", "bz2"])
@pytest.mark.parametrize("count", [1, 4])
def test_a_line_of_five_megabytes_over_many_stretches(tmp_path: Path, kind: str, count: int) -> None:
    long = random.Random(1).randbytes(2_500_000).hex().encode()  # noqa: S311
    data = b"first\n" + long + b"\nlast\n"
    path = tmp_path / "long"
    path.write_bytes(packed(data, kind, 8 * count, 5))
    assert len(stretches(path, 300_000)) > 3
    assert read(path, 300_000, LINE) == (whole(data, LINE), [])


MAGIC = b"\x1f\x8b\x08\x00"


def test_bytes_that_look_like_a_member_are_none(tmp_path: Path) -> None:
    """Here in data that is stored as it is; behind one mark stands what decompresses until the file ends."""
    rng = random.Random(2)  # noqa: S311
    filler = [rng.randbytes(500).replace(MAGIC[:2], b"??") for _ in range(3)]
    deflated = zlib.compressobj(9, zlib.DEFLATED, -15).compress(filler[2])
    stored = filler[0] + MAGIC + filler[1] + MAGIC + b"\0\0\0\0\0\x03" + deflated[:400]
    path = tmp_path / "false.gz"
    path.write_bytes(gzip.compress(stored, 0, mtime=0))
    assert path.read_bytes().count(MAGIC) == 3
    for size in range(100, path.stat().st_size, 100):
        found, _ = read(path, size, LINE)
        assert b"\n".join(found) == stored.removesuffix(b"\n")


def test_members_padded_with_zeros(tmp_path: Path) -> None:
    """As tapes left them; the padding belongs to no piece, and the next member to one stretch."""
    first, second = lines(300, 1), lines(300, 2)
    padded = gzip.compress(first, mtime=0) + b"\0" * 100_000
    path = tmp_path / "padded.gz"
    path.write_bytes(padded + gzip.compress(second, mtime=0) + b"\0" * 512)
    for size in (len(padded) - 50_000, len(padded), 1 << 30):
        assert read(path, size, LINE) == (whole(first + second, LINE), [])


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\x1f\x8b\x08\x00", "gz"),
        (b"BZh9", "bz2"),
        (b"BZhe", "plain"),
        (b"\x28\xb5\x2f\xfd", "zst"),
        (b"\x50\x2a\x4d\x18\4\0\0\0", "zst"),
        (b"[\n{", "plain"),
        (b"", "plain"),
    ],
)
def test_the_first_bytes_tell_what_a_file_is(tmp_path: Path, head: bytes, kind: str) -> None:
    (tmp_path / "file").write_bytes(head)
    assert kind_of(tmp_path / "file") == kind


def test_zstandard_that_begins_with_a_frame_to_skip(tmp_path: Path) -> None:
    """As pzstd writes it; such a file is no plain one to be cut anywhere."""
    data = lines(3000)
    path = tmp_path / "skip.zst"
    path.write_bytes(b"\x50\x2a\x4d\x18\x04\0\0\0size" + zstd.compress(data[:100]) + zstd.compress(data[100:]))
    assert read(path, 5000, LINE) == (whole(data, LINE), [])


def test_an_empty_file_has_no_pieces(tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    assert read(tmp_path / "empty", 100, LINE) == ([], [])


@pytest.mark.parametrize("kind", ["gz", "bz2", "zst"])
@pytest.mark.parametrize("size", [1 << 30, 20_000])
def test_a_file_that_is_cut_off_is_refused(tmp_path: Path, kind: str, size: int) -> None:
    path = tmp_path / f"cut.{kind}"
    path.write_bytes(packed(lines(4000), kind, 5, 1)[:-9])
    with pytest.raises(BadFile, match=r"cut\.\w+: (is cut off|ends too early)"):
        read(path, size, LINE)


@pytest.mark.parametrize("kind", ["gz", "bz2", "zst"])
@pytest.mark.parametrize("size", [1 << 30, 20_000])
def test_a_file_that_is_damaged_is_refused(tmp_path: Path, kind: str, size: int) -> None:
    """One bit is another, as on a bad disk; what would still decompress fails its checksum."""
    pack = {"gz": lambda data: gzip.compress(data, 0), "bz2": bz2.compress, "zst": checked}[kind]
    data = lines(2000)
    good = pack(data[:100_000]) + pack(data[100_000:])
    path = tmp_path / f"bad.{kind}"
    for at in (40_000, len(good) - 40_000):
        path.write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
        with pytest.raises(BadFile, match=r"bad\.\w+: is damaged"):
            read(path, size, LINE)


def checked(data: bytes) -> bytes:
    """Zstandard as its program writes it, with a checksum."""
    return zstd.compress(data, options={zstd.CompressionParameter.checksum_flag: 1})


def test_a_file_that_is_gone_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "gone.json"
    path.write_bytes(lines(100))
    cut = stretches(path, 1000)
    path.unlink()
    with pytest.raises(BadFile, match=r"gone\.json: can't be read \(No such file"):
        stretches(path, 1000)
    with pytest.raises(BadFile, match=r"gone\.json: can't be read \(No such file"):
        list(pieces(path, cut[1], LINE, lambda _: None, lambda _: None))


@pytest.mark.parametrize("kind", ["plain", "gz", "bz2"])
def test_what_is_read_of_a_file_is_told_whole(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "told"
    path.write_bytes(packed(lines(5000), kind, 6, 1))
    told: list[int] = []
    cut = stretches(path, 50_000)
    assert len(cut) > 2
    for stretch in cut:
        for _ in pieces(path, stretch, LINE, told.append, lambda _: None):
            pass
    assert sum(told) == path.stat().st_size
