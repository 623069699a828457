"""From rows of posts to what is counted: every post once, copies and automation once, every person once a film.

Rows are put into as many files as memory wants, by what has to meet: posts of one id, of one wording, of one person. So
the counts are exact, however many posts there are, and memory holds one file at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from basedon.building.posts_rows import AHEAD, FIELDS, SEEN
from basedon.model.reactions import FEELINGS

if TYPE_CHECKING:
    import numpy.typing as npt

    Array = npt.NDArray[Any]

BUCKET = 48 << 20
"""Bytes of rows that are looked at together."""

ALIKE = 5
"""Of eight hashes of a sketch, how many two texts share that count as one."""

TEMPLATE, DAILY = 5, 50
"""Posts of one wording but for the film, and posts about films in a day, from which on a writer is a program."""

DAY, MONTHS = 86_400, 4096
COLUMNS = 4 + len(FEELINGS)
"""People, posts, seen, about to see; then people by feeling."""


class Counts(Struct):
    """What was counted: by film, by film and month, and what was left out and why; `survivors` are wordings to be
    shown."""

    films: dict[int, tuple[int, ...]]
    months: dict[tuple[int, int], tuple[int, ...]]
    """By film and months since the year 0: people, posts, then people by feeling."""
    dropped: Counter[str]
    survivors: set[int]
    latest: int


class Buckets:
    """Rows in files by a key; in memory where one is enough."""

    def __init__(self, folder: Path, name: str, count: int) -> None:
        self.count = count
        self.paths = [folder / f"{name}-{number:04d}.rows" for number in range(count)]
        self.held: list[Array] = []
        for path in self.paths:
            path.unlink(missing_ok=True)

    def add(self, rows: Array, key: Array) -> None:
        """Put rows where their key belongs."""
        if not len(rows):
            return
        if self.count == 1:
            self.held.append(rows)
            return
        import numpy as np

        place = (key >> np.uint64(7)) % np.uint64(self.count)
        order = np.argsort(place, kind="stable")
        edges = np.searchsorted(place[order], np.arange(self.count + 1, dtype=np.uint64))
        ordered = rows[order]
        for number in range(self.count):
            some = ordered[edges[number] : edges[number + 1]]
            if len(some):
                with self.paths[number].open("ab") as file:
                    some.tofile(file)

    def each(self) -> Iterator[Array]:
        """The rows of one file after the other."""
        import numpy as np

        if self.held:
            yield np.concatenate(self.held)
            self.held.clear()
        for path in self.paths:
            if path.exists():
                yield np.fromfile(path, np.dtype(FIELDS))
                path.unlink()


def count(rows: Iterable[Array], size: int, gone: Array, wanted: set[int], folder: Path) -> Counts:
    """Count rows (of `size` bytes in all) without the posts that are `gone`; `wanted` are wordings that may be
    shown."""
    import numpy as np

    many = max(1, -(-size // BUCKET))
    by_post, by_text, by_person = (Buckets(folder, name, many) for name in ("post", "text", "person"))
    dropped: Counter[str] = Counter()
    for some in rows:
        by_post.add(some, some["post"])
    deleted = np.unique(gone["post"][gone["post"] != 0])
    closed = np.unique(gone["person"][gone["post"] == 0])
    for some in by_post.each():
        kept = once(some, deleted, closed, dropped)
        copied = kept["sketch"][:, 0] != 0
        by_text.add(kept[copied], kept["sketch"][copied][:, 0].astype(np.uint64) << np.uint64(7))
        by_person.add(kept[~copied], kept["person"][~copied])
    for some in by_text.each():
        kept = originals(some, dropped)
        by_person.add(kept, kept["person"])
    tally = Tally(wanted)
    for some in by_person.each():
        tally.add(by_people(some, dropped))
    return tally.counts(dropped)


def once(rows: Array, deleted: Array, closed: Array, dropped: Counter[str]) -> Array:
    """Each post once with each of its films, the one whose writer is known; none that was deleted."""
    import numpy as np

    away = np.isin(rows["post"], deleted) | (np.isin(rows["person"], closed) & (rows["known"] > 0))
    dropped["deleted"] += len(np.unique(rows["post"][away]))
    rows = rows[~away]
    order = np.lexsort((rows["when"] - np.uint32(1), 2 - rows["known"], rows["work"], rows["post"]))
    rows = rows[order]
    first = np.ones(len(rows), bool)
    first[1:] = (rows["post"][1:] != rows["post"][:-1]) | (rows["work"][1:] != rows["work"][:-1])
    dropped["twice"] += int((~first).sum())
    return rows[first]


def originals(rows: Array, dropped: Counter[str]) -> Array:
    """The posts without those that nearly repeat an earlier one's words."""
    import numpy as np

    # an unknown time, 0, comes last: 0 - 1 is the greatest number there is
    order = np.lexsort((rows["post"], rows["text"], rows["when"] - np.uint32(1), rows["sketch"][:, 0]))
    rows = rows[order]
    keep = np.ones(len(rows), bool)
    firsts = rows["sketch"][:, 0]
    edges = np.flatnonzero(np.append(True, firsts[1:] != firsts[:-1]))
    ends = np.append(edges[1:], len(rows))
    copies: set[int] = set()
    for start, end in zip(edges[ends - edges > 1], ends[ends - edges > 1], strict=True):
        known: list[tuple[int, set[int]]] = []
        for at in range(start, end):
            post, marks = int(rows["post"][at]), set(rows["sketch"][at].tolist())
            if any(post == other for other, _ in known):
                continue  # another film of the same post
            if post in copies or any(len(marks & theirs) >= min(ALIKE, len(theirs)) for _, theirs in known[:20]):
                keep[at] = False
                copies.add(post)
            else:
                known.append((post, marks))
    dropped["near-identical"] += len(copies)
    return rows[keep]


