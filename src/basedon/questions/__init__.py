"""What can be asked of a catalogue; each kind of question in a file of its own."""

from __future__ import annotations

from basedon.questions import (
    facts,
    filmography,
    lineage,
    listing,
    moods,
    origin,
    reception,
    same_title,
    tearjerkers,
    trending,
    true_story,
)
from basedon.questions.question import Question

QUESTIONS: dict[str, Question] = {
    question.kind: question
    for question in (
        true_story.QUESTION,
        filmography.QUESTION,
        lineage.QUESTION,
        origin.QUESTION,
        facts.QUESTION,
        same_title.QUESTION,
        reception.QUESTION,
        trending.QUESTION,
        tearjerkers.QUESTION,
        moods.QUESTION,
        listing.QUESTION,
    )
}
"""By kind, in the order in which their wordings are tried."""

NEEDS: dict[str, tuple[str, ...]] = {
    "reception": ("posts", "imdb"),
    "tears": ("posts",),
    "tearjerkers": ("posts",),
    "moods": ("posts",),
    "trending": ("netflix",),
    "award": ("oscars",),
    "trailer": ("wikidata trailers",),
}
"""Questions (and facts) that no source of the starter answers, with the sources that would."""

ADDED_BY: dict[str, str] = {
    "posts": "Posts: `basedon reception TITLE --posts FILE`, `basedon tearjerkers --posts FILE`.",
    "imdb": "IMDb: `basedon build -o my.basedon --curated --imdb DIR`, then --catalogue my.basedon.",
    "oscars": "Awards: `basedon build -o my.basedon --curated --oscars FILE`, then --catalogue my.basedon.",
    "wikidata trailers": "Trailers: `basedon build -o my.basedon --curated --wikidata FILE`, then --catalogue my.basedon.",
}
"""How each of these sources is added, as a sentence."""
