"""Posts from tables: Letterboxd's export (reviews.csv, diary.csv), and any CSV or TSV file with a column of text."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from basedon.errors import BadFile
from basedon.model.issue import Issue
from basedon.model.post import Post
from basedon.sources import columns
from basedon.sources.posts_shapes import DELETED, seconds, without_rt

SOURCE = "posts"
COLUMNS: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "tweet", "fulltext", "tweettext", "body", "content", "post", "posttext", "review", "reviewtext",
        "comment",
        "commenttext", "message", "caption", "selftext", "texto", "texte", "kommentar",
    ),
    "author": (
        "author", "authorid", "user", "userid", "username", "screenname", "handle", "account", "did", "reviewer",
        "authorname",
    ),
    "id": ("id", "tweetid", "postid", "statusid", "commentid", "reviewid", "uri", "url", "permalink", "link",
    "letterboxduri"),
    "when": (
        "date", "createdat", "created", "createdutc", "timestamp", "time", "datetime", "published", "publishedat",
        "watcheddate", "fecha", "data",
    ),
    "film": ("film", "movie", "movietitle", "filmtitle", "movietitleen"),
    "year": ("year", "filmyear", "movieyear", "releaseyear"),
}  # fmt: skip
"""What columns of posts are called, as keys, the surest first."""

LETTERBOXD = "letterboxduri"
HINT = "a table of posts has a column named text, content, body, review or the like"


def read(path: Path) -> Iterator[Post | Issue]:
    """The posts of a table by its header; a row that can't be read is an issue.

    Raises BadFile where no column holds texts.
    """
    lines = columns.lines(path, dialect)
    header = next(lines, None)
    if header is None or not header.cells:
        raise BadFile(f"{path.name}: is empty or no table; {HINT}")
    keys = [columns.key(name) for name in header.cells]
    of_letterboxd = LETTERBOXD in keys and "name" in keys
    places = {what: place for what, names in COLUMNS.items() if (place := first(keys, names)) is not None}
    if of_letterboxd:
        places |= {"film": keys.index("name")}
        if "watcheddate" in keys:
            places["when"] = keys.index("watcheddate")
    if "text" not in places and not of_letterboxd:
        raise BadFile(f"{path.name}: holds no posts that can be found; {HINT}")
    if "text" not in places and "watcheddate" not in keys:
        raise BadFile(f"{path.name}: tells of films nobody is said to have seen; give reviews.csv or diary.csv")
    for line in lines:
        if line.fault:
            yield Issue(SOURCE, f"{path.name}, row {line.number}", *line.fault)
        if not line.cells:
            continue
        if len(line.cells) > len(keys):
            says = f"row {line.number}: has {len(line.cells)} cells for {len(keys)} columns"
            yield Issue(SOURCE, f"{path.name}, row {line.number}", "columns", says)
            continue
        cell = {what: line.cells[place].strip() for what, place in places.items() if place < len(line.cells)}
        post = posted(cell, of_letterboxd)
        if post is not None:
            yield post


def posted(cell: dict[str, str], of_letterboxd: bool) -> Post | None:
    """The post of one row; None where it is empty or was deleted."""
    text = without_rt(cell.get("text", ""))
    if text in DELETED or not (text or (of_letterboxd and cell.get("film"))):
        return None
    year = cell.get("year", "")
    film = cell.get("film") or None
    return Post(
        text,
        "the owner of a Letterboxd export" if of_letterboxd else cell.get("author", ""),
        # a film's page is one for all who write of it
        f"{cell.get('id')} {cell.get('when')}" if of_letterboxd else cell.get("id", ""),
        seconds(cell.get("when")),
        film,
        int(year) if film and year.isdigit() and len(year) == 4 else None,
    )


def first(keys: list[str], names: tuple[str, ...]) -> int | None:
    """The column of the first of these names that is there."""
    return next((keys.index(name) for name in names if name in keys), None)


def dialect(header: bytes) -> dict[str, Any]:
    """How a table is written, by what parts its header."""
    delimiter = max(",\t;|", key=lambda sign: header.count(sign.encode()))
    return {"delimiter": delimiter, "quoting": csv.QUOTE_MINIMAL}
