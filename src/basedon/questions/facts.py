"""Who directed it, when, where, in which language?

The plain facts of a film as the most trusted source gives them; that source is named. A fact nobody gives is unknown.
"""

from __future__ import annotations

from basedon.catalogue.catalogue import Catalogue
from basedon.model.answer import Finding, Table
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
    values = known(catalogue, work, number, aspect)
    if not values:
        return Said(f"No source in this catalogue tells {WANTED[aspect]} {work.label}.")
    text = told(work, aspect, values)
    e = catalogue.fact_evidence(number, aspect)
    read = (Finding("context", text, e.source, f"{e.record}: {e.locator}", e.url),) if e else ()
    # a work holds no writers, so that they stand in a table
    return Said(text, read, Table((aspect,), tuple((value,) for value in values)) if aspect == "writer" else None)


def known(catalogue: Catalogue, work: Work, number: int, aspect: str) -> list[str | int]:
    """The values of a fact; none where it is not known."""
    match aspect:
        case "year":
            return [work.year] if work.year else []
        case "director":
            return [person.name for person in work.directors]
        case "cast_member":
            return [person.name for person in work.cast]
        case "writer":
            return [person.name for person, _ in catalogue.credited(number, "writer")]
        case "country":
            return list(work.countries)
        case "language":
            return list(work.languages)
        case "genre":
            return list(work.genres)
        case "trailer":
            return [work.trailer] if work.trailer else []
    return []


def told(work: Work, aspect: str, values: list[str | int]) -> str:
    """The fact as a sentence."""
    few = [str(value) for value in values[:MANY]]
    said = ", ".join(few[:-1]) + (" and " if few[1:] else "") + few[-1]
    return {
        "year": f"{work.title} came out in {said}.",
        "director": f"{work.label} was directed by {said}.",
        "writer": f"{work.label} was written by {said}.",
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
    "writer": "who wrote",
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
