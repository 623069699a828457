"""Films, people and origins as noun phrases: "the director of X", "Korean films", "novels by Stephen King"."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.prose.places import LANGUAGES
from basedon.questions.grammar.behind import behind
from basedon.questions.grammar.chart import Chart, Parse, own_role, rule
from basedon.questions.grammar.lexicon import ADVERBS, ASIDE, BE, DETERMINERS, HAVE
from basedon.questions.plan import Films, Name, Of, Origins, Relation, Value, Where

CALLED = frozenset({"called", "named", "titled", "entitled"})
INSIDE = frozenset({"of", "in", "for", "from", "on", "behind", "to", "with"})
"""What stands between a role and the film: "the director of X", "the actors in X"."""
PRONOUNS = frozenset({"it", "this", "that"})
WORKED = frozenset({"worked", "work", "works", "working", "collaborated", "played", "starred"})
ITS = frozenset({"its", "his", "her", "their"})
WHICH = frozenset({"who", "that", "which"})
IT = Name("", "film", it=True)
MOST_BEFORE = 5
"""Words or names before "films" that say which."""


@rule
def named_film(chart: Chart, at: int) -> Iterator[Parse]:
    """One film by name: "X", "the movie X", "X (2003)", "the 2003 film X", "it"."""
    for found in chart.names(at, "film"):
        yield found
        yield from dated(chart, found)
    start = chart.fill(at, DETERMINERS)
    if start < chart.size and not chart.words[start].given:
        year, place = None, start
        for end, value, _ in chart.parse("year", start):
            year, place = value, end
        for edge in chart.of(place, "film"):
            if edge.value == () or edge.value[0].relation == "type":
                begun = edge.end + 1 if chart.is_(edge.end, CALLED) else edge.end
                for end, name, cost in chart.names(begun, "film"):
                    named = Name(name.text, "film", name.given, year=year)
                    yield Parse(end, named, max(0.0, cost - 0.3 * (begun > edge.end or not name.given)))
                    if year is None:
                        yield from dated(chart, Parse(end, name, max(0.0, cost - 0.3)))
    if chart.is_(at, PRONOUNS) and chart.words[at].text != "It":
        yield Parse(at + 1, IT, 0.5)
        for edge in chart.of(at + 1, "film"):
            if edge.value == () and chart.keys[at] != "it":
                yield Parse(edge.end, IT, 0.4)


def dated(chart: Chart, found: Parse) -> Iterator[Parse]:
    """A name with the year in brackets behind it."""
    if chart.is_(found.end, "(") and chart.is_(found.end + 2, ")"):
        for end, year, _ in chart.parse("year", found.end + 1):
            name = Name(found.node.text, "film", found.node.given, year=year)
            yield Parse(end + 1, name, found.cost - 0.2)


@rule
def works(chart: Chart, at: int) -> Iterator[Parse]:
    """A film by name or films by what they are."""
    yield from chart.parse("named_film", at)
    yield from chart.parse("films", at)
    start = chart.fill(at, DETERMINERS)
    places: list[tuple[int, tuple[Where, ...]]] = [(start, ())]
    places += [(more.end, more.node) for more in chart.parse("before", start) if more.node]
    for place, said in places:
        if not chart.is_(place, "original"):
            continue
        after = place + 1
        for edge in chart.of(after, "film"):
            after = edge.end
        if chart.is_(after, frozenset({"of", "for", "behind"})):
            for end, film, cost in chart.parse("works", after + 1):
                yield Parse(end, Films((*said, Where("remake", film))), cost)
    for end, film, cost in chart.parse("named_film", at):  # "X remakes", "X's remake"
        noun = end + chart.is_(end, "'s")
        if chart.is_(noun, frozenset({"remake", "remakes"})):
            yield Parse(noun + 1, Films((Where("original", film),)), cost + 0.1)


@rule
def films(chart: Chart, at: int) -> Iterator[Parse]:
    """Films by what they are: what stands before the noun, the noun, what stands behind it."""
    for found in chart.parse("headed", at):
        yield from behind(chart, found)


@rule
def headed(chart: Chart, at: int) -> Iterator[Parse]:
    """Films as far as the noun: "the Korean comedies", "Tarantino's films", "[X] written movies"."""
    states = [Parse(chart.fill(at, DETERMINERS), (), 0.0)]
    if states[0].end != at:
        states.append(Parse(at, (), 0.1))
    for _ in range(MOST_BEFORE):
        further: list[Parse] = []
        for end, where, cost in states:
            for edge in chart.of(end, "film"):
                for found in heads(chart, Parse(edge.end, (*where, *edge.value), cost)):
                    one = chart.is_(at, "the") and found.end == edge.end and chart.is_(edge.end - 1, "remake")
                    yield Parse(found.end, of_it(found.node), found.cost) if one else found
            for more in chart.parse("before", end):
                further += [Parse(more.end, (*where, *more.node), cost + more.cost)] * (more.end > end)
        states = further[:12]


def heads(chart: Chart, found: Parse) -> Iterator[Parse]:
    """The noun with what belongs to it alone: "remakes of X", "adaptations of X"."""
    end, where, cost = found
    last = where[-1] if where else None
    if last and last.value is None and last.relation in ("original", "origin"):
        maker = next((w for w in where if w.relation in ("maker", "involved")), None)
        if maker and isinstance(maker.value, Name) and last.relation == "origin":
            kept = tuple(w for w in where[:-1] if w is not maker)
            yield Parse(end, Films((*kept, Where("origin", Origins(creator=maker.value.text)))), cost)
            return
        if chart.is_(end, frozenset({"of", "from"})):
            rules = ("works",) if last.relation == "original" else ("origins", "titled")
            for name in rules:
                for after, value, further in chart.parse(name, end + 1):
                    yield Parse(after, Films((*where[:-1], Where(last.relation, value))), cost + further)
    yield Parse(end, Films(where), cost)


def of_it(films: Films) -> Films:
    """The films with "the remake" as that of the film spoken of."""
    return Films(tuple(Where("original", IT) if w == Where("original") else w for w in films.where))


@rule
def titled(chart: Chart, at: int) -> Iterator[Parse]:
    """A book or play by its title."""
    for end, name, cost in chart.names(at, "origin"):
        yield Parse(end, Origins(title=name.text), cost + 0.2)


@rule
def before(chart: Chart, at: int) -> Iterator[Parse]:
    """One thing that stands before "films": a nationality, a genre, a year, a person."""
    if chart.is_(at, ASIDE) or chart.is_(at, ADVERBS) or chart.is_(at, frozenset({"and", ","})):
        yield Parse(at + 1, (), 0.1)
    for edge in chart.of(at, "nation"):
        yield Parse(edge.end, (Where("language" if edge.value in LANGUAGES else "country", Value(edge.value)),), 0.0)
    for edge in chart.of(at, "language"):
        if chart.is_(edge.end, "language"):
            yield Parse(edge.end + 1, (Where("language", Value(edge.value)),), -0.1)
    for edge in chart.of(at, "country"):
        yield Parse(edge.end, (Where("country", Value(edge.value)),), 0.2)
    for edge in chart.of(at, "genre"):
        yield Parse(edge.end, (Where("genre", Value(edge.value)),), 0.0)
    for edge in chart.of(at, "basis"):
        yield Parse(edge.end, (Where("basis", Value("true")),), 0.1)
    if chart.is_(at, "true") and chart.is_(at + 1, "crime"):
        yield Parse(at + 2, (Where("genre", Value("crime")), Where("basis", Value("true"))), 0.0)
    for end, span, cost in chart.parse("years", at):
        yield Parse(end, (Where("year", span),), cost)
    for edge in chart.of(at, "award"):
        if chart.is_(edge.end, frozenset({"winning", "winner", "winners"})):
            yield Parse(edge.end + 1, (Where("award", Value(edge.value)),), 0.0)
        if chart.is_(edge.end, frozenset({"nominated"})):
            yield Parse(edge.end + 1, (Where("nomination", Value(edge.value)),), 0.0)
    if chart.has(at, "remade"):
        yield Parse(at + 1, (Where("remake"),), 0.0)
    yield from maker_before(chart, at)


def maker_before(chart: Chart, at: int) -> Iterator[Parse]:
    """A person before "films": "Tarantino's", "Tarantino", "Tarantino directed"."""
    people = [*chart.names(at, "person")]
    if chart.has(at, "role") or chart.is_(at, DETERMINERS) or people == []:
        people += [p for p in chart.parse("people", at) if isinstance(p.node, Of)]
    for end, person, cost in people:
        for edge in chart.of(end, "verb"):
            role, form = edge.value
            if form == "done" and role != "any":
                yield Parse(edge.end, (Where(role, person),), cost)
        owned = chart.is_(end, "'s")
        if isinstance(person, Name) or owned:
            bare = isinstance(person, Name) and not person.role and not owned
            relation = "involved" if bare else own_role(person)
            yield Parse(end + owned, (Where(relation, person),), cost + 0.2)


@rule
def people(chart: Chart, at: int) -> Iterator[Parse]:
    """People by name or by what they did: "Tarantino", "the director of X", "[X] writers", "co-writers of Y"."""
    yield from chart.names(at, "person")
    start = chart.fill(at, DETERMINERS, ASIDE)
    for edge in chart.of(start, "role"):
        for end, name, cost in chart.names(edge.end, "person"):
            yield Parse(end, Name(name.text, "person", name.given, role=edge.value), cost)
        yield from made_by(chart, edge.value, edge.end)
    for edge in chart.of(start, "persons"):
        yield from made_by(chart, None, edge.end)
    if chart.is_(at, ITS):
        for edge in chart.of(at + 1, "role"):
            yield Parse(edge.end, Of(edge.value, IT), 0.4)
    for place in {at, start}:
        for end, film, cost in chart.parse("named_film", place):
            noun = end + 1 if chart.is_(end, "'s") else end
            for edge in chart.of(noun, "role"):
                yield Parse(edge.end, Of(edge.value, film), cost + 0.1)
    # "movie co-writers of X"
    partner = start
    for edge in chart.of(start, "film"):
        partner = edge.end
    for edge in chart.of(partner, "partner"):
        if chart.is_(edge.end, frozenset({"of", "with", "to", "for"})):
            for end, person, cost in chart.parse("people", edge.end + 1):
                yield Parse(end, Of(edge.value, Films((Where(edge.value, person),))), cost)
    for end, person, cost in chart.names(at, "person"):
        noun = end + 1 if chart.is_(end, "'s") else end
        for edge in chart.of(noun, "partner"):
            yield Parse(edge.end, Of(edge.value, Films((Where(edge.value, person),))), cost)


def made_by(chart: Chart, role: Relation | None, at: int) -> Iterator[Parse]:
    """What says of which films somebody is the director, writer or actor."""
    if role and chart.is_(at, INSIDE):
        for end, film, cost in chart.parse("works", at + 1):
            yield Parse(end, Of(role, film), cost)
        for end, person, cost in chart.parse("people", at + 1):
            known = own_role(person)
            if known != role:
                films = Films((Where(known, person),))
                yield Parse(end, Of(role, films), cost + 0.3 * (known == "maker") + 0.1)
    after = at + 1 if chart.is_(at, WHICH) else at
    worked = chart.fill(after, HAVE, ADVERBS)
    if role and chart.is_(worked, WORKED) and chart.is_(worked + 1, "with"):
        for end, person, cost in chart.parse("people", worked + 2):
            yield Parse(end, Of(role, Films((Where("involved", person),))), cost)
    if after > at or role or chart.has(at, "verb"):
        for end, of, cost in chart.parse("did", after):
            yield Parse(end, of, cost + 0.05)
    if role and chart.is_(at, frozenset({"that", "whose", "who", "where"})):
        # "the directors that the actors in their films also appear in X"
        there = chart.fill(at + 1, DETERMINERS)
        for edge in chart.of(there, "role"):
            if chart.is_(edge.end, INSIDE) and chart.is_(edge.end + 1, ITS):
                for head in chart.of(edge.end + 2, "film"):
                    for end, of, cost in chart.parse("did", chart.fill(head.end, ADVERBS)):
                        yield Parse(end, Of(role, Films((Where(edge.value, of),))), cost)


@rule
def did(chart: Chart, at: int) -> Iterator[Parse]:
    """What somebody did, who is asked for: "directed X", "is the writer of X", "co-wrote films with Y"."""
    start = chart.fill(at, HAVE, BE, ADVERBS)
    for place in {at, start}:
        for edge in chart.of(place, "verb"):
            role, form = edge.value
            if role == "any" or form == "doing":
                continue
            yield from done_with(chart, role, edge.end)
            inside = chart.is_(edge.end, "in")
            if chart.keys[edge.end - 1] in BE and not inside:
                continue
            begun = edge.end + inside
            if role == "cast_member" and not inside and chart.is_(begun, "by"):
                continue
            if chart.is_(begun, "both"):
                yield from in_both(chart, role, begun + 1)
            for end, film, cost in chart.parse("works", begun):
                yield Parse(end, Of(role, film), cost)
                if chart.keys[edge.end - 1].startswith("co") and isinstance(film, Films) and not film.where:
                    yield from done_with(chart, role, end)
            for head in chart.of(begun, "film"):
                if head.value == ():
                    yield from done_with(chart, role, head.end)
    noun = chart.fill(start, frozenset({"listed", "credited", "known", "named", "as"}), DETERMINERS)
    for edge in chart.of(noun, "role"):
        if noun > at and chart.is_(edge.end, INSIDE):
            for end, film, cost in chart.parse("works", edge.end + 1):
                yield Parse(end, Of(edge.value, film), cost + 0.05)


def in_both(chart: Chart, role: Relation, at: int) -> Iterator[Parse]:
    """Who did it on two films: "starred in both X and Y"."""
    for one in chart.parse("works", at):
        if chart.is_(one.end, "and"):
            for other in chart.parse("works", one.end + 1):
                yield Parse(other.end, Of(role, one.node, other.node), one.cost + other.cost - 0.3)


def done_with(chart: Chart, role: Relation, at: int) -> Iterator[Parse]:
    """Others who did the same on one film: "(films) together with Y", "alongside Y", "with Y"."""
    together = chart.fill(at, frozenset({"together", "in", "collaboration", "jointly"}))
    co = chart.keys[at - 1].startswith("co") or (at > 1 and chart.keys[at - 2].startswith("co"))
    film_between = chart.has(at - 1, "film")
    if chart.is_(together, frozenset({"with", "alongside", "opposite"})) and (
        together > at or co or not film_between or not chart.is_(together, "with")
    ):
        for end, person, cost in chart.parse("people", together + 1):
            yield Parse(end, Of(role, Films((Where(role, person),))), cost - 0.2)


@rule
def everybody(chart: Chart, at: int) -> Iterator[Parse]:
    """Several people: "X and Y", "both X and Y"; a tuple."""
    at += chart.is_(at, "both")
    for first in chart.parse("people", at):
        yield Parse(first.end, (first.node,), first.cost)
        found = [Parse(first.end, (first.node,), first.cost)]
        for _ in range(4):
            more = []
            for end, persons, cost in found:
                after = end
                while chart.is_(after, frozenset({",", "and", "&"})):
                    after += 1
                if after > end:
                    more += [
                        Parse(further.end, (*persons, further.node), cost + further.cost)
                        for further in chart.parse("people", after)
                    ]
            yield from more
            found = more[:4]
            if not found:
                break


@rule
def origins(chart: Chart, at: int) -> Iterator[Parse]:
    """What films are made of: "novels by Stephen King", "a book", "Stephen King's novels", "true stories"."""
    start = chart.fill(at, DETERMINERS, ASIDE)
    for edge in chart.of(start, "basis"):
        yield Parse(edge.end, Value("true"), 0.0)
    for edge in chart.of(start, "origin"):
        for end, creator, cost in by_whom(chart, edge.end):
            yield Parse(end, Origins(edge.value, creator), cost)
        for end, film, cost in author_of(chart, edge.end):
            yield Parse(end, Origins(edge.value, author_of=film), cost)
        for end, name, cost in chart.names(edge.end, "origin"):
            yield Parse(end, Origins(edge.value, title=name.text), cost - 0.3)
        if edge.value or chart.keys[edge.end - 1] in ("work", "works"):
            yield Parse(edge.end, Origins(edge.value), 0.1 if edge.value else 0.3)
    for end, name, cost in chart.names(start, "person"):
        after = end + 1 if chart.is_(end, "'s") else end
        for edge in chart.of(after, "origin"):
            yield Parse(edge.end, Origins(edge.value, name.text), cost)
        yield Parse(end, Origins((), name.text), cost + 0.3)
    for place in {at, start}:
        for end, name, cost in chart.names(place, "origin"):
            yield Parse(end, Origins(title=name.text), cost + 0.2)
            for further, by, more in by_whom(chart, end):
                yield Parse(further, Origins((), by, name.text), cost + more)


def author_of(chart: Chart, at: int) -> Iterator[Parse]:
    """Whoever made what a film is based on, behind a kind of work: "by the author of X"."""
    if chart.is_(at, frozenset({"by", "of", "from"})):
        role = chart.fill(at + 1, DETERMINERS)
        if chart.is_(role, frozenset({"author", "writer", "novelist"})) and chart.is_(role + 1, "of"):
            yield from chart.parse("named_film", role + 2)


def by_whom(chart: Chart, at: int) -> Iterator[tuple[int, str, float]]:
    """The creator behind a kind of work: "by Stephen King", "written by …"."""
    if chart.is_(at, frozenset({"written", "penned", "authored", "created"})):
        at += 1
    if chart.is_(at, frozenset({"by", "of", "from"})):
        for end, name, cost in chart.names(at + 1, "person"):
            yield end, name.text, cost


@rule
def subject(chart: Chart, at: int) -> Iterator[Parse]:
    """What a film is about, by name."""
    for place in {at, chart.fill(at, DETERMINERS)}:
        yield from chart.names(place, "subject")
