"""Entities as Wikidata's dump has them: JSON with marks where chance puts ids, hashes, dates and words.

An entity is written once as JSON with marks such as <<uuid>>; `Template` cuts it at the marks, and `Feeds` fills them,
which is many times faster than writing JSON anew for each entity.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from random import Random
from typing import Any

from bench.dumps_words import SCRIPT_OF, SCRIPTS, name, person_name, title, word, written

Json = dict[str, Any]
MARK = re.compile(r"<<(\w+)>>")
ITEM = '"numeric-id":"<<item>>","id":"<<item>>"'
CALENDAR = "http://www.wikidata.org/entity/Q1985727"


def snak(prop: str, datatype: str, kind: str, value: object) -> Json:
    """A property with its value."""
    return {
        "snaktype": "value",
        "property": prop,
        "datavalue": {"value": value, "type": kind},
        "datatype": datatype,
    }


def unknown(prop: str, datatype: str, snaktype: str) -> Json:
    """A property without a value: "somevalue" or "novalue"."""
    return {"snaktype": snaktype, "property": prop, "datatype": datatype}


def to_item(prop: str, id_: str = "<<item>>") -> Json:
    """A property that points to an item, by chance to any."""
    number: int | str = id_ if id_.startswith("<<") else int(id_[1:])
    value = {"entity-type": "item", "numeric-id": number, "id": id_}
    return snak(prop, "wikibase-item", "wikibase-entityid", value)


def text(prop: str, value: str, datatype: str = "string") -> Json:
    """A property with a string: datatype "string", "external-id", "url" or "commonsMedia"."""
    return snak(prop, datatype, "string", value)


def own_words(prop: str, value: str, language: str) -> Json:
    """A property with a text in a language."""
    return snak(prop, "monolingualtext", "monolingualtext", {"text": value, "language": language})


def date(prop: str, time: str = "<<date>>", precision: int = 11) -> Json:
    """A property with a date: precision 9 is a year, 10 a month, 11 a day."""
    value = {
        "time": f"+{time}T00:00:00Z",
        "timezone": 0,
        "before": 0,
        "after": 0,
        "precision": precision,
        "calendarmodel": CALENDAR,
    }
    return snak(prop, "time", "time", value)


def amount(prop: str, value: str, unit: str = "1") -> Json:
    """A property with a number of some unit, an item."""
    named = unit if unit == "1" else f"http://www.wikidata.org/entity/{unit}"
    return snak(prop, "quantity", "quantity", {"amount": f"+{value}", "unit": named})


def place(prop: str) -> Json:
    """A property with a point on the earth, chosen by chance."""
    value = {
        "latitude": "<<#north#>>",
        "longitude": "<<#east#>>",
        "altitude": None,
        "precision": 0.00027777777777778,
        "globe": "http://www.wikidata.org/entity/Q2",
    }
    return snak(prop, "globe-coordinate", "globecoordinate", value)


def grouped(snaks: Sequence[Json], *, hashed: bool = False) -> Json:
    """Snaks by their properties; those of qualifiers have hashes in the dump, and others have none."""
    found: Json = {}
    for each in snaks:
        kept = each
        if hashed:
            kept = {"snaktype": each["snaktype"], "property": each["property"], "hash": "<<hash>>", **each}
        found.setdefault(each["property"], []).append(kept)
    return found


def statement(
    main: Json,
    *,
    rank: str = "normal",
    qualifiers: Sequence[Json] = (),
    references: Sequence[Sequence[Json]] = (),
) -> Json:
    """One claim, its keys in the dump's order."""
    found: Json = {"mainsnak": main, "type": "statement"}
    if qualifiers:
        found["qualifiers"] = grouped(qualifiers, hashed=True)
        found["qualifiers-order"] = list(found["qualifiers"])
    found |= {"id": "<<id>>$<<uuid>>", "rank": rank}
    if references:
        found["references"] = [reference(each) for each in references]
    return found


