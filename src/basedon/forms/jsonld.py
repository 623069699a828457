"""A film as schema.org markup in JSON-LD, fit to stand in a page's script element."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import msgspec

from basedon.errors import BadUsage, NotFound
from basedon.forms.plain import clean, link, page_of, sentence
from basedon.model.answer import Answer, Miss, Origin
from basedon.model.work import Ids, Person

KINDS = {
    "novel": "Book",
    "novella": "Book",
    "short story": "ShortStory",
    "non-fiction book": "Book",
    "memoir": "Book",
    "article": "Article",
    "play": "Play",
    "comic": "ComicStory",
    "game": "Game",
    "song": "MusicComposition",
    "film": "Movie",
    "series": "TVSeries",
    "event": "Event",
    "person": "Person",
}
"""What schema.org calls the things a film can come from; the rest are a CreativeWork."""

MAKERS = {"Book": "author", "ShortStory": "author", "Article": "author", "Play": "author", "ComicStory": "author"}
"""By which property a work's maker is named; the rest say `creator`."""


def jsonld(answer: Answer) -> str:
    """The film, with what it is based on and what it is about."""
    if isinstance(answer, Miss):
        raise NotFound(sentence(answer.text) or "nothing was found to mark up")
    work = answer.work
    if work is None:
        raise BadUsage("this answer is about no single film: choose json, card, markdown or html")
    based, about = _sources(answer.based_on)
    above = answer.remake_of
    if above and not any(above.id and held.get("@id") == entity(above.id) for held in based):
        based.insert(0, _thing("Movie", above.title, above.id) | dated(above.year) | _countries(above.countries))
    other = clean(work.original_title or "")
    trailer = link(work.trailer)
    film: dict[str, Any] = {"@context": "https://schema.org"}
    film |= _thing("TVSeries" if work.type == "series" else "Movie", work.title, _id(work.id, work.ids))
    film |= {
        "alternateName": other if other != clean(work.title) else "",
        **dated(work.year),
        **_countries(work.countries),
        "inLanguage": _named("Language", work.languages),
        "genre": [genre for genre in map(clean, work.genres) if genre],
        "director": _people(work.directors),
        "actor": _people(work.cast),
        "trailer": {"@type": "VideoObject", "name": "Trailer", "url": trailer} if trailer else None,
        "sameAs": _pages(work.ids),
        "isBasedOn": based,
        "about": about,
    }
    written = msgspec.json.format(msgspec.json.encode({key: value for key, value in film.items() if value}), indent=2)
    # nothing in it may end the script element or begin a comment in it
    return written.decode().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def entity(identifier: str | None) -> str | None:
    """The address that stands for a thing itself: Wikidata's of an item, else its page at IMDb."""
    page = page_of(identifier)
    return page.replace("https://www.wikidata.org/wiki/", "http://www.wikidata.org/entity/") if page else None


def _id(identifier: str, ids: Ids) -> str:
    return f"wikidata:{ids.wikidata}" if ids.wikidata else f"imdb:{ids.imdb}" if ids.imdb else identifier


def _thing(kind: str, title: str | None, identifier: str | None = None) -> dict[str, Any]:
    name, address = clean(title or ""), entity(identifier)
    return {"@type": kind} | ({"@id": address} if address else {}) | ({"name": name} if name else {})


def _named(kind: str, names: tuple[str, ...]) -> list[dict[str, Any]]:
    return [_thing(kind, name) for name in names if clean(name)]


def _people(people: tuple[Person, ...]) -> list[dict[str, Any]]:
    return [_thing("Person", person.name, person.id) for person in people if clean(person.name)]


def dated(year: int | None) -> dict[str, Any]:
    """The year as schema.org's datePublished, which has no way to write one before our era."""
    return {"datePublished": f"{year:04}"} if year and year > 0 else {}


def _countries(countries: tuple[str, ...]) -> dict[str, Any]:
    named = _named("Country", countries)
    return {"countryOfOrigin": named} if named else {}


def _pages(ids: Ids) -> list[str]:
    known = [page_of(f"wikidata:{ids.wikidata}"), page_of(f"imdb:{ids.imdb}")]
    if ids.wikipedia:
        known.append(f"https://en.wikipedia.org/wiki/{quote(clean(ids.wikipedia).replace(' ', '_'), safe=':(),/')}")
    return [page for page in known if page]


def _sources(origins: tuple[Origin, ...]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Works it is based on, and the people and events it is about, which are no works."""
    based: list[dict[str, Any]] = []
    about: list[dict[str, Any]] = []
    for origin in origins:
        kind = KINDS.get(origin.type, "CreativeWork")
        thing = _thing(kind, origin.title, origin.id)
        if kind in ("Event", "Person"):
            if kind == "Event" and origin.year and origin.year > 0:
                thing["startDate"] = f"{origin.year:04}"
            about += [thing] if len(thing) > 1 else []
            continue
        if clean(origin.creator or ""):
            maker = "Organization" if kind == "Game" else "Person"
            thing[MAKERS.get(kind, "composer" if kind == "MusicComposition" else "creator")] = _thing(
                maker, origin.creator
            )
        thing |= dated(origin.year)
        based += [thing] if len(thing) > 1 else []
    return based, about
