"""A post as a platform gives it: its words, and what tells it and its writer from others; never kept as it is."""

from __future__ import annotations

from msgspec import Struct


class Post(Struct, gc=False):
    """One post, on its way from a file to what is counted.

    `author` is the platform's id of the writer and goes no further than to a salted hash; "" where it is unknown. `id`
    tells the post wherever it is met again, also as a repost of somebody else. `when` is in seconds since 1970. `film`
    and `year` are given where the file says itself which film it is about. A post that is `gone` was deleted later, or
    all of its author's where it has no id.
    """

    text: str
    author: str = ""
    id: str = ""
    when: int | None = None
    film: str | None = None
    year: int | None = None
    gone: bool = False
