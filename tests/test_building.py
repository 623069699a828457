"""The way in with a folder of articles: what they add to a few films, and what they must not turn over."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from basedon.building import build
from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.joining import Joined, Targets
from basedon.catalogue.titled import Titled
from basedon.errors import BadFile, BadUsage
from basedon.model.answer import Finding, Story
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target
from basedon.model.verdict import Basis
from basedon.questions import lineage, true_story
from basedon.starter import __main__ as starter_main
from basedon.starter import making

NOTHING = Target()
NOVEL = Target("Low Tide", "novel", "Ada Holt", 1933)
TRUE = "The film is based on a true story."
MABEL = "The film is based on the true story of Mabel Strand."


def say(subject: str, predicate: Predicate, target: Target = NOTHING, locator: str = "infobox") -> Statement:
    source, _, record = subject.partition(":")
    return Statement(subject=subject, predicate=predicate, target=target, evidence=(Evidence(source, record, locator),))


def film(subject: str, title: str, year: int, *said: tuple[Predicate, Target]) -> list[Statement]:
    """The statements of one film, and what else its record says."""
    return [
        say(subject, Predicate.TITLE, Target(title)),
        say(subject, Predicate.YEAR, Target(year=year)),
        *(say(subject, predicate, target) for predicate, target in said),
    ]


SALT = "wikipedia:Salt Road (film)"
FERRY = "wikipedia:Night Ferry"
PLAIN = "wikidata:Q900021"
FILMS = [
    *film(SALT, "Salt Road", 1971, (Predicate.BASED_ON, NOVEL)),
    *film(FERRY, "Night Ferry", 2010, (Predicate.ORIGINAL_STORY, NOTHING)),
    *film(PLAIN, "Plain Sight", 2005),
]
"""Salt Road, which adapts a novel, Night Ferry, an original story, and Plain Sight, of which nothing is known."""


def article(title: str, year: int, *sentences: str, headline: str = "") -> str:
    """A saved page about a film; its other words differ from film to film."""
    shown = [
        f"They showed {title} ({year}) in hall number {len(title) * n}, {year - n} steps from here." for n in range(6)
    ]
    text = "".join(f"<p>{sentence}</p>" for sentence in (*shown, *sentences))
    head = f'<head><title>{headline or title}</title><link rel="canonical" href="https://lamp.example/{year}"></head>'
    return f"<!doctype html><html>{head}<body><article>{text}</article></body></html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


@pytest.fixture
def built(tmp_path: Path, folder: Path) -> Iterator[Callable[..., Catalogue]]:
    """Builds and opens a catalogue of streams with what lies in the folder of articles."""
    opened: list[Catalogue] = []

    def make(*streams: list[Statement], heard: bool = True) -> Catalogue:
        path = tmp_path / f"{len(opened)}.basedon"
        build(path, streams or [FILMS], folder if heard else None)
        opened.append(Catalogue(path))
        return opened[-1]

    yield make
    for catalogue in opened:
        catalogue.close()


def story(catalogue: Catalogue, subject: str) -> Story:
    number = catalogue.number(subject)
    assert number is not None
    return true_story.story(catalogue, number)


def by_articles(told: Story) -> list[Finding]:
    return [finding for finding in told.findings if finding.source == "articles"]


Built = Callable[..., Catalogue]

# what an article adds


def test_a_finding_shows_the_article_with_its_quote(built: Built, folder: Path) -> None:
    (folder / "2005").mkdir()
    (folder / "2005" / "plain.html").write_text(article("Plain Sight", 2005, TRUE), "utf-8")
    told = story(built(), PLAIN)
    assert by_articles(told) == [
        Finding(
            "for",
            "It is based on a true story.",
            "articles",
            "2005/plain.html: sentence 7",
            "https://lamp.example/2005",
            TRUE,
        )
    ]
    assert told.basis is Basis.TRUE_STORY
    assert story(built(heard=False), PLAIN).basis is Basis.UNKNOWN


def test_an_article_is_a_weak_witness(built: Built, folder: Path) -> None:
    (folder / "plain.html").write_text(article("Plain Sight", 2005, TRUE), "utf-8")
    weak = story(built(), PLAIN).probability
    read = film("wikipedia:Plain Sight", "Plain Sight", 2005)
    strong = story(
        built([*read, say("wikipedia:Plain Sight", Predicate.TRUE_STORY, locator="lead, sentence 1")], heard=False),
        "wikipedia:Plain Sight",
    ).probability
    assert weak is not None
    assert strong is not None
    assert 0.5 < weak < strong


def test_without_articles_nothing_changes(built: Built, tmp_path: Path) -> None:
    """An empty folder is as none at all."""
    with_folder, without = built(), built(heard=False)
    assert with_folder.path.read_bytes() == without.path.read_bytes()
    assert "articles" not in {source.name for source in with_folder.info().sources}


def test_an_article_leaves_other_films_as_they_are(built: Built, folder: Path) -> None:
    before = built()
    (folder / "plain.html").write_text(article("Plain Sight", 2005, TRUE), "utf-8")
    after = built()
    for subject in (SALT, FERRY):
        assert story(after, subject) == story(before, subject)


def test_what_articles_add_is_counted(built: Built, folder: Path) -> None:
    (folder / "plain.html").write_text(article("Plain Sight", 2005, TRUE, MABEL), "utf-8")
    (folder / "ferry.html").write_text(article("Night Ferry", 2010, TRUE), "utf-8")
    (folder / "salt.html").write_text(article("Salt Road", 1971), "utf-8")  # says nothing of the story
    catalogue = built()
    (source,) = [source for source in catalogue.info().sources if source.name == "articles"]
    assert (source.records, source.record_url, source.as_of) == (2, None, None)
    number = catalogue.number(PLAIN)
    assert number is not None
    assert ("articles:plain.html", "its own record") in catalogue.records(number)
    assert catalogue.number("articles:plain.html") == number


def test_an_article_and_another_source_say_one_thing(built: Built, folder: Path) -> None:
    """One statement with two places where it was read."""
    (folder / "salt.html").write_text(
        article("Salt Road", 1971, "The film is based on the 1933 novel Low Tide by Ada Holt."), "utf-8"
    )
    catalogue = built()
    number = catalogue.number(SALT)
    assert number is not None
    (told,) = catalogue.told(number)
    assert [evidence.source for evidence in told.statement.evidence] == ["articles", "wikipedia"]


def test_articles_join_films_to_their_remakes(built: Built, folder: Path) -> None:
    (folder / "plain.html").write_text(
        article("Plain Sight", 2005, "The film is an official remake of Salt Road (1971)."), "utf-8"
    )
    catalogue = built()
    remake, original = catalogue.number(PLAIN), catalogue.number(SALT)
    assert remake is not None
    assert lineage.originals(catalogue, remake) == [original]
    assert catalogue.query("SELECT kind FROM links") == [("official",)]


def test_an_article_may_speak_of_the_remake_from_the_original_s_side(built: Built, folder: Path) -> None:
    (folder / "salt.html").write_text(
        article("Salt Road", 1971, "The film was remade in 2005 as Plain Sight."), "utf-8"
    )
    catalogue = built()
    remake, original = catalogue.number(PLAIN), catalogue.number(SALT)
    assert remake is not None
    assert lineage.originals(catalogue, remake) == [original]


# what an article does not turn over

CURATED = "curated:salt#salt-road-1971"
BOOK, TIDE = Target("Low Tide", "other"), Target("Tide", "film", year=1950)
ADAPTATIONS = {
    "a novel, says Wikipedia": film(SALT, "Salt Road", 1971, (Predicate.BASED_ON, NOVEL)),
    "a novel, says a contributor": film(CURATED, "Salt Road", 1971, (Predicate.BASED_ON, NOVEL)),
    "some book, says a contributor": film(CURATED, "Salt Road", 1971, (Predicate.BASED_ON, BOOK)),
    "a film, says a contributor": film(CURATED, "Salt Road", 1971, (Predicate.REMAKE_OF, TIDE)),
}


@pytest.mark.parametrize("stream", ADAPTATIONS.values(), ids=ADAPTATIONS)
def test_an_article_alone_makes_no_true_story_of_an_adaptation(
    built: Built, folder: Path, stream: list[Statement]
) -> None:
    (folder / "salt.html").write_text(article("Salt Road", 1971, TRUE), "utf-8")
    before, after = story(built(stream, heard=False), stream[0].subject), story(built(stream), stream[0].subject)
    assert before.basis is after.basis is Basis.ADAPTATION
    assert before.probability is not None
    assert after.probability is not None
    assert before.probability < after.probability < 0.5
    assert [finding.stance for finding in by_articles(after)] == ["for"]


def test_an_article_alone_makes_no_true_story_of_an_original_one(built: Built, folder: Path) -> None:
    (folder / "ferry.html").write_text(article("Night Ferry", 2010, TRUE), "utf-8")
    assert story(built(), FERRY).basis is Basis.ORIGINAL


def test_an_article_alone_makes_no_adaptation_of_a_true_story(built: Built, folder: Path) -> None:
    (folder / "salt.html").write_text(
        article("Salt Road", 1971, "The film is based on the novel Low Tide by Ada Holt."), "utf-8"
    )
    stream = film(SALT, "Salt Road", 1971, (Predicate.TRUE_STORY, NOTHING))
    assert story(built(stream), SALT).basis is Basis.TRUE_STORY


def test_two_identical_articles_weigh_as_one(built: Built, folder: Path) -> None:
    text = article("Plain Sight", 2005, TRUE, "It depicts the flood of 1931 at Lund.")
    (folder / "a.html").write_text(text, "utf-8")
    one = built()
    (folder / "b.html").write_text(text, "utf-8")
    (folder / "c.html").write_text(text.replace("</article>", "<p>Read more about brass.</p></article>"), "utf-8")
    three = built()
    assert story(three, PLAIN) == story(one, PLAIN)
    assert one.info().issues == {}
    assert three.info().issues == {"articles: near-identical": 2}


def test_different_articles_that_say_one_thing_are_all_shown(built: Built, folder: Path) -> None:
    (folder / "a.html").write_text(article("Plain Sight", 2005, TRUE), "utf-8")
    lines = [f"Carter number {n * 7} has never been in a hall of {n} seats." for n in range(8)]
    (folder / "b.html").write_text(article("Plain Sight", 2005, *lines, TRUE), "utf-8")
    found = by_articles(story(built(), PLAIN))
    assert [finding.locator for finding in found] == ["a.html: sentence 7", "b.html: sentence 15"]


# what is kept


def test_issues_are_kept_in_the_catalogue(built: Built, folder: Path) -> None:
    plain = article("Plain Sight", 2005, TRUE)
    files = {
        "a.html": plain,
        "b.html": plain,
        "c.txt": "",
        "d.md": "# Seven kettles\n\nThey whistle.",
        "e.pdf": "no article",
    }
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    catalogue = built()
    assert catalogue.info().issues == {
        "articles: near-identical": 1,
        "articles: no film": 1,
        "articles: no text": 1,
    }
    assert catalogue.query("SELECT source, record, kind, says FROM issues ORDER BY record") == [
        ("articles", "b.html", "near-identical", "nearly the same as a.html, and counted with it"),
        ("articles", "c.txt", "no text", "holds no main text"),
        ("articles", "d.md", "no film", "names no film of the catalogue plainly enough"),
    ]


def test_the_same_films_and_articles_give_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the folder is called, and in whatever order its files came into it."""
    texts = {
        "z/plain.html": article("Plain Sight", 2005, TRUE, MABEL),
        "a.html": article("Night Ferry", 2010, "The film is based on the play Slack Water by Ada Holt."),
        "b.md": "# Is Salt Road a true story?\n\nThey say that Salt Road (1971) is no true story.",
        "c.html": article("Plain Sight", 2005, TRUE, MABEL),
        "none.txt": "",
    }
    made = []
    for number, order in enumerate((list(texts), list(reversed(texts)))):
        folder = tmp_path / f"articles {number}"
        for name in order:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(texts[name], "utf-8")
        target = tmp_path / f"{number}.basedon"
        made.append((build(target, [FILMS], folder), target.read_bytes()))
    assert made[0] == made[1]


