"""Wikitext to a tree, and the tree to running text, fragments of cells, values and years; hostile text included."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.prose.countries import countries, languages
from basedon.prose.credits import people
from basedon.prose.wikitext import DEEPEST, Link, Template, bare, field, parse, sections, templates
from basedon.prose.wikitext_lines import fragments, items, prose, values, years

REAL = Path(__file__).parents[3] / "shared" / "data" / "wikitext"


def tree(text: str) -> list[object]:
    return [*parse(bare(text))]


def text_of(text: str) -> str:
    return prose(parse(bare(text)))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a<!-- {{x -->b", "ab"),
        ("a<!-- never closed", "a"),
        ("a<ref>{{cite|b]]</ref>c", "ac"),
        ('a<ref name="x" />b<REF>c</REF>d', "abd"),
        ("a<ref>never closed", "anever closed"),
        ("a<references>\n<ref>b</ref>\n</references>c", "ac"),
        ("a<gallery>\nFile:x.jpg\n</gallery>b", "ab"),
        ("a<refuge>b", "a<refuge>b"),
        ("a<ref", "a<ref"),
        ("a\x01b\x1fc", "abc"),
    ],
)
def test_what_is_no_text_is_taken_out_before_brackets_are_counted(text: str, left: str) -> None:
    assert bare(text) == left


def test_templates_and_links_hold_what_stands_in_them() -> None:
    (box,) = templates(
        parse("{{Infobox_film \n| Based_on = ''[[A (novel)|A]]'' by {{nowrap|B}}\n| name=\n|one|2=two}}")
    )
    assert box.name == "infobox film"
    held = box.fields()
    assert set(held) == {"basedon", "name", "2"}
    assert held["name"] == []
    assert [type(node) for node in held["basedon"]] == [str, Link, str, Template, str]
    assert box.positional() == [["one"], ["two"]]


def test_an_argument_that_is_given_twice_counts_as_given_last_unless_that_is_empty() -> None:
    (box,) = templates(parse("{{x|a=1|a=2|b=3|b= }}"))
    assert box.fields() == {"a": ["2"], "b": ["3"]}


def test_names_of_arguments_are_compared_without_spaces_and_capitals() -> None:
    assert field(" Based_on ") == field("based on") == field("Based-On") == "basedon"


@pytest.mark.parametrize("text", ["{{a|b", "[[a|b", "a}}", "a]]", "|", "{|", "{{{{{{", "]]}}"])
def test_brackets_that_do_not_fit_are_text(text: str) -> None:
    shown = "".join(node for node in parse(text) if isinstance(node, str))
    assert shown == text


def test_a_link_left_open_in_a_template_does_not_swallow_the_page() -> None:
    nodes = tree("{{a|[[b|c}} d")
    assert [type(node) for node in nodes] == [Template, str]


def test_tables_are_left_out_and_empty_last_arguments_are_no_ends_of_tables() -> None:
    assert text_of("a\n{| class=x\n| {{b}}\n|-\n| c\n|}\nd") == "a\nd"
    assert text_of("{{x\n|}}a") == "a"


def test_what_is_nested_deeper_than_the_bound_is_text() -> None:
    deep = "{{a|" * (DEEPEST + 10) + "x" + "}}" * (DEEPEST + 10)
    assert isinstance(parse(deep)[0], Template)


def test_sections_by_their_chief_headings() -> None:
    cut = sections(
        "lead\n=== Small ===\nmore\n== Plot ==\none\n=== Part ===\ntwo\n==Cast==  \nthree\n== no heading\n=="
    )
    assert [name for name, _ in cut] == ["", "small", "plot", "cast"]
    assert cut[0][1].strip() == "lead"
    assert "two" in cut[2][1]


PROSE = [
    ("'''''Low Tide''''' is a [[drama film|drama]] film by [[Ann Hale]].", "Low Tide is a drama film by Ann Hale."),
    ("'''Fog''' ({{lang-ko|안개}}; {{IPAc-en|f|ɒ|g}}, lit. {{gloss|mist}}) is a film.", "Fog is a film."),
    ("'''Fog''' (Korean: {{lang|ko|안개}}) is a film.", "Fog (Korean: 안개) is a film."),
    ("'''Fog''' ({{IPA|x}}; ''Mist'') is a film.", "Fog (Mist) is a film."),
    ("''Low Tide'''s end, ''Fog''{{'s}} start, '''''Ebb''''''s", "Low Tide's end, Fog's start, Ebb's"),
    ("It cost $5&nbsp;million &ndash; in {{circa|1950}}.", "It cost $5 million – in c. 1950."),
    ("the sinking of the {{SS|Aurora}}", "the sinking of the SS Aurora"),
    ("It opened on {{start date|1931|3|1|df=y}}.", "It opened on March 1, 1931."),
    ("by {{nowrap|Ann Hale}}, {{ill|Ole Dahl|no}}{{efn|no}}{{sfn|S|2001|p=3}}.", "by Ann Hale, Ole Dahl."),
    ("one<br />two\nthree\n\nfour", "one two three\nfour"),
    (":''For the novel, see [[Fog (novel)]].''\n'''Fog''' is a film.", "Fog is a film."),
    ("{{About|x|y}}\n{{Use mdy dates|date=May 2013}}\n[[File:a.jpg|thumb|A [[b]] c]]\nFog is.", "Fog is."),
    ("two remakes:\n* ''Ebb''\n* ''Flow''", "two remakes:\nEbb\nFlow"),
    ("[https://a.example/b?c=d The site] says. [[Category:1990 films]]__NOTOC__", "The site says."),
    ("the novel ''{{lang|fr|[[Marée basse]]}}'' by Ida", "the novel Marée basse by Ida"),
    ("<small>''Fog''</small> is <span style=\"x\">a</span> film", "Fog is a film"),
    ("[[:Category:1990 films|films of 1990]] and [[#Cast|cast]]", "films of 1990 and cast"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shown"), PROSE, ids=[shown[:30] for _, shown in PROSE])
def test_running_text(text: str, shown: str) -> None:
    assert text_of(text) == shown


CELLS = [
    ("[[Ann Hale]]<br />[[Bob Reed (actor)|Bob Reed]]", ["Ann Hale", "Bob Reed"]),
    ("{{ubl|[[Ann Hale]]|Bob Reed}}", ["Ann Hale", "Bob Reed"]),
    ("{{Plainlist|\n* [[Ann Hale]]\n*{{nowrap|Bob Reed}}<!-- no -->\n}}", ["Ann Hale", "Bob Reed"]),
    ("{{unbulleted list|1=Ann Hale|2=[[Bob Reed]]<ref>x, y</ref>}}", ["Ann Hale", "Bob Reed"]),
    ("{{hlist|Ann Hale|Bob Reed}}", ["Ann Hale", "Bob Reed"]),
    ("{{collapsible list|title=Cast|[[Ann Hale]]|[[Bob Reed]]}}", ["Ann Hale", "Bob Reed"]),
    ("{{startplainlist}}\n* Ann Hale\n* Bob Reed\n{{endplainlist}}", ["Ann Hale", "Bob Reed"]),
    ("''[[Low Tide (novel)|Low]] [[Tide]]'' by [[Ida Brandt]]", ["Low Tide", "by", "Ida Brandt"]),
    ("{{Based on|''Low Tide''|[[Ida Brandt]]|Sam Orr}}", ["Low Tide", "by", "Ida Brandt", "Sam Orr"]),
    ("{{based on|''Low Tide''}}", ["Low Tide"]),
    ("\"[[The Ferry]]\" by Ida", ['"', "The Ferry", '" by Ida']),
    ("{{sortname|Ann|Hale}} {{small|(uncredited)}}", ["Ann Hale", "(uncredited)"]),
    (" ", []),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "found"), CELLS, ids=[cell[:24] for cell, _ in CELLS])
def test_fragments_of_a_cell(cell: str, found: list[str]) -> None:
    assert fragments(parse(bare(cell))) == found


def test_a_cell_s_lists_item_by_item() -> None:
    cell = parse("{{plainlist|\n* ''Low Tide''<br>by Ida\n* {{Based on|''Fog''|{{ubl|Sam|Ann}}}}\n}}")
    assert items(cell) == [["Low Tide", "by Ida"], ["Fog", "by", "Sam", "Ann"]]


def test_remarks_in_brackets_can_be_left_out() -> None:
    assert fragments(parse("Ann Hale (as [[A. H.]])"), remarks=False) == ["Ann Hale"]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("{{Film date|2012|9|8|[[2012 Festival|TIFF]]|2013|1|23|UK|df=y}}", [2012, 2013]),
        ("{{start date|1998}}", [1998]),
        ("{{Release date|24 May 2013}}", [2013]),
        ("23 January 1950 (UK)<br />1994 (again)", [1950, 1994]),
        ("{{flagicon|JPN}} [[1950年]][[7月10日]]", [1950]),
        ("23.01.2013, $1999", [2013]),
        ("{{Film date|TBA}}", []),
    ],
)
def test_years_of_dates(cell: str, found: list[int]) -> None:
    assert years(parse(cell)) == found


def test_values_are_lines() -> None:
    assert values(parse("''The Hunger:''<br />Part&nbsp;2")) == ["The Hunger:", "Part 2"]


def test_countries_and_languages_of_cells() -> None:
    cell = parse("{{flag|United Kingdom}}<br>{{USA}}, West Germany / Atlantis {{flagicon|FRA}} [[France]]")
    assert countries(fragments(cell, loose=True)) == ["United Kingdom", "United States", "West Germany", "France"]
    assert languages(["English, Old Norse", "silent", "with subtitles"]) == ["English", "Old Norse"]


@pytest.mark.parametrize(
    ("language", "cell", "lands", "tongue", "tongues"),
    [
        ("de", "Vereinigte Staaten, Südkorea", ["United States", "South Korea"], "Englisch", ["English"]),
        ("fr", "États-Unis, Tchéquie", ["United States", "Czech Republic"], "coréen", ["Korean"]),
        ("es", "Estados Unidos y España", ["United States", "Spain"], "Inglés", ["English"]),
        ("it", "Stati Uniti d'America", ["United States"], "francese", ["French"]),
        ("pt", "Coreia do Sul", ["South Korea"], "inglês", ["English"]),
        ("tr", "ABD, Türkiye", ["United States", "Turkey"], "Türkçe", ["Turkish"]),
        ("ko", "대한민국, 미국", ["South Korea", "United States"], "한국어", ["Korean"]),
        ("ja", "日本・アメリカ合衆国", ["Japan", "United States"], "日本語", ["Japanese"]),
        ("zh", "香港、美國", ["Hong Kong", "United States"], "粵語", ["Cantonese"]),
        ("de", "Mordor", [], "Elbisch", []),
    ],
)
def test_countries_and_languages_in_other_languages(
    language: str, cell: str, lands: list[str], tongue: str, tongues: list[str]
) -> None:
    assert countries([cell], language) == lands
    assert languages([tongue], language) == tongues


def test_people_of_cells() -> None:
    assert people(["Screenplay:", "Ann Lee, Sam Orr, Jr.", "and", "(uncredited)", "4"]) == ["Ann Lee", "Sam Orr, Jr."]


MARKUP = [
    "{{",
    "}}",
    "[[",
    "]]",
    "|",
    "''",
    "'''",
    "<ref>",
    "</ref>",
    "<!--",
    "-->",
    "{|",
    "\n|}",
    "\n",
    "=",
    "\n==",
    "x",
]


@given(st.lists(st.sampled_from(MARKUP) | st.text(max_size=5), max_size=60).map("".join))
def test_any_text_can_be_read(text: str) -> None:
    for _, part in sections(bare(text)):
        nodes = parse(part)
        prose(nodes)
        items(nodes, loose=True)
        values(nodes)
        years(nodes)
        for box in templates(nodes):
            box.fields()
            box.positional()


@pytest.mark.parametrize(
    "unit",
    ["{{a|", "[[a|", "{{", "<ref>", "<ref ", "<b", "''", "{|\n", "\n==", "\n== a ==", "{{a|b=", "[http://a ", "( ;",
     "; ", "{{ubl|", "}}{{", "<!-", "&#", "'''", "(pronounced ", "\n* "],
)  # fmt: skip
def test_a_megabyte_of_half_open_markup_takes_no_longer_than_any_other(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    start = time.process_time()
    nodes = parse(sections(bare(text))[0][1])
    prose(nodes)
    items(nodes)
    assert time.process_time() - start < 5


def test_soups_of_markup_are_read_in_bounded_time() -> None:
    draw = random.Random(7)  # noqa: S311
    for _ in range(3):
        text = "".join(draw.choice(MARKUP) for _ in range(150_000))
        start = time.process_time()
        nodes = parse(bare(text))
        prose(nodes)
        items(nodes)
        assert time.process_time() - start < 5


@pytest.mark.skipif(not REAL.is_dir(), reason="the pages are not at hand")
@pytest.mark.parametrize("path", sorted(REAL.glob("*.txt")) if REAL.is_dir() else [], ids=lambda path: path.stem)
def test_pages_as_they_are(path: Path) -> None:
    if path.stem.isupper():
        pytest.skip("says where the pages are from")
    nodes = parse(sections(bare(path.read_text("utf-8")))[0][1])
    box = next(node for node in templates(nodes) if node.name == "infobox film")
    held = box.fields()
    assert len(fragments(held["starring"])) >= 5
    assert countries(fragments(held["country"], loose=True))[0] == "United States"
    assert years(held["released"])
    assert not set("{}[]<>|") & set(prose(nodes))
