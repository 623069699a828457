"""Who directed it, when, where, in which language?

The plain facts of a film as the most trusted source gives them; that source is named. A fact nobody gives is unknown.
"""

from __future__ import annotations

from basedon.catalogue.catalogue import Catalogue
from basedon.identity.titles import normal_name
from basedon.model.answer import Finding, Table
from basedon.model.work import Work
from basedon.questions.grammar.lexicon_films import GENRES
from basedon.questions.question import Asked, Question, Said
from basedon.questions.reception import award_answer

MANY = 8
PEOPLE = ("director", "writer", "cast_member")
NEARLY = 85
"""Likeness, of 100, from which a name is taken for the same one, misspelt."""


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
    if asked.yes_no and (stated := asked.place or asked.stated):
        also = work.languages if aspect == "country" else ()  # "a Tamil film"
        text = f"{agreed(aspect, stated, [*values, *also])} {text}"
    e = catalogue.fact_evidence(number, aspect)
    read = (Finding("context", text, e.source, f"{e.record}: {e.locator}", e.url),) if e else ()
    # a work holds no writers, so that they stand in a table
    return Said(text, read, Table((aspect,), tuple((value,) for value in values)) if aspect == "writer" else None)


def agreed(aspect: str, stated: str, values: list[str | int]) -> str:
    """Whether what a question states is so: a yes, a no, or that no source here says it."""
    if aspect == "year":
        off = abs(int(stated) - int(values[0]))
        # a year off is as often the festival as a mistake
        return "Yes:" if off == 0 else "Not quite:" if off == 1 else "No:"
    from rapidfuzz import fuzz

    named = [normal_name(str(value)) for value in values]
    wanted = normal_name(stated)
    if wanted in named or (" " not in stated and any(wanted in name.split() for name in named)):
        return "Yes:"
    if aspect in PEOPLE and any(fuzz.ratio(wanted, name) >= NEARLY for name in named):
        return "Yes, it seems:"
    # a cast, genres and countries are seldom told in full
    return "No:" if aspect == "director" else "No source in this catalogue says so:"


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

GENRE = "|".join(sorted(map(str.strip, GENRES.split(",")), key=len, reverse=True))
FOLLOWED = r"(?:(?:and|what about|how about|what|which|the|its|who|is|was|'s) )*"
"""How a short question about the film spoken of begins: "and the director?", "what genre?"."""
ASKING = "(?:what|which|who|when|where|why|how|whose)"
"""Words that begin a question, and no title in front of one word."""

QUESTION = Question(
    kind="facts",
    wordings=(
        rf"{FOLLOWED}(?P<director>directors?|directed by)",
        rf"{FOLLOWED}(?P<cast>cast|actors|stars)",
        rf"{FOLLOWED}(?P<genre>genre|kind of (?:film|movie)|type of (?:film|movie))",
        rf"{FOLLOWED}(?P<language>language)",
        rf"{FOLLOWED}(?P<country>country)",
        rf"{FOLLOWED}(?P<year>when|year|release date)",
        rf"{FOLLOWED}(?P<writer>writers?)",
        r"(?P<is>did|has) (?P<stated>.+?) (?:really |actually )?(?P<director>direct|directed) {film}",
        r"(?P<is>is|was) {film} (?P<director>directed) by (?P<stated>.+)",
        r"(?P<is>did|has) (?P<stated>.+?) (?P<writer>write|written) {film}",
        r"(?P<is>is|was) {film} (?P<writer>written) by (?P<stated>.+)",
        r"(?P<is>did|does|do) (?P<stated>.+?) (?P<cast>star|play|act|appear) in {film}",
        r"(?P<is>is|was) (?P<stated>.+?) (?P<cast>in the cast of|an actor in|an actress in|starring in|acting in) {film}",
        r"(?P<is>was|is|did) {film} (?:really )?(?:come |get )?(?P<year>released|made|from|out|shown) in (?P<stated>[0-9]{4})",
        r"(?P<is>is|was) {film} (?:(?:filmed|shot|made|spoken) )?(?P<language>in) (?P<stated>[a-z]+)",
        r"(?P<is>is|was) {film} (?:an?|the) {place}(?P<country>(?:[- ]language)? (?:film|movie|production|series))",
        r"(?P<is>is|was) {film} (?P<country>from|made in|produced in) {place}",
        rf"(?P<is>is|was) {{film}} an? (?P<genre>(?P<stated>{GENRE}))(?: (?:film|movie))?",
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
        rf"(?!{ASKING}\b){{film}}(?:'s)? (?:(?P<director>directors?)|(?P<cast_member>cast|actors)|(?P<year>release date|release year)|"
        r"(?P<trailer>trailer)|(?P<genre>genre)|(?P<award>awards|oscars))",
    ),
    read_as="{aspect} of {film}",
    example="Who directed {film}?",
    answer=answer,
)
