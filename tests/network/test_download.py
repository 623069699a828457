"""Downloads over connections that break, from servers that lie: a whole file at the target, or none."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from itertools import repeat
from random import Random

import pytest

from basedon.errors import BadFile, BadUsage, Unreachable
from basedon.network import download as module
from basedon.network import locking
from basedon.network import part as parts
from basedon.network.checksums import Checksum
from basedon.network.download import Downloaded, download

ETAG = '"one"'


def sha1(data):
    return Checksum("sha1", hashlib.sha1(data, usedforsecurity=False).hexdigest())


def files(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def target(tmp_path):
    return tmp_path / "films.xml.bz2"


@pytest.fixture
def get(site, target):
    """Downloads the site's file to the target."""
    return lambda path="/file.bin", **more: download(site.url(path), target, allow_private=True, **more)


def begun(target, data, url, total, etag=ETAG, **more):
    """What an earlier run left behind."""
    target.with_name(target.name + ".part").write_bytes(data)
    note = {"address": url, "etag": etag, "modified": None, "total": total, **more}
    target.with_name(target.name + ".part.json").write_text(json.dumps(note))


def test_a_file(get, published, target, site):
    published.modified = "Mon, 01 Jan 2024 00:00:00 GMT"
    seen = []
    done = get(progress=lambda *now: seen.append(now))
    size = len(published.data)
    assert done == Downloaded(target, size, ETAG, published.modified, resumed=False, checked=None)
    assert target.read_bytes() == published.data
    assert files(target.parent) == [target.name]
    assert seen[0] == (0, size)
    assert seen[-1] == (size, size)
    assert seen == sorted(seen)
    assert site.headers[0]["accept-encoding"] == "identity"
    assert "range" not in site.headers[0]


def test_an_empty_file(get, published, target):
    published.data = b""
    assert get().bytes == 0
    assert target.read_bytes() == b""
    assert files(target.parent) == [target.name]


@pytest.mark.parametrize("algorithm", ["md5", "sha1", "sha256"])
def test_checksums(get, published, target, algorithm):
    right = hashlib.new(algorithm, published.data).hexdigest()
    published.cuts = iter([1000, 70_000])
    assert get(checksum=Checksum(algorithm, right)).checked == algorithm
    published.data += b"!"
    with pytest.raises(BadFile, match=f"does not match its published {algorithm} checksum"):
        get(checksum=Checksum(algorithm, right))
    assert target.read_bytes() == published.data[:-1]
    assert files(target.parent) == [target.name]


def test_chunks(get, site, target):
    def answer(request):
        request.reply(200, b"4\r\nfilm\r\n0\r\n\r\n", content_length=None, transfer_encoding="chunked")

    site.answer = answer
    seen = []
    assert get(progress=lambda *now: seen.append(now)).bytes == 4
    assert target.read_bytes() == b"film"
    assert seen[-1] == (4, None)


def test_the_old_file_stays_until_the_new_one_is_whole(get, published, target):
    target.write_bytes(b"old")
    published.cuts = repeat(70_000)
    seen = []
    get(progress=lambda *now: seen.append(target.read_bytes()), attempts=20)
    assert set(seen) == {b"old"}
    assert target.read_bytes() == published.data


# broken connections


@pytest.mark.parametrize("hard", [True, False])
@pytest.mark.parametrize("ranges", [True, False])
@pytest.mark.parametrize("validator", ["etag", "modified", "weak etag", "none"])
def test_broken_connections_go_on(get, published, target, site, hard, ranges, validator):
    published.hard, published.ranges = hard, ranges
    published.etag = {"etag": ETAG, "weak etag": 'W/"one"'}.get(validator)
    published.modified = "Mon, 01 Jan 2024 00:00:00 GMT" if validator == "modified" else None
    published.cuts = iter([0, 1, 100_000, 150_000, 0])
    assert get(attempts=10).bytes == len(published.data)
    assert target.read_bytes() == published.data
    asked = [headers for headers in site.headers if "range" in headers]
    assert {headers.get("if-range") for headers in asked} <= {published.etag, published.modified} - {None}
    assert bool(asked) == (validator in ("etag", "modified"))


