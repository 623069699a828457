"""The findings that a verdict rests on: a fact with the record it was read in, a link between films, an origin."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from basedon.factcheck.facts import Held
from basedon.model.answer import Finding
from basedon.model.verdict import Stance
from basedon.questions import facts as plain_facts
from basedon.questions import lineage as links
from basedon.questions import origin
from basedon.questions.phrasing import findings

MOST = 6
"""Findings shown with one claim."""

_TURNED: dict[Stance, Stance] = {"for": "against", "against": "for", "context": "context"}


def placed(found: Iterable[Finding], stance: Stance) -> tuple[Finding, ...]:
    """Findings on one side of a claim."""
    return tuple(replace(finding, stance=stance) for finding in found)[:MOST]


def turned(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings on "it is true" as findings on "it is not"."""
    return tuple(replace(finding, stance=_TURNED[finding.stance]) for finding in found)[:MOST]


def fact(held: Held, number: int, aspect: str) -> tuple[Finding, ...]:
    """A plain fact as a sentence, with the record it was read in."""
    return held.once(f"fact {aspect}", number, lambda n: _fact(held, n, aspect))


def _fact(held: Held, number: int, aspect: str) -> tuple[Finding, ...]:
    work = held.facts(number).work
    values = plain_facts.known(held.catalogue, work, number, aspect)
    says = plain_facts.told(work, aspect, values) if values else None
    read = held.catalogue.fact_evidence(number, aspect) if says else None
    return (Finding("context", says, read.source, f"{read.record}: {read.locator}", read.url),) if says and read else ()


def years(held: Held, number: int) -> tuple[Finding, ...]:
    """The years that sources give a film, where they differ."""
    facts = held.facts(number)
    return tuple(
        Finding("context", f"{facts.work.title} came out in {year}.", source, "year")
        for year, source in sorted(facts.years.items())
        if source
    )[:MOST]


def origins(held: Held, number: int) -> tuple[Finding, ...]:
    """What is said of what a film is based on."""
    told = [t for t in held.catalogue.told(number) if t.work == number and t.statement.predicate in origin.FROM]
    return tuple(
        found
        for t in told
        for found in findings(t, "context", held.facts(t.target_work).work if t.target_work else None)
    )[:MOST]


def lineage(held: Held, number: int) -> tuple[Finding, ...]:
    """What is said of a film as a remake, and of its remakes."""
    return held.once("lineage", number, lambda n: links.evidence(held.catalogue, n)[:MOST])


def link(held: Held, number: int) -> tuple[Finding, ...]:
    """What is said of a film as a remake, the film named."""
    work = held.facts(number).work
    return tuple(links.as_said_of(work, found) for found in lineage(held, number) if ": " not in found.says[:80])[:MOST]


def remakes(held: Held, number: int) -> tuple[Finding, ...]:
    """The remakes of a film that are known, each with what tells of it."""
    return tuple(found for other in held.facts(number).derivatives[:3] for found in link(held, other)[:1])
