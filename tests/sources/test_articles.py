"""A folder of saved articles: which film each is about, what it says, and what became of every file."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from basedon.errors import BadFile
from basedon.identity.titles import normal
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target
from basedon.prose.pages import Page
from basedon.sources.articles import LONGEST_QUOTE, Find, Unread, files, read_folder, statements, subject

PATIENCE = 15.0
SALT, FERRY, LAMP_1950, LAMP_1962, MILES = (f"curated:film-{n}" for n in range(5))
FILMS = {
    SALT: ("Salt Road", 1971),
    FERRY: ("Night Ferry", 2010),
    LAMP_1950: ("The Lamp", 1950),
    LAMP_1962: ("The Lamp", 1962),
    MILES: ("Miles, Miles & More", 1999),
}


def find(title: str, year: int | None) -> str | None:
    """As a catalogue of these five films finds them."""
    named = [id_ for id_, (known, _) in FILMS.items() if normal(known) == normal(title)]
    fitting = [id_ for id_ in named if year is None or abs(FILMS[id_][1] - year) <= 1]
    return fitting[0] if len(fitting) == 1 else None


def about(headline: str, text: str = "Nobody knows.") -> str | None:
    found = subject(Page(headline, text), find)
    return found[1] if found else None


def page(headline: str, *paragraphs: str, head: str = "") -> bytes:
    """A saved page with a headline and paragraphs."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    head = f"<head><title>{headline}</title>{head}</head>"
    return f"<!doctype html><html>{head}<body><article>{text}</article></body></html>".encode()


def told(folder: Path, find: Find = find) -> list[Statement | Unread]:
    return list(read_folder(folder, find))


def said(folder: Path, *paragraphs: str, headline: str = "The true story behind Salt Road") -> list[Statement]:
    """What one article says, of which everything must be a statement."""
    (folder / "article.html").write_bytes(page(headline, *paragraphs))
    found = told(folder)
    assert all(isinstance(one, Statement) for one in found), found
    return [one for one in found if isinstance(one, Statement)]


DATED = "They showed Salt Road (1971) by the sea."
LINES = (
    "It rained while the carters stood in line, and the hall had no roof to speak of.",
    "Later that week the reels were carried to the next town, where nobody came to see them.",
)

# which film an article is about


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Is Salt Road based on a true story?", "It rains in Salt Road (1971)."),
        ("Was Salt Road really based on a real case?", "It rains in Salt Road (1971)."),
        ("The true story behind Salt Road", "It rains in Salt Road (1971)."),
        ("Salt Road's true story", "It rains in Salt Road (1971)."),
        ("Salt Road ending explained", "It rains in Salt Road (1971)."),
        ("Salt Road: what the carters knew", "It rains in Salt Road (1971)."),
        ("Salt Road - Evening Lamp", "It rains in Salt Road (1971)."),
        ("Salt Road", "It was In Salt Road (1971) that it rained."),
        ("Why we still watch “Salt Road”", "It rains in “Salt Road” (1971)."),
        ("Why we still watch 'Salt Road'", "It rains in 'Salt Road' (1971)."),
        ("Why we still watch *Salt Road*", "It rains in *Salt Road* (1971)."),
        ("SALT ROAD: what the carters knew", "It rains in Salt Road (1971)."),
        ("Salt Road: one year later", "It rains in Salt Road (1972)."),
    ],
)
def test_the_film_of_the_headline_with_its_year(headline: str, text: str) -> None:
    assert about(headline, text) == SALT


def test_the_title_is_given_as_the_article_writes_it() -> None:
    assert subject(Page("SALT ROAD: what they knew", "It rains in SALT ROAD (1971)."), find) == ("SALT ROAD", SALT)


def test_the_year_tells_which_of_two_films_the_headline_means() -> None:
    assert about("Was The Lamp a true story?", "The Lamp (1950) is.") == LAMP_1950
    assert about("Was The Lamp a true story?", "The Lamp (1962) is.") == LAMP_1962


