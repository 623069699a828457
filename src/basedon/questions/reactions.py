"""What people felt about a film, as posts tell it: shares with bounds, over time, and some of the posts."""

from __future__ import annotations

from basedon.catalogue import reactions as held
from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.reactions import Felt
from basedon.model.finding import Finding
from basedon.model.reactions import FEELINGS, Feeling, Rate, Reactions
from basedon.questions import shares
from basedon.questions.shares import Usual

SAID: dict[Feeling, str] = {
    "crying": "cried",
    "laughing": "laughed",
    "loving": "loved it",
    "hating": "hated it",
    "frightened": "were frightened",
    "bored": "were bored",
    "comforted": "were comforted",
}
"""What people did, as a sentence says it."""

LEAST = 0.02
"""The share of people from which on a sentence tells of a feeling."""


def reactions(catalogue: Catalogue, number: int) -> Reactions | None:
    """What people felt about one film; None where the catalogue holds no post about it."""
    found = held.felt_about(catalogue, number)
    if found is None:
        if not catalogue.beside:
            return None
        found = Felt(number, 0, 0, 0, 0, {})  # somebody gave posts for this question, and nobody wrote of it
    people = asked(found)
    return Reactions(
        people=found.people,
        posts=found.posts,
        feelings={name: shares.share(found.feelings.get(name, 0), people) for name in FEELINGS},
        tear_rate=rate(found, "crying", usual(held.felt(catalogue), "crying")) if found.people else None,
        seen=found.seen,
        about_to_see=found.about_to_see,
        over_time=held.months(catalogue, number),
        shown=held.shown(catalogue, number),
    )


def asked(found: Felt) -> int:
    """The people whose feelings are counted: those who are only about to see it have none yet."""
    return max(found.people - found.about_to_see, sum(found.feelings.values()) and max(found.feelings.values()))


def usual(films: list[Felt], feeling: Feeling) -> Usual:
    """What is usual of one feeling among films."""
    return shares.usual((found.feelings.get(feeling, 0), asked(found)) for found in films)


def rate(found: Felt, feeling: Feeling, of: Usual) -> Rate:
    """The share of a film's people who felt it, drawn towards what is usual."""
    return shares.rate(found.feelings.get(feeling, 0), asked(found), of)


def in_words(told: Reactions) -> str:
    """What people felt, as a sentence or two."""
    if not told.people:
        return "Nobody wrote of it in these posts."
    who = "One person" if told.people == 1 else f"{told.people:,} people"
    posts = "one post" if told.posts == 1 else f"{told.posts:,} posts"
    ranked = sorted(told.feelings.items(), key=lambda item: (-item[1].people, FEELINGS.index(item[0])))
    felt = [f"{its.people:,} {SAID[name]}" for name, its in ranked if its.people and its.share >= LEAST]
    said = f"{who} wrote of it in {posts}" + (f": {', '.join(felt)}." if felt else ", and told of no feeling.")
    if told.tear_rate and told.feelings["crying"].people:
        its = told.tear_rate
        said += f" Its tear rate is {percent(its.value)} (between {percent(its.low)} and {percent(its.high)})."
    return said


def finding(told: Reactions) -> Finding:
    """The same as a finding."""
    span = f", {told.over_time[0].month} to {told.over_time[-1].month}" if told.over_time else ""
    return Finding("context", in_words(told), "posts", f"{told.posts:,} posts{span}")


def percent(value: float) -> str:
    """A share in percent."""
    return f"{100 * value:.{0 if value >= 0.1 else 1}f}%"
