"""Who directed it, when, where, in which language?

The plain facts of a film as the most trusted source gives them; that source is named. A fact nobody gives is unknown.
"""

from __future__ import annotations

from basedon.catalogue.catalogue import Catalogue
from basedon.model.answer import Finding
from basedon.model.work import Work
from basedon.questions.question import Asked, Question, Said
from basedon.questions.reception import award_answer

MANY = 8


def answer(catalogue: Catalogue, asked: Asked, number: int) -> Said:
    """One fact in a sentence, with the record it was read in."""
    work = catalogue.work(number)
    aspect = asked.aspect or "director"
    if aspect == "award":
        return award_answer(catalogue, number)
    text = told(work, aspect)
    if text is None:
        return Said(f"No source in this catalogue tells {WANTED[aspect]} {work.label}.")
    e = catalogue.fact_evidence(number, aspect)
    return Said(text, (Finding("context", text, e.source, f"{e.record}: {e.locator}", e.url),) if e else ())


def told(work: Work, aspect: str) -> str | None:
    """The fact as a sentence; None where it is not known."""
    if aspect == "year":
        return f"{work.title} came out in {work.year}." if work.year else None
    values = {
        "director": [person.name for person in work.directors],
        "cast_member": [person.name for person in work.cast[:MANY]],
        "country": list(work.countries),
        "language": list(work.languages),
        "genre": list(work.genres),
        "trailer": [work.trailer] if work.trailer else [],
    }.get(aspect, [])
    if not values:
        return None
    said = ", ".join(values[:-1]) + (" and " if values[1:] else "") + values[-1]
    return {
        "director": f"{work.label} was directed by {said}.",
        "cast_member": f"{work.label} stars {said}.",
        "country": f"{work.label} was made in {said}.",
        "language": f"{work.label} is in {said}.",
        "genre": f"Genres of {work.label}: {said}.",
        "trailer": f"Trailer of {work.label}: {said}",
    }[aspect]


WANTED = {
    "director": "who directed",
    "year": "when they released",
    "country": "where they made",
    "language": "the language of",
    "genre": "the genre of",
    "cast_member": "who plays in",
    "trailer": "the trailer of",
    "award": "the awards of",
}

QUESTION = Question(
    kind="facts",
    wordings=(
        r"who (?P<director>directed|made|is the director of|was the director of) {film}",
        r"who's the (?P<director>director) of {film}",
        r"who (?:is|was) {film} (?P<director>directed|made) by",
        r"(?:the )?(?P<director>directors?) of {film}",
        r"(?P<year>when) (?:was|did|is) {film} (?:released|made|come out|filmed|shot|out)",
        r"(?:what|which) (?P<year>year) (?:was|did|is) {film}(?: (?:released|made|come out|from|filmed))?",
        r"(?:what|which) (?P<country>country|countries) (?:was|is|did|does) {film} (?:from|made in|come from|produced in)",
        r"(?P<country>where) (?:was|is) {film} (?:made|from|produced)",
        r"how (?P<year>old) is {film}",
        r"(?:in )?(?:what|which) (?P<language>language)s? (?:is|was|are) {film}(?: in| made in)?",
        r"(?:what|which) (?P<language>language)s? (?:do|does|did) (?:they|people) (?:speak|talk) in {film}",
        r"(?:what|which) (?P<genre>genre|kind of (?:film|movie)|type of (?:film|movie)) (?:is|was) {film}",
        r"who(?P<cast>'s| stars| plays| acts| appears| starred| played| acted| is| was) in {film}",
        r"(?:who are )?the (?P<cast>cast|actors|stars) (?:of|in) {film}",
        r"(?:show |where is |what is )?(?:me )?(?:the |a )?(?P<trailer>trailer) (?:of|for|to) {film}",
        r"(?:which|what|how many) (?P<award>awards|oscars|academy awards|prizes) (?:did|has) {film} (?:win|won|get|got)",
        r"(?:did|has) {film} (?:win|won|get|got) (?:an?|any|the) (?P<award>awards?|oscars?|academy awards?|prizes?|best picture)",
        r"(?:which|what|how many) (?P<award>awards|oscars|academy awards|prizes) (?:was|is) {film} nominated for",
        r"(?:was|is) {film} (?P<award>nominated)(?: for (?:an?|any|the) (?:awards?|oscars?|academy awards?|prizes?))?",
        r"{film}(?:'s)? (?:(?P<director>directors?)|(?P<cast_member>cast|actors)|(?P<year>release date|release year)|"
        r"(?P<trailer>trailer)|(?P<genre>genre)|(?P<award>awards|oscars))",
    ),
    read_as="{aspect} of {film}",
    example="Who directed {film}?",
    answer=answer,
)
