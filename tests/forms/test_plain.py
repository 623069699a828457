"""Outside text is made safe, measured and wrapped."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.forms import plain

ANY = st.text(st.characters(), max_size=200)
NASTY = st.text(
    st.sampled_from("a \x1b[]31m;\\\x07\x9b\x9d\x9c\u202e\u200b\u200d\u0301क\u094dق七\n\u3164"), max_size=60
)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Oldboy", "Oldboy"),
        ("  two \t\n words ", "two words"),
        ("\x1b[1;31mRed\x1b[0m", "Red"),
        ("\x1b]0;title\x07after", "after"),
        ("\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\", "click"),
        ("\x1b]0;never ended", "0;never ended"),
        ("\x9b2Jgone", "gone"),
        ("abc\x08\x08\x7f", "abc"),
        ("x\u202egpj.exe", "xgpj.exe"),
        ("pay\u200bpal\ufeff", "paypal"),
        ("wo\u200drd", "word"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("a\u3164\u2800b", "a b"),
        ("e\u0301", "é"),
        ("one\u2028two", "one two"),
        ("\ud800half\uffff", "half"),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert plain.clean(text) == cleaned


@given(ANY | NASTY)
def test_clean_leaves_nothing_that_acts(text: str) -> None:
    cleaned = plain.clean(text)
    for letter in cleaned:
        assert unicodedata.category(letter) not in ("Cc", "Cs", "Co", "Zl", "Zp")
        assert unicodedata.category(letter) != "Cf" or letter in "\u200c\u200d"
    assert cleaned == cleaned.strip()
    assert "  " not in cleaned


@given(ANY | NASTY)
def test_clean_twice_is_clean_once(text: str) -> None:
    once = plain.clean(text)
    assert plain.clean(once) == once


@given(st.text(st.characters(categories=["Lu", "Ll", "Lo"], max_codepoint=0x7FF), min_size=1))
def test_clean_keeps_letters(text: str) -> None:
    assert plain.clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    "text", ["\x1b[" * 50_000, "\x1b]" * 50_000, "\x9d" + "x" * 100_000, "a" + "\u0301\u0323" * 50_000]
)
def test_clean_takes_linear_time(text: str) -> None:
    began = time.process_time()
    plain.clean(text)
    assert time.process_time() - began < 2


def test_stacked_marks_are_cut() -> None:
    assert len(plain.clean("Z" + "\u0301" * 5000 + "algo")) < 12


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("7번방", 5), ("七号房", 6), ("é", 1), ("e\u0301", 1), ("ｆ", 2), ("ق", 1)]
)
def test_width(text: str, columns: int) -> None:
    assert plain.width(text) == columns


@given(ANY | NASTY, st.integers(2, 90))
def test_cut_fits_and_keeps_the_start(text: str, columns: int) -> None:
    shown = plain.cut(text, columns)
    assert plain.width(shown) <= columns
    if plain.width(text) <= columns and len(text) <= columns:
        assert shown == text
    elif shown != text:
        assert shown.endswith("…")
        assert text.startswith(shown[:-1])


@given(ANY | NASTY, st.integers(2, 90))
def test_wrap_fits_and_loses_nothing(text: str, columns: int) -> None:
    lines = plain.wrap(plain.clean(text), columns)
    assert all(plain.width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == plain.clean(text).replace(" ", "")


@given(ANY | NASTY, st.integers(2, 90), st.integers(1, 4))
def test_wrap_keeps_to_its_lines_and_says_when_it_cut(text: str, columns: int, most: int) -> None:
    text = plain.clean(text)
    whole, lines = plain.wrap(text, columns), plain.wrap(text, columns, most)
    assert len(lines) <= most
    assert all(plain.width(line) <= columns for line in lines)
    assert lines == whole if len(whole) <= most else lines[-1].endswith("…")


def test_wrap_breaks_at_blanks_and_within_long_words() -> None:
    assert plain.wrap("the good the bad", 8) == ["the good", "the bad"]
    assert plain.wrap("七号房的礼物", 5) == ["七号", "房的", "礼物"]


@pytest.mark.parametrize(
    ("title", "year", "shown"),
    [
        ("Oldboy", 2003, "Oldboy (2003)"),
        ("Medea", -431, "Medea (431 BC)"),
        ("Oldboy", None, "Oldboy"),
        ("\u200b", 2003, "untitled (2003)"),
    ],
)
def test_titled(title: str, year: int | None, shown: str) -> None:
    assert plain.titled(title, year) == shown


def test_no_title_is_endless() -> None:
    shown = plain.titled("x" * 10_000, 2003)
    assert shown.endswith("… (2003)")
    assert len(shown) < 180


def test_names() -> None:
    assert plain.names(["A"]) == "A"
    assert plain.names(["A", "B", "C"]) == "A, B and C"
    assert plain.names(["A", "B", "C", "D"], most=2) == "A, B and 2 more"
    assert plain.names(["\x00"]) == ""
    assert plain.names([]) == ""
    assert plain.credit("by", ["\x00"]) == ""


@pytest.mark.parametrize(
    ("probability", "said"),
    [(0, "under 1%"), (0.004, "under 1%"), (0.31, "31%"), (0.5, "50%"), (0.999, "over 99%"), (1, "over 99%")],
)
def test_percent_never_claims_certainty(probability: float, said: str) -> None:
    assert plain.percent(probability) == said


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://en.wikipedia.org/wiki/Oldboy_(2003_film)", "https://en.wikipedia.org/wiki/Oldboy_(2003_film)"),
        ("https://ko.wikipedia.org/wiki/7번방", "https://ko.wikipedia.org/wiki/7%EB%B2%88%EB%B0%A9"),
        ('https://x.example/"><script>', "https://x.example/%22%3E%3Cscript%3E"),
        ("javascript:alert(1)", None),
        ("JAVASCRIPT:alert(1)//https://x.example", None),
        ("data:text/html,x", None),
        ("https://user:secret@x.example/", None),
        ("https://two words.example", None),
        ("//x.example", None),
        ("", None),
        (None, None),
    ],
)
def test_link(url: str | None, kept: str | None) -> None:
    assert plain.link(url) == kept


@given(ANY)
def test_link_is_plain_ascii_or_nothing(text: str) -> None:
    url = plain.link(f"https://x.example/{text}")
    assert url is None or (url.isascii() and url.isprintable() and not set(url) & set('<>"\\ `{}|^'))


@pytest.mark.parametrize(
    ("identifier", "page"),
    [
        ("wikidata:Q42", "https://www.wikidata.org/wiki/Q42"),
        ("imdb:tt0364569", "https://www.imdb.com/title/tt0364569/"),
        ("imdb:nm0661791", "https://www.imdb.com/name/nm0661791/"),
        ("wikidata:Q42/../evil", None),
        ("wikidata:Q٤٢", None),
        ("curated:oldboy", None),
        ("", None),
        (None, None),
    ],
)
def test_page_of(identifier: str | None, page: str | None) -> None:
    assert plain.page_of(identifier) == page
