"""Learns what speaks for a title being a mention, and writes `prose/mentions_weights.py`.

    python -m bench.mentions_weights DATA

A logistic model over the columns of `prose/mentions.py`, fitted to the dev halves of labelled comments and dialogues,
to
ReDial's messages with titles put in as people write them, and to leads of Wikipedia, where a film's own title is one
and a single
word that is another film's is none.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

import basedon
from basedon.catalogue.mentioned_titles import Titles
from basedon.prose import mentions, mentions_weights
from basedon.prose.mentions_keys import ARTICLE, NAME
from basedon.prose.mentions_lexicon import DATE
from basedon.prose.mentions_place import Inside, Place
from bench.mentions import trimmed
from bench.mentions_labels import Labelled, Span, as_written, comments, dialogues, half, places, redial

LEADS = 3000
HEAVY = {"comments": 5.0, "dialogues": 1.0, "as written": 1.0, "redial": 0.3, "leads": 0.5}

FLOORS = {
    ("year", "brackets"): 9.0,
    ("marks", "quotes, capital"): 2.5,
    ("marks", "quotes, lower"): 1.5,
    ("marks", "italics, capital"): 2.0,
    ("marks", "italics, lower"): 1.0,
    ("owner", "yes"): -0.5,
    ("marks", "hash, capital"): 1.0,
}
"""What the labelled texts have too little of to learn how much it says."""


def leads(data: Path, part: str) -> list[Labelled]:
    """Leads of Wikipedia with the film's own title; any other title of several words may be a mention too."""
    found: list[Labelled] = []
    with gzip.open(data / "wikipedia-leads" / "leads.jsonl.gz", "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            row = json.loads(line)
            text = row.get("extract") or ""
            if number % 9 or not text or half(row["title"]) != part:
                continue
            found.append(
                Labelled(text, tuple(Span(a, b) for a, b in places(text, row["title"]) if text[a:b] == row["title"]))
            )
            if len(found) == LEADS:
                break
    return found


def examples(
    titles: Titles, texts: list[Labelled], weight: float, lead: bool, doubtful: bool
) -> tuple[Any, Any, Any, list[tuple[str, str]]]:
    """The columns of all candidates, whether each is a mention, and how heavy it is."""
    words, seen, found, bearers = titles.candidates([t.text for t in texts])
    place, inside = Place(words, seen, found), Inside(words, seen, found)
    names: list[tuple[str, str]] = []
    values = []
    for column in (*mentions.own(inside, bearers), *mentions.beside(place, inside, bearers)):
        value = np.ones(len(place.first)) if column.value is None else column.value
        for number, of_class in enumerate(column.labels):
            names.append((column.name, of_class))
            values.append(np.asarray(value * (column.of == number), np.float32))
    matrix = np.stack(values, 1)
    of = np.searchsorted(words.begins, place.start, "right") - 1
    gold = [{trimmed(t.text, s.start, s.end) for s in t.spans} for t in texts]
    perhaps = [{trimmed(t.text, a, b) for a, b in t.perhaps} for t in texts]
    label, heavy = np.zeros(len(of)), np.full(len(of), weight)
    starts, ends = (place.start - words.begins[of]).tolist(), (place.end - words.begins[of]).tolist()
    weak = (seen.given | (seen.cue == DATE) | (seen.bits <= 12))[place.first].tolist()
    ordinary = (seen.bits <= 15)[place.first].tolist()
    heavy[bearers.kind == NAME] = 0
    led = (bearers.kind == ARTICLE).tolist()
    for n, (text, a, b) in enumerate(zip(of.tolist(), starts, ends, strict=True)):
        span = trimmed(texts[text].text, a, b)
        nested = led[n] and span in gold[text] and texts[text].text[max(0, a - 4) : a].lower() == "the "
        label[n] = span in gold[text]
        if (span in perhaps[text] and not label[n]) or nested:
            heavy[n] = 0
        if (
            doubtful
            and label[n]
            and found.count[n] == 1
            and (weak[n] or (texts[text].text[a].islower() and ordinary[n]))
        ):
            heavy[n] = 0
        if lead and not label[n] and found.count[n] > 1:
            heavy[n] = 0
    return matrix, label, heavy, list(names)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    from sklearn.linear_model import LogisticRegression

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    given = parser.parse_args(arguments)
    with basedon.open() as opened:
        titles = Titles(opened.catalogue)
    sets = {"comments": comments, "dialogues": dialogues, "as written": as_written, "redial": redial, "leads": leads}
    made = [
        examples(titles, read(given.data, "dev"), HEAVY[name], name == "leads", name == "dialogues")
        for name, read in sets.items()
    ]
    matrix, label, heavy = (np.concatenate([part[i] for part in made]) for i in range(3))
    used = heavy > 0
    model = LogisticRegression(C=1.0, max_iter=3000, fit_intercept=False)
    model.fit(matrix[used], label[used], heavy[used])
    weights: dict[str, dict[str, float]] = {}
    for (name, of_class), weight in zip(made[0][3], model.coef_[0].tolist(), strict=True):
        weights.setdefault(name, {})[of_class] = max(weight, FLOORS.get((name, of_class), weight))
    lines = ['"""How much each thing seen speaks for a title being a mention, in log-odds.', ""]
    lines += [
        "Learned: made by `python -m bench.mentions_weights`.",
        '"""',
        "",
        "from __future__ import annotations",
        "",
    ]
    lines += ["WEIGHTS: dict[str, dict[str, float]] = {"]
    for name, of in weights.items():
        shown = [f'"{label}": {weight:.2f}' for label, weight in of.items() if abs(weight) >= 0.005]
        if shown:
            lines += [f'    "{name}": {{', *(f"        {item}," for item in shown), "    },"]
    lines += ["}", ""]
    Path(mentions_weights.__file__).write_text("\n".join(lines), "utf-8")
    print(f"{int(used.sum())} candidates, {int(label[used].sum())} mentions")
    return 0


if __name__ == "__main__":
    sys.exit(main())
