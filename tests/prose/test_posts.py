"""The words of posts made plain, and which may be shown."""

# ruff: noqa: E501  # posts are one line each
from __future__ import annotations

import pytest

from basedon.prose.posts import LONGEST, bare, cleaned, may_be_shown


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<p>I <b>cried</b>.<br>So&nbsp;much &amp; more</p><p>x</p>", "I cried.\nSo\xa0much & more\n\nx"),
        ("cr\u200bied \u202eat\u202c it", "cried at it"),
        ("𝓘 𝓬𝓻𝓲𝓮𝓭", "I cried"),
        ("a < b and c > d", "a < b and c > d"),
        ("Z\u0300\u0301\u0302\u0303\u0304algo", "Zalgo"),
        ("tab\x00bed\x7f", "tabbed"),
        ("plain", "plain"),
    ],
)
def test_cleaned(text: str, plain: str) -> None:
    assert cleaned(text).strip() == plain


def test_a_post_of_a_megabyte_is_cut() -> None:
    assert len(cleaned("I cried. " * 200_000)) == LONGEST


def test_nothing_private_is_left() -> None:
    text = "Mail me@example.org or +49 170 1234567, see https://x.org/a?b and @some.one, /u/somebody [here](http://y.z) www.a.de"
    shown = bare(text)
    for private in ("example.org", "1234567", "x.org", "some.one", "somebody", "y.z", "www"):
        assert private not in shown
    assert "here" in shown


def test_what_may_be_shown() -> None:
    assert may_be_shown("I cried like a child at the end of it.")
    assert not may_be_shown("cried")
    assert not may_be_shown("I CRIED SO HARD AT THE END OF THIS FILM")
    assert not may_be_shown("this faggot film made me cry a lot, really")
    assert not may_be_shown("see … for why I cried over this one")
    assert not may_be_shown("10/10 12/10 1234 5678 90 ::: --- +++ !!! ???")
