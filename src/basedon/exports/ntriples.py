"""N-Triples: works in Wikidata's and schema.org's terms, each statement of an origin with its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.runs import Credit, End, credits_of, origins_of, people_of
from basedon.catalogue.tables import about_works, by_work, spans
from basedon.exports import terms
from basedon.exports.reified import reified
from basedon.exports.terms import RDF_TYPE, SCHEMA, SOURCE, WDT, iri, literal, page, triple
from basedon.model.work import Work

ROLES = {"director": ("director", "P57"), "writer": ("author", "P58"), "cast_member": ("actor", "P161")}
"""By which property of schema.org, and which of Wikidata, somebody is credited."""


def pieces(catalogue: Catalogue) -> Iterator[str]:
    """The terms and sources, then the works a thousand a piece, then people and origins."""
    yield terms.vocabulary()
    yield "".join(sources(catalogue))
    titled = tuple(table for table in about_works(catalogue, ()) if table.name == "titles")
    digest = catalogue.stamp.digest
    for span in spans(catalogue):
        works = catalogue.works(range(span[0], span[1] + 1))
        credited = credits_of(catalogue, span)
        titles = by_work(catalogue, titled[0], span) if titled else {}
        for number, work in works.items():
            others = [row["title"] for row in titles.get(number, [])]
            yield "".join(dict.fromkeys(of_work(work, number, others, credited.get(number, []))))
        yield "".join(reified(catalogue, span, digest))
    for people in people_of(catalogue):
        yield "".join(line for person in people for line in of_person(*person))
    for origins in origins_of(catalogue):
        yield "".join(line for origin in origins for line in of_origin(origin, digest))


def sources(catalogue: Catalogue) -> Iterator[str]:
    """Who speaks, under which licence, of which day."""
    for source in catalogue.info().sources:
        subject = iri(SOURCE + terms.quoted(source.name))
        yield triple(subject, RDF_TYPE, iri(SCHEMA + "Dataset"))
        yield triple(subject, iri(SCHEMA + "name"), literal(source.title))
        yield triple(subject, iri(SCHEMA + "license"), literal(source.licence))
        yield triple(subject, iri(SCHEMA + "url"), page(source.address) or literal(source.address))
        if source.as_of:
            yield triple(subject, iri(SCHEMA + "version"), literal(source.as_of))


def of_work(work: Work, number: int, titles: list[str], credited: list[Credit]) -> Iterator[str]:
    """The plain facts of one work; a year stands as Wikidata writes one, and as schema.org does."""
    end = End("work", work.id, work.type, work.title, None, work.year, number, work.ids.wikidata)
    subject = terms.thing(end)
    yield triple(subject, RDF_TYPE, terms.type_of(work.type))
    yield triple(subject, iri(SCHEMA + "name"), literal(work.title))
    for title in (work.original_title, *titles):
        if title and title != work.title:
            yield triple(subject, iri(SCHEMA + "alternateName"), literal(title))
    if work.year is not None:
        yield triple(subject, iri(SCHEMA + "datePublished"), terms.year(work.year))
        yield triple(subject, iri(WDT + "P577"), terms.first_day(work.year))
    for property_, names in (
        ("countryOfOrigin", work.countries),
        ("inLanguage", work.languages),
        ("genre", work.genres),
    ):
        for name in names:
            yield triple(subject, iri(SCHEMA + property_), literal(name))
    for credit in credited:
        if credit.role in ROLES:
            property_, item = ROLES[credit.role]
            yield triple(subject, iri(SCHEMA + property_), terms.person(credit.key, credit.id))
            yield triple(subject, iri(WDT + item), terms.person(credit.key, credit.id))
    if work.ids.imdb:
        yield triple(subject, iri(WDT + "P345"), literal(work.ids.imdb))
        yield triple(subject, iri(SCHEMA + "sameAs"), iri(f"https://www.imdb.com/title/{terms.quoted(work.ids.imdb)}/"))
    if work.ids.wikipedia:
        name = terms.quoted(work.ids.wikipedia.replace(" ", "_"), "/")
        yield triple(subject, iri(SCHEMA + "sameAs"), iri(f"https://en.wikipedia.org/wiki/{name}"))
    trailer = page(work.trailer)
    if trailer:
        yield triple(subject, iri(SCHEMA + "trailer"), trailer)


def of_person(name: str, key: str, id_: str | None) -> Iterator[str]:
    """Somebody credited."""
    subject = terms.person(key, id_)
    yield triple(subject, RDF_TYPE, iri(SCHEMA + "Person"))
    yield triple(subject, iri(SCHEMA + "name"), literal(name))


def of_origin(origin: End, digest: str) -> Iterator[str]:
    """A book, play, event or person that works are based on."""
    yield from terms.described(terms.thing(origin, digest), origin)
