"""What is trending on Netflix?

The Top 10 of a week and a country (two letters or a name), or of the world; without a week the newest list held, and a
month or a year gives each title once, under its best rank, or every number one where that is asked. Films, unless
series are asked for. Lists are those of Netflix, by the last day of their week. What this week is, the catalogue
decides: it says of which week the list is.

The table's columns: `rank` in the list; `title` and `year`; `basis`, where the story comes from (empty where the
catalogue does not hold the film, or it is not certain which of a title is meant); `weeks` in this Top 10 so far;
`last week`, the rank of the week before; `change` since: new, back, up, down or same; `countries` on whose lists it was
in that week; `category` of the list; `week` by its last day; `ask`, what people will ask next about this film, `answered`
how many of these the catalogue answers; `id` of the film. The JSON has the same under `trend`, with the questions one
by one and the answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from basedon.catalogue import charts
from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.charts import Charted
from basedon.errors import BadUsage
from basedon.model.answer import Table
from basedon.model.trend import Likely, Place, Trend
from basedon.model.verdict import Basis
from basedon.questions import lands, when
from basedon.questions.expected import expected
from basedon.questions.question import Asked, Question, Said

COLUMNS = (
    *("rank", "title", "year", "basis", "weeks", "last week", "change", "countries"),
    *("category", "week", "ask", "answered", "id"),
)
TOP = 10
MOST = 50
"""Titles of a longer time that are listed."""

KINDS = {"films": "Films", "film": "Films", "movies": "Films", "tv": "TV", "series": "TV", "shows": "TV", "all": ""}
"""How the categories of each kind begin."""

SERIES = re.compile(r"\b(?:series|shows?|tv)\b", re.IGNORECASE)
FIRST = re.compile(r"(?:\bnumber (?:one|1)|\bno\.? ?1|# ?1|\btop of)\b", re.IGNORECASE)
TOP_N = re.compile(r"\btop[ -]?(\d{1,2}|three|five|ten)\b", re.IGNORECASE)
NUMBERS = {"three": 3, "five": 5, "ten": 10}


def trending(
    catalogue: Catalogue,
    country: str | None = None,
    span: when.Span | None = None,
    category: str = "films",
    top: int = TOP,
) -> Said:
    """The lists of a country (two letters; None: the world) in the weeks of a span (None: the newest week).

    Raises BadUsage for a category that no list has. `found` is false where the list is not held.
    """
    held = charts.weeks_held(catalogue)
    if country not in held:
        have = ", ".join(code or "the world" for code in held)
        return Said(f"No Top 10 of {lands.name(country)} is held here; held are those of: {have}.", found=False)
    weeks = when.within(span, held[country])
    if not weeks:
        days = " to ".join(dict.fromkeys(span or ()))
        return Said(
            f"No Top 10 of {lands.name(country)} of {days} is held here; held are those of the weeks to {held[country][0]} "
            f"until {held[country][-1]}.",
            found=False,
        )
    rows = [r for r in charts.lists(catalogue, country, weeks[0], weeks[-1]) if in_category(r.category, category)]
    if not rows:
        listed = sorted({r.category for r in charts.lists(catalogue, country, weeks[0], weeks[-1])})
        raise BadUsage(f"{category}: no such category; choose films, tv, all, or one of: {', '.join(listed)}")
    chosen = [row for row in rows if row.rank <= top]
    many = len(weeks) > 1
    if many and top > 1:
        chosen = best(chosen)[:MOST]
    trend = Trend(
        country=country,
        country_name=lands.names().get(country, country) if country else None,
        first_week=weeks[0],
        last_week=weeks[-1],
        places=places(catalogue, country, chosen),
    )
    return Said(in_words(trend, top), table=table(trend), trend=trend)


def in_category(category: str, wanted: str) -> bool:
    """Whether a list is one of those wanted: a kind of them, or one by its name."""
    kind = KINDS.get(wanted.strip().lower())
    return category.startswith(kind) if kind is not None else category.casefold() == wanted.strip().casefold()


def best(rows: Iterable[Charted]) -> list[Charted]:
    """Each title of several weeks once, in its best week: by best rank, then by how many weeks it was there."""
    of: dict[tuple[str, str, str | None], list[Charted]] = {}
    for row in rows:
        of.setdefault((row.category, row.title, row.season), []).append(row)
    ordered = sorted(of.values(), key=lambda r: (min(row.rank for row in r), -len(r), r[0].week, r[0].title))
    return [min(group, key=lambda row: (row.rank, row.week)) for group in ordered]


def places(catalogue: Catalogue, country: str | None, rows: Sequence[Charted]) -> tuple[Place, ...]:
    """The rows of lists with what the catalogue holds of each film."""
    works = catalogue.works(row.work for row in rows if row.work is not None)
    asked = {number: expected(catalogue, number, work) for number, work in works.items()}
    held = frozenset(charts.weeks_held(catalogue)[country])
    found = []
    for row in rows:
        before = (date.fromisoformat(row.week) - timedelta(days=7)).isoformat()
        ranks = previous(catalogue, country, before) if before in held else None
        last = ranks.get((row.category, row.title, row.season)) if ranks is not None else None
        spread = charts.spread(catalogue, row.week)
        story, questions = asked[row.work] if row.work in asked else (None, unheld(row.title))
        found.append(
            Place(
                week=row.week,
                category=row.category,
                rank=row.rank,
                title=row.title,
                season=row.season,
                weeks=row.weeks,
                last_week=last,
                change=change(row, last) if ranks is not None else None,
                countries=spread.get((row.title, row.season), 0) if spread else None,
                hours=row.hours,
                views=row.views,
                work=works.get(row.work) if row.work is not None else None,
                basis=story.basis if story else None,
                probability=story.probability if story else None,
                questions=questions,
            )
        )
    return tuple(found)


def previous(catalogue: Catalogue, country: str | None, week: str) -> dict[tuple[str, str, str | None], int]:
    """The ranks of a week's list."""
    return {(r.category, r.title, r.season): r.rank for r in charts.lists(catalogue, country, week, week)}


