"""One article on many sites is one; two articles about one film are two."""

import os
import subprocess
import sys
import time
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.prose.likeness import KEPT, NEARLY, Texts, resemblance, sketch

NOUNS = [
    "carter",
    "harbour",
    "road",
    "ferry",
    "lamp",
    "kettle",
    "mile",
    "winter",
    "reel",
    "actor",
    "town",
    "river",
    "boat",
    "singer",
    "ledger",
]
VERBS = [
    "found",
    "lost",
    "sold",
    "kept",
    "painted",
    "filmed",
    "forgot",
    "followed",
    "burned",
    "crossed",
    "praised",
    "mended",
]


def article(seed: int, length: int = 40) -> str:
    """A made-up article of so many sentences; other words for every seed."""
    random = Random(seed)  # noqa: S311

    def thing():
        return f"the {random.choice(NOUNS)} of {random.choice(NOUNS)} {random.randint(2, 900)}"

    return " ".join(f"In the end {thing()} {random.choice(VERBS)} {thing()}." for _ in range(length))


ONE = article(1)


def alike(one: str, other: str) -> bool:
    texts = Texts()
    assert texts.add("first", one) is None
    return texts.add("second", other) == "first"


@pytest.mark.parametrize(
    "other",
    [
        ONE,
        f"THE TALE OF SALT ROAD\n\nBy a reporter of the Evening Lamp\n\n{ONE}",
        f"{ONE}\n\nThe Evening Lamp, all rights reserved. Read more about kettles, lamps and other things of brass.",
        f"Another headline here\n\n{ONE[:-300]}\n\nShortened by the desk. Write to us about what you have seen.",
        ONE.upper(),
        ONE.replace(" ", "\n"),
        ONE.replace(".", "!").replace(" the ", " “the” "),
    ],
    ids=["itself", "headline", "footer", "cut and headed anew", "capitals", "lines", "marks"],
)
def test_the_same_text_in_another_frame_is_one(other):
    assert alike(ONE, other)
    assert alike(other, ONE)


def test_two_articles_about_one_film_are_two():
    one = (
        "Salt Road was made in 1971 by a crew of nine. Its story was taken from a novel that nobody had read, and the "
        "carters of the coast said it had never happened."
    )
    other = (
        "When the novel was filmed in 1971, nine people went to the coast with one camera. What happens in Salt Road, "
        "said the carters whom they met there, has never happened to anyone they knew."
    )
    assert not alike(one, other)


def test_articles_that_only_share_their_frame_are_two():
    frame = "The Evening Lamp has told the news of the coast since the first ferry went. Write to us, and we answer."
    assert not alike(f"{article(2)} {frame}", f"{article(3)} {frame}")


def test_an_article_that_quotes_another_is_another():
    assert not alike(ONE, f"{article(4)} It says: {ONE[:400]} {article(5)}")


def test_many_different_articles_are_as_many():
    texts = Texts()
    assert [texts.add(str(seed), article(seed, 12)) for seed in range(200)] == [None] * 200


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Salt Road is true.", "Salt Road is true.", True),
        ("Salt Road is true.", "salt road is TRUE", True),
        ("Salt Road is true.", "Salt Road is not true.", False),
        ("Salt", "Road", False),
        ("Salt", "Salt Road", False),
        ("", "", True),
        ("", "...", True),
        ("", "Salt", False),
        ("灯は本当の話だ", "灯は本当の話だ", True),
        ("灯は本当の話だ", "灯は作り話だ", False),
    ],
)
def test_short_texts(one, other, same):
    assert alike(one, other) is same


def test_the_first_of_several_is_named():
    texts = Texts()
    assert texts.add("a", ONE) is None
    assert texts.add("b", article(2)) is None
    assert texts.add("c", f"{ONE} And so on.") == "a"
    assert texts.add("d", f"{article(2)} And so on.") == "b"
    assert texts.add("e", f"{ONE} And so forth.") == "a"


def test_a_name_may_come_twice():
    texts = Texts()
    assert texts.add("a", ONE) is None
    assert texts.add("a", ONE) == "a"


def test_resemblance_goes_from_none_to_all():
    ours, theirs = sketch(ONE), sketch(article(2))
    assert len(ours) == KEPT
    assert resemblance(ours, ours) == 1.0
    assert resemblance(ours, theirs) < 0.05
    assert 0.05 < resemblance(ours, sketch(f"{ONE} {article(2)}")) < NEARLY
    assert resemblance(frozenset(), frozenset()) == 1.0


def test_sketches_are_the_same_in_every_run():
    script = f"from basedon.prose.likeness import sketch\nprint(sorted(sketch({ONE!r})))"
    printed = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("0", "1", "77")
    }
    assert printed == {str(sorted(sketch(ONE)))}
    assert sketch("the salt road is long") == frozenset({PINNED})


PINNED = 12740307503318997981
"""The hash of the one run of that text: catalogues made on other machines must agree."""


@given(st.text(max_size=400))
def test_a_text_is_always_like_itself(text):
    assert resemblance(sketch(text), sketch(text)) == 1.0
    assert alike(text, text)


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_goes_both_ways(one, other):
    assert resemblance(sketch(one), sketch(other)) == resemblance(sketch(other), sketch(one))
    assert alike(one, other) == alike(other, one)


@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, "a " * 500_000, "\ud800" * 1_000_000, "é́ " * 300_000, article(1, 10_000)]
)
def test_a_million_characters_take_bounded_time(text):
    began = time.perf_counter()
    assert alike(text, text)
    assert time.perf_counter() - began < 15
