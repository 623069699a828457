"""How many remakes of others' lists the catalogue links, and links beyond those lists to be read by hand.

    python -m bench.remakes DATA [--catalogue FILE] [--misses FILE]
    python -m bench.remakes DATA --beyond 100 --seed 7

DATA holds the folder `remakes`. A pair counts when the catalogue holds both films (by title and year, one either way).
It is found when one is reached from the other in two steps or fewer, or when they are siblings: of one original, book
or play. Films of the gold labels are counted, but never written to the misses, nor drawn by `--beyond`. The curated
families were written with these lists at hand: the figures tell how much is held, not how well unseen text is read.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from basedon.catalogue import search, walking
from basedon.catalogue.catalogue import Catalogue
from basedon.questions import lineage
from bench import labels, lists
from bench.lists import Pair
from bench.scores import share

STEPS = 2


class Kin:
    """The relations of the catalogue's films, each looked up once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.of = cache(self.numbers)
        self.linked = cache(self.links)
        self.siblings = cache(self.sibling_numbers)

    def numbers(self, title: str, year: int) -> tuple[int, ...]:
        """The films of a title and year."""
        return tuple(search.fitting(self.catalogue, search.of_title(self.catalogue, title), year))

    def links(self, number: int) -> frozenset[int]:
        """The films that one remakes, and that remake it, within two steps."""
        up, down = (walk(self.catalogue, number, STEPS) for walk in (walking.up, walking.down))
        return frozenset({link.original for link in up} | {link.derivative for link in down})

    def sibling_numbers(self, number: int) -> frozenset[int]:
        """The films of the same original or source."""
        found = (self.catalogue.number(work.id) for work in lineage.siblings(self.catalogue, number))
        return frozenset(n for n in found if n is not None)

    def between(self, pair: Pair) -> str:
        """What a pair is here: `not held`, `linked`, `sibling` or `missed`; the best of the films its titles fit."""
        ones, others = self.of(pair.title, pair.year), self.of(pair.other_title, pair.other_year)
        both = [(one, other) for one in ones for other in others if one != other]
        if not both:
            return "not held"
        if any(other in self.linked(one) for one, other in both):
            return "linked"
        near = any(other in self.siblings(one) or one in self.siblings(other) for one, other in both)
        return "sibling" if near else "missed"


def report(kin: Kin, pairs_of: dict[str, list[Pair]]) -> Iterator[str]:
    """Found of held, for each list and all of them together."""
    yield f"{'list':16}{'pairs':>7}{'held':>7}{'linked':>8}{'sibling':>9}{'missed':>8}{'found':>8}"
    every = list(dict.fromkeys(pair for pairs in pairs_of.values() for pair in pairs))
    for name, pairs in {**pairs_of, "all, each once": every}.items():
        is_ = Counter(kin.between(pair) for pair in pairs)
        held = len(pairs) - is_["not held"]
        found = share(is_["linked"] + is_["sibling"], held)
        yield f"{name:16}{len(pairs):7,}{held:7,}{is_['linked']:8,}{is_['sibling']:9,}{is_['missed']:8,}{found:8.3f}"


def misses(kin: Kin, pairs_of: dict[str, list[Pair]]) -> Iterator[str]:
    """The pairs held and not found: list and both films, one a line."""
    gold = gold_works(kin)
    for name, pairs in pairs_of.items():
        for pair in pairs:
            known = {*kin.of(pair.title, pair.year), *kin.of(pair.other_title, pair.other_year)} & gold
            if kin.between(pair) == "missed" and not known:
                yield f"{name}\t{pair}"


def gold_works(kin: Kin) -> set[int]:
    """The works of the gold labels, which rules must not be fitted to."""
    return {number for film in labels.films() for number in kin.of(film.title, film.year)}


def beyond(kin: Kin, pairs_of: dict[str, list[Pair]], count: int, seed: int) -> Iterator[str]:
    """Random links that neither a curated file nor a list holds, each with its statement and where that was read."""
    listed = {
        frozenset((one, other))
        for pairs in pairs_of.values()
        for pair in pairs
        for one in kin.of(pair.title, pair.year)
        for other in kin.of(pair.other_title, pair.other_year)
    }
    gold = gold_works(kin)
    rows = kin.catalogue.query(
        """SELECT derivative, original, links.kind, predicate, hedge, target_title, target_year, source, record, locator
           FROM links JOIN statements USING (statement) JOIN evidence USING (statement)
           WHERE statement NOT IN (SELECT statement FROM evidence WHERE source = 'curated')
           GROUP BY derivative, original ORDER BY derivative, original"""
    )
    kept = [row for row in rows if frozenset(row[:2]) not in listed and not gold & set(row[:2])]
    count = min(count, len(kept))
    yield f"{len(rows):,} links without curated evidence, {len(kept):,} of them in no list; {count} drawn"
    for row in sorted(random.Random(seed).sample(kept, count)):
        derivative, original, kind, predicate, hedge, title, year, source, record, locator = row
        works = kin.catalogue.works((derivative, original))
        said = " ".join(str(part) for part in (hedge, predicate, title, year) if part)
        ends = f"{works[derivative].label} <- {works[original].label}"
        yield "\t".join((ends, kind, said, f"{source}: {record}: {locator}", works[original].ids.wikipedia or ""))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table, or the links to read."""
    parser = argparse.ArgumentParser(prog="python -m bench.remakes", description="Links beside lists of remakes.")
    parser.add_argument("data", type=Path, help="folder that holds the folder `remakes`")
    parser.add_argument("--catalogue", type=Path, help="catalogue file; without it the starter that ships")
    parser.add_argument("--misses", type=Path, metavar="FILE", help="write the pairs held and not found")
    parser.add_argument("--beyond", type=int, metavar="N", help="print N links of no list, to be read by hand")
    parser.add_argument("--seed", type=int, default=7, help="which links (default 7)")
    options = parser.parse_args(arguments)
    from basedon.starter import packing

    with Catalogue(options.catalogue or packing.path()) as catalogue:
        kin, pairs_of = Kin(catalogue), lists.read(options.data)
        if options.beyond is not None:
            print(*beyond(kin, pairs_of, options.beyond, options.seed), sep="\n")
            return
        print(*report(kin, pairs_of), sep="\n")
        if options.misses:
            options.misses.write_text("".join(f"{line}\n" for line in misses(kin, pairs_of)), "utf-8")


if __name__ == "__main__":
    main()