def change(row: Charted, last: int | None) -> str:
    """How a title came to its rank since the week before."""
    if last is None:
        return "new" if row.weeks in (None, 1) else "back"
    return "same" if last == row.rank else "up" if last > row.rank else "down"


def unheld(title: str) -> tuple[Likely, ...]:
    """What people ask of any film, of one that is not held."""
    return (Likely(f"Is {title} based on a true story?", answered=False),)


def table(trend: Trend) -> Table:
    """A list as a table."""
    return Table(
        COLUMNS,
        tuple(
            (
                *(p.rank, titled(p), p.work.year if p.work else None, p.basis.value if p.basis else None),
                *(p.weeks, p.last_week, p.change, p.countries, p.category, p.week),
                " ".join(likely.question for likely in p.questions),
                sum(likely.answered for likely in p.questions),
                p.work.id if p.work else None,
            )
            for p in trend.places
        ),
    )


def titled(place: Place) -> str:
    """The title of a place, of a series with its season."""
    return place.season or place.title


def in_words(trend: Trend, top: int) -> str:
    """What a list says, in a sentence or two."""
    where = f"in {lands.name(trend.country)}"
    one = trend.first_week == trend.last_week
    week = (
        f"in the week to {trend.last_week}"
        if one
        else f"from the week to {trend.first_week} to the one to {trend.last_week}"
    )
    firsts = list(dict.fromkeys(titled(p) for p in trend.places if p.rank == 1))
    shown = "; ".join(firsts[:8]) + ("; …" if len(firsts) > 8 else "")
    said = f"Number one on Netflix {where} {week}: {shown}." if firsts else f"On Netflix {where} {week}."
    if top == 1:
        return said
    titles = {(p.title, p.season) for p in trend.places}
    held = {p.work.id: p.basis for p in trend.places if p.work}
    known = sum(basis not in (None, Basis.UNKNOWN) for basis in held.values())
    return f"{said} Of the {len(titles)} titles listed, {len(held)} are held here, and of {known} it is known where the story comes from."


def answer_any(catalogue: Catalogue, _asked: Asked, question: str) -> Said:
    """The list that a question means: country, time, kind and how many are heard wherever they stand."""
    country, strange = lands.spoken_of(question)
    if strange:
        return Said("No country of that name is known here; name one, or ask for the world.", found=False)
    held = charts.weeks_held(catalogue)
    span = when.spoken_of(question, held.get(country, ()))
    top = 1 if FIRST.search(question) else TOP
    if m := TOP_N.search(question):
        top = min(TOP, NUMBERS.get(m[1].lower()) or int(m[1]) or 1)
    return trending(catalogue, country, span, "tv" if SERIES.search(question) else "films", top)


def answer(catalogue: Catalogue, _asked: Asked, _number: int) -> Said:
    """The newest list of the world, whichever film was spoken of before."""
    return trending(catalogue)


_WHERE = r"(?:,? (?:on netflix|(?:in|for|from|on|during|of|around) .+|this week|last week|(?:right )?now|today|currently|worldwide|globally))*"
_WHAT = r"(?:films?|movies?|(?:tv )?(?:shows?|series)|titles?|ones?)"

QUESTION = Question(
    kind="trending",
    wordings=(
        rf"(?:what|which)(?:'s|s| is| are| was| were)? (?:{_WHAT} )?(?:(?:is|are|was|were) )?(?:currently |now )?"
        rf"(?:the )?(?:trending|popular|most popular|most watched|hot)(?: {_WHAT})?{_WHERE}",
        rf"(?:what|which)(?:'s|s| is| are| was| were)? (?:on |in )?(?:the )?(?:netflix(?:'s)? )?(?:\w+ )?top[ -]?(?:\d+|ten|five|three)"
        rf"(?: (?:on netflix|list|chart|{_WHAT}))*{_WHERE}",
        rf"(?:show |list |give )?(?:me )?(?:the |netflix(?:'s)? )*(?:(?:[\w']+ ){{0,3}})?top[ -]?(?:\d+|ten|five|three)"
        rf"(?: (?:on netflix|list|chart|{_WHAT}))*{_WHERE}",
        rf"(?:(?:what|which)(?:'s|s)? )?(?:{_WHAT} )?(?:(?:is|are|was|were) )?(?:the )?(?:number (?:one|1)|no\.? ?1|# ?1)"
        rf"(?: {_WHAT})? (?:on netflix|in|this week|last week)\b.*",
        rf"(?:what|which) (?:{_WHAT} )?(?:(?:do|does|did|are|is|were|was) )?(?:people|everyone|everybody|the world) "
        rf"(?:watch|watching)(?: (?:on netflix|most))*{_WHERE}",
        rf"(?:trending|most watched|popular)(?: {_WHAT})?{_WHERE}",
        rf"netflix (?:charts?|top list|trends){_WHERE}",
    ),
    read_as="the Top 10 of Netflix",
    example="What is trending on Netflix?",
    answer=answer,
    answer_any=answer_any,
)