def test_it_is_given_up_when_nothing_comes(get, published, target, site):
    published.cuts = iter([100_000, *[0] * 100])
    with pytest.raises(Unreachable, match="run it again, it goes on where it stopped") as raised:
        get(attempts=4)
    assert len(site.asked) == 4
    assert raised.value.exit_code == 3
    name = target.name
    assert files(target.parent) == [f"{name}.part", f"{name}.part.json"]
    published.cuts = iter(())
    done = get(checksum=sha1(published.data))
    assert done.resumed
    assert site.headers[-1]["range"] == "bytes=100000-"
    assert target.read_bytes() == published.data
    assert files(target.parent) == [name]


def test_nothing_is_left_of_nothing(get, published, target):
    published.cuts = repeat(0)
    with pytest.raises(Unreachable, match="it broke off"):
        get(attempts=3)
    assert files(target.parent) == []


def test_a_server_that_breaks_and_has_no_ranges_does_not_go_on_for_ever(get, published, site):
    published.ranges, published.cuts = False, repeat(250_000)
    with pytest.raises(Unreachable):
        get(attempts=4)
    assert len(site.asked) < 8


def test_a_length_longer_than_the_file_is_an_error(get, site, target):
    site.answer = lambda request: request.reply(200, b"film", content_length=400)
    with pytest.raises(Unreachable, match="it broke off"):
        get(attempts=2)
    assert not target.exists()


@pytest.mark.parametrize("length", ["-4", "4, 4", "4x", "", "0x4", "9" * 5000, "+4", "1_0"])
def test_a_length_that_is_no_number_is_an_error(get, site, target, length):
    site.answer = lambda request: request.reply(200, b"film", content_length=length)
    with pytest.raises(Unreachable):
        get(attempts=2)
    assert files(target.parent) == []


def test_a_body_whose_end_cannot_be_told_needs_a_checksum(get, site, target):
    site.answer = lambda request: request.reply(200, b"film", content_length=None)
    with pytest.raises(Unreachable, match="does not say where the file ends"):
        get()
    assert get(checksum=sha1(b"film")).checked == "sha1"
    with pytest.raises(BadFile, match="does not match"):
        get(checksum=sha1(b"films"))
    assert target.read_bytes() == b"film"


def test_chunks_that_break_off_are_no_file(get, site, target):
    site.answer = lambda request: request.reply(200, b"4\r\nfilm\r\n", content_length=None, transfer_encoding="chunked")
    with pytest.raises(Unreachable):
        get(attempts=2)
    assert not target.exists()


@pytest.mark.parametrize("seed", range(30))
def test_whatever_happens_a_whole_file_or_none(get, site, published, target, seed):
    """A server that breaks off, forgets ranges, ignores conditions and changes the file, all by chance."""
    random = Random(seed)  # noqa: S311
    versions = [random.randbytes(random.randint(1, 400_000)) for _ in range(3)]
    plain = published

    def answer(request):
        if random.random() < 0.1:
            plain.data = random.choice(versions)
            plain.etag = f'"{versions.index(plain.data)}"'
        plain.ranges, plain.conditions = random.random() < 0.8, random.random() < 0.7
        plain.hard = random.random() < 0.5
        plain.cuts = iter([random.choice([None, random.randint(0, 200_000)])])
        if random.random() < 0.1:
            return request.reply(503)
        return plain(request)

    plain.data, plain.etag = versions[0], '"0"'
    site.answer = answer
    for _ in range(20):
        try:
            done = get(attempts=random.randint(1, 6))
        except Unreachable:
            assert not target.exists()
            continue
        assert target.read_bytes() in versions
        assert done.etag == f'"{versions.index(target.read_bytes())}"'
        assert files(target.parent) == [target.name]
        break


# going on


def test_an_earlier_run_is_gone_on_from(get, published, target, site):
    begun(target, published.data[:123_456], site.url(), len(published.data))
    seen = []
    done = get(progress=lambda *now: seen.append(now))
    assert done.resumed
    assert seen[0] == (123_456, len(published.data))
    assert target.read_bytes() == published.data
    assert (site.headers[0]["range"], site.headers[0]["if-range"]) == ("bytes=123456-", ETAG)


def test_a_file_that_changed_is_begun_anew(get, published, target, site):
    begun(target, b"x" * 1000, site.url(), len(published.data), etag='"zero"')
    assert not get().resumed
    assert target.read_bytes() == published.data


