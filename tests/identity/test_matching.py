from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.identity.judgement import Profile, conflict
from basedon.identity.matching import CROWD, match, seniority


def record(
    subject: str,
    titles: Iterable[str] = ("oldboy",),
    years: Iterable[int] = (2003,),
    directors: Iterable[str] = ("park",),
    ids: Iterable[str] = (),
    languages: Iterable[str] = (),
    list_: str | None = None,
) -> tuple[str, Profile]:
    return subject, Profile(
        ids=frozenset({subject, *ids}),
        titles=frozenset(titles),
        years=frozenset(years),
        directors=frozenset(directors),
        languages=frozenset(languages),
        lists=frozenset({list_ or subject.partition(":")[0]}),
    )


def works(*records: tuple[str, Profile]) -> set[frozenset[str]]:
    roots = match(dict(records)).root_of
    return {frozenset(s for s, root in roots.items() if root == each) for each in roots.values()}


def together(*names: str) -> set[frozenset[str]]:
    return {frozenset(name.split()) for name in names}


def test_an_id_in_common_joins_whatever_the_titles() -> None:
    one = record("wikidata:Q1", titles=["oldboy"], years=[2003], ids=["imdb:tt1"])
    other = record("wikipedia:X", titles=["oldeuboi"], years=[2004], directors=["somebody"], ids=["imdb:tt1"])
    assert works(one, other) == together("wikidata:Q1 wikipedia:X")


def test_an_id_that_leads_to_a_film_of_quite_another_year_is_an_error() -> None:
    one = record("wikidata:Q1", titles=["the yearling"], years=[1946], directors=["clarence brown"], ids=["imdb:tt1"])
    other = record("wikipedia:X", titles=["the yearling"], years=[1994], directors=["rod hardy"], ids=["imdb:tt1"])
    assert works(one, other) == together("wikidata:Q1", "wikipedia:X")
    mistyped = record(
        "wikipedia:X", titles=["the yearling"], years=[1964], directors=["clarence brown"], ids=["imdb:tt1"]
    )
    assert works(one, mistyped) == together("wikidata:Q1 wikipedia:X")


def test_a_subject_is_an_id_of_its_own_record() -> None:
    assert works(record("wikidata:Q1", ["a"]), record("curated:f#k", ["b"], ids=["wikidata:Q1"])) == together(
        "wikidata:Q1 curated:f#k"
    )


def test_ids_join_through_a_third_record() -> None:
    found = works(
        record("wikidata:Q1", ["a"], ids=["imdb:tt1"]),
        record("wikipedia:X", ["b"], ids=["imdb:tt1", "other:z"]),
        record("curated:f#k", ["c"], ids=["other:z"]),
    )
    assert found == together("wikidata:Q1 wikipedia:X curated:f#k")


def test_records_at_odds_never_join_and_are_reported() -> None:
    one = record("wikidata:Q1", ids=["wikipedia:X"])
    other = record("wikidata:Q2", ids=["wikipedia:X"], list_="elsewhere")
    matched = match(dict([one, other]))
    assert matched.root_of == {"wikidata:Q1": "wikidata:Q1", "wikidata:Q2": "wikidata:Q2"}
    assert matched.unsure == (("wikidata:Q1", "wikidata:Q2"),)
    assert not matched.joins


def test_a_record_between_two_at_odds_goes_to_one_of_them_only() -> None:
    page = record("wikipedia:X", ids=["wikidata:Q1", "other:z"])
    found = works(record("wikidata:Q1"), record("wikidata:Q2", ids=["other:z"]), page)
    assert found == together("wikidata:Q1 wikipedia:X", "wikidata:Q2")


def test_what_was_joined_before_counts_against_a_join() -> None:
    """The page has no item of its own, but once it is Q1's it is not Q2's, however alike."""
    found = works(
        record("wikidata:Q1", ["other title"], ids=["wikipedia:X"]),
        record("wikipedia:X"),
        record("wikidata:Q2"),
    )
    assert found == together("wikidata:Q1 wikipedia:X", "wikidata:Q2")


def test_one_list_is_not_joined_by_likeness() -> None:
    assert works(record("wikipedia:X"), record("wikipedia:Y")) == together("wikipedia:X", "wikipedia:Y")


def test_two_of_one_list_are_not_joined_through_a_third() -> None:
    found = works(record("wikipedia:X"), record("wikipedia:Y"), record("wikidata:Q1"))
    assert sorted(map(len, found)) == [1, 2]


def test_a_director_who_remakes_his_own_film_in_another_language() -> None:
    hindi, tamil = record("wikidata:Q1", languages=["Hindi"]), record("wikipedia:X", languages=["Tamil"], years=[2004])
    assert len(works(hindi, tamil)) == 2


