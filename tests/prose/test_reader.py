"""What sentences say, case by case; and that no text, however hostile, leads the reader astray."""

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basedon.model.statement import Predicate
from basedon.prose.reader import LONGEST, MOST, Saying, read, read_based_on, read_plot

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]


def shown(saying: Saying) -> str:
    """A saying as the cases write it: `not based_on novel "Title" by Creator (1931) [loosely, of target]`."""
    target = saying.target
    parts = ["not " * saying.denied + saying.predicate.value]
    parts += [target.type] if target.type else []
    parts += [f'"{target.title}"'] if target.title else []
    parts += [f"by {target.creator}"] if target.creator else []
    parts += [f"({target.year})"] if target.year else []
    marks = [
        saying.hedge,
        saying.kind,
        "inverse" if saying.inverse else None,
        "of target" if saying.of_target else None,
    ]
    said = [mark for mark in marks if mark]
    return " ".join(parts + ([f"[{', '.join(said)}]"] if said else []))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_sentence_says_this_and_no_more(case):
    assert [shown(saying) for saying in read(case["text"], case.get("title", "The Lantern"))] == case["says"]


CELLS = [
    (["The Glass Harbour", "by", "Ada Holt"], ['based_on "The Glass Harbour" by Ada Holt']),
    (["The Glass Harbour", "by Ada Holt"], ['based_on "The Glass Harbour" by Ada Holt']),
    (["the novel", "Low Tide", "by", "Edwin Marsh"], ['based_on novel "Low Tide" by Edwin Marsh']),
    (["Low Tide", "1975 novel", "by", "Edwin Marsh"], ['based_on novel "Low Tide" by Edwin Marsh (1975)']),
    (
        ["Low Tide", "and", "High Tide", "by", "Edwin Marsh"],
        ['based_on "Low Tide" by Edwin Marsh', 'based_on "High Tide" by Edwin Marsh'],
    ),
    (
        ["Low Tide", "by", "Edwin Marsh", "Paper Moons", "by", "Ruth Calder", "Jon Pyke"],
        ['based_on "Low Tide" by Edwin Marsh', 'based_on "Paper Moons" by Ruth Calder and Jon Pyke'],
    ),
    (["Characters", "by", "Walt Emery"], ['based_on other "characters" by Walt Emery']),
    (
        ["Characters created by", "Walt Emery", "and", "Bea Lind"],
        ['based_on other "characters" by Walt Emery and Bea Lind'],
    ),
    (
        ["Characters appearing in comic books published", "by", "DC Comics"],
        ['based_on comic "characters" by DC Comics'],
    ),
    (["Batman", "by", "Bob Kane", "Bill Finger"], ['based_on comic "Batman" by Bob Kane and Bill Finger']),
    (['"', "Low Water", '"', "by", "Pia Roth"], ['based_on "Low Water" by Pia Roth']),
    (['"', "Low Water", '" by', "Pia Roth"], ['based_on "Low Water" by Pia Roth']),
    (["Low Water", "(short story) by", "Pia Roth"], ['based_on short story "Low Water" by Pia Roth']),
    (["Cold Rooms", "(autobiography)", "by", "Lena Ortiz"], ['based_on memoir "Cold Rooms" by Lena Ortiz']),
    (["Cold Harvest (1968 film)", "by Leo Finch"], ['based_on film "Cold Harvest" by Leo Finch (1968)']),
    (["1967 film", "by Leo Finch"], ["based_on film by Leo Finch (1967)"]),
    (["Night Ferry", "by", "Tom Ash", "(uncredited)", "[1]"], ['based_on "Night Ferry" by Tom Ash']),
    (["Kaze", "by", "Aiko Mori", "illustrated by", "Ken Abe"], ['based_on "Kaze" by Aiko Mori']),
    (["The Lamp", "from", "One Thousand and One Nights"], ['based_on "The Lamp"']),
    (["Disney's", "Paper Moons", "by", "Ruth Calder"], ['based_on "Paper Moons" by Ruth Calder']),
    (
        ["Blue Road", "by", "Omar Reyes,", "Ed Stowe, and Leo P. Finch"],
        ['based_on "Blue Road" by Omar Reyes, Ed Stowe and Leo P. Finch'],
    ),
    (['The novel "Low Tide"'], ['based_on novel "Low Tide"']),
    (["a true story"], ["true_story"]),
    ("The Brass Key", ['based_on "The Brass Key"']),
    (["Lowtide", "by", "Ken Abe", "Low Tide", "Aiko Mori"], ['based_on "Lowtide" by Ken Abe and Aiko Mori']),
    (["Low Tide", "by", "Irish-American", "Ken Abe", "7"], ['based_on "Low Tide" by Ken Abe']),
    (["Low Tide", "recorded by", "the Marsh Brothers"], ['based_on "Low Tide" by Marsh Brothers']),
    (["Low Tide", "stories created", "by", "Edwin Marsh"], ['based_on "Low Tide" by Edwin Marsh']),
    (["My Tides", "as told to", "Edwin Marsh"], ['based_on "My Tides" by Edwin Marsh']),
    (["Low Tide", "by", "Edwin Marsh", ", adapted by", "Jon Pyke"], ['based_on "Low Tide" by Edwin Marsh']),
    (["the", "title", "Low Tide", "fr", "by", "Edwin Marsh", "fr"], ['based_on "Low Tide" by Edwin Marsh']),
    (["his book of the same name", "by", "Edwin Marsh"], ['based_on "The Lantern" by Edwin Marsh']),
    (["novel", "of the same name", "by", "Edwin Marsh"], ['based_on novel "The Lantern" by Edwin Marsh']),
    (["[N 1]", "[1]"], []),
    ([], []),
]


