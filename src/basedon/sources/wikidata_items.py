"""What an item of Wikidata that is a film or series says, and what it says of works made from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from basedon.model.record import Record
from basedon.model.statement import Predicate, Statement, Target
from basedon.sources import wikidata_kinds as kinds
from basedon.sources.sayer import Sayer
from basedon.sources.wikidata_json import (
    Claim,
    Claims,
    Item,
    claims_of,
    classes,
    earliest,
    entity,
    hedge_of,
    held,
    name,
    qualifiers,
    rank_of,
    reference_of,
    text,
    year,
)

TRAILER = "Q622550"
WIKI = re.compile(r"^([a-z]{2,3}|simple|[a-z]{2,3}_[a-z_]{2,12})wiki$")
NO_LANGUAGE = frozenset({"commons", "species", "wikidata", "meta", "wikimania", "sources", "mediawiki"})


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
