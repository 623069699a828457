"""How well films are found in running text: labelled comments and dialogues beside what the Finder says of them.

    python -m bench.mentions DATA [--part dev] [--catalogue FILE] [--misses]

A span is right when it is the labelled one but for an article at its beginning; `exact` asks for every character.
`held` leaves out
labels whose title the catalogue doesn't hold. Linking is right when the film's year is the label's, give or take one,
of
right spans whose film is held. `--misses` is refused on the held-out half: who looks, tunes.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import basedon
from basedon.catalogue import search
from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.mentioned import Finder, Mention
from bench.mentions_labels import SETS, Labelled, Span

_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without its article and marks at its ends."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    led = _ARTICLE.match(text, start, end)
    start = led.end() if led else start
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    return start, end


class Counts:
    """What was labelled, said and right."""

    def __init__(self) -> None:
        self.labelled = self.said = self.right = self.exact = self.linkable = self.linked = self.all_linkable = 0

    def f1(self, right: int) -> tuple[float, float, float]:
        """Precision, recall and their harmonic mean."""
        precision, recall = right / max(1, self.said), right / max(1, self.labelled)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def count(
    counts: Counts, catalogue: Catalogue, labelled: Labelled, mentions: Sequence[Mention], held: bool
) -> list[str]:
    """Count one text; what was wrong in it."""
    text = labelled.text
    spans = [s for s in labelled.spans if not held or search.of_title(catalogue, s.title or text[s.start : s.end])]
    gold = {trimmed(text, s.start, s.end): s for s in spans}
    ours = {trimmed(text, m.start, m.end): m for m in mentions}
    left_out = {trimmed(text, s.start, s.end) for s in labelled.spans} - gold.keys()
    counts.labelled += len(gold)
    counts.said += len(ours.keys() - left_out)
    counts.right += len(gold.keys() & ours.keys())
    counts.exact += len({(s.start, s.end) for s in spans} & {(m.start, m.end) for m in mentions})
    wrong = []
    for place in gold.keys() & ours.keys():
        right = film(catalogue, gold[place])
        counts.all_linkable += gold[place].year is not None
        if right:
            counts.linkable += 1
            counts.linked += ours[place].work in right
            if ours[place].work not in right:
                work = catalogue.work(ours[place].work)
                wrong.append(
                    f"link {gold[place].title} ({gold[place].year}): {work.title} ({work.year}) | {text[:200]!r}"
                )
    for start, end in gold.keys() - ours.keys():
        known = "" if search.of_title(catalogue, gold[start, end].title or text[start:end]) else " (not held)"
        wrong.append(f"miss {text[start:end]!r}{known} | {text[max(0, start - 60) : end + 60]!r}")
    for start, end in ours.keys() - gold.keys() - left_out:
        wrong.append(f"wrong {text[start:end]!r} {ours[start, end].sure} | {text[max(0, start - 60) : end + 60]!r}")
    return wrong


def film(catalogue: Catalogue, span: Span) -> set[int]:
    """The films that a label means."""
    if span.title is None or span.year is None:
        return set()
    works = catalogue.works(search.of_title(catalogue, span.title))
    return {n for n, work in works.items() if work.year is not None and abs(work.year - span.year) <= 1}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--part", choices=["dev", "held", "both"], default="dev")
    parser.add_argument("--catalogue", type=Path)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args(arguments)
    if given.misses and given.part != "dev":
        parser.error("who looks at the held-out half, tunes")
    parts = ["dev", "held"] if given.part == "both" else [given.part]
    with basedon.open(given.catalogue) as opened:
        finder = Finder(opened.catalogue)
        print(f"{'set':12} {'half':5} {'labels':6} {'n':>5} {'P':>6} {'R':>6} {'F1':>6} {'exact':>6} {'link':>6}")
        for name, read in SETS.items():
            for part in parts:
                texts = read(given.data, part)
                found = list(finder.find_each(text.text for text in texts))
                for held in (False, True):
                    counts = Counts()
                    wrong = []
                    for labelled, mentions in zip(texts, found, strict=True):
                        wrong += count(counts, opened.catalogue, labelled, mentions, held)
                    p, r, f = counts.f1(counts.right)
                    link = counts.linked / max(1, counts.linkable)
                    print(
                        f"{name:12} {part:5} {'held' if held else 'all':6} {counts.labelled:5}"
                        f" {p:6.3f} {r:6.3f} {f:6.3f}"
                        f" {counts.f1(counts.exact)[2]:6.3f} {link:6.3f} of {counts.linkable}"
                    )
                    if given.misses and not held:
                        print("\n".join(wrong), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
