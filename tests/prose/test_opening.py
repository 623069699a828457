"""What the first sentences of a lead say of the film itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.prose.opening import Opening, read_opening
from basedon.prose.places import COUNTRIES

DIRECTED = [
    ("directed by Omar Reyes.", ("Omar Reyes",)),
    ("directed by Omar Reyes and starring Ivo Brandt.", ("Omar Reyes",)),
    ("written and directed by Omar Reyes, starring Ivo Brandt.", ("Omar Reyes",)),
    ("directed by Omar Reyes from a screenplay by Mara Quint.", ("Omar Reyes",)),
    ("directed by Omar Reyes, based on a novel.", ("Omar Reyes",)),
    ("co-directed by Mara Quint and Leo P. Finch.", ("Mara Quint", "Leo P. Finch")),
    ("directed by Mara Quint, Ed Stowe and Leo Finch.", ("Mara Quint", "Ed Stowe", "Leo Finch")),
    ("directed by Joel and Ed Stowe.", ("Joel Stowe", "Ed Stowe")),
    ("directed by W. S. van Hale.", ("W. S. van Hale",)),
    ("directed by Lars von Holt, whose last film it is.", ("Lars von Holt",)),
    ("directed by Fatih Ağın.", ("Fatih Ağın",)),
    ("directed by Ned McVale Jr. and produced by Hal Voss.", ("Ned McVale Jr.",)),
    ("directed by and starring Ned Vale.", ("Ned Vale",)),
    ("written, directed by, and starring Ned Vale.", ("Ned Vale",)),
    ("directed by Hong Kong filmmaker Kit Lam.", ("Kit Lam",)),
    ("written by Ned Vale and Ed Stowe, and directed by Stowe.", ("Ed Stowe",)),
    ("directed by the Vale brothers.", ()),
    ("starring Ivo Brandt.", ()),
    ("based on the 1950 film directed by Hal Voss.", ()),
]


@pytest.mark.parametrize(("words", "directors"), DIRECTED, ids=lambda value: str(value)[:50])
def test_directors(words, directors):
    assert read_opening(f"The Lantern is a 1987 American drama film {words}").directors == directors


def test_a_later_sentence_may_name_the_director():
    lead = "The Lantern is a 1987 film starring Ivo Brandt. The film was directed by Omar Reyes. It ran."
    assert read_opening(lead).directors == ("Omar Reyes",)


COUNTRY = [
    ("American", ("United States",)),
    ("Hong Kong", ("Hong Kong",)),
    ("South Korean", ("South Korea",)),
    ("British-American", ("United Kingdom", "United States")),
    ("Franco-Belgian", ("France", "Belgium")),
    ("French-South Korean", ("France", "South Korea")),
    ("German/Italian/American", ("Germany", "Italy", "United States")),
    ("New Zealand", ("New Zealand",)),
    ("Indian Hindi-language", ("India",)),
    ("low-budget", ()),
]


@pytest.mark.parametrize(("adjective", "countries"), COUNTRY)
def test_countries(adjective, countries):
    assert read_opening(f"The Lantern is a 1987 {adjective} drama film by Omar Reyes.").countries == countries


def test_all_that_an_opening_says():
    lead = (
        "The Lantern (Hindi: दीपक) is a 2013 Indian Hindi-language biographical crime drama film written and directed "
        "by Omar Reyes. It stars Ivo Brandt."
    )
    assert read_opening(lead) == Opening(
        year=2013,
        countries=("India",),
        languages=("Hindi",),
        genres=("biographical", "crime", "drama"),
        directors=("Omar Reyes",),
        sentences=2,
    )


@pytest.mark.parametrize(
    ("lead", "documentary"),
    [
        ("The Lantern is a 1987 documentary film about light.", True),
        ("The Lantern is a 1987 American documentary.", True),
        ("The Lantern is a 1987 mockumentary about light.", False),
        ("The Lantern is a 1987 fake documentary about light.", False),
        ("The Lantern is a 1987 drama film about a documentary director.", False),
    ],
)
def test_documentaries(lead, documentary):
    assert read_opening(lead).documentary is documentary


@pytest.mark.parametrize("lead", ["", "A list of shorts.", "The Lantern is a song by Harbour, directed by Omar Reyes."])
def test_nothing_rather_than_a_guess(lead):
    opening = read_opening(lead)
    assert (opening.year, opening.countries, opening.genres, opening.directors) == (None, (), (), ())


def test_a_year_of_something_else_is_not_the_films():
    assert read_opening("The Lantern is a drama film based on the 1931 novel Low Tide.").year is None


def test_every_nationality_gives_its_country():
    for adjective, country in COUNTRIES.items():
        assert read_opening(f"The Lantern is a 1987 {adjective} film.").countries == (country,)


@given(st.text(max_size=500))
def test_any_text_can_be_read(text):
    assert read_opening(text).sentences >= 0


@pytest.mark.parametrize("unit", ["directed by A B and ", "X is a 1950 ", "A, ", "directed by A, "])
def test_a_million_characters_take_bounded_time(unit):
    read_opening(unit * (1_000_000 // len(unit)))


@pytest.mark.parametrize(
    ("lead", "directors"),
    [
        ("Vale is a 1945 Western film directed by John English and starring Roy Hale.", ("John English",)),
        ("Vale is a 1941 drama film that was directed by Ann Wood and starred Bo Lee.", ("Ann Wood",)),
        ("Vale is a 1941 drama film based on a play that was directed by Ann Wood.", ()),
        ("Vale is a 2001 film starring Ann Lee. Vale was directed by Bo Hale.", ("Bo Hale",)),
        ("Vale is a 1986 film. It is the directorial debut of actor Ann Lee Hale, who sings.", ("Ann Lee Hale",)),
        ("Vale is a 1966 film directed by Frenchman Henri Hale.", ("Henri Hale",)),
        ("Vale is a 1966 film directed by Oak Productions Inc.", ()),
    ],
)
def test_who_directed_in_other_words(lead, directors):
    assert read_opening(lead).directors == directors
