"""Is it based on a true story?

For: statements that it is one, that it depicts a real event or person, that it is based on an event, a person, a
memoir or a book of non-fiction. Against: denials, fiction that it adapts, an original screenplay, that it is only
presented as true. A remake of a film that is (or may be) a true story takes over that film's basis unless its own
evidence speaks of it. Unverified stays what no source speaks of; only where an infobox
names writers and no source, and no genre is made of real events, the story is taken as original.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from basedon.catalogue.catalogue import Catalogue, Reading, Told
from basedon.model.answer import Finding, Story
from basedon.model.statement import Predicate, Statement
from basedon.model.verdict import Basis, Stance
from basedon.model.work import Work
from basedon.questions import phrasing, reliability, weighing, witnesses
from basedon.questions.lineage import originals
from basedon.questions.question import Asked, Question, Said
from basedon.questions.weighing import Point, Side, Weighed

MOST_STEPS = 12
"""Remakes of remakes that are followed; a longer chain is an error in the data."""

STANCES: dict[Side | None, Stance] = {
    Side.REAL: "for",
    Side.INSPIRED: "for",
    Side.REPORT: "for",
    Side.LOOSE_REPORT: "for",
    Side.FICTION: "against",
    Side.SOME_WORK: "against",
    Side.ORIGINAL: "against",
    Side.PRESENTED: "against",
    Side.NOT_TRUE: "against",
    Side.NOT_REAL: "against",
    None: "context",
}


class Judged(Struct, frozen=True):
    """What a film's evidence comes to, with its findings and the film whose basis it took over."""

    weighed: Weighed
    findings: tuple[Finding, ...]
    taken_from: Work | None = None
    kind_unknown: bool = False
    """It is based on a work, and no source tells whether that is fiction."""


def story(catalogue: Catalogue, number: int) -> Story:
    """Story basis, probability, and the findings on both sides."""
    judged = judge(catalogue, number, frozenset())
    work = catalogue.work(number)
    summary = summarise(work, judged)
    return Story(judged.weighed.basis, judged.weighed.probability, summary, judged.findings)


def judge(catalogue: Catalogue, number: int, seen: frozenset[int]) -> Judged:
    """Weigh one film's evidence, and that of the film it remakes; `seen` are the films being judged already."""
    told = without_unnamed([t for t in catalogue.told(number) if t.work == number])
    points = [(t, weighing.point(t.statement, kind_of(catalogue, t), about_of(t))) for t in told]
    readings, work = catalogue.readings(number), catalogue.work(number)
    from_film, inherited = None, None
    if len(seen) < MOST_STEPS:
        for original in originals(catalogue, number):
            if original not in seen and original != number:
                above = judge(catalogue, original, seen | {number})
                if inherited is None or above.weighed.basis in weighing.TAKEN_OVER:
                    from_film, inherited = original, above
                if above.weighed.basis in weighing.TAKEN_OVER:
                    break
    weighed = weighing.weigh(
        [p for _, p in points],
        reliability.odds(heard(catalogue, number)),
        inherited.weighed if inherited else None,
        max((r.amount for r in readings if r.part == "infobox"), default=0),
        work.genres,
    )
    taken = inherited is not None and weighed is inherited.weighed
    found = tuple(f for t, p in points for f in findings(catalogue, t, p, weighed.basis))
    if taken and inherited and from_film:
        origin = catalogue.work(from_film)
        passed_on = tuple(
            Finding(f.stance, f"{origin.label}, which it remakes: {f.says}", f.source, f.locator, f.url, f.quote)
            for f in inherited.findings
            if f.stance != "context" and ", which it remakes: " not in f.says
        ) or tuple(f for f in inherited.findings if f.stance != "context")
        return Judged(weighed, in_order(found + passed_on), origin)
    if not found or all(f.stance == "context" for f in found):
        found += tuple(f for r in readings for f in silence(catalogue, number, r, weighed))
    sides = {p.side for _, p in points}
    kind_unknown = (
        bool(sides & {Side.SOME_WORK, Side.REPORT, Side.LOOSE_REPORT}) and Side.FICTION not in sides and not from_film
    )
    return Judged(weighed, in_order(found), None, kind_unknown)


