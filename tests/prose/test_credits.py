"""The people of infobox cells and of lists of a cast, given as fragments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.prose.credits import cast, people


@pytest.mark.parametrize(
    ("fragments", "names"),
    [
        (["Ann Lee", "(as", "Bo Orr", ")", "Cy Dunn"], ["Ann Lee", "Cy Dunn"]),
        (["Ann Lee (", "co-directed", ")", "Cy Dunn"], ["Ann Lee", "Cy Dunn"]),
        (["Ann Lee (story)", "Ann Lee (screenplay)"], ["Ann Lee"]),
        (["(never closed", "Ann Lee"], ["Ann Lee"]),
        (["screenplay)", "Ann Lee"], ["Ann Lee"]),
        (["Dan (Tex) Orr (actor)"], ["Dan Orr"]),
        (["Ann Lee", "(Swedish)", "Cy Dunn"], ["Ann Lee", "Cy Dunn"]),
        (["Ann Lee]]", "[a]", "Cy Dunn"], ["Ann Lee", "Cy Dunn"]),
        (["Ann Lee and Bo Orr", "Cy Dunn & Di Earl"], ["Ann Lee", "Bo Orr", "Cy Dunn", "Di Earl"]),
        (["Al & Bo Orr"], ["Al Orr", "Bo Orr"]),
        (["Cy and the Lamps", "Dunn and Earl"], ["Cy and the Lamps", "Dunn and Earl"]),
        (["Based on the book by", "Ann Lee", "Various actors", "Screenplay by Bo Orr"], ["Ann Lee"]),
        (["Oak Productions Inc.", "Ann Lee"], ["Ann Lee"]),
        (["and Ann Lee", "the", "life of"], ["Ann Lee"]),
        (["will.i.am", "50 Cent", "."], ["will.i.am", "50 Cent"]),
    ],
)
def test_people_of_cells(fragments: list[str], names: list[str]) -> None:
    assert people(fragments) == names


@pytest.mark.parametrize(
    ("fragments", "names"),
    [
        (["Bo Orr", "(Director", "Screenplay)", "Ann Lee"], ["Ann Lee"]),
        (["writer)", "Ann Lee"], ["Ann Lee"]),
        (["Ann Lee", "(", "Best Actress", "nominee)", "Bo Orr"], ["Ann Lee", "Bo Orr"]),
        (["Ann Lee (actress and writer)", "voices of", "Bo Orr", "and"], ["Ann Lee", "Bo Orr"]),
        (["the long life of", "Ann Lee"], []),
        (["Ann Lee", "survivors", "Bo Orr"], []),
    ],
)
def test_cast_is_who_plays(fragments: list[str], names: list[str]) -> None:
    assert cast(fragments) == names


@given(st.lists(st.text("Ab ()[],&.", max_size=8), max_size=12))
def test_no_name_holds_a_bracket(fragments: list[str]) -> None:
    for name in people(fragments):
        assert not set(name) & set("()[]")
