"""How fast films are found in posts of 140 characters with a million titles, beside other matchers, on one core.

    python -m bench.mentions_speed DATA [--titles 1000000] [--posts 100000] [--peers PYTHON]

The titles are the starter's and generated ones: as long as real ones, of words as often as in real ones. Posts are cut
from comments. basedon finds, judges and links; the peers only match, over the same titles in small letters. `--peers`
is a Python that has `ahocorasick_rs` and `spacy`; each runs in a process of its own, one after the other, and tells its
memory. Seconds are those of the processor, so that other work on the machine counts less.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import wrap

LENGTH = 140

PEER = """
import json, resource, sys, time
name, titles, posts = sys.argv[1:]
titles = open(titles, encoding="utf-8").read().splitlines()
posts = open(posts, encoding="utf-8").read().splitlines()
begun = time.process_time()
if name == "ahocorasick_rs":
    import ahocorasick_rs as ac
    found = ac.AhoCorasick([f" {t} " for t in titles], matchkind=ac.MatchKind.LeftmostLongest)
    run = lambda some: sum(len(found.find_matches_as_indexes(" " + p.lower().replace(" ", "  ") + " ")) for p in some)
else:
    import spacy
    from spacy.matcher import PhraseMatcher
    nlp = spacy.blank("en")
    found = PhraseMatcher(nlp.vocab, attr="LOWER")
    for at in range(0, len(titles), 50000):
        found.add("t", list(nlp.tokenizer.pipe(titles[at:at + 50000])))
    docs = list(nlp.tokenizer.pipe(posts))
    run = lambda some: sum(len(found(d)) for d in docs)
built = time.process_time() - begun
times = []
for _ in range(3):
    begun = time.process_time()
    count = run(posts)
    times.append(time.process_time() - begun)
print(json.dumps({"built": built, "rate": len(posts) / sorted(times)[1], "found": count,
                  "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def posts(data: Path, count: int) -> list[str]:
    """Posts of up to 140 characters, cut from comments."""
    made: list[str] = []
    with gzip.open(data / "posts" / "reddit_magical_movies.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            made += wrap(json.loads(line)["body"], LENGTH)
    long = [post for post in made if len(post) > LENGTH * 0.8]
    return [long[place % len(long)] for place in range(count)]


def generated(real: Sequence[str], count: int) -> Iterator[str]:
    """Titles as long as real ones, of words as often as in these; no two are alike."""
    dice = random.Random(1)
    words = [word for title in real for word in title.split()]
    lengths = [len(title.split()) for title in real]
    had = {title.lower() for title in real}
    while len(had) < count:
        title = " ".join(dice.choices(words, k=dice.choice(lengths)))
        if title.lower() not in had:
            had.add(title.lower())
            yield title


def catalogue(folder: Path, count: int) -> tuple[Path, list[str]]:
    """A catalogue of so many titles: the starter with generated films."""
    import basedon

    with basedon.open() as opened:
        source = opened.catalogue.path
    path = folder / "million.basedon"
    shutil.copy(source, path)
    path.chmod(0o600)
    with sqlite3.connect(path) as connection:
        real = sorted({title for (title,) in connection.execute("SELECT title FROM titles")})
        first = connection.execute("SELECT MAX(work) + 1 FROM works").fetchone()[0]
        added = list(generated(real, count))
        connection.executemany(
            "INSERT INTO works VALUES (?, ?, 'film', ?, NULL, ?, NULL, NULL, NULL, NULL, 30)",
            ((first + n, f"made:{n}", title, 1930 + n % 95) for n, title in enumerate(added)),
        )
        connection.executemany(
            "INSERT INTO titles VALUES (?, ?, ?, 'title', 'curated')",
            ((title.lower(), first + n, title) for n, title in enumerate(added)),
        )
    return path, real + added


def ours(path: str, listed: str) -> dict[str, float]:
    """Basedon's figures, in this process."""
    from basedon.catalogue.catalogue import Catalogue
    from basedon.catalogue.mentioned import Finder

    texts = Path(listed).read_text("utf-8").splitlines()
    begun = time.process_time()
    finder = Finder(Catalogue(Path(path)))
    built = time.process_time() - begun
    times, found = [], 0
    for _ in range(5):
        begun = time.process_time()
        found = sum(map(len, finder.find_each(texts)))
        times.append(time.process_time() - begun)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"built": built, "rate": len(texts) / sorted(times)[2], "found": found, "memory": memory}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--titles", type=int, default=1_000_000)
    parser.add_argument("--posts", type=int, default=100_000)
    parser.add_argument("--peers", type=Path)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path, titles = catalogue(folder, given.titles)
        lower, texts = folder / "titles.txt", folder / "posts.txt"
        plain = [" ".join(title.lower().split()) for title in titles]
        lower.write_text("\n".join(sorted(set(filter(None, plain)))), "utf-8")
        cut = [" ".join(post.split()) for post in posts(given.data, given.posts)]
        texts.write_text("\n".join(cut), "utf-8")
        print(f"{len(titles)} titles, {len(cut)} posts, {sum(map(len, cut)) / len(cut):.0f} characters each")
        code = "import json, sys; from bench.mentions_speed import ours; print(json.dumps(ours(*sys.argv[1:])))"
        runs = {"basedon": [sys.executable, "-c", code, str(path), str(texts)]}
        for peer in ("ahocorasick_rs", "spacy") if given.peers else ():
            runs[peer] = [str(given.peers), "-c", PEER, peer, str(lower), str(texts)]
        only = {"taskset": ["taskset", "-c", "0"]}.get("taskset" if shutil.which("taskset") else "", [])
        threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
        print(f"{'':16} {'posts/s':>9} {'found':>9} {'built in':>9} {'MB':>7}")
        for peer, command in runs.items():
            out = subprocess.run(
                [*only, *command], check=True, capture_output=True, text=True, env=os.environ | threads
            )
            told = json.loads(out.stdout)
            print(f"{peer:16} {told['rate']:9,.0f} {told['found']:9,} {told['built']:8.1f}s {told['memory']:7,.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