def basis(catalogue: Catalogue, number: int) -> Basis:
    """The story basis of one film; kept once weighed, for a listing asks it of many."""
    kept: dict[int, Basis] = catalogue.kept("bases", dict)
    if number not in kept:
        kept[number] = judge(catalogue, number, frozenset()).weighed.basis
    return kept[number]


def heard(catalogue: Catalogue, number: int) -> Mapping[str, str]:
    """What each witness says of a film."""
    told = without_unnamed([t for t in catalogue.told(number) if t.work == number])
    genres = catalogue.work(number).genres
    return witnesses.heard(kinds(catalogue, told), catalogue.readings(number), genres, sources_of(catalogue, number))


def kinds(catalogue: Catalogue, told: list[Told]) -> list[tuple[Statement, str | None]]:
    """Each statement with the kind of its target, also where only another source tells that."""
    return [(t.statement, kind_of(catalogue, t) or t.statement.target.type) for t in told]


def sources_of(catalogue: Catalogue, number: int) -> frozenset[str]:
    """The sources that hold a record of a film."""
    return frozenset(record.partition(":")[0] for record, _ in catalogue.records(number))


def without_unnamed(told: list[Told]) -> list[Told]:
    """The statements without "based on" an item of no name here, where another says what the film is based on."""

    def is_unnamed(t: Told) -> bool:
        s = t.statement
        return s.predicate is Predicate.BASED_ON and not s.target.title and t.target_work is None

    named = any(t.statement.predicate is Predicate.BASED_ON and not is_unnamed(t) for t in told)
    return [t for t in told if not (named and is_unnamed(t))]


def kind_of(catalogue: Catalogue, told: Told) -> str | None:
    """What kind of thing a statement points to, also where only another source of the catalogue tells it."""
    if told.target_work:
        return "film"
    if told.statement.target.type in (None, "other") and told.origin:
        return catalogue.origin(told.origin).type
    return None


def about_of(told: Told) -> str:
    """What a statement points to, as a name for it; empty where only its own words tell."""
    if told.target_work:
        return f"work {told.target_work}"
    return f"origin {told.origin}" if told.origin else ""


