"""One item of Wikidata taken apart: what a film's item says, and what is kept of an item that films point to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec
from msgspec import Struct, field

from basedon.model.record import Record
from basedon.model.statement import Hedge, Predicate, Rank, Statement, Target
from basedon.sources import wikidata_kinds as kinds
from basedon.sources.sayer import Sayer

YEAR_PRECISION = 9
TRAILER = "Q622550"
LONGEST_LOCATOR = 200
WIKI = re.compile(r"^([a-z]{2,3}|simple|[a-z]{2,3}_[a-z_]{2,12})wiki$")
ITEM = re.compile(r"Q[1-9][0-9]{0,11}")
PERSON = re.compile(r"nm[0-9]{1,12}")
NO_LANGUAGE = frozenset({"commons", "species", "wikidata", "meta", "wikimania", "sources", "mediawiki"})


class Parts(Struct):
    """The parts of an entity, a time or a text in a language, as far as they are of use."""

    id: Any = None
    number: Any = field(default=None, name="numeric-id")
    kind: Any = field(default=None, name="entity-type")
    time: Any = None
    precision: Any = None
    text: Any = None


class Value(Struct):
    """The value of a snak, of whatever type."""

    value: Parts | str | int | float | bool | list[Any] | None = None


class Snak(Struct):
    """A property with its value; without one where it is unknown or there is none."""

    snaktype: str = ""
    datavalue: Value | None = None


class Reference(Struct):
    """Where a statement of Wikidata says that it was read."""

    snaks: dict[str, list[Snak]] | list[Any] = []


class Claim(Struct):
    """One statement of an item, in Wikibase's words; what only few are asked for stays as it was written."""

    mainsnak: Snak
    rank: str = "normal"
    qualifiers: msgspec.Raw = msgspec.Raw(b"[]")
    references: msgspec.Raw = msgspec.Raw(b"[]")


class Claims(Struct):
    """The properties in scope; all others are left out."""

    P31: list[Claim] = []
    P50: list[Claim] = []
    P57: list[Claim] = []
    P58: list[Claim] = []
    P86: list[Claim] = []
    P136: list[Claim] = []
    P144: list[Claim] = []
    P155: list[Claim] = []
    P156: list[Claim] = []
    P161: list[Claim] = []
    P166: list[Claim] = []
    P170: list[Claim] = []
    P175: list[Claim] = []
    P178: list[Claim] = []
    P179: list[Claim] = []
    P345: list[Claim] = []
    P364: list[Claim] = []
    P495: list[Claim] = []
    P571: list[Claim] = []
    P577: list[Claim] = []
    P585: list[Claim] = []
    P921: list[Claim] = []
    P941: list[Claim] = []
    P1411: list[Claim] = []
    P1476: list[Claim] = []
    P1651: list[Claim] = []
    P4969: list[Claim] = []
    P7937: list[Claim] = []


class Text(Struct):
    """A label or an alias."""

    value: str = ""


class Site(Struct):
    """A page about the item."""

    title: str = ""


class Item(Struct):
    """An item; what is empty is written as a list by PHP."""

    id: str
    labels: dict[str, Text] | list[Any] = []
    aliases: dict[str, list[Text]] | list[Any] = []
    claims: Claims | list[Any] = field(default_factory=list)
    sitelinks: dict[str, Site] | list[Any] = []


_DECODER = msgspec.json.Decoder(Item)
_QUALIFIERS = msgspec.json.Decoder(dict[str, list[Snak]] | list[Any])
_REFERENCES = msgspec.json.Decoder(list[Reference])
_NOTHING = Claims()


def decode(line: bytes) -> Item:
    """The item of one line; raises msgspec.DecodeError."""
    return _DECODER.decode(line)


def claims_of(item: Item) -> Claims:
    """The item's statements, of the properties in scope."""
    return item.claims if isinstance(item.claims, Claims) else _NOTHING


def held(claims: list[Claim]) -> list[Claim]:
    """The statements that hold and have a value: a deprecated one never counts."""
    return [c for c in claims if c.rank != "deprecated" and c.mainsnak.datavalue is not None]


