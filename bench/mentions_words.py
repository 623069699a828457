"""Writes the words that are ordinary, and the names that people bear, from how often they stand in leads, comments
and credits.

    python -m bench.mentions_words DATA

`prose/lexicon/ordinary.txt`: words in small letters, by how rare they are (bits of surprise).
`prose/lexicon/given_names.txt`:
first words of the names of people in the starter, borne by several.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap

import basedon
from basedon.prose import lexicon

WORDS = 9000
BEARERS = 6
MOSTLY = 0.75
"""The share of a word's places at which it stands in small letters: what is mostly a name or a title is not
ordinary.
"""

_WORD = re.compile(r"(?<![\w'’.-])[A-Za-z]+(?:['’][a-z]+)?(?![\w-])")


def ordinary(data: Path) -> dict[int, list[str]]:
    """The commonest words by bits of surprise; half of the weight is the leads', half the comments'."""
    shares: defaultdict[str, float] = defaultdict(float)
    for path, key in (("wikipedia-leads/leads.jsonl.gz", "extract"), ("posts/reddit_magical_movies.jsonl.gz", "body")):
        counts, capitals = Counter[str](), Counter[str]()
        with gzip.open(data / path, "rt", encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                words = [m.replace("'", "").replace("’", "") for m in _WORD.findall(row.get(key) or "")]
                counts.update(word for word in words if word.islower())
                capitals.update(word.lower() for word in words if not word.islower())
        total = sum(counts.values())
        for word, count in counts.items():
            if count >= 4 and (count >= MOSTLY * (count + capitals[word]) or count > 200):
                shares[word] += count / total / 2
    bands: dict[int, list[str]] = defaultdict(list)
    for word, share in sorted(shares.items(), key=lambda item: (-item[1], item[0]))[:WORDS]:
        bands[round(-math.log2(share))].append(word)
    return bands


def given_names() -> list[str]:
    """First names that several people bear."""
    with basedon.open() as opened:
        rows = opened.catalogue.query("SELECT normal FROM people")
    firsts = Counter(name.split()[0] for (name,) in rows if " " in name)
    return sorted(name for name, count in firsts.items() if count >= BEARERS and len(name) > 2)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    given = parser.parse_args(arguments)
    folder = Path(next(iter(lexicon.__path__)))
    lines = []
    for bits, words in sorted(ordinary(given.data).items()):
        lines += [f"{bits}: {line}" for line in wrap(" ".join(sorted(words)), 114)]
    (folder / "ordinary.txt").write_text("\n".join(lines) + "\n", "utf-8")
    (folder / "given_names.txt").write_text("\n".join(wrap(" ".join(given_names()), 118)) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
