"""Titles with letters wrong, found in catalogues large enough for lists of the best and of letters."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from basedon.catalogue import indexing, likeness, search, trigrams
from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.writer import writing
from basedon.identity.titles import normal

SYLLABLES = ("ka", "lo", "mi", "ren", "su", "tor", "ve", "zan", "bri", "dul")
WORDS = [a + b for a in SYLLABLES for b in SYLLABLES]


def made(path: Path, titles: list[str]) -> Path:
    """A file with these titles, one work each, the later the more prominent; not more than search looks at."""
    with writing(path, path.with_suffix(".making")) as connection:
        connection.execute("INSERT INTO about VALUES ('digest', 'x')")
        for work, title in enumerate(titles, 1):
            connection.execute(
                "INSERT INTO works VALUES (?, ?, 'film', ?, NULL, 2000, NULL, NULL, NULL, NULL, ?)",
                (work, f"x:{work}", title, work),
            )
            connection.execute("INSERT INTO titles VALUES (?, ?, ?, 'title', 'x')", (normal(title), work, title))
    return path


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    titles = [f"{a} {b}" for a in WORDS for b in WORDS[::3]]
    titles += ["The Quivering Lantern of Oxbridge", "Quick", "Night Walker", "Fog Hyphen 2", "Fog Hyphen 3"]
    with Catalogue(made(tmp_path_factory.mktemp("large") / "large.basedon", titles)) as catalogue:
        yield catalogue


def titles_of(held: Catalogue, works: list[int]) -> list[str]:
    return [work.title for work in held.works(works).values()]


LANTERN = "The Quivering Lantern of Oxbridge"


@pytest.mark.parametrize(
    "typed",
    [
        "the quivering lantern of oxbrige",
        "quivering lantrn of oxbirdge",
        "quivering lanternof oxbridge",
        "the quivvering lantern of oxxbridge",
        "quivering lantern of öxbridgé",
        "Quіvering Lantern of Oxbridgе",
        "lantern oxbridge",
    ],
)
def test_a_long_title_with_letters_wrong_comes_first(large: Catalogue, typed: str) -> None:
    assert titles_of(large, search.search(large, typed, 5))[0] == LANTERN


@pytest.mark.parametrize("typed", ["quikc", "quck", "quiick", "quiek", "uqick"])
def test_a_short_title_with_one_letter_wrong_comes_first(large: Catalogue, typed: str) -> None:
    assert titles_of(large, search.search(large, typed, 5))[0] == "Quick"


def test_what_many_titles_begin_with_gives_the_most_prominent(large: Catalogue) -> None:
    every = dict(large.query("SELECT title, prominence FROM works"))
    for typed in ("k", "ka", "kaka", "Kaka ", "s"):
        best = sorted((t for t in every if t.startswith(typed.strip().lower())), key=lambda t: -every[t])
        assert titles_of(large, search.search(large, typed, 10)) == best[:10]
        assert len(search.search(large, typed, 40)) >= min(40, len(best))


def test_a_word_inside_many_titles_gives_the_most_prominent(large: Catalogue, tmp_path: Path) -> None:
    titles = [f"{word} harbour" for word in WORDS] + [f"{word} old harbour" for word in WORDS]
    with Catalogue(made(tmp_path / "words.basedon", titles)) as held:
        assert held.query("SELECT COUNT(*) FROM title_bests WHERE beginning = ' harbour'") == [(1,)]
        assert search.search(held, "harbour", 3) == [len(titles), len(titles) - 1, len(titles) - 2]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("The Quivering Lantern of Oxbrigde", LANTERN),
        ("Quivering Lantrn of Oxbirdge", LANTERN),
        ("Nightwalker", "Night Walker"),
        ("Night Wallker", "Night Walker"),
        ("Night Walkers", None),  # may be another film
        ("Quikc", None),  # too short to be sure
        ("Fog Hyphn 2", "Fog Hyphen 2"),
        ("Fog Hyphn 4", None),
        ("Fog Hyphen 4", None),
        ("kakaa kalo", None),  # as near to others
        ("Quivering Lantern", None),
        ("", None),
        ("!!!", None),
    ],
)
def test_a_misspelt_title_means_a_film_only_where_it_is_clear(large: Catalogue, typed: str, meant: str | None) -> None:
    assert titles_of(large, search.misspelt(large, typed)) == ([meant] if meant else [])


def test_a_word_that_other_titles_have_is_not_taken_for_a_misspelt_one(tmp_path: Path) -> None:
    for titles, found in ((["The Golden Lamb"], [1]), (["The Golden Lamb", "Old Lamp Shop"], [])):
        with Catalogue(made(tmp_path / f"{len(titles)}.basedon", titles)) as held:
            assert search.misspelt(held, "The Golden Lamp") == found


@pytest.mark.parametrize("typed", ["lamp seven", "lamp number seven", "lamp 7", "lamp no. 7", "lamp nr 7"])
def test_a_number_is_found_inside_a_title_however_it_is_written(tmp_path: Path, typed: str) -> None:
    with Catalogue(made(tmp_path / "lamp.basedon", ["Wonder in Lamp No. 7", "Wonder in Lamp No. 8", "Other"])) as held:
        assert search.search(held, typed, 5)[0] == 1


@pytest.mark.parametrize("typed", ["7번방의 선물", "7beonbangui seonmul", "7 beonbangui seonmul", "7beonbanguiseonmul"])
def test_a_title_of_another_script_is_found_in_either(tmp_path: Path, typed: str) -> None:
    with Catalogue(made(tmp_path / "script.basedon", ["7번방의 선물", "Унесённые призраками"])) as held:
        assert search.search(held, typed, 5) == [1]
        assert search.search(held, "унесенные призраками", 5) == [2]


HOSTILE = [
    "the a an of",
    '" OR 1=1 --',
    "NEAR(lamp) AND NOT *",
    "%_%",
    "lamp*",
    "^lamp AND title:x",
    "😀" * 40,
    "\u202eprmal eht\u202c",
    "\ud800",
    "\ud800\udc00lamp\udfff",
    "\x00lamp",
    "word " * 1000,
    "a" * 100_000,
    "7 " * 500,
    "one hundred and " * 300,
    "(((" * 1000,
    ", The" * 300,
    "\u0301" * 500,
    "ﷺ" * 300,
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_whatever_is_typed_has_an_answer(large: Catalogue, typed: str) -> None:
    assert len(search.search(large, typed, 5)) <= 5
    search.of_title(large, typed)
    search.misspelt(large, typed)


@given(st.text(max_size=80))
def test_any_text_has_an_answer(large: Catalogue, typed: str) -> None:
    found = search.search(large, typed, 5)
    assert len(set(found)) == len(found) <= 5


@given(st.sets(st.integers(0, 5000), min_size=1), st.integers(0, 70_000))
def test_lists_of_blocks_are_read_as_they_were_written(blocks: set[int], gap: int) -> None:
    listed = np.array(sorted({*blocks, 5000 + gap}), np.uint32)
    for count in (int(listed[-1]) + 1, int(listed[-1]) + 100_000):
        sums = np.zeros(count, np.uint16)
        trigrams.add(trigrams.packed(listed, count), 3, sums)
        assert np.flatnonzero(sums).tolist() == listed.tolist()
        assert set(sums[listed].tolist()) == {3}


@given(st.lists(st.text("abc 1", min_size=1, max_size=9), min_size=1, max_size=9))
def test_letters_of_many_keys_are_those_of_each(keys: list[str]) -> None:
    runs, places = trigrams.codes(keys)
    for place, key in enumerate(keys):
        told = trigrams.letters(key)
        alone = [tuple(told[n : n + 3]) for n in range(len(told) - 2) if any(told[n + 1 : n + 3])]
        assert [a * 37 * 37 + b * 37 + c for a, b, c in alone] == runs[places == place].tolist()


def test_the_blocks_hold_every_key_once(large: Catalogue) -> None:
    every = [key for (key,) in large.query("SELECT DISTINCT normal FROM titles ORDER BY normal")]
    blocks = [block for (block,) in large.query("SELECT block FROM title_blocks ORDER BY block")]
    each = [likeness.keys_of(large, [block]) for block in blocks]
    assert [key for keys in each for key in keys] == every
    assert max(map(len, each)) == indexing.BLOCK


def test_the_same_titles_give_the_same_lists(tmp_path: Path) -> None:
    titles = [f"{a} {b}" for a in WORDS[:40] for b in WORDS[::5]]
    one, other = made(tmp_path / "one", titles), made(tmp_path / "other", titles)
    assert one.read_bytes() == other.read_bytes()


def test_a_file_of_an_earlier_version_is_searched_by_key_and_beginning(tmp_path: Path) -> None:
    path = made(tmp_path / "old.basedon", ["Quiet Lamp", "Loud Lamp"])
    with closing(sqlite3.connect(path)) as connection:
        for table in ("title_blocks", "title_letters", "title_bests"):
            connection.execute(f"DROP TABLE {table}")
        connection.commit()
    with Catalogue(path) as old:
        assert search.search(old, "quiet l", 5) == search.of_title(old, "The Quiet Lamp") == [1]
        assert search.search(old, "quiet lapm", 5) == search.misspelt(old, "quiet lapm") == []
