"""Which book, play, event or film is it based on?

For: statements that it is based on or inspired by something, each thing once, with the creator and year that any of
them gives. A work without a name is left out when a named one is there. A denied origin is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from basedon.catalogue.catalogue import Catalogue, Told
from basedon.identity.titles import normal
from basedon.model.answer import Origin
from basedon.model.statement import Predicate, Target
from basedon.questions import weighing
from basedon.questions.phrasing import findings, named, sentence
from basedon.questions.question import Asked, Question, Said

REMARK = re.compile(r" \([^()]*\)$")
"""A remark behind a page name, as in "West Side Story (stage musical)"."""

FROM = (Predicate.BASED_ON, Predicate.INSPIRED_BY, Predicate.REMAKE_OF)
BESIDE = (Predicate.DEPICTS, Predicate.TRUE_STORY, Predicate.ORIGINAL_STORY)
"""What is worth telling of a film for which no source names what it is based on."""


def origins(catalogue: Catalogue, number: int) -> tuple[Origin, ...]:
    """What a film is based on or inspired by: what it is based on first."""
    found: dict[str, Origin] = {}
    told = [t for t in catalogue.told(number) if t.work == number and t.statement.predicate in FROM]
    told = [t for t in told if not weighing.weak(t.statement)] or told
    for t in sorted(told, key=lambda t: FROM.index(t.statement.predicate)):
        if not t.statement.denied:
            one = as_origin(catalogue, t)
            key = one.id if t.target_work else normal(REMARK.sub("", one.title or ""))
            found[key or ""] = merged(found[key or ""], one) if (key or "") in found else one
    held = {normal(one.title or "") for one in found.values() if one.type in ("film", "series") and one.id}
    named_ones = [one for one in found.values() if one.title and (one.type != "other" or normal(one.title) not in held)]
    return tuple(named_ones or found.values())


def as_origin(catalogue: Catalogue, told: Told) -> Origin:
    """What one statement points to, as far as it is known."""
    if told.target_work:
        work = catalogue.work(told.target_work)
        makers = ", ".join(person.name for person in work.directors) or None
        return Origin(work.type, work.title, makers, work.year, work.id)
    target = told.statement.target
    type_: str = target.type or ("film" if told.statement.predicate is Predicate.REMAKE_OF else "other")
    if type_ == "other" and told.origin:
        type_ = catalogue.origin(told.origin).type  # another source tells what kind of work that is
    return Origin(type_, target.title, target.creator, target.year, target.id)


def merged(one: Origin, other: Origin) -> Origin:
    """One origin told of twice: each detail from whoever gives it."""
    type_ = other.type if one.type == "other" else one.type
    return Origin(type_, one.title, one.creator or other.creator, one.year or other.year, one.id or other.id)


def answer(catalogue: Catalogue, asked: Asked, number: int) -> Said:
    """The origins of a film in a sentence, after a yes or no where one is asked for."""
    work = catalogue.work(number)
    every = [t for t in catalogue.told(number) if t.work == number]
    told = [t for t in every if t.statement.predicate in FROM]
    works = catalogue.works(t.target_work for t in told if t.target_work)
    read = tuple(f for t in told for f in findings(t, "context", works.get(t.target_work or 0)))
    found = origins(catalogue, number)
    loose = all(t.statement.predicate is Predicate.INSPIRED_BY for t in told if not t.statement.denied)
    types = TYPES.get(asked.aspect or "")
    fitting = [origin for origin in found if types is None or origin.type in types]
    if asked.yes_no and fitting:
        return Said(f"{'Loosely' if loose else 'Yes'}: {work.label} is {based_on(fitting, loose)}.", read)
    unclear = [origin for origin in found if origin.type == "other"]
    if asked.yes_no and unclear:
        text = (
            f"{work.label} is {based_on(unclear, loose)}; no source in this catalogue says what kind of work that is."
        )
        return Said(text, read)
    if asked.yes_no:
        what = f"{'an' if asked.aspect == 'article' else 'a'} {asked.aspect}" if types else "an earlier work"
        no = f"No source in this catalogue says that {work.label} is based on {what}."
        if found:
            return Said(f"{no} It is {based_on(found, loose)}.", read)
    elif found:
        no = (
            ""
            if types is None or fitting or unclear
            else f"No source in this catalogue names a {asked.aspect} behind it. "
        )
        says = f"{work.label} is {based_on(found, loose)}."
        return Said(f"{no}{says}{contested(told, found)}", read)
    else:
        no = f"No source in this catalogue says what {work.label} is based on."
    beside = [t for t in every if t.statement.predicate in BESIDE]
    if beside:
        told_beside = tuple(f for t in beside for f in findings(t, "context"))
        return Said(f"{no} {sentence(beside[0].statement)}", (*read, *told_beside))
    return Said(no, read)


def contested(told: Iterable[Told], found: Iterable[Origin]) -> str:
    """That other sources deny one of the origins, in a sentence; empty where none does."""
    denied = {normal(t.statement.target.title or "") for t in told if t.statement.denied} - {""}
    said = any(normal(origin.title or "") in denied for origin in found)
    return " Sources disagree: others deny it." if said else ""


def phrase(origin: Origin) -> str:
    """An origin in words: `the novel Dune by Frank Herbert (1965)`."""
    return named(Target(origin.title, origin.type, origin.creator, origin.year, origin.id))  # type: ignore[arg-type]


def based_on(found: Iterable[Origin], loose: bool) -> str:
    """The words after "is": what it comes from."""
    says = list(dict.fromkeys(phrase(origin) for origin in found))
    listed = " and ".join([", ".join(says[:-1]), says[-1]] if says[1:] else says)
    return f"{'inspired by' if loose else 'based on'} {listed}"


BOOKS = frozenset({"novel", "novella", "short story", "memoir", "non-fiction book", "comic"})
TYPES: dict[str, frozenset[str]] = {
    "book": BOOKS,
    "comic book": frozenset({"comic"}),
    "graphic novel": frozenset({"comic"}),
    "manga": frozenset({"comic"}),
    "video game": frozenset({"game"}),
    "fairy tale": frozenset({"folk tale"}),
    "legend": frozenset({"folk tale"}),
    "tv show": frozenset({"series"}),
    "tv series": frozenset({"series"}),
    "film": frozenset({"film", "series"}),
    "novel": frozenset({"novel", "novella"}),
    **{
        name: frozenset({name})
        for name in ("play", "comic", "short story", "game", "memoir", "article", "song", "folk tale", "series")
    },
}
"""What people call a source, with the types of origin that they mean by it."""

KINDS = "|".join(sorted((name for name in TYPES if name != "film"), key=len, reverse=True))

QUESTION = Question(
    kind="origin",
    wordings=(
        r"(?:what|who)(?:'s| is| was) {film} (?:based (?:up)?on|adapted from|inspired by|from)",
        r"(?:what|which) (?P<aspect>book|novel|play|comic|story|short story|game|memoir|article|event|film|movie|person)?s? ?"
        r"(?:is|was|are|inspired) (?:the (?:film|movie) )?{film}(?: (?:based|adapted) (?:up)?(?:on|from)|inspired by)?",
        rf"(?P<is>is|was) {{film}} (?:(?:really|actually|also) )?(?:(?:based (?:up)?|adapted )?(?:on|from)|inspired by) (?:an?|the|any|some) (?P<aspect>{KINDS})",
        rf"(?P<is>is|was) there (?:an?|any) (?P<aspect>{KINDS}) (?:of|for|behind|before) {{film}}",
        rf"{{film}} (?P<is>is|was) (?:based (?:up)?on|adapted from|inspired by) (?:an?|the|any|some) (?P<aspect>{KINDS})",
        r"(?P<is>is|was) {film} (?:based (?:up)?on|adapted from|inspired by) (?:anything|something)(?: else)?",
        r"who wrote (?:the (?:book|novel|play|story)|what) (?:that )?{film} (?:is|was) (?:based on|adapted from)",
        r"who (?:is|was) the (?:author|writer) of the (?P<aspect>book|novel|play|comic|story|short story) (?:that |which )?{film} "
        r"(?:is|was) (?:based on|adapted from)",
        r"(?:what|which) (?:(?:true|real) (?:story|case|event|events|person|people|life)) (?:is|was|inspired) {film}"
        r"(?: based on| about)?",
        r"{film}[,:;-]* (?:is )?based on(?: what)?",
        r"{film}[,:;-]* (?P<aspect>book|novel|manga|comic)",
        r"where (?:does|did) (?:the story of )?{film} come from",
        r"where (?:does|did) the story (?:of|behind|for) {film} come from",
        r"what inspired {film}",
        r"what(?: is|'s)? the (?:source|origin|original (?:book|novel|play|story)|book|novel|inspiration) (?:of|for|behind) {film}",
        r"(?:is|was) {film} (?:based (?:up)?on|adapted from|inspired by) .+",
    ),
    read_as="what {film} is based on",
    example="Which book is {film} based on?",
    answer=answer,
)
