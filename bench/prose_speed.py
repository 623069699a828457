"""How fast leads are read, beside spaCy's rule matcher with an equivalent pattern set on the same text, on one core.

    python -m bench.prose_speed DATA [-n RUNS] [--leads COUNT]

spaCy (of the group `bench`) runs a blank English pipeline with its rule-based sentence splitter: no statistical model.
Its patterns find the same cues and, after those that a source follows, the same frame (article, year, adjectives, noun,
title, maker); it tells no polarity, subject or target kind. Both run in turns; medians are shown.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from basedon.prose.nouns import BOOK, COLLECTIVE, TYPE_OF
from basedon.prose.reader import read

ADVERBS = ["loosely", "partly", "partially", "largely", "directly", "closely", "freely", "very", "heavily"]
SOURCE = [  # verbs and nouns that a source follows
    ["based", "on"], ["based", "upon"], ["adapted", "from"], ["adaptation", "of"], ["adaption", "of"], ["adapts"],
    ["adapting"], ["version", "of"], ["retelling", "of"], ["reimagining", "of"], ["dramatization", "of"],
    ["modernization", "of"], ["derived", "from"], ["drawn", "from"], ["inspired", "by"], ["suggested", "by"],
    ["remake", "of"], ["remake", "to"], ["remade", "from"], ["sequel", "to"], ["prequel", "to"],
    ["spin", "-", "off", "of"],
    ["reboot", "of"], ["follow", "-", "up", "to"], ["biography", "of"], ["account", "of"], ["chronicle", "of"],
    ["portrait", "of"], ["from", "the"], ["from", "a"], ["after", "the"], ["as", "told", "in"],
]  # fmt: skip
PLAIN = [  # cues that stand for themselves or are followed by a name
    ["remade"], ["biographical"], ["biopic"], ["docudrama"], ["documentary"], ["true", "story"], ["true", "stories"],
    ["true", "events"], ["real", "-", "life"], ["actually", "happened"], ["film", "about"], ["movie", "about"],
    ["tells"], ["telling"], ["recounts"], ["chronicles"], ["chronicling"], ["dramatizes"], ["depicts"], ["depicting"],
    ["portrays"], ["documents"], ["traces"], ["details"], ["follows"], ["explores"], ["examines"], ["concerns"],
    ["focuses", "on"], ["centers", "on"], ["profiles"], ["original", "screenplay"], ["original", "story"],
    ["original", "script"], ["followed", "by"], ["spawned"], ["presented", "as"], ["marketed", "as"], ["claims", "to"],
    ["purports", "to"], ["entirely", "fictional"], ["work", "of", "fiction"], ["starring"], ["portrayed", "by"],
]  # fmt: skip


def patterns() -> dict[str, list[list[dict[str, Any]]]]:
    """The pattern set: every cue, and the frame of what follows where a source does."""
    nouns = sorted({word for noun in [*TYPE_OF, *BOOK, *COLLECTIVE] for word in noun.split()})
    frame: list[dict[str, Any]] = [
        {"LOWER": {"IN": ["the", "a", "an", "his", "her", "their", "its"]}, "OP": "?"},
        {"SHAPE": "dddd", "OP": "?"},
        {"IS_ALPHA": True, "OP": "{0,4}"},
        {"LOWER": {"IN": nouns}},
        {"IS_TITLE": True, "OP": "{0,6}"},
        {"LOWER": "by", "OP": "?"},
        {"IS_TITLE": True, "OP": "{0,3}"},
    ]
    found: dict[str, list[list[dict[str, Any]]]] = {}
    for cue in SOURCE:
        words: list[dict[str, Any]] = [{"LOWER": word} for word in cue]
        hedged: list[dict[str, Any]] = [words[0], {"LOWER": {"IN": ADVERBS}, "OP": "?"}, *words[1:]]
        found[" ".join(cue)] = [hedged, [*hedged, *frame]]
    for cue in PLAIN:
        found[" ".join(cue)] = [[{"LOWER": word} for word in cue]]
    return found


def matcher() -> Callable[[str], int]:
    """A function that counts spaCy's matches in a text, the longest of each place."""
    import spacy
    from spacy.matcher import Matcher

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    rules = Matcher(pipeline.vocab)
    for name, alternatives in patterns().items():
        rules.add(name, alternatives, greedy="LONGEST")

    def count(text: str) -> int:
        return len(rules(pipeline(text)))

    return count


def leads(data: Path, most: int | None) -> Iterator[tuple[str, str]]:
    """Title and text of every lead."""
    with gzip.open(data / "wikipedia-leads" / "leads.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            film = json.loads(line)
            if film.get("extract") and (most is None or number < most):
                yield film["title"], film["extract"]


def measured(name: str, texts: Sequence[tuple[str, str]]) -> tuple[float, int]:
    """Seconds of processor time that one of the two takes in this process, and what it found."""
    count = matcher() if name == "spaCy" else None
    began = time.process_time()
    found = sum(count(text) if count else len(read(text, title)) for title, text in texts)
    return time.process_time() - began, found


def apart(name: str, options: argparse.Namespace) -> tuple[float, int]:
    """The same in a process of its own, so that neither pays for the other's memory."""
    command = [sys.executable, "-m", "bench.prose_speed", str(options.data), "--only", name]
    command += ["--leads", str(options.leads)] if options.leads else []
    seconds, found = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(seconds), int(found)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.prose_speed", description="Reading beside spaCy's matcher.")
    parser.add_argument("data", type=Path, help="folder of public data: wikipedia-leads")
    parser.add_argument("-n", type=int, default=3, help="runs of each (3)")
    parser.add_argument("--leads", type=int, help="only the first so many rows")
    parser.add_argument("--only", choices=("basedon", "spaCy"), help="measure one in this process")
    options = parser.parse_args(arguments)
    texts = list(leads(options.data, options.leads))
    if options.only:
        print(*measured(options.only, texts))
        return 0
    runs: dict[str, list[tuple[float, int]]] = {"basedon": [], "spaCy": []}
    for _ in range(options.n):
        for name, told in runs.items():
            told.append(apart(name, options))
    size = sum(len(text) for _, text in texts) / 1e6
    print(f"{len(texts):,} leads, {size:.1f} million characters, processor seconds, median of {options.n}")
    medians = {name: statistics.median(seconds for seconds, _ in told) for name, told in runs.items()}
    for name, seconds in medians.items():
        print(f"{name:8} {seconds:7.1f}   {len(texts) / seconds:8,.0f} leads/s   {runs[name][0][1]:,} found")
    print(f"ratio    {medians['spaCy'] / medians['basedon']:7.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