def test_other_articles_give_another_digest(tmp_path: Path, folder: Path) -> None:
    digests = {build(tmp_path / "a.basedon", [FILMS], folder)}
    (folder / "plain.html").write_text(article("Plain Sight", 2005, TRUE), "utf-8")
    digests.add(build(tmp_path / "b.basedon", [FILMS], folder))
    (folder / "none.txt").write_text("", "utf-8")
    digests.add(build(tmp_path / "c.basedon", [FILMS], folder))
    assert len(digests) == 3


def test_the_file_is_whole_and_sound(built: Built, folder: Path) -> None:
    (folder / "plain.html").write_text(article("Plain Sight", 2005, TRUE, MABEL), "utf-8")
    connection = sqlite3.connect(built().path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        connection.close()


def test_without_the_folder_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="no such folder of articles"):
        build(tmp_path / "a.basedon", [FILMS], tmp_path / "missing")
    assert list(tmp_path.iterdir()) == []


# which film a title means

LAMPS = [
    *film("wikipedia:The Lamp (1950 film)", "The Lamp", 1950),
    *film("wikipedia:The Lamp (1962 film)", "The Lamp", 1962),
    *film("wikipedia:Kandil", "Kandil", 1980),
    say("wikipedia:Kandil", Predicate.ORIGINAL_TITLE, Target("Kandil Işığı")),
    say("wikipedia:Kandil", Predicate.YEAR, Target(year=1983), "lead"),
    *film("wikipedia:Kettle (1980 film)", "Kettle", 1980),
    *film("wikipedia:Kettle (1981 film)", "Kettle", 1981),
]


