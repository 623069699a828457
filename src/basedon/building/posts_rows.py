"""From posts to rows: which films each names, what its writer felt about them, and marks that tell it from others.

A row holds numbers only, the writer as a salted hash. Words are kept of a few posts of each film, to be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from struct import Struct as Struct_
from typing import TYPE_CHECKING
from zlib import crc32

import msgspec
from msgspec import Struct

from basedon.catalogue import search
from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.mentioned import Finder
from basedon.model.issue import Issue
from basedon.model.post import Post
from basedon.model.reactions import FEELINGS
from basedon.prose.feelings import Reading, masked
from basedon.prose.posts import LONGEST, cleaned
from basedon.sources import posts as source
from basedon.sources.given import Given

if TYPE_CHECKING:
    pass

FIELDS = [
    ("post", "<u8"), ("person", "<u8"), ("text", "<u8"), ("template", "<u8"), ("sketch", "<u4", (8,)),
    ("work", "<i4"), ("when", "<u4"), ("felt", "<u2"), ("known", "u1"),
]  # fmt: skip
_ROW = Struct_("<QQQQ8IiIHB").pack
"""A row: hashes of the post, its writer, its words, and its words without the film's name; a sketch of its words; the
film; the time; feelings as bits; and whether the writer is known (2: as the keeper of a diary of films).
"""

GONE_FIELDS = [("post", "<u8"), ("person", "<u8")]
"""A post that was deleted; with no post, all of that person's."""

SEEN, AHEAD = 1 << len(FEELINGS), 2 << len(FEELINGS)

AT_ONCE = 4096
KEPT = 24
"""Texts of one film that are kept of one block: those of the smallest hashes, so that blocks don't matter."""

SHORTEST = 10
"""Words of a text of which copies are known: short ones are alike without being copied."""

EARLIEST = 1_136_073_600
"""2006, before which none of these platforms was there: an earlier time is none."""

_MARKED = re.compile(r"https?://\S+|[@#][\w.-]+")
_MARKS = re.compile("[@#]|://")


class Kept(Struct, frozen=True, array_like=True):
    """The words of one post about a film, to be shown perhaps."""

    work: int
    text: int
    post: int
    when: int
    felt: int
    words: str


class Hearing:
    """Reads blocks of posts into rows, on whichever machine; the catalogue is opened there when it is first needed."""

    source = source.SOURCE
    separator = b"\n"
    vectorised = False

    def __init__(self, catalogue: Path, salt: bytes, latest: int | None = None) -> None:
        self.catalogue, self.salt, self.latest = catalogue, salt, latest

    def read(self, block: bytes) -> Given:
        """What the posts of one block of lines say."""
        return self.hear(source.of_lines(block))

    def hear(self, given: Iterable[Post | Issue]) -> Given:
        """What posts say, as rows."""
        import numpy as np

        issues: list[Issue] = []
        gone: list[tuple[int, int]] = []
        rows: list[bytes] = []
        kept: dict[int, dict[int, tuple[int, int, int, str]]] = {}
        count = skewed = 0
        films = opened(self.catalogue)
        for some in batches(given, issues, gone, self.salt):
            count += len(some)
            texts = [cleaned(post.text) for post in some]
            for post, text, named in zip(some, texts, films.named(some, texts), strict=True):
                if not named:
                    continue
                when = post.when or 0
                if when and not EARLIEST <= when <= (self.latest or 0xFFFFFFFF):
                    when, skewed = 0, skewed + 1
                if len(text) == LONGEST:
                    issues.append(Issue(self.source, "?", "long", f"of a post only {LONGEST:,} characters were read"))
                hidden = masked(text, [(start, end) for start, end, _ in named]) if named[0][1] else text
                if _MARKS.search(hidden):
                    hidden = _MARKED.sub(" ", hidden)
                reading = Reading(hidden)
                told = reading.about(len(named))
                post_id, person, known = self.marks(post, text)
                # numbers, addresses and handles vary in copies, and the film's name in what programs write
                words = [word for word in reading.words if word.isalpha()]
                template = digest(" ".join(words)) if len(words) > 3 else post_id
                own = digest(f"{template} {named[0][2]}") if len(words) > 3 else digest(text)
                sketched = sketch(words)
                bits: dict[int, int] = {}
                for (_, _, work), its in zip(named, told, strict=True):
                    seen = its.seen or post.film is not None
                    bits[work] = bits.get(work, 0) | its.bits | SEEN * seen | AHEAD * (its.ahead and not seen)
                for work, felt in bits.items():
                    rows.append(_ROW(post_id, person, own, template, *sketched, work, when, felt, known))
                    if felt & ~(SEEN | AHEAD) and len(bits) == 1 and len(text) <= 600:
                        wordings = kept.setdefault(work, {})
                        if own not in wordings or (when, post_id) < wordings[own][:2]:
                            wordings[own] = (when, post_id, felt, text)
        if skewed:
            says = "the time of a post is before its platform or after its file; it counts without"
            issues += [Issue(self.source, "?", "impossible time", says)] * skewed
        tables = [("posts", count.to_bytes(8, "little"))]
        if rows:
            tables.append(("rows", b"".join(rows)))
        if gone:
            tables.append(("gone", np.array(gone, np.dtype(GONE_FIELDS)).tobytes()))
        if kept:
            tables.append(("kept", _ENCODER.encode([k for work in kept for k in fewest(work, kept[work])])))
        return Given([], issues, [], tables)

    def marks(self, post: Post, text: str) -> tuple[int, int, int]:
        """The hashes of a post and its writer; a writer who is not known is told by the post."""
        id_ = digest(post.id or f"{post.author}\0{post.when}\0{text}", self.salt)
        # whoever keeps a diary of films is no program, however many of them a day
        return (id_, digest(post.author, self.salt), 2 if post.film else 1) if post.author else (id_, id_, 0)


