"""Something uplifting; a good cry; funny and sad: which film fits a mood, by what people felt?

A mood is one feeling or two that a film must have given. Of each the rate is taken as in `questions/shares`; a film's
score is how far the lower bounds stand above what is usual for films, of two feelings the geometric mean, so that both
must be there. What people hated or were bored by counts against it.
"""

from __future__ import annotations

import math
import re

from basedon.catalogue import reactions as held
from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.reactions import Felt
from basedon.errors import BadUsage
from basedon.model.answer import Table
from basedon.model.reactions import Feeling
from basedon.questions import reactions
from basedon.questions.question import Asked, Question, Said

COLUMNS = ("film", "year", "id", "people", "score", "low", "high", "why")
MOST = 20
LEAST = 2
"""People who must have felt each feeling of a mood."""

MOODS: dict[str, tuple[Feeling, ...]] = {
    "good cry": ("crying", "loving"),
    "uplifting": ("comforted",),
    "comforting": ("comforted",),
    "comfort": ("comforted",),
    "cosy": ("comforted",),
    "cozy": ("comforted",),
    "feel good": ("comforted",),
    "heartwarming": ("comforted",),
    "wholesome": ("comforted",),
    "soothing": ("comforted",),
    "calming": ("comforted",),
    "relaxing": ("comforted",),
    "warm": ("comforted",),
    "hopeful": ("comforted",),
    "cheer me up": ("comforted", "laughing"),
    "cheerful": ("comforted", "laughing"),
    "happy": ("comforted", "laughing"),
    "light hearted": ("comforted", "laughing"),
    "lighthearted": ("comforted", "laughing"),
    "sad": ("crying",),
    "cry": ("crying",),
    "weepy": ("crying",),
    "moving": ("crying",),
    "emotional": ("crying",),
    "touching": ("crying",),
    "heartbreaking": ("crying",),
    "tearjerker": ("crying",),
    "funny": ("laughing",),
    "hilarious": ("laughing",),
    "laugh": ("laughing",),
    "scary": ("frightened",),
    "frightening": ("frightened",),
    "creepy": ("frightened",),
    "spooky": ("frightened",),
    "terrifying": ("frightened",),
    "scared": ("frightened",),
    "lovable": ("loving",),
    "beloved": ("loving",),
    "divisive": ("loving", "hating"),
    "boring": ("bored",),
    "terrible": ("hating",),
}
"""What people call a mood, and the feelings that make it; the longer ones are looked for first."""

AGAINST: tuple[Feeling, ...] = ("hating", "bored")

_WORDS = "|".join(re.escape(word).replace(r"\ ", "[ -]") for word in sorted(MOODS, key=len, reverse=True))
_MOOD = re.compile(rf"\b(?:{_WORDS})\b", re.IGNORECASE)


def feelings(words: str) -> tuple[Feeling, ...]:
    """The feelings that words for a mood ask for; none where no mood is known by such words."""
    found: dict[Feeling, None] = {}
    for match in _MOOD.finditer(words):
        found |= dict.fromkeys(MOODS[match[0].lower().replace("-", " ")])
    return tuple(found)


def moods(catalogue: Catalogue, words: str, most: int = MOST) -> Said:
    """The films that fit a mood; raises BadUsage for words that are no mood."""
    wanted = feelings(words)
    if not wanted:
        known = ", ".join(sorted(MOODS))
        raise BadUsage(f"{words[:60] or 'nothing'}: no mood that is known; say one or two of: {known}")
    films = held.felt(catalogue)
    against = [feeling for feeling in AGAINST if feeling not in wanted]
    usual = {feeling: reactions.usual(films, feeling) for feeling in (*wanted, *against)}
    ranked = []
    for found in films:
        if any(found.feelings.get(feeling, 0) < LEAST for feeling in wanted):
            continue
        rates = [reactions.rate(found, feeling, usual[feeling]) for feeling in wanted]
        lifts = [rate.low / usual[feeling].mean for rate, feeling in zip(rates, wanted, strict=True)]
        worse = sum(
            max(0.0, reactions.rate(found, feeling, usual[feeling]).value - usual[feeling].mean) for feeling in against
        )
        score = math.prod(lifts) ** (1 / len(lifts)) * (1 - worse)
        ranked.append((score, found, rates))
    ranked.sort(key=lambda one: (-one[0], -one[1].people, one[1].work))
    works = catalogue.works(found.work for _, found, _ in ranked[:most])
    rows = tuple(
        (
            *(works[found.work].title, works[found.work].year, works[found.work].id, reactions.asked(found)),
            *(round(score, 2), min(rate.low for rate in rates), min(rate.high for rate in rates), why(found, wanted)),
        )
        for score, found, rates in ranked[:most]
        if found.work in works
    )
    asked = " and ".join(reactions.SAID[feeling] for feeling in wanted)
    if not rows:
        return Said(f"Of no film held here do {LEAST} people say that they {asked}.", table=Table(COLUMNS, ()))
    first = ranked[0][1]
    text = f"{works[first.work].label}: of {reactions.asked(first):,} people who wrote of it {why(first, wanted)}."
    return Said(text, table=Table(COLUMNS, rows))


def why(found: Felt, wanted: tuple[Feeling, ...]) -> str:
    """How many felt what, in words."""
    return ", ".join(f"{found.feelings.get(feeling, 0):,} {reactions.SAID[feeling]}" for feeling in wanted)


def answer(catalogue: Catalogue, asked: Asked, _number: int) -> Said:
    """The films of a mood; it means no single film."""
    return answer_any(catalogue, asked, asked.aspect or "")


def answer_any(catalogue: Catalogue, asked: Asked, question: str) -> Said:
    """The films of the mood that a question names."""
    return moods(catalogue, asked.aspect or question)


_KIND = r"(?:films?|movies?|something|anything|one)"
_AND = rf"(?:{_WORDS})(?:(?:,| and| but|, but| or) (?:also |a bit |really )?(?:{_WORDS}))*"

QUESTION = Question(
    kind="moods",
    wordings=(
        rf"(?:.{{0,60}}?\b)?(?:something|anything|{_KIND}|films?|movies?) (?:that(?:'s| is| are) |really |a bit |very |for |to |to make me |that (?:will |would )?(?:makes? me |make you )?)*(?:a )?(?P<aspect>{_AND})(?: (?:films?|movies?|please|tonight|to watch|me|me up))*",
        rf"(?:.{{0,60}}?\b)?(?:an?|some|any|the|most|list|good)?\b ?(?P<aspect>{_AND}) (?:films?|movies?)(?: to watch| please| tonight| ever| of all time)*",
        r"(?:i (?:want|need|could use|feel like|would like)|i'd like|give me|for)?(?: to have)?(?: for)? ?a (?P<aspect>good cry)",
        r"(?:.{0,40}?\b)?(?P<aspect>cheer me up)",
        rf"(?:what|which) (?:films?|movies?) (?:is|are|was) (?:the )?(?:most |really |so |very )?(?P<aspect>{_AND})",
    ),
    read_as="films by what people felt",
    example="Something uplifting",
    answer=answer,
    answer_any=answer_any,
)
