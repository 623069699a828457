"""Wikidata's items as JSON has them: what is in scope, their values, and a line for each that films point to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from msgspec import Struct, field

from basedon.model.statement import Hedge, Rank
from basedon.sources import wikidata_kinds as kinds

YEAR_PRECISION = 9
LONGEST_LOCATOR = 200
ITEM = re.compile(r"Q[1-9][0-9]{0,11}")
PERSON = re.compile(r"nm[0-9]{1,12}")


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