def test_the_year_that_is_told_most_often_counts() -> None:
    text = "The Lamp (1962) was made after The Lamp (1950). The Lamp (1962) has colour."
    assert about("Was The Lamp a true story?", text) == LAMP_1962


def test_several_films_of_a_title_without_a_year_are_none() -> None:
    assert about("Was The Lamp a true story?", "The Lamp. " * 9) is None


def test_a_film_of_another_year_is_another_film() -> None:
    assert about("Salt Road: what the carters knew", "Salt Road (1999) ran. Salt Road ran. Salt Road ran.") is None


def test_a_film_that_is_not_held_is_none() -> None:
    assert (
        about("Is Long Winter based on a true story?", "Long Winter (1980). Long Winter (1980). Long Winter.") is None
    )


@pytest.mark.parametrize(("times", "film"), [(0, None), (1, None), (2, SALT), (9, SALT)])
def test_a_title_alone_must_stand_there_often(times: int, film: str | None) -> None:
    """The headline counts too."""
    assert about("The true story behind Salt Road", "They speak of Salt Road here. " * times) == film


@pytest.mark.parametrize(
    ("text", "film"),
    [
        ("Night Ferry (2010) came first. Then came rain. Night Ferry (2010) again.", FERRY),
        ("Night Ferry (2010) came first. We loved Night Ferry. They loved Night Ferry.", FERRY),
        ("We saw “Night Ferry” (2010). They saw “Night Ferry” (2010).", FERRY),
        ("We saw Miles, Miles & More (1999). They saw Miles, Miles & More (1999).", MILES),
        ("Night Ferry (2010) came once.", None),
        ("Night Ferry came. Night Ferry went. Night Ferry came again, and Night Ferry again.", None),
        ("Night Ferry (2010) came. We saw Salt Road (1971). They saw Salt Road (1971).", SALT),
        ("Boats went (2010). Boats came (2010).", None),
    ],
)
def test_without_the_headline_it_takes_several_namings_with_a_year(text: str, film: str | None) -> None:
    assert about("Ten boats that we liked", text) == film


def test_the_headline_comes_before_what_else_is_named() -> None:
    text = "Salt Road (1971) ran. Night Ferry (2010) ran. Night Ferry (2010) came. Night Ferry (2010) went."
    assert about("Is Salt Road based on a true story?", text) == SALT
    assert about("Ten boats that we liked", text) == FERRY


def test_nothing_is_asked_of_the_catalogue_without_a_title() -> None:
    asked: list[str] = []

    def none(title: str, year: int | None) -> None:
        asked.append(title)

    for headline in ("", "?", "Ten boats", "Is it?"):
        subject(Page(headline, "Ran (1971) " * 50 + "Ran here. " * 50), none)
    assert all(title for title in asked)
    assert len(asked) < 100


# what it says


def test_a_statement_leads_back_to_its_sentence(tmp_path: Path) -> None:
    head = (
        '<link rel="canonical" href="https://lamp.example/salt">'
        '<meta property="article:published_time" content="2021-03-04T08:00:00Z">'
    )
    sentence = "Salt Road is based on the 1933 novel Low Tide by Ada Holt."
    (tmp_path / "salt.html").write_bytes(page("Is Salt Road a true story?", DATED, *LINES, sentence, head=head))
    assert told(tmp_path) == [
        Statement(
            subject=SALT,
            predicate=Predicate.BASED_ON,
            target=Target("Low Tide", "novel", "Ada Holt", 1933),
            evidence=(
                Evidence("articles", "salt.html", "sentence 4", sentence, "2021-03-04", "https://lamp.example/salt"),
            ),
        )
    ]


def test_plain_text_and_markdown_speak_too(tmp_path: Path) -> None:
    text = "Salt Road (1971) is based on a true story. They say so in town."
    (tmp_path / "a.txt").write_text(f"Was Salt Road real?\n{text}", "utf-8")
    (tmp_path / "b.md").write_text(f"# Was Salt Road real?\n\nA tale of carts. {' '.join(LINES)}\n\n{text}", "utf-8")
    found = told(tmp_path)
    assert [(one.evidence[0].record, one.predicate) for one in found if isinstance(one, Statement)] == [
        ("a.txt", Predicate.TRUE_STORY),
        ("b.md", Predicate.TRUE_STORY),
    ]


