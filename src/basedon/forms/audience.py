"""What is said of a film's reception, and of a week's list, as lines and a table that fits."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.forms.plain import clean, names, sentence, titled
from basedon.forms.plot import blocks
from basedon.model.answer import Table
from basedon.model.reactions import Reactions
from basedon.model.reception import Awards, Charts, Honour, Reception
from basedon.model.trend import Place, Trend
from basedon.model.verdict import LABELS

NAMED = {"imdb": "IMDb", "oscars": "Academy Awards", "wikidata": "Wikidata", "netflix": "Netflix"}
SHOWN = 6
"""Awards that are named one by one."""

SHOWN_POSTS = 3

LACKING = {"posts": "posts", "imdb": "ratings", "oscars": "awards", "netflix": "charts"}


def received(reception: Reception) -> Iterator[tuple[str, str]]:
    """How a film was received, as headed lines; what the catalogue holds nothing of comes last."""
    for rating in reception.ratings:
        votes = "one vote" if rating.votes == 1 else f"{rating.votes:,} votes"
        yield f"{rating.average:g} of 10", f"{clean(NAMED.get(rating.source, rating.source))}, {votes}"
    yield from honoured(reception.awards)
    if reception.charts:
        yield "Top 10", charted(reception.charts)
        yield "Weeks", weeks(reception.charts)
    if reception.reactions and reception.reactions.people:
        yield from felt(reception.reactions)
    if reception.missing:
        yield "Not held here", names([LACKING.get(source, source) for source in reception.missing])


def felt(reactions: Reactions) -> Iterator[tuple[str, str]]:
    """What people felt, the most frequent first, and some of their posts."""
    told = sorted(reactions.feelings.items(), key=lambda item: -item[1].people)
    for name, share in told:
        if share.people:
            yield name.capitalize(), f"{share.people:,} of {reactions.people:,} people"
    for shown in reactions.shown[:SHOWN_POSTS]:
        yield shown.date or "A post", f"“{clean(shown.text)}”"


def honoured(awards: Awards) -> Iterator[tuple[str, str]]:
    """Awards won, and nominations, each as a line."""
    for verb, honours in (("Won", awards.won), ("Nominated", awards.nominated)):
        if honours:
            told = list(dict.fromkeys(map(honour, honours)))
            yield f"{verb} {len(honours)}", names(told, SHOWN)


def honour(said: Honour) -> str:
    """An award with its year."""
    award, colon, category = sentence(said.award).partition(": ")
    shown = f"{award}{colon}{category.capitalize() if category.isupper() else category}"
    return f"{shown} ({said.year})" if said.year else shown


def charted(charts: Charts) -> str:
    """Weeks on the lists in a line."""
    count = "one week" if charts.weeks == 1 else f"{charts.weeks} weeks"
    lands = len(charts.countries)
    where = "" if not lands else ", one country" if lands == 1 else f", {lands} countries"
    world = f", the world's list for {charts.weeks_in_world}" if charts.weeks_in_world else ""
    return f"{clean(NAMED.get(charts.source, charts.source))}: {count}{where}{world}, best rank {charts.best_rank}"


def weeks(charts: Charts) -> str:
    """The plot in one line, between its dates."""
    ends = [clean(charts.first_week), clean(charts.last_week)]
    return f"{ends[0]} {blocks(charts)}" + (f" {ends[1]}" if ends[1] != ends[0] else "")


def listed(trend: Trend) -> Table:
    """A list with the columns that fit a page; the whole of it is in the answer's own table."""
    several = len({place.category for place in trend.places}) > 1
    dated = trend.first_week != trend.last_week
    columns = ["rank", "title", "story", "weeks", "change", "countries"]
    rows = []
    for place in trend.places:
        row: list[str | int | float | None] = [place.rank, called(place), story(place), place.weeks, moved(place)]
        row.append(place.countries)
        row += [place.category] if several else []
        row += [place.week] if dated else []
        rows.append(tuple(row))
    columns += (["list"] if several else []) + (["week to"] if dated else [])
    return Table(tuple(columns), tuple(rows))


def called(place: Place) -> str:
    """A title of a list as it is shown."""
    return place.season or titled(place.title, place.work.year if place.work else None)


def story(place: Place) -> str:
    """The story basis in a word."""
    return "not held here" if place.basis is None else LABELS[place.basis]


def moved(place: Place) -> str:
    """How a title came to its rank."""
    if place.change in ("up", "down") and place.last_week:
        return f"{place.change} {abs(place.last_week - place.rank)}"
    return place.change or ""


def asked(trend: Trend) -> Iterator[tuple[str, str]]:
    """What people will ask, each question with its answer or that there is none."""
    told: dict[str, str] = {}
    for place in trend.places:
        for likely in place.questions:
            note = sentence(likely.text or "answered here") if likely.answered else "no answer here"
            told.setdefault(sentence(likely.question), note)
    yield from told.items()
