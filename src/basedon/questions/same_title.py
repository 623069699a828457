"""Which films have this title?

All works found under one title, in any of their titles; the likeliest one is taken for the answer, every other is
offered.
"""

from __future__ import annotations

from basedon.catalogue import search
from basedon.catalogue.catalogue import Catalogue
from basedon.model.answer import Table
from basedon.model.work import Work
from basedon.questions.question import Asked, Question, Said

COLUMNS = ("title", "original title", "year", "country", "director", "id")
MOST = 20


def alternatives(catalogue: Catalogue, number: int) -> tuple[Work, ...]:
    """Other works under the same main title, the likeliest first."""
    numbers = search.of_title(catalogue, catalogue.work(number).title)
    return tuple(catalogue.works([n for n in numbers if n != number][:MOST]).values())


def answer(catalogue: Catalogue, asked: Asked, number: int) -> Said:
    """The films of one title as a table."""
    title = asked.title or catalogue.work(number).title
    works = [catalogue.work(number), *alternatives(catalogue, number)]
    rows = tuple(
        (
            w.title,
            w.original_title,
            w.year,
            ", ".join(w.countries) or None,
            ", ".join(p.name for p in w.directors) or None,
            w.id,
        )
        for w in sorted(works, key=lambda w: w.year or 9999)
    )
    films = "One film" if len(rows) == 1 else f"{len(rows)} films"
    return Said(f"{films} of the title {title} held here.", table=Table(COLUMNS, rows))


QUESTION = Question(
    kind="same_title",
    wordings=(
        r"(?:how many|which|what|are there(?: other| more| several)?) (?:other )?(?:films|movies) (?:are (?:there )?|is )?"
        r"(?:called|named|titled|with the title|have the title) {film}(?: are there)?",
        r"(?:which|what|how many) {film}(?: films| movies)? (?:is|are) there",
        r"(?:films|movies) (?:called|named|titled|with the title) {film}",
    ),
    read_as="films called {film}",
    example="Which films are called {film}?",
    answer=answer,
)
