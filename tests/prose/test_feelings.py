"""What a post says that its writer felt, and about which of the films that it names."""

# posts are one line each
from __future__ import annotations

import pytest

from basedon.model.reactions import FEELINGS
from basedon.prose.feelings import LONGEST, Reading, felt, masked
from basedon.prose.feelings_words import KINDS, LINE, apart, tree, vocabulary


@pytest.mark.parametrize(
    ("text", "feelings"),
    [
        ("I cried so hard at the end", {"crying"}),
        ("it never fails to make me cry", {"crying"}),
        ("can't watch it without crying", {"crying"}),
        ("couldn't stop crying", {"crying"}),
        ("I bawled my eyes out. Ugly cried.", {"crying"}),
        ("That ending brings me to tears 😭", {"crying"}),
        ("soooo good, I cryyyied", {"loving"}),
        ("I sobbbbed", {"crying"}),
        ("laughed until I cried", {"laughing"}),
        ("absolutely hilarious, cracks me up", {"laughing"}),
        ("my favourite film ever", {"loving"}),
        ("I never get tired of it", {"loving"}),
        ("It scared the pants off me as a kid", {"frightened"}),
        ("gave me nightmares", {"frightened"}),
        ("I fell asleep halfway through", {"bored"}),
        ("so boring and overrated", {"bored", "hating"}),
        ("my comfort film when I'm sad", {"comforted"}),
        ("makes me feel all warm and fuzzy", {"comforted"}),
        ("Didn't like it, what a waste of time", {"hating"}),
        ("Lloré muchísimo", {"crying"}),
        ("J'ai pleuré comme un bébé, quel film magnifique", {"crying", "loving"}),
        ("Ich habe so geweint", {"crying"}),
        ("Ho pianto tutto il tempo", {"crying"}),
        ("çok ağladım", {"crying"}),
        ("chorei demais", {"crying"}),
        ("めっちゃ泣いた", {"crying"}),
        ("정말 눈물 났다", {"crying"}),
        ("🤣🤣", {"laughing"}),
    ],
)  # fmt: skip
def test_what_is_felt(text: str, feelings: set[str]) -> None:
    assert set(felt(text).feelings) == feelings


@pytest.mark.parametrize(
    "text",
    [
        "I didn't cry",
        "I would have cried if it had been longer",
        "I almost cried",
        "the last time I cried was when my cat died",
        "your story made me cry",
        "she cried and left him",
        "People hate it for some reason",
        "My husband said it was boring",
        "most critics found it boring",
        "I put it on whenever I'm bored",
        "Loved it /s",
        "It isn't scary at all",
        "no lloré nada",
        "ağlamadım",
        'he says "I love you so very much"',
        "> I cried the whole time",
        "They had a battle cry",
        "Someone recommended Scary Movie",
        "did you cry?",
        "funny thing is, I work there",
        "🎬🎬🎬",
        "",
    ],
)
def test_what_is_not_felt(text: str) -> None:
    assert felt(text).feelings == ()


def test_what_is_written_before_irony_does_not_count() -> None:
    assert felt("Worst film ever. Just kidding, I loved it").feelings == ("loving",)


@pytest.mark.parametrize(
    ("text", "seen", "ahead"),
    [
        ("I saw it last night", True, False),
        ("crying before the credits have rolled", True, False),
        ("can't wait to see it", False, True),
        ("I'm about to watch it and I will cry", False, True),
        ("I haven't seen it yet", False, True),
        ("haven't seen it in years, I loved it", True, False),
        ("on my watchlist", False, True),
        ("a film about trains", False, False),
    ],
)
def test_seen_or_about_to(text: str, seen: bool, ahead: bool) -> None:
    told = felt(text)
    assert (told.seen, told.ahead) == (seen, ahead)


def test_who_is_about_to_see_it_has_not_cried() -> None:
    assert felt("Can't wait to see it and cry").feelings == ()


def about(text: str, *titles: str) -> list[tuple[str, ...]]:
    spans = sorted((text.index(title), text.index(title) + len(title)) for title in titles)
    return [told.feelings for told in Reading(masked(text, spans)).about(len(spans))]


def test_a_feeling_is_about_the_film_of_its_clause() -> None:
    assert about("I loved Big Lamp but Old Harbour bored me", "Big Lamp", "Old Harbour") == [("loving",), ("bored",)]
    assert about("Big Lamp made me cry, Old Harbour is hilarious.", "Big Lamp", "Old Harbour") == [
        ("crying",),
        ("laughing",),
    ]


def test_a_list_of_films_is_one_subject() -> None:
    assert about("Aaa, Bbb and Ccc all made me cry", "Aaa", "Bbb", "Ccc") == [("crying",)] * 3


def test_a_sentence_without_a_film_is_about_the_last_one_or_the_next() -> None:
    assert about("Aaa. I cried.\n\nBbb. So boring.", "Aaa", "Bbb") == [("crying",), ("bored",)]
    assert about("I cried so much. Aaa! And then there is Bbb, which is hilarious", "Aaa", "Bbb") == [
        ("crying",),
        ("laughing",),
    ]


def test_words_of_a_title_tell_nothing() -> None:
    assert about("We watched Terrible Boring Tears", "Terrible Boring Tears") == [()]


def test_the_fast_way_takes_text_apart_as_the_pattern_does() -> None:
    text = "I LOVED it, really - \"so good\"! Isn't it?\nYes; (maybe) it's feel-good... ok"
    fast, slow = apart(text), apart(text + " é")[:-1]
    marks = {"...": [".", ".", "."]}
    assert fast == [w if w != "\n" else LINE for word in slow for w in marks.get(word, [word]) if w != "-"]


def test_a_long_post_is_read_no_further_than_a_bound() -> None:
    assert felt("word " * LONGEST + "I cried").feelings == ()


def test_the_lexicon_is_whole() -> None:
    assert set(FEELINGS) <= set(KINDS)
    assert {"cried", "lloré", "ağladım", "泣", "geweint"} <= vocabulary()
    assert all(word == word.lower() for word in vocabulary())
    assert tree()["cried"][""]