class Films:
    """The films of one catalogue, as posts name them."""

    def __init__(self, path: Path) -> None:
        self.catalogue = Catalogue(path)
        self.finder = Finder(self.catalogue)
        self.called = lru_cache(100_000)(self.call)

    def named(self, posts: list[Post], texts: list[str]) -> Iterator[list[tuple[int, int, int]]]:
        """The films that each post is about: where it names them and which; its file may say it instead."""
        for post, mentions in zip(posts, self.finder.find_each(texts), strict=True):
            if post.film:
                work = self.called(post.film, post.year)
                yield [(0, 0, work)] if work is not None else []
            else:
                yield [(m.start, m.end, m.work) for m in mentions]

    def call(self, title: str, year: int | None) -> int | None:
        """The film of a title and year; None where there is none, or where two and more could be meant."""
        numbers = search.of_title(self.catalogue, title)
        if year is not None:
            numbers = [n for n in numbers if abs((self.catalogue.work(n).year or 0) - year) <= 1]
        return numbers[0] if numbers else None


@lru_cache(2)
def opened(path: Path) -> Films:
    """The films of a catalogue, read once in each process."""
    return Films(path)


def batches(
    given: Iterable[Post | Issue], issues: list[Issue], gone: list[tuple[int, int]], salt: bytes
) -> Iterator[list[Post]]:
    """The posts in lists; what is no post goes where it belongs."""
    left = iter(given)
    while some := list(islice(left, AT_ONCE)):
        posts = []
        for one in some:
            if isinstance(one, Issue):
                issues.append(one)
            elif one.gone:
                gone.append((digest(one.id, salt) if one.id else 0, digest(one.author, salt) if one.author else 0))
            else:
                posts.append(one)
        yield posts


def fewest(work: int, held: dict[int, tuple[int, int, int, str]]) -> list[Kept]:
    """The texts of one film that are kept of a block, each wording once."""
    return [Kept(work, own, post, when, felt, text) for own, (when, post, felt, text) in sorted(held.items())[:KEPT]]


def digest(text: str, salt: bytes = b"") -> int:
    """A hash of 64 bits."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8, key=salt).digest(), "little")


def sketch(words: list[str]) -> tuple[int, ...]:
    """The smallest hashes of a text's long words or, where it has few, of its runs of words; zeros for a short text.

    As `prose/likeness` does, but short: of posts there are many; each is compared with those of its first hash only.
    """
    if len(words) < SHORTEST:
        return _NONE
    found = {word_mark(word) for word in words if len(word) > 5}
    if len(found) < 8:
        marks = [word_mark(word) for word in words]
        found = {
            (a * 0x9E3779B1 + b * 0x85EBCA6B + c * 0xC2B2AE35 + d * 0x27D4EB2F) * 0x165667B1 & 0xFFFFFFFF
            for a, b, c, d in zip(marks, marks[1:], marks[2:], marks[3:], strict=False)
        }
    return (*sorted(found)[:8], *_NONE)[:8]


@lru_cache(1 << 17)
def word_mark(word: str) -> int:
    """A word's hash, the same on every machine."""
    return crc32(word.encode("utf-8", "replace"))


_NONE = (0,) * 8
_ENCODER = msgspec.msgpack.Encoder()
