"""Posts from files as platforms give them: what a file is, whose the posts are, and what is left out."""

# ruff: noqa: E501  # posts are one line each
from __future__ import annotations

import bz2
import gzip
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from basedon.errors import BadFile
from basedon.model.issue import Issue
from basedon.model.post import Post
from basedon.sources import posts as source
from basedon.sources.opening import blocks
from basedon.sources.posts_shapes import seconds

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

JETSTREAM = [
    {"did": "did:a", "time_us": 1725911162000000, "kind": "commit", "commit": {"operation": "create", "collection": "app.bsky.feed.post", "rkey": "1", "record": {"text": "one", "createdAt": "2030-01-01T00:00:00Z", "langs": ["en"]}}},
    {"did": "did:a", "time_us": 1725911163000000, "kind": "commit", "commit": {"operation": "create", "collection": "app.bsky.feed.like", "rkey": "2", "record": {"subject": {"uri": "x"}}}},
    {"did": "did:a", "time_us": 1725911164000000, "kind": "commit", "commit": {"operation": "delete", "collection": "app.bsky.feed.post", "rkey": "1"}},
    {"did": "did:b", "time_us": 1725911164000000, "kind": "identity", "identity": {"handle": "b"}},
    {"did": "did:c", "time_us": 1725911164000000, "kind": "account", "account": {"active": False, "status": "deleted", "did": "did:c"}},
]  # fmt: skip
X = {
    "data": [
        {"id": "1", "text": "short…", "note_tweet": {"text": "the whole"}, "author_id": "7", "created_at": "2024-01-01T00:00:00.000Z"},
        {"id": "2", "text": "RT @other: hello there", "author_id": "8", "referenced_tweets": [{"type": "retweeted", "id": "99"}]},
        {"id": "3", "text": "answer", "author_id": "8", "referenced_tweets": [{"type": "quoted", "id": "99"}]},
    ],
    "includes": {"users": [{"id": "7", "username": "seven"}]},
    "meta": {"result_count": 3},
}  # fmt: skip
MASTODON = [
    {"id": "1", "uri": "u1", "content": "<p>hi</p>", "created_at": "2024-01-01T00:00:00.000Z", "visibility": "public", "account": {"id": "5", "acct": "a@b", "url": "https://b/@a"}, "reblog": None},
    {"id": "2", "uri": "u2", "content": "", "account": {"id": "6", "acct": "c"}, "reblog": {"id": "9", "uri": "u9", "content": "<p>other</p>", "account": {"id": "7", "acct": "d"}}},
    {"id": "3", "content": "secret", "visibility": "private", "account": {"id": "5", "acct": "a"}},
    {"id": "4", "content": "beep", "account": {"id": "8", "acct": "e", "bot": True}},
]  # fmt: skip
REDDIT = [
    {"id": "c1", "name": "t1_c1", "body": "a comment", "author": "ann", "created_utc": 1700000000, "subreddit": "movies"},
    {"id": "c2", "body": "[deleted]", "author": "[deleted]", "created_utc": "1700000000"},
    {"id": "c3", "body": "rules", "author": "AutoModerator", "created_utc": 1700000000.0},
    {"id": "s1", "title": "A title", "selftext": "and text", "author": "bob", "created_utc": 1700000000, "subreddit": "movies"},
    {"id": "c4", "body": "kept", "author": "[deleted]"},
]  # fmt: skip


