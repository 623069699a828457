"""A true sentence is not called wrong, whatever else stands in it; a wrong one still is."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


@pytest.mark.parametrize(
    "text",
    [
        "Salt Road is based on E. M. Brandt's 1933 novel Salt Road.",
        "Salt Road (1971) is based on the novel Salt Road (1933).",
        "Salt Road came out in 1971 and was re-released in 1988 on two screens.",
        "Salt Road was directed by Joan Field and co-directed by Ruth Olsen.",
        "Salt Road was directed by Joan Field, with Tom Vance and Ella Reed in the leads.",
        "Salt Road was directed by Joan Field. Its sets were designed by the art director Bo Lund.",
        "Salt Road was directed by Joan Field. It was made by the Nordic Film Corporation.",
        "The novel, Salt Road, by Emil Brandt is behind it; Joan Field made the film in 1971.",
        "Salt Road: The Return was directed by Bo Lund in 1999.",
        "Of that title there are also The Lamp (1950), The Lamp (1962) and The Lamp (1950).",
    ],
)
def test_what_is_said_of_something_else_contradicts_nothing(claims, text):
    assert [(c.type, c.stated) for c in claims(text) if c.verdict == "contradicted"] == []


@pytest.mark.parametrize(
    ("text", "type_", "stated"),
    [
        ("Salt Road, directed by Joan Field, came out in 1985.", "release_year", 1985),
        ("Salt Road was released in 1985 after a long wait. Joan Field made it.", "release_year", 1985),
        ("Salt Road (1971) was directed by Aki Mori.", "director", "Aki Mori"),
        ("Kandil (1980) was directed by Liv Dahl.", "director", "Liv Dahl"),
    ],
)
def test_planted_errors_are_still_caught(claims, text, type_, stated):
    assert (type_, stated) in {(c.type, c.stated) for c in claims(text) if c.verdict == "contradicted"}


PIECES = [
    "The Lamp (1962) is a remake of The Lamp (1950).",
    "That version followed in 1975.",
    "Its Spanish remake and the film are alike.",
    "The original, the Korean remake and the film were made by Joan Field.",
    "The 2013 version of the film beat the first film.",
    "Her earlier film, Salt Road, and his next one came a decade later.",
    "Kandil was based on the original.",
    "Their predecessor is older than its successor, and the film knows it.",
    "It was remade in Turkey in 1971 as Kandil, then in Spain.",
    "The director also made Quiet Harbour (1965) and Harbour Lights.",
    "# Round",
    "The Norwegian retelling of the film is the better film.",
    "Unknown Thing was directed by Nobody Here; the film is the film.",
    "Is the remake true?",
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), st.sampled_from([" ", "\n\n"]))
def test_any_mixture_of_sentences_is_read(checked, pieces, between):
    done = checked(between.join(pieces))
    for claim in done.review.claims:
        assert done.text[claim.start : claim.end] == claim.quote


def test_a_phrase_for_an_unknown_film_before_another_phrase(claims):
    assert isinstance(claims("A tale of two. The sequel of the film pleased the film's fans, and the film too."), list)
