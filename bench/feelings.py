"""How well feelings are read off comments: `python -m bench.feelings DATA [--set dev|test|blind] [--misses]`.

DATA is the folder of public data, of which `posts/reddit_magical_movies.jsonl.gz` is read; the labels are
`gold/feelings.tsv`. The baseline counts the words of a plain lexicon: a feeling is told where one of its words stands.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from pathlib import Path

import msgspec

from basedon.model.reactions import FEELINGS
from basedon.prose.feelings import felt
from basedon.sources.opening import open_bytes
from bench.labels import rows

BASELINE = {
    "crying": "cry cried crying cries tears sob sobbing sobbed bawl bawled bawling weep wept tearjerker",
    "laughing": "laugh laughs laughed laughing hilarious funny lol lmao",
    "loving": "love loved loves favorite favourite adore amazing great awesome masterpiece beautiful perfect best "
    "magical",
    "hating": "hate hated hates awful terrible worst sucks sucked overrated disappointing disappointed bad",
    "frightened": "scared scary scare scares terrified terrifying creepy nightmare nightmares horrifying "
    "frightened fear",
    "bored": "boring bored dull slow asleep tedious",
    "comforted": "comfort comforting cozy cosy warm warms wholesome uplifting happy calm soothing relaxing feel-good",
}


def baseline(text: str) -> tuple[str, ...]:
    """The feelings of which a word stands in the text."""
    words = set(re.findall(r"[a-z'-]+", text.lower()))
    return tuple(name for name, of in BASELINE.items() if words & set(of.split()))


def texts(data: Path, ids: set[str]) -> dict[str, str]:
    """The comments of these ids."""
    found = {}
    with open_bytes(data / "posts" / "reddit_magical_movies.jsonl.gz") as lines:
        for line in lines:
            row = msgspec.json.decode(line)
            if row["id"] in ids:
                found[row["id"]] = row["body"]
    return found


def scores(gold: dict[str, set[str]], read: Callable[[str], set[str]]) -> dict[str, tuple[float, float, float, int]]:
    """Precision, recall, F1 and the number of labels, by feeling."""
    found: dict[str, tuple[float, float, float, int]] = {}
    for name in FEELINGS:
        both = sum(name in labels and name in read(id_) for id_, labels in gold.items())
        given = sum(name in read(id_) for id_ in gold)
        there = sum(name in labels for labels in gold.values())
        precision, recall = both / max(given, 1), both / max(there, 1)
        found[name] = precision, recall, 2 * both / max(given + there, 1), there
    return found


def main() -> None:
    """Print the scores of reader and baseline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--set", choices=("dev", "test", "blind"), default="test")
    parser.add_argument("--misses", action="store_true", help="print what was read wrongly; of dev only")
    given = parser.parse_args()
    labelled = [row for row in rows("feelings.tsv") if row["set"] == given.set]
    gold = {row["id"]: set(filter(None, row["feelings"].split(","))) for row in labelled}
    bodies = texts(given.data, set(gold))
    gold = {id_: labels for id_, labels in gold.items() if id_ in bodies}
    for title, reader in (("lexicon count", baseline), ("basedon", lambda text: felt(text).feelings)):
        read = {id_: set(reader(bodies[id_])) for id_ in gold}
        of = scores(gold, read.__getitem__)
        print(f"{title}: {len(gold)} comments of {given.set}")
        for name, (precision, recall, f1, there) in of.items():
            print(f"  {name:11}  precision {precision:.2f}  recall {recall:.2f}  F1 {f1:.2f}  ({there} labels)")
        print(f"  macro-F1 {sum(f1 for _, _, f1, _ in of.values()) / len(of):.3f}")
    if given.misses and given.set == "dev":
        for id_, labels in gold.items():
            if read[id_] != labels:
                print(f"{id_} missed {sorted(labels - read[id_])} wrong {sorted(read[id_] - labels)}: {bodies[id_]!r}")


if __name__ == "__main__":
    main()
