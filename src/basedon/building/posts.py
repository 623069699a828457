"""Posts on the way in: files of them read by an engine, counted against a catalogue's films."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from basedon.building.posts_counting import Counts, count
from basedon.building.posts_rows import AT_ONCE, FIELDS, GONE_FIELDS, Hearing, Kept
from basedon.building.posts_showing import chosen, fewest
from basedon.building.workshop import workshop
from basedon.catalogue import reacted as reacted_
from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.reacted import Reacted
from basedon.engines import Job, engine_named
from basedon.engines import parts as parts_of
from basedon.engines.engine import Engine
from basedon.engines.local import Local
from basedon.engines.parts import PartWriter
from basedon.errors import BadFile
from basedon.model.issue import Issue
from basedon.sources import posts as source

if TYPE_CHECKING:
    import numpy.typing as npt

    Array = npt.NDArray[Any]

STRETCH, PART = 32 << 20, 256 << 20
"""Bytes that a process reads at a time, and after which it keeps what it has read, so that a killed count goes on."""

MANY = 64 << 20
"""Bytes of posts from which on it is worth it to keep what was read of them."""

SALT = "salt"
EARLY = 172_800
"""Seconds by which a post may be later than its file, whose clock may be wrong."""

DROPPED = {
    "deleted": "was deleted later",
    "twice": "is there more than once; it counts once",
    "near-identical": "nearly repeats an earlier post's words; both count as one",
    "automation": "is one of many of one wording, or in one day, by one writer; they count as one",
}

Progress = Callable[[str, int, int], None]


class Read(Struct):
    """What all parts hold: rows come from `rows()`, part after part."""

    parts: list[Path]
    posts: int = 0
    size: int = 0
    gone: list[bytes] = []
    kept: list[Kept] = []
    issues: Counter[Issue] = Counter()


def check(paths: Sequence[Path]) -> None:
    """Raises BadFile for a file that is missing or empty."""
    for path in paths:
        if not path.is_file():
            raise BadFile(f"{path}: no such file; give a file of posts")
        source.kind(path)


def react(
    catalogue: Path,
    paths: Sequence[Path],
    folder: Path,
    *,
    engine: Engine | None = None,
    workers: int | None = None,
    progress: Progress = lambda *_: None,
) -> Reacted:
    """Count what posts say of a catalogue's films; `folder` keeps what is read, so that a killed count goes on.

    Raises BadFile where a file is missing, damaged, or holds no posts.
    """
    check(paths)
    salt = salt_of(folder)
    jobs, names = [], []
    for number, path in enumerate(paths):
        name = f"posts-{number:03d}"
        names.append(name)
        reader = Hearing(catalogue, salt, int(path.stat().st_mtime) + EARLY)
        if source.kind(path) == "lines":
            jobs.append(Job(name, str(path), reader))
        elif parts_of.done(folder / f"{name}-whole") is None:
            whole(folder, f"{name}-whole", path, reader)
    (engine or Local(workers, STRETCH, PART)).run(jobs, folder, progress)
    read = gathered([part for name in names for part in parts_of.parts(folder, name)])
    if not read.posts and not read.gone:
        raise BadFile(f"{paths[0]}: holds no posts that can be read; docs/posts.md lists the files that are known")
    progress("counting", 0, 1)
    return counted(read, folder)


@contextmanager
def beside(catalogue: Catalogue, paths: Sequence[Path], progress: Progress = lambda *_: None) -> Iterator[Reacted]:
    """Counts posts for the time of a block, in a file attached beside an open catalogue, which stays as it is.

    Of many posts what is read is kept in the user's cache until they are counted, so that a killed count goes on.
    """
    check(paths)
    with kept(catalogue, paths) as folder:
        reacted = react(catalogue.path, paths, folder, progress=progress)
        file = folder / "reactions.sqlite"
        file.unlink(missing_ok=True)
        reacted_.write(reacted, file)
        catalogue.attach(file)
        try:
            yield reacted
        finally:
            catalogue.detach()


@contextmanager
def kept(catalogue: Catalogue, paths: Sequence[Path]) -> Iterator[Path]:
    """A folder for what is read: of many posts in the user's cache, under a name that tells posts and catalogue."""
    with ExitStack() as stack:
        folder = None
        if sum(path.stat().st_size for path in paths) >= MANY:
            stats = [(str(path.resolve()), path.stat().st_size, path.stat().st_mtime_ns) for path in paths]
            made_of = msgspec.json.encode((version("basedon"), catalogue.stamp, stats)).decode()
            from platformdirs import user_cache_path

            home = user_cache_path("basedon") / "posts"
            # no room there, or another process counts the same: then without
            with suppress(OSError, BadFile):
                home.mkdir(parents=True, exist_ok=True, mode=0o700)
                name = blake2b(made_of.encode(), digest_size=8).hexdigest()
                folder = stack.enter_context(workshop(home / name, made_of))
        if folder is None:
            folder = Path(stack.enter_context(TemporaryDirectory(prefix="basedon-posts-")))
        yield folder