def reference(snaks: Sequence[Json]) -> Json:
    """One reference; where a bot wrote the same one to many statements of an entity, its hash is the same too."""
    found = grouped(snaks)
    same = any(each["datatype"] == "time" and "<<bot_" in each["datavalue"]["value"]["time"] for each in snaks)
    return {"hash": "<<bot_hash>>" if same else "<<hash>>", "snaks": found, "snaks-order": list(found)}


def sources(rng: Random) -> list[list[Json]]:
    """What a statement refers to: nothing, a Wikipedia, a database with its id and the day, or both."""
    wiki = [to_item("P143", rng.choice(("Q328", "Q8447", "Q48183", "Q11920", "Q206855", "Q177837", "Q10000")))]
    base = rng.choice((("Q37312", "P345"), ("Q36578", "P227"), ("Q54919", "P214"), ("Q830106", "P1566")))
    stated = [to_item("P248", base[0]), text(base[1], "<<number>>", "external-id"), date("P813", "<<recent>>")]
    linked = [text("P854", "https://<<word>>.example.org/<<word>>/<<number>>", "url"), date("P813", "<<recent>>")]
    return rng.choices(([], [wiki], [stated], [linked], [wiki, stated]), (44, 30, 14, 8, 4))[0]


def by_property(claims: Sequence[Json]) -> Json:
    """Claims by the properties of their main snaks, in the order in which they first appear."""
    found: Json = {}
    for claim in claims:
        found.setdefault(claim["mainsnak"]["property"], []).append(claim)
    return found


def in_languages(texts: dict[str, str]) -> Json:
    """Labels or descriptions."""
    return {language: {"language": language, "value": value} for language, value in texts.items()}


def entity(
    labels: dict[str, str],
    descriptions: dict[str, str],
    aliases: dict[str, list[str]],
    claims: Sequence[Json],
    sitelinks: dict[str, str],
    *,
    datatype: str = "",
) -> Json:
    """An item, or a property if it has a datatype, its keys in the dump's order."""
    found: Json = {"type": "property", "datatype": datatype} if datatype else {"type": "item"}
    found |= {
        "id": "<<id>>",
        "labels": in_languages(labels),
        "descriptions": in_languages(descriptions),
        "aliases": {code: [{"language": code, "value": each} for each in known] for code, known in aliases.items()},
        "claims": by_property(claims),
    }
    if not datatype:
        found["sitelinks"] = {site: {"site": site, "title": page, "badges": []} for site, page in sitelinks.items()}
    return found | {
        "pageid": "<<#page#>>",
        "ns": 120 if datatype else 0,
        "title": "Property:<<id>>" if datatype else "<<id>>",
        "lastrevid": "<<#revision#>>",
        "modified": "<<recent>>T<<clock>>Z",
    }


class Template:
    """An entity's JSON, cut at its marks."""

    def __init__(self, of: Json) -> None:
        # the dump's JSON is PHP's: letters beyond ASCII and slashes are escaped
        json_text = json.dumps(of, separators=(",", ":")).replace("/", "\\/")
        json_text = json_text.replace(ITEM, '"numeric-id":<<item>>"').replace('"<<#', "<<").replace('#>>"', ">>")
        parts = MARK.split(json_text.replace("%", "%%"))
        self.kinds = parts[1::2]
        self.form = "%s".join(parts[::2])

    def filled(self, feeds: Feeds, id_: str) -> str:
        """The entity as one line of a dump, without the comma."""
        feeds.begin(id_)
        give = feeds.give
        return self.form % tuple([give[kind]() for kind in self.kinds])


def _escaped(texts: Sequence[str]) -> list[str]:
    """Texts as they stand within a JSON string."""
    return [json.dumps(each)[1:-1].replace("/", "\\/") for each in texts]