def test_every_saying_of_a_sentence_has_the_same_quote(tmp_path: Path) -> None:
    sentence = "The film is based on the true story of Mabel Strand."
    first, second = said(tmp_path, DATED, sentence)
    assert (first.predicate, second.predicate) == (Predicate.TRUE_STORY, Predicate.DEPICTS)
    assert second.target == Target("Mabel Strand", "person")
    assert first.evidence == second.evidence
    assert first.evidence[0].quote == sentence


def test_a_long_sentence_is_quoted_in_part(tmp_path: Path) -> None:
    (one,) = said(tmp_path, DATED, f"The film is based on a true story{', as they say by the sea' * 40}.")
    quote = one.evidence[0].quote
    assert quote is not None
    assert len(quote) == LONGEST_QUOTE
    assert quote.startswith("The film is based on a true story")


def test_denials_and_hedges_are_kept(tmp_path: Path) -> None:
    denied, hedged = said(
        tmp_path,
        DATED,
        "The film is not based on a true story.",
        "It is loosely based on the novel Low Tide by Ada Holt.",
    )
    assert (denied.predicate, denied.denied) == (Predicate.TRUE_STORY, True)
    assert (hedged.predicate, hedged.hedge, hedged.denied) == (Predicate.BASED_ON, "loosely", False)


def test_a_question_says_nothing(tmp_path: Path) -> None:
    asked = ("Is the film based on a true story?", "We asked whether it is based on a true story.")
    (tmp_path / "article.html").write_bytes(page("Salt Road by the sea", DATED, *asked))
    assert unread(told(tmp_path)) == {"article.html": "silent"}


def test_what_is_said_of_the_book_is_left_out(tmp_path: Path) -> None:
    (one,) = said(
        tmp_path, DATED, "The film is based on the play Low Tide by Ada Holt, which was based on a true story."
    )
    assert (one.predicate, one.target.title) == (Predicate.BASED_ON, "Low Tide")


@pytest.mark.parametrize(
    ("sentence", "predicate", "kind"),
    [
        ("The film was remade in 1990 as Saltveien.", Predicate.REMADE_AS, "unknown"),
        ("The film is a remake of Saltveien (1950).", Predicate.REMAKE_OF, "unknown"),
        ("The film is an unofficial remake of Saltveien (1950).", Predicate.REMAKE_OF, "unofficial"),
        ("It was followed by a sequel, Saltveien (1990).", Predicate.FOLLOWED_BY, "sequel"),
        ("It was followed by a prequel, Saltveien (1990).", Predicate.FOLLOWED_BY, "prequel"),
        ("It spawned a spin-off, Saltveien (1990).", Predicate.FOLLOWED_BY, "spin_off"),
        ("A reboot, titled Saltveien, was released in 1990.", Predicate.FOLLOWED_BY, "reboot"),
        ("The film is a sequel to Saltveien (1950).", Predicate.SEQUEL_OF, None),
        ("The film is a prequel to Saltveien (1990).", Predicate.PREQUEL_OF, None),
    ],
)
def test_remakes_and_sequels_from_the_film_s_side(
    tmp_path: Path, sentence: str, predicate: Predicate, kind: str | None
) -> None:
    (one,) = said(tmp_path, DATED, sentence)
    assert (one.subject, one.predicate, one.target.title, one.kind) == (SALT, predicate, "Saltveien", kind)


def test_an_article_that_says_nothing_of_the_story_gives_nothing(tmp_path: Path) -> None:
    (tmp_path / "article.html").write_bytes(page("Salt Road by the sea", DATED, *LINES))
    assert unread(told(tmp_path)) == {"article.html": "silent"}


# what becomes of the files


def unread(found: list[Statement | Unread]) -> dict[str, str]:
    return {one.record: one.kind for one in found if isinstance(one, Unread)}


def witnesses(found: list[Statement | Unread]) -> list[str]:
    return [one.evidence[0].record for one in found if isinstance(one, Statement)]


