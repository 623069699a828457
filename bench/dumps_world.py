"""A made-up world of films and what they come from, which the dumps of Wikidata, IMDb and Wikipedia all tell of.

Each film, person, work and event is drawn by the seed and its own number and points to earlier films only: a larger
world begins with the smaller one. Ids lie above those in use, so that nothing here is taken for a real film by its id.
"""

from __future__ import annotations

from itertools import accumulate
from random import Random

from msgspec import Struct

from bench.dumps_places import AWARDS, COUNTRIES, EVENT_KINDS, GENRES, WORK_KINDS, Country
from bench.dumps_words import name, person_name, title, written

UP_TO = tuple(accumulate(country.weight for country in COUNTRIES))
FIRST_ITEM = 140_000_000
FIRST_IMDB = 50_000_000
IMDB_STEP = 7
"""IMDb's ids that this divides, counted from the first, are those of the world."""


def item(number: int, digit: int) -> str:
    """The item of the number-th thing of a kind; fillers have the digits 6 to 9."""
    return f"Q{FIRST_ITEM + 10 * number + digit}"


KINDS = ("film", "feature", "television film", "series", "miniseries", "animated", "documentary", "short", "anime")


class Person(Struct, frozen=True):
    """Somebody who makes films, writes books, or is told of."""

    number: int
    name: str
    female: bool
    born: int
    died: int | None
    country: Country
    professions: tuple[str, ...]

    @property
    def item(self) -> str:
        """The id in Wikidata."""
        return item(self.number, 2)

    @property
    def imdb(self) -> str:
        """The id in IMDb."""
        return f"nm{FIRST_IMDB + IMDB_STEP * self.number}"


class Work(Struct, frozen=True):
    """A novel, play, comic ... that films are made from."""

    number: int
    kind: str
    title: str
    author: int
    year: int
    language: str

    @property
    def item(self) -> str:
        """The id in Wikidata."""
        return item(self.number, 3)


class Event(Struct, frozen=True):
    """A battle, disaster, crime ... that films tell of."""

    number: int
    kind: str
    name: str
    year: int
    country: Country

    @property
    def item(self) -> str:
        """The id in Wikidata."""
        return item(self.number, 4)


class Film(Struct, frozen=True):
    """A film or series, with what it comes from: numbers of works, events, people and earlier films."""

    number: int
    kind: str
    title: str
    original_title: str
    page: str | None
    year: int
    month: int
    day: int
    country: Country
    also: Country | None
    language: str
    directors: tuple[int, ...]
    writers: tuple[int, ...]
    cast: tuple[int, ...]
    genres: tuple[str, ...]
    minutes: int
    awards: tuple[str, ...]
    nominations: tuple[str, ...]
    work: int | None = None
    remakes: int | None = None
    event: int | None = None
    subject: int | None = None
    inspired: int | None = None
    follows: int | None = None

    @property
    def item(self) -> str:
        """The id in Wikidata."""
        return item(self.number, 1)

    @property
    def imdb(self) -> str:
        """The id in IMDb, which every film has, though not every item tells it."""
        return f"tt{FIRST_IMDB + IMDB_STEP * self.number}"


def people_of(films: int) -> int:
    """How many people a world of so many films has."""
    return 30 + films


def works_of(films: int) -> int:
    """How many works a world of so many films has."""
    return 8 + films // 4


def events_of(films: int) -> int:
    """How many events a world of so many films has."""
    return 4 + films // 20


