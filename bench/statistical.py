"""Whether a statistical reader beside the rules would pay: a TF-IDF classifier of leads, alone and with the answers.

    python -m bench.statistical DATA

It is trained on the leads of films without labels, with the starter's own answers as labels, and measured on the films
drawn at random. scikit-learn is of the group `bench`.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from basedon.catalogue.catalogue import Catalogue
from basedon.questions import true_story
from basedon.starter import packing
from basedon.starter.reading import wikipedia_leads
from bench import basis
from bench.labels import FICTION, TRUE
from bench.scores import Score

TRAINED_ON = 16_000
THRESHOLDS = (0.5, 0.7, 0.85, 0.95)


def examples(catalogue: Catalogue, leads: dict[str, str], pages: Sequence[str]) -> tuple[list[str], list[bool]]:
    """Leads and whether the starter says that their films tell of real events; those of unknown basis are left out."""
    texts, real = [], []
    for page in pages:
        number = catalogue.number(f"wikipedia:{page}")
        told = true_story.story(catalogue, number).basis if number is not None else None
        if told in TRUE or told in FICTION:
            texts.append(leads[page])
            real.append(told in TRUE)
    return texts, real


def score(so: Sequence[bool], said: Sequence[bool]) -> str:
    """Precision, recall and F1 as text."""
    right = sum(a and b for a, b in zip(so, said, strict=True))
    found = Score(right, sum(said) - right, sum(so) - right)
    return f"{found.precision:.2f}  {found.recall:.2f}  {found.f1:.2f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, measure, and print."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    parser = argparse.ArgumentParser(prog="python -m bench.statistical", description="A classifier beside the rules.")
    parser.add_argument("data", type=Path, help="folder of public data: wikipedia-leads")
    options = parser.parse_args(arguments)
    leads = {page: film["extract"] for page, film, _ in wikipedia_leads.films(options.data)}
    labels = [label for label in basis.labels("test") if label.page in leads]
    held_back = {label.page for chosen in ("dev", "test") for label in basis.labels(chosen)}
    pages = sorted(set(leads) - held_back)
    random.Random(1).shuffle(pages)
    with Catalogue(packing.path()) as catalogue:
        texts, real = examples(catalogue, leads, pages[:TRAINED_ON])
        rules = [basis.is_real(basis.answered(catalogue, label)) for label in labels]
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=3, sublinear_tf=True, max_features=150_000)
    model = LogisticRegression(C=10, class_weight="balanced", max_iter=300).fit(words.fit_transform(texts), real)
    sure = model.predict_proba(words.transform([leads[label.page] for label in labels]))[:, 1]
    so = [label.basis in TRUE for label in labels]
    print(f"trained on {len(real):,} leads, {sum(real):,} of real events; precision, recall, F1 of {len(so)} films")
    print(f"the answers      {score(so, rules)}")
    for threshold in THRESHOLDS:
        print(f"TF-IDF over {threshold:.2f} {score(so, [p > threshold for p in sure])}", end="   ")
        print(f"either {score(so, [a or p > threshold for a, p in zip(rules, sure, strict=True)])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
