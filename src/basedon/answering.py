"""The way out: a question (and a film) to an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from basedon.catalogue import charts
from basedon.catalogue import search as finding
from basedon.catalogue.catalogue import Catalogue
from basedon.errors import BadUsage
from basedon.model.answer import Answer, FilmAnswer, Miss, Query, QuestionKind
from basedon.model.reception import Reception
from basedon.model.work import Work
from basedon.questions import NEEDS, QUESTIONS, asking, lands, lineage, origin, reception, same_title, true_story, when
from basedon.questions import trending as trending_
from basedon.questions.question import Asked, Hints, Said

SUGGESTED = 5
LONGEST_TITLE = 150
"""Characters of what may be a title misspelt; looking for the likes of more takes time and finds nothing."""

YEAR = re.compile(r"[0-9]{4}")
READINGS_SUGGESTED = 2
"""Further readings of a question that nothing is known of for which near titles are looked up, which takes time."""


def film(catalogue: Catalogue, title: str, year: int | None = None) -> Answer:
    """Everything about one film, by title, Wikidata item or IMDb title; `year` allows one year either way."""
    title = whole(title)
    query = Query(title, year)
    if not title.strip():
        raise BadUsage("which film? give a title, a Wikidata item (Q…) or an IMDb title (tt…)")
    number = catalogue.number(title.strip())
    if number is None:
        hinted = (a for a in asking.variants(Asked("true_story", title.strip())) if year is None)
        tried = (
            named(catalogue, a.title or "", a.hints) for a in [Asked("true_story", title, hints=Hints(year)), *hinted]
        )
        number = next((n for n in tried if n is not None), None)
    if number is None:
        return miss(catalogue, query, f"No film called {shortened(title)}{f' of {year}' if year else ''} is held here.")
    return about(catalogue, number, query)


def ask(catalogue: Catalogue, question: str, about_film: str | None = None) -> Answer:
    """Answer a question put in words; `about_film` is the id of the film that "it" means.

    The first reading whose film is found under that very title is taken. Raises BadUsage when nothing is asked.
    """
    question = whole(question)
    readings = list(asking.readings(question))
    if not readings:
        raise BadUsage('nothing is asked; try: basedon "Is Fargo based on a true story?"')
    about_film = whole(about_film) if about_film else None
    spoken_of = catalogue.number(about_film) if about_film else None
    if about_film and spoken_of is None:
        raise BadUsage(f"--about {about_film}: no such film in the catalogue; see `basedon search`")
    for asked in readings:
        answer = tried(catalogue, asked, question, spoken_of)
        if answer is not None:
            return answer
    return not_found(catalogue, readings, question)


def tried(catalogue: Catalogue, asked: Asked, question: str, spoken_of: int | None) -> Answer | None:
    """The answer to one reading of a question; None when its film or person is not held under that name."""
    if (asked.kind in NEEDS and asked.kind not in QUESTIONS) or asked.aspect == "tears":
        return unheld(catalogue, asked, question, asked.aspect or asked.kind)
    kind = QUESTIONS[asked.kind]
    if kind.answer_any:
        return listing(catalogue, asked, question)
    if asked.person and kind.about_person:
        people = finding.people(catalogue, asked.person)
        if not people:
            return None
        said = kind.about_person(catalogue, asked, people[0])
        name = catalogue.person(people[0]).name
        return FilmAnswer(
            query=Query(asked.person),
            catalogue=catalogue.stamp,
            question=question,
            kind=asked.kind,
            text=said.text,
            read_as=f"films of {name}",
            work=None,
            table=said.table,
        )
    held = named(catalogue, asked.title, asked.hints) if asked.title and not asked.about_it else None
    number = spoken_of if asked.about_it else held
    if number is None:
        return None
    needed = asked.aspect if asked.aspect in NEEDS else asked.kind
    if needed in NEEDS and not holds(catalogue, needed):
        return unheld(catalogue, asked, question, needed)
    said = kind.answer(catalogue, asked, number)
    return about(catalogue, number, Query(asked.title or question, asked.hints.year), asked, question, said)


def listing(catalogue: Catalogue, asked: Asked, question: str) -> Answer:
    """The answer to a question that means no single film."""
    kind = QUESTIONS[asked.kind]
    if kind.answer_any is None or not holds(catalogue, asked.kind):
        return unheld(catalogue, asked, question, asked.kind)
    said = kind.answer_any(catalogue, asked, question)
    return listed(catalogue, Query(question[:300]), said, asked.kind, kind.read_as, question)


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
        "reception": (charts.holds_ratings, charts.holds_awards, charts.holds_charts),
    }
    return any(there(catalogue) for there in held.get(what, ()))


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


def named(catalogue: Catalogue, title: str, hints: Hints) -> int | None:
    """The film that a title means, the likeliest of those that fit the hints; None when none has that title."""
    numbers = finding.of_title(catalogue, title)
    if hints != Hints():
        numbers = finding.fitting(catalogue, numbers, hints.year, hints.place, hints.name)
    return numbers[0] if numbers else None


def about(
    catalogue: Catalogue,
    number: int,
    query: Query,
    asked: Asked | None = None,
    question: str | None = None,
    said: Said | None = None,
) -> FilmAnswer:
    """All that is known of one film, with the answer to a question about it."""
    work = catalogue.work(number)
    kind = QUESTIONS[asked.kind] if asked else None
    return FilmAnswer(
        query=query,
        catalogue=catalogue.stamp,
        question=question,
        kind=asked.kind if asked else None,
        text=said.text if said else None,
        read_as=kind.read_as.format(film=work.label, aspect=asked.aspect) if kind and asked else None,
        work=work,
        story=true_story.story(catalogue, number),
        based_on=origin.origins(catalogue, number),
        remake_of=lineage.remake_of(catalogue, number),
        remakes=lineage.remakes(catalogue, number),
        siblings=lineage.siblings(catalogue, number),
        alternatives=same_title.alternatives(catalogue, number),
        reception=reception.reception(catalogue, number),
        findings=said.findings if said else (),
        table=said.table if said else None,
        tree=said.tree if said else None,
        next_questions=next_questions(work, asked),
    )


def family(catalogue: Catalogue, title: str, year: int | None = None) -> Answer:
    """The lineage of one film: `film` with the tree."""
    answer = film(catalogue, title, year)
    if isinstance(answer, Miss) or answer.work is None:
        return answer
    number = catalogue.number(answer.work.id)
    if number is None:
        return answer
    said = QUESTIONS["lineage"].answer(catalogue, Asked("lineage", title), number)
    return msgspec.structs.replace(
        answer,
        kind="lineage",
        text=said.text,
        findings=said.findings,
        tree=said.tree,
        read_as=f"lineage of {answer.work.label}",
    )


def search(catalogue: Catalogue, text: str, limit: int = 10) -> tuple[Work, ...]:
    """The works whose titles fit what is typed best, the likeliest first."""
    return tuple(catalogue.works(finding.search(catalogue, whole(text), limit)).values())


def whole(text: str) -> str:
    """The text with halves of characters (lone surrogates), which no file can hold, as replacement characters."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def next_questions(work: Work, asked: Asked | None) -> tuple[str, ...]:
    """Up to five questions that one asks next about a film."""
    kinds = [question for kind, question in QUESTIONS.items() if asked is None or kind != asked.kind]
    return tuple(question.example.format(film=work.title) for question in kinds)[:5]


