"""What is known beforehand: that every line of the lexicon is one, and what the lines are good for."""

from importlib.resources import files
from typing import get_args

import pytest

from basedon.model.statement import Target, TargetType
from basedon.prose import known
from basedon.prose.patterns import plain
from basedon.prose.tokens import tokens

NAMES = ["people.txt", "events.txt", "works.tsv"]


def raw(name):
    return files("basedon.prose").joinpath("lexicon", name).read_text(encoding="utf-8")


def lines(name):
    return [line for line in raw(name).split("\n") if line and not line.startswith("#")]


def rows():
    return [line.split("\t") for line in lines("works.tsv")]


@pytest.mark.parametrize("name", NAMES)
def test_no_line_stands_twice(name):
    held = lines(name)
    assert len(held) > 100
    assert [line for line in held if held.count(line) > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_lines_are_sorted(name):
    """By character, or without regard to capitals."""
    held = lines(name)
    assert held in (sorted(held), sorted(held, key=str.casefold))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_clean_text(name):
    text = raw(name)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text
    assert [line for line in lines(name) if not all(c.isprintable() or c == "\t" for c in line)] == []


@pytest.mark.parametrize("name", ["people.txt", "events.txt"])
def test_a_name_is_written_as_plain_text_has_it(name):
    """Without tabs, outer or double spaces and curly quotes: with these it would never be met."""
    assert [line for line in lines(name) if line != " ".join(plain(line).split()) or "\t" in line] == []


@pytest.mark.parametrize("name", ["people.txt", "events.txt"])
def test_a_name_begins_with_a_capital_or_a_number(name):
    assert [line for line in lines(name) if not (line[0].isupper() or line[0].isdigit())] == []


def test_nobody_is_an_event():
    assert known.people().isdisjoint(lines("events.txt"))


def test_a_work_is_a_title_its_makers_and_a_kind_of_the_closed_list():
    for row in rows():
        assert len(row) == 3, row
        title, creator, kind = row
        assert title, row
        assert kind in get_args(TargetType), row
        assert [part for part in (title, creator) if part != " ".join(plain(part).split())] == [], row


def test_no_work_is_of_two_kinds():
    kinds = {}
    for title, creator, kind in rows():
        assert kinds.setdefault(known.work_key(title, creator), kind) == kind, title
    assert kinds == known.works()


def test_the_files_are_what_is_known():
    assert known.people() == set(lines("people.txt"))
    assert sum(map(len, known.events().values())) == len(lines("events.txt"))
    for first, names in known.events().items():
        assert all(name.split()[0] == first for name in names)


@pytest.mark.parametrize(
    ("sentence", "at", "end"),
    [
        ("depicts Operation Market Garden in 1944", 1, 4),
        ("depicts Operation Market Garden", 2, 2),
        ("depicts Operation Kettle in 1944", 1, 1),
        ("depicts", 1, 1),
        ("depicts", 7, 7),
    ],
)
def test_where_a_known_event_ends(sentence, at, end):
    assert known.event_end(tokens(sentence), at) == end


@pytest.mark.parametrize(
    ("title", "real"),
    [
        ("Operation Market Garden", True),
        ("1944 Operation Market Garden", True),
        ("Operation Market Garden of 1944", True),
        ("Operation Kettle", False),
        ("1944", False),
        ("", False),
        (" ", False),
    ],
)
def test_whether_an_event_is_known(title, real):
    assert known.is_event(title) is real


def test_a_work_goes_by_its_title_and_its_makers_last_names():
    assert known.work_key("Low Tide", "Ada Holt and Jon Pyke") == ("low tide", frozenset({"holt", "pyke"}))
    assert known.work_key("LOW TIDE", "Jon Pyke, A. Holt") == known.work_key("Low Tide", "Ada Holt and Jon Pyke")
    assert known.work_key("Low Tide", None) == known.work_key("Low Tide", "") == ("low tide", frozenset())


def test_only_a_target_of_no_kind_is_given_one():
    title, creator, kind = next(row for row in rows() if row[1] and row[2] not in ("other", "film"))
    told = Target(title=title, creator=creator)
    assert known.typed(told) == Target(title=title, type=kind, creator=creator)
    assert known.typed(Target(title=title, type="other", creator=creator)).type == kind
    for other in (
        Target(title=title, type="film", creator=creator),
        Target(title=title, creator="Nobody Known"),
        Target(title="No Such Title at All", creator=creator),
        Target(creator=creator),
        Target(),
    ):
        assert known.typed(other) == other


def test_every_event_of_the_lexicon_is_known():
    assert [name for name in lines("events.txt") if not known.is_event(name)] == []


def test_every_event_of_the_lexicon_can_be_met():
    met = [(name, tokens(name)) for name in lines("events.txt")]
    assert [name for name, words in met if known.event_end(words, 0) != len(words)] == []