@pytest.mark.parametrize(
    "told",
    [
        {"etag": '"two"'},
        {"last_modified": "Tue, 02 Jan 2024 00:00:00 GMT"},
        {"content_range": "bytes 999-1999/2000"},
        {"content_range": "bytes 1001-1999/2000"},
        {"content_range": "bytes 1000-1999/2001"},
        {"content_range": "bytes 1000-2000/2000"},
        {"content_range": "bytes 1000-1999/*"},
        {"content_range": "bytes */2000"},
        {"content_range": "films 1000-1999/2000"},
        {"content_range": "bytes 1000-999/2000"},
        {"content_range": "bytes 1000-1999/" + "9" * 5000},
        {"content_range": None},
        {"content_length": 999},
    ],
)
def test_a_rest_that_does_not_fit_is_not_joined(get, site, target, told):
    modified = "Mon, 01 Jan 2024 00:00:00 GMT"
    begun(target, b"a" * 1000, site.url(), 2000, modified=modified)

    def answer(request):
        if "range" not in request.headers:
            return request.reply(200, b"b" * 2000, etag='"two"')
        fits = {"etag": ETAG, "last_modified": modified, "content_range": "bytes 1000-1999/2000"}
        return request.reply(206, b"b" * 1000, **{**fits, **told})

    site.answer = answer
    assert not get().resumed
    assert target.read_bytes() == b"b" * 2000


def test_a_server_that_gives_the_rest_by_pieces(get, published, target, site):
    def answer(request):
        first = int(request.headers.get("range", "bytes=0-")[6:-1])
        last = min(first + 100_000, len(published.data)) - 1
        told = {"etag": ETAG, "content_range": f"bytes {first}-{last}/{len(published.data)}"}
        if not first:
            return request.reply(200, published.data[:50_000], etag=ETAG, content_length=len(published.data))
        return request.reply(206, published.data[first : last + 1], **told)

    site.answer = answer
    get()
    assert target.read_bytes() == published.data


def test_a_part_that_is_whole_is_not_asked_for_again(get, published, target, site):
    begun(target, published.data, site.url(), len(published.data))
    done = get(checksum=sha1(published.data))
    assert done.resumed
    assert len(site.asked) == 1
    assert target.read_bytes() == published.data


def test_a_part_longer_than_the_file_is_begun_anew(get, published, target, site):
    begun(target, published.data + b"more", site.url(), len(published.data))
    assert not get().resumed
    assert target.read_bytes() == published.data


def test_416_without_its_reason(get, site, target):
    begun(target, b"a" * 1000, site.url(), 2000)
    site.answer = lambda request: request.reply(416 if "range" in request.headers else 200, b"b" * 2000)
    assert not get().resumed
    assert target.read_bytes() == b"b" * 2000


def test_416_for_ever(get, site, target):
    begun(target, b"a" * 1000, site.url(), 2000)
    site.answer = lambda request: request.reply(416)
    with pytest.raises(Unreachable, match="416"):
        get()
    assert files(target.parent) == []


def test_206_that_nobody_asked_for(get, site, target):
    site.answer = lambda request: request.reply(206, b"film", content_range="bytes 0-3/4")
    with pytest.raises(Unreachable, match="206"):
        get()


@pytest.mark.parametrize(
    "note",
    [
        "",
        "{",
        "null",
        "[]",
        '{"address": 1}',
        '{"address": "http://other.example/", "etag": "\\"one\\""}',
        '{"address": URL, "etag": "\\"one\\"\\r\\nX: y"}',
        '{"address": URL, "etag": "one"}',
        '{"address": URL, "etag": "\\"one\\"\\n"}',
        '{"address": URL, "etag": "\\"one\\"", "more": 1}',
        '{"address": URL, "etag": "W/\\"one\\""}',
        '{"address": URL}',
        "\ud83d",
        "[" * 5000,
    ],
)
def test_a_note_that_tells_nothing(get, published, target, site, note):
    begun(target, b"x" * 1000, site.url(), 2000)
    text = note.replace("URL", f'"{site.url()}"').encode("utf-8", "surrogatepass")
    target.with_name(target.name + ".part.json").write_bytes(text)
    assert not get().resumed
    assert target.read_bytes() == published.data


def test_without_a_note_it_is_begun_anew(get, published, target):
    target.with_name(target.name + ".part").write_bytes(b"x" * 1000)
    assert not get(checksum=sha1(published.data)).resumed
    assert target.read_bytes() == published.data


