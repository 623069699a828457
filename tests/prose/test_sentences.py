"""Where sentences end, and where they don't."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.prose.sentences import LONGEST, split

CASES = [
    ("It is short. It ends.", ["It is short.", "It ends."]),
    ("It is by J. R. R. Finch. It ends.", ["It is by J. R. R. Finch.", "It ends."]),
    ("Directed by D. A. Roth and Leo Finch, it ran.", ["Directed by D. A. Roth and Leo Finch, it ran."]),
    ("Mr. Hale met Dr. Roth. They left.", ["Mr. Hale met Dr. Roth.", "They left."]),
    ("It opened in the U.S. The film ran.", ["It opened in the U.S.", "The film ran."]),
    ("It opened in the U.S. Virgin Islands.", ["It opened in the U.S. Virgin Islands."]),
    ("It is set in Cell No. 7 of a jail.", ["It is set in Cell No. 7 of a jail."]),
    ("It stars Ned Vale Jr. and Bea Lind.", ["It stars Ned Vale Jr. and Bea Lind."]),
    ("It was made by Vale Bros. It ran.", ["It was made by Vale Bros.", "It ran."]),
    ("It is Hale vs. Roth again.", ["It is Hale vs. Roth again."]),
    ('It is based on "Low Water." Its star is Ned.', ['It is based on "Low Water."', "Its star is Ned."]),
    ("He asks: Who goes there? She is silent.", ["He asks: Who goes there?", "She is silent."]),
    ("Who Goes There? is a film.", ["Who Goes There? is a film."]),
    ("Help! (1965) is a film. It ran.", ["Help! (1965) is a film.", "It ran."]),
    ("He waits... and waits. It ends.", ["He waits... and waits.", "It ends."]),
    ("It (like others. Of its day) ran. It ended.", ["It (like others. Of its day) ran.", "It ended."]),
    ("It stars Ivo Brandt.It is short.", ["It stars Ivo Brandt.", "It is short."]),
    ("A title\nThe film ran.", ["A title", "The film ran."]),
    ("A line broken\ninside goes on.", ["A line broken\ninside goes on."]),
    ("St. Ives is a town. Mt. Hale is not.", ["St. Ives is a town.", "Mt. Hale is not."]),
    ("It is by William C. deMille. He wrote it.", ["It is by William C. deMille.", "He wrote it."]),
    ("", []),
    (" \n ", []),
]


@pytest.mark.parametrize(("text", "sentences"), CASES, ids=lambda value: str(value)[:40])
def test_sentences(text, sentences):
    assert [span.text for span in split(text)] == sentences


@given(st.text(alphabet=st.sampled_from('aA.!?… \n()"”é7'), max_size=300) | st.text(max_size=300))
def test_spans_lie_in_the_text_and_leave_out_only_spaces(text):
    end = 0
    for span in split(text):
        assert text[end : span.start].strip() == ""
        assert text[span.start : span.end] == span.text == span.text.strip() != ""
        end = span.end
    assert text[end:].strip() == ""


def test_no_sentence_is_longer_than_the_bound():
    spans = split("word " * 2_000 + "x" * 5_000)
    assert max(len(span.text) for span in spans) <= LONGEST
    assert spans[0].text.endswith("word")
