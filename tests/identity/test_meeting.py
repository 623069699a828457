"""Only records that meet are compared, and nothing that would be joined is missed by that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from basedon.identity.judgement import Profile
from basedon.identity.matching import Join, match
from basedon.identity.meeting import Meetings, key


def known(*ids: str, title: str = "", year: int = 0) -> Profile:
    return Profile(
        ids=frozenset(ids), titles=frozenset({title} - {""}), years=frozenset({year} - {0}), lists=frozenset(ids[:1])
    )


def groups(*profiles: Profile) -> list[list[int]]:
    meetings = Meetings()
    for number, profile in enumerate(profiles):
        meetings.add(number, profile)
    return list(meetings.groups(profiles.__getitem__))


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (known("a", "imdb:tt1"), known("b", "imdb:tt1"), True),
        (known("a"), known("b", "a"), True),
        (known("a", title="lamp", year=1950), known("b", title="lamp", year=1950), True),
        (known("a", title="lamp", year=1950), known("b", title="lamp", year=1951), True),
        (known("a", title="lamp", year=1951), known("b", title="lamp", year=1950), True),
        (known("a", "imdb:tt1"), known("b", "imdb:tt2"), False),
        (known("a", title="lamp", year=1950), known("b", title="lamp", year=1952), False),
        (known("a", title="lamp", year=1950), known("b", title="lantern", year=1950), False),
        (known("a", title="lamp"), known("b", title="lamp"), False),
        (known("a", title="lamp", year=1950), known("b", title="lamp"), False),
        (known("a", "lamp"), known("b", title="lamp", year=1950), False),
    ],
)
def test_who_meets(one: Profile, other: Profile, meet: bool) -> None:
    assert groups(one, other) == groups(other, one) == ([[0, 1]] if meet else [])


def test_records_that_hang_together_by_others_are_one_group() -> None:
    """The first and the last have nothing in common; groups come by their first record, each in order."""
    chain = [
        known("e", title="lamp", year=1950),
        known("d", "x"),
        known("c", title="lamp", year=1952),
        known("alone"),
        known("b", title="lamp", year=1951),
        known("a", "x"),
    ]
    assert groups(*chain) == [[0, 2, 4], [1, 5]]


def test_of_nobody_there_are_no_groups() -> None:
    assert groups() == groups(known("a")) == []


def test_half_a_character_is_a_text_too() -> None:
    assert groups(known("a", title="\ud800", year=1950), known("b", title="\ud800", year=1950)) == [[0, 1]]


RECORDS = st.dictionaries(
    st.sampled_from([f"{source}:{name}" for source in ("wikidata", "imdb", "wikipedia", "curated") for name in "123"]),
    st.builds(
        Profile,
        ids=st.frozensets(st.sampled_from(["wikidata:1", "wikidata:2", "imdb:1", "imdb:2", "wikipedia:1"]), max_size=2),
        titles=st.frozensets(st.sampled_from(["lamp", "lantern", "light"]), max_size=2),
        years=st.frozensets(st.sampled_from([1950, 1951, 1952, 1960]), max_size=2),
        directors=st.frozensets(st.sampled_from(["mori", "field"]), max_size=1),
        cast=st.frozensets(st.sampled_from(["vance", "reed", "orr"]), max_size=3),
        languages=st.frozensets(st.sampled_from(["English", "Japanese"]), max_size=1),
    ),
    max_size=8,
)


def apart(profiles: Mapping[str, Profile]) -> tuple[dict[str, str], set[Join], set[tuple[str, str]]]:
    """What comes of comparing each group by itself."""
    subjects = sorted(profiles)
    roots, joins, unsure = {subject: subject for subject in subjects}, set[Join](), set[tuple[str, str]]()
    for group in groups(*(profiles[subject] for subject in subjects)):
        matched = match({subjects[number]: profiles[subjects[number]] for number in group})
        roots |= matched.root_of
        joins |= set(matched.joins)
        unsure |= set(matched.unsure)
    return roots, joins, unsure


@pytest.mark.parametrize("keys", [key, lambda text: len(text) % 3], ids=["keys", "keys that many texts share"])
@given(records=RECORDS)
def test_groups_compared_apart_are_joined_as_all_together(
    keys: Callable[[str], int], records: dict[str, Profile]
) -> None:
    named = {
        subject: replace(profile, ids=profile.ids | {subject}, lists=frozenset({subject.partition(":")[0]}))
        for subject, profile in records.items()
    }
    matched = match(named)
    with patch("basedon.identity.meeting.key", keys):
        assert apart(named) == (matched.root_of, set(matched.joins), set(matched.unsure))
