"""What one source says, read back from a finished catalogue as the statements that it was made of."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.catalogue.catalogue import Catalogue
from basedon.model.evidence import Evidence
from basedon.model.statement import Predicate, Statement, Target


def said_by(catalogue: Catalogue, source: str) -> Iterator[Statement]:
    """All that a source's records say, by record: what they are called, their plain facts, and their stories.

    The facts are those that the catalogue shows; a record that is one work with another names the work's ids.
    """
    rows = catalogue.query(
        "SELECT record, work FROM joins WHERE record >= ? AND record < ? ORDER BY record", [f"{source}:", f"{source};"]
    )
    for record, number in rows:
        name = record.partition(":")[2]
        work = catalogue.work(number)
        evidence = [e for told in catalogue.told(number) for e in told.statement.evidence if e.record == name]
        at = (evidence[0] if evidence else Evidence(source, name, "entry"),)

        def fact(predicate: Predicate, target: Target, subject: str = record, at: tuple[Evidence] = at) -> Statement:
            return Statement(subject=subject, predicate=predicate, target=target, evidence=at)

        yield fact(Predicate.TYPE, Target(work.type))
        for kind, id_ in (("wikidata", work.ids.wikidata), ("imdb", work.ids.imdb), ("wikipedia", work.ids.wikipedia)):
            if id_:
                yield fact(Predicate.SAME_AS, Target(id=f"{kind}:{id_}"))
        yield fact(Predicate.TITLE, Target(work.title))
        if work.original_title:
            yield fact(Predicate.ORIGINAL_TITLE, Target(work.original_title))
        titles = catalogue.query(
            "SELECT title FROM titles WHERE work = ? AND source = ? AND kind = 'also_called' ORDER BY title",
            [number, source],
        )
        for (title,) in titles:
            yield fact(Predicate.ALSO_CALLED, Target(title))
        if work.year:
            yield fact(Predicate.YEAR, Target(year=work.year))
        for predicate, values in (
            (Predicate.COUNTRY, work.countries),
            (Predicate.LANGUAGE, work.languages),
            (Predicate.GENRE, work.genres),
        ):
            for value in values:
                yield fact(predicate, Target(value))
        for person in work.directors:
            yield fact(Predicate.DIRECTOR, Target(person.name, id=person.id))
        yield from stories(catalogue, number, source, record)


def stories(catalogue: Catalogue, number: int, source: str, record: str) -> Iterator[Statement]:
    """What one record says of its work's story."""
    for told in catalogue.told(number):
        said = told.statement
        evidence = tuple(e for e in said.evidence if e.source == source and e.record == record.partition(":")[2])
        if told.work == number and evidence:
            yield Statement(
                subject=record,
                predicate=said.predicate,
                target=said.target,
                denied=said.denied,
                hedge=said.hedge,
                kind=said.kind,
                rank=said.rank,
                evidence=evidence,
            )
