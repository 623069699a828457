"""What can be asked of a catalogue; each kind of question in a file of its own."""

from __future__ import annotations

from basedon.questions import facts, filmography, lineage, origin, reception, same_title, trending, true_story
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
