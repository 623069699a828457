"""What speaks of works only by their titles, and is heard when all works are known: articles, charts, nominations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from basedon.building.listed import coded, hear
from basedon.catalogue.adding import row
from basedon.catalogue.filling import Filling
from basedon.catalogue.joining import TITLES, Entry
from basedon.catalogue.rows import Row, identifier, prominence
from basedon.identity.charting import Candidate
from basedon.identity.titles import normal
from basedon.model.award import Nomination
from basedon.model.chart import Charted
from basedon.model.evidence import Evidence
from basedon.model.issue import Issue
from basedon.model.statement import Predicate, Statement, Target
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
        heard = hear(self.charted, partial(candidates, filling))
        self.issues += heard.issues
        for charted, work in heard.rows:
            yield row(charted, filling.numbering.of(work) if work else None)


def candidates(filling: Filling, key: str) -> list[Candidate]:
    """The works under a title's key, with what tells whether one is meant."""
    return [candidate(filling.entries[id_], key) for id_ in filling.titled.get(key)]


def candidate(entry: Entry, key: str) -> Candidate:
    """One of them."""
    told = {
        (s.target.title, s.predicate is not Predicate.ALSO_CALLED)
        for s in entry.said
        if s.predicate in TITLES and s.target.title and normal(s.target.title) == key
    }
    return Candidate(
        id=entry.id,
        type=entry.type,
        told=tuple(sorted(told)),
        years=tuple(sorted(set(entry.years))),
        languages=frozenset(s.target.title for s in entry.firsts(Predicate.LANGUAGE) if s.target.title),
        countries=coded(s.target.title or "" for s in entry.firsts(Predicate.COUNTRY)),
        prominence=prominence(entry),
    )