def test_what_was_joined_wrongly_is_begun_anew_once(get, published, target, site):
    """A server without validators, or with a wrong one: the checksum tells."""
    begun(target, b"x" * 1000, site.url(), len(published.data))
    done = get(checksum=sha1(published.data))
    assert not done.resumed
    assert target.read_bytes() == published.data
    assert len(site.asked) == 2


def test_a_damaged_file_is_not_asked_for_for_ever(get, published, target, site):
    begun(target, published.data[:1000], site.url(), len(published.data))
    with pytest.raises(BadFile, match="does not match"):
        get(checksum=sha1(b"another"))
    assert len(site.asked) == 2
    assert files(target.parent) == []


def test_a_whole_file_that_is_damaged_is_not_asked_for_again(get, published, target, site):
    with pytest.raises(BadFile, match="does not match"):
        get(checksum=sha1(b"another"))
    assert len(site.asked) == 1
    assert files(target.parent) == []


def test_a_shorter_note_takes_the_place_of_a_longer_one(get, published, target, site):
    begun(target, b"x" * 1000, site.url(), len(published.data), etag='"' + "long" * 40 + '"')
    published.cuts = iter([100_000, *[0] * 100])
    with pytest.raises(Unreachable):
        get()
    published.cuts = iter(())
    assert get().resumed
    assert target.read_bytes() == published.data


def test_a_checksum_does_for_a_validator(get, published, target, site):
    published.etag = None
    published.cuts = iter([100_000])
    get(checksum=sha1(published.data))
    assert site.headers[-1]["range"] == "bytes=100000-"
    assert "if-range" not in site.headers[-1]


def test_a_time_of_this_very_second_is_no_validator(get, site, target):
    now = "Mon, 01 Jan 2024 00:00:00 GMT"

    def answer(request):
        text = f"HTTP/1.1 200 OK\r\nDate: {now}\r\nLast-Modified: {now}\r\nContent-Length: 8\r\n\r\n"
        request.raw(text.encode() + (b"film" if len(site.asked) == 1 else b"filmfilm"))

    site.answer = answer
    get()
    assert "range" not in site.headers[1]
    assert target.read_bytes() == b"filmfilm"


@pytest.mark.parametrize("etag", ['"a\tb"', '"' + "a" * 500 + '"', "bare", '""x', '"é"'])
def test_etags_that_are_none_are_not_sent_back(get, published, site, etag):
    published.etag = etag
    published.cuts = iter([100_000])
    assert get().etag is None
    assert all("if-range" not in headers for headers in site.headers)


# other answers


@pytest.mark.parametrize("status", [401, 403, 404, 410, 451])
def test_answers_that_will_not_get_better(get, site, status, target):
    site.answer = lambda request: request.reply(status)
    with pytest.raises(Unreachable, match=f"answered {status}"):
        get()
    assert len(site.asked) == 1
    assert files(target.parent) == []


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_answers_that_may_get_better(get, site, published, status, target):
    site.answer = lambda request: request.reply(status) if len(site.asked) < 4 else published(request)
    get()
    assert target.read_bytes() == published.data


def test_a_server_is_waited_for_as_long_as_it_asks(get, site, published, monkeypatch):
    waited = []
    monkeypatch.setattr(module.time, "sleep", waited.append)
    site.answer = lambda request: request.reply(503, retry_after="40") if len(site.asked) < 3 else published(request)
    get()
    assert len(waited) == 2
    assert all(30 <= seconds <= 50 for seconds in waited)
    site.answer = lambda request: request.reply(503, retry_after="86400")
    with pytest.raises(Unreachable, match="503"):
        get()
    assert len(waited) == 2


def test_pauses_grow(get, site, monkeypatch):
    waited = []
    monkeypatch.setattr(module, "PAUSE", 1.0)
    monkeypatch.setattr(module.time, "sleep", waited.append)
    site.answer = lambda request: request.reply(503)
    with pytest.raises(Unreachable):
        get(attempts=8)
    assert len(waited) == 7
    assert waited[0] <= 1.25 < waited[2] <= waited[4] <= 40
    assert max(waited) <= module.LONGEST_PAUSE * 1.25


@pytest.mark.parametrize(("coding", "path"), [("gzip", "/films.xml"), ("br", "/films.gz"), ("gzip", "/films?x=.gz")])
def test_what_was_packed_for_the_way_is_not_the_file(get, site, target, coding, path):
    site.answer = lambda request: request.reply(200, b"film", content_encoding=coding)
    with pytest.raises(Unreachable, match="packs it though asked not to"):
        get(path)
    assert files(target.parent) == []


