"""From a question as people type it to the ways it can be read.

A question about one film is read by the wordings that stand with their kinds, as patterns over the whole text with
slots for names; this module cleans the text, fills the slots, has hints taken off the names, and puts the readings in
order. A question that goes along several relations is read by the grammar into a plan.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from basedon.catalogue.catalogue import Catalogue
from basedon.model.answer import QuestionKind
from basedon.questions import QUESTIONS
from basedon.questions.hints import PRONOUN, QUOTES
from basedon.questions.hints import variants as variants
from basedon.questions.places import PLACES, WORD
from basedon.questions.plan import ROLES, Films, Name, Of, Plan, Value, Where
from basedon.questions.question import Asked, Hints, Named

LONGEST = 400
"""Characters of a question that are read; a longer one is cut, which bounds the time."""

SLOTS = {"{film}": r"(?P<title>.+?)", "{film2}": r"(?P<second>.+?)", "{person}": r"(?P<person>[^?]+?)"}
SLOTS["{place}"] = f"(?P<place>{WORD})"
POLITE = re.compile(
    r"^(?:(?:hey|hi|hello|please|so|ok|okay|um|well|and|but)[,! ]+|(?:can|could|would) you (?:please )?(?:tell|show) me |"
    r"(?:please )?tell me |(?:do|does) (?:you|anyone|anybody) know |i(?:'d like| want| would like) to know |"
    r"i wonder |(?:if|whether) )+",
    re.IGNORECASE,
)
SOME_FILM = re.compile(
    rf"(?:(?:an?|the|any|some|another|other) )*(?:(?:older|old|earlier|classic|foreign|silent) )*(?:({WORD}) )?"
    r"(?:original|films?|movies?|one|series|version)",
    re.IGNORECASE,
)
"""A film that is not named: "the original", "a Japanese film"."""

TAIL = re.compile(
    r"[,;]? (?:or not|or is it|right|please|then|though|do you know|or what|or (?:is it )?(?:just |all )?(?:fake|fiction|false|made up))$",
    re.IGNORECASE,
)
ASPECTS = {
    "star": "cast_member",
    "actor": "cast_member",
    "actress": "cast_member",
    "cast": "cast_member",
    "movie": "film",
    "starring": "cast_member",
    "with": "cast_member",
    "directed by": "director",
    "written by": "writer",
}
OTHERS = {
    **dict.fromkeys(("before", "previous"), "earlier"),
    **dict.fromkeys(("after", "next"), "later"),
    **dict.fromkeys(("earliest", "oldest"), "first"),
    **dict.fromkeys(("latest", "newest", "most recent"), "last"),
}
"""What people call some of several films, by the word that is used here."""
SPOKEN_OF = {"he": "director", "she": "director", "they": "director"}


def clean(text: str) -> str:
    """The question as one line without control, direction and zero-width characters, and without end marks."""
    text = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text[: 4 * LONGEST])
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cs", "Co", "Cn") and c != "\ufffd")
    return " ".join(text.replace("’", "'").split())[:LONGEST].strip(" ?!.…")


def bare(question: str) -> str:
    """A clean question without polite openings and afterthoughts."""
    return TAIL.sub("", POLITE.sub("", question)).strip(" ?!.…")


@cache
def patterns(kind: str) -> list[re.Pattern[str]]:
    """The compiled wordings of a kind of question."""
    compiled = []
    for wording in QUESTIONS[kind].wordings:
        for slot, pattern in SLOTS.items():
            wording = wording.replace(slot, pattern)
        compiled.append(re.compile(wording, re.IGNORECASE))
    return compiled


def readings(text: str) -> Iterator[Asked]:
    """Every way in which a question can be read, the likeliest first; none for an empty one.

    The first is as a title, for titles are questions too: "Who Framed Roger Rabbit".
    """
    typed = clean(text)
    if not typed:
        return
    yield Asked("true_story", typed)
    questions = list(dict.fromkeys(filter(None, (bare(typed), typed))))
    for question in questions:
        for kind in QUESTIONS.values():
            for pattern in patterns(kind.kind):
                match = pattern.fullmatch(question)
                if match:
                    yield from filled(kind.kind, match)
    for question in questions:
        if question != typed:
            yield Asked("true_story", question)
        yield from variants(Asked("true_story", question))


TEARS = "tears"
"""The aspect of questions on what people felt, of which only posts tell."""


def filled(kind: QuestionKind, match: re.Match[str]) -> Iterator[Asked]:
    """A wording that matched, with its slots: first as the words stand, then with hints taken off the title."""
    groups = {name: value.strip(QUOTES) for name, value in match.groupdict().items() if value}
    title, person, second = groups.pop("title", None), groups.pop("person", None), groups.pop("second", None)
    aspect, other = groups.pop("aspect", None), groups.pop("other", None)
    place, yes_no = groups.pop("place", None), groups.pop("is", None)
    stated = groups.pop("stated", None)
    if kind in ("facts", "lineage"):
        aspect = next(iter(groups), None)
    aspect = aspect.lower().rstrip("s") if aspect else None
    if "tears" in groups:
        aspect = TEARS
    asked = Asked(
        kind,
        title,
        person,
        {**ASPECTS, **SPOKEN_OF}.get(aspect or "", aspect),
        OTHERS.get((other or "").lower(), other),
        second=tuple(names(second)) if second else (),
        place=PLACES[place.lower()] if place else None,
        stated=stated,
        yes_no=yes_no is not None,
        about_it=(title is None and person is None) or bool(title and PRONOUN.match(title)),
    )
    yield asked
    if title:
        yield from variants(asked)


def names(text: str) -> Iterator[Named]:
    """The ways to read the name of a second film: as it stands, with hints taken off, or any film of a place."""
    yield Named(text)
    for variant in variants(Asked("lineage", text)):
        yield Named(variant.title or "", variant.hints)
    if m := SOME_FILM.fullmatch(text):
        yield Named("", Hints(place=PLACES[m[1].lower()]) if m[1] else Hints())


def planned(catalogue: Catalogue, text: str, *, surnames: bool = False) -> Plan | None:
    """The plan that a question comes to, where every word of it is understood; None otherwise.

    With `surnames` people may be named by their surname alone, which takes longer.
    """
    from basedon.questions import grammar
    from basedon.questions.grammar.names import held_by

    reading = grammar.read(bare(clean(text)), held_by(catalogue, surnames=surnames))
    return reading.plan if reading else None


def single(plan: Plan) -> Asked | None:
    """The question of a kind of its own that a plan comes to, about one film; None where it is about several things."""
    match plan:
        case Of(relation=relation, films=Name() as film, also=None) if relation in FACTS:
            return about_film("facts", film, relation)
        case Of(relation="rating" | "votes", films=Name() as film):
            return about_film("reception", film, None)
        case Films(where=(Where(relation=role, value=Of(relation=same, films=Name() as film)),)) if (
            role == same in ROLES
        ):
            return about_film("filmography", film, role)
        case Films(where=(Where(relation=role, value=Name(sort="person") as person, negated=False),)):
            return Asked("filmography", person=person.text, aspect=role if role in ROLES else None)
        case Films(where=(Where(relation="original", value=Name() as film, negated=False),)):
            return about_film("lineage", film, "down")
        case Films(
            where=(
                Where(relation="country" | "language", value=Value(text=place), negated=False),
                Where(relation="original", value=Name() as film, negated=False),
            )
        ):
            return replace(about_film("lineage", film, "down"), place=place)
        case Films(where=(Where(relation="remake", value=Name() as film, negated=False),)):
            return about_film("lineage", film, "up")
    return None


FACTS = frozenset({"director", "writer", "cast_member", "year", "country", "language", "genre", "award"})


def about_film(kind: QuestionKind, film: Name, aspect: str | None) -> Asked:
    """A question about a film that a plan names."""
    return Asked(kind, film.text or None, aspect=aspect, hints=Hints(film.year), about_it=film.it)


def first(plan: Plan) -> bool:
    """Whether a plan is answered before the wordings are tried: where it says more than any of them could."""
    asked = single(plan)
    return asked is None or bool(asked.person and asked.aspect)


GENERIC = frozenset(
    {"film", "films", "movie", "movies", "picture", "pictures", "series", "story", "stories", "one", "ones"}
)
"""Words for films that are taken for a title only where they stand in capitals or quotes."""


def empty_name(asked: Asked) -> bool:
    """Whether a reading takes for a film or person what is only a word for films or for where they come from."""
    title, person = asked.title or "", asked.person or ""
    return (asked.hints != Hints() and title in GENERIC) or person.casefold() in PLACES


def several_words(question: str) -> bool:
    """Whether a text is a question with words of relations in it, rather than a title."""
    from basedon.questions.grammar.lexicon import edges

    telling = ("role", "verb", "attribute", "film", "based", "remade", "partner", "basis")
    found = edges(clean(question).lower().split())
    return len(found) > 2 and any(edge.kind in telling for place in found for edge in place)