def entity(snak: Snak) -> str | None:
    """The item that a snak names."""
    value = snak.datavalue.value if snak.datavalue else None
    if not isinstance(value, Parts):
        return None
    id_ = value.id
    if id_ is None and value.kind == "item":
        id_ = f"Q{value.number}"
    return id_ if isinstance(id_, str) and ITEM.fullmatch(id_) else None


def text(snak: Snak) -> str | None:
    """The string that a snak holds, also one in a language."""
    value = snak.datavalue.value if snak.datavalue else None
    if isinstance(value, Parts):
        value = value.text
    return value if isinstance(value, str) and value.strip() else None


def year(snak: Snak) -> int | None:
    """The year of a time that is known to the year at least."""
    value = snak.datavalue.value if snak.datavalue else None
    if not isinstance(value, Parts) or not isinstance(value.precision, int):
        return None
    found = re.match(r"([+-]\d{1,6})-", str(value.time))
    return int(found[1]) if found and value.precision >= YEAR_PRECISION else None


def entities(claims: list[Claim]) -> list[str]:
    """The items that statements name, each once."""
    return list(dict.fromkeys(id_ for c in held(claims) if (id_ := entity(c.mainsnak))))


def classes(item: Item) -> list[int]:
    """The classes of an item, as numbers."""
    return [int(id_[1:]) for id_ in entities(claims_of(item).P31)]


def former_classes(item: Item) -> list[int]:
    """The classes of an item that are deprecated."""
    said = [claim for claim in claims_of(item).P31 if claim.rank == "deprecated"]
    return [int(id_[1:]) for claim in said if (id_ := entity(claim.mainsnak))]


def earliest(claims: list[Claim]) -> int | None:
    """The earliest year that statements name."""
    return min((y for c in held(claims) if (y := year(c.mainsnak)) is not None), default=None)


def name(item: Item) -> str | None:
    """The label in English, else the one for all languages, else that of the language first in order."""
    if not isinstance(item.labels, dict):
        return None
    for language in ("en", "mul", "en-gb", "en-us"):
        if language in item.labels:
            return item.labels[language].value
    return next((item.labels[language].value for language in sorted(item.labels)), None)


def thing(item: Item) -> bytes | None:
    """A line for a work that films point to: number, classes, name (as JSON has it), makers, year, IMDb id.

    None for one that has no name.
    """
    said = claims_of(item)
    forms = [int(q[1:]) for q in (*entities(said.P7937), *entities(said.P136)) if int(q[1:]) in kinds.TYPES]
    of = classes(item)
    telling = [c for c in (*of, *forms) if c not in kinds.OPEN] or of
    makers = entities(said.P50) or entities(said.P170) or entities(said.P178) or entities(said.P86 or said.P175)
    dated = earliest(said.P577) or earliest(said.P571)
    return line_of(item, telling, makers, dated)


def named(item: Item) -> bytes | None:
    """The same of anything else, without makers and year."""
    return line_of(item, classes(item), (), None)


def line_of(item: Item, of: Sequence[int], makers: Sequence[str], dated: int | None) -> bytes | None:
    """The line of an item; the IMDb id is that of a person."""
    shown = name(item)
    if not shown:
        return None
    ids = (text(claim.mainsnak) for claim in held(claims_of(item).P345)) if of == [kinds.HUMAN] else ()
    imdb = next((id_ for id_ in ids if id_ and PERSON.fullmatch(id_)), "")
    label = msgspec.json.encode(shown)[1:-1].decode()
    written = ",".join(q[1:] for q in makers)
    return f"{item.id[1:]}\t{','.join(map(str, of))}\t{label}\t{written}\t{dated or ''}\t{imdb}".encode()


def record(item: Item) -> list[Record] | None:
    """All that a film's or series' item says, and what it says of works made from it; None when it is neither.

    Values that are items have no title yet: their names stand elsewhere in the dump.
    """
    said = claims_of(item)
    of = set(classes(item))
    type_ = "film" if of & kinds.FILM else "series" if of & kinds.SERIES else None
    if type_ is None:
        return None
    say = Sayer(f"wikidata:{item.id}", "wikidata", item.id)
    told = [
        say(Predicate.TYPE, "P31", Target(type_)),
        *identifiers(item, said, say),
        *titles(item, said, say),
        *facts(said, say),
        *story(said, of, say),
    ]
    return [Record(say.subject, tuple(told)), *derivatives(item, said)]


