"""The card: the answer first, readable at any width, with and without colour."""

from __future__ import annotations

import re
import unicodedata
from types import SimpleNamespace

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from basedon.forms import show
from basedon.model.answer import Finding, Miss, Node, Origin, Original, Story, Table, Tree
from basedon.model.verdict import Basis

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def columns(line: str) -> int:
    """Display width, by Rich's tables and by Unicode's, whichever is more; joined letters share their columns."""
    apart = re.sub("\u200d.", "", line)
    shown = [c for c in apart if unicodedata.category(c) not in ("Mn", "Me", "Mc", "Cf")]
    return max(cell_len(line), sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in shown))


def at(text: str, *parts: str) -> None:
    """The parts stand in the text, in this order."""
    place = 0
    for part in parts:
        assert part in text[place:], f"{part!r} is not behind the parts before it in\n{text}"
        place = text.index(part, place) + len(part)


def test_the_answer_comes_first_then_why_then_the_rest(make: SimpleNamespace) -> None:
    card = show(make.asked(), "card")
    assert card.startswith("Sources disagree whether Miracle in Cell No. 7 (2013) is based on a true story.")
    at(
        card,
        "Disputed, 31% likely to tell or be inspired by real events",
        "\nMiracle in Cell No. 7 (2013)\n7번방의 선물 · South Korea · Korean · comedy drama\n",
        "Directed by Lee Hwan-kyung · With Ryu Seung-ryong and Kal So-won\n",
        "\nFor\n  + It is loosely inspired by",
        "    wikipedia, Miracle in Cell No. 7: section Development\n",
        "    https://en.wikipedia.org/wiki/Miracle_in_Cell_No._7\n",
        "\nAgainst\n  - It is not based on a true story.\n    “The film is fiction",
        "\nContext\n  ~ It was remade as",
        "\nComes from\n  Chuncheon police chief's daughter case (1972)  event",
        "\nRemakes\n  7. Koğuştaki Mucize (2019)    Turkey, official",
        "\nFrom the same source: A Sibling (2020), Turkey",
        "\nAlso called Miracle in Cell No. 7: Miracle in Cell No. 7 (2019), Philippines",
        "\nAsk next\n  Which remakes does it have?",
        "\nCatalogue 3f9ac1d2, as of 2025-09-01\n",
        "Wrong? Mend the record: wikipedia, Miracle in Cell No. 7: section Development\n",
    )


def test_without_a_question_the_film_comes_first_and_everything_is_there(make: SimpleNamespace) -> None:
    card = show(make.film(reception=make.received("imdb"), table=make.table), "card")
    assert card.startswith("Miracle in Cell No. 7 (2013)\n7번방의 선물")
    at(
        card,
        "Sources disagree whether",
        "For",
        "Comes from",
        "Remakes",
        "Reception\n  8.25 of 10     IMDb, 1,234 votes\n  Won 1          imdb (2020)",
        "Top 10         IMDb: one week, one country",
        "tear rate",
    )


def test_no_probability_is_no_number(make: SimpleNamespace) -> None:
    card = show(
        make.film(story=Story(Basis.UNKNOWN, None, "No source in this catalogue says where it comes from.")), "card"
    )
    assert "Unknown. No source in this catalogue says" in card
    for never in ("None", "null", "%", "likely", "Evidence", "Wrong?"):
        assert never not in card


@pytest.mark.parametrize(
    ("basis", "summary", "opening"),
    [
        (Basis.TRUE_STORY, "Yes, X is based on a true story.", "Yes, X is based"),
        (Basis.ADAPTATION, "X adapts a novel.", "No. X adapts a novel."),
        (Basis.PRESENTED_AS_TRUE, "No, X is presented as true, but is fiction.", "No, X is presented"),
        (Basis.INSPIRED_BY_REAL_EVENTS, "Loosely: X is.", "Loosely: X is."),
        (Basis.DISPUTED, "One says this.", "Sources disagree. One says this."),
    ],
)
def test_the_verdict_is_said_once(make: SimpleNamespace, basis: Basis, summary: str, opening: str) -> None:
    lines = show(make.film(story=Story(basis, None, summary)), "card").splitlines()
    assert any(line.startswith(opening) for line in lines)


def test_a_lineage_shows_the_tree_and_what_its_links_rest_on(make: SimpleNamespace) -> None:
    said = Finding("context", "It was remade as 7. Koğuştaki Mucize (2019).", "wikidata", "Q72033042: P144")
    card = show(make.asked(kind="lineage", text="It was remade three times.", tree=make.tree, findings=(said,)), "card")
    at(
        card,
        "It was remade three times.\n",
        "Lineage\n  Chuncheon police chief's daughter case (1972)  event\n",
        "└── loosely inspired by: Miracle in Cell No. 7 (2013)",
        "<- this one",
        "│   └── remake: A Remake's Remake (2024)\n",
        "Evidence\n  ~ It was remade as",
    )
    assert "likely" not in card
    assert "\nRemakes\n" not in card
    assert card.count("<- this one") == 1


@pytest.mark.parametrize("kind", ["filmography", "listing", "same_title", "tearjerkers", "trending"])
def test_a_listing_shows_the_table(make: SimpleNamespace, kind: str) -> None:
    card = show(make.asked(kind=kind, text="Two films.", table=make.table), "card")
    at(
        card,
        "Two films.",
        "title ",
        "year",
        "tear rate",
        "───",
        "7. Koğuştaki Mucize",
        "2019",
        "0.4123",
        "2022",
        "Ask next",
    )
    assert "None" not in card
    assert "\nFor\n" not in card


