"""What people watch and feel, as answers: Top 10s, the weeks of a film, tears and moods, how a film was received."""

from __future__ import annotations

import msgspec

from basedon.answering.films import film
from basedon.answering.misses import unheld, whole
from basedon.catalogue import charts, reactions
from basedon.catalogue.catalogue import Catalogue
from basedon.model.answer import Answer, FilmAnswer, Miss, Query, QuestionKind
from basedon.model.reception import Reception
from basedon.questions import QUESTIONS, lands, moods, reception, when
from basedon.questions import tearjerkers as tearjerkers_
from basedon.questions import trending as trending_
from basedon.questions.question import Asked, Said


def trending(
    catalogue: Catalogue, country: str | None = None, week: str | None = None, category: str = "films"
) -> Answer:
    """The Top 10 of a week (any day of it; None: the newest) and a country (a code or a name; None: the world).

    Raises BadUsage for what is no country, day or category.
    """
    code = lands.country(country) if country else None
    span = when.day(week) if week else None
    query = Query(" ".join(filter(None, ("Top 10", country, week))))
    if not holds(catalogue, "trending"):
        return unheld(catalogue, Asked("trending"), None, "trending", query)
    said = trending_.trending(catalogue, code, span, category)
    return listed(catalogue, query, said, "trending", QUESTIONS["trending"].read_as)


def charted(catalogue: Catalogue, title: str, year: int | None = None) -> Answer:
    """The weeks of one film in the Top 10s: of a film held here, or of a title that only the lists have."""
    if not holds(catalogue, "trending"):
        return unheld(catalogue, Asked("trending"), None, "trending", Query(title, year))
    answer = film(catalogue, title, year)
    if isinstance(answer, FilmAnswer) and answer.work and answer.reception and answer.reception.charts:
        text = f"{answer.work.label} was {reception.in_top_10(answer.reception.charts)}."
        return msgspec.structs.replace(answer, kind="trending", text=text, read_as=f"weeks of {answer.work.label}")
    run = reception.run(charts.of_title(catalogue, title)) if year is None else None
    if run:
        text = (
            f"{run.title} was {reception.in_top_10(run)}. Which film of the catalogue that is, if any, is not certain."
        )
        return FilmAnswer(
            query=answer.query,
            catalogue=catalogue.stamp,
            kind="trending",
            text=text,
            read_as=f"weeks of {run.title}",
            work=None,
            reception=Reception(charts=run, findings=(reception.of_charts(run),)),
        )
    if isinstance(answer, FilmAnswer) and answer.work:
        text = f"{answer.work.label} is on none of the lists held here."
        return Miss(query=answer.query, catalogue=catalogue.stamp, kind="trending", text=text)
    return answer


def tearjerkers(catalogue: Catalogue, mood: str | None = None, limit: int = tearjerkers_.MOST) -> Answer:
    """The films that made people cry most or, with a mood, those that fit it; raises BadUsage for what is no mood."""
    kind: QuestionKind = "tearjerkers" if mood is None else "moods"
    query = Query(mood or "tearjerkers")
    if not holds(catalogue, kind):
        return unheld(catalogue, Asked(kind), None, kind, query)
    ranking = tearjerkers_.tearjerkers
    said = ranking(catalogue, limit) if mood is None else moods.moods(catalogue, whole(mood), limit)
    return listed(catalogue, query, said, kind, QUESTIONS[kind].read_as)


def received(catalogue: Catalogue, title: str, year: int | None = None) -> Answer:
    """How one film was received: `film` with the answer to that question."""
    answer = film(catalogue, title, year)
    number = catalogue.number(answer.work.id) if isinstance(answer, FilmAnswer) and answer.work else None
    if number is None or not isinstance(answer, FilmAnswer):
        return answer
    asked = Asked("reception", title)
    if not holds(catalogue, "reception"):
        return unheld(catalogue, asked, None, "reception", answer.query)
    said = QUESTIONS["reception"].answer(catalogue, asked, number)
    label = answer.work.label if answer.work else title
    return msgspec.structs.replace(
        answer, kind="reception", text=said.text, findings=said.findings, read_as=f"how {label} was received"
    )


def listed(
    catalogue: Catalogue, query: Query, said: Said, kind: QuestionKind, read_as: str, question: str | None = None
) -> Answer:
    """What was said of many films as an answer, or as a miss where it is not held."""
    if not said.found:
        return Miss(
            query=query, catalogue=catalogue.stamp, question=question, kind=kind, text=said.text, read_as=read_as
        )
    return FilmAnswer(
        query=query,
        catalogue=catalogue.stamp,
        question=question,
        kind=kind,
        text=said.text,
        read_as=read_as,
        findings=said.findings,
        work=None,
        table=said.table,
        trend=said.trend,
    )


def holds(catalogue: Catalogue, what: str) -> bool:
    """Whether the catalogue holds any source of a kind of question, or of a fact, that its starter has none of."""
    held = {
        "trending": (charts.holds_charts,),
        "award": (charts.holds_awards,),
        "reception": (charts.holds_ratings, charts.holds_awards, charts.holds_charts, reactions.holds),
        "tears": (reactions.holds,),
        "tearjerkers": (reactions.holds,),
        "moods": (reactions.holds,),
    }
    return any(there(catalogue) for there in held.get(what, ()))
