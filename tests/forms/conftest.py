"""A small film family, written down by hand, and titles that mean harm."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from basedon.model.answer import (
    CatalogueStamp,
    FilmAnswer,
    Finding,
    Miss,
    Node,
    Origin,
    Original,
    Query,
    Story,
    Table,
    Tree,
)
from basedon.model.reception import Awards, Charts, ChartWeek, Honour, Rating, Reception
from basedon.model.trend import Likely, Place, Trend
from basedon.model.verdict import Basis
from basedon.model.work import Ids, Person, Remake, Work

QUESTION = "Is Miracle in Cell No. 7 based on a true story?"
STAMP = CatalogueStamp("3f9ac1d2b7e84455", "2025-09-01")
KOREAN, TURKISH, INDONESIAN = "wikidata:Q3809340", "wikidata:Q72033042", "wikidata:Q115000001"

HOSTILE = {
    "html": "<script>alert('x')</script><img src=x onerror=alert(1)> & \"quoted\"",
    "escapes": "\x1b[31mRed\x1b[0m \x1b]0;owned\x07\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\\x9b2J\x08 end",
    "bidi": "Good\u202efdp.exe\u2066 \u200bhid\u200bden\u2069\ufeff",
    "quotes": 'He said "it\'s" `fine` \\ and | more # {curly} [square](http://evil.example) <b>*bold*</b> _low_',
    "lines": "1. first\n2. second\r\n\r\n# heading\n---\n\t- point\u2028end",
    "long": "endless " * 1250,
    "unbroken": "x" * 10_000,
    "stacked": "Z\u0301" + "\u0301" * 5000 + "algo",
    "cjk": "七号房的礼物と七番房の奇跡" * 12,
    "korean": "7번방의 선물",
    "arabic": "معجزة في الزنزانة رقم ٧",
    "persian": "می‌خواهم زنده بمانم",
    "hindi": "लाल सिंह चड्ढा क्‍ष",
    "entities": "AT&T &amp; &lt;b&gt; &#x41; #quot; ]]> --> </svg>",
    "empty": "\x00\x1b[0m\u200b",
}


def work(**changed: Any) -> Work:
    made: dict[str, Any] = {
        "id": KOREAN,
        "type": "film",
        "ids": Ids("Q3809340", "tt2659414", "Miracle in Cell No. 7"),
        "title": "Miracle in Cell No. 7",
        "original_title": "7번방의 선물",
        "year": 2013,
        "countries": ("South Korea",),
        "languages": ("Korean",),
        "genres": ("comedy drama",),
        "directors": (Person("Lee Hwan-kyung", "wikidata:Q12613423"),),
        "cast": (Person("Ryu Seung-ryong"), Person("Kal So-won")),
    }
    return Work(**made | changed)


def remake(**changed: Any) -> Remake:
    made: dict[str, Any] = {
        "id": TURKISH,
        "title": "7. Koğuştaki Mucize",
        "original_title": None,
        "year": 2019,
        "countries": ("Turkey",),
        "languages": ("Turkish",),
        "directors": (Person("Mehmet Ada Öztekin"),),
        "kind": "official",
        "via": KOREAN,
    }
    return Remake(**made | changed)


FINDINGS = (
    Finding(
        "context",
        "It was remade as 7. Koğuştaki Mucize (2019).",
        "wikidata",
        "Q72033042: P144",
        "https://www.wikidata.org/wiki/Q72033042",
    ),
    Finding(
        "against",
        "It is not based on a true story.",
        "wikipedia",
        "Miracle in Cell No. 7: lead",
        "https://en.wikipedia.org/wiki/Miracle_in_Cell_No._7",
        "The film is fiction, and only one detail recalls a real case.",
    ),
    Finding(
        "for",
        "It is loosely inspired by the Chuncheon police chief's daughter case.",
        "wikipedia",
        "Miracle in Cell No. 7: section Development",
        "https://en.wikipedia.org/wiki/Miracle_in_Cell_No._7",
    ),
)
SUMMARY = (
    "Sources disagree whether Miracle in Cell No. 7 (2013) is based on a true story. For: It is loosely inspired by "
    "the Chuncheon police chief's daughter case. Against: It is not based on a true story."
)
TREE = Tree(
    Node("event", "Chuncheon police chief's daughter case", 1972, None),
    None,
    (
        Tree(
            Node("film", "Miracle in Cell No. 7", 2013, KOREAN, "7번방의 선물", None, ("South Korea",)),
            "loosely inspired by",
            (
                Tree(
                    Node("film", "Miracle in Cell No. 7", 2019, "wikidata:Q1", None, None, ("Philippines",)),
                    "official remake",
                ),
                Tree(
                    Node("film", "7. Koğuştaki Mucize", 2019, TURKISH, None, None, ("Turkey",)),
                    "official remake",
                    (Tree(Node("film", "A Remake's Remake", 2024, "wikidata:Q2"), "unknown remake"),),
                ),
                Tree(
                    Node("film", "Miracle in Cell No. 7", 2022, INDONESIAN, None, None, ("Indonesia",)), "loose remake"
                ),
            ),
        ),
    ),
)
TABLE = Table(
    ("title", "year", "imdb", "tear_rate"),
    (("7. Koğuştaki Mucize", 2019, "tt10431500", 0.4123456), ("Miracle in Cell No. 7", 2022, None, None)),
)


def received(text: str) -> Reception:
    """A reception with a text wherever a source may put one."""
    week = ChartWeek("2022-03-06", 1, 2, (text,))
    return Reception(
        ratings=(Rating(8.25, 1234, text),),
        awards=Awards((Honour(text, 2020, text, text),), (Honour(text, None, None, text),)),
        charts=Charts(text, text, 1, 1, (text,), 1, text, text, (week,)),
        findings=(Finding("context", text, text, text, text, text),),
        missing=(text,),
    )


def film_answer(**changed: Any) -> FilmAnswer:
    """What `film` gives, unless changed."""
    made: dict[str, Any] = {
        "query": Query("Miracle in Cell No. 7", 2013),
        "catalogue": STAMP,
        "work": work(),
        "story": Story(Basis.DISPUTED, 0.31, SUMMARY, FINDINGS),
        "based_on": (Origin("event", "Chuncheon police chief's daughter case", None, 1972),),
        "remakes": (
            remake(),
            remake(id=INDONESIAN, title="Miracle in Cell No. 7", year=2022, countries=("Indonesia",)),
        ),
        "siblings": (remake(id="wikidata:Q9", title="A Sibling", year=2020, kind="unknown"),),
        "alternatives": (work(id="wikidata:Q1", year=2019, countries=("Philippines",), ids=Ids("Q1")),),
        "next_questions": ("Which remakes does it have?", "What else did Lee Hwan-kyung make?"),
    }
    return FilmAnswer(**made | changed)


def asked(**changed: Any) -> FilmAnswer:
    """What `ask` gives, unless changed."""
    return film_answer(
        **{"question": QUESTION, "kind": "true_story", "text": SUMMARY, "read_as": "true story"} | changed
    )


def missed(**changed: Any) -> Miss:
    made: dict[str, Any] = {
        "query": Query("Mircale in Cel 7"),
        "catalogue": STAMP,
        "text": "No film of that name is held here.",
        "suggestions": (work(), work(id="wikidata:Q1", year=2019, countries=("Philippines",))),
    }
    return Miss(**made | changed)


def hostile_answer(text: str) -> FilmAnswer:
    """An answer whose every outside text is the given one."""
    finding = Finding("for", text, text, text, "javascript:alert(1)", text)
    node = Node("novel", text, -431, None, None, text, (text,))
    return asked(
        query=Query(text),
        question=text,
        kind="lineage",
        text=text,
        read_as=text,
        work=work(
            title=text,
            original_title=text + "!",
            countries=(text,),
            genres=(text,),
            directors=(Person(text),),
            trailer=text,
        ),
        story=Story(Basis.TRUE_STORY, 0.999, text, (finding, Finding("context", text, text, text, text, text))),
        based_on=(Origin("novel", text, text, 1999), Origin("person", text)),
        remake_of=Original(text, 1999, (text,), text),
        remakes=(remake(title=text, countries=(text,)),),
        alternatives=(work(title=text),),
        reception=received(text),
        table=Table((text, "n"), ((text, 1), (text, None))),
        tree=Tree(node, None, (Tree(Node("film", text, 2000, KOREAN, text + "?"), text),)),
        next_questions=(text,),
    )


def listed(text: str = "The Lamp") -> FilmAnswer:
    """An answer that is a week's list of two films, the second of which is not held."""
    first = Place(
        week="2022-03-06",
        category="Films",
        rank=1,
        title=text,
        weeks=3,
        last_week=4,
        change="up",
        countries=2,
        work=work(title=text),
        basis=Basis.DISPUTED,
        probability=0.5,
        questions=(Likely(f"Is {text} based on a true story?", True, "Sources disagree."),),
    )
    second = Place(
        week="2022-03-06",
        category="Films",
        rank=2,
        title="Night Ferry",
        change="new",
        questions=(Likely("Is Night Ferry based on a true story?", False),),
    )
    return FilmAnswer(
        query=Query("Top 10"),
        catalogue=STAMP,
        kind="trending",
        text=f"Number one: {text}.",
        read_as="the Top 10 of Netflix",
        work=None,
        table=Table(("rank", "title", "ask"), ((1, text, "Is it?"), (2, "Night Ferry", "Is it?"))),
        trend=Trend("GB", "United Kingdom", "2022-03-06", "2022-03-06", (first, second)),
    )


FACTORY = SimpleNamespace(
    film=film_answer,
    asked=asked,
    missed=missed,
    hostile=hostile_answer,
    received=received,
    listed=listed,
    work=work,
    remake=remake,
    tree=TREE,
    table=TABLE,
)


@pytest.fixture(params=sorted(HOSTILE))
def hostile(request: pytest.FixtureRequest) -> str:
    """One title after the other that means harm, or only looks as if it did."""
    return HOSTILE[request.param]


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    """Makes answers: `film`, `asked`, `missed` with fields changed, and `hostile` of one text throughout."""
    return FACTORY