def identifiers(item: Item, said: Claims, say: Sayer) -> Iterator[Statement]:
    """The same work at IMDb and on the Wikipedias."""
    for claim in held(said.P345):
        imdb = text(claim.mainsnak)
        if imdb and re.fullmatch(r"tt\d{7,10}", imdb):
            yield say(Predicate.SAME_AS, "P345", Target(id=f"imdb:{imdb}"), rank_of(claim))
    sites = item.sitelinks if isinstance(item.sitelinks, dict) else {}
    for site in sorted(sites):
        found = WIKI.match(site)
        if found and found[1] not in NO_LANGUAGE and sites[site].title:
            source = "wikipedia" if site == "enwiki" else f"wikipedia-{found[1].replace('_', '-')}"
            yield say(Predicate.SAME_AS, site, Target(id=f"{source}:{sites[site].title}"))


def titles(item: Item, said: Claims, say: Sayer) -> Iterator[Statement]:
    """Label, original title, and every other label and alias, each wording once."""
    labels = item.labels if isinstance(item.labels, dict) else {}
    aliases = item.aliases if isinstance(item.aliases, dict) else {}
    page = item.sitelinks["enwiki"].title if isinstance(item.sitelinks, dict) and "enwiki" in item.sitelinks else ""
    original = next((text(claim.mainsnak) for claim in held(said.P1476)), None)
    title = name(item) or without_brackets(page) or original
    if not title:
        return
    met = {title}
    yield say(Predicate.TITLE, "label", Target(title))
    if original:
        met.add(original)
        yield say(Predicate.ORIGINAL_TITLE, "P1476", Target(original))
    bare = without_brackets(page)
    if bare and bare not in met:
        met.add(bare)
        yield say(Predicate.ALSO_CALLED, "enwiki", Target(bare))
    for language in sorted(labels):
        value = labels[language].value
        if value and value not in met:
            met.add(value)
            yield say(Predicate.ALSO_CALLED, f"label, {language}", Target(value))
    for language in sorted(aliases):
        for alias in aliases[language]:
            if alias.value and alias.value not in met:
                met.add(alias.value)
                yield say(Predicate.ALSO_CALLED, f"alias, {language}", Target(alias.value))


def without_brackets(page: str) -> str:
    """A page name without the remark that tells it from others: `Oldboy (2003 film)` is `Oldboy`."""
    return page.rpartition(" (")[0] if page.endswith(")") and " (" in page else page


PLAIN = (
    (Predicate.COUNTRY, "P495"),
    (Predicate.LANGUAGE, "P364"),
    (Predicate.GENRE, "P136"),
    (Predicate.DIRECTOR, "P57"),
    (Predicate.WRITER, "P58"),
    (Predicate.CAST_MEMBER, "P161"),
    (Predicate.PART_OF_SERIES, "P179"),
)


def facts(said: Claims, say: Sayer) -> Iterator[Statement]:
    """The plain facts: the earliest year, countries, languages, genres, credits, awards, trailer."""
    first = earliest(said.P577)
    if first is not None and first > 0:
        yield say(Predicate.YEAR, "P577", Target(year=first))
    for predicate, property_ in PLAIN:
        for claim in held(getattr(said, property_)):
            id_ = entity(claim.mainsnak)
            if id_:
                yield say(predicate, property_, Target(id=f"wikidata:{id_}"), rank_of(claim))
    for predicate, property_ in ((Predicate.AWARD, "P166"), (Predicate.NOMINATION, "P1411")):
        for claim in held(getattr(said, property_)):
            id_ = entity(claim.mainsnak)
            if id_:
                when = next((y for snak in qualifiers(claim, "P585") if (y := year(snak))), None)
                yield say(predicate, property_, Target(id=f"wikidata:{id_}", year=when), rank_of(claim))
    for claim in held(said.P1651):
        video = text(claim.mainsnak)
        is_trailer = any(entity(s) == TRAILER for p in ("P3831", "P2868") for s in qualifiers(claim, p))
        if video and is_trailer and re.fullmatch(r"[\w-]{11}", video):
            yield say(Predicate.TRAILER, "P1651", Target(f"https://www.youtube.com/watch?v={video}"))


