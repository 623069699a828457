"""The shapes in which platforms give posts as JSON, all in one type, so that a line is decoded once and by its content.

Read are: Bluesky as Jetstream sends it and as its API answers, X's API version 2 (answers, and lines of its streams),
Mastodon's statuses and exported outboxes, Reddit's dumps, and any object with a text of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec
from msgspec import Struct

from basedon.model.post import Post

DELETED = frozenset({"[deleted]", "[removed]", "[deleted by user]", "[ Removed by Reddit ]"})
BOTS = frozenset(
    {"AutoModerator", "autotldr", "RemindMeBot", "sneakpeekbot", "WikiTextBot", "imdb-bot", "GoodBot_BadBot"}
)
HIDDEN = frozenset({"private", "direct"})
"""What is not meant for everybody is not counted."""

POST = "app.bsky.feed.post"
LISTS = ("data", "posts", "feed", "statuses", "orderedItems", "tweets", "items", "comments", "children", "results")
"""Keys under which documents hold their posts."""

Word = str | int | None


class Reference(Struct, gc=False):
    """That a post of X repeats, quotes or answers another."""

    type: str | None = None
    id: Word = None


class Note(Struct, gc=False):
    """The whole of a long post of X."""

    text: str | None = None


class Record(Struct, gc=False, rename={"created_at": "createdAt"}):
    """A post of Bluesky as its writer's repository holds it."""

    text: str | None = None
    created_at: str | None = None


class Commit(Struct, gc=False):
    """What happened to one record of Bluesky."""

    operation: str | None = None
    collection: str | None = None
    rkey: str | None = None
    record: Record | None = None


class Account(Struct, gc=False):
    """A writer, as Mastodon and Bluesky tell of one."""

    id: Word = None
    did: str | None = None
    acct: str | None = None
    url: str | None = None
    status: str | None = None
    active: bool | None = None
    bot: bool | None = None


class Line(Struct, gc=False, rename={"published_at": "published"}):
    """Whatever a line may hold that matters, of every platform."""

    text: str | None = None
    body: str | None = None
    content: str | None = None
    title: str | None = None
    selftext: str | None = None
    id: Word = None
    name: Word = None
    uri: str | None = None
    did: str | None = None
    time_us: int | None = None
    kind: str | None = None
    commit: Commit | None = None
    account: Account | None = None
    author: str | Account | None = None
    author_id: Word = None
    created_at: str | int | float | None = None
    created_utc: str | int | float | None = None
    published_at: str | None = None
    referenced_tweets: list[Reference] | None = None
    note_tweet: Note | None = None
    data: msgspec.Raw = msgspec.Raw()
    reblog: Line | None = None
    visibility: str | None = None
    record: Record | None = None
    distinguished: str | None = None
    subreddit: str | None = None


DECODER = msgspec.json.Decoder(Line)


class NoPost(Exception):  # noqa: N818  # says what a line is
    """A line that is JSON and no post; its text says what it is."""


def posts(line: Line) -> Iterator[Post]:
    """The posts of one line; raises NoPost where it holds none and is not known to hold something else."""
    if line.commit is not None or line.kind in ("identity", "account"):
        yield from of_jetstream(line)
    elif line.text is None and line.body is None and bytes(line.data) not in (b"", b"null"):
        yield from of_data(line.data)
    else:
        found = post(line)
        if found is not None:
            yield found


def of_jetstream(line: Line) -> Iterator[Post]:
    """What Jetstream tells: a post that was made, one that was deleted, or an account that is gone."""
    commit, did = line.commit, line.did or ""
    if commit is None:
        if (
            line.account is not None
            and line.account.active is False
            and line.account.status in ("deleted", "takendown")
        ):
            yield Post("", did, gone=True)
        return
    if commit.collection != POST:
        return
    id_ = f"at://{did}/{POST}/{commit.rkey}"
    if commit.operation == "delete":
        yield Post("", did, id_, gone=True)
    elif commit.record is not None and commit.record.text:
        # the time is Jetstream's: the one in the record is whatever the writer's program says
        when = line.time_us // 1_000_000 if line.time_us else seconds(commit.record.created_at)
        yield Post(commit.record.text, did, id_, when)


def of_data(raw: msgspec.Raw) -> Iterator[Post]:
    """The posts under X's `data`: one, or a list."""
    text = bytes(raw).lstrip()
    try:
        lines = msgspec.json.decode(text, type=list[Line]) if text[:1] == b"[" else [DECODER.decode(text)]
    except msgspec.DecodeError:
        yield from of_any(msgspec.json.decode(text))
        return
    for line in lines:
        found = post(line)
        if found is not None:
            yield found


