"""What can be asked of a catalogue; each kind of question in a file of its own."""

from __future__ import annotations

from basedon.questions import facts, filmography, lineage, listing, origin, same_title, true_story
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
        listing.QUESTION,
    )
}
"""By kind, in the order in which their wordings are tried."""

NEEDS: dict[str, tuple[str, ...]] = {
    "reception": ("posts", "imdb"),
    "tearjerkers": ("posts",),
    "moods": ("posts",),
    "trending": ("netflix",),
    "award": ("oscars",),
    "trailer": ("wikidata trailers",),
}
"""Questions (and facts) that no source of the starter answers, with the sources that would."""

ADDED_BY: dict[str, str] = {
    "posts": "--posts FILE with basedon reception or tearjerkers",
    "imdb": "basedon build -o FILE --imdb DIR",
    "netflix": "basedon build -o FILE --netflix FILE",
    "oscars": "basedon build -o FILE --oscars FILE",
    "wikidata trailers": "basedon build -o FILE --wikidata FILE",
}
"""The command that adds each of these sources."""
