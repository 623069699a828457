"""Reads the "Based on" cell of an infobox, given as fragments: works, their kinds and creators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from basedon.model.statement import Predicate, Target, TargetType
from basedon.prose.heads import find_head
from basedon.prose.names import joined, name_text, read_names
from basedon.prose.nouns import COMIC_MAKERS
from basedon.prose.patterns import compiled, plain
from basedon.prose.phrases import Context
from basedon.prose.places import COUNTRIES
from basedon.prose.targets import read_target
from basedon.prose.tokens import tokens

_MOST = 60  # fragments read of one cell
_LONGEST = 300  # characters read of one fragment
_NOISE = compiled(
    r"^(?:\[[^\]]{0,4}\]?|\]|fr|de|es|it|ja|ko|zh|nl|sv|ru|citation needed|uncredited"
    r"|\((?:uncredited|artist|writer|from|story and art)\)?|\)|[\"',;:*]+)$"
)
_BY = compiled(
    r"^(.*?)\b((?:(?:stories|novels|books) )?(?:co-)?"
    r"(?:written|created|authored|developed|conceived|published|recorded|collected|compiled|told)? ?by|as told to)"
    r"(?:$| (.*)$)",
    case=False,
)
_ASIDE = compiled(r"\b(?:illustrated|illustrations|translated|adapted|drawn|suggested|directed) by", case=False)
_NOT_NEXT = compiled(r"^(?:and|&) |\b(?:illustrated|translated|adapted|drawn|directed) by", case=False)
_AND = compiled(r"^(?:,? ?(?:and|&)|,)$", case=False)
_YEAR = compiled(r"\b(1[5-9]\d\d|20\d\d)\b")
_PAREN = compiled(r"^(.*?) ?\(([^()]*)\)? ?$")
_LINK = compiled(
    r"^(?:the|an?|from|in|of|in the|of the|from the|on|on the|sketches from|stories from|based on|titles?"
    r"|(?:stories |novels |books )?(?:written|created|recorded|adapted|collected|told)|\W+)$",
    case=False,
)
_NOTE = compiled(r"^\(([^()]*)\)?$")
_SAME = compiled(r"^(?:.* )?(?:of|with|by|under) (?:the|its) same (?:name|title)$", case=False)
_CHARACTERS = compiled(r"\bcharacters?\b", case=False)


class _Work(Struct):
    """A work being read: what is known so far, and where it stands."""

    start: int
    end: int
    title: str | None = None
    type: TargetType | None = None
    year: int | None = None
    creators: list[str] = []
    true: bool = False


class _Fragment(NamedTuple):
    text: str
    start: int
    end: int


def read_cell(parts: Sequence[str], title: str) -> tuple[tuple[Predicate, Target, int, int], ...]:
    """What a cell names, in order, with offsets in the fragments joined by spaces.

    A fragment is a title, "by", a name, a kind ("1999 novel"), or several of these; a fragment after a creator is a
    further creator, unless a "by" follows it: then it is the next title.
    """
    fragments = list(_fragments(parts))
    works: list[_Work] = []
    open_works = 0  # the last works that still wait for their creator
    linked = False  # whether the last fragment said that the next holds the work
    named = False  # whether creators have begun
    aside = False  # whether the last fragment was "illustrated by", which names nobody that counts
    for number, fragment in enumerate(fragments):
        follows = fragments[number + 1].text if number + 1 < len(fragments) else ""
        own = len(title) if fragment.text[: len(title)].casefold() == title.casefold() else 0
        made = _BY.match(fragment.text[own:])  # "Please Stand By" has a "by" of its own
        head, tail = (fragment.text[:own] + (made.group(1) or ""), made.group(3) or "") if made else (fragment.text, "")
        if aside or _AND.match(fragment.text) or (made and _ASIDE.search(fragment.text)):
            aside = not aside and made is not None and not tail
            continue
        if fragment.text == "'s" and works and open_works:
            works.pop()  # "Walt Disney", "'s": the title follows
            open_works -= 1
            continue
        note = _NOTE.match(head.strip(' ,"'))
        if note and works:
            _note(works[-1], note.group(1) or "")
            head = ""
        head = _trimmed(head)
        if _AND.match(head):
            head = ""
        if _LINK.match(head):
            linked = head.lower().endswith(("from", "in", "of", "in the", "of the", "from the"))
            continue
        if linked and head and not named:
            linked = False  # "from One Thousand and One Nights": what holds the work
            continue
        if head and not (named and not made and not _opens_work(head, follows) and works):
            if named:
                open_works, named = 0, False
            open_works += _add_title(works, head, fragment, title, open_works)
        elif head:
            _add_creators(works, head, fragment, open_works)
        if made and works:
            named = True
            if tail:
                _add_creators(works, tail, fragment, max(open_works, 1))
            open_works = max(open_works, 1)
    for work in works:
        work.creators = [name for name in work.creators if _makes(name, work.title or title)]
    return tuple(_said(work) for work in works if work.true or work.title or work.type or work.creators)


def _makes(name: str, title: str) -> bool:
    """Whether a creator may be one: no number, no nationality, and no other spelling of the title."""
    same = name.replace(" ", "").casefold() == title.replace(" ", "").casefold()
    number = not any(letter.isalpha() for letter in name)
    nationality = all(part in COUNTRIES for part in name.replace("-", " ").split())
    return not (number or nationality or same)


def _trimmed(text: str) -> str:
    """A fragment without stray commas and brackets, and without a quote that has lost its fellow."""
    text = text.strip(" ,(")
    if text.count('"') % 2 or (text.startswith('"') and text.endswith('"')):
        text = text.strip('"')
    return text.strip(" ,'")


def _fragments(parts: Sequence[str]) -> Iterator[_Fragment]:
    offset = 0
    for part in ([parts] if isinstance(parts, str) else parts)[:_MOST]:
        text = plain(part[:_LONGEST]).strip()
        if text and not _NOISE.match(text):
            yield _Fragment(text, offset, offset + len(part))
        offset += len(part) + 1


def _opens_work(text: str, follows: str) -> bool:
    """Whether a fragment after a creator is the next title, and no further creator."""
    if (
        (_BY.match(follows) or follows == "written")
        and not _NOT_NEXT.search(follows)
        and not text.lower().startswith(("and ", "& ", ", "))
    ):
        return True
    words = tokens(text)
    head = find_head(words, 0)
    if head is not None and head.end == len(words):
        return True
    names, _ = read_names(words, 1 if words[0].text in ("and", "&", ",") and len(words) > 1 else 0)
    return not names and text[:1].isupper()


def _add_title(works: list[_Work], text: str, fragment: _Fragment, film: str, waiting: int) -> int:
    """Adds a title or a kind; how many works that opens."""
    words = tokens(text)
    head = find_head(words, 0)
    kind_only = head is not None and head.end == len(words) and not words[head.start].capital
    year = next((int(match.group(1) or "0") for match in _YEAR.finditer(text)), None)
    if _SAME.match(text):
        return _same_name(works, fragment, film, head.type if head else None, year, waiting)
    last = works[-1] if works and waiting else None
    kind: TargetType | None
    phrase = text[:1].islower() or (head is not None and text[:2] in ("Th", "A ") and words[head.start].text.islower())
    read = read_target(Context(text, words, plain(film)), 0) if phrase else None
    if read is not None and read.meaning == "truth":
        works.append(_Work(fragment.start, fragment.end, true=True, creators=[]))
        return 1
    if _CHARACTERS.search(text):
        kind = "comic" if "comic" in text.lower() or "DC" in text else "other"
        works.append(_Work(fragment.start, fragment.end, title="characters", type=kind, creators=[]))
        return 1
    if head is not None and kind_only:
        if last is not None and last.type is None:
            kind = "other" if head.noun == "series" else head.type  # a book series as often as one on television
            last.type, last.year, last.end = kind or "other", last.year or year, fragment.end
            return 0
        works.append(_Work(fragment.start, fragment.end, type=head.type or "other", year=year, creators=[]))
        return 1
    if text.isdigit() and last is not None and year:
        last.year = last.year or year
        return 0
    if last is not None and last.title is None and not last.true:
        last.title, last.end = _bare(text, last), fragment.end
        return 0
    work = _Work(fragment.start, fragment.end, creators=[])
    if read is not None and (read.meaning in ("person", "event") or read.target.title):
        if last is not None and not last.creators and last.type is None and text[:1].islower():
            work = works.pop()  # "GQ", "article X": the first fragment was where it appeared
        work.title, work.type, work.year = read.target.title, read.target.type, read.target.year
        work.creators = [read.target.creator] if read.target.creator else []
    elif text.endswith("'s") and " " not in text:
        return 0  # "Disney's": the title follows
    else:
        work.title = _bare(text, work)
    works.append(work)
    return 1


def _same_name(
    works: list[_Work], fragment: _Fragment, film: str, kind: TargetType | None, year: int | None, waiting: int
) -> int:
    """The work that bears the film's name, which may be the one that waits for a title; how many works that opens."""
    last = works[-1] if works and waiting else None
    if last is None or last.title is not None or last.true:
        works.append(_Work(fragment.start, fragment.end, film, kind, year, creators=[]))
        return 1
    last.title, last.type, last.year, last.end = film, last.type or kind, last.year or year, fragment.end
    return 0


