"""Posts counted a second, end to end: `python -m bench.posts_speed DATA [--copies N] [--stream] [--spark]`.

Reads the comments of DATA (`posts/reddit_magical_movies.jsonl.gz`), which name a film in every second of them, and
writes them as lines of JSON, as often as wanted, each time by other writers; `--stream` writes the same comments among
ten times as many that name no film, as a public stream has them. Then counts them: JSON, films, feelings, people.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from pathlib import Path

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


def write(data: Path, target: Path, copies: int, filler: int) -> int:
    """Write the comments, each copy with other ids and writers; how many lines."""
    chance = random.Random(3)
    lines = 0
    with open_bytes(data / "posts" / "reddit_magical_movies.jsonl.gz") as source:
        rows = [msgspec.json.decode(line) for line in source]
    encode = msgspec.json.Encoder().encode
    with target.open("wb") as file:
        for copy in range(copies):
            for row in rows:
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
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, basedon.open() as held:
        path = Path(name) / "posts.jsonl"
        lines = write(given.data, path, given.copies, 10 if given.stream else 0)
        found: list[Reacted] = []
        for engine in ("local", "spark")[: 1 + given.spark]:
            folder = Path(name) / engine
            folder.mkdir()
            chosen = Local(given.workers, max(8 << 20, min(32 << 20, path.stat().st_size // 8)), PART)
            start = time.perf_counter()
            with_engine = chosen if engine == "local" else react_with("spark", None, "local[2]")
            found.append(react(held.catalogue.path, [path], folder, engine=with_engine))
            with_engine.close()
            took = time.perf_counter() - start
            used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
            print(
                f"{engine}: {lines:,} posts, {path.stat().st_size >> 20} MB in {took:.1f} s:"
                f" {lines / took:,.0f} a second;"
                f" {sum(u.ru_utime + u.ru_stime for u in used):.1f} processor seconds so far;"
                f" memory at most {max(u.ru_maxrss for u in used) >> 10} MB a process"
            )
        if given.spark:
            one, two = found
            same = (one.films, one.feelings, one.months, one.shown, one.issues) == (
                two.films, two.feelings, two.months, two.shown, two.issues,
            )  # fmt: skip
            print("the same counts" if same else "OTHER COUNTS")


if __name__ == "__main__":
    main()
