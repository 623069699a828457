"""A statement as a readable sentence about its film."""

from __future__ import annotations

from basedon.catalogue.catalogue import Told
from basedon.model.answer import Finding
from basedon.model.statement import Predicate, Statement, Target
from basedon.model.verdict import Stance
from basedon.model.work import Work

HEDGES = {"loosely": "loosely ", "reportedly": "reportedly ", "partly": "partly ", None: ""}
VERBS = {
    Predicate.BASED_ON: "based on",
    Predicate.INSPIRED_BY: "inspired by",
}
CONTINUED = {
    Predicate.SEQUEL_OF: "sequel to",
    Predicate.PREQUEL_OF: "prequel to",
    Predicate.SPIN_OFF_OF: "spin-off of",
    Predicate.REBOOT_OF: "reboot of",
}
ARTICLES = {"event": "", "person": "", "other": ""}
"""Types that are not named before the title: an event is called by its own words."""

REMAKES = {
    "official": "an official remake",
    "unofficial": "an unofficial remake",
    "loose": "a loose remake",
    "re-adaptation": "a new adaptation of the source",
}


def sentence(statement: Statement, meant: Work | None = None) -> str:
    """What the statement says of its subject, as a sentence that begins with "It"; `meant` is the work it points to."""
    hedge = "" if statement.denied else HEDGES[statement.hedge]
    is_ = "It is not" if statement.denied else "It is"
    what = meant.label if meant else named(statement.target)
    match statement.predicate:
        case Predicate.BASED_ON | Predicate.INSPIRED_BY:
            return f"{is_} {hedge}{VERBS[statement.predicate]} {what}."
        case Predicate.REMAKE_OF:
            kind = REMAKES.get(statement.kind or "", "a remake")
            link = " as" if statement.kind == "re-adaptation" else " of"
            return f"{is_} {hedge}{kind}{link} {what}."
        case Predicate.REMADE_AS:
            return f"{'It was not' if statement.denied else 'It was'} {hedge}remade as {what}."
        case Predicate.SEQUEL_OF | Predicate.PREQUEL_OF | Predicate.SPIN_OFF_OF | Predicate.REBOOT_OF:
            return f"{is_} a {CONTINUED[statement.predicate]} {what}."
        case Predicate.FOLLOWED_BY:
            kind = (statement.kind or "sequel").replace("_", "-")
            return f"{'It was not' if statement.denied else 'It was'} followed by a {kind}, {what}."
        case Predicate.DEPICTS:
            return f"It {'does not ' if statement.denied else ''}{hedge}{depicts(statement)}."
        case Predicate.TRUE_STORY:
            return f"{is_} {hedge}based on a true story."
        case Predicate.ORIGINAL_STORY:
            return f"{is_} {hedge}an original story{'' if statement.denied else ', not based on earlier work'}."
        case Predicate.PRESENTED_AS_TRUE:
            return f"{is_} {hedge}presented as true{'' if statement.denied else ', but is fiction'}."
    raise ValueError(f"{statement.predicate} says nothing of a story")


def findings(told: Told, stance: Stance, meant: Work | None = None) -> list[Finding]:
    """One statement as findings, one for each place where it was read."""
    says = sentence(told.statement, meant)
    return [
        Finding(stance, says, e.source, f"{e.record}: {e.locator}", e.url, e.quote) for e in told.statement.evidence
    ]


def depicts(statement: Statement) -> str:
    """The words after "It": what real thing is shown; a genre names only its kind."""
    target = statement.target
    verb = ("depict " if statement.denied else "depicts ") if target.title else ""
    if target.title:
        return f"{verb}{target.title}"
    kinds = {"person": "is about a real person", "event": "is about real events"}
    return kinds.get(target.type or "", "is a documentary")


def article(noun: str) -> str:
    """The noun with its article."""
    return f"an {noun}" if noun[:1] in "aeiou" else f"a {noun}"


def named(target: Target) -> str:
    """What a target names: `the novel Dune by Frank Herbert (1965)`."""
    kind = ARTICLES.get(target.type or "other", f"the {target.type} ")
    item = (target.id or "").partition(":")[2]
    title = target.title or (f"a work that has no label here ({item})" if item else article(target.type or "work"))
    if not target.title:
        kind = ""
    maker = f" by {target.creator}" if target.creator else ""
    year = (
        f" ({abs(target.year)} BC)" if target.year and target.year < 0 else f" ({target.year})" if target.year else ""
    )
    if target.type in ("event", "person"):
        return f"{title}{maker}"
    return f"{kind}{title}{maker}{year}"
