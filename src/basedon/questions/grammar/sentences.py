"""Whole questions: who did it, which films, what of them, when; also telegraphic ones and with another order."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.questions.grammar.chart import Chart, Parse, own_role, rule
from basedon.questions.grammar.lexicon import ADVERBS, ASIDE, AUXILIARIES, BE, DETERMINERS, DO, STARRING
from basedon.questions.plan import Films, Name, Noun, Of, Where

WHO = frozenset({"who", "whom", "whoever"})
WHAT = frozenset({"what", "which", "whats"})
WORLD = frozenset({"in", "the", "world", "on", "earth"})
"""As in "who in the world"; read over behind "who" only."""
MANY = frozenset({"many", "much"})
PREPOSITIONS = frozenset({"in", "of", "from", "under", "into", "for", "to", "by", "on", "with", "as"})
TAIL = frozenset(
    "in of from under into for to fall falls fell come came belong belongs release released releases made out spoken "
    "speak spoke written shot filmed there used mainly produced exist with have has as be been it its one ones done applicable related is was are were".split()
)
"""What may be left at the end of a question about a relation: "fall under", "released in"."""
AUDIENCE = frozenset("people audiences audience critics viewers everyone everybody others you most the public moviegoers".split())
SAID = frozenset("spoken used listed given that best applicable relevant fitting related associated held".split())
LEAD = frozenset(
    "list show give me name tell find get i want need looking for please you know do can could search all are there "
    "would like to see watch 'm im m am us some any recommend suggest enumerate display ok hey hi so and let".split()
)
"""What a request begins with."""


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
    """ "Who directed X", "which actors are in X", "who are the writers of X"."""
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
    place = chart.fill(asked, BE)
    if place > asked:
        for begun in {place, chart.fill(place, frozenset({"listed", "credited", "known", "named", "as"}))}:
            for found in chart.parse("people", begun):
                if isinstance(found.node, Of):
                    yield found


def which_films(chart: Chart, at: int) -> Iterator[Parse]:
    """ "Which films did X direct", "what else did the director of X make", "what was X an actor in"."""
    start = at
    if chart.is_(start, WHAT):
        start += 1
    elif chart.is_(start, "how") and chart.is_(start + 1, MANY):
        start += 2
    elif chart.is_(start, "in") and chart.is_(start + 1, WHAT):
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


def which_value(chart: Chart, at: int) -> Iterator[Parse]:
    """ "What genres are the films of X", "in which year was X released", "what is the language of X", "X genre"."""
    start = chart.fill(at, PREPOSITIONS)
    if chart.is_(start, WHAT):
        start += 1
        place = chart.fill(chart.fill(start, BE), DETERMINERS, ASIDE, ADVERBS)
    else:
        start = at
        place = chart.fill(start, DETERMINERS, ASIDE)
    for after, relation in attributes(chart, place):
        # "what genre is X", "which languages do the films of X have"
        done = chart.fill(after, AUXILIARIES, ADVERBS)
        for begun in {done, chart.fill(done, DETERMINERS)} if done > after else set():
            for found in chart.parse("works", begun):
                yield Parse(found.end, Of(relation, found.node), found.cost)
        # "the genre of X", "the languages spoken in X", "the year X came out"
        inside = chart.fill(after, SAID, AUXILIARIES)
        if chart.is_(inside, PREPOSITIONS) or chart.is_(inside, "about"):
            inside += 1
        elif relation == "subject" and chart.is_(inside, frozenset({"describe", "describes", "describing"})):
            inside += 1
        for found in chart.parse("works", inside):
            yield Parse(found.end, Of(relation, found.node), found.cost + 0.1)


def attributes(chart: Chart, at: int) -> Iterator[tuple[int, str]]:
    """A relation by its noun: "genre", "release year", "kind of film"."""
    for edge in chart.of(at, "attribute"):
        yield edge.end, edge.value
        if chart.is_(edge.end, "of"):
            for head in chart.of(edge.end + 1, "film"):
                yield head.end, edge.value
        for more in chart.of(edge.end + 1, "attribute") if chart.is_(edge.end, "of") else ():
            yield more.end, more.value
    for edge in chart.of(at, "kind"):
        yield edge.end, edge.value
        if chart.is_(edge.end, "of"):
            for head in chart.of(edge.end + 1, "film"):
                yield head.end, edge.value
            if chart.is_(edge.end + 1, "genre"):
                yield edge.end + 2, edge.value


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


def together(person: Name | Of, role: str, end: int, cost: float) -> Parse:
    """Who did on one film what somebody did."""
    return Parse(end, Of(role, Films((Where(role, person),))), cost)  # type: ignore[arg-type]


def partners(chart: Chart, at: int, person: Name | Of, role: str, cost: float) -> Iterator[Parse]:
    """ "X wrote films together with who", "X appeared in the same film with who", "X co-starred with who"."""
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


def when(chart: Chart, at: int) -> Iterator[Parse]:
    """ "When was X released", "when did the movies release whose writers also wrote X", "where is X from"."""
    relation = {"when": "year", "where": "country"}.get(chart.keys[at] if at < chart.size else "")
    if relation:
        for found in chart.parse("works", chart.fill(at + 1, AUXILIARIES)):
            yield Parse(found.end, Of(relation, found.node), found.cost)  # type: ignore[arg-type]
            end = chart.fill(found.end, TAIL)
            if end > found.end and isinstance(found.node, Films):
                for more in chart.parse("condition", end):
                    films = Films((*found.node.where, *more.node))
                    yield Parse(more.end, Of(relation, films), found.cost + more.cost)  # type: ignore[arg-type]
    if chart.is_(at, "how"):
        for words, what in (
            ({"popular", "famous", "known", "voted"}, "votes"),
            ({"good", "rated", "bad"}, "rating"),
            ({"old"}, "year"),
        ):
            place = chart.fill(at + 1, frozenset({"well", "highly", "widely"}))
            if chart.is_(place, frozenset(words)):
                of = place + 1
                if chart.is_(of, "of") or chart.is_(of, "a"):
                    of = chart.fill(of, frozenset({"of", "a", "an"}))
                    for head in chart.of(of, "film"):
                        of = head.end
                for found in chart.parse("works", chart.fill(of, BE)):
                    yield Parse(found.end, Of(what, found.node), found.cost)  # type: ignore[arg-type]


def about(chart: Chart, at: int) -> Iterator[Parse]:
    """ "What is X about", "describe X", "what words describe X"."""
    if chart.is_(at, WHAT) and chart.is_(at + 1, DO):
        audience = chart.fill(at + 2, DETERMINERS, AUDIENCE)
        if audience > at + 2 and chart.is_(audience, "think") and chart.is_(audience + 1, frozenset({"of", "about"})):
            for found in chart.parse("works", audience + 2):
                yield Parse(found.end, Of("rating", found.node), found.cost)
    if chart.is_(at, WHAT):
        for found in chart.parse("works", chart.fill(at + 1, BE)):
            if chart.is_(found.end, "about"):
                yield Parse(found.end + 1, Of("subject", found.node), found.cost)
        for edge in chart.of(at + 1, "attribute"):
            if edge.value == "subject":
                place = chart.fill(edge.end, AUXILIARIES, frozenset({"best", "that"}))
                if chart.is_(place, frozenset({"describe", "describes", "apply", "about"})):
                    for found in chart.parse("works", place + 1):
                        yield Parse(found.end, Of("subject", found.node), found.cost)
                for found in chart.parse("works", chart.fill(edge.end, BE)):
                    if chart.is_(found.end, "about"):
                        yield Parse(found.end + 1, Of("subject", found.node), found.cost)
    for edge in chart.of(chart.fill(at, DETERMINERS, frozenset({"few", "in"})), "attribute"):
        if edge.value == "subject" and chart.is_(edge.end, frozenset({"describing", "for", "describe"})):
            what = edge.end + 1 + chart.is_(edge.end + 1, "what")
            for found in chart.parse("works", what):
                end = chart.fill(found.end, frozenset({"is", "was", "about"}))
                yield Parse(end, Of("subject", found.node), found.cost)
    start = chart.fill(at, frozenset({"how", "would", "do", "you", "one", "can", "could"}), AUDIENCE)
    if chart.is_(start, frozenset({"rate", "judge"})):
        for found in chart.parse("works", start + 1):
            yield Parse(found.end, Of("rating", found.node), found.cost)
    if chart.is_(start, "describe"):
        for found in chart.parse("works", start + 1):
            yield Parse(chart.fill(found.end, frozenset("in a few words with using".split())), Of("subject", found.node), found.cost)


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
            return Of(noun.relation, meaning(noun.films, film))  # type: ignore[arg-type]
        case Films():
            return Films(tuple(
                Where(w.relation, meaning(w.value, film) if isinstance(w.value, Name | Films | Of) else w.value, w.negated)
                for w in noun.where
            ))


def bare(chart: Chart, at: int) -> Iterator[Parse]:
    """No question word: "Korean films of 2013", "director of X", "X director", and statements of what is wanted."""
    start = chart.fill(at, WHAT | frozenset({"how", "many"}))
    for place in {at, start, chart.fill(start, BE) if start > at else at}:
        for found in chart.parse("films", place):
            if isinstance(found.node, Films) and found.node.where:
                yield Parse(found.end, found.node, found.cost + 0.1)
    for found in chart.parse("people", at):
        if isinstance(found.node, Of):
            yield Parse(found.end, found.node, found.cost + 0.2)
    for end, film, cost in chart.parse("named_film", at):
        if isinstance(film, Name):
            owned = end + 1 if chart.is_(end, "'s") else end
            for after, relation in attributes(chart, owned):
                yield Parse(after, Of(relation, film), cost + 0.3)  # type: ignore[arg-type]
