"""Reads questions that go along relations: words to meanings, meanings to a plan, by rules that combine freely."""

from __future__ import annotations

from msgspec import Struct

from basedon.questions.grammar import nouns, sentences, spans  # noqa: F401  # their rules enter themselves
from basedon.questions.grammar.asked_words import TAIL
from basedon.questions.grammar.chart import Chart, Held, Parse
from basedon.questions.grammar.lexicon import ADVERBS
from basedon.questions.grammar.words import words
from basedon.questions.plan import Films, Name, Noun, Of, Plan, conditions

ENDING = frozenset(
    {
        "together",
        "please",
        "there",
        "exist",
        "available",
        "in",
        "it",
        "thanks",
        "?",
        ",",
        "be",
        "have",
        "had",
        "are",
        "is",
    }
)
"""What may be left when a question is understood."""


class Reading(Struct, frozen=True):
    """A question as a plan, with what it cost to read it so."""

    plan: Plan
    cost: float


def read(text: str, held: Held) -> Reading | None:
    """The best plan that accounts for every word of a question; None where there is none.

    `held` tells which names a catalogue holds.
    """
    found = words(text)
    if not found:
        return None
    chart = Chart(text, found, held)
    whole = [parse for parse in chart.parse("question", 0) if finished(chart, parse)]
    if not whole:
        return None
    best = min(whole, key=lambda parse: parse.cost)
    return Reading(best.node, round(best.cost, 3))


def finished(chart: Chart, parse: Parse) -> bool:
    """Whether a reading leaves no word unread, and asks for something definite."""
    end = chart.fill(parse.end, TAIL if isinstance(parse.node, Of) else ENDING, ADVERBS, ENDING)
    return end == chart.size and conditions(parse.node) > 0 and definite(parse.node)


def definite(noun: Noun) -> bool:
    """Whether every step goes from some films in particular, not from all there are."""
    match noun:
        case Name():
            return True
        case Of():
            return definite(noun.films)
        case Films():
            inner = (w.value for w in noun.where if isinstance(w.value, Name | Films | Of))
            return bool(noun.where) and all(definite(one) for one in inner)
