"""Years and decades: "2013", "the 2010s", "90s", "between 1990 and 1995", "before 1950"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from basedon.questions.grammar.chart import Chart, Parse, rule
from basedon.questions.plan import Years

YEAR = re.compile(r"(?:18[89]|19\d|20[0-4])\d")
DECADE = re.compile(r"((?:19|20)?\d0)'?s")
FIRST, LAST = 1880, 2049
PART = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
THEN = frozenset({"and", "to", "until", "through", "till", "-"})


@rule
def year(chart: Chart, at: int) -> Iterator[Parse]:
    """One year."""
    if at < chart.size and not chart.words[at].given and YEAR.fullmatch(chart.keys[at]):
        yield Parse(at + 1, int(chart.keys[at]), 0.0)


@rule
def decade(chart: Chart, at: int) -> Iterator[Parse]:
    """A decade: "2010s", "90s", "1990 s", "the early nineties"."""
    start, ends = at, (0, 9)
    if chart.is_(start, "the"):
        start += 1
    if start < chart.size and chart.keys[start] in PART:
        ends = PART[chart.keys[start]]
        start += 1
    for edge in chart.of(start, "years"):
        first = edge.value.first
        yield Parse(edge.end, Years(first + ends[0], edge.value.last if ends == (0, 9) else first + ends[1]), 0.0)
    if start >= chart.size or chart.words[start].given:
        return
    key, end = chart.keys[start], start + 1
    if chart.is_(end, "'s") and key.isdigit():
        key, end = f"{key}s", end + 1
    if m := DECADE.fullmatch(key):
        tens = int(m[1])
        first = tens if tens > 100 else tens + (2000 if tens < 30 else 1900)
        yield Parse(end, Years(first + ends[0], first + ends[1]), 0.0)


@rule
def years(chart: Chart, at: int) -> Iterator[Parse]:
    """Any stretch of years, without the preposition that may stand before it."""
    for end, first, cost in chart.parse("year", at):
        yield Parse(end, Years(first, first), cost)
        more = end + 1 if chart.is_(end, THEN) else end
        for last_end, last, further in chart.parse("year", more):
            if last > first:
                yield Parse(last_end, Years(first, last), cost + further - 0.1)
    yield from chart.parse("decade", at)


@rule
def when(chart: Chart, at: int) -> Iterator[Parse]:
    """Years with their preposition: "in 2013", "of the 2010s", "before 1950", "between 1990 and 1995"."""
    key = chart.keys[at]
    if key in ("in", "from", "of", "during", "out", "throughout", "between", "around", "for"):
        start = at + 1
        if chart.is_(start, "the") and chart.is_(start + 1, "year"):
            start += 2
        elif chart.is_(start, "year"):
            start += 1
        yield from chart.parse("years", start)
    if key in ("before", "until", "till", "pre"):
        for end, span, cost in chart.parse("years", at + 1):
            yield Parse(end, Years(FIRST, span.first - (key in ("before", "pre"))), cost)
    if key in ("after", "since", "from", "post"):
        onwards = frozenset({"on", "onwards", "onward"})
        for end, span, cost in chart.parse("years", at + 1):
            if key != "from" or chart.is_(end, onwards):
                first = span.last + 1 if key in ("after", "post") else span.first
                yield Parse(end + chart.is_(end, onwards), Years(first, LAST), cost)
