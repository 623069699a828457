"""Wikidata's entity dump (JSON, one entity a line): films and series in full, and a name for all they may point to.

Format: https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html. The lines of the official dumps are compact
and in a fixed order, so most are told apart by a few searches in the bytes, without taking them apart; other lines (of
a subset written by another program) are decoded. Properties and lexemes are left out.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec
from msgspec import Struct

from basedon.model.issue import Issue
from basedon.sources import wikidata_items as items
from basedon.sources import wikidata_json as json
from basedon.sources import wikidata_kinds as kinds
from basedon.sources.given import Given

_HEAD = b'{"type":"item","id":"Q'
_CLASSES = b'"P31":[{"mainsnak":{"snaktype":"'
_NEXT = b'"mainsnak":'
_PLACED = rb'"property":"P31",(?:"hash":"[0-9a-f]{0,64}",)?'
_VALUED = rb'"datavalue":\{"value":\{"entity-type":"item","numeric-id":(\d{1,10})[,}]'
_CLASS = re.compile(rb'"P31":\[\{"mainsnak":\{"snaktype":"value",' + _PLACED + _VALUED).match
_OF_CLASS = re.compile(rb'"mainsnak":\{"snaktype":"([a-z]{1,12})",' + _PLACED + rb"(?:" + _VALUED + rb")?").match
_AGAIN = re.compile(rb'"mainsnak":\{"snaktype":"[a-z]{1,12}","property":"P31"').match
_ID = re.compile(
    rb'\s{0,9}\{\s{0,9}(?:"[a-z]{2,12}"\s?:\s?(?:"[^"]{0,60}"|\d{1,15})\s?,\s{0,9}){0,8}"id"\s?:\s?"(Q\d{1,12})"'
).match
_RANK, _DEPRECATED = b'"rank":"', ord("d")
_PERSON = re.compile(rb'"value":"(nm\d{1,12})"')
_DESCRIPTIONS = b',"descriptions":'
_IMDB = b'"P345":[{"mainsnak":{"snaktype":"'
_ENGLISH, _ANY = (b'"%b":{"language":"%b","value":"' % (code, code) for code in (b"en", b"mul"))
_NEARLY = (b"en-gb", b"en-us")
_NAME = re.compile(rb'"([a-z-]{2,20})":\{"language":"[a-z-]{2,20}","value":"')
_TAIL, _BRACE = b"},", ord("}")
_NONE: tuple[int, ...] = ()
_known: dict[int, tuple[int, ...]] = {}
_STATEMENT = 400
"""Bytes from a statement's beginning in which its value stands."""

SHOWN = 60
"""Bytes of a line that is no entity that its issue shows."""

_IGNORED = kinds.IGNORED
_WORKS = kinds.FILM | kinds.SERIES
_TOLD = _WORKS | kinds.IGNORED | kinds.WRITTEN


class Bare(Struct):
    """As much of an entity as tells what it is."""

    type: str = ""
    id: str = ""


class Wikidata:
    """The reader of Wikidata's dump."""

    source = "wikidata"
    separator = b"\n"
    vectorised = False

    def read(self, block: bytes) -> Given:
        """What the entities of one block say; a line that is no entity is an issue, and so is one cut off."""
        given = Given([], [], [], [])
        find, begins, size, start = block.find, block.startswith, len(block), 0
        while start < size:
            end = find(b"\n", start)
            if end < 0:
                end = size
            if begins(_HEAD, start) and (begins(_TAIL, end - 2) or block[end - 1] == _BRACE):
                # a dump has a hundred million lines: this loop is written to look at each only once
                at = find(_CLASSES, start + 24, end)
                class_, classes = -1, _NONE
                if at > 0:
                    first = _CLASS(block, at)
                    rank = find(_RANK, at + 150, end) + len(_RANK)
                    if first is None or block[rank] == _DEPRECATED or _AGAIN(block, find(_NEXT, rank, end)):
                        several = _classes(block, at, end)
                        if several is None:
                            _odd(block[start:end], given)
                            start = end + 1
                            continue
                        classes = several
                        class_ = classes[0] if classes else -1
                    else:
                        class_ = int(first[1])
                        if class_ in _IGNORED:  # and nothing else, as an episode that is a film too would be
                            start = end + 1
                            continue
                        classes = _known.get(class_) or _known.setdefault(class_, (class_,))
                if class_ in _TOLD or len(classes) > 1:
                    self.telling(block, start, end, classes, given)
                else:
                    _thing(block, start, end, at, classes, given)
            elif end - start > 2:
                _odd(block[start:end].strip(), given)
            start = end + 1
        return given

    def telling(self, block: bytes, start: int, end: int, classes: tuple[int, ...], given: Given) -> None:
        """An entity whose classes say how it is to be read."""
        if not _WORKS.isdisjoint(classes):
            _work(block[start:end], given)
        elif not kinds.IGNORED.isdisjoint(classes):
            return
        elif kinds.WRITTEN.isdisjoint(classes):
            _thing(block, start, end, -1, classes, given)
        else:
            _work_elsewhere(block[start:end], given)


def _classes(block: bytes, at: int, end: int) -> tuple[int, ...] | None:
    """The classes named by the statements of P31 that begin at a place; None where one is deprecated, or odd."""
    found: dict[int, None] = {}
    at += 8  # to the first statement's main snak
    while 0 <= at < end and (said := _OF_CLASS(block, at)):
        rank = block.find(_RANK, at, end) + len(_RANK)
        if block[rank] == _DEPRECATED or (said[1] == b"value" and said[2] is None):
            return None
        if said[2]:
            found[int(said[2])] = None
        at = block.find(_NEXT, rank, end)
    return tuple(found)


