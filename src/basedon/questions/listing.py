"""Which films fit several things at once, and what is true of them?

Questions that go along relations: "Korean films of 2013 based on true stories", "who acted in the films directed by the
director of X", "films based on novels by Stephen King that were remade". Each step is answered from the catalogue: who
is credited, countries, languages, genres, years, remakes, what films are based on, what they are about, awards. A film
counts as based on a true story where its story basis is `true_story` or `inspired_by_real_events`. Films made by the
people of a film are other films than that one. What is asked is told back (`read_as`); a question that is not
understood to the last word is not answered.
"""

from __future__ import annotations

from typing import cast

from basedon.catalogue import relations
from basedon.catalogue.catalogue import Catalogue
from basedon.model.answer import Table
from basedon.questions import telling
from basedon.questions.plan import Films, Of, Plan
from basedon.questions.plans import Run, personal
from basedon.questions.question import Asked, Question, Said

MOST = 500
"""Rows of a table; of more films, those people likeliest mean."""

NAMED = 3
"""Films or values that the sentence names."""

FILM_COLUMNS = ("title", "year", "country", "director", "imdb", "wikidata", "id")
PERSON_COLUMNS = ("name", "films", "id")


def answer(catalogue: Catalogue, asked: Asked, number: int) -> Said:
    """The answer to a question about a film that was spoken of before."""
    if asked.plan is None:
        return Said("Nothing definite is asked.")
    return about_plan(catalogue, asked.plan, Run(catalogue, number))


def about_plan(catalogue: Catalogue, plan: Plan, run: Run) -> Said:
    """A table of films, people or values, with a sentence."""
    if isinstance(plan, Films):
        return films(catalogue, plan, run)
    return values(catalogue, plan, run)


def films(catalogue: Catalogue, plan: Films, run: Run) -> Said:
    """A table of films, by year."""
    found = run.works(plan)
    rows = relations.rows(catalogue, found, MOST)
    table = Table(FILM_COLUMNS, tuple(rows))
    what = telling.told(plan)
    if not found:
        return Said(f"The catalogue holds none of these: {what}.", table=table)
    count = "one film" if len(found) == 1 else f"{len(found):,} films"
    few = [f"{title} ({year})" if year else title for title, year, *_ in rows[:NAMED]]
    more = "" if len(found) <= NAMED else ", …"
    shown = f" The table shows the {MOST} best known." if len(found) > MOST else ""
    return Said(f"The catalogue holds {count}: {what}. {', '.join(few)}{more}.{shown}", table=table)


def values(catalogue: Catalogue, plan: Of, run: Run) -> Said:
    """A table of people or plain values, those of most films first."""
    counted = run.values(plan)
    last = run.start(plan.films) if personal(plan.relation) else set()
    best = sorted(counted.items(), key=lambda pair: (pair[0] in last, -pair[1]))
    rows: list[tuple[str | int | float | None, ...]]
    columns: tuple[str, ...]
    if personal(plan.relation):
        people = relations.names_of(catalogue, cast(dict[int, int], counted))
        rows = [(people[cast(int, person)][0], times, people[cast(int, person)][1]) for person, times in best]
        columns = PERSON_COLUMNS
    else:
        rows = [(cast(str | int | float, value), times) for value, times in best]
        columns = (plan.relation, "films")
    what = telling.told(plan)
    table = Table(columns, tuple(rows[:MOST]))
    if not rows:
        return Said(f"No source in this catalogue tells the {what}.", table=table)
    named = [str(first) for first, *_ in rows[:NAMED]]
    more = f" and {len(rows) - NAMED:,} more" if len(rows) > NAMED else ""
    return Said(f"{what[:1].upper()}{what[1:]}: {', '.join(named)}{more}.", table=table)


QUESTION = Question(
    kind="listing",
    wordings=(),
    read_as="films linked to {film}",
    example="Who acted in the films by the director of {film}?",
    answer=answer,
)
