"""The made-up world as items of Wikidata: films and series, and all that they point to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from random import Random

from bench.dumps_entities import (
    Json,
    amount,
    date,
    entity,
    own_words,
    sources,
    statement,
    text,
    to_item,
    unknown,
)
from bench.dumps_places import AWARDS, CLASSES, COUNTRIES, GENRES, LANGUAGES
from bench.dumps_words import LANGUAGES as CODES
from bench.dumps_words import SCRIPT_OF, title, written
from bench.dumps_world import Event, Film, Person, Work, World, item

Thing = tuple[str, Callable[[], Json]]
"""An id, and what makes the entity when its line is written."""

PROPERTIES: dict[str, tuple[str, str]] = {
    "P31": ("instance of", "wikibase-item"),
    "P57": ("director", "wikibase-item"),
    "P58": ("screenwriter", "wikibase-item"),
    "P136": ("genre", "wikibase-item"),
    "P144": ("based on", "wikibase-item"),
    "P155": ("follows", "wikibase-item"),
    "P156": ("followed by", "wikibase-item"),
    "P161": ("cast member", "wikibase-item"),
    "P166": ("award received", "wikibase-item"),
    "P179": ("part of the series", "wikibase-item"),
    "P345": ("IMDb ID", "external-id"),
    "P364": ("original language of film or TV show", "wikibase-item"),
    "P495": ("country of origin", "wikibase-item"),
    "P577": ("publication date", "time"),
    "P921": ("main subject", "wikibase-item"),
    "P941": ("inspired by", "wikibase-item"),
    "P1411": ("nominated for", "wikibase-item"),
    "P1651": ("YouTube video ID", "external-id"),
    "P4969": ("derivative work", "wikibase-item"),
}


def labelled(rng: Random, shown: str, least: int, most: int, native: tuple[str, str] | None = None) -> dict[str, str]:
    """A name in many languages: as it is, in other letters or, in a few, quite another one."""
    chosen = rng.sample(CODES[1:-1], rng.randint(least, min(most, len(CODES) - 2)))
    found = {"en": shown}
    for code in chosen:
        other = code in ("de", "fr", "it", "es", "pt", "pl", "hu") and native is not None and rng.random() < 0.4
        found[code] = title(rng) if other else written(shown, code)
    if native is not None:
        found[native[0]] = native[1]
    return found


def pages(rng: Random, shown: str, page: str | None, most: int) -> dict[str, str]:
    """Sitelinks: the English page if there is one, and some others."""
    codes = [code for code in CODES[1:60] if "-" not in code and code != "nb"]
    found = {"enwiki": page} if page else {}
    return found | {f"{code}wiki": written(shown, code) for code in rng.sample(codes, rng.randint(0, most))}


def points(rng: Random, prop: str, items: Sequence[str]) -> list[Json]:
    """A statement to each of the items, with sources."""
    return [statement(to_item(prop, each), references=sources(rng)) for each in items]


def day(prop: str, year: int, month: int = 0, day_of_month: int = 0) -> Json:
    """A date that is known as far as the parts that are not 0."""
    return date(prop, f"{year:04}-{month:02}-{day_of_month:02}", 9 + bool(month) + bool(day_of_month))


def film_item(world: World, film: Film) -> Json:
    """A film or series."""
    rng = world.rng("item of film", film.number)
    claims = [
        *(points(rng, "P31", classes_of(film))),
        statement(own_words("P1476", film.original_title, film.language), references=sources(rng)),
        *points(rng, "P495", [each.item for each in (film.country, film.also) if each]),
        *points(rng, "P364", [LANGUAGES[film.language][0]]),
        *dates_of(film, rng),
        *points(rng, "P136", [GENRES[genre][0] for genre in film.genres]),
        *([statement(unknown("P57", "wikibase-item", "somevalue"))] if rng.random() < 0.01 else ()),
        *points(rng, "P57", [world.people[each].item for each in film.directors]),
        *points(rng, "P58", [world.people[each].item for each in film.writers]),
        *(
            statement(
                to_item("P161", world.people[each].item),
                qualifiers=[text("P4633", "<<person>>")] if rng.random() < 0.4 else (),
                references=sources(rng),
            )
            for each in film.cast
        ),
        *origins_of(world, film, rng),
        *points(rng, "P166", film.awards),
        *(
            statement(to_item("P1411", each), qualifiers=[day("P585", film.year + 1)], references=sources(rng))
            for each in film.nominations
        ),
        *([statement(text("P345", film.imdb, "external-id"), references=sources(rng))] if rng.random() < 0.95 else ()),
        *([statement(text("P1651", f"<<word>>_{film.number}", "external-id"))] if rng.random() < 0.1 else ()),
        statement(amount("P2047", str(film.minutes), "Q7727"), references=sources(rng)),
        statement(to_item("P462", "Q22006653"), references=sources(rng)),
        *(statement(to_item(each), references=sources(rng)) for each in ("P86", "P344", "P1040", "P272", "P162")),
        *(
            statement(text(each, "<<number>>", "external-id"), references=sources(rng))
            for each in ("P4947", "P1265", "P2603", "P480", "P646", "P2631", "P1237", "P1804")
        ),
    ]
    rng.shuffle(claims)
    director, other = world.people[film.directors[0]].name, film.country.adjective
    told = {
        "en": f"{film.year} {other} film directed by {director}",
        "de": f"Film von {director} ({film.year})",
        "fr": f"film de {director}, sorti en {film.year}",
        "it": f"film del {film.year} diretto da {director}",
        "es": f"película de {film.year} dirigida por {director}",
        "nl": f"film uit {film.year} van {director}",
        "pl": f"film z {film.year} roku",
        "uk": f"фільм {film.year} року",
        "ar": f"فيلم أنتج عام {film.year}",
    }
    kept = dict(rng.sample(list(told.items()), rng.randint(2, len(told))))
    also = {film.language: [film.original_title]} if film.original_title != film.title and rng.random() < 0.3 else {}
    named = labelled(rng, film.title, 10, 60, (film.language, film.original_title))
    if film.language == "en":
        named["en"] = film.title
    return entity(named, kept, also, claims, pages(rng, film.title, film.page, 14))


def classes_of(film: Film) -> list[str]:
    """What a film is an instance of, at times of two classes."""
    own = CLASSES[film.kind][0]
    if film.kind in ("documentary", "short") or (film.kind == "film" and film.year < 1928):
        return ["Q11424", CLASSES["silent"][0] if film.kind == "film" else own]
    return [own]


def dates_of(film: Film, rng: Random) -> Iterator[Json]:
    """When a film came out: one or several dates, known to the day, month or year, one of them at times preferred."""
    drawn = rng.random()
    if drawn < 0.3:
        yield statement(day("P577", film.year), references=sources(rng))
    elif drawn < 0.4:
        yield statement(day("P577", film.year, film.month), references=sources(rng))
    else:
        yield statement(
            day("P577", film.year, film.month, film.day),
            rank="preferred" if drawn > 0.9 else "normal",
            qualifiers=[to_item("P291", film.country.item)],
            references=sources(rng),
        )
        for later in range(rng.randint(0, 3)):
            elsewhere = [to_item("P291", rng.choice(COUNTRIES).item)]
            yield statement(day("P577", film.year + 1, 1 + later, film.day), qualifiers=elsewhere)


def origins_of(world: World, film: Film, rng: Random) -> Iterator[Json]:
    """What a film comes from, and what was made from it."""
    based = [world.films[film.remakes].item] if film.remakes is not None else []
    if film.work is not None:
        based.append(world.works[film.work].item)
    for each in based:
        yield statement(to_item("P144", each), references=sources(rng))
    if based and rng.random() < 0.02:
        wrong = world.works[rng.randrange(len(world.works))].item
        yield statement(to_item("P144", wrong), rank="deprecated", qualifiers=[to_item("P2241", "Q25895909")])
    if not based and rng.random() < 0.01:
        yield statement(unknown("P144", "wikibase-item", rng.choice(("novalue", "somevalue"))))
    if film.event is not None:
        yield from points(rng, "P921", [world.events[film.event].item])
    if film.subject is not None:
        yield from points(rng, "P921", [world.people[film.subject].item])
    if film.inspired is not None:
        yield from points(rng, "P941", [world.works[film.inspired].item])
    series = world.series(film)
    if series is not None:
        place = [text("P1545", "1" if film.follows is None else "2")]
        yield statement(to_item("P179", item(series, 5)), qualifiers=place)
    if film.follows is not None:
        yield from points(rng, "P155", [world.films[film.follows].item])
    if film.number in world.followed:
        yield from points(rng, "P156", [world.films[world.followed[film.number]].item])
    for later in world.remade.get(film.number, ()):
        if rng.random() < 0.4:
            yield from points(rng, "P4969", [world.films[later].item])


def person_item(world: World, person: Person) -> Json:
    """Somebody; one in five has a label for all languages instead of an English one."""
    rng = world.rng("item of person", person.number)
    trades = {"actor": "Q33999", "director": "Q2526255", "writer": "Q28389", "author": "Q36180"}
    claims = [
        *points(rng, "P31", ["Q5"]),
        *points(rng, "P21", ["Q6581072" if person.female else "Q6581097"]),
        statement(day("P569", person.born, 1 + person.number % 12, 1 + person.number % 28), references=sources(rng)),
        *([statement(day("P570", person.died), references=sources(rng))] if person.died else ()),
        *points(rng, "P27", [person.country.item]),
        *points(rng, "P106", [trades[each] for each in person.professions]),
        *([statement(text("P345", person.imdb, "external-id"), references=sources(rng))] if rng.random() < 0.9 else ()),
        *(statement(to_item(each), references=sources(rng)) for each in ("P19", "P735", "P734", "P69")),
        *(
            statement(text(each, "<<number>>", "external-id"), references=sources(rng))
            for each in ("P214", "P213", "P227", "P646", "P1266", "P4985", "P2604")
        ),
    ]
    trade = {"author": "novelist"}.get(person.professions[0], f"film {person.professions[0]}")
    named = labelled(rng, person.name, 5, 40)
    if rng.random() < 0.2:
        named = {"mul": person.name} | {code: value for code, value in named.items() if code in SCRIPT_OF}
    told = {"en": f"{person.country.adjective} {trade}", "de": "Filmschaffende Person", "es": "persona del cine"}
    return entity(named, told, {}, claims, pages(rng, person.name, person.name if rng.random() < 0.5 else None, 8))


def work_item(world: World, work: Work) -> Json:
    """A novel, play, comic ..."""
    rng = world.rng("item of work", work.number)
    author = world.people[work.author]
    claims = [
        *points(rng, "P31", [CLASSES[work.kind][0]]),
        *points(rng, "P50", [author.item]),
        statement(own_words("P1476", written(work.title, work.language), work.language)),
        statement(day("P577", work.year), references=sources(rng)),
        *points(rng, "P407", [LANGUAGES[work.language][0]]),
        *points(rng, "P4969", [world.films[n].item for n in world.filmed.get(work.number, ()) if rng.random() < 0.3]),
        *(statement(to_item(each), references=sources(rng)) for each in ("P136", "P123", "P495", "P674", "P840")),
        *(statement(text(each, "<<number>>", "external-id")) for each in ("P646", "P648", "P8383", "P1085", "P5331")),
    ]
    named = labelled(rng, work.title, 5, 40, (work.language, written(work.title, work.language)))
    told = {"en": f"{work.year} {work.kind} by {author.name}", "fr": f"œuvre de {author.name}"}
    return entity(named, told, {}, claims, pages(rng, work.title, f"{work.title} ({work.kind})", 8))


def event_item(world: World, event: Event) -> Json:
    """A battle, disaster, crime ..."""
    rng = world.rng("item of event", event.number)
    claims = [
        *points(rng, "P31", [CLASSES[event.kind][0]]),
        *points(rng, "P17", [event.country.item]),
        statement(day("P585", event.year, 1 + event.number % 12, 1 + event.number % 28), references=sources(rng)),
        statement(amount("P1120", "<<few>>"), references=sources(rng)),
        *(statement(to_item(each), references=sources(rng)) for each in ("P131", "P276", "P710", "P361")),
    ]
    told = {"en": f"{event.kind} in {event.country.name} in {event.year}"}
    return entity(labelled(rng, event.name, 8, 40), told, {}, claims, pages(rng, event.name, event.name, 12))


def series_item(world: World, first: Film) -> Json:
    """A series of films, named for the first one."""
    rng = world.rng("item of series", first.number)
    parts = [film.item for film in world.films if world.series(film) == first.number]
    claims = [*points(rng, "P31", [CLASSES["film series"][0]]), *points(rng, "P527", parts)]
    return entity(labelled(rng, first.title, 3, 20), {"en": "film series"}, {}, claims, {})


def word_item(id_: str, named: str, class_: str, above: str | None = None) -> Json:
    """A country, language, genre, class or award: what it is an instance of, or a class of."""
    rng = Random(id_)
    claims = points(rng, "P279", [above]) if above else []
    claims += points(rng, "P31", [CLASSES[class_][0]]) if class_ else []
    claims += [statement(to_item("P1889"), references=sources(rng)) for _ in range(8)]
    return entity(labelled(rng, named, 60, 95), {"en": class_ or "class"}, {}, claims, pages(rng, named, named, 40))


def property_entity(id_: str, named: str, datatype: str) -> Json:
    """A property, which the dump holds among the items."""
    rng = Random(id_)
    claims = [statement(to_item("P1629")), statement(to_item("P31", "Q18610173"))]
    return entity(labelled(rng, named, 40, 90), {"en": f"property: {named}"}, {}, claims, {}, datatype=datatype)


def things(world: World) -> list[Thing]:
    """Everything that films point to, and the films."""
    words: dict[str, tuple[str, str, str | None]] = {}
    for country in COUNTRIES:
        words[country.item] = (country.name, "country", None)
    for id_, named in LANGUAGES.values():
        words[id_] = (named, "language", None)
    for id_, named in AWARDS.items():
        words[id_] = (named, "award", None)
    for id_, named in GENRES.values():
        words[id_] = (named, "genre", "Q11424")
    for id_, named, above in CLASSES.values():
        words[id_] = (named, words[id_][1] if id_ in words else "", above)
    found: list[Thing] = [(id_, partial(word_item, id_, *told)) for id_, told in words.items()]
    found += [(id_, partial(property_entity, id_, *told)) for id_, told in PROPERTIES.items()]
    found += [(film.item, partial(film_item, world, film)) for film in world.films]
    found += [(person.item, partial(person_item, world, person)) for person in world.people]
    found += [(work.item, partial(work_item, world, work)) for work in world.works]
    found += [(event.item, partial(event_item, world, event)) for event in world.events]
    firsts = [film for film in world.films if film.follows is None and film.number in world.followed]
    return found + [(item(film.number, 5), partial(series_item, world, film)) for film in firsts]
