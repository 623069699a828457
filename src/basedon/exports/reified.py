"""Statements as RDF: each as a thing of its own with its evidence, and asserted where it is said without reserve."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.runs import Placed, statements_of
from basedon.catalogue.tables import Span
from basedon.exports.edges import DOUBTFUL_KINDS, LINKING, NO_WORKS, edge
from basedon.exports.terms import (
    DCTERMS,
    OWL,
    PROV,
    RDF,
    RDF_TYPE,
    SCHEMA,
    SOURCE,
    STATEMENT,
    TERM,
    WDT,
    described,
    iri,
    literal,
    page,
    quoted,
    thing,
    triple,
)
from basedon.model.evidence import Evidence
from basedon.model.statement import CHARACTERS

YES = literal("true", "boolean")

SAID = (RDF + "Statement", RDF + "subject", RDF + "predicate", RDF + "object")
DENIED = (OWL + "NegativePropertyAssertion", OWL + "sourceIndividual", OWL + "assertionProperty")


def reified(catalogue: Catalogue, span: Span, digest: str) -> Iterator[str]:
    """All that is said of the stories of the works of a run; what several statements assert stands there once."""
    facts: dict[str, None] = {}
    for placed in statements_of(catalogue, span):
        end = placed.target
        scope = placed.id if end and end.kind == "named" else digest
        value = thing(end, scope) if end else YES
        if end and end.kind == "named":
            yield from described(value, end)
        yield from of_statement(placed, value)
        if end and not placed.statement.denied and not placed.statement.hedge:
            facts |= dict.fromkeys(asserted(placed, scope))
    yield from facts


def of_statement(placed: Placed, value: str) -> Iterator[str]:
    """One statement as a thing of its own; a denied one is OWL's negative assertion, which nobody takes for a yes."""
    said, subject = placed.statement, iri(STATEMENT + placed.id)
    target = OWL + ("targetIndividual" if placed.target else "targetValue")
    class_, of, property_, to = (*DENIED, target) if said.denied else SAID
    yield triple(subject, RDF_TYPE, iri(class_))
    yield triple(subject, iri(of), thing(placed.subject))
    yield triple(subject, iri(property_), iri(TERM + said.predicate.value))
    yield triple(subject, iri(to), value)
    if said.denied:
        yield triple(subject, iri(TERM + "denied"), YES)
    for qualifier, held in (("hedge", said.hedge), ("kind", said.kind)):
        if held:
            yield triple(subject, iri(TERM + qualifier), literal(held))
    for number, read in enumerate(said.evidence, 1):
        place = iri(f"{STATEMENT}{placed.id}:evidence:{number}")
        yield triple(subject, iri(PROV + "wasDerivedFrom"), place)
        yield from of_evidence(place, read)


def of_evidence(place: str, read: Evidence) -> Iterator[str]:
    """Where a statement was read."""
    yield triple(place, RDF_TYPE, iri(PROV + "Entity"))
    yield triple(place, iri(DCTERMS + "isPartOf"), iri(SOURCE + quoted(read.source)))
    yield triple(place, iri(DCTERMS + "identifier"), literal(read.record))
    yield triple(place, iri(TERM + "locator"), literal(read.locator))
    if read.url:
        yield triple(place, iri(DCTERMS + "source"), page(read.url) or literal(read.url))
    if read.quote:
        yield triple(place, iri(PROV + "value"), literal(read.quote))
    if read.date:
        yield triple(place, iri(DCTERMS + "date"), literal(read.date))


def asserted(placed: Placed, scope: str) -> Iterator[str]:
    """What a statement without reserve says, in one triple each of basedon's, Wikidata's and schema.org's terms."""
    found = edge(placed)
    if found is None:
        return
    start, end = thing(found.start, scope), thing(found.end, scope)
    yield triple(start, iri(TERM + found.relation), end)
    said, about = placed.statement, found.end.type in NO_WORKS
    made_from = found.relation in LINKING and said.kind not in DOUBTFUL_KINDS and said.target.title != CHARACTERS
    if made_from and not about:
        yield triple(start, iri(WDT + "P144"), end)
        yield triple(end, iri(WDT + "P4969"), start)
        yield triple(start, iri(SCHEMA + "isBasedOn"), end)
    elif found.relation == "inspired_by":
        yield triple(start, iri(WDT + "P941"), end)
    if about or found.relation == "depicts":
        yield triple(start, iri(SCHEMA + "about"), end)
