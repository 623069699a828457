from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from basedon.errors import BadFile
from basedon.model.statement import Predicate, Statement, Target
from basedon.sources import curated

FILM = """
[[works]]
title = "Fargo"
year = 1996
countries = ["United States"]
languages = ["English"]
page = "Fargo (1996 film)"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "some-family.toml"


def told(file: Path, text: str) -> list[Statement]:
    file.write_text(text, "utf-8")
    return list(curated.statements(file))


def values(statements: list[Statement], predicate: Predicate) -> list[Target]:
    return [s.target for s in statements if s.predicate is predicate]


def refused(file: Path, content: str | bytes) -> str:
    """The one line with which a file is refused."""
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(BadFile) as caught:
        list(curated.statements(file))
    message = str(caught.value)
    assert message.startswith(f"{file.name}: ")
    assert "\n" not in message
    return message


def test_the_plain_facts_of_one_film(file: Path) -> None:
    text = FILM + (
        'original_title = "Farg\'o"\nalso = ["F1", "F2"]\ndirectors = ["Joel Coen", "Ethan Coen"]\n'
        'genres = ["crime"]\nwikidata = "Q222720"\nimdb = "tt0116282"\n'
    )
    statements = told(file, text)
    assert {s.subject for s in statements} == {"curated:some-family#fargo-1996"}
    facts = {
        Predicate.TYPE: [Target("film")],
        Predicate.TITLE: [Target("Fargo")],
        Predicate.ORIGINAL_TITLE: [Target("Farg'o")],
        Predicate.ALSO_CALLED: [Target("F1"), Target("F2")],
        Predicate.YEAR: [Target(year=1996)],
        Predicate.COUNTRY: [Target("United States")],
        Predicate.LANGUAGE: [Target("English")],
        Predicate.GENRE: [Target("crime")],
        Predicate.DIRECTOR: [Target("Joel Coen"), Target("Ethan Coen")],
        Predicate.SAME_AS: [
            Target(id="wikidata:Q222720"),
            Target(id="imdb:tt0116282"),
            Target(id="wikipedia:Fargo (1996 film)"),
        ],
    }
    assert {predicate: values(statements, predicate) for predicate in facts} == facts
    assert len(statements) == sum(map(len, facts.values()))


def test_evidence_leads_to_the_line_and_the_page(file: Path) -> None:
    for statement in told(file, FILM.replace("Fargo (1996 film)", "Fargo/Ünlü (1996 film)")):
        (evidence,) = statement.evidence
        assert evidence.source == "curated"
        assert evidence.record == "some-family#fargo-1996"
        assert evidence.locator == "Wikipedia: Fargo/Ünlü (1996 film)"
        assert evidence.url == "https://en.wikipedia.org/wiki/Fargo/%C3%9Cnl%C3%BC_%281996_film%29"


def test_without_a_page_the_locator_is_the_evidence(file: Path) -> None:
    statements = told(file, FILM.replace('page = "Fargo (1996 film)"', 'locator = "Cannes programme 1996"'))
    assert {s.evidence[0].locator for s in statements} == {"Cannes programme 1996"}
    assert {s.evidence[0].url for s in statements} == {None}


def test_what_is_said_of_the_story(file: Path) -> None:
    (said,) = [
        s
        for s in told(
            file,
            FILM
            + '[[works.says]]\nrelation = "inspired_by"\ntype = "event"\ntitle = "a crime"\nyear = -44\n'
            + 'hedge = "loosely"\ndenied = true\nsource = "press"\npage = "Another page"\n',
        )
        if s.predicate is Predicate.INSPIRED_BY
    ]
    assert said.target == Target("a crime", "event", None, -44)
    assert said.denied
    assert said.hedge == "loosely"
    assert said.evidence[0].locator == "the press, no article named; on the film Wikipedia: Another page"
    assert said.evidence[0].url == "https://en.wikipedia.org/wiki/Another_page"


@pytest.mark.parametrize(
    ("own", "locator", "url"),
    [
        ("", "Cannes programme 1996", None),
        ('page = "Elsewhere"', "Wikipedia: Elsewhere", "https://en.wikipedia.org/wiki/Elsewhere"),
        ('locator = "a letter"', "a letter", None),
        ('locator = "a letter"\npage = "Elsewhere"', "a letter", "https://en.wikipedia.org/wiki/Elsewhere"),
    ],
)
def test_a_saying_s_own_place_goes_before_the_work_s(file: Path, own: str, locator: str, url: str | None) -> None:
    text = FILM.replace('page = "Fargo (1996 film)"', 'locator = "Cannes programme 1996"')
    statements = told(file, f'{text}[[works.says]]\nrelation = "true_story"\n{own}\n')
    (evidence,) = next(s.evidence for s in statements if s.predicate is Predicate.TRUE_STORY)
    assert (evidence.locator, evidence.url) == (locator, url)


def test_an_original_story_needs_no_saying(file: Path) -> None:
    assert values(told(file, FILM + 'basis = "original"\n'), Predicate.ORIGINAL_STORY) == [Target()]


@pytest.mark.parametrize(("relation", "denied"), [("original_story", "false"), ("true_story", "true")])
def test_an_original_story_is_said_once(file: Path, relation: str, denied: str) -> None:
    text = f'{FILM}basis = "original"\n[[works.says]]\nrelation = "{relation}"\ndenied = {denied}\npage = "Elsewhere"\n'
    (said,) = [s for s in told(file, text) if s.predicate is Predicate.ORIGINAL_STORY]
    assert ("Elsewhere" in said.evidence[0].locator) is (relation == "original_story")


def test_a_remake_is_no_original_story(file: Path) -> None:
    text = FILM.replace("title =", 'key = "one"\ntitle =') + FILM.replace("Fargo", "Fargone")
    text += 'basis = "original"\nremake_of = [{ work = "one", kind = "loose" }]\n'
    assert not values(told(file, text), Predicate.ORIGINAL_STORY)


@pytest.mark.parametrize("basis", ["true_story", "disputed", "adaptation", "unknown"])
def test_a_basis_is_what_the_weighing_must_come_to_and_no_statement(file: Path, basis: str) -> None:
    assert told(file, FILM + f'basis = "{basis}"\n') == told(file, FILM)


def test_a_remake_points_to_a_work_of_the_same_file(file: Path) -> None:
    text = (
        FILM.replace("title =", 'key = "one"\ntitle =')
        + FILM.replace("Fargo", "Fargone")
        + 'remake_of = [{ work = "one", kind = "loose" }]\n'
    )
    (link,) = [s for s in told(file, text) if s.predicate is Predicate.REMAKE_OF]
    assert (link.subject, link.target.id, link.kind) == (
        "curated:some-family#fargone-1996",
        "curated:some-family#one",
        "loose",
    )


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ("title", "titel", "titel"),
        ("page", "pagina", "pagina"),
        ("[[works]]", 'famly = "x"\n[[works]]', "famly"),
        ("[[works]]", "[[work]]", "work"),
        ("1996\n", '"1996"\n', "year"),
        ("1996\n", "1779\n", "year"),
        ("1996\n", "2101\n", "year"),
        ("1996\n", "1996-01-01\n", "year"),
        ("1996\n", "1" * 5000 + "\n", "int"),
        ('["English"]', "[]", "languages"),
        ('["English"]', '"English"', "languages"),
        ('"Fargo"', '""', "title"),
        ('"Fargo"', '"  "', "title"),
        ('"Fargo"', f'"{"x" * 301}"', "title"),
        ('page = "Fargo (1996 film)"', "", "'Fargo' has neither page nor locator"),
        ("year", 'wikidata = "222720"\nyear', "wikidata"),
        ("year", 'imdb = "0116282"\nyear', "imdb"),
        ("year", 'basis = "true"\nyear', "basis"),
        ("year", 'type = "movie"\nyear', "type"),
        ("year", 'remake_of = [{ work = "nobody", kind = "loose" }]\nyear', "remakes 'nobody'"),
        ("year", 'remake_of = [{ work = "x" }]\nyear', "kind"),
        ("year", 'remake_of = [{ work = "x", kind = "legal" }]\nyear', "kind"),
        ("year", 'key = "x"\nremake_of = [{ work = "x", kind = "loose" }]\nyear', "remakes itself"),
        ("year", 'says = [{ relation = "basedon" }]\nyear', "relation"),
        ("year", 'says = [{ relation = "based_on", typ = "novel" }]\nyear', "typ"),
        ("year", 'says = [{ relation = "based_on", type = "book" }]\nyear', "type"),
        ("year", 'says = [{ relation = "based_on", hedge = "maybe" }]\nyear', "hedge"),
        ("year", 'says = [{ relation = "remake_of" }]\nyear', "relation"),
    ],
)
def test_mistakes_are_named_in_one_line(file: Path, old: str, new: str, names: str) -> None:
    assert names in refused(file, FILM.replace(old, new, 1))


@pytest.mark.parametrize(
    "content",
    [
        "",
        "works = []",
        "works = 7",
        "[[works]",
        "title = Fargo",
        FILM + "year = 1997\n",
        FILM + "\x00",
        "a = " + "[" * 5000,
        FILM.encode("utf-16"),
        FILM.replace("Fargo", "Fårgo").encode("latin-1"),
        b"\xff\xfe\x00",
        b"SQLite format 3\x00" + bytes(100),
    ],
    ids=range(12),
)
def test_what_is_no_such_file_is_refused(file: Path, content: str | bytes) -> None:
    refused(file, content)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"^nothing\.toml: "):
        curated.load(tmp_path / "nothing.toml")
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(BadFile, match=r"^folder\.toml: "):
        curated.load(tmp_path / "folder.toml")


@pytest.mark.parametrize("key", ['key = "one"\n', ""])
def test_no_two_works_of_a_file_go_by_one_key(file: Path, key: str) -> None:
    """Without keys they would go by title and year, and be taken for one film."""
    assert "is used twice" in refused(file, FILM.replace("title", f"{key}title") * 2)


def test_a_key_that_another_film_s_title_and_year_make(file: Path) -> None:
    assert "is used twice" in refused(
        file, FILM + FILM.replace("title", 'key = "fargo-1996"\ntitle').replace("Fargo", "X", 1)
    )


def test_works_of_a_file_with_other_keys_titles_or_years_are_other_works(file: Path) -> None:
    text = FILM + FILM.replace("1996\n", "1997\n") + FILM.replace('"Fargo"', '"Far go"')
    subjects: dict[str, Any] = dict.fromkeys(s.subject for s in told(file, text))
    assert len(subjects) == 3


def test_the_same_file_always_says_the_same(file: Path) -> None:
    assert told(file, FILM) == told(file, FILM)
