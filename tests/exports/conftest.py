"""Catalogues to export: the small one, and one of titles and evidence that mean harm."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from basedon.building import build
from basedon.catalogue.catalogue import Catalogue
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target

HOSTILE = {
    "quotes": "He said \"it's\" 'fine' \\ \\n \\\" `x`",
    "lines": "one\ntwo\r\nthree\rfour\u2028five\u2029six\u0085seven\x0b\x0ceight",
    "tabs": "\tbefore\tbetween\tafter\t",
    "controls": "\x01\x02bell\x07back\x08esc\x1b[31mdel\x7fc1\x9b",
    "not in XML": "a\ufffeb\uffffc\x00d",
    "markup": "<b>&amp; &lt; ]]> <!-- --> <?xml?> & </data>",
    "formula": '=HYPERLINK("http://evil.example","x")',
    "sums": "+1-2",
    "minus": "-2+3",
    "at": "@SUM(1,2)",
    "commas": "a,b;c|d||e",
    "comment": "/* */ Q1\tP144\tQ2 /* x */",
    "blanks": "  around  ",
    "address": '<>"{}|^`\\ %41 #?&=/:',
    "emoji": "👩‍👧 Ünïcödé 漢字 العربية",
    "bidi": "\u202eevil\u2066 \u200b\ufeff",
}
"""Titles that mean harm. Half a surrogate pair is no text, and no file holds one."""

NOTHING = Target()
Say = Callable[..., Statement]


def say(subject: str, predicate: Predicate, target: Target = NOTHING, **more: object) -> Statement:
    source, _, record = subject.partition(":")
    read = more.pop("read", None) or Evidence(source, record, "here")
    evidence = read if isinstance(read, tuple) else (read,)
    return Statement(subject=subject, predicate=predicate, target=target, evidence=evidence, **more)  # type: ignore[arg-type]


def film(subject: str, title: str, year: int | None = None, *ids: str, language: str = "") -> list[Statement]:
    said = [say(subject, Predicate.TITLE, Target(title))]
    said += [say(subject, Predicate.YEAR, Target(year=year))] if year else []
    said += [say(subject, Predicate.LANGUAGE, Target(language))] if language else []
    return said + [say(subject, Predicate.SAME_AS, Target(id=id_)) for id_ in ids]


def hostile_said() -> Iterator[Statement]:
    """A film of each title, each a remake of one film, by a director of that name, with evidence of those words."""
    yield from film("wikidata:Q500", "The First", 1950)
    for number, text in enumerate(HOSTILE.values(), 600):
        subject = f"wikidata:Q{number}"
        yield from film(subject, f"{text} {number}", 1990)
        yield say(subject, Predicate.ALSO_CALLED, Target(f"{text}x"))
        yield say(subject, Predicate.DIRECTOR, Target(f"{text} Y"))
        yield say(subject, Predicate.GENRE, Target(text))
        read = Evidence("articles", text, text, text, "2020-02-03", text)
        yield say(subject, Predicate.REMAKE_OF, Target(id="wikidata:Q500"), read=read)
        yield say(subject, Predicate.BASED_ON, Target(f"{text} {number}", "novel", text, -430), read=read)
        yield say(subject, Predicate.DEPICTS, Target(text, "event"), read=read, denied=True, hedge="partly")
        yield say(subject, Predicate.SEQUEL_OF, Target(f"{text} 0", "film", text, 1977), read=read)
        page = f"wikipedia:{text} {number}"
        yield from film(page, f"Page {number}", 1991)
        yield say(page, Predicate.TRUE_STORY, denied=number % 2 == 1)


@pytest.fixture(name="say")
def say_() -> Say:
    """Makes one statement."""
    return say


@pytest.fixture(name="film")
def film_() -> Callable[..., list[Statement]]:
    """Makes the statements of one film."""
    return film


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue of titles that mean harm."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.basedon"
    build(path, [list(hostile_said())])
    return path


@pytest.fixture(params=["small", "hostile"])
def held(request: pytest.FixtureRequest) -> Iterator[Catalogue]:
    """Each of the two catalogues, opened."""
    with Catalogue(request.getfixturevalue(request.param)) as catalogue:
        yield catalogue


@pytest.fixture
def holding(tmp_path: Path) -> Iterator[Callable[..., Catalogue]]:
    """Opens a catalogue of what is said."""
    opened: list[Catalogue] = []

    def hold(*said: list[Statement]) -> Catalogue:
        path = tmp_path / f"{len(opened)}.basedon"
        build(path, said)
        opened.append(Catalogue(path))
        return opened[-1]

    yield hold
    for catalogue in opened:
        catalogue.close()
