"""What is not found, not held or not understood: which, and what comes nearest; never a guess."""

from __future__ import annotations

import msgspec

from basedon.catalogue import search as finding
from basedon.catalogue.catalogue import Catalogue
from basedon.model.answer import Miss, Query, QuestionKind
from basedon.model.work import Work
from basedon.questions import ADDED_BY, NEEDS, asking, nearest
from basedon.questions.plan import Name
from basedon.questions.question import Asked, Hints

SUGGESTED = 5
READINGS_SUGGESTED = 2
"""Further readings of a question that nothing is known of for which near titles are looked up, which takes time."""

WHICH = "Which film? Name it in the question, or give it with --about."


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


def unheld(catalogue: Catalogue, asked: Asked, question: str | None, what: str, query: Query | None = None) -> Miss:
    """The miss of a question for which the catalogue holds no source, with the command that adds one."""
    needs = NEEDS[what]
    text = f"This catalogue holds no source that tells of that; it needs: {' or '.join(needs)}."
    if what == "trending":
        text += " Fetch it with `basedon download netflix`, and ask with `basedon trending --netflix FILE`."
    else:
        text += "".join(f" {ADDED_BY[source]}" for source in needs if source in ADDED_BY)
    return Miss(
        query=query or Query((question or "")[:300]),
        catalogue=catalogue.stamp,
        question=question,
        kind=asked.kind,
        text=text,
        needs=needs,
    )


def not_found(catalogue: Catalogue, readings: list[Asked], question: str) -> Miss:
    """The miss of a question whose film, person or wording is not known: what comes nearest to any way it reads."""
    asked = likeliest(readings)
    if asked.about_it:
        return Miss(
            query=Query(question[:300]), catalogue=catalogue.stamp, question=question, kind=asked.kind, text=WHICH
        )
    typed = asking.clean(question)
    whole_titles = {typed, asking.bare(typed)}  # of which a year or a name may have been taken off
    worded = any(
        reading.kind != "true_story" or (reading.hints == Hints() and reading.title not in whole_titles)
        for reading in readings
    )
    if not worded and asking.several_words(question):
        return not_understood(catalogue, question, asked.kind)
    name = asked.title or asked.person or question
    what = "Nobody" if asked.person else "No film"
    answer = miss(catalogue, Query(name), f"{what} called {shortened(name)} is held here.", asked, question)
    others = dict.fromkeys(reading.title for reading in readings[1:] if reading.title and reading.title != name)
    for other in list(others)[:READINGS_SUGGESTED]:
        if not answer.suggestions:
            answer = msgspec.structs.replace(answer, suggestions=near(catalogue, other))
    return answer


def not_understood(catalogue: Catalogue, question: str, kind: QuestionKind) -> Miss:
    """The miss of a question of which not every word is understood: the nearest ones that are, never a guess."""
    near_ones = nearest.nearest(asking.clean(question))
    examples = " ".join(f"“{one}”" for one in near_ones)
    return Miss(
        query=Query(question[:300]),
        catalogue=catalogue.stamp,
        question=question,
        kind=kind,
        text=f"This question is not understood. Near ones that are: {examples}",
        suggestions=near(catalogue, question),
    )


def unnamed_in(catalogue: Catalogue, name: Name, question: str, kind: QuestionKind, read_as: str) -> Miss:
    """The miss of a question that is understood, but names a film or person that is not held."""
    near_ones = near(catalogue, name.text) if name.text and name.sort == "film" else ()
    what = "Nobody" if name.sort == "person" else "No film"
    return Miss(
        query=Query(name.text or question[:300]),
        catalogue=catalogue.stamp,
        question=question,
        kind=kind,
        text=WHICH if name.it else f"{what} called {shortened(name.text)} is held here.",
        read_as=read_as,
        suggestions=near_ones,
    )


def likeliest(readings: list[Asked]) -> Asked:
    """What a question asks that was not answered: its first wording that fits, or, where none does, a title."""
    return next((asked for asked in readings[1:] if asked.hints == Hints()), readings[0])


def near(catalogue: Catalogue, title: str) -> tuple[Work, ...]:
    """The works whose titles come nearest to what is typed; none for what is longer than a title."""
    if len(title) > finding.LONGEST:
        return ()
    return tuple(catalogue.works(finding.search(catalogue, whole(title), SUGGESTED)).values())


def shortened(text: str, most: int = 80) -> str:
    """A name as it can be repeated in an answer."""
    return f"“{text}”" if len(text) <= most else f"“{text[:most]}…”"


def whole(text: str) -> str:
    """The text with halves of characters (lone surrogates), which no file can hold, as replacement characters."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