def test_a_packed_file_that_is_called_packed_is_itself(get, site, target):
    site.answer = lambda request: request.reply(200, b"\x1f\x8bfilm", content_encoding="x-gzip")
    get("/films.json.gz?mirror=1")
    assert target.read_bytes() == b"\x1f\x8bfilm"


def test_redirects(get, site, published, target):
    site.answer = lambda request: (
        published(request) if request.path == "/mirror" else request.reply(302, location="/mirror")
    )
    published.cuts = iter([100_000])
    get()
    assert target.read_bytes() == published.data
    site.answer = lambda request: request.reply(302, location="http://169.254.169.254/")
    with pytest.raises(Unreachable, match="no public address"):
        get()


def test_this_machine_is_closed_unless_allowed(site, target):
    with pytest.raises(BadUsage, match="only ports 80 and 443"):
        download(site.url(), target)
    with pytest.raises(Unreachable, match="no public address"):
        download("http://127.0.0.1/", target)
    assert files(target.parent) == []


@pytest.mark.parametrize(
    "drip",
    [
        (b"", b""),
        (b"", b"H"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", b"y"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\ny\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", b""),
    ],
)
def test_slow_drips_are_given_up(get, site, target, drip):
    def answer(request):
        request.raw(drip[0])
        while not request.wait(0.02):
            request.raw(drip[1])

    site.answer = answer
    began = time.monotonic()
    with pytest.raises(Unreachable, match="took too long"):
        get(patience=0.1, attempts=2)
    assert time.monotonic() - began < 2
    assert not target.exists()


def test_a_slow_download_that_gets_on_has_all_the_time_it_needs(get, site, target):
    data = b"x" * module.ENOUGH * 8

    def answer(request):
        request.reply(200, content_length=len(data))
        for at in range(0, len(data), module.ENOUGH):
            request.raw(data[at : at + module.ENOUGH])
            request.wait(0.05)

    site.answer = answer
    get(patience=0.3, attempts=1)
    assert target.read_bytes() == data
    assert len(site.asked) == 1


def test_what_never_ends_is_given_up(get, site, monkeypatch, target):
    monkeypatch.setattr(module, "LARGEST", 1_000_000)

    def answer(request):
        request.reply(200, content_length=None, transfer_encoding="chunked")
        while not request.wait(0):
            request.raw(b"1000\r\n" + b"x" * 4096 + b"\r\n")

    site.answer = answer
    with pytest.raises(Unreachable, match="more came"):
        get(attempts=2)
    assert not target.exists()


# the disk


def test_a_full_disk_is_one_line(published, site, tmp_path):
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from basedon.errors import BadFile\n"
        "from basedon.network.download import download\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "try:\n    download(sys.argv[1], Path(sys.argv[2]), allow_private=True)\n"
        "except BadFile as error:\n    print(error)\n"
    )
    pytest.importorskip("resource")
    target = tmp_path / "films.bz2"
    done = subprocess.run(
        [sys.executable, "-c", script, site.url(), str(target)], capture_output=True, text=True, check=True
    )
    assert "could not be written (File too large)" in done.stdout
    assert len(done.stdout.splitlines()) == 1
    assert files(tmp_path) == ["films.bz2.part", "films.bz2.part.json"]
    assert download(site.url(), target, allow_private=True, checksum=sha1(published.data)).resumed


def test_a_disk_without_room_is_told_before_it_is_full(get, published, site, target, monkeypatch):
    monkeypatch.setattr(parts.shutil, "disk_usage", lambda _: (1000, 900, 100))
    usage = type("Usage", (), {"free": 299_999})
    monkeypatch.setattr(parts.shutil, "disk_usage", lambda _: usage)
    with pytest.raises(BadFile, match="300,000 bytes are to come and 299,999 are free"):
        get()
    assert files(target.parent) == []
    begun(target, published.data[:1], site.url(), len(published.data))
    assert get().resumed


def test_a_folder_that_is_not_there(site, tmp_path):
    with pytest.raises(BadFile, match="No such file or directory"):
        download(site.url(), tmp_path / "nowhere" / "films.bz2", allow_private=True)
    assert site.asked == []


def test_a_target_that_is_a_folder(site, tmp_path):
    with pytest.raises(BadFile, match="is a folder"):
        download(site.url(), tmp_path, allow_private=True)
    assert files(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="links are another thing here")