@pytest.mark.parametrize(
    ("title", "year", "found"),
    [
        ("Kandil", None, "Kandil"),
        ("KANDIL", None, "Kandil"),
        ("kandil isigi", None, "Kandil"),
        ("Kandil", 1980, "Kandil"),
        ("Kandil", 1983, "Kandil"),
        ("Kandil", 1979, "Kandil"),
        ("Kandil", 1981, "Kandil"),
        ("Kandil", 1978, None),
        ("The Lamp", None, None),
        ("The Lamp", 1950, "The Lamp (1950 film)"),
        ("Lamp", 1950, "The Lamp (1950 film)"),
        ("The Lamp", 1963, "The Lamp (1962 film)"),
        ("The Lamp", 1956, None),
        ("Kettle", 1980, "Kettle (1980 film)"),
        ("Kettle", 1981, "Kettle (1981 film)"),
        ("Kettle", 1979, "Kettle (1980 film)"),
        ("Kettle", None, None),
        ("Long Winter", None, None),
        ("Long Winter", 1980, None),
        ("", None, None),
        ("", 1980, None),
    ],
)
def test_the_one_film_of_a_title(
    joined: Callable[..., Joined],
    titled: Callable[[Joined], Titled],
    title: str,
    year: int | None,
    found: str | None,
) -> None:
    lamps = joined(LAMPS)
    assert Targets(lamps, titled(lamps)).film(title, year) == (f"wikipedia:{found}" if found else None)