def react_with(engine: str, workers: int | None, master: str | None) -> Engine:
    """The engine for posts by its name."""
    return Local(workers, STRETCH, PART) if engine == "local" else engine_named(engine, workers, master)


def salt_of(folder: Path) -> bytes:
    """The salt of this count: new, or that of the count that goes on. It goes with the folder."""
    path = folder / SALT
    if path.exists() and len(salt := path.read_bytes()) == 16:
        return salt
    salt = secrets.token_bytes(16)
    path.write_bytes(salt)
    return salt


def whole(folder: Path, name: str, path: Path, reader: Hearing) -> None:
    """Read a document or a table into one part."""
    part = PartWriter(folder, name)
    try:
        some: list[Any] = []
        for one in source.read(path):
            some.append(one)
            if len(some) >= 8 * AT_ONCE:
                part.add(reader.hear(some).frames())
                some = []
        part.add(reader.hear(some).frames())
        part.finish(path.stat().st_size, last=True)
    except OSError as error:
        raise BadFile(f"{folder}: can't be written ({error.strerror}); make room and run it again") from error
    finally:
        part.abandon()


def gathered(parts: list[Path]) -> Read:
    """All that parts hold but their rows."""
    read = Read(parts, gone=[], kept=[], issues=Counter())
    decoder = msgspec.msgpack.Decoder(list[Kept])
    for part in parts:
        read.issues.update(parts_of.issues(part))
        for name, table in parts_of.tables(part):
            if name == "posts":
                read.posts += int.from_bytes(table, "little")
            elif name == "rows":
                read.size += len(table)
            elif name == "gone":
                read.gone.append(table)
            elif name == "kept":
                read.kept += decoder.decode(table)
                if len(read.kept) > 500_000:
                    read.kept = [one for held in fewest(read.kept).values() for one in held]
    return read


def rows(parts: list[Path]) -> Iterator[Array]:
    """The rows of all parts."""
    import numpy as np

    for part in parts:
        for name, table in parts_of.tables(part):
            if name == "rows":
                yield np.frombuffer(table, np.dtype(FIELDS))


def counted(read: Read, folder: Path) -> Reacted:
    """What was read, counted."""
    import numpy as np

    gone = np.frombuffer(b"".join(read.gone), np.dtype(GONE_FIELDS))
    kept = fewest(read.kept)
    wanted = {one.text for held in kept.values() for one in held}
    counts = count(rows(read.parts), read.size, gone, wanted, folder)
    issues = read.issues
    for what, times in sorted(counts.dropped.items()):
        if times:
            issues[Issue(source.SOURCE, "?", what, f"a post {DROPPED[what]}")] += times
    shown = {
        work: chosen([one for one in held if one.text in counts.survivors])
        for work, held in kept.items()
        if work in counts.films
    }
    return reacted(read.posts, counts, shown, issues)


def reacted(posts: int, counts: Counts, shown: dict[int, Any], issues: Counter[Issue]) -> Reacted:
    """The counts as the rows of tables."""
    films = [(work, *its[:4]) for work, its in counts.films.items()]
    feelings = [
        (work, place, people) for work, its in counts.films.items() for place, people in enumerate(its[4:]) if people
    ]
    months = [(work, f"{month // 12:04d}-{month % 12 + 1:02d}", *its) for (work, month), its in counts.months.items()]
    return Reacted(posts, counts.latest, films, feelings, months, {w: tuple(s) for w, s in shown.items() if s}, issues)
