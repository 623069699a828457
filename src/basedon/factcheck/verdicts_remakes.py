"""What the catalogue says of a claim about remakes, and about a director's other films."""

from __future__ import annotations

import msgspec

from basedon.factcheck import evidence, likeness
from basedon.factcheck.clause import Films, Found
from basedon.factcheck.facts import Held
from basedon.factcheck.ruling import NEAR, NO, OPEN, YES, Ruling
from basedon.identity.titles import normal


def remake_of(held: Held, found: Found, number: int) -> Ruling | None:
    """Whether a film remakes the one that is stated."""
    above = held.ancestors(number)
    told = evidence.lineage(held, number)
    known = held.remake_of(number)
    loose = found.kind == "loose"
    if found.target and set(found.target) & set(above):
        return Ruling(YES, number, None, evidence.placed(told, "for"))
    if found.kind == "described":
        if any(_fits(held, other, found) for other in above):
            return Ruling(YES, number, None, evidence.placed(told, "for"))
        if not above:
            return Ruling(OPEN, number)
    stated = str(found.stated)
    if not found.target and found.kind == "unknown":
        found = msgspec.structs.replace(found, target=_titled(held, stated))
        if set(found.target) & set(above):
            return Ruling(YES, number, None, evidence.placed(told, "for"))
    titles = {key for other in above for key in held.facts(other).keys} | ({normal(known.title)} if known else set())
    if (
        found.kind != "described"
        and titles
        and likeness.same_title(stated, titles)
        and not _other_film(held, found, above)
    ):
        return Ruling(YES, number, None, evidence.placed(told, "for"))
    if found.target and number in {n for t in found.target for n in held.ancestors(t)}:
        if loose:
            return Ruling(OPEN, number, None, told)
        return Ruling(NO, number, known.title if known else None, evidence.placed(told, "against"))
    if loose:
        return Ruling(OPEN, number, None, told) if above or known else Ruling(OPEN, number)
    if known is not None and above:
        best = held.facts(held.facts(number).originals[-1]).work
        return Ruling(NO, number, best.label, evidence.placed(told, "against"))
    return Ruling(OPEN, number, None, told)


def _titled(held: Held, title: str) -> Films:
    """The films of a title."""
    rows = held.catalogue.query("SELECT DISTINCT work FROM titles WHERE normal = ? LIMIT 60", [normal(title)])
    return tuple(number for (number,) in rows)


def _other_film(held: Held, found: Found, above: tuple[int, ...]) -> bool:
    """Whether the film stated bears an ancestor's title, and its year or country shows that it is another."""
    return bool(found.year and not any(_fits(held, other, found) for other in above))


def _fits(held: Held, number: int, found: Found) -> bool:
    """Whether a film is of the year, the country and the language that a claim states."""
    facts = held.facts(number)
    dated = found.year is None or any(abs(year - found.year) <= NEAR for year in facts.years) or not facts.years
    return dated and _of_place(held, number, found)


def _of_place(held: Held, number: int, found: Found) -> bool:
    work = held.facts(number).work
    placed = found.place is None or likeness.same_place(found.place, work.countries)
    spoken = found.tongue is None or likeness.same_tongue(found.tongue, work.languages)
    return placed and spoken


def has_remake(held: Held, found: Found, number: int) -> Ruling:
    """Whether a film was remade where, or as what, is stated; the remake's year is a claim of its own."""
    below = held.facts(number).derivatives
    if found.place is None and found.tongue is None:
        return _remade_as(held, found, number, below)
    there = [other for other in below if _of_place(held, other, found)]
    if not there:
        root = held.root(number)
        there = [other for other in held.facts(root).derivatives if other != number and _of_place(held, other, found)]
        below = held.facts(root).derivatives
        number = root if there else number
    fitting = (
        [other for other in there if _fits(held, other, found)]
        or [other for other in found.target if other in there]
        or there
    )
    if fitting:  # its year is a claim of its own
        return Ruling(YES, number, None, evidence.placed(evidence.link(held, fitting[0]), "for"), fitting[0])
    known = [other for other in found.target if other in below]
    if known and held.facts(known[0]).work.countries and found.place:
        work = held.facts(known[0]).work
        if not likeness.could_be(found.place, work.countries, work.languages):
            told = evidence.link(held, known[0]) + evidence.fact(held, known[0], "country")
            return Ruling(NO, number, work.countries[0], evidence.placed(told, "against"))
    return Ruling(OPEN, number, None, evidence.remakes(held, number))


def _remade_as(held: Held, found: Found, number: int, below: tuple[int, ...]) -> Ruling:
    """A remake that is told by its title."""
    root = held.root(number)
    made = (*below, *(n for n in held.facts(root).derivatives if n != number))
    fitting = [other for other in found.target if other in made]
    if not fitting:
        keys = {key: other for other in made for key in held.facts(other).keys}
        fitting = [keys[key] for key in keys if key == normal(str(found.stated))]
    if fitting:
        other = fitting[0]
        told = evidence.link(held, other)
        return Ruling(YES, number if other in below else root, None, evidence.placed(told, "for"), other)
    if len(found.target) == 1:
        above = held.ancestors(found.target[0])
        if above and number not in above:
            return Ruling(NO, number, None, evidence.placed(evidence.link(held, found.target[0]), "against"))
    return Ruling(OPEN, number, None, evidence.remakes(held, number))


def other(held: Held, found: Found, number: int) -> Ruling:
    """Whether a film's director made the other one that is stated."""
    facts = held.facts(number)
    if not facts.directors:
        return Ruling(OPEN, number)
    films: Films = found.target
    if not films:
        films = _titled(held, str(found.stated))
    else:
        keys = held.facts(films[0]).keys
        marks = ",".join("?" * len(keys))
        rows = held.catalogue.query(f"SELECT DISTINCT work FROM titles WHERE normal IN ({marks}) LIMIT 60", list(keys))
        films = tuple(dict.fromkeys((*films, *(n for (n,) in rows))))
    for other in films:
        theirs = held.facts(other).directors
        if any(likeness.same_person(name, theirs) for name in facts.directors):
            return Ruling(YES, number, None, evidence.placed(evidence.fact(held, other, "director"), "for"))
    if found.year:
        dated = [n for n in films if any(abs(year - found.year) <= NEAR for year in held.facts(n).years)]
        if len(dated) == 1 and held.facts(dated[0]).directors:
            return Ruling(NO, number, None, evidence.placed(evidence.fact(held, dated[0], "director"), "against"))
    return Ruling(OPEN, number)
