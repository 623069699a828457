"""What speaks of works only by their titles, and is heard when all works are known: articles, charts, nominations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from basedon.catalogue.filling import Filling
from basedon.catalogue.joining import TITLES
from basedon.catalogue.rows import Row, identifier, prominence
from basedon.identity.charting import Candidate, Listing, meant, named, runs
from basedon.identity.titles import normal
from basedon.model.award import Nomination
from basedon.model.chart import Charted
from basedon.model.evidence import Evidence
from basedon.model.issue import Issue
from basedon.model.statement import Predicate, Statement, Target
from basedon.prose.countries import by_code
from basedon.sources.articles import Unread, read_folder


class Late:
    """Hears them all; `issues` tells what gave nothing, `counts` how many records each source had."""

    def __init__(
        self,
        articles: Path | None = None,
        charted: list[Charted] | None = None,
        nominated: list[Nomination] | None = None,
    ) -> None:
        self.articles, self.charted, self.nominated = articles, charted or [], nominated or []
        self.issues: list[Issue] = []
        self.counts: dict[str, int] = {}

    def hear(self, filling: Filling) -> None:
        """Add what they say to the works they speak of."""
        if self.articles is not None:
            self.hear_articles(filling, self.articles)
        for nomination in sorted(self.nominated, key=repr):
            self.hear_nomination(filling, nomination)
        filling.tables.add("charts", self.chart_rows(filling))
        self.counts |= {"netflix": len(self.charted), "oscars": len(self.nominated)}

    def hear_articles(self, filling: Filling, folder: Path) -> None:
        """What a folder of articles says; what gave no witness is an issue."""
        heard: dict[str, str] = {}
        for said in read_folder(folder, filling.targets.film):
            if isinstance(said, Unread):
                self.issues.append(Issue("articles", said.record, said.kind, said.says))
            else:
                filling.entries.add(said.subject, said)
                heard[f"articles:{said.evidence[0].record}"] = said.subject
        numbers = filling.numbering
        filling.tables.add("joins", [(r, numbers.of(id_), "its own record") for r, id_ in sorted(heard.items())])
        self.counts["articles"] = len(heard)

    def hear_nomination(self, filling: Filling, nomination: Nomination) -> None:
        """An award that a film won or was nominated for."""
        if not nomination.film:
            return
        record = f"{nomination.ceremony_year}: {nomination.category}, {nomination.film}"
        known = filling.joined.root_of.get(f"imdb:{nomination.imdb}") if nomination.imdb else None
        found = known if known in filling.entries else filling.targets.film(nomination.film, nomination.year)
        if found and found != known and nomination.imdb and identifier(filling.entries[found], "imdb"):
            found = None  # a film of that title and year, but by its id another
        if found is None:
            says = f"no film, or several, of the title {nomination.film!r} and the year {nomination.year}"
            self.issues.append(Issue("oscars", record, "no film", says))
            return
        filling.entries.add(
            found,
            Statement(
                subject=found,
                predicate=Predicate.AWARD if nomination.won else Predicate.NOMINATION,
                target=Target(
                    f"{nomination.award}: {nomination.canonical or nomination.category}",
                    creator=nomination.name,
                    year=nomination.ceremony_year,
                ),
                evidence=(Evidence("oscars", record, "film"),),
            ),
        )

    def chart_rows(self, filling: Filling) -> Iterator[Row]:
        """Rows of `charts`, each with the work where it is certain."""
        meant = Meant(filling)
        found: dict[int, int | None] = {}
        groups = list(listings(self.charted))
        sure: dict[tuple[str, str], set[str]] = {}
        for _, listing in groups:
            if work := meant.work(listing):
                sure.setdefault((listing.title, listing.type), set()).add(work)
        for charted, listing in groups:
            work = meant.work(listing, frozenset(sure.get((listing.title, listing.type), ())))
            if work is None:
                says = f"no {listing.type}, or several, of this title"
                self.issues.append(Issue("netflix", listing.title, "no work", says))
            found |= dict.fromkeys(map(id, charted), filling.numbering.of(work) if work else None)
        for c in sorted(self.charted, key=lambda c: (c.week or "", c.country or "", c.category, c.rank, repr(c))):
            yield (
                *("netflix", c.week, c.country, c.category, c.rank, c.title, c.season),
                *(found[id(c)], c.days, c.hours, c.views, c.weeks, c.runtime),
            )


class Meant:
    """Finds the works that charts mean."""

    def __init__(self, filling: Filling) -> None:
        self.filling = filling

    def work(self, listing: Listing, known: frozenset[str] = frozenset()) -> str | None:
        """The id of the work that a listing means; None where it is not certain.

        `known` are the works that the same title surely meant in other weeks.
        """
        for way in named(listing.title):
            ids = self.filling.titled.get(normal(way.title))
            found = meant(listing, [self.candidate(id_, normal(way.title)) for id_ in ids], way, known)
            if found:
                return found
        return None

    def candidate(self, id_: str, key: str) -> Candidate:
        """What tells whether a work is meant by a title's key."""
        entry = self.filling.entries[id_]
        told = {
            (s.target.title, s.predicate is not Predicate.ALSO_CALLED)
            for s in entry.said
            if s.predicate in TITLES and s.target.title and normal(s.target.title) == key
        }
        return Candidate(
            id=id_,
            type=entry.type,
            told=tuple(sorted(told)),
            years=tuple(sorted(set(entry.years))),
            languages=frozenset(s.target.title for s in entry.firsts(Predicate.LANGUAGE) if s.target.title),
            countries=frozenset(
                code for s in entry.firsts(Predicate.COUNTRY) if (code := codes().get(s.target.title or ""))
            ),
            prominence=prominence(entry),
        )


@cache
def codes() -> dict[str, str]:
    """Countries' two letters by their usual names."""
    return {name: code for code, name in by_code().items()}


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