def in_order(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """For first, then against, then context; each finding once."""
    order = {"for": 0, "against": 1, "context": 2}
    return tuple(sorted(dict.fromkeys(found), key=lambda f: order[f.stance]))


def findings(catalogue: Catalogue, told: Told, point: Point, basis: Basis) -> list[Finding]:
    """One statement as findings, one for each place where it was read."""
    if told.statement.predicate in (Predicate.REMADE_AS, Predicate.FOLLOWED_BY):
        return []
    meant = catalogue.work(told.target_work) if told.target_work else None
    stance = STANCES[point.side]
    reports = point.side in (Side.REPORT, Side.LOOSE_REPORT) and basis not in weighing.TRUE
    if (
        told.statement.predicate is Predicate.REMAKE_OF
        or reports
        or (point.side in (Side.FICTION, Side.SOME_WORK) and basis in (Basis.TRUE_STORY, Basis.INSPIRED_BY_REAL_EVENTS))
    ):
        stance = "context"
    return phrasing.findings(told, stance, meant)


def silence(catalogue: Catalogue, number: int, reading: Reading, weighed: Weighed) -> list[Finding]:
    """That a record was read and names no source: against, where that decided; else context."""
    work = catalogue.work(number)
    page = work.ids.wikipedia or ""
    stance: Stance = "against" if weighed.basis is Basis.ORIGINAL else "context"
    if reading.part == "lead":
        says = f"The {reading.amount} sentences of its lead name no source for the story."
    else:
        says = "Its infobox names writers and no source for the story."
    return [Finding(stance, says, reading.source, f"{page}: {reading.part}", catalogue.url(reading.source, page))]


def summarise(work: Work, judged: Judged) -> str:
    """The verdict and its best reason on both sides, in one or two sentences."""
    basis = judged.weighed.basis
    pro = next((f.says for f in judged.findings if f.stance == "for"), None)
    contra = next((f.says for f in judged.findings if f.stance == "against"), None)
    reason = {
        Basis.TRUE_STORY: pro,
        Basis.INSPIRED_BY_REAL_EVENTS: pro,
        Basis.DISPUTED: f"For: {pro} Against: {contra}",
        Basis.UNKNOWN: None,
        Basis.PRESENTED_AS_TRUE: next(
            (f.says for f in judged.findings if f.stance != "for" and "presented as true" not in f.says), None
        ),
    }.get(basis, contra or next((f.says for f in judged.findings if f.stance == "context"), None))
    opening = {
        Basis.TRUE_STORY: f"Yes, {work.label} is based on a true story.",
        Basis.INSPIRED_BY_REAL_EVENTS: f"Loosely: {work.label} is inspired by real events.",
        Basis.ADAPTATION: f"No, {work.label} adapts an earlier work of fiction.",
        Basis.ORIGINAL: f"No, as far as is known: {work.label} is an original story.",
        Basis.PRESENTED_AS_TRUE: f"No, {work.label} is presented as true, but is fiction.",
        Basis.DISPUTED: f"Sources disagree whether {work.label} is based on a true story.",
        Basis.UNKNOWN: f"No source in this catalogue says where the story of {work.label} comes from.",
    }[basis]
    if basis is Basis.ADAPTATION and judged.kind_unknown:
        opening = (
            f"Probably not: {work.label} adapts an earlier work, and no source here says that it tells real events."
        )
    if judged.taken_from and basis is not Basis.DISPUTED:
        return f"{opening} It takes that over from {judged.taken_from.label}, which it remakes."
    return f"{opening} {reason}" if reason else opening


def answer(catalogue: Catalogue, asked: Asked, number: int) -> Said:  # noqa: ARG001
    """The story basis in a sentence or two."""
    told = story(catalogue, number)
    return Said(told.summary, told.findings)


REAL = r"(?:real|true|actual)(?:[- ]life)?"

QUESTION = Question(
    kind="true_story",
    wordings=(
        r"(?:is|was|are|were) {film} (?:(?:really|actually|truly|loosely) )?"
        rf"(?:based (?:up)?on|inspired by|about|from) (?:an? |the |any |some )?{REAL}(?: [\w-]+){{0,2}}",
        r"(?:is|was|are) {film} (?:(?:really|actually) )?(?:an? )?"
        r"(?:true|real|true story|real story|factual|fact or fiction|fiction(?:al)?|fact|made up|true or (?:false|not|fiction)|"
        r"fake|real or (?:fake|fiction|not)|historically accurate|accurate|a documentary|a biopic)(?: story| or not)?",
        r"did {film} (?:(?:really|actually) )?happen(?: in real life| for real)?",
        r"how (?:true|accurate|real|factual|historically accurate) (?:is|was) {film}",
        r"what(?: is|'s|s)? the (?:true|real) (?:story|events) (?:of|behind) {film}",
        r"(?:the )?(?:true|real) story (?:of|behind) {film}",
        r"{film} (?:is|was) (?:(?:really|actually) )?(?:based on|inspired by|about|from) (?:an? |the )?"
        rf"{REAL}(?: \w+)?",
        r"{film} (?:is|was) (?:(?:really|actually) )?(?:a )?(?:true|real)(?: story| events?)?",
        r"{film}[,:;-]* (?:is it )?(?:based on )?(?:a )?(?:true story|real story|true events|real events|true or fiction|true|fake)",
        r"is it true that {film} (?:is|was) (?:based on|inspired by) .+",
        r"(?:is|was) {film} (?:an )?original(?: story| screenplay)?",
    ),
    read_as="whether {film} is based on a true story",
    example="Is {film} based on a true story?",
    answer=answer,
)