def story(said: Claims, of: set[int], say: Sayer) -> Iterator[Statement]:
    """Where the story comes from and how it goes on."""
    if kinds.DOCUMENTARY in of:
        yield say(Predicate.DEPICTS, "P31: documentary film", Target(type="other"))
    for predicate, property_ in (
        (Predicate.BASED_ON, "P144"),
        (Predicate.INSPIRED_BY, "P941"),
        (Predicate.MAIN_SUBJECT, "P921"),
    ):
        for claim in held(getattr(said, property_)):
            yield from pointed(predicate, property_, claim, say)
    if said.P179:  # outside a series "follows" may mean no more than the director's next film
        for claim in held(said.P155):
            yield from pointed(Predicate.SEQUEL_OF, "P155", claim, say)
        for claim in held(said.P156):
            yield from pointed(Predicate.FOLLOWED_BY, "P156", claim, say, kind="sequel")
    for claim in held(said.P179):
        for property_, predicate, kind in (
            ("P155", Predicate.SEQUEL_OF, None),
            ("P156", Predicate.FOLLOWED_BY, "sequel"),
        ):
            for snak in qualifiers(claim, property_):
                id_ = entity(snak)
                if id_:
                    yield Statement(
                        subject=say.subject,
                        predicate=predicate,
                        target=Target(id=f"wikidata:{id_}"),
                        kind=kind,
                        rank=rank_of(claim),
                        evidence=say.at(f"P179, {property_}"),
                    )


def pointed(
    predicate: Predicate, property_: str, claim: Claim, say: Sayer, kind: str | None = None
) -> Iterator[Statement]:
    """A statement that points to an item, with its reference and its doubts."""
    id_ = entity(claim.mainsnak)
    if id_:
        yield Statement(
            subject=say.subject,
            predicate=predicate,
            target=Target(id=f"wikidata:{id_}"),
            hedge=hedge_of(claim),
            kind=kind,
            rank=rank_of(claim),
            evidence=say.at(property_ + reference_of(claim)),
        )


def derivatives(item: Item, said: Claims) -> Iterator[Record]:
    """What the item says of works made from it: they are the ones that it is said of."""
    for claim in held(said.P4969):
        id_ = entity(claim.mainsnak)
        if id_ and id_ != item.id:
            say = Sayer(f"wikidata:{id_}", "wikidata", item.id)
            statement = Statement(
                subject=say.subject,
                predicate=Predicate.BASED_ON,
                target=Target(id=f"wikidata:{item.id}"),
                hedge=hedge_of(claim),
                rank=rank_of(claim),
                evidence=say.at("P4969" + reference_of(claim)),
            )
            yield Record(say.subject, (statement,))


def qualifiers(claim: Claim, property_: str) -> list[Snak]:
    """The qualifiers of a statement for one property."""
    if property_.encode() not in bytes(claim.qualifiers):
        return []
    decoded = _QUALIFIERS.decode(claim.qualifiers)
    return decoded.get(property_, []) if isinstance(decoded, dict) else []


def rank_of(claim: Claim) -> Rank:
    """A statement's rank; what is deprecated was left out before."""
    return "preferred" if claim.rank == "preferred" else "normal"


def hedge_of(claim: Claim) -> Hedge | None:
    """Doubt, where the statement says how sure it is (sourcing circumstances) or of what nature it is."""
    return "reportedly" if qualifiers(claim, "P1480") or qualifiers(claim, "P5102") else None


def reference_of(claim: Claim) -> str:
    """Where Wikidata says that it read it, for a locator: an address, else the item of the work or project."""
    references = _REFERENCES.decode(claim.references)
    find: Callable[[Reference, str], list[Snak]] = lambda r, p: r.snaks.get(p, []) if isinstance(r.snaks, dict) else []  # noqa: E731
    for property_, shown in (("P854", ""), ("P248", "stated in "), ("P143", "imported from ")):
        for reference in references:
            for snak in find(reference, property_):
                value = entity(snak) or text(snak)
                if value:
                    return f", reference: {shown}{value}"[:LONGEST_LOCATOR]
    return ""