# the command


def test_the_starter_is_built_with_articles(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Here from a starter of one curated film and no facts."""

    def build_curated(
        target: Path, streams: list[Iterator[Statement]], articles: Path | None, *more: list[Path]
    ) -> str:
        return build(target, streams[:2], articles, *more)

    stories = tmp_path / "starter" / "stories"
    stories.mkdir(parents=True)
    (stories / "few.toml").write_text(
        '[[works]]\ntitle = "Plain Sight"\nyear = 2005\ncountries = ["Norway"]\nlanguages = ["Norwegian"]\n'
        'page = "Plain Sight"\n',
        "utf-8",
    )
    monkeypatch.setattr(making, "FOLDER", stories.parent)
    monkeypatch.setattr(making, "build", build_curated)
    (folder / "plain.html").write_text(article("Plain Sight", 2005, TRUE), "utf-8")
    target = tmp_path / "starter.basedon"
    starter_main.main(["build", str(target), "--articles", str(folder)])
    with Catalogue(target) as catalogue:
        assert capsys.readouterr().out.startswith(f"{target}: digest {catalogue.stamp.digest}, ")
        assert len(by_articles(true_story.story(catalogue, 1))) == 1
    starter_main.main(["build", str(target)])
    with Catalogue(target) as catalogue:
        assert by_articles(true_story.story(catalogue, 1)) == []


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["build"],
        ["build", "a", "--articles"],
        ["build", "a", "b"],
        ["build", "a", "b", "c"],
        ["build", "a", "--articles", "b", "c"],
        ["build", "a", "--article", "b"],
        ["read"],
    ],
    ids=" ".join,
)
def test_another_command_is_refused_before_anything_is_done(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadUsage, match="--articles FOLDER"):
        starter_main.main(arguments)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("predicate", "target", "sentence"),
    [
        (Predicate.BASED_ON, NOVEL, MABEL),
        (Predicate.BASED_ON, Target("Low Tide", creator="Ada Holt"), TRUE),
        (Predicate.REMAKE_OF, Target("Tide", "film", year=1950), TRUE),
    ],
    ids=["novel", "some work", "remake"],
)
def test_no_more_does_an_article_that_says_it_twice_or_against_a_weaker_word(
    built: Built, folder: Path, predicate: Predicate, target: Target, sentence: str
) -> None:
    (folder / "salt.html").write_text(article("Salt Road", 1971, sentence), "utf-8")
    assert story(built(film(SALT, "Salt Road", 1971, (predicate, target))), SALT).basis is Basis.ADAPTATION


def test_a_file_whose_name_is_no_text_stops_nothing(built: Built, folder: Path) -> None:
    name = os.path.join(os.fsencode(folder), b"caf\xe9.html")  # noqa: PTH118
    try:
        Path(os.fsdecode(name)).write_text(article("Plain Sight", 2005, TRUE), "utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    assert len(by_articles(story(built(), PLAIN))) == 1