class Pools:
    """Words and dates made once, from which entities draw."""

    def __init__(self, seed: int) -> None:
        rng = Random(f"{seed} pools")
        self.texts: dict[str, list[str]] = {
            "word": _escaped([word(rng, 2, 4) for _ in range(5000)]),
            "name": _escaped([name(rng, 2, 4) for _ in range(5000)]),
            "person": _escaped([person_name(rng) for _ in range(5000)]),
            "title": _escaped([title(rng) for _ in range(3000)]),
            "date": [f"{rng.randint(1950, 2024)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}" for _ in range(4000)],
            "recent": [f"20{rng.randint(13, 25)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}" for _ in range(4000)],
            "year": [f"{rng.randint(1850, 2024)}" for _ in range(500)],
            "clock": [f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02}" for _ in range(2000)],
        }
        for script in SCRIPTS:
            language = next(code for code, of in SCRIPT_OF.items() if of == script)
            self.texts[script] = _escaped([written(name(rng, 2, 5), language) for _ in range(1500)])


class Feeds:
    """What fills the marks: for each kind a call that gives the next text, by chance and the seed alone."""

    def __init__(self, pools: Pools, seed: str) -> None:
        self.rng = Random(seed)
        self.give: dict[str, Callable[[], str]] = {kind: self.drawn(each) for kind, each in pools.texts.items()}
        self.give |= {
            "id": lambda: self.id,
            "latin": lambda: self.latin,
            **{f"bot_{kind}": partial(self.constant, kind) for kind in ("hash", "number", "recent")},
            "uuid": self.made(self.uuids),
            "hash": self.made(self.hashes),
            "item": self.made(self.items),
            "number": self.made(lambda: [str(n) for n in self.numbers(7)]),
            "few": self.made(lambda: [str(1 + n % 40) for n in self.numbers(3)]),
            "page": self.made(lambda: [str(n) for n in self.numbers(8)]),
            "revision": self.made(lambda: [str(1_000_000_000 + n) for n in self.numbers(9)]),
            "north": self.made(lambda: [f"{n / 1e7:.6f}" for n in self.numbers(9)]),
            "east": self.made(lambda: [f"{n / 1e7:.6f}" for n in self.numbers(9)]),
            "sentence": self.made(lambda: self.sentences(pools.texts["word"])),
        }
        self.begin("")

    def begin(self, id_: str) -> None:
        """Another entity: its id, its name in Latin letters and its bot's references stay the same within it."""
        self.id = id_
        self.constants = {kind: self.give[kind]() for kind in ("hash", "number", "recent")}
        self.latin = self.give["name"]() + self.rng.choice(("", "", " " + self.give["word"]()))

    def constant(self, kind: str) -> str:
        """What stays the same within an entity."""
        return self.constants[kind]

    def drawn(self, pool: list[str]) -> Callable[[], str]:
        """The next of a pool, drawn some hundreds at a time."""
        return self.made(lambda: self.rng.choices(pool, k=300))

    def made(self, block: Callable[[], list[str]]) -> Callable[[], str]:
        """The next text, made as many at a time as a block gives."""

        def every() -> Iterator[str]:
            while True:
                yield from block()

        return every().__next__

    def numbers(self, digits: int) -> list[int]:
        """Numbers of up to so many digits, short ones among them."""
        random, top = self.rng.random, 10**digits
        return [int(random() * random() * top) for _ in range(200)]

    def items(self) -> list[str]:
        """Ids of items, as a number and as a text."""
        return [f'{n},"id":"Q{n}' for n in self.numbers(8)]

    def uuids(self) -> list[str]:
        """What follows the entity's id in the id of a statement."""
        hexes = self.rng.randbytes(16 * 200).hex().upper()
        whole = (hexes[i : i + 32] for i in range(0, len(hexes), 32))
        return [f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}" for h in whole]

    def hashes(self) -> list[str]:
        """SHA-1 hashes of references and qualifiers, some of which stand many times, as common sources do."""
        text = self.rng.randbytes(20 * 40).hex()
        found = [text[i : i + 40] for i in range(0, len(text), 40)]
        return self.rng.choices(found, k=100)

    def sentences(self, words: list[str]) -> list[str]:
        """Titles of articles: some words, the first one capital."""
        drawn = self.rng.choices(words, k=600)
        return [" ".join(drawn[i : i + 6 + i % 5]).capitalize() for i in range(0, 580, 10)]
