"""Claims of every type are found in made-up sentences, with their subject, value, place and verdict."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "type_", "year", "stated", "verdict", "correct"),
    [
        ("The Lamp (1950) was directed by Aki Mori.", "release_year", 1950, 1950, "supported", None),
        ("The Lamp (1950) was directed by Aki Mori.", "director", 1950, "Aki Mori", "supported", None),
        ("Kandil was directed by Ömer Şahin. It came out in 1980.", "release_year", 1980, 1980, "supported", None),
        ("Kandil was directed by Omer Sahin. It came out in 1981.", "release_year", 1980, 1981, "supported", None),
        ("Kandil was directed by Ömer Şahin. It came out in 1974.", "release_year", 1980, 1974, "contradicted", 1980),
        (
            "Kandil, a 1980 Turkish film, was directed by Liv Dahl.",
            "director",
            1980,
            "Liv Dahl",
            "contradicted",
            "Ömer Şahin",
        ),
        ("Kandil, a 1980 Turkish film, was directed by Ömer Şahin.", "country", 1980, "Turkey", "supported", None),
        (
            "Kandil, a 1980 Japanese film, was directed by Ömer Şahin.",
            "country",
            1980,
            "Japan",
            "contradicted",
            "Turkey",
        ),
        ("Kandil (1980) is in French.", "original_language", 1980, "French", "contradicted", "Turkish"),
        ("Kandil (1980) is a loose remake of The Lamp.", "remake_of", 1980, "The Lamp", "supported", None),
        (
            "Salt Road (1971) is based on the novel The Salt Road by E. M. Brandt.",
            "based_on",
            1971,
            "The Salt Road",
            "supported",
            None,
        ),
        (
            "Salt Road (1971) is based on the novel The Salt Road by Nora Voss.",
            "based_on",
            1971,
            "The Salt Road",
            "contradicted",
            "E. M. Brandt",
        ),
        ("Kandil (1980) is based on a true story.", "based_on_true_story", 1980, True, "supported", None),
        ("Salt Road (1971) is not based on a true story.", "based_on_true_story", 1971, False, "supported", None),
        ("The Long Count (2001) is based on a true story.", "based_on_true_story", 2001, True, "disputed", None),
        ("Harbour Lights (1968) stars Nora Voss.", "cast", 1968, "Nora Voss", "unverified", None),
        ("Harbour Lights (1968) won the Academy Award for Best Picture.", "award", 1968, None, "unverified", None),
        ("Harbour Lights (1968) is number one on Netflix.", "trending", 1968, None, "unverified", None),
    ],
)
def test_a_claim_and_its_verdict(claims, text, type_, year, stated, verdict, correct):
    [found] = [c for c in claims(text) if c.type == type_ and c.subject.year == year and stated in (None, c.stated)]
    assert (found.verdict.value, found.correct) == (verdict, correct)
    assert text[found.start : found.end] == found.quote


def test_each_of_several_in_a_sentence_stands_on_its_own(claims):
    text = (
        "The Lamp (1962), an American remake of the Japanese film by Aki Mori, was directed by Joan Field and stars"
        " Tom Vance and Ella Reed."
    )
    found = {(c.type, str(c.stated)) for c in claims(text) if c.subject.year == 1962}
    assert found >= {
        ("release_year", "1962"),
        ("country", "United States"),
        ("director", "Joan Field"),
        ("cast", "Tom Vance"),
        ("cast", "Ella Reed"),
    }
    assert "remake_of" in {type_ for type_, _ in found}


def test_a_true_sentence_is_never_contradicted_by_a_partial_cast(claims):
    assert [c.verdict.value for c in claims("The Lamp (1962) stars Nora Voss.") if c.type == "cast"] == ["unverified"]


def test_what_carries_no_evidence_is_unverified_and_what_does_has_a_source(claims):
    found = claims("Kandil was directed by Ömer Şahin. It came out in 1974.")
    wrong = next(c for c in found if c.verdict == "contradicted")
    assert wrong.findings
    assert all(f.stance == "against" and f.source and f.locator for f in wrong.findings)


@pytest.mark.parametrize(
    "text",
    [
        "Was Kandil (1980) directed by Liv Dahl?",
        "Kandil (1980) will be remade in Norway.",
        "Rumour has it that Kandil (1980) may be remade in Norway in 2031.",
        "If Kandil (1980) had been directed by Liv Dahl, it would be shorter.",
        "A remake of Kandil (1980) is in development.",
        "Kandil (1980) is a lovely thing.",
    ],
)
def test_opinions_plans_rumours_and_questions_claim_nothing(claims, text):
    assert {c.type for c in claims(text)} <= {"release_year"}
    assert not any(c.verdict == "contradicted" for c in claims(text))


def test_remakes_are_claims_of_their_own_with_country_and_year(claims):
    found = claims("The Lamp (1950), a film by Aki Mori, was remade in Turkey in 1971.")
    by_type = {(c.type, c.subject.title): c for c in found}
    assert by_type["has_remake", "The Lamp"].verdict == "supported"
    assert by_type["country", "Kandil"].verdict == "supported"
    assert (by_type["release_year", "Kandil"].verdict, by_type["release_year", "Kandil"].correct) == (
        "contradicted",
        1980,
    )


def test_other_films_of_the_director_stand_in_brackets_behind_the_name(claims):
    found = claims("Salt Road (1971) was directed by Joan Field (Quiet Harbour, Harbour Lights).")
    others = {(c.stated, c.verdict.value) for c in found if c.type == "other_film"}
    assert others == {("Quiet Harbour", "supported"), ("Harbour Lights", "supported")}
    assert all(c.subject.title == "Salt Road" for c in found if c.type == "other_film")