def post(line: Line) -> Post | None:
    """The post of an object of its own; None for what is left out: hidden, deleted without a trace, of a bot."""
    if line.reblog is not None:
        line = line.reblog  # somebody else's, under its own id: counted once, however often it is passed on
    if line.visibility in HIDDEN:
        return None
    if line.record is not None and line.record.text:
        writer = line.author if isinstance(line.author, Account) else None
        when = seconds(line.record.created_at)
        return Post(line.record.text, (writer.did or "") if writer else "", line.uri or "", when)
    if line.body is not None or line.selftext is not None or (line.subreddit and line.title):
        return of_reddit(line)
    if line.content is not None and line.text is None:
        return of_mastodon(line)
    text = (line.note_tweet.text if line.note_tweet else None) or line.text
    if text is None:
        raise NoPost("has no text")
    writer_id = line.author_id if line.author_id is not None else line.author
    author = str(writer_id) if isinstance(writer_id, (str, int)) else account(writer_id)
    id_ = str(line.id or line.uri or "")
    for reference in line.referenced_tweets or ():
        if reference.type == "retweeted":
            return Post(without_rt(text), "", str(reference.id or id_), seconds(line.created_at))
    if text.startswith("RT @"):
        return Post(without_rt(text), "", "", seconds(line.created_at))
    return Post(text, author, id_, seconds(line.created_at or line.published_at))


def of_reddit(line: Line) -> Post | None:
    """A comment or submission of Reddit."""
    author = line.author if isinstance(line.author, str) and line.author not in DELETED else ""
    if author in BOTS or author.lower().endswith(("-bot", "_bot")) or line.distinguished == "moderator":
        return None
    text = line.body if line.body is not None else f"{line.title or ''}\n\n{line.selftext or ''}"
    id_ = str(line.name or line.id or "")
    if text.strip() in DELETED:
        return Post("", author, id_, gone=True) if id_ else None
    if line.body is None and (line.selftext or "") in DELETED:
        text = line.title or ""
    return Post(text, author, id_, seconds(line.created_utc if line.created_utc is not None else line.created_at))


def of_mastodon(line: Line) -> Post | None:
    """A status of Mastodon."""
    if line.account is not None and line.account.bot:
        return None
    author = account(line.account) if line.account is not None else line.author if isinstance(line.author, str) else ""
    return Post(
        line.content or "", author or "", line.uri or str(line.id or ""), seconds(line.created_at or line.published_at)
    )


def account(held: Account | str | None) -> str:
    """What tells one writer from others."""
    if held is None or isinstance(held, str):
        return held or ""
    return held.url or held.did or held.acct or (str(held.id) if held.id is not None else "")


def without_rt(text: str) -> str:
    """The words that were passed on, without "RT @somebody:"."""
    if text.startswith("RT @"):
        return text.partition(": ")[2] or text
    return text


def of_any(held: Any, depth: int = 6) -> Iterator[Post]:
    """The posts in JSON of any shape: of a list, under the keys that documents hold them under, or the object
    itself."""
    if depth == 0:
        return
    if isinstance(held, list):
        for each in held:
            yield from of_any(each, depth - 1)
        return
    if not isinstance(held, dict):
        return
    inner = held.get("tweet") or held.get("post") or (held.get("data") if held.get("kind") in ("t1", "t3") else None)
    if isinstance(inner, dict):
        yield from of_any(inner, depth - 1)
        return
    if held.get("type") == "Create" and isinstance(held.get("object"), dict):
        note = held["object"]
        public = "https://www.w3.org/ns/activitystreams#Public"
        if public in (*listed(note.get("to")), *listed(note.get("cc"))) or "to" not in note:
            author = note.get("attributedTo") or held.get("actor")
            yield Post(
                str(note.get("content") or ""), author if isinstance(author, str) else "", str(note.get("id") or ""),
                seconds(note.get("published")),
            )  # fmt: skip
        return
    for key in LISTS:
        if isinstance(held.get(key), (list, dict)):
            yield from of_any(held[key], depth - 1)
            return
    if isinstance(held.get("full_text"), str):
        held = {**held, "text": held["full_text"]}
    known = {name: held[name] for name in Line.__struct_encode_fields__ if name in held and name != "data"}
    try:
        line = msgspec.convert(known, Line, strict=False)
        found = post(line)
    except (msgspec.ValidationError, NoPost):
        return
    if found is not None:
        yield found


def listed(value: Any) -> list[Any]:
    """A value as a list."""
    return value if isinstance(value, list) else [value]


def seconds(value: str | float | None) -> int | None:
    """A time as seconds since 1970: a number, or a date as platforms write it; None where it is none."""
    if value is None:
        return None
    if isinstance(value, str):
        if value[:1].isdigit() and value[4:5] == "-":
            try:
                held = datetime.fromisoformat(value)
            except ValueError:
                return None
            return int((held if held.tzinfo else held.replace(tzinfo=UTC)).timestamp())
        try:
            value = float(value)
        except ValueError:
            return written(str(value))
    if not 0 < value < 1e16:
        return None
    for unit in (1e14, 1e11):
        if value >= unit:
            value /= 1e6 if unit == 1e14 else 1e3
            break
    return int(value)


def written(value: str) -> int | None:
    """A date with the month in letters, as older files of X have it."""
    for form in ("%a %b %d %H:%M:%S %z %Y", "%d %b %Y", "%b %d, %Y", "%d/%m/%Y", "%Y/%m/%d"):
        try:
            held = datetime.strptime(value.strip(), form)
        except ValueError:
            continue
        return int((held if held.tzinfo else held.replace(tzinfo=UTC)).timestamp())
    return None
