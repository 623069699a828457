"""Posts counted a second, end to end: `python -m bench.posts_speed DATA [--stream] [--posts N] [--spark]`.

Reads the comments of DATA (`posts/reddit_magical_movies.jsonl.gz`), which name a film in every second of them, and
writes them as lines of JSON, as often as wanted, each time by other writers; `--stream` writes the same comments among
ten times as many that name no film, as a public stream has them. Then counts them: JSON, films, feelings, people.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import msgspec

import basedon
from basedon.building.posts import PART, react, react_with
from basedon.catalogue.reacted import Reacted
from basedon.engines.local import Local
from basedon.sources.opening import open_bytes

WORDS = (
    "the",
    "a",
    "my",
    "today",
    "work",
    "coffee",
    "people",
    "really",
    "think",
    "going",
    "day",
    "good",
    "game",
    "music",
)


class Watch(Thread):
    """Adds up processor seconds and memory of this process and all that it began, as /proc tells of them.

    The workers are begun by a server of their own, so that `RUSAGE_CHILDREN` does not know them.
    """

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.seconds: dict[int, float] = {}
        self.memory = 0
        self.over = Event()
        self.start()

    def run(self) -> None:
        """Look ten times a second until it is over."""
        while not self.over.wait(0.1):
            self.look()

    def look(self) -> None:
        """Take what is told now."""
        told: dict[int, tuple[int, float, int]] = {}
        for path in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                fields = path.read_text().rpartition(")")[2].split()
                ticks = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
                told[int(path.parent.name)] = int(fields[1]), ticks, int(fields[21]) * os.sysconf("SC_PAGE_SIZE")
        ours = {os.getpid()}
        for _ in range(4):
            ours |= {number for number, (parent, _, _) in told.items() if parent in ours}
        self.seconds |= {number: told[number][1] for number in ours if number in told}
        self.memory = max(self.memory, sum(told[number][2] for number in ours if number in told))

    def stop(self) -> float:
        """No more; the processor seconds so far."""
        self.over.set()
        self.join()
        return sum(self.seconds.values())


def write(data: Path, target: Path, copies: int, filler: int, most: int | None = None) -> int:
    """Write the comments, each copy with other ids and writers; how many lines."""
    chance = random.Random(3)
    lines = 0
    with open_bytes(data / "posts" / "reddit_magical_movies.jsonl.gz") as source:
        rows = [msgspec.json.decode(line) for line in source]
    encode = msgspec.json.Encoder().encode
    with target.open("wb") as file:
        for copy in range(copies):
            for row in rows:
                if most is not None and lines >= most:
                    return lines
                held = {"body": row["body"], "author": f"u{chance.randrange(10**7)}", "id": f"{row['id']}{copy}"}
                file.write(encode({**held, "created_utc": 1_600_000_000 + lines, "subreddit": "movies"}) + b"\n")
                lines += 1
                for _ in range(filler):
                    text = " ".join(chance.choices(WORDS, k=chance.randrange(5, 30)))
                    held = {"body": text, "author": f"u{chance.randrange(10**7)}", "id": f"f{lines}"}
                    file.write(encode({**held, "created_utc": 1_600_000_000 + lines, "subreddit": "all"}) + b"\n")
                    lines += 1
    return lines


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--copies", type=int, default=10)
    parser.add_argument("--stream", action="store_true")
    parser.add_argument("--spark", action="store_true", help="count the same with Spark too, and compare")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--posts", type=int, help="write no more than so many lines")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, basedon.open() as held:
        path = Path(name) / "posts.jsonl"
        lines = write(given.data, path, given.copies, 10 if given.stream else 0, given.posts)
        found: list[Reacted] = []
        for engine in ("local", "spark")[: 1 + given.spark]:
            folder = Path(name) / engine
            folder.mkdir()
            chosen = Local(given.workers, max(8 << 20, min(32 << 20, path.stat().st_size // 8)), PART)
            watch, start, before = Watch(), time.perf_counter(), time.process_time()
            with_engine = chosen if engine == "local" else react_with("spark", None, "local[2]")
            found.append(react(held.catalogue.path, [path], folder, engine=with_engine))
            with_engine.close()
            took, seconds = time.perf_counter() - start, watch.stop() - before
            print(
                f"{engine}: {lines:,} posts, {path.stat().st_size >> 20} MB in {took:.1f} s: {lines / took:,.0f} a"
                f" second; {seconds:.1f} processor seconds: {2 * lines / seconds:,.0f} a second of two cores;"
                f" memory of all processes together at most {watch.memory >> 20} MB"
            )
        if given.spark:
            one, two = found
            same = (one.films, one.feelings, one.months, one.shown, one.issues) == (
                two.films, two.feelings, two.months, two.shown, two.issues,
            )  # fmt: skip
            print("the same counts" if same else "OTHER COUNTS")


if __name__ == "__main__":
    main()
