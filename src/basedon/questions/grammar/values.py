"""What of some films: their genres, years, languages, subjects, ratings; when, where, what about."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.questions.grammar.asked_words import AUDIENCE, PREPOSITIONS, SAID, TAIL, WHAT
from basedon.questions.grammar.chart import Chart, Parse
from basedon.questions.grammar.lexicon import ADVERBS, ASIDE, AUXILIARIES, BE, DETERMINERS, DO
from basedon.questions.plan import Films, Of, Relation

SET = frozenset({"filmed", "shot", "set"})
"""Where a film was shot or plays is not the country that made it, and not held."""


def which_value(chart: Chart, at: int) -> Iterator[Parse]:
    """As in "What genres are the films of X", "in which year was X released", "what is the language of X", "X genre"."""
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
        if (
            chart.is_(inside, PREPOSITIONS)
            or chart.is_(inside, "about")
            or (relation == "subject" and chart.is_(inside, frozenset({"describe", "describes", "describing"})))
        ):
            inside += 1
        for found in chart.parse("works", inside):
            yield Parse(found.end, Of(relation, found.node), found.cost + 0.1)


def attributes(chart: Chart, at: int) -> Iterator[tuple[int, Relation]]:
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


def when(chart: Chart, at: int) -> Iterator[Parse]:
    """As in "When was X released", "when did the movies release whose writers also wrote X", "where is X from"."""
    asked: dict[str, Relation] = {"when": "year", "where": "country"}
    relation = asked.get(chart.keys[at] if at < chart.size else "")
    if relation:
        for found in chart.parse("works", chart.fill(at + 1, AUXILIARIES)):
            if relation == "country" and chart.is_(chart.fill(found.end, ADVERBS), SET):
                continue
            yield Parse(found.end, Of(relation, found.node), found.cost)
            end = chart.fill(found.end, TAIL)
            if end > found.end and isinstance(found.node, Films):
                for more in chart.parse("condition", end):
                    films = Films((*found.node.where, *more.node))
                    yield Parse(more.end, Of(relation, films), found.cost + more.cost)
    if chart.is_(at, "how"):
        measures: tuple[tuple[set[str], Relation], ...] = (
            ({"popular", "famous", "known", "voted"}, "votes"),
            ({"good", "rated", "bad"}, "rating"),
            ({"old"}, "year"),
        )
        for words, what in measures:
            place = chart.fill(at + 1, frozenset({"well", "highly", "widely"}))
            if chart.is_(place, frozenset(words)):
                of = place + 1
                if chart.is_(of, "of") or chart.is_(of, "a"):
                    of = chart.fill(of, frozenset({"of", "a", "an"}))
                    for head in chart.of(of, "film"):
                        of = head.end
                for found in chart.parse("works", chart.fill(of, BE)):
                    yield Parse(found.end, Of(what, found.node), found.cost)


def about(chart: Chart, at: int) -> Iterator[Parse]:
    """As in "What is X about", "describe X", "what words describe X"."""
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
            yield Parse(
                chart.fill(found.end, frozenset({"in", "a", "few", "words", "with", "using"})),
                Of("subject", found.node),
                found.cost,
            )
