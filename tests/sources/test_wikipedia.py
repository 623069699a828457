"""Pages of Wikipedia's dump, written for these tests: what they say, and where, and pages that can't be read."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.model.issue import Issue
from basedon.model.record import Record
from basedon.model.statement import Predicate, Statement, Target
from basedon.sources.wikipedia import LONGEST, keep, read
from basedon.sources.wikipedia_boxes import BOXES

REAL = Path(__file__).parents[3] / "shared" / "data" / "wikitext"

LOW_TIDE = """{{short description|2013 film by Ann Hale}}
{{About|the film|the novel|Low Tide (novel)}}
{{Use British English|date=May 2013}}
{{Infobox film
| name           = Low Tide
| native_name    = {{Infobox name module|language=Korean|title=썰물}}
| image          = Low Tide poster.jpg
| director       = [[Ann Hale]]<br/>[[Bob Reed (director)|Bob Reed]]{{efn|Credited as Robert.}}
| producer       = {{hlist|[[Pam One]]|[[Pam Two]]}}
| writer         = '''Story:'''<br />[[Ann Lee]] {{small|(uncredited)}}
| screenplay     = {{ubl|Ida Wells|Sam Orr, Jr.}}
| based_on       = {{Based on|''[[Low Tide (novel)|Low Tide]]''|[[Ida Brandt]]}}
| starring       = {{Plainlist|
* [[Tom Vance]]
* {{nowrap|[[Ella Reed]]}}<!-- per billing -->
* {{ill|Ole Dahl|no}}
}}
| released       = {{Film date|2013|1|23|United Kingdom|2013|9|8|ref1=<ref>{{cite web|url=https://a.example/?b=c}}</ref>}}
| runtime        = 116 minutes{{citation needed|date=May 2019}}
| country        = {{Plainlist|
* {{flag|United Kingdom}}<ref name="seas" />
* South Korea
}}
| language       = English<br>Korean<ref>Some, they say</ref>
}}
'''''Low Tide''''' ({{lang-ko|썰물}}; {{IPAc-en|l|oʊ}}) is a 2013 British [[drama film|drama]] film directed by
[[Ann Hale]] and [[Bob Reed (director)|Bob Reed]]{{sfn|Smith|2013|p=3}} and based on the 1994 [[novel]]
''[[Low Tide (novel)|of the same name]]'' by [[Ida Brandt]].<ref>{{cite book|title=X}}</ref> It stars [[Tom Vance]].

The film was remade in 2016 as ''[[Ebb (film)|Ebb]]''.

== Plot ==
[[Tom]] tells a true story to the sea, and bases a plan on a book. A closing title says that the film is based on
the life of [[Ida Frost]].

== Cast ==
* [[Tom Vance]] as Tom

== External links ==
* {{IMDb title|id=9000001|title=Low Tide}}
* {{IMDb title|9000002|Low Tide (1970)}}
* {{IMDb name|0000001}}
{{DEFAULTSORT:Low Tide}}
[[Category:2013 films]]
[[Category:Films based on British novels|Low Tide]]
[[Category:British_films based on actual events]]
"""


def page(text: str, name: str = "Low Tide (2013 film)", space: int = 0, more: str = "") -> bytes:
    """A page as it stands in a dump."""
    return (
        f"  <page>\n    <title>{escape(name)}</title>\n    <ns>{space}</ns>\n    <id>7</id>\n{more}"
        "    <revision>\n      <id>8</id>\n      <model>wikitext</model>\n"
        f'      <text bytes="{len(text)}" xml:space="preserve">{escape(text)}</text>\n    </revision>\n  </page>\n'
    ).encode()


def box(name: str = "The Film", **cells: str) -> str:
    return (
        "{{Infobox film\n" + "".join(f"| {key} = {value}\n" for key, value in {"name": name, **cells}.items()) + "}}\n"
    )


def record(text: str, name: str = "Low Tide (2013 film)", language: str = "en") -> Record:
    (found,) = read(page(text, name), language)
    assert isinstance(found, Record)
    return found


def said(record: Record, *predicates: Predicate, at: str = "") -> list[Any]:
    """Targets of some predicates, those said at places that begin so."""
    return [s.target for s in record.says if s.predicate in predicates and s.evidence[0].locator.startswith(at)]


def titles(record: Record, predicate: Predicate, at: str = "infobox") -> list[str | None]:
    return [target.title for target in said(record, predicate, at=at)]


@pytest.fixture(scope="module")
def low_tide() -> Record:
    return record(LOW_TIDE)


def test_all_statements_are_of_the_page_and_say_where_they_were_read(low_tide: Record) -> None:
    assert low_tide.subject == "wikipedia:Low Tide (2013 film)"
    assert {s.subject for s in low_tide.says} == {low_tide.subject}
    assert {(e.source, e.record, e.quote) for s in low_tide.says for e in s.evidence} == {
        ("wikipedia", "Low Tide (2013 film)", None)
    }


@pytest.mark.parametrize(
    ("predicate", "locator", "found"),
    [
        (Predicate.TYPE, "infobox", [Target("film")]),
        (Predicate.TITLE, "infobox", [Target("Low Tide")]),
        (Predicate.ORIGINAL_TITLE, "infobox", [Target("썰물")]),
        (Predicate.YEAR, "infobox", [Target(year=2013)]),
        (Predicate.COUNTRY, "infobox", [Target("United Kingdom"), Target("South Korea")]),
        (Predicate.LANGUAGE, "infobox", [Target("English"), Target("Korean")]),
        (Predicate.DIRECTOR, "infobox", [Target("Ann Hale"), Target("Bob Reed")]),
        (Predicate.CAST_MEMBER, "infobox", [Target("Tom Vance"), Target("Ella Reed"), Target("Ole Dahl")]),
        (Predicate.WRITER, "infobox, Written by", [Target("Ann Lee"), Target("Ida Wells"), Target("Sam Orr, Jr.")]),
        (Predicate.READ, "infobox", [Target("infobox", year=3)]),
        (Predicate.BASED_ON, "infobox, Based on", [Target("Low Tide", creator="Ida Brandt")]),
        (Predicate.SAME_AS, "external links", [Target(id="imdb:tt9000001")]),
        (Predicate.YEAR, "lead", [Target(year=2013)]),
        (Predicate.COUNTRY, "lead", [Target("United Kingdom")]),
        (Predicate.DIRECTOR, "lead", [Target("Ann Hale"), Target("Bob Reed")]),
        (Predicate.GENRE, "lead", [Target("drama")]),
        (Predicate.READ, "lead", [Target("lead", year=3)]),
        (Predicate.BASED_ON, "lead, sentence 1", [Target("Low Tide", "novel", "Ida Brandt", 1994)]),
        (Predicate.REMADE_AS, "lead, sentence 3", [Target("Ebb", "film", year=2016)]),
        (Predicate.BASED_ON, "plot, sentence 2", [Target("Ida Frost", "person")]),
        (Predicate.BASED_ON, "category: Films based on British novels", [Target(type="novel")]),
        (Predicate.TRUE_STORY, "category: British films based on actual events", [Target()]),
    ],
)
def test_what_a_page_says(low_tide: Record, predicate: Predicate, locator: str, found: list[Target]) -> None:
    told = [s.target for s in low_tide.says if s.predicate is predicate and s.evidence[0].locator == locator]
    assert told == found


def test_a_page_says_nothing_else(low_tide: Record) -> None:
    assert len(low_tide.says) == 30
    assert not any(s.denied or s.hedge for s in low_tide.says)


BASED_ON: list[tuple[str, list[Target]]] = [
    ("''[[Fog (novel)|Fog]]''<br />by [[Ida Brandt]]<ref name=\"a, b\" />", [Target("Fog", creator="Ida Brandt")]),
    ("{{nowrap|{{Based on|''Lamps: A Life''|Ida Brandt}}}}", [Target("Lamps: A Life", creator="Ida Brandt")]),
    (
        "{{Plainlist|\n* {{Based on|''[[Fog]]''|[[Ida Brandt]]}}{{sfn|S}}\n* ''Grey''<br>by Sam Orr<br>Ann Lee}}",
        [Target("Fog", creator="Ida Brandt"), Target("Grey", creator="Sam Orr and Ann Lee")],
    ),
    ("{{ubl|''[[Fog]]''|by [[Ida Brandt]]|Sam Orr}}", [Target("Fog", creator="Ida Brandt and Sam Orr")]),
    ("{{ubl|''[[Fog]]'' by [[Ida Brandt]]|[[Lamps]]}}", [Target("Fog", creator="Ida Brandt"), Target("Lamps")]),
    (
        "{{unbulleted list|''Fog''|''Grey''<br>by [[Ida Brandt]]}}",
        [Target("Fog", creator="Ida Brandt"), Target("Grey", creator="Ida Brandt")],
    ),
    ("''Fog'' (1994 novel) by Ida Brandt{{efn|Uncredited.}}", [Target("Fog", "novel", "Ida Brandt", 1994)]),
    ("{{small|Based on the 1931 play}} ''Lamps'' {{small|by}} [[Ida]]", [Target("Lamps", "play", "Ida", 1931)]),
    (
        "{{Based on|\"[[The Lamp]]\"<br />1999 article in ''[[The Gazette]]''|Ida Brandt}}",
        [Target("The Lamp", "article", "Ida Brandt", 1999)],
    ),
    ("Characters<br />by [[Ida Brandt]]<!-- keep -->", [Target("characters", "other", "Ida Brandt")]),
    ("<!-- none -->", []),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "works"), BASED_ON, ids=[cell[:30] for cell, _ in BASED_ON])
def test_what_a_film_is_based_on(cell: str, works: list[Target]) -> None:
    told = said(record(box(based_on=cell), "The Film"), Predicate.BASED_ON)
    assert told == works


def test_a_true_story_under_based_on() -> None:
    assert said(record(box(based_on="[[a true story|A true story]]")), Predicate.TRUE_STORY) == [Target()]


PEOPLE = [
    ("[[Ann Hale]] and [[Bob Reed]]", ["Ann Hale", "Bob Reed"]),
    ("Ann Hale & Bob Reed", ["Ann Hale", "Bob Reed"]),
    ("Ann Hale, Bob Reed", ["Ann Hale", "Bob Reed"]),
    ("Salt and Pepper", ["Salt and Pepper"]),
    ("'''Animation'''<br />[[Ann Hale]] (also story)<br />{{small|Written by}} Bob Reed", ["Ann Hale", "Bob Reed"]),
    ("{{ubl|[[Ann Hale]]<ref>{{cite|last=Doe|first=Jane}}</ref>|{{sortname|Bob|Reed}}}}", ["Ann Hale", "Bob Reed"]),
    ("[[Ann Hale]] as Ida<br>Various", ["Ann Hale"]),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "found"), PEOPLE, ids=[cell[:30] for cell, _ in PEOPLE])
def test_people_of_an_infobox(cell: str, found: list[str]) -> None:
    assert titles(record(box(director=cell)), Predicate.DIRECTOR) == found


def test_a_film_has_as_many_actors_as_are_kept() -> None:
    assert (
        len(titles(record(box(starring="<br>".join(f"[[Actor {n}]]" for n in "ABCDEFGHIJK"))), Predicate.CAST_MEMBER))
        == 8
    )


@pytest.mark.parametrize(
    ("name", "title", "also"),
    [
        ("Low Tide", "Low Tide", []),
        ("''Low Tide''", "Low Tide", []),
        ("", "Low Tide", []),
        ("{{PAGENAME}}", "Low Tide", []),
        ("Low Tide:<br />The Ebb", "Low Tide: The Ebb", ["Low Tide"]),
        ("Ebb<br />{{small|썰물}}", "Ebb", ["Low Tide"]),
        ("Low<br />Tide", "Low Tide", []),
        ("x" * 500, "Low Tide", []),
    ],
)
def test_the_title(name: str, title: str, also: list[str]) -> None:
    found = record(box(name), "Low Tide (2013 film)")
    assert titles(found, Predicate.TITLE, "") == [title]
    assert titles(found, Predicate.ALSO_CALLED, "page name") == also


@pytest.mark.parametrize(
    ("native", "original"),
    [
        ("{{lang|fr|Marée basse}}", "Marée basse"),
        ("{{film name|kanji=干潮|romaji=Kanchō}}", "干潮"),
        ("''Marée basse'' (French)", "Marée basse"),
        ("Low Tide", None),
    ],
)
def test_the_original_title(native: str, original: str | None) -> None:
    found = record(box("Low Tide", native_name=native))
    assert titles(found, Predicate.ORIGINAL_TITLE) == ([original] if original else [])


@pytest.mark.parametrize(
    ("links", "id_"),
    [
        ("{{IMDb title|9000001}}", "imdb:tt9000001"),
        ("{{imdb title | id = tt9000001 | title = X }}", "imdb:tt9000001"),
        ("{{IMDb title|12345|The Film}}", "imdb:tt0012345"),
        ("{{IMDb title|9000001|Other}} {{IMDb title|9000002|The Film}}", "imdb:tt9000002"),
        ("{{IMDb title|9000001|Other}} {{IMDb title|9000002|Another}}", None),
        ("{{IMDb title}} {{IMDb name|9000001}} {{IMDb title|qid=Q1}}", None),
    ],
)
def test_the_id_of_imdb(links: str, id_: str | None) -> None:
    assert said(record(box() + links, "The Film"), Predicate.SAME_AS) == ([Target(id=id_)] if id_ else [])


NIGHT_FERRY = """{{Infobox television
| name = Night Ferry
| genre = {{ubl|[[Crime drama]]|[[Docudrama]]}}
| writer = {{plainlist|
* Ada One
* Bo Two}}
| country = Denmark
| first_aired = {{Start date|2010|3|1|df=yes}}
%s}}
'''Night Ferry''' is a Danish %s.
"""


@pytest.mark.parametrize(
    ("name", "more", "what", "type_"),
    [
        ("Night Ferry", "| num_episodes = 8\n", "television drama", "series"),
        ("Night Ferry", "", "crime drama", "series"),
        ("Night Ferry (TV series)", "", "television film", "series"),
        ("Night Ferry", "", "television film directed by Liv Dahl", "film"),
        ("Night Ferry (film)", "| num_episodes = 2\n", "drama", "film"),
    ],
)
def test_series(name: str, more: str, what: str, type_: str) -> None:
    found = record(NIGHT_FERRY % (more, what), name)
    assert said(found, Predicate.TYPE) == [Target(type_)]
    assert said(found, Predicate.YEAR, at="infobox") == [Target(year=2010)]
    assert titles(found, Predicate.GENRE) == ["crime drama", "docudrama"]
    assert said(found, Predicate.DEPICTS, at="genre: docudrama") == [Target(type="event")]
    assert titles(found, Predicate.WRITER, "infobox, Written by") == ["Ada One", "Bo Two"]


def test_a_page_without_an_infobox_that_is_filed_among_the_films_of_the_year_its_lead_says() -> None:
    text = "'''''Fog''''' is a 1925 American silent film directed by Ann Hale.\n[[Category:1925 films]]"
    found = record(text, "Fog (1925 film)")
    assert {s.evidence[0].locator for s in found.says} == {"lead"}
    assert said(found, Predicate.TITLE) == [Target("Fog")]
    assert said(found, Predicate.TYPE) == []


def test_the_year_of_the_category_where_nothing_else_tells_one() -> None:
    found = record(box() + "It is a film.\n[[Category:1925 films]]")
    assert [(s.target.year, s.evidence[0].locator) for s in found.says if s.predicate is Predicate.YEAR] == [
        (1925, "category: 1925 films")
    ]


NO_FILM = [
    (page("#REDIRECT [[Fog]]\n[[Category:1925 films]]", more='    <redirect title="Fog" />\n'), "a redirect"),
    (page(box(), "Talk:Fog", 1), "another namespace"),
    (page("{{Infobox book|name=Fog}}\nx\n== Film ==\n" + box() + "[[Category:1925 films]]"), "a book"),
    (page("{{Infobox film awards|name=Fog}}"), "awards"),
    (page("{{Infobox television episode|name=Fog}}"), "an episode"),
    (page("'''Fog''' is a 1925 novel, filmed in 1931.\n[[Category:1931 films]]"), "filed among the films of a year"),
    (page("'''Fog''' is a 1931 film.\n[[Category:1931 films]][[Category:1951 films]]"), "two films"),
    (page(box(), "Fog (film series)"), "several films"),
    (page("'''Oslo''' is a city."), "a city"),
    (b"</mediawiki>\n", "the end"),
    (b"", "nothing"),
]


@pytest.mark.parametrize(("piece", "what"), NO_FILM, ids=[what for _, what in NO_FILM])
def test_pages_that_are_about_no_film(piece: bytes, what: str) -> None:
    assert list(read(piece)) == []


def test_an_infobox_behind_one_for_scripts_or_in_another_template() -> None:
    assert said(record("{{Infobox Chinese|title=霧}}\n" + box("Fog")), Predicate.TITLE) == [Target("Fog")]
    assert said(record("{{stack|" + box("Fog") + "}}"), Predicate.TITLE) == [Target("Fog")]


def test_the_first_piece_begins_with_what_the_dump_says_of_itself() -> None:
    head = b'<mediawiki xmlns="http://a.example" xml:lang="en">\n  <siteinfo><sitename>W</sitename></siteinfo>\n'
    assert [type(found) for found in read(head + page(box()))] == [Record]


def test_several_pages_in_one_piece() -> None:
    found = list(read(page(box("A"), "A") + page("x", "B") + page(box("C"), "C")))
    assert [one.subject for one in found if isinstance(one, Record)] == ["wikipedia:A", "wikipedia:C"]


BROKEN = [
    (page(box()).replace(b"</text>", b"\x01</text>"), "Low Tide (2013 film)", "not well-formed"),
    (page(box()).replace(b"</text>", b"\xff</text>"), "Low Tide (2013 film)", "not well-formed"),
    (page(box()).replace(b"</text>", b"&size;</text>"), "Low Tide (2013 film)", "undefined entity"),
    (page(box()).replace(b"</page>", b""), "Low Tide (2013 film)", "no element found"),
    (b"<page><!DOCTYPE a [<!ENTITY b 'c'>]>{{Infobox film}}</page>", "?", "not well-formed"),
    (page(box() + "x" * LONGEST), "Low Tide (2013 film)", "longer than 2,000,000 characters"),
    (page("{{Infobox film\n| director = {{ubl|Ann Hale\n}}\nFog is"), "Low Tide (2013 film)", "does not end"),
]  # fmt: skip


@pytest.mark.parametrize(("piece", "name", "says"), BROKEN, ids=[says for _, _, says in BROKEN])
def test_a_damaged_page_is_one_issue(piece: bytes, name: str, says: str) -> None:
    (issue,) = read(piece)
    assert isinstance(issue, Issue)
    assert (issue.source, issue.record, issue.kind) == ("wikipedia", name, "bad page")
    assert says in issue.says


def test_a_damaged_page_keeps_none_behind_it_from_being_read() -> None:
    found = list(read(page(box("A\x01"), "A") + page(box("B"), "B")))
    assert [type(one) for one in found] == [Issue, Record]


@pytest.mark.parametrize(
    ("template", "kept"),
    [
        ("{{Infobox film|", True),
        ("{{infobox Film\n|", True),
        ("{{Infobox_film}}", True),
        ("{{Infobox Television", True),
        ("[[Category:1925 films]]", True),
        ("[[Category:1925 films|Fog]]", True),
        ("{{Infobox settlement|", False),
        ("{{영화 정보", False),
    ],
)
def test_what_may_be_a_film(template: str, kept: bool) -> None:
    assert keep(page(template), "en") == kept
    assert keep(page(template)) == (kept or "영화" in template)


@pytest.mark.parametrize("language", BOXES)
def test_no_infobox_is_passed_over(language: str) -> None:
    for name in BOXES[language].films | BOXES[language].series:
        for written in (name, name[0].upper() + name[1:], name.title(), name.replace(" ", "_")):
            assert keep(page("{{" + written + "\n| a = b}}"), language), written


FOREIGN = {
    "de": """{{Infobox Film
|Deutscher Titel=Der Leuchtturm
|Originaltitel=The Lamp
|Produktionsland=Vereinigte Staaten
|Originalsprache=[[Englische Sprache|Englisch]]
|Erscheinungsjahr=1962
|Regie=[[Joan Field]]
|Drehbuch=* [[Ann Lee]]
* Sam Orr
|Besetzung=* [[Tom Vance]]: Kapitän
* Ella Reed: Ida
}} {{IMDb|tt9000001}} {{IMDb|nm9000009}}""",
    "fr": """{{Infobox Cinéma (film)
|titre=Le Phare
|titre original=The Lamp
|réalisation=[[Joan Field]]
|pays={{États-Unis}}
|scénario=[[Ann Lee]]<br>Sam Orr
|acteur=[[Tom Vance]]<br>[[Ella Reed]]
|langue=[[anglais]]
|année de sortie=[[1962 au cinéma|1962]]
}} {{imdb titre|id=9000001}}""",
    "es": """{{Ficha de película
|título=El faro
|título original=The Lamp
|dirección=[[Joan Field]]
|guion=Ann Lee
|guion2=Sam Orr
|reparto=[[Tom Vance]]<br>Ella Reed
|país=Estados Unidos
|idioma=Inglés
|año=1962
}} {{IMDb título|9000001}}""",
    "it": """{{Film
|titolo italiano=Il faro
|titolo originale=The Lamp
|lingua originale=inglese
|paese=[[Stati Uniti d'America]]
|anno uscita=[[1962]]
|regista=[[Joan Field]]
|sceneggiatore=[[Ann Lee]], [[Sam Orr]]
|attori=*[[Tom Vance]]: capitano
*[[Ella Reed]]: Ida
}} {{Imdb|film|9000001}} {{Imdb|nome|9000009}}""",
    "pt": """{{Info/Filme
|título=O Farol
|título-or=The Lamp
|ano=1962
|país={{USA}}
|direção=[[Joan Field]]
|roteiro=Ann Lee<br>Sam Orr
|elenco=[[Tom Vance]]<br>Ella Reed
|idioma=[[língua inglesa|inglês]]
|código-IMDB=9000001
}}""",
    "tr": """{{Film bilgi kutusu
|ad=Fener
|özgün_isim=The Lamp
|yönetmen=[[Joan Field]]
|senarist=Ann Lee<br>Sam Orr
|oyuncular=[[Tom Vance]]<br/>[[Ella Reed]]
|çıkış_tarihi=3 Mayıs 1962
|ülke=ABD
|dil=İngilizce
|imdb_id=tt9000001
}}""",
    "ko": """{{영화 정보
|제목=등대
|원제=The Lamp
|감독=[[Joan Field]]
|각본=Ann Lee<br>Sam Orr
|출연={{ubl|[[Tom Vance]]|Ella Reed}}
|개봉일=1962년 1월 23일
|국가={{국기|미국}}
|언어=[[영어]]
}} {{IMDb title|9000001}}""",
    "ja": """{{Infobox Film
|作品名=灯台
|原題=The Lamp
|監督=[[Joan Field]]
|脚本=Ann Lee<br />Sam Orr
|出演者=[[Tom Vance]]<br />Ella Reed
|公開={{flagicon|USA}} [[1962年]][[7月10日]]
|製作国={{USA}}
|言語=[[英語]]
}} {{IMDb title|9000001|The Lamp}}""",
    "zh": """{{Infobox film
|name=燈塔
|original_name=The Lamp
|director=[[Joan Field]]
|writer=Ann Lee<br>Sam Orr
|starring=[[Tom Vance]]<br>Ella Reed<br>-{zh-cn:甲;zh-tw:乙}-
|country={{USA}}
|language=[[英語]]
|released=1962年1月23日
}} {{IMDb title|9000001}}""",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_other_wikipedias_give_the_plain_facts_of_their_infoboxes(language: str) -> None:
    found = record(FOREIGN[language], "Lamp (x)", language)
    assert found.subject == f"wikipedia-{language}:Lamp (x)"
    assert {(e.source, e.record) for s in found.says for e in s.evidence} == {(f"wikipedia-{language}", "Lamp (x)")}
    assert titles(found, Predicate.ORIGINAL_TITLE) == ["The Lamp"]
    assert titles(found, Predicate.DIRECTOR) == ["Joan Field"]
    assert titles(found, Predicate.WRITER) == ["Ann Lee", "Sam Orr"]
    assert titles(found, Predicate.CAST_MEMBER) == ["Tom Vance", "Ella Reed"]
    assert titles(found, Predicate.COUNTRY) == ["United States"]
    assert titles(found, Predicate.LANGUAGE) == ["English"]
    assert said(found, Predicate.YEAR) == [Target(year=1962)]
    assert said(found, Predicate.SAME_AS) == [Target(id="imdb:tt9000001")]
    assert said(found, Predicate.READ, Predicate.BASED_ON) == []


def test_a_wikipedia_in_a_language_that_nobody_reads() -> None:
    assert list(read(page(box()), "xx")) == []
    assert not keep(page(box()), "xx")


def test_the_same_page_says_the_same_again(low_tide: Record) -> None:
    assert record(LOW_TIDE) == low_tide


@given(st.text(max_size=200), st.sampled_from(["name", "director", "based_on", "released", "country", "starring"]))
def test_any_cell_can_be_read(text: str, key: str) -> None:
    for found in read(page(box(**{"name": "Fog", key: text}) + text)):
        assert isinstance(found, Record | Issue)
        if isinstance(found, Record):
            assert all(isinstance(one, Statement) for one in found.says)


PARTS = [
    "{{",
    "]]",
    "[[",
    "|",
    "}}",
    "<ref>",
    "</ref>",
    "a ",
    "''",
    "\n",
    "* ",
    "=",
    "\n==",
    "<!--",
    "{{ubl|",
    "\n{|",
    "1990 ",
]


PLACES = ("{}", "{{{{Infobox film\n| name = {}\n}}}}", "{{{{Infobox film}}}}\n{}", "{{{{Infobox film}}}}\n==Plot==\n{}")


@pytest.mark.parametrize("place", PLACES)
def test_a_megabyte_of_markup_is_read_in_bounded_time(place: str) -> None:
    draw = random.Random(11)  # noqa: S311
    soup = "".join(draw.choice(PARTS) for _ in range(400_000))
    for text in (soup, "{{a|" * 250_000, "[[" * 500_000, "\n==" * 300_000):
        start = time.process_time()
        list(read(page("{{Infobox film" + place.format(text))))
        list(read(page(place.format(text) + "[[Category:1990 films]]")))
        assert time.process_time() - start < 10


@pytest.mark.skipif(not REAL.is_dir(), reason="the pages are not at hand")
@pytest.mark.parametrize("name", ["hairspray", "the-lego-batman-movie"])
def test_pages_as_they_are(name: str) -> None:
    found = record((REAL / f"{name}.txt").read_text("utf-8"), name)
    assert len(titles(found, Predicate.CAST_MEMBER)) > 4
    assert titles(found, Predicate.COUNTRY)[0] == "United States"
    works = said(found, Predicate.BASED_ON, at="infobox")
    expected = ["Hairspray", "Hairspray"] if name == "hairspray" else ["characters", "Lego Construction Toys"]
    assert [work.title for work in works] == expected
