"""N-Triples: by the grammar to the letter, and the same facts when rdflib has read them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import OWL, PROV, RDF

from basedon.catalogue import tables
from basedon.catalogue.catalogue import Catalogue
from basedon.exports import ntriples, terms
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Target

Made = Callable[..., Any]
IRI = r"<[A-Za-z][A-Za-z0-9+.-]*:[\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]*>"
LITERAL = r'"(?:[^\x00-\x1f\x7f"\\]|\\[tbnrf"\\]|\\u[0-9A-F]{4})*"(?:\^\^' + IRI + ")?"
LINE = re.compile(rf"{IRI} {IRI} (?:{IRI}|{LITERAL}) \.")
"""The grammar of N-Triples, narrowed to what is written here: no blank nodes, no languages, ASCII addresses."""

SCHEMA, WD, WDT, TERM = terms.SCHEMA, terms.WD, terms.WDT, terms.TERM


def text(catalogue: Catalogue) -> str:
    return "".join(ntriples.pieces(catalogue))


def graph(catalogue: Catalogue) -> Graph:
    return Graph().parse(data=text(catalogue), format="nt")


def values(found: Graph, subject: str, predicate: str) -> list[str]:
    return sorted(str(value) for value in found.objects(URIRef(subject), URIRef(predicate)))


def statements(found: Graph, subject: str) -> list[URIRef]:
    ends = (RDF.subject, OWL.sourceIndividual)
    return [said for end in ends for said in found.subjects(end, URIRef(subject)) if isinstance(said, URIRef)]


def test_every_line_is_a_triple(held: Catalogue) -> None:
    written = text(held)
    assert written.endswith(" .\n")
    for line in written.removesuffix("\n").split("\n"):
        assert LINE.fullmatch(line), line


def test_how_it_is_cut_does_not_matter(held: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = text(held)
    monkeypatch.setattr(tables, "SPAN", 3)
    monkeypatch.setattr(tables, "AT_ONCE", 2)
    assert set(text(held).splitlines()) == set(whole.splitlines())


def test_a_film_in_wikidata_s_and_schema_org_s_words(small: Path) -> None:
    with Catalogue(small) as catalogue:
        found = graph(catalogue)
    lamp = WD + "Q900001"
    assert values(found, lamp, str(RDF.type)) == [SCHEMA + "Movie"]
    assert values(found, lamp, SCHEMA + "name") == ["The Lamp"]
    assert values(found, lamp, SCHEMA + "alternateName") == ["Akari", "灯"]
    assert found.value(URIRef(lamp), URIRef(SCHEMA + "datePublished")) == Literal("1950", datatype=terms.XSD + "gYear")
    assert values(found, lamp, WDT + "P577") == ["1950-01-01T00:00:00+00:00"]
    assert values(found, lamp, WDT + "P345") == ["tt9000001"]
    (director,) = values(found, lamp, WDT + "P57")
    assert director == "urn:basedon:person:aki%20mori"
    assert values(found, director, SCHEMA + "name") == ["Aki Mori"]
    assert values(found, lamp, SCHEMA + "sameAs")[0] == "https://en.wikipedia.org/wiki/The_Lamp_%281950_film%29"
    assert values(found, lamp, WDT + "P4969") == [WD + "Q900002"]
    assert values(found, WD + "Q900002", WDT + "P144") == [lamp]
    lights = values(found, WD + "Q900010", WDT + "P57")
    assert lights == [WD + "Q900100"]


def test_a_statement_leads_to_its_evidence(small: Path) -> None:
    with Catalogue(small) as catalogue:
        found = graph(catalogue)
        digest = catalogue.stamp.digest
    remade = [
        s for s in statements(found, WD + "Q900002") if found.value(s, RDF.predicate) == URIRef(TERM + "remake_of")
    ]
    read = [place for said in remade for place in found.objects(said, PROV.wasDerivedFrom)]
    told = {
        (str(found.value(place, URIRef(terms.DCTERMS + "isPartOf"))), str(found.value(place, URIRef(TERM + "locator"))))
        for place in read
    }
    assert ("urn:basedon:source:wikipedia", "lead, sentence 2") in told
    assert ("urn:basedon:source:curated", "Wikipedia: The Lamp (1962 film)") in told
    (fire,) = values(found, WD + "Q900001", TERM + "depicts")
    assert fire.startswith(f"urn:basedon:origin:{digest}:")
    assert values(found, fire, SCHEMA + "startDate") == ["1931"]
    assert values(found, WD + "Q900001", SCHEMA + "about") == [fire]


def test_what_is_denied_or_hedged_is_not_asserted(small: Path) -> None:
    with Catalogue(small) as catalogue:
        found = graph(catalogue)
        (count,) = (w.id for w in catalogue.works(range(1, 99)).values() if w.title == "The Long Count")
    subject = "urn:basedon:work:" + terms.quoted(count, ":")
    assert not values(found, subject, TERM + "inspired_by")
    assert not values(found, subject, WDT + "P941")
    classes = sorted(str(found.value(said, RDF.type)) for said in statements(found, subject))
    assert classes == [str(RDF.Statement), str(OWL.NegativePropertyAssertion)]
    hedges = [values(found, str(said), TERM + "hedge") for said in found.subjects(RDF.subject, URIRef(subject))]
    assert hedges == [["reportedly"]]


def test_words_come_through_whatever_is_in_them(hostile: Path) -> None:
    with Catalogue(hostile) as catalogue:
        found = graph(catalogue)
        for number, work in catalogue.works(range(1, 100)).items():
            own = f"urn:basedon:work:{terms.quoted(work.id, ':')}"
            subject = WD + work.ids.wikidata if work.ids.wikidata else own
            assert values(found, subject, SCHEMA + "name") == [work.title]
            assert set(values(found, subject, SCHEMA + "genre")) == set(work.genres)
            for told in catalogue.told(number):
                (read,) = told.statement.evidence
                assert (None, URIRef(TERM + "locator"), Literal(read.locator)) in found
                assert read.quote is None or (None, PROV.value, Literal(read.quote)) in found


@pytest.mark.parametrize("number", [2013, 7, -430, -3000, 12345])
def test_years_of_every_age(number: int) -> None:
    sign = "-" if number < 0 else ""
    assert terms.year(number) == f'"{sign}{abs(number):04}"^^<http://www.w3.org/2001/XMLSchema#gYear>'


def test_a_new_adaptation_is_not_based_on_the_earlier_film(holding: Made, say: Made, film: Made) -> None:
    said = [*film("wikidata:Q1", "One", 1950), *film("wikidata:Q2", "Two", 1960), *film("wikidata:Q3", "Three", 1970)]
    said.append(say("wikidata:Q2", Predicate.REMAKE_OF, Target(id="wikidata:Q1"), kind="re-adaptation"))
    said.append(say("wikidata:Q3", Predicate.REMAKE_OF, Target(id="wikidata:Q1"), kind="official"))
    said.append(say("wikidata:Q3", Predicate.BASED_ON, Target("Ann Lee", "person")))
    said.append(say("wikidata:Q3", Predicate.BASED_ON, Target("characters", "other", "Ann Lee")))
    found = graph(holding(said))
    assert values(found, WD + "Q2", WDT + "P144") == []
    assert values(found, WD + "Q2", TERM + "remake_of") == [WD + "Q1"]
    assert values(found, WD + "Q3", WDT + "P144") == values(found, WD + "Q3", SCHEMA + "isBasedOn") == [WD + "Q1"]
    assert len(values(found, WD + "Q3", SCHEMA + "about")) == 1


def test_an_address_that_is_none_is_a_word(holding: Made, say: Made, film: Made) -> None:
    said = film("wikidata:Q1", "One", 1950)
    for number, url in enumerate(("javascript:alert(1)", 'https://films.example/ä b?q="x"<y>', "http://")):
        said.append(say("wikidata:Q1", Predicate.TRUE_STORY, read=Evidence("articles", str(number), "here", url=url)))
    sources = {str(value): value for value in graph(holding(said)).objects(None, URIRef(terms.DCTERMS + "source"))}
    assert isinstance(sources["javascript:alert(1)"], Literal)
    assert isinstance(sources["http://"], Literal)
    assert isinstance(sources["https://films.example/%C3%A4%20b?q=%22x%22%3Cy%3E"], URIRef)