def miss(
    catalogue: Catalogue, query: Query, text: str, asked: Asked | None = None, question: str | None = None
) -> Miss:
    """Nothing found, with the titles that come nearest."""
    return Miss(
        query=query,
        catalogue=catalogue.stamp,
        question=question,
        kind=asked.kind if asked else None,
        text=text,
        suggestions=near(catalogue, query.title),
    )


def near(catalogue: Catalogue, title: str) -> tuple[Work, ...]:
    """The works whose titles come nearest to what is typed; none for what is longer than a title."""
    return search(catalogue, title, SUGGESTED) if len(title) <= LONGEST_TITLE else ()


def not_found(catalogue: Catalogue, readings: list[Asked], question: str) -> Miss:
    """The miss of a question whose film, person or wording is not known: what comes nearest to any way it reads."""
    asked = likeliest(readings)
    if asked.about_it:
        text = "Which film? Name it in the question, or give it with --about."
        return Miss(
            query=Query(question[:300]), catalogue=catalogue.stamp, question=question, kind=asked.kind, text=text
        )
    name = asked.title or asked.person or question
    what = "Nobody" if asked.person else "No film"
    answer = miss(catalogue, Query(name), f"{what} called {shortened(name)} is held here.", asked, question)
    others = dict.fromkeys(reading.title for reading in readings[1:] if reading.title and reading.title != name)
    for other in list(others)[:READINGS_SUGGESTED]:
        if not answer.suggestions:
            answer = msgspec.structs.replace(answer, suggestions=near(catalogue, other))
    return answer


def likeliest(readings: list[Asked]) -> Asked:
    """What a question asks that was not answered: its first wording that fits, or, where none does, a title."""
    return next((asked for asked in readings[1:] if asked.hints == Hints()), readings[0])


ADDED_BY = {"imdb": "--imdb DIR", "netflix": "--netflix FILE", "oscars": "--oscars FILE", "wikidata": "--wikidata FILE"}
"""The option of `basedon build` that adds each source."""


def unheld(catalogue: Catalogue, asked: Asked, question: str | None, what: str, query: Query | None = None) -> Miss:
    """The miss of a question for which the catalogue holds no source, with the command that adds one."""
    needs = NEEDS[what]
    text = f"This catalogue holds no source that tells of that; it needs: {' or '.join(needs)}."
    options = " ".join(ADDED_BY[source] for source in needs if source in ADDED_BY)
    if options:
        text += f" Add it with `basedon build -o my.basedon {options} …`, and ask with --catalogue my.basedon."
    return Miss(
        query=query or Query((question or "")[:300]),
        catalogue=catalogue.stamp,
        question=question,
        kind=asked.kind,
        text=text,
        needs=needs,
    )


def shortened(text: str, most: int = 80) -> str:
    """A name as it can be repeated in an answer."""
    return f"“{text}”" if len(text) <= most else f"“{text[:most]}…”"


def film_each(catalogue: Catalogue, lines: Iterable[str]) -> Iterator[Answer]:
    """An answer for each line `TITLE` or `TITLE<TAB>YEAR`, misses included, in order."""
    for line in lines:
        yield one(catalogue, *[part.strip() for part in line.split("\t")][:2])


def one(catalogue: Catalogue, title: str, stated: str = "") -> Answer:
    """One film of a batch; a line that asks for nothing, or whose year is none, is a miss."""
    if stated and not YEAR.fullmatch(stated):
        return miss(
            catalogue, Query(title), f"{shortened(stated)} is no year; write TITLE<TAB>YEAR, or the title alone."
        )
    try:
        return film(catalogue, title, int(stated) if stated else None)
    except BadUsage as error:
        return Miss(query=Query(title), catalogue=catalogue.stamp, text=str(error))


def ask_each(catalogue: Catalogue, lines: Iterable[str], about_film: str | None = None) -> Iterator[Answer]:
    """An answer for each line, a question, misses included, in order."""
    for line in lines:
        try:
            yield ask(catalogue, line, about_film)
        except BadUsage as error:
            yield Miss(query=Query(line), catalogue=catalogue.stamp, question=line, text=str(error))
