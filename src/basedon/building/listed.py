"""Charts: their rows put together by title, each with the work that it means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from basedon.identity.charting import Candidate, Listing, meant, named, runs
from basedon.identity.titles import normal
from basedon.model.chart import Charted
from basedon.model.issue import Issue
from basedon.prose.countries import by_code

Candidates = Callable[[str], Sequence[Candidate]]
"""Gives the works under a title's key."""


class Heard(Struct, frozen=True):
    """All rows in order, each with the id of the work meant where that is certain, and the titles where it is not."""

    rows: list[tuple[Charted, str | None]]
    issues: list[Issue]


def hear(charted: Iterable[Charted], candidates: Candidates) -> Heard:
    """Find the works that charts mean: first each run of weeks for itself, then with what the title meant in others."""
    rows = sorted(charted, key=lambda c: (c.week or "", c.country or "", c.category, c.rank, repr(c)))
    groups = list(listings(rows))
    sure: dict[tuple[str, str], set[str]] = {}
    for _, listing in groups:
        if work := work_of(listing, candidates):
            sure.setdefault((listing.title, listing.type), set()).add(work)
    found: dict[int, str | None] = {}
    issues = []
    for run, listing in groups:
        work = work_of(listing, candidates, frozenset(sure.get((listing.title, listing.type), ())))
        if work is None:
            says = f"no {listing.type}, or several, of this title"
            issues.append(Issue("netflix", listing.title, "no work", says))
        found |= dict.fromkeys(map(id, run), work)
    return Heard([(c, found[id(c)]) for c in rows], issues)


def work_of(listing: Listing, candidates: Candidates, known: frozenset[str] = frozenset()) -> str | None:
    """The id of the work that a listing means; None where it is not certain.

    `known` are the works that the same title surely meant in other weeks.
    """
    for way in named(listing.title):
        found = meant(listing, candidates(normal(way.title)), way, known)
        if found:
            return found
    return None


def listings(charted: Iterable[Charted]) -> Iterator[tuple[list[Charted], Listing]]:
    """The rows of charts by what is one listing: a title of a type, over weeks that hang together."""
    by_title: dict[tuple[str, str], list[Charted]] = {}
    for c in charted:
        by_title.setdefault((c.title, c.type), []).append(c)
    for (title, type_), rows in sorted(by_title.items()):
        firsts = runs(sorted({c.week for c in rows if c.week}))
        by_run: dict[str, list[Charted]] = {}
        for c in rows:
            # a list of all time has no week: it is of the title's last ones
            by_run.setdefault(firsts.get(c.week or "", max(firsts.values(), default="")), []).append(c)
        for first, run in sorted(by_run.items()):
            told = {"Non-English" not in c.category for c in run if "English" in c.category}
            yield (
                run,
                Listing(
                    title=title,
                    type=type_,
                    first=first,
                    in_english=told.pop() if len(told) == 1 else None,
                    countries=frozenset(c.country for c in run if c.country),
                ),
            )


def coded(countries: Iterable[str]) -> frozenset[str]:
    """Countries by their two letters; those that have none, such as the Soviet Union, are left out."""
    known = codes()
    return frozenset(known[name] for name in countries if name in known)


@cache
def codes() -> dict[str, str]:
    """Countries' two letters by their usual names."""
    return {name: code for code, name in by_code().items()}
