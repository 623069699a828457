"""How far witnesses are believed: what must hold of the learned weights by their meaning, whatever their numbers."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.questions.reliability import BIOPICS, CALIBRATION, LIKE, PRIOR, SELDOM, WEIGHTS, odds, weight
from basedon.questions.witnesses import PLAINEST, TOPICS

SILENCES = ("silent 1", "silent 3", "silent 5")
LEARNED = sorted(name.partition(": ")[0::2] for name in WEIGHTS)
"""Each witness with each of its words that was learned."""

WITNESSES = [*sorted({who for who, _ in LEARNED}), *LIKE, "press"]
WORDS = sorted({*PLAINEST, *SILENCES, "silent"})
READ = {"lead": "silent 5", "infobox": "silent", "genre": "silent", "wikidata genre": "silent"}
"""A film of which all was read and nothing said."""

heard_ = st.dictionaries(st.sampled_from(WITNESSES), st.sampled_from(WORDS))


def test_every_weight_is_of_something_that_can_be_heard() -> None:
    topics = {"other", *(name for name, _ in TOPICS)}
    for witness, word in LEARNED:
        assert witness in {"lead", "infobox", "genre", "wikidata", "wikidata genre", "topic"}
        assert word in (topics if witness == "topic" else {*WORDS, "unheard"}), (witness, word)
    assert set(SELDOM) <= set(PLAINEST)


def test_every_topic_has_a_weight() -> None:
    assert {word for witness, word in LEARNED if witness == "topic"} == {"other", *(name for name, _ in TOPICS)}


@pytest.mark.parametrize(("loud", "quiet"), list(product(["true", "loosely true", "real", "loosely real"], SILENCES)))
def test_a_lead_that_tells_of_real_events_outweighs_a_silent_one(loud: str, quiet: str) -> None:
    assert weight("lead", loud) > 0 > weight("lead", quiet)


@pytest.mark.parametrize("witness", ["genre", "wikidata genre"])
def test_a_genre_of_real_events_outweighs_a_silent_one(witness: str) -> None:
    assert weight(witness, "real") > 0 > weight(witness, "silent")


def test_nothing_that_a_lead_says_outweighs_a_true_story() -> None:
    assert all(weight("lead", "true") > weight("lead", word) for word in WORDS if word != "true")


@pytest.mark.parametrize("word", ["true", "real"])
def test_what_is_loosely_said_weighs_less(word: str) -> None:
    assert weight("lead", word) > weight("lead", f"loosely {word}")


@pytest.mark.parametrize("word", ["fiction", "some work", "remake", "original"])
def test_a_lead_that_names_another_source_speaks_against(word: str) -> None:
    assert weight("lead", word) < 0


@pytest.mark.parametrize("witness", ["lead", "infobox"])
def test_a_report_speaks_for_and_fiction_more_against_than_a_work_of_unknown_kind(witness: str) -> None:
    assert weight(witness, "report") > 0 > weight(witness, "some work") > weight(witness, "fiction")


def test_a_long_silent_lead_speaks_less_against_than_one_that_names_fiction() -> None:
    for word in ("fiction", "original"):
        assert weight("lead", word) < weight("lead", "silent 5")


def test_a_silent_infobox_speaks_less_against_than_a_silent_lead() -> None:
    """It has a place for a source, not for real events."""
    assert all(weight("lead", word) < weight("infobox", "silent") < 0 for word in SILENCES)


@pytest.mark.parametrize("word", sorted(SELDOM))
@pytest.mark.parametrize("witness", [who for who in WITNESSES if who != "topic"])
def test_denials_and_false_claims_speak_against_whoever_makes_them(witness: str, word: str) -> None:
    assert weight(witness, word) < 0


def test_films_of_wars_are_likelier_real_than_films_of_monsters_cowboys_or_jokes() -> None:
    for matter in ("fantastic", "western", "comedy", "animated"):
        assert weight("topic", "historical") > 0 > weight("topic", matter)


@pytest.mark.parametrize("word", WORDS)
def test_contributors_weigh_more_than_a_lead_and_saved_articles_less(word: str) -> None:
    lead, curated, saved = (weight(witness, word) for witness in ("lead", "curated", "articles"))
    assert curated == pytest.approx(LIKE["curated"][1] * lead)
    assert saved == pytest.approx(LIKE["articles"][1] * lead)
    assert abs(curated) >= abs(lead) >= abs(saved)
    assert curated * lead >= 0
    assert saved * lead >= 0


def test_a_witness_that_is_like_another_has_one_to_be_like() -> None:
    assert LIKE["curated"][1] > 1 > LIKE["articles"][1] > 0
    assert {like for like, _ in LIKE.values()} <= {witness for witness, _ in LEARNED}


@pytest.mark.parametrize("word", sorted(set(WORDS) - set(SELDOM)))
def test_an_unknown_witness_weighs_nothing(word: str) -> None:
    assert weight("a stranger", word) == 0


def test_an_unknown_word_weighs_nothing() -> None:
    assert weight("lead", "mumbles") == weight("curated", "mumbles") == weight("topic", "cookery") == 0
    assert odds({**READ, "a stranger": "true", "topic": "cookery"}) == odds(READ)


def test_a_place_in_a_list_of_biopics_weighs_as_a_true_story_would() -> None:
    assert weight("biopics", "real") == BIOPICS > max(weight("lead", "real"), weight("wikidata genre", "real"))


def test_few_films_are_real_before_anything_is_heard_and_more_weight_means_higher_odds() -> None:
    assert PRIOR < 0
    assert CALIBRATION[1] > 0


def test_a_film_of_which_nothing_is_said_is_unlikely_and_one_told_true_is_likely() -> None:
    assert odds(READ) < odds({**READ, "lead": "loosely true"}) < odds({**READ, "lead": "true"})
    assert odds(READ) < -1
    assert odds({**READ, "lead": "true"}) > 1


@pytest.mark.parametrize("witness", ["lead", "infobox", "curated"])
def test_a_film_that_is_said_to_adapt_fiction_is_unlikely(witness: str) -> None:
    assert odds({**READ, witness: "fiction"}) < -1


@given(heard_)
def test_the_order_of_witnesses_changes_nothing(heard: dict[str, str]) -> None:
    assert odds(dict(reversed(heard.items()))) == odds(heard)


@given(heard_, st.sampled_from(WITNESSES), st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_the_word_that_weighs_more_gives_higher_odds(heard: dict[str, str], witness: str, one: str, other: str) -> None:
    lighter, heavier = sorted((one, other), key=lambda word: weight(witness, word))
    low, high = odds({**heard, witness: lighter}), odds({**heard, witness: heavier})
    if weight(witness, lighter) == weight(witness, heavier):
        assert low == high
    else:
        assert low < high


@given(heard_, st.sampled_from(WORDS))
def test_a_witness_more_moves_the_odds_to_its_side(heard: dict[str, str], word: str) -> None:
    heard.pop("curated", None)
    moved = odds({**heard, "curated": word}) - odds(heard)
    assert moved == pytest.approx(CALIBRATION[1] * weight("curated", word))
