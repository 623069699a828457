"""Learns how far each witness is to be believed, and writes it into `src/basedon/questions/reliability.py`.

    python -m bench.reliability [--catalogue FILE] [--dry]

Expectation and maximisation over all films of the catalogue (Dawid and Skene 1979): what a film is like tells which
witnesses are right, and these tell what it is like. Curated films are anchors; films with labels in `gold/` are left
out of the first step, and the dev half of them calibrates the sum (Platt 1999, with a ridge); the test half is unseen.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from basedon.catalogue.catalogue import Catalogue
from basedon.model.verdict import Basis
from basedon.questions import reliability, true_story
from basedon.questions.witnesses import STANDARD
from basedon.sources import curated
from basedon.starter import packing
from bench import apart, basis
from bench.labels import TRUE
from bench.labels import films as gold_films
from bench.scores import brier, calibration_error

TEMPER = 0.5
"""How much of a film's evidence is believed while learning: its witnesses are no strangers to each other."""

SMOOTH = 5.0
"""Films added to every count, so that what was seen once proves little."""

ROUNDS = 60
UNANCHORED = frozenset({"curated", "biopics", "articles"})
"""Witnesses whose silence was never heard: they are not learned."""

FICTIONAL = frozenset({"fiction", "some work", "remake", "inspired by fiction", "original"})

TARGET = Path(reliability.__file__)
MARKED = re.compile(r"(# learned: [^\n]*\n).*?(# end of learned\n)", re.DOTALL)
Heard = Mapping[str, str]


class Learned(Struct, frozen=True):
    """The outcome of learning."""

    prior: float
    weights: dict[str, float]


def learn(films: Mapping[int, Heard], anchors: Mapping[int, bool]) -> Learned:
    """Prior log-odds and weights from what is heard of each film; `anchors` are known beforehand."""
    said = {n: {w: s for w, s in heard.items() if w not in UNANCHORED} for n, heard in films.items()}
    words: dict[str, set[str]] = defaultdict(set)
    for heard in said.values():
        for witness, word in heard.items():
            words[witness].add(word)
    real = {n: float(anchors[n]) if n in anchors else 0.9 if hints(heard) else 0.05 for n, heard in said.items()}
    learned = Learned(0.0, {})
    for _ in range(ROUNDS):
        learned = maximise(said, real, words, anchors)
        for n, heard in said.items():
            if n not in anchors:
                odds = learned.prior + TEMPER * sum(learned.weights[f"{w}: {s}"] for w, s in heard.items())
                real[n] = chance(odds)
    return learned


def maximise(
    said: Mapping[int, Heard], real: Mapping[int, float], words: Mapping[str, set[str]], anchors: Mapping[int, bool]
) -> Learned:
    """The weights that fit what films are taken to be like."""
    counts: dict[str, list[float]] = {f"{w}: {s}": [0.0, 0.0] for w, ss in words.items() for s in ss}
    totals: dict[str, list[float]] = {w: [0.0, 0.0] for w in words}
    for n, heard in said.items():
        for witness, word in heard.items():
            for side, part in enumerate((real[n], 1 - real[n])):
                counts[f"{witness}: {word}"][side] += part
                totals[witness][side] += part
    weights = {}
    for name, (true, other) in sorted(counts.items()):
        witness = name.partition(": ")[0]
        added = SMOOTH / len(words[witness])
        ratio = (true + added) / (totals[witness][0] + SMOOTH) * (totals[witness][1] + SMOOTH) / (other + added)
        weights[name] = math.log(ratio)
        word = name.partition(": ")[2]
        weights[name] = reliability.SELDOM.get(word, weights[name])
        if word in FICTIONAL:
            weights[name] = min(0.0, weights[name])  # a few odd films must not make fiction speak for real events
    free = [real[n] for n in said if n not in anchors]
    share = sum(free) / len(free)
    return Learned(math.log(share / (1 - share)), weights)


def unheard(learned: Learned, films: Sequence[Heard]) -> dict[str, float]:
    """What each standard witness weighs on the average of the films that calibrate the sum."""
    means = {}
    for witness in STANDARD:
        told = [reliability.weight(witness, heard[witness], learned.weights) for heard in films if witness in heard]
        means[f"{witness}: unheard"] = sum(told) / len(told) if told else 0.0
    return means


def hints(heard: Heard) -> bool:
    """A first guess: whether any witness says that something is true or real."""
    return any(word.endswith(("true", "real")) or word == "report" for word in heard.values())


