"""Draft explainers: what they say follows the evidence, sentence by sentence, in every form."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

from click.testing import CliRunner

from basedon import checking, cli
from basedon.catalogue.catalogue import Catalogue
from basedon.explaining import explain
from basedon.forms.explainer import show
from basedon.model.answer import Miss
from basedon.model.explainer import Explainer

GOLD = Path(__file__).parent.parent / "bench" / "gold"


def drafted(path: Path, title: str, year: int | None = None) -> Explainer:
    """The explainer of one film."""
    with Catalogue(path) as catalogue:
        made = explain(catalogue, title, year)
    assert isinstance(made, Explainer)
    return made


def text(made: Explainer) -> str:
    """All its sentences."""
    return " ".join(said.text for part in made.sections for paragraph in part.paragraphs for said in paragraph)


def test_a_true_story_names_what_it_tells_and_who_says_so(small: Path) -> None:
    made = drafted(small, "The Lamp", 1950)
    assert made.headline == "Is The Lamp based on a true story?"
    assert made.standfirst.startswith("Yes")
    said = text(made)
    assert "the harbour fire of 1931" in said
    assert "It has been remade" in said
    assert "The Lamp (1962) in the United States" in said
    assert "directed by Aki Mori" in said
    assert "a film from Japan, released in 1950" in said
    assert "There is another of that title, of 1962." in said


def test_a_remake_names_its_original_and_its_siblings(small: Path) -> None:
    said = text(drafted(small, "Kandil"))
    assert "Kandil (1980) is a remake of The Lamp (1950) from Japan." in said
    assert "From the same original or source there is also The Lamp (1962) in the United States." in said


def test_sides_that_disagree_are_both_told(small: Path) -> None:
    made = drafted(small, "The Long Count")
    story = made.sections[0]
    assert [len(paragraph) for paragraph in story.paragraphs] == [1, 1, 1]
    first, second, last = (paragraph[0].text for paragraph in story.paragraphs)
    assert first == "According to press reports, it is reportedly inspired by the prison count of 1974."
    assert second == "But according to press reports, it is not inspired by the prison count of 1974."
    assert "not settled" in last


def test_nothing_is_said_where_nothing_is_known(small: Path) -> None:
    made = drafted(small, "Plain Sight")
    assert made.basis == "unknown"
    said = text(made)
    assert "Nothing that was read tells whether Plain Sight (2005) is based on a true story" in said
    assert "directed by" not in said
    assert "remade" not in said
    assert not {"lineage", "namesakes"} & {part.name for part in made.sections}


def test_makers_come_with_what_they_made_before_and_after(small: Path) -> None:
    said = text(drafted(small, "Quiet Harbour"))
    assert "Before it, Joan Field directed The Lamp (1962)." in said
    assert "After that came Harbour Lights (1968) and Salt Road (1971)." in said


def test_every_number_leads_to_a_source_and_every_source_is_used(small: Path, starter: Path) -> None:
    for path, title in ((small, "The Lamp"), (small, "Salt Road"), (starter, "The Departed"), (starter, "Zodiac")):
        made = drafted(path, title)
        used = {number for part in made.sections for p in part.paragraphs for said in p for number in said.sources}
        assert used == {source.number for source in made.sources}
        assert [source.number for source in made.sources] == list(range(1, len(made.sources) + 1))


def test_sentences_vary_with_the_facts(small: Path) -> None:
    titles = ("The Lamp", "Kandil", "Salt Road", "Quiet Harbour", "Fog over Lund", "The Long Count", "Plain Sight")
    texts = [text(drafted(small, title)) for title in titles]
    assert len(set(texts)) == len(titles)


def test_markdown_and_html_say_the_same_with_markup(small: Path) -> None:
    made = drafted(small, "The Lamp")
    markdown, html = show(made, "markdown"), show(made, "html")
    assert markdown.startswith("# Is The Lamp based on a true story?")
    assert "## Sources\n\n1. " in markdown
    markup = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert markup
    article = json.loads(markup[1])
    assert article["@type"] == "Article"
    assert article["about"]["name"] == "The Lamp"
    assert article["mainEntity"]["acceptedAnswer"]["text"] == made.standfirst
    assert len(article["citation"]) == len(made.sources)
    for number in re.findall(r'href="#source-(\d+)"', html):
        assert f'id="source-{number}"' in html


def test_json_holds_the_sentences_and_the_markdown(small: Path) -> None:
    made = drafted(small, "The Lamp")
    told = json.loads(show(made, "json"))
    assert list(told) == [
        "schema", "found", "query", "catalogue", "work", "basis", "headline", "standfirst", "sections", "sources",
        "markdown",
    ]  # fmt: skip
    assert told["markdown"] == show(made, "markdown")
    assert told["sections"][0]["paragraphs"][0][0]["text"]


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    from basedon.building import build
    from basedon.model.evidence import Evidence
    from basedon.model.statement import Predicate, Statement, Target

    attack = '</script><script>alert(1)</script> [x](javascript:1) "><img src=x onerror=1>'
    said = [
        Statement(subject="wikidata:Q5", predicate=p, target=t, evidence=(Evidence("wikidata", attack, attack),))
        for p, t in (
            (Predicate.TYPE, Target("film")),
            (Predicate.TITLE, Target(attack)),
            (Predicate.DIRECTOR, Target(attack)),
            (Predicate.DEPICTS, Target(attack, "event")),
        )
    ]
    build(tmp_path / "x.basedon", [said])
    made = drafted(tmp_path / "x.basedon", "Q5")
    tags: list[str] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, _: object) -> None:
            tags.append(tag)

    Tags().feed(show(made, "html"))
    assert tags.count("script") == 1
    assert "img" not in tags
    assert not re.search(r"(?<!\\)\]\(javascript", show(made, "markdown"))


def test_the_command_prints_each_form_and_tells_of_a_miss(small: Path) -> None:
    def run(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(cli.basedon, ["explain", *words, "--catalogue", str(small)])
        return done.exit_code, done.output

    assert run("The", "Lamp", "--year", "1962")[1].startswith("# Is The Lamp")
    assert json.loads(run("The Lamp", "--json")[1])["found"] is True
    assert run("The Lamp", "--form", "html")[1].startswith("<!DOCTYPE html>")
    code, out = run("Zzzz", "--json")
    assert code == 1
    assert json.loads(out)["found"] is False
    assert run("Zzzz")[0] == 1


def test_checking_finds_nothing_wrong_in_explainers(starter: Path) -> None:
    listed = []
    for name in ("basis.tsv", "lineage.tsv"):
        rows = [line.split("\t") for line in (GOLD / name).read_text("utf-8").splitlines()]
        at = {column: place for place, column in enumerate(rows[0])}
        listed += [(row[at["title"]], row[at["page"]], int(row[at["year"]])) for row in rows[1:]]
    wrong: dict[str, list[str]] = {}
    explained = 0
    with Catalogue(starter) as catalogue:
        for title, page, year in dict.fromkeys(listed):
            made = explain(catalogue, f"wikipedia:{page}")
            if isinstance(made, Miss):
                made = explain(catalogue, title, year)
            if isinstance(made, Miss):
                continue
            explained += 1
            for claim in checking.check(catalogue, show(made, "markdown")).claims:
                if claim.verdict == "contradicted":
                    wrong.setdefault(made.work.label, []).append(f"{claim.type} {claim.stated} {claim.quote!r}")
    assert explained > 200
    assert not wrong


def test_reception_is_told_with_its_sources(small: Path) -> None:
    from basedon.explaining import Sources, reception_part
    from basedon.model.finding import Finding
    from basedon.model.reactions import Reactions, Share
    from basedon.model.reception import Awards, Charts, Honour, Rating, Reception

    told = Reception(
        ratings=(Rating(7.9, 1200, "imdb"),),
        awards=Awards((Honour("Best Film", 1951, None, "oscars"),), ()),
        charts=Charts("The Lamp", "netflix", 3, 1, ("GB",), 2, "2022-01-02", "2022-01-16", ()),
        reactions=Reactions(20, 25, {"crying": Share(9, 0.45, 0.26, 0.66)}, None, 12, 1),
        findings=(Finding("context", "It has 7.9 of 10.", "imdb", "tt1: averageRating"),),
    )
    sources = Sources({"imdb": "IMDb"})
    part = reception_part(told, sources)
    assert [said.text for said in part.paragraphs[0]] == [
        "Users of IMDb give it 7.9 of 10, by 1,200 votes.",
        "Academy Awards: 1 award won.",
        "Netflix had it in a Top 10 for 3 weeks, from 2022-01-02 on, at best at rank 2.",
        "20 people wrote of it in the posts that were counted; what they tell of most is crying (9).",
    ]
    assert part.paragraphs[0][0].sources == (1,)
    assert not reception_part(None, sources).paragraphs
    assert "reception" not in {part.name for part in drafted(small, "Plain Sight").sections}
