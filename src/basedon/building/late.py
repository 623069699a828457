"""What speaks of works only by their titles, and is heard when all works are known: articles, charts, nominations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from basedon.catalogue.filling import Filling
from basedon.catalogue.rows import Row, identifier
from basedon.identity.titles import normal
from basedon.model.award import Nomination
from basedon.model.chart import Charted
from basedon.model.evidence import Evidence
from basedon.model.issue import Issue
from basedon.model.statement import Predicate, Statement, Target
from basedon.sources.articles import Unread, read_folder

NEW = 2
"""Years before a week's in which a film on its chart mostly came out."""


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
        works: dict[tuple[str, str, str], int | None] = {}
        for c in sorted(self.charted, key=lambda c: (c.week or "", c.country or "", c.category, c.rank, repr(c))):
            key = (c.title, c.type, (c.week or "")[:4])
            if key not in works:
                found = charted_work(filling, c)
                works[key] = filling.numbering.of(found) if found else None
                if found is None:
                    says = f"no {c.type}, or several, of this title"
                    self.issues.append(Issue("netflix", c.title, "no work", says))
            yield (
                *("netflix", c.week, c.country, c.category, c.rank, c.title, c.season),
                *(works[key], c.days, c.hours, c.views, c.weeks, c.runtime),
            )


def charted_work(filling: Filling, charted: Charted) -> str | None:
    """The id of the work that a chart means: the only one of its title and type, or the only one that was new then."""
    ids = [id_ for id_ in filling.titled.get(normal(charted.title)) if filling.entries[id_].type == charted.type]
    if len(ids) > 1 and charted.week:
        then = int(charted.week[:4])
        new = [id_ for id_ in ids if any(then - NEW < year <= then for year in filling.entries[id_].years)]
        main = [id_ for id_ in new if charted.title in {s.target.title for s in filling.entries[id_].said}]
        ids = new if len(new) == 1 else main
    return ids[0] if len(ids) == 1 else None