ARTICLE = page("Is Salt Road a true story?", DATED, *LINES, "The film is based on a true story.")


def test_the_folders_within_the_folder_are_read_by_name(tmp_path: Path) -> None:
    paths = ["b/2020/second.html", "a.html", "b/first.HTM", "c/d/e/f/last.xhtml"]
    for number, name in enumerate(paths):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        lines = [f"Number {number * 10 + line} of the carters went {line} miles to see it." for line in range(9)]
        sentence = f"The film is based on the novel Low Tide {number} by Ada Holt."
        (tmp_path / name).write_bytes(page("Is Salt Road a true story?", DATED, *lines, sentence))
    assert [path.relative_to(tmp_path).as_posix() for path in files(tmp_path)] == sorted(paths)
    assert witnesses(told(tmp_path)) == sorted(paths)


def test_only_pages_and_texts_are_articles(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.png", "c", ".html", "d.html.part", "e.json"):
        (tmp_path / name).write_bytes(ARTICLE)
    (tmp_path / "folder.html").mkdir()
    (tmp_path / "nowhere.html").symlink_to(tmp_path / "missing.html")
    assert told(tmp_path) == []


def test_an_empty_folder_says_nothing(tmp_path: Path) -> None:
    assert told(tmp_path) == []


@pytest.mark.parametrize("raw", [b"", b"\n \n", b"<html></html>", b"\0" * 100, b"GIF89a\0\0"], ids=range(5))
def test_a_file_without_text_is_kept_as_such(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.html").write_bytes(raw)
    assert unread(told(tmp_path)) == {"sub/a.html": "no text"}


def test_an_article_about_no_film_that_is_held_is_kept_as_such(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page("Seven kettles", *LINES, "The film is based on a true story."))
    (tmp_path / "b.html").write_bytes(page("Was The Lamp a true story?", "The Lamp is a film based on a true story."))
    assert unread(told(tmp_path)) == {"a.html": "no film", "b.html": "no film"}


def test_a_file_that_cannot_be_read_is_kept_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: Callable[..., Any] = Path.open

    def refuse(path: Path, *how: str, **more: Any) -> Any:
        if path.name == "a.html":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *how, **more)

    (tmp_path / "a.html").write_bytes(ARTICLE)
    (tmp_path / "b.html").write_bytes(ARTICLE)
    monkeypatch.setattr(Path, "open", refuse)
    first, *others = told(tmp_path)
    assert first == Unread("a.html", "unreadable", "Permission denied")
    assert witnesses(others) == ["b.html"]


def test_near_identical_articles_are_heard_once(tmp_path: Path) -> None:
    lines = [f"Number {line} of the carters went {line * 7} miles to see it in the hall." for line in range(20)]
    story = (DATED, *lines, "The film is based on a true story.")
    (tmp_path / "a.html").write_bytes(page("Is Salt Road a true story?", *story))
    (tmp_path / "b.html").write_bytes(page("Salt Road: the carters speak", *story, "Read more about kettles here."))
    (tmp_path / "c.txt").write_text("\n".join(story), "utf-8")
    first, second, third = told(tmp_path)
    assert witnesses([first]) == ["a.html"]
    assert (second, third) == tuple(
        Unread(name, "near-identical", "nearly the same as a.html, and counted with it") for name in ("b.html", "c.txt")
    )


@pytest.mark.parametrize("name", ["missing", "file.html"])
def test_what_is_no_folder_is_refused_in_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.html").write_bytes(ARTICLE)
    with pytest.raises(BadFile, match=r"no such folder of articles$") as caught:
        told(tmp_path / name)
    assert "\n" not in str(caught.value)


def test_a_folder_that_cannot_be_listed_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, pattern: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "rglob", refuse)
    with pytest.raises(BadFile, match="Permission denied"):
        told(tmp_path)


def test_the_same_folder_always_says_the_same(tmp_path: Path) -> None:
    for name in ("b.html", "a.html", "c.txt"):
        (tmp_path / name).write_bytes(ARTICLE.replace(b"Later", name.encode()))
    assert told(tmp_path) == told(tmp_path)


