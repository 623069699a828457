"""Files as they lie on disk: compressed in four ways, whole, cut off and damaged."""

from __future__ import annotations

import bz2
import gzip
import io
import os
import sys
import threading
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.errors import BadFile
from basedon.sources.opening import blocks, open_bytes, open_text

zstd = import_module("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")

Pack = Callable[[bytes], bytes]
PACKS: dict[str, Pack] = {
    "plain": bytes,
    "gz": lambda data: gzip.compress(data, mtime=0),
    "bz2": bz2.compress,
    "zst": zstd.compress,
}
PACKED = [name for name in PACKS if name != "plain"]
TEXT = b"".join(b"line %d of a film's statements\n" % n for n in range(20_000))
NOISE = bytes(range(256)) * 2 + os.urandom(300_000)
SKIPPED = b"\x52\x2a\x4d\x18\x04\x00\x00\x00away"
"""A frame that Zstandard's readers pass over."""


def whole(path: Path, size: int = 1 << 16) -> bytes:
    return b"".join(blocks(path, size))


def written(folder: Path, data: bytes, name: str = "dump") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.fixture(autouse=True)
def _no_thread_stays() -> object:
    before = threading.active_count()
    yield
    assert threading.active_count() == before


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("data", [TEXT, NOISE, b"x"], ids=["text", "noise", "byte"])
def test_what_was_packed_comes_out(tmp_path: Path, pack: str, data: bytes) -> None:
    assert whole(written(tmp_path, PACKS[pack](data))) == data


@pytest.mark.parametrize("pack", PACKS)
def test_the_first_bytes_count_and_not_the_name(tmp_path: Path, pack: str) -> None:
    for name in ("dump.tsv", "dump.gz", "dump.bz2", "dump.zst"):
        assert whole(written(tmp_path, PACKS[pack](TEXT), name)) == TEXT


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("size", [1, 7, 4096])
def test_no_block_is_empty_or_longer_than_asked(tmp_path: Path, pack: str, size: int) -> None:
    path = written(tmp_path, PACKS[pack](TEXT[:5000]))
    sizes = [len(block) for block in blocks(path, size)]
    assert 0 < min(sizes) <= max(sizes) <= size
    assert sum(sizes) == 5000


@pytest.mark.parametrize("pack", PACKED)
@pytest.mark.parametrize("parts", [2, 50])
def test_one_stream_may_follow_the_other(tmp_path: Path, pack: str, parts: int) -> None:
    size = len(TEXT) // parts + 1
    streams = [PACKS[pack](TEXT[at : at + size]) for at in range(0, len(TEXT), size)]
    assert whole(written(tmp_path, b"".join(streams))) == TEXT


def test_streams_that_hold_nothing_and_frames_to_skip(tmp_path: Path) -> None:
    for pack in PACKED:
        nothing = PACKS[pack](b"")
        assert whole(written(tmp_path, nothing)) == b""
        assert whole(written(tmp_path, nothing + PACKS[pack](TEXT) + nothing)) == TEXT
    assert whole(written(tmp_path, SKIPPED + zstd.compress(TEXT) + SKIPPED)) == TEXT


def test_an_empty_file_has_no_blocks(tmp_path: Path) -> None:
    path = written(tmp_path, b"", "dump.gz")
    assert list(blocks(path)) == []
    assert open_text(path).read() == ""


@pytest.mark.parametrize("pack", PACKED)
@pytest.mark.parametrize("cut", [1, 5, 9, 1000])
@pytest.mark.parametrize("before", [b"", TEXT], ids=["first", "second"])
def test_a_stream_that_is_cut_off_is_no_end(tmp_path: Path, pack: str, cut: int, before: bytes) -> None:
    first = PACKS[pack](before) if before else b""
    path = written(tmp_path, first + PACKS[pack](NOISE)[:-cut], "dump.xyz")
    with pytest.raises(BadFile, match=r"^dump\.xyz: ends too early; get the file again$"):
        whole(path)


@pytest.mark.parametrize("pack", PACKED)
@pytest.mark.parametrize("kept", [4, 5, 6])
def test_a_second_stream_cut_off_in_its_header(tmp_path: Path, pack: str, kept: int) -> None:
    path = written(tmp_path, PACKS[pack](TEXT) + PACKS[pack](TEXT)[:kept])
    with pytest.raises(BadFile, match=r"dump: "):
        whole(path)