def test_a_listing_of_no_single_film(make: SimpleNamespace) -> None:
    card = show(make.asked(kind="listing", text="Two films.", table=make.table, work=None, story=None), "card")
    at(card, "Two films.", "7. Koğuştaki Mucize", "Catalogue")


def test_facts_show_their_text_and_evidence(make: SimpleNamespace) -> None:
    said = Finding("context", "Wikidata names Lee Hwan-kyung as director.", "wikidata", "Q3809340: P57")
    story = Story(Basis.UNKNOWN, None, "Not known.")
    card = show(make.asked(kind="facts", text="Lee Hwan-kyung directed it.", story=story, findings=(said,)), "card")
    at(
        card,
        "Lee Hwan-kyung directed it.",
        "Evidence\n  ~ Wikidata names",
        "wikidata, Q3809340: P57",
        "Wrong? Mend the record: wikidata",
    )
    assert "Not known" not in card


def test_origins_without_a_name_and_the_original_are_told(make: SimpleNamespace) -> None:
    above = make.asked().alternatives[0]
    origins = (Origin("novel", None, "Someone"), Origin("event", None), Origin("play", "Medea", "Euripides", -431))
    card = show(make.film(based_on=origins, remake_of=Original("The First", 1999, ("Japan",), above.id)), "card")
    at(
        card,
        "The First (1999)",
        "the film it remakes, Japan",
        "a novel",
        "by Someone",
        "an event",
        "Medea (431 BC)",
        "play by Euripides",
    )


def test_a_miss_offers_what_comes_nearest(make: SimpleNamespace) -> None:
    miss: Miss = make.missed(needs=("netflix", "posts"))
    card = show(miss, "card")
    assert card.startswith("No film of that name is held here.\n")
    at(
        card,
        "Did you mean\n  Miracle in Cell No. 7 (2013)  South Korea\n",
        "(2019)  Philippines",
        "Needs a catalogue that holds\n  netflix\n  posts",
    )


def test_long_lists_are_cut_and_say_so(make: SimpleNamespace) -> None:
    many = tuple(make.remake(id=f"wikidata:Q{n}", title=f"Remake {n}") for n in range(1, 31))
    rows = tuple((f"Film {n}", n) for n in range(80))
    card = show(make.film(remakes=many, siblings=many, table=Table(("title", "n"), rows)), "card")
    at(card, "Remake 12 ", "and 18 more", "From the same source: Remake 1", "and 24 more", "Film 49", "and 30 more")
    assert "Film 50" not in card


def test_colour_changes_nothing_but_colour(make: SimpleNamespace) -> None:
    for answer in (make.asked(), make.film(), make.missed(), make.asked(kind="lineage", tree=make.tree)):
        plain, coloured = show(answer, "card"), show(answer, "card", colour=True)
        assert "\x1b" not in plain
        assert "\x1b[" in coloured
        stripped = [line.rstrip() for line in ESCAPE.sub("", coloured).splitlines()]
        assert stripped == plain.splitlines()


def test_the_environment_has_no_say(make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    before = [show(make.asked(), "card", colour=colour) for colour in (False, True)]
    for name, value in (("FORCE_COLOR", "1"), ("COLUMNS", "30"), ("TERM", "dumb"), ("NO_COLOR", "1")):
        monkeypatch.setenv(name, value)
        assert [show(make.asked(), "card", colour=colour) for colour in (False, True)] == before


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("form", ["card", "tree"])
def test_no_line_is_wider_than_the_terminal(make: SimpleNamespace, hostile: str, form: str, width: int) -> None:
    answer = make.hostile(hostile)
    for kind in ("lineage", "listing", "true_story", None):
        shown = show(replace(answer, kind=kind), form, width=width)
        assert max(columns(line) for line in shown.splitlines()) <= width, (kind, shown)


def test_wide_tables_keep_to_the_terminal(make: SimpleNamespace) -> None:
    names = tuple(f"a column called {n}" for n in range(14))
    card = show(make.asked(kind="listing", table=Table(names, (tuple(names), tuple(range(14))))), "card")
    assert max(map(columns, card.splitlines())) <= 80


def test_a_deep_tree_keeps_to_the_terminal(make: SimpleNamespace) -> None:
    tree = Tree(Node("film", "Film 0", 1900))
    for n in range(1, 120):
        tree = Tree(Node("film", f"Film {n}", 1900), "unknown remake", (tree,))
    shown = show(make.asked(kind="lineage", tree=tree), "tree")
    assert max(map(columns, shown.splitlines())) <= 80
    assert all(f"Film {n} " in shown.replace("\n", " ") for n in range(120))


def test_the_tree_alone(make: SimpleNamespace) -> None:
    lines = show(make.asked(tree=make.tree), "tree", width=100).splitlines()
    assert lines == [
        "Chuncheon police chief's daughter case (1972)  event",
        "└── loosely inspired by: Miracle in Cell No. 7 (2013)  7번방의 선물, South Korea  <- this one",
        "    ├── official remake: Miracle in Cell No. 7 (2019)  Philippines",
        "    ├── official remake: 7. Koğuştaki Mucize (2019)  Turkey",
        "    │   └── remake: A Remake's Remake (2024)",
        "    └── loose remake: Miracle in Cell No. 7 (2022)  Indonesia",
    ]


def test_rich_markup_in_a_title_is_text(make: SimpleNamespace) -> None:
    card = show(
        make.film(work=make.work(title="[bold red]Rec[/] :smile: [link=http://x.example]y[/link]")), "card", colour=True
    )
    assert "[bold red]Rec[/] :smile: [link=http://x.example]y[/link] (2013)" in card
