"""How far each witness is to be believed: learned from where witnesses agree, by `python -m bench.reliability`.

A weight is a log-likelihood ratio: how much likelier a witness says this of a film that tells of real events than of
another. They are learned without looking at single films, by the rule that witnesses who often agree with the others
are right more often (A. P. Dawid and A. M. Skene, Maximum likelihood estimation of observer error-rates using the EM
algorithm, Applied Statistics 28, 1979), with contributors' own labels as anchors, and each film's evidence tempered
because its witnesses copy from each other. CALIBRATION, fitted on labelled films, turns their sum into log-odds.
"""

from __future__ import annotations

from collections.abc import Mapping

LIKE = {"curated": ("lead", 1.5), "articles": ("lead", 0.4)}
"""Witnesses too few or too new to learn from: the one they are taken to be like, and how much more they weigh."""

BIOPICS = 4.0
"""The weight of a place in a list of biopics, which says nothing of films that are not in it."""

SELDOM = {"denied": -2.5, "presented": -1.5}
"""What is said of too few films to learn from, whoever says it."""

# learned: made by python -m bench.reliability
PRIOR = -3.38
CALIBRATION = (4.12, 1.08)
WEIGHTS: dict[str, float] = {
    "genre: real": 4.54,
    "genre: silent": -1.10,
    "infobox: fiction": -1.38,
    "infobox: report": 3.29,
    "infobox: silent": -0.18,
    "infobox: some work": -0.76,
    "lead: denied": 2.56,
    "lead: fiction": -1.47,
    "lead: inspired by fiction": -0.20,
    "lead: loosely real": 1.02,
    "lead: loosely true": 1.89,
    "lead: original": -1.44,
    "lead: presented": 1.81,
    "lead: real": 2.12,
    "lead: remake": -0.66,
    "lead: report": 2.32,
    "lead: silent 1": -1.51,
    "lead: silent 3": -1.27,
    "lead: silent 5": -0.94,
    "lead: some work": -0.50,
    "lead: true": 4.50,
    "topic: animated": -0.50,
    "topic: comedy": -1.05,
    "topic: crime": -0.29,
    "topic: drama": -0.21,
    "topic: fantastic": -1.26,
    "topic: historical": 0.79,
    "topic: music": 0.89,
    "topic: other": 1.33,
    "topic: sport": 1.54,
    "topic: western": -1.87,
    "wikidata genre: real": 1.97,
    "wikidata genre: silent": -0.72,
    "wikidata: fiction": 0.48,
    "wikidata: some work": -0.06,
}
# end of learned


def weight(witness: str, says: str) -> float:
    """The log-likelihood ratio of what one witness says; 0 where nothing is known of such a witness."""
    if witness == "biopics":
        return BIOPICS
    like, factor = LIKE.get(witness, (witness, 1.0))
    if says in SELDOM:
        return factor * SELDOM[says]
    return factor * WEIGHTS.get(f"{like}: {says}", 0.0)


def odds(heard: Mapping[str, str]) -> float:
    """The log-odds that a film of which the witnesses say this dramatises or is inspired by real events."""
    intercept, slope = CALIBRATION
    return intercept + slope * (PRIOR + sum(weight(who, what) for who, what in sorted(heard.items())))
