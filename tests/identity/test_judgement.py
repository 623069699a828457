from __future__ import annotations

from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from basedon.identity.judgement import Profile, conflict, same


def profile(**changed: Any) -> Profile:
    made: dict[str, Any] = {
        "titles": ["oldboy"],
        "years": [2003],
        "directors": ["park chanwook"],
        "lists": ["wikipedia"],
    }
    return Profile(**{name: frozenset(values) for name, values in (made | changed).items()})


OTHER = {"lists": ["wikidata"]}


def test_title_year_and_director_make_it_one() -> None:
    assert same(profile(), profile(**OTHER)) == "same title, year and director"


@pytest.mark.parametrize("year", [2002, 2003, 2004])
def test_a_year_may_be_one_off(year: int) -> None:
    assert same(profile(), profile(**OTHER, years=[year]))


@pytest.mark.parametrize(
    "changed",
    [
        {"years": [2001]},
        {"years": [2005]},
        {"years": []},
        {"titles": ["old boys"]},
        {"titles": []},
        {"directors": ["spike lee"]},
        {"directors": [], "cast": ["choi minsik"]},
        {"directors": []},
    ],
)
def test_too_little_in_common(changed: dict[str, Any]) -> None:
    one = profile(cast=["choi minsik", "yoo jitae"])
    assert same(one, profile(**OTHER, **changed)) is None
    assert same(profile(**OTHER, **changed), one) is None


def test_two_of_the_cast_stand_in_for_a_director_not_named() -> None:
    one = profile(cast=["choi minsik", "yoo jitae", "kang hyejung"])
    assert same(one, profile(**OTHER, directors=[], cast=["yoo jitae", "choi minsik"])) == "same title, year and cast"


def test_a_shared_cast_does_not_outweigh_two_directors() -> None:
    cast = ["choi minsik", "yoo jitae"]
    assert same(profile(cast=cast), profile(**OTHER, cast=cast, directors=["spike lee"])) is None


def test_one_list_never_holds_a_work_twice() -> None:
    assert same(profile(), profile()) is None
    assert same(profile(lists=["wikipedia", "imdb"]), profile(lists=["wikidata", "imdb"])) is None


@pytest.mark.parametrize(
    ("ours", "theirs", "joined"),
    [
        (["Hindi"], ["Tamil"], False),
        (["Hindi"], ["Tamil", "Hindi"], True),
        (["Hindi"], [], True),
        ([], ["Tamil"], True),
        ([], [], True),
    ],
)
def test_films_in_two_languages_are_two_films(ours: list[str], theirs: list[str], joined: bool) -> None:
    assert bool(same(profile(languages=ours), profile(**OTHER, languages=theirs))) is joined


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (["wikidata:Q1"], ["wikidata:Q2"], True),
        (["imdb:tt1"], ["imdb:tt2"], True),
        (["wikidata:Q1", "imdb:tt1"], ["wikidata:Q1", "imdb:tt2"], True),
        (["wikidata:Q1"], ["wikidata:Q1"], False),
        (["wikidata:Q1"], ["imdb:tt1"], False),
        (["wikipedia:Oldboy"], ["wikipedia:Oldboy (2003 film)"], False),
        (["wikidata:Q1"], [], False),
    ],
)
def test_two_items_or_titles_of_one_register_are_two_works(ours: list[str], theirs: list[str], expected: bool) -> None:
    one, other = profile(ids=ours), profile(**OTHER, ids=theirs)
    assert conflict(one, other) is conflict(other, one) is expected
    assert (same(one, other) is None) is expected


def test_two_together_know_what_each_knew() -> None:
    both = profile(ids=["imdb:tt1"], cast=["a"]).with_(profile(ids=["wikidata:Q1"], years=[2004], languages=["Korean"]))
    assert both.ids == {"imdb:tt1", "wikidata:Q1"}
    assert both.years == {2003, 2004}
    assert both.languages == {"Korean"}
    assert both.cast == {"a"}


def test_no_part_of_a_profile_is_lost_when_two_are_joined() -> None:
    names = [field.name for field in msgspec.structs.fields(Profile)]
    one = Profile(*(frozenset({f"{name} 1"}) for name in names))  # type: ignore[arg-type]
    other = Profile(*(frozenset({f"{name} 2"}) for name in names))  # type: ignore[arg-type]
    for name in names:
        assert getattr(one.with_(other), name) == {f"{name} 1", f"{name} 2"}


def test_a_page_that_got_a_remark_behind_its_name_is_one() -> None:
    older = Profile(ids=frozenset({"wikidata:Q1", "wikipedia:Ash"}), titles=frozenset({"ash"}), years=frozenset({1996}))
    newer = Profile(
        ids=frozenset({"wikipedia:Ash (1996 film)"}),
        titles=frozenset({"ash"}),
        years=frozenset({1996}),
        directors=frozenset({"ann lee"}),
        cast=frozenset({"bo po"}),
    )
    assert same(older, newer) == "same year, page renamed"
    assert same(replace(older, years=frozenset({1997})), newer) is None
    assert same(replace(older, directors=frozenset({"jo roe"})), newer) is None
    assert same(replace(older, ids=frozenset({"wikipedia:Ash (play)"})), newer) is None


class TestRenamedPages:
    """A page that only got a remark behind its name is the same film's, though its list holds it twice."""

    @staticmethod
    def page(name: str, **changed: Any) -> Profile:
        return profile(ids=[f"wikipedia:{name}"], **({"directors": []} | changed))

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Barb Wire", "Barb Wire (film)"),
            ("Barb Wire", "Barb Wire (2003 film)"),
            ("Barb Wire (film)", "Barb Wire (2003 film)"),
        ],
    )
    def test_one_film(self, one: str, other: str) -> None:
        assert same(self.page(one), self.page(other)) == "same year, page renamed"
        assert same(self.page(other), self.page(one)) == "same year, page renamed"

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Barb Wire", "Barb Wires (film)"),
            ("Barb Wire (1996 film)", "Barb Wire (film)"),
            ("Barb Wire", "Barb Wire (2003 Turkish film)"),
            ("Barb Wire", "Barb Wire (TV series)"),
        ],
    )
    def test_two_pages(self, one: str, other: str) -> None:
        assert same(self.page(one), self.page(other)) is None

    @pytest.mark.parametrize(
        "changed",
        [{"years": [2004]}, {"titles": ["other"]}, {"directors": ["lee"]}, {"languages": ["Hindi"]}, {"cast": ["a"]}],
    )
    def test_what_else_is_known_can_speak_against_it(self, changed: dict[str, Any]) -> None:
        one = self.page("Barb Wire", directors=["park"], languages=["Tamil"], cast=["b"])
        assert same(one, self.page("Barb Wire (film)", **changed)) is None
