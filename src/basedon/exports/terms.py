"""The words of the RDF export: escaped exactly as N-Triples wants it, and the names of things and properties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from basedon.catalogue.runs import End
from basedon.exports.edges import NO_WORKS

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OWL = "http://www.w3.org/2002/07/owl#"
PROV = "http://www.w3.org/ns/prov#"
DCTERMS = "http://purl.org/dc/terms/"
SCHEMA = "http://schema.org/"
WD = "http://www.wikidata.org/entity/"
WDT = "http://www.wikidata.org/prop/direct/"
WORK, PERSON, ORIGIN = "urn:basedon:work:", "urn:basedon:person:", "urn:basedon:origin:"
SOURCE, STATEMENT, TERM = "urn:basedon:source:", "urn:basedon:statement:", "urn:basedon:term:"
RDF_TYPE = f"<{RDF}type>"

TYPES = {
    "film": "Movie",
    "series": "TVSeries",
    "novel": "Book",
    "novella": "Book",
    "memoir": "Book",
    "non-fiction book": "Book",
    "short story": "ShortStory",
    "article": "Article",
    "play": "Play",
    "comic": "ComicStory",
    "game": "Game",
    "song": "MusicComposition",
    "event": "Event",
    "person": "Person",
}
"""What schema.org calls the things a film can come from; the rest are a CreativeWork."""

NEAREST = {
    "based_on": WDT + "P144",
    "remake_of": WDT + "P144",
    "remade_as": WDT + "P4969",
    "inspired_by": WDT + "P941",
    "depicts": SCHEMA + "about",
}
"""The known property that says nearly the same as one of basedon's own."""

OWN = (
    *("sequel_of", "prequel_of", "spin_off_of", "reboot_of", "followed_by"),
    *("true_story", "original_story", "presented_as_true"),
)
QUALIFIERS = {
    "denied": "the source says that it is not so",
    "hedge": "how loosely or unsurely the source says it",
    "kind": "of a remake: official, unofficial, loose, re-adaptation, unknown",
    "locator": "where in the record it was read",
    "originType": "novel, play, event, … as basedon tells them apart",
}

_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_TO_ESCAPE = re.compile('[\\\\"\x00-\x1f\x7f]')
_NOT_IN_IRI = re.compile('[\x00-\x20<>"{}|^`\\\\\x7f-\U0010ffff]')
_ITEM = re.compile(r"Q[1-9][0-9]*")


def triple(subject: str, predicate: str, value: str) -> str:
    """One line."""
    return f"{subject} {predicate} {value} .\n"


def iri(address: str) -> str:
    """An address; what may not stand in one is percent-encoded."""
    return "<" + _NOT_IN_IRI.sub(lambda found: quote(found[0], safe=""), address) + ">"


def literal(text: str, type_: str = "") -> str:
    """A text in the canonical way of N-Triples, or a value of a type."""
    held = _TO_ESCAPE.sub(lambda found: _ESCAPED.get(found[0], f"\\u{ord(found[0]):04X}"), text)
    return f'"{held}"^^<{XSD}{type_}>' if type_ else f'"{held}"'


def quoted(name: str, safe: str = "") -> str:
    """A name as a part of an address."""
    return quote(name, safe=safe)


def page(url: str | None) -> str | None:
    """The address of a page of the web; None where it is no such thing."""
    return iri(url) if url and re.match(r"https?://[^/\s]", url, re.IGNORECASE) else None


def year(number: int) -> str:
    """A year as XML Schema writes it."""
    return literal(f"{'-' if number < 0 else ''}{abs(number):04}", "gYear")


def first_day(number: int) -> str:
    """A year as Wikidata's own RDF writes one of which no day is known."""
    return literal(f"{'-' if number < 0 else ''}{abs(number):04}-01-01T00:00:00Z", "dateTime")


def type_of(type_: str | None) -> str:
    """The class of a thing."""
    return iri(SCHEMA + TYPES.get(type_ or "", "CreativeWork"))


def thing(end: End, scope: str = "") -> str:
    """What a work or origin is called: Wikidata's item, else a name of its own.

    An origin's number means something in one catalogue only, so `scope` is that catalogue's digest; what only one
    statement names is called after that, which `scope` then is.
    """
    if end.item and _ITEM.fullmatch(end.item):
        return iri(WD + end.item)
    if end.kind == "work":
        return iri(WORK + quoted(end.id or "", ":"))
    return iri(f"{ORIGIN}{scope}:{end.number}" if end.kind == "origin" else f"{STATEMENT}{scope}:target")


def person(key: str, id_: str | None) -> str:
    """Somebody: Wikidata's item, else a name of its own made of the key that the catalogue tells people apart by."""
    item = (id_ or "").removeprefix("wikidata:")
    return iri(WD + item) if _ITEM.fullmatch(item) else iri(PERSON + quoted(key))


def described(subject: str, end: End) -> Iterator[str]:
    """What an origin is, as far as its name, maker and year tell."""
    yield triple(subject, RDF_TYPE, type_of(end.type))
    if end.title:
        yield triple(subject, iri(SCHEMA + "name"), literal(end.title))
    if end.type:
        yield triple(subject, iri(TERM + "originType"), literal(end.type))
    if end.creator and end.type not in NO_WORKS:
        yield triple(subject, iri(SCHEMA + "creator"), literal(end.creator))
    if end.year is not None and end.type != "person":
        dated = "startDate" if end.type == "event" else "datePublished"
        yield triple(subject, iri(SCHEMA + dated), year(end.year))


def vocabulary() -> str:
    """The terms of basedon's own, each with its label and the known property that comes nearest."""
    lines = []
    for term in (*NEAREST, *OWN):
        lines.append(triple(iri(TERM + term), RDF_TYPE, iri(RDF + "Property")))
        lines.append(triple(iri(TERM + term), iri(RDFS + "label"), literal(term.replace("_", " "))))
        if term in NEAREST:
            lines.append(triple(iri(TERM + term), iri(RDFS + "seeAlso"), iri(NEAREST[term])))
    lines.append(triple(iri(TERM + "remade_as"), iri(OWL + "inverseOf"), iri(TERM + "remake_of")))
    for term, comment in QUALIFIERS.items():
        lines.append(triple(iri(TERM + term), RDF_TYPE, iri(RDF + "Property")))
        lines.append(triple(iri(TERM + term), iri(RDFS + "comment"), literal(comment)))
    return "".join(lines)