class World:
    """The films, people, works and events of a seed, and the ways back: what was made from what."""

    def __init__(self, films: int, seed: int = 1) -> None:
        self.seed = seed
        self.people = [self.person(number) for number in range(people_of(films))]
        self.works = [self.work(number) for number in range(works_of(films))]
        self.events = [self.event(number) for number in range(events_of(films))]
        self.films: list[Film] = []
        self.pages: set[str] = set()
        self.followed: dict[int, int] = {}
        self.remade: dict[int, list[int]] = {}
        self.filmed: dict[int, list[int]] = {}
        for number in range(films):
            film = self.film(number)
            self.films.append(film)
            if film.page:
                self.pages.add(film.page)
            if film.follows is not None:
                self.followed[film.follows] = number
            if film.remakes is not None:
                self.remade.setdefault(film.remakes, []).append(number)
            if film.work is not None:
                self.filmed.setdefault(film.work, []).append(number)

    def rng(self, kind: str, number: int) -> Random:
        """Chance for one thing alone."""
        return Random(f"{self.seed} {kind} {number}")

    def person(self, number: int) -> Person:
        """The person of a number."""
        rng = self.rng("person", number)
        born = rng.randint(1860, 1998)
        died = born + rng.randint(31, 95)
        professions = (("actor",), ("director",), ("director", "writer"), ("writer",), ("author",))
        return Person(
            number,
            person_name(rng),
            rng.random() < 0.4,
            born,
            died if died < 2025 else None,
            a_country(rng),
            rng.choices(professions, (50, 15, 20, 5, 10))[0],
        )

    def work(self, number: int) -> Work:
        """The work of a number."""
        rng = self.rng("work", number)
        return Work(
            number,
            rng.choices(WORK_KINDS, (50, 14, 8, 4, 5, 5, 4, 4, 3, 3))[0],
            title(rng),
            rng.randrange(people_of(4 * max(0, number - 8))),
            rng.randint(1810, 2005),
            rng.choice(a_country(rng).languages),
        )

    def event(self, number: int) -> Event:
        """The event of a number."""
        rng = self.rng("event", number)
        kind, year = rng.choice(EVENT_KINDS), rng.randint(1850, 2010)
        where = name(rng, 2, 3)
        named = f"Battle of {where}" if kind == "battle" else f"{year} {where} {kind}"
        return Event(number, kind, named, year, a_country(rng))

    def film(self, number: int) -> Film:
        """The film of a number; all with smaller numbers must be there."""
        rng = self.rng("film", number)
        country = a_country(rng)
        year = 2025 - min(110, int(rng.expovariate(1 / 28)))
        kind = rng.choices(KINDS, (70, 6, 5, 7, 3, 2, 4, 2, 1))[0]
        links = self.links(rng, number, year, country)
        genres = rng.sample(list(GENRES), rng.randint(1, 3))
        shown = title(rng)
        if "follows" in links:
            shown = f"{self.films[links['follows']].title} 2"
        elif "remakes" in links and rng.random() < 0.4:
            shown = self.films[links["remakes"]].title
        elif "work" in links and rng.random() < 0.6:
            shown = self.works[links["work"]].title
        if "subject" in links or "event" in links:
            genres = ["biography" if "subject" in links else "history", "drama"]
        if kind == "documentary" and "documentary" not in genres:
            genres = ["documentary", *genres[:1]]
        language = rng.choice(country.languages)
        original = written(shown, language) if rng.random() < 0.8 else shown
        if language != "en" and original == shown and rng.random() < 0.4:
            original = f"{name(rng)} {name(rng)}"
        people = people_of(number)
        return Film(
            number,
            kind,
            shown,
            original,
            self.page(shown, year, country) if rng.random() < 0.6 else None,
            year,
            rng.randint(1, 12),
            rng.randint(1, 28),
            country,
            a_country(rng) if rng.random() < 0.08 else None,
            language,
            tuple(rng.sample(range(people), rng.choices((1, 2), (92, 8))[0])),
            tuple(rng.sample(range(people), rng.choices((0, 1, 2, 3), (20, 45, 25, 10))[0])),
            tuple(rng.sample(range(people), rng.randint(2, 10))),
            tuple(genres),
            rng.randint(61, 195) if kind != "short" else rng.randint(3, 39),
            tuple(rng.sample(list(AWARDS), 1)) if rng.random() < 0.03 else (),
            tuple(rng.sample(list(AWARDS), rng.randint(1, 3))) if rng.random() < 0.06 else (),
            **links,
        )

    def links(self, rng: Random, number: int, year: int, country: Country) -> dict[str, int]:
        """What a film comes from: an earlier film, work, person or event by its number, two of them, or nothing."""
        drawn = rng.random()
        if drawn < 0.14:
            earlier = self.earlier(rng, number, year, country, abroad=drawn < 0.09)
            if earlier is None:
                return {}
            if earlier.country is country:
                return {"follows": earlier.number}
            again = {"work": earlier.work} if earlier.work is not None and rng.random() < 0.5 else {}
            return {"remakes": earlier.number, **again}
        for bound, which in ((0.34, "work"), (0.38, "subject"), (0.41, "event"), (0.42, "inspired")):
            if drawn < bound:
                for _ in range(12):
                    if which == "subject":
                        found = rng.randrange(people_of(number))
                        fits = self.people[found].born + 20 < year
                    elif which == "event":
                        found = rng.randrange(events_of(number))
                        fits = self.events[found].year < year
                    else:
                        found = rng.randrange(works_of(number))
                        fits = self.works[found].year < year
                    if fits:
                        return {which: found}
                break
        return {}

    def earlier(self, rng: Random, number: int, year: int, country: Country, *, abroad: bool) -> Film | None:
        """A film of another country to remake some years later, or one of this country to go on with."""
        for _ in range(0 if not number else 12 if abroad else 60):
            film = self.films[rng.randrange(number)]
            apart = year - film.year
            if abroad and apart >= 4 and film.country is not country:
                return film
            if not abroad and 1 <= apart <= 9 and film.country is country and film.number not in self.followed:
                return film
        return None

    def page(self, shown: str, year: int, country: Country) -> str:
        """The name of a film's page: the title, made unlike earlier pages as Wikipedia does it."""
        names = (shown, f"{shown} ({year} film)", f"{shown} ({year} {country.adjective} film)")
        return next((each for each in names if each not in self.pages), f"{shown} ({year} film, {len(self.pages)})")

    def series(self, film: Film) -> int | None:
        """The number of the first film of the series that a film is part of."""
        if film.follows is None:
            return film.number if film.number in self.followed else None
        first = film
        while first.follows is not None:
            first = self.films[first.follows]
        return first.number


def a_country(rng: Random) -> Country:
    """A country, the more often the more films it makes."""
    return rng.choices(COUNTRIES, cum_weights=UP_TO)[0]
