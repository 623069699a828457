from __future__ import annotations

from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.model.evidence import Evidence
from basedon.model.statement import FICTION, REAL, Predicate, Statement, Target, TargetType

READ_AT = Evidence("wikipedia", "Fargo (1996 film)", "lead, sentence 2")
text = st.text(min_size=1, max_size=20)
targets = st.builds(Target, title=text | st.none(), creator=text | st.none(), year=st.integers(1, 2100) | st.none())


def said(**changed: Any) -> Statement:
    made: dict[str, Any] = {
        "subject": "wikidata:Q1",
        "predicate": Predicate.BASED_ON,
        "target": Target("Dune", "novel", "Frank Herbert", 1965),
        "evidence": (READ_AT,),
    }
    return Statement(**(made | changed))


def test_without_evidence_there_is_no_statement() -> None:
    with pytest.raises(ValueError, match="wikidata:Q1 without evidence"):
        said(evidence=())
    with pytest.raises(TypeError, match="evidence"):
        Statement(subject="wikidata:Q1", predicate=Predicate.YEAR)  # type: ignore[call-arg]


def test_evidence_cannot_be_taken_away_afterwards() -> None:
    statement = said()
    with pytest.raises(AttributeError):
        statement.evidence = ()  # type: ignore[misc]
    with pytest.raises(ValueError, match="without evidence"):
        msgspec.structs.replace(statement, evidence=())


def test_no_way_round_the_constructor_through_json() -> None:
    encoded = msgspec.json.encode(said())
    assert msgspec.json.decode(encoded, type=Statement) == said()
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(encoded.replace(encoded[encoded.rindex(b"[[") :], b"[]]"), type=Statement)


def test_a_second_witness_does_not_change_what_is_said() -> None:
    other = Evidence("wikidata", "Q1", "P144", "a quote", "2026-01-01", "https://example.org")
    assert said().id == said(evidence=(other,)).id == said(evidence=(READ_AT, other)).id


@pytest.mark.parametrize(
    "changed",
    [
        {"subject": "wikidata:Q2"},
        {"predicate": Predicate.INSPIRED_BY},
        {"target": Target("dune", "novel", "Frank Herbert", 1965)},
        {"target": Target("Dune ", "novel", "Frank Herbert", 1965)},
        {"target": Target("Dune", "comic", "Frank Herbert", 1965)},
        {"target": Target("Dune", "novel", "F. Herbert", 1965)},
        {"target": Target("Dune", "novel", "Frank Herbert", 1966)},
        {"target": Target("Dune", "novel", "Frank Herbert", 1965, "wikidata:Q190159")},
        {"denied": True},
        {"hedge": "loosely"},
        {"kind": "official"},
    ],
    ids=lambda changed: f"{next(iter(changed))}-{next(iter(changed.values()))}"[:60],
)
def test_every_change_of_wording_is_another_statement(changed: dict[str, Any]) -> None:
    assert said(**changed).id != said().id


def test_an_id_stays_the_same_between_versions() -> None:
    """Reports of wrong statements name the id: a change here breaks them."""
    assert said().id == said().id == "72cfd85feb1ba093"


@given(targets, targets)
def test_targets_that_differ_give_ids_that_differ(one: Target, other: Target) -> None:
    assert (said(target=one).id == said(target=other).id) == (one == other)


@given(text, text)
def test_words_do_not_slip_from_one_part_into_the_next(one: str, other: str) -> None:
    joined = said(target=Target(one + other, creator=None))
    assert joined.id != said(target=Target(one, creator=other)).id


def test_the_id_is_sixteen_hex_digits() -> None:
    assert len(said().id) == 16
    int(said().id, 16)


def test_every_type_of_target_is_fiction_or_real_or_other() -> None:
    assert FICTION | REAL | {"other"} == set(get_args(TargetType))
    assert not FICTION & REAL
