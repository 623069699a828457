"""Articles that the user saved, a folder of pages and text files: journalists as weak witnesses.

An article speaks of the film that its headline and text name most plainly, with its year or often enough; one that may
mean several films, or none that is held, is an issue and no witness. Near-identical pages count as one. What it says is
read by `prose/reader`; the sentence is kept as the quote, for the file is the user's own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

from basedon.errors import BadFile
from basedon.model.evidence import Evidence
from basedon.model.statement import CONTINUES, Predicate, Statement
from basedon.prose.likeness import Texts
from basedon.prose.pages import LONGEST, Page, read_page
from basedon.prose.patterns import compiled
from basedon.prose.reader import Saying, read
from basedon.prose.sentences import split

ENDINGS = frozenset({".html", ".htm", ".xhtml", ".txt", ".md", ".markdown"})
LONGEST_QUOTE = 300
OFTEN = 3
"""How often a title without a year must stand in an article to be what it is about."""

_TITLE_WORD = r"(?:[\p{Lu}\pN][\pL\pN'’.&:!?,-]*|of|the|and|in|a|an|to|for|on|at|with|&)"
_DATED = compiled(rf"({_TITLE_WORD}(?:\x20{_TITLE_WORD}){{0,9}})[\"”’'*_]?\x20\(((?:18|19|20)\d\d)\)")
_HEADLINES = (
    re.compile(r"^(?:is|was) (.{1,80}?) (?:really |actually )?(?:based on|inspired by|a|an) ", re.IGNORECASE),
    re.compile(r"\b(?:true|real) (?:life )?(?:story|events) (?:behind|of) (.{1,80}?)(?:[?!|:–—]|$)", re.IGNORECASE),
    re.compile(r"^(.{1,80}?)(?:'s|’s)? (?:true story|real story|ending|explained|review)\b", re.IGNORECASE),
    re.compile(r"[\"“‘'*_](.{1,80}?)[\"”’'*_]"),
    re.compile(r"^(.{1,80}?)(?:[:|–—?]| - |$)"),
)  # fmt: skip
_OPENING, _SUBJECT = 120, 12
"""Characters of a sentence in which its first film is sought, and before which it is what the sentence speaks of."""

_THE_FILM = re.compile(r"\b(?:the|this) (?:film|movie|picture)\b", re.IGNORECASE)
_QUOTES = " \"“”‘’'*_.,;"

Find = Callable[[str, int | None], str | None]
"""Finds the one film of a title (and year) that is certainly meant; None where there is none, or several."""


class Unread(Struct, frozen=True):
    """A file that gave no witness, with the kind of reason and the reason."""

    record: str
    kind: str
    says: str


def read_folder(folder: Path, find: Find) -> Iterator[Statement | Unread]:
    """What the articles of a folder say, by the names of the files; raises BadFile when it can't be read."""
    met: dict[str, Texts] = defaultdict(Texts)  # a text about one film is no copy of the same text about another
    for path in files(folder):
        record = path.relative_to(folder).as_posix().encode("utf-8", "backslashreplace").decode()
        try:
            with path.open("rb") as file:
                page = read_page(file.read(LONGEST + 1))
        except OSError as error:
            yield Unread(record, "unreadable", str(error.strerror))
            continue
        if page is None:
            yield Unread(record, "no text", "holds no main text")
            continue
        about = subject(page, find)
        if about is None:
            yield Unread(record, "no film", "names no film of the catalogue plainly enough")
            continue
        twin = met[about[1]].add(record, page.text)
        if twin:
            yield Unread(record, "near-identical", f"nearly the same as {twin}, and counted with it")
            continue
        said: list[Statement | Unread] = [*statements(page, record, *about)]
        yield from said or [Unread(record, "silent", f"says nothing of where the story of {about[0]} comes from")]