@pytest.mark.parametrize(("gap", "count"), [(0, 1), (1, 1), (2, 2)])
def test_years_at_most_one_apart(gap: int, count: int) -> None:
    assert len(works(record("wikidata:Q1", years=[2003]), record("wikipedia:X", years=[2003 + gap]))) == count


def test_a_join_tells_its_reason() -> None:
    matched = match(dict([record("wikidata:Q1", ids=["imdb:tt1"]), record("imdb:tt1"), record("wikipedia:X")]))
    assert {(j.record, j.work, j.reason) for j in matched.joins} == {
        ("imdb:tt1", "wikidata:Q1", "both name imdb:tt1"),
        ("wikipedia:X", "wikidata:Q1", "same title, year and director"),
    }


def test_the_work_is_named_by_the_most_senior_record() -> None:
    subjects = ["curated:a#b", "imdb:tt1", "wikidata:Q9", "wikidata:Q10", "wikipedia:A"]
    assert sorted(subjects, key=seniority) == ["wikidata:Q10", "wikidata:Q9", "imdb:tt1", "wikipedia:A", "curated:a#b"]


def test_a_crowd_under_one_title_is_not_compared_pair_by_pair() -> None:
    crowd = [record(f"list{n}:x", ["untitled"], directors=[f"d{n}"]) for n in range(CROWD)]
    twins = [record("wikidata:Q1", ["untitled"]), record("wikipedia:X", ["untitled"])]
    assert len(works(*crowd, *twins)) == CROWD + 2
    assert len(works(*crowd[:-2], *twins)) == CROWD - 2 + 1


def test_no_secret_order_of_python_s_sets_matters() -> None:
    """Twelve records of which any two of different lists are alike: which are joined must not depend on the run."""
    script = (
        "from basedon.identity.judgement import Profile; from basedon.identity.matching import match\n"
        "f = frozenset\n"
        "def one(source, n):\n"
        "    return Profile(f([f'{source}:{n}']), f(['x', 'y']), f([2000, 2001]), f(['d']), lists=f([source]))\n"
        "print(match({f'{s}:{n}': one(s, n) for s in ('wikipedia', 'press', 'curated') for n in range(4)}))\n"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in (1, 2, 3, 4)
    }
    assert len(printed) == 1


sources = ("wikidata", "imdb", "wikipedia", "curated", "press")
profiles = st.builds(
    Profile,
    ids=st.frozensets(
        st.sampled_from(["wikidata:Q0", "wikidata:Q1", "imdb:tt0", "imdb:tt1", "wikipedia:0", "wikipedia:1"]),
        max_size=2,
    ),
    titles=st.frozensets(st.sampled_from("ab"), min_size=1, max_size=2),
    years=st.frozensets(st.integers(2000, 2003), min_size=1, max_size=2),
    directors=st.frozensets(st.sampled_from("xy"), max_size=2),
    cast=st.frozensets(st.sampled_from("pqr"), max_size=3),
    languages=st.frozensets(st.sampled_from(["Korean", "Hindi"]), max_size=1),
)
many = st.dictionaries(
    st.builds("{}:{}".format, st.sampled_from(sources), st.sampled_from(["Q0", "Q1", "tt0", "tt1", "0", "1"])),
    profiles,
    max_size=10,
)


def listed(records: dict[str, Profile]) -> dict[str, Profile]:
    """Each record with its own list and its subject as an id, as records have them."""
    return {
        subject: profile.with_(Profile(ids=frozenset({subject}), lists=frozenset({subject.partition(":")[0]})))
        for subject, profile in records.items()
    }


@given(many, st.integers())
def test_the_order_of_records_does_not_matter(records: dict[str, Profile], seed: int) -> None:
    records = listed(records)
    shuffled = list(records.items())
    Random(seed).shuffle(shuffled)  # noqa: S311
    assert match(dict(shuffled)) == match(records)


@given(many)
def test_every_record_belongs_to_one_work_that_holds_no_contradiction(records: dict[str, Profile]) -> None:
    records = listed(records)
    matched = match(records)
    assert matched.root_of.keys() == records.keys()
    assert all(matched.root_of[root] == root for root in matched.root_of.values())
    for one in records:
        for other in records:
            if matched.root_of[one] == matched.root_of[other] and one != other:
                assert not conflict(records[one], records[other])


@given(many)
def test_the_joins_told_are_all_the_joins_there_are(records: dict[str, Profile]) -> None:
    records = listed(records)
    matched = match(records)
    assert len(matched.joins) == len(records) - len(set(matched.root_of.values()))
    assert {matched.root_of[join.record] == matched.root_of[join.work] for join in matched.joins} <= {True}