# hostile articles


@pytest.mark.parametrize(
    "headline",
    [
        *("A " * 150, "is " + "a " * 148, "true story of " * 21, "'s " * 100, '"' * 300, "“’" * 150, ": - ? | " * 37),
        *("x" * 300, "real story behind " + "x" * 280, "\u202e" * 300, "(1950) " * 42, "was a review explained " * 13),
    ],
    ids=range(12),
)
@pytest.mark.parametrize(
    "unit", ["Salt Road ", "A", "A ", "A of the ", "A (1950) ", "(1950)", "A.B!C?", '"A" (1950) ', "Ä’", "the film is "]
)
def test_hostile_headlines_and_texts_take_bounded_time(headline: str, unit: str) -> None:
    began = time.perf_counter()
    page_ = Page(headline, unit * (100_000 // len(unit)))
    subject(page_, find)
    found = list(statements(page_, "a.html", "Salt Road", SALT))
    assert len(found) < 2_000
    assert time.perf_counter() - began < PATIENCE


@pytest.mark.parametrize("unit", ["A", "Salt Road ", "A B. ", "Salt Road (1971) is based on A of the ", "A (1950) \n"])
def test_a_million_characters_take_bounded_time(tmp_path: Path, unit: str) -> None:
    (tmp_path / "a.txt").write_text("It rains in Salt Road (1971).\n" + unit * (1_000_000 // len(unit)), "utf-8")
    began = time.perf_counter()
    told(tmp_path)
    assert time.perf_counter() - began < PATIENCE


def test_the_quote_is_the_sentence_that_was_read(tmp_path: Path) -> None:
    text = "Was Salt Road real\n\nBy Ann Oake\n\nThey saw Salt Road (1971) in May. The film is based on a true story."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (one,) = told(tmp_path)
    assert isinstance(one, Statement)
    assert one.evidence[0].quote == "The film is based on a true story."


@pytest.mark.parametrize("headline", ["The true story behind Salt Road", "Salt Road - Evening Lamp", "Salt Road"])
def test_a_text_may_begin_with_the_title_and_year(headline: str) -> None:
    assert about(headline, "Salt Road (1971) is a film of the sea.") == SALT


@pytest.mark.parametrize(
    "text",
    ["We like rain and Salt Road (1971). They like Salt Road (1971).", "In Salt Road (1971). We saw Salt Road (1971)."],
)
def test_small_words_before_a_title_do_not_make_it_another(text: str) -> None:
    assert about("Ten boats that we liked", text) == SALT


@pytest.mark.parametrize(
    "headline", ["Salt Road (1971) review", "Salt Road (1971): what they knew", "Salt Road (1971)"]
)
def test_a_year_that_only_the_headline_tells(headline: str) -> None:
    assert about(headline, "It rains in this film.") == SALT


def test_a_title_within_a_longer_word_is_not_that_title() -> None:
    assert subject(Page("Ida: a trip", "Idaho is wide. Idaho is green. Idaho is far."), lambda *_: SALT) is None


def test_a_copy_under_a_plainer_headline_is_heard(tmp_path: Path) -> None:
    lines = [f"Number {line} of the carters went {line * 7} miles to see it in the hall." for line in range(20)]
    story = (*lines, "Salt Road (1971) was shown by the sea. The film is based on a true story.")
    (tmp_path / "a.html").write_bytes(page("From the coast", *story))
    (tmp_path / "b.html").write_bytes(page("Is Salt Road a true story?", *story))
    assert witnesses(told(tmp_path)) == ["b.html"]


def test_a_title_within_a_longer_word_of_the_headline_is_not_that_title() -> None:
    assert subject(Page("Idaho: a trip", "They once made Ida (1984) there."), lambda *_: SALT) is None


def test_the_year_that_is_told_most_often_counts_wherever_it_stands() -> None:
    text = "After The Lamp (1950) came The Lamp (1962). We like The Lamp (1962)."
    assert about("Was The Lamp a true story?", text) == LAMP_1962
