"""Nothing private is left in a post that is shown, in whatever script it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.prose.posts import bare, may_be_shown

NAMES = st.text(alphabet="abzßñéжиאבعم山田कख", min_size=3, max_size=12)
DIGITS = st.sampled_from(["0123456789", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９"])
AROUND = "I loved this film so much and you {} can tell me of it"


@given(NAMES, NAMES)
def test_mails_handles_and_addresses(name: str, host: str) -> None:
    for private in (f"{name}@{host}.org", f"@{name}", f"＠{name}", f"https://{host}.org/{name}", f"u/{name}"):
        shown = bare(AROUND.format(private))
        assert private not in shown
        assert "@" not in shown
        assert "＠" not in shown
        assert not may_be_shown(shown)


@given(DIGITS, st.lists(st.integers(0, 9), min_size=9, max_size=13), st.sampled_from(["", " ", "-", "."]))
def test_phones(digits: str, number: list[int], between: str) -> None:
    shown = bare(AROUND.format(between.join(digits[one] for one in number)))
    assert not any(sign.isdigit() for sign in shown)
    assert not may_be_shown(shown)


@pytest.mark.parametrize("slur", ["Faggot", "RETARDED", "maricón", "kanake"])
def test_slurs(slur: str) -> None:
    assert not may_be_shown(AROUND.format(slur))