@pytest.mark.parametrize("ending", [".part", ".part.json", ".part.lock"])
def test_planted_links_are_not_followed(get, published, target, tmp_path, ending):
    elsewhere = tmp_path / "diary.txt"
    elsewhere.write_text("mine")
    target.with_name(target.name + ending).symlink_to(elsewhere)
    with pytest.raises(BadFile):
        get()
    assert elsewhere.read_text() == "mine"
    assert not target.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_part_that_is_a_pipe(get, target):
    os.mkfifo(target.with_name(target.name + ".part"))
    with pytest.raises(BadFile, match="no ordinary file"):
        get()


# others at the same time


def test_two_at_once(get, site, published, target):
    inside, go = threading.Event(), threading.Event()

    def progress(done, total):
        inside.set()
        go.wait(10)

    first = threading.Thread(target=get, kwargs={"progress": progress})
    first.start()
    try:
        assert inside.wait(10)
        with pytest.raises(BadFile, match="is being downloaded by another program"):
            get()
        assert len(site.asked) == 1
    finally:
        go.set()
        first.join()
    assert target.read_bytes() == published.data
    assert files(target.parent) == [target.name]
    get()


def test_many_at_once_leave_one_whole_file(get, published, target):
    results = []

    def run():
        for _ in range(10):
            try:
                results.append(get())
            except BadFile as error:
                results.append(error)

    threads = [threading.Thread(target=run) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 60
    assert any(isinstance(result, Downloaded) for result in results)
    assert all(isinstance(r, Downloaded) or "another program" in str(r) for r in results), results
    assert target.read_bytes() == published.data
    assert files(target.parent) == [target.name]


def test_a_lock_left_behind_holds_nobody_up(get, published, target):
    target.with_name(target.name + ".part.lock").touch()
    get()
    assert files(target.parent) == [target.name]


def test_a_lock_that_its_last_holder_just_took_away_is_none(tmp_path, monkeypatch):
    lock = tmp_path / "films.lock"
    hold, stolen = locking.hold, []

    def late(handle):
        if not stolen:
            stolen.append(lock.unlink())
        hold(handle)

    monkeypatch.setattr(locking, "hold", late)
    with locking.locked(lock, "busy"):
        monkeypatch.setattr(locking, "hold", hold)
        with pytest.raises(BadFile, match="busy"), locking.locked(lock, "busy"):
            pass
        assert lock.exists()
    assert files(tmp_path) == []


def test_a_file_system_without_locks(get, published, target, monkeypatch):
    def refuse(handle):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(locking, "hold", refuse)
    get()
    assert target.read_bytes() == published.data


@pytest.mark.parametrize("stop", [KeyboardInterrupt, BrokenPipeError, ValueError])
def test_what_the_progress_raises_comes_through_and_the_part_stays(get, published, target, stop):
    def progress(done, total):
        if done:
            raise stop

    with pytest.raises(stop):
        get(progress=progress)
    name = target.name
    assert files(target.parent) == [f"{name}.part", f"{name}.part.json"]
    assert get(checksum=sha1(published.data)).resumed
    assert target.read_bytes() == published.data


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_a_program_that_is_stopped_leaves_what_can_be_gone_on_from(site, published, tmp_path, end):
    def stalling(request):
        if "range" in request.headers:
            return published(request)
        request.reply(200, published.data[:200_000], content_length=len(published.data), etag=ETAG)
        return request.wait()

    site.answer = stalling
    target = tmp_path / "films.bz2"
    part = tmp_path / "films.bz2.part"
    script = (
        "import sys\nfrom pathlib import Path\nfrom basedon.network.download import download\n"
        "download(sys.argv[1], Path(sys.argv[2]), allow_private=True)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script, site.url(), str(target)], stderr=subprocess.PIPE)
    try:
        until = time.monotonic() + 20
        while not (part.exists() and part.stat().st_size == 200_000):
            assert time.monotonic() < until
            time.sleep(0.01)
        process.send_signal(end)
        process.communicate(timeout=20)
    finally:
        process.kill()
        process.wait()
    assert not target.exists()
    done = download(site.url(), target, allow_private=True, checksum=sha1(published.data))
    assert done.resumed
    assert site.headers[-1]["range"] == "bytes=200000-"
    assert files(tmp_path) == ["films.bz2"]
