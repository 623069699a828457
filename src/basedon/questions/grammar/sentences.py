"""Whole questions: who did it, which films, what of them, when; also telegraphic ones and with another order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from basedon.questions.grammar.asked_words import LEAD, MANY, PREPOSITIONS, TAIL, WHAT, WHO, WORLD
from basedon.questions.grammar.chart import Chart, Parse, own_role, rule
from basedon.questions.grammar.lexicon import ADVERBS, ASIDE, AUXILIARIES, BE, DETERMINERS, STARRING
from basedon.questions.grammar.values import about, attributes, when, which_value
from basedon.questions.plan import Films, Name, Noun, Of, Relation, Where


@rule
def question(chart: Chart, at: int) -> Iterator[Parse]:
    """A whole question, from the first word on."""
    for begun in {at, chart.fill(at, LEAD)}:
        yield from who(chart, begun)
        yield from which_films(chart, begun)
        yield from which_value(chart, begun)
        yield from passive(chart, begun)
        yield from when(chart, begun)
        yield from about(chart, begun)
        yield from bare(chart, begun)
        yield from fronted(chart, begun)


def who(chart: Chart, at: int) -> Iterator[Parse]:
    """As in "Who directed X", "which actors are in X", "who are the writers of X"."""
    asked = at
    if chart.is_(at, WHO):
        asked = chart.fill(at + 1, WORLD) if chart.is_(at + 2, WORLD) else at + 1
    elif chart.is_(at, WHAT):
        start = chart.fill(at + 1, ASIDE)
        heads = [edge for kind in ("role", "persons") for edge in chart.of(start, kind)]
        for edge in heads:
            yield from chart.parse("did", edge.end)
            if chart.is_(edge.end, "that") or chart.is_(edge.end, "who"):
                yield from chart.parse("did", edge.end + 1)
            if edge.kind == "role" and chart.is_(edge.end, "in"):
                for end, film, cost in chart.parse("works", edge.end + 1):
                    yield Parse(end, Of(edge.value, film), cost)
        asked = at + 1
    if asked == at:
        return
    if chart.is_(at, WHO):
        yield from chart.parse("did", asked)
        for end, person, cost in chart.parse("people", chart.fill(asked, AUXILIARIES)):  # "who did X star with"
            for edge in chart.of(chart.fill(end, ADVERBS), "verb"):
                if chart.is_(edge.end, "with") and edge.value[0] != "any":
                    yield together(person, edge.value[0], edge.end + 1, cost)
    place = chart.fill(asked, BE)
    if place > asked:
        for begun in {place, chart.fill(place, frozenset({"listed", "credited", "known", "named", "as"}))}:
            for found in chart.parse("people", begun):
                if isinstance(found.node, Of):
                    yield found


def which_films(chart: Chart, at: int) -> Iterator[Parse]:
    """As in "Which films did X direct", "what else did the director of X make", "what was X an actor in"."""
    start = at
    if chart.is_(start, WHAT):
        start += 1
    elif (chart.is_(start, "how") and chart.is_(start + 1, MANY)) or (
        chart.is_(start, "in") and chart.is_(start + 1, WHAT)
    ):
        start += 2
    elif not chart.is_(start, "the"):
        return
    heads = [Parse(chart.fill(start, ADVERBS), Films(), 0.05)] if start > at else []
    heads += [found for found in chart.parse("films", start) if isinstance(found.node, Films)]
    for end, films, cost in heads:
        place = chart.fill(end, AUXILIARIES, ADVERBS)
        if place == end and chart.is_(place, "that"):
            place += 1
        for more in chart.parse("people", place):
            yield from acted(chart, more, films, cost)
        if place > end:
            for more in chart.parse("condition", place):
                yield Parse(more.end, Films((*films.where, *more.node)), cost + more.cost)


def acted(chart: Chart, person: Parse, films: Films, cost: float) -> Iterator[Parse]:
    """The films that somebody made, from the person on: "… X direct", "… X an actor in", "… X known for"."""
    place = chart.fill(person.end, AUXILIARIES, ADVERBS)
    for edge in chart.of(place, "verb"):
        role, form = edge.value
        if form == "doing" and place == person.end:
            continue
        role = own_role(person.node) if role == "any" or (role, chart.keys[place]) == ("director", "make") else role
        if role == "maker" and chart.keys[place] == "make":
            role = "director"
        after = chart.fill(edge.end, frozenset({"in", "for"}))
        yield Parse(after, Films((*films.where, Where(role, person.node))), cost + person.cost)
    noun = chart.fill(place, DETERMINERS, frozenset({"listed", "credited", "as", "known"}))
    for edge in chart.of(noun, "role"):
        after = edge.end + 1 if chart.is_(edge.end, PREPOSITIONS) else edge.end
        yield Parse(after, Films((*films.where, Where(edge.value, person.node))), cost + person.cost)
    if chart.is_(place, "in"):
        yield Parse(place + 1, Films((*films.where, Where("cast_member", person.node))), cost + person.cost + 0.05)


def passive(chart: Chart, at: int) -> Iterator[Parse]:
    """The films first: "the films of X were directed by who", "X was released in which year", "X starred who"."""
    if chart.is_(at, "by") and chart.is_(at + 1, WHO | WHAT):
        for found in chart.parse("works", chart.fill(at + 2, AUXILIARIES)):
            for edge in chart.of(chart.fill(found.end, ADVERBS, BE), "verb"):
                if edge.value[1] == "done":
                    yield Parse(edge.end, Of(edge.value[0], found.node), found.cost)
        return
    if chart.is_(at, WHO) or chart.is_(at, WHAT):
        for found in chart.parse("works", chart.fill(at + 1, BE)):
            for edge in chart.of(chart.fill(found.end, ADVERBS, BE), "verb"):
                if edge.value[1] == "done" and chart.is_(edge.end, "by"):
                    yield Parse(edge.end + 1, Of(edge.value[0], found.node), found.cost)
            for edge in chart.of(found.end, "verb"):
                if chart.is_(at, WHO) and chart.keys[edge.end - 1] in STARRING | {"star", "feature"}:
                    yield Parse(edge.end, Of("cast_member", found.node), found.cost)
    for end, film, cost in chart.parse("works", at):
        place = chart.fill(end, AUXILIARIES, ADVERBS)
        told = chart.fill(place, DETERMINERS)
        for head in chart.of(told, "film") if place > end else ():
            told = head.end
        for edge in (*chart.of(place, "verb"), *(chart.of(told, "verb") if told > place else ())):
            role, form = edge.value
            if form == "done" and chart.is_(edge.end, "by"):
                yield from asked_for(chart, edge.end + 1, Parse(end, Of(role, film), cost))
            elif chart.keys[edge.end - 1] in STARRING | {"starred", "featured"}:
                yield from asked_for(chart, edge.end, Parse(end, Of("cast_member", film), cost))
        about = chart.fill(place, TAIL)
        if about > place or place > end:
            for asked in (place, about):
                if chart.is_(asked, WHAT):
                    for after, relation in attributes(chart, asked + 1):
                        yield Parse(after, Of(relation, film), cost)
        if about > end and chart.is_(about, "when"):
            yield Parse(about + 1, Of("year", film), cost)
    for end, person, cost in chart.parse("people", at):
        if isinstance(person, Of):
            place = chart.fill(end, BE)
            if place > end and chart.is_(place, WHO):
                yield Parse(place + 1, person, cost)
        place = chart.fill(end, AUXILIARIES, ADVERBS)
        for edge in chart.of(place, "verb"):
            role, form = edge.value
            if form == "doing":
                continue
            role = own_role(person) if role == "any" else role
            asked = edge.end + 1 if chart.is_(edge.end, "in") else edge.end
            yield from partners(chart, asked, person, role, cost)
            yield from asked_films(chart, asked, Where(role, person), cost)
        for edge in chart.of(chart.fill(place, DETERMINERS), "partner"):
            if place > end and chart.is_(edge.end, frozenset({"of", "with", "to"})):
                yield from asked_for(chart, edge.end + 1, together(person, edge.value, edge.end, cost))
        for edge in chart.of(chart.fill(place, DETERMINERS, frozenset({"listed", "credited", "as"})), "role"):
            if place > end and chart.is_(edge.end, PREPOSITIONS):
                yield from asked_films(chart, edge.end + 1, Where(edge.value, person), cost)


def together(person: Name | Of, role: Relation, end: int, cost: float) -> Parse:
    """Who did on one film what somebody did."""
    return Parse(end, Of(role, Films((Where(role, person),))), cost)


def partners(chart: Chart, at: int, person: Name | Of, role: Relation, cost: float) -> Iterator[Parse]:
    """As in "X wrote films together with who", "X appeared in the same film with who", "X co-starred with who"."""
    place = chart.fill(at, DETERMINERS, ASIDE)
    for head in chart.of(place, "film"):
        place = head.end
    place = chart.fill(place, frozenset({"together", "as"}))
    if chart.is_(place, frozenset({"with", "alongside", "opposite", "beside"})):
        yield from asked_for(chart, place + 1, together(person, role, place, cost))


def asked_for(chart: Chart, at: int, found: Parse) -> Iterator[Parse]:
    """The question word at the end: "by who", "which actors", "what people"."""
    if chart.is_(at, WHO):
        yield Parse(at + 1, found.node, found.cost)
    elif chart.is_(at, WHAT) or chart.is_(at, DETERMINERS):
        for kind in ("role", "persons"):
            for edge in chart.of(at + 1, kind):
                yield Parse(edge.end, found.node, found.cost)


def asked_films(chart: Chart, at: int, where: Where, cost: float) -> Iterator[Parse]:
    """The films asked for at the end: "… which films", "… what"."""
    if chart.is_(at, WHAT):
        place = chart.fill(at + 1, ASIDE)
        for head in chart.of(place, "film"):
            if head.value == ():
                yield Parse(head.end, Films((where,)), cost)
        yield Parse(at + 1, Films((where,)), cost + 0.2)
    for head in chart.of(chart.fill(at, DETERMINERS, ASIDE), "film"):
        if head.end == chart.size:
            yield Parse(head.end, Films((where,)), cost + 0.3)


def fronted(chart: Chart, at: int) -> Iterator[Parse]:
    """The film first, and a question about it: "X, when was it released"."""
    for end, film, cost in chart.parse("named_film", at):
        if isinstance(film, Name) and not film.it and chart.is_(end, frozenset({",", ":"})):
            for found in chart.parse("question", end + 1):
                yield Parse(found.end, meaning(found.node, film), cost + found.cost)


def meaning(noun: Noun, film: Name) -> Noun:
    """The same with "it" as the film that was named before."""
    match noun:
        case Name():
            return film if noun.it else noun
        case Of():
            also = cast(Films | Name, meaning(noun.also, film)) if noun.also is not None else None
            return Of(noun.relation, cast(Films | Name, meaning(noun.films, film)), also)
        case Films():
            return Films(
                tuple(
                    Where(
                        w.relation,
                        meaning(w.value, film) if isinstance(w.value, Name | Films | Of) else w.value,
                        w.negated,
                    )
                    for w in noun.where
                )
            )


def year_as_title(chart: Chart, at: int, end: int) -> bool:
    """Whether a number stands before one story: "1917 true story" asks about the film "1917", not about films."""
    return end - at >= 3 and chart.keys[end - 3].isdigit() and chart.keys[end - 1] == "story"


def bare(chart: Chart, at: int) -> Iterator[Parse]:
    """No question word: "Korean films of 2013", "director of X", "X director", and statements of what is wanted."""
    start = chart.fill(at, WHAT | frozenset({"how", "many"}))
    for place in {at, start, chart.fill(start, BE) if start > at else at}:
        for found in chart.parse("films", place):
            if isinstance(found.node, Films) and found.node.where and not year_as_title(chart, place, found.end):
                yield Parse(found.end, found.node, found.cost + 0.1)
    for found in chart.parse("people", at):
        if isinstance(found.node, Of):
            yield Parse(found.end, found.node, found.cost + 0.2)
    for end, film, cost in chart.parse("named_film", at):
        if isinstance(film, Name) and (end > at + 1 or not chart.is_(at, WHAT | WHO)):
            owned = end + 1 if chart.is_(end, "'s") else end
            for after, relation in attributes(chart, owned):
                yield Parse(after, Of(relation, film), cost + 0.3)
