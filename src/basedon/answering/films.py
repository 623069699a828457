"""One film to all that is known of it: by its title as people type it, by its id, with its family."""

from __future__ import annotations

import msgspec

from basedon.answering.misses import miss, shortened, whole
from basedon.catalogue import search as finding
from basedon.catalogue.catalogue import Catalogue
from basedon.errors import BadUsage
from basedon.model.answer import Answer, FilmAnswer, Miss, Query
from basedon.model.work import Work
from basedon.questions import QUESTIONS, asking, lineage, origin, reception, same_title, true_story
from basedon.questions.question import Asked, Hints, Said


def film(catalogue: Catalogue, title: str, year: int | None = None) -> Answer:
    """Everything about one film, by title, Wikidata item or IMDb title; `year` allows one year either way."""
    title = whole(title)
    query = Query(title, year)
    if not title.strip():
        raise BadUsage("which film? give a title, a Wikidata item (Q…) or an IMDb title (tt…)")
    number = catalogue.number(title.strip())
    if number is None:
        hinted = [] if year is not None else list(asking.variants(Asked("true_story", title.strip())))
        placed = any(a.hints.place for a in hinted)  # "Beast (Telugu)" is no film called "Beast" of another language
        ways = [Asked("true_story", title, hints=Hints(year)), *hinted]
        tried = (
            named(catalogue, a.title or "", a.hints, misspelt=misspelt, as_typed=placed and not n)
            for misspelt in (False, True)
            for n, a in enumerate(ways)
        )
        number = next((n for n in tried if n is not None), None)
    if number is None:
        return miss(catalogue, query, f"No film called {shortened(title)}{f' of {year}' if year else ''} is held here.")
    return about(catalogue, number, query)


def named(
    catalogue: Catalogue, title: str, hints: Hints, *, misspelt: bool = False, as_typed: bool = False
) -> int | None:
    """The film that a title means, the likeliest of those that fit the hints; None when none has that title.

    With `misspelt` it is the film that is clearly meant by a title with a letter or two wrong, with `as_typed` one
    whose title is written so.
    """
    if misspelt:
        found = iter([finding.misspelt(catalogue, title)])
    else:
        found = finding.otherwise(catalogue, title, as_typed=as_typed)
    for numbers in found:
        if hints != Hints():
            numbers = finding.fitting(catalogue, numbers, hints.year, hints.place, hints.name)
        if numbers:
            return numbers[0]
    return None


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


def next_questions(work: Work, asked: Asked | None) -> tuple[str, ...]:
    """Up to five questions that one asks next about a film."""
    kinds = [question for kind, question in QUESTIONS.items() if asked is None or kind != asked.kind]
    return tuple(question.example.format(film=work.title) for question in kinds)[:5]
