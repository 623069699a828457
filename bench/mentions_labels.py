"""Texts with the films they name, as others labelled them: comments, dialogues, dialogues with titles put in for
ids.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from basedon.identity.titles import normal

_TITLE = re.compile(r"^(.*?)\s*\((\d{4})\)\s*$")
_LISTED = re.compile(r"['\"](?=\S)([^:]*?.*?)\s*\(\d{4}\)['\"]?: \d")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_ID = re.compile(r"@(\d+)")


class Span(Struct, frozen=True):
    """A labelled mention: where it stands, and the film's title and year where the label tells them."""

    start: int
    end: int
    title: str | None = None
    year: int | None = None


class Labelled(Struct, frozen=True):
    """A text and the films it names; `perhaps` are places where a film of its dialogue stands, labelled elsewhere
    only.
    """

    text: str
    spans: tuple[Span, ...]
    perhaps: tuple[tuple[int, int], ...] = ()


def half(key: str) -> str:
    """Which half a text or dialogue belongs to: `dev` may be looked at, `held` not."""
    return "dev" if sha256(key.encode()).digest()[0] % 2 else "held"


def comments(data: Path, part: str) -> list[Labelled]:
    """Labelled comments: spans without films."""
    found = []
    for line in (data / "posts" / "reddit_labelled_mentions_dev.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        if half(row["text"]) == part:
            found.append(Labelled(row["text"], tuple(Span(a, b) for a, b, _ in row["entities"])))
    return found


def dialogues(data: Path, part: str) -> list[Labelled]:
    """Utterances of INSPIRED; a film labelled in one is looked for where its title stands, and left out where it
    doesn't.
    """
    found = []
    with (data / "mentions" / "inspired_dev.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if half(row["dialog_id"]) == part:
                text = row["text"].replace("QUOTATION_MARK", '"')
                spans: dict[tuple[int, int], Span] = {}
                for label in filter(None, map(str.strip, row["movies"].split(";"))):
                    named = _TITLE.match(label)
                    title, year = (named[1], int(named[2])) if named else (label, None)
                    for start, end in places(text, title):
                        spans.setdefault((start, end), Span(start, end, title, year))
                others = _LISTED.findall(row["movie_dict"])
                perhaps = {place for title in others for place in places(text, title)} - spans.keys()
                found.append(Labelled(text, tuple(spans[place] for place in sorted(spans)), tuple(sorted(perhaps))))
    return found


def places(text: str, title: str) -> Iterator[tuple[int, int]]:
    """Where a title stands in a text, capitals and accents or not."""
    wanted = normal(title).split()
    words = [(m.start(), m.end(), normal(m.group())) for m in _WORD.finditer(text)]
    words = [word for word in words if word[2]]
    led = re.match(r"(?:the|an?)\s", title, re.IGNORECASE)
    at = 0
    while at < len(words):
        have: list[str] = []
        stop = at
        while stop < len(words) and len(have) < len(wanted):
            have += words[stop][2].split()
            stop += 1
        if have == wanted or (have and have[-1].removesuffix("s") == wanted[-1] and have[:-1] == wanted[:-1]):
            article = bool(led) and at > 0 and words[at - 1][2] in ("the", "a", "an")
            yield words[at - article][0], words[stop - 1][1]
            at = stop
        else:
            at += 1


def redial(data: Path, part: str) -> list[Labelled]:
    """Messages of ReDial with titles put in for ids, as they are, without the year."""
    return filled_in(data, part, lambda title, _: title)


def as_written(data: Path, part: str) -> list[Labelled]:
    """Messages of ReDial with titles put in as people write them: in small letters, without article, cut short."""
    return filled_in(data, part, carelessly)


def carelessly(title: str, key: str) -> str:
    """A title as somebody might write it; who, is decided by the key."""
    die = sha256(key.encode()).digest()
    if die[0] < 50 and ": " in title:
        title = title.split(": ")[die[1] % 2]
    elif die[0] < 100:
        title = title.replace(":", "").replace(",", "")
    if die[2] < 40:
        title = re.sub(r"^(?:The|A) (?=\w{4})", "", title)
    if die[3] < 90:
        return title.lower()
    return title[0] + title[1:].lower() if die[3] < 115 and title else title


def marked(key: str, year: int | None) -> tuple[str, str]:
    """What somebody might set around a title: quotes, stars, the year."""
    die = sha256(f"marked {key}".encode()).digest()[0]
    marks = (('"', '"'), ("*", "*"), ("'", "'"), ("“", "”"), ("", f" ({year})"), ("", f" {year}"), ("_", "_"))
    return marks[die // 8] if die < 8 * len(marks) and (year or die < 32) else ("", "")


def filled_in(data: Path, part: str, written: Callable[[str, str], str]) -> list[Labelled]:
    """Messages of ReDial with titles put in for ids."""
    names: dict[str, tuple[str, int | None]] = {}
    with gzip.open(data / "mentions" / "redial_movies.csv.gz", "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            named = _TITLE.match(row["movieName"])
            names[row["movieId"]] = (named[1], int(named[2])) if named else (row["movieName"].strip(), None)
    found = []
    with gzip.open(data / "mentions" / "redial_valid.jsonl.gz", "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            dialogue = json.loads(line)
            if half(str(dialogue.get("conversationId", number))) != part:
                continue
            own = dialogue["movieMentions"] or {}
            known = {id_: _TITLE.match(name) for id_, name in own.items() if name}
            for message in dialogue["messages"]:
                text, spans, at = "", [], 0
                for met in _ID.finditer(message["text"]):
                    named = known.get(met[1])
                    title, year = (named[1], int(named[2])) if named else names.get(met[1], (met[0], None))
                    text += message["text"][at : met.start()]
                    shown = written(title, f"{message['messageId']} {met.start()}") or title
                    before, after = (
                        marked(f"{message['messageId']} {met.start()}", year) if shown != title else ("", "")
                    )
                    text += before
                    spans.append(Span(len(text), len(text) + len(shown), title, year))
                    text += shown + after
                    at = met.end()
                found.append(Labelled(text + message["text"][at:], tuple(spans)))
    return found


SETS = {"comments": comments, "dialogues": dialogues, "redial": redial, "as written": as_written}
