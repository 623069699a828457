"""The curated files: one TOML file a remake family or batch of films, written by contributors."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import quote

import msgspec
from msgspec import Meta, Struct

from basedon.errors import BadFile
from basedon.identity.titles import normal
from basedon.model.evidence import Evidence
from basedon.model.statement import Hedge, Predicate, Statement, Target, TargetType
from basedon.model.verdict import Basis
from basedon.model.work import RemakeKind, WorkType

Text = Annotated[str, Meta(pattern=r"\S", max_length=300)]
Year = Annotated[int, Meta(ge=1880, le=2100)]
OriginYear = Annotated[int, Meta(ge=-3000, le=2100)]


class Saying(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that one source says about where a work's story comes from."""

    relation: Literal["based_on", "inspired_by", "depicts", "true_story", "original_story", "presented_as_true"]
    type: TargetType | None = None
    title: Text | None = None
    creator: Text | None = None
    year: OriginYear | None = None
    denied: bool = False
    hedge: Hedge | None = None
    page: Text | None = None
    locator: Text | None = None
    source: Literal["wikipedia", "wikidata", "press"] = "wikipedia"


class RemakeLink(Struct, frozen=True, forbid_unknown_fields=True):
    """That a work remakes another work of the same file, named by its key."""

    work: Text
    kind: RemakeKind


class CuratedWork(Struct, frozen=True, forbid_unknown_fields=True):
    """A film or series as the contributor wrote it down; `page` is its English Wikipedia page name.

    `basis` is what the weighing must come to, which a test compares. For an original story of which no source needs
    to be named it is the statement itself. Without a page, `locator` says where the film was read about ("Netflix Top
    10, week of 2026-02-15").
    """

    title: Text
    year: Year
    countries: Annotated[tuple[Text, ...], Meta(min_length=1)]
    languages: Annotated[tuple[Text, ...], Meta(min_length=1)]
    page: Text | None = None
    locator: Text | None = None
    key: Text | None = None
    type: WorkType = "film"
    original_title: Text | None = None
    also: tuple[Text, ...] = ()
    directors: tuple[Text, ...] = ()
    genres: tuple[Text, ...] = ()
    wikidata: Annotated[str, Meta(pattern=r"^Q[1-9]\d*$")] | None = None
    imdb: Annotated[str, Meta(pattern=r"^tt\d{7,9}$")] | None = None
    basis: Basis | None = None
    remake_of: tuple[RemakeLink, ...] = ()
    says: tuple[Saying, ...] = ()


class CuratedFile(Struct, frozen=True, forbid_unknown_fields=True):
    """One file: a family (an original and what came of it) or a batch of films."""

    works: Annotated[tuple[CuratedWork, ...], Meta(min_length=1)]
    family: Text | None = None


def load(path: Path) -> CuratedFile:
    """Read and check one curated file.

    Raises BadFile, naming the file and the place, when it is no TOML, a key is misspelt, a value is out of its list,
    a key (or, without keys, a title and year) is used twice, or a remake names a work the file does not hold.
    """
    try:
        file = msgspec.convert(tomllib.loads(path.read_text("utf-8")), CuratedFile)
    except (OSError, ValueError, RecursionError, msgspec.ValidationError) as error:
        raise BadFile(f"{path.name}: {error}") from error
    keys = [work.key for work in file.works if work.key]
    for key, times in Counter(map(key_of, file.works)).items():
        if times > 1:
            raise BadFile(f"{path.name}: the key {key!r} is used twice")
    for work in file.works:
        if not (work.page or work.locator):
            raise BadFile(f"{path.name}: {work.title!r} has neither page nor locator")
        for link in work.remake_of:
            if link.work not in keys:
                raise BadFile(f"{path.name}: {work.title!r} remakes {link.work!r}, which the file does not hold")
            if link.work == work.key:
                raise BadFile(f"{path.name}: {work.title!r} remakes itself")
    return file


def statements(path: Path) -> Iterator[Statement]:
    """All that one curated file says; subjects are `curated:<file>#<key>`."""
    for work in load(path).works:
        subject = f"curated:{path.stem}#{key_of(work)}"
        yield from facts(work, subject)
        for said in work.says:
            target = Target(said.title, said.type, said.creator, said.year)
            yield Statement(
                subject=subject,
                predicate=Predicate(said.relation),
                target=target,
                denied=said.denied,
                hedge=said.hedge,
                evidence=(evidence_of(said, work, subject),),
            )
        said_so = any(said.relation == "original_story" for said in work.says)
        if work.basis is Basis.ORIGINAL and not said_so and not work.remake_of:
            yield Statement(
                subject=subject,
                predicate=Predicate.ORIGINAL_STORY,
                evidence=(evidence(subject, work.page, work.locator),),
            )
        for link in work.remake_of:
            yield Statement(
                subject=subject,
                predicate=Predicate.REMAKE_OF,
                target=Target(id=f"curated:{path.stem}#{link.work}"),
                kind=link.kind,
                evidence=(evidence(subject, work.page, work.locator),),
            )


def key_of(work: CuratedWork) -> str:
    """The work's key in its file; without one, its title and year."""
    return work.key or f"{normal(work.title).replace(' ', '-')}-{work.year}"


def facts(work: CuratedWork, subject: str) -> Iterator[Statement]:
    """The plain facts of one work."""
    read_at = (evidence(subject, work.page, work.locator),)

    def fact(predicate: Predicate, target: Target) -> Statement:
        return Statement(subject=subject, predicate=predicate, target=target, evidence=read_at)

    yield fact(Predicate.TYPE, Target(work.type))
    yield fact(Predicate.YEAR, Target(year=work.year))
    ids = {"wikidata": work.wikidata, "imdb": work.imdb, "wikipedia": work.page}
    for source, id_ in ids.items():
        if id_:
            yield fact(Predicate.SAME_AS, Target(id=f"{source}:{id_}"))
    for predicate, values in (
        (Predicate.TITLE, (work.title,)),
        (Predicate.ORIGINAL_TITLE, (work.original_title,) if work.original_title else ()),
        (Predicate.ALSO_CALLED, work.also),
        (Predicate.COUNTRY, work.countries),
        (Predicate.LANGUAGE, work.languages),
        (Predicate.GENRE, work.genres),
        (Predicate.DIRECTOR, work.directors),
    ):
        for value in values:
            yield fact(predicate, Target(value))


def evidence_of(said: Saying, work: CuratedWork, subject: str) -> Evidence:
    """Where one thing was read; where it names no place of its own, at the work's."""
    if said.locator:
        return evidence(subject, said.page, said.locator, said.source)
    if said.page:
        return evidence(subject, said.page, None, said.source)
    return evidence(subject, work.page, work.locator, said.source)


def evidence(subject: str, page: str | None, locator: str | None, source: str = "wikipedia") -> Evidence:
    """The work of the curated file that says it, and the page or place which that names for it."""
    told_by_press = f"the press, no article named; on the film Wikipedia: {page}"
    named = told_by_press if source == "press" and page else f"{source.title()}: {page}"
    return Evidence(
        source="curated",
        record=subject.partition(":")[2],
        locator=locator or named,
        url=f"https://en.wikipedia.org/wiki/{quote(page.replace(' ', '_'))}" if page else None,
    )
