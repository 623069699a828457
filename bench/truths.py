"""How often a true sentence is called contradicted: texts that are nearly always right, with no labels.

python -m bench.truths DATA [--leads 3000] [--films 400] [--shown N]

Leads of Wikipedia's pages as articles titled by the page (DATA/wikipedia-leads, a sample with a fixed seed), FEVER's
SUPPORTS claims of the half that may be looked at (DATA/fever), and this library's own draft explainers. Whatever is
contradicted there is nearly always a mistake of the checker or of the catalogue. `--shown` lists so many of them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

import basedon
from basedon import checking
from basedon.explaining import explain
from basedon.factcheck.article import Text
from basedon.forms.explainer import markdown
from basedon.model.answer import Miss
from basedon.model.claim import Verdict

SEED = 7


def leads(data: Path, most: int) -> Iterator[Text]:
    """A sample of leads, each an article."""
    with gzip.open(data / "wikipedia-leads" / "leads.jsonl.gz", "rt", encoding="utf-8") as lines:
        pages = [page for line in lines if len((page := json.loads(line)).get("extract") or "") > 80]
    for page in random.Random(SEED).sample(pages, min(most, len(pages))):
        yield Text(page["title"], page["extract"], None, "en")


def supported(data: Path) -> Iterator[Text]:
    """FEVER's true claims of the half that may be looked at."""
    with (data / "fever" / "film_claims_dev.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            looked_at = blake2b(str(row["id"]).encode(), digest_size=1).digest()[0] % 2
            if row["label"] == "SUPPORTS" and looked_at:
                yield checking.read(row["claim"])


def explainers(opened: basedon.Opened, most: int) -> Iterator[Text]:
    """Drafts about films that the catalogue says something of."""
    rows = opened.catalogue.query("SELECT DISTINCT derivative FROM links ORDER BY derivative")
    numbers = random.Random(SEED).sample([number for (number,) in rows], min(most, len(rows)))
    for number in numbers:
        made = explain(opened.catalogue, opened.catalogue.work(number).id)
        if not isinstance(made, Miss):
            yield checking.read(markdown(made).split("## Sources")[0])


def count(opened: basedon.Opened, name: str, texts: Iterable[Text], shown: int) -> None:
    """Print what was counted over the texts of one kind."""
    claims: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    items: list[str] = []
    many = 0
    for done in checking.check_each(opened.catalogue, texts):
        many += 1
        for claim in done.review.claims:
            claims[claim.type] += 1
            if claim.verdict is Verdict.CONTRADICTED:
                wrong[claim.type] += 1
                begin, end = max(0, claim.start - 120), claim.end + 60
                items.append(
                    f"{claim.type} {claim.subject.label!r} {claim.stated!r} (is {claim.correct!r}) "
                    f"[{done.review.article.title}] | {done.text[begin:end]!r}"
                )
    total, bad = claims.total(), wrong.total()
    each = ", ".join(f"{type_} {n} of {claims[type_]}" for type_, n in wrong.most_common())
    print(
        f"{name}: {many} texts, {total} claims, {bad} contradicted, {bad / max(1, total) * 1000:.2f} in 1,000: {each}"
    )
    for item in random.Random(SEED).sample(items, min(shown, len(items))):
        print(f"  {item}")


def main() -> None:
    """Print what was counted over each kind of text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--leads", type=int, default=3000)
    parser.add_argument("--films", type=int, default=400)
    parser.add_argument("--shown", type=int, default=0)
    options = parser.parse_args()
    with basedon.open() as opened:
        count(opened, "leads", leads(options.data, options.leads), options.shown)
        count(opened, "FEVER, true", supported(options.data), options.shown)
        count(opened, "explainers", explainers(opened, options.films), options.shown)


if __name__ == "__main__":
    main()
