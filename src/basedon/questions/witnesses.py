"""Who says what of a film, as one word for each witness: what the probability is made of.

A witness is a place that was looked at: the lead of a page, its infobox, its genres. Of all that it says, the thing that
speaks most plainly counts; a witness that was read and says nothing of the story is heard as silent, for that tells
something too: how much depends on how much was read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from basedon.catalogue.catalogue import Reading
from basedon.model.evidence import Evidence
from basedon.model.statement import CHARACTERS, FICTION, REAL, REPORTS, Predicate, Statement

PLAINEST = (
    "true", "loosely true", "real", "loosely real", "report", "denied", "presented", "fiction", "some work", "remake",
    "inspired by fiction", "original",
)  # fmt: skip
"""What can be said, what speaks most plainly first."""

STANDARD = ("lead", "genre", "infobox", "wikidata genre")
"""Witnesses that most films have; one that was not heard is taken to say what it says on the average."""

OWN = "statements"
"""The source that is the user's own."""

TOPICS = (
    ("fantastic", re.compile(r"horror|fantasy|science fiction|sci-fi|superhero|monster|vampire|zombie|supernatural")),
    ("animated", re.compile(r"anima|children|family")),
    ("historical", re.compile(r"\bwar\b|histor|biblical|epic|period|costume|peplum")),
    ("sport", re.compile(r"sport|boxing|baseball|football")),
    ("western", re.compile(r"western")),
    ("comedy", re.compile(r"comedy|parody|slapstick|satire")),
    ("crime", re.compile(r"crime|gangster|noir|mystery|thriller|prison|legal")),
    ("music", re.compile(r"music")),
    ("drama", re.compile(r"drama|romance|melodrama")),
)
"""What a film's genres say of its matter; the first that fits."""


def witness(evidence: Evidence) -> str:
    """The place that speaks: a part of a Wikipedia page, the genres of a list, of Wikidata or IMDb, else the source."""
    if evidence.source.partition("-")[0] == "wikipedia":
        if evidence.locator.startswith("genre"):
            return "genre"
        return "infobox" if evidence.locator.startswith("infobox") else "lead"
    if (evidence.source, evidence.locator[:4]) in (("wikidata", "P136"), ("wikidata", "P31:"), ("imdb", "genr")):
        return "wikidata genre"
    return evidence.source


def says(statement: Statement, type_: str | None) -> str | None:
    """What a statement says of the story, as one of PLAINEST; `type_` is its target's. None where it says nothing."""
    if statement.target.title == CHARACTERS:
        return None  # who is in it, not what happens
    loose = "loosely " if statement.hedge else ""
    match statement.predicate:
        case Predicate.TRUE_STORY | Predicate.BASED_ON | Predicate.INSPIRED_BY if statement.denied:
            return "denied" if statement.predicate is Predicate.TRUE_STORY or type_ in REAL else None
        case Predicate.TRUE_STORY:
            return f"{loose}true"
        case Predicate.DEPICTS if not statement.denied:
            return f"{loose}real"
        case Predicate.BASED_ON | Predicate.INSPIRED_BY if type_ in REAL - REPORTS and (loose or type_ != "memoir"):
            return "loosely real" if loose or statement.predicate is Predicate.INSPIRED_BY else "real"
        case Predicate.BASED_ON | Predicate.INSPIRED_BY if type_ in REAL:
            return "some work" if loose else "report"
        case Predicate.REMAKE_OF if not statement.denied:
            return "remake"
        case Predicate.BASED_ON:
            return "fiction" if type_ in FICTION else "some work"
        case Predicate.INSPIRED_BY:
            return "inspired by fiction"
        case Predicate.ORIGINAL_STORY if not statement.denied:
            return "original"
        case Predicate.PRESENTED_AS_TRUE if not statement.denied:
            return "presented"
    return None


def topic(genres: Iterable[str]) -> str | None:
    """What the genres say of the film's matter; None without genres."""
    named = [genre.lower() for genre in genres]
    fitting = (name for name, pattern in TOPICS if any(pattern.search(genre) for genre in named))
    return next(fitting, "other") if named else None


def heard(
    told: Iterable[tuple[Statement, str | None]],
    readings: Iterable[Reading],
    genres: Collection[str],
    sources: Collection[str],
) -> Mapping[str, str]:
    """What each witness says of one film; `sources` are those that hold a record of it."""
    said: dict[str, str] = {}
    for reading in readings:
        amount = "" if reading.part != "lead" else " 1" if reading.amount < 3 else " 3" if reading.amount < 5 else " 5"
        said[reading.part] = f"silent{amount}"
    if "lead" in said:
        said["genre"] = "silent"
    if "wikidata" in sources:
        said["wikidata genre"] = "silent"
    matter = topic(genres)
    if matter:
        said["topic"] = matter
    for statement, type_ in told:
        word = says(statement, type_)
        for evidence in statement.evidence if word else ():
            who = witness(evidence)
            before = said.get(who, "silent")
            if word and (before.startswith("silent") or PLAINEST.index(word) < PLAINEST.index(before)):
                said[who] = word
    # whoever keeps a file of statements does so to overrule what is written elsewhere
    return {OWN: said[OWN]} if OWN in said else said
