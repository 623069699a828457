"""A question put in words to an answer: the first of its readings whose film, person or plan is held."""

from __future__ import annotations

from basedon.answering.audience import holds, listed
from basedon.answering.films import about, named
from basedon.answering.misses import not_found, unheld, unnamed_in, whole
from basedon.catalogue import search as finding
from basedon.catalogue.catalogue import Catalogue
from basedon.errors import BadUsage
from basedon.model.answer import Answer, FilmAnswer, Query, QuestionKind
from basedon.questions import NEEDS, QUESTIONS, asking, listing, plans, telling
from basedon.questions.plan import Plan
from basedon.questions.question import Asked

MISSPELT = 4
"""Titles of a question of which a misspelling is looked for, which takes milliseconds each."""

FELT = ("moods", "tearjerkers")
"""Kinds of questions whose words a plan would take for genres: "something funny" asks what people felt."""


def ask(catalogue: Catalogue, question: str, about_film: str | None = None) -> Answer:
    """Answer a question put in words; `about_film` is the id of the film that "it" means.

    The first reading whose film is found under that very title is taken. Raises BadUsage when nothing is asked.
    """
    question = whole(question)
    about_film = whole(about_film) if about_film else None
    spoken_of = catalogue.number(about_film) if about_film else None
    if about_film and spoken_of is None:
        raise BadUsage(f"--about {about_film}: no such film in the catalogue; see `basedon search`")
    readings = asking.readings(question)
    titled = next(readings, None)
    if titled is None:
        raise BadUsage('nothing is asked; try: basedon "Is Fargo based on a true story?"')
    bracketed = any(sign in question for sign in "([")  # "who directed [Red River]" is not what stands in the brackets
    answer = tried(catalogue, titled, question, spoken_of, as_typed=bracketed)
    if answer is not None:
        return answer
    worded = list(readings)
    felt = next((asked for asked in worded if asked.kind in FELT), None)
    plan = asking.planned(catalogue, question) if felt is None else None
    if plan is not None and asking.first(plan):
        return by_plan(catalogue, plan, question, spoken_of)
    for asked in worded:
        answer = tried(catalogue, asked, question, spoken_of)
        if answer is not None:
            return answer
    plan = plan or asking.planned(catalogue, question, surnames=True)
    if plan is None and bracketed and (answer := tried(catalogue, titled, question, spoken_of)) is not None:
        return answer
    met = [titled, *worded]
    answer = by_plan(catalogue, plan, question, spoken_of) if plan is not None else None
    if isinstance(answer, FilmAnswer) or (answer is not None and answer.needs):
        return answer
    return misspelt(catalogue, met, question) or answer or not_found(catalogue, met, question)


def misspelt(catalogue: Catalogue, readings: list[Asked], question: str) -> Answer | None:
    """The answer about the film that is clearly meant by a title with a letter or two wrong, if there is one."""
    titles: set[str] = set()
    for asked in (*readings[1:], readings[0]):
        if asked.title and not asked.about_it and not asked.person and asked.title not in titles:
            titles.add(asked.title)
            if len(titles) > MISSPELT:
                break
            number = named(catalogue, asked.title, asked.hints, misspelt=True)
            if number is not None:
                return of_film(catalogue, asked, question, number)
    return None


def by_plan(catalogue: Catalogue, plan: Plan, question: str, spoken_of: int | None) -> Answer:
    """The answer to a plan: as its own kind of question where it is about one film or person, else as a listing."""
    asked = asking.single(plan)
    answer = tried(catalogue, asked, question, spoken_of) if asked else None
    return answer or planned(catalogue, plan, question, spoken_of)


def planned(catalogue: Catalogue, plan: Plan, question: str, spoken_of: int | None) -> Answer:
    """The answer to a question that goes along several relations; a miss where a name in it is not held."""
    asked = asking.single(plan)
    kind: QuestionKind = asked.kind if asked else "listing"
    lacking = plans.needs(catalogue, plan)
    if lacking:
        return unheld(catalogue, Asked(kind), question, lacking)
    run = plans.Run(catalogue, spoken_of)
    it = catalogue.work(spoken_of).label if spoken_of is not None else "it"
    read_as = telling.told(plan, it)
    try:
        said = listing.about_plan(catalogue, plan, run)
    except plans.Unnamed as unnamed:
        return unnamed_in(catalogue, unnamed.name, question, kind, read_as)
    return FilmAnswer(
        query=Query(question[:300]),
        catalogue=catalogue.stamp,
        question=question,
        kind=kind,
        text=said.text,
        read_as=read_as,
        work=None,
        table=said.table,
    )


def tried(
    catalogue: Catalogue, asked: Asked, question: str, spoken_of: int | None, *, as_typed: bool = False
) -> Answer | None:
    """The answer to one reading of a question; None when its film or person is not held under that name."""
    if asking.empty_name(asked):
        return None
    if asked.kind in NEEDS and asked.kind not in QUESTIONS:
        return unheld(catalogue, asked, question, asked.kind)
    kind = QUESTIONS[asked.kind]
    if kind.answer_any:
        return of_many(catalogue, asked, question)
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
            read_as=telling.films_of(name, asked.aspect),
            work=None,
            table=said.table,
        )
    held = None
    if asked.title and not asked.about_it:
        held = named(catalogue, asked.title, asked.hints, as_typed=as_typed)
    number = spoken_of if asked.about_it else held
    return None if number is None else of_film(catalogue, asked, question, number)


def of_film(catalogue: Catalogue, asked: Asked, question: str, number: int) -> Answer:
    """The answer to a question about one film; a miss where it asks for what the catalogue has no source of."""
    kind = QUESTIONS[asked.kind]
    needed = asked.aspect if asked.aspect in NEEDS else asked.kind
    if needed in NEEDS and not holds(catalogue, needed):
        return unheld(catalogue, asked, question, needed)
    said = kind.answer(catalogue, asked, number)
    return about(catalogue, number, Query(asked.title or question, asked.hints.year), asked, question, said)


def of_many(catalogue: Catalogue, asked: Asked, question: str) -> Answer:
    """The answer to a question that means no single film."""
    kind = QUESTIONS[asked.kind]
    if kind.answer_any is None or not holds(catalogue, asked.kind):
        return unheld(catalogue, asked, question, asked.kind)
    said = kind.answer_any(catalogue, asked, question)
    return listed(catalogue, Query(question[:300]), said, asked.kind, kind.read_as, question)
