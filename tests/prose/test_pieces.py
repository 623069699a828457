"""The pieces the reader is made of: cues, plain text, tokens, names, titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.prose import cues, subjects
from basedon.prose.names import name_text, read_names
from basedon.prose.patterns import compiled, plain
from basedon.prose.titles import read_title
from basedon.prose.tokens import tokens


@given(st.text(max_size=200))
def test_plain_text_keeps_every_offset(text):
    assert len(plain(text)) == len(text)
    plain(text).encode()


@given(st.text(max_size=200))
def test_tokens_lie_in_the_text(text):
    sentence = plain(text)
    end = 0
    for token in tokens(sentence):
        assert end <= token.start < token.end
        assert sentence[token.start : token.end] == token.text
        end = token.end


def test_every_cue_has_a_name_of_its_own_and_no_group_that_would_shift_the_others():
    assert len({cue.name for cue in cues.CUES}) == len(cues.CUES)
    for cue in cues.CUES:
        assert "(" not in cue.pattern.replace("(?", "").replace("\\(", ""), cue.name
        compiled(cue.pattern)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Holt and starring", ["Ada Holt"]),
        ("Ada Holt, Jon Pyke and Leo P. Finch.", ["Ada Holt", "Jon Pyke", "Leo P. Finch"]),
        ("Ada Holt, Harbour Pictures released it", ["Ada Holt"]),
        ("J. R. R. Finch", ["J. R. R. Finch"]),
        ("Honoré de Balzac", ["Honoré de Balzac"]),
        ("Simone de Beauvoir's novel", ["Simone de Beauvoir"]),
        ('Ned "Ace" Vale is', ['Ned "Ace" Vale']),
        ("Ned Vale, Jr. and", ["Ned Vale, Jr."]),
        ("the Vale family", []),
        ("The Harbour", []),
    ],
)
def test_names(text, names):
    words = tokens(text)
    assert [name_text(text, words, span) for span in read_names(words, 0)[0]] == names


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The Glass Harbour by Ada Holt", "The Glass Harbour"),
        ('"Low Water," a story', "Low Water"),
        ("Pride and Prejudice by", "Pride and Prejudice"),
        ("Farewell, My Harbour by Ada Holt", "Farewell, My Harbour"),
        ("Farewell, Ada Holt wrote", "Farewell"),
        ("Miracle in Cell No. 7, a film", "Miracle in Cell No. 7"),
        ("The 13th Man by", "The 13th Man"),
        ("No, No, Nanette and", "No, No, Nanette"),
        ("La lune rousse by", "La lune rousse"),
        ("Her Mule: A Tale of the Ring by", "Her Mule: A Tale of the Ring"),
        ("Red Harvest Moon was", "Red Harvest Moon"),
        ("a small town", None),
        ("The who", None),
    ],
)
def test_titles(text, title):
    read = read_title(text, tokens(text), 0, "Red Harvest Moon")
    assert (read[0] if read else None) == title


@pytest.mark.parametrize(
    ("before", "whose"),
    [
        ("The film is ", "film"),
        ("It was ", "film"),
        ("", "film"),
        ("The Lantern is a 1987 film directed by Omar Reyes and ", "film"),
        ("The screenplay by Mara Quint is ", "film"),
        ("The novel was ", "other"),
        ("A television series ", "other"),
        ("The film's score was ", "other"),
        ("The title of the film is ", "other"),
        ("The Lantern's costumes are ", "other"),
        ("It includes a ship ", "thing"),
    ],
)
def test_whom_a_cue_speaks_of(before, whose):
    assert subjects.subject(before + "based on", len(before), "The Lantern", sourced=False) == whose