def _thing(block: bytes, start: int, end: int, at: int, classes: tuple[int, ...], given: Given) -> None:
    """Note the name, the classes and (of people) the IMDb id of an entity that a film may point to."""
    find = block.find
    name_end = find(b'"', start + 22, end)
    named = find(_ENGLISH, name_end, at if at > 0 else end)
    if named > 0 and find(_DESCRIPTIONS, name_end, named) < 0:
        named += len(_ENGLISH)
    else:
        named = _named(block, name_end, end)
        if named < 0:
            return  # nobody can show what has no name
    stop = find(b'"', named, end)
    while stop > 0 and block[stop - 1] == 0x5C and _escaped(block, stop):
        stop = find(b'"', stop + 1, end)
    if len(classes) == 1:
        class_ = classes[0]
        if class_ == kinds.HUMAN:
            imdb = find(_IMDB, stop, end)
            value = _PERSON.search(block, imdb, imdb + _STATEMENT) if imdb > 0 else None
            if value and block[find(_RANK, imdb, end) + len(_RANK)] == _DEPRECATED:
                _odd(block[start:end], given)
                return
            given.things.append(
                b"%b\t5\t%b\t\t\t%b" % (block[start + 22 : name_end], block[named:stop], value[1] if value else b"")
            )
            return
        given.things.append(b"%b\t%d\t%b\t\t\t" % (block[start + 22 : name_end], class_, block[named:stop]))
        return
    joined = ",".join(map(str, classes)).encode()
    given.things.append(b"%b\t%b\t%b\t\t\t" % (block[start + 22 : name_end], joined, block[named:stop]))


def _named(block: bytes, start: int, end: int) -> int:
    """Where the label begins of an entity without an English one: of all languages, else as `items.name` chooses."""
    labels_end = block.find(_DESCRIPTIONS, start, end)
    if labels_end < 0:
        labels_end = end
    for needle in (_ENGLISH, _ANY):
        at = block.find(needle, start, labels_end)
        if at > 0:
            return at + len(needle)
    labels = {label[1]: label.end() for label in _NAME.finditer(block, start, labels_end)}
    return min(labels.items(), key=lambda label: (label[0] not in _NEARLY, label[0]), default=(b"", -1))[1]


def _escaped(block: bytes, quote: int) -> bool:
    """Whether the quotation mark at a place is behind an odd number of backslashes."""
    count = 0
    while block[quote - 1 - count] == 0x5C:
        count += 1
    return count % 2 == 1


def _work(line: bytes, given: Given) -> None:
    """Read a film or series in full."""
    item = _decoded(line, given)
    if item is not None:
        _film(item, given)


def _film(item: json.Item, given: Given) -> None:
    """What a film's or series' item says."""
    try:
        given.records.extend(items.record(item) or ())
    except (msgspec.DecodeError, RecursionError) as error:
        given.issues.append(Issue("wikidata", item.id, "unreadable", str(error)[:200]))
        return
    _note(json.thing(item), given)


def _work_elsewhere(line: bytes, given: Given) -> None:
    """Note a book, play, comic, game or song with its maker and year."""
    item = _decoded(line, given)
    if item is not None:
        _note(json.thing(item), given)


def _note(thing: bytes | None, given: Given) -> None:
    """Keep the line of an item; of one without a name there is none."""
    if thing is not None:
        given.things.append(thing)


def _decoded(line: bytes, given: Given) -> json.Item | None:
    """The item of a line, mended where its bytes are no UTF-8; None, and an issue, where it can't be read."""
    line = line.rstrip(b",\r\n\t ")
    mended = line if line.isascii() else line.decode("utf-8", "replace").encode()
    try:
        item = json.decode(mended)
    except (msgspec.DecodeError, RecursionError) as error:
        given.issues.append(Issue("wikidata", _id_of(line), "unreadable", str(error)[:200]))
        return None
    if not json.ITEM.fullmatch(item.id):
        given.issues.append(Issue("wikidata", item.id[:40], "unreadable", "its id is none of an item"))
        return None
    if mended != line:
        given.issues.append(Issue("wikidata", item.id, "not UTF-8", "bytes that are no UTF-8 were replaced"))
    return item


def _id_of(line: bytes) -> str:
    """The id that a broken line still shows, or a question mark."""
    found = _ID(line)
    return found[1].decode() if found else "?"


def _odd(line: bytes, given: Given) -> None:
    """A line that is not written as the official dumps are: decode it to see what it is."""
    if line in (b"[", b"]", b"[]", b"],", b""):
        return
    text = line.rstrip(b",\r\n\t ").removeprefix(b"[").removesuffix(b"]")
    try:
        bare: Any = _BARE.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        bare = None
    if bare is not None and bare.type in ("property", "lexeme"):
        return
    if bare is None or not bare.id.startswith("Q"):
        item = _decoded(text, given) if bare is None and b'"id"' in text[:400] else None
        if item is None:
            if bare is not None or b'"id"' not in text[:400]:
                shown = text[:SHOWN].decode("utf-8", "replace")
                given.issues.append(Issue("wikidata", _id_of(text), "unreadable", f"a line that is no entity: {shown}"))
            return
    else:
        item = _decoded(text, given)
    if item is None:
        return
    classes = json.classes(item)
    if not _WORKS.isdisjoint(classes):
        _film(item, given)
        return
    if not _WORKS.isdisjoint(json.former_classes(item)):
        given.issues.append(Issue("wikidata", item.id, "deprecated", "is a film by deprecated statements only"))
    if kinds.IGNORED.isdisjoint(classes):
        _note(json.named(item) if kinds.WRITTEN.isdisjoint(classes) else json.thing(item), given)


_BARE = msgspec.json.Decoder(Bare)