@pytest.mark.parametrize("pack", PACKED)
@pytest.mark.parametrize("garbage", [b"garbage after the end", b"<html>", b"\xff" * 40])
def test_what_follows_the_end_and_is_no_stream_is_damage(tmp_path: Path, pack: str, garbage: bytes) -> None:
    path = written(tmp_path, PACKS[pack](TEXT) + garbage)
    with pytest.raises(BadFile, match=r"^dump: (is damaged \(.+\)|ends too early); get the file again$"):
        whole(path)


@pytest.mark.parametrize("pack", ["gz", "bz2"])
@pytest.mark.parametrize("at", [0.3, 0.6, 0.9])
def test_a_changed_byte_is_damage(tmp_path: Path, pack: str, at: float) -> None:
    data = bytearray(PACKS[pack](NOISE))
    data[int(len(data) * at)] ^= 0xFF
    with pytest.raises(BadFile, match=r"^dump: .*; get the file again$"):
        whole(written(tmp_path, bytes(data)))


def test_a_changed_byte_of_zstandard_with_its_checksum_is_damage(tmp_path: Path) -> None:
    data = bytearray(zstd.compress(NOISE, options={zstd.CompressionParameter.checksum_flag: 1}))
    data[1000] ^= 0xFF
    with pytest.raises(BadFile, match=r"^dump: is damaged"):
        whole(written(tmp_path, bytes(data)))


def test_a_file_that_is_not_there_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.gz", tmp_path):
        for opened in (open_bytes, open_text, lambda path: next(blocks(path))):
            with pytest.raises(BadFile, match=path.name) as raised:
                opened(path)
            assert "\n" not in str(raised.value)


@given(st.binary(max_size=200), st.sampled_from([b".", b"\x1f\x8b\x08", b"BZh9", b"\x28\xb5\x2f\xfd", SKIPPED]))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes, head: bytes) -> None:
    path = written(tmp_path_factory.getbasetemp(), head + data, f"any-{os.getpid()}")
    said = b""
    try:
        said = whole(path)
    except BadFile as error:
        said = b"refused: " + str(error).encode()
    if head == b".":
        assert said == head + data
    elif said.startswith(b"refused"):
        assert b"\n" not in said


@given(st.binary(max_size=5000), st.sampled_from(sorted(PACKS)), st.integers(1, 100), st.integers(1, 6000))
def test_bytes_come_out_as_they_went_in(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, pack: str, size: int, cut: int
) -> None:
    data = b"." + data  # not taken for a compressed file when it is plain
    streams = b"".join(PACKS[pack](data[at : at + cut]) for at in range(0, len(data), cut))
    path = written(tmp_path_factory.getbasetemp(), streams, f"in-{os.getpid()}")
    assert whole(path, size) == data
    with open_bytes(path) as file:
        assert list(file) == list(io.BytesIO(data))


@pytest.mark.parametrize("pack", PACKS)
def test_a_reader_that_stops_early_leaves_nothing_behind(tmp_path: Path, pack: str) -> None:
    """The thread that reads ahead ends, and so does the file's use."""
    path = written(tmp_path, PACKS[pack](NOISE * 5))
    given = blocks(path, 1000)
    next(given)
    given.close()
    with open_bytes(path) as file:
        assert len(file.read(10)) == 10
    file = open_bytes(path)
    del file


def test_reading_goes_on_in_another_thread(tmp_path: Path) -> None:
    """A reader that only lives as long as the thread that opened it would end in silence."""
    path = written(tmp_path, gzip.compress(NOISE * 5))
    opened: list[io.BufferedReader] = []
    thread = threading.Thread(target=lambda: opened.append(open_bytes(path)))
    thread.start()
    thread.join()
    with opened[0] as file:
        assert file.read() == NOISE * 5


@pytest.mark.parametrize("pack", PACKED)
def test_much_that_is_packed_small_takes_little_memory(tmp_path: Path, pack: str) -> None:
    resource = pytest.importorskip("resource")
    path = written(tmp_path, PACKS[pack](bytes(200_000_000)))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sizes = [len(block) for block in blocks(path, 1 << 20)]
    assert (sum(sizes), max(sizes)) == (200_000_000, 1 << 20)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000


def test_text_with_and_without_a_mark(tmp_path: Path) -> None:
    for mark in (b"", b"\xef\xbb\xbf"):
        path = written(tmp_path, mark + b"caf\xc3\xa9\r\n\xff\x85 \xe2\x80\xa8\r\n")
        with open_text(path) as file:
            assert list(file) == ["café\r\n", "\ufffd\ufffd \u2028\r\n"]
