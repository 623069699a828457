"""Posts from files as people can get them: each told by its content; writers go no further than to a hash.

Lines of JSON (Bluesky's Jetstream, Reddit's dumps, X's streams, Mastodon) are read in blocks by any engine; documents
(answers of X's and Bluesky's APIs, exported outboxes and archives) and tables (Letterboxd's export, any CSV with a
column of text) are read whole. Left out by name: reposts (the post passed on counts, once), what is private or deleted,
bots that say that they are, and whatever of a stream is no post.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from basedon.errors import BadFile
from basedon.model.issue import Issue
from basedon.model.post import Post
from basedon.sources.opening import blocks
from basedon.sources.posts_shapes import DECODER, LISTS, Line, NoPost, of_any, posts

SOURCE = "posts"
HEAD = 1 << 16
"""Bytes by which a file is recognised."""

TRIED = 50
"""Lines of which one must be an object where a file is one of lines."""

LONGEST_LINE = 4 << 20
LONGEST_DOCUMENT = 1 << 29
"""Bytes of a document, unpacked, that is read whole."""

Given = Iterator[Post | Issue]


def kind(path: Path) -> str:
    """What a file is by its first bytes: `lines` (JSON, one object a line), `document` (JSON) or `table`.

    Raises BadFile where it is empty or can't be read.
    """
    head = b""
    for block in blocks(path, HEAD):
        head += block
        if len(head) >= HEAD:
            break
    if not head.strip():
        raise BadFile(f"{path}: is empty; give a file of posts")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "document" if "{" in head[:40].decode("utf-16", "replace") else "table"
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith((b"window.", b"[")):
        return "document"
    if not text.startswith(b"{"):
        return "table"
    objects = [held for line in text.split(b"\n")[:TRIED] if (held := decoded(line)) is not None]
    if len(objects) > 1 or (objects and len(head) >= HEAD):
        return "lines"
    if not objects:  # pretty-printed, or one long line
        return (
            "lines" if b"\n" not in text and not any(f'"{key}"'.encode() in text[:200] for key in LISTS) else "document"
        )
    return "document" if not {"text", "body", "commit", "content"} & objects[0].keys() else "lines"


def decoded(line: bytes) -> dict[str, Any] | None:
    """A line of JSON that is an object; None for any other."""
    if not line.startswith(b"{"):
        return None
    try:
        held = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return held if isinstance(held, dict) else None


def of_lines(block: bytes) -> Given:
    """The posts of whole lines of JSON; what can't be read is an issue each."""
    try:
        held = DECODER.decode_lines(block)
    except (msgspec.DecodeError, UnicodeDecodeError):
        for raw in block.split(b"\n"):
            if raw.strip():
                yield from of_line(raw)
        return
    for line in held:
        yield from of_read(line)


def of_line(raw: bytes) -> Given:
    """The posts of one line of JSON, in UTF-8 or, where it is none, in what Windows writes."""
    if len(raw) > LONGEST_LINE:
        yield Issue(SOURCE, "?", "too long", f"a line of more than {LONGEST_LINE:,} bytes was left out")
        return
    raw = raw.removeprefix(b"\xef\xbb\xbf").rstrip(b",\r\n\t ")
    try:
        raw.decode()
    except UnicodeDecodeError:
        yield Issue(SOURCE, "?", "encoding", "a line that is no UTF-8 was read as Windows-1252")
        raw = raw.decode("cp1252", "replace").encode()
    try:
        line = DECODER.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        try:
            found = list(of_any(msgspec.json.decode(raw)))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            yield Issue(SOURCE, "?", "unreadable", "a line is no JSON")
            return
        if not found:
            yield Issue(SOURCE, "?", "no post", "a line holds no post")
        yield from found
        return
    yield from of_read(line)


def of_read(line: Line) -> Given:
    """The posts of a line that is read."""
    try:
        yield from posts(line)
    except NoPost:
        yield Issue(SOURCE, "?", "no post", "a line holds no post")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        yield Issue(SOURCE, "?", "unreadable", "a line is no JSON")


def of_document(path: Path) -> Given:
    """The posts of one JSON document; raises BadFile where it is none, or too long to be read whole."""
    held = bytearray()
    for block in blocks(path):
        held += block
        if len(held) > LONGEST_DOCUMENT:
            raise BadFile(
                f"{path.name}: is one document of more than {LONGEST_DOCUMENT >> 20} MB; give it as lines of JSON"
            )
    data = bytes(held)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode()
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if data.startswith(b"window."):
        data = data[data.find(b"=") + 1 :]
    try:
        data.decode()
    except UnicodeDecodeError:
        yield Issue(SOURCE, path.name, "encoding", "a document that is no UTF-8 was read as Windows-1252")
        data = data.decode("cp1252", "replace").encode()
    try:
        document = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError) as error:
        raise BadFile(f"{path.name}: is no JSON that can be read ({error}); give a file of posts") from error
    found = False
    for post in of_any(document):
        found = True
        yield post
    if not found:
        yield Issue(SOURCE, path.name, "no post", "a document holds no post")


def read(path: Path) -> Given:
    """The posts of a document or a table."""
    from basedon.sources import posts_tables

    yield from (of_document(path) if kind(path) == "document" else posts_tables.read(path))