def by_people(rows: Array, dropped: Counter[str]) -> Array:
    """The posts of people, ordered by them; of what a program writes one of each wording, or one in all."""
    import numpy as np

    rows = rows[np.lexsort((rows["post"], rows["text"], rows["when"] - np.uint32(1), rows["person"]))]
    keep = np.ones(len(rows), bool)
    known = rows["known"] == 1
    for key, most in ((("template",), TEMPLATE), (("day",), DAILY)):
        what = rows["when"] // DAY if key == ("day",) else rows["template"]
        told = np.flatnonzero(known & keep & ((what != 0) if key == ("day",) else True))
        if not len(told):
            continue
        pair = np.lexsort((told, what[told], rows["person"][told]))
        at = told[pair]
        new = np.append(True, (rows["person"][at[1:]] != rows["person"][at[:-1]]) | (what[at[1:]] != what[at[:-1]]))
        groups = np.cumsum(new) - 1
        fresh = np.append(True, rows["post"][at[1:]] != rows["post"][at[:-1]]) | new
        sizes = np.bincount(groups, weights=fresh)
        first = rows["post"][at[new]][groups]
        away = at[(sizes[groups] >= most) & (rows["post"][at] != first)]
        keep[away] = False
        dropped["automation"] += len(np.unique(rows["post"][away]))
    return rows[keep]


class Tally:
    """Adds up what people felt; a person's posts come together."""

    def __init__(self, wanted: set[int]) -> None:
        import numpy as np

        self.films: dict[int, Array] = {}
        self.months: dict[tuple[int, int], Array] = {}
        self.wanted = np.array(sorted(wanted), np.uint64)
        self.survivors: set[int] = set()
        self.latest = 0

    def add(self, rows: Array) -> None:
        """Take rows that hold all there is of their people."""
        import numpy as np

        if not len(rows):
            return
        self.latest = max(self.latest, int(rows["when"].max()))
        self.survivors |= set(np.intersect1d(self.wanted, rows["text"]).tolist())
        for key, people, posts, felt in grouped(rows, rows["work"].astype(np.int64)):
            seen = int(((felt & SEEN) != 0).sum())
            ahead = int((((felt & AHEAD) != 0) & ((felt & SEEN) == 0)).sum())
            its = np.array([people, posts, seen, ahead, *by_feeling(felt)], np.int64)
            self.films[key] = self.films[key] + its if key in self.films else its
        dated = rows[rows["when"] > 0]
        months = dated["when"].astype("datetime64[s]").astype("datetime64[M]").astype(np.int64) + 1970 * 12
        for key, people, posts, felt in grouped(dated, dated["work"].astype(np.int64) * (MONTHS * 8) + months):
            pair = divmod(key, MONTHS * 8)
            its = np.array([people, posts, *by_feeling(felt)], np.int64)
            self.months[pair] = self.months[pair] + its if pair in self.months else its

    def counts(self, dropped: Counter[str]) -> Counts:
        """All that was counted."""
        return Counts(
            {work: tuple(map(int, its)) for work, its in sorted(self.films.items())},
            {pair: tuple(map(int, its)) for pair, its in sorted(self.months.items())},
            dropped,
            self.survivors,
            self.latest,
        )


def grouped(rows: Array, key: Array) -> Iterator[tuple[int, int, int, Array]]:
    """By key: how many people and posts, and what each of the people felt in all their posts."""
    import numpy as np

    if not len(rows):
        return
    order = np.lexsort((rows["person"], key))
    key, person, felt = key[order], rows["person"][order], rows["felt"][order]
    new = np.append(True, (key[1:] != key[:-1]) | (person[1:] != person[:-1]))
    starts = np.flatnonzero(new)
    whole = np.bitwise_or.reduceat(felt, starts)
    keys = key[starts]
    edges = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))
    ends = np.append(edges[1:], len(keys))
    posts = np.append(starts, len(rows))
    for start, end in zip(edges, ends, strict=True):
        yield int(keys[start]), int(end - start), int(posts[end] - posts[start]), whole[start:end]


def by_feeling(felt: Array) -> list[int]:
    """How many felt each of the feelings."""
    return [int((felt >> place & 1).sum()) for place in range(len(FEELINGS))]
