"""Who "the original", "the Turkish version", "the 1962 film" and "it" are."""

from __future__ import annotations

import pytest

ABOUT = "Kandil (1980), by Ömer Şahin, is a Turkish remake of The Lamp (1950). "


@pytest.mark.parametrize(
    ("sentence", "type_", "title", "year"),
    [
        ("The original came out in 1950.", "release_year", "The Lamp", 1950),
        ("The Japanese original was directed by Aki Mori.", "director", "The Lamp", 1950),
        ("Its Japanese predecessor was directed by Liv Dahl.", "director", "The Lamp", 1950),
        ("The Turkish version was directed by Liv Dahl.", "director", "Kandil", 1980),
        ("The 1980 version was directed by Liv Dahl.", "director", "Kandil", 1980),
        ("The American remake was directed by Joan Field.", "director", "The Lamp", 1962),
        ("The Spanish retelling was directed by Luz Ortega.", "director", "La lámpara", 1975),
    ],
)
def test_phrases_stand_for_films_of_the_family(claims, sentence, type_, title, year):
    found = [c for c in claims(ABOUT + sentence) if c.type == type_ and c.start >= len(ABOUT)]
    assert [(c.subject.title, c.subject.year) for c in found] == [(title, year)]


def test_it_is_the_film_spoken_of(claims):
    found = claims("Salt Road (1971) was directed by Joan Field. It is based on a true story.")
    assert [c.subject.title for c in found if c.type == "based_on_true_story"] == ["Salt Road"]


def test_a_year_later_counts_from_the_year_before(claims):
    found = claims("The Lamp (1950) by Aki Mori came first. Twelve years later Joan Field remade it.")
    assert (1962, "supported") in {(c.stated, c.verdict.value) for c in found if c.subject.year == 1962}


def test_a_bracket_s_films_are_not_what_the_sentence_is_about(claims):
    text = "Salt Road (1971) was directed by Joan Field (Quiet Harbour, Harbour Lights) and stars Nora Voss."
    assert [c.subject.title for c in claims(text) if c.type == "cast"] == ["Salt Road"]


def test_a_film_of_the_same_title_is_told_by_its_year(claims):
    found = claims("The Lamp (1962) was directed by Aki Mori.\n\nThe Lamp (1950) was directed by Joan Field.")
    assert {(c.subject.year, c.verdict.value) for c in found if c.type == "director"} == {
        (1962, "contradicted"),
        (1950, "contradicted"),
    }


def test_about_are_the_headline_s_films(checked):
    done = checked("# Salt Road\n\nJoan Field directed it in 1971. The Lamp (1962) is by Joan Field too.")
    assert done.review.about[0].title == "Salt Road"
