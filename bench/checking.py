"""How well articles are checked, on the labelled ones in `bench/articles`.

python -m bench.checking [--set dev|test] [--misses] [--speed] [FOLDER]

`--misses` (dev only) lists what was missed, invented or misjudged; `--speed` measures time on the same articles. A
found claim matches a label if types agree, the passages overlap and the subject is the same film; more is told in
`bench/articles/README.md`.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import basedon
from basedon import checking
from basedon.model.claim import Claim

HERE = Path(__file__).parent / "articles"
POINTS_AT = frozenset({"genre", "country", "original_language"})


def squeezed(text: str) -> tuple[str, list[int]]:
    """A text with one space for each run of blanks and without marks, and where each character stood."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter == "\u00ad" or letter in "*_#>`":
            continue
        if letter.isspace() or letter == "|":
            if letters and letters[-1] != " ":
                letters.append(" ")
                places.append(place)
            continue
        letters.append(letter)
        places.append(place)
    return "".join(letters), places


def passage(text: str, places: list[int], quote: str) -> tuple[int, int] | None:
    """Where a quote stands in the extracted text."""
    wanted = squeezed(quote)[0].strip()
    at = text.find(wanted)
    if at < 0:
        at = text.casefold().find(wanted.casefold())
    return (places[at], places[at + len(wanted) - 1] + 1) if at >= 0 and wanted else None


class Sums:
    """What was counted over all articles."""

    def __init__(self) -> None:
        self.counted: Counter[str] = Counter()
        self.by_type: Counter[tuple[str, str]] = Counter()
        self.misses: list[str] = []

    def table(self) -> str:
        """The sums as lines."""
        c = self.counted

        def share(one: str, all_: str) -> str:
            return f"{c[one] / c[all_]:.3f} ({c[one]}/{c[all_]})" if c[all_] else "-"

        lines = [
            f"claims found, recall      {share('matched', 'labels')}",
            f"claims found, precision   {share('right', 'counted')}",
            f"verdict right on found    {share('verdict', 'matched')}",
            f"contradicted that are     {share('no_right', 'no')}",
            f"planted errors caught     {share('caught', 'planted')}",
        ]
        types = sorted({type_ for type_, _ in self.by_type})
        for type_ in types:
            found, held, false = (self.by_type[type_, what] for what in ("matched", "labels", "false"))
            lines.append(f"  {type_:22} recall {found:3}/{held:3}   false {false}")
        return "\n".join(lines)


def says_same(claim: Claim, label: dict[str, Any]) -> bool:
    """Whether a claim and a label are the same thing, or the same told from the other side."""
    subject = claim.subject.id
    if claim.type == label["type"]:
        return bool(subject == label["subject"])
    pair = {claim.type, label["type"]}
    if pair == {"remake_of", "has_remake"} or pair == {"director", "other_film"}:
        return bool(label.get("stated_id") == subject or label.get("subject_title") == str(claim.stated))
    return False


def score(sums: Sums, name: str, text: str, claims: list[Claim], labels: dict[str, Any]) -> None:
    """Match the claims of one article with its labels."""
    flat, places = squeezed(text)
    free = [dict(label, at=passage(flat, places, label["quote"])) for label in labels["claims"]]
    optional = [at for quote in labels["optional"] if (at := passage(flat, places, quote))]
    c, t = sums.counted, sums.by_type
    matched: set[int] = set()

    def fits(claim: Claim, label: dict[str, Any]) -> bool:
        at = label["at"]
        return at is not None and claim.start < at[1] and at[0] < claim.end and says_same(claim, label)

    for label in free:
        c["labels"] += 1
        t[label["type"], "labels"] += 1
        if label["verdict"] == "contradicted":
            c["planted"] += 1
        if label["at"] is None:
            sums.misses.append(f"{name}: UNSEEN {label['quote']!r}")

    def exactly(claim: Claim) -> bool:
        return any(str(claim.stated) == str(label["stated"]) for label in free if fits(claim, label))

    order = sorted(claims, key=lambda claim: not exactly(claim))
    for claim in order:
        fitting = [n for n, label in enumerate(free) if fits(claim, label)]
        exact = [n for n in fitting if str(free[n]["stated"]).casefold() == str(claim.stated).casefold()]
        fresh = [n for n in (exact or fitting) if n not in matched]
        if not fitting:
            optional_here = any(claim.start < end and start < claim.end for start, end in optional)
            if optional_here or (claim.type in POINTS_AT and claim.verdict == "supported"):
                continue
            c["counted"] += 1
            t[claim.type, "false"] += 1
            if claim.verdict == "contradicted":
                c["no"] += 1
            sums.misses.append(f"{name}: FALSE {told(claim)}")
            continue
        if not fresh:
            continue
        label = free[fresh[0]]
        matched.add(fresh[0])
        c["counted"] += 1
        c["right"] += 1
        c["matched"] += 1
        t[label["type"], "matched"] += 1
        allowed = {label["verdict"], *label.get("also_right", ())}
        if claim.verdict in allowed:
            c["verdict"] += 1
        else:
            sums.misses.append(f"{name}: VERDICT {told(claim)}, is {' or '.join(sorted(allowed))}")
        if claim.verdict == "contradicted":
            c["no"] += 1
            c["no_right"] += "contradicted" in allowed
        if label["verdict"] == "contradicted":
            c["caught"] += claim.verdict == "contradicted"
    for n, label in enumerate(free):
        if n not in matched:
            what = f"{label['verdict']} {label['type']} {label['subject_title']!r} {label['stated']!r}"
            sums.misses.append(f"{name}: MISSED {what} | {label['quote']!r}")


def told(claim: Claim) -> str:
    """A claim on one line."""
    return f"{claim.type} {claim.subject.label!r} {claim.stated!r} {claim.verdict} | {claim.quote!r}"


def main() -> None:
    """Print the sums; for dev, with `--misses`, the items too."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=("dev", "test"), default="dev")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("folder", nargs="?", type=Path, default=HERE)
    options = parser.parse_args()
    if options.misses and options.set == "test":
        sys.exit("the test set's items are not to be looked at")
    folder = options.folder / options.set
    if not folder.is_dir():
        sys.exit(f"{folder}: no such folder; give the one that holds dev/ and test/")
    sums = Sums()
    with basedon.open() as opened:
        texts = []
        for labelled in sorted(folder.glob("*.json")):
            labels = json.loads(labelled.read_text("utf-8"))
            path = next(p for p in labelled.parent.glob(f"{labelled.stem}.*") if p.suffix != ".json")
            text = checking.of_file(path)
            texts.append(text)
            done = checking.checked(opened.catalogue, text)
            score(sums, labelled.stem, done.text, list(done.review.claims), labels)
        print(sums.table())
        if options.misses:
            print("\n".join(sums.misses))
        if options.speed:
            speed(opened, texts)


def speed(opened: basedon.Opened, texts: list[Any]) -> None:
    """Median time of one article, and of many in one go."""
    words = sum(len(text.text.split()) for text in texts)
    took = []
    for text in texts * 3:
        begun = time.process_time()
        checking.checked(opened.catalogue, text)
        took.append((time.process_time() - begun) / max(1, len(text.text.split())) * 500)
    begun = time.process_time()
    many = list(checking.check_each(opened.catalogue, texts * 5))
    batch = time.process_time() - begun
    median, rate = statistics.median(took) * 1000, len(many) / batch * 60
    print(f"500 words: median of processor time {median:.1f} ms; {rate:,.0f} articles a minute on one core")
    print(f"({len(texts)} articles of {words / len(texts):.0f} words)")


if __name__ == "__main__":
    main()
