"""How far each witness is to be believed: learned from where witnesses agree, by `python -m bench.reliability`.

A weight is a log-likelihood ratio: how much likelier a witness says this of a film that tells of real events than of
another. They are learned without looking at single films, by the rule that witnesses who often agree with the others
are right more often (A. P. Dawid and A. M. Skene, Maximum likelihood estimation of observer error-rates using the EM
algorithm, Applied Statistics 28, 1979), with contributors' own labels as anchors, and each film's evidence tempered
because its witnesses copy from each other. CALIBRATION, fitted on labelled films, turns their sum into log-odds.
"""

from __future__ import annotations

from collections.abc import Mapping

from basedon.questions.witnesses import STANDARD

LIKE = {"curated": ("lead", 1.5), "articles": ("lead", 0.4), "statements": ("lead", 4.0)}
"""Witnesses too few or too new to learn from: the one they are taken to be like, and how much more they weigh."""

BIOPICS = 4.0
"""The weight of a place in a list of biopics, which says nothing of films that are not in it."""

SELDOM = {"denied": -2.5, "presented": -1.5}
"""What is said of too few films to learn from, whoever says it."""

UNLEARNED = {"wikidata: real": 2.0, "wikidata: loosely real": 1.0}
"""What no record that weights were learned from says: a main subject that is a person or an event; as of leads."""

# learned: made by python -m bench.reliability
PRIOR = -3.38
CALIBRATION = (4.34, 1.03)
WEIGHTS: dict[str, float] = {
    "genre: real": 4.54,
    "genre: silent": -1.10,
    "genre: unheard": -0.70,
    "infobox: fiction": -1.38,
    "infobox: report": 3.29,
    "infobox: silent": -0.22,
    "infobox: some work": -0.01,
    "infobox: unheard": -0.43,
    "lead: denied": -2.50,
    "lead: fiction": -1.47,
    "lead: inspired by fiction": -0.20,
    "lead: loosely real": 0.98,
    "lead: loosely true": 1.94,
    "lead: original": -1.44,
    "lead: presented": -1.50,
    "lead: real": 2.11,
    "lead: remake": -0.66,
    "lead: report": 2.33,
    "lead: silent 1": -1.51,
    "lead: silent 3": -1.26,
    "lead: silent 5": -0.95,
    "lead: some work": -0.31,
    "lead: true": 4.52,
    "lead: unheard": -0.70,
    "topic: animated": -0.49,
    "topic: comedy": -1.05,
    "topic: crime": -0.29,
    "topic: drama": -0.21,
    "topic: fantastic": -1.26,
    "topic: historical": 0.79,
    "topic: music": 0.89,
    "topic: other": 1.33,
    "topic: sport": 1.53,
    "topic: western": -1.87,
    "wikidata genre: real": 1.97,
    "wikidata genre: silent": -0.72,
    "wikidata genre: unheard": -0.50,
    "wikidata: fiction": 0.00,
    "wikidata: some work": -0.06,
}
# end of learned


def weight(witness: str, says: str, weights: Mapping[str, float] | None = None) -> float:
    """The log-likelihood ratio of what one witness says; 0 where nothing is known of such a witness.

    `weights` stand in for those that were learned, for whoever learns them.
    """
    if witness == "biopics":
        return BIOPICS
    like, factor = LIKE.get(witness, (witness, 1.0))
    if says in SELDOM:
        return factor * SELDOM[says]
    said = f"{like}: {says}"
    return factor * (WEIGHTS if weights is None else weights).get(said, UNLEARNED.get(said, 0.0))


def total(heard: Mapping[str, str], weights: Mapping[str, float] | None = None) -> float:
    """All weights of what is heard; a standard witness that was not heard counts as much as it does on the average."""
    unheard = {witness: "unheard" for witness in STANDARD if witness not in heard}
    return sum(weight(who, what, weights) for who, what in sorted((unheard | dict(heard)).items()))


def odds(heard: Mapping[str, str]) -> float:
    """The log-odds that a film of which the witnesses say this dramatises or is inspired by real events."""
    intercept, slope = CALIBRATION
    return intercept + slope * (PRIOR + total(heard))