def _bare(text: str, work: _Work) -> str:
    """The title without quotes and without a note in brackets, which may tell the kind and the year."""
    note = _PAREN.match(text)
    if note and _note(work, note.group(2) or ""):
        text = note.group(1) or text
    return text.strip(' ,;"')


def _note(work: _Work, note: str) -> bool:
    """Takes the kind and the year from a note in brackets; whether it told either."""
    words = tokens(note)
    head = find_head(words, 0) if words else None
    year = _YEAR.search(note)
    work.type = work.type or (head.type if head else None)
    work.year = work.year or (int(year.group(1) or "0") if year else None)
    return head is not None or year is not None


def _add_creators(works: list[_Work], text: str, fragment: _Fragment, count: int) -> None:
    words = tokens(text)
    first = 0
    while first < len(words) and not (words[first].word and words[first].capital):
        first += 1
    found: list[str] = []
    if first < len(words) and not read_names(words, first)[0]:
        found, first = [text[words[first].start :].removesuffix(" with").strip(" ,")], len(words)
    while first < len(words):
        names, end = read_names(words, first)
        found += [name_text(text, words, name) for name in names]
        if not names or end >= len(words) or words[end].text not in (",", "and", "&"):
            break
        first = end + 1
    for work in works[-count:] if count else works[-1:]:
        work.creators += [name for name in found if name not in work.creators]
        work.end = max(work.end, fragment.end)


def _said(work: _Work) -> tuple[Predicate, Target, int, int]:
    if work.true:
        return Predicate.TRUE_STORY, Target(), work.start, work.end
    kind: TargetType | None = work.type
    if kind in (None, "other") and any(name in COMIC_MAKERS for name in work.creators):
        kind = "comic"
    target = Target(title=work.title, type=kind, creator=joined(work.creators), year=work.year)
    return Predicate.BASED_ON, target, work.start, work.end