@pytest.mark.parametrize(("parts", "says"), CELLS, ids=lambda value: " ".join(value)[:50])
def test_an_infobox_cell_says(parts, says):
    assert [shown(saying) for saying in read_based_on(parts, "The Lantern")] == says


def test_a_saying_points_at_its_words():
    text = "Shot in Oslo. The film is “loosely” based on the 1931 novel Low Tide by Ada Holt, and stars Ivo Brandt."
    (saying,) = read(text, "The Lantern")
    assert saying.sentence == 1
    assert text[saying.start : saying.end] == "based on the 1931 novel Low Tide by Ada Holt"
    assert saying.cue == "based on"


def test_a_lead_is_read_as_a_whole():
    lead = (
        "The Lantern is a 1987 American biographical film directed by Omar Reyes. It chronicles the life of Mabel "
        "Strand. It is based on the memoir Cold Rooms by Lena Ortiz. The film was remade in 1999 as Vilakku."
    )
    assert [shown(saying) for saying in read(lead, "The Lantern")] == [
        "true_story",
        'depicts person "Mabel Strand"',
        'based_on memoir "Cold Rooms" by Lena Ortiz',
        'remake_of film "Vilakku" (1999) [unknown, inverse]',
    ]


def test_an_original_story_gives_way_to_a_named_source():
    text = "It is a remake of the 1950 film Night Ferry. The original story by Pia Roth was written in Rome."
    assert [saying.predicate for saying in read(text, "The Lantern")] == [Predicate.REMAKE_OF]


def within(text: str, sayings: tuple[Saying, ...]) -> bool:
    return all(0 <= saying.start < saying.end <= len(text) for saying in sayings)


VOCABULARY = """
The It film is was not based on adapted from a an the novel play story true of life by Ada Holt Lantern remake remade
as in 1950 (1950) and which documentary about biographical inspired original screenplay King war , . ; : " ' ’ “ ” é ?
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\ud800"])


@given(st.text(max_size=400), st.text(max_size=20))
def test_any_text_can_be_read(text, title):
    assert within(text, read(text, title))
    read_based_on([text, "by", title], title)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=60), st.sampled_from(["The Lantern", "", "It", "King", "based on"]))
def test_any_mix_of_cue_words_can_be_read(words, title):
    text = " ".join(words)
    assert within(text, read(text, title))
    assert within(text, read_based_on([text], title))
    assert within(" ".join(words), read_based_on(words, title))


@pytest.mark.parametrize(
    "unit",
    [
        *("based on ", ". ", "a", "A. ", "(", '"', "é ", "\n", "\ud800", "is a ", "and A, ", "based on A of the "),
        *("the life of ", "It is a true ", "based on the novel the novel ", "It is based on the play A. "),
        "It was remade as X in 1991 and ",
    ],
)
def test_a_million_characters_take_bounded_time(unit):
    text = unit * (1_000_000 // len(unit))
    began = time.perf_counter()
    sayings = read(text, "The Lantern")
    assert time.perf_counter() - began < 15
    assert len(sayings) < MOST + 50
    assert within(text[:LONGEST], sayings)


PLOTS = [
    ("The film ends with a caption: it is based on the life of Otis Hale.", ['based_on person "Otis Hale"']),
    ("A title card says that the film is based on a true story.", ["true_story"]),
    ("In the attic she finds a diary based on a true story. He tells the true story of his life.", []),
    ("They plan the robbery, based on the novel Low Tide by Edwin Marsh.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "says"), PLOTS, ids=lambda value: str(value)[:50])
def test_a_plot_speaks_of_the_film_only_where_it_names_it(text, says):
    assert [shown(saying) for saying in read_plot(text, "The Lantern")] == says


def test_a_target_behind_the_last_word_that_is_read_is_none():
    for tail in (
        " film is based on the life of boxer Otis Hale.",
        " film depicts the rise and fall of the Otis Hale gang.",
    ):
        for words in range(385, 402):
            read("The" + " \xad" * words + tail, "The Lantern")
