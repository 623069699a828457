"""How well films on Netflix's lists of 2021 and 2022 are joined to the works that the catalogue holds.

    python -m bench.netflix DATA [--wrong]

DATA is the folder of the public data (`netflix/`). The starter is built together with all its charts. The labels
(`gold/netflix.tsv`: a title, the last day of the first of its weeks, the work meant or nothing where it is not held)
are judgements by title, years, weeks and countries: `sample` is a random draw of listings under whose title the
catalogue holds any film; `trap` are listings known to mean another film than the one held.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
import time
from collections import Counter
from pathlib import Path

from basedon.catalogue.catalogue import Catalogue
from basedon.starter.making import make

GOLD = Path(__file__).parent / "gold" / "netflix.tsv"


def meant(catalogue: Catalogue, title: str, week: str) -> str:
    """The id of the work that the lists' title was taken as in a week; empty for none."""
    rows = catalogue.query(
        "SELECT DISTINCT works.id FROM charts LEFT JOIN works USING (work) WHERE charts.title = ? AND week = ?",
        [title, week],
    )
    return ", ".join(sorted(id_ for (id_,) in rows if id_))


def held(catalogue: Catalogue) -> str:
    """How many films of the lists are held, and how many rows of these are joined."""
    (titles, joined, rows, of_rows), *_ = catalogue.query(
        """SELECT COUNT(DISTINCT title), COUNT(DISTINCT CASE WHEN work IS NOT NULL THEN title END),
                  COUNT(*), COUNT(work)
           FROM charts WHERE category LIKE 'Films%' AND week < '2023'"""
    )
    return f"{titles:,} titles of films listed until 2022, {joined:,} joined; {rows:,} rows, {of_rows:,} joined"


def main() -> None:
    """Build, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("data", type=Path)
    parser.add_argument("--wrong", action="store_true", help="name what was joined wrongly or not at all")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path, began = Path(folder) / "charts.basedon", time.perf_counter()
        make(path, None, sorted((options.data / "netflix").glob("*.tsv*")))
        print(f"built in {time.perf_counter() - began:.0f} s")
        with Catalogue(path) as catalogue, GOLD.open(encoding="utf-8", newline="") as file:
            print(held(catalogue))
            counts: dict[str, Counter[str]] = {}
            for row in csv.DictReader(file, delimiter="\t"):
                found, right = meant(catalogue, row["title"], row["first week"]), row["work"]
                how = "right" if found == right else "missed" if not found else "wrong"
                kind = f"{'held' if right else 'not held'}, {how}"
                counts.setdefault(row["set"], Counter())[kind] += 1
                if options.wrong and how != "right":
                    print(f"{how}: {row['title']}, {row['first week']}: {found or '-'} for {right or '-'}")
    for name, of in counts.items():
        right, wrong = of["held, right"], of["held, wrong"] + of["not held, wrong"]
        told = ", ".join(f"{kind} {count}" for kind, count in sorted(of.items()))
        print(
            f"{name}: precision {share(right, right + wrong)}, "
            f"recall {share(right, right + of['held, missed'])} ({told})"
        )


def share(part: int, whole: int) -> str:
    """A share in percent."""
    return f"{part / whole:.1%}" if whole else "-"


if __name__ == "__main__":
    main()