def chance(odds: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def calibrated(sums: Sequence[float], real: Sequence[bool], ridge: float = 0.1) -> tuple[float, float]:
    """Intercept and slope of a logistic fit, by Newton's steps; a ridge draws them towards 0 and 1."""

    def loss(a: float, b: float) -> float:
        misfit = sum(
            math.log1p(math.exp(-abs(a + b * x))) + max(0.0, -(a + b * x) * (2 * y - 1))
            for x, y in zip(sums, real, strict=True)
        )
        return misfit + ridge / 2 * ((b - 1) ** 2 + a * a / 5)

    a, b = 0.0, 1.0
    for _ in range(100):
        off = [(chance(a + b * x) - y, x) for x, y in zip(sums, real, strict=True)]
        bend = [(chance(a + b * x) * (1 - chance(a + b * x)), x) for x in sums]
        g = sum(o for o, _ in off) + ridge / 5 * a, sum(o * x for o, x in off) + ridge * (b - 1)
        h = sum(w for w, _ in bend) + ridge / 5, sum(w * x for w, x in bend), sum(w * x * x for w, x in bend) + ridge
        scale = h[0] * h[2] - h[1] ** 2
        step = (h[2] * g[0] - h[1] * g[1]) / scale, (h[0] * g[1] - h[1] * g[0]) / scale
        size, now = 1.0, loss(a, b)
        while size > 1e-6 and loss(a - size * step[0], b - size * step[1]) > now:
            size /= 2
        a, b = a - size * step[0], b - size * step[1]
        if now - loss(a, b) < 1e-9:
            break
    return a, b


def anchored(catalogue: Catalogue) -> dict[int, bool]:
    """Films whose basis contributors wrote down."""
    known = {}
    for path, file in apart.files():
        for work in file.works:
            number = catalogue.number(f"curated:{path.stem}#{curated.key_of(work)}")
            if number is not None and work.basis not in (None, Basis.DISPUTED, Basis.UNKNOWN):
                known[number] = work.basis in TRUE
    return known


def write(learned: Learned, calibration: tuple[float, float]) -> None:
    """Put the table into the module."""
    lines = [f"PRIOR = {learned.prior:.2f}", f"CALIBRATION = ({calibration[0]:.2f}, {calibration[1]:.2f})"]
    lines += ["WEIGHTS: dict[str, float] = {"]
    lines += [f'    "{name}": {weight:.2f},' for name, weight in sorted(learned.weights.items())] + ["}"]
    text = TARGET.read_text("utf-8")
    TARGET.write_text(MARKED.sub(lambda m: m[1] + "\n".join(lines) + "\n" + m[2], text), "utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn, print, and write."""
    parser = argparse.ArgumentParser(prog="python -m bench.reliability", description="Learns the witnesses' weights.")
    parser.add_argument("--catalogue", type=Path, help="catalogue file; without it the starter that ships")
    parser.add_argument("--dry", action="store_true", help="print only")
    options = parser.parse_args(arguments)
    dev = [label for label in basis.labels("dev") if label.basis is not Basis.UNKNOWN]
    with Catalogue(options.catalogue or packing.path()) as catalogue:
        last = catalogue.query("SELECT MAX(work) FROM works")[0][0]
        films = {n: h for n in range(1, last + 1) if (h := true_story.heard(catalogue, n))}
        pages = [label.page for chosen in ("dev", "test") for label in basis.labels(chosen)]
        pages += [film.page for film in gold_films()]
        labelled = {catalogue.number(f"wikipedia:{page}") for page in pages}
        learned = learn({n: h for n, h in films.items() if n not in labelled}, anchored(catalogue))
        held = [(n, label) for label in dev if (n := catalogue.number(f"wikipedia:{label.page}")) is not None]
        learned.weights.update(unheard(learned, [films[n] for n, _ in held if n in films]))
        sums = [learned.prior + reliability.total(films.get(n, {}), learned.weights) for n, _ in held]
    real = [label.basis in TRUE for _, label in held]
    calibration = calibrated(sums, real)
    told = [(chance(calibration[0] + calibration[1] * x), y) for x, y in zip(sums, real, strict=True)]
    print(f"{len(films):,} films; prior {learned.prior:.2f}, calibration {calibration[0]:.2f} {calibration[1]:.2f}")
    print(f"dev: Brier {brier(told):.3f}, expected calibration error {calibration_error(told):.3f}")
    for name, weight in sorted(learned.weights.items()):
        print(f"{weight:7.2f}  {name}")
    if not options.dry:
        write(learned, calibration)
    return 0


if __name__ == "__main__":
    sys.exit(main())