def files(folder: Path) -> list[Path]:
    """The pages and text files of a folder and those in it, by name."""
    try:
        if not folder.is_dir():
            raise BadFile(f"{folder}: no such folder of articles")
        return sorted(path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file())
    except OSError as error:
        raise BadFile(f"{folder}: {error.strerror}") from error


def statements(page: Page, record: str, title: str, film: str) -> Iterator[Statement]:
    """What one article says of the film that it is about."""
    sentences = split(page.text)
    others = of_others([sentence.text for sentence in sentences], title)
    for saying in read(page.text, title):
        if saying.of_target or saying.sentence in others:
            continue
        quote = sentences[saying.sentence].text[:LONGEST_QUOTE]
        evidence = Evidence("articles", record, f"sentence {saying.sentence + 1}", quote, page.date, page.url)
        yield Statement(
            subject=film,
            predicate=predicate(saying),
            target=saying.target,
            denied=saying.denied,
            hedge=saying.hedge,
            kind=saying.kind or (saying.predicate.value.removesuffix("_of") if saying.inverse else None),
            evidence=(evidence,),
        )


def of_others(sentences: list[str], title: str) -> frozenset[int]:
    """The numbers of the sentences about another film: they begin with it and its year, or follow such a one."""
    found = set()
    elsewhere = False
    for number, sentence in enumerate(sentences):
        first = _DATED.search(sentence[:_OPENING])
        names = next(iter(dated(sentence)), ([], 0))[0]
        if first and first.start() < _SUBJECT and title not in names:
            elsewhere = True
        elif times(title, Page("", sentence)) or _THE_FILM.search(sentence):
            elsewhere = False
        if elsewhere:
            found.add(number)
    return frozenset(found)


def predicate(saying: Saying) -> Predicate:
    """The predicate from the film's side."""
    if not saying.inverse:
        return saying.predicate
    return Predicate.FOLLOWED_BY if saying.predicate in CONTINUES else Predicate.REMADE_AS


def subject(page: Page, find: Find) -> tuple[str, str] | None:
    """The title and id of the film that an article is about; None where that is not plain."""
    held = cache(find)
    named = [*dated(page.title), *dated(page.text[:200_000])]
    told = [found for names, year in named if (found := first_held(names, year, held))]
    headline = list(dict.fromkeys(candidates(page.title)))
    counted = Counter(told).most_common()
    for (title, film), _ in counted:  # the headline's film, with the year that is told most often
        if times(title, Page(page.title, "")) or any(title.casefold() == wanted.casefold() for wanted in headline):
            return title, film
    years_told = {name.casefold() for names, _ in named for name in names}
    for title in headline:
        if title.casefold() not in years_told and times(title, page) >= OFTEN:
            undated = held(title, None)
            if undated:
                return title, undated
    for (title, film), count in counted[:5]:
        if count >= 2 or times(title, page) >= OFTEN:
            return title, film
    return None


def dated(text: str) -> Iterator[tuple[list[str], int]]:
    """What a text names with a year, each time: "In Night Ferry (1950)" may mean "In Night Ferry" or "Night Ferry"."""
    for match in _DATED.finditer(text):
        words = (match.group(1) or "").strip(_QUOTES).split()
        names = [" ".join(words[at:]).strip(_QUOTES) for at in range(min(len(words), 4))]
        yield names, int(match.group(2) or 0)


def first_held(names: list[str], year: int, find: Find) -> tuple[str, str] | None:
    """The first of the names that is a film of the catalogue, with its id."""
    return next(((name, film) for name in names if (film := find(name, year))), None)


def times(title: str, page: Page) -> int:
    """How often an article names a title, as words of their own."""
    return len(re.findall(rf"(?<!\w){re.escape(title)}(?!\w)", f"{page.title}\n{page.text}")) if title else 0


def candidates(headline: str) -> Iterator[str]:
    """What a headline may call the film, the likeliest first."""
    for pattern in _HEADLINES:
        match = pattern.search(headline)
        if match:
            yield match.group(1).strip(_QUOTES)