def lines(rows: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def read(path: Path) -> tuple[list[Post], list[str]]:
    """The posts of a file of any kind, and the kinds of its issues."""
    given = (
        (one for block in blocks(path) for one in source.of_lines(block))
        if source.kind(path) == "lines"
        else source.read(path)
    )
    held = list(given)
    return [one for one in held if isinstance(one, Post)], [one.kind for one in held if isinstance(one, Issue)]


def wrote(folder: Path, data: bytes, name: str = "posts") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_jetstream(tmp_path: Path) -> None:
    posts, issues = read(wrote(tmp_path, lines(JETSTREAM)))
    assert [(p.text, p.author, p.id, p.gone) for p in posts] == [
        ("one", "did:a", "at://did:a/app.bsky.feed.post/1", False),
        ("", "did:a", "at://did:a/app.bsky.feed.post/1", True),
        ("", "did:c", "", True),
    ]
    assert posts[0].when == 1725911162  # Jetstream's clock, not the writer's
    assert not issues


def test_x_as_a_document_and_as_lines(tmp_path: Path) -> None:
    wanted = [("the whole", "7", "1"), ("hello there", "", "99"), ("answer", "8", "3")]
    assert [(p.text, p.author, p.id) for p in read(wrote(tmp_path, json.dumps(X, indent=1).encode()))[0]] == wanted
    assert [
        (p.text, p.author, p.id) for p in read(wrote(tmp_path, lines([{"data": d} for d in X["data"]])))[0]
    ] == wanted  # type: ignore[index,union-attr]
    assert [(p.text, p.author, p.id) for p in read(wrote(tmp_path, lines([X, X])))[0]] == wanted * 2


def test_mastodon(tmp_path: Path) -> None:
    for data in (lines(MASTODON), json.dumps(MASTODON).encode()):
        posts, _ = read(wrote(tmp_path, data))
        assert [(p.text, p.author, p.id) for p in posts] == [
            ("<p>hi</p>", "https://b/@a", "u1"),
            ("<p>other</p>", "d", "u9"),
        ]
    public = "https://www.w3.org/ns/activitystreams#Public"
    outbox = {
        "orderedItems": [
            {"type": "Create", "actor": "me", "object": {"id": "o1", "content": "mine", "published": "2024-01-01T00:00:00Z", "to": [public]}},
            {"type": "Create", "actor": "me", "object": {"id": "o2", "content": "to a friend", "to": ["friend"], "cc": []}},
            {"type": "Announce", "object": "https://other/1"},
        ]
    }  # fmt: skip
    assert [(p.text, p.id) for p in read(wrote(tmp_path, json.dumps(outbox).encode()))[0]] == [("mine", "o1")]


def test_reddit_packed_in_any_way(tmp_path: Path) -> None:
    wanted = [("a comment", "ann", False), ("", "", True), ("A title\n\nand text", "bob", False), ("kept", "", False)]
    for pack in (bytes, gzip.compress, bz2.compress, zstd.compress):
        posts, _ = read(wrote(tmp_path, pack(lines(REDDIT))))
        assert [(p.text, p.author, p.gone) for p in posts] == wanted


def test_bluesky_search_and_an_archive_of_x(tmp_path: Path) -> None:
    found = {
        "posts": [
            {
                "uri": "at://1",
                "author": {"did": "did:a", "handle": "a"},
                "record": {"text": "hey", "createdAt": "2024-01-01T00:00:00Z"},
            }
        ]
    }
    assert [(p.text, p.author, p.id) for p in read(wrote(tmp_path, json.dumps(found).encode()))[0]] == [
        ("hey", "did:a", "at://1")
    ]
    archive = 'window.YTD.tweets.part0 = [{"tweet": {"id": "5", "full_text": "mine", "created_at": "Wed Oct 10 20:19:24 +0000 2018"}}]'
    posts, _ = read(wrote(tmp_path, archive.encode()))
    assert [(p.text, p.id, p.when) for p in posts] == [("mine", "5", 1539202764)]


def test_letterboxd(tmp_path: Path) -> None:
    reviews = 'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date\n2024-02-01,The Lamp,1950,https://boxd.it/1,5,,"I cried,\nreally",,2024-01-31\n'
    posts, _ = read(wrote(tmp_path, reviews.encode()))
    assert [(p.text, p.film, p.year, p.when) for p in posts] == [("I cried,\nreally", "The Lamp", 1950, 1706659200)]
    diary = "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n2024-02-01,The Lamp,1950,https://boxd.it/1,5,,,2024-01-31\n"
    assert [(p.text, p.film) for p in read(wrote(tmp_path, diary.encode()))[0]] == [("", "The Lamp")]
    watchlist = "Date,Name,Year,Letterboxd URI\n2024-02-01,The Lamp,1950,https://boxd.it/1\n"
    with pytest.raises(BadFile, match=r"reviews\.csv"):
        read(wrote(tmp_path, watchlist.encode()))


def test_any_table_with_a_column_of_text(tmp_path: Path) -> None:
    table = "Username;Tweet;Created at\nann;I cried;2024-01-01\nbob;RT @ann: I cried;2024-01-02\n;;\n"
    posts, _ = read(wrote(tmp_path, table.encode()))
    assert [(p.text, p.author) for p in posts] == [("I cried", "ann"), ("I cried", "bob")]
    with pytest.raises(BadFile, match="column named text"):
        read(wrote(tmp_path, b"a,b\n1,2\n"))


def test_what_is_broken_is_an_issue_and_never_a_stop(tmp_path: Path) -> None:
    data = b"\n".join(
        [
            b'{"text": "fine", "id": 1}',
            b'{"text": "cut of',
            b'{"text": "caf\xe9", "id": 2}',
            b'{"hello": "world"}',
            b'{"text": 5, "id": 3}',
            b"[1, 2]",
            b"\xff\xfe\x00garbage",
            b'{"text": "also fine", "id": {"odd": 1}}',
            b"{" * 2000,
            json.dumps({"text": "x" * 1_000_000, "id": 4}).encode(),
            b'{"text": "last", "id": 5}',
        ]
    )
    posts, issues = read(wrote(tmp_path, data))
    assert [p.text for p in posts if len(p.text) < 99] == ["fine", "café", "last"]
    assert len(posts) == 4
    assert {"unreadable", "encoding", "no post"} <= set(issues)


def test_what_is_no_file_of_posts(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="is empty"):
        source.kind(wrote(tmp_path, b"  \n"))
    with pytest.raises(BadFile, match="no JSON"):
        read(wrote(tmp_path, b'[{"text": "x"'))
    utf16 = json.dumps([{"text": "größe", "id": "1"}], ensure_ascii=False).encode("utf-16")
    assert [p.text for p in read(wrote(tmp_path, utf16))[0]] == ["größe"]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("2024-01-01T00:00:00Z", 1704067200),
        ("2024-01-01", 1704067200),
        (1704067200, 1704067200),
        ("1704067200", 1704067200),
        (1704067200000, 1704067200),
        (1704067200000000, 1704067200),
        (1704067200.5, 1704067200),
        ("yesterday", None),
        ("2024-99-99", None),
        (-5, None),
        (None, None),
        (float("inf"), None),
    ],
)
def test_times(written: Any, wanted: int | None) -> None:
    assert seconds(written) == wanted
