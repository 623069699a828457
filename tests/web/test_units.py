"""The server's parts by themselves: buckets, stored answers, addresses, parameters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from basedon.errors import BadFile, BadUsage, NotFound, Unreachable
from basedon.web import limits
from basedon.web.addresses import name_of, origin_of, path_of, slug
from basedon.web.limits import BURST, Buckets, network_of
from basedon.web.operations import LIMIT, QUESTION, YEAR
from basedon.web.parameters import number, typed
from basedon.web.problems import problem_of
from basedon.web.stored import BESIDE, Kept, Stored


def test_a_bucket_empties_and_fills_again() -> None:
    now = [0.0]
    buckets = Buckets(2.0, lambda: now[0])
    assert [buckets.wait("1.2.3.4") for _ in range(2 * BURST)] == [0.0] * 2 * BURST
    assert buckets.wait("1.2.3.4") == pytest.approx(0.5)
    assert buckets.wait("5.6.7.8") == 0.0
    now[0] += 0.5
    assert buckets.wait("1.2.3.4") == 0.0
    assert buckets.wait("1.2.3.4") > 0
    now[0] += 1000
    assert [buckets.wait("1.2.3.4") for _ in range(2 * BURST)] == [0.0] * 2 * BURST
    assert buckets.wait("1.2.3.4") > 0


def test_buckets_take_bounded_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_ADDRESSES", 10)
    buckets = Buckets(1.0, lambda: 0.0)
    for n in range(100):
        buckets.wait(f"10.0.0.{n}")
    assert len(buckets.held) == 10


def test_this_machine_is_spared_only_where_that_is_said() -> None:
    spared, counted = Buckets(0.1, lambda: 0.0, spare_own=True), Buckets(0.1, lambda: 0.0)
    assert [spared.wait("127.0.0.1") for _ in range(50)] == [0.0] * 50
    assert any(counted.wait("127.0.0.1") for _ in range(50))
    assert any(spared.wait("192.0.2.1") for _ in range(50))
    assert not any(Buckets(0.0, lambda: 0.0).wait("192.0.2.1") for _ in range(500))


def test_a_costly_question_waits_no_longer_than_the_bucket_needs_to_fill() -> None:
    now = [0.0]
    buckets = Buckets(1.0, lambda: now[0])
    assert buckets.wait("192.0.2.1", cost=1000) == 0.0
    wait = buckets.wait("192.0.2.1", cost=1000)
    now[0] += wait
    assert buckets.wait("192.0.2.1", cost=1000) == 0.0


@pytest.mark.parametrize(
    ("address", "who"),
    [
        ("127.0.0.1", "own"),
        ("::1", "own"),
        ("::ffff:127.0.0.1", "own"),
        (None, "own"),
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:0db8:0001:0002"),
        ("nonsense", "unknown"),
    ],
)
def test_a_household_has_one_bucket(address: str | None, who: str) -> None:
    assert network_of(address) == who


def test_stored_answers_take_bounded_memory_and_the_oldest_give_way() -> None:
    stored = Stored(most=10 * (BESIDE + 2000))
    for n in range(100):
        stored.keep((b"", b"/%d" % n, b""), Kept([], b"x" * 1000))
        stored.get((b"", b"/0", b""))
    assert stored.size <= stored.most
    assert stored.get((b"", b"/0", b"")) is not None
    assert stored.get((b"", b"/50", b"")) is None
    stored.keep((b"", b"/0", b""), Kept([], b"y"))
    assert stored.size == sum(kept.size for kept in stored.kept.values())


def test_what_is_far_too_large_is_not_stored() -> None:
    stored = Stored()
    stored.keep((b"", b"/", b""), Kept([], b"x" * 3_000_000))
    stored.keep((b"", b"/" + b"x" * 5000, b""), Kept([], b"x"))
    assert not stored.kept


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("Miracle in Cell No. 7", "miracle-in-cell-no-7"),
        ("7. Koğuştaki Mucize", "7-kogustaki-mucize"),
        ("Amélie's", "amelies"),
        ("???", "film"),
        ("<script>", "script"),
    ],
)
def test_titles_in_addresses_are_plain(title: str, made: str) -> None:
    assert slug(title) == made


@given(st.text())
def test_every_title_makes_an_address(title: str) -> None:
    assert slug(title).replace("-", "a").isalnum()
    assert slug(title).isascii()
    assert path_of("wikidata:Q1", title).count("/") == 3


def test_ids_in_addresses() -> None:
    assert name_of("wikidata:Q1") == "Q1"
    assert name_of("imdb:tt0000001") == "tt0000001"
    assert name_of("wikipedia:Face/Off") == "wikipedia:Face%2FOff"
    assert name_of("curated:a#b") == "curated:a%23b"


def test_origins() -> None:
    assert origin_of("https", b"films.example:8443") == "https://films.example:8443"
    assert origin_of("https", b"[::1]:80") == "https://[::1]:80"
    assert origin_of("https", b"a.example/evil") == ""
    assert origin_of("ftp", b"a.example") == ""


@pytest.mark.parametrize("query", ["", "q=", "q=a&q=b", f"q={'x' * 401}"])
def test_texts_that_make_no_sense_are_refused(query: str) -> None:
    with pytest.raises(BadUsage):
        typed(QueryParams(query), QUESTION)


@pytest.mark.parametrize(
    "query", ["year=x", "year=1", "year=1e3", "year=²", "year=", "year=2000&year=2001", "year=99999999999"]
)
def test_numbers_that_make_no_sense_are_refused(query: str) -> None:
    with pytest.raises(BadUsage):
        number(QueryParams(query), YEAR)


def test_parameters_may_be_left_out() -> None:
    assert number(QueryParams(""), LIMIT, 10) == 10
    assert number(QueryParams("limit=3"), LIMIT, 10) == 3
    assert typed(QueryParams("q=a b"), QUESTION) == "a b"


def test_errors_are_problems() -> None:
    assert problem_of(NotFound("no film")).status == 404
    assert problem_of(BadUsage("how")).detail == "how"
    assert problem_of(Unreachable("gone")).status == 502
    hidden = problem_of(BadFile("/srv/films.basedon: damaged"))
    assert hidden.status == 500
    assert "/srv" not in hidden.detail
    assert problem_of(KeyError("secret")).detail == "something went wrong here; the operator's log says what"


def test_tearjerkers_are_told_in_hundredths_with_bounds() -> None:
    from basedon.model.answer import Table
    from basedon.web.audience import cried

    columns = ("film", "year", "people", "cried", "tear_rate", "low", "high", "id")
    (one,) = cried(Table(columns, (("The Lamp", 1950, 1200, 700, 0.5801, 0.552, 0.608, "wikidata:Q900001"),)))
    assert (one.title, one.href) == ("The Lamp (1950)", "/film/Q900001/the-lamp")
    assert (one.rate, one.low, one.high, one.people) == ("58%", 55, 61, "700 of 1,200 people cried")
    assert not cried(Table(("film",), (("The Lamp",),)))


def test_a_first_paragraph_is_no_headline() -> None:
    from basedon.web.articles import headline

    assert headline("The Lamp, retold") == "The Lamp, retold"
    assert headline("The Lamp tells of a fire. " * 20) == ""


def test_categories_of_awards_are_not_shouted() -> None:
    from basedon.forms.audience import honour
    from basedon.model.reception import Honour

    assert honour(Honour("Academy Award: BEST PICTURE", 1998, None, "oscars")) == "Academy Award: Best picture (1998)"
