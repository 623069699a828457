"""The page, read back by an HTML parser: well nested, accessible, and asking nobody for anything."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.forms import page, show
from basedon.forms.plain import sentence, titled

VOID = {"meta", "br"}
ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "main", "article", "section", "footer", "div", "span"),
    *("h1", "h2", "h3", "p", "br", "a", "bdi", "strong", "blockquote", "ul", "li"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


class Reader(HTMLParser):
    """Collects a page's elements, attributes and text, and sees that they nest."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(text)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED, tag
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag == "li":
            assert self.open[-1] == "ul"
        if tag not in VOID:
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.texts[tag][-1] += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def answers(make: SimpleNamespace) -> list[object]:
    return [
        make.film(),
        make.asked(),
        make.asked(kind="lineage", tree=make.tree),
        make.asked(kind="listing", table=make.table, work=None, story=None),
        make.missed(needs=("posts",)),
    ]


def test_every_page_is_well_formed_and_alone(make: SimpleNamespace) -> None:
    for answer in answers(make):
        text = show(answer, "html")
        read = Reader(text)
        assert text.startswith("<!DOCTYPE html>\n<html lang=")
        assert read.tags.count("h1") == read.tags.count("main") == read.tags.count("title") == 1
        assert not {"script", "img", "link", "iframe", "form"} & set(read.tags)
        assert "url(" not in text
        assert "@import" not in text
        assert {name for _, name, _ in read.attributes}.isdisjoint({"src", "style", "onclick", "onerror", "id"})
        assert ("html", "lang", "en") in read.attributes
        assert any(value.startswith("width=device-width") for tag, _, value in read.attributes if tag == "meta")


def test_headings_go_down_step_by_step(make: SimpleNamespace) -> None:
    for answer in answers(make):
        levels = [int(tag[1]) for tag in Reader(show(answer, "html")).tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_light_and_dark_narrow_and_wide() -> None:
    assert "color-scheme: light dark" in page.STYLE
    assert "@media (prefers-color-scheme: dark)" in page.STYLE
    assert "max-width: 42rem" in page.STYLE
    assert not re.search(r"(?<!max-)width: \d+px", page.STYLE)


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1])
def test_every_colour_of_text_stands_out(scheme: int) -> None:
    light, dark = page.STYLE.split("@media (prefers-color-scheme: dark)")
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", (light, dark)[scheme]))
    ground = luminance(colours["page"])
    for name in ("text", "soft", "link", "for", "against", "context"):
        brighter, darker = sorted((luminance(colours[name]), ground), reverse=True)
        assert (brighter + 0.05) / (darker + 0.05) >= 4.5, name


def test_the_stance_is_said_in_words(make: SimpleNamespace) -> None:
    assert Reader(show(make.asked(), "html")).texts["h3"] == ["For", "Against", "Context"]


def test_evidence_is_linked_and_quoted(make: SimpleNamespace) -> None:
    read = Reader(show(make.asked(), "html"))
    assert ("a", "href", "https://en.wikipedia.org/wiki/Miracle_in_Cell_No._7") in read.attributes
    assert read.texts["blockquote"] == ["“The film is fiction, and only one detail recalls a real case.”"]
    assert "Catalogue 3f9ac1d2, as of 2025-09-01Wrong? Mend the record: wikipedia" in read.texts["footer"][0]


def test_a_table_can_be_reached_and_read_aloud(make: SimpleNamespace) -> None:
    read = Reader(show(make.asked(kind="listing", table=make.table), "html"))
    assert read.texts["th"] == ["title", "year", "imdb", "tear rate"]
    assert read.texts["td"] == [
        "7. Koğuştaki Mucize",
        "2019",
        "tt10431500",
        "0.4123",
        "Miracle in Cell No. 7",
        "2022",
        "",
        "",
    ]
    assert {("th", "scope", "col"), ("div", "tabindex", "0"), ("div", "role", "region")} <= set(read.attributes)


def test_the_lineage_is_a_nested_list_with_the_film_marked(make: SimpleNamespace) -> None:
    read = Reader(show(make.asked(kind="lineage", tree=make.tree), "html"))
    assert read.attributes.count(("strong", "aria-current", "true")) == 1


def test_hostile_text_stays_text(make: SimpleNamespace, hostile: str) -> None:
    read = Reader(show(make.hostile(hostile), "html"))
    for _, name, value in read.attributes:
        assert not name.startswith("on")
        if name == "href":
            assert value.startswith(("https://www.wikidata.org/", "https://www.imdb.com/"))
    assert sentence(hostile) in read.texts["h1"][0]


@given(st.text())
def test_any_title_is_shown_as_it_is(make: SimpleNamespace, title: str) -> None:
    read = Reader(show(make.film(work=make.work(title=title)), "html"))
    assert read.texts["title"] == read.texts["h1"] == [titled(title, 2013)]


def test_a_fragment_has_no_document_around_it(make: SimpleNamespace) -> None:
    text = page.fragment(make.asked())
    assert text.startswith("<article>")
    assert not {"html", "head", "style", "body"} & set(Reader(text).tags)
