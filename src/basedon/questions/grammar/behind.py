"""What stands behind "films" and says which: "directed by X", "from Turkey", "that were remade", "whose writers also …"."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.prose.places import LANGUAGES
from basedon.questions.grammar.chart import Chart, Parse, own_role, rule
from basedon.questions.grammar.lexicon import ADVERBS, ASIDE, AUXILIARIES, BE, DETERMINERS, STARRING
from basedon.questions.plan import Films, Of, Origins, Relation, Value, Where

OUT = frozenset(
    {"released", "release", "made", "produced", "shot", "filmed", "out", "came", "come", "published", "premiered"}
)
WITH = frozenset({"with", "of", "as", "in", "to", "like", "from"})
FILLING = frozenset({"who", "that", "which"})
MOST_BEHIND = 4


def behind(chart: Chart, found: Parse) -> Iterator[Parse]:
    """The films as they stand, and with every sequence of conditions behind them."""
    states = [found]
    yield found
    for _ in range(MOST_BEHIND):
        further: list[Parse] = []
        for end, node, cost in states:
            place = end
            while chart.is_(place, frozenset({",", "and", "but"})):
                place += 1
            if chart.is_(place, "by") and whose_work(node):
                continue  # "based on books by the author of X": the books are
            further += [
                Parse(more.end, Films((*node.where, *more.node)), cost + more.cost + twice(node, more.node))
                for more in chart.parse("condition", place)
            ]
        yield from further
        states = sorted(further, key=lambda parse: parse.cost)[:6]
        if not states:
            return


TWICE = 0.4
"""What it costs to say of films twice where or when they were made: the second is said of others, mostly."""
ONCE = frozenset({"country", "year", "language"})


def twice(films: Films, more: tuple[Where, ...]) -> float:
    """What it costs that something is said again."""
    said = {where.relation for where in films.where} & ONCE
    return TWICE * any(where.relation in said for where in more)


def whose_work(films: Films) -> bool:
    """Whether the last thing said is a kind of work that has an author."""
    last = films.where[-1].value if films.where else None
    return isinstance(last, Origins) and last.creator is None


@rule
def condition(chart: Chart, at: int) -> Iterator[Parse]:
    """One condition on films, behind them; a tuple of `Where`."""
    relative = chart.is_(at, FILLING)
    start = at + 1 if relative else at
    place = chart.fill(start, AUXILIARIES, ADVERBS)
    for begun in {start, place}:
        if begun < chart.size:
            yield from credit(chart, begun)
            yield from remade(chart, begun)
            yield from story(chart, begun)
            yield from where_and_when(chart, begun)
            yield from shared(chart, begun)
            yield from honoured(chart, begun)
            yield from about(chart, begun)
    yield from negated(chart, start)
    yield from object_of(chart, start)
    if chart.is_(at, "where") or (chart.is_(at, "in") and chart.is_(at + 1, "which")):
        yield from inside_which(chart, at + 1 + chart.is_(at, "in"))
    if chart.is_(at, "whose"):
        yield from whose(chart, at + 1)
    if chart.is_(at, "(") and chart.is_(at + 2, ")"):
        for end, span, cost in chart.parse("years", at + 1):
            yield Parse(end + 1, (Where("year", span),), cost)


def inside_which(chart: Chart, at: int) -> Iterator[Parse]:
    """As in "in which X and Y play"."""
    for end, persons, cost in chart.parse("everybody", at):
        for edge in chart.of(chart.fill(end, AUXILIARIES, ADVERBS), "verb"):
            if edge.value[0] == "cast_member":
                yield Parse(edge.end, tuple(Where("cast_member", person) for person in persons), cost)


def negated(chart: Chart, at: int) -> Iterator[Parse]:
    """As in "that were not remade", "never remade", "not based on a book"."""
    place = chart.fill(at, AUXILIARIES)
    if chart.is_(place, frozenset({"not", "never", "n't"})) and place + 1 < chart.size:
        for found in (*remade(chart, place + 1), *story(chart, place + 1)):
            (where,) = found.node
            yield Parse(found.end, (Where(where.relation, where.value, negated=True),), found.cost)


def credit(chart: Chart, at: int) -> Iterator[Parse]:
    """As in "directed by X", "starring X and Y", "by X", "with X"."""
    for edge in chart.of(at, "verb"):
        role, form = edge.value
        after = edge.end
        if form == "done" and role != "any":
            if chart.is_(after, "in"):
                after += 1
            if chart.is_(after, "and"):  # "written and directed by X"
                for second in chart.of(after + 1, "verb"):
                    if second.value[1] == "done" and chart.is_(second.end, "by"):
                        for end, persons, cost in chart.parse("everybody", second.end + 1):
                            both = tuple(Where(r, p) for p in persons for r in (role, second.value[0]))
                            yield Parse(end, both, cost)
            if chart.is_(after, frozenset({"by", "from"})):
                yield from by(chart, role, after + 1)
        if chart.keys[edge.end - 1] in STARRING:
            yield from by(chart, "cast_member", edge.end)
    if chart.is_(at, frozenset({"with", "featuring"})):
        yield from by(chart, "cast_member", at + 1)
    if chart.is_(at, frozenset({"by", "from", "of", "for"})):
        for end, persons, cost in chart.parse("everybody", at + 1):
            doubt = 0.0 if chart.is_(at, "by") else 0.2
            yield Parse(end, tuple(Where(own_role(p), p) for p in persons), cost + doubt)


def by(chart: Chart, role: Relation, at: int) -> Iterator[Parse]:
    """The people behind "by" or "starring"."""
    for end, persons, cost in chart.parse("everybody", at):
        yield Parse(end, tuple(Where(role, person) for person in persons), cost)


def remade(chart: Chart, at: int) -> Iterator[Parse]:
    """As in "remade in Turkey", "a remake of X", "with a Turkish remake"."""
    for edge in chart.of(at, "remade"):
        yield Parse(edge.end, (Where("remake"),), 0.05)
        place = edge.end
        if chart.is_(place, frozenset({"in", "by", "into", "as", "from", "for"})):
            for end, where, cost in chart.parse("there", place + 1):
                yield Parse(end, (Where("remake", Films(where)),), cost)
            for end, made, cost in chart.parse("films", place + 1):
                yield Parse(end, (Where("remake", made),), cost)
            for end, span, cost in chart.parse("years", place + 1):
                yield Parse(end, (Where("remake", Films((Where("year", span),))),), cost)
    for edge in (*chart.of(at, "country"), *chart.of(at, "language")):  # "that Hollywood remade"
        place = chart.fill(edge.end, AUXILIARIES, ADVERBS)
        for verb in chart.of(place, "remade"):
            where = Where("country" if edge.kind == "country" else "language", Value(edge.value))
            yield Parse(verb.end, (Where("remake", Films((where,))),), 0.05)
    start = chart.fill(at, DETERMINERS)
    for head in (start, *(more.end for more in chart.parse("before", start) if more.node)):
        if chart.is_(head, frozenset({"remake", "remakes", "remaking"})):
            country = next((m.node for m in chart.parse("before", start) if m.end == head), ())
            if chart.is_(head + 1, frozenset({"of", "from"})):
                for end, film, cost in chart.parse("works", head + 2):
                    yield Parse(end, (*country, Where("original", film)), cost)
            elif chart.is_(at - 1, frozenset({"with", "have", "has", "had", "got", "get"})):
                yield Parse(head + 1, (Where("remake", Films(country) if country else None),), 0.0)
            elif start == head:
                yield Parse(head + 1, (Where("original"),), 0.1)


@rule
def there(chart: Chart, at: int) -> Iterator[Parse]:
    """A country or language behind "in" or "by"; a tuple of `Where`."""
    for edge in chart.of(at, "country"):
        yield Parse(edge.end, (Where("country", Value(edge.value)),), 0.0)
    for edge in chart.of(at, "language"):
        after = edge.end + 1 if chart.is_(edge.end, "language") else edge.end
        yield Parse(after, (Where("language", Value(edge.value)),), 0.0)


def story(chart: Chart, at: int) -> Iterator[Parse]:
    """As in "based on novels by X", "based on true stories", "that are true stories"."""
    for edge in chart.of(at, "based"):
        for end, origin, cost in chart.parse("origins", edge.end):
            yield Parse(end, (based(origin),), cost)
        for end, film, cost in chart.parse("films", edge.end):
            yield Parse(end, (Where("original", film),), cost + 0.1)
    for edge in chart.of(chart.fill(at, DETERMINERS), "basis"):
        if edge.end - at > 1:
            yield Parse(edge.end, (Where("basis", Value("true")),), 0.1)
    if chart.is_(at, frozenset({"true", "real"})):
        yield Parse(at + 1, (Where("basis", Value("true")),), 0.1)


def based(origin: Origins | Value) -> Where:
    """The condition that a film is based on something, or on true events."""
    return Where("basis", origin) if isinstance(origin, Value) else Where("origin", origin)


def where_and_when(chart: Chart, at: int) -> Iterator[Parse]:
    """As in "from Turkey", "in Korean", "released in 2013", "of the 2010s"."""
    place = chart.fill(at, OUT)
    if place >= chart.size:
        return
    for end, span, cost in chart.parse("years", place):
        yield Parse(end, (Where("year", span),), cost + 0.3)
    for end, span, cost in chart.parse("when", place):
        yield Parse(end, (Where("year", span),), cost)
    if chart.is_(place, frozenset({"from", "in", "of", "by", "spoken"})):
        inner = place + 1 + chart.is_(place + 1, "in")
        for end, where, cost in chart.parse("there", chart.fill(inner, DETERMINERS)):
            yield Parse(end, where, cost)
    for edge in chart.of(place, "genre"):
        if chart.has(edge.end, "film"):
            (head, *_) = [*chart.of(edge.end, "film")]
            yield Parse(head.end, (Where("genre", Value(edge.value)),), 0.2)
    for edge in chart.of(at, "nation") if chart.is_(at - 1, BE) else ():
        relation: Relation = "language" if edge.value in LANGUAGES else "country"
        yield Parse(edge.end, (Where(relation, Value(edge.value)),), 0.3)


def shared(chart: Chart, at: int) -> Iterator[Parse]:
    """As in "share directors with X", "have the same actors as X", "with the same writer as X"."""
    sharing = chart.is_(at, frozenset({"share", "shares", "shared", "sharing"}))
    having = chart.is_(at, frozenset({"have", "has", "had", "having", "with", "of", "by", "from", "use", "uses"}))
    if not (sharing or having):
        return
    place = chart.fill(at + 1, DETERMINERS, ASIDE)
    same = any(key == "same" for key in chart.keys[at + 1 : place])
    for edge in chart.of(place, "role"):
        if (sharing or same) and chart.is_(edge.end, WITH):
            for end, film, cost in chart.parse("works", edge.end + 1):
                yield Parse(end, (Where(edge.value, Of(edge.value, film)),), cost)


def honoured(chart: Chart, at: int) -> Iterator[Parse]:
    """As in "that won an Oscar", "nominated for an Oscar"."""
    won = chart.is_(at, frozenset({"won", "win", "wins", "winning", "received", "got", "awarded"}))
    nominated = chart.is_(at, frozenset({"nominated", "up"})) and chart.is_(at + 1, "for")
    if won or nominated:
        place = chart.fill(at + 1 + nominated, DETERMINERS)
        for edge in chart.of(place, "award"):
            end = edge.end
            kind = edge.value
            if chart.is_(end, "for"):
                for more in chart.of(chart.fill(end + 1, DETERMINERS), "award"):
                    end, kind = more.end, f"{kind} for {more.value}"
            yield Parse(end, (Where("award" if won else "nomination", Value(kind)),), 0.0)


def about(chart: Chart, at: int) -> Iterator[Parse]:
    """As in "about X", "described by X"."""
    for edge in chart.of(at, "about"):
        for end, name, cost in chart.parse("subject", edge.end):
            yield Parse(end, (Where("subject", name),), cost + 0.1 * (chart.keys[edge.end - 1] == "on"))


def whose(chart: Chart, at: int) -> Iterator[Parse]:
    """As in "whose writers also wrote X", "whose director is X"."""
    start = chart.fill(at, ASIDE)
    for edge in chart.of(start, "role"):
        place = chart.fill(edge.end, AUXILIARIES, ADVERBS)
        for end, of, cost in (*chart.parse("did", edge.end), *chart.parse("did", place)):
            yield Parse(end, (Where(edge.value, of),), cost)
        if place > edge.end:
            for end, person, cost in chart.parse("people", place):
                yield Parse(end, (Where(edge.value, person),), cost + 0.05)


def object_of(chart: Chart, at: int) -> Iterator[Parse]:
    """Films that somebody made: "(that) X directed", "the director of X also made", "(that) X is a remake of"."""
    for end, person, cost in chart.parse("people", at):
        place = chart.fill(end, AUXILIARIES, ADVERBS)
        for edge in chart.of(place, "verb"):
            role, form = edge.value
            if form == "doing" or (chart.keys[edge.end - 1] in AUXILIARIES and not chart.is_(edge.end, "in")):
                continue
            role = own_role(person) if role == "any" else role
            after = edge.end + chart.is_(edge.end, "in")
            yield Parse(after, (Where(role, person),), cost + 0.05)
        for edge in chart.of(chart.fill(place, DETERMINERS), "role"):
            if place > end and chart.is_(edge.end, frozenset({"of", "in", "for"})):
                yield Parse(edge.end + 1, (Where(edge.value, person),), cost + 0.05)
    for end, film, cost in chart.parse("works", at):
        place = chart.fill(end, AUXILIARIES, ADVERBS, DETERMINERS)
        told = any(key in BE for key in chart.keys[end:place])  # else it is "what is X a remake of"
        if told and chart.is_(place, frozenset({"remake", "remakes"})) and chart.is_(place + 1, "of"):
            yield Parse(place + 2, (Where("remake", film),), cost)
        elif chart.is_(place, frozenset({"remakes", "remade", "remake"})):
            yield Parse(place + 1, (Where("remake", film),), cost + 0.1)
        for edge in chart.of(place, "based") if told else ():
            yield Parse(edge.end, (Where("remake", film),), cost + 0.2)
