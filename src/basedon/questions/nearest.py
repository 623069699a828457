"""The questions that are understood and come nearest to one that is not."""

from __future__ import annotations

from basedon.questions import QUESTIONS

SUGGESTED = 3
FILM, PERSON, PLACE = "{film}", "{person}", "{place}"
SAMPLES = (
    "What else did the director of {film} direct?",
    "What is {film} a remake of?",
    "Who wrote the remake of {film}?",
    "Who acted in the films directed by the director of {film}?",
    "Which films did the writer of {film} write?",
    "What genres are the films with the actors of {film}?",
    "When was {film} released?",
    "Who acted in {film}?",
    "Films directed by {person}",
    "Films starring {person} of the 1990s",
    "Films based on novels by {person} that were remade",
    "True stories directed by {person}",
    "Who starred together with {person}?",
    "{place} films of the 2010s remade in the United States",
    "{place} films of 2013 based on true stories",
    "Turkish remakes of {place} films",
    "Horror films from {place}",
    "Films about World War II",
)
"""Questions of several steps, beside the example of each kind."""


def nearest(question: str, film: str = "Fargo", person: str = "Stephen King", place: str = "Korean") -> tuple[str, ...]:
    """Up to three questions that are understood and share most words with one that is not."""
    from rapidfuzz import fuzz, process

    every = [*(kind.example for kind in QUESTIONS.values()), *SAMPLES]
    filled = [one.replace(FILM, film).replace(PERSON, person).replace(PLACE, place) for one in every]
    best = process.extract(question.lower(), filled, scorer=fuzz.token_set_ratio, processor=str.lower, limit=SUGGESTED)
    return tuple(dict.fromkeys(one for one, _, _ in best))
